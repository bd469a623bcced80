import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gammaCdf, gammaQuantile, lnGamma, log1p, normalCdf, normalQuantile } from "../../src/math/index.ts";
import {
  gammaCdfValues,
  gammaQuantileValues,
  lnGammaValues,
  normalCdfValues,
  normalQuantileValues,
} from "./reference-values.ts";

const scale = Number(process.env["SHIKUMI_TEST_SCALE"] ?? 1);
const runs = { numRuns: 1000 * scale, seed: 2012 };
const share = fc.integer({ min: 1, max: 2 ** 52 - 1 }).map((n) => n / 2 ** 52);
const shape = fc.double({ min: -6, max: 9, noNaN: true }).map((exponent) => 2 ** exponent);

/** Relative error against the true value, given as the sum of a double and a correction. */
function relativeError(found: number, high: number, low: number): number {
  return Math.abs((found - high - low) / high);
}

function worst(rows: readonly (readonly number[])[], f: (...args: number[]) => number): number {
  const errors = rows.map((row) => relativeError(f(...row.slice(0, -2)), row.at(-2) ?? 0, row.at(-1) ?? 0));
  expect(errors.length).toBeGreaterThan(20);
  return Math.max(...errors);
}

describe("lnGamma", () => {
  it("[M12] is within a relative error of 2e-15", () => {
    expect(worst(lnGammaValues, lnGamma)).toBeLessThan(2e-15);
  });

  it("[M12] is the logarithm of a factorial and has its limits", () => {
    let factorial = 1;
    for (let n = 2; n <= 20; n++) {
      factorial *= n;
      expect(Math.abs(lnGamma(n + 1) / Math.log(factorial) - 1)).toBeLessThan(2e-15);
    }
    expect([0, 1, 2, -1, -0.5, Number.NaN, 1 / 0, 1e307].map(lnGamma)).toEqual([
      1 / 0,
      0,
      0,
      Number.NaN,
      Number.NaN,
      Number.NaN,
      1 / 0,
      1 / 0,
    ]);
  });
});

describe("the normal distribution", () => {
  it("[M13] normalCdf is within a relative error of 2e-15 in both tails", () => {
    expect(worst(normalCdfValues, normalCdf)).toBeLessThan(2e-15);
    expect([0, -40, 40, -1 / 0, 1 / 0, Number.NaN].map(normalCdf)).toEqual([0.5, 0, 1, 0, 1, Number.NaN]);
  });

  it("[M14] normalQuantile is within a relative error of 2e-15", () => {
    expect(worst(normalQuantileValues, normalQuantile)).toBeLessThan(2e-15);
    expect([0, 0.5, 1, -0.1, 1.1, Number.NaN].map(normalQuantile)).toEqual([
      -1 / 0,
      0,
      1 / 0,
      Number.NaN,
      Number.NaN,
      Number.NaN,
    ]);
  });

  it("[M14] normalQuantile is odd around one half", () => {
    fc.assert(
      fc.property(share, (p) => {
        if (p !== 0.5) expect(normalQuantile(1 - p)).toBe(-normalQuantile(p));
      }),
      runs,
    );
  });

  it("[M11] normalQuantile rises over steps of 2^-46, its joints included", () => {
    const joints = [0.075, 0.925, 1.3887943864964021e-11].flatMap((joint) =>
      [-3, -2, -1, 0, 1, 2].map((step) => joint * (1 + step * 2 ** -46)),
    );
    fc.assert(
      fc.property(fc.oneof(share, fc.constantFrom(...joints)), (p) => {
        const above = Math.min(p + p * 2 ** -46, 1 - 2 ** -53);
        expect(normalQuantile(above)).toBeGreaterThanOrEqual(normalQuantile(p));
      }),
      { ...runs, numRuns: 20 * runs.numRuns },
    );
  });

  it("[M14] normalQuantile undoes normalCdf", () => {
    fc.assert(
      fc.property(fc.double({ min: -37, max: 1, noNaN: true }), (z) => {
        expect(Math.abs(normalQuantile(normalCdf(z)) - z)).toBeLessThan(4e-15 * Math.max(1, Math.abs(z)));
      }),
      runs,
    );
  });
});

describe("the gamma distribution", () => {
  it("[M16] gammaQuantile is within a relative error of 1e-12, and of 1e-13 for shapes from 1/100", () => {
    expect(worst(gammaQuantileValues, gammaQuantile)).toBeLessThan(1e-12);
    expect(
      worst(
        gammaQuantileValues.filter(([, a = 0]) => a >= 0.01),
        gammaQuantile,
      ),
    ).toBeLessThan(1e-13);
  });

  it("[M16] gammaQuantile with shape 1 is that of the exponential distribution", () => {
    fc.assert(
      fc.property(share, (p) => {
        expect(relativeError(gammaQuantile(p, 1), -log1p(-p), 0)).toBeLessThan(1e-14);
      }),
      runs,
    );
  });

  it("[M16] gammaQuantile undoes gammaCdf", () => {
    fc.assert(
      fc.property(share, shape, (p, a) => {
        const x = gammaQuantile(p, a);
        if (x > 1e-290) expect(relativeError(gammaCdf(x, a), p, 0)).toBeLessThan(1e-12);
      }),
      runs,
    );
  });

  it("[M16] gammaQuantile scales, and has its limits", () => {
    expect(gammaQuantile(0.3, 2.5, 4)).toBe(4 * gammaQuantile(0.3, 2.5));
    expect([0, 1, -0.1, 1.1, Number.NaN].map((p) => gammaQuantile(p, 2))).toEqual([
      0,
      1 / 0,
      Number.NaN,
      Number.NaN,
      Number.NaN,
    ]);
    for (const wrong of [0, -1, Number.NaN, 1 / 0, 1.1e7]) {
      expect(() => gammaQuantile(0.5, wrong)).toThrow(RangeError);
      expect(() => gammaCdf(0.5, wrong)).toThrow(RangeError);
    }
  });

  it("[M16] gammaQuantile of large shapes approaches the expansion of Cornish and Fisher", () => {
    for (const a of [1e5, 1e6, 1e7]) {
      for (const p of [1e-6, 0.01, 0.5, 0.9, 0.999999]) {
        const z = normalQuantile(p);
        const s = 1 / Math.sqrt(a);
        // Abramowitz and Stegun 26.4.18 extended by the terms of order 1/sqrt(a) and 1/a.
        const expansion =
          a +
          z / s +
          (z * z - 1) / 3 +
          (s * (z ** 3 - 7 * z)) / 36 -
          (s * s * (6 * z ** 4 + 14 * z * z - 32)) / 1620;
        expect(relativeError(gammaQuantile(p, a), expansion, 0)).toBeLessThan(
          (40 * (1 + Math.abs(z) ** 5)) / a ** 2.5 + 1e-14,
        );
      }
    }
  });

  it("[M11] gammaQuantile rises over steps of 2^-36", () => {
    fc.assert(
      fc.property(share, shape, (p, a) => {
        const above = Math.min(p + p * 2 ** -36, 1 - 2 ** -53);
        expect(gammaQuantile(above, a)).toBeGreaterThanOrEqual(gammaQuantile(p, a));
      }),
      runs,
    );
  });

  it("[M15] gammaCdf is within a relative error of 1e-12", () => {
    expect(worst(gammaCdfValues, gammaCdf)).toBeLessThan(1e-12);
  });

  // For an integer shape n the upper tail is that of a Poisson count: e^-x (1 + x + ... + x^(n-1)/(n-1)!).
  it("[M15] gammaCdf is the tail of a Poisson count for integer shapes", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.double({ min: 0.01, max: 80, noNaN: true }), (n, x) => {
        let term = Math.exp(-x);
        let upper = 0;
        for (let k = 0; k < n; k++) {
          upper += term;
          term *= x / (k + 1);
        }
        expect(Math.abs(gammaCdf(x, n) - (1 - upper))).toBeLessThan(1e-14);
      }),
      runs,
    );
    expect([gammaCdf(0, 2), gammaCdf(-1, 2), gammaCdf(1 / 0, 2), gammaCdf(Number.NaN, 2)]).toEqual([
      0,
      0,
      1,
      Number.NaN,
    ]);
  });
});
