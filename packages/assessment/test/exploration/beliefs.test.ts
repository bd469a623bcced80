import { assembleExploration, exploredFutures } from "@shikumi/assessment";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { beliefNames, beliefRatios } from "../../src/exploration/belief-ratios.ts";
import { lawOf } from "../../src/exploration/uncertainty-law.ts";
import { exploredTable, harbourStudy } from "./explored-study.ts";

const study = harbourStudy();
const number = (value: number) => ({ kind: "number", value }) as const;

/** Mean of a column under the weights of a belief. */
function weighedMean(ratio: Float64Array, values: readonly number[]): number {
  let [sum, total] = [0, 0];
  values.forEach((value, at) => {
    sum += (ratio[at] ?? 0) * value;
    total += ratio[at] ?? 0;
  });
  return sum / total;
}

describe("law of an uncertainty", () => {
  const laws = [
    { kind: "uniform", low: number(2), high: number(5) },
    { kind: "triangular", low: number(1), mode: number(2), high: number(6) },
    { kind: "triangular", low: number(1), mode: number(6), high: number(6) },
    { kind: "triangular", low: number(1), mode: number(1), high: number(6) },
    { kind: "normal", mean: number(10), deviation: number(1.5) },
    { kind: "lognormal", median: number(3), sigma: number(0.4) },
    { kind: "exponential", mean: number(2) },
    { kind: "gamma", mean: number(4), shape: number(2.5) },
    { kind: "weibull", scale: number(3), shape: number(1.7) },
  ] as const;

  it.each(laws)(
    "[EX15] of kind $kind has the density whose sum is its distribution function",
    (distribution) => {
      const law = lawOf(distribution);
      if (law?.kind !== "continuous") throw new TypeError("no density");

      fc.assert(
        fc.property(
          fc.double({ min: 0.3, max: 12, noNaN: true }),
          fc.double({ min: 0.2, max: 3, noNaN: true }),
          (from, width) => {
            const steps = 4000;
            let sum = 0;
            for (let at = 0; at < steps; at++)
              sum += (Math.exp(law.logDensity(from + ((at + 0.5) / steps) * width)) * width) / steps;
            expect(sum).toBeCloseTo(law.cdf(from + width) - law.cdf(from), 3);
          },
        ),
        { numRuns: 40 },
      );
    },
  );

  it("[EX15] has probabilities where it has few values, and is none where a part is moved to 0", () => {
    const discrete = lawOf({
      kind: "discrete",
      outcomes: [
        { value: number(0), weight: number(3) },
        { value: number(1), weight: number(1) },
      ],
    });

    expect(discrete).toEqual({
      kind: "steps",
      probability: new Map([
        [0, 0.75],
        [1, 0.25],
      ]),
    });
    expect(lawOf({ kind: "observed", values: [number(2), number(2), number(5)] })).toMatchObject({
      kind: "steps",
    });
    expect(lawOf({ kind: "normal", mean: number(1), deviation: number(1) })).toBeUndefined();
    expect(lawOf({ kind: "uniform", low: number(1), high: number(1) })).toBeUndefined();
  });
});

describe("beliefs of a study", () => {
  const futures = exploredFutures(study, "sobol", 8192);
  const column = (id: string): readonly number[] => {
    const place = futures.uncertainties.findIndex((one) => one.id === id);
    return futures.futures.map(({ values }) => values[place] as number);
  };
  const found = beliefRatios(study, futures);

  it("[EX15] weigh the futures so that what they change has its mean and range, and what it is correlated with keeps its own", () => {
    if (found.kind !== "ratios") throw new TypeError(found.kind);
    const [calm, busy] = found.beliefs;
    const year = 24 * 365.25;

    expect(beliefNames(study)).toEqual(["calm", "busy"]);
    expect(weighedMean(calm?.ratio ?? new Float64Array(), column("fire-rate")) * year).toBeCloseTo(5, 1);
    expect(weighedMean(busy?.ratio ?? new Float64Array(), column("fire-rate")) * year).toBeCloseTo(8.5, 1);
    for (const belief of [calm, busy])
      expect(weighedMean(belief?.ratio ?? new Float64Array(), column("will-to-declare"))).toBeCloseTo(
        0.625,
        2,
      );
    column("fire-rate").forEach((rate, at) => {
      if (rate * year > 6) expect(calm?.ratio[at]).toBe(0);
    });
  });

  it("[EX15] are not spoken of where the futures never have what they hold possible, or cannot be weighed", () => {
    const changed = (to: string) => {
      const other = harbourStudy((text) => text.replace("calm: {uniform: [4 /yr, 6 /yr]}", `calm: ${to}`));
      return beliefRatios(other, exploredFutures(other, "sobol", 16));
    };
    const stepped = harbourStudy((text) =>
      text.replace("with: {fire-rate: 0.3}", "with: {fire-rate: 0.3, channel-silted: 0.2}"),
    );

    expect(changed("{uniform: [2 /yr, 6 /yr]}")).toEqual({
      kind: "uncovered",
      belief: "calm",
      uncertainty: "fire-rate",
    });
    expect(changed("5 /yr")).toMatchObject({ kind: "uncovered" });
    expect(beliefRatios(stepped, exploredFutures(stepped, "sobol", 16))).toEqual({
      kind: "correlated-steps",
      belief: "calm",
      uncertainty: "channel-silted",
    });
  });

  it("[EX15] give each package its mean under each, the study's own first, and the one that is best under all", () => {
    const table = exploredTable(study, { futures: 256, replications: 1 });
    const { beliefs, robustness } = assembleExploration(study, table);
    if (beliefs?.kind !== "scored") throw new TypeError(beliefs?.kind);
    const mean = robustness.criteria.find(({ metric }) => metric.id === "mean");

    expect(beliefs.beliefs.map(({ name }) => name)).toEqual([undefined, "calm", "busy"]);
    expect(beliefs.beliefs[0]?.effective).toBeCloseTo(256, 6);
    expect(beliefs.best).toEqual(["both"]);
    for (const { package: id, means, floor } of beliefs.packages) {
      expect(means[0]).toBeCloseTo(mean?.scores.find((one) => one.package === id)?.value ?? Number.NaN, 9);
      expect((floor?.low ?? 2) <= (floor?.high ?? -1)).toBe(true);
    }
  });

  it("[EX15] need futures enough, and are absent where the study states none", () => {
    const few = assembleExploration(study, exploredTable(study, { futures: 16, replications: 1 }));
    const none = harbourStudy((text) => text.replace(/^ {4}beliefs: .*\n/m, ""));

    expect(few.beliefs).toEqual({ kind: "too-thin", thin: ["calm", "busy"], least: 30 });
    expect(
      assembleExploration(none, exploredTable(none, { futures: 4, replications: 1 })).beliefs,
    ).toBeUndefined();
  });
});
