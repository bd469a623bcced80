import { normalQuantile } from "@shikumi/core/math";
import { quantile } from "../estimate/quantile.ts";
import { AnalysisError } from "../frame/index.ts";

/**
 * The interval of a figure, or why there is none. `replicated-scrambles`: Student's over independent randomisations. `bootstrap`: rows or trajectories drawn again, which
 * takes them for independent and is too wide for rows of a low-discrepancy design. `half-samples`: spread over random halves without replacement. `student`: Student's over rows.
 */
export type Interval =
  | {
      readonly kind: "interval";
      readonly low: number;
      readonly high: number;
      readonly confidence: number;
      readonly method: IntervalMethod;
    }
  | { readonly kind: "no-interval"; readonly reason: "one-replicate" | "no-resamples" | "too-few" };

/** How an interval came about. */
export type IntervalMethod = "replicated-scrambles" | "bootstrap" | "half-samples" | "student";

/** A figure with its interval. `value` is finite. */
export interface IndexEstimate {
  readonly value: number;
  readonly interval: Interval;
}

/** Why fewer than two resampled figures give no interval. */
export function withoutInterval(resamples: number): Interval {
  return { kind: "no-interval", reason: resamples === 0 ? "no-resamples" : "too-few" };
}

/** Throws `AnalysisError` `bad-argument` unless `confidence` lies in (0, 1). */
export function checkConfidence(confidence: number): void {
  if (!(confidence > 0 && confidence < 1)) {
    throw new AnalysisError("bad-argument", `confidence is ${confidence}, not between 0 and 1`);
  }
}

/** Throws `AnalysisError` `bad-argument` unless `count` is a whole number from `least`. */
export function checkWhole(what: string, count: number, least: number): void {
  if (!(Number.isSafeInteger(count) && count >= least)) {
    throw new AnalysisError("bad-argument", `${what} is ${count}, not a whole number from ${least}`);
  }
}

/** value ± z × the standard deviation of the resampled figures. Without at least two of them there is no interval. */
export function normalInterval(
  value: number,
  resampled: Float64Array,
  confidence: number,
  method: IntervalMethod,
): Interval {
  if (resampled.length < 2) return withoutInterval(resampled.length);
  const half = normalQuantile(0.5 + confidence / 2) * deviationOf(resampled);
  return { kind: "interval", low: value - half, high: value + half, confidence, method };
}

/**
 * The reversed percentile ("basic") bootstrap interval 2 value − quantiles, cut to [least, most]: it turns the bias that resampling adds a second time the right way round. Source:
 * A. C. Davison, D. V. Hinkley, "Bootstrap Methods and their Application" (1997), eq. (5.6).
 */
export function basicInterval(
  value: number,
  resampled: Float64Array,
  confidence: number,
  [least, most]: readonly [number, number],
): Interval {
  if (resampled.length < 2) return withoutInterval(resampled.length);
  const cut = (bound: number): number => Math.min(most, Math.max(least, bound));
  return {
    kind: "interval",
    low: cut(2 * value - quantile(resampled, 0.5 + confidence / 2)),
    high: cut(2 * value - quantile(resampled, 0.5 - confidence / 2)),
    confidence,
    method: "bootstrap",
  };
}

/** Mean of some values; `NaN` of none. */
export function meanOf(values: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += values[at] as number;
  return sum / values.length;
}

/** Standard deviation with n − 1; 0 for fewer than two values. */
export function deviationOf(values: Float64Array): number {
  if (values.length < 2) return 0;
  const mean = meanOf(values);
  let squares = 0;
  for (let at = 0; at < values.length; at++) {
    const distance = (values[at] as number) - mean;
    squares += distance * distance;
  }
  return Math.sqrt(squares / (values.length - 1));
}

/** Whether values spread by more than the rounding of numbers of their size. */
export function varies(values: Float64Array): boolean {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < values.length; at++) {
    const value = values[at] as number;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return high - low > 16 * Number.EPSILON * Math.max(Math.abs(low), Math.abs(high));
}
