import { describe, expect, it } from "vitest";
import { travelTable } from "../../../packages/kernel/src/number/network.ts";
import { flagship } from "./read-flagship.ts";

const table = travelTable(flagship, new Map());
const nauticalMileKm = 1.852;

function nauticalMiles(by: "sea" | "air", from: string, to: string): number {
  const [row, column] = [from, to].map((id) => table.places.indexOf(id));
  return (
    (table[by][(row ?? Number.NaN) * table.places.length + (column ?? Number.NaN)] ?? Number.NaN) /
    nauticalMileKm
  );
}

/** The larger ratio of two lengths, less one. */
function difference(a: number, b: number): number {
  return Math.max(a, b) / Math.min(a, b) - 1;
}

/**
 * The network is a few waypoints joined by great circles: it cuts corners and follows no traffic lanes. Two in a hundred is far below
 * the spread of speeds made good, and above what the publications differ by among themselves.
 */
const tolerance = 0.02;

describe("the sea network", () => {
  it.each([
    // U.S. Hydrographic Office, shortest practicable route (in W. L. Merry, "San Francisco and the Nicaragua Canal"). It crosses
    // the antimeridian.
    ["yokohama", "san-francisco", 4536],
    // "Meyers Reisebücher: Weltreise, Erster Teil": Naples to Suez 1,197, to Aden 2,505; Genoa to Naples 336, to Colombo 4,934.
    ["suez", "aden", 2505 - 1197],
    ["aden", "colombo", 4934 - 336 - 2505],
  ])("[RC-09] puts %s and %s as far apart as a published table, %i nautical miles", (from, to, published) => {
    expect(difference(nauticalMiles("sea", from, to), published)).toBeLessThan(tolerance);
  });

  it("[RC-09] goes from Yokohama to San Diego over the antimeridian, near the great circle", () => {
    const direct = nauticalMiles("air", "yokohama", "san-diego");
    const sailed = nauticalMiles("sea", "yokohama", "san-diego");

    expect(sailed).toBeGreaterThan(direct);
    expect(difference(sailed, direct)).toBeLessThan(tolerance);
    // Half the way round the Earth is 10,800 nautical miles; the other way round would be more.
    expect(sailed).toBeLessThan(10_800 / 2);
  });

  it("[RC-09] joins every port and sea of the study with every other", () => {
    const ends = [...new Set([...flagship.routes.values()].flatMap((route) => route.joins))];

    const unreached = ends.filter((end) => Number.isNaN(nauticalMiles("sea", "kure", end)));

    expect(unreached).toEqual([]);
    expect(nauticalMiles("sea", "kure", "gulf-of-aden")).toBe(nauticalMiles("sea", "gulf-of-aden", "kure"));
  });
});
