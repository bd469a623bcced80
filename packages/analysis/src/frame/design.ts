import { AnalysisError } from "./analysis-error.ts";
import { Fingerprint } from "./fingerprint.ts";

/**
 * One input of a design. `real` takes any value from `low` to `high`; `integer` whole numbers from `low` to `high`; `category` the codes 0 … levels.length − 1.
 */
export type Factor =
  | { readonly kind: "real"; readonly name: string; readonly low: number; readonly high: number }
  | { readonly kind: "integer"; readonly name: string; readonly low: number; readonly high: number }
  | { readonly kind: "category"; readonly name: string; readonly levels: readonly string[] };

/** Inputs of an experiment: one column a factor, one entry a row. `id` names exactly these values in exactly this order. */
export interface Design {
  /** Fingerprint of the factors, the values and their order: 32 hex digits. */
  readonly id: string;
  readonly factors: readonly Factor[];
  readonly rows: number;
  /** One column a factor, `rows` long, in the factor's own units (categories as codes). */
  readonly columns: readonly Float64Array[];
}

/**
 * A design of given columns. Throws `AnalysisError`: `bad-factor` for two factors of one name, an empty or reversed range or a category without levels; `another-length` where
 * columns differ in length or in number from the factors; `bad-argument` for a value that is not finite or lies outside its factor.
 */
export function designOf(factors: readonly Factor[], columns: readonly Float64Array[]): Design {
  const names = new Set(factors.map((factor) => factor.name));
  if (names.size !== factors.length) throw new AnalysisError("bad-factor", "two factors share a name");
  if (columns.length !== factors.length) {
    throw new AnalysisError("another-length", `${factors.length} factors, but ${columns.length} columns`);
  }
  const rows = columns[0]?.length ?? 0;
  factors.forEach((factor, at) => {
    checkFactor(factor);
    const column = columns[at] as Float64Array;
    if (column.length !== rows) {
      throw new AnalysisError("another-length", `"${factor.name}" has ${column.length} rows of ${rows}`);
    }
    checkColumn(factor, column);
  });
  return { id: designId(factors, columns), factors, rows, columns };
}

/** Lowest and highest value a factor takes. */
export function rangeOf(factor: Factor): readonly [low: number, high: number] {
  return factor.kind === "category" ? [0, factor.levels.length - 1] : [factor.low, factor.high];
}

function checkFactor(factor: Factor): void {
  const [low, high] = rangeOf(factor);
  if (!(Number.isFinite(low) && Number.isFinite(high) && low <= high)) {
    throw new AnalysisError("bad-factor", `"${factor.name}" ranges from ${low} to ${high}`);
  }
}

function checkColumn(factor: Factor, column: Float64Array): void {
  const [low, high] = rangeOf(factor);
  for (let row = 0; row < column.length; row++) {
    const value = column[row] as number;
    const isWhole = factor.kind === "real" || Number.isInteger(value);
    if (!(value >= low && value <= high && isWhole)) {
      throw new AnalysisError(
        "bad-argument",
        `"${factor.name}" is ${value} in row ${row}, outside its range`,
      );
    }
  }
}

function designId(factors: readonly Factor[], columns: readonly Float64Array[]): string {
  const fingerprint = new Fingerprint();
  fingerprint.addText(JSON.stringify(factors));
  for (const column of columns) fingerprint.addColumn(column);
  return fingerprint.hex();
}
