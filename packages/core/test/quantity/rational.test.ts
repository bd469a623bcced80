import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  compareRationals,
  divide,
  multiply,
  type Rational,
  rational,
  rationalFromNumber,
  rationalToNumber,
} from "../../src/quantity/index.ts";

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });

/** Distance between a fraction and a double, exactly. */
function distance(r: Rational, value: number): Rational {
  const { numerator, denominator } = rationalFromNumber(value);
  const difference = r.numerator * denominator - numerator * r.denominator;
  return rational(difference < 0n ? -difference : difference, r.denominator * denominator);
}

/** The doubles next to a positive finite one, through its bits. */
function neighbours(value: number): number[] {
  const bits = new BigInt64Array(Float64Array.of(value).buffer)[0] ?? 0n;
  return [bits - 1n, bits + 1n].map((b) => new Float64Array(BigInt64Array.of(b).buffer)[0] ?? Number.NaN);
}

function isEven(value: number): boolean {
  return ((new BigInt64Array(Float64Array.of(value).buffer)[0] ?? 0n) & 1n) === 0n;
}

describe("rational", () => {
  it("[Q1] keeps lowest terms with a positive denominator", () => {
    expect(rational(6n, -4n)).toEqual({ numerator: -3n, denominator: 2n });
    expect(rational(0n, -7n)).toEqual({ numerator: 0n, denominator: 1n });
    expect(() => rational(1n, 0n)).toThrow(RangeError);
  });

  it("[Q1] divides what was multiplied", () => {
    const fraction = fc.tuple(fc.bigInt(), fc.bigInt({ min: 1n })).map(([n, d]) => rational(n, d));
    fc.assert(
      fc.property(fraction, fraction, (a, b) => {
        fc.pre(b.numerator !== 0n);
        expect(divide(multiply(a, b), b)).toEqual(a);
        expect(compareRationals(a, b)).toBe(-compareRationals(b, a) + 0);
      }),
    );
  });
});

describe("rationalToNumber", () => {
  it("[Q3] gives back every double, and agrees with the literals of the language", () => {
    fc.assert(
      fc.property(finite, (value) => {
        expect(rationalToNumber(rationalFromNumber(value))).toBe(value + 0);
      }),
      { numRuns: 2000 },
    );
    expect(rationalToNumber(rational(1n, 10n))).toBe(0.1);
    expect(rationalToNumber(rational(-2n, 3n))).toBe(-2 / 3);
  });

  it("[Q3] divides integers as the hardware does", () => {
    const whole = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
    fc.assert(
      fc.property(whole, whole, (n, d) => {
        expect(rationalToNumber(rational(BigInt(n), BigInt(d)))).toBe(n / d);
      }),
      { numRuns: 2000 },
    );
  });

  it("[Q3] is at least as near as both neighbours, and even when equally near", () => {
    const size = fc.bigInt({ min: 1n, max: 1n << 1100n });
    fc.assert(
      fc.property(size, size, (n, d) => {
        const r = rational(n, d);
        const value = rationalToNumber(r);
        fc.pre(Number.isFinite(value) && value > 0);
        for (const neighbour of neighbours(value)) {
          const order = compareRationals(distance(r, value), distance(r, neighbour));
          expect(order).toBeLessThanOrEqual(0);
          if (order === 0) expect(isEven(value)).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("[Q3] rounds ties to even, below the smallest normal and at the largest double", () => {
    const two53 = 1n << 53n;

    expect(rationalToNumber(rational(two53 + 1n))).toBe(2 ** 53);
    expect(rationalToNumber(rational(two53 + 3n))).toBe(2 ** 53 + 4);
    expect(rationalToNumber(rational(1n, 1n << 1074n))).toBe(Number.MIN_VALUE);
    expect(rationalToNumber(rational(1n, 1n << 1075n))).toBe(0);
    expect(rationalToNumber(rational(3n, 1n << 1075n))).toBe(2 * Number.MIN_VALUE);
    expect(rationalToNumber(rational((1n << 1024n) - (1n << 970n) - 1n))).toBe(Number.MAX_VALUE);
    expect(rationalToNumber(rational((1n << 1024n) - (1n << 970n)))).toBe(Number.POSITIVE_INFINITY);
    expect(rationalToNumber(rational(-(1n << 1024n)))).toBe(Number.NEGATIVE_INFINITY);
  });
});
