import type { Factor } from "@shikumi/analysis/frame";
import {
  aliasesOf,
  factorialDesign,
  fractionalDesign,
  fractionalFactorial,
  fullFactorial,
} from "@shikumi/analysis/sampling";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const rowsOf = (columns: readonly Float64Array[]): number[][] =>
  Array.from(columns[0] as Float64Array, (_, row) => columns.map((column) => column[row] as number));

describe("factorial designs", () => {
  it("[P16] hold every combination of levels once, the last factor fastest", () => {
    const { rows, columns } = fullFactorial([2, 3]);

    expect(rows).toBe(6);
    expect(rowsOf(columns).map((row) => row.map((value) => Math.round(value * 12)))).toEqual([
      [3, 2],
      [3, 6],
      [3, 10],
      [9, 2],
      [9, 6],
      [9, 10],
    ]);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 5 }), (levels) => {
        const design = fullFactorial(levels);
        expect(new Set(rowsOf(design.columns).map(String)).size).toBe(levels.reduce((a, b) => a * b, 1));
        expect(design.columns.every((column) => column.every((value) => value > 0 && value < 1))).toBe(true);
      }),
    );
  });

  it("[P16] of factors reach both ends, take whole numbers and all categories", () => {
    const factors: readonly Factor[] = [
      { kind: "real", name: "a", low: -1, high: 3 },
      { kind: "integer", name: "b", low: 2, high: 7 },
      { kind: "category", name: "c", levels: ["yes", "no"] },
      { kind: "real", name: "d", low: 0, high: 10 },
    ];
    const { columns, rows } = factorialDesign(factors, [3, 3, 2, 1]);

    expect(rows).toBe(18);
    expect(columns.map((column) => [...new Set(column)].sort((a, b) => a - b))).toEqual([
      [-1, 1, 3],
      [2, 5, 7],
      [0, 1],
      [5],
    ]);
    expect(() => factorialDesign(factors, [3, 3, 3, 1])).toThrow(/"c" has 2 levels, not 3/);
    expect(() => factorialDesign(factors, [3, 9, 2, 1])).toThrow(/no 9 whole numbers/);
    expect(() => factorialDesign(factors, [3, 3])).toThrow(/4 factors, but 2/);
    expect(() => fullFactorial([])).toThrow(/needs a factor/);
    expect(() => fullFactorial([2, 0])).toThrow(/levels is 0/);
    expect(() => fullFactorial(Array.from({ length: 40 }, () => 2))).toThrow(/rows/);
  });

  // G. E. P. Box, W. G. Hunter, J. S. Hunter, Statistics for Experimenters, table of two-level fractional factorials: 2^(7−4) of resolution III with D = AB, E = AC, F = BC, G = ABC.
  it("[P17] fractions have the resolution and aliases of the books: 2^(7−4) is III, A is mixed with BD, CE and FG", () => {
    const fraction = fractionalFactorial(3, [
      { of: [0, 1] },
      { of: [0, 2] },
      { of: [1, 2] },
      { of: [0, 1, 2] },
    ]);
    const [a, b, c, d, e, f, g] = [1, 2, 4, 8, 16, 32, 64] as const;

    expect(fraction.runs).toBe(8);
    expect(fraction.resolution).toBe(3);
    expect(fraction.words.length).toBe(15);
    const ofTwo = aliasesOf(fraction, a).filter((mask) => mask.toString(2).replaceAll("0", "").length === 2);
    expect(ofTwo).toEqual([b | d, c | e, f | g]);
  });

  it("[P17] fractions: 2^(4−1) with D = ABC is IV, 2^(5−1) with E = ABCD is V, 2^(8−4) is IV; none is the whole", () => {
    expect(fractionalFactorial(3, [{ of: [0, 1, 2] }]).resolution).toBe(4);
    expect(fractionalFactorial(4, [{ of: [0, 1, 2, 3] }]).resolution).toBe(5);
    const eight = [{ of: [1, 2, 3] }, { of: [0, 2, 3] }, { of: [0, 1, 2] }, { of: [0, 1, 3] }];
    expect(fractionalFactorial(4, eight).resolution).toBe(4);
    expect(fractionalFactorial(3, []).resolution).toBe(Number.POSITIVE_INFINITY);
  });

  it("[P17] fractions: the product of a word's signs is the same in all runs, of any other set it sums to 0", () => {
    for (const sign of [1, -1] as const) {
      const { signs, words, runs, factors } = fractionalFactorial(4, [
        { of: [0, 1, 2], sign },
        { of: [1, 2, 3] },
      ]);
      for (let mask = 1; mask < 2 ** factors; mask++) {
        let sum = 0;
        for (let run = 0; run < runs; run++) {
          sum += signs.reduce(
            (product, column, at) => (((mask >> at) & 1) === 1 ? product * (column[run] as number) : product),
            1,
          );
        }
        expect(Math.abs(sum)).toBe(words.includes(mask) ? runs : 0);
      }
    }
  });

  it("[P17] fractions put factors at their ends and refuse what is no generator", () => {
    const factors: readonly Factor[] = ["a", "b", "c"].map((name) => ({
      kind: "real",
      name,
      low: 2,
      high: 5,
    }));
    const { columns } = fractionalDesign(factors, fractionalFactorial(2, [{ of: [0, 1], sign: -1 }]));

    expect(rowsOf(columns)).toEqual([
      [2, 2, 2],
      [5, 2, 5],
      [2, 5, 5],
      [5, 5, 2],
    ]);
    expect(() => fractionalFactorial(3, [{ of: [0, 3] }])).toThrow(/from 0 to 2/);
    expect(() => fractionalFactorial(3, [{ of: [1] }])).toThrow(/no generator/);
    expect(() => fractionalFactorial(3, [{ of: [1, 1] }])).toThrow(/no generator/);
    expect(() => fractionalFactorial(3, [{ of: [0, 1] }, { of: [1, 0], sign: -1 }])).toThrow(/the same/);
    expect(() => fractionalDesign(factors.slice(1), fractionalFactorial(3, []))).toThrow(/2 factors/);
  });
});
