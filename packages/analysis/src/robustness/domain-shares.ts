import { wilsonInterval } from "../estimate/wilson-interval.ts";
import type { Seed } from "../frame/index.ts";
import { futureTable, goodnessOf, type Reduction } from "./future-table.ts";
import type { OutcomeCube } from "./outcome-cube.ts";
import { bestOf } from "./ranking.ts";
import { drawsName, NumberStream } from "./resample.ts";
import { drawWeights } from "./weight-flips.ts";

/** Part of all probability distributions over the futures under which an alternative has the best mean. */
export interface DomainShare {
  readonly alternative: string;
  /** Ties split; with Wilson's interval for the number of draws. */
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Starr's domain criterion in its first sense: the share of the simplex of probabilities over the sampled futures in which an alternative has the best expected value,
 * by `draws` even draws (2,000 unless stated). Sources: M. K. Starr, "Product Design and Decision Theory" (1963); H. O. Schneller and G. P. Sphicas, "Decision making
 * under uncertainty: Starr's domain criterion", Theory and Decision 15 (1983). Many authors call the share of futures that meet a floor by the same name: that is the
 * criterion `satisficing-share`. The more futures, the nearer an even draw is to equal weights, so that shares of different numbers of futures do not compare.
 * No futures used: an empty list.
 */
export function domainShares(
  cube: OutcomeCube,
  options: Reduction & {
    readonly draws?: number;
    readonly seed?: Seed;
    readonly confidence?: number;
  } = {},
): readonly DomainShare[] {
  const { draws = 2000, seed = 0, confidence = 0.95 } = options;
  const table = futureTable(cube, options);
  const { futures, alternatives } = table;
  if (futures === 0) return [];
  const goodness = goodnessOf(table);
  const shares = new Float64Array(alternatives.length);
  const means = new Float64Array(alternatives.length);
  const weights = new Float64Array(futures);
  const stream = new NumberStream(drawsName(seed, "domain"));
  for (let draw = 0; draw < draws; draw++) {
    drawWeights(weights, stream);
    for (let one = 0; one < means.length; one++) {
      let sum = 0;
      for (let at = 0; at < futures; at++)
        sum += (weights[at] as number) * (goodness[one * futures + at] as number);
      means[one] = sum;
    }
    const best = bestOf(means, true);
    for (const one of best) shares[one] = (shares[one] as number) + 1 / best.length;
  }
  return alternatives.map((alternative, at) => {
    const met = shares[at] as number;
    return { alternative, share: met / draws, ...wilsonInterval(met, draws, confidence) };
  });
}
