import { AnalysisError } from "../frame/index.ts";

/**
 * How an input varies. Parameters are in the input's own units; `sigma` and `shape` are pure numbers.
 *
 * - `normal`: mean and standard deviation. With `floor`, values below it are moved to it (so the floor has a probability of its own; the distribution is not truncated). Studies use floor 0.
 * - `lognormal`: median, and standard deviation of the logarithm.
 * - `gamma`: mean and shape; scale = mean ÷ shape. A mean of 0 is the value 0.
 * - `weibull`: scale (the 63.2 % quantile) and shape.
 * - `observed`: each value in the list equally likely.
 * - `discrete`: values with weights, which need not add up to 1.
 * - `integer`: whole numbers from low to high, equally likely.
 * - `category`: levels with weights; equally likely without. Values are codes 0 … levels − 1.
 */
export type Distribution =
  | { readonly kind: "fixed"; readonly value: number }
  | { readonly kind: "uniform"; readonly low: number; readonly high: number }
  | { readonly kind: "triangular"; readonly low: number; readonly mode: number; readonly high: number }
  | { readonly kind: "normal"; readonly mean: number; readonly deviation: number; readonly floor?: number }
  | { readonly kind: "lognormal"; readonly median: number; readonly sigma: number }
  | { readonly kind: "exponential"; readonly mean: number }
  | { readonly kind: "gamma"; readonly mean: number; readonly shape: number }
  | { readonly kind: "weibull"; readonly scale: number; readonly shape: number }
  | { readonly kind: "observed"; readonly values: readonly number[] }
  | { readonly kind: "discrete"; readonly values: readonly number[]; readonly weights: readonly number[] }
  | { readonly kind: "integer"; readonly low: number; readonly high: number }
  | { readonly kind: "category"; readonly levels: readonly string[]; readonly weights?: readonly number[] };

/** Throws `AnalysisError` `bad-argument` for parameters that give no distribution: not finite, in the wrong order, negative spreads, shapes not above 0, empty lists, weights that are negative or sum to 0. */
export function checkDistribution(distribution: Distribution): void {
  const problem = problemOf(distribution);
  if (problem !== undefined) {
    throw new AnalysisError(
      "bad-argument",
      `${distribution.kind}: ${problem} (${JSON.stringify(distribution)})`,
    );
  }
}

/** Whether the distribution has a lowest and a highest value. */
export function isBounded(distribution: Distribution): boolean {
  switch (distribution.kind) {
    case "normal":
    case "lognormal":
      return (distribution.kind === "normal" ? distribution.deviation : distribution.sigma) === 0;
    case "exponential":
    case "gamma":
      return distribution.mean === 0;
    case "weibull":
      return distribution.scale === 0;
    case "fixed":
    case "uniform":
    case "triangular":
    case "observed":
    case "discrete":
    case "integer":
    case "category":
      return true;
  }
}

function problemOf(distribution: Distribution): string | undefined {
  switch (distribution.kind) {
    case "fixed":
      return finite([distribution.value]);
    case "uniform":
      return spread(distribution.low, distribution.high) ?? ordered(distribution.low, distribution.high);
    case "triangular": {
      const { low, mode, high } = distribution;
      return spread(low, mode, high) ?? ordered(low, mode, high);
    }
    case "normal":
      return (
        finite([distribution.mean, distribution.deviation, distribution.floor ?? 0]) ??
        notNegative([distribution.deviation])
      );
    case "lognormal":
      return (
        finite([distribution.median, distribution.sigma]) ??
        notNegative([distribution.median, distribution.sigma])
      );
    case "exponential":
      return finite([distribution.mean]) ?? notNegative([distribution.mean]);
    case "gamma":
      return (
        finite([distribution.mean, distribution.shape]) ??
        notNegative([distribution.mean]) ??
        shaped(distribution)
      );
    case "weibull":
      return (
        finite([distribution.scale, distribution.shape]) ??
        notNegative([distribution.scale]) ??
        shaped(distribution)
      );
    case "observed":
      return finite(distribution.values) ?? filled(distribution.values.length);
    case "discrete":
      return (
        finite(distribution.values) ??
        filled(distribution.values.length) ??
        weighing(distribution.weights, distribution.values.length)
      );
    case "integer":
      return whole(distribution.low, distribution.high) ?? ordered(distribution.low, distribution.high);
    case "category":
      return (
        filled(distribution.levels.length) ??
        (distribution.weights && weighing(distribution.weights, distribution.levels.length))
      );
  }
}

function finite(values: readonly number[]): string | undefined {
  return values.every(Number.isFinite) ? undefined : "parameters must be finite";
}

/** Finite, and so is the width between the ends. */
function spread(...values: readonly number[]): string | undefined {
  return finite([...values, (values.at(-1) as number) - (values[0] as number)]);
}

function whole(...values: readonly number[]): string | undefined {
  return values.every(Number.isSafeInteger) ? undefined : "parameters must be whole numbers";
}

function ordered(...values: readonly number[]): string | undefined {
  const isOrdered = values.every((value, at) => at === 0 || value >= (values[at - 1] as number));
  return isOrdered ? undefined : "parameters must not descend";
}

function notNegative(values: readonly number[]): string | undefined {
  return values.every((value) => value >= 0) ? undefined : "parameters must not be negative";
}

function shaped({ shape }: { readonly shape: number }): string | undefined {
  return shape > 0 ? undefined : "the shape must be above 0";
}

function filled(count: number): string | undefined {
  return count > 0 ? undefined : "the list is empty";
}

function weighing(weights: readonly number[], count: number): string | undefined {
  if (weights.length !== count) return `${weights.length} weights for ${count} values`;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return (
    finite([...weights, total]) ?? notNegative(weights) ?? (total > 0 ? undefined : "the weights sum to 0")
  );
}
