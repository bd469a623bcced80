import { exp, gammaQuantile, lnGamma, log1p, normalQuantile, pow } from "@shikumi/core/math";

/** Code of each family of distributions, for tables. The first eight have at most three parameters, the last two are lists. */
export const distributionCodes = {
  fixed: 0,
  uniform: 1,
  triangular: 2,
  normal: 3,
  lognormal: 4,
  exponential: 5,
  gamma: 6,
  weibull: 7,
  observed: 8,
  discrete: 9,
} as const;
/** Code of a family. */
export type DistributionCode = (typeof distributionCodes)[keyof typeof distributionCodes];

/**
 * The quantile of a family with scalar parameters at 0 < u < 1 (N2). Parameters, in order: fixed (value); uniform (low, high);
 * triangular (low, mode, high); normal (mean, deviation), never below 0; lognormal (median, sigma); exponential (mean); gamma
 * (mean, shape); weibull (scale, shape). Never negative for non-negative parameters. Throws `RangeError` for a list family.
 */
export function inverse(code: number, p0: number, p1: number, p2: number, u: number): number {
  switch (code) {
    case distributionCodes.fixed:
      return p0;
    case distributionCodes.uniform:
      return p0 + (p1 - p0) * u;
    case distributionCodes.triangular:
      return inverseTriangular(p0, p1, p2, u);
    case distributionCodes.normal:
      return Math.max(0, p0 + p1 * normalQuantile(u));
    case distributionCodes.lognormal:
      return p0 * exp(p1 * normalQuantile(u));
    case distributionCodes.exponential:
      return -p0 * log1p(-u);
    case distributionCodes.gamma:
      return p0 > 0 ? gammaQuantile(u, p1, p0 / p1) : 0;
    case distributionCodes.weibull:
      return p0 * pow(-log1p(-u), 1 / p1);
    default:
      throw new RangeError(`no family with scalar parameters has the code ${code}`);
  }
}

/** The mean of a family with scalar parameters (N3). Of the normal, that of the part without the bound at 0, at least 0. */
export function meanOf(code: number, p0: number, p1: number, p2: number): number {
  switch (code) {
    case distributionCodes.fixed:
    case distributionCodes.exponential:
    case distributionCodes.gamma:
      return p0;
    case distributionCodes.uniform:
      return (p0 + p1) / 2;
    case distributionCodes.triangular:
      return (p0 + p1 + p2) / 3;
    case distributionCodes.normal:
      return Math.max(0, p0);
    case distributionCodes.lognormal:
      return p0 * exp((p1 * p1) / 2);
    case distributionCodes.weibull:
      return p0 * exp(lnGamma(1 + 1 / p1));
    default:
      throw new RangeError(`no family with scalar parameters has the code ${code}`);
  }
}

/** Index of the observed value at u: each of `count` is equally likely (N2). */
export function observedIndex(count: number, u: number): number {
  return Math.min(count - 1, Math.floor(u * count));
}

/**
 * Index, from 0, of the first of `count` weights from `start` on whose cumulated share of the total exceeds u; the last
 * otherwise (K12).
 */
export function weightedIndex(weights: ArrayLike<number>, start: number, count: number, u: number): number {
  let total = 0;
  for (let i = 0; i < count; i++) total += weights[start + i] as number;
  let sum = 0;
  for (let i = 0; i < count; i++) {
    sum += weights[start + i] as number;
    if (sum / total > u) return i;
  }
  return count - 1;
}

/** Mean of equally likely values (N3). */
export function observedMean(values: ArrayLike<number>, start: number, count: number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += values[start + i] as number;
  return sum / count;
}

/** Mean of weighted values (N3); 0 if all weights are 0. */
export function weightedMean(
  values: ArrayLike<number>,
  weights: ArrayLike<number>,
  start: number,
  count: number,
): number {
  let total = 0;
  let sum = 0;
  for (let i = 0; i < count; i++) {
    total += weights[start + i] as number;
    sum += (weights[start + i] as number) * (values[start + i] as number);
  }
  return total > 0 ? sum / total : 0;
}

function inverseTriangular(low: number, mode: number, high: number, u: number): number {
  const width = high - low;
  if (!(width > 0)) return low;
  if (u < (mode - low) / width) return low + Math.sqrt(u * width * (mode - low));
  return high - Math.sqrt((1 - u) * width * (high - mode));
}
