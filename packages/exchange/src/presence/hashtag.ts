import type { Sheet, SheetRow } from "../sheet/sheet.ts";
import { headRows } from "../table/header.ts";

/** A column by its HXL tag and attributes, without signs: `#org+name` is `org` with `name`. */
export interface TaggedColumn {
  readonly index: number;
  readonly tag: string;
  readonly attributes: ReadonlySet<string>;
}

export interface TaggedRow {
  readonly index: number;
  readonly row: SheetRow;
  readonly columns: readonly TaggedColumn[];
}

const hashtag = /^#([a-z][a-z0-9_]*)((?:\s*\+\s*[a-z][a-z0-9_]*)*)$/i;

/** The row of hashtags: the first in which at least half of the cells are tags and one is `#org`. Standard: HXL 1.1. */
export function taggedRow(sheet: Sheet): TaggedRow | undefined {
  for (const [index, row] of sheet.rows.slice(0, headRows).entries()) {
    const cells = row.cells.flatMap((cell, column) =>
      cell === undefined ? [] : [{ text: cell.text, column }],
    );
    const columns = cells.flatMap(({ text, column }): readonly TaggedColumn[] => {
      const found = hashtag.exec(text);
      if (found === null) return [];
      const attributes = (found[2] ?? "").split("+").map((part) => part.trim().toLowerCase());
      return [
        {
          index: column,
          tag: (found[1] ?? "").toLowerCase(),
          attributes: new Set(attributes.filter(Boolean)),
        },
      ];
    });
    if (columns.some(({ tag }) => tag === "org") && columns.length * 2 >= cells.length)
      return { index, row, columns };
  }
  return undefined;
}

/** Columns of a tag in the order of attributes given; those with other attributes come after, those with an excluded one never. */
export function columnsOf(
  { columns }: TaggedRow,
  tag: string,
  attributes: readonly string[],
  excluded: readonly string[] = [],
): readonly TaggedColumn[] {
  const rank = (column: TaggedColumn): number => {
    const found = attributes.findIndex((one) => column.attributes.has(one));
    return found < 0 ? attributes.length : found;
  };
  return columns
    .filter((one) => one.tag === tag && !excluded.some((other) => one.attributes.has(other)))
    .sort((a, b) => rank(a) - rank(b) || a.index - b.index);
}
