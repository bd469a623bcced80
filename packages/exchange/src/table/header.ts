import type { Remarks } from "../remark.ts";
import type { Cell, Sheet, SheetRow } from "../sheet/sheet.ts";

/** Rows from the top among which the names of the columns are looked for. */
export const headRows = 30;

/** The row among the first with the highest score, the first of several; `undefined` where none reaches `least`. */
export function headerRow(
  sheet: Sheet,
  score: (texts: readonly string[]) => number,
  least: number,
): { readonly row: SheetRow; readonly index: number; readonly score: number } | undefined {
  let best: { readonly row: SheetRow; readonly index: number; readonly score: number } | undefined;
  sheet.rows.slice(0, headRows).forEach((row, index) => {
    const found = score(row.cells.map((cell) => cell?.text ?? ""));
    if (found >= least && found > (best?.score ?? 0)) best = { row, index, score: found };
  });
  return best;
}

/** Remarks on what is odd about the cells of rows that are used: formulas, errors, dates kept as numbers. Cells with errors count as empty. */
export function cleanRow(
  row: SheetRow,
  sheet: Sheet,
  file: string,
  remarks: Remarks,
): readonly (Cell | undefined)[] {
  return row.cells.map((cell, index) => {
    if (cell === undefined) return undefined;
    const at = cellPlace(file, sheet, row, index);
    if (cell.kind === "error") {
      remarks.add("cell-error", at, { found: cell.text });
      return undefined;
    }
    if (cell.isFormula) remarks.add("formula", at);
    if (cell.kind === "date" && sheet.name !== undefined)
      remarks.add("date-from-number", at, { found: cell.text });
    return cell;
  });
}

export function cellPlace(
  file: string,
  sheet: Sheet,
  row: SheetRow,
  index?: number,
): {
  readonly file: string;
  readonly line?: number;
  readonly sheet?: string;
  readonly row?: number;
  readonly column?: number;
} {
  if (sheet.name === undefined) return { file, line: row.number };
  const place = { file, sheet: sheet.name, row: row.number };
  return index === undefined ? place : { ...place, column: index + 1 };
}
