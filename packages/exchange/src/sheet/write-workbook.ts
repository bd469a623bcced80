import { escapeXml } from "./xml.ts";
import { zipOf } from "./zip.ts";

/** A sheet to be written. Texts never become formulas: they are kept as texts. */
export interface WrittenSheet {
  readonly name: string;
  readonly rows: readonly (readonly (string | number | undefined)[])[];
  /** Rows and columns, counted from 0, that are there but not shown. */
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
  /** Rows at the top that stay in sight and are set bold. */
  readonly headRows?: number;
  /** Widths of columns in characters; others are as wide as their longest text, up to 60. */
  readonly widths?: readonly number[];
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";

/** Sheets as a workbook in the form .xlsx (ECMA-376). The same sheets give the same bytes. */
export function workbookOf(sheets: readonly WrittenSheet[]): Uint8Array {
  const names = sheets.map(({ name }) => name.replaceAll(/[[\]:*?/\\]/g, " ").slice(0, 31));
  const numbers = sheets.map((_, index) => index + 1);
  const files: readonly (readonly [string, string])[] = [
    [
      "[Content_Types].xml",
      `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part("/xl/workbook.xml", "sheet.main")}${part("/xl/styles.xml", "styles")}${numbers.map((number) => part(`/xl/worksheets/sheet${number}.xml`, "worksheet")).join("")}</Types>`,
    ],
    ["_rels/.rels", relationsOf([["officeDocument", "xl/workbook.xml"]])],
    [
      "xl/workbook.xml",
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${names.map((name, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join("")}</sheets></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      relationsOf([
        ...numbers.map((number) => ["worksheet", `worksheets/sheet${number}.xml`] as const),
        ["styles", "styles.xml"],
      ]),
    ],
    ["xl/styles.xml", styles],
    ...sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet)] as const),
  ];
  return zipOf(files.map(([name, xml]) => ({ name, bytes: new TextEncoder().encode(head + xml) })));
}

const font = '<sz val="11"/><name val="Calibri"/>';
const styles = `<styleSheet xmlns="${main}"><fonts count="2"><font>${font}</font><font><b/>${font}</font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`;

function part(name: string, type: string): string {
  return `<Override PartName="${name}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;
}

function relationsOf(targets: readonly (readonly [string, string])[]): string {
  const lines = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${relations}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${packages}/relationships">${lines.join("")}</Relationships>`;
}

function sheetXml({
  rows,
  hiddenRows = [],
  hiddenColumns = [],
  headRows = 1,
  widths = [],
}: WrittenSheet): string {
  const count = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const columns = Array.from({ length: count }, (_, index) => {
    const widest = rows.reduce((most, row) => Math.max(most, lengthOf(row[index])), 4);
    const width = widths[index] ?? Math.min(60, widest + 2);
    const hidden = hiddenColumns.includes(index) ? ' hidden="1"' : "";
    return `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"${hidden}/>`;
  });
  const lines = rows.map((row, index) => {
    const hidden = hiddenRows.includes(index) ? ' hidden="1"' : "";
    const cells = row.map((value, column) =>
      cellXml(value, `${letters(column)}${index + 1}`, index < headRows),
    );
    return `<row r="${index + 1}"${hidden}>${cells.join("")}</row>`;
  });
  const pane = `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${headRows}" topLeftCell="A${headRows + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`;
  const cols = count === 0 ? "" : `<cols>${columns.join("")}</cols>`;
  return `<worksheet xmlns="${main}">${pane}${cols}<sheetData>${lines.join("")}</sheetData></worksheet>`;
}

function lengthOf(value: string | number | undefined): number {
  let length = 0;
  for (const sign of String(value ?? "")) length += sign > "\u2e7f" ? 2 : 1;
  return length;
}

function cellXml(value: string | number | undefined, place: string, isHead: boolean): string {
  if (value === undefined || value === "") return "";
  if (typeof value === "number" && Number.isFinite(value)) return `<c r="${place}"><v>${value}</v></c>`;
  const style = isHead ? 1 : 2;
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(escapedUnderscores(String(value)))}</t></is></c>`;
}

/** What would read as a character in the notation of workbooks stays what it is. */
function escapedUnderscores(text: string): string {
  return text.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
}

/** Letters of a column counted from 0. */
function letters(column: number): string {
  const before = Math.floor(column / 26);
  return (before === 0 ? "" : letters(before - 1)) + String.fromCharCode(65 + (column % 26));
}
