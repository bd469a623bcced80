import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { owenValues } from "../../src/index.ts";
import { box, found, points } from "./discovery.ts";
import { dispersed, experiments, untilSure } from "./experiments.ts";
import { rows, use, volume } from "./pareto.ts";
import { check, enough, ranks, regret, tail, within20days } from "./robustness.ts";
import { acceptance, design, larger } from "./sampling.ts";
import { answer, decision, indices } from "./sensitivity.ts";

const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");

describe("the examples of the README", () => {
  it.each(["sampling", "experiments", "robustness", "pareto", "discovery", "sensitivity"])(
    "[E1] shows the file %s.ts as it is run here",
    (name) => {
      const file = readFileSync(new URL(`${name}.ts`, import.meta.url), "utf8");

      expect(readme).toContain(`\`\`\`ts\n${file}\`\`\``);
    },
  );

  it("[E1] divides a gain that needs two causes in halves", () => {
    expect(owenValues(Float64Array.of(0, 0, 0, 1), [[0], [1]])).toEqual(Float64Array.of(0.5, 0.5));
  });

  it("[E1] samples futures that are joined, constrained and can be added to", () => {
    const [warning, resupply] = design.columns as [Float64Array, Float64Array];

    expect(acceptance).toBeGreaterThan(0.98);
    expect(acceptance).toBeLessThan(1);
    expect(warning.every((days, row) => days + (resupply[row] as number) <= 40)).toBe(true);
    expect(larger.design.columns[0]?.slice(0, design.rows)).toEqual(warning);
  });

  it("[E1] runs a model, keeps failed runs apart and stops when it knows enough", () => {
    const caught = design.columns[0]?.filter((warning) => warning < 0.5).length as number;

    expect(caught).toBeGreaterThan(0);
    expect(experiments.failures).toHaveLength(3 * caught);
    expect(dispersed.failures?.size).toBe(caught);
    expect(untilSure.stopped).toBe("narrow-enough");
    expect(untilSure.looks.length).toBeGreaterThan(1);
  });

  it("[E1] scores robustness with intervals, ranks and words of likelihood", () => {
    expect(tail?.scores.map(({ value = 0 }) => Math.round(value))).toEqual([28, 20, 21]);
    expect(regret?.scores[2]?.value).toBeLessThan(regret?.scores[1]?.value as number);
    expect(check?.kind).toBe("same");
    expect(ranks.kind === "ranked" && ranks.best[1]?.share).toBe(1);
    expect(enough).toMatchObject({ kind: "enough", best: [1] });
    expect(within20days.kind === "judged" && within20days.likelihoods.map(({ kind }) => kind)).toEqual([
      "one-band",
      "beliefs-differ",
      expect.any(String),
    ]);
  });

  it("[E1] filters what is dominated and counts what has no value", () => {
    expect([...rows]).toEqual([0, 1, 3]);
    expect(use.missing).toBe(1);
    // By hand: 1 × 10 + 4 × 8 + 2 × 3.
    expect(volume).toBe(48);
  });

  it("[E1] finds the futures of long resupply, confirmed on rows kept apart", () => {
    expect(box?.box.limits.map(({ factor }) => factor)).toContain("resupply");
    expect(box?.heldOut.density?.value).toBeGreaterThan(0.7);
    expect(points).toHaveLength(found.searches.length);
  });

  it("[E1] tells what moves the outcome, what moves the decision, and where it switches", () => {
    // y = a + 2 b: variances 1 and 4.
    expect(indices.kind === "indices" && indices.factors.map(({ first }) => first.value)).toEqual([
      expect.closeTo(0.2, 2),
      expect.closeTo(0.8, 2),
    ]);
    expect(decision.kind === "decision" && decision.best).toBe("stock parts");
    expect(answer.kind === "switches" && answer.value).toBeCloseTo(Math.sqrt(3), 8);
  });
});
