import type { Amount, Distribution, Id } from "@shikumi/model";
import {
  distributionCodes,
  inverse,
  meanOf,
  observedIndex,
  observedMean,
  weightedIndex,
  weightedMean,
} from "./inverse.ts";

/** The value of every uncertainty in one future, in base units, by id. */
export type FutureValues = ReadonlyMap<Id, number>;

/** The known facts of one incident. */
export type Facts = ReadonlyMap<string, string>;

/** No fact is known: outside any incident. */
export const noFacts: Facts = new Map();

/** The number an amount stands for (K4): 0 for a case without a branch for the fact, and for an uncertainty without a value. */
export function amountValue(amount: Amount, values: FutureValues, facts: Facts): number {
  switch (amount.kind) {
    case "number":
      return amount.value;
    case "future":
      return values.get(amount.uncertainty) ?? 0;
    case "case": {
      const branch = branchOf(amount.cases, facts.get(amount.fact))?.amount ?? amount.otherwise;
      return branch === undefined ? 0 : amountValue(branch, values, facts);
    }
  }
}

/** The distribution with every case resolved by the facts; `undefined` for a case without a branch, which stands for 0. */
export function resolvedDistribution(
  distribution: Distribution,
  facts: Facts,
): Exclude<Distribution, { kind: "case" }> | undefined {
  if (distribution.kind !== "case") return distribution;
  const branch =
    branchOf(distribution.cases, facts.get(distribution.fact))?.distribution ?? distribution.otherwise;
  return branch === undefined ? undefined : resolvedDistribution(branch, facts);
}

/** The quantile at u of a distribution whose amounts are read with these values and facts (K4). */
export function distributionValue(
  distribution: Distribution,
  values: FutureValues,
  facts: Facts,
  u: number,
): number {
  const resolved = resolvedDistribution(distribution, facts);
  if (resolved === undefined) return 0;
  if (resolved.kind === "observed") {
    const value = resolved.values[observedIndex(resolved.values.length, u)];
    return value === undefined ? 0 : amountValue(value, values, facts);
  }
  if (resolved.kind === "discrete") {
    const weights = resolved.outcomes.map((outcome) => amountValue(outcome.weight, values, facts));
    const outcome = resolved.outcomes[weightedIndex(weights, 0, weights.length, u)];
    return outcome === undefined ? 0 : amountValue(outcome.value, values, facts);
  }
  const [p0, p1, p2] = scalarParameters(resolved, values, facts);
  return inverse(distributionCodes[resolved.kind], p0, p1, p2, u);
}

/** Least and greatest value of a distribution whose amounts need no others: from 0 on, or without end, where the family says so (N2). */
export function distributionRange(distribution: Distribution): readonly [low: number, high: number] {
  const none: FutureValues = new Map();
  const resolved = resolvedDistribution(distribution, noFacts);
  if (resolved === undefined) return [0, 0];
  if (resolved.kind === "observed" || resolved.kind === "discrete") {
    const amounts =
      resolved.kind === "observed" ? resolved.values : resolved.outcomes.map(({ value }) => value);
    const numbers = amounts.map((value) => amountValue(value, none, noFacts));
    return numbers.length === 0 ? [0, 0] : [Math.min(...numbers), Math.max(...numbers)];
  }
  const [p0, p1, p2] = scalarParameters(resolved, none, noFacts);
  if (resolved.kind === "fixed") return [p0, p0];
  if (resolved.kind === "uniform") return [Math.min(p0, p1), Math.max(p0, p1)];
  return resolved.kind === "triangular" ? [p0, p2] : [0, Number.POSITIVE_INFINITY];
}

/** The mean of a distribution whose amounts are read with these values and facts (K4). */
export function distributionMean(distribution: Distribution, values: FutureValues, facts: Facts): number {
  const resolved = resolvedDistribution(distribution, facts);
  if (resolved === undefined) return 0;
  if (resolved.kind === "observed") {
    const numbers = resolved.values.map((value) => amountValue(value, values, facts));
    return numbers.length === 0 ? 0 : observedMean(numbers, 0, numbers.length);
  }
  if (resolved.kind === "discrete") {
    const numbers = resolved.outcomes.map((outcome) => amountValue(outcome.value, values, facts));
    const weights = resolved.outcomes.map((outcome) => amountValue(outcome.weight, values, facts));
    return weightedMean(numbers, weights, 0, numbers.length);
  }
  const [p0, p1, p2] = scalarParameters(resolved, values, facts);
  return meanOf(distributionCodes[resolved.kind], p0, p1, p2);
}

/** Amounts of a scalar family in the order in which `inverse` takes them. */
export function scalarAmounts(
  distribution: Exclude<Distribution, { kind: "case" | "observed" | "discrete" }>,
): readonly Amount[] {
  switch (distribution.kind) {
    case "fixed":
      return [distribution.value];
    case "uniform":
      return [distribution.low, distribution.high];
    case "triangular":
      return [distribution.low, distribution.mode, distribution.high];
    case "normal":
      return [distribution.mean, distribution.deviation];
    case "lognormal":
      return [distribution.median, distribution.sigma];
    case "exponential":
      return [distribution.mean];
    case "gamma":
      return [distribution.mean, distribution.shape];
    case "weibull":
      return [distribution.scale, distribution.shape];
  }
}

function scalarParameters(
  distribution: Exclude<Distribution, { kind: "case" | "observed" | "discrete" }>,
  values: FutureValues,
  facts: Facts,
): readonly [number, number, number] {
  const [p0 = 0, p1 = 0, p2 = 0] = scalarAmounts(distribution).map((amount) =>
    amountValue(amount, values, facts),
  );
  return [p0, p1, p2];
}

function branchOf<Branch extends { readonly is: string }>(
  cases: readonly Branch[],
  value: string | undefined,
): Branch | undefined {
  return value === undefined ? undefined : cases.find((branch) => branch.is === value);
}
