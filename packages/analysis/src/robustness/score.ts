import { estimateMean } from "../estimate/estimate.ts";
import { wilsonInterval } from "../estimate/wilson-interval.ts";
import { AnalysisError, type Seed } from "../frame/index.ts";
import { type Criterion, criteriaOf, scoresInto } from "./criterion.ts";
import { type CubeUse, type FutureTable, futureTable, type Reduction } from "./future-table.ts";
import {
  beyondBoth,
  beyondOne,
  type Interval,
  LEAST_BEYOND,
  LEAST_FUTURES,
  percentileInterval,
} from "./interval.ts";
import { entryOf, type Metric } from "./metric.ts";
import { cubeId, type Direction, type OutcomeCube } from "./outcome-cube.ts";
import { drawsName, resampleInto } from "./resample.ts";

/** How a cube is scored. */
export interface ScoreOptions extends Reduction {
  /** Confidence of intervals, 0.95 unless stated. */
  readonly confidence?: number;
  /** Resamples of the futures, 999 unless stated; 0: no interval by resampling. */
  readonly replicates?: number;
  /** Seed of the resamples; 0 unless stated. */
  readonly seed?: Seed;
}

/** Why an alternative has no score: no future was used; only one was, and the score needs a spread; or all values that it divides by are equal. */
export type NoScore = "no-futures" | "too-few-futures" | "no-spread";

/** Score of one alternative. */
export type Score =
  | { readonly alternative: string; readonly value: number; readonly interval: Interval }
  | { readonly alternative: string; readonly value?: never; readonly reason: NoScore };

/** Scores of all alternatives by one criterion. */
export interface Scores {
  /** Names the cube they were computed from, bit for bit. */
  readonly cubeId: string;
  readonly metric: Metric;
  readonly options: ScoreOptions;
  /** Which scores are better. */
  readonly direction: Direction;
  readonly scores: readonly Score[];
  readonly use: CubeUse;
}

/**
 * Scores the alternatives of a cube by several criteria. Futures are the independent units: replications are reduced within a future first, and intervals resample futures,
 * all alternatives and criteria together. On a space-filling design intervals are wider than need be, since its rows are not independent. Regret compares with the
 * alternatives of the cube, so that it depends on which those are: adding one that nobody would choose can change which has the least. Throws `AnalysisError`
 * `bad-argument` for parameters out of range.
 */
export function scoreCube(
  cube: OutcomeCube,
  metrics: readonly Metric[],
  options: ScoreOptions = {},
): readonly Scores[] {
  const table = futureTable(cube, options);
  const id = cubeId(cube);
  return scoreTable(table, metrics, options).map((scored) => ({ ...scored, cubeId: id }));
}

/** What recomputing scores from a cube found. */
export type ScoreCheck =
  | { readonly kind: "same" }
  /** The scores belong to another cube. */
  | { readonly kind: "another-cube"; readonly expected: string; readonly found: string }
  | {
      readonly kind: "differs";
      readonly alternative: string;
      readonly stored: Score;
      readonly found: Score | undefined;
    };

/** Recomputes scores from the cube, intervals included, and compares them bit for bit. */
export function checkScores(cube: OutcomeCube, stored: Scores): ScoreCheck {
  const id = cubeId(cube);
  if (stored.cubeId !== id) return { kind: "another-cube", expected: stored.cubeId, found: id };
  const [again] = scoreCube(cube, [stored.metric], stored.options);
  for (const [at, score] of stored.scores.entries()) {
    const found = again?.scores[at];
    if (JSON.stringify(score) !== JSON.stringify(found)) {
      return { kind: "differs", alternative: score.alternative, stored: score, found };
    }
  }
  return { kind: "same" };
}

/** As `scoreCube` for a table, under importance weights of its futures that add up to their number; unless given all futures weigh alike. */
export function scoreTable(
  table: FutureTable,
  metrics: readonly Metric[],
  options: ScoreOptions,
  weights?: Float64Array,
): readonly Omit<Scores, "cubeId">[] {
  const confidence = options.confidence ?? 0.95;
  if (!(confidence > 0 && confidence < 1)) {
    throw new AnalysisError("bad-argument", `confidence must lie in (0, 1), got ${confidence}`);
  }
  const criteria = criteriaOf(table, metrics);
  const values = criteria.map((criterion) => scoresOf(criterion, table, ownWeights(criterion, weights)));
  const intervals = intervalsOf(table, criteria, options, confidence, weights);
  return criteria.map((criterion, at) => ({
    metric: criterion.metric,
    options,
    direction: criterion.isMoreBetter ? "more" : "less",
    scores: table.alternatives.map((alternative, index) => {
      const value = values[at]?.[index] as number;
      if (Number.isNaN(value)) return { alternative, reason: noScore(table, criterion) };
      return { alternative, value: value + 0, interval: intervals[at]?.[index] as Interval };
    }),
    use: table.use,
  }));
}

/** Laplace weighs all futures alike, whatever is believed. */
export function ownWeights(
  { metric }: Criterion,
  weights: Float64Array | undefined,
): Float64Array | undefined {
  return metric.id === "laplace" ? undefined : weights;
}

/** Scores of a criterion by alternative; `NaN` where it has no value. */
export function scoresOf(criterion: Criterion, table: FutureTable, weights?: Float64Array): Float64Array {
  const out = new Float64Array(table.alternatives.length).fill(Number.NaN);
  if (table.futures > 0) scoresInto([out], 1, 0, [criterion], weights, new Float64Array(table.futures));
  return out;
}

/**
 * Scores of each criterion on each resample of the futures: `result[criterion][alternative * replicates + replicate]`. All criteria and alternatives meet the same
 * resamples; `draws` futures in each (all of them unless stated).
 */
export function resampledScores(
  table: FutureTable,
  criteria: readonly Criterion[],
  replicates: number,
  seed: Seed,
  {
    weights,
    draws = table.futures,
  }: { readonly weights?: Float64Array | undefined; readonly draws?: number } = {},
): readonly Float64Array[] {
  const { futures, alternatives } = table;
  const found = criteria.map(() => new Float64Array(alternatives.length * replicates));
  const counts = new Float64Array(futures);
  const weighed = new Float64Array(futures);
  const cumulative = new Float64Array(futures);
  const unweighed = criteria.flatMap((criterion, at) =>
    ownWeights(criterion, counts) === undefined ? [at] : [],
  );
  const weighable = [...criteria.keys()].filter((at) => !unweighed.includes(at));
  const parts = [weighable, unweighed].map((indices) => ({
    criteria: indices.map((at) => criteria[at] as Criterion),
    found: indices.map((at) => found[at] as Float64Array),
  }));
  const name = drawsName(seed, "futures");
  for (let replicate = 0; replicate < replicates; replicate++) {
    resampleInto(counts, draws, name, replicate);
    const scaled = weights === undefined ? counts : reweighed(weighed, counts, weights);
    for (const [index, part] of parts.entries()) {
      scoresInto(part.found, replicates, replicate, part.criteria, index === 0 ? scaled : counts, cumulative);
    }
  }
  return found;
}

/** Weights times counts, scaled to add up to what the counts do. */
function reweighed(out: Float64Array, counts: Float64Array, weights: Float64Array): Float64Array {
  let sum = 0;
  let draws = 0;
  for (let at = 0; at < counts.length; at++) {
    const product = (counts[at] as number) * (weights[at] as number);
    out[at] = product;
    sum += product;
    draws += counts[at] as number;
  }
  const scale = sum > 0 ? draws / sum : 0;
  for (let at = 0; at < out.length; at++) out[at] = (out[at] as number) * scale;
  return out;
}

function noScore(table: FutureTable, { metric }: Criterion): NoScore {
  if (table.futures === 0) return "no-futures";
  return table.futures === 1 && metric.id !== "skew" && metric.id !== "peakedness"
    ? "too-few-futures"
    : "no-spread";
}

function intervalsOf(
  table: FutureTable,
  criteria: readonly Criterion[],
  { replicates = 999, seed = 0 }: ScoreOptions,
  confidence: number,
  weights: Float64Array | undefined,
): readonly (readonly Interval[])[] {
  const planned = criteria.map((criterion) =>
    plannedInterval(criterion, table.futures, replicates, weights !== undefined),
  );
  const toResample = criteria.filter((_, at) => planned[at] === "bootstrap");
  const resampled = resampledScores(table, toResample, toResample.length === 0 ? 0 : replicates, seed, {
    weights,
  });
  return criteria.map((criterion, at) => {
    const plan = planned[at] as Plan;
    const replicated = resampled[toResample.indexOf(criterion)];
    return table.alternatives.map((_, index): Interval => {
      if (typeof plan === "object") return plan;
      if (plan === "tolerance")
        return { kind: plan, beyond: beyondOne(table.futures, confidence), confidence };
      if (plan === "tolerance-both")
        return { kind: "tolerance", beyond: beyondBoth(table.futures, confidence), confidence };
      if (replicated !== undefined) {
        return percentileInterval(
          replicated.subarray(index * replicates, (index + 1) * replicates),
          confidence,
        );
      }
      return closedInterval(criterion, index, confidence);
    });
  });
}

type Plan =
  | "student"
  | "wilson"
  | "bootstrap"
  | "tolerance"
  | "tolerance-both"
  | Extract<Interval, { kind: "none" }>;

function plannedInterval(
  { metric }: Criterion,
  futures: number,
  replicates: number,
  isWeighed: boolean,
): Plan {
  const { interval } = entryOf(metric);
  const isExtreme = interval === "tolerance" || interval === "tolerance-both";
  if (isWeighed && metric.id !== "laplace" && isExtreme) return { kind: "none", reason: "extreme" };
  if (isExtreme) return futures === 0 ? { kind: "none", reason: "too-few-futures" } : interval;
  if (interval !== "bootstrap" && !(isWeighed && metric.id !== "laplace")) {
    return futures < 2 ? { kind: "none", reason: "too-few-futures" } : interval;
  }
  if (futures < LEAST_FUTURES) return { kind: "none", reason: "too-few-futures" };
  if (futures * shareBeyond(metric) < LEAST_BEYOND) return { kind: "none", reason: "extreme" };
  return replicates > 0 ? "bootstrap" : { kind: "none", reason: "not-asked" };
}

/** Share of futures beyond the outermost quantile that a criterion uses. */
function shareBeyond(metric: Metric): number {
  if (metric.id === "skew" || metric.id === "peakedness") return 0.1;
  if (metric.id === "tail") return metric.share;
  return "p" in metric ? Math.min(metric.p, 1 - metric.p) : 1;
}

function closedInterval(criterion: Criterion, alternative: number, confidence: number): Interval {
  const row = criterion.view.byFuture[alternative] as Float64Array;
  if (entryOf(criterion.metric).interval === "wilson") {
    let met = 0;
    for (const value of row) met += value;
    return { kind: "wilson", ...wilsonInterval(met, row.length, confidence), confidence };
  }
  const { low, high } = estimateMean(row, confidence);
  const isTurned = criterion.sign < 0 || criterion.metric.id === "mean-regret";
  return { kind: "student", low: isTurned ? 0 - high : low, high: isTurned ? 0 - low : high, confidence };
}
