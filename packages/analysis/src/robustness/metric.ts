import { AnalysisError } from "../frame/index.ts";
import type { Direction } from "./outcome-cube.ts";

/**
 * A criterion of robustness with its parameters. Shares and quantiles lie in [0, 1]; `p` of `quantile` and `share` of `tail` count from the bad side; `p` of the
 * regrets counts from no regret (0.9: nine futures in ten have at most this regret); `pessimism` is the weight of the worst future; `floor` is in the measure's unit,
 * a ceiling where less is better, and is met by equality; `base` is a row of the design.
 */
export type Metric =
  | { readonly id: "mean" }
  | { readonly id: "laplace" }
  | { readonly id: "quantile"; readonly p: number }
  | { readonly id: "tail"; readonly share: number }
  | { readonly id: "maximin" }
  | { readonly id: "maximax" }
  | { readonly id: "hurwicz"; readonly pessimism: number }
  | { readonly id: "minimax-regret" }
  | { readonly id: "percentile-regret"; readonly p: number }
  | { readonly id: "mean-regret" }
  | { readonly id: "regret-from-base"; readonly base: number; readonly p: number }
  | { readonly id: "satisficing-share"; readonly floor: number }
  | { readonly id: "best-share" }
  | { readonly id: "deviation" }
  | { readonly id: "mean-less-deviation"; readonly aversion: number }
  | { readonly id: "mean-variance" }
  | { readonly id: "undesirable-deviations" }
  | { readonly id: "skew" }
  | { readonly id: "peakedness" };

/** What is known of a criterion before it is computed. */
export interface MetricEntry {
  readonly id: Metric["id"];
  /** Which scores are better; `measure`: as in the measure itself. */
  readonly better: Direction | "measure";
  /** Unit of the score: the measure's, a share of futures, or none. */
  readonly unit: "measure" | "share" | "none";
  /** Which row values the score summarises: the outcome, its regret against the best alternative or a base row, or whether it meets a floor or is best. */
  readonly view: "outcome" | "regret" | "base" | "floor" | "best";
  /** What kind of interval the score has: a score of extremes has none, only a tolerance. */
  readonly interval: "student" | "wilson" | "bootstrap" | "tolerance" | "tolerance-both";
  readonly source: string;
}

const mcphail = "McPhail et al., Earth's Future 6 (2018), table 1";
const kwakkel = "Kwakkel, Eker & Pruyt, in: Robustness Analysis in Decision Aiding (2016)";

/** Every criterion, in the order of tables. */
export const metricCatalogue: readonly MetricEntry[] = [
  entry("mean", "measure", "measure", "outcome", "student", "expected value over futures"),
  entry(
    "laplace",
    "measure",
    "measure",
    "outcome",
    "student",
    `Laplace: all futures alike, whatever is believed; ${mcphail}`,
  ),
  entry("quantile", "measure", "measure", "outcome", "bootstrap", "Hyndman & Fan (1996), type 7"),
  entry("tail", "measure", "measure", "outcome", "bootstrap", "Acerbi & Tasche (2002), def. 2.6"),
  entry("maximin", "measure", "measure", "outcome", "tolerance", `Wald (1950); ${mcphail}`),
  entry("maximax", "measure", "measure", "outcome", "tolerance", mcphail),
  entry("hurwicz", "measure", "measure", "outcome", "tolerance-both", `Hurwicz (1953); ${mcphail}`),
  entry("minimax-regret", "less", "measure", "regret", "tolerance", `Savage (1951); ${mcphail}`),
  entry(
    "percentile-regret",
    "less",
    "measure",
    "regret",
    "bootstrap",
    `${mcphail}; regret type II of Herman et al. (2015), not divided`,
  ),
  entry("mean-regret", "less", "measure", "regret", "student", "expected opportunity loss"),
  entry(
    "regret-from-base",
    "less",
    "measure",
    "base",
    "bootstrap",
    "regret type I of Herman et al., J. Water Resour. Plan. Manage. 141 (2015), not divided, improvements 0",
  ),
  entry(
    "satisficing-share",
    "more",
    "share",
    "floor",
    "wilson",
    `Simon (1956); Herman et al. (2015), satisficing type I; Starr's domain criterion in ${mcphail}`,
  ),
  entry(
    "best-share",
    "more",
    "share",
    "best",
    "bootstrap",
    "share of futures in which it is best, ties split",
  ),
  entry("deviation", "less", "measure", "outcome", "bootstrap", "sample standard deviation"),
  entry(
    "mean-less-deviation",
    "measure",
    "measure",
    "outcome",
    "bootstrap",
    "mean made worse by so many standard deviations; after Markowitz (1952)",
  ),
  entry(
    "mean-variance",
    "more",
    "none",
    "outcome",
    "bootstrap",
    `(mean + 1) ÷ (deviation + 1) of outcomes turned so that more is better: depends on the unit; ${kwakkel}; ${mcphail}`,
  ),
  entry(
    "undesirable-deviations",
    "less",
    "measure",
    "outcome",
    "bootstrap",
    `mean over all futures of what they fall short of the median; ${kwakkel}, there a sum`,
  ),
  entry(
    "skew",
    "more",
    "none",
    "outcome",
    "bootstrap",
    `((q90 + q10) ÷ 2 − q50) ÷ ((q90 − q10) ÷ 2) towards the good side; Voudouris et al. (2014); ${mcphail}`,
  ),
  entry(
    "peakedness",
    "more",
    "none",
    "outcome",
    "bootstrap",
    `(q90 − q10) ÷ (q75 − q25); Voudouris et al. (2014); ${mcphail}`,
  ),
];

function entry(
  id: Metric["id"],
  better: MetricEntry["better"],
  unit: MetricEntry["unit"],
  view: MetricEntry["view"],
  interval: MetricEntry["interval"],
  source: string,
): MetricEntry {
  return { id, better, unit, view, interval, source };
}

/** The catalogue's entry of a criterion. */
export function entryOf({ id }: Metric): MetricEntry {
  const found = metricCatalogue.find((one) => one.id === id);
  if (found === undefined) throw new AnalysisError("bad-argument", `there is no criterion "${id}"`);
  return found;
}

/** Which scores of a criterion are better, for a measure of the given direction. */
export function directionOf(metric: Metric, measure: Direction): Direction {
  const { better } = entryOf(metric);
  return better === "measure" ? measure : better;
}

/** Throws `AnalysisError` `bad-argument` where a parameter is out of range. */
export function checkMetric(metric: Metric): void {
  const isShare = (value: number): boolean => value >= 0 && value <= 1;
  const isGood =
    metric.id === "quantile" || metric.id === "percentile-regret"
      ? isShare(metric.p)
      : metric.id === "tail"
        ? isShare(metric.share) && metric.share > 0
        : metric.id === "hurwicz"
          ? isShare(metric.pessimism)
          : metric.id === "satisficing-share"
            ? Number.isFinite(metric.floor)
            : metric.id === "mean-less-deviation"
              ? metric.aversion >= 0 && Number.isFinite(metric.aversion)
              : metric.id === "regret-from-base"
                ? isShare(metric.p) && Number.isInteger(metric.base) && metric.base >= 0
                : entryOf(metric).id === metric.id;
  if (!isGood)
    throw new AnalysisError("bad-argument", `a parameter is out of range: ${JSON.stringify(metric)}`);
}
