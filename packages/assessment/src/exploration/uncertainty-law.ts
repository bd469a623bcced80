import { exp, gammaCdf, lnGamma, log, normalCdf, pow } from "@shikumi/core/math";
import { amountValue, noFacts } from "@shikumi/kernel";
import type { Distribution } from "@shikumi/model";

/**
 * How an uncertainty is distributed: with a density over its range, or with a probability for each of few values. `logDensity` is the natural logarithm in the unit of the uncertainty; −∞ outside the
 * range.
 */
export type UncertaintyLaw =
  | {
      readonly kind: "continuous";
      readonly low: number;
      readonly high: number;
      logDensity(x: number): number;
      /** Probability of at most x. */
      cdf(x: number): number;
    }
  | { readonly kind: "steps"; readonly probability: ReadonlyMap<number, number> };

const halfLogTwoPi = 0.9189385332046728;
const endless = Number.POSITIVE_INFINITY;

/** The law of a distribution whose amounts need no facts; `undefined` for one that depends on facts or has no spread. A normal one is moved to 0 where it is negative (N2), which makes it none. */
export function lawOf(distribution: Distribution): UncertaintyLaw | undefined {
  const read = (amount: Parameters<typeof amountValue>[0]): number => amountValue(amount, new Map(), noFacts);
  switch (distribution.kind) {
    case "case":
      return undefined;
    case "fixed":
      return steps([[read(distribution.value), 1]]);
    case "observed":
      return steps(distribution.values.map((value) => [read(value), 1]));
    case "discrete":
      return steps(distribution.outcomes.map(({ value, weight }) => [read(value), read(weight)]));
    case "uniform":
      return uniformLaw(read(distribution.low), read(distribution.high));
    case "triangular":
      return triangularLaw(read(distribution.low), read(distribution.mode), read(distribution.high));
    case "normal":
      return normalLaw(read(distribution.mean), read(distribution.deviation));
    case "lognormal":
      return lognormalLaw(read(distribution.median), read(distribution.sigma));
    case "exponential":
      return gammaLaw(read(distribution.mean), 1);
    case "gamma":
      return gammaLaw(read(distribution.mean), read(distribution.shape));
    case "weibull":
      return weibullLaw(read(distribution.scale), read(distribution.shape));
  }
}

function steps(outcomes: readonly (readonly [number, number])[]): UncertaintyLaw | undefined {
  const total = outcomes.reduce((sum, [, weight]) => sum + weight, 0);
  if (!(total > 0)) return undefined;
  const probability = new Map<number, number>();
  for (const [value, weight] of outcomes)
    probability.set(value, (probability.get(value) ?? 0) + weight / total);
  return { kind: "steps", probability };
}

function continuous(
  [low, high]: readonly [number, number],
  logDensity: (x: number) => number,
  cdf: (x: number) => number,
): UncertaintyLaw {
  return {
    kind: "continuous",
    low,
    high,
    logDensity: (x) => (x >= low && x <= high ? logDensity(x) : -endless),
    cdf: (x) => (x <= low ? 0 : x >= high ? 1 : cdf(x)),
  };
}

function uniformLaw(low: number, high: number): UncertaintyLaw | undefined {
  if (!(high > low)) return undefined;
  return continuous(
    [low, high],
    () => -log(high - low),
    (x) => (x - low) / (high - low),
  );
}

function triangularLaw(low: number, mode: number, high: number): UncertaintyLaw | undefined {
  if (!(high > low)) return undefined;
  const isLeft = (x: number): boolean => x < mode || mode === high;
  const span = (x: number): number => (isLeft(x) ? mode - low : high - mode);
  const arm = (x: number): number => (isLeft(x) ? x - low : high - x);
  return continuous(
    [low, high],
    (x) => log((2 * arm(x)) / ((high - low) * span(x))),
    (x) => {
      const part = (arm(x) * arm(x)) / ((high - low) * span(x));
      return isLeft(x) ? part : 1 - part;
    },
  );
}

/** Only where practically nothing lies below 0: what is moved there has a probability of its own. */
function normalLaw(mean: number, deviation: number): UncertaintyLaw | undefined {
  if (!(deviation > 0) || normalCdf(-mean / deviation) > 1e-9) return undefined;
  const z = (x: number): number => (x - mean) / deviation;
  return continuous(
    [0, endless],
    (x) => -0.5 * z(x) * z(x) - log(deviation) - halfLogTwoPi,
    (x) => normalCdf(z(x)),
  );
}

function lognormalLaw(median: number, sigma: number): UncertaintyLaw | undefined {
  if (!(median > 0 && sigma > 0)) return undefined;
  const z = (x: number): number => log(x / median) / sigma;
  return continuous(
    [0, endless],
    (x) => (x > 0 ? -0.5 * z(x) * z(x) - log(sigma * x) - halfLogTwoPi : -endless),
    (x) => normalCdf(z(x)),
  );
}

function gammaLaw(mean: number, shape: number): UncertaintyLaw | undefined {
  if (!(mean > 0 && shape > 0)) return undefined;
  const scale = mean / shape;
  return continuous(
    [0, endless],
    (x) => (x > 0 ? (shape - 1) * log(x / scale) - x / scale - lnGamma(shape) - log(scale) : -endless),
    (x) => gammaCdf(x / scale, shape),
  );
}

function weibullLaw(scale: number, shape: number): UncertaintyLaw | undefined {
  if (!(scale > 0 && shape > 0)) return undefined;
  const power = (x: number): number => pow(x / scale, shape);
  return continuous(
    [0, endless],
    (x) => (x > 0 ? log(shape / scale) + (shape - 1) * log(x / scale) - power(x) : -endless),
    (x) => 1 - exp(-power(x)),
  );
}
