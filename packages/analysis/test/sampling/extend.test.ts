import {
  designFrom,
  extend,
  fullFactorial,
  halton,
  type Input,
  imanConover,
  latinHypercube,
  maximinLatinHypercube,
  monteCarlo,
  sobol,
  type UnitDesign,
} from "@shikumi/analysis/sampling";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

type Maker = (rows: number, seed: number) => UnitDesign;

const makers: Readonly<Record<string, Maker>> = {
  "Sobol' (owen)": (rows, seed) => sobol({ rows, seed, dimensions: 4 }),
  "Sobol' (linear)": (rows, seed) => sobol({ rows, seed, dimensions: 4, scramble: "linear" }),
  "Sobol' (shift)": (rows, seed) =>
    sobol({ rows, seed, dimensions: 4, scramble: "shift", firstDimension: 7 }),
  "Sobol' (none)": (rows, seed) => sobol({ rows, seed, dimensions: 4, scramble: "none" }),
  "Halton (permuted)": (rows, seed) => halton({ rows, seed, dimensions: 4 }),
  "Halton (none)": (rows, seed) => halton({ rows, seed, dimensions: 4, scramble: "none" }),
  "Monte Carlo": (rows, seed) => monteCarlo({ rows, seed, dimensions: 4 }),
};

describe("extending a design", () => {
  it.each(Object.entries(makers))(
    "[P15] %s gives what the whole would have been, in any number of steps",
    (_, make) => {
      fc.assert(
        fc.property(
          fc.integer({ min: 1, max: 300 }),
          fc.nat(300),
          fc.nat(300),
          fc.integer({ min: -99, max: 99 }),
          (rows, more, yet, seed) => {
            const longer = extend(extend(make(rows, seed), rows + more), rows + more + yet);
            expect(longer).toEqual(make(rows + more + yet, seed));
          },
        ),
        { numRuns: 40 },
      );
    },
  );

  it("[P15] of a Sobol' design crosses the pieces in which it is made", () => {
    const whole = sobol({ rows: 20_000, dimensions: 2, seed: 3 });

    expect(extend(sobol({ rows: 8191, dimensions: 2, seed: 3 }), 20_000)).toEqual(whole);
  });

  it("[P15] doubles a Latin hypercube: old rows stay bit for bit, and the whole is Latin", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 0, max: 5 }),
        fc.integer(),
        (rows, dimensions, times, seed) => {
          const old = latinHypercube({ rows, dimensions, seed });
          const total = rows * 2 ** times;
          const longer = extend(old, total);
          longer.columns.forEach((column, at) => {
            expect(column.length).toBe(total);
            expect(column.slice(0, rows)).toEqual(old.columns[at]);
            expect(new Set(column.map((value) => Math.floor(value * total))).size).toBe(total);
          });
          if (times > 1) expect(longer).toEqual(extend(extend(old, 2 * rows), total));
        },
      ),
      { numRuns: 60 },
    );
  });

  it("[P15] doubles a Latin hypercube with new points in random order, another for each dimension", () => {
    const [a, b] = extend(latinHypercube({ rows: 64, dimensions: 2, seed: 1 }), 128).columns as [
      Float64Array,
      Float64Array,
    ];
    const ranks = (column: Float64Array): Float64Array => column.slice(64).map((value) => value - 0.5);
    const [x, y] = [ranks(a), ranks(b)];
    const dot = (one: Float64Array, two: Float64Array): number =>
      one.reduce((sum, value, at) => sum + value * (two[at] as number), 0);

    expect(Math.abs(dot(x, y) / Math.sqrt(dot(x, x) * dot(y, y)))).toBeLessThan(0.5);
    expect([...x]).not.toEqual([...x].sort((one, two) => one - two));
  });

  it("[P15] is refused for fewer rows, for other multiples and where nothing can be added", () => {
    expect(() => extend(monteCarlo({ rows: 8, dimensions: 1 }), 7)).toThrow(/from 8/);
    expect(() => extend(latinHypercube({ rows: 8, dimensions: 1 }), 24)).toThrow(/doubled/);
    for (const closed of [
      latinHypercube({ rows: 4, dimensions: 2, place: "centred" }),
      maximinLatinHypercube({ rows: 4, dimensions: 2 }),
      fullFactorial([2, 2]),
      imanConover(latinHypercube({ rows: 8, dimensions: 2 }), [
        [1, 0.5],
        [0.5, 1],
      ]),
    ]) {
      expect(() => extend(closed, 2 * closed.rows)).toThrow(/no points can be added/);
    }
  });

  it("[P15, P24] holds for whole designs, joined and constrained: rows keep their values and their points", () => {
    const inputs: readonly Input[] = [
      { name: "load", distribution: { kind: "gamma", mean: 4, shape: 2 } },
      { name: "crews", distribution: { kind: "integer", low: 1, high: 6 } },
      { name: "delay", distribution: { kind: "normal", mean: 2, deviation: 3, floor: 0 } },
    ];
    const options = {
      correlation: [
        [1, 0.4, -0.3],
        [0.4, 1, 0],
        [-0.3, 0, 1],
      ],
      constraints: [{ coefficients: { load: 1, delay: 1 }, atMost: 6 }],
    };
    const unit = sobol({ rows: 100, dimensions: 3, seed: 8 });
    const few = designFrom(inputs, unit, options);
    const many = designFrom(inputs, extend(unit, 400), options);

    expect(many.design.rows).toBeGreaterThan(few.design.rows);
    expect(many.points.slice(0, few.design.rows)).toEqual(few.points);
    few.design.columns.forEach((column, at) => {
      expect(many.design.columns[at]?.slice(0, few.design.rows)).toEqual(column);
    });
  });
});
