import { execFile } from "node:child_process";
import { once } from "node:events";
import { loadavg } from "node:os";
import { promisify } from "node:util";
import { Worker } from "node:worker_threads";
import { type Model, planExperiments, runBlock } from "@shikumi/analysis/experiments";
import { type Design, designOf } from "@shikumi/analysis/frame";
import { runExperimentsOnThreads } from "@shikumi/workbench/experiments";
import type { Bench, BenchResult } from "./bench.ts";
import { inTurns, type Turns } from "./turns.ts";

const rounds = 7;
const lakeUrl = new URL("lake-model.mjs", import.meta.url);

/** The same two models under EMA Workbench, sequential; prints runs a second of each by its own clock, the second of two times. */
const emaScript = `
import os, time, warnings
os.environ["TQDM_DISABLE"] = "1"
warnings.filterwarnings("ignore")
from ema_workbench import Model, RealParameter, ScalarOutcome, SequentialEvaluator, perform_experiments
def uniform(counter, seed):
    x = (counter ^ (seed * 0x9E3779B9)) & 0xFFFFFFFF
    x = ((x ^ (x >> 16)) * 0x7FEB352D) & 0xFFFFFFFF
    x = ((x ^ (x >> 15)) * 0x846CA68B) & 0xFFFFFFFF
    return (x ^ (x >> 16)) / 4294967296
inflow = [(2 * uniform(t, 9) - 1) * 3 ** 0.5 for t in range(100)]
def trivial(b=0.5, q=0.5, mean=0.5):
    return {"y": b + q * mean}
def lake(b=0.42, q=2.0, mean=0.02, stdev=0.001, delta=0.98, d=0.05):
    p, most, below, utility = 0.0, 0.0, 0, 0.0
    for t in range(100):
        r = p ** q
        p = (1 - b) * p + r / (1 + r) + d + mean + stdev * inflow[t]
        most, below, utility = max(most, p), below + (p < 0.6), utility + 0.4 * d * delta ** t
    return {"maxP": most, "utility": utility, "reliability": below / 100}
ranges = {"b": (.1, .45), "q": (2, 4.5), "mean": (.01, .05), "stdev": (.001, .005), "delta": (.93, .99), "d": (0, .1)}
def rate(name, function, inputs, outcomes, runs):
    model = Model(name, function=function)
    model.uncertainties = [RealParameter(one, *ranges[one]) for one in inputs]
    model.outcomes = [ScalarOutcome(one) for one in outcomes]
    for again in range(2):
        start = time.perf_counter()
        perform_experiments(model, runs, evaluator=SequentialEvaluator(model))
        seconds = time.perf_counter() - start
    return runs / seconds
print(rate("trivial", trivial, ["b", "q", "mean"], ["y"], 20000), rate("lake", lake, list(ranges), ["maxP", "utility", "reliability"], 10000))
`;

interface LakeModule {
  readonly model: Model;
  /** The same with `Math.exp` and `Math.log`. */
  readonly plain: Model;
  readonly ranges: readonly (readonly [number, number])[];
  readonly counterUniform: (counter: number, seed: number) => number;
}

const trivial: Model = {
  inputs: ["b", "q", "mean"],
  outcomes: ["y"],
  run(inputs, outputs) {
    outputs[0] = (inputs[0] as number) + (inputs[1] as number) * (inputs[2] as number);
  },
};

/**
 * Runs a second of the trivial model y = a + b c and of the lake of 100 years, beside the model alone in a plain loop, on one core; and what two worker threads gain on one. Rates on one core are
 * counted by processor seconds, because wall seconds measure the rest of the machine too; wall seconds are printed beside them. Two workers are measured beside two threads that do nothing but loop
 * over the model: that is all the machine offers at the time, and on a machine that is busy it is less than 1.7. There the processor time of both decides: two workers that need at most 2 ÷ 1.7
 * times as much as one would gain 1.7 if nobody else ran.
 */
export const experimentsBench: Bench = {
  name: "experiments",
  about: "runs a second of plain models on one core, and what a second worker thread gains",
  async run(scale): Promise<BenchResult> {
    const lake = (await import(lakeUrl.href)) as LakeModule;
    const small = lakeDesign(lake, Math.round(20_000 * scale));
    const large = lakeDesign(lake, Math.round(900_000 * scale));
    const three = firstFactors(large, 3);
    const run = (model: Model, design: Design) => (): unknown =>
      runBlock(model, planExperiments(model, design), 0, design.rows);
    const turns = await inTurns(
      [run(trivial, three), run(lake.model, small), run(lake.plain, small), aloneOf(lake.model, small)],
      rounds,
    );
    const [trivialRate, lakeRate, plainRate, aloneRate] = [three, small, small, small].map(
      ({ rows }, at) => ({
        byProcessor: rows / (turns[at]?.processor ?? Number.NaN),
        byWall: rows / (turns[at]?.median ?? Number.NaN),
        best: rows / (turns[at]?.best ?? Number.NaN),
      }),
    ) as [Rate, Rate, Rate, Rate];
    const difference = largestDifference(lake, small);
    const loadBefore = loadavg()[0] ?? 0;
    const [one, two, bareOne, bareTwo] = (await inTurns(
      [
        ...[1, 2].map((threads) => () => runExperimentsOnThreads(lakeUrl, large, { threads })),
        ...[1, 2].map((threads) => () => bareThreads(threads, large.rows)),
      ],
      rounds,
    )) as [Turns, Turns, Turns, Turns];
    const offered = Math.max(bareOne.median / bareTwo.median, bareOne.best / bareTwo.best);
    const gain = Math.max(one.median / two.median, one.best / two.best);
    const free = (2 * one.processor) / two.processor;
    const peer = await emaRates();
    return {
      figures: {
        "trivial, runs/s": trivialRate.byProcessor,
        "trivial, runs/s by wall clock": trivialRate.byWall,
        "lake1, runs/s": lakeRate.byProcessor,
        "lake1, runs/s by wall clock": lakeRate.byWall,
        "lake1, runs/s, best round": lakeRate.best,
        "lake1 with Math.exp and Math.log, runs/s": plainRate.byProcessor,
        "lake1 with Math.exp and Math.log, runs/s, best round": plainRate.best,
        "lake1, largest relative difference of the two, 1e-12": difference * 1e12,
        "lake1 alone in a loop, runs/s": aloneRate.byProcessor,
        "ratio lake1 to alone": lakeRate.byProcessor / aloneRate.byProcessor,
        "lake1, one worker, runs/s": large.rows / one.median,
        "lake1, two workers, runs/s": large.rows / two.median,
        "lake1, two workers, runs/s, best round": large.rows / two.best,
        "ratio two workers to one": one.median / two.median,
        "ratio two workers to one, best rounds": one.best / two.best,
        "ratio two bare threads to one": bareOne.median / bareTwo.median,
        "ratio two bare threads to one, best rounds": bareOne.best / bareTwo.best,
        "ratio two workers to one on free processors, by processor time": free,
        "load before two workers": loadBefore,
        "EMA Workbench trivial, runs/s": peer?.trivial ?? "absent",
        "EMA Workbench lake1, runs/s": peer?.lake ?? "absent",
        ...(peer === undefined
          ? {}
          : {
              "ratio trivial to EMA": trivialRate.byWall / peer.trivial,
              "ratio lake1 to EMA": lakeRate.byWall / peer.lake,
            }),
      },
      problems: [
        ...(trivialRate.byProcessor >= 1_000_000
          ? []
          : ["the trivial model runs less than 1,000,000 times a second"]),
        ...(lakeRate.byProcessor >= 200_000 ? [] : ["the lake runs less than 200,000 times a second"]),
        ...(difference < 1e-9 ? [] : [`the two lakes differ by ${difference}`]),
        ...(gain >= 1.7 || (offered < 1.7 && free >= 1.7)
          ? []
          : [
              `two workers do ${gain.toFixed(2)} times what one does, two bare threads ${offered.toFixed(2)}; by processor time ${free.toFixed(2)}`,
            ]),
      ],
    };
  },
};

interface Rate {
  readonly byProcessor: number;
  readonly byWall: number;
  readonly best: number;
}

/** Largest relative difference of any outcome between the lake by tables and the plain one. */
function largestDifference({ model, plain }: LakeModule, design: Design): number {
  const [one, other] = [model, plain].map(
    (which) => runBlock(which, planExperiments(which, design), 0, design.rows).columns,
  );
  let largest = 0;
  one?.forEach((column, at) => {
    column.forEach((value, row) => {
      const twin = other?.[at]?.[row] as number;
      largest = Math.max(largest, Math.abs(value - twin) / Math.max(Math.abs(twin), 1e-9));
    });
  });
  return largest;
}

function lakeDesign({ model, ranges, counterUniform }: LakeModule, rows: number): Design {
  const factors = (model.inputs ?? []).map((name, at) => {
    const [low = 0, high = 0] = ranges[at] ?? [];
    return { kind: "real" as const, name, low, high };
  });
  const columns = factors.map(({ low, high }, at) =>
    Float64Array.from({ length: rows }, (_, row) => low + counterUniform(row * 6 + at, 5) * (high - low)),
  );
  return designOf(factors, columns);
}

function firstFactors({ factors, columns }: Design, count: number): Design {
  return designOf(factors.slice(0, count), columns.slice(0, count));
}

/** The model in the plainest loop that there is: what a runner cannot beat. */
function aloneOf(model: Model, { columns, rows }: Design): () => number {
  const inputs = new Float64Array(columns.length);
  const outputs = new Float64Array(model.outcomes.length);
  return () => {
    let sum = 0;
    for (let row = 0; row < rows; row++) {
      for (let at = 0; at < inputs.length; at++) inputs[at] = (columns[at] as Float64Array)[row] as number;
      model.run(inputs, outputs, () => 0);
      sum += outputs[0] as number;
    }
    return sum;
  };
}

/** The model in a plain loop on threads that share nothing, the same number of runs whatever the number of threads. */
async function bareThreads(threads: number, runs: number): Promise<void> {
  const code = `
    import(process.argv[2]).then(({ model, ranges, counterUniform }) => {
      const inputs = new Float64Array(6);
      const outputs = new Float64Array(3);
      for (let row = 0; row < Number(process.argv[3]); row++) {
        for (let at = 0; at < 6; at++) {
          inputs[at] = ranges[at][0] + counterUniform(row * 6 + at, 5) * (ranges[at][1] - ranges[at][0]);
        }
        model.run(inputs, outputs);
      }
    });`;
  await Promise.all(
    Array.from({ length: threads }, async () => {
      const argv = [lakeUrl.href, Math.ceil(runs / threads)];
      await once(new Worker(code, { eval: true, argv, execArgv: [] }), "exit");
    }),
  );
}

/** The same models under EMA Workbench, sequential, by its own clock; `undefined` where it is not installed. */
async function emaRates(): Promise<{ readonly trivial: number; readonly lake: number } | undefined> {
  try {
    const { stdout } = await promisify(execFile)("python3", ["-c", emaScript]);
    const [trivialRate = Number.NaN, lake = Number.NaN] = stdout.trim().split(" ").map(Number);
    return { trivial: trivialRate, lake };
  } catch {
    return undefined;
  }
}
