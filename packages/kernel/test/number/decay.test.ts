import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decayCodes } from "../../src/compile/codes.ts";
import { decayAt, decayIntegral } from "../../src/number/decay.ts";
import { never } from "../../src/number/ticks.ts";

const kinds = Object.entries(decayCodes);
const standard = 1000;
const expiry = 3000;
const halfLife = 400;

describe("decay", () => {
  it("[N4] has the value its kind says", () => {
    const at = (kind: number, x: number): number => decayAt(kind, x, standard, expiry, halfLife);

    expect(kinds.map(([, kind]) => at(kind, 1000))).toEqual([1, 1, 1, 1]);
    expect(kinds.map(([, kind]) => at(kind, 1400))).toEqual([1, 0, 0.8, 0.5]);
    expect(kinds.map(([, kind]) => at(kind, 3000))).toEqual([0, 0, 0, 0]);
  });

  it("[N4] never ends without an expiry, and never starts without a standard", () => {
    expect(decayAt(decayCodes.none, 5000, standard, never, 0)).toBe(1);
    expect(decayAt(decayCodes.linear, 5000, standard, never, 0)).toBe(1);
    expect(decayAt(decayCodes.step, 5000, never, never, 0)).toBe(1);
    expect(decayAt(decayCodes.step, 2000, expiry + 1, expiry, 0)).toBe(1);
    expect(decayAt(decayCodes.step, 3000, expiry + 1, expiry, 0)).toBe(0);
  });

  it.each(kinds)("[N4] of kind %s has the integral of its own values", (_, kind) => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), (x) => {
        let sum = 0;
        for (let t = 0; t < x; t++) sum += decayAt(kind, t + 0.5, standard, expiry, halfLife);
        expect(decayIntegral(kind, x, standard, expiry, halfLife)).toBeCloseTo(sum, 2);
      }),
      { numRuns: 30 },
    );
  });

  it.each(kinds)("[N4] of kind %s never rises", (_, kind) => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 0, max: 4000 }), (a, b) => {
        const early = decayAt(kind, Math.min(a, b), standard, expiry, halfLife);
        expect(decayAt(kind, Math.max(a, b), standard, expiry, halfLife)).toBeLessThanOrEqual(early);
      }),
    );
  });
});
