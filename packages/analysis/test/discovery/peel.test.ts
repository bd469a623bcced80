import { boxAt, membersOf, peelTrajectory, type Trajectory } from "@shikumi/analysis/discovery";
import { type Design, designOf, type Factor, outcomeOf } from "@shikumi/analysis/frame";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plantedBox } from "./planted-box.ts";
import { slowPeel } from "./slow-peel.ts";

const interest = { kind: "at-least", threshold: 0.5 } as const;

function real(name: string, ...values: number[]): [Factor, Float64Array] {
  return [{ kind: "real", name, low: -1e308, high: 1e308 }, Float64Array.from(values)];
}

function made(...parts: [Factor, Float64Array][]): Design {
  return designOf(
    parts.map(([factor]) => factor),
    parts.map(([, column]) => column),
  );
}

function peeled(design: Design, hits: readonly number[], options: Parameters<typeof peelTrajectory>[3] = {}) {
  return peelTrajectory(design, outcomeOf(design, "y", Float64Array.from(hits)), interest, options);
}

const mixed = fc
  .record({
    rows: fc.integer({ min: 2, max: 60 }),
    seed: fc.integer({ min: 0, max: 2 ** 30 }),
  })
  .chain(({ rows }) =>
    fc.record({
      x: fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: rows, maxLength: rows }),
      n: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: rows, maxLength: rows }),
      c: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: rows, maxLength: rows }),
      y: fc.array(fc.integer({ min: 0, max: 1 }), { minLength: rows, maxLength: rows }),
    }),
  )
  .map(({ x, n, c, y }) => ({
    design: designOf(
      [
        { kind: "real", name: "x", low: 0, high: 1 },
        { kind: "integer", name: "n", low: 0, high: 6 },
        { kind: "category", name: "c", levels: ["a", "b", "c", "d"] },
      ],
      [Float64Array.from(x, (value) => value / 1000), Float64Array.from(n), Float64Array.from(c)],
    ),
    y,
  }));

function shares(trajectory: Trajectory): unknown {
  const { coverage, density, mass, limitedFactors } = trajectory;
  return { coverage, density, mass, limitedFactors };
}

describe("the peeling trajectory", () => {
  // Ten rows, x = 1 … 10, of interest 7 … 10; peel 0.2 takes two of ten, then one of eight, seven, six and five.
  it("[D1] is the one worked by hand", () => {
    const trajectory = peeled(
      made(real("x", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)),
      [0, 0, 0, 0, 0, 0, 1, 1, 1, 1],
      {
        peel: 0.2,
        leastMass: 0.1,
      },
    );

    expect([...trajectory.mass]).toEqual([1, 0.8, 0.7, 0.6, 0.5, 0.4]);
    expect([...trajectory.density]).toEqual([0.4, 0.5, 4 / 7, 4 / 6, 0.8, 1]);
    expect([...trajectory.coverage]).toEqual([1, 1, 1, 1, 1, 1]);
    expect([...(trajectory.low[0] ?? [])]).toEqual([Number.NEGATIVE_INFINITY, 2.5, 3.5, 4.5, 5.5, 6.5]);
    expect([...trajectory.limitedFactors]).toEqual([0, 1, 1, 1, 1, 1]);
    expect(boxAt(trajectory, 5)).toEqual({ limits: [{ factor: "x", kind: "range", low: 6.5 }] });
    expect(boxAt(trajectory, 0)).toEqual({ limits: [] });
    expect(() => boxAt(trajectory, 6)).toThrow(RangeError);
  });

  // Twenty rows, ten of interest. The lowest two x (not of interest) go: density 10/18, gain 1/18. Level b (12 rows, 4 of interest) goes: density 6/8, gain 1/4.
  // mean: 0.75 against 0.556. lenient1: 1/4 ÷ 12 = 0.0208 against 1/18 ÷ 2 = 0.0278. lenient2: 0.0208 × 8 = 0.167 against 0.0278 × 18 = 0.5.
  it("[D1] weighs peels by the objective, worked by hand", () => {
    const c: [Factor, Float64Array] = [
      { kind: "category", name: "c", levels: ["a", "b", "never"] },
      Float64Array.from({ length: 20 }, (_, row) => (row < 8 ? 0 : 1)),
    ];
    const x = [1, 2, 9, 10, 11, 12, 13, 14, 3, 4, 5, 6, 7, 8, 15, 16, 17, 18, 19, 20];
    const hits = [0, 0, 1, 1, 1, 1, 1, 1, 1, 0, 0, 1, 0, 0, 1, 0, 0, 0, 1, 0];
    const design = made(c, real("x", ...x));
    const first = (objective: "mean" | "lenient1" | "lenient2"): Trajectory =>
      peeled(design, hits, { peel: 0.1, leastMass: 0.2, objective });

    expect([first("mean").factor[1], first("lenient1").factor[1], first("lenient2").factor[1]]).toEqual([
      0, 1, 1,
    ]);
    expect(first("mean").density[1]).toBe(6 / 8);
    expect(first("lenient1").density[1]).toBe(10 / 18);
    expect(boxAt(first("mean"), 1)).toEqual({ limits: [{ factor: "c", kind: "levels", levels: ["a"] }] });
  });

  it("[D2] agrees with a second implementation that copies boxes", () => {
    fc.assert(
      fc.property(
        mixed,
        fc.constantFrom(0.05, 0.1, 0.3),
        fc.constantFrom(0.05, 0.2),
        ({ design, y }, peel, leastMass) => {
          const trajectory = peeled(design, y, { peel, leastMass, paste: 0 });
          const slow = slowPeel(design, y.map(Boolean), [...y.keys()], peel, leastMass);

          expect([...trajectory.weight]).toEqual(slow.map(({ members }) => members.length));
          slow.forEach(({ members }, point) => {
            const box = membersOf(boxAt(trajectory, point), design);
            expect([...y.keys()].filter((row) => box[row] === 1)).toEqual([...members].sort((a, b) => a - b));
          });
        },
      ),
      { numRuns: 150 },
    );
  });

  it("[D2] tells of each point what its box holds, and boxes are nested before pasting", () => {
    fc.assert(
      fc.property(mixed, ({ design, y }) => {
        const trajectory = peeled(design, y, { peel: 0.2 });
        const interestRows = y.reduce((sum, hit) => sum + hit, 0);
        let before: Uint8Array | undefined;
        for (let point = 0; point < trajectory.points; point++) {
          const members = membersOf(boxAt(trajectory, point), design);
          const hits = y.filter((hit, row) => hit === 1 && members[row] === 1).length;
          const rows = members.reduce((sum, is) => sum + is, 0);

          expect(trajectory.hits[point]).toBe(hits);
          expect(trajectory.weight[point]).toBe(rows);
          expect(trajectory.mass[point]).toBeCloseTo(rows / y.length, 12);
          expect(trajectory.mass[point]).toBeGreaterThanOrEqual(0.05 - 1e-12);
          if (interestRows > 0)
            expect((trajectory.coverage[point] as number) * interestRows).toBeCloseTo(hits, 9);
          if (trajectory.stage[point] === 1)
            expect(members.every((is, row) => is <= (before?.[row] ?? 1))).toBe(true);
          before = members;
        }
      }),
      { numRuns: 150 },
    );
  });

  it("[D3] does not change when rows or columns change places", () => {
    fc.assert(
      fc.property(mixed, fc.integer({ min: 1, max: 50 }), ({ design, y }, by) => {
        const order = [...y.keys()].map((row) => (row + by) % y.length).reverse();
        const turned = designOf(
          design.factors,
          design.columns.map((column) => Float64Array.from(order, (row) => column[row] as number)),
        );
        const swapped = designOf(design.factors.toReversed(), design.columns.toReversed());
        const plain = shares(peeled(design, y));

        expect(
          shares(
            peeled(
              turned,
              order.map((row) => y[row] as number),
            ),
          ),
        ).toEqual(plain);
        expect(shares(peeled(swapped, y))).toEqual(plain);
      }),
      { numRuns: 100 },
    );
  });

  it("[D4] counts a row of weight 3 as three rows, and one of weight 0 as none", () => {
    fc.assert(
      fc.property(mixed, fc.infiniteStream(fc.integer({ min: 0, max: 3 })), ({ design, y }, stream) => {
        const weights = Float64Array.from(y, () => stream.next().value as number);
        fc.pre(weights.some((weight) => weight > 0));
        const repeated = [...y.keys()].flatMap((row) => new Array<number>(weights[row] as number).fill(row));
        const grown = designOf(
          design.factors,
          design.columns.map((column) => Float64Array.from(repeated, (row) => column[row] as number)),
        );
        const weighted = peeled(design, y, { weights });
        const plain = peeled(
          grown,
          repeated.map((row) => y[row] as number),
        );

        expect(shares(weighted)).toEqual(shares(plain));
      }),
      { numRuns: 100 },
    );
  });

  it("[D5] gives the whole space where one class, one value or one row leaves nothing to peel, and says why", () => {
    const two = made(real("x", 1, 2, 3), real("k", 7, 7, 7));

    expect(peeled(two, [0, 0, 0])).toMatchObject({ points: 1, reason: "no-interest" });
    expect(peeled(two, [1, 1, 1])).toMatchObject({ points: 1, reason: "all-interest" });
    expect([...peeled(two, [0, 1, 1]).factor.subarray(1)]).toEqual([0]);
    expect(peeled(made(real("k", 7, 7, 7)), [0, 1, 1]).points).toBe(1);
    expect(peeled(made(real("x", 1)), [1]).points).toBe(1);
  });

  it("[D5] peels huge and neighbouring numbers without merging them", () => {
    const start = 2 ** 52;
    const values = Array.from({ length: 20 }, (_, at) => start + at);
    const whole: [Factor, Float64Array] = [
      { kind: "integer", name: "n", low: start, high: start + 20 },
      Float64Array.from(values),
    ];
    const hits = values.map((_, at) => (at >= 15 ? 1 : 0));
    const last = (design: Design): unknown => {
      const trajectory = peeled(design, hits);
      return boxAt(trajectory, trajectory.points - 1).limits[0];
    };

    expect(last(made(whole))).toEqual({ factor: "n", kind: "range", low: start + 15 });
    expect(last(made(real("x", ...values.map((value) => value * 2 ** 970))))).toMatchObject({ factor: "x" });
    const negative = made(real("x", ...values.map((_, at) => (at - 10) * 1e-310)));
    expect(membersOf({ limits: [last(negative) as never] }, negative).reduce((sum, is) => sum + is, 0)).toBe(
      5,
    );
  });
});

describe("what goes wrong in silence elsewhere", () => {
  it("[D6] leaves the caller's outcome, weights and flags as they were", () => {
    const { design, outcome } = plantedBox(500, false, 5);
    const before = outcome.values.slice();
    const weights = new Float64Array(500).fill(1);
    peelTrajectory(design, outcome, interest, { weights });

    expect(outcome.values).toEqual(before);
    expect(weights.every((weight) => weight === 1)).toBe(true);
  });

  // Coarse peels take n = 0 first (6 of 34 of interest), then what is left of c = b; within c = a the four rows of n = 0 are all of interest, so pasting n = 0 raises the
  // density.
  it.each([
    ["integer", { kind: "integer", name: "n", low: 0, high: 1 }],
    ["categorical", { kind: "category", name: "n", levels: ["no", "yes"] }],
  ] as const)("[D6] pastes %s limits where no real one is limited", (_, first) => {
    const rows: [n: number, c: number, y: number][] = [];
    const add = (count: number, n: number, c: number, hits: number): void => {
      for (let at = 0; at < count; at++) rows.push([n, c, at < hits ? 1 : 0]);
    };
    add(4, 0, 0, 4);
    add(30, 0, 1, 2);
    add(30, 1, 0, 24);
    add(40, 1, 1, 22);
    const second: Factor = { kind: "category", name: "c", levels: ["a", "b"] };
    const design = made(
      [first, Float64Array.from(rows, ([n]) => n)],
      [second, Float64Array.from(rows, ([, c]) => c)],
    );
    const trajectory = peeled(
      design,
      rows.map(([, , y]) => y),
      { peel: 0.5, paste: 0.3 },
    );

    expect([...trajectory.stage]).toEqual([0, 1, 1, 2]);
    expect([...trajectory.factor]).toEqual([-1, 0, 1, 0]);
    expect([...trajectory.density]).toEqual([52 / 104, 46 / 70, 24 / 30, 28 / 34]);
    expect(boxAt(trajectory, 3)).toEqual({ limits: [{ factor: "c", kind: "levels", levels: ["a"] }] });
  });
});
