import type { Block, BriefDocument, Cell, Table } from "./block.ts";
import type { Chart } from "./chart.ts";
import type { BoundNumber, Inline, Inlines } from "./inline.ts";

/** What {@link walkDocument} calls for each thing it meets, in the order of reading. */
export interface DocumentVisitor {
  readonly block?: (block: Block) => void;
  readonly inline?: (inline: Inline) => void;
}

/** Visits every block and every inline of a document, those inside others after what holds them. */
export function walkDocument(document: BriefDocument, visitor: DocumentVisitor): void {
  for (const { content } of document.facts) walkInlines(content, visitor);
  for (const { blocks } of document.sections) {
    for (const block of blocks) walkBlock(block, visitor);
  }
}

function walkBlock(block: Block, visitor: DocumentVisitor): void {
  visitor.block?.(block);
  switch (block.kind) {
    case "heading":
    case "paragraph":
    case "lead":
      walkInlines(block.content, visitor);
      break;
    case "list":
      for (const item of block.items) walkInlines(item, visitor);
      break;
    case "terms":
      for (const { term, content } of block.items) walkInlines([...term, ...content], visitor);
      break;
    case "note":
      for (const content of block.content) walkInlines(content, visitor);
      break;
    case "table":
      walkTable(block, visitor);
      break;
    case "figure":
      walkInlines(block.caption, visitor);
      for (const number of chartNumbers(block.chart)) visitor.inline?.(number);
      walkBlock(block.twin, visitor);
      break;
    case "runs":
      walkBlock(block.table, visitor);
      break;
    case "command":
    case "references":
      break;
  }
}

function walkTable(table: Table, visitor: DocumentVisitor): void {
  walkInlines(table.caption, visitor);
  for (const { label } of table.columns) walkInlines(label, visitor);
  for (const { heading, cells } of table.groups.flatMap(({ rows }) => rows)) {
    walkInlines(heading, visitor);
    for (const cell of cells) walkInlines(cellInlines(cell), visitor);
  }
  for (const note of table.notes) walkInlines(note, visitor);
}

/** The inlines of a cell; of a role cell, its number. */
export function cellInlines(cell: Cell): Inlines {
  if (cell.kind === "blank") return [];
  if (cell.kind === "role") return cell.mark.delivered === undefined ? [] : [cell.mark.delivered];
  return cell.content;
}

/** The numbers a chart prints, in the order in which it is drawn. */
export function chartNumbers(chart: Chart): readonly BoundNumber[] {
  switch (chart.kind) {
    case "stacked-bars":
      return chart.bars.flatMap((bar) => [bar.total, ...bar.segments]);
    case "interval-dots":
      return chart.rows.flatMap((row) =>
        row.second === undefined ? [row.number] : [row.number, row.second],
      );
    case "bars":
      return chart.rows.flatMap((row) =>
        row.chance === undefined ? [row.number] : [row.number, row.chance],
      );
    case "heat-map":
      return chart.rows.flatMap(({ cells }) => cells);
    case "parallel-axes":
      return chart.lines.flatMap(({ numbers }) => numbers.flatMap((number) => number ?? []));
    case "scatter":
    case "trajectory":
      return [];
  }
}

function walkInlines(content: Inlines, visitor: DocumentVisitor): void {
  for (const inline of content) {
    visitor.inline?.(inline);
    if (inline.kind === "strong" || inline.kind === "muted") walkInlines(inline.content, visitor);
  }
}

/** Keys of the runs that made the numbers of a table, in the order of `document.runs`. */
export function runsOfTable(table: Table): ReadonlySet<string> {
  const runs = new Set<string>();
  walkTable(table, {
    inline: (inline) => {
      if (inline.kind === "number") runs.add(inline.figure.run);
    },
  });
  return runs;
}
