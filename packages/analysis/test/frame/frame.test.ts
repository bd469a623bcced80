import { peelTrajectory, resamplingTest } from "@shikumi/analysis/discovery";
import { type Model, runExperiments } from "@shikumi/analysis/experiments";
import {
  type Design,
  designOf,
  type Factor,
  outcomeOf,
  type Seed,
  usableRows,
} from "@shikumi/analysis/frame";
import { cubeOf, scoreCube } from "@shikumi/analysis/robustness";
import { designFrom, morrisDesign, saltelliDesign, sobol } from "@shikumi/analysis/sampling";
import {
  decisionSensitivity,
  deltaIndices,
  elementaryEffects,
  firstOrderIndices,
  shapleyEffects,
  sobolIndices,
} from "@shikumi/analysis/sensitivity";
import { describe, expect, it } from "vitest";
import { nameOfSeed } from "../../src/frame/seed.ts";

const factors: readonly Factor[] = [
  { kind: "real", name: "delay", low: 0, high: 10 },
  { kind: "category", name: "host", levels: ["refuses", "grants"] },
];
const delay = Float64Array.of(1, 2, 3, 4);
const host = Float64Array.of(0, 1, 1, 0);

describe("designs and outcomes", () => {
  it("[F1] names the values and their order: the same rows have one id, another order another", () => {
    const design = designOf(factors, [delay, host]);

    expect(designOf(factors, [delay.slice(), host.slice()]).id).toBe(design.id);
    expect(designOf(factors, [delay.slice().reverse(), host]).id).not.toBe(design.id);
    expect(designOf(factors, [Float64Array.of(1, 2, 3, 4.000000001), host]).id).not.toBe(design.id);
    expect(
      designOf([{ ...factors[0], name: "wait" } as Factor, factors[1] as Factor], [delay, host]).id,
    ).not.toBe(design.id);
    expect(design.id).toMatch(/^[0-9a-f]{32}$/);
  });

  it("[F2] refuses values outside a factor, columns that do not match and two factors of one name", () => {
    expect(() => designOf(factors, [Float64Array.of(1, 2, 3, 11), host])).toThrow(/"delay" is 11 in row 3/);
    expect(() => designOf(factors, [delay, Float64Array.of(0, 1, 0.5, 0)])).toThrow(/"host" is 0.5 in row 2/);
    expect(() => designOf(factors, [delay, Float64Array.of(0, 1)])).toThrow(/2 rows of 4/);
    expect(() => designOf(factors, [delay])).toThrow(/2 factors, but 1 columns/);
    expect(() => designOf([factors[0] as Factor, factors[0] as Factor], [delay, delay])).toThrow(
      /share a name/,
    );
    expect(() => designOf([{ kind: "real", name: "x", low: 2, high: 1 }], [delay])).toThrow(/from 2 to 1/);
    expect(() =>
      designOf([{ kind: "real", name: "x", low: 0, high: 9 }], [Float64Array.of(Number.NaN)]),
    ).toThrow(/NaN in row 0/);
  });

  it("[F3] counts failed, missing and infinite rows apart, and refuses results of another design", () => {
    const design = designOf(factors, [delay, host]);
    const values = Float64Array.of(Number.NaN, Number.NaN, Number.POSITIVE_INFINITY, 7);
    const outcome = outcomeOf(design, "share", values, new Map([[0, "budget"]]));

    expect(usableRows(design, [outcome])).toEqual({
      rows: Int32Array.of(3),
      used: 1,
      failed: 1,
      missing: 1,
      infinite: 1,
    });
    const other = designOf(factors, [delay.slice().reverse(), host]);
    expect(() => usableRows(other, [outcome])).toThrow(/belongs to design/);
    expect(() => usableRows(design, [{ ...outcome, values: values.slice(1) }])).toThrow(/3 of 4 rows/);
  });

  it("[F4] a seed is a name or an int32 in every part of the package, 0 among them, and a number means another name in each", () => {
    const design = designFrom(
      [{ name: "x", distribution: { kind: "uniform", low: 0, high: 1 } }],
      sobol({ rows: 64, dimensions: 1 }),
    ).design;
    const outcome = outcomeOf(design, "y", (design.columns[0] as Float64Array).slice());
    const cube = cubeOf(
      design,
      ["a", "b"],
      1,
      Float64Array.from({ length: 128 }, (_, at) => (at * 7919) % 64),
      "more",
    );
    const noise = outcomeOf(
      design,
      "noise",
      Float64Array.from({ length: 64 }, (_, row) => ((row * 7919) % 61) / 61),
    );
    const model: Model = {
      outcomes: ["y"],
      run(_inputs, outputs, draw) {
        outputs[0] = draw(0);
      },
    };
    const parts: readonly ((seed: Seed) => unknown)[] = [
      (seed) => sobol({ rows: 4, dimensions: 1, seed }).columns,
      (seed) => deltaIndices(design, outcome, { seed, resamples: 5 }),
      (seed) => scoreCube(cube, [{ id: "quantile", p: 0.3 }], { seed, replicates: 20 })[0]?.scores,
      (seed) => runExperiments(model, design, { seed }).columns,
      (seed) =>
        resamplingTest(
          design,
          noise,
          { kind: "at-least", threshold: 0.5 },
          { seed, draws: 3, at: { kind: "density", share: 0.9 } },
        ),
    ];
    for (const part of parts) {
      expect(part(0)).toEqual(part(0));
      expect(part(-7)).not.toEqual(part(0));
      expect(part([1, 2])).toEqual(part([1, 2]));
      expect(part([1, 2])).not.toEqual(part(0));
      for (const wrong of [0.5, 2 ** 31, Number.NaN]) {
        expect(() => part(wrong)).toThrow(expect.objectContaining({ code: "bad-argument" }));
      }
    }
    expect(nameOfSeed(3, "sampling", "x")).not.toEqual(nameOfSeed(3, "sensitivity", "x"));
  });

  it("[F5] refuses values whose powers overflow or vanish, and orders them where that is enough", () => {
    const inputs = ["x", "y"].map((name) => ({
      name,
      distribution: { kind: "uniform", low: 0, high: 1 } as const,
    }));
    const { design } = designFrom(inputs, sobol({ rows: 128, dimensions: 2 }));
    const saltelli = saltelliDesign(inputs, { base: 64, scrambles: 2 });
    const morris = morrisDesign(inputs, { trajectories: 8 });
    const scaled = (of: Design, scale: number) =>
      outcomeOf(
        of,
        "y",
        (of.columns[0] as Float64Array).map((value) => scale * (value - 0.4)),
      );
    const analyses: readonly ((scale: number) => unknown)[] = [
      (scale) => sobolIndices(saltelli, scaled(saltelli.design, scale)),
      (scale) => elementaryEffects(morris, scaled(morris.design, scale), { resamples: 3 }),
      (scale) => firstOrderIndices(design, scaled(design, scale), { resamples: 3 }),
      (scale) => shapleyEffects(design, scaled(design, scale), { resamples: 3 }),
      (scale) =>
        decisionSensitivity(design, [scaled(design, scale), { ...scaled(design, -scale), name: "other" }], {
          resamples: 3,
        }),
    ];
    const scores = (scale: number): unknown =>
      scoreCube(
        cubeOf(design, ["a"], 1, scaled(design, scale).values, "more"),
        [{ id: "mean" }, { id: "deviation" }],
        { replicates: 3 },
      );
    const outOfScale = expect.objectContaining({ code: "out-of-scale" });
    for (const analysis of [...analyses, scores]) {
      for (const scale of [1e80, 1e308]) expect(() => analysis(scale)).toThrow(outOfScale);
      for (const scale of [2 ** 53, 1e70, 1e-70]) {
        expect(JSON.stringify(analysis(scale))).not.toContain("null");
      }
    }
    for (const analysis of analyses) {
      for (const scale of [1e-80, 1e-320]) expect(() => analysis(scale)).toThrow(outOfScale);
    }
    expect(JSON.stringify(scores(1e-320))).not.toContain("null");
    for (const scale of [1, 1e308]) {
      const { coverage } = peelTrajectory(design, scaled(design, scale), { kind: "at-least", threshold: 0 });
      expect(coverage.at(-1)).toBeGreaterThan(0.5);
    }
  });
});
