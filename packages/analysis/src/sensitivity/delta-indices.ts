import type { Design, Outcome } from "../frame/index.ts";
import { ascendingOrder, type Classes, classesOf, distinctOf, type InputNote } from "./conditioning.ts";
import { dummyThresholds } from "./dummy-threshold.ts";
import { classCount, type GivenDataOptions, type GivenDataResult, givenDataOf } from "./given-data.ts";
import { type IndexEstimate, meanOf, normalInterval } from "./interval.ts";
import { bootstrap, resamplingName } from "./resampling.ts";

/** Delta of one input. */
export interface DeltaFactor {
  readonly name: string;
  readonly input: InputNote;
  /** Corrected for bias by the bootstrap; as found without resamples. Corrected values may fall below 0 by chance. */
  readonly delta: IndexEstimate;
  /** What `delta` of a dummy that does not enter the model exceeds, before correction, with probability 1 − confidence; beside `found`. Absent without resamples. */
  readonly threshold: number | undefined;
  /** Delta before the correction, in [0, 1]: what the threshold is for. */
  readonly found: number;
}

/**
 * Borgonovo's δ = ½ E ∫ |f(y) − f(y | x)| dy from any design: how far learning an input moves the whole distribution of the outcome, 0 for no influence to 1. Unchanged by any monotone
 * change of the outcome's scale.
 *
 * Rows are divided by the input into `classCount` classes and by the outcome into about √(rows in a class) of equal size (into its values where it has no more of them); δ is half the sum of
 * distances between the shares of cells. Classes of the outcome's ranks take the place of the kernel densities of the sources: they need no bandwidth, and on Ishigami's function come
 * nearer (SPEC-sensitivity.md). Chance makes the sum too large, so value = 2 found − mean of the bootstrap, as Plischke et al.; the interval is normal with the deviation of
 * the bootstrap of rows.
 *
 * Throws `AnalysisError` `another-design`, `another-length`, `out-of-scale`, `bad-argument`. O(rows × factors × resamples). Sources: E. Borgonovo, "A new uncertainty importance measure", Reliability
 * Engineering & System Safety 92 (2007); E. Plischke, E. Borgonovo, C. L. Smith, European Journal of Operational Research 226 (2013).
 */
export function deltaIndices(
  design: Design,
  outcome: Outcome,
  options: GivenDataOptions = {},
): GivenDataResult<DeltaFactor> {
  const data = givenDataOf(design, outcome, options, { least: 5, wanted: classCount });
  if (data.kind === "no-indices") return data;
  const { use, values, conditioned, confidence, resamples, seed, once } = data;
  const outcomes = outcomeClasses(
    values,
    conditioned.reduce((most, { classes }) => Math.max(most, classes.count), 1),
  );
  const resampled = bootstrap(use.used, resamples, resamplingName(seed, "delta-rows"), (weights) =>
    conditioned.map(({ classes }) => distanceOf(outcomes, classes, weights)),
  );
  const dummy = dummyThresholds(resamplingName(seed, "delta-dummy"), resamples, confidence, (classes) => [
    distanceOf(outcomes, classes, once),
  ]);
  return {
    kind: "indices",
    use,
    factors: conditioned.map(({ name, input, classes }, at) => {
      const found = distanceOf(outcomes, classes, once);
      const again = resampled[at] ?? new Float64Array();
      const value = again.length === 0 ? found : 2 * found - meanOf(again);
      const interval = normalInterval(value, again, confidence, "bootstrap");
      return { name, input, delta: { value, interval }, threshold: dummy(classes)[0], found };
    }),
  };
}

function outcomeClasses(values: Float64Array, inputClasses: number): Classes {
  const order = ascendingOrder(values);
  const wanted = Math.max(4, Math.min(50, Math.round(Math.sqrt(values.length / inputClasses))));
  return classesOf(values, order, wanted, distinctOf(values, order));
}

/** Half the sum over all cells of |share of the cell − share of its input class × share of its outcome class|. */
function distanceOf(outcomes: Classes, inputs: Classes, weights: Int32Array): number {
  const cells = new Int32Array(inputs.count * outcomes.count);
  const inputSizes = new Int32Array(inputs.count);
  const outcomeSizes = new Int32Array(outcomes.count);
  let total = 0;
  for (let at = 0; at < weights.length; at++) {
    const weight = weights[at] as number;
    const input = inputs.of[at] as number;
    const outcome = outcomes.of[at] as number;
    const cell = input * outcomes.count + outcome;
    cells[cell] = (cells[cell] as number) + weight;
    inputSizes[input] = (inputSizes[input] as number) + weight;
    outcomeSizes[outcome] = (outcomeSizes[outcome] as number) + weight;
    total += weight;
  }
  let sum = 0;
  for (let input = 0; input < inputs.count; input++) {
    const share = (inputSizes[input] as number) / total;
    for (let outcome = 0; outcome < outcomes.count; outcome++) {
      const cell = cells[input * outcomes.count + outcome] as number;
      sum += Math.abs(cell - share * (outcomeSizes[outcome] as number));
    }
  }
  return sum / (2 * total);
}
