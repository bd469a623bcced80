import { boxAt, discoverBoxes, measureBox, membersOf } from "@shikumi/analysis/discovery";
import { type Design, designOf, type Factor, type Outcome, outcomeOf } from "@shikumi/analysis/frame";
import { describe, expect, it } from "vitest";
import { hash32, plantedBox, plantedLimits } from "./planted-box.ts";

const interest = { kind: "at-least", threshold: 0.5 } as const;

function uniform(row: number, seed: number): number {
  return hash32(row, seed) / 4294967296;
}

function factorsOf(width: number): Factor[] {
  return Array.from({ length: width }, (_, at) => ({ kind: "real", name: `x${at}`, low: 0, high: 1 }));
}

function noise(rows: number, width: number, seed: number): { design: Design; outcome: Outcome } {
  const columns = Array.from({ length: width }, (_, at) =>
    Float64Array.from({ length: rows }, (__, row) => uniform(row * width + at, seed)),
  );
  const design = designOf(factorsOf(width), columns);
  return {
    design,
    outcome: outcomeOf(
      design,
      "y",
      Float64Array.from({ length: rows }, (_, row) => uniform(row, seed + 1)),
    ),
  };
}

describe("discovered boxes", () => {
  it.each([false, true])("[D11] are the planted one, four factors and no fifth (clean: %s)", (isClean) => {
    const { design, outcome } = plantedBox(3000, isClean, 12);
    const found = discoverBoxes(design, outcome, interest, { draws: 0 });
    const fresh = plantedBox(20_000, isClean, 12, 3, 4);

    expect(found.boxes).toHaveLength(1);
    const [first] = found.boxes;
    expect(first?.box.limits.map(({ factor }) => factor)).toEqual(["x0", "x1", "x2", "x3"]);
    for (const limit of first?.box.limits ?? []) {
      const [, low, high] = plantedLimits.find(([at]) => `x${at}` === limit.factor) as [
        number,
        number,
        number,
      ];
      if (limit.kind === "range") {
        expect(Math.abs((limit.low ?? 0) - low)).toBeLessThan(0.02);
        expect(Math.abs((limit.high ?? 1) - high)).toBeLessThan(0.02);
      }
    }
    const measured = measureBox(first?.box ?? { limits: [] }, fresh.design, fresh.outcome, interest);
    expect(measured.f1).toBeGreaterThan(isClean ? 0.98 : 0.86);
    expect(first?.heldOut.f1 as number).toBeGreaterThan(isClean ? 0.97 : 0.84);
    expect(first?.limits.every(({ isConfirmed }) => isConfirmed)).toBe(true);
    expect(first?.pValue).toBeLessThan(1e-6);
  });

  it("[D11] say held-out figures of rows that took no part, as anybody can measure them", () => {
    const { design, outcome } = plantedBox(2000, false, 6);
    const found = discoverBoxes(design, outcome, interest, { draws: 0, mostBoxes: 1 });
    const [first] = found.boxes;
    const members = membersOf(first?.box ?? { limits: [] }, design);
    const inBox = [...found.heldOutRows].filter((row) => members[row] === 1);
    const hits = inBox.filter((row) => outcome.values[row] === 1);

    expect(new Set([...found.fittedRows, ...found.heldOutRows]).size).toBe(2000);
    expect(found.heldOutRows.length).toBe(600);
    expect(first?.heldOut).toMatchObject({ boxRows: inBox.length, boxInterestRows: hits.length, rows: 600 });
    const trajectory = found.searches[0]?.trajectory;
    const point = 5;
    const box = membersOf(boxAt(trajectory as NonNullable<typeof trajectory>, point), design);
    expect(trajectory?.heldOut?.weight[point]).toBe(
      [...found.heldOutRows].filter((row) => box[row] === 1).length,
    );
    expect(trajectory?.weight[point]).toBe([...found.fittedRows].filter((row) => box[row] === 1).length);
  });

  it("[D11] are found by two folds where rows are many, by five where they are few, unless the caller says", () => {
    const boxesOf = (rows: number, folds?: number) => {
      const { design, outcome } = plantedBox(rows, false, 6);
      const found = discoverBoxes(design, outcome, interest, { draws: 0, mostBoxes: 1, folds });
      return { boxes: found.boxes, scores: found.searches[0]?.scores };
    };
    const many = boxesOf(50_000);

    expect(many).toEqual(boxesOf(50_000, 2));
    expect(many.scores).not.toEqual(boxesOf(50_000, 5).scores);
    expect(boxesOf(2000)).toEqual(boxesOf(2000, 5));
    expect(many.boxes[0]?.box.limits.map(({ factor }) => factor)).toEqual(["x0", "x1", "x2", "x3"]);
  });

  it("[D12] are none where there is only noise", () => {
    let boxes = 0;
    for (let seed = 0; seed < 20; seed++) {
      const { design, outcome } = noise(400, 8, 500 + 2 * seed);
      boxes += discoverBoxes(
        design,
        outcome,
        { kind: "at-least", threshold: seed % 2 === 0 ? 0.5 : 0.8 },
        { draws: 0, seed },
      ).boxes.length;
    }

    expect(boxes).toBeLessThanOrEqual(1);
  });

  it("[D12] are none, with the reason, where one class, too few rows or nothing better leaves none", () => {
    const { design, outcome } = noise(300, 3, 77);
    const reason = (threshold: number): string =>
      discoverBoxes(design, outcome, { kind: "at-least", threshold }).stopped;

    expect(reason(2)).toBe("no-interest");
    expect(reason(-1)).toBe("all-interest");
    expect(["whole-space-scores-best", "noise-explains-limits"]).toContain(reason(0.3));
    const few = noise(6, 20, 5);
    const found = discoverBoxes(few.design, few.outcome, interest);
    expect(found).toMatchObject({ boxes: [], stopped: "too-few-rows" });
    expect(found.notes[0]).toEqual({ code: "fewer-rows-than-factors", rows: 6, factors: 20 });
    const none = discoverBoxes(
      design,
      outcomeOf(design, "y", new Float64Array(300).fill(Number.NaN)),
      interest,
    );
    expect(none).toMatchObject({ boxes: [], stopped: "too-few-rows", use: { used: 0, missing: 300 } });
  });

  it("[D13] follow the seed: the same gives the same, another divides the rows anew", () => {
    const { design, outcome } = plantedBox(1500, false, 6);
    const first = discoverBoxes(design, outcome, interest, { seed: 1, draws: 5 });
    const again = discoverBoxes(design, outcome, interest, { seed: 1, draws: 5 });
    const other = discoverBoxes(design, outcome, interest, { seed: 2, draws: 5 });

    expect(again).toEqual(first);
    expect(other.heldOutRows).not.toEqual(first.heldOutRows);
    expect(other.boxes[0]?.box.limits).toHaveLength(4);
  });

  it("[D14] leave out rows without a value, count them, and change nothing of the caller's", () => {
    const { design, outcome } = plantedBox(2000, false, 5);
    const values = outcome.values.slice();
    for (let row = 0; row < 100; row++)
      values[row * 7] = row % 2 === 0 ? Number.NaN : Number.POSITIVE_INFINITY;
    const kept = values.slice();
    const found = discoverBoxes(design, outcomeOf(design, "y", values, new Map([[1, "budget"]])), interest, {
      draws: 0,
    });

    expect(found.use).toMatchObject({ used: 1899, failed: 1, missing: 50, infinite: 50 });
    expect(found.fittedRows.length + found.heldOutRows.length).toBe(1899);
    expect(values).toEqual(kept);
    expect(found.boxes[0]?.box.limits).toHaveLength(4);
  });

  it("[D14] keep rows of one group on one side", () => {
    const { design, outcome } = plantedBox(1500, false, 5);
    const groups = Int32Array.from({ length: 1500 }, (_, row) => 7 * Math.floor(row / 3));
    const found = discoverBoxes(design, outcome, interest, { groups, draws: 3 });
    const fitted = new Set([...found.fittedRows].map((row) => groups[row]));

    expect([...found.heldOutRows].some((row) => fitted.has(groups[row]))).toBe(false);
    expect(found.boxes[0]?.box.limits).toHaveLength(4);
  });

  it("[D15] say which factors are constant, order the rows as another does, or have a level nobody saw", () => {
    const { design, outcome } = plantedBox(1500, true, 5);
    const [x0] = design.columns as [Float64Array];
    const wider = designOf(
      [
        ...design.factors,
        { kind: "real", name: "copy", low: -1, high: 0 },
        { kind: "integer", name: "same", low: 3, high: 3 },
        { kind: "category", name: "host", levels: ["no", "yes", "never"] },
      ],
      [
        ...design.columns,
        x0.map((value) => -value * value),
        new Float64Array(1500).fill(3),
        Float64Array.from({ length: 1500 }, (_, row) => row % 2),
      ],
    );
    const found = discoverBoxes(wider, outcomeOf(wider, "y", outcome.values), interest, { draws: 0 });

    expect(found.notes).toEqual([
      { code: "same-order", factor: "copy", as: "x0" },
      { code: "constant", factor: "same" },
      { code: "unseen-level", factor: "host", level: "never" },
    ]);
    expect(found.boxes[0]?.box.limits).toHaveLength(4);
    expect(found.boxes[0]?.heldOut.f1 as number).toBeGreaterThan(0.95);
  });

  it("[D16] find integer and categorical limits", () => {
    const rows = 2000;
    const column = (seed: number, times: number): Float64Array =>
      Float64Array.from({ length: rows }, (_, row) => Math.floor(uniform(row, seed) * times));
    const design = designOf(
      [
        { kind: "integer", name: "ships", low: 0, high: 9 },
        { kind: "category", name: "host", levels: ["a", "b", "c", "d"] },
        { kind: "integer", name: "idle", low: 0, high: 4 },
      ],
      [column(11, 10), column(12, 4), column(13, 5)],
    );
    const [ships, host] = design.columns as [Float64Array, Float64Array];
    const values = ships.map((count, row) => {
      const isIn = count <= 3 && (host[row] === 1 || host[row] === 3);
      return uniform(row, 14) < (isIn ? 0.9 : 0.05) ? 1 : 0;
    });
    const found = discoverBoxes(design, outcomeOf(design, "y", values), interest, { draws: 10 });

    expect(found.boxes[0]?.box).toEqual({
      limits: [
        { factor: "ships", kind: "range", high: 3 },
        { factor: "host", kind: "levels", levels: ["b", "d"] },
      ],
    });
    const [ends, levels] = found.boxes[0]?.limits.map(({ spread }) => spread) ?? [];
    expect(ends).toEqual({ kind: "range", low: 3, high: 3, open: 0 });
    const inside =
      levels?.kind === "levels" ? Array.from(levels.inside, (share) => Math.round(share * 100)) : [];
    expect(inside).toEqual([0, 100, 0, 100]);
  });

  it("[D17] cover two regions by two boxes chosen together, with their union and overlap", () => {
    const width = 6;
    const rows = 4000;
    const columns = Array.from({ length: width }, (_, at) =>
      Float64Array.from({ length: rows }, (__, row) => uniform(row * width + at, 31)),
    );
    const design = designOf(factorsOf(width), columns);
    const [x, y] = columns as [Float64Array, Float64Array];
    const values = Float64Array.from({ length: rows }, (_, row) => {
      const isIn =
        ((x[row] as number) < 0.35 && (y[row] as number) < 0.4) ||
        ((x[row] as number) > 0.7 && (y[row] as number) > 0.55);
      return uniform(row, 32) < (isIn ? 0.95 : 0.02) ? 1 : 0;
    });
    const found = discoverBoxes(design, outcomeOf(design, "y", values), interest, { draws: 0 });

    expect(found.boxes).toHaveLength(2);
    expect(found.boxes.every(({ box }) => box.limits.map(({ factor }) => factor).join() === "x0,x1")).toBe(
      true,
    );
    expect(found.union?.heldOut.coverage?.value as number).toBeGreaterThan(0.88);
    expect(found.union?.heldOut.density?.value as number).toBeGreaterThan(0.9);
    expect(found.union?.overlap.heldOut).toBeLessThan(0.01);
    const covered = found.boxes.reduce((sum, { fitted }) => sum + fitted.boxRows, 0);
    expect(found.union?.fitted.boxRows).toBeLessThanOrEqual(covered);
  });

  it("[D18] reach a stated density or coverage instead of the best F1", () => {
    const { design, outcome } = plantedBox(3000, false, 6);
    const chosen = (target: Parameters<typeof discoverBoxes>[3]): [number, number] => {
      const [first] = discoverBoxes(design, outcome, interest, { ...target, draws: 0, mostBoxes: 1 }).boxes;
      return [first?.fitted.coverage?.value ?? 0, first?.fitted.density?.value ?? 0];
    };

    const [coverage, density] = chosen({ target: { kind: "density", atLeast: 0.6 } });
    expect(density).toBeGreaterThanOrEqual(0.6);
    expect(coverage).toBeGreaterThan(0.82);
    const [wide, thin] = chosen({ target: { kind: "coverage", atLeast: 0.9 } });
    expect(wide).toBeGreaterThanOrEqual(0.9);
    expect(thin).toBeGreaterThan(0.2);
    expect(() => chosen({ target: { kind: "density", atLeast: 2 } })).toThrow(/\(0, 1\]/);
  });

  it("[D19] tell how firmly the rows hold each limit", () => {
    const truth = new Map([
      ["x0low", 0.3],
      ["x1high", 0.6],
      ["x2low", 0.25],
      ["x2high", 0.75],
      ["x3low", 0.4],
    ]);
    let inside = 0;
    let all = 0;
    for (let seed = 0; seed < 8; seed++) {
      const { design, outcome } = plantedBox(1000, false, 6, 50_000 + 2 * seed, 50_001 + 2 * seed);
      for (const { factor, side, spread } of discoverBoxes(design, outcome, interest, { mostBoxes: 1 })
        .boxes[0]?.limits ?? []) {
        const limit = truth.get(`${factor}${side}`);
        if (limit === undefined || spread?.kind !== "range") continue;
        all += 1;
        expect(spread.low).toBeLessThanOrEqual(spread.high);
        if (spread.low <= limit && limit <= spread.high) inside += 1;
      }
    }

    expect(all).toBeGreaterThanOrEqual(38);
    expect(inside / all).toBeGreaterThan(0.8);
  });

  it("[D20] refuse options without a meaning", () => {
    const { design, outcome } = noise(50, 2, 1);
    const run = (options: Parameters<typeof discoverBoxes>[3]) => () =>
      discoverBoxes(design, outcome, interest, options);

    for (const options of [
      { heldOutShare: 0 },
      { folds: 1 },
      { significance: 0 },
      { confidence: 1 },
      { draws: -1 },
      { mostBoxes: 0 },
      { peel: 0 },
      { leastMass: 1 },
    ]) {
      expect(run(options)).toThrow(expect.objectContaining({ code: "bad-argument" }));
    }
    expect(run({ factors: ["nobody"] })).toThrow(expect.objectContaining({ code: "bad-factor" }));
  });
});
