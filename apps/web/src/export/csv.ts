import type { TableColumn, TableRow } from "../part/table-data.ts";

/**
 * A table as CSV (RFC 4180, CRLF, with a byte order mark so that spreadsheets read Japanese). Numbers are written in full as they were computed, not as printed; what has no figure is empty. A text that a spreadsheet would take for a
 * formula gets an apostrophe in front.
 */
export function tableCsv(columns: readonly TableColumn[], rows: readonly TableRow[]): string {
  const lines = [
    columns.map(({ title }) => field(title)),
    ...rows.map(({ cells }) =>
      columns.map((_, at) => {
        const cell = cells[at];
        if (cell === undefined) return "";
        if (typeof cell === "string") return field(cell);
        if (typeof cell === "number") return number(cell);
        return cell.value === undefined ? field(cell.text) : number(cell.value);
      }),
    ),
  ];
  return `\u{feff}${lines.map((line) => line.join(",")).join("\r\n")}\r\n`;
}

function number(value: number): string {
  return Number.isFinite(value) ? String(value) : "";
}

function field(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
