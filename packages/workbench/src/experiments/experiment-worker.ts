import { parentPort, workerData } from "node:worker_threads";
import { type Model, planExperiments, runBlock } from "@shikumi/analysis/experiments";
import { AnalysisError } from "@shikumi/analysis/frame";
import type { ExperimentAnswer, ExperimentStart, RowRange } from "./experiment-message.ts";

const port = parentPort;
if (port === null) throw new TypeError("this module runs on a worker thread only");

const { model: url, design, options } = workerData as ExperimentStart;
const model = modelIn((await import(url)) as Readonly<Record<string, unknown>>);
const plan = refusable(() => planExperiments(model, design, options));
if (plan !== undefined) {
  const { id, outcomes, inputs } = model;
  const face = {
    outcomes,
    ...(id === undefined ? {} : { id }),
    ...(inputs === undefined ? {} : { inputs }),
  };
  port.on("message", ({ first, rows }: RowRange) => {
    const block = refusable(() => runBlock(model, plan, first, rows));
    if (block === undefined) return;
    answer(
      { kind: "block", block },
      block.columns.map(({ buffer }) => buffer as ArrayBuffer),
    );
  });
  answer({ kind: "ready", face, planId: plan.id });
}

function modelIn(module: Readonly<Record<string, unknown>>): Model {
  const found = module["model"];
  if (typeof found === "object" && found !== null && "run" in found && "outcomes" in found) {
    if (typeof found.run === "function" && Array.isArray(found.outcomes)) return found as unknown as Model;
  }
  throw new TypeError(`${url} does not export a "model" with "run" and "outcomes"`);
}

/** What a call gives; `undefined` after telling the main thread that it was refused. */
function refusable<Result>(call: () => Result): Result | undefined {
  try {
    return call();
  } catch (error) {
    if (!(error instanceof AnalysisError)) throw error;
    answer({ kind: "refused", code: error.code, message: error.message });
    return undefined;
  }
}

function answer(message: ExperimentAnswer, transfer: readonly ArrayBuffer[] = []): void {
  port?.postMessage(message, transfer);
}
