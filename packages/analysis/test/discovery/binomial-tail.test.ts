import { describe, expect, it } from "vitest";
import { binomialTail, holmAdjusted, hypergeometricTail } from "../../src/discovery/binomial-tail.ts";
import { kolmogorovTail } from "../../src/discovery/separation-scores.ts";

describe("tests of boxes", () => {
  // (45 + 10 + 1) ÷ 1024.
  it("[D10] has the binomial tail of 8 or more of 10 at one half, and its ends", () => {
    expect(binomialTail(8, 10, 0.5)).toBeCloseTo(56 / 1024, 12);
    expect(binomialTail(3, 10, 0.5)).toBeCloseTo(1 - 56 / 1024, 12);
    expect([binomialTail(0, 5, 0.3), binomialTail(2, 5, 1), binomialTail(2, 5, 0)]).toEqual([1, 1, 0]);
    expect(binomialTail(5, 5, 0.2)).toBeCloseTo(0.00032, 14);
  });

  it("[D10] adds up the terms for any trials", () => {
    const trials = 13;
    const term = (k: number): number => {
      let choose = 1;
      for (let at = 0; at < k; at++) choose = (choose * (trials - at)) / (at + 1);
      return choose * 0.35 ** k * 0.65 ** (trials - k);
    };
    let tail = 0;
    for (let k = trials; k >= 1; k--) {
      tail += term(k);
      expect(binomialTail(k, trials, 0.35)).toBeCloseTo(tail, 11);
    }
  });

  // R. A. Fisher, "The Design of Experiments" (1935), ch. II: of eight cups four are told, three or more of them right: 17 of 70 ways.
  it("[D10] has the hypergeometric tail of the lady tasting tea", () => {
    expect(hypergeometricTail(3, 4, 4, 8)).toBeCloseTo(17 / 70, 12);
    expect(hypergeometricTail(4, 4, 4, 8)).toBeCloseTo(1 / 70, 12);
    expect(hypergeometricTail(1, 4, 4, 8)).toBeCloseTo(69 / 70, 12);
    expect([hypergeometricTail(0, 4, 4, 8), hypergeometricTail(5, 4, 4, 8)]).toEqual([1, 0]);
  });

  // Three p-values 0.01, 0.04, 0.03: 0.01 × 3, then 0.03 × 2, then 0.04 × 1 raised to the one before.
  it("[D10] adjusts p-values by Holm", () => {
    expect(holmAdjusted([0.01, 0.04, 0.03])).toEqual([0.03, 0.06, 0.06]);
    expect(holmAdjusted([0.5, 0.9])).toEqual([1, 1]);
    expect(holmAdjusted([])).toEqual([]);
  });

  // N. Smirnov, "Table for estimating the goodness of fit of empirical distributions" (1948): critical values of the Kolmogorov distribution.
  it("[D10] has Kolmogorov's distribution", () => {
    for (const [x, tail] of [
      [1.2238, 0.1],
      [1.3581, 0.05],
      [1.6276, 0.01],
    ] as const) {
      expect(kolmogorovTail(x)).toBeCloseTo(tail, 4);
    }
    expect(kolmogorovTail(1.18 - 1e-12)).toBeCloseTo(kolmogorovTail(1.18), 10);
    expect([kolmogorovTail(0), kolmogorovTail(0.1)]).toEqual([1, 1]);
  });
});
