import { AnalysisError } from "@shikumi/analysis/frame";
import {
  type Belief,
  cubeOf,
  type Metric,
  metricCatalogue,
  type OutcomeCube,
  probabilityBox,
  scoreCube,
  scoreUnderBeliefs,
} from "@shikumi/analysis/robustness";
import { child, indexName, nameOf, uniform } from "@shikumi/core/random";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const cubeFrom = (rows: readonly (readonly number[])[], direction: "more" | "less" = "more"): OutcomeCube =>
  cubeOf(
    { id: "d", rows: rows[0]?.length ?? 0 },
    rows.map((_, at) => "ABCDEF"[at] as string),
    1,
    Float64Array.from(rows.flat()),
    direction,
  );

const belief = (name: string, ratio: readonly number[]): Belief => ({
  name,
  ratio: Float64Array.from(ratio),
});

const parameters: Readonly<Record<string, object>> = {
  quantile: { p: 0.3 },
  tail: { share: 0.3 },
  hurwicz: { pessimism: 0.3 },
  "percentile-regret": { p: 0.7 },
  "regret-from-base": { base: 0, p: 0.7 },
  "satisficing-share": { floor: 3 },
  "mean-less-deviation": { aversion: 1 },
};
const metrics = metricCatalogue.map(({ id }) => ({ id, ...parameters[id] }) as Metric);

describe("scoreUnderBeliefs", () => {
  it("[R15] gives the plain scores for equal ratios", () => {
    const cube = cubeFrom([
      [4, 8, 6, 2, 7],
      [5, 5, 4, 4, 1],
    ]);
    for (const metric of metrics) {
      const answer = scoreUnderBeliefs(cube, metric, [belief("even", [0.1, 0.1, 0.1, 0.1, 0.1])], {
        leastEffective: 2,
      });
      if (answer.kind !== "scored") throw new Error(answer.kind);
      scoreCube(cube, [metric])[0]?.scores.forEach((plain, at) => {
        expect(answer.bands[at]?.low).toBeCloseTo(plain.value as number, 9);
      });
    }
  });

  it("[R15] gives for whole ratios the scores of the sample with rows repeated", () => {
    // Deviation and quantiles of a weighted sample scale the weights to the number of rows, so the repeated sample has twice as many of each row as the weights say less.
    const rows = [
      [4, 8, 6, 2],
      [5, 5, 4, 4],
      [9, 1, 7, 5],
    ];
    const repeated = rows.map(([a = 0, b = 0, c = 0]) => [a, a, b, c]);
    const comparable = metrics.filter(({ id }) => id !== "laplace");
    for (const metric of comparable) {
      const answer = scoreUnderBeliefs(
        cubeFrom(rows),
        metric,
        [belief("first twice, last never", [2, 1, 1, 0])],
        { leastEffective: 2 },
      );
      if (answer.kind !== "scored") throw new Error(answer.kind);
      scoreCube(cubeFrom(repeated), [metric])[0]?.scores.forEach((plain, at) => {
        expect(answer.scores[0]?.scores[at]?.value, metric.id).toBeCloseTo(plain.value as number, 9);
      });
    }
  });

  it("[R15] leaves laplace alone", () => {
    const cube = cubeFrom([[1, 2, 3, 4]]);
    const answer = scoreUnderBeliefs(cube, { id: "laplace" }, [belief("late", [0, 0, 1, 1])], {
      leastEffective: 2,
    });

    expect(answer).toMatchObject({ kind: "scored", bands: [{ low: 2.5, high: 2.5 }] });
  });

  // x even on (0, 1), belief of density 2x: E[x] = 2/3, and effective share (E w)² ÷ E w² = 3/4. The other belief has density 2(1 − x): 1/3.
  it("[R15] agrees with analytic means, and the band holds both beliefs", () => {
    const xs = Array.from({ length: 4000 }, (_, at) => uniform(child(nameOf("belief"), indexName(at))));
    const cube = cubeFrom([xs, xs.map(() => 0.5)]);
    const answer = scoreUnderBeliefs(
      cube,
      { id: "mean" },
      [
        belief(
          "high",
          xs.map((x) => 2 * x),
        ),
        belief(
          "low",
          xs.map((x) => 2 - 2 * x),
        ),
      ],
      { replicates: 199 },
    );
    if (answer.kind !== "scored") throw new Error(answer.kind);
    const [band] = answer.bands;
    const interval = answer.scores[0]?.scores[0];

    expect(Math.abs((band?.high as number) - 2 / 3)).toBeLessThan(0.02);
    expect(Math.abs((band?.low as number) - 1 / 3)).toBeLessThan(0.02);
    expect(Math.abs((answer.beliefs[0]?.effective as number) / 4000 - 0.75)).toBeLessThan(0.02);
    expect(answer.best).toEqual([]);
    if (interval?.value === undefined || interval.interval.kind !== "bootstrap")
      throw new Error("no interval");
    expect(interval.interval.low).toBeLessThan(2 / 3);
    expect(interval.interval.high).toBeGreaterThan(2 / 3);
    expect(interval.interval.high - interval.interval.low).toBeLessThan(0.05);
  });

  it("[R15] has one answer for all beliefs: too thin where one has too few effective futures", () => {
    const xs = Array.from({ length: 50 }, (_, at) => at);
    const sharp = belief(
      "sharp",
      xs.map((x) => (x === 3 ? 1e200 : 1e190)),
    );
    const none = belief(
      "none",
      xs.map(() => 0),
    );
    const even = belief(
      "even",
      xs.map(() => 1e300),
    );
    const answer = scoreUnderBeliefs(cubeFrom([xs]), { id: "mean" }, [even, sharp, none]);

    expect(answer).toMatchObject({ kind: "too-thin", thin: ["sharp", "none"], leastEffective: 30 });
    expect(answer.beliefs.map(({ effective }) => Math.round(effective))).toEqual([50, 1, 0]);
    expect(answer.beliefs[1]?.largest).toBeCloseTo(1, 8);
    expect(probabilityBox(cubeFrom([xs]), 0, [sharp]).kind).toBe("too-thin");
    expect(() => scoreUnderBeliefs(cubeFrom([xs]), { id: "mean" }, [belief("b", [1])])).toThrow(
      /1 ratios for 50/,
    );
    expect(() =>
      scoreUnderBeliefs(cubeFrom([xs]), { id: "mean" }, [
        belief(
          "b",
          xs.map(() => -1),
        ),
      ]),
    ).toThrow(/negative/);
    expect(() => scoreUnderBeliefs(cubeFrom([xs]), { id: "mean" }, [])).toThrow(AnalysisError);
  });

  it("[R15] takes beliefs by row of the design, whichever rows are left out", () => {
    const answer = scoreUnderBeliefs(
      cubeFrom([[Number.NaN, 1, 3]]),
      { id: "mean" },
      [belief("b", [9, 3, 1])],
      { leastEffective: 1 },
    );

    expect(answer).toMatchObject({ kind: "scored", bands: [{ low: 1.5, high: 1.5 }], best: [0] });
  });
});

describe("probabilityBox", () => {
  // By hand: even 1/4, 2/4, 3/4, 1; early (4, 2, 1, 1) ÷ 8: 4/8, 6/8, 7/8, 1; late (1, 1, 2, 4) ÷ 8: 1/8, 2/8, 4/8, 1.
  it("[R16] agrees with one worked by hand", () => {
    const box = probabilityBox(
      cubeFrom([
        [0, 0, 0, 0],
        [10, 20, 30, 40],
      ]),
      1,
      [belief("even", [1, 1, 1, 1]), belief("early", [4, 2, 1, 1]), belief("late", [1, 1, 2, 4])],
      { leastEffective: 1 },
    );

    expect(box).toMatchObject({
      kind: "box",
      values: Float64Array.of(10, 20, 30, 40),
      lower: Float64Array.of(0.125, 0.25, 0.5, 1),
      upper: Float64Array.of(0.5, 0.75, 0.875, 1),
    });
    expect(() => probabilityBox(cubeFrom([[1]]), 1, [belief("even", [1])])).toThrow(/no alternative 1/);
  });

  it("[R16] holds the distribution function under every belief and ends at 1", () => {
    const ratio = fc
      .array(fc.integer({ min: 0, max: 5 }), { minLength: 8, maxLength: 8 })
      .filter((each) => each.some((one) => one > 0));
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 8, maxLength: 8 }),
        fc.array(ratio, { minLength: 1, maxLength: 3 }),
        (values, ratios) => {
          const box = probabilityBox(
            cubeFrom([values]),
            0,
            ratios.map((each, at) => belief(String(at), each)),
            { leastEffective: 0 },
          );
          if (box.kind !== "box") throw new Error(box.kind);
          for (const each of ratios) {
            const total = each.reduce((sum, one) => sum + one, 0);
            box.values.forEach((value, place) => {
              const below =
                each.reduce((sum, one, at) => sum + ((values[at] as number) <= value ? one : 0), 0) / total;
              expect(below).toBeGreaterThanOrEqual((box.lower[place] as number) - 1e-12);
              expect(below).toBeLessThanOrEqual((box.upper[place] as number) + 1e-12);
            });
          }
          expect(box.lower.at(-1)).toBe(1);
        },
      ),
    );
  });
});
