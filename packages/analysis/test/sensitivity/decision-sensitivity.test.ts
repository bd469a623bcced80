import { type Design, outcomeOf } from "@shikumi/analysis/frame";
import {
  type DecisionOptions,
  type DecisionResult,
  decisionSensitivity,
} from "@shikumi/analysis/sensitivity";
import { exp, log, normalCdf } from "@shikumi/core/math";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boundsOf, covers, normalColumns, plainDesign } from "./models.ts";

type Decision = Extract<DecisionResult, { kind: "decision" }>;

/** Option "act" gains `mean` + `weights` · x, option "wait" gains 0. */
function decisionOf(
  design: Design,
  mean: number,
  weights: readonly number[],
  options: DecisionOptions = {},
): DecisionResult {
  const sign = options.better === "lower" ? -1 : 1;
  const act = Float64Array.from({ length: design.rows }, (_, row) =>
    weights.reduce((sum, weight, at) => sum + weight * (design.columns[at]?.[row] as number), mean),
  );
  return decisionSensitivity(
    design,
    [
      outcomeOf(design, "wait", new Float64Array(design.rows)),
      outcomeOf(
        design,
        "act",
        act.map((value) => sign * value),
      ),
    ],
    options,
  );
}

function asDecision(result: DecisionResult): Decision {
  if (result.kind !== "decision") throw new TypeError(result.kind);
  return result;
}

/** E max(0, m + s Z) − max(0, m) for a standard normal Z: the unit normal loss of H. Raiffa and R. Schlaifer (1961). */
function normalValue(mean: number, deviation: number): number {
  const z = mean / deviation;
  const density = exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  return deviation * density + mean * normalCdf(z) - Math.max(0, mean);
}

const weights = [2, 1, 0] as const;

describe("sensitivity of the decision", () => {
  it("[S17] values of perfect and partial information agree with the normal two-option case", () => {
    for (const mean of [0.5, -1, 0]) {
      const design = plainDesign(normalColumns(1 << 14, 3, 3));

      const { perfect, factors, best } = asDecision(decisionOf(design, mean, weights));

      expect(best).toBe(mean > 0 ? "act" : mean < 0 ? "wait" : best);
      expect(Math.abs(perfect.value - normalValue(mean, Math.sqrt(5)))).toBeLessThan(0.03);
      factors.forEach(({ learning, learningAtMost }, at) => {
        const truth = at === 2 ? 0 : normalValue(mean, weights[at] as number);
        expect(Math.abs(learning.value - truth)).toBeLessThan(0.04);
        expect(learningAtMost).toBeGreaterThan(learning.value - 1e-9);
      });
    }
  });

  it("[S17] intervals cover the values of the normal two-option case as often as they say", () => {
    const covered = { perfect: 0, first: 0, second: 0 };
    for (let seed = 0; seed < 200; seed++) {
      const design = plainDesign(normalColumns(1000, 3, seed));
      const { perfect, factors } = asDecision(decisionOf(design, 0.5, weights, { seed, resamples: 40 }));
      const [first, second] = factors;
      covered.perfect += covers(perfect, normalValue(0.5, Math.sqrt(5))) ? 1 : 0;
      covered.first += first !== undefined && covers(first.learning, normalValue(0.5, 2)) ? 1 : 0;
      covered.second += second !== undefined && covers(second.learning, normalValue(0.5, 1)) ? 1 : 0;
    }

    for (const count of Object.values(covered)) {
      expect(count / 200).toBeGreaterThan(0.9);
    }
  });

  it("[S17] learning an input without influence is worth nothing, where the usual estimate finds a worth", () => {
    let learning = 0;
    let atMost = 0;
    let passed = 0;
    for (let seed = 0; seed < 200; seed++) {
      const design = plainDesign(normalColumns(400, 2, seed));
      const noise = asDecision(decisionOf(design, 0, [1, 0], { seed, resamples: 40 }))
        .factors[1] as Decision["factors"][0];
      learning += noise.learning.value / 200;
      atMost += noise.learningAtMost / 200;
      passed += noise.information.value > (noise.threshold?.information ?? 9) ? 1 : 0;
    }

    expect(Math.abs(learning)).toBeLessThan(0.015);
    expect(atMost).toBeGreaterThan(0.02);
    expect(passed / 200).toBeGreaterThan(0.01);
    expect(passed / 200).toBeLessThan(0.1);
  });

  it("[S18] information is the share of entropy told: all of it by the input that decides, none by the others", () => {
    const [x, z] = normalColumns(4000, 2, 1) as [Float64Array, Float64Array];
    const level = x.map((value) => (value > 0.5 ? 1 : 0));
    const design = plainDesign([level, z]);

    const { factors, entropyBits, options } = asDecision(decisionOf(design, -0.5, [1, 0]));

    const share = 1 - normalCdf(0.5);
    const entropy = -(share * log(share) + (1 - share) * log(1 - share)) / log(2);
    expect(Math.abs(entropyBits - entropy)).toBeLessThan(0.02);
    expect(options.map(({ share: found }) => found).reduce((sum, found) => sum + found, 0)).toBeCloseTo(
      1,
      12,
    );
    expect(factors[0]?.information.value).toBeCloseTo(1, 2);
    expect(Math.abs(factors[1]?.information.value ?? 9)).toBeLessThan(0.01);
  });

  it("[S18] reversals are the share of rows in which learning the input changes the choice", () => {
    const design = plainDesign(normalColumns(20_000, 2, 1));

    const { factors } = asDecision(decisionOf(design, 0.5, [1, 0.1], { classes: 100 }));

    expect(Math.abs((factors[0]?.reversals.value ?? 9) - normalCdf(-0.5))).toBeLessThan(0.02);
    expect(factors[1]?.reversals.value).toBe(0);
  });

  it("[S18] turns with the side that is better, and counts rows in which an option has no value", () => {
    const design = plainDesign(normalColumns(500, 2, 2));
    const higher = asDecision(decisionOf(design, 0.3, [1, 1]));
    const lower = asDecision(decisionOf(design, 0.3, [1, 1], { better: "lower" }));

    expect(lower.perfect).toEqual(higher.perfect);
    expect(lower.factors).toEqual(higher.factors);
    expect(lower.options[1]?.mean).toBe(-(higher.options[1]?.mean ?? 0));

    const values = design.columns[0]?.slice() as Float64Array;
    values[4] = Number.NaN;
    const damaged = decisionSensitivity(design, [
      outcomeOf(design, "a", values, new Map([[5, "budget"]])),
      outcomeOf(design, "b", new Float64Array(500)),
    ]);
    expect(damaged.use).toMatchObject({ used: 498, missing: 1, failed: 1 });
  });

  it("[S18] says when one option is best in every row, when rows are too few, and refuses one option alone", () => {
    const design = plainDesign(normalColumns(100, 1, 2));
    const option = (name: string, value: number) =>
      outcomeOf(design, name, new Float64Array(100).fill(value));

    expect(decisionSensitivity(design, [option("a", 1), option("b", 2), option("c", 2)])).toMatchObject({
      kind: "always-same",
      best: "b",
      options: [{ share: 0 }, { share: 1, mean: 2 }, { share: 0 }],
    });
    expect(decisionSensitivity(design, [option("a", Number.NaN), option("b", 2)])).toMatchObject({
      kind: "no-decision",
      reason: "too-few-rows",
      use: { missing: 100 },
    });
    expect(() => decisionSensitivity(design, [option("a", 1)])).toThrow(/two options/);
    expect(() => decisionSensitivity(design, [option("a", 1), option("a", 2)])).toThrow(/share a name/);
  });

  it("[S18] adds nothing to every option and changes nothing; scales worths and nothing else", () => {
    const design = plainDesign(normalColumns(200, 2, 4));
    fc.assert(
      fc.property(fc.integer({ min: -64, max: 64 }), fc.constantFrom(0.25, 2, 8), (added, unit) => {
        const [x, z] = design.columns as [Float64Array, Float64Array];
        const run = (change: (value: number) => number): Decision =>
          asDecision(
            decisionSensitivity(
              design,
              [outcomeOf(design, "a", x.map(change)), outcomeOf(design, "b", z.map(change))],
              { resamples: 0 },
            ),
          );
        const plain = run((value) => value);
        const moved = run((value) => added + unit * value);

        moved.factors.forEach((factor, at) => {
          expect(factor.information.value).toBe(plain.factors[at]?.information.value);
          expect(factor.learning.value).toBeCloseTo(unit * (plain.factors[at]?.learning.value ?? 9), 9);
        });
      }),
      { numRuns: 30 },
    );
  });

  it("[S18] is seeded: 0 is a seed, and without resamples there is a reason instead of an interval", () => {
    const design = plainDesign(normalColumns(100, 2, 4));

    expect(decisionOf(design, 0, [1, 1], { seed: 0 })).toEqual(decisionOf(design, 0, [1, 1]));
    const { factors, perfect } = asDecision(decisionOf(design, 0, [1, 1], { resamples: 0 }));
    expect(factors[0]?.learning.interval).toEqual({ kind: "no-interval", reason: "no-resamples" });
    expect(factors[0]?.threshold).toBeUndefined();
    expect(boundsOf(perfect).low).toBeGreaterThan(0);
  });
});
