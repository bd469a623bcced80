import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asin, atan, atan2, cos, exp, expm1, log, log1p, pow, sin } from "../../src/math/index.ts";
import {
  asinFixed,
  atan2Fixed,
  expFixed,
  expm1Fixed,
  fixed,
  logFixed,
  logOf,
  type Reference,
  sinCosFixed,
  ulps,
} from "./fixed-point.ts";

const scale = Number(process.env["SHIKUMI_TEST_SCALE"] ?? 1);
const runs = { numRuns: 3000 * scale, seed: 2012 };
const one = fixed(1);

function between(min: number, max: number): fc.Arbitrary<number> {
  return fc.double({ min, max, noNaN: true });
}

/** Magnitudes spread evenly over powers of two. */
function magnitude(least: number, most: number): fc.Arbitrary<number> {
  return fc
    .tuple(fc.integer({ min: least, max: most - 1 }), fc.integer({ min: 0, max: 2 ** 52 - 1 }))
    .map(([exponent, fraction]) => (1 + fraction / 2 ** 52) * 2 ** exponent);
}

function signed(value: fc.Arbitrary<number>): fc.Arbitrary<number> {
  return fc.tuple(value, fc.boolean()).map(([x, negative]) => (negative ? -x : x));
}

/** Draws spread evenly over an interval, which `fc.double` (even over representations) does not give. */
function even(min: number, max: number): fc.Arbitrary<number> {
  return fc.integer({ min: 0, max: 2 ** 52 }).map((n) => min + (max - min) * (n / 2 ** 52));
}

function plain(value: bigint): Reference {
  return { value, exponent: 0 };
}

function within<T>(
  limit: number,
  input: fc.Arbitrary<T>,
  found: (x: T) => number,
  truth: (x: T) => Reference,
): void {
  fc.assert(
    fc.property(input, (x) => {
      expect(ulps(found(x), truth(x))).toBeLessThan(limit);
    }),
    runs,
  );
}

/** The double after x, away from zero. */
function next(x: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  view.setBigInt64(0, view.getBigInt64(0) + 1n);
  return view.getFloat64(0);
}

describe("the reference", () => {
  // Decimal digits from the OEIS: A001113 (e), A000796 (pi), A002162 (ln 2).
  it("[M1] knows e, pi and ln 2 to 60 digits", () => {
    const digits = (value: bigint): string => ((value * 10n ** 60n) >> 320n).toString();

    const e = expFixed(one);
    expect(digits(e.value << BigInt(e.exponent))).toBe(
      "2718281828459045235360287471352662497757247093699959574966967",
    );
    expect(digits(4n * atan2Fixed(one, one))).toBe(
      "3141592653589793238462643383279502884197169399375105820974944",
    );
    expect(digits(logFixed(2n * one))).toBe("693147180559945309417232121458176568075500134360255254120680");
  });

  it("[M1] measures errors in units in the last place", () => {
    expect(ulps(1, plain(one))).toBe(0);
    expect(ulps(1 + 2 ** -52, plain(one))).toBe(1);
    expect(ulps(1 - 2 ** -53, plain(one))).toBe(0.5);
    expect(ulps(2 ** -1074, { value: one, exponent: -1073 })).toBe(1);
    expect(ulps(Number.NaN, plain(one))).toBe(Number.POSITIVE_INFINITY);
  });
});

describe("exp and log", () => {
  it("[M2] exp is within 1 ulp, subnormal results included", () => {
    for (const input of [even(-708, 709.78), even(-1, 1), even(-745, -708), signed(magnitude(-60, 9))]) {
      within(1, input, exp, (x) => expFixed(fixed(x)));
    }
  });

  it("[M2] exp has its limits", () => {
    const largest = 709.782712893384;
    const least = -745.1332191019411;

    expect([0, -0, Number.NaN, 1 / 0, -1 / 0].map(exp)).toEqual([1, 1, Number.NaN, 1 / 0, 0]);
    expect([largest, next(largest), least, next(least)].map(exp)).toEqual([exp(largest), 1 / 0, 5e-324, 0]);
    expect(ulps(exp(largest), expFixed(fixed(largest)))).toBeLessThan(1);
  });

  it("[M3] expm1 is within 1 ulp", () => {
    for (const input of [
      even(-40, 60),
      even(-1, 1),
      even(60, 709.78),
      even(709, 709.78),
      signed(magnitude(-70, 0)),
    ]) {
      within(1, input, expm1, (x) => expm1Fixed(fixed(x)));
    }
    expect([0, -0, Number.NaN, 1 / 0, -1 / 0, 710, -800].map(expm1)).toEqual([
      0,
      -0,
      Number.NaN,
      1 / 0,
      -1,
      1 / 0,
      -1,
    ]);
  });

  it("[M4] log is within 1 ulp, for subnormal numbers too", () => {
    for (const input of [
      magnitude(-1022, 1023),
      even(0.4, 2.5),
      even(0.999, 1.001),
      between(5e-324, 2 ** -1022),
    ]) {
      within(1, input, log, (x) => plain(logOf(x)));
    }
    expect([1, 0, -0, -1, Number.NaN, 1 / 0, -1 / 0].map(log)).toEqual([
      0,
      -1 / 0,
      -1 / 0,
      Number.NaN,
      Number.NaN,
      1 / 0,
      Number.NaN,
    ]);
  });

  it("[M5] log1p is within 1 ulp", () => {
    const above = [even(-0.9999, 3), signed(magnitude(-70, -2)), magnitude(0, 200)];
    for (const input of above) within(1, input, log1p, (x) => plain(logFixed(one + fixed(x))));
    expect([0, -0, -1, -1.5, Number.NaN, 1 / 0].map(log1p)).toEqual([
      0,
      -0,
      -1 / 0,
      Number.NaN,
      Number.NaN,
      1 / 0,
    ]);
  });

  it("[M11] never falls where the function rises", () => {
    const rising: readonly [(x: number) => number, fc.Arbitrary<number>][] = [
      [exp, even(-700, 700)],
      [exp, even(-1, 1)],
      [log, magnitude(-900, 900)],
      [log, even(0.5, 2)],
      [asin, even(-0.999999, 0.999999)],
      [atan, even(-4, 4)],
    ];
    for (const [f, input] of rising) {
      fc.assert(
        fc.property(input, (start) => {
          let x = start;
          for (let step = 0; step < 10; step++) {
            const above = next(x);
            if (above > x) expect(f(above)).toBeGreaterThanOrEqual(f(x));
            else expect(f(above)).toBeLessThanOrEqual(f(x));
            x = above;
          }
        }),
        runs,
      );
    }
  });
});

describe("pow", () => {
  const powReference = ([x, y]: [number, number]): Reference => expFixed((logOf(x) * fixed(y)) >> 320n);

  it("[M6] is within 1 ulp", () => {
    const inputs: readonly fc.Arbitrary<[number, number]>[] = [
      fc.tuple(magnitude(-20, 20), even(-30, 30)),
      fc.tuple(even(0.9, 1.1), even(-5000, 5000)),
      fc.tuple(fc.oneof(even(0.69, 0.76), even(1.32, 1.43)), even(-1900, 1900)),
      fc.tuple(even(0.001, 4), even(-4, 4)),
      fc.tuple(magnitude(-1000, 1000), even(-0.7, 0.7)),
      fc.tuple(even(1 - 2 ** -20, 1 + 2 ** -20), even(-(2 ** 28), 2 ** 28)),
    ];
    for (const input of inputs) within(1, input, ([x, y]) => pow(x, y), powReference);
  });

  it("[M6] is exact where the result is a small integer", () => {
    for (let base = 1; base <= 40; base++) {
      for (let power = 0, value = 1; value < 2 ** 53; power++, value *= base) {
        expect(pow(base, power)).toBe(value);
        expect(pow(-base, power)).toBe(power % 2 === 0 ? value : -value);
        if (base === 1 && power > 5) break;
      }
    }
  });

  it("[M6] treats special values as ECMAScript does", () => {
    const special = [
      0,
      -0,
      1,
      -1,
      2,
      -2,
      0.5,
      -0.5,
      3,
      1 / 0,
      -1 / 0,
      Number.NaN,
      5e-324,
      -1e308,
      2 ** 60,
      1e300,
    ];
    for (const x of special) {
      for (const y of special) {
        const exact = x ** y;
        if (Number.isFinite(exact) && exact !== 0)
          expect(Math.abs(pow(x, y) / exact - 1)).toBeLessThan(1e-15);
        else expect(pow(x, y)).toBe(exact);
      }
    }
  });
});

describe("angles", () => {
  it("[M7] sin and cos are within 1 ulp to 2^20 radians", () => {
    const inputs = [even(-10, 10), even(-(2 ** 20), 2 ** 20), signed(magnitude(-60, 0))];
    for (const input of inputs) {
      within(1, input, sin, (x) => plain(sinCosFixed(fixed(x))[0]));
      within(1, input, cos, (x) => plain(sinCosFixed(fixed(x))[1]));
    }
  });

  it("[M7] sin and cos are within 1 ulp at the doubles nearest to multiples of a quarter turn", () => {
    const quarter = fc.integer({ min: 1, max: 667543 }).map((n) => n * (Math.PI / 2));
    within(1, quarter, sin, (x) => plain(sinCosFixed(fixed(x))[0]));
    within(1, quarter, cos, (x) => plain(sinCosFixed(fixed(x))[1]));
  });

  it("[M7] sin and cos refuse finite angles beyond 2^20", () => {
    expect(() => sin(2 ** 20 + 1)).toThrow(RangeError);
    expect(() => cos(-(2 ** 20) - 1)).toThrow(RangeError);
    expect([1 / 0, -1 / 0, Number.NaN].map(sin)).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    expect([1 / 0, -1 / 0, Number.NaN].map(cos)).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    expect([sin(0), sin(-0), sin(5e-324), cos(0)]).toEqual([0, -0, 5e-324, 1]);
  });

  it("[M8] asin is within 1 ulp", () => {
    const inputs = [even(-0.9999, 0.9999), signed(magnitude(-60, -1)), magnitude(-52, -1).map((d) => 1 - d)];
    for (const input of inputs) {
      within(
        1,
        input.filter((x) => x !== 0 && Math.abs(x) < 1),
        asin,
        (x) => plain(asinFixed(fixed(x))),
      );
    }
    expect([1, -1, 0, -0, 1.0000000000000002, Number.NaN].map(asin)).toEqual([
      Math.PI / 2,
      -Math.PI / 2,
      0,
      -0,
      Number.NaN,
      Number.NaN,
    ]);
  });

  it("[M8] atan is within 1 ulp", () => {
    const inputs = [even(-4, 4), signed(magnitude(-60, 60))];
    for (const input of inputs) {
      within(
        1,
        input.filter((x) => x !== 0),
        atan,
        (x) => plain(atan2Fixed(fixed(x), one)),
      );
    }
    expect([0, -0, 1 / 0, -1 / 0, Number.NaN].map(atan)).toEqual([
      0,
      -0,
      Math.PI / 2,
      -Math.PI / 2,
      Number.NaN,
    ]);
  });

  it("[M9] atan2 is within 2 ulp", () => {
    const inputs: readonly fc.Arbitrary<[number, number]>[] = [
      fc.tuple(even(-1, 1), even(-1, 1)),
      fc.tuple(signed(magnitude(-40, 40)), signed(magnitude(-40, 40))),
    ];
    for (const input of inputs) {
      within(
        2,
        input.filter(([y, x]) => x !== 0 && y !== 0),
        ([y, x]) => atan2(y, x),
        ([y, x]) => plain(atan2Fixed(fixed(y), fixed(x))),
      );
    }
  });

  // ECMAScript leaves these to the implementation only in their last bits; here they are multiples of pi/4.
  it("[M9] atan2 treats signed zeros and infinite values as ECMAScript does", () => {
    const special = [0, -0, 1, -1, 1 / 0, -1 / 0, Number.NaN];
    for (const y of special) for (const x of special) expect(atan2(y, x)).toBe(Math.atan2(y, x));
  });
});
