import { type Design, type Outcome, type RowUse, type Seed, usableRows } from "../frame/index.ts";
import { checkScale } from "../frame/scale.ts";
import { type Conditioning, conditionOn } from "./conditioning.ts";
import { checkConfidence, checkWhole, varies } from "./interval.ts";

export interface GivenDataOptions {
  /** Classes an input is divided into, at least 2; each index states its default. Fewer where rows are too few for them. */
  readonly classes?: number;
  /** Confidence of the intervals and level of a dummy's threshold, in (0, 1); 0.95 unless stated. */
  readonly confidence?: number;
  /** Bootstrap samples of rows, and draws of a dummy; 100 unless stated, 0 for neither. */
  readonly resamples?: number;
  /** Seed of both; 0 unless stated. */
  readonly seed?: Seed;
}

/** Indices from any design, or why there are none. `factors` has the order of the design's factors. */
export type GivenDataResult<Factor> =
  | { readonly kind: "indices"; readonly use: RowUse; readonly factors: readonly Factor[] }
  | {
      readonly kind: "no-indices";
      /** The outcome does not vary, or fewer than 20 rows have one. */
      readonly reason: "no-variance" | "too-few-rows";
      readonly use: RowUse;
    };

/** Rows, outcomes and divided inputs of one analysis, its options checked. */
export interface GivenData {
  readonly kind: "data";
  readonly use: RowUse;
  /** Outcomes of the rows used. */
  readonly values: Float64Array;
  readonly conditioned: readonly Conditioning[];
  readonly confidence: number;
  readonly resamples: number;
  readonly seed: Seed;
  /** How often each row counts in the data themselves: once. */
  readonly once: Int32Array;
}

/** Fewest rows from which anything is said. */
export const fewestRows = 20;

/** Throws `AnalysisError` as the functions that call it say. `least` is the fewest rows a class holds on average. */
export function givenDataOf(
  design: Design,
  outcome: Outcome,
  { classes, confidence = 0.95, resamples = 100, seed = 0 }: GivenDataOptions,
  { least, wanted }: { readonly least: number; readonly wanted: (rows: number) => number },
): GivenData | Extract<GivenDataResult<never>, { kind: "no-indices" }> {
  checkConfidence(confidence);
  checkWhole("resamples", resamples, 0);
  if (classes !== undefined) checkWhole("classes", classes, 2);
  const use = usableRows(design, [outcome]);
  if (use.used < fewestRows) return { kind: "no-indices", reason: "too-few-rows", use };
  const values = Float64Array.from(use.rows, (row) => outcome.values[row] as number);
  checkScale(outcome.name, values);
  if (!varies(values)) return { kind: "no-indices", reason: "no-variance", use };
  const most = Math.min(classes ?? wanted(use.used), Math.floor(use.used / least));
  return {
    kind: "data",
    use,
    values,
    conditioned: conditionOn(design, use.rows, most),
    confidence,
    resamples,
    seed,
    once: new Int32Array(use.used).fill(1),
  };
}

/**
 * Classes for `rows` rows: ⌈rows^share⌉ from 2 to 48, the share rising from 1/4 to 1/3 with the rows. E. Plischke, E. Borgonovo, C. L. Smith, "Global sensitivity measures from given
 * data", European Journal of Operational Research 226 (2013), let the share rise as 1 ÷ (3.5 + ½ tanh((1500 − rows) ÷ 500)); here the root itself goes over in a straight line from 500 to
 * 2,500 rows, which differs by at most one class.
 */
export function classCount(rows: number): number {
  const share = Math.min(1, Math.max(0, (rows - 500) / 2000));
  const blended = (1 - share) * Math.sqrt(Math.sqrt(rows)) + share * cubeRoot(rows);
  return Math.max(2, Math.min(48, Math.ceil(blended)));
}

/** Cube root of a number from 1, by Newton's method from above. */
function cubeRoot(value: number): number {
  let root = value;
  for (;;) {
    const next = (2 * root + value / (root * root)) / 3;
    if (next >= root) return root;
    root = next;
  }
}
