import { designOf } from "@shikumi/analysis/frame";
import {
  blockA,
  blockAB,
  blockB,
  blockBA,
  type Input,
  type MorrisDesign,
  morrisDesign,
  quantileOf,
  radialDesign,
  type SaltelliDesign,
  saltelliDesign,
  saltelliRow,
} from "@shikumi/analysis/sampling";
import { describe, expect, it } from "vitest";

const inputs: readonly Input[] = [
  { name: "x", distribution: { kind: "uniform", low: -2, high: 5 } },
  { name: "y", distribution: { kind: "triangular", low: 0, mode: 1, high: 4 } },
  { name: "z", distribution: { kind: "uniform", low: 0, high: 1 } },
];

function block(saltelli: SaltelliDesign, scramble: number, number: number, factor: number): number[] {
  const first = saltelliRow(saltelli, scramble, number);
  return [
    ...(saltelli.design.columns[factor] as Float64Array).slice(first, first + saltelli.pointsPerScramble),
  ];
}

describe("Saltelli designs", () => {
  it.each([true, false])(
    "[P20] hold A, B, AB_i and BA_i in the order told (second order: %s)",
    (secondOrder) => {
      const saltelli = saltelliDesign(inputs, { base: 64, scrambles: 4, secondOrder, seed: 2 });

      expect(saltelli.pointsPerScramble).toBe(16);
      expect(saltelli.blocks).toBe(secondOrder ? 8 : 5);
      expect(saltelli.design.rows).toBe(64 * saltelli.blocks);
      for (let scramble = 0; scramble < 4; scramble++) {
        for (let factor = 0; factor < 3; factor++) {
          const a = block(saltelli, scramble, blockA, factor);
          const b = block(saltelli, scramble, blockB, factor);
          expect(a).not.toEqual(b);
          for (let moved = 0; moved < 3; moved++) {
            expect(block(saltelli, scramble, blockAB(moved), factor)).toEqual(factor === moved ? b : a);
            if (secondOrder) {
              expect(block(saltelli, scramble, blockBA(moved, 3), factor)).toEqual(factor === moved ? a : b);
            }
          }
        }
      }
    },
  );

  it("[P20] have the scrambled Sobol' set in each scramble: one point to a stratum in A and in B, all scrambles different", () => {
    const saltelli = saltelliDesign(inputs.slice(2), { base: 128, scrambles: 4, seed: -5 });
    const all: string[] = [];
    for (let scramble = 0; scramble < 4; scramble++) {
      for (const number of [blockA, blockB]) {
        const values = block(saltelli, scramble, number, 0);
        expect(new Set(values.map((value) => Math.floor(value * 32))).size).toBe(32);
        all.push(String(values));
      }
    }

    expect(new Set(all).size).toBe(8);
  });

  it("[P20] are scrambled linearly unless Owen's scrambling is asked for", () => {
    const values = (scramble?: "linear" | "owen"): unknown =>
      saltelliDesign(inputs, { base: 16, seed: 1, ...(scramble === undefined ? {} : { scramble }) }).design
        .id;

    expect(values()).toBe(values("linear"));
    expect(values()).not.toBe(values("owen"));
  });

  it("[P20] with more scrambles of as many points begin with the same rows", () => {
    const few = saltelliDesign(inputs, { base: 32, scrambles: 2, secondOrder: true, seed: 3 }).design;
    const many = saltelliDesign(inputs, { base: 80, scrambles: 5, secondOrder: true, seed: 3 }).design;

    few.columns.forEach((column, at) => {
      expect(many.columns[at]?.slice(0, few.rows)).toEqual(column);
    });
  });

  it("[P20] refuse a base that does not divide, too many inputs and names twice", () => {
    expect(() => saltelliDesign(inputs, { base: 30, scrambles: 4 })).toThrow(/does not divide/);
    expect(() => saltelliDesign(inputs, { base: 0 })).toThrow(/base is 0/);
    expect(() => saltelliDesign([], { base: 4 })).toThrow(/no inputs/);
    expect(() => saltelliDesign([inputs[0] as Input, inputs[0] as Input], { base: 4 })).toThrow(
      /share a name/,
    );
    const many = Array.from({ length: 129 }, (_, at) => ({ ...(inputs[0] as Input), name: `x${at}` }));
    expect(() => saltelliDesign(many, { base: 4 })).toThrow(/from 1 to 256/);
    expect(saltelliDesign(many.slice(1), { base: 4 }).design.rows).toBe(4 * 130);
  });
});

/** Checks what every design for elementary effects must be, and returns by effect which unit step its rows show for uniform inputs on (0, 1). */
function expectMoves(morris: MorrisDesign): void {
  const count = morris.design.factors.length;
  const { columns } = morris.design;
  expect(morris.design.rows).toBe(morris.trajectories * (count + 1));
  for (let t = 0; t < morris.trajectories; t++) {
    const effects = Array.from({ length: count }, (_, at) => t * count + at);
    expect(new Set(effects.map((at) => morris.moved[at])).size).toBe(count);
    for (const at of effects) {
      const before = morris.before[at] as number;
      const after = morris.after[at] as number;
      expect(Math.floor(before / (count + 1))).toBe(t);
      expect(Math.floor(after / (count + 1))).toBe(t);
      columns.forEach((column, factor) => {
        const change = (column[after] as number) - (column[before] as number);
        if (factor !== morris.moved[at]) expect(change).toBe(0);
        else expect(change).toBeCloseTo(morris.steps[at] as number, 14);
      });
      expect(morris.steps[at]).not.toBe(0);
    }
  }
}

const unitInputs: readonly Input[] = ["a", "b", "c", "d"].map((name) => ({
  name,
  distribution: { kind: "uniform", low: 0, high: 1 },
}));

describe("designs for elementary effects", () => {
  it("[P18] Morris trajectories move each factor once by half the levels, on the grid", () => {
    for (const [levels, grid] of [
      [4, "ends"],
      [6, "middles"],
      [2, "ends"],
    ] as const) {
      const morris = morrisDesign(unitInputs, { trajectories: 50, levels, grid, seed: levels });
      expectMoves(morris);
      const step = grid === "ends" ? levels / (2 * (levels - 1)) : 0.5;
      expect(morris.steps.every((value) => Math.abs(Math.abs(value) - step) < 1e-15)).toBe(true);
      const seen = new Set(morris.design.columns.flatMap((column) => [...column]));
      expect(seen.size).toBe(levels);
      expect(Math.min(...seen)).toBeCloseTo(grid === "ends" ? 0 : 0.5 / levels, 14);
    }
  });

  it("[P18] Morris trajectories begin at every level, and move in every order and direction, equally often", () => {
    const morris = morrisDesign(unitInputs.slice(0, 2), { trajectories: 8000, seed: 1 });
    const counts = new Int32Array(32);
    for (let t = 0; t < morris.trajectories; t++) {
      const [x, y] = morris.design.columns.map((column) => Math.round((column[3 * t] as number) * 3)) as [
        number,
        number,
      ];
      const at = (x * 4 + y) * 2 + (morris.moved[2 * t] as number);
      counts[at] = (counts[at] as number) + 1;
    }
    const chi = counts.reduce((sum, found) => sum + (found - 250) ** 2 / 250, 0);

    // 99.99 % quantile of chi-squared with 31 degrees of freedom: 68.3.
    expect(chi).toBeLessThan(68.3);
  });

  it("[P18] Morris trajectories: more of them keep the old rows; effects of a line are its slopes", () => {
    const few = morrisDesign(inputs, { trajectories: 5, seed: 9 });
    const many = morrisDesign(inputs, { trajectories: 12, seed: 9 });
    few.design.columns.forEach((column, at) => {
      expect(many.design.columns[at]?.slice(0, column.length)).toEqual(column);
    });
    const [x = new Float64Array(), , z = new Float64Array()] = many.design.columns;
    const line = x.map((value, row) => 3 * value - 2 * (z[row] as number));
    many.steps.forEach((step, at) => {
      const effect =
        ((line[many.after[at] as number] as number) - (line[many.before[at] as number] as number)) / step;
      expect(effect).toBeCloseTo([3 * 7, 0, -2][many.moved[at] as number] as number, 10);
    });
  });

  it("[P18] Morris trajectories refuse odd levels, and ends where a distribution has none", () => {
    const open: readonly Input[] = [{ name: "n", distribution: { kind: "normal", mean: 0, deviation: 1 } }];

    expect(() => morrisDesign(inputs, { trajectories: 3, levels: 5 })).toThrow(/even/);
    expect(() => morrisDesign(open, { trajectories: 3 })).toThrow(/no ends/);
    expect(() => morrisDesign(inputs, { trajectories: 0 })).toThrow(/trajectories is 0/);
    const middles = morrisDesign(open, { trajectories: 3, grid: "middles" });
    expect(
      [0.125, 0.375, 0.625, 0.875].map((u) => quantileOf({ kind: "normal", mean: 0, deviation: 1 }, u)),
    ).toEqual(expect.arrayContaining([...(middles.design.columns[0] as Float64Array)]));
  });

  it("[P19] radial stars move one factor at a time from their first row", () => {
    const radial = radialDesign(unitInputs, { trajectories: 64, seed: 4 });

    expectMoves(radial);
    expect(radial.path).toBe("radial");
    expect(radial.before.every((row, at) => row === 5 * Math.floor(at / 4))).toBe(true);
    const starts = Float64Array.from({ length: 64 }, (_, t) => radial.design.columns[2]?.[5 * t] as number);
    expect(new Set(starts.map((value) => Math.floor(value * 64))).size).toBe(64);
    const more = radialDesign(unitInputs, { trajectories: 100, seed: 4 });
    expect(more.design.columns[3]?.slice(0, 320)).toEqual(radial.design.columns[3]);
  });

  it("[P18, P19, P20] are named as any design of the same values is", () => {
    for (const { design } of [
      morrisDesign(inputs, { trajectories: 2 }),
      radialDesign(inputs, { trajectories: 2 }),
      saltelliDesign(inputs, { base: 2 }),
    ]) {
      expect(designOf(design.factors, design.columns).id).toBe(design.id);
    }
  });
});
