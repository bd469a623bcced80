/**
 * Linear-interpolation quantile (Hyndman & Fan type 7, as numpy and R). `NaN` for no values or where a value is `NaN`. O(n log n).
 */
export function quantile(values: Float64Array, p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`p must lie in [0, 1], got ${p}`);
  if (values.length === 0) return Number.NaN;
  const sorted = Float64Array.from(values).sort();
  const position = (sorted.length - 1) * p;
  const below = Math.floor(position);
  const low = sorted[below] as number;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] as number;
  if (Number.isNaN(sorted[sorted.length - 1])) return Number.NaN;
  return low === high ? low : low + (position - below) * (high - low);
}
