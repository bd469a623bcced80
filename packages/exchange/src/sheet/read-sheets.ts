import type { InputFile } from "../imported.ts";
import type { Remarks } from "../remark.ts";
import { delimiterOf, readCsvRows, unescapeFormula } from "./csv.ts";
import { readText } from "./read-text.ts";
import { readWorkbook } from "./read-workbook.ts";
import type { Cell, Sheet } from "./sheet.ts";

/** The sheets of a workbook, or of a delimited text its only one. Workbooks are told by their first bytes. `undefined` where that is refused. */
export function readSheets(file: InputFile, remarks: Remarks): readonly Sheet[] | undefined {
  const { name, bytes } = file;
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readWorkbook(name, bytes, remarks);
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) {
    remarks.add("not-a-workbook", { file: name }, { problem: "OLE" });
    return undefined;
  }
  const text = readText(file, remarks);
  if (text === undefined) return undefined;
  const rows = readCsvRows(text, delimiterOf(text)).map(({ cells, line }) => ({
    number: line,
    cells: cells.map((cell): Cell | undefined =>
      cell === "" ? undefined : { text: unescapeFormula(cell), kind: "text", isFormula: false },
    ),
  }));
  return [
    { name: undefined, rows: rows.filter(({ cells }) => cells.some((one) => one !== undefined)), merged: [] },
  ];
}
