import {
  type Interest,
  measureBox,
  peelTrajectory,
  resamplingTest,
  type Trajectory,
} from "@shikumi/analysis/discovery";
import { type Model, outcomeFrom, runExperiments } from "@shikumi/analysis/experiments";
import { type Design, designOf, type Factor, outcomeOf } from "@shikumi/analysis/frame";
import {
  agreementOf,
  checkScores,
  cubeOf,
  type Metric,
  metricCatalogue,
  type OutcomeCube,
  scoreCube,
} from "@shikumi/analysis/robustness";
import { designFrom, saltelliDesign, sobol } from "@shikumi/analysis/sampling";
import {
  deltaIndices,
  elementaryEffects,
  firstOrderIndices,
  pawnIndices,
  shapleyEffects,
  sobolIndices,
} from "@shikumi/analysis/sensitivity";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { morrisDesign } from "../../src/sampling/morris.ts";
import { plantedBox } from "../discovery/planted-box.ts";
import { ishigami, runOn, unitInputs } from "../sensitivity/models.ts";

const interest: Interest = { kind: "at-least", threshold: 0.5 };

/** Futures of one input x in (0, 1). */
function futures(rows: number, seed = 0): Design {
  return designFrom(unitInputs(1), sobol({ rows, dimensions: 1, seed })).design;
}

/** Its mean over futures is the lever itself. */
const levered: Model = {
  inputs: ["x0", "lever"],
  outcomes: ["y"],
  run(inputs, outputs, draw) {
    outputs[0] = (inputs[1] as number) + (inputs[0] as number) - 0.5 + 0.01 * (draw(0) - 0.5);
  },
};

const candidates = [0.1, 0.9, 0.4, 0.6].map((lever, at) => ({ name: `candidate ${at}`, levers: { lever } }));

function cubeOfCandidates(design: Design, alternatives: typeof candidates): OutcomeCube {
  const { columns } = runExperiments(levered, design, { alternatives, seed: 5 });
  return cubeOf(
    design,
    alternatives.map(({ name }) => name),
    1,
    columns[0] as Float64Array,
    "more",
  );
}

const parameters: Readonly<Record<string, object>> = {
  quantile: { p: 0.25 },
  tail: { share: 0.25 },
  hurwicz: { pessimism: 0.5 },
  "percentile-regret": { p: 0.75 },
  "regret-from-base": { base: 0, p: 0.75 },
  "satisficing-share": { floor: 0.5 },
  "mean-less-deviation": { aversion: 1 },
};
const metrics = metricCatalogue.map(({ id }) => ({ id, ...parameters[id] }) as Metric);
const comparing = metricCatalogue.map(({ view }) => view === "regret" || view === "best");

describe("robustness", () => {
  it("[W1] scores each candidate by its own runs: the same alone, among others and in any order", () => {
    const design = futures(64);
    const together = scoreCube(cubeOfCandidates(design, candidates), metrics, { replicates: 0 });
    const backwards = scoreCube(cubeOfCandidates(design, candidates.toReversed()), metrics, {
      replicates: 0,
    });

    metrics.forEach((metric, at) => {
      candidates.forEach(({ name, levers }, place) => {
        const found = together[at]?.scores[place];
        expect(backwards[at]?.scores[candidates.length - 1 - place]).toEqual(found);
        if (metric.id === "mean") expect(found?.value).toBeCloseTo(levers.lever, 2);
        if (comparing[at] === true) return;
        const alone = cubeOfCandidates(
          design,
          candidates.filter((one) => one.name === name),
        );
        expect(scoreCube(alone, [metric], { replicates: 0 })[0]?.scores[0]).toEqual(found);
      });
    });
  });

  it("[W1] recomputes every score of the catalogue from the stored cube, and tells a changed one", () => {
    const cube = cubeOfCandidates(futures(64), candidates);
    for (const stored of scoreCube(cube, metrics, { replicates: 50 })) {
      expect(checkScores(cube, stored).kind).toBe("same");
      const [first, ...rest] = stored.scores;
      if (first?.value === undefined) continue;
      const changed = { ...stored, scores: [{ ...first, value: first.value + 0.38 }, ...rest] };
      expect(checkScores(cube, changed)).toMatchObject({ kind: "differs", alternative: "candidate 0" });
    }
  });

  it("[W4] candidates run apart meet the futures and the luck of those run together, and one seed has one answer", () => {
    const design = futures(64);
    const together = cubeOfCandidates(design, candidates).values;
    const apart = candidates.map((candidate) => cubeOfCandidates(design, [candidate]).values);

    expect(Float64Array.from(apart.flatMap((values) => [...values]))).toEqual(together);
    expect(cubeOfCandidates(futures(64), candidates).values).toEqual(together);
  });

  it("[W4] results under other futures are refused, not compared", () => {
    const [one, other] = [0, 1].map((seed) => cubeOfCandidates(futures(64, seed), candidates));
    const fallback = { kind: "level", value: 0 } as const;
    const parties = [one, other].map((cube, at) => ({ name: `p${at}`, cube: cube as OutcomeCube, fallback }));

    expect(() => agreementOf(parties, { kind: "mean" })).toThrow(
      expect.objectContaining({ code: "another-design" }),
    );
  });
});

describe("failed runs", () => {
  const failing = (thrown: () => unknown): Model => ({
    inputs: ["x0"],
    outcomes: ["y"],
    run([x = 0], outputs) {
      if (x > 0.7) throw thrown();
      outputs[0] = x;
    },
  });

  it("[W2] are rows with their cause, and none has the value of the run before", () => {
    const design = futures(200);
    const outcome = outcomeFrom(
      runExperiments(
        failing(() => new Error("no water")),
        design,
      ),
      "y",
    );
    const x = design.columns[0] as Float64Array;

    expect(outcome.failures?.size).toBe(60);
    x.forEach((value, row) => {
      expect(outcome.values[row]).toBe(value > 0.7 ? Number.NaN : value);
      expect(outcome.failures?.get(row)).toBe(value > 0.7 ? "Error: no water" : undefined);
    });
  });

  it("[W3] lose no other run, whatever they throw", () => {
    const design = futures(50);
    fc.assert(
      fc.property(
        fc.oneof(
          fc.anything(),
          fc.string().map((text) => new RangeError(text)),
          fc.constant(Object.create(null)),
          fc.constant({
            toString: (): string => {
              throw new Error("no text");
            },
          }),
        ),
        (thrown) => {
          const { values, failures } = outcomeFrom(
            runExperiments(
              failing(() => thrown),
              design,
            ),
            "y",
          );
          expect(failures?.size).toBe(15);
          expect(values.filter(Number.isNaN)).toHaveLength(15);
        },
      ),
    );
  });
});

describe("scenario discovery", () => {
  it("[W5] leaves the caller's data alone, draws anew for each seed, and has no share above 100 %", () => {
    const { design, outcome } = plantedBox(1000, false, 6);
    const before = outcome.values.slice();
    const test = (seed: number, leastMass = 0.05) =>
      resamplingTest(design, outcome, interest, {
        seed,
        leastMass,
        draws: 4,
        at: { kind: "coverage", share: 0.7 },
      });
    const first = test(0);

    expect(outcome.values).toEqual(before);
    expect(test(1).density).not.toEqual(first.density);
    expect(Math.min(...test(0, 0.4).mass)).toBeGreaterThanOrEqual(0.4 - 1e-9);
    for (const { limited, low, high, levels } of first.factors) {
      for (const share of [limited, low, high, levels]) expect(share >= 0 && share <= 1).toBe(true);
    }
  });

  it("[W5] works downwards as it works upwards: at most t of y is at least −t of −y", () => {
    const { design, outcome } = plantedBox(800, false, 5);
    const mirrored = outcomeOf(
      design,
      "y",
      outcome.values.map((value) => -value),
    );
    const up = peelTrajectory(design, outcome, interest);
    const down = peelTrajectory(design, mirrored, { kind: "at-most", threshold: -0.5 });

    expect(down).toEqual(up);
  });

  it.each([
    ["real", { kind: "real", name: "n", low: 0, high: 9 }],
    ["whole number", { kind: "integer", name: "n", low: 0, high: 9 }],
    ["category", { kind: "category", name: "n", levels: [..."abcdefghij"] }],
  ] as const)("[W7] pasting a %s only widens the box", (_, factor) => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), (seed) => {
        const trajectory = coarsePeel(factor, seed);
        for (let point = 1; point < trajectory.points; point++) {
          if (trajectory.stage[point] !== 2) continue;
          expect(trajectory.mass[point]).toBeGreaterThan(trajectory.mass[point - 1] as number);
          expect(trajectory.density[point]).toBeGreaterThan(trajectory.density[point - 1] as number);
          trajectory.low.forEach((low, at) => {
            expect(low[point]).toBeLessThanOrEqual(low[point - 1] as number);
            expect(trajectory.high[at]?.[point]).toBeGreaterThanOrEqual(
              trajectory.high[at]?.[point - 1] ?? 9,
            );
          });
        }
      }),
      { numRuns: 40 },
    );
  });

  it("[W7] pastes are met with in each kind of factor, so that the rule above says something", () => {
    const factors: readonly Factor[] = [
      { kind: "real", name: "n", low: 0, high: 9 },
      { kind: "integer", name: "n", low: 0, high: 9 },
      { kind: "category", name: "n", levels: [..."abcdefghij"] },
    ];
    for (const factor of factors) {
      const pastes = Array.from({ length: 60 }, (_, seed) => {
        const { stage, factor: moved } = coarsePeel(factor, seed);
        return [...stage].filter((one, point) => one === 2 && moved[point] === 0).length;
      });
      expect(Math.max(...pastes)).toBeGreaterThan(0);
    }
  });
});

/** Peels in steps so coarse that pasting has something to do. */
function coarsePeel(factor: Factor, seed: number): Trajectory {
  const { design, outcome } = plantedBox(160, false, 4, seed + 1, seed + 2);
  const columns = design.columns.map((column) => column.slice());
  columns[0] = (design.columns[0] as Float64Array).map((value) => Math.floor(10 * value));
  const mixed = designOf([factor, ...design.factors.slice(1)], columns);
  return peelTrajectory(mixed, outcomeOf(mixed, "y", outcome.values), interest, { peel: 0.4, paste: 0.2 });
}

describe("sensitivity", () => {
  const saltelli = saltelliDesign(unitInputs(3), { base: 64, scrambles: 4, secondOrder: true, seed: 0 });
  const morris = morrisDesign(unitInputs(3), { trajectories: 20 });
  const plain = designFrom(unitInputs(3), sobol({ rows: 256, dimensions: 3 })).design;
  const withGap = (design: Design, gap: number) => {
    const values = runOn(design, ishigami).values.slice();
    values[17] = gap;
    return outcomeOf(design, "y", values);
  };

  it.each([
    ["NaN", Number.NaN],
    ["infinite", Number.POSITIVE_INFINITY],
  ] as const)("[W6] a value that is %s is left out and counted, and every index is a number", (_, gap) => {
    const options = { resamples: 5 };
    const found = [
      sobolIndices(saltelli, withGap(saltelli.design, gap)),
      elementaryEffects(morris, withGap(morris.design, gap), options),
      deltaIndices(plain, withGap(plain, gap), options),
      pawnIndices(plain, withGap(plain, gap), options),
      firstOrderIndices(plain, withGap(plain, gap), options),
      shapleyEffects(plain, withGap(plain, gap), options),
    ];
    for (const result of found) {
      expect(result.use.missing + result.use.infinite).toBe(1);
      const text = JSON.stringify(result, (_key, value: unknown) =>
        typeof value === "number" && !Number.isFinite(value) ? `not finite: ${value}` : value,
      );
      expect(text).not.toMatch(/"kind":"no-(?:effects|indices)"/);
      expect(text).not.toContain("not finite");
    }
  });

  it("[W6] results of rows in another order are refused by every analysis", () => {
    const backwards = (design: Design): Design =>
      designOf(
        design.factors,
        design.columns.map((column) => column.slice().reverse()),
      );
    const refused = expect.objectContaining({ code: "another-design" });

    for (const call of [
      () => sobolIndices(saltelli, runOn(backwards(saltelli.design), ishigami)),
      () => elementaryEffects(morris, runOn(backwards(morris.design), ishigami)),
      () => deltaIndices(plain, runOn(backwards(plain), ishigami)),
      () => pawnIndices(plain, runOn(backwards(plain), ishigami)),
      () => firstOrderIndices(plain, runOn(backwards(plain), ishigami)),
      () => shapleyEffects(plain, runOn(backwards(plain), ishigami)),
      () => peelTrajectory(plain, runOn(backwards(plain), ishigami), interest),
      () => measureBox({ limits: [] }, plain, runOn(backwards(plain), ishigami), interest),
    ]) {
      expect(call).toThrow(refused);
    }
  });

  it("[W6] 0 is a seed, and without resamples there is a reason instead of an interval", () => {
    const points = (seed: number): unknown =>
      saltelliDesign(unitInputs(3), { base: 16, seed }).design.columns.map((column) => [...column]);
    const found = deltaIndices(plain, runOn(plain, ishigami), { resamples: 0 });

    expect(points(0)).toEqual(points(0));
    expect(points(0)).not.toEqual(points(1));
    expect(deltaIndices(plain, runOn(plain, ishigami), { seed: 0, resamples: 9 })).toEqual(
      deltaIndices(plain, runOn(plain, ishigami), { seed: 0, resamples: 9 }),
    );
    expect(JSON.stringify(found)).toContain('"reason":"no-resamples"');
  });
});
