import { availableParallelism } from "node:os";
import { setImmediate } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import {
  type Assessment,
  type AssessmentPlan,
  assemble,
  assessSteps,
  type Job,
  type JobResult,
  planJobs,
} from "@shikumi/assessment";
import { KernelError } from "@shikumi/kernel";
import { parseStudy, type Study, type StudyFile } from "@shikumi/model";
import { throwIfInterrupted, WorkbenchError } from "../workbench-error.ts";
import { JobQueue } from "./job-queue.ts";
import type { ThreadAnswer, ThreadStart } from "./thread-message.ts";

export interface ThreadOptions {
  /** Worker threads; 1 means this thread. All the machine offers unless given. */
  readonly threads?: number;
  readonly progress?: ((done: number, total: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** The study of the files, where it has been read already. */
  readonly study?: Study | undefined;
}

/**
 * Assesses a study on several threads (B4). Any number of threads gives the same bits: results are put together by the place of their job, whoever finished first.
 * Throws `WorkbenchError` `interrupted` and `thread-failed`, `KernelError`, and `RangeError` for a plan or files that make no study.
 */
export async function assessOnThreads(
  files: readonly StudyFile[],
  plan: AssessmentPlan = {},
  { threads = availableParallelism(), progress, signal, study: given }: ThreadOptions = {},
): Promise<Assessment> {
  if (!(Number.isSafeInteger(threads) && threads > 0))
    throw new RangeError(`threads must be a positive integer, got ${threads}`);
  throwIfInterrupted(signal);
  // Threads read the study themselves, while this one reads it and plans.
  const workers = threads === 1 ? [] : startWorkers(files, threads);
  try {
    const study = given ?? parseStudy(files).study;
    if (study === undefined) throw new RangeError("the files are not a study: they have errors");
    if (threads === 1) return await assessHere(study, plan, { progress, signal });
    const { jobs } = planJobs(study, plan);
    return assemble(study, plan, jobs, await evaluateOn(workers, jobs, { progress, signal }));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

type WorkOptions = Pick<ThreadOptions, "progress" | "signal">;

/** Step by step on this thread, which stays open to other work and to interruption in between. */
async function assessHere(
  study: Study,
  plan: AssessmentPlan,
  { progress, signal }: WorkOptions,
): Promise<Assessment> {
  const steps = assessSteps(study, plan);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    progress?.(step.value.done, step.value.total);
    await setImmediate();
    throwIfInterrupted(signal);
  }
}

function startWorkers(files: readonly StudyFile[], threads: number): readonly Worker[] {
  const start: ThreadStart = { files };
  return Array.from(
    { length: threads },
    () => new Worker(new URL("./assessment-worker.js", import.meta.url), { workerData: start, execArgv: [] }),
  );
}

/** All results, in the order in which they came. */
async function evaluateOn(
  workers: readonly Worker[],
  jobs: readonly Job[],
  { progress, signal }: WorkOptions,
): Promise<readonly JobResult[]> {
  const queue = new JobQueue(jobs);
  let stop: (() => void) | undefined;
  try {
    return await new Promise<readonly JobResult[]>((resolve, reject) => {
      const results: JobResult[] = [];
      stop = () => reject(new WorkbenchError("interrupted", "", "the work was interrupted"));
      signal?.addEventListener("abort", stop);
      workers.forEach((worker, thread) => {
        const next = (): void => {
          const job = queue.take(thread);
          if (job !== undefined) worker.postMessage({ job });
        };
        worker.on("message", (answer: ThreadAnswer) => {
          if (answer.kind === "kernel-error") return reject(new KernelError(answer.code, answer.message));
          if (answer.kind === "failure") return reject(answer.error);
          results.push(answer.result);
          progress?.(results.length, jobs.length);
          if (results.length === jobs.length) resolve(results);
          else next();
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
  }
}
