import { availableParallelism } from "node:os";
import {
  assembleExperiments,
  type Block,
  blocksLeft,
  type ExperimentOptions,
  type ExperimentPlan,
  type Experiments,
  planExperiments,
} from "@shikumi/analysis/experiments";
import type { Design } from "@shikumi/analysis/frame";
import { throwIfInterrupted, WorkbenchError } from "../workbench-error.ts";
import type { ExperimentStart, RowRange } from "./experiment-message.ts";
import { ModelThreads } from "./model-threads.ts";

/** How experiments are run on threads. */
export interface ThreadedExperimentOptions extends ExperimentOptions {
  /** Worker threads, 1 or more; all the machine offers unless given. The caller's thread only hands out rows. */
  readonly threads?: number;
  /** Blocks that are there already; their rows are not run again. */
  readonly done?: readonly Block[];
  /** Rows handed to a thread at once; unless given, enough for about 4,096 runs, and fewer where that would leave threads idle. */
  readonly blockRows?: number;
  /** Called with each block as it comes, so that it can be kept; what it throws ends the work. */
  readonly onBlock?: (block: Block) => void;
  /** Rows that are there, of all. */
  readonly progress?: (rows: number, total: number) => void;
  readonly signal?: AbortSignal | undefined;
  /** Most memory for the objects of a thread, in MiB; Node's own limit unless given. A thread that needs more dies. */
  readonly memoryMiB?: number;
}

/** A thread that died, and the rows it was running. */
export interface ThreadDeath extends RowRange {
  readonly cause: string;
}

/** Results, and which threads died on the way. */
export interface ThreadedExperiments {
  readonly experiments: Experiments;
  /** In the order in which they died. Rows that killed a thread by themselves are failed runs with the cause `thread-died: …`; all others were run. */
  readonly deaths: readonly ThreadDeath[];
}

/** Deaths after which rows that kill threads are no longer halved, but given up together. */
const patience = 100;

/**
 * Runs a model over a design on worker threads. `model` is the URL of a JavaScript module that exports a `model` (`Model` of `@shikumi/analysis/experiments`). Any number of threads and any
 * blocks give the bits of `runExperiments`. A thread that dies (memory, `process.exit`) is replaced; the rows it was running are cut in halves until those that kill threads are alone, and these become
 * failed runs with their cause. Throws `AnalysisError` as `runExperiments` does, `WorkbenchError` `interrupted` (every block that was finished has gone to `onBlock`) and `thread-failed` (the
 * module cannot be loaded, or gives different models), `RangeError` for a number of threads or rows that is none. Every thread has ended before the promise settles.
 */
export async function runExperimentsOnThreads(
  model: URL,
  design: Design,
  {
    threads = availableParallelism(),
    done = [],
    blockRows,
    onBlock,
    progress,
    signal,
    memoryMiB,
    ...plain
  }: ThreadedExperimentOptions = {},
): Promise<ThreadedExperiments> {
  checkPositive("threads", threads);
  if (blockRows !== undefined) checkPositive("blockRows", blockRows);
  if (memoryMiB !== undefined) checkPositive("memoryMiB", memoryMiB);
  throwIfInterrupted(signal);
  const { alternatives, replications, seed } = plain;
  const options: ExperimentOptions = {
    ...(alternatives === undefined ? {} : { alternatives }),
    ...(replications === undefined ? {} : { replications }),
    ...(seed === undefined ? {} : { seed }),
  };
  const start: ExperimentStart = { model: model.href, design: sharedDesign(design), options };
  const pool = new ModelThreads(start, memoryMiB, signal);
  try {
    await pool.add(Math.max(1, Math.min(threads, design.rows)));
    const plan = planExperiments(pool.face, design, options);
    if (pool.planId !== plan.id) {
      throw new WorkbenchError("thread-failed", "", "the threads do not run what was planned");
    }
    const blocks = [...done];
    let rows = done.reduce((sum, block) => sum + block.rows, 0);
    const keep = (block: Block): void => {
      blocks.push(block);
      rows += block.rows;
      onBlock?.(block);
      progress?.(rows, design.rows);
    };
    const step = blockRows ?? Math.min(Math.ceil(design.rows / (threads * 16)), rowsOfRuns(plan, 4096));
    const deaths = await pool.run(blocksLeft(plan, { blockRows: Math.max(1, step), done }), {
      keep,
      giveUp: (range, cause) => keep(lostBlock(plan, range, cause)),
      patience,
    });
    return { experiments: assembleExperiments(plan, blocks), deaths };
  } finally {
    await pool.end();
  }
}

function checkPositive(name: string, value: number): void {
  if (!(Number.isSafeInteger(value) && value > 0)) {
    throw new RangeError(`${name} must be a positive integer, got ${value}`);
  }
}

function rowsOfRuns({ alternatives, replications }: ExperimentPlan, runs: number): number {
  return Math.max(1, Math.ceil(runs / (alternatives.length * replications)));
}

/** The design with its columns in memory that all threads see. */
function sharedDesign(design: Design): Design {
  const columns = design.columns.map((column) => {
    const shared = new Float64Array(new SharedArrayBuffer(column.byteLength));
    shared.set(column);
    return shared;
  });
  return { ...design, columns };
}

/** Rows that could not be run: every run of them failed, with the cause. */
function lostBlock(
  { id, face, alternatives, replications }: ExperimentPlan,
  range: RowRange,
  cause: string,
): Block {
  const cells = alternatives.length * range.rows * replications;
  const failures = Array.from({ length: cells }, (_, cell) => ({
    alternative: Math.floor(cell / (range.rows * replications)),
    row: range.first + (Math.floor(cell / replications) % range.rows),
    replication: cell % replications,
    cause,
  }));
  const columns = face.outcomes.map(() => new Float64Array(cells).fill(Number.NaN));
  return { planId: id, ...range, columns, failures };
}
