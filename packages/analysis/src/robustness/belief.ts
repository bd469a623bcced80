import { AnalysisError } from "../frame/index.ts";
import { type FutureTable, futureTable, type Reduction } from "./future-table.ts";
import type { Metric } from "./metric.ts";
import { cubeId, type OutcomeCube } from "./outcome-cube.ts";
import { bestOf } from "./ranking.ts";
import { type Score, type ScoreOptions, type Scores, scoreTable } from "./score.ts";

/** A probability distribution over futures, as weights of the rows that were sampled from another. */
export interface Belief {
  readonly name: string;
  /** By row of the design: density under the belief ÷ density with which the row was sampled, up to a common factor. At least 0, finite. */
  readonly ratio: Float64Array;
}

/** How a belief bears on a sample. */
export interface BeliefWeight {
  readonly name: string;
  /** Kish's effective number of futures (Σw)² ÷ Σw² (L. Kish, "Survey Sampling", 1965): how many equally weighted ones would be as informative. */
  readonly effective: number;
  /** Largest share of the weight that one future carries. */
  readonly largest: number;
}

/** What a caller wants of beliefs. */
export interface BeliefOptions extends ScoreOptions {
  /** Fewest effective futures for an answer, 30 unless stated. */
  readonly leastEffective?: number;
}

/** Scores under several beliefs about one sample. */
export type BeliefScores =
  | {
      readonly kind: "scored";
      readonly metric: Metric;
      readonly beliefs: readonly BeliefWeight[];
      /** Scores under each belief, in their order. */
      readonly scores: readonly Scores[];
      /** By alternative: lowest and highest score over the beliefs; the intervals of `scores` are not in it. Absent where it has no score under one of them. */
      readonly bands: readonly {
        readonly alternative: string;
        readonly low?: number;
        readonly high?: number;
      }[];
      /** Alternatives that are best under every belief; none where beliefs disagree. */
      readonly best: readonly number[];
    }
  /** Under the beliefs named the sample has too few effective futures: sample anew nearer to them. */
  | {
      readonly kind: "too-thin";
      readonly metric: Metric;
      readonly beliefs: readonly BeliefWeight[];
      readonly thin: readonly string[];
      readonly leastEffective: number;
    };

/**
 * Scores one sample under several beliefs by importance weights (self-normalised; A. Owen, "Monte Carlo theory, methods and examples", ch. 9). All or nothing: a band that
 * leaves out the belief the sample cannot speak for would look too sure. Throws as `scoreCube`, and `AnalysisError`: `another-length` for a belief without one ratio a row,
 * `bad-argument` for a negative or infinite ratio or no belief.
 */
export function scoreUnderBeliefs(
  cube: OutcomeCube,
  metric: Metric,
  beliefs: readonly Belief[],
  options: BeliefOptions = {},
): BeliefScores {
  const { leastEffective = 30 } = options;
  const table = futureTable(cube, options);
  const weighed = weighedBeliefs(table, cube.rows, beliefs);
  const described = weighed.map(({ name, effective, largest }) => ({ name, effective, largest }));
  const thin = thinBeliefs(described, leastEffective);
  if (thin.length > 0) return { kind: "too-thin", metric, beliefs: described, thin, leastEffective };
  const id = cubeId(cube);
  const scores = weighed.flatMap(({ weights }) =>
    scoreTable(table, [metric], options, weights).map((scored): Scores => ({ ...scored, cubeId: id })),
  );
  const bands = table.alternatives.map((alternative, at) => {
    const values = scores.map((scored) => scored.scores[at]?.value);
    const known = values.filter((value) => value !== undefined);
    return known.length < values.length
      ? { alternative }
      : { alternative, low: Math.min(...known), high: Math.max(...known) };
  });
  const winners = scores.map(({ direction, scores: each }) => bestOf(valuesOf(each), direction === "more"));
  const best = (winners[0] ?? []).filter((one) => winners.every((found) => found.includes(one)));
  return { kind: "scored", metric, beliefs: described, scores, bands, best };
}

/** Lower and upper distribution function of one alternative over several beliefs. */
export type ProbabilityBox =
  | {
      readonly kind: "box";
      readonly beliefs: readonly BeliefWeight[];
      /** Values seen, ascending, all different, in the measure's unit. */
      readonly values: Float64Array;
      /** Least and largest probability over the beliefs that the measure is at most the value. */
      readonly lower: Float64Array;
      readonly upper: Float64Array;
    }
  | {
      readonly kind: "too-thin";
      readonly beliefs: readonly BeliefWeight[];
      readonly thin: readonly string[];
      readonly leastEffective: number;
    };

/**
 * The envelope of an alternative's distribution functions under several beliefs (S. Ferson et al., "Constructing probability boxes and Dempster–Shafer structures", 2003).
 * It holds every mixture of the beliefs. Sampling error is not in it. Throws as `scoreUnderBeliefs`, and `bad-argument` for an alternative that is not there.
 */
export function probabilityBox(
  cube: OutcomeCube,
  alternative: number,
  beliefs: readonly Belief[],
  options: Reduction & { readonly leastEffective?: number } = {},
): ProbabilityBox {
  if (cube.alternatives[alternative] === undefined)
    throw new AnalysisError("bad-argument", `no alternative ${alternative}`);
  const { leastEffective = 30 } = options;
  const table = futureTable(cube, options);
  const weighed = weighedBeliefs(table, cube.rows, beliefs);
  const described = weighed.map(({ name, effective, largest }) => ({ name, effective, largest }));
  const thin = thinBeliefs(described, leastEffective);
  if (thin.length > 0) return { kind: "too-thin", beliefs: described, thin, leastEffective };
  const row = table.values.subarray(alternative * table.futures, (alternative + 1) * table.futures);
  const values = Float64Array.from(new Set(row)).sort();
  const placeOf = new Map(Array.from(values, (value, place) => [value, place] as const));
  const lower = new Float64Array(values.length).fill(1);
  const upper = new Float64Array(values.length);
  for (const { weights } of weighed) {
    const mass = new Float64Array(values.length);
    row.forEach((value, future) => {
      const place = placeOf.get(value) ?? 0;
      mass[place] = (mass[place] as number) + (weights[future] as number) / table.futures;
    });
    let sum = 0;
    for (let place = 0; place < mass.length; place++) {
      sum = place === mass.length - 1 ? 1 : Math.min(1, sum + (mass[place] as number));
      lower[place] = Math.min(lower[place] as number, sum);
      upper[place] = Math.max(upper[place] as number, sum);
    }
  }
  return { kind: "box", beliefs: described, values, lower, upper };
}

interface WeighedBelief extends BeliefWeight {
  /** By future used; they add up to the number of futures. */
  readonly weights: Float64Array;
}

function weighedBeliefs(
  table: FutureTable,
  rows: number,
  beliefs: readonly Belief[],
): readonly WeighedBelief[] {
  if (beliefs.length === 0) throw new AnalysisError("bad-argument", "no beliefs");
  return beliefs.map(({ name, ratio }) => {
    if (ratio.length !== rows)
      throw new AnalysisError("another-length", `"${name}" has ${ratio.length} ratios for ${rows} rows`);
    if (!ratio.every((value) => value >= 0 && value < Number.POSITIVE_INFINITY)) {
      throw new AnalysisError("bad-argument", `"${name}" has a ratio that is negative or not finite`);
    }
    const used = Float64Array.from(table.use.futures, (row) => ratio[row] as number);
    const most = used.reduce((a, b) => Math.max(a, b), 0);
    if (!(most > 0)) return { name, effective: 0, largest: 0, weights: used };
    // Divided by the largest first: squares of raw density ratios can overflow.
    const scaled = used.map((value) => value / most);
    let sum = 0;
    let squares = 0;
    for (const value of scaled) {
      sum += value;
      squares += value * value;
    }
    const weights = scaled.map((value) => (value / sum) * used.length);
    return { name, effective: (sum * sum) / squares, largest: 1 / sum, weights };
  });
}

function thinBeliefs(beliefs: readonly BeliefWeight[], leastEffective: number): readonly string[] {
  return beliefs.filter(({ effective }) => !(effective >= leastEffective)).map(({ name }) => name);
}

function valuesOf(scores: readonly Score[]): Float64Array {
  return Float64Array.from(scores, (score) => score.value ?? Number.NaN);
}
