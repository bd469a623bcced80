import { type Estimate, estimateMean } from "@shikumi/analysis";
import type { Figure, RunReference, Unit } from "../findings.ts";

/** A mean with its interval; `NaN` for none. */
export type Interval = Pick<Estimate, "mean" | "low" | "high">;

/** Where a figure stands, in what unit, and the key of the run that made it. */
export interface FigurePlace {
  readonly id: string;
  readonly unit: Unit;
  readonly run: string;
}

/** A figure from an estimate. */
export function figure(place: FigurePlace, { mean, low, high }: Interval): Figure {
  return { id: place.id, value: mean, low, high, unit: place.unit, run: place.run };
}

/** A figure of a share that cannot leave [0, 1]; its interval is cut there (S3). */
export function shareFigure(place: Omit<FigurePlace, "unit">, interval: Interval): Figure {
  return figure({ ...place, unit: "share" }, shareInterval(interval));
}

/** The interval of a share that cannot leave [0, 1], cut there (S3); "none" stays `NaN`. */
export function shareInterval({ mean, low, high }: Interval): Interval {
  return { mean, low: Math.max(0, low), high: Math.min(1, high) };
}

/** A figure without an interval. */
export function plainFigure(place: FigurePlace, value: number): Figure {
  return figure(place, { mean: value, low: Number.NaN, high: Number.NaN });
}

/** Part of a figure's address that names a package in one mode: the package in force, `package/timed` otherwise. */
export function packageAddress({ package: id, mode }: Pick<RunReference, "package" | "mode">): string {
  return mode === "timed" ? `${id}/timed` : id;
}

/**
 * Difference of two ratios of sums over the same clusters, a ÷ b − c ÷ d, with the interval of its linearisation (S5): each cluster's own contribution to
 * both ratios is taken together, so that what the two share cancels. Two equal ratios differ by exactly 0 ± 0. `NaN` where either
 * ratio has no denominator. Source: W. G. Cochran, "Sampling Techniques", 3rd ed., §6.20 (paired ratio estimates).
 */
export function ratioDifference(
  [a, b]: readonly [Float64Array, Float64Array],
  [c, d]: readonly [Float64Array, Float64Array],
): Interval {
  const n = a.length;
  if ([b, c, d].some((column) => column.length !== n))
    throw new RangeError("the clusters of both ratios must pair");
  const first = sum(a) / sum(b);
  const second = sum(c) / sum(d);
  const linear = Float64Array.from(
    a,
    (value, k) =>
      n *
      ((value - first * (b[k] as number)) / sum(b) - ((c[k] as number) - second * (d[k] as number)) / sum(d)),
  );
  const { low, high } = estimateMean(linear);
  const half = (high - low) / 2;
  const mean = first - second;
  return { mean, low: mean - half, high: mean + half };
}

/** Sum in order. */
export function sum(values: Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

/** Entry by entry sum of two columns of one length. */
export function added(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, index) => value + (b[index] as number));
}

/** Entry by entry difference of two columns of one length. */
export function subtracted(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, index) => value - (b[index] as number));
}
