import { halton } from "@shikumi/analysis/sampling";
import { describe, expect, it } from "vitest";
import { primes } from "../../src/sampling/halton.ts";

describe("Halton points", () => {
  it("[P9] without scrambling are van der Corput's sequence in bases 2, 3, 5 (J. H. Halton 1960)", () => {
    const { columns } = halton({ rows: 9, dimensions: 3, scramble: "none" });

    expect([...(columns[0] as Float64Array)]).toEqual([
      0,
      1 / 2,
      1 / 4,
      3 / 4,
      1 / 8,
      5 / 8,
      3 / 8,
      7 / 8,
      1 / 16,
    ]);
    [0, 1 / 3, 2 / 3, 1 / 9, 4 / 9, 7 / 9, 2 / 9, 5 / 9, 8 / 9].forEach((value, row) => {
      expect(columns[1]?.[row]).toBeCloseTo(value, 15);
    });
    [0, 1 / 5, 2 / 5, 3 / 5, 4 / 5, 1 / 25, 6 / 25, 11 / 25, 16 / 25].forEach((value, row) => {
      expect(columns[2]?.[row]).toBeCloseTo(value, 15);
    });
  });

  it("[P9] have the primes as bases", () => {
    expect(primes(12)).toEqual([2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37]);
    expect(primes(1000).at(-1)).toBe(7919);
  });

  it("[P10] permuted keep one point to each of b^k strata, inside (0, 1)", () => {
    for (const seed of [0, 1, 2, 3]) {
      const { columns } = halton({ rows: 125, dimensions: 3, seed });
      for (const [at, count] of [
        [0, 64],
        [1, 81],
        [2, 125],
      ] as const) {
        const part = columns[at]?.slice(0, count) as Float64Array;
        expect(new Set(part.map((value) => Math.floor(value * count))).size).toBe(count);
        expect(part.every((value) => value > 0 && value < 1)).toBe(true);
      }
    }
  });

  it("[P10] permuted are each uniform over seeds, the first point too", () => {
    const count = 3000;
    for (const at of [0, 2, 5]) {
      const bins = new Int32Array(10);
      for (let seed = 0; seed < count; seed++) {
        const value = halton({ rows: 1, dimensions: 6, seed }).columns[at]?.[0] as number;
        const bin = Math.floor(value * 10);
        bins[bin] = (bins[bin] as number) + 1;
      }
      const chi = bins.reduce((sum, found) => sum + (found - count / 10) ** 2 / (count / 10), 0);
      // 99.99 % quantile of chi-squared with 9 degrees of freedom: 33.72.
      expect(chi).toBeLessThan(33.72);
    }
  });

  it("[P10] are refused beyond 1,024 dimensions", () => {
    expect(() => halton({ rows: 1, dimensions: 1025 })).toThrow(/1025/);
  });
});
