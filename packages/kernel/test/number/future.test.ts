import { normalQuantile } from "@shikumi/core/math";
import { child, futureName, nameOf } from "@shikumi/core/random";
import { describe, expect, it } from "vitest";
import { KernelError } from "../../src/kernel-error.ts";
import { amountValue, distributionMean, distributionValue, noFacts } from "../../src/number/amount.ts";
import { draw, futureOf, futureValues, sampleFuture, uncertaintiesOf } from "../../src/number/future.ts";
import { miniStudy } from "../rules/mini-study.ts";

const uncertain = (values: string): string => `uncertainties:\n${values.trim().replaceAll(/^ */gm, "  ")}\n`;

describe("futures", () => {
  it("[N6] give each uncertainty the quantile of its own uniform, whatever others there are", () => {
    const alone = miniStudy(uncertain("slow: {values: {uniform: [2 h, 6 h]}, assumption: true}"));
    const among = miniStudy(
      uncertain(`
        early: {values: {uniform: [0, 1]}, assumption: true}
        slow: {values: {uniform: [2 h, 6 h]}, assumption: true}
      `),
    );
    const u = draw(child(futureName(1, 4), nameOf("uncertainty/slow")), "value");

    expect(Array.from(sampleFuture(alone, 4).values)).toEqual([2 + 4 * u]);
    expect(futureValues(among, sampleFuture(among, 4)).get("slow")).toBe(2 + 4 * u);
  });

  it("[N6] join uncertainties that are correlated, and keep each one's own distribution", () => {
    const study = miniStudy(
      uncertain(`
        a: {values: {uniform: [0, 1]}, assumption: true}
        b: {values: {uniform: [0, 1]}, with: {a: 0.8}, assumption: true}
      `),
    );
    const pairs = Array.from({ length: 4000 }, (_, index) => Array.from(sampleFuture(study, index).values));
    const normals = pairs.map(([a = 0, b = 0]) => [normalQuantile(a), normalQuantile(b)] as const);
    const mean = (values: readonly number[]): number =>
      values.reduce((sum, value) => sum + value, 0) / values.length;

    expect(mean(normals.map(([x, y]) => x * y))).toBeCloseTo(0.8, 1);
    expect(mean(pairs.map(([, b = 0]) => b))).toBeCloseTo(0.5, 1);
    expect(mean(normals.map(([, y]) => y * y))).toBeCloseTo(1, 1);
  });

  it("[N6] refuse correlations that no distribution has", () => {
    const study = miniStudy(
      uncertain(`
        a: {values: {uniform: [0, 1]}, with: {b: 0.9, c: 0.9}, assumption: true}
        b: {values: {uniform: [0, 1]}, with: {c: -0.9}, assumption: true}
        c: {values: {uniform: [0, 1]}, assumption: true}
      `),
    );

    expect(() => sampleFuture(study, 0)).toThrow(KernelError);
    expect(() => sampleFuture(study, 0)).toThrow(/"c"/);
  });

  it("[N6] hold a disputed figure that only a lever brings", () => {
    const study = miniStudy(`
holdings: {a: {of: A, what: unit, quantity: 1, at: here, assumption: true}}
levers:
  more: {kind: capability, proposed: analyst, change: [{set: holdings.a.quantity, to: {disputed: [{value: 3, source: s}, {value: 5, source: s}]}}], assumption: true}
sources: {s: {title: {ja: 典, en: S}, reliability: A}}
`);
    const values = Array.from({ length: 30 }, (_, index) => [
      ...futureValues(study, sampleFuture(study, index)).values(),
    ]);

    expect(new Set(values.flat())).toEqual(new Set([3, 5]));
  });

  it("[N6] hold a disputed figure of a lever that makes no study without another", () => {
    const study = miniStudy(`
levers:
  base: {kind: capability, proposed: analyst, change: [{add: holdings.a, to: {of: A, what: unit, quantity: 1, at: here, assumption: true}}], assumption: true}
  more: {kind: capability, proposed: analyst, needs: [base], change: [{set: holdings.a.quantity, to: {disputed: [{value: 3, source: s}, {value: 5, source: s}]}}], assumption: true}
sources: {s: {title: {ja: 典, en: S}, reliability: A}}
`);
    const values = Array.from({ length: 30 }, (_, index) => Array.from(sampleFuture(study, index).values));

    expect(new Set(values.flat())).toEqual(new Set([3, 5]));
  });
});

describe("amounts", () => {
  const values = new Map([["slow", 7]]);

  it("[N2] read futures, branches of known facts, and 0 where nothing is said", () => {
    const one = { kind: "number", value: 1 } as const;
    const branch = {
      kind: "case",
      fact: "wet",
      cases: [{ is: "yes", amount: one }],
      otherwise: undefined,
    } as const;

    expect(amountValue({ kind: "future", uncertainty: "slow" }, values, noFacts)).toBe(7);
    expect(amountValue(branch, values, new Map([["wet", "yes"]]))).toBe(1);
    expect(amountValue(branch, values, new Map([["wet", "no"]]))).toBe(0);
    expect(amountValue(branch, values, noFacts)).toBe(0);
  });

  it("[N2] [N3] of lists choose and average in the order written", () => {
    const number = (value: number) => ({ kind: "number", value }) as const;
    const observed = {
      kind: "observed",
      values: [number(4), { kind: "future", uncertainty: "slow" }],
    } as const;
    const discrete = {
      kind: "discrete",
      outcomes: [
        { value: number(10), weight: number(3) },
        { value: number(2), weight: number(1) },
      ],
    } as const;

    expect([0.2, 0.7].map((u) => distributionValue(observed, values, noFacts, u))).toEqual([4, 7]);
    expect([0.7, 0.8].map((u) => distributionValue(discrete, values, noFacts, u))).toEqual([10, 2]);
    expect([observed, discrete].map((one) => distributionMean(one, values, noFacts))).toEqual([5.5, 8]);
  });

  it("[N9] are the same at given uniforms as at the study's own draws of them", () => {
    const study = miniStudy(
      uncertain(`
        a: {values: {uniform: [0, 1]}, assumption: true}
        b: {values: {triangular: [0, 1, 4]}, with: {a: 0.8}, assumption: true}
      `),
    );
    const own = uncertaintiesOf(study).map(({ key }) =>
      draw(child(futureName(1, 3), nameOf(`uncertainty/${key}`)), "value"),
    );

    expect(futureOf(study, 3, own)).toEqual(sampleFuture(study, 3));
    expect(futureOf(study, 3, [0.5, own[1] ?? 0]).values[0]).toBe(0.5);
  });

  it("[N9] are refused for another number of uniforms, or for one that is none", () => {
    const study = miniStudy(uncertain("a: {values: {uniform: [0, 1]}, assumption: true}"));

    expect(() => futureOf(study, 0, [])).toThrow(RangeError);
    expect(() => futureOf(study, 0, [0])).toThrow(RangeError);
    expect(() => futureOf(study, 0, [Number.NaN])).toThrow(RangeError);
  });
});
