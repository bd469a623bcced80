import type { Design, Outcome } from "../frame/index.ts";
import type { Classes, InputNote } from "./conditioning.ts";
import { classCount, type GivenDataOptions, type GivenDataResult, givenDataOf } from "./given-data.ts";
import { type IndexEstimate, normalInterval } from "./interval.ts";
import { bootstrap, resamplingName } from "./resampling.ts";

/** First-order index of one input found from any design. */
export interface FirstOrderFactor {
  readonly name: string;
  readonly input: InputNote;
  /** Share of variance between the classes, corrected for chance; may fall below 0 by chance. */
  readonly first: IndexEstimate;
}

/**
 * First-order indices Var(E(Y | X)) ÷ Var(Y) from any design, also where inputs depend on each other (then they say what learning one input tells, through the others too). Rows are
 * divided into `classCount` classes of each input's values; from the share of variance between classes what chance gives, (classes − 1) ÷ (rows − classes) of the share within, is taken away
 * (T. L. Kelley's ε², 1935). What a smooth curve does within a class is lost: about 1 % of its share. Intervals: normal with the deviation of a bootstrap of rows.
 *
 * Fewer than 20 rows: `too-few-rows`. Throws `AnalysisError` `another-design`, `another-length`, `out-of-scale`, `bad-argument`. O(rows × factors × resamples). Source: Plischke, Borgonovo & Smith 2013.
 */
export function firstOrderIndices(
  design: Design,
  outcome: Outcome,
  options: GivenDataOptions = {},
): GivenDataResult<FirstOrderFactor> {
  const data = givenDataOf(design, outcome, options, { least: 5, wanted: classCount });
  if (data.kind === "no-indices") return data;
  const { use, values, conditioned, confidence, resamples, seed, once } = data;
  const resampled = bootstrap(use.used, resamples, resamplingName(seed, "first-order"), (weights) =>
    conditioned.map(({ classes }) => shareBetween(values, classes, weights)),
  );
  return {
    kind: "indices",
    use,
    factors: conditioned.map(({ name, input, classes }, at) => {
      const value = shareBetween(values, classes, once);
      const interval = normalInterval(value, resampled[at] ?? new Float64Array(), confidence, "bootstrap");
      return { name, input, first: { value, interval } };
    }),
  };
}

/** Share of variance between classes, corrected for chance; 0 with a single class. `weights` say how often each row counts. */
function shareBetween(values: Float64Array, { of, count }: Classes, weights: Int32Array): number {
  const sums = new Float64Array(count);
  const sizes = new Int32Array(count);
  let total = 0;
  let sum = 0;
  for (let at = 0; at < values.length; at++) {
    const weight = weights[at] as number;
    sum += weight * (values[at] as number);
    total += weight;
  }
  const mean = sum / total;
  let squares = 0;
  for (let at = 0; at < values.length; at++) {
    const weight = weights[at] as number;
    const own = of[at] as number;
    const distance = (values[at] as number) - mean;
    sums[own] = (sums[own] as number) + weight * distance;
    sizes[own] = (sizes[own] as number) + weight;
    squares += weight * distance * distance;
  }
  let between = 0;
  let held = 0;
  for (let own = 0; own < count; own++) {
    const size = sizes[own] as number;
    if (size === 0) continue;
    held += 1;
    between += ((sums[own] as number) * (sums[own] as number)) / size;
  }
  if (squares === 0 || held <= 1 || held >= total) return 0;
  return (between - ((held - 1) * (squares - between)) / (total - held)) / squares;
}
