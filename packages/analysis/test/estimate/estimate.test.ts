import { normalQuantile } from "@shikumi/core/math";
import { child, indexName, nameOf, uniform } from "@shikumi/core/random";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  estimateMean,
  estimateRatio,
  quantile,
  studentQuantile,
  tailMean,
  wilsonInterval,
} from "../../src/index.ts";

/** Standard normal draws by name, so that the coverage tests are the same everywhere. */
const normal = (trial: number, index: number): number =>
  normalQuantile(uniform(child(child(nameOf("coverage"), indexName(trial)), indexName(index))));

describe("wilsonInterval", () => {
  // Newcombe, "Two-sided confidence intervals for the single proportion", Stat. Med. 17 (1998), table I: 81/263 and 15/148 by the score method.
  it("[A6] agrees with Newcombe's table", () => {
    const first = wilsonInterval(81, 263);
    const second = wilsonInterval(15, 148);

    expect([first.low, first.high].map((x) => x.toFixed(4))).toEqual(["0.2553", "0.3662"]);
    expect([second.low, second.high].map((x) => x.toFixed(4))).toEqual(["0.0624", "0.1605"]);
  });

  it("[A6] stays in [0, 1] and holds the share", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (trials, share) => {
          const successes = Math.floor(share * trials);
          const { low, high } = wilsonInterval(successes, trials);

          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(1);
          expect(low).toBeLessThanOrEqual(successes / trials + 1e-12);
          expect(high).toBeGreaterThanOrEqual(successes / trials - 1e-12);
        },
      ),
    );
  });
});

describe("studentQuantile", () => {
  // Closed forms: df 1: tan(π(p − 1/2)); df 2: (2p − 1)√(2 ÷ (4p(1 − p))). Table value of Abramowitz & Stegun 26.10 for df 10 and 30.
  it("[A7] agrees with closed forms and tables", () => {
    expect(studentQuantile(0.975, 1)).toBeCloseTo(12.706204736174694, 8);
    expect(studentQuantile(0.9, 2)).toBeCloseTo(0.8 * Math.sqrt(2 / 0.36), 9);
    expect(studentQuantile(0.975, 10).toFixed(3)).toBe("2.228");
    expect(studentQuantile(0.995, 30).toFixed(3)).toBe("2.750");
  });

  it("[A7] is odd about one half and tends to the normal quantile", () => {
    expect(studentQuantile(0.1, 7)).toBe(-studentQuantile(0.9, 7));
    expect(studentQuantile(0.975, 1e6)).toBeCloseTo(normalQuantile(0.975), 5);
  });
});

describe("estimateMean", () => {
  it("[A8] covers the true mean as often as it says", () => {
    let covered = 0;
    for (let trial = 0; trial < 2000; trial++) {
      const { low, high } = estimateMean(
        Float64Array.from({ length: 8 }, (_, index) => 3 + normal(trial, index)),
      );
      if (low <= 3 && 3 <= high) covered++;
    }

    // Binomial standard deviation of the share at 2,000 trials is 0.0049: four of them.
    expect(covered / 2000).toBeGreaterThan(0.93);
    expect(covered / 2000).toBeLessThan(0.97);
  });

  // By hand: variance 5/3, standard error √(5/12), and t(0.975; 3) = 3.182 446 (table of Abramowitz & Stegun 26.10: 3.182).
  it("[A8] agrees with an interval worked by hand", () => {
    const { low, high } = estimateMean(Float64Array.of(1, 2, 3, 4));

    expect(low).toBeCloseTo(2.5 - 3.182446 * Math.sqrt(5 / 12), 5);
    expect(high).toBeCloseTo(2.5 + 3.182446 * Math.sqrt(5 / 12), 5);
  });

  it("[A8] leaves missing clusters out and counts them", () => {
    const estimate = estimateMean(Float64Array.of(1, Number.NaN, 3));

    expect(estimate).toMatchObject({ mean: 2, used: 2, leftOut: 1 });
    expect(estimateMean(new Float64Array(0)).mean).toBeNaN();
    expect(estimateMean(Float64Array.of(5))).toMatchObject({ mean: 5, low: Number.NaN });
  });
});

describe("estimateRatio", () => {
  it("[A9] is exact for proportional pairs", () => {
    const below = Float64Array.of(1, 5, 2, 8);

    expect(
      estimateRatio(
        below.map((x) => x / 4),
        below,
      ),
    ).toMatchObject({ mean: 0.25, low: 0.25, high: 0.25, used: 4 });
    expect(estimateRatio(Float64Array.of(1), Float64Array.of(0)).mean).toBeNaN();
  });

  // By hand: residuals −4/3, −1/3, 5/3, so variance 7/3, standard error √(7/9) ÷ 2, and t(0.975; 2) = 4.302 653.
  it("[A9] agrees with an interval worked by hand", () => {
    const { mean, low, high } = estimateRatio(Float64Array.of(1, 2, 4), Float64Array.of(2, 2, 2));

    expect(mean).toBeCloseTo(7 / 6, 14);
    expect(high - low).toBeCloseTo(2 * 4.302653 * (Math.sqrt(7 / 9) / 2), 5);
  });

  it("[A9] covers the true ratio as often as it says", () => {
    let covered = 0;
    for (let trial = 0; trial < 2000; trial++) {
      const below = Float64Array.from({ length: 20 }, (_, index) => 10 + normal(trial, index));
      const above = below.map((x, index) => 0.4 * x + normal(trial, 100 + index));
      const { low, high } = estimateRatio(above, below);
      if (low <= 0.4 && 0.4 <= high) covered++;
    }

    expect(covered / 2000).toBeGreaterThan(0.93);
    expect(covered / 2000).toBeLessThan(0.97);
  });
});

describe("quantile", () => {
  // By hand: (n - 1)p = 2.25 lies a quarter of the way from 7 to 8, and 4.5 half-way from 8 to 10.
  it("[A10] agrees with the definition worked by hand", () => {
    const values = Float64Array.of(20, 3, 6, 7, 8, 8, 10, 13, 15, 16);

    expect([0.25, 0.5, 0, 1].map((p) => quantile(values, p))).toEqual([7.25, 9, 3, 20]);
    expect(quantile(new Float64Array(0), 0.5)).toBeNaN();
  });
});

describe("tailMean", () => {
  // By hand: the worst 15 % of ten values are the lowest and half of the next.
  it("[A11] counts the last value in part, and all of them at share 1", () => {
    const values = Float64Array.of(9, 8, 7, 6, 5, 4, 3, 2, 1, 0);

    expect(tailMean(values, 0.15)).toBeCloseTo(0.5 / 1.5, 14);
    expect(tailMean(values, 1)).toBeCloseTo(4.5, 14);
  });
});
