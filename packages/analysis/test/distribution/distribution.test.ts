import { AnalysisError } from "@shikumi/analysis/frame";
import {
  applyDistribution,
  checkDistribution,
  type Distribution,
  isBounded,
  quantileOf,
  quantileRange,
} from "@shikumi/analysis/sampling";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

// Quantiles at 0.1, 0.5 and 0.9 by scipy 1.17.1: triang(0.25, 1, 8), norm(10, 2), lognorm(0.5, scale=3), expon(scale=4), gamma(2.5, scale=2), weibull_min(1.5, scale=7).
const published: readonly (readonly [Distribution, readonly number[]])[] = [
  [{ kind: "fixed", value: 3 }, [3, 3, 3]],
  [{ kind: "uniform", low: 2, high: 4 }, [2.2, 3, 3.8]],
  [
    { kind: "triangular", low: 1, mode: 3, high: 9 },
    [2.264911064067352, 4.101020514433644, 6.809109769979336],
  ],
  [{ kind: "normal", mean: 10, deviation: 2 }, [7.436896868910799, 10, 12.5631031310892]],
  [{ kind: "lognormal", median: 3, sigma: 0.5 }, [1.5806505548881096, 3, 5.693858122004132]],
  [{ kind: "exponential", mean: 4 }, [0.42144206263130524, 2.772588722239781, 9.210340371976184]],
  [{ kind: "gamma", mean: 5, shape: 2.5 }, [1.6103079869623227, 4.351460191095526, 9.236356899781123]],
  [{ kind: "weibull", scale: 7, shape: 1.5 }, [1.5615286794584198, 5.482538381422559, 12.206050595174881]],
];

const positive = fc.double({ min: 0.01, max: 100, noNaN: true });
const continuous: fc.Arbitrary<Distribution> = fc.oneof(
  fc.record({ kind: fc.constant("uniform" as const), low: fc.constant(-3), high: positive }),
  fc
    .tuple(positive, positive)
    .map(([a, b]): Distribution => ({ kind: "triangular", low: 1, mode: 1 + a, high: 1 + a + b })),
  fc.record({
    kind: fc.constant("normal" as const),
    mean: fc.integer({ min: -5, max: 5 }),
    deviation: positive,
  }),
  fc.record({
    kind: fc.constant("lognormal" as const),
    median: positive,
    sigma: fc.double({ min: 0, max: 3, noNaN: true }),
  }),
  fc.record({ kind: fc.constant("exponential" as const), mean: positive }),
  fc.record({ kind: fc.constant("gamma" as const), mean: positive, shape: positive }),
  fc.record({
    kind: fc.constant("weibull" as const),
    scale: positive,
    shape: fc.double({ min: 0.3, max: 20, noNaN: true }),
  }),
);

describe("distributions", () => {
  it.each(published)("[P21] have the published quantiles: %o", (distribution, values) => {
    [0.1, 0.5, 0.9].forEach((u, at) => {
      const expected = values[at] as number;
      expect(Math.abs(quantileOf(distribution, u) - expected)).toBeLessThan(1e-13 * Math.abs(expected));
    });
  });

  it("[P21] rise with u and stay in the range told, the ends of the cube included", () => {
    fc.assert(
      fc.property(
        continuous,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 20 }),
        (distribution, us) => {
          const [low, high] = quantileRange(distribution);
          const values = applyDistribution(distribution, Float64Array.from([0, ...us, 1]).sort());
          expect(values.every((value) => Number.isFinite(value) && value >= low && value <= high)).toBe(true);
          values.forEach((value, at) => {
            const before = values[Math.max(0, at - 1)] as number;
            expect(value).toBeGreaterThanOrEqual(before - 1e-12 * Math.abs(before));
          });
        },
      ),
    );
  });

  it("[P21] have the means and variances of their family", () => {
    const count = 20_000;
    const unit = Float64Array.from({ length: count }, (_, at) => (at + 0.5) / count);
    const mean = (distribution: Distribution): number =>
      applyDistribution(distribution, unit).reduce((sum, value) => sum + value, 0) / count;

    expect(mean({ kind: "gamma", mean: 5, shape: 2.5 })).toBeCloseTo(5, 2);
    expect(mean({ kind: "exponential", mean: 4 })).toBeCloseTo(4, 2);
    expect(mean({ kind: "triangular", low: 1, mode: 3, high: 9 })).toBeCloseTo(13 / 3, 5);
    // scale × Γ(1 + 1 ÷ 2) = 2 × √π ÷ 2.
    expect(mean({ kind: "weibull", scale: 2, shape: 2 })).toBeCloseTo(Math.sqrt(Math.PI), 3);
    expect(mean({ kind: "lognormal", median: 3, sigma: 0.5 })).toBeCloseTo(3 * Math.exp(0.125), 2);
  });

  it("[P21] a normal goes below 0 unless it has a floor, at which what lies below then stands", () => {
    const unit = Float64Array.of(0.01, 0.5, 0.99);
    const open = applyDistribution({ kind: "normal", mean: 1, deviation: 2 }, unit);
    const floored = applyDistribution({ kind: "normal", mean: 1, deviation: 2, floor: 0 }, unit);

    expect(open[0]).toBeLessThan(-3);
    expect([...floored]).toEqual([0, open[1], open[2]]);
    expect(quantileRange({ kind: "normal", mean: 1, deviation: 2, floor: 0 })[0]).toBe(0);
  });

  it("[P21] without spread are one value", () => {
    const lone: readonly (readonly [Distribution, number])[] = [
      [{ kind: "uniform", low: 2, high: 2 }, 2],
      [{ kind: "triangular", low: 2, mode: 2, high: 2 }, 2],
      [{ kind: "normal", mean: 2, deviation: 0 }, 2],
      [{ kind: "lognormal", median: 2, sigma: 0 }, 2],
      [{ kind: "exponential", mean: 0 }, 0],
      [{ kind: "gamma", mean: 0, shape: 3 }, 0],
      [{ kind: "weibull", scale: 0, shape: 3 }, 0],
    ];
    for (const [distribution, value] of lone) {
      expect(isBounded(distribution)).toBe(true);
      for (const u of [0, 0.3, 1]) expect(quantileOf(distribution, u) + 0).toBe(value);
    }
    expect(isBounded({ kind: "normal", mean: 2, deviation: 1 })).toBe(false);
    expect(isBounded({ kind: "weibull", scale: 2, shape: 1 })).toBe(false);
  });

  it("[P22] lists take their entries in order, weights in proportion, never one of weight 0", () => {
    const unit = Float64Array.from({ length: 1000 }, (_, at) => (at + 0.5) / 1000);
    const share = (distribution: Distribution, value: number): number =>
      applyDistribution(distribution, unit).filter((found) => found === value).length / 1000;

    expect(share({ kind: "observed", values: [7, 7, 3, 9] }, 7)).toBe(0.5);
    expect(quantileOf({ kind: "observed", values: [7, 1, 3] }, 0)).toBe(7);
    const long = { kind: "observed", values: Array.from({ length: 300_000 }, (_, at) => at) } as const;
    expect([quantileOf(long, 0.5), quantileRange(long)]).toEqual([150_000, [0, 299_999]]);
    expect(quantileOf({ kind: "observed", values: [7, 1, 3] }, 1)).toBe(3);
    expect(quantileOf({ kind: "discrete", values: [1, 2], weights: [3, 3] }, 0.5)).toBe(2);
    const discrete = { kind: "discrete", values: [5, 6, 7, 8], weights: [0, 3, 1, 0] } as const;
    expect([5, 6, 7, 8].map((value) => share(discrete, value))).toEqual([0, 0.75, 0.25, 0]);
    expect([quantileOf(discrete, 0), quantileOf(discrete, 1)]).toEqual([6, 7]);
    expect(quantileRange(discrete)).toEqual([6, 7]);
    const category = { kind: "category", levels: ["a", "b", "c"] } as const;
    expect([0, 1, 2].map((code) => Math.round(share(category, code) * 30))).toEqual([10, 10, 10]);
    expect([0, 1, 2].map((code) => share({ ...category, weights: [1, 0, 4] }, code))).toEqual([0.2, 0, 0.8]);
  });

  it("[P22] integers take each whole number equally often, both ends included", () => {
    fc.assert(
      fc.property(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 0, max: 20 }), (low, width) => {
        const count = width + 1;
        const unit = Float64Array.from({ length: 7 * count }, (_, at) => (at + 0.5) / (7 * count));
        const values = applyDistribution({ kind: "integer", low, high: low + width }, unit);
        for (let at = 0; at < count; at++)
          expect(values.filter((value) => value === low + at).length).toBe(7);
      }),
    );
    expect(quantileOf({ kind: "integer", low: -2, high: 5 }, 1)).toBe(5);
  });

  it("[P23] refuse parameters that give none, and values outside the unit interval", () => {
    const wrong: readonly Distribution[] = [
      { kind: "fixed", value: Number.NaN },
      { kind: "uniform", low: 2, high: 1 },
      { kind: "uniform", low: -1.7e308, high: 1.7e308 },
      { kind: "triangular", low: 1, mode: 5, high: 4 },
      { kind: "normal", mean: 1, deviation: -1 },
      { kind: "normal", mean: 1, deviation: 1, floor: Number.NaN },
      { kind: "lognormal", median: -1, sigma: 1 },
      { kind: "exponential", mean: -1 },
      { kind: "gamma", mean: 1, shape: 0 },
      { kind: "weibull", scale: 1, shape: -2 },
      { kind: "observed", values: [] },
      { kind: "observed", values: [1, Number.POSITIVE_INFINITY] },
      { kind: "discrete", values: [1, 2], weights: [1] },
      { kind: "discrete", values: [1, 2], weights: [0, 0] },
      { kind: "discrete", values: [1, 2], weights: [2, -1] },
      { kind: "discrete", values: [1, 2], weights: [1, Number.NaN] },
      { kind: "discrete", values: [1, 2], weights: [1.7e308, 1.7e308] },
      { kind: "integer", low: 0.5, high: 3 },
      { kind: "integer", low: 4, high: 3 },
      { kind: "category", levels: [] },
      { kind: "category", levels: ["a"], weights: [1, 2] },
    ];
    for (const distribution of wrong)
      expect(() => checkDistribution(distribution), JSON.stringify(distribution)).toThrow(AnalysisError);
    for (const u of [-0.1, 1.1, Number.NaN]) {
      expect(() => quantileOf({ kind: "uniform", low: 0, high: 1 }, u)).toThrow(/outside the unit interval/);
    }
  });
});
