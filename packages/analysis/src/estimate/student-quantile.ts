import { exp, lnGamma, log } from "@shikumi/core/math";

/** Quantiles already found, by probability and freedom: intervals of one analysis ask for the same few thousands of times. */
const known = new Map<string, number>();

/** So many are kept. */
const mostKnown = 256;

/**
 * Quantile of Student's t with `freedom` ≥ 1 degrees of freedom (real), relative error below 1e-10 for 1e-8 ≤ p ≤ 1 − 1e-8. By bisection on the
 * distribution function, which is the regularised incomplete beta function by Lentz's continued fraction
 * (Press et al., "Numerical Recipes", 3rd ed., §6.4 and §6.14.3). Throws `RangeError` outside.
 */
export function studentQuantile(p: number, freedom: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`p must lie in (0, 1), got ${p}`);
  if (!(freedom >= 1)) throw new RangeError(`freedom must be at least 1, got ${freedom}`);
  if (p === 0.5) return 0;
  const name = `${p} ${freedom}`;
  const before = known.get(name);
  if (before !== undefined) return before;
  const found = search(p, freedom);
  if (known.size >= mostKnown) known.clear();
  known.set(name, found);
  return found;
}

function search(p: number, freedom: number): number {
  const tail = p < 0.5 ? p : 1 - p;
  let low = 0;
  let high = 1;
  while (upperTail(high, freedom) > tail) high *= 2;
  for (let step = 0; step < 200 && high - low > 1e-14 * high; step++) {
    const middle = (low + high) / 2;
    if (upperTail(middle, freedom) > tail) low = middle;
    else high = middle;
  }
  const t = (low + high) / 2;
  return p < 0.5 ? -t : t;
}

/** P(T > t) for t ≥ 0. */
function upperTail(t: number, freedom: number): number {
  return 0.5 * incompleteBeta(freedom / (freedom + t * t), freedom / 2, 0.5);
}

/** Regularised incomplete beta function I_x(a, b). */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = exp(lnGamma(a + b) - lnGamma(a) - lnGamma(b) + a * log(x) + b * log(1 - x));
  return x < (a + 1) / (a + b + 2)
    ? (front * betaFraction(x, a, b)) / a
    : 1 - (front * betaFraction(1 - x, b, a)) / b;
}

function betaFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  const away = (value: number): number => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m <= 500; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return fraction;
}
