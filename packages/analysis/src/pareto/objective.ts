import { AnalysisError, type RowUse } from "../frame/index.ts";

/** Whether more or less of a measure is better. */
export type Direction = "more" | "less";

/** One column to be made large or small, one entry a row. An `Outcome` with a direction is one. */
export interface Objective {
  readonly values: Float64Array;
  readonly direction: Direction;
  /** Design of the rows. Objectives that name one must name the same. */
  readonly designId?: string;
  /** Cause of failure by row. */
  readonly failures?: ReadonlyMap<number, string>;
}

/** Usable rows of the objectives as columns in which less is better, without −0. */
export interface Oriented {
  readonly use: RowUse;
  /** One column an objective, `use.used` long. */
  readonly columns: readonly Float64Array[];
}

/**
 * Rows in which every objective is finite, turned so that less is better. Rows that failed, hold `NaN` or are infinite are left out and counted apart: an infinite
 * objective would dominate, or be dominated, by a fault of the run. Throws `AnalysisError`: `bad-argument` without objectives, `another-length` where they differ in
 * length, `another-design` where they name different designs.
 */
export function oriented(objectives: readonly Objective[]): Oriented {
  const first = objectives[0];
  if (first === undefined) throw new AnalysisError("bad-argument", "no objectives");
  const length = first.values.length;
  const named = objectives.find((objective) => objective.designId !== undefined)?.designId;
  for (const objective of objectives) {
    if (objective.values.length !== length) {
      throw new AnalysisError(
        "another-length",
        `an objective has ${objective.values.length} rows of ${length}`,
      );
    }
    if (objective.designId !== undefined && objective.designId !== named) {
      throw new AnalysisError("another-design", `objectives of designs ${named} and ${objective.designId}`);
    }
  }
  const use = rowUse(objectives, length);
  return { use, columns: objectives.map((objective) => turned(objective, use.rows)) };
}

const USED = 0;
const INFINITE = 1;
const MISSING = 2;
const FAILED = 3;

/** As `usableRows`, column by column: a failed row counts as failed, else as missing, else as infinite. */
function rowUse(objectives: readonly Objective[], length: number): RowUse {
  const state = new Uint8Array(length);
  for (const { values } of objectives) {
    for (let row = 0; row < length; row++) {
      const value = values[row] as number;
      if (value - value !== 0) {
        const found = Number.isNaN(value) ? MISSING : INFINITE;
        if (found > (state[row] as number)) state[row] = found;
      }
    }
  }
  for (const { failures } of objectives) {
    for (const row of failures?.keys() ?? []) if (row < length) state[row] = FAILED;
  }
  const counts = [0, 0, 0, 0];
  const rows = new Int32Array(length);
  let used = 0;
  for (let row = 0; row < length; row++) {
    const found = state[row] as number;
    if (found === USED) rows[used++] = row;
    else counts[found] = (counts[found] as number) + 1;
  }
  const [, infinite = 0, missing = 0, failed = 0] = counts;
  return { rows: rows.slice(0, used), used, failed, missing, infinite };
}

function turned({ values, direction }: Objective, rows: Int32Array): Float64Array {
  const column = new Float64Array(rows.length);
  if (direction === "less")
    for (let at = 0; at < rows.length; at++) column[at] = (values[rows[at] as number] as number) + 0;
  else for (let at = 0; at < rows.length; at++) column[at] = 0 - (values[rows[at] as number] as number);
  return column;
}
