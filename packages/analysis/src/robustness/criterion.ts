import { AnalysisError } from "../frame/index.ts";
import { rankedPoints } from "../pareto/lexicographic-order.ts";
import { gathered } from "../pareto/non-dominated.ts";
import { type FutureTable, goodnessOf } from "./future-table.ts";
import { checkMetric, directionOf, entryOf, type Metric } from "./metric.ts";
import {
  deviationOf,
  leastOf,
  meanOf,
  mostOf,
  quantileOf,
  shortfallOf,
  tailOf,
  type WeightedSample,
} from "./weighted-sample.ts";

/** Row values by alternative, as they stand and sorted. More is better in all of them. Criteria that summarise the same row values share one. */
export interface View {
  /** By alternative: row values in the futures' order. */
  readonly byFuture: readonly Float64Array[];
  /** By alternative: the row values sorted, and the future of each. Empty where all criteria of the view are means. */
  readonly sorted: readonly Float64Array[];
  readonly order: readonly Int32Array[];
}

/** A criterion ready to be summarised under many weightings of the futures. */
export interface Criterion {
  readonly metric: Metric;
  readonly view: View;
  /** Whether the score is a mean of row values, for which they need not be sorted. */
  readonly isMean: boolean;
  /** 1 where scores in the measure's unit are as they are summarised, −1 where their sign is turned. */
  readonly sign: 1 | -1;
  /** Whether more of the score is better. */
  readonly isMoreBetter: boolean;
}

/** Prepares criteria. Throws `AnalysisError` `bad-argument` for a parameter out of range or a base row that was not used. O(alternatives · n) a kind of row value. */
export function criteriaOf(table: FutureTable, metrics: readonly Metric[]): readonly Criterion[] {
  const keys = metrics.map(viewKey);
  const views = new Map<string, View>();
  for (const [at, metric] of metrics.entries()) {
    const key = keys[at] as string;
    if (views.has(key)) continue;
    const isSorted = metrics.some((other, index) => keys[index] === key && !isMeanOf(other));
    views.set(key, viewOf(table, metric, isSorted));
  }
  return metrics.map((metric, at) => ({
    metric,
    view: views.get(keys[at] as string) as View,
    isMean: isMeanOf(metric),
    sign: table.direction === "more" ? 1 : -1,
    isMoreBetter: directionOf(metric, table.direction) === "more",
  }));
}

/** Prepares one criterion. */
export function criterionOf(table: FutureTable, metric: Metric): Criterion {
  return criteriaOf(table, [metric])[0] as Criterion;
}

function isMeanOf({ id }: Metric): boolean {
  return (
    id === "mean" ||
    id === "laplace" ||
    id === "mean-regret" ||
    id === "satisficing-share" ||
    id === "best-share"
  );
}

function viewKey(metric: Metric): string {
  checkMetric(metric);
  const { view } = entryOf(metric);
  if (metric.id === "satisficing-share") return `${view} ${metric.floor}`;
  return metric.id === "regret-from-base" ? `${view} ${metric.base}` : view;
}

function viewOf(table: FutureTable, metric: Metric, isSorted: boolean): View {
  const goodness = goodnessOf(table);
  const { view } = entryOf(metric);
  const byFuture = table.alternatives.map((_, alternative) =>
    goodness.slice(alternative * table.futures, (alternative + 1) * table.futures),
  );
  if (view === "regret" || view === "best") compareWithBest(byFuture, table.futures, view);
  if (metric.id === "satisficing-share") {
    const floor = table.direction === "more" ? metric.floor : 0 - metric.floor;
    for (const row of byFuture)
      for (let at = 0; at < row.length; at++) row[at] = (row[at] as number) >= floor ? 1 : 0;
  }
  if (metric.id === "regret-from-base")
    regretFromBase(byFuture, table.use.futures.indexOf(metric.base), metric.base);
  if (!isSorted) return { byFuture, sorted: [], order: [] };
  const order = byFuture.map((row) => rankedPoints([row]).order);
  const sorted = byFuture.map((row, alternative) => gathered(row, order[alternative] as Int32Array));
  return { byFuture, sorted, order };
}

/** Regret against the best alternative of the same future, as a loss (at most 0); or the share of being best, ties split. */
function compareWithBest(byFuture: readonly Float64Array[], futures: number, view: "regret" | "best"): void {
  for (let future = 0; future < futures; future++) {
    let best = Number.NEGATIVE_INFINITY;
    let ties = 0;
    for (const row of byFuture) {
      const value = row[future] as number;
      ties = value > best ? 1 : value === best ? ties + 1 : ties;
      best = Math.max(best, value);
    }
    for (const row of byFuture) {
      const value = row[future] as number;
      row[future] = view === "regret" ? value - best : value === best ? 1 / ties : 0;
    }
  }
}

function regretFromBase(byFuture: readonly Float64Array[], at: number, base: number): void {
  if (at < 0) throw new AnalysisError("bad-argument", `row ${base} is not among the futures used`);
  for (const row of byFuture) {
    const reference = row[at] as number;
    for (let future = 0; future < row.length; future++)
      row[future] = Math.min(0, (row[future] as number) - reference);
  }
}

/** One score that needs its row values sorted. `NaN` where it has no value: a spread of 0 below, or fewer than two futures. */
function scoreOf({ metric, sign }: Criterion, sample: WeightedSample): number {
  switch (metric.id) {
    case "quantile":
      return sign * quantileOf(sample, metric.p);
    case "tail":
      return sign * tailOf(sample, metric.share);
    case "maximin":
      return sign * leastOf(sample);
    case "maximax":
      return sign * mostOf(sample);
    case "hurwicz":
      return sign * (metric.pessimism * leastOf(sample) + (1 - metric.pessimism) * mostOf(sample));
    case "minimax-regret":
      return 0 - leastOf(sample);
    case "percentile-regret":
    case "regret-from-base":
      return 0 - quantileOf(sample, 1 - metric.p);
    case "deviation":
      return deviationOf(sample);
    case "mean-less-deviation": {
      const mean = meanOf(sample);
      return sign * (mean - metric.aversion * deviationOf(sample, mean));
    }
    case "mean-variance": {
      const mean = meanOf(sample);
      return (mean + 1) / (deviationOf(sample, mean) + 1);
    }
    case "undesirable-deviations":
      return shortfallOf(sample);
    case "skew": {
      const [low, middle, high] = [quantileOf(sample, 0.1), quantileOf(sample, 0.5), quantileOf(sample, 0.9)];
      return high > low ? ((high + low) / 2 - middle) / ((high - low) / 2) : Number.NaN;
    }
    case "peakedness": {
      const inner = quantileOf(sample, 0.75) - quantileOf(sample, 0.25);
      return inner > 0 ? (quantileOf(sample, 0.9) - quantileOf(sample, 0.1)) / inner : Number.NaN;
    }
    case "mean":
    case "laplace":
    case "mean-regret":
    case "satisficing-share":
    case "best-share":
      throw new TypeError(`"${metric.id}" is a mean`);
  }
}

/**
 * Scores of several criteria for all alternatives under weights of the futures; `weights` undefined: all alike. `out[criterion]` is written at `alternative * stride + at`;
 * `cumulative` is scratch as long as there are futures.
 */
export function scoresInto(
  out: readonly Float64Array[],
  stride: number,
  at: number,
  criteria: readonly Criterion[],
  weights: Float64Array | undefined,
  cumulative: Float64Array,
): void {
  const alternatives = criteria[0]?.view.byFuture.length ?? 0;
  for (let alternative = 0; alternative < alternatives; alternative++) {
    let gatheredView: View | undefined;
    for (let index = 0; index < criteria.length; index++) {
      const criterion = criteria[index] as Criterion;
      const { view } = criterion;
      const target = out[index] as Float64Array;
      if (criterion.isMean) {
        const mean = weightedMean(view.byFuture[alternative] as Float64Array, weights);
        target[alternative * stride + at] = meanScore(criterion, mean);
        continue;
      }
      if (view !== gatheredView) accumulate(cumulative, view.order[alternative] as Int32Array, weights);
      gatheredView = view;
      target[alternative * stride + at] = scoreOf(criterion, {
        values: view.sorted[alternative] as Float64Array,
        cumulative,
      });
    }
  }
}

function accumulate(cumulative: Float64Array, order: Int32Array, weights: Float64Array | undefined): void {
  let sum = 0;
  for (let at = 0; at < order.length; at++) {
    sum += weights === undefined ? 1 : (weights[order[at] as number] as number);
    cumulative[at] = sum;
  }
}

function weightedMean(values: Float64Array, weights: Float64Array | undefined): number {
  let sum = 0;
  if (weights === undefined) {
    for (let at = 0; at < values.length; at++) sum += values[at] as number;
    return sum / values.length;
  }
  let total = 0;
  for (let at = 0; at < values.length; at++) {
    const weight = weights[at] as number;
    sum += weight * (values[at] as number);
    total += weight;
  }
  return sum / total;
}

function meanScore({ metric, sign }: Criterion, mean: number): number {
  if (metric.id === "mean" || metric.id === "laplace") return sign * mean;
  return metric.id === "mean-regret" ? 0 - mean : mean;
}
