import { exp, gammaQuantile, log1p, normalQuantile, pow } from "@shikumi/core/math";
import { AnalysisError } from "../frame/index.ts";
import { checkDistribution, type Distribution } from "./distribution.ts";

/** Lowest and highest probability a quantile is taken at: values of the unit cube outside are moved here, so that no quantile is infinite. */
export const lowestProbability = 1.1102230246251565e-16;
export const highestProbability: number = 1 - lowestProbability;

/**
 * The quantile of a distribution: the value below which a share `u` of it lies. 0 and 1 are read as 2^-53 and 1 − 2^-53. Categories as codes. Throws `AnalysisError`
 * `bad-argument` for u outside [0, 1] and for parameters that give no distribution.
 */
export function quantileOf(distribution: Distribution, u: number): number {
  return applyDistribution(distribution, Float64Array.of(u))[0] as number;
}

/**
 * Quantiles of a column of the unit cube, in a new column of the same length: the inverse transform. Conventions of `quantileOf`. The quantile of a list is that of its entries in the
 * order given (entry ⌊u × count⌋ of observed values; the first whose cumulated share of the weights exceeds u), so it rises with u only where the list does.
 */
export function applyDistribution(distribution: Distribution, unit: Float64Array): Float64Array {
  checkDistribution(distribution);
  const out = new Float64Array(unit.length);
  const quantile = quantileFunction(distribution);
  for (let row = 0; row < unit.length; row++) {
    const u = unit[row] as number;
    if (!(u >= 0 && u <= 1)) {
      throw new AnalysisError("bad-argument", `row ${row} is ${u}, outside the unit interval`);
    }
    out[row] = quantile(
      u < lowestProbability ? lowestProbability : u > highestProbability ? highestProbability : u,
    );
  }
  return out;
}

/** Lowest and highest value that `quantileOf` gives. */
export function quantileRange(distribution: Distribution): readonly [low: number, high: number] {
  switch (distribution.kind) {
    case "uniform":
    case "triangular":
    case "integer":
      return [distribution.low, distribution.high];
    case "observed":
    case "discrete": {
      const values = distribution.values.filter(
        (_, at) => distribution.kind === "observed" || (distribution.weights[at] as number) > 0,
      );
      return [
        values.reduce((low, value) => Math.min(low, value)),
        values.reduce((high, value) => Math.max(high, value)),
      ];
    }
    case "fixed":
    case "normal":
    case "lognormal":
    case "exponential":
    case "gamma":
    case "weibull":
    case "category":
      return [quantileOf(distribution, 0), quantileOf(distribution, 1)];
  }
}

function quantileFunction(distribution: Distribution): (u: number) => number {
  switch (distribution.kind) {
    case "fixed": {
      const { value } = distribution;
      return () => value;
    }
    case "uniform": {
      const { low, high } = distribution;
      const width = high - low;
      return (u) => Math.min(high, low + width * u);
    }
    case "triangular":
      return triangularQuantile(distribution.low, distribution.mode, distribution.high);
    case "normal": {
      const { mean, deviation, floor = Number.NEGATIVE_INFINITY } = distribution;
      return (u) => Math.max(floor, mean + deviation * normalQuantile(u));
    }
    case "lognormal": {
      const { median, sigma } = distribution;
      return (u) => median * exp(sigma * normalQuantile(u));
    }
    case "exponential": {
      const { mean } = distribution;
      return (u) => -mean * log1p(-u);
    }
    case "gamma": {
      const { mean, shape } = distribution;
      return mean > 0 ? (u) => gammaQuantile(u, shape, mean / shape) : () => 0;
    }
    case "weibull": {
      const { scale, shape } = distribution;
      return (u) => scale * pow(-log1p(-u), 1 / shape);
    }
    case "observed": {
      const { values } = distribution;
      return (u) => values[Math.min(values.length - 1, Math.floor(u * values.length))] as number;
    }
    case "discrete": {
      const { values, weights } = distribution;
      const shares = cumulated(weights);
      return (u) => values[firstAbove(shares, u)] as number;
    }
    case "integer": {
      const { low, high } = distribution;
      const count = high - low + 1;
      return (u) => Math.min(high, low + Math.floor(u * count));
    }
    case "category": {
      const { levels, weights } = distribution;
      const shares = cumulated(weights ?? levels.map(() => 1));
      return (u) => firstAbove(shares, u);
    }
  }
}

function triangularQuantile(low: number, mode: number, high: number): (u: number) => number {
  const width = high - low;
  if (!(width > 0)) return () => low;
  const share = (mode - low) / width;
  return (u) => {
    if (u < share) return low + Math.sqrt(u * width * (mode - low));
    return Math.max(mode, high - Math.sqrt((1 - u) * width * (high - mode)));
  };
}

/** Shares of the total at or below each weight: sum ÷ total, summed from the first. */
function cumulated(weights: readonly number[]): Float64Array {
  let total = 0;
  for (const weight of weights) total += weight;
  let sum = 0;
  return Float64Array.from(weights, (weight) => {
    sum += weight;
    return sum / total;
  });
}

/** Index of the first share above u; the last that has any weight otherwise. */
function firstAbove(shares: Float64Array, u: number): number {
  let low = 0;
  let high = shares.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((shares[middle] as number) > u) high = middle;
    else low = middle + 1;
  }
  return low;
}
