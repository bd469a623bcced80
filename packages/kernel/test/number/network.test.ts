import { describe, expect, it } from "vitest";
import { greatCircleKm } from "../../src/number/great-circle.ts";
import { positionOf, travelTable } from "../../src/number/network.ts";
import { miniStudy } from "../rules/mini-study.ts";

const seas = `
places:
  west: {at: 0 N 170 E}
  line: {at: 0 N 179 E}
  east: {at: 0 N 175 W}
  cove: {at: 1 N 175 W, inside: east}
  pier: {inside: cove}
  inland: {at: 5 N 5 E}
  lost: {}
routes:
  a: {joins: [west, line]}
  b: {joins: [line, east], closed: {future: shut}, assumption: true}
  c: {joins: [west, east], length: 9000 km, assumption: true}
uncertainties: {shut: {values: {discrete: {0: 1, 1: 1}}, assumption: true}}
`;

describe("the travel table", () => {
  const study = miniStudy(seas);
  const km = (mode: "air" | "sea" | "road", from: string, to: string, shut = 0, text = study): number => {
    const table = travelTable(text, new Map([["shut", shut]]));
    return table[mode][table.places.indexOf(from) * table.places.length + table.places.indexOf(to)] as number;
  };

  it("[N5] goes by sea along the legs, across the antimeridian", () => {
    const direct = greatCircleKm(0, 170, 0, -175);

    expect(km("sea", "west", "east")).toBeCloseTo(direct, 6);
    expect(direct).toBeCloseTo(15 * 111.195, 0);
    expect(km("sea", "east", "west")).toBeCloseTo(direct, 6);
  });

  it("[N5] goes round a closed leg, and nowhere without a leg", () => {
    expect(km("sea", "west", "east", 0.5)).toBe(9000);
    expect(km("sea", "line", "east", 1)).toBeCloseTo(9000 + greatCircleKm(0, 170, 0, 179), 6);
    expect(km("sea", "west", "inland")).toBeNaN();
    expect(km("sea", "inland", "inland")).toBe(0);
  });

  it("[N5] lets a place stand for the nearest region around it that has a leg", () => {
    expect(km("sea", "west", "pier")).toBe(km("sea", "west", "east"));
    expect(km("sea", "cove", "east")).toBe(greatCircleKm(1, -175, 0, -175));
    expect(positionOf(study, "pier")).toEqual({ latitude: 1, longitude: -175 });
  });

  it("[N5] goes by air and, where the study has no road, by road along the great circle", () => {
    expect(km("air", "west", "inland")).toBe(greatCircleKm(0, 170, 5, 5));
    expect(km("road", "west", "inland")).toBe(km("air", "west", "inland"));
    expect(km("air", "west", "lost")).toBeNaN();
    expect(km("air", "lost", "lost")).toBe(0);
    const roads = miniStudy(seas.replace("routes:", "routes:\n  r: {joins: [west, line], mode: road}"));
    expect(km("road", "west", "inland", 0, roads)).toBeNaN();
    expect(km("road", "west", "line", 0, roads)).toBe(greatCircleKm(0, 170, 0, 179));
  });
});
