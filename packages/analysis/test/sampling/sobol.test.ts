import { AnalysisError } from "@shikumi/analysis/frame";
import { type SobolScramble, sobol } from "@shikumi/analysis/sampling";
import { nameOfParts } from "@shikumi/core/random";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LinearScramble } from "../../src/sampling/linear-scramble.ts";
import { OwenScramble } from "../../src/sampling/owen-scramble.ts";

const seeds = (count: number): number[] => Array.from({ length: count }, (_, seed) => seed - 3);

describe("Sobol' points", () => {
  it("[P1] are the published ones: S. Joe and F. Y. Kuo's example, 10 points in 3 dimensions", () => {
    const { columns } = sobol({ rows: 10, dimensions: 3, scramble: "none" });

    expect(columns.map((column) => [...column])).toEqual([
      [0, 0.5, 0.75, 0.25, 0.375, 0.875, 0.625, 0.125, 0.1875, 0.6875],
      [0, 0.5, 0.25, 0.75, 0.375, 0.875, 0.125, 0.625, 0.3125, 0.8125],
      [0, 0.5, 0.25, 0.75, 0.625, 0.125, 0.875, 0.375, 0.9375, 0.4375],
    ]);
  });

  it("[P1] agree with scipy 1.17.1 (qmc.Sobol, unscrambled): 1,024 points in 256 dimensions", () => {
    const { columns } = sobol({ rows: 1024, dimensions: 256, scramble: "none" });
    const point = columns.map((column) => (column[777] as number) * 1024);
    let sum = 0;
    for (const column of columns) for (const value of column) sum = (sum * 31 + value * 1024) % 2147483647;

    expect(point.slice(0, 12)).toEqual([709, 959, 167, 281, 651, 365, 195, 781, 357, 331, 763, 713]);
    expect(point.slice(250)).toEqual([327, 107, 377, 295, 593, 651]);
    expect(sum).toBe(839678317);
  });

  it("[P1] begin at any dimension of the sequence", () => {
    const whole = sobol({ rows: 64, dimensions: 9, seed: 4 });

    expect(sobol({ rows: 64, dimensions: 3, seed: 4, firstDimension: 6 }).columns).toEqual(
      whole.columns.slice(6),
    );
  });

  it("[P3] scrambled lie inside (0, 1), whatever the seed", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
        fc.constantFrom<SobolScramble>("owen", "linear", "shift"),
        (seed, scramble) => {
          const { columns } = sobol({ rows: 100, dimensions: 5, seed, scramble });
          return columns.every((column) => column.every((value) => value > 0 && value < 1));
        },
      ),
    );
  });

  it.each(["owen", "linear", "shift", "none"] as const)(
    "[P4] stay nets when scrambled (%s): (0, m, 2) in dimensions 1 and 2, (1, m, 3) in 1 to 3",
    (scramble) => {
      for (const seed of seeds(8)) {
        const { columns } = sobol({ rows: 256, dimensions: 3, seed, scramble });
        for (let a = 0; a <= 8; a++) {
          expect(new Set(cells(columns, [a, 8 - a, 0])).size).toBe(256);
          for (let b = 0; a + b <= 7; b++) {
            const counts = new Map<number, number>();
            for (const cell of cells(columns, [a, b, 7 - a - b]))
              counts.set(cell, (counts.get(cell) ?? 0) + 1);
            expect(counts.size).toBe(128);
            expect([...counts.values()].every((count) => count === 2)).toBe(true);
          }
        }
      }
    },
  );

  it("[P4] put one point in each of the 2^m strata of every dimension", () => {
    const { columns } = sobol({ rows: 1024, dimensions: 256, seed: 11 });

    for (const column of columns)
      expect(new Set(column.map((value) => Math.floor(value * 1024))).size).toBe(1024);
  });

  it("[P5] scrambled are each uniform on (0, 1) over seeds, in every binary digit", () => {
    for (const scramble of ["owen", "linear", "shift"] as const) {
      const rows = 8;
      const bits = Array.from({ length: rows }, () => new Int32Array(32));
      const count = 4000;
      for (const seed of seeds(count)) {
        const [, column] = sobol({ rows, dimensions: 2, seed, scramble }).columns as [
          Float64Array,
          Float64Array,
        ];
        column.forEach((value, row) => {
          const word = Math.floor(value * 4294967296);
          for (let bit = 0; bit < 32; bit++)
            (bits[row] as Int32Array)[bit] = (bits[row]?.[bit] as number) + ((word >>> bit) & 1);
        });
      }
      for (const row of bits) {
        for (const ones of row) expect(Math.abs(ones - count / 2)).toBeLessThan(5 * Math.sqrt(count / 4));
      }
    }
  });

  it.each(["owen", "linear"] as const)(
    "[P5] scrambled by %s: below the first digit in which two values differ, their digits are independent",
    (scramble) => {
      const count = 6000;
      const one = 0x5a000000;
      const two = 0x52345678;
      const shared = 4;
      const same = new Int32Array(32);
      for (let seed = 0; seed < count; seed++) {
        const name = nameOfParts("test", seed);
        const values = Int32Array.of(one, two);
        if (scramble === "owen") new OwenScramble(name).apply(values);
        else values.set(new LinearScramble(name).directions(values));
        const differing = (values[0] as number) ^ (values[1] as number);
        for (let digit = 0; digit < 32; digit++)
          same[digit] = (same[digit] as number) + (((differing >>> (31 - digit)) & 1) ^ 1);
      }

      for (let digit = 0; digit < shared; digit++) expect(same[digit]).toBe(count);
      expect(same[shared]).toBe(0);
      for (let digit = shared + 1; digit < 32; digit++) {
        expect(Math.abs((same[digit] as number) - count / 2)).toBeLessThan(5 * Math.sqrt(count / 4));
      }
    },
  );

  it("[P5] scrambled by linear: the exclusive or of three points goes to that of the three scrambled ones", () => {
    const bits = sobol({ rows: 64, dimensions: 4, scramble: "linear", seed: 6 }).columns.map((column) =>
      Int32Array.from(column, (value) => Math.floor(value * 4294967296)),
    );

    // In the order of the Gray code points 0, 1, 2, 3 are the sums of directions {}, {1}, {1, 2}, {2}.
    for (const column of bits) {
      const [zero = 0, first = 0, both = 0, second = 0] = column;
      expect(zero ^ first ^ second).toBe(both);
    }
    const nested = sobol({ rows: 64, dimensions: 4, scramble: "owen", seed: 6 }).columns.map((column) =>
      Int32Array.from(column, (value) => Math.floor(value * 4294967296)),
    );
    expect(
      nested.some(([zero = 0, first = 0, both = 0, second = 0]) => (zero ^ first ^ second) !== both),
    ).toBe(true);
  });

  it("[P5] scrambles of two dimensions, and of two nodes of one tree, are uncorrelated", () => {
    const count = 20_000;
    const flips = Array.from({ length: 40 }, () => new Int8Array(count));
    const values = Int32Array.from({ length: 16 }, (_, at) => at << 28);
    for (let seed = 0; seed < count; seed++) {
      const scrambled = values.slice();
      new OwenScramble(nameOfParts("nodes", seed)).apply(scrambled);
      let node = 0;
      for (let level = 0; level < 4; level++) {
        for (let path = 0; path < 1 << level; path++) {
          const at = path << (4 - level);
          const flip = (((scrambled[at] as number) ^ (values[at] as number)) >>> (31 - level)) & 1;
          (flips[node++] as Int8Array)[seed] = 2 * flip - 1;
        }
      }
      const other = values.slice();
      new OwenScramble(nameOfParts("nodes", seed, 1)).apply(other);
      (flips[node++] as Int8Array)[seed] = 2 * ((other[0] as number) >>> 31) - 1;
      (flips[node] as Int8Array)[seed] = 2 * (((other[0] as number) >>> 15) & 1) - 1;
    }
    const used = flips.slice(0, 17);
    used.forEach((a, at) => {
      expect(Math.abs(a.reduce((sum, sign) => sum + sign, 0))).toBeLessThan(5 * Math.sqrt(count));
      used.slice(0, at).forEach((b) => {
        expect(Math.abs(a.reduce((sum, sign, i) => sum + sign * (b[i] as number), 0))).toBeLessThan(
          5 * Math.sqrt(count),
        );
      });
    });
  });

  it.each(["owen", "linear", "shift"] as const)(
    "[P5] scrambled by %s: dimensions are scrambled independently",
    (scramble) => {
      const count = 3000;
      let sum = 0;
      for (const seed of seeds(count)) {
        const [a, , c] = sobol({ rows: 1, dimensions: 3, seed, scramble }).columns as Float64Array[];
        sum += ((a?.[0] as number) - 0.5) * ((c?.[0] as number) - 0.5);
      }

      expect(Math.abs(sum)).toBeLessThan((5 / 12) * Math.sqrt(count));
    },
  );

  it("[P6] scrambled means are unbiased, and their variance falls near N^-3 (owen, linear) and N^-2 (shift) on a smooth function", () => {
    // The integral of the product of (1 + 2 (x − ½) ÷ (j + 1)) over the cube is 1.
    const meanOf = (rows: number, seed: number, scramble: SobolScramble): number => {
      const { columns } = sobol({ rows, dimensions: 3, seed, scramble });
      let sum = 0;
      for (let row = 0; row < rows; row++) {
        sum += columns.reduce(
          (product, column, j) => product * (1 + (2 * ((column[row] as number) - 0.5)) / (j + 1)),
          1,
        );
      }
      return sum / rows;
    };
    const count = 200;
    const varianceOf = (rows: number, scramble: SobolScramble): number => {
      const means = seeds(count).map((seed) => meanOf(rows, seed, scramble));
      const mean = means.reduce((sum, value) => sum + value, 0) / count;
      const variance = means.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (count - 1);
      expect(Math.abs(mean - 1)).toBeLessThan(4 * Math.sqrt(variance / count));
      return variance;
    };
    const slope = (scramble: SobolScramble): number =>
      Math.log2(varianceOf(1024, scramble) / varianceOf(64, scramble)) / 4;

    expect(slope("owen")).toBeLessThan(-2.6);
    expect(slope("linear")).toBeLessThan(-2.6);
    expect(slope("shift")).toBeLessThan(-1.6);
  });

  it("[P7] are the same bits for the same seed; 0 and negative numbers are seeds, and so are names", () => {
    const first = (seed: Parameters<typeof sobol>[0]["seed"]): number =>
      sobol({ rows: 1, dimensions: 1, ...(seed === undefined ? {} : { seed }) }).columns[0]?.[0] as number;

    expect(first(undefined)).toBe(first(0));
    expect(new Set([first(0), first(1), first(-1), first(nameOfParts(0)), first(nameOfParts(1))]).size).toBe(
      5,
    );
    expect(() => first(0.5)).toThrow(AnalysisError);
    expect(() => first(2 ** 31)).toThrow(/32 bits/);
  });

  it("[P8] are refused beyond 256 dimensions, for no rows and for parts of rows", () => {
    for (const wrong of [
      { dimensions: 257 },
      { dimensions: 0 },
      { rows: 0 },
      { rows: 1.5 },
      { rows: 2 ** 31 },
    ]) {
      expect(() => sobol({ rows: 4, dimensions: 2, ...wrong })).toThrow(AnalysisError);
    }
    expect(() => sobol({ rows: 4, dimensions: 2, firstDimension: 255 })).toThrow(/from 1 to 1/);
  });
});

/** Number of the cell of each point in the grid with 2^shape[d] cells along dimension d. */
function cells(columns: readonly Float64Array[], shape: readonly number[]): number[] {
  return Array.from(columns[0] as Float64Array, (_, row) =>
    shape.reduce(
      (cell, power, at) => cell * 2 ** power + Math.floor((columns[at]?.[row] as number) * 2 ** power),
      0,
    ),
  );
}
