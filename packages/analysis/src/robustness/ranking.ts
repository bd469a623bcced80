import { wilsonInterval } from "../estimate/wilson-interval.ts";
import { type Criterion, criteriaOf, criterionOf } from "./criterion.ts";
import { futureTable } from "./future-table.ts";
import { type Interval, LEAST_FUTURES, percentileInterval } from "./interval.ts";
import { entryOf, type Metric } from "./metric.ts";
import type { OutcomeCube } from "./outcome-cube.ts";
import { resampledScores, type ScoreOptions, type Scores, scoresOf } from "./score.ts";

/** Which alternatives are best by one criterion. */
export interface Winners {
  readonly metric: Metric;
  /** Indices of the alternatives with the best score, ascending: several where they tie, none where none has a score. */
  readonly best: readonly number[];
}

/** Which alternative wins by which criterion. */
export function winnersOf(scores: readonly Scores[]): readonly Winners[] {
  return scores.map(({ metric, direction, scores: each }) => ({
    metric,
    best: bestOf(
      Float64Array.from(each, (score) => score.value ?? Number.NaN),
      direction === "more",
    ),
  }));
}

/** Indices of the best of some scores; those that are `NaN` never win. */
export function bestOf(scores: Float64Array, isMoreBetter: boolean): readonly number[] {
  let best = Number.NaN;
  let found: number[] = [];
  scores.forEach((score, at) => {
    if (Number.isNaN(score)) return;
    const isBetter = Number.isNaN(best) || (isMoreBetter ? score > best : score < best);
    if (isBetter) {
      best = score;
      found = [at];
    } else if (score === best) found.push(at);
  });
  return found;
}

/**
 * Kendall's τ-b of two score lists, ties counted apart: −1 … 1. Pairs with a `NaN` are left out. `NaN` where one list has no two different scores.
 * Source: M. G. Kendall, "The treatment of ties in ranking problems", Biometrika 33 (1945). O(n²).
 */
export function kendallTau(a: Float64Array, b: Float64Array): number {
  if (a.length !== b.length) throw new RangeError(`lists must pair, got ${a.length} and ${b.length}`);
  let agreement = 0;
  let untiedA = 0;
  let untiedB = 0;
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < i; j++) {
      const signA = Math.sign((a[i] as number) - (a[j] as number));
      const signB = Math.sign((b[i] as number) - (b[j] as number));
      if (Number.isNaN(signA + signB)) continue;
      agreement += signA * signB;
      untiedA += signA * signA;
      untiedB += signB * signB;
    }
  }
  return untiedA === 0 || untiedB === 0 ? Number.NaN : agreement / Math.sqrt(untiedA * untiedB);
}

/** How far two criteria rank the alternatives alike. */
export type RankAgreement =
  | {
      readonly metrics: readonly [Metric, Metric];
      /** Kendall's τ-b of the rankings, best first: 1 the same order, −1 the reverse. */
      readonly tau: number;
      readonly interval: Interval;
    }
  | { readonly metrics: readonly [Metric, Metric]; readonly tau?: never; readonly reason: "all-tied" };

/** Agreement of every pair of criteria, with intervals by resampling futures (both criteria on the same resample). Throws as `scoreCube`. */
export function rankAgreement(
  cube: OutcomeCube,
  metrics: readonly Metric[],
  options: ScoreOptions = {},
): readonly RankAgreement[] {
  const { confidence = 0.95, replicates = 999, seed = 0 } = options;
  const table = futureTable(cube, options);
  const criteria = criteriaOf(table, metrics);
  const isEnough = table.futures >= LEAST_FUTURES;
  const resampled = resampledScores(table, criteria, isEnough ? replicates : 0, seed);
  const values = criteria.map((criterion) => better(criterion, scoresOf(criterion, table)));
  const pairs = criteria.flatMap((_, i) =>
    criteria.slice(i + 1).map((_other, offset) => [i, i + 1 + offset] as const),
  );
  return pairs.map(([i, j]): RankAgreement => {
    const pair = [metrics[i] as Metric, metrics[j] as Metric] as const;
    const tau = kendallTau(values[i] as Float64Array, values[j] as Float64Array);
    if (Number.isNaN(tau)) return { metrics: pair, reason: "all-tied" };
    if (!isEnough) return { metrics: pair, tau, interval: { kind: "none", reason: "too-few-futures" } };
    if (replicates === 0) return { metrics: pair, tau, interval: { kind: "none", reason: "not-asked" } };
    if (pair.some(isExtreme)) return { metrics: pair, tau, interval: { kind: "none", reason: "extreme" } };
    const replicated = Float64Array.from({ length: replicates }, (_, replicate) =>
      kendallTau(
        better(criteria[i] as Criterion, column(resampled[i] as Float64Array, replicates, replicate)),
        better(criteria[j] as Criterion, column(resampled[j] as Float64Array, replicates, replicate)),
      ),
    );
    return { metrics: pair, tau, interval: percentileInterval(replicated, confidence) };
  });
}

/** How sure the ranking by one criterion is. */
export type RankProbabilities =
  | {
      readonly kind: "ranked";
      readonly metric: Metric;
      /**
       * `probabilities[alternative * alternatives + rank]`: share of resamples in which it takes the rank (0 the best), ties split over the ranks they share. Rows and
       * columns add up to 1.
       */
      readonly probabilities: Float64Array;
      /** By alternative: share of resamples in which it is best, ties split, with Wilson's interval for the number of resamples only. */
      readonly best: readonly {
        readonly alternative: string;
        readonly share: number;
        readonly low: number;
        readonly high: number;
      }[];
      readonly replicates: number;
      /** The criterion is an extreme, which resampling does not reproduce: read the shares as a sketch. */
      readonly isExtreme: boolean;
    }
  | {
      readonly kind: "none";
      readonly metric: Metric;
      readonly reason: "too-few-futures" | "undefined-scores";
    };

/**
 * Probability that each alternative takes each rank by a criterion when the futures are drawn anew (resampled with all alternatives together). It says how sure the
 * ranking is given this sample of futures, not how likely any future is. Resamples in which an alternative has no score are an answer `undefined-scores` when there
 * is any. Throws as `scoreCube`.
 */
export function rankProbabilities(
  cube: OutcomeCube,
  metric: Metric,
  options: ScoreOptions = {},
): RankProbabilities {
  const { replicates = 999, seed = 0, confidence = 0.95 } = options;
  const table = futureTable(cube, options);
  const criterion = criterionOf(table, metric);
  if (table.futures < LEAST_FUTURES || replicates === 0)
    return { kind: "none", metric, reason: "too-few-futures" };
  const [resampled = new Float64Array()] = resampledScores(table, [criterion], replicates, seed);
  if (resampled.some(Number.isNaN)) return { kind: "none", metric, reason: "undefined-scores" };
  const size = table.alternatives.length;
  const probabilities = new Float64Array(size * size);
  for (let replicate = 0; replicate < replicates; replicate++) {
    addRanks(probabilities, better(criterion, column(resampled, replicates, replicate)));
  }
  for (let at = 0; at < probabilities.length; at++)
    probabilities[at] = (probabilities[at] as number) / replicates;
  const best = table.alternatives.map((alternative, at) => {
    const share = probabilities[at * size] as number;
    return { alternative, share, ...wilsonInterval(share * replicates, replicates, confidence) };
  });
  return { kind: "ranked", metric, probabilities, best, replicates, isExtreme: isExtreme(metric) };
}

/** Adds one ranking: tied alternatives share the ranks they take equally. */
function addRanks(probabilities: Float64Array, scores: Float64Array): void {
  const size = scores.length;
  const order = Int32Array.from(scores, (_, at) => at).sort(
    (a, b) => (scores[b] as number) - (scores[a] as number),
  );
  for (let from = 0; from < size; ) {
    let to = from + 1;
    while (to < size && scores[order[to] as number] === scores[order[from] as number]) to++;
    for (let at = from; at < to; at++) {
      for (let rank = from; rank < to; rank++) {
        const cell = (order[at] as number) * size + rank;
        probabilities[cell] = (probabilities[cell] as number) + 1 / (to - from);
      }
    }
    from = to;
  }
}

/** Scores turned so that more is better. */
export function better({ isMoreBetter }: Criterion, scores: Float64Array): Float64Array {
  return isMoreBetter ? scores : scores.map((score) => 0 - score);
}

/** Scores of all alternatives on one resample. */
export function column(resampled: Float64Array, replicates: number, replicate: number): Float64Array {
  return Float64Array.from(
    { length: resampled.length / replicates },
    (_, at) => resampled[at * replicates + replicate] as number,
  );
}

function isExtreme(metric: Metric): boolean {
  return entryOf(metric).interval.startsWith("tolerance");
}
