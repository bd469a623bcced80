import { describe, expect, it } from "vitest";
import {
  carryBlocks,
  type ExtendableDesign,
  type Model,
  planExperiments,
  runBlock,
  runExperiments,
  runUntil,
} from "../../src/experiments/index.ts";
import { designFrom, extend, latinHypercube, monteCarlo, sobol } from "../../src/sampling/index.ts";
import { lucky } from "./models.ts";

const inputs = [{ name: "need", distribution: { kind: "uniform", low: 0, high: 1 } }] as const;
const growing = (rows: number, seed = 1): ExtendableDesign => ({
  inputs,
  unit: monteCarlo({ rows, dimensions: 1, seed }),
});
const alternatives = [
  { name: "slow", levers: { speed: 1 } },
  { name: "fast", levers: { speed: 1.1 } },
];

describe("running until it is enough", () => {
  it("[X9] stops at the first look whose interval is narrow enough, and says so", () => {
    const options = {
      deciding: { outcome: "wait", alternative: "slow", halfWidth: 0.03 },
      mostPoints: 100_000,
      alternatives,
    };

    const { stopped, looks, experiments } = runUntil(lucky, growing(50), options);

    expect(stopped).toBe("narrow-enough");
    const halves = looks.map(({ estimate }) => (estimate.high - estimate.low) / 2);
    expect(halves.slice(0, -1).every((half) => half > 0.03)).toBe(true);
    expect(halves.at(-1)).toBeLessThanOrEqual(0.03);
    expect(looks.map(({ rows }) => rows)).toEqual(looks.map((_, at) => 50 * 2 ** at));
    // Mean of three uniforms is 1.5 with variance 1/4, so 0.03 needs about (1.96 × 0.5 ÷ 0.03)² = 1,067 rows.
    expect(experiments.plan.design.rows).toBe(1600);
  });

  it("[X9] says that the budget ended where it did, at the largest size it allows", () => {
    const options = {
      deciding: { outcome: "wait", alternative: "slow", halfWidth: 1e-6 },
      mostPoints: 300,
      alternatives,
    };

    const { stopped, looks } = runUntil(lucky, growing(50), options);

    expect(stopped).toBe("budget-spent");
    expect(looks.map(({ rows }) => rows)).toEqual([50, 100, 200, 300]);
    const hypercube = { inputs, unit: latinHypercube({ rows: 50, dimensions: 1, seed: 1 }) };
    expect(runUntil(lucky, hypercube, options).looks.map(({ rows }) => rows)).toEqual([50, 100, 200]);
  });

  it("[X9] needs far fewer rows for a difference, thanks to common luck", () => {
    const deciding = { outcome: "wait", alternative: "slow", halfWidth: 0.01 };
    const options = { deciding, mostPoints: 1_000_000, alternatives };

    const mean = runUntil(lucky, growing(50), options);
    const difference = runUntil(lucky, growing(50), {
      ...options,
      deciding: { ...deciding, against: "fast" },
    });

    expect(difference.experiments.plan.design.rows * 50).toBeLessThan(mean.experiments.plan.design.rows);
    expect(() =>
      runUntil(lucky, growing(50), { ...options, deciding: { ...deciding, against: "slow" } }),
    ).toThrow(/compared with itself/);
  });

  it("[X9] finds what one run of the final design finds, and runs no row twice", () => {
    let runs = 0;
    const counted: Model = {
      ...lucky,
      run: (...run) => {
        runs += 1;
        lucky.run(...run);
      },
    };
    const start = { inputs, unit: sobol({ rows: 64, dimensions: 1, seed: 3 }) };

    const { experiments } = runUntil(counted, start, {
      deciding: { outcome: "wait", alternative: "fast", halfWidth: 0.02 },
      mostPoints: 1 << 16,
      alternatives,
      seed: 8,
    });

    const { rows } = experiments.plan.design;
    expect(runs).toBe(rows * 2);
    const { design } = designFrom(inputs, extend(start.unit, rows));
    expect(runExperiments(lucky, design, { alternatives, seed: 8 }).columns).toEqual(experiments.columns);
  });

  it("[X9] does not take equal values, few values or failed rows for certainty", () => {
    const options = { deciding: { outcome: "y", halfWidth: 0.5 }, mostPoints: 256 };
    const model = (value: (need: number) => number): Model => ({
      outcomes: ["y"],
      run: (given, outputs) => {
        outputs[0] = value(given[0] as number);
      },
    });
    const rare = model((need) => (need > 0.999 ? 100 : 0));
    const gone = model((need) => (need > 0.05 ? Number.NaN : need));
    const infinite = model((need) => (need > 0.5 ? Number.POSITIVE_INFINITY : need));

    expect(runUntil(rare, growing(64), options)).toMatchObject({ stopped: "budget-spent" });
    const { stopped, looks } = runUntil(gone, growing(64), options);
    expect(stopped).toBe("budget-spent");
    expect(looks[0]?.estimate.leftOut).toBeGreaterThan(50);
    expect(runUntil(infinite, growing(64), options).looks[0]?.estimate.leftOut).toBeGreaterThan(20);
  });

  it("[X9] covers the true mean about as often as it says, though it looks several times", () => {
    let covered = 0;
    const trials = 400;
    for (let trial = 0; trial < trials; trial++) {
      const { looks } = runUntil(lucky, growing(32, trial), {
        deciding: { outcome: "wait", alternative: "slow", halfWidth: 0.08 },
        mostPoints: 4096,
        alternatives,
        seed: trial,
      });
      const { low = 0, high = 0 } = looks.at(-1)?.estimate ?? {};
      if (low <= 1.5 && 1.5 <= high) covered += 1;
    }
    // 95 % less four standard errors of 400 trials, and less what several looks cost.
    expect(covered / trials).toBeGreaterThan(0.9);
  });

  it("[X9] refuses what can never be reached", () => {
    const deciding = { outcome: "wait", alternative: "slow", halfWidth: 0 };
    expect(() => runUntil(lucky, growing(50), { deciding, mostPoints: 100, alternatives })).toThrow(
      /never reached/,
    );
    expect(() =>
      runUntil(lucky, growing(50), { deciding: { ...deciding, halfWidth: 1 }, mostPoints: 49, alternatives }),
    ).toThrow(/49 points/);
  });

  it("[X10] carries blocks to a longer design only if it begins with the old rows", () => {
    const { unit } = growing(10);
    const planFor = (design: ReturnType<typeof designFrom>["design"], seed = 0, face: Model = lucky) =>
      planExperiments(face, design, { alternatives, seed });
    const short = planFor(designFrom(inputs, unit).design);
    const longer = designFrom(inputs, extend(unit, 20)).design;
    const block = runBlock(lucky, short, 0, 10);
    const to = planFor(longer);

    const [carried] = carryBlocks(short, to, [block]);

    expect(carried).toEqual({ ...block, planId: to.id });
    expect(runBlock(lucky, to, 0, 10)).toEqual(carried);
    const others = [
      planFor(designFrom(inputs, monteCarlo({ rows: 20, dimensions: 1, seed: 2 })).design),
      planFor(longer, 1),
      planFor(longer, 0, { ...lucky, id: "v2" }),
    ];
    for (const other of others) expect(() => carryBlocks(short, other, [block])).toThrow(/does not continue/);
    expect(() => carryBlocks(to, short, [])).toThrow(/does not continue/);
    expect(() => carryBlocks(short, to, [{ ...block, planId: "x" }])).toThrow(/block of plan x/);
  });
});
