import { designOf } from "@shikumi/analysis/frame";
import { sobol } from "@shikumi/analysis/sampling";
import { type ShapleyFactor, shapleyEffects } from "@shikumi/analysis/sensitivity";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NeighbourTree } from "../../src/sensitivity/neighbour-tree.ts";
import { boundsOf, ishigami, ishigamiIndices, normalColumns, plainDesign, runOn } from "./models.ts";

function effectsOf(result: ReturnType<typeof shapleyEffects>): readonly ShapleyFactor[] {
  if (result.kind !== "effects") throw new TypeError(result.reason);
  return result.factors;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, value) => total + value, 0);

describe("Shapley effects", () => {
  it("[S14] of two dependent normal inputs of a linear function agree with the formula", () => {
    for (const rho of [-0.5, 0, 0.5, 0.9]) {
      const [a, z] = normalColumns(8000, 2, 5) as [Float64Array, Float64Array];
      const b = z.map((value, row) => rho * (a[row] as number) + Math.sqrt(1 - rho * rho) * value);
      const design = plainDesign([a, b]);

      const [first, second] = effectsOf(
        shapleyEffects(
          design,
          runOn(design, ([x = 0, y = 0]) => x + 2 * y),
          { resamples: 0 },
        ),
      );

      // A. B. Owen, C. Prieur, "On Shapley value for measuring importance of dependent inputs", SIAM/ASA JUQ 5 (2017).
      const truth = (1 - (rho * rho) / 2 + 2 * rho + 2 * rho * rho) / (5 + 4 * rho);
      expect(Math.abs((first?.effect.value ?? 9) - truth)).toBeLessThan(0.015);
      expect(sum([first?.effect.value ?? 0, second?.effect.value ?? 0])).toBeCloseTo(1, 12);
    }
  });

  it("[S14] of Ishigami's function are half of first and total order, from independent and from evenly spread rows", () => {
    const truth = ishigamiIndices.first.map((first, at) => (first + (ishigamiIndices.total[at] ?? 0)) / 2);
    const normals = normalColumns(4096, 3, 1);
    const designs = [
      plainDesign(sobol({ rows: 4096, dimensions: 3, seed: 4 }).columns),
      plainDesign(
        normals.map((column) => {
          const order = Array.from(column.keys()).sort(
            (one, other) => (column[one] ?? 0) - (column[other] ?? 0),
          );
          const shares = new Float64Array(column.length);
          order.forEach((row, rank) => {
            shares[row] = (rank + 0.5) / column.length;
          });
          return shares;
        }),
      ),
    ];
    for (const design of designs) {
      const effects = effectsOf(shapleyEffects(design, runOn(design, ishigami), { resamples: 0 }));
      truth.forEach((value, at) => {
        expect(Math.abs((effects[at]?.effect.value ?? 9) - value)).toBeLessThan(0.025);
      });
    }
  });

  it("[S14] of three dependent normal inputs agree with the Shapley value worked from their covariances", () => {
    const rho = 0.7;
    const [a, b, z] = normalColumns(8000, 3, 9) as [Float64Array, Float64Array, Float64Array];
    const c = z.map((value, row) => rho * (b[row] as number) + Math.sqrt(1 - rho * rho) * value);
    const design = plainDesign([a, b, c]);

    const effects = effectsOf(
      shapleyEffects(
        design,
        runOn(design, (x) => sum([...x])),
        { resamples: 10 },
      ),
    );

    // a is independent: 1 ÷ (3 + 2ρ); b and c share the rest evenly.
    const alone = 1 / (3 + 2 * rho);
    [alone, (1 - alone) / 2, (1 - alone) / 2].forEach((value, at) => {
      expect(Math.abs((effects[at]?.effect.value ?? 9) - value)).toBeLessThan(0.025);
    });
  });

  it("[S14] of an input that does nothing but depend on one that does are shared; of one that does neither are about 0", () => {
    const [a, b, noise] = normalColumns(4000, 3, 2) as [Float64Array, Float64Array, Float64Array];
    const copy = a.map((value, row) => value + 0.05 * (b[row] as number));
    const design = plainDesign([a, copy, noise]);

    const [first, second, third] = effectsOf(
      shapleyEffects(
        design,
        runOn(design, ([x = 0]) => x),
      ),
    );

    expect(Math.abs((first?.effect.value ?? 0) - 0.5)).toBeLessThan(0.03);
    expect(Math.abs((second?.effect.value ?? 0) - 0.5)).toBeLessThan(0.03);
    expect(Math.abs(third?.effect.value ?? 9)).toBeLessThan(0.03);
  });

  it("[S15] have intervals from halves of about the width of their spread between data sets", () => {
    const values: number[] = [];
    let widths = 0;
    for (let seed = 0; seed < 40; seed++) {
      const design = plainDesign(normalColumns(400, 2, seed));
      const [first] = effectsOf(
        shapleyEffects(
          design,
          runOn(design, ([x = 0, y = 0]) => x + y),
          { seed },
        ),
      ) as [ShapleyFactor];
      values.push(first.effect.value);
      const { low, high } = boundsOf(first.effect);
      widths += (high - low) / (2 * 1.96) / 40;
    }
    const mean = sum(values) / 40;
    const spread = Math.sqrt(sum(values.map((value) => (value - mean) ** 2)) / 39);

    expect(widths / spread).toBeGreaterThan(0.7);
    expect(widths / spread).toBeLessThan(1.5);
  });

  it("[S15] say where there is no variance or too few rows, and refuse too many inputs", () => {
    const design = plainDesign(normalColumns(30, 2, 0));
    const many = plainDesign(normalColumns(30, 15, 0));

    expect(
      shapleyEffects(
        design,
        runOn(design, () => 1),
      ),
    ).toMatchObject({ reason: "no-variance" });
    const few = runOn(design, ([x = 0]) => x);
    few.values.fill(Number.NaN, 15);
    expect(shapleyEffects(design, few)).toMatchObject({
      reason: "too-few-rows",
      use: { used: 15, missing: 15 },
    });
    expect(() =>
      shapleyEffects(
        many,
        runOn(many, ([x = 0]) => x),
      ),
    ).toThrow(/at most 14/);
  });

  it("[S15] take a category by whether its level is the same, not by how far apart codes are", () => {
    const columns = normalColumns(3000, 2, 6);
    const level = (columns[0] as Float64Array).map((value) => (value < -0.43 ? 0 : value < 0.43 ? 1 : 2));
    const design = designOf(
      [
        { kind: "category", name: "host", levels: ["a", "b", "c"] },
        { kind: "real", name: "delay", low: -9, high: 9 },
      ],
      [level, columns[1] as Float64Array],
    );

    const [first] = effectsOf(
      shapleyEffects(
        design,
        runOn(design, ([host = 0]) => [1, -2, 1][host] as number),
        {
          resamples: 0,
        },
      ),
    );

    expect(first?.effect.value).toBeGreaterThan(0.97);
  });

  it("[S16] the tree finds the nearest points, categories and equal points among them", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.integer({ min: 0, max: 9 }),
            fc.double({ min: 0, max: 1, noNaN: true }),
            fc.integer({ min: 0, max: 3 }),
          ),
          {
            minLength: 12,
            maxLength: 80,
          },
        ),
        fc.integer({ min: 2, max: 6 }),
        (points, neighbours) => {
          const coordinates = [0, 1, 2].map((at) => ({
            values: Float64Array.from(points, (point) => point[at] as number),
            isCategory: at === 2,
          }));
          const distance = (one: number, other: number): number =>
            sum(
              coordinates.map(({ values, isCategory }) => {
                const gap = (values[one] as number) - (values[other] as number);
                return isCategory ? Number(gap !== 0) : gap * gap;
              }),
            );
          const tree = new NeighbourTree(coordinates, points.length, neighbours);
          points.forEach((_, query) => {
            const found = Array.from(tree.nearestTo(query));
            const expected = points
              .map((_point, other) => distance(query, other))
              .sort((one, other) => one - other)
              .slice(0, neighbours);
            expect(found[0]).toBe(query);
            expect(new Set(found).size).toBe(neighbours);
            expect(found.map((other) => distance(query, other))).toEqual(expected);
          });
        },
      ),
      { numRuns: 100 },
    );
  });
});
