import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hoursOf, never, tickAfter, ticksOf } from "../../src/number/ticks.ts";

describe("ticks", () => {
  it("[N1] round half up and stay within bounds", () => {
    const half = 0.5 / 2048;

    expect([0, half, half * 0.999, 1, 24].map(ticksOf)).toEqual([0, 1, 0, 2048, 49_152]);
    expect([-3, Number.NaN, Number.POSITIVE_INFINITY, 1e9].map(ticksOf)).toEqual([0, 0, never, never]);
    expect(ticksOf((never - 1) / 2048)).toBe(never - 1);
  });

  it("[N1] convert back exactly", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: never - 1 }), (ticks) => {
        expect(ticksOf(hoursOf(ticks))).toBe(ticks);
      }),
    );
  });

  it("[N1] add up to never and no further", () => {
    expect(tickAfter(5, 7)).toBe(12);
    expect(tickAfter(never - 1, 1)).toBe(never);
    expect(tickAfter(never, never)).toBe(never);
  });
});
