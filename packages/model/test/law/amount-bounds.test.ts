import { describe, expect, it } from "vitest";
import { amountBounds } from "../../src/law/index.ts";
import type { Uncertainty } from "../../src/study/reform.ts";
import type { Amount, Distribution } from "../../src/study/slot.ts";
import { future, makeStudy } from "./make-study.ts";

const number = (value: number): Amount => ({ kind: "number", value });
const fixed = (value: number): Distribution => ({ kind: "fixed", value: number(value) });
const infinite = Number.POSITIVE_INFINITY;

function bounds(
  amount: Amount,
  uncertainties: Readonly<Record<string, Partial<Uncertainty>>> = {},
): number[] {
  const { low, high } = amountBounds(makeStudy({ uncertainties }), amount);
  return [low, high];
}

describe("amountBounds", () => {
  it("[W18] of a number is the number, of a case the widest of its cases", () => {
    const amount: Amount = {
      kind: "case",
      fact: "size",
      cases: [
        { is: "small", amount: number(2) },
        { is: "large", amount: number(9) },
      ],
      otherwise: number(1),
    };

    expect(bounds(number(3))).toEqual([3, 3]);
    expect(bounds(amount)).toEqual([1, 9]);
  });

  it.each<[string, Distribution, number[]]>([
    ["uniform", { kind: "uniform", low: number(1), high: number(4) }, [1, 4]],
    ["triangular", { kind: "triangular", low: number(1), mode: number(2), high: number(5) }, [1, 5]],
    ["normal", { kind: "normal", mean: number(0), deviation: number(1) }, [-infinite, infinite]],
    ["lognormal", { kind: "lognormal", median: number(2), sigma: number(1) }, [0, infinite]],
    ["exponential", { kind: "exponential", mean: number(2) }, [0, infinite]],
    ["gamma", { kind: "gamma", mean: number(2), shape: number(2) }, [0, infinite]],
    ["weibull", { kind: "weibull", scale: number(2), shape: number(2) }, [0, infinite]],
    ["observed", { kind: "observed", values: [number(7), number(3)] }, [3, 7]],
    ["discrete", { kind: "discrete", outcomes: [{ value: number(6), weight: number(1) }] }, [6, 6]],
    [
      "case",
      { kind: "case", fact: "f", cases: [{ is: "yes", distribution: fixed(8) }], otherwise: fixed(2) },
      [2, 8],
    ],
  ])("[W18] of a %s uncertainty is its support", (_kind, values, expected) => {
    expect(bounds(future("u"), { u: { values } })).toEqual(expected);
  });

  it("[W18] includes every stated belief", () => {
    expect(
      bounds(future("u"), { u: { values: fixed(2), beliefs: [{ name: "dark", values: fixed(5) }] } }),
    ).toEqual([2, 5]);
  });

  it("[W18] is unbounded for uncertainties that rest on themselves or are not there", () => {
    expect(bounds(future("u"), { u: { values: { kind: "fixed", value: future("u") } } })).toEqual([
      -infinite,
      infinite,
    ]);
    expect(bounds(future("none"))).toEqual([-infinite, infinite]);
  });
});
