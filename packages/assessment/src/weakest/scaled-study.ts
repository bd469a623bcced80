import type { Amount, Distribution, Element, Id, Level, Slot, Study } from "@shikumi/model";
import type { UnrangedAssumption } from "../findings.ts";

/** Which element an assumption without a range belongs to. */
export type Unranged = Pick<UnrangedAssumption, "collection" | "element">;

/** By what its assumed numbers are multiplied at the low and at the high end. */
export const scaleEnds: readonly [number, number] = [0.5, 2];

/**
 * The study without levers in which every assumed number of one element that is the same in all futures is so many times as large; shares stop at 1. Of a distribution its place and its
 * spread are multiplied, not its shape or weights.
 */
export function scaledStudy(study: Study, { collection, element }: Unranged, factor: number): Study {
  const bare: Study = { ...study, levers: new Map(), packages: new Map() };
  if (collection === "study") {
    const { charter } = study;
    return { ...bare, charter: { ...charter, adHocCell: scaled(charter.adHocCell, factor) } };
  }
  if (collection !== "tasks") {
    const elements: ReadonlyMap<Id, Element> = study[collection];
    return { ...bare, [collection]: withScaled(elements, element, factor) };
  }
  const [mission = "", ...rest] = element.split(".");
  const owner = study.missions.get(mission);
  if (owner === undefined) return bare;
  const tasks = withScaled(owner.tasks, rest.join("."), factor);
  return { ...bare, missions: new Map([...study.missions, [mission, { ...owner, tasks }]]) };
}

function withScaled<T>(elements: ReadonlyMap<Id, T>, id: Id, factor: number): ReadonlyMap<Id, T> {
  return new Map([...elements].map(([one, value]) => [one, one === id ? scaled(value, factor) : value]));
}

/** A quantity whose provenance says that it is assumed, without a range over futures. */
export function isUnrangedAssumption(value: object): value is Level | Slot {
  const { provenance, amount, distribution } = value as Partial<Level & Slot>;
  if (provenance?.assumption !== true) return false;
  const held = amount ?? distribution;
  return held !== undefined && !hasFuture(held);
}

function hasFuture(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (!Array.isArray(value) && (value as Partial<Amount>).kind === "future") return true;
  return Object.values(value).some(hasFuture);
}

function scaled<T>(value: T, factor: number): T {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => scaled<unknown>(item, factor)) as T;
  if (value instanceof Map) return new Map([...value].map(([id, item]) => [id, scaled(item, factor)])) as T;
  if (isUnrangedAssumption(value)) return scaledQuantity(value, factor) as T;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, scaled(item, factor)])) as T;
}

function scaledQuantity(quantity: Level | Slot, factor: number): Level | Slot {
  const most = quantity.dimension === "share" ? 1 : Number.POSITIVE_INFINITY;
  const times = (amount: Amount): Amount => scaledAmount(amount, factor, most);
  return "amount" in quantity
    ? { ...quantity, amount: times(quantity.amount) }
    : { ...quantity, distribution: scaledDistribution(quantity.distribution, times) };
}

function scaledAmount(amount: Amount, factor: number, most: number): Amount {
  switch (amount.kind) {
    case "number":
      return { kind: "number", value: Math.min(most, amount.value * factor) };
    case "future":
      return amount;
    case "case":
      return {
        ...amount,
        cases: amount.cases.map((one) => ({ ...one, amount: scaledAmount(one.amount, factor, most) })),
        otherwise: amount.otherwise && scaledAmount(amount.otherwise, factor, most),
      };
  }
}

function scaledDistribution(distribution: Distribution, times: (amount: Amount) => Amount): Distribution {
  switch (distribution.kind) {
    case "fixed":
      return { ...distribution, value: times(distribution.value) };
    case "uniform":
      return { ...distribution, low: times(distribution.low), high: times(distribution.high) };
    case "triangular": {
      const { low, mode, high } = distribution;
      return { ...distribution, low: times(low), mode: times(mode), high: times(high) };
    }
    case "normal":
      return { ...distribution, mean: times(distribution.mean), deviation: times(distribution.deviation) };
    case "lognormal":
      return { ...distribution, median: times(distribution.median) };
    case "exponential":
    case "gamma":
      return { ...distribution, mean: times(distribution.mean) };
    case "weibull":
      return { ...distribution, scale: times(distribution.scale) };
    case "observed":
      return { ...distribution, values: distribution.values.map(times) };
    case "discrete": {
      const outcomes = distribution.outcomes.map((one) => ({ ...one, value: times(one.value) }));
      return { ...distribution, outcomes };
    }
    case "case": {
      const { cases, otherwise } = distribution;
      return {
        ...distribution,
        cases: cases.map((one) => ({
          ...one,
          distribution: scaledDistribution(one.distribution, times),
        })),
        otherwise: otherwise && scaledDistribution(otherwise, times),
      };
    }
  }
}
