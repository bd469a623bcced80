/**
 * Sorted values with weights: counts of a resample, or importance weights that add up to the number of values. Values of weight 0 are as if absent.
 * Summaries of weights 1 are the plain ones; of whole weights those of the sample in which each value stands so many times.
 */
export interface WeightedSample {
  /** Ascending. */
  readonly values: Float64Array;
  /** Sums of the weights up to and including each value. The last is positive. */
  readonly cumulative: Float64Array;
}

/** Sums of weights this close are equal: they are added up in another order elsewhere. */
const SLACK = 1e-9;

export function weightOf({ cumulative }: WeightedSample, at: number): number {
  return (cumulative[at] as number) - (at === 0 ? 0 : (cumulative[at - 1] as number));
}

export function totalOf({ cumulative }: WeightedSample): number {
  return cumulative[cumulative.length - 1] as number;
}

export function meanOf(sample: WeightedSample): number {
  let sum = 0;
  let before = 0;
  const { values, cumulative } = sample;
  for (let at = 0; at < values.length; at++) {
    const upTo = cumulative[at] as number;
    sum += (upTo - before) * (values[at] as number);
    before = upTo;
  }
  return sum / before;
}

/** Standard deviation with Σ weights − 1 below. `NaN` where that is not positive. */
export function deviationOf(sample: WeightedSample, mean: number = meanOf(sample)): number {
  const total = totalOf(sample);
  if (!(total > 1)) return Number.NaN;
  let squares = 0;
  for (let at = 0; at < sample.values.length; at++) {
    const away = (sample.values[at] as number) - mean;
    squares += weightOf(sample, at) * away * away;
  }
  return Math.sqrt(squares / (total - 1));
}

export function leastOf({ values, cumulative }: WeightedSample): number {
  return values[firstAbove(cumulative, 0)] as number;
}

export function mostOf({ values, cumulative }: WeightedSample): number {
  let at = values.length - 1;
  while (at > 0 && (cumulative[at - 1] as number) >= (cumulative[at] as number)) at--;
  return values[at] as number;
}

/** Hyndman & Fan's type 7 of the sample in which each value stands as often as it weighs. */
export function quantileOf(sample: WeightedSample, p: number): number {
  const position = Math.max(0, totalOf(sample) - 1) * p;
  const below = Math.floor(position + SLACK);
  const low = valueAt(sample, below);
  const part = position - below;
  if (!(part > SLACK)) return low;
  const high = valueAt(sample, below + 1);
  return low === high ? low : low + part * (high - low);
}

/** Mean of the lowest `share`, the last value in part. */
export function tailOf(sample: WeightedSample, share: number): number {
  const size = share * totalOf(sample);
  let sum = 0;
  let before = 0;
  for (let at = 0; at < sample.values.length; at++) {
    const upTo = Math.min(sample.cumulative[at] as number, size);
    sum += (upTo - before) * (sample.values[at] as number);
    before = upTo;
    if (before >= size) break;
  }
  return sum / size;
}

/** Mean over the whole sample of what values fall short of the median. */
export function shortfallOf(sample: WeightedSample): number {
  const median = quantileOf(sample, 0.5);
  let sum = 0;
  for (let at = 0; at < sample.values.length; at++) {
    const short = median - (sample.values[at] as number);
    if (short <= 0) break;
    sum += weightOf(sample, at) * short;
  }
  return sum / totalOf(sample);
}

function valueAt({ values, cumulative }: WeightedSample, index: number): number {
  const at = firstAbove(cumulative, index + SLACK);
  return at < values.length ? (values[at] as number) : mostOf({ values, cumulative });
}

/** First place whose sum of weights exceeds a bound; their number if none. */
function firstAbove(cumulative: Float64Array, bound: number): number {
  let low = 0;
  let high = cumulative.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((cumulative[middle] as number) > bound) high = middle;
    else low = middle + 1;
  }
  return low;
}
