import { AnalysisError } from "@shikumi/analysis/frame";
import { cubeOf, type OutcomeCube, partyPreferences } from "@shikumi/analysis/robustness";
import { describe, expect, it } from "vitest";

const cubeFrom = (rows: readonly (readonly number[])[], direction: "more" | "less" = "more"): OutcomeCube =>
  cubeOf(
    { id: "d", rows: rows[0]?.length ?? 0 },
    rows.map((_, at) => "ABCDEF"[at] as string),
    1,
    Float64Array.from(rows.flat()),
    direction,
  );

/** North counts effect, south burden (less is better), both under packages A, B and C. */
const north = {
  name: "north",
  cube: cubeFrom([
    [2, 2, 2, 2],
    [4, 4, 1, 3],
    [9, 9, 9, 1],
  ]),
};
const south = {
  name: "south",
  cube: cubeFrom(
    [
      [5, 5, 5, 5],
      [5, 4, 5, 2],
      [9, 9, 9, 1],
    ],
    "less",
  ),
};

describe("partyPreferences", () => {
  // By hand. North's means 2, 3, 7, largest regrets 7, 8, 2; south's means 5, 4, 7, largest regrets 4, 1, 5.
  it("[R22] measures each party's regret against what is best for it, and tells who prefers what", () => {
    const { parties, divisions } = partyPreferences(
      [north, south],
      [{ id: "mean" }, { id: "minimax-regret" }],
    );

    expect(
      parties.map(({ scores }) => scores.map(({ scores: each }) => each.map(({ value }) => value))),
    ).toEqual([
      [
        [2, 3, 7],
        [7, 8, 2],
      ],
      [
        [5, 4, 7],
        [4, 1, 5],
      ],
    ]);
    expect(divisions.map(({ bestForAll }) => bestForAll)).toEqual([[], []]);
    expect(divisions[0]?.camps).toEqual([
      { best: [2], parties: ["north"] },
      { best: [1], parties: ["south"] },
    ]);
  });

  it("[R22] puts parties that prefer the same into one camp, ties included", () => {
    const west = { name: "west", cube: cubeFrom([[1], [4], [4]]) };
    const east = { name: "east", cube: cubeFrom([[7], [8], [8]]) };
    const inner = { name: "inner", cube: cubeFrom([[0], [3], [2]]) };
    const [division] = partyPreferences([west, inner, east], [{ id: "mean" }]).divisions;

    expect(division?.camps).toEqual([
      { best: [1, 2], parties: ["west", "east"] },
      { best: [1], parties: ["inner"] },
    ]);
    expect(division?.bestForAll).toEqual([1]);
  });

  it("[R22] takes floors of each party's own", () => {
    const { parties } = partyPreferences([north, south], (party) => [
      { id: "satisficing-share", floor: party === "north" ? 3 : 4 },
    ]);

    expect(parties.map(({ scores }) => scores[0]?.scores.map(({ value }) => value))).toEqual([
      [0, 0.75, 0.75],
      [0, 0.5, 0.25],
    ]);
  });

  it("[R22] refuses no parties, two of one name, cubes of different designs and criteria that do not pair", () => {
    const elsewhere = { name: "west", cube: { ...north.cube, designId: "other" } };

    for (const call of [
      () => partyPreferences([], [{ id: "mean" }]),
      () => partyPreferences([north, north], [{ id: "mean" }]),
      () => partyPreferences([north, elsewhere], [{ id: "mean" }]),
      () => partyPreferences([north, south], (party) => (party === "north" ? [{ id: "mean" }] : [])),
    ]) {
      expect(call).toThrow(AnalysisError);
    }
  });
});
