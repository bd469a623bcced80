import { estimateRatio } from "@shikumi/analysis";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packageAddress, ratioDifference, shareFigure } from "../../src/measure/figure.ts";

const clusters = fc.array(
  fc.record({
    a: fc.double({ min: 0, max: 100, noNaN: true }),
    c: fc.double({ min: 0, max: 100, noNaN: true }),
    demand: fc.double({ min: 0.5, max: 100, noNaN: true }),
  }),
  { minLength: 2, maxLength: 20 },
);

describe("ratioDifference", () => {
  it("[S5] of equal ratios is exactly 0 with an interval of length 0", () => {
    const delivered = Float64Array.of(1, 5, 2);
    const demanded = Float64Array.of(10, 20, 7);

    const difference = ratioDifference([delivered, demanded], [delivered.slice(), demanded.slice()]);

    expect(difference).toEqual({ mean: 0, low: 0, high: 0 });
  });

  it("[S5] with one demand is the ratio estimate of the paired differences", () => {
    fc.assert(
      fc.property(clusters, (rows) => {
        const a = Float64Array.from(rows, (row) => row.a);
        const c = Float64Array.from(rows, (row) => row.c);
        const demand = Float64Array.from(rows, (row) => row.demand);

        const difference = ratioDifference([a, demand], [c, demand]);

        const paired = estimateRatio(
          a.map((value, k) => value - (c[k] as number)),
          demand,
        );
        expect(difference.mean).toBeCloseTo(paired.mean, 9);
        expect(difference.high - difference.low).toBeCloseTo(paired.high - paired.low, 6);
      }),
    );
  });

  it("[S3] of a single cluster has no interval", () => {
    const difference = ratioDifference(
      [Float64Array.of(3), Float64Array.of(4)],
      [Float64Array.of(1), Float64Array.of(4)],
    );

    expect(difference.mean).toBe(0.5);
    expect(difference.low).toBeNaN();
  });

  it("[S5] refuses clusters that do not pair", () => {
    const one = Float64Array.of(1);

    expect(() => ratioDifference([one, one], [one, Float64Array.of(1, 2)])).toThrow(RangeError);
  });
});

describe("shareFigure", () => {
  it("[S3] cuts an interval at the ends of what a share can be", () => {
    const place = { id: "x", run: "study" };

    expect(shareFigure(place, { mean: 0.9, low: 0.7, high: 1.1 })).toMatchObject({ low: 0.7, high: 1 });
    expect(shareFigure(place, { mean: 0.1, low: -0.1, high: 0.3 })).toMatchObject({ low: 0, high: 0.3 });
    expect(shareFigure(place, { mean: 0.1, low: Number.NaN, high: Number.NaN }).low).toBeNaN();
  });
});

describe("packageAddress", () => {
  it("[S1] names the mode where it is not in force", () => {
    expect(packageAddress({ package: "M", mode: "in-force" })).toBe("M");
    expect(packageAddress({ package: "M", mode: "timed" })).toBe("M/timed");
  });
});
