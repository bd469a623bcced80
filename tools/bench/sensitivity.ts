import { type Design, designOf, type Outcome, outcomeOf } from "@shikumi/analysis/frame";
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
import { PythonPeer, ratioTo } from "./python-peer.ts";
import { inTurns } from "./turns.ts";

/** Seconds indices of 1,048,576 rows with intervals may take. */
const longest = 0.3;

/** Peers by their own clock: SALib's `analyze` with 100 resamples on its own 2¹⁴ rows, and scipy's `sobol_indices` (design, model, first and total order, no intervals). */
const peers = `
import numpy as np
def ishigami(x):
    return np.sin(x[0]) + 7 * np.sin(x[1]) ** 2 + 0.1 * x[2] ** 4 * np.sin(x[0])
held = {}
def salib():
    from SALib.analyze import sobol
    from SALib.sample import sobol as sample
    p = {"num_vars": 3, "names": ["a", "b", "c"], "bounds": [[-np.pi, np.pi]] * 3}
    if "y" not in held:
        held["y"] = ishigami(sample.sample(p, 2 ** 14, calc_second_order=True, seed=42).T)
    sobol.analyze(p, held["y"], calc_second_order=True, num_resamples=100, seed=1)
def scipy_indices():
    from scipy.stats import sobol_indices, uniform
    one = uniform(loc=-np.pi, scale=2 * np.pi)
    sobol_indices(func=ishigami, n=2 ** 17, dists=[one, one, one], random_state=1)
calls = {"SALib": salib, "scipy": scipy_indices}
`;

/** Sobol' indices of Ishigami's function with errors against the analytic values, and the seconds of the other measures of sensitivity. */
export const sensitivityBench: Bench = {
  name: "sensitivity",
  about:
    "Sobol' indices of 1,048,576 rows with intervals: seconds and errors; the other measures on 16,384 rows",
  async run(scale) {
    const rounds = Math.max(3, Math.round(7 * scale));
    const seeds = Math.max(3, Math.round(10 * scale));
    const peer = new PythonPeer(peers);
    const problems: string[] = [];
    const large = sampled(1 << 17, 8, 0);
    const small = sampled(1 << 14, 8, 0);
    const half = saltelliDesign(unitInputs(3), { base: 1 << 17 });
    const plain = designOf(
      ["a", "b", "c"].map((name) => ({ kind: "real", name, low: 0, high: 1 })),
      sobol({ rows: 1 << 14, dimensions: 3 }).columns,
    );
    const outcome = runOn(plain, ishigami);
    const other = outcomeOf(plain, "other", new Float64Array(plain.rows).fill(3));
    const [
      designTurns,
      indicesTurns,
      smallerTurns,
      allTurns,
      modelTurns,
      deltaTurns,
      pawnTurns,
      firstTurns,
      decisionTurns,
    ] = await inTurns(
      [
        () => saltelliDesign(unitInputs(3), { base: 1 << 17, scrambles: 8, secondOrder: true }),
        () => sobolIndices(large.saltelli, large.outcome),
        () => sobolIndices(small.saltelli, small.outcome),
        () => wholePath(8),
        () => ishigamiColumn(half.design),
        () => deltaIndices(plain, outcome),
        () => pawnIndices(plain, outcome),
        () => firstOrderIndices(plain, outcome),
        () => decisionSensitivity(plain, [outcome, other]),
        () => peer.call("scipy"),
        () => peer.call("SALib"),
      ],
      rounds,
    );
    const [design, indices, smaller, whole, model, delta, pawn, first, decision] = [
      designTurns,
      indicesTurns,
      smallerTurns,
      allTurns,
      modelTurns,
      deltaTurns,
      pawnTurns,
      firstTurns,
      decisionTurns,
    ].map((turns) => turns?.median ?? Number.NaN) as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    peer.end();
    const [scipy, salib] = [peer.seconds("scipy"), peer.seconds("SALib")];
    const [shapley = 0] = await interleaved([() => shapleyEffects(plain, outcome, { resamples: 0 })], 3);
    if (indices > longest) problems.push(`indices of 1,048,576 rows took ${indices.toFixed(2)} s`);
    if (delta > 1) problems.push(`delta of 16,384 rows took ${delta.toFixed(2)} s`);
    return {
      figures: {
        "design of 1,048,576 rows, ms": design * 1e3,
        "Sobol' indices with intervals, 1,048,576 rows, ms": indices * 1e3,
        "Sobol' indices with intervals, 131,072 rows, ms": smaller * 1e3,
        "SALib, 131,072 rows, 100 resamples, s": salib,
        "ratio SALib to Shikumi, 131,072 rows": ratioTo(salib, smaller),
        "design, model, first and total order with intervals, N = 2^17, ms": whole * 1e3,
        "of which the model, ms": model * 1e3,
        "scipy, the same without intervals, ms": scipy === "absent" ? scipy : scipy * 1e3,
        "ratio scipy without to Shikumi with intervals": ratioTo(scipy, whole),
        ...errorFigures(1 << 14, 1, seeds),
        ...errorFigures(1 << 17, 1, seeds),
        ...errorFigures(1 << 17, 8, seeds),
        "delta, 16,384 rows, 100 resamples, ms": delta * 1e3,
        "PAWN, 16,384 rows, 100 resamples, ms": pawn * 1e3,
        "first order from given data, 16,384 rows, 100 resamples, ms": first * 1e3,
        "decision, 16,384 rows, 100 resamples, ms": decision * 1e3,
        "Shapley effects, 16,384 rows, 3 inputs, ms": shapley * 1e3,
      },
      problems,
    };
  },
};

/** Design of 2¹⁷ points without second order, the model, and its indices. */
function wholePath(scrambles: number): SobolResult {
  const saltelli = saltelliDesign(unitInputs(3), { base: 1 << 17, scrambles });
  return sobolIndices(saltelli, outcomeOf(saltelli.design, "y", ishigamiColumn(saltelli.design)));
}

/** Ishigami's function of a whole design, column by column. */
function ishigamiColumn({ rows, columns }: Design): Float64Array {
  const [a, b, c] = columns as [Float64Array, Float64Array, Float64Array];
  const values = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    const first = Math.sin(Math.PI * (2 * (a[row] as number) - 1));
    const second = Math.sin(Math.PI * (2 * (b[row] as number) - 1));
    const third = Math.PI * (2 * (c[row] as number) - 1);
    values[row] = first + 7 * second * second + 0.1 * third * third * third * third * first;
  }
  return values;
}

function sampled(
  base: number,
  scrambles: number,
  seed: number,
): { readonly saltelli: SaltelliDesign; readonly outcome: Outcome } {
  const saltelli = saltelliDesign(unitInputs(3), { base, scrambles, secondOrder: true, seed });
  return { saltelli, outcome: outcomeOf(saltelli.design, "y", ishigamiColumn(saltelli.design)) };
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
    [`${about}: error S, median, 1e-6`]: 1e6 * median(errors("first")),
    [`${about}: error S, largest, 1e-6`]: 1e6 * Math.max(...errors("first")),
    [`${about}: error T, median, 1e-6`]: 1e6 * median(errors("total")),
    [`${about}: error T, largest, 1e-6`]: 1e6 * Math.max(...errors("total")),
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
