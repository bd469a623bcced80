import { wilsonInterval } from "../estimate/wilson-interval.ts";
import { AnalysisError } from "../frame/index.ts";
import { criterionOf } from "./criterion.ts";
import { futureTable } from "./future-table.ts";
import type { Metric } from "./metric.ts";
import type { OutcomeCube } from "./outcome-cube.ts";
import { bestOf, column } from "./ranking.ts";
import { resampledScores, type ScoreOptions, scoresOf } from "./score.ts";

/** How often a sample of so many futures has the same winner as all of them. */
export interface StabilityPoint {
  readonly futures: number;
  /** Share of resamples; where several win, what part of them wins on all futures. */
  readonly share: number;
  /** Wilson's interval for the number of resamples only. */
  readonly low: number;
  readonly high: number;
}

/** Whether there are enough futures to trust the winner. */
export type EnoughFutures = {
  readonly metric: Metric;
  /** Alternatives that win on all futures. */
  readonly best: readonly number[];
  /** From few futures to all. */
  readonly curve: readonly StabilityPoint[];
} & (
  | { readonly kind: "enough"; readonly futures: number }
  /** Not even all futures name the winner that surely; how many would is not guessed. */
  | { readonly kind: "not-enough-yet"; readonly used: number }
  | { readonly kind: "no-winner" }
);

/**
 * The smallest number of futures from which on a fresh sample has the same winner with a probability above `wanted` (0.95 unless stated), among sizes that shrink
 * from all futures by halves down to 5. A sample of m futures is drawn with replacement from all: as if these were the world
 * (m out of n bootstrap; P. Bickel, F. Götze and W. van Zwet, Statistica Sinica 7 (1997)). 499 resamples of each size unless stated.
 * Throws as `scoreCube`, and `bad-argument` unless 0 < wanted < 1.
 */
export function enoughFutures(
  cube: OutcomeCube,
  metric: Metric,
  options: ScoreOptions & { readonly wanted?: number } = {},
): EnoughFutures {
  const { wanted = 0.95, replicates = 499, seed = 0, confidence = 0.95 } = options;
  if (!(wanted > 0 && wanted < 1))
    throw new AnalysisError("bad-argument", `wanted must lie in (0, 1), got ${wanted}`);
  const table = futureTable(cube, options);
  const criterion = criterionOf(table, metric);
  const best = bestOf(scoresOf(criterion, table), criterion.isMoreBetter);
  if (best.length === 0 || replicates === 0) return { kind: "no-winner", metric, best, curve: [] };
  const curve = sizesUpTo(table.futures).map((futures): StabilityPoint => {
    const [resampled = new Float64Array()] = resampledScores(table, [criterion], replicates, seed, {
      draws: futures,
    });
    let same = 0;
    for (let replicate = 0; replicate < replicates; replicate++) {
      const found = bestOf(column(resampled, replicates, replicate), criterion.isMoreBetter);
      if (found.length > 0) same += found.filter((one) => best.includes(one)).length / found.length;
    }
    return { futures, share: same / replicates, ...wilsonInterval(same, replicates, confidence) };
  });
  const lastShort = curve.findLastIndex(({ share }) => !(share > wanted));
  const enough = curve[lastShort + 1];
  if (enough === undefined) return { kind: "not-enough-yet", used: table.futures, metric, best, curve };
  return { kind: "enough", futures: enough.futures, metric, best, curve };
}

function sizesUpTo(futures: number): readonly number[] {
  const sizes: number[] = [];
  for (let size = futures; size >= 5; size /= 2) sizes.unshift(Math.round(size));
  return sizes.length > 0 ? [...new Set(sizes)] : [futures];
}
