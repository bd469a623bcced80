import { designOf, outcomeOf } from "@shikumi/analysis/frame";
import { sobol } from "@shikumi/analysis/sampling";
import {
  type DeltaFactor,
  deltaIndices,
  type FirstOrderFactor,
  firstOrderIndices,
  type GivenDataResult,
  type PawnFactor,
  pawnIndices,
} from "@shikumi/analysis/sensitivity";
import { exp, normalQuantile } from "@shikumi/core/math";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boundsOf, covers, ishigami, ishigamiIndices, normalColumns, plainDesign, runOn } from "./models.ts";

function factorsOf<Factor>(result: GivenDataResult<Factor>): readonly Factor[] {
  if (result.kind !== "indices") throw new TypeError(result.reason);
  return result.factors;
}

const all = [firstOrderIndices, deltaIndices, pawnIndices] as const;

/** Four inputs of which Ishigami's function takes three. */
const ishigamiDesign = plainDesign(sobol({ rows: 1 << 14, dimensions: 4, seed: 1 }).columns);
const ishigamiOutcome = runOn(ishigamiDesign, ishigami);

/** Half the expected distance between the normal density of y and that of y given x, of y = weight x + the rest; by the rectangle rule. */
function normalDelta(weight: number, deviation: number): number {
  const rest = Math.sqrt(deviation * deviation - weight * weight);
  const density = (y: number, spread: number): number =>
    exp((-y * y) / (2 * spread * spread)) / (spread * Math.sqrt(2 * Math.PI));
  const points = 200;
  const step = 0.01 * deviation;
  let sum = 0;
  for (let point = 0; point < points; point++) {
    const mean = weight * normalQuantile((point + 0.5) / points);
    for (let y = -6 * deviation; y < 6 * deviation; y += step) {
      sum += Math.abs(density(y, deviation) - density(y - mean, rest)) * step;
    }
  }
  return sum / points / 2;
}

describe("indices from given data", () => {
  it("[S9] first order agrees with the analytic values of Ishigami's function", () => {
    const found = factorsOf(firstOrderIndices(ishigamiDesign, ishigamiOutcome));

    [...ishigamiIndices.first, 0].forEach((value, at) => {
      expect(Math.abs((found[at]?.first.value ?? 9) - value)).toBeLessThan(0.012);
    });
  });

  it("[S9] first order of dependent normal inputs is their squared correlation with the outcome", () => {
    const [a, z] = normalColumns(20_000, 2, 3) as [Float64Array, Float64Array];
    const b = z.map((value, row) => 0.6 * (a[row] as number) + 0.8 * value);
    const design = plainDesign([a, b]);

    const [first, second] = factorsOf(
      firstOrderIndices(
        design,
        runOn(design, ([x = 0, y = 0]) => x + y),
      ),
    ) as [FirstOrderFactor, FirstOrderFactor];

    // Var(x + y) = 3.2, Cov(x, x + y) = 1.6.
    const truth = (1.6 * 1.6) / 3.2;
    expect(Math.abs(first.first.value - truth)).toBeLessThan(0.02);
    expect(Math.abs(second.first.value - truth)).toBeLessThan(0.02);
  });

  it("[S9] first order of an input without influence is 0 on average, not above", () => {
    let sum = 0;
    let covered = 0;
    for (let seed = 0; seed < 200; seed++) {
      const design = plainDesign(normalColumns(400, 2, seed));
      const outcome = runOn(design, ([x = 0]) => x);
      const { first } = factorsOf(firstOrderIndices(design, outcome, { seed }))[1] as FirstOrderFactor;
      sum += first.value;
      covered += covers(first, 0) ? 1 : 0;
    }

    expect(Math.abs(sum / 200)).toBeLessThan(0.003);
    expect(covered / 200).toBeGreaterThan(0.93);
  });

  it("[S10] delta of normal inputs agrees with the integral of its definition", () => {
    const design = plainDesign(normalColumns(1 << 14, 4, 8));
    const outcome = runOn(design, ([a = 0, b = 0, c = 0]) => 2 * a + b + 0.3 * c);

    const found = factorsOf(deltaIndices(design, outcome));

    // Independent slow method: `normalDelta`.
    const deviation = Math.sqrt(5.09);
    [2, 1, 0.3].forEach((weight, at) => {
      expect(Math.abs((found[at]?.delta.value ?? 9) - normalDelta(weight, deviation))).toBeLessThan(
        at < 2 ? 0.02 : 0.04,
      );
    });
    expect(found.map(({ found: raw, threshold = 9 }) => raw > threshold)).toEqual([true, true, true, false]);
  });

  it("[S10] delta of Ishigami's second input comes nearer to its definition than kernel densities do", () => {
    // Independent slow method: the outcome given x2 is the sum of the other terms, on a grid, moved by 7 sin² x2.
    const side = 500;
    const share = (at: number): number => (at + 0.5) / side;
    const rest = Float64Array.from({ length: side * side }, (_, at) =>
      ishigami([share(at % side), 0.5, share(Math.floor(at / side))]),
    ).sort();
    const below = (y: number): number => {
      let low = 0;
      for (let high = rest.length; low < high; ) {
        const middle = (low + high) >> 1;
        if ((rest[middle] as number) < y) low = middle + 1;
        else high = middle;
      }
      return low / rest.length;
    };
    const moves = Array.from({ length: 200 }, (_, at) => ishigami([0.5, (at + 0.5) / 200, 0.5]));
    const shares = moves.map((move) =>
      Array.from(
        { length: 300 },
        (_, bin) => below(-11.5 + 0.1 * (bin + 1) - move) - below(-11.5 + 0.1 * bin - move),
      ),
    );
    const overall = Array.from({ length: 300 }, (_, bin) =>
      shares.reduce((sum, one) => sum + (one[bin] ?? 0) / 200, 0),
    );
    const truth =
      shares.reduce(
        (sum, one) => sum + one.reduce((part, value, bin) => part + Math.abs(value - (overall[bin] ?? 0)), 0),
        0,
      ) / 400;

    const [, second, , dummy] = factorsOf(deltaIndices(ishigamiDesign, ishigamiOutcome));

    expect(truth).toBeCloseTo(0.4247, 3);
    // SALib, 2^14 rows, 100 resamples: .362.
    expect(Math.abs((second as DeltaFactor).delta.value - truth)).toBeLessThan(0.025);
    expect((dummy as DeltaFactor).found).toBeLessThan((dummy as DeltaFactor).threshold ?? 0);
  });

  it("[S10] delta of an outcome of few values is that of their shares", () => {
    const x = Float64Array.from({ length: 4000 }, (_, row) => row % 4);
    const design = designOf([{ kind: "category", name: "x", levels: ["a", "b", "c", "d"] }], [x]);
    const outcome = runOn(design, ([level = 0]) => (level === 0 ? 1 : 0));

    const [factor] = factorsOf(deltaIndices(design, outcome));

    // ½ (¼ (¾ + ¾) + ¾ (¼ + ¼)) = 3/8.
    expect(factor?.found).toBeCloseTo(3 / 8, 12);
  });

  it("[S11] PAWN is the median and the maximum of Kolmogorov–Smirnov distances, ties among the outcomes or not", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 40, maxLength: 90 }), (outcomes) => {
        const values = Float64Array.from(outcomes);
        const design = designOf(
          [{ kind: "category", name: "x", levels: ["a", "b", "c"] }],
          [values.map((_, row) => row % 3)],
        );
        const share = (rows: Float64Array, y: number): number =>
          rows.filter((value) => value <= y).length / rows.length;
        const distances = [0, 1, 2].map((level) => {
          const own = values.filter((_, row) => row % 3 === level);
          return Math.max(...outcomes.map((y) => Math.abs(share(own, y) - share(values, y))));
        });
        const result = pawnIndices(design, outcomeOf(design, "y", values), { resamples: 0 });
        if (result.kind === "no-indices") return;

        const { median, max, threshold } = result.factors[0] as PawnFactor;
        expect(median.value).toBeCloseTo(distances.sort((one, other) => one - other)[1] ?? Number.NaN, 12);
        expect(max.value).toBeCloseTo(distances[2] ?? Number.NaN, 12);
        expect(threshold).toBeUndefined();
      }),
      { numRuns: 100 },
    );
  });

  it("[S11] PAWN of Ishigami's function agrees with SALib's, and tells a dummy from an input", () => {
    const found = factorsOf(pawnIndices(ishigamiDesign, ishigamiOutcome));

    // SALib, 2^14 rows, 10 slices: medians .232 .389 .081.
    [0.232, 0.389, 0.081].forEach((median, at) => {
      expect(Math.abs((found[at]?.median.value ?? 9) - median)).toBeLessThan(0.012);
    });
    const influences = found.map(({ median, threshold }) => median.value > (threshold?.median ?? 9));
    expect(influences).toEqual([true, true, true, false]);
    expect(boundsOf((found[3] as PawnFactor).median).low).toBeLessThan(0.01);
  });

  it("[S11] a dummy passes PAWN's and delta's thresholds about as seldom as they say", () => {
    const passed = { median: 0, max: 0, delta: 0 };
    for (let seed = 0; seed < 300; seed++) {
      const design = plainDesign(normalColumns(300, 2, seed));
      const outcome = runOn(design, ([x = 0]) => x);
      const { median, max, threshold } = factorsOf(pawnIndices(design, outcome, { seed }))[1] as PawnFactor;
      passed.median += median.value > (threshold?.median ?? 9) ? 1 : 0;
      passed.max += max.value > (threshold?.max ?? 9) ? 1 : 0;
      const delta = factorsOf(deltaIndices(design, outcome, { seed }))[1] as DeltaFactor;
      passed.delta += delta.found > (delta.threshold ?? 9) ? 1 : 0;
    }

    for (const count of Object.values(passed)) {
      expect(count / 300).toBeGreaterThan(0.015);
      expect(count / 300).toBeLessThan(0.1);
    }
  });

  it("[S11] PAWN and delta stay the same under any increasing change of the outcome's scale", () => {
    const values = ishigamiOutcome.values.map((value) => exp(value / 3) - 5);
    const changed = outcomeOf(ishigamiDesign, "y", values);

    expect(pawnIndices(ishigamiDesign, changed)).toEqual(pawnIndices(ishigamiDesign, ishigamiOutcome));
    expect(deltaIndices(ishigamiDesign, changed)).toEqual(deltaIndices(ishigamiDesign, ishigamiOutcome));
  });

  it("[S12] inputs that are constant or the same are named, and get a defined index", () => {
    const [x] = normalColumns(200, 1, 0) as [Float64Array];
    const design = plainDesign([x, new Float64Array(200).fill(0.5), x.slice()]);
    const outcome = runOn(design, ([value = 0]) => value);

    const [first, second, third] = factorsOf(firstOrderIndices(design, outcome));
    expect(first?.input).toEqual({ kind: "varies", distinct: 200 });
    expect(second).toMatchObject({ input: { kind: "constant" }, first: { value: 0 } });
    expect(third?.input).toEqual({ kind: "same-as", name: "x0", distinct: 200 });
    expect(third?.first.value).toBe(first?.first.value);
    expect(factorsOf(deltaIndices(design, outcome))[1]).toMatchObject({ delta: { value: 0 } });
    expect(factorsOf(pawnIndices(design, outcome))[1]).toMatchObject({
      median: { value: 0 },
      max: { value: 0 },
    });
  });

  it("[S12] constant outcomes, too few rows and rows without a value have a defined answer", () => {
    const design = plainDesign(normalColumns(60, 2, 1));
    const constant = runOn(design, () => 0.1);
    const few = outcomeOf(design, "y", new Float64Array(60).fill(Number.NaN).fill(1, 0, 19));
    const { values } = runOn(design, ([x = 0]) => x);
    const damaged = values.slice();
    damaged[7] = Number.NaN;
    damaged[8] = Number.NEGATIVE_INFINITY;
    for (const indices of all) {
      expect(indices(design, constant)).toMatchObject({ kind: "no-indices", reason: "no-variance" });
      expect(indices(design, few)).toMatchObject({ reason: "too-few-rows", use: { missing: 41, used: 19 } });
      const result = indices(design, outcomeOf(design, "y", damaged));
      expect(result).toMatchObject({ kind: "indices", use: { used: 58, missing: 1, infinite: 1 } });
      expect(JSON.stringify(result)).not.toContain("null");
    }
  });

  it("[S13] the same seed gives the same bits, 0 is a seed, and without resamples there is a reason instead", () => {
    const design = plainDesign(normalColumns(100, 2, 1));
    const outcome = runOn(design, ([x = 0, y = 0]) => x + y * y);
    for (const indices of all) {
      expect(indices(design, outcome, { seed: 0 })).toEqual(indices(design, outcome));
      expect(indices(design, outcome, { seed: 1 })).not.toEqual(indices(design, outcome));
      expect(JSON.stringify(indices(design, outcome, { resamples: 0 }))).toContain(
        '{"kind":"no-interval","reason":"no-resamples"}',
      );
      for (const options of [{ seed: 0.5 }, { resamples: -1 }, { classes: 1 }, { confidence: 0 }]) {
        expect(() => indices(design, outcome, options)).toThrow(
          expect.objectContaining({ code: "bad-argument" }),
        );
      }
      expect(() => indices(plainDesign(normalColumns(100, 2, 2)), outcome)).toThrow(
        expect.objectContaining({ code: "another-design" }),
      );
    }
  });
});
