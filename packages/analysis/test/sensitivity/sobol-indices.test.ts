import { AnalysisError, designOf, type Outcome, outcomeOf } from "@shikumi/analysis/frame";
import { type SaltelliDesign, saltelliDesign } from "@shikumi/analysis/sampling";
import { type SobolResult, sobolIndices } from "@shikumi/analysis/sensitivity";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  boundsOf,
  covers,
  gFunction,
  gIndices,
  ishigami,
  ishigamiIndices,
  runOn,
  unitInputs,
} from "./models.ts";

type Indices = Extract<SobolResult, { kind: "indices" }>;

function indicesOf(saltelli: SaltelliDesign, outcome: Outcome): Indices {
  const result = sobolIndices(saltelli, outcome);
  if (result.kind !== "indices") throw new TypeError(result.reason);
  return result;
}

const worst = (found: readonly number[], truth: readonly number[]): number =>
  Math.max(...found.map((value, at) => Math.abs(value - (truth[at] as number))));

const errorsOf = (
  result: Indices,
  truth: { first: readonly number[]; total: readonly number[]; second: readonly number[] },
): readonly [first: number, total: number, second: number] => [
  worst(
    result.factors.map(({ first }) => first.value),
    truth.first,
  ),
  worst(
    result.factors.map(({ total }) => total.value),
    truth.total,
  ),
  worst(
    result.pairs.map(({ second }) => second.value),
    truth.second,
  ),
];

const fourWeights = [0, 1, 4.5, 9];
const manyWeights = [0, 0.5, 1, 1.5, 3, ...Array.from({ length: 15 }, () => 9)];

describe("Sobol' indices", () => {
  it("[S1] agree with the analytic values of Ishigami's function, with the blocks BA and without", () => {
    const errors = [true, false].map((secondOrder) => {
      const saltelli = saltelliDesign(unitInputs(3), { base: 1 << 14, secondOrder, seed: 7 });
      return errorsOf(indicesOf(saltelli, runOn(saltelli.design, ishigami)), ishigamiIndices);
    });

    expect(Math.max(...(errors[0] ?? []))).toBeLessThan(1.5e-3);
    expect(Math.max(errors[1]?.[0] ?? 1, errors[1]?.[1] ?? 1)).toBeLessThan(2.5e-3);
  });

  it("[S1] agree with the analytic values of the G function of eight and of twenty inputs", () => {
    for (const weights of [[0, 1, 4.5, 9, 99, 99, 99, 99], manyWeights]) {
      const saltelli = saltelliDesign(unitInputs(weights.length), {
        base: 1 << 12,
        secondOrder: true,
        seed: 1,
      });

      const result = indicesOf(saltelli, runOn(saltelli.design, gFunction(weights)));

      expect(Math.max(...errorsOf(result, gIndices(weights)))).toBeLessThan(0.012);
      expect(result.pairs).toHaveLength((weights.length * (weights.length - 1)) / 2);
    }
  });

  it("[S1] is exact, but for rounding, where a slow reading of the formulas is", () => {
    const saltelli = saltelliDesign(unitInputs(3), { base: 32, scrambles: 2, secondOrder: true, seed: 3 });
    const outcome = runOn(saltelli.design, ishigami);
    const at = (scramble: number, block: number, point: number): number =>
      outcome.values[(scramble * 8 + block) * 16 + point] as number;
    const sums = { above: 0, below: 0, moved: 0, squares: 0 };
    for (let scramble = 0; scramble < 2; scramble++) {
      const points = Array.from({ length: 16 }, (_, point) => point);
      const all = outcome.values.subarray(scramble * 128, (scramble + 1) * 128);
      const mean = all.reduce((sum, value) => sum + value / 128, 0);
      sums.squares += all.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 8;
      for (const point of points) {
        const [a = 0, b = 0, ab = 0, ba = 0] = [0, 1, 3, 6].map((block) => at(scramble, block, point));
        sums.above += 2 * (ba - b) * (a - ab);
        sums.below += (a - b) ** 2 + (ab - ba) ** 2;
        sums.moved += ((b - ba) ** 2 + (a - ab) ** 2) / 4;
      }
    }

    const [, second] = indicesOf(saltelli, outcome).factors;

    expect(second?.first.value).toBeCloseTo(sums.above / sums.below, 12);
    expect(second?.total.value).toBeCloseTo(sums.moved / sums.squares, 12);
  });

  it.each([
    ["Ishigami's", "linear", 3, ishigami, ishigamiIndices],
    ["Ishigami's", "owen", 3, ishigami, ishigamiIndices],
    ["the G", "linear", 4, gFunction(fourWeights), gIndices(fourWeights)],
    ["the G", "owen", 4, gFunction(fourWeights), gIndices(fourWeights)],
  ] as const)(
    "[S2] have intervals over independent scrambles that cover the analytic values of %s function as often as they say (%s)",
    (_name, scramble, inputs, model, truth) => {
      const count = { covered: 0, all: 0 };
      for (let seed = 0; seed < 100; seed++) {
        const saltelli = saltelliDesign(unitInputs(inputs), {
          base: 2048,
          scrambles: 8,
          secondOrder: true,
          seed,
          scramble,
        });
        const { factors, pairs } = indicesOf(saltelli, runOn(saltelli.design, model));
        const estimates = [
          ...factors.map(({ first }, at) => [first, truth.first[at]] as const),
          ...factors.map(({ total }, at) => [total, truth.total[at]] as const),
          ...pairs.map(({ second }, at) => [second, truth.second[at]] as const),
        ];
        for (const [estimate, value = Number.NaN] of estimates) {
          count.all += 1;
          count.covered += covers(estimate, value) ? 1 : 0;
        }
      }

      expect(count.covered / count.all).toBeGreaterThan(0.92);
      expect(count.covered / count.all).toBeLessThan(0.99);
    },
  );

  it("[S1] err on 2¹⁴ points of Ishigami's function no more than SALib's do", () => {
    const errors = Array.from({ length: 31 }, (_, seed) => {
      const saltelli = saltelliDesign(unitInputs(3), { base: 1 << 14, secondOrder: true, seed });
      return errorsOf(indicesOf(saltelli, runOn(saltelli.design, ishigami)), ishigamiIndices);
    });
    const middle = (order: 0 | 1): number =>
      errors.map((error) => error[order]).toSorted((a, b) => a - b)[15] as number;

    // SALib 1c37548 on 2¹⁴ points: medians over ten scrambles of the largest error of the three inputs.
    expect(middle(0)).toBeLessThan(3.7e-4);
    expect(middle(1)).toBeLessThan(1.2e-4);
  });

  it("[S2] have intervals far narrower than a bootstrap of rows, which takes the design for independent rows", () => {
    const saltelli = saltelliDesign(unitInputs(3), { base: 1 << 14, scrambles: 8, secondOrder: true });

    const { low, high } = boundsOf(
      (indicesOf(saltelli, runOn(saltelli.design, ishigami)).factors[0] as Indices["factors"][0]).first,
    );

    // SALib's bootstrap reports a half-width of 1.6e-2 for the same number of rows.
    expect((high - low) / 2).toBeLessThan(1.6e-2 / 3);
  });

  it("[S2] of one scramble have no interval and say so", () => {
    const saltelli = saltelliDesign(unitInputs(3), { base: 64, secondOrder: true });

    const { factors } = indicesOf(saltelli, runOn(saltelli.design, ishigami));

    expect(factors[0]?.first.interval).toEqual({ kind: "no-interval", reason: "one-replicate" });
  });

  it("[S3] leave out the whole base point of a row without a value, and count it", () => {
    const whole = saltelliDesign(unitInputs(3), { base: 64, scrambles: 2, secondOrder: true, seed: 5 });
    const { values } = runOn(whole.design, ishigami);
    const damaged = values.slice();
    damaged[3 * 32 + 9] = Number.NaN;
    damaged[8 * 32 + 4] = Number.POSITIVE_INFINITY;
    const outcome = outcomeOf(whole.design, "y", damaged, new Map([[8 * 32 + 5, "budget"]]));

    const result = indicesOf(whole, outcome);

    expect(result.use).toMatchObject({ failed: 1, missing: 1, infinite: 1, used: 61 * 8 });
    expect(result.points).toEqual({ used: 61, dropped: 3, scrambles: 2 });
    expect(result.use.rows).toHaveLength(61 * 8);
    expect(result.use.rows).not.toContain(7 * 32 + 9);
    const other = damaged.map((value, row) => (row % 32 === 9 && row < 256 ? 1e9 : value));
    other[3 * 32 + 9] = Number.NaN;
    expect(indicesOf(whole, outcomeOf(whole.design, "y", other, outcome.failures)).factors).toEqual(
      result.factors,
    );
    expect(result.factors.every(({ first, total }) => Number.isFinite(first.value + total.value))).toBe(true);
  });

  it("[S4] say that an outcome does not vary, or that no point is left", () => {
    const saltelli = saltelliDesign(unitInputs(3), { base: 64, scrambles: 4 });

    expect(
      sobolIndices(
        saltelli,
        runOn(saltelli.design, () => 0.1),
      ),
    ).toMatchObject({
      kind: "no-indices",
      reason: "no-variance",
      points: { used: 64 },
    });
    expect(
      sobolIndices(
        saltelli,
        runOn(saltelli.design, () => Number.NaN),
      ),
    ).toMatchObject({
      kind: "no-indices",
      reason: "too-few-points",
      use: { missing: saltelli.design.rows, used: 0 },
    });
  });

  it("[S5] refuse a plain design, a design that lost its order, and results of another design", () => {
    const saltelli = saltelliDesign(unitInputs(2), { base: 8 });
    const outcome = runOn(saltelli.design, ([x = 0]) => x);
    const { design } = saltelli;
    const reversed = designOf(
      design.factors,
      design.columns.map((column) => column.slice().reverse()),
    );

    expect(() => sobolIndices(design as unknown as SaltelliDesign, outcome)).toThrow(
      expect.objectContaining({ code: "design-without-structure" }),
    );
    expect(() => sobolIndices({ ...saltelli, blocks: 6 }, outcome)).toThrow(
      expect.objectContaining({ code: "design-without-structure" }),
    );
    expect(() => sobolIndices({ ...saltelli, design: reversed }, outcome)).toThrow(
      expect.objectContaining({ code: "another-design" }),
    );
    expect(() => sobolIndices(saltelli, outcome, { confidence: 1 })).toThrow(AnalysisError);
  });

  it("[S6] stay the same under a change of the outcome's unit and zero", () => {
    const saltelli = saltelliDesign(unitInputs(3), { base: 256, scrambles: 2, secondOrder: true, seed: 2 });
    const found = indicesOf(saltelli, runOn(saltelli.design, ishigami));
    fc.assert(
      fc.property(
        fc.double({ min: -1000, max: 1000, noNaN: true }),
        fc.double({ min: 0.001, max: 1000, noNaN: true }),
        fc.boolean(),
        (zero, unit, isMirrored) => {
          const scale = isMirrored ? -unit : unit;
          const moved = indicesOf(
            saltelli,
            runOn(saltelli.design, (x) => zero + scale * ishigami(x)),
          );
          for (const [at, { first, total }] of moved.factors.entries()) {
            expect(first.value).toBeCloseTo(found.factors[at]?.first.value ?? Number.NaN, 5);
            expect(total.value).toBeCloseTo(found.factors[at]?.total.value ?? Number.NaN, 5);
          }
          for (const [at, { second }] of moved.pairs.entries()) {
            expect(second.value).toBeCloseTo(found.pairs[at]?.second.value ?? Number.NaN, 5);
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  it("[S6] change places with their factors, and first orders add up to at most 1 beyond their intervals", () => {
    const saltelli = saltelliDesign(unitInputs(3), { base: 512, scrambles: 4, secondOrder: true, seed: 11 });
    fc.assert(
      fc.property(
        fc.tuple(fc.double({ min: -9, max: 9, noNaN: true }), fc.double({ min: -9, max: 9, noNaN: true })),
        fc.constantFrom([0, 1, 2], [1, 2, 0], [2, 1, 0]),
        ([one, other], order) => {
          const model = (x: readonly number[]): number =>
            ishigami(x) + one * (x[0] ?? 0) + other * (x[1] ?? 0) * (x[2] ?? 0);
          const { design } = saltelli;
          const rows = design.rows / 8;
          const permuted = order.map((factor) => design.columns[factor] as Float64Array);
          const renamed = designOf(design.factors, permuted);
          const block = (at: number): number =>
            at < 2 ? at : at < 5 ? 2 + (order[at - 2] as number) : 5 + (order[at - 5] as number);
          const perScramble = rows / 4;
          const { values } = runOn(design, model);
          const moved = values.map((_, row) => {
            const scramble = Math.floor(row / (8 * perScramble));
            const at = Math.floor(row / perScramble) % 8;
            return values[(scramble * 8 + block(at)) * perScramble + (row % perScramble)] as number;
          });

          const found = indicesOf(saltelli, outcomeOf(design, "y", values));
          const again = indicesOf({ ...saltelli, design: renamed }, outcomeOf(renamed, "y", moved));

          order.forEach((factor, at) => {
            expect(again.factors[at]?.first.value).toBe(found.factors[factor]?.first.value);
            expect(again.factors[at]?.total.value).toBeCloseTo(found.factors[factor]?.total.value ?? 9, 12);
          });
          const sum = found.factors.reduce((total, { first }) => total + first.value, 0);
          const slack = found.factors.reduce(
            (total, { first }) => total + boundsOf(first).high - first.value,
            0,
          );
          expect(sum).toBeLessThan(1 + slack);
        },
      ),
      { numRuns: 25 },
    );
  });
});
