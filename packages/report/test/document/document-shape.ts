import type { Block, BriefDocument, Cell, Table } from "../../src/document/block.ts";
import { walkDocument } from "../../src/document/walk-document.ts";

/** What two languages of one brief must share: everything but words. */
export function documentShape(document: BriefDocument): unknown {
  return document.sections.map(({ anchor, blocks }) => ({ anchor, blocks: blocks.map(blockShape) }));
}

function blockShape(block: Block): unknown {
  switch (block.kind) {
    case "table":
      return tableShape(block);
    case "figure":
      return { anchor: block.anchor, chart: block.chart.kind, twin: tableShape(block.twin) };
    case "runs":
      return tableShape(block.table);
    case "list":
    case "terms":
      return { kind: block.kind, items: block.items.length };
    case "references":
      return { kind: block.kind, sources: block.items.map(({ source }) => source) };
    case "heading":
      return { kind: block.kind, anchor: block.anchor };
    case "paragraph":
    case "lead":
    case "note":
    case "command":
      return block.kind;
  }
}

function tableShape({ anchor, columns, groups, notes }: Table): unknown {
  return {
    anchor,
    columns: columns.map(({ align, group }) => [align, group !== undefined]),
    groups: groups.map(({ rows }) =>
      rows.map(({ cells, flagged }) => [flagged ?? false, ...cells.map(cellShape)]),
    ),
    notes: notes.length,
  };
}

function cellShape(cell: Cell): unknown {
  return cell.kind === "role" ? [cell.mark.role, cell.mark.verdict, cell.mark.able] : cell.kind;
}

/** Every figure where it is printed: block by block, in no order within one block, since word order differs. */
export function printedFigures(document: BriefDocument): readonly (readonly string[])[] {
  const blocks: string[][] = [[]];
  walkDocument(document, {
    block: () => blocks.push([]),
    inline: (inline) => {
      if (inline.kind === "number") blocks.at(-1)?.push(`${inline.figure.id} ${inline.style}`);
      if (inline.kind === "absent") blocks.at(-1)?.push(`${inline.figure?.id ?? ""} absent`);
    },
  });
  return blocks.map((figures) => figures.sort());
}
