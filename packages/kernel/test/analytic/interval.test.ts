import { normalQuantile } from "@shikumi/core/math";
import { nameOfParts, uniform } from "@shikumi/core/random";
import { describe, expect, it } from "vitest";
import {
  batchesOf,
  controlledRatioOf,
  expectAgreement,
  halfWidth,
  meanOf,
  ratioOf,
  studentQuantile,
  varianceOf,
} from "./interval.ts";

/** Normal values of mean 10 and deviation 1. */
function sample(size: number, name: string): number[] {
  return Array.from({ length: size }, (_, i) => 10 + normalQuantile(uniform(nameOfParts(name, i))));
}

describe("intervals", () => {
  // Table 26.10 of Abramowitz and Stegun 1964.
  it("[A1] use Student's quantiles", () => {
    expect(studentQuantile(0.995, 30)).toBeCloseTo(2.75, 3);
    expect(studentQuantile(0.995, 60)).toBeCloseTo(2.66, 3);
    expect(studentQuantile(0.9995, 40)).toBeCloseTo(3.551, 3);
    expect(studentQuantile(0.975, 120)).toBeCloseTo(1.98, 3);
  });

  it("[A1] agree with what is right and with nothing five per cent off", () => {
    const comparison = (size: number, exact: number) => ({
      of: "mean",
      estimate: meanOf(sample(size, "a")),
      exact,
    });

    expectAgreement([comparison(1000, 10)]);
    expect(() => expectAgreement([comparison(1000, 10.5)])).toThrow();
    expect(() => expectAgreement([comparison(1000, 9.5)])).toThrow();
    // Too few to tell.
    expect(() => expectAgreement([comparison(40, 10)])).toThrow();
    expect(() => expectAgreement([])).toThrow();
  });

  it("[A1] hold the true value in 99 of 100 samples", () => {
    const values = Array.from({ length: 2000 }, (_, i) => sample(40, `sample ${i}`));
    const covered = values.filter((value) => {
      const estimate = meanOf(value);
      return Math.abs(estimate.value - 10) <= halfWidth(estimate, 1);
    }).length;

    expect(covered / 2000).toBeGreaterThan(0.983);
    expect(covered / 2000).toBeLessThan(0.997);
  });

  it("[A1] get narrower, and stay right, by controls that explain part of the chance", () => {
    const shared = sample(400, "shared").map((value) => value - 10);
    const other = sample(400, "other").map((value) => value - 10);
    const own = sample(400, "own");
    const below = own.map(() => 1);
    const values = own.map((value, i) => value + 3 * (shared[i] as number) - 2 * (other[i] as number));
    const plain = ratioOf(values, below);
    const controlled = controlledRatioOf(values, below, [shared, other]);

    expect(controlled.error).toBeCloseTo(1 / Math.sqrt(400), 2);
    expect(plain.error).toBeCloseTo(Math.sqrt(14 / 400), 1);
    expect(controlled.error).toBeLessThan(plain.error / 3);
    expect(Math.abs(controlled.value - meanOf(own).value)).toBeLessThan(0.01);
  });

  it("[A1] take ratios, variances and batches as their definitions say", () => {
    expect(ratioOf([2, 4, 6], [1, 2, 3])).toEqual({ value: 2, error: 0, freedom: 2 });
    expect(meanOf([1, 2, 3]).error).toBeCloseTo(1 / Math.sqrt(3), 12);
    expect(varianceOf([1, 3], 2).value).toBe(1);
    expect(batchesOf([1, 3, 5, 7, 9], 2)).toEqual([2, 6]);
  });
});
