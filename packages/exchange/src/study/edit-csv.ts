import { flatten, isRecord, type Plain, type PlainRecord } from "../plain.ts";
import { csvCell, readCsvRows } from "../sheet/csv.ts";
import type { WantedElement } from "./plan-import.ts";

/** A table of a study with some rows changed: its other rows stay as they are, new columns come last. A row that is not there changes nothing. */
export function editCsvRows(text: string, wanted: readonly WantedElement[]): string {
  const rows = readCsvRows(text);
  const [header] = rows.filter(({ cells }) => cells.some((cell) => cell !== ""));
  if (header === undefined) return text;
  const byId = new Map(wanted.map((one) => [one.id, one]));
  const columns = [...header.cells];
  for (const { after, changed } of wanted)
    for (const name of columnsOf(after, changed).keys()) if (!columns.includes(name)) columns.push(name);
  let result = "";
  let at = 0;
  for (const { cells, start, end, line } of rows) {
    const one = line === header.line ? undefined : byId.get(cells[0] ?? "");
    const isHeader = line === header.line && columns.length > header.cells.length;
    if (one === undefined && !isHeader) continue;
    const now = one === undefined ? columns : changedCells(one, columns, cells);
    result += text.slice(at, start) + now.map(csvCell).join(",");
    at = end;
  }
  return result + text.slice(at);
}

function changedCells(
  { before, after, changed }: WantedElement,
  columns: readonly string[],
  cells: readonly string[],
): readonly string[] {
  const values = columnsOf(after, changed);
  const former = columnsOf(before ?? {}, changed);
  return columns.map((name, index) => values.get(name) ?? (former.has(name) ? "" : (cells[index] ?? "")));
}

/** The cells of the named fields by column; a list is joined by semicolons, with one after a single item. */
export function columnsOf(fields: PlainRecord, names: readonly string[]): ReadonlyMap<string, string> {
  const picked = Object.fromEntries(
    names.flatMap((name) => (name in fields ? [[name, fields[name] as Plain]] : [])),
  );
  return new Map([...flatten(picked)].map(([path, value]) => [path, cellOf(value)]));
}

/** A value as one cell of a table of the language. */
export function cellOf(value: Plain): string {
  if (Array.isArray(value)) {
    const items = (value as readonly Plain[]).map((item) =>
      isRecord(item) ? JSON.stringify(item) : String(item),
    );
    return items.length === 1 ? `${items[0]};` : items.join("; ");
  }
  return value === null ? "" : String(value);
}
