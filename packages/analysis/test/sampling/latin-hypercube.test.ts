import {
  centredDiscrepancy,
  latinHypercube,
  maximinLatinHypercube,
  monteCarlo,
  orthogonalArray,
  orthogonalLatinHypercube,
  smallestDistance,
  type UnitDesign,
} from "@shikumi/analysis/sampling";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

function expectLatin({ rows, columns }: UnitDesign): void {
  for (const column of columns) {
    expect(new Set(column.map((value) => Math.floor(value * rows))).size).toBe(rows);
    expect(column.every((value) => value > 0 && value < 1)).toBe(true);
  }
}

describe("Latin hypercubes", () => {
  it("[P11] hold one point in every stratum of every dimension, random and centred", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: -1000, max: 1000 }),
        fc.constantFrom("random" as const, "centred" as const),
        (rows, dimensions, seed, place) => {
          const design = latinHypercube({ rows, dimensions, seed, place });
          expect(design.columns.length).toBe(dimensions);
          expectLatin(design);
          if (place === "centred") {
            for (const column of design.columns) {
              expect(column.every((value) => Math.abs(((value * rows) % 1) - 0.5) < 1e-9)).toBe(true);
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it("[P11] give every point every stratum equally often, independently between dimensions", () => {
    const count = 4000;
    const pairs = new Int32Array(16);
    for (let seed = 0; seed < count; seed++) {
      const [a, b] = latinHypercube({ rows: 4, dimensions: 2, seed }).columns as [Float64Array, Float64Array];
      const cell = Math.floor((a[1] as number) * 4) * 4 + Math.floor((b[1] as number) * 4);
      pairs[cell] = (pairs[cell] as number) + 1;
    }
    const chi = pairs.reduce((sum, found) => sum + (found - count / 16) ** 2 / (count / 16), 0);

    // 99.99 % quantile of chi-squared with 15 degrees of freedom: 44.26.
    expect(chi).toBeLessThan(44.26);
  });

  it("[P11] estimate an additive function with far less variance than chance", () => {
    const varianceOf = (make: (seed: number) => UnitDesign): number => {
      const means = Array.from({ length: 200 }, (_, seed) => {
        const { columns, rows } = make(seed);
        return (
          columns.reduce((sum, column) => sum + column.reduce((part, value) => part + value * value, 0), 0) /
          rows
        );
      });
      const mean = means.reduce((sum, value) => sum + value, 0) / means.length;
      return means.reduce((sum, value) => sum + (value - mean) ** 2, 0) / means.length;
    };
    const latin = varianceOf((seed) => latinHypercube({ rows: 50, dimensions: 4, seed }));
    const random = varianceOf((seed) => monteCarlo({ rows: 50, dimensions: 4, seed }));

    expect(latin).toBeLessThan(random / 500);
  });

  it("[P12] of maximin kind stay Latin, are centred and keep their points further apart the more exchanges are tried", () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const start = maximinLatinHypercube({ rows: 30, dimensions: 3, seed, exchanges: 0 });
      const better = maximinLatinHypercube({ rows: 30, dimensions: 3, seed });
      expectLatin(better);
      expect(smallestDistance(better)).toBeGreaterThan(1.5 * smallestDistance(start));
      expect(centredDiscrepancy(better)).toBeLessThan(
        centredDiscrepancy(monteCarlo({ rows: 30, dimensions: 3, seed })),
      );
    }
  });

  it("[P12] of maximin kind find the best design of 5 points in a plane: distance √5 strata (E. R. van Dam et al. 2007)", () => {
    const found = [0, 1, 2, 3].map(
      (seed) => smallestDistance(maximinLatinHypercube({ rows: 5, dimensions: 2, seed })) * 5,
    );

    expect(Math.max(...found)).toBeCloseTo(Math.sqrt(5), 12);
  });

  it("[P12] of maximin kind have a defined answer for one and two points", () => {
    expectLatin(maximinLatinHypercube({ rows: 1, dimensions: 3 }));
    expectLatin(maximinLatinHypercube({ rows: 2, dimensions: 3 }));
  });

  it("[P13] from orthogonal arrays: every pair of columns of Bose's array holds each pair of levels once", () => {
    for (const levels of [2, 3, 5, 7, 11]) {
      const array = orthogonalArray(levels, levels + 1);
      array.forEach((a, at) => {
        array.slice(0, at).forEach((b) => {
          expect(new Set(a.map((level, row) => level * levels + (b[row] as number))).size).toBe(
            levels * levels,
          );
        });
      });
    }
  });

  it("[P13] from orthogonal arrays are Latin and fill every p × p grid of two dimensions", () => {
    for (const [levels, seed] of [
      [2, 0],
      [5, 1],
      [7, 2],
    ] as const) {
      const design = orthogonalLatinHypercube({ levels, dimensions: levels + 1, seed });
      expectLatin(design);
      design.columns.forEach((a, at) => {
        design.columns.slice(0, at).forEach((b) => {
          const cells = a.map(
            (value, row) => Math.floor(value * levels) * levels + Math.floor((b[row] as number) * levels),
          );
          expect(new Set(cells).size).toBe(levels * levels);
        });
      });
    }
  });

  it("[P13] from orthogonal arrays put each point in every stratum equally often, levels independent of each other", () => {
    const count = 3000;
    const strata = new Int32Array(9);
    let alike = 0;
    for (let seed = 0; seed < count; seed++) {
      const [, column = new Float64Array()] = orthogonalLatinHypercube({
        levels: 3,
        dimensions: 2,
        seed,
      }).columns;
      // Rows 0 and 1 are the first of two levels of the second dimension.
      const [one, two] = [Math.floor((column[0] as number) * 9), Math.floor((column[1] as number) * 9)];
      strata[one] = (strata[one] as number) + 1;
      if (one % 3 === two % 3) alike += 1;
    }
    const chi = strata.reduce((sum, found) => sum + (found - count / 9) ** 2 / (count / 9), 0);

    // 99.99 % quantile of chi-squared with 8 degrees of freedom: 31.8.
    expect(chi).toBeLessThan(31.8);
    expect(Math.abs(alike - count / 3)).toBeLessThan(5 * Math.sqrt((count * 2) / 9));
  });

  it("[P13] from orthogonal arrays are refused for levels that are no prime and for too many dimensions", () => {
    expect(() => orthogonalArray(6, 3)).toThrow(/prime/);
    expect(() => orthogonalArray(4, 3)).toThrow(/prime/);
    expect(() => orthogonalLatinHypercube({ levels: 5, dimensions: 7 })).toThrow(/from 1 to 6/);
  });

  it("[P14] Monte Carlo points are independent and uniform: each value depends on seed, dimension and row only", () => {
    const wide = monteCarlo({ rows: 500, dimensions: 4, seed: 5 });
    const small = monteCarlo({ rows: 20, dimensions: 2, seed: 5 });
    expect(small.columns.map((column) => [...column])).toEqual(
      wide.columns.slice(0, 2).map((column) => [...column.slice(0, 20)]),
    );
    const { columns, rows } = monteCarlo({ rows: 40_000, dimensions: 2, seed: 1 });
    const [a, b] = columns as [Float64Array, Float64Array];
    const covariance =
      a.reduce((sum, value, row) => sum + (value - 0.5) * ((b[row] as number) - 0.5), 0) / rows;
    expect(Math.abs(covariance)).toBeLessThan(4 / 12 / Math.sqrt(rows));
    const bins = new Int32Array(100);
    for (const value of a) bins[Math.floor(value * 100)] = (bins[Math.floor(value * 100)] as number) + 1;
    const chi = bins.reduce((sum, found) => sum + (found - rows / 100) ** 2 / (rows / 100), 0);
    // 99.99 % quantile of chi-squared with 99 degrees of freedom: 161.3.
    expect(chi).toBeLessThan(161.3);
  });
});
