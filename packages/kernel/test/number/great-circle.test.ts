import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { earthRadiusKm, greatCircleKm } from "../../src/number/great-circle.ts";
import { shortestKm } from "../../src/number/network.ts";

const latitude = fc.double({ min: -90, max: 90, noNaN: true });
const longitude = fc.double({ min: -180, max: 180, noNaN: true });

describe("great circles", () => {
  it("[N5] span a quarter and a half of the circumference", () => {
    const half = Math.PI * earthRadiusKm;

    expect(greatCircleKm(0, 0, 90, 0)).toBeCloseTo(half / 2, 8);
    expect(greatCircleKm(0, 0, 0, 180)).toBeCloseTo(half, 8);
    expect(greatCircleKm(35, 139, 35, 139)).toBe(0);
  });

  // R. W. Sinnott's formula in the worked example of E. Williams, "Aviation Formulary": LAX to JFK is 0.623585 rad.
  it("[N5] agree with a published example", () => {
    const km = greatCircleKm(33 + 57 / 60, -(118 + 24 / 60), 40 + 38 / 60, -(73 + 47 / 60));

    expect(km / earthRadiusKm).toBeCloseTo(0.623585, 5);
  });

  it("[N5] cross the antimeridian the short way", () => {
    expect(greatCircleKm(0, 179.5, 0, -179.5)).toBeCloseTo(greatCircleKm(0, 0, 0, 1), 8);
  });

  it("[N5] are the same bits in both directions and keep to the triangle", () => {
    fc.assert(
      fc.property(latitude, longitude, latitude, longitude, latitude, longitude, (a, b, c, d, e, f) => {
        expect(greatCircleKm(a, b, c, d)).toBe(greatCircleKm(c, d, a, b));
        expect(greatCircleKm(a, b, c, d)).toBeLessThanOrEqual(
          // Near antipodes the haversine's asin is flat: there the last bit of its argument is 1e-4 km.
          greatCircleKm(a, b, e, f) + greatCircleKm(e, f, c, d) + 3e-4,
        );
      }),
    );
  });
});

describe("networks", () => {
  it("[N5] are crossed by the shortest sum of legs", () => {
    const legs = [
      { a: 0, b: 1, km: 4 },
      { a: 1, b: 2, km: 4 },
      { a: 2, b: 0, km: 9 },
      { a: 3, b: 4, km: 1 },
    ];

    expect(shortestKm(legs, 0, 2)).toBe(8);
    expect(shortestKm(legs, 2, 0)).toBe(8);
    expect(shortestKm(legs, 0, 4)).toBeNaN();
    expect(shortestKm([], 1, 1)).toBe(0);
  });

  it("[N5] agree with trying every path", () => {
    const leg = fc.record({ a: fc.nat(4), b: fc.nat(4), km: fc.integer({ min: 0, max: 50 }) });

    fc.assert(
      fc.property(fc.array(leg, { maxLength: 9 }), (legs) => {
        const best = new Map<number, number>([[0, 0]]);
        for (let round = 0; round < 5; round++) {
          for (const { a, b, km } of legs) {
            for (const [from, to] of [
              [a, b],
              [b, a],
            ] as const) {
              const through = (best.get(from) ?? Number.POSITIVE_INFINITY) + km;
              if (through < (best.get(to) ?? Number.POSITIVE_INFINITY)) best.set(to, through);
            }
          }
        }
        for (let to = 0; to < 5; to++) expect(shortestKm(legs, 0, to)).toBe(best.get(to) ?? Number.NaN);
      }),
    );
  });
});
