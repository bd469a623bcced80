import {
  discoverTree,
  logisticCheck,
  membersOf,
  peelTrajectory,
  resamplingTest,
  rotateDesign,
  separationScores,
  simplestRule,
} from "@shikumi/analysis/discovery";
import { type Design, designOf, type Outcome, outcomeOf } from "@shikumi/analysis/frame";
import { describe, expect, it } from "vitest";
import { hash32, plantedBox } from "./planted-box.ts";

const interest = { kind: "at-least", threshold: 0.5 } as const;

function uniform(row: number, seed: number): number {
  return hash32(row, seed) / 4294967296;
}

function oneFactor(x: readonly number[], y: readonly number[]): { design: Design; outcome: Outcome } {
  const design = designOf([{ kind: "real", name: "x", low: -1e6, high: 1e6 }], [Float64Array.from(x)]);
  return { design, outcome: outcomeOf(design, "y", Float64Array.from(y)) };
}

describe("the resampling test", () => {
  const { design, outcome } = plantedBox(1200, false, 6);
  const run = (seed: number, share = 0.5, leastMass = 0.05) =>
    resamplingTest(design, outcome, interest, {
      seed,
      share,
      leastMass,
      draws: 12,
      at: { kind: "coverage", share: 0.8 },
    });

  it("[D21] draws anew for another seed and another share, and the same for the same", () => {
    const first = run(1);

    expect(run(1)).toEqual(first);
    expect(run(2).density).not.toEqual(first.density);
    expect(run(1, 0.3).density).not.toEqual(first.density);
  });

  it("[D21] peels by the objective asked for", () => {
    const rows = 600;
    const mixed = designOf(
      [
        { kind: "real", name: "x", low: 0, high: 1 },
        { kind: "category", name: "c", levels: ["a", "b", "d"] },
      ],
      [
        Float64Array.from({ length: rows }, (_, row) => uniform(row, 71)),
        Float64Array.from({ length: rows }, (_, row) => Math.floor(3 * uniform(row, 72))),
      ],
    );
    const [x, c] = mixed.columns as [Float64Array, Float64Array];
    const values = x.map((value, row) => (value > 0.6 && (c[row] !== 2 || uniform(row, 73) < 0.4) ? 1 : 0));
    const by = (objective: "mean" | "lenient1") =>
      resamplingTest(mixed, outcomeOf(mixed, "y", values), interest, {
        objective,
        draws: 4,
        at: { kind: "density", share: 0.5 },
      });

    expect(by("mean")).toEqual(by("mean"));
    expect(by("mean").mass).not.toEqual(by("lenient1").mass);
  });

  it("[D21] respects the least mass, and no share exceeds 100 %", () => {
    const wide = run(3, 0.5, 0.5);

    expect(Math.min(...wide.mass)).toBeGreaterThanOrEqual(0.5 - 1e-9);
    for (const { limited, low, high, levels } of run(3).factors) {
      expect(Math.max(limited, low, high, levels)).toBeLessThanOrEqual(1);
      expect(limited).toBeGreaterThanOrEqual(Math.max(low, high, levels));
    }
    const shares = new Map(run(3).factors.map(({ factor, limited }) => [factor, limited]));
    expect(["x0", "x1", "x2", "x3"].every((name) => (shares.get(name) ?? 0) >= 0.9)).toBe(true);
    expect(shares.get("x5") ?? 1).toBeLessThan(0.5);
  });
});

describe("the simplest rule", () => {
  it("[D22] uses as few factors as the shares to reach allow, and tells its held-out figures", () => {
    const { design, outcome } = plantedBox(2500, false, 6);
    const rule = (coverage: number, density: number) =>
      simplestRule(design, outcome, interest, { coverage, density, mostFactors: 4 });
    const thin = rule(0.9, 0.2).simplest;
    const dense = rule(0.7, 0.85);

    expect(thin?.factors).toBe(1);
    expect(dense.simplest?.factors).toBe(4);
    expect(dense.simplest?.fitted.density?.value as number).toBeGreaterThanOrEqual(0.85);
    expect(dense.simplest?.heldOut.density?.value as number).toBeGreaterThan(0.7);
    expect(rule(1, 0.99).simplest).toBeUndefined();
    for (const one of dense.rules) {
      const isBeaten = dense.rules.some(
        (other) =>
          other !== one &&
          other.factors <= one.factors &&
          other.fitted.boxInterestRows > one.fitted.boxInterestRows &&
          (other.fitted.density?.value ?? 0) > (one.fitted.density?.value ?? 0),
      );
      expect(isBeaten).toBe(false);
    }
  });
});

describe("the rotated design", () => {
  // Rows of interest lie on x = y: the first axis is (1, 1) ÷ √2, the second, along which they do not vary, (1, −1) ÷ √2.
  it("[D23] turns to the axes of the rows of interest, worked by hand", () => {
    const x = [0, 1, 2, 3, 0, 3, 1, 2];
    const y = [0, 1, 2, 3, 3, 0, 2, 1];
    const design = designOf(
      [
        { kind: "real", name: "x", low: 0, high: 3 },
        { kind: "real", name: "y", low: 0, high: 3 },
        { kind: "category", name: "c", levels: ["a"] },
      ],
      [Float64Array.from(x), Float64Array.from(y), new Float64Array(8)],
    );
    const outcome = outcomeOf(design, "z", Float64Array.of(1, 1, 1, 1, 0, 0, 0, 0));
    const { rotation, design: rotated, outcome: moved } = rotateDesign(design, outcome, interest);
    const half = Math.sqrt(0.5);

    expect(rotation.factors).toEqual(["x", "y"]);
    expect([...(rotation.weights[0] ?? [])]).toEqual([expect.closeTo(half, 12), expect.closeTo(half, 12)]);
    expect([...(rotation.weights[1] ?? [])].map(Math.abs)).toEqual([
      expect.closeTo(half, 12),
      expect.closeTo(half, 12),
    ]);
    expect([...rotation.variances]).toEqual([expect.closeTo(2, 12), expect.closeTo(0, 12)]);
    expect(rotated.factors.map(({ name }) => name)).toEqual(["component 1", "component 2", "c"]);
    for (let row = 0; row < 8; row++) {
      const told = [x, y].reduce(
        (sum, column, at) =>
          sum +
          ((rotation.weights[0]?.[at] as number) *
            ((column[row] as number) - (rotation.centre[at] as number))) /
            (rotation.scale[at] as number),
        0,
      );
      expect(rotated.columns[0]?.[row] as number).toBeCloseTo(told, 12);
    }
    expect(peelTrajectory(rotated, moved, interest).points).toBeGreaterThan(1);
    expect(() => rotateDesign(design, outcome, { kind: "above", threshold: 5 })).toThrow(
      /0 rows of interest/,
    );
  });

  it("[D23] lets a box find a band that lies askew", () => {
    const rows = 1500;
    const columns = [41, 42].map((seed) =>
      Float64Array.from({ length: rows }, (_, row) => uniform(row, seed)),
    );
    const [x, y] = columns as [Float64Array, Float64Array];
    const design = designOf(
      ["x", "y"].map((name) => ({ kind: "real", name, low: 0, high: 1 })),
      columns,
    );
    const outcome = outcomeOf(
      design,
      "z",
      x.map((value, row) => (Math.abs(value - (y[row] as number)) < 0.1 ? 1 : 0)),
    );
    const best = (of: Design, result: Outcome): number => {
      const { coverage, density } = peelTrajectory(of, result, interest, { paste: 0 });
      return Math.max(
        ...coverage.map((c, at) => (2 * c * (density[at] as number)) / (c + (density[at] as number))),
      );
    };
    const turned = rotateDesign(design, outcome, interest);

    expect(best(turned.design, turned.outcome)).toBeGreaterThan(0.9);
    expect(best(design, outcome)).toBeLessThan(0.6);
  });
});

describe("the classification tree", () => {
  // The first split parts 0 … 4 from 5 … 9 half-way; both leaves are pure, so the tree ends there.
  it("[D24] splits where classes part, worked by hand", () => {
    const x = Array.from({ length: 60 }, (_, row) => row % 10);
    const { design, outcome } = oneFactor(
      x,
      x.map((value) => (value >= 5 ? 1 : 0)),
    );
    const tree = discoverTree(design, outcome, interest);

    expect(tree.leaves.map(({ box }) => box.limits)).toEqual([
      [{ factor: "x", kind: "range", low: 4.5 }],
      [{ factor: "x", kind: "range", high: 4.5 }],
    ]);
    expect(tree.leaves[0]?.heldOut.density?.value).toBe(1);
    expect([...tree.pruning.leaves]).toEqual([2, 1]);
    // The root alone errs by p (1 − p) = 1/4 a row; giving up the only split costs that.
    expect(tree.pruning.complexity[1] as number).toBeCloseTo(0.25, 2);
  });

  it("[D24] is pruned to the whole space by noise, and keeps what is there", () => {
    const columns = Array.from({ length: 6 }, (_, at) =>
      Float64Array.from({ length: 400 }, (__, row) => uniform(row * 6 + at, 61)),
    );
    const design = designOf(
      columns.map((_, at) => ({ kind: "real", name: `x${at}`, low: 0, high: 1 })),
      columns,
    );
    const noise = outcomeOf(
      design,
      "y",
      Float64Array.from({ length: 400 }, (_, row) => uniform(row, 62)),
    );
    expect(discoverTree(design, noise, interest).leaves).toHaveLength(1);

    const planted = plantedBox(4000, false, 8);
    const tree = discoverTree(planted.design, planted.outcome, interest);
    expect(tree.union?.heldOut.f1 as number).toBeGreaterThan(0.8);
    const used = new Set(tree.leaves.flatMap(({ box }) => box.limits.map(({ factor }) => factor)));
    expect([...used].sort()).toEqual(["x0", "x1", "x2", "x3"]);
    const members = tree.leaves.map(({ box }) => membersOf(box, planted.design));
    for (let row = 0; row < 4000; row++)
      expect(members.reduce((sum, one) => sum + (one[row] as number), 0)).toBe(1);
  });
});

describe("the logistic check", () => {
  // With one indicator Firth's estimate adds one half to each cell (Heinze & Schemper 2002): 12 of 20 against 5 of 25 gives ln(12.5 × 20.5 ÷ (8.5 × 5.5)), and finite
  // values for an empty cell.
  it.each([
    [12, 8, 5, 20],
    [6, 0, 3, 9],
    [7, 0, 0, 7],
  ])("[D25] adds one half to each cell of a table of four (%i, %i, %i, %i)", (a, b, c, d) => {
    const rows: [number, number][] = [
      ...new Array<[number, number]>(a).fill([1, 1]),
      ...new Array<[number, number]>(b).fill([1, 0]),
      ...new Array<[number, number]>(c).fill([0, 1]),
      ...new Array<[number, number]>(d).fill([0, 0]),
    ];
    const { design, outcome } = oneFactor(
      rows.map(([x]) => x),
      rows.map(([, y]) => y),
    );
    const check = logisticCheck(design, outcome, interest);

    expect(check.isConverged).toBe(true);
    expect(check.terms[0]?.coefficient).toBeCloseTo(
      Math.log(((a + 0.5) * (d + 0.5)) / ((b + 0.5) * (c + 0.5))),
      6,
    );
    expect(check.intercept).toBeCloseTo(Math.log((c + 0.5) / (d + 0.5)), 6);
    expect(check.isSeparated).toBe(b === 0 && c === 0);
  });

  it("[D25] has an answer under separation, for copies, constants and levels, and for one class", () => {
    const x = Array.from({ length: 30 }, (_, row) => row);
    const columns = [x, x.map((value) => 3 - 2 * value), x.map(() => 5), x.map((value) => value % 3)];
    const design = designOf(
      [
        { kind: "real", name: "x", low: -100, high: 100 },
        { kind: "real", name: "copy", low: -100, high: 100 },
        { kind: "real", name: "same", low: 0, high: 9 },
        { kind: "category", name: "c", levels: ["a", "b", "d", "never"] },
      ],
      columns.map((column) => Float64Array.from(column)),
    );
    const check = logisticCheck(
      design,
      outcomeOf(
        design,
        "y",
        Float64Array.from(x, (value) => (value > 14 ? 1 : 0)),
      ),
      interest,
    );

    expect(check).toMatchObject({ isSeparated: true, concordance: 1, isConverged: true });
    expect(check.aliased).toEqual([{ factor: "copy" }, { factor: "same" }]);
    expect(check.terms.map(({ factor, level }) => [factor, level])).toEqual([
      ["x", undefined],
      ["c", "b"],
      ["c", "d"],
    ]);
    expect(check.terms.every(({ coefficient, error }) => Number.isFinite(coefficient) && error > 0)).toBe(
      true,
    );
    const zeros = outcomeOf(design, "y", new Float64Array(30));
    expect(logisticCheck(design, zeros, interest)).toMatchObject({ reason: "no-interest", terms: [] });
    const few = oneFactor([1, 2], [0, 1]);
    expect(logisticCheck(few.design, few.outcome, interest).reason).toBe("too-few-rows");
  });
});

describe("separation scores", () => {
  // Of interest 1 2 3 5, the rest 4 6 7 8: after 3 the distance is 3/4 − 0; the categories split 4:0 and 0:4.
  it("[D26] measure the largest distance of the distributions, worked by hand", () => {
    const design = designOf(
      [
        { kind: "real", name: "x", low: 0, high: 9 },
        { kind: "category", name: "c", levels: ["a", "b"] },
        { kind: "real", name: "same", low: 0, high: 9 },
      ],
      [Float64Array.of(1, 2, 3, 5, 4, 6, 7, 8), Float64Array.of(0, 0, 0, 0, 1, 1, 1, 1), new Float64Array(8)],
    );
    const { scores } = separationScores(
      design,
      outcomeOf(design, "y", Float64Array.of(1, 1, 1, 1, 0, 0, 0, 0)),
      interest,
    );

    expect(scores.map(({ factor, distance }) => [factor, distance])).toEqual([
      ["c", 1],
      ["x", 0.75],
      ["same", 0],
    ]);
    expect(scores[1]).toMatchObject({ at: 3, isLower: true });
    // Pearson's χ² = 8 with one degree of freedom: P = 0.004678 (any table of χ²).
    expect(scores[0]?.pValue).toBeCloseTo(0.004678, 6);
    expect(scores[0]?.adjustedPValue).toBeCloseTo(3 * 0.004678, 5);
    expect(scores[2]?.pValue).toBe(1);
  });

  it("[D26] rank the factors of a planted box first and correct for how many were tried", () => {
    const { design, outcome } = plantedBox(3000, false, 12);
    const { scores } = separationScores(design, outcome, interest);

    expect(new Set(scores.slice(0, 4).map(({ factor }) => factor))).toEqual(
      new Set(["x0", "x1", "x2", "x3"]),
    );
    expect(scores.slice(0, 4).every(({ adjustedPValue }) => adjustedPValue < 1e-6)).toBe(true);
    expect(
      scores
        .slice(4)
        .every(({ adjustedPValue, pValue }) => adjustedPValue > 0.05 && adjustedPValue >= pValue),
    ).toBe(true);
    expect(separationScores(design, outcome, { kind: "above", threshold: 5 }).reason).toBe("no-interest");
  });
});
