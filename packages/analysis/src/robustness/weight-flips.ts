import { log } from "@shikumi/core/math";
import { wilsonInterval } from "../estimate/wilson-interval.ts";
import { AnalysisError, type Seed } from "../frame/index.ts";
import type { Direction } from "./outcome-cube.ts";
import { bestOf } from "./ranking.ts";
import { drawsName, NumberStream } from "./resample.ts";

/** Scores of the alternatives by one measure, to be weighed against others. */
export interface WeighedMeasure {
  readonly name: string;
  /** One score an alternative, finite. */
  readonly scores: Float64Array;
  readonly direction: Direction;
  /**
   * Scores worth 0 and 1. Unless stated the worst and the best of the alternatives: then adding an alternative can turn the order of others
   * (V. Belton and T. Gear, Omega 11 (1983)).
   */
  readonly anchors?: { readonly worst: number; readonly best: number };
}

/** A range of weights of the first of two measures within which the same alternatives are best. Neighbours share an end, at which the best of both tie. */
export interface WeightSegment {
  readonly from: number;
  readonly to: number;
  readonly best: readonly number[];
}

/**
 * Which alternative is best for every weight of the first of two measures, the second weighing the rest: exact, the upper envelope of the alternatives' lines over [0, 1].
 * Throws `AnalysisError`: `another-length` where measures differ in alternatives, `bad-argument` for scores that are not finite or anchors in the wrong order.
 */
export function weightSegments(first: WeighedMeasure, second: WeighedMeasure): readonly WeightSegment[] {
  const [a = new Float64Array(), b = new Float64Array()] = worths([first, second]);
  const worthAt = (at: number, weight: number): number =>
    weight * (a[at] as number) + (1 - weight) * (b[at] as number);
  const slope = (at: number): number => (a[at] as number) - (b[at] as number);
  const segments: WeightSegment[] = [];
  let from = 0;
  let current = steepestBest([...a.keys()], (at) => b[at] as number, slope);
  while (from < 1) {
    const [line = 0] = current;
    let to = 1;
    let next: number[] = [];
    for (const other of a.keys()) {
      if (!(slope(other) > slope(line))) continue;
      const crossing = ((b[line] as number) - (b[other] as number)) / (slope(other) - slope(line));
      if (crossing < to) next = [other];
      else if (crossing === to) next.push(other);
      to = Math.min(to, crossing);
    }
    to = Math.max(to, from);
    if (to > from) segments.push({ from, to, best: current });
    if (next.length === 0 || to >= 1) break;
    from = to;
    current = steepestBest(next, (at) => worthAt(at, to), slope, 1e-12);
  }
  return segments.length > 0 ? segments : [{ from: 0, to: 1, best: current }];
}

/** Of some lines the highest at a point, of those the steepest, and all equal to it. */
function steepestBest(
  lines: readonly number[],
  height: (line: number) => number,
  slope: (line: number) => number,
  slack = 0,
): readonly number[] {
  const top = Math.max(...lines.map(height));
  const high = lines.filter((line) => height(line) >= top - slack);
  const steepest = Math.max(...high.map(slope));
  return high.filter((line) => slope(line) === steepest);
}

/** Part of the space of weights in which an alternative is best. */
export interface WeightRegion {
  readonly alternative: number;
  /** Share of weightings drawn evenly from the simplex, ties split, with Wilson's interval for the number of draws. 0: not seen, which is no proof of never. */
  readonly share: number;
  readonly low: number;
  readonly high: number;
  /** Mean of the weightings under which it is best, by measure: what one would have to find important to choose it. Absent where none was drawn. */
  readonly centre?: readonly number[];
}

/**
 * Regions of weights for any number of measures, by `draws` even draws from the simplex (10,000 unless stated). Shares are acceptability indices of first rank, centres
 * central weight vectors: R. Lahdelma, J. Hokkanen and P. Salminen, "SMAA – stochastic multiobjective acceptability analysis", EJOR 106 (1998). Throws as `weightSegments`.
 */
export function weightRegions(
  measures: readonly WeighedMeasure[],
  {
    draws = 10_000,
    seed = 0,
    confidence = 0.95,
  }: { readonly draws?: number; readonly seed?: Seed; readonly confidence?: number } = {},
): readonly WeightRegion[] {
  const values = worths(measures);
  const alternatives = values[0]?.length ?? 0;
  const shares = new Float64Array(alternatives);
  const sums = new Float64Array(alternatives * values.length);
  const weights = new Float64Array(values.length);
  const totals = new Float64Array(alternatives);
  const stream = new NumberStream(drawsName(seed, "weights"));
  for (let draw = 0; draw < draws; draw++) {
    drawWeights(weights, stream);
    totals.fill(0);
    for (const [at, column] of values.entries()) {
      const weight = weights[at] as number;
      for (let one = 0; one < alternatives; one++)
        totals[one] = (totals[one] as number) + weight * (column[one] as number);
    }
    const best = bestOf(totals, true);
    for (const one of best) {
      shares[one] = (shares[one] as number) + 1 / best.length;
      for (let at = 0; at < weights.length; at++) {
        sums[one * weights.length + at] =
          (sums[one * weights.length + at] as number) + (weights[at] as number) / best.length;
      }
    }
  }
  return Array.from(shares, (sum, alternative) => ({
    alternative,
    share: sum / draws,
    ...wilsonInterval(sum, draws, confidence),
    ...(sum > 0
      ? {
          centre: Array.from(
            sums.subarray(alternative * weights.length, (alternative + 1) * weights.length),
            (part) => part / sum,
          ),
        }
      : {}),
  }));
}

/** An even draw from the simplex: exponential variables divided by their sum. */
export function drawWeights(weights: Float64Array, stream: NumberStream): void {
  let sum = 0;
  for (let at = 0; at < weights.length; at++) {
    const part = 0 - log(stream.uniform());
    weights[at] = part;
    sum += part;
  }
  for (let at = 0; at < weights.length; at++) weights[at] = (weights[at] as number) / sum;
}

/** Scores on a scale from 0 (worst anchor) to 1 (best). A measure by which all alternatives are alike is worth 0 for all. */
function worths(measures: readonly WeighedMeasure[]): readonly Float64Array[] {
  const length = measures[0]?.scores.length ?? 0;
  if (length === 0) throw new AnalysisError("bad-argument", "no measures, or no alternatives");
  return measures.map(({ name, scores, direction, anchors }) => {
    if (scores.length !== length)
      throw new AnalysisError("another-length", `"${name}" has ${scores.length} scores of ${length}`);
    if (!scores.every(Number.isFinite))
      throw new AnalysisError("bad-argument", `"${name}" has a score that is not finite`);
    const low = scores.reduce((a, b) => Math.min(a, b));
    const high = scores.reduce((a, b) => Math.max(a, b));
    const { worst, best } =
      anchors ?? (direction === "more" ? { worst: low, best: high } : { worst: high, best: low });
    if (anchors !== undefined && !(direction === "more" ? worst < best : worst > best)) {
      throw new AnalysisError(
        "bad-argument",
        `the worst anchor ${worst} of "${name}" is not worse than the best ${best}`,
      );
    }
    return scores.map((score) => (worst === best ? 0 : (score - worst) / (best - worst)));
  });
}
