import type { Column, ColumnSpec } from "./column.ts";

const SPECIAL = /[",\r\n]/;

/** The header of a CSV file: one name a column, one a point of a series. */
export function csvHeader(specs: readonly ColumnSpec[]): string {
  const names = specs.flatMap(({ name, length }) =>
    length === undefined ? [name] : Array.from({ length }, (_, at) => `${name}[${at}]`),
  );
  return `${names.map(quoted).join(",")}\r\n`;
}

/** Rows as RFC 4180 writes them. A row that would be an empty line, which many readers skip, is written `""`. */
export function csvRows(columns: readonly Column[], first: number, rows: number): string {
  let text = "";
  for (let row = first; row < first + rows; row++) {
    const cells: string[] = [];
    for (const { spec, values } of columns) {
      const points = spec.length ?? 1;
      for (let at = row * points; at < (row + 1) * points; at++) cells.push(cellOf(values[at]));
    }
    const line = cells.join(",");
    text += line === "" ? '""\r\n' : `${line}\r\n`;
  }
  return text;
}

/** A number in ECMAScript's shortest form, which reads back to the same double; −0 keeps its sign. */
function cellOf(value: number | string | undefined): string {
  if (typeof value === "string") return quoted(value);
  if (value === undefined || Number.isNaN(value)) return "";
  return Object.is(value, -0) ? "-0" : String(value);
}

function quoted(text: string): string {
  return SPECIAL.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
