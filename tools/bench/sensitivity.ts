import { spawnSync } from "node:child_process";
import { designOf, type Outcome, outcomeOf } from "@shikumi/analysis/frame";
import { type SaltelliDesign, saltelliDesign, sobol } from "@shikumi/analysis/sampling";
import {
  decisionSensitivity,
  deltaIndices,
  firstOrderIndices,
  pawnIndices,
  type SobolResult,
  shapleyEffects,
  sobolIndices,
} from "@shikumi/analysis/sensitivity";
import {
  ishigami,
  ishigamiIndices,
  runOn,
  unitInputs,
} from "../../packages/analysis/test/sensitivity/models.ts";
import { type Bench, interleaved, median } from "./bench.ts";

/** Seconds indices of 1,048,576 rows with intervals may take. */
const longest = 0.3;

/** What SALib's `analyze` with 100 resamples takes on the same rows, where it is installed. Prints seconds. */
const salib = `
import time, numpy as np
from SALib.analyze import sobol
from SALib.sample import sobol as sample
p = {"num_vars": 3, "names": ["a", "b", "c"], "bounds": [[-np.pi, np.pi]] * 3}
x = sample.sample(p, 2 ** 14, calc_second_order=True, seed=42)
y = np.sin(x[:, 0]) + 7 * np.sin(x[:, 1]) ** 2 + 0.1 * x[:, 2] ** 4 * np.sin(x[:, 0])
t = time.perf_counter()
sobol.analyze(p, y, calc_second_order=True, num_resamples=100, seed=1)
print(time.perf_counter() - t)
`;

/** Sobol' indices of Ishigami's function with errors against the analytic values, and the seconds of the other measures of sensitivity. */
export const sensitivityBench: Bench = {
  name: "sensitivity",
  about:
    "Sobol' indices of 1,048,576 rows with intervals: seconds and errors; the other measures on 16,384 rows",
  async run(scale) {
    const rounds = Math.max(3, Math.round(7 * scale));
    const seeds = Math.max(3, Math.round(10 * scale));
    const problems: string[] = [];
    const large = sampled(1 << 17, 8, 0);
    const small = sampled(1 << 14, 8, 0);
    const plain = designOf(
      ["a", "b", "c"].map((name) => ({ kind: "real", name, low: 0, high: 1 })),
      sobol({ rows: 1 << 14, dimensions: 3 }).columns,
    );
    const outcome = runOn(plain, ishigami);
    const other = outcomeOf(plain, "other", new Float64Array(plain.rows).fill(3));
    const [design = 0, indices = 0, smaller = 0, delta = 0, pawn = 0, first = 0, decision = 0] =
      await interleaved(
        [
          () => saltelliDesign(unitInputs(3), { base: 1 << 17, scrambles: 8, secondOrder: true }),
          () => sobolIndices(large.saltelli, large.outcome),
          () => sobolIndices(small.saltelli, small.outcome),
          () => deltaIndices(plain, outcome),
          () => pawnIndices(plain, outcome),
          () => firstOrderIndices(plain, outcome),
          () => decisionSensitivity(plain, [outcome, other]),
        ],
        rounds,
      );
    const [shapley = 0] = await interleaved([() => shapleyEffects(plain, outcome, { resamples: 0 })], 3);
    if (indices > longest) problems.push(`indices of 1,048,576 rows took ${indices.toFixed(2)} s`);
    if (delta > 1) problems.push(`delta of 16,384 rows took ${delta.toFixed(2)} s`);
    const peer = salibSeconds();
    return {
      figures: {
        "design of 1,048,576 rows, seconds": design,
        "Sobol' indices with intervals, 1,048,576 rows, seconds": indices,
        "Sobol' indices with intervals, 131,072 rows, seconds": smaller,
        "SALib, 131,072 rows, 100 resamples, seconds": peer ?? "absent",
        "ratio SALib to Shikumi, 131,072 rows": peer === undefined ? "absent" : peer / smaller,
        ...errorFigures(1 << 14, 1, seeds),
        ...errorFigures(1 << 17, 1, seeds),
        ...errorFigures(1 << 17, 8, seeds),
        "delta, 16,384 rows, 100 resamples, seconds": delta,
        "PAWN, 16,384 rows, 100 resamples, seconds": pawn,
        "first order from given data, 16,384 rows, 100 resamples, seconds": first,
        "decision, 16,384 rows, 100 resamples, seconds": decision,
        "Shapley effects, 16,384 rows, 3 inputs, seconds": shapley,
      },
      problems,
    };
  },
};

function sampled(
  base: number,
  scrambles: number,
  seed: number,
): { readonly saltelli: SaltelliDesign; readonly outcome: Outcome } {
  const saltelli = saltelliDesign(unitInputs(3), { base, scrambles, secondOrder: true, seed });
  return { saltelli, outcome: runOn(saltelli.design, ishigami) };
}

/** Median and largest error over seeds of the worst of the three indices, and how often intervals cover. */
function errorFigures(base: number, scrambles: number, seeds: number): Record<string, number> {
  const results = Array.from({ length: seeds }, (_, seed) => {
    const { saltelli, outcome } = sampled(base, scrambles, seed);
    return estimatesOf(sobolIndices(saltelli, outcome));
  });
  const errors = (which: "first" | "total"): readonly number[] =>
    results.map((estimates) =>
      Math.max(...estimates.filter(({ order }) => order === which).map(({ error }) => error)),
    );
  const covered = results.flat().map(({ isCovered }) => isCovered);
  const about = `N = 2^${Math.log2(base)}, ${scrambles} ${scrambles === 1 ? "scramble" : "scrambles"}`;
  return {
    [`${about}: error S, median`]: median(errors("first")),
    [`${about}: error S, largest`]: Math.max(...errors("first")),
    [`${about}: error T, median`]: median(errors("total")),
    [`${about}: error T, largest`]: Math.max(...errors("total")),
    ...(scrambles === 1
      ? {}
      : { [`${about}: share covered`]: covered.filter(Boolean).length / covered.length }),
  };
}

interface Judged {
  readonly order: "first" | "total";
  readonly error: number;
  readonly isCovered: boolean;
}

function estimatesOf(result: SobolResult): readonly Judged[] {
  if (result.kind !== "indices") throw new TypeError(result.reason);
  return result.factors.flatMap((factor, at) =>
    (["first", "total"] as const).map((order) => {
      const { value, interval } = factor[order];
      const truth = ishigamiIndices[order][at] ?? Number.NaN;
      const isCovered = interval.kind === "interval" && interval.low <= truth && truth <= interval.high;
      return { order, error: Math.abs(value - truth), isCovered };
    }),
  );
}

function salibSeconds(): number | undefined {
  const { status, stdout } = spawnSync("python3", ["-c", salib], { encoding: "utf8", timeout: 120_000 });
  const seconds = Number(stdout);
  return status === 0 && seconds > 0 ? seconds : undefined;
}
