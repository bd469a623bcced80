import { AnalysisError } from "./analysis-error.ts";
import type { Design } from "./design.ts";

/** Results of one measure over the rows of one design. A failed run is a row with its cause, never the value of another run. */
export interface Outcome {
  /** `Design.id` of the design whose rows these are, in its order. */
  readonly designId: string;
  readonly name: string;
  /** One value a row; `NaN` where the run failed or the measure has no value. */
  readonly values: Float64Array;
  /** Cause of failure by row; rows not named did not fail. */
  readonly failures?: ReadonlyMap<number, string>;
}

/** Rows an analysis used, and how many it left out for which reason. Every result of an analysis carries one. */
export interface RowUse {
  /** Rows used, ascending. */
  readonly rows: Int32Array;
  readonly used: number;
  /** Rows whose run failed. */
  readonly failed: number;
  /** Rows that did not fail and hold `NaN`: the measure has no value there. */
  readonly missing: number;
  /** Rows that hold an infinite value. */
  readonly infinite: number;
}

/** An outcome of a design. Throws `AnalysisError` `another-length` if there is not one value a row. */
export function outcomeOf(
  design: Design,
  name: string,
  values: Float64Array,
  failures?: ReadonlyMap<number, string>,
): Outcome {
  if (values.length !== design.rows) {
    throw new AnalysisError("another-length", `${values.length} values of "${name}" for ${design.rows} rows`);
  }
  return { designId: design.id, name, values, ...(failures === undefined ? {} : { failures }) };
}

/**
 * Rows in which every outcome has a finite value. Throws `AnalysisError` `another-design` if an outcome belongs to another design, or to the same values in another
 * order, and `another-length` if it has been cut.
 */
export function usableRows(design: Design, outcomes: readonly Outcome[]): RowUse {
  for (const outcome of outcomes) {
    if (outcome.designId !== design.id) {
      throw new AnalysisError(
        "another-design",
        `"${outcome.name}" belongs to design ${outcome.designId.slice(0, 12)}, not to ${design.id.slice(0, 12)}`,
      );
    }
    if (outcome.values.length !== design.rows) {
      throw new AnalysisError(
        "another-length",
        `"${outcome.name}" has ${outcome.values.length} of ${design.rows} rows`,
      );
    }
  }
  const rows = new Int32Array(design.rows);
  let used = 0;
  let failed = 0;
  let missing = 0;
  let infinite = 0;
  for (let row = 0; row < design.rows; row++) {
    if (outcomes.some((outcome) => outcome.failures?.has(row) === true)) failed += 1;
    else if (outcomes.some((outcome) => Number.isNaN(outcome.values[row] as number))) missing += 1;
    else if (outcomes.some((outcome) => !Number.isFinite(outcome.values[row] as number))) infinite += 1;
    else rows[used++] = row;
  }
  return { rows: rows.slice(0, used), used, failed, missing, infinite };
}
