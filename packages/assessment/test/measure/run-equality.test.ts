import { describe, expect, it } from "vitest";
import { assess } from "../../src/assess.ts";
import type { EqualityDefinition } from "../../src/findings.ts";
import { equalityDefinitions } from "../../src/findings.ts";
import { equalityDeclarations } from "../../src/measure/equality.ts";
import { shareInterval } from "../../src/measure/figure.ts";
import { obstacleStudy } from "../small-study.ts";

/** The partner's watch holds a second unit and may act too; every task needs two, for longer than half its time. */
const shared = obstacleStudy({
  need: 2,
  takes: "3 h",
  place: "state: OWN, access: open",
  holdings: "\n  guests: {of: watch, what: unit, quantity: 1, at: home, assumption: true}",
  actsThrough: "[team, watch]",
  mechanisms:
    "  cell: {name: {ja: 調整所, en: Cell}, between: [OWN, OTHER], unlocks: {cell: {handles: 9}}, assumption: true}",
});

const found = assess(shared, { causes: false });

function numbers(definition: EqualityDefinition): Readonly<Record<string, number>> {
  const finding = found.equality.find((one) => one.definition === definition);
  return Object.fromEntries((finding?.byParty ?? []).map(({ party, figure }) => [party, figure.value]));
}

describe("equality", () => {
  it("[E1] shares out the decisions answered", () => {
    expect(numbers("decision")).toEqual({
      OTHER: expect.closeTo(1 / 3, 12),
      OWN: expect.closeTo(2 / 3, 12),
    });
  });

  it("[E4] shares out the hazard met", () => {
    expect(numbers("risk")).toEqual({ OTHER: 0.5, OWN: 0.5 });
  });

  it("[S3, E1, E4] cuts the intervals of shares at 0 and 1, and leaves no interval none", () => {
    expect(shareInterval({ mean: 0.9, low: 0.7, high: 1.2 })).toEqual({ mean: 0.9, low: 0.7, high: 1 });
    expect(shareInterval({ mean: 0.1, low: -0.2, high: 0.4 })).toEqual({ mean: 0.1, low: 0, high: 0.4 });
    expect(shareInterval({ mean: 0.5, low: Number.NaN, high: Number.NaN }).low).toBeNaN();
    for (const one of found.equality.filter(({ definition }) => ["decision", "risk"].includes(definition)))
      for (const { figure } of one.byParty) expect(figure.low < 0 || figure.high > 1).toBe(false);
  });

  it("[E5] compares hours on scene with hours held", () => {
    // Three tasks of three hours each in thirty days of one unit.
    expect(numbers("contribution-capacity")["OWN"]).toBeCloseTo(9 / 720, 12);
    expect(numbers("contribution-capacity")["OTHER"]).toBeCloseTo(9 / 720, 12);
  });

  it("[E6] compares value delivered with value for a party's own people", () => {
    const { OWN, OTHER } = numbers("contribution-benefit");
    const delivered = found.roles[0]?.cells.map((cell) => cell.delivered.value) ?? [];

    expect(found.baseline.domains[0]?.effectiveness.refused.value).toBe(1);
    expect(OTHER).toBeNaN();
    expect(OWN).toBeCloseTo(delivered[0] as number, 12);
    expect(delivered.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  it("[E7] states by domain what is lost without each party", () => {
    const lost = found.equality.filter((one) => one.definition === "substitutability");

    expect(lost.map((one) => one.domain)).toEqual(["D1"]);
    expect(numbers("substitutability")).toEqual({ OTHER: 0.5, OWN: 0.5 });
    expect(lost[0]?.byParty[0]?.figure.run).toBe("baseline/in-force/refused/without-OTHER");
  });

  it("[E1, E2, E3, E4, E5, E6, E7, E8, E9] shows every definition with its declaration and what each party wants", () => {
    expect(found.equality.map((one) => one.definition)).toEqual(equalityDefinitions);
    for (const { definition, kind, direction, linear } of found.equality)
      expect(equalityDeclarations[definition]).toMatchObject({ kind, direction, linear });
    expect(found.equality[0]?.byParty.map(({ want }) => want)).toEqual([undefined, "own-lead"]);
  });
});
