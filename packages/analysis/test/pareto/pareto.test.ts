import { AnalysisError } from "@shikumi/analysis/frame";
import {
  epsilonNonDominated,
  frontRanks,
  hypervolume,
  nonDominated,
  type Objective,
} from "@shikumi/analysis/pareto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

/** Slow: compares every pair. */
function dominates(objectives: readonly Objective[], a: number, b: number): boolean {
  const gains = objectives.map(({ values, direction }) => {
    const gain = (values[a] as number) - (values[b] as number);
    return direction === "more" ? gain : -gain;
  });
  return gains.every((gain) => gain >= 0) && gains.some((gain) => gain > 0);
}

function slowFilter(objectives: readonly Objective[], rows: readonly number[]): number[] {
  return rows.filter((row) => !rows.some((other) => dominates(objectives, other, row)));
}

const allRows = (objectives: readonly Objective[]): number[] => [...(objectives[0]?.values.keys() ?? [])];

/** One to six objectives of both directions, on a coarse grid (many ties) or fine. */
const objectivesOf = (rows: number): fc.Arbitrary<readonly Objective[]> =>
  fc.integer({ min: 1, max: 6 }).chain((width) =>
    fc.integer({ min: 1, max: rows }).chain((length) =>
      fc.constantFrom(3, 9, 1000).chain((grid) =>
        fc.array(
          fc.record({
            values: fc
              .array(fc.integer({ min: -grid, max: grid }), { minLength: length, maxLength: length })
              .map((numbers) => Float64Array.from(numbers, (number) => number / 4)),
            direction: fc.constantFrom<"more" | "less">("more", "less"),
          }),
          { minLength: width, maxLength: width },
        ),
      ),
    ),
  );

/** Uniform columns by the counter-based hash of the recorded peers: the same bits as theirs. */
function uniformColumns(rows: number, width: number, seed: number): Float64Array[] {
  const hash = (counter: number): number => {
    let x = counter ^ Math.imul(seed, 0x9e3779b9);
    x = Math.imul(x ^ (x >>> 16), 0x7feb352d);
    x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
    return (x ^ (x >>> 16)) >>> 0;
  };
  return Array.from({ length: width }, (_, column) =>
    Float64Array.from({ length: rows }, (_none, row) => hash(row * width + column) / 4294967296),
  );
}

const less = (...columns: readonly (readonly number[] | Float64Array)[]): Objective[] =>
  columns.map((values) => ({ values: Float64Array.from(values), direction: "less" as const }));

describe("nonDominated", () => {
  it("[N1] agrees with the comparison of all pairs, ties included", () => {
    fc.assert(
      fc.property(objectivesOf(120), (objectives) => {
        expect([...nonDominated(objectives).rows]).toEqual(slowFilter(objectives, allRows(objectives)));
      }),
      { numRuns: 300 },
    );
  });

  it.each([1, 2, 3, 4, 5, 6])(
    "[N1] agrees with the comparison of all pairs on 1,500 rows of %d objectives",
    (width) => {
      for (const grid of [4, 40, 1e9]) {
        const columns = uniformColumns(1500, width, 11 + width).map((column) =>
          column.map((value) => Math.floor(value * grid)),
        );
        // The last column turned against the sum of the others, so that many rows stand.
        const last = columns[width - 1] as Float64Array;
        for (let row = 0; row < 1500; row++) {
          let sum = 0;
          for (const column of columns) sum += column[row] as number;
          if (width > 1) last[row] = Math.floor(((last[row] as number) * 0.1 - sum) / 2);
        }
        const objectives = less(...columns);

        expect([...nonDominated(objectives).rows]).toEqual(slowFilter(objectives, allRows(objectives)));
      }
    },
  );

  it("[N2] keeps all equal rows, or the first; −0 equals 0", () => {
    const objectives = less([1, 0, 1, -0, 2], [0, 1, 0, 1, 2]);

    expect([...nonDominated(objectives).rows]).toEqual([0, 1, 2, 3]);
    expect([...nonDominated(objectives, "first").rows]).toEqual([0, 1]);
  });

  it("[N3] leaves out rows without a value and counts them by reason", () => {
    const a = Float64Array.of(Number.NaN, 1, Number.NEGATIVE_INFINITY, 2, 0, 3);
    const b = Float64Array.of(0, 1, 0, Number.POSITIVE_INFINITY, 0, 0);
    const failures = new Map([[4, "budget"]]);
    const { rows, use } = nonDominated([
      { values: a, direction: "less", failures },
      { values: b, direction: "less" },
    ]);

    expect([...rows]).toEqual([1, 5]);
    expect(use).toEqual({ rows: Int32Array.of(1, 5), used: 2, failed: 1, missing: 1, infinite: 2 });
    expect(nonDominated(less([Number.NaN], [1])).rows).toHaveLength(0);
    expect(() => nonDominated([])).toThrow(AnalysisError);
    expect(() => nonDominated(less([1, 2], [1]))).toThrow(/1 rows of 2/);
    expect(() =>
      nonDominated([
        { values: a, direction: "less", designId: "one" },
        { values: b, direction: "less", designId: "two" },
      ]),
    ).toThrow(/designs one and two/);
  });

  it("[N4] does not see dominated rows, order or scale", () => {
    fc.assert(
      fc.property(
        objectivesOf(60),
        fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 1 }),
        (objectives, keys) => {
          const standing = nonDominated(objectives).rows;
          const worse = objectives.map(({ values, direction }) => ({
            values: Float64Array.of(
              ...values,
              (values[standing[0] as number] as number) + (direction === "less" ? 1 : -1),
            ),
            direction,
          }));
          const mapped = objectives.map(({ values, direction }) => ({
            values: values.map((value) => value * value * value - 7),
            direction,
          }));
          const order = allRows(objectives).sort(
            (a, b) => (keys[a % keys.length] as number) - (keys[b % keys.length] as number),
          );
          const moved = objectives.map(({ values, direction }) => ({
            values: Float64Array.from(order, (row) => values[row] as number),
            direction,
          }));

          expect(nonDominated(worse).rows).toEqual(standing);
          expect(nonDominated(mapped).rows).toEqual(standing);
          expect(nonDominated([...objectives].reverse()).rows).toEqual(standing);
          expect(
            [...nonDominated(moved).rows].map((at) => order[at] as number).sort((a, b) => a - b),
          ).toEqual([...standing]);
        },
      ),
    );
  });

  it("[N8] finds the fronts of the two reference sets", () => {
    const cube = uniformColumns(100_000, 4, 3);
    const [shell = new Float64Array()] = uniformColumns(100_000, 1, 4);
    const sphere = cube.map((column) =>
      column.map((value, row) => {
        let squares = 0;
        for (const other of cube) squares += (other[row] as number) * (other[row] as number);
        return (value / Math.sqrt(squares)) * (1 + 0.05 * (shell[row] as number));
      }),
    );

    expect(nonDominated(less(...cube)).rows).toHaveLength(328);
    expect(nonDominated(less(...sphere)).rows).toHaveLength(42_640);
  });
});

describe("epsilonNonDominated", () => {
  it("[N5] keeps the row nearest the corner of each non-dominated box", () => {
    // Boxes of width 1: (0, 2) holds rows 0 and 1, of which 1 is nearer its corner; (1, 1) row 2; (1, 2) row 3 is dominated by both; (2, 0) row 4.
    const objectives = less([0.9, 0.2, 1.5, 1.1, 2.5], [2.9, 2.1, 1.5, 2.2, 0.5]);

    expect([...epsilonNonDominated(objectives, [1, 1]).rows]).toEqual([1, 2, 4]);
    expect(() => epsilonNonDominated(objectives, [1, 0])).toThrow(/positive width/);
    expect(() => epsilonNonDominated(objectives, [1])).toThrow(AnalysisError);
    expect(() => epsilonNonDominated(objectives, [1e-300, 1])).toThrow(/has no number/);
  });

  it("[N5] answers with non-dominated rows, of which one is within a width of any row", () => {
    fc.assert(
      fc.property(objectivesOf(60), fc.double({ min: 0.1, max: 20, noNaN: true }), (objectives, width) => {
        const { rows } = epsilonNonDominated(
          objectives,
          objectives.map(() => width),
        );
        const standing = new Set(nonDominated(objectives).rows);

        expect([...rows].every((row) => standing.has(row))).toBe(true);
        for (const row of allRows(objectives)) {
          const near = [...rows].some((kept) =>
            objectives.every(({ values, direction }) => {
              const loss = (values[kept] as number) - (values[row] as number);
              return (direction === "less" ? loss : -loss) <= width * (1 + 1e-12);
            }),
          );
          expect(near).toBe(true);
        }
      }),
    );
  });
});

describe("frontRanks", () => {
  it("[N6] agrees with taking fronts away", () => {
    fc.assert(
      fc.property(objectivesOf(80), (objectives) => {
        const { ranks, fronts } = frontRanks(objectives);
        let left = allRows(objectives);
        let front = 0;
        while (left.length > 0) {
          const standing = slowFilter(objectives, left);
          expect([...standing].map((row) => ranks[row])).toEqual(standing.map(() => front));
          left = left.filter((row) => !standing.includes(row));
          front += 1;
        }
        expect(fronts).toBe(front);
      }),
    );
  });

  it("[N6] gives rows left out −1", () => {
    const { ranks, use } = frontRanks(less([2, Number.NaN, 1, 1], [2, 0, 1, 1]));

    expect([...ranks]).toEqual([1, -1, 0, 0]);
    expect(use.missing).toBe(1);
  });
});

describe("hypervolume", () => {
  // By hand: (1, 3), (2, 2), (3, 1) up to (4, 4): 3·1 + 2·1 + 1·1 = 6; the dominated (3, 3) adds nothing and (5, 0) lies outside.
  it("[N7] agrees with a staircase worked by hand", () => {
    const { volume, outside } = hypervolume(less([1, 2, 3, 3, 5, 2], [3, 2, 1, 3, 0, 2]), [4, 4]);

    expect(volume).toBe(6);
    expect(outside).toBe(1);
    expect(hypervolume(less([3, 1]), [4]).volume).toBe(3);
    expect(hypervolume(less([5], [0]), [4, 4]).volume).toBe(0);
    expect(hypervolume([{ values: Float64Array.of(2, 3), direction: "more" }], [1]).volume).toBe(2);
    expect(() => hypervolume(less([1], [1]), [4])).toThrow(/finite reference/);
  });

  it("[N7] agrees with inclusion and exclusion", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }).chain((width) =>
          fc.array(fc.array(fc.integer({ min: 0, max: 8 }), { minLength: width, maxLength: width }), {
            minLength: 1,
            maxLength: 8,
          }),
        ),
        (points) => {
          const width = points[0]?.length ?? 0;
          const columns = Array.from({ length: width }, (_, at) =>
            points.map((point) => point[at] as number),
          );

          expect(
            hypervolume(
              less(...columns),
              columns.map(() => 7),
            ).volume,
          ).toBe(inclusionExclusion(points, 7));
        },
      ),
      { numRuns: 300 },
    );
  });

  // The 91 points of Das & Dennis (12 divisions) put on the unit sphere, reference 1.1: moocore 0.4.0.dev0 gives 0.74485. The whole sphere: 1.1³ − π/6.
  it("[N7] agrees with the recorded value of 91 points on the sphere, and tends to that of the sphere", () => {
    const volumeOf = (divisions: number): number => {
      const points: number[][] = [];
      for (let i = 0; i <= divisions; i++) {
        for (let j = 0; i + j <= divisions; j++) {
          const point = [i, j, divisions - i - j];
          const length = Math.sqrt(point.reduce((sum, value) => sum + value * value, 0));
          points.push(point.map((value) => value / length));
        }
      }
      const columns = [0, 1, 2].map((at) => points.map((point) => point[at] as number));
      return hypervolume(less(...columns), [1.1, 1.1, 1.1]).volume;
    };
    const sphere = 1.1 * 1.1 * 1.1 - Math.PI / 6;

    expect(volumeOf(12).toFixed(5)).toBe("0.74485");
    expect(volumeOf(150)).toBeLessThan(sphere);
    expect(volumeOf(150)).toBeGreaterThan(sphere - 0.01);
  });

  it("[N7] is in four objectives what it is in three times a side that all share", () => {
    const columns = uniformColumns(200, 3, 5);
    const three = hypervolume(less(...columns), [1, 1, 1]).volume;

    expect(hypervolume(less(...columns, new Float64Array(200).fill(0.25)), [1, 1, 1, 1]).volume).toBeCloseTo(
      three * 0.75,
      12,
    );
  });
});

/** Slow: volume of a union of boxes up to a corner by inclusion and exclusion over all subsets. */
function inclusionExclusion(points: readonly (readonly number[])[], corner: number): number {
  let total = 0;
  for (let subset = 1; subset < 1 << points.length; subset++) {
    const chosen = points.filter((_, at) => ((subset >> at) & 1) === 1);
    let volume = chosen.length % 2 === 1 ? 1 : -1;
    for (let axis = 0; axis < (points[0]?.length ?? 0); axis++) {
      volume *= Math.max(0, corner - Math.max(...chosen.map((point) => point[axis] as number)));
    }
    total += volume;
  }
  return total;
}
