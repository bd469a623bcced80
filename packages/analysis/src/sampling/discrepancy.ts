import { AnalysisError } from "../frame/index.ts";
import type { UnitDesign } from "./unit-design.ts";

/**
 * The centred L2 discrepancy of points in the unit cube, not squared (F. J. Hickernell 1998, Mathematics of Computation 67, equation 5.1c): 0 would be perfectly even. Time is rows² × dimensions.
 * Throws `AnalysisError` `too-few-rows` for no points.
 */
export function centredDiscrepancy({ rows, columns }: Pick<UnitDesign, "rows" | "columns">): number {
  if (rows === 0) throw new AnalysisError("too-few-rows", "there are no points");
  const fromMiddle = columns.map((column) => column.map((value) => Math.abs(value - 0.5)));
  let single = 0;
  let double = 0;
  for (let row = 0; row < rows; row++) {
    let product = 1;
    let own = 1;
    for (const column of fromMiddle) {
      const a = column[row] as number;
      product *= 1 + 0.5 * a - 0.5 * a * a;
      own *= 1 + a;
    }
    single += product;
    double += own;
    for (let other = 0; other < row; other++) {
      let pair = 1;
      for (let at = 0; at < columns.length; at++) {
        const middle = fromMiddle[at] as Float64Array;
        const column = columns[at] as Float64Array;
        const gap = Math.abs((column[row] as number) - (column[other] as number));
        pair *= 1 + 0.5 * (middle[row] as number) + 0.5 * (middle[other] as number) - 0.5 * gap;
      }
      double += 2 * pair;
    }
  }
  let whole = 1;
  for (let at = 0; at < columns.length; at++) whole *= 13 / 12;
  return Math.sqrt(Math.max(0, whole - (2 / rows) * single + double / rows / rows));
}

/** Euclidean distance of the two nearest points; `Infinity` for fewer than two. Time is rows² × dimensions. */
export function smallestDistance({ rows, columns }: Pick<UnitDesign, "rows" | "columns">): number {
  let least = Number.POSITIVE_INFINITY;
  for (let row = 1; row < rows; row++) {
    for (let other = 0; other < row; other++) {
      let square = 0;
      for (const column of columns) {
        const gap = (column[row] as number) - (column[other] as number);
        square += gap * gap;
      }
      if (square < least) least = square;
    }
  }
  return Math.sqrt(least);
}
