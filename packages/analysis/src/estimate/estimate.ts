import { studentQuantile } from "./student-quantile.ts";

/** A mean with its interval. `low` and `high` are `NaN` where fewer than two clusters hold a value. */
export interface Estimate {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  /** Clusters that held a value, and those left out because they held none. */
  readonly used: number;
  readonly leftOut: number;
}

/**
 * Mean of cluster means with Student's interval at `confidence`. A cluster is one future (its replications are averaged before), or one replication where
 * there is a single future: so neither chance nor what is unknown is counted as more independent than it is. Clusters that are `NaN` are left out and counted.
 */
export function estimateMean(clusters: Float64Array, confidence = 0.95): Estimate {
  const kept = clusters.filter((value) => !Number.isNaN(value));
  const used = kept.length;
  const leftOut = clusters.length - used;
  if (used === 0) return { mean: Number.NaN, low: Number.NaN, high: Number.NaN, used, leftOut };
  let mean = 0;
  for (const value of kept) mean += value / used;
  if (used === 1) return { mean, low: Number.NaN, high: Number.NaN, used, leftOut };
  let squares = 0;
  for (const value of kept) squares += (value - mean) * (value - mean);
  const half = studentQuantile(0.5 + confidence / 2, used - 1) * Math.sqrt(squares / (used - 1) / used);
  return { mean, low: mean - half, high: mean + half, used, leftOut };
}

/**
 * Ratio of sums Σ numerator ÷ Σ denominator over paired clusters, with the interval of the linearised (delta-method) ratio estimator. Clusters with a `NaN` are left
 * out and counted; `NaN` where the denominators add up to 0. Source: W. G. Cochran, "Sampling Techniques", 3rd ed., eq. (6.13).
 */
export function estimateRatio(
  numerator: Float64Array,
  denominator: Float64Array,
  confidence = 0.95,
): Estimate {
  if (numerator.length !== denominator.length) {
    throw new RangeError(
      `numerator and denominator must pair, got ${numerator.length} and ${denominator.length}`,
    );
  }
  const pairs: [number, number][] = [];
  for (let index = 0; index < numerator.length; index++) {
    const pair: [number, number] = [numerator[index] as number, denominator[index] as number];
    if (!pair.some(Number.isNaN)) pairs.push(pair);
  }
  const used = pairs.length;
  const leftOut = numerator.length - used;
  let top = 0;
  let bottom = 0;
  for (const [above, below] of pairs) {
    top += above;
    bottom += below;
  }
  const missing = { low: Number.NaN, high: Number.NaN, used, leftOut };
  if (bottom === 0) return { mean: Number.NaN, ...missing };
  const mean = top / bottom;
  if (used < 2) return { mean, ...missing };
  let squares = 0;
  for (const [above, below] of pairs) squares += (above - mean * below) * (above - mean * below);
  const deviation = Math.sqrt(squares / (used - 1) / used) / (bottom / used);
  const half = studentQuantile(0.5 + confidence / 2, used - 1) * deviation;
  return { mean, low: mean - half, high: mean + half, used, leftOut };
}
