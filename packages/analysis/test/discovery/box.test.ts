import { type Box, measureBox, membersOf } from "@shikumi/analysis/discovery";
import { designOf, type Factor, outcomeOf } from "@shikumi/analysis/frame";
import { describe, expect, it } from "vitest";
import { wilsonInterval } from "../../src/estimate/wilson-interval.ts";

const factors: readonly Factor[] = [
  { kind: "real", name: "delay", low: 0, high: 10 },
  { kind: "category", name: "host", levels: ["refuses", "waits", "grants"] },
];
const design = designOf(factors, [Float64Array.of(1, 2, 3, 4, 5, 6), Float64Array.of(0, 1, 2, 0, 1, 2)]);
const outcome = outcomeOf(design, "failures", Float64Array.of(0, 9, 9, 0, 9, Number.NaN));
const interest = { kind: "at-least", threshold: 5 } as const;
const box: Box = {
  limits: [
    { factor: "delay", kind: "range", low: 2, high: 5 },
    { factor: "host", kind: "levels", levels: ["waits", "refuses"] },
  ],
};

describe("boxes", () => {
  it("[D7] hold the rows that meet every limit, ends included, on any design with the same factors", () => {
    expect([...membersOf(box, design)]).toEqual([0, 1, 0, 1, 1, 0]);
    expect([...membersOf({ limits: [] }, design)]).toEqual([1, 1, 1, 1, 1, 1]);

    const other = designOf(
      [
        { kind: "category", name: "host", levels: ["grants", "asks", "waits"] },
        { kind: "real", name: "delay", low: 0, high: 99 },
      ],
      [Float64Array.of(0, 1, 2, 2), Float64Array.of(3, 3, 3, 50)],
    );
    expect([...membersOf(box, other)]).toEqual([0, 0, 1, 0]);
    const lacking = designOf([factors[1] as Factor], [Float64Array.of(0)]);
    expect(() => membersOf(box, lacking)).toThrow(/limits "delay"/);
    const kinds = designOf(
      [{ kind: "real", name: "host", low: 0, high: 1 }, factors[0] as Factor],
      [Float64Array.of(0), Float64Array.of(1)],
    );
    expect(() => membersOf(box, kinds)).toThrow(/limits "host" by levels/);
  });

  // Five usable rows, three of interest (1, 2, 4); the box holds rows 1, 3, 4, of which 1 and 4 are of interest.
  it("[D8] are measured by coverage 2/3, density 2/3, mass 3/5 and F1 2/3, with Wilson's intervals", () => {
    const measures = measureBox(box, design, outcome, interest);

    expect(measures).toMatchObject({ rows: 5, interestRows: 3, boxRows: 3, boxInterestRows: 2, f1: 4 / 6 });
    expect(measures.use.missing).toBe(1);
    expect(measures.coverage).toEqual({ value: 2 / 3, ...wilsonInterval(2, 3) });
    expect(measures.density).toEqual({ value: 2 / 3, ...wilsonInterval(2, 3) });
    expect(measures.mass).toEqual({ value: 3 / 5, ...wilsonInterval(3, 5) });
  });

  it("[D8] have no density where they are empty and no coverage where nothing is of interest", () => {
    const empty: Box = { limits: [{ factor: "delay", kind: "range", low: 9 }] };

    expect(measureBox(empty, design, outcome, interest).density).toBeUndefined();
    const nothing = measureBox(box, design, outcome, { kind: "above", threshold: 9 });
    expect(nothing.coverage).toBeUndefined();
    expect(nothing.density?.value).toBe(0);
  });

  // Weights 1 1 3 1 1 over the same rows: interest 1 + 3 + 1 = 5, box 3, hits 2, all 7. Kish for coverage: 25 ÷ 11.
  it("[D8] weigh rows, and widen intervals by the effective number of rows or by groups", () => {
    const weights = Float64Array.of(1, 1, 3, 1, 1, 1);
    const weighted = measureBox(box, design, outcome, interest, { weights });

    expect([weighted.coverage?.value, weighted.density?.value, weighted.mass?.value]).toEqual([
      2 / 5,
      2 / 3,
      3 / 7,
    ]);
    const trials = 25 / 11;
    expect(weighted.coverage).toEqual({ value: 0.4, ...wilsonInterval(0.4 * trials, trials) });

    const rows = 400;
    const grouped = designOf(
      [{ kind: "real", name: "x", low: 0, high: 1 }],
      [Float64Array.from({ length: rows }, (_, row) => (row % 7) / 7)],
    );
    const same = outcomeOf(
      grouped,
      "y",
      Float64Array.from({ length: rows }, (_, row) => (Math.floor(row / 20) % 3 === 0 ? 1 : 0)),
    );
    const half: Box = { limits: [{ factor: "x", kind: "range", low: 0.5 }] };
    const groups = Int32Array.from({ length: rows }, (_, row) => Math.floor(row / 20));
    const alone = measureBox(half, grouped, same, { kind: "at-least", threshold: 1 }).density;
    const together = measureBox(half, grouped, same, { kind: "at-least", threshold: 1 }, { groups }).density;
    expect(together?.value).toBe(alone?.value);
    expect((together?.high ?? 0) - (together?.low ?? 0)).toBeGreaterThan(
      2 * ((alone?.high ?? 0) - (alone?.low ?? 0)),
    );
  });

  it("[D9] are asked of every kind of interest, and refuse what has no meaning", () => {
    const rows = (what: Parameters<typeof measureBox>[3]): number =>
      measureBox({ limits: [] }, design, outcome, what).interestRows;

    expect(rows({ kind: "at-most", threshold: 0 })).toBe(2);
    expect(rows({ kind: "below", threshold: 9 })).toBe(2);
    expect(rows({ kind: "above", threshold: 0 })).toBe(3);
    expect(rows({ kind: "between", low: 0, high: 0 })).toBe(2);
    expect(rows({ kind: "flags", flags: Uint8Array.of(1, 0, 0, 0, 0, 1) })).toBe(1);
    expect(() => rows({ kind: "above", threshold: Number.NaN })).toThrow(/NaN/);
    expect(() => rows({ kind: "between", low: 2, high: 1 })).toThrow(/between 2 and 1/);
    expect(() => rows({ kind: "flags", flags: Uint8Array.of(1) })).toThrow(/1 flags for 6 rows/);
    expect(() => measureBox(box, design, outcome, interest, { weights: Float64Array.of(1) })).toThrow(
      /1 weights/,
    );
    expect(() =>
      measureBox(box, design, outcome, interest, { weights: Float64Array.of(1, -1, 1, 1, 1, 1) }),
    ).toThrow(/row 1 is -1/);
    const turned = designOf(
      factors,
      design.columns.map((column) => column.slice().reverse()),
    );
    expect(() => measureBox(box, turned, outcome, interest)).toThrow(/belongs to design/);
  });
});
