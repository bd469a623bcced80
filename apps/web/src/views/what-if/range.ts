import type { Amount, Distribution, Uncertainty } from "@shikumi/model";

/** What an assumption may be moved over, in base units. */
export interface Range {
  readonly low: number;
  readonly high: number;
  /** A value in the middle of what is drawn. */
  readonly middle: number;
  /** The only values it has, ascending; `undefined` where it is continuous. */
  readonly values: readonly number[] | undefined;
}

/**
 * The range an uncertainty is drawn from: all of it where it is bounded, else about its middle 98 %. `undefined` for one that does not vary or depends on a case.
 */
export function rangeOf({ values }: Pick<Uncertainty, "values">): Range | undefined {
  const range = rangeOfDistribution(values);
  return range !== undefined && range.high > range.low ? range : undefined;
}

function rangeOfDistribution(distribution: Distribution): Range | undefined {
  switch (distribution.kind) {
    case "fixed":
    case "case":
      return undefined;
    case "uniform":
      return between(number(distribution.low), number(distribution.high));
    case "triangular":
      return between(number(distribution.low), number(distribution.high), number(distribution.mode));
    case "normal": {
      const mean = number(distribution.mean);
      const width = 2.33 * number(distribution.deviation);
      return between(mean - width, mean + width, mean);
    }
    case "lognormal": {
      const median = number(distribution.median);
      const factor = Math.exp(2.33 * number(distribution.sigma));
      return between(median / factor, median * factor, median);
    }
    case "exponential": {
      const mean = number(distribution.mean);
      return between(mean * 0.01, mean * 4.6, mean * Math.LN2);
    }
    case "gamma": {
      const mean = number(distribution.mean);
      const deviation = mean / Math.sqrt(number(distribution.shape));
      return between(Math.max(0, mean - 2.33 * deviation), mean + 3 * deviation, mean);
    }
    case "weibull": {
      const scale = number(distribution.scale);
      const shape = number(distribution.shape);
      const at = (p: number): number => scale * (-Math.log(1 - p)) ** (1 / shape);
      return between(at(0.01), at(0.99), at(0.5));
    }
    case "observed":
      return among(distribution.values.map(number));
    case "discrete":
      return among(distribution.outcomes.map(({ value }) => number(value)));
  }
}

function between(low: number, high: number, middle = (low + high) / 2): Range | undefined {
  if (!(Number.isFinite(low) && Number.isFinite(high))) return undefined;
  return { low, high, middle, values: undefined };
}

function among(all: readonly number[]): Range | undefined {
  const values = [...new Set(all)].sort((a, b) => a - b);
  const [low] = values;
  const high = values.at(-1);
  if (low === undefined || high === undefined) return undefined;
  return { low, high, middle: values[Math.floor(values.length / 2)] as number, values };
}

/** Parameters of uncertainties are plain numbers. */
function number(amount: Amount): number {
  return amount.kind === "number" ? amount.value : Number.NaN;
}

/** The place of a slider, 0 to `most`, that is nearest to a value. */
export function placeOf(range: Range, value: number, most: number): number {
  if (range.values === undefined) return Math.round(((value - range.low) / (range.high - range.low)) * most);
  let nearest = 0;
  range.values.forEach((one, place) => {
    if (Math.abs(one - value) < Math.abs((range.values?.[nearest] ?? 0) - value)) nearest = place;
  });
  return nearest;
}

/** The value at a place of a slider, to six digits where it is continuous. */
export function valueAt(range: Range, place: number, most: number): number {
  if (range.values !== undefined) return range.values[place] ?? range.low;
  if (place <= 0) return range.low;
  if (place >= most) return range.high;
  const value = Number((range.low + ((range.high - range.low) * place) / most).toPrecision(6));
  return Math.min(range.high, Math.max(range.low, value));
}
