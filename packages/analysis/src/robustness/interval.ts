import { exp, expm1, log, log1p } from "@shikumi/core/math";
import { quantile } from "../estimate/quantile.ts";

/** How sure a score is. */
export type Interval =
  | {
      /** Student over futures; Wilson's of a share; percentiles of resampled futures (B. Efron, "Bootstrap methods", Ann. Stat. 7 (1979)). */
      readonly kind: "student" | "wilson" | "bootstrap";
      readonly low: number;
      readonly high: number;
      readonly confidence: number;
    }
  | {
      /**
       * The score is an extreme of the sample, for which a bootstrap interval does not hold (P. Bickel, F. Götze and W. van Zwet, Statistica Sinica 7 (1997)), and which more
       * futures can only make more extreme. With this confidence at most a share `beyond` of all futures lies beyond what was seen
       * (S. Wilks, "Determination of sample sizes for setting tolerance limits", Ann. Math. Stat. 12 (1941)).
       */
      readonly kind: "tolerance";
      readonly beyond: number;
      readonly confidence: number;
    }
  | { readonly kind: "none"; readonly reason: NoInterval };

/**
 * Why there is no interval: too few futures; a quantile so near the end that fewer than five futures lie beyond; an extreme under unequal weights; the score has no value
 * in more than a twentieth of the resamples; or none was asked for.
 */
export type NoInterval = "too-few-futures" | "extreme" | "often-undefined" | "not-asked";

/** Fewest futures for an interval by resampling, and fewest that must lie beyond a quantile. */
export const LEAST_FUTURES = 10;
export const LEAST_BEYOND = 5;

/** Interval by percentiles of replicates; replicates that are `NaN` are left out. */
export function percentileInterval(replicates: Float64Array, confidence: number): Interval {
  const kept = replicates.filter((value) => !Number.isNaN(value));
  if (kept.length < 0.95 * replicates.length) return { kind: "none", reason: "often-undefined" };
  const tail = (1 - confidence) / 2;
  return { kind: "bootstrap", low: quantile(kept, tail), high: quantile(kept, 1 - tail), confidence };
}

/** Largest share of all futures beyond the sample's least (or most) value, at a confidence: 1 − (1 − confidence)^(1/n). */
export function beyondOne(futures: number, confidence: number): number {
  return 0 - expm1(log1p(0 - confidence) / futures);
}

/** As `beyondOne` for both ends together: the q that solves 1 − n(1 − q)ⁿ⁻¹ + (n − 1)(1 − q)ⁿ = confidence. 1 for fewer than two futures. */
export function beyondBoth(futures: number, confidence: number): number {
  if (futures < 2) return 1;
  let low = 0;
  let high = 1;
  for (let step = 0; step < 100; step++) {
    const middle = (low + high) / 2;
    const inside = exp((futures - 1) * log(1 - middle));
    const reached = 1 - futures * inside + (futures - 1) * inside * (1 - middle);
    if (reached < confidence) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
