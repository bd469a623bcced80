import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  exponentOf,
  fromWords,
  highWord,
  lowWord,
  powerOfTwo,
  timesPowerOfTwo,
  truncated,
} from "../../src/math/bits.ts";
import { productError, sumError } from "../../src/math/double-double.ts";
import { fixed } from "./fixed-point.ts";

const runs = { numRuns: 3000, seed: 2012 };
const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
const moderate = fc
  .tuple(fc.integer({ min: -(2 ** 53), max: 2 ** 53 }), fc.integer({ min: -60, max: 20 }))
  .map(([mantissa, exponent]) => mantissa * 2 ** exponent);

describe("doubles by their bits", () => {
  it("[M10] splits a double into two words and joins them again", () => {
    fc.assert(
      fc.property(fc.double(), (x) => {
        expect(fromWords(highWord(x), lowWord(x))).toBe(x);
        if (Number.isFinite(x)) expect(lowWord(truncated(x))).toBe(0);
      }),
      runs,
    );
    expect([highWord(1), lowWord(1), highWord(-2), lowWord(1 + 2 ** -52)]).toEqual([
      0x3ff00000,
      0,
      0xc0000000 | 0,
      1,
    ]);
  });

  it("[M10] finds the exponent, that of a subnormal number included", () => {
    fc.assert(
      fc.property(finite, (x) => {
        if (x === 0) return;
        const significand = timesPowerOfTwo(Math.abs(x), -exponentOf(x));
        expect(significand).toBeGreaterThanOrEqual(1);
        expect(significand).toBeLessThan(2);
      }),
      runs,
    );
    expect([5e-324, 2 ** -1022, 1, 0.75, -3, 1.7976931348623157e308].map(exponentOf)).toEqual([
      -1074, -1022, 0, -1, 1, 1023,
    ]);
  });

  it("[M10] scales by a power of two with one rounding", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 53 }), fc.integer({ min: -1074, max: 970 }), (x, n) => {
        expect(timesPowerOfTwo(x, n)).toBe(x * 2 ** n);
        expect(timesPowerOfTwo(timesPowerOfTwo(x, n), -n) === x).toBe(true);
      }),
      runs,
    );
    for (const n of [-1022, -1, 0, 1, 1023]) expect(powerOfTwo(n)).toBe(2 ** n);
    // 1.5 · 2^-1074 and 2.5 · 2^-1074 both round to 2 units; two roundings would give 1 or 3 for neighbours.
    expect(timesPowerOfTwo(1.5, -1074)).toBe(1e-323);
    expect(timesPowerOfTwo(1.25, -1073)).toBe(1e-323);
    expect(timesPowerOfTwo(1 + 2 ** -52, -1075)).toBe(5e-324);
    expect(timesPowerOfTwo(1, -1075)).toBe(0);
    expect(timesPowerOfTwo(1, -2100)).toBe(0);
    expect(timesPowerOfTwo(1, 2100)).toBe(1 / 0);
  });

  it("[M10] finds the exact error of a sum and of a product", () => {
    fc.assert(
      fc.property(moderate, moderate, (a, b) => {
        expect(fixed(a + b) + fixed(sumError(a, b, a + b))).toBe(fixed(a) + fixed(b));
        const product = a * b;
        expect((fixed(product) + fixed(productError(a, b, product))) << 320n).toBe(fixed(a) * fixed(b));
      }),
      runs,
    );
  });
});
