import { quantile } from "../estimate/quantile.ts";
import type { Design, Outcome } from "../frame/index.ts";
import { ascendingOrder, type Classes, type InputNote } from "./conditioning.ts";
import { dummyThresholds } from "./dummy-threshold.ts";
import { type GivenDataOptions, type GivenDataResult, givenDataOf } from "./given-data.ts";
import { basicInterval, type IndexEstimate } from "./interval.ts";
import { bootstrap, resamplingName } from "./resampling.ts";

/** PAWN indices of one input: statistics over its classes of the largest distance between two distribution functions, in [0, 1]. */
export interface PawnFactor {
  readonly name: string;
  readonly input: InputNote;
  readonly median: IndexEstimate;
  readonly max: IndexEstimate;
  /**
   * What a dummy that does not enter the model exceeds with probability 1 − confidence, in classes of the same sizes: below it an index is noise. Absent without resamples.
   */
  readonly threshold: { readonly median: number; readonly max: number } | undefined;
}

/**
 * PAWN indices from any design: for each of ten classes of an input's values the Kolmogorov–Smirnov distance between the outcome's distribution in the class and over all rows; median and maximum
 * over the classes. Depends on the order of the outcomes alone, so any increasing change of the outcome's scale leaves it as it is. Found distances are too large by about
 * 0.87 ÷ √(rows in a class); hence the dummy.
 *
 * Intervals are reversed percentiles of a bootstrap of rows. Without at least ten rows a class there are fewer classes; with fewer than 20 rows `too-few-rows`. Throws
 * `AnalysisError` `another-design`, `another-length`, `out-of-scale`, `bad-argument`. O(rows × factors × resamples). Source: F. Pianosi, T. Wagener, "Distribution-based sensitivity analysis from a
 * generic input–output sample", Environmental Modelling & Software 108 (2018).
 */
export function pawnIndices(
  design: Design,
  outcome: Outcome,
  options: GivenDataOptions = {},
): GivenDataResult<PawnFactor> {
  const data = givenDataOf(design, outcome, options, { least: 10, wanted: () => 10 });
  if (data.kind === "no-indices") return data;
  const { use, values, conditioned, confidence, resamples, seed, once } = data;
  const { order, isLast } = stepsOf(values);
  const inOrder = conditioned.map(
    ({ classes }): Classes => ({ ...classes, of: order.map((row) => classes.of[row] as number) }),
  );
  const resampled = bootstrap(use.used, resamples, resamplingName(seed, "pawn-rows"), (weights) =>
    inOrder.flatMap((classes) => statisticsOf(distances(isLast, classes, weights))),
  );
  const dummy = dummyThresholds(resamplingName(seed, "pawn-dummy"), resamples, confidence, (classes) =>
    statisticsOf(distances(isLast, classes, once)),
  );
  return {
    kind: "indices",
    use,
    factors: conditioned.map(({ name, input }, at) => {
      const classes = inOrder[at] as Classes;
      const [median, max] = statisticsOf(distances(isLast, classes, once));
      const estimate = (value: number, figure: number): IndexEstimate => ({
        value,
        interval: basicInterval(value, resampled[2 * at + figure] ?? new Float64Array(), confidence, [0, 1]),
      });
      const [medianThreshold, maxThreshold] = dummy(classes);
      return {
        name,
        input,
        median: estimate(median, 0),
        max: estimate(max, 1),
        threshold:
          medianThreshold === undefined || maxThreshold === undefined
            ? undefined
            : { median: medianThreshold, max: maxThreshold },
      };
    }),
  };
}

/** Rows in ascending order of outcome, cut where the outcome changes. */
interface OutcomeSteps {
  readonly order: Int32Array;
  /** 1 at the last rank of each run of equal outcomes. */
  readonly isLast: Uint8Array;
}

function stepsOf(values: Float64Array): OutcomeSteps {
  const order = ascendingOrder(values);
  const isLast = new Uint8Array(order.length).fill(1);
  for (let rank = 0; rank + 1 < order.length; rank++) {
    if (values[order[rank] as number] === values[order[rank + 1] as number]) isLast[rank] = 0;
  }
  return { order, isLast };
}

/**
 * Largest distance between the distribution function of each class and that of all rows; `NaN` for a class of which no row counts. Rows stand in ascending order of outcome, and `weights` say how
 * often each counts. The distance is largest just before or at an outcome of the class, so one pass suffices.
 */
function distances(isLast: Uint8Array, { count, of }: Classes, weights: Int32Array): Float64Array {
  const sizes = new Int32Array(count);
  let total = 0;
  for (let rank = 0; rank < weights.length; rank++) {
    const weight = weights[rank] as number;
    const own = of[rank] as number;
    sizes[own] = (sizes[own] as number) + weight;
    total += weight;
  }
  const largest = new Float64Array(count);
  const below = new Int32Array(count);
  let passed = 0;
  for (let start = 0; start < weights.length; ) {
    let end = start;
    while (isLast[end] === 0) end += 1;
    const before = passed / total;
    for (let tied = start; tied <= end; tied++) widen(largest, of[tied] as number, below, sizes, before);
    for (let tied = start; tied <= end; tied++) {
      const own = of[tied] as number;
      const weight = weights[tied] as number;
      below[own] = (below[own] as number) + weight;
      passed += weight;
    }
    const after = passed / total;
    for (let tied = start; tied <= end; tied++) widen(largest, of[tied] as number, below, sizes, after);
    start = end + 1;
  }
  for (let own = 0; own < count; own++) if (sizes[own] === 0) largest[own] = Number.NaN;
  return largest;
}

function widen(
  largest: Float64Array,
  own: number,
  below: Int32Array,
  sizes: Int32Array,
  share: number,
): void {
  const distance = Math.abs((below[own] as number) / (sizes[own] as number) - share);
  if (distance > (largest[own] as number)) largest[own] = distance;
}

/** Median and maximum over the classes that hold a row. */
function statisticsOf(byClass: Float64Array): readonly [median: number, max: number] {
  const held = byClass.filter((distance) => !Number.isNaN(distance));
  return [quantile(held, 0.5), quantile(held, 1)];
}
