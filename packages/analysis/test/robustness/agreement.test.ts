import { AnalysisError } from "@shikumi/analysis/frame";
import {
  agreementOf,
  type ConsentRule,
  cubeOf,
  leaveOutcomes,
  type OutcomeCube,
  type Party,
} from "@shikumi/analysis/robustness";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const cubeFrom = (rows: readonly (readonly number[])[], direction: "more" | "less" = "more"): OutcomeCube =>
  cubeOf(
    { id: "d", rows: rows[0]?.length ?? 0 },
    rows.map((_, at) => "ABCDEF"[at] as string),
    1,
    Float64Array.from(rows.flat()),
    direction,
  );

const status = { kind: "alternative", index: 0 } as const;

/** Present state A and two reforms. North: effect, more is better. South: burden, less is better. */
const north: Party = {
  name: "north",
  cube: cubeFrom([
    [2, 2, 2, 2],
    [4, 4, 1, 3],
    [9, 9, 9, 1],
  ]),
  fallback: status,
};
const south: Party = {
  name: "south",
  cube: cubeFrom(
    [
      [5, 5, 5, 5],
      [5, 4, 5, 2],
      [9, 9, 9, 1],
    ],
    "less",
  ),
  fallback: status,
};

const margins = (rule: ConsentRule): number[][] =>
  agreementOf([north, south], rule).consents.map((each) => each.map(({ margin }) => margin));

describe("agreementOf", () => {
  // By hand. North's means: 2, 3, 7; gains of B 2 2 −1 1, of C 7 7 7 −1. South's: 5, 4, 7; gains of B 0 1 0 3, of C −4 −4 −4 4.
  it("[R17] agrees with the table worked by hand", () => {
    const mean = agreementOf([north, south], { kind: "mean" });

    expect(margins({ kind: "mean" })).toEqual([
      [0, 0],
      [1, 1],
      [5, -2],
    ]);
    expect(mean.agreed).toEqual([0, 1]);
    expect(mean.efficient).toEqual([1, 2]);
    expect(mean.agreedEfficient).toEqual([1]);
    expect(mean.consents[2]?.[1]).toMatchObject({ party: "south", agrees: false, compensation: 2 });
    expect(mean.futures).toEqual([4, 4]);
    expect(margins({ kind: "share", share: 0.75 })).toEqual([
      [0.25, 0.25],
      [0, 0.25],
      [0, -0.5],
    ]);
    // Worst future: north's B 1 − 2, C 1 − 2; south's B 5 against 5, C 9 against 5.
    expect(margins({ kind: "quantile", p: 0 })).toEqual([
      [0, 0],
      [-1, 0],
      [-1, -4],
    ]);
    // South's gains of C are −4 −4 −4 4: three of four futures must come up to 0.
    expect(agreementOf([north, south], { kind: "share", share: 0.75 }).consents[2]?.[1]?.compensation).toBe(
      4,
    );
  });

  it("[R17] says when it is sure", () => {
    const steady = cubeFrom([
      Array.from({ length: 40 }, () => 1),
      Array.from({ length: 40 }, (_, at) => 2 + (at % 2)),
      Array.from({ length: 40 }, (_, at) => (at % 2 === 0 ? 4 : -1.9)),
    ]);
    const party: Party = { name: "north", cube: steady, fallback: status };
    const mean = agreementOf([party], { kind: "mean" });

    expect(mean.agreed).toEqual([0, 1, 2]);
    expect(mean.surelyAgreed).toEqual([0, 1]);
    expect(agreementOf([party], { kind: "quantile", p: 0.5 }).consents[1]?.[0]?.interval).toMatchObject({
      kind: "bootstrap",
      low: 1,
      high: 2,
    });
    expect(agreementOf([party], { kind: "quantile", p: 0.05 }).consents[1]?.[0]?.interval).toMatchObject({
      reason: "extreme",
    });
    expect(agreementOf([party], { kind: "share", share: 0.4 }).consents[2]?.[0]).toMatchObject({
      agrees: true,
      isSure: false,
    });
    expect(
      agreementOf([{ ...party, cube: cubeFrom([[Number.NaN]]), fallback: status }], { kind: "mean" }).agreed,
    ).toEqual([]);
  });

  it("[R17] is accepted by whoever falls back to it, and by all whose level is met", () => {
    const rules: readonly ConsentRule[] = [
      { kind: "mean" },
      { kind: "quantile", p: 0.2 },
      { kind: "share", share: 1 },
    ];
    for (const rule of rules) expect(agreementOf([north, south], rule).agreed).toContain(0);
    const level = agreementOf([{ ...south, fallback: { kind: "level", value: 4 } }], { kind: "mean" });

    expect(level.consents.map(([consent]) => consent?.margin)).toEqual([-1, 0, -3]);
  });

  it("[R17] names the least compensation: with it the party agrees, with less it does not", () => {
    const values = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 6, maxLength: 6 });
    const rule = fc.constantFrom<ConsentRule>(
      { kind: "mean" },
      { kind: "quantile", p: 0.3 },
      { kind: "share", share: 0.5 },
      { kind: "share", share: 0.7 },
    );
    fc.assert(
      fc.property(
        values,
        values,
        rule,
        fc.constantFrom<"more" | "less">("more", "less"),
        (present, reform, by, direction) => {
          const consentTo = (paid: number): boolean => {
            const added = direction === "more" ? paid : -paid;
            const cube = cubeFrom([present, reform.map((value) => value + added)], direction);
            return agreementOf([{ name: "p", cube, fallback: status }], by).consents[1]?.[0]?.agrees === true;
          };
          const first = agreementOf(
            [{ name: "p", cube: cubeFrom([present, reform], direction), fallback: status }],
            by,
          ).consents[1]?.[0];
          const needed = first?.compensation as number;

          expect(needed).toBeGreaterThanOrEqual(0);
          expect(consentTo(needed + 1e-9)).toBe(true);
          expect(needed === 0 ? first?.agrees === true : !consentTo(needed - 1e-6)).toBe(true);
        },
      ),
    );
  });

  it("[R17] refuses parties of different frames, fallbacks that are not there and rules out of range", () => {
    expect(() => agreementOf([], { kind: "mean" })).toThrow(AnalysisError);
    expect(() =>
      agreementOf([north, { ...south, cube: { ...south.cube, designId: "e" } }], { kind: "mean" }),
    ).toThrow(/designs d and e/);
    expect(() =>
      agreementOf([north, { ...south, cube: cubeFrom([[1, 2, 3, 4]]) }], { kind: "mean" }),
    ).toThrow(/different alternatives/);
    expect(() =>
      agreementOf([{ ...north, fallback: { kind: "alternative", index: 3 } }], { kind: "mean" }),
    ).toThrow(/alternative 3 of 3/);
    expect(() =>
      agreementOf([{ ...north, fallback: { kind: "level", value: Number.NaN } }], { kind: "mean" }),
    ).toThrow(/falls back to NaN/);
    expect(() => agreementOf([north], { kind: "share", share: 0 })).toThrow(/out of range/);
  });
});

describe("leaveOutcomes", () => {
  it("[R18] marks the futures in which a party gets less than its fallback", () => {
    const holed: Party = {
      ...south,
      cube: { ...south.cube, values: south.cube.values.map((value, at) => (at === 1 ? Number.NaN : value)) },
    };
    const outcomes = leaveOutcomes([north, holed]);

    expect(outcomes.map(({ name }) => name)).toEqual([
      "A / north",
      "B / north",
      "C / north",
      "A / south",
      "B / south",
      "C / south",
    ]);
    expect(outcomes.map(({ values }) => [...values])).toEqual([
      [0, 0, 0, 0],
      [0, 0, 1, 0],
      [0, 0, 0, 1],
      [0, Number.NaN, 0, 0],
      [0, Number.NaN, 0, 0],
      [1, Number.NaN, 1, 0],
    ]);
    expect(outcomes.every(({ designId }) => designId === "d")).toBe(true);
  });
});
