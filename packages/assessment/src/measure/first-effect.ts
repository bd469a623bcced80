import { hoursOf, timeBins } from "@shikumi/kernel";

/** Lower edge in ticks of a bin of the kernel's histograms of times: quarter octaves. The bin below one tick begins at 0. */
export function binEdge(bin: number): number {
  if (bin < 1) return 0;
  const octave = Math.floor((bin - 1) / 4);
  let base = 1;
  for (let k = 0; k < octave; k++) base *= 2;
  return base + (base * ((bin - 1) % 4)) / 4;
}

/**
 * Quantile in hours of the times counted in one task's bins, straight within a bin; true to a quarter octave, and 0 where the quantile lies in the bin
 * below one tick. `NaN` for no counts. `bins` holds `timeBins` entries.
 */
export function binnedQuantile(bins: ArrayLike<number>, p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`p must lie in [0, 1], got ${p}`);
  let total = 0;
  for (let bin = 0; bin < timeBins; bin++) total += bins[bin] as number;
  if (total === 0) return Number.NaN;
  const wanted = p * total;
  let below = 0;
  for (let bin = 0; bin < timeBins; bin++) {
    const count = bins[bin] as number;
    if (count > 0 && below + count >= wanted) {
      if (bin === 0) return 0;
      const low = binEdge(bin);
      return hoursOf(low + ((wanted - below) / count) * (binEdge(bin + 1) - low));
    }
    below += count;
  }
  return Number.NaN;
}
