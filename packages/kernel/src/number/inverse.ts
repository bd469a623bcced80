import { meanOfFamily, quantileOf } from "./quantile.ts";

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
 * `quantileOf` for the families with scalar parameters. Throws `RangeError` for another code.
 */
export function inverse(code: number, p0: number, p1: number, p2: number, u: number): number {
  checkCode(code);
  return quantileOf(code, p0, p1, p2, u);
}

/** `meanOfFamily` for the families with scalar parameters. Throws `RangeError` for another code. */
export function meanOf(code: number, p0: number, p1: number, p2: number): number {
  checkCode(code);
  return meanOfFamily(code, p0, p1, p2);
}

function checkCode(code: number): void {
  if (!(code >= distributionCodes.fixed && code <= distributionCodes.weibull))
    throw new RangeError(`no family with scalar parameters has the code ${code}`);
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
