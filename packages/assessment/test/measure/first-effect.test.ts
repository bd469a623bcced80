import { timeBin, timeBins } from "@shikumi/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { binEdge, binnedQuantile } from "../../src/measure/first-effect.ts";

function binsOf(ticks: readonly number[]): Float64Array {
  const bins = new Float64Array(timeBins);
  for (const time of ticks) bins[timeBin(time)] = (bins[timeBin(time)] as number) + 1;
  return bins;
}

const times = fc.array(fc.integer({ min: 0, max: 2_000_000_000 }), { minLength: 1, maxLength: 50 });

describe("first effect", () => {
  it("[S4] bins lie between their edges", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_147_483_646 }), (ticks) => {
        const bin = timeBin(ticks);

        expect(binEdge(bin)).toBeLessThanOrEqual(ticks);
        expect(binEdge(bin + 1)).toBeGreaterThan(ticks);
      }),
    );
  });

  it("[S4] quantiles lie within a quarter octave of the order statistic", () => {
    fc.assert(
      fc.property(times, fc.double({ min: 0, max: 1, noNaN: true }), (sample, p) => {
        const sorted = [...sample].sort((a, b) => a - b);
        const rank = Math.max(1, Math.ceil(p * sorted.length));
        const exact = (sorted[rank - 1] as number) / 2048;

        const found = binnedQuantile(binsOf(sample), p);

        expect(found).toBeGreaterThanOrEqual(exact / 1.2500001);
        expect(found).toBeLessThanOrEqual(exact * 1.2500001 + 1 / 2048);
      }),
    );
  });

  it("[S4] quantiles of no times are NaN, and of effects at once 0", () => {
    expect(binnedQuantile(binsOf([]), 0.5)).toBeNaN();
    expect(binnedQuantile(binsOf([0, 0, 0]), 0.9)).toBe(0);
  });
});
