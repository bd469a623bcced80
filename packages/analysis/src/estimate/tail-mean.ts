/**
 * Mean of the worst `share` of the values, the lowest where more is better: the conditional tail (expected shortfall). A fractional last value counts
 * in part, so that the result is continuous in `share`. `NaN` for no values. Source: Acerbi & Tasche, "On the coherence of expected shortfall", 2002, def. 2.6.
 */
export function tailMean(values: Float64Array, share: number): number {
  if (!(share > 0 && share <= 1)) throw new RangeError(`share must lie in (0, 1], got ${share}`);
  if (values.length === 0) return Number.NaN;
  const sorted = Float64Array.from(values).sort();
  const size = share * sorted.length;
  const whole = Math.floor(size);
  let sum = 0;
  for (let index = 0; index < whole; index++) sum += sorted[index] as number;
  if (whole < sorted.length) sum += (size - whole) * (sorted[whole] as number);
  return sum / size;
}
