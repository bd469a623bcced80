import { owenValues } from "../attribution/owen-values.ts";
import {
  AnalysisError,
  type Design,
  type Outcome,
  type RowUse,
  type Seed,
  usableRows,
} from "../frame/index.ts";
import { checkScale } from "../frame/scale.ts";
import { type InputNote, inputNotes } from "./conditioning.ts";
import { fewestRows } from "./given-data.ts";
import {
  checkConfidence,
  checkWhole,
  deviationOf,
  type IndexEstimate,
  meanOf,
  normalInterval,
  varies,
} from "./interval.ts";
import { type Coordinate, NeighbourTree } from "./neighbour-tree.ts";
import { resamplingName, shuffle, WordStream } from "./resampling.ts";

export interface ShapleyOptions {
  /** Rows, each with its nearest, over which the variance given some inputs is taken, at least 2; unless stated 24, and with fewer than 960 rows a fortieth of them, at least 3. */
  readonly neighbours?: number;
  /** Confidence of the intervals, in (0, 1); 0.95 unless stated. */
  readonly confidence?: number;
  /** Random halves behind the intervals; 20 unless stated, 0 for none. */
  readonly resamples?: number;
  /** Seed of the halves and of the order in which ties are broken; 0 unless stated. */
  readonly seed?: Seed;
}

/** Shapley effect of one input: its part of the outcome's variance, in [0, 1] up to chance. */
export interface ShapleyFactor {
  readonly name: string;
  readonly input: InputNote;
  readonly effect: IndexEstimate;
}

export type ShapleyResult =
  | {
      readonly kind: "effects";
      readonly use: RowUse;
      readonly variance: number;
      /** They add up to 1. */
      readonly factors: readonly ShapleyFactor[];
    }
  | { readonly kind: "no-effects"; readonly reason: "no-variance" | "too-few-rows"; readonly use: RowUse };

/** Most inputs: all their subsets are gone through. */
const mostInputs = 14;

/**
 * Shapley effects from any design, of inputs that may depend on each other: the Shapley value of the game whose worth is Var(E(Y | X_u)). What inputs do together, and what they know
 * of each other, is shared evenly, so the effects add up to 1; none is below 0 but by chance.
 *
 * E(Var(Y | X_u)) of every subset u is the mean, over all rows, of the variance of the outcome among the rows nearest in X_u ("double Monte Carlo", subset procedure). Reals and integers are
 * scaled to unit standard deviation; levels of a category lie 1 apart. All inputs together are taken to explain everything, so noise that no input explains is shared among them. Means
 * over neighbours smooth, which takes from strong inputs and gives to weak ones; the bias shrinks as rows^(−1 ÷ size of u), so many inputs need many rows. The source takes 3 neighbours,
 * which suits independent rows; among rows of a low-discrepancy design the nearest lie deliberately apart in all other inputs, and 3 of them give effects that stay wrong however many the
 * rows (Ishigami, 16,384 Sobol' points: 0.53, 0.44, 0.03 for 0.44, 0.44, 0.12). Hence the 24.
 *
 * Intervals: normal, with the deviation over random halves of the rows, which estimates that of all rows (J. Shao, C. F. J. Wu, "A general theory for jackknife variance estimation", Annals of
 * Statistics 17 (1989)): they tell chance, not the bias. Fewer than 20 rows: `too-few-rows`. Throws `AnalysisError` `another-design`, `another-length`, `out-of-scale`, `bad-argument` (also for more than 14
 * inputs). O(2^inputs × rows × log rows × (1 + resamples ÷ 2)).
 *
 * Sources: E. Song, B. L. Nelson, J. Staum, SIAM/ASA J. Uncertainty Quantification 4 (2016); B. Broto, F. Bachoc, M. Depecker, "Variance reduction for estimation of Shapley effects and
 * adaptation to unknown input distribution", ibid. 8 (2020).
 */
export function shapleyEffects(
  design: Design,
  outcome: Outcome,
  { neighbours: wanted, confidence = 0.95, resamples = 20, seed = 0 }: ShapleyOptions = {},
): ShapleyResult {
  checkConfidence(confidence);
  if (wanted !== undefined) checkWhole("neighbours", wanted, 2);
  checkWhole("resamples", resamples, 0);
  const { factors } = design;
  if (factors.length > mostInputs) {
    throw new AnalysisError(
      "bad-argument",
      `Shapley effects of ${factors.length} inputs need 2^${factors.length} subsets; at most ${mostInputs} inputs`,
    );
  }
  const use = usableRows(design, [outcome]);
  const neighbours = wanted ?? Math.max(3, Math.min(24, Math.floor(use.used / 40)));
  if (use.used < Math.max(fewestRows, 4 * neighbours))
    return { kind: "no-effects", reason: "too-few-rows", use };
  const rows = use.rows.slice();
  const name = resamplingName(seed, "shapley");
  shuffle(rows, new WordStream(name, 0));
  const values = Float64Array.from(rows, (row) => outcome.values[row] as number);
  checkScale(outcome.name, values);
  if (!varies(values)) return { kind: "no-effects", reason: "no-variance", use };
  const coordinates = factors.map((factor, at): Coordinate => {
    const column = Float64Array.from(rows, (row) => design.columns[at]?.[row] as number);
    const deviation = deviationOf(column);
    const isCategory = factor.kind === "category";
    return {
      values: isCategory || deviation === 0 ? column : column.map((value) => value / deviation),
      isCategory,
    };
  });
  const effects = effectsOf(coordinates, values, neighbours);
  const halves = Array.from({ length: resamples }, (_, resample) => {
    const chosen = Int32Array.from(rows.keys());
    shuffle(chosen, new WordStream(name, resample + 1));
    const half = chosen.subarray(0, rows.length >> 1);
    const pick = (column: Float64Array): Float64Array =>
      Float64Array.from(half, (at) => column[at] as number);
    const halfValues = pick(values);
    if (!varies(halfValues)) return effects;
    return effectsOf(
      coordinates.map((one) => ({ ...one, values: pick(one.values) })),
      halfValues,
      neighbours,
    );
  });
  const notes = inputNotes(design, use.rows);
  return {
    kind: "effects",
    use,
    variance: varianceOf(values),
    factors: factors.map((factor, at) => {
      const value = effects[at] as number;
      const spread = Float64Array.from(halves, (half) => half[at] as number);
      return {
        name: factor.name,
        input: notes[at] as InputNote,
        effect: { value, interval: normalInterval(value, spread, confidence, "half-samples") },
      };
    }),
  };
}

function effectsOf(
  coordinates: readonly Coordinate[],
  values: Float64Array,
  neighbours: number,
): Float64Array {
  const all = (1 << coordinates.length) - 1;
  const variance = varianceOf(values);
  const worths = new Float64Array(all + 1);
  worths[all] = 1;
  for (let subset = 1; subset < all; subset++) {
    const chosen = coordinates.filter((_, at) => subset & (1 << at));
    worths[subset] = 1 - unexplained(chosen, values, neighbours) / variance;
  }
  return owenValues(
    worths,
    coordinates.map((_, at) => [at]),
  );
}

/** Mean variance (n − 1) of the outcome among the rows nearest to each row. */
function unexplained(chosen: readonly Coordinate[], values: Float64Array, neighbours: number): number {
  const tree = new NeighbourTree(chosen, values.length, neighbours);
  let sum = 0;
  for (let row = 0; row < values.length; row++) {
    const near = tree.nearestTo(row);
    let mean = 0;
    for (let at = 0; at < near.length; at++) mean += (values[near[at] as number] as number) / near.length;
    for (let at = 0; at < near.length; at++) {
      const distance = (values[near[at] as number] as number) - mean;
      sum += distance * distance;
    }
  }
  return sum / (values.length * (neighbours - 1));
}

function varianceOf(values: Float64Array): number {
  const mean = meanOf(values);
  let squares = 0;
  for (let at = 0; at < values.length; at++) {
    const distance = (values[at] as number) - mean;
    squares += distance * distance;
  }
  return squares / (values.length - 1);
}
