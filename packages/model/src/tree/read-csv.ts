import type { Span } from "@shikumi/core/diagnostic";
import type { ProblemList } from "./problem-list.ts";
import { emptyMap, type Raw, type RawEntry, type RawMap } from "./raw.ts";

interface Cell {
  readonly text: string;
  readonly span: Span;
}

/**
 * A table of one collection: first column `id`, the other columns the same words as in YAML, dotted for nested fields; `;`
 * separates the items of a list; an empty cell is absent. Quoting as in RFC 4180. Numbers and `true`/`false` as in YAML.
 */
export function readCsv(file: string, text: string, problems: ProblemList): RawMap {
  const rows = splitRows(file, text, problems).filter((row) => row.some((cell) => cell.text !== ""));
  const [header, ...body] = rows;
  const span = { file, start: 0, end: text.length };
  if (header === undefined) return emptyMap(span);
  if (header[0]?.text !== "id") {
    problems.error("csv-no-id", header[0]?.span ?? span, { found: header[0]?.text ?? "" });
    return emptyMap(span);
  }
  const columns = readHeader(header, problems);
  const entries = new Map<string, RawEntry>();
  for (const row of body) {
    const id = row[0];
    if (id === undefined) continue;
    for (const cell of row.slice(header.length)) {
      if (cell.text !== "")
        problems.error("csv-extra-cell", cell.span, { found: cell.text, columns: header.length });
    }
    const first = entries.get(id.text);
    if (id.text === "" || id.text === "__proto__") problems.error("bad-id", id.span, { found: id.text });
    else if (first)
      problems.error("duplicate-id", id.span, { id: id.text }, [{ span: first.key, role: "first" }]);
    else entries.set(id.text, { key: id.span, value: readRow(row, columns, id.span) });
  }
  return { kind: "map", entries, span };
}

function readHeader(
  header: readonly Cell[],
  problems: ProblemList,
): readonly (readonly string[] | undefined)[] {
  const seen = new Map<string, Cell>();
  return header.map((cell, i) => {
    const parts = cell.text.split(".");
    const first = seen.get(cell.text);
    if (i === 0 || cell.text === "") return undefined;
    if (first)
      problems.error("repeated-field", cell.span, { field: cell.text }, [
        { span: first.span, role: "first" },
      ]);
    else if (parts.includes("") || parts.includes("__proto__")) {
      problems.error("reserved-name", cell.span, { field: cell.text });
    } else {
      seen.set(cell.text, cell);
      return parts;
    }
    return undefined;
  });
}

interface Growing {
  readonly children: Map<string, { readonly key: Span; readonly value: Growing | Raw }>;
}

function readRow(
  row: readonly Cell[],
  columns: readonly (readonly string[] | undefined)[],
  rowSpan: Span,
): RawMap {
  const root: Growing = { children: new Map() };
  row.forEach((cell, i) => {
    const path = columns[i];
    if (path === undefined || cell.text === "") return;
    let at = root;
    for (const part of path.slice(0, -1)) {
      const child = at.children.get(part)?.value;
      const next: Growing = child !== undefined && "children" in child ? child : { children: new Map() };
      at.children.set(part, { key: cell.span, value: next });
      at = next;
    }
    at.children.set(path.at(-1) ?? "", { key: cell.span, value: cellValue(cell) });
  });
  return grown(root, rowSpan);
}

function grown(node: Growing, span: Span): RawMap {
  const entries = new Map<string, RawEntry>();
  for (const [name, { key, value }] of node.children) {
    entries.set(name, { key, value: "children" in value ? grown(value, key) : value });
  }
  return { kind: "map", entries, span };
}

function cellValue(cell: Cell): Raw {
  if (!cell.text.includes(";")) return plainScalar(cell.text, cell.span);
  const items: Raw[] = [];
  for (const part of cell.text.split(";")) {
    if (part.trim() !== "") items.push(plainScalar(part.trim(), cell.span));
  }
  return { kind: "list", items, span: cell.span };
}

/** A word as the core schema of YAML 1.2 reads it: decimal numbers and booleans, else text. */
function plainScalar(text: string, span: Span): Raw {
  if (/^(?:true|True|TRUE|false|False|FALSE)$/.test(text)) {
    return { kind: "scalar", value: text.toLowerCase() === "true", text, span };
  }
  const isNumber = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/.test(text);
  const value = isNumber && Number.isFinite(Number(text)) ? Number(text) : text;
  return { kind: "scalar", value, text, span };
}

function splitRows(file: string, text: string, problems: ProblemList): Cell[][] {
  const rows: Cell[][] = [];
  let row: Cell[] = [];
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < text.length) {
    const cell = text[at] === '"' ? quotedCell(file, text, at, problems) : plainCell(file, text, at);
    row.push(cell);
    at = cell.span.end;
    if (text[at] === ",") {
      at += 1;
      if (at < text.length && !/[\r\n]/.test(text[at] ?? "")) continue;
      row.push({ text: "", span: { file, start: at, end: at } });
    }
    if (text[at] === "\r") at += 1;
    if (text[at] === "\n") at += 1;
    rows.push(row);
    row = [];
  }
  return rows;
}

function plainCell(file: string, text: string, start: number): Cell {
  let end = start;
  while (end < text.length && !/[,\r\n]/.test(text[end] ?? "")) end += 1;
  return { text: text.slice(start, end).trim(), span: { file, start, end } };
}

function quotedCell(file: string, text: string, start: number, problems: ProblemList): Cell {
  let inside = "";
  let at = start + 1;
  let closed = false;
  while (at < text.length && !closed) {
    const next = text.indexOf('"', at);
    const stop = next < 0 ? text.length : next;
    inside += text.slice(at, stop);
    at = stop + 1;
    if (next < 0) break;
    if (text[at] === '"') {
      inside += '"';
      at += 1;
    } else closed = true;
  }
  if (!closed) problems.error("csv-open-quote", { file, start, end: Math.min(start + 1, text.length) });
  let end = Math.min(at, text.length);
  while (end < text.length && !/[,\r\n]/.test(text[end] ?? "")) end += 1;
  if (closed && text.slice(at, end).trim() !== "") {
    problems.error("csv-after-quote", { file, start: at, end }, { found: text.slice(at, end).trim() });
  }
  return { text: inside.trim(), span: { file, start, end } };
}
