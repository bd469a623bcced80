import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  distributionCodes,
  inverse,
  meanOf,
  observedIndex,
  observedMean,
  weightedIndex,
  weightedMean,
} from "../../src/number/inverse.ts";

const share = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });

/** Parameters of one member of each scalar family. */
const members = {
  fixed: [3, 0, 0],
  uniform: [2, 6, 0],
  triangular: [1, 2, 6],
  normal: [10, 2, 0],
  lognormal: [4, 0.5, 0],
  exponential: [5, 0, 0],
  gamma: [6, 2.5, 0],
  weibull: [3, 1.7, 0],
} as const;

describe("quantiles", () => {
  // R's own definitions at simple points: medians and quartiles that follow by hand.
  it("[N2] agree with closed forms", () => {
    expect(inverse(distributionCodes.fixed, 3, 0, 0, 0.9)).toBe(3);
    expect(inverse(distributionCodes.uniform, 2, 6, 0, 0.25)).toBe(3);
    // (x - 1)² / (5 × 1) = 0.2 at the mode 2; above it 1 - (6 - x)² / (5 × 4) = 0.8 at x = 4.
    expect(inverse(distributionCodes.triangular, 1, 2, 6, 0.2)).toBeCloseTo(2, 12);
    expect(inverse(distributionCodes.triangular, 1, 2, 6, 0.8)).toBeCloseTo(4, 12);
    expect(inverse(distributionCodes.triangular, 4, 4, 4, 0.3)).toBe(4);
    // qnorm(0.975) = 1.959963984540054.
    expect(inverse(distributionCodes.normal, 10, 2, 0, 0.975)).toBeCloseTo(13.919927969080108, 12);
    expect(inverse(distributionCodes.normal, 1, 2, 0, 0.025)).toBe(0);
    expect(inverse(distributionCodes.lognormal, 4, 0.5, 0, 0.5)).toBeCloseTo(4, 12);
    expect(inverse(distributionCodes.exponential, 5, 0, 0, 0.5)).toBeCloseTo(5 * Math.LN2, 12);
    // Shape 1 is the exponential.
    expect(inverse(distributionCodes.gamma, 5, 1, 0, 0.5)).toBeCloseTo(5 * Math.LN2, 10);
    expect(inverse(distributionCodes.gamma, 0, 2, 0, 0.5)).toBe(0);
    expect(inverse(distributionCodes.weibull, 3, 1, 0, 0.5)).toBeCloseTo(3 * Math.LN2, 12);
    expect(inverse(distributionCodes.weibull, 3, 2, 0, 1 - Math.exp(-4))).toBeCloseTo(6, 10);
  });

  it.each(Object.entries(members))("[N2] of the %s family never fall as u rises", (family, [p0, p1, p2]) => {
    const code = distributionCodes[family as keyof typeof members];

    fc.assert(
      fc.property(share, share, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        expect(inverse(code, p0, p1, p2, low)).toBeLessThanOrEqual(inverse(code, p0, p1, p2, high));
      }),
    );
  });

  it("[N2] choose from lists by position and by weight", () => {
    expect([0.01, 0.34, 0.67, 0.999].map((u) => observedIndex(3, u))).toEqual([0, 1, 2, 2]);
    expect([0.1, 0.25, 0.6, 0.76].map((u) => weightedIndex([9, 1, 2, 1], 1, 3, u))).toEqual([0, 1, 1, 2]);
    expect(weightedIndex([0, 0], 0, 2, 0.1)).toBe(1);
  });

  it("[N2] refuse a code without scalar parameters", () => {
    expect(() => inverse(distributionCodes.discrete, 0, 0, 0, 0.5)).toThrow(RangeError);
    expect(() => meanOf(distributionCodes.observed, 0, 0, 0)).toThrow(RangeError);
  });
});

describe("means", () => {
  it.each(Object.entries(members))(
    "[N3] of the %s family equal the average over its quantiles",
    (family, [p0, p1, p2]) => {
      const code = distributionCodes[family as keyof typeof members];
      const steps = 20_000;
      let sum = 0;
      for (let i = 0; i < steps; i++) sum += inverse(code, p0, p1, p2, (i + 0.5) / steps);

      expect(sum / steps / meanOf(code, p0, p1, p2)).toBeCloseTo(1, 3);
    },
  );

  it("[N3] of lists are those of their values", () => {
    expect(observedMean([9, 1, 2, 6], 1, 3)).toBe(3);
    expect(weightedMean([1, 5], [3, 1], 0, 2)).toBe(2);
    expect(weightedMean([1, 5], [0, 0], 0, 2)).toBe(0);
  });
});
