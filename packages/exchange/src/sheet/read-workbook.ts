import type { Remarks } from "../remark.ts";
import type { Cell, Sheet, SheetRow } from "./sheet.ts";
import { xmlSteps } from "./xml.ts";
import { largestArchive, ZipError, ZipReader } from "./zip.ts";

/** Farthest column that is read, as spreadsheets allow. */
const lastColumn = 16_384;

/** The sheets of a workbook in the form .xlsx (ECMA-376), hidden ones too. `undefined`, with a remark that refuses, for anything else. */
export function readWorkbook(
  file: string,
  bytes: Uint8Array,
  remarks: Remarks,
): readonly Sheet[] | undefined {
  try {
    return sheetsOf(file, new ZipReader(bytes), remarks);
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    if (error.problem === "too-large")
      remarks.add("workbook-too-large", { file }, { found: largestArchive, limit: largestArchive });
    else remarks.add("not-a-workbook", { file }, { problem: error.problem });
    return undefined;
  }
}

function sheetsOf(file: string, archive: ZipReader, remarks: Remarks): readonly Sheet[] | undefined {
  const text = (name: string): string | undefined => {
    const bytes = archive.read(name);
    return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
  };
  const book = text("xl/workbook.xml");
  if (book === undefined) {
    remarks.add("not-a-workbook", { file }, { problem: "xl/workbook.xml" });
    return undefined;
  }
  const targets = new Map<string, string>();
  for (const step of xmlSteps(text("xl/_rels/workbook.xml.rels") ?? ""))
    if (step.kind === "open" && step.name === "Relationship")
      targets.set(step.attributes.get("Id") ?? "", step.attributes.get("Target") ?? "");
  const strings = sharedStrings(text("xl/sharedStrings.xml") ?? "");
  const dateStyles = stylesOfDates(text("xl/styles.xml") ?? "");
  let from1904 = false;
  const listed: { readonly name: string; readonly path: string }[] = [];
  for (const step of xmlSteps(book)) {
    if (step.kind !== "open") continue;
    if (step.name === "workbookPr") from1904 = /^(?:1|true)$/.test(step.attributes.get("date1904") ?? "");
    if (step.name !== "sheet") continue;
    const id = [...step.attributes].find(([key]) => key.endsWith(":id"))?.[1] ?? "";
    const target = targets.get(id) ?? "";
    const path = target.startsWith("/") ? target.slice(1) : `xl/${target}`;
    listed.push({ name: step.attributes.get("name") ?? "", path });
  }
  return listed.flatMap(({ name, path }) => {
    const xml = text(path);
    return xml === undefined ? [] : [readSheet(name, xml, { strings, dateStyles, from1904 })];
  });
}

function sharedStrings(xml: string): readonly string[] {
  const strings: string[] = [];
  let current: string | undefined;
  let depth = 0;
  let isText = false;
  for (const step of xmlSteps(xml)) {
    if (step.kind === "text") {
      if (isText && depth === 0 && current !== undefined) current += step.text;
    } else if (step.name === "si") {
      if (step.kind === "open") current = "";
      if (step.kind === "close" || (step.kind === "open" && step.isEmpty)) strings.push(current ?? "");
    } else if (step.name === "rPh" && !(step.kind === "open" && step.isEmpty))
      depth += step.kind === "open" ? 1 : -1;
    else if (step.name === "t") isText = step.kind === "open" && !step.isEmpty;
  }
  return strings;
}

/** Which cell styles show a number as a date: the built-in ones, and those whose own format has a year, month or day. */
function stylesOfDates(xml: string): ReadonlySet<number> {
  const own = new Map<string, string>();
  const found = new Set<number>();
  let inCells = false;
  let index = 0;
  for (const step of xmlSteps(xml)) {
    if (step.kind === "text") continue;
    if (step.name === "cellXfs") inCells = step.kind === "open";
    if (step.kind !== "open") continue;
    if (step.name === "numFmt")
      own.set(step.attributes.get("numFmtId") ?? "", step.attributes.get("formatCode") ?? "");
    if (step.name !== "xf" || !inCells) continue;
    const format = step.attributes.get("numFmtId") ?? "0";
    if (isDateFormat(Number(format), own.get(format))) found.add(index);
    index++;
  }
  return found;
}

function isDateFormat(id: number, code: string | undefined): boolean {
  if (code !== undefined)
    return /[yde]|m(?![^h]*s)/i.test(code.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, "").replace(/general/i, ""));
  return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
}

interface Workbook {
  readonly strings: readonly string[];
  readonly dateStyles: ReadonlySet<number>;
  readonly from1904: boolean;
}

function readSheet(name: string, xml: string, book: Workbook): Sheet {
  const rows = new Map<number, (Cell | undefined)[]>();
  const merged: string[] = [];
  let row = 0;
  let column = 0;
  let cell: OpenCell | undefined;
  let inside = "";
  for (const step of xmlSteps(xml)) {
    if (step.kind === "text") {
      if (cell !== undefined && inside === "v") cell.value += step.text;
      else if (cell !== undefined && inside === "t") cell.inline += step.text;
    } else if (step.kind === "open") {
      if (step.name === "row") {
        row = Number(step.attributes.get("r") ?? row + 1);
        column = 0;
      } else if (step.name === "c") {
        column = columnNumber(step.attributes.get("r") ?? "") ?? column + 1;
        const { attributes } = step;
        const style = Number(attributes.get("s") ?? 0);
        cell = { type: attributes.get("t") ?? "n", style, value: "", inline: "", isFormula: false };
        if (step.isEmpty) cell = undefined;
      } else if (step.name === "f" && cell !== undefined) cell.isFormula = true;
      else if (step.name === "mergeCell") merged.push(step.attributes.get("ref") ?? "");
      inside = step.isEmpty ? "" : step.name;
    } else {
      if (step.name === "c" && cell !== undefined && column <= lastColumn) {
        const read = closedCell(cell, book);
        const cells = rows.get(row) ?? [];
        if (read !== undefined) cells[column - 1] = read;
        rows.set(row, cells);
      }
      if (step.name === "c") cell = undefined;
      inside = "";
    }
  }
  let left = mostMerged;
  for (const range of merged) left -= fillMerged(rows, range, left);
  const sorted = [...rows].sort(([a], [b]) => a - b);
  const filled = sorted.filter(([, cells]) => cells.some((one) => one !== undefined));
  return {
    name,
    rows: filled.map(([number, cells]): SheetRow => ({ number, cells })),
    merged,
  };
}

interface OpenCell {
  readonly type: string;
  readonly style: number;
  value: string;
  inline: string;
  isFormula: boolean;
}

function closedCell({ type, style, value, inline, isFormula }: OpenCell, book: Workbook): Cell | undefined {
  const made = (written: string, kind: Cell["kind"]): Cell | undefined => {
    const text = unescaped(written).trim();
    return text === "" ? undefined : { text, kind, isFormula };
  };
  if (type === "s") return made(book.strings[Number(value)] ?? "", "text");
  if (type === "inlineStr") return made(inline, "text");
  if (type === "str") return made(value, "text");
  if (type === "b") return made(value === "1" ? "true" : "false", "boolean");
  if (type === "e") return made(value, "error");
  if (type === "d") return made(value.slice(0, 10), "date");
  if (value === "") return undefined;
  const number = Number(value);
  if (!Number.isFinite(number)) return made(value, "text");
  if (book.dateStyles.has(style) && number >= 1) return made(dateOfSerial(number, book.from1904), "date");
  return made(String(number), "number");
}

/** `_x000D_` is how workbooks write a character that XML has no place for (ECMA-376, ST_Xstring). */
function unescaped(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** The day a serial number stands for; before March 1900 as spreadsheets, which count a 29 February 1900, show it. */
export function dateOfSerial(serial: number, from1904: boolean): string {
  const whole = Math.floor(serial);
  const sinceEpoch = from1904 ? whole - 24_107 : whole < 60 ? whole - 25_568 : whole - 25_569;
  return new Date(sinceEpoch * 86_400_000).toISOString().slice(0, 10);
}

function columnNumber(reference: string): number | undefined {
  const letters = /^[A-Z]+/.exec(reference)?.[0];
  if (letters === undefined) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** Most cells of one merged range that are filled, for wider ones are decoration, and of all ranges of a sheet. */
const widestMerge = 10_000;
const mostMerged = 1_000_000;

/** How many cells it filled. */
function fillMerged(rows: Map<number, (Cell | undefined)[]>, range: string, most: number): number {
  const ends = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(range);
  if (ends === null) return 0;
  const [left, right] = [columnNumber(ends[1] ?? "") ?? 1, columnNumber(ends[3] ?? "") ?? 1];
  const [top, bottom] = [Number(ends[2]), Number(ends[4])];
  const first = rows.get(top)?.[left - 1];
  const count = (right - left + 1) * (bottom - top + 1);
  if (first === undefined || count > widestMerge || count > most || right > lastColumn) return 0;
  for (let row = top; row <= bottom; row++) {
    const cells = rows.get(row) ?? [];
    for (let column = left; column <= right; column++) cells[column - 1] ??= first;
    rows.set(row, cells);
  }
  return count;
}
