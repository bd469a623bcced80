/** One row of a CSV text: its cells, the line it starts at counted from 1, and where it lies in the text. */
export interface CsvRow {
  readonly cells: readonly string[];
  readonly line: number;
  readonly start: number;
  /** Before its line break. */
  readonly end: number;
}

/** The rows of a delimited text (RFC 4180), with empty ones. A quote that is never closed ends with the text. */
export function readCsvRows(text: string, delimiter = ","): readonly CsvRow[] {
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let at = 0;
  let line = 1;
  let start = 0;
  let startLine = 1;
  const close = (): void => {
    rows.push({ cells, line: startLine, start, end: at });
    if (text[at] === "\r") at++;
    if (text[at] === "\n") at++;
    line++;
    cells = [];
    start = at;
    startLine = line;
  };
  while (at < text.length) {
    let cell = "";
    if (text[at] === '"') {
      at++;
      for (;;) {
        const next = text.indexOf('"', at);
        const stop = next < 0 ? text.length : next;
        const part = text.slice(at, stop);
        for (const sign of part) if (sign === "\n") line++;
        cell += part;
        at = Math.min(stop + 1, text.length);
        if (next < 0 || text[at] !== '"') break;
        cell += '"';
        at++;
      }
    }
    const from = at;
    while (at < text.length && text[at] !== delimiter && text[at] !== "\n" && text[at] !== "\r") at++;
    cells.push((cell + text.slice(from, at)).trim());
    if (text[at] === delimiter) {
      at++;
      if (at === text.length || text[at] === "\n" || text[at] === "\r") cells.push("");
      if (at < text.length && text[at] !== "\n" && text[at] !== "\r") continue;
    }
    close();
  }
  return rows;
}

/** The delimiter of a text: the most frequent of comma, semicolon and tab in its first lines. */
export function delimiterOf(text: string): string {
  const head = text
    .slice(0, 4000)
    .split("\n", 5)
    .join("\n")
    .replaceAll(/"[^"]*"/g, "");
  const counts = [",", ";", "\t"].map((sign) => ({ sign, count: head.split(sign).length }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).sign;
}

/** Rows as CSV with `\r\n` after each. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(csvCell).join(",")}\r\n`).join("");
}

/** A cell quoted where it has to be. */
export function csvCell(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A text that a spreadsheet would take for a formula (`=`, `+`, `-`, `@`, tab at its start), with an apostrophe before it. Numbers stay. */
export function escapeFormula(text: string): string {
  return /^'*[=+\-@\t\r]/.test(text) && !/^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?%?$/.test(text)
    ? `'${text}`
    : text;
}

/** What {@link escapeFormula} escaped. */
export function unescapeFormula(text: string): string {
  return /^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text;
}
