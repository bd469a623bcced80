import { availableParallelism } from "node:os";
import { setImmediate } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { createExploration, type RunValues, runBlock } from "@shikumi/assessment";
import type { Study, StudyFile } from "@shikumi/model";
import { throwIfInterrupted, WorkbenchError } from "../workbench-error.ts";
import type { PlannedBlock } from "./block-plan.ts";
import type { ExploreAnswer, ExploreStart, ExploreTask } from "./explore-message.ts";

/** How blocks are run. */
export interface BlockOptions {
  /** Worker threads; 1 means this thread. Unless given, all processors where the work is worth their start. */
  readonly threads: number | undefined;
  readonly signal: AbortSignal | undefined;
  /** Keeps the rows of a block. Called one at a time. */
  readonly keep: (planned: PlannedBlock, values: readonly RunValues[]) => Promise<void>;
}

/** Seconds of work from which other threads, which each read the study first, are worth their start. */
const worthwhile = 8;

/**
 * Runs blocks and keeps the rows of each as it ends (B8). When interrupted, what has been kept stays. Throws `WorkbenchError` `interrupted` and `thread-failed`.
 */
export async function runBlocks(
  study: Study,
  files: readonly StudyFile[],
  blocks: readonly PlannedBlock[],
  options: BlockOptions,
): Promise<void> {
  const { threads, signal, keep } = options;
  throwIfInterrupted(signal);
  if (threads !== undefined && threads > 1 && blocks.length > 1)
    return await runOnWorkers(files, blocks, threads, options);
  const context = createExploration(study);
  const [first, ...rest] = blocks;
  if (first === undefined) return;
  runBlock(context, { ...first.block, futures: first.block.futures.slice(0, 1) });
  const before = performance.now();
  await keep(first, runBlock(context, first.block));
  const seconds = ((performance.now() - before) / 1000) * rest.length;
  const processors = availableParallelism();
  if (threads === undefined && processors > 1 && seconds > worthwhile && rest.length > 1)
    return await runOnWorkers(files, rest, processors, options);
  for (const planned of rest) {
    await setImmediate();
    throwIfInterrupted(signal);
    await keep(planned, runBlock(context, planned.block));
  }
}

/** Ends every thread before it settles. */
async function runOnWorkers(
  files: readonly StudyFile[],
  blocks: readonly PlannedBlock[],
  threads: number,
  { signal, keep }: BlockOptions,
): Promise<void> {
  const start: ExploreStart = { files };
  const waiting = [...blocks];
  const workers = Array.from(
    { length: Math.min(threads, blocks.length) },
    () => new Worker(new URL("./explore-worker.js", import.meta.url), { workerData: start, execArgv: [] }),
  );
  let stop: (() => void) | undefined;
  let kept = Promise.resolve();
  try {
    await new Promise<void>((resolve, reject) => {
      let left = blocks.length;
      stop = () => reject(new WorkbenchError("interrupted", "", "the work was interrupted"));
      signal?.addEventListener("abort", stop);
      workers.forEach((worker) => {
        let current: PlannedBlock | undefined;
        let keptBefore = Promise.resolve();
        const next = (): void => {
          current = takeNext(waiting, current);
          if (current !== undefined) worker.postMessage({ block: current.block } satisfies ExploreTask);
        };
        worker.on("message", (answer: ExploreAnswer) => {
          const planned = current;
          if (answer.kind === "failure") return reject(answer.error);
          if (planned === undefined) return;
          kept = kept
            .then(() => keep(planned, answer.values))
            .then(() => {
              left -= 1;
              if (left === 0) resolve();
            });
          kept.catch(reject);
          // A thread is at most one block ahead of the folder: what waits to be written stays small, and so does what an interruption waits for.
          keptBefore.then(next, () => undefined);
          keptBefore = kept;
        });
        worker.on("error", (cause) =>
          reject(new WorkbenchError("thread-failed", "", "a worker thread failed", { cause })),
        );
        worker.on("exit", () =>
          reject(new WorkbenchError("thread-failed", "", "a worker thread ended early")),
        );
        next();
      });
    });
  } finally {
    if (stop !== undefined) signal?.removeEventListener("abort", stop);
    await kept.catch(() => undefined);
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/** The next block of the package a thread did last, else the last that waits: so that threads meet as late as possible and each compiles few packages. */
function takeNext(waiting: PlannedBlock[], last: PlannedBlock | undefined): PlannedBlock | undefined {
  const same = waiting.findIndex(({ block }) => block.package === last?.block.package);
  if (same >= 0) return waiting.splice(same, 1)[0];
  return last === undefined ? waiting.shift() : waiting.pop();
}
