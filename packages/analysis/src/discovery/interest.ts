import { AnalysisError, type Design, type Outcome, type RowUse, usableRows } from "../frame/index.ts";

/**
 * Which rows are of interest: those whose outcome lies at or beyond a threshold, between two (both included), or that are flagged (one entry a row, 0 or 1).
 */
export type Interest =
  | { readonly kind: "at-least" | "at-most" | "above" | "below"; readonly threshold: number }
  | { readonly kind: "between"; readonly low: number; readonly high: number }
  | { readonly kind: "flags"; readonly flags: Uint8Array };

export interface InterestOptions {
  /** One weight a row, finite and not negative; rows of weight 0 are left out. Without it every row counts 1. */
  readonly weights?: Float64Array | undefined;
  /**
   * One whole number a row: rows of the same number are never split between what a box is fitted to and what it is tested on, and are drawn together (one future under
   * several
   * packages). Without it every row is its own group.
   */
  readonly groups?: Int32Array | undefined;
}

/** Rows in question with their interest and weight, both indexed by row of the design. */
export interface Question {
  readonly design: Design;
  readonly use: RowUse;
  /** Usable rows left out because their weight is 0. */
  readonly weightless: number;
  /** Rows in question, ascending. */
  readonly rows: Int32Array;
  readonly weight: Float64Array;
  /** `weight` where the row is of interest, 0 elsewhere. */
  readonly hits: Float64Array;
  /** Group of each row, from 0 in the order of their first row; the row itself unless groups were given. */
  readonly group: Int32Array;
  readonly groupCount: number;
  readonly isWeighted: boolean;
  readonly isGrouped: boolean;
}

/**
 * The question which usable rows are of interest. Nothing of the caller is changed. Throws `AnalysisError`: `another-design` and `another-length` as `usableRows`,
 * `another-length` for flags, weights or groups of another length, `bad-argument` for thresholds that are `NaN` or reversed and weights that are negative or not finite.
 */
export function questionOf(
  design: Design,
  outcome: Outcome,
  interest: Interest,
  options: InterestOptions = {},
): Question {
  const { weights, groups } = options;
  checkInterest(interest, design);
  for (const [name, column] of [
    ["weights", weights],
    ["groups", groups],
  ] as const) {
    if (column !== undefined && column.length !== design.rows) {
      throw new AnalysisError("another-length", `${column.length} ${name} for ${design.rows} rows`);
    }
  }
  const use = usableRows(design, [outcome]);
  const weight = new Float64Array(design.rows);
  const hits = new Float64Array(design.rows);
  const rows = new Int32Array(use.used);
  let count = 0;
  for (const row of use.rows) {
    const own = weights === undefined ? 1 : (weights[row] as number);
    if (!(own >= 0 && own < Number.POSITIVE_INFINITY)) {
      throw new AnalysisError("bad-argument", `the weight of row ${row} is ${own}`);
    }
    if (own === 0) continue;
    rows[count++] = row;
    weight[row] = own;
    hits[row] = isOfInterest(interest, outcome.values[row] as number, row) ? own : 0;
  }
  return {
    design,
    use,
    weightless: use.used - count,
    rows: rows.slice(0, count),
    weight,
    hits,
    ...numberedGroups(groups, design.rows),
    isWeighted: weights !== undefined,
    isGrouped: groups !== undefined,
  };
}

function numberedGroups(
  groups: Int32Array | undefined,
  rows: number,
): { group: Int32Array; groupCount: number } {
  if (groups === undefined) {
    return { group: Int32Array.from({ length: rows }, (_, row) => row), groupCount: rows };
  }
  const numbers = new Map<number, number>();
  const group = groups.map((name) => {
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    return number;
  });
  return { group, groupCount: numbers.size };
}

function isOfInterest(interest: Interest, value: number, row: number): boolean {
  switch (interest.kind) {
    case "at-least":
      return value >= interest.threshold;
    case "at-most":
      return value <= interest.threshold;
    case "above":
      return value > interest.threshold;
    case "below":
      return value < interest.threshold;
    case "between":
      return value >= interest.low && value <= interest.high;
    case "flags":
      return interest.flags[row] !== 0;
  }
}

function checkInterest(interest: Interest, design: Design): void {
  if (interest.kind === "flags") {
    if (interest.flags.length !== design.rows) {
      throw new AnalysisError("another-length", `${interest.flags.length} flags for ${design.rows} rows`);
    }
  } else if (interest.kind === "between") {
    if (!(interest.low <= interest.high)) {
      throw new AnalysisError("bad-argument", `interest between ${interest.low} and ${interest.high}`);
    }
  } else if (Number.isNaN(interest.threshold)) {
    throw new AnalysisError("bad-argument", "the threshold of interest is NaN");
  }
}
