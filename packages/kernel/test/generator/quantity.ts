import type { Choices } from "./choice.ts";

/** A time that may vary, mostly short, often on a coarse grid so that events meet at one tick. */
export function time(pick: Choices, name: string, scale = 6): unknown {
  const hours = (part: string, factor = scale): string =>
    `${pick.integer(`${name} ${part}`, 0, 2 * factor)} h`;
  const some = (part: string): string => `${pick.integer(`${name} ${part}`, 1, 2 * scale)} h`;
  if (pick.has("case amounts", name, 0.08)) {
    return { case: "alert", yes: some("yes"), otherwise: hours("otherwise") };
  }
  if (!pick.has("varying times", name, 0.45)) return hours("fixed");
  const low = pick.integer(`${name} low`, 0, scale);
  switch (pick.integer(`${name} family`, 0, 8)) {
    case 0:
      return { uniform: [`${low} h`, `${low + 5} h`] };
    case 1:
      return { triangular: [`${low} h`, `${low + 1} h`, `${low + 7} h`] };
    case 2:
      return { exponential: some("mean") };
    case 3:
      return { lognormal: { median: some("median"), sigma: 0.7 } };
    case 4:
      return { gamma: { mean: some("mean"), shape: 2 } };
    case 5:
      return { weibull: { scale: some("scale"), shape: 1.5 } };
    case 6:
      return { observed: [some("first"), some("second"), "3 h"] };
    case 7:
      return { discrete: { "0 h": 0.3, [`${scale} h`]: 0.7 } };
    default:
      return { normal: { mean: { future: "u-time" }, deviation: "2 h" } };
  }
}

/** A chance. */
export function chance(pick: Choices, name: string): unknown {
  if (pick.has("futures", name, 0.15)) return { future: "u-chance" };
  if (pick.has("case amounts", name, 0.05)) return { case: "alert", yes: 0.9, otherwise: 0.3 };
  return pick.one(name, [1, 1, 0.8, 0.5, 0.2, 0]);
}

/** A fixed time or one of the future's. */
export function deadline(pick: Choices, name: string, low: number, high: number): unknown {
  if (pick.has("futures", name, 0.1)) return { future: "u-time" };
  return `${pick.integer(name, low, high)} h`;
}

/** A count for a need, mostly small. */
export function count(pick: Choices, name: string): unknown {
  if (pick.has("varying counts", name, 0.3)) return { uniform: [0, 6] };
  return pick.integer(name, 1, 4);
}

/** Conditions on the facts of the case: known ones, one that no stream gives, and the time since the onset. */
export function condition(pick: Choices, name: string): unknown {
  switch (pick.integer(name, 0, 6)) {
    case 0:
      return "alert";
    case 1:
      return { not: "alert" };
    case 2:
      return { fact: "severity", is: ["high", "middle"] };
    case 3:
      return "nowhere-given";
    case 4:
      return { any: ["alert", { fact: "severity", is: "low" }, "nowhere-given"] };
    case 5:
      return { all: [{ not: { fact: "severity", is: "high" } }, { any: ["night", "alert"] }] };
    default:
      return { within: `${pick.integer(`${name} within`, 0, 12)} h` };
  }
}

/** No condition, one or two. */
export function conditions(pick: Choices, name: string, share: number): readonly unknown[] | undefined {
  if (!pick.has("conditions", name, share)) return undefined;
  return pick.many(`${name} how many`, 1, 2, (i) => condition(pick, `${name} ${i}`));
}
