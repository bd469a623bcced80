import { exp, gammaQuantile, lnGamma, log1p, normalQuantile, pow } from "@shikumi/core/math";
import * as family from "../codes/family.ts";
import type { f64, i32 } from "../engine/primitive.ts";

/**
 * The quantile of a family with scalar parameters at 0 < u < 1 (N2). Parameters, in order: fixed (value); uniform (low, high);
 * triangular (low, mode, high); normal (mean, deviation), never below 0; lognormal (median, sigma); exponential (mean); gamma
 * (mean, shape); weibull (scale, shape). Never negative for non-negative parameters. 0 for a list family.
 */
export function quantileOf(code: i32, p0: f64, p1: f64, p2: f64, u: f64): f64 {
  switch (code) {
    case family.fixed:
      return p0;
    case family.uniform:
      return p0 + (p1 - p0) * u;
    case family.triangular:
      return inverseTriangular(p0, p1, p2, u);
    case family.normal:
      return Math.max(0, p0 + p1 * normalQuantile(u));
    case family.lognormal:
      return p0 * exp(p1 * normalQuantile(u));
    case family.exponential:
      return -p0 * log1p(-u);
    case family.gamma:
      return p0 > 0 ? gammaQuantile(u, p1, p0 / p1) : 0;
    case family.weibull:
      return p0 * pow(-log1p(-u), 1 / p1);
    default:
      return 0;
  }
}

/** The mean of a family with scalar parameters (N3). Of the normal, that of the part without the bound at 0, at least 0. */
export function meanOfFamily(code: i32, p0: f64, p1: f64, p2: f64): f64 {
  switch (code) {
    case family.fixed:
    case family.exponential:
    case family.gamma:
      return p0;
    case family.uniform:
      return (p0 + p1) / 2;
    case family.triangular:
      return (p0 + p1 + p2) / 3;
    case family.normal:
      return Math.max(0, p0);
    case family.lognormal:
      return p0 * exp((p1 * p1) / 2);
    case family.weibull:
      return p0 * exp(lnGamma(1 + 1 / p1));
    default:
      return 0;
  }
}

function inverseTriangular(low: f64, mode: f64, high: f64, u: f64): f64 {
  const width = high - low;
  if (!(width > 0)) return low;
  if (u < (mode - low) / width) return low + Math.sqrt(u * width * (mode - low));
  return high - Math.sqrt((1 - u) * width * (high - mode));
}
