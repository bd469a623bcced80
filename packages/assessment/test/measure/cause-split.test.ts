import { causes } from "@shikumi/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { causeFindings, splitShortfall } from "../../src/measure/cause-split.ts";
import { relaxationCount } from "../../src/run/evaluate-job.ts";
import { obstacleStudy } from "../small-study.ts";
import { emptyResult, layoutOfTasks, runOfResults } from "../synthetic-run.ts";

const study = obstacleStudy();
const layout = layoutOfTasks(["act"]);

/** Runs of one replication each in which `values[future][mask]` is delivered of 100. */
function runOfValues(values: readonly (readonly number[])[]) {
  const results = values.map((worth, future) => {
    const result = emptyResult(future, layout, 1);
    result.demanded.fill(100);
    result.delivered.fill(worth[0] as number);
    result.relaxedDelivered.set(worth);
    return result;
  });
  return runOfResults(study, results, 1);
}

const worths = fc.array(
  fc.array(fc.double({ min: 0, max: 100, noNaN: true }), {
    minLength: relaxationCount,
    maxLength: relaxationCount,
  }),
  { minLength: 1, maxLength: 4 },
);

describe("splitShortfall", () => {
  it("[X1] parts and irreducible add up to the shortfall, negative parts included", () => {
    fc.assert(
      fc.property(worths, (values) => {
        const run = runOfValues(values);

        for (const { shortfall, parts, irreducible } of causeFindings(run, run)) {
          const total = parts.reduce((sum, part) => sum + part.figure.value, irreducible.value);
          expect(Math.abs(total - shortfall.value)).toBeLessThanOrEqual(1e-12);
        }
      }),
    );
  });

  it("[X1] gives a cause that alone restores everything the whole part, and law's two causes apart", () => {
    for (const [player] of causes.entries()) {
      const values = Array.from({ length: relaxationCount }, (_, mask) => (mask & (1 << player) ? 100 : 0));

      const { parts, irreducible } = splitShortfall(runOfValues([values]), { tasks: [0], missions: [0] });

      for (const [other, part] of parts.entries()) {
        if (other === player) expect(part[0]).toBeCloseTo(100, 10);
        else expect(part[0]).toBe(0);
      }
      expect(irreducible[0]).toBe(0);
    }
  });

  it("[X1] keeps a part below zero where relaxing a cause does harm", () => {
    const values = Array.from({ length: relaxationCount }, (_, mask) => (mask & 8 ? 40 : 60));
    const run = runOfValues([values, values]);

    const [domain] = causeFindings(run, run);

    expect(domain?.parts.find((part) => part.cause === "capability")?.figure.value).toBeCloseTo(-0.2, 12);
    expect(domain?.irreducible.value).toBeCloseTo(0.6, 12);
  });
});
