import { Worker } from "node:worker_threads";
import type { Block, ModelFace } from "@shikumi/analysis/experiments";
import { AnalysisError } from "@shikumi/analysis/frame";
import { WorkbenchError } from "../workbench-error.ts";
import type { ExperimentAnswer, ExperimentStart, RowRange } from "./experiment-message.ts";
import { RowQueue } from "./row-queue.ts";

/** What happens to the rows that are run. */
export interface RunHandlers {
  readonly keep: (block: Block) => void;
  /** Called with rows that cannot be run, because every thread that tried died. */
  readonly giveUp: (range: RowRange, cause: string) => void;
  /** Deaths after which rows are no longer halved. */
  readonly patience: number;
}

/** A thread, the rows it has been given, oldest first, and whether its model is loaded. */
interface ModelThread {
  readonly worker: Worker;
  readonly given: RowRange[];
  isReady: boolean;
}

/** Rows given to a thread in advance, so that it does not wait for the main thread between two blocks. */
const ahead = 2;
const longestCause = 200;

/** Worker threads that run rows of one model. Whatever ends the work ends it once; afterwards answers are no longer heard. */
export class ModelThreads {
  readonly #start: ExperimentStart;
  readonly #memoryMiB: number | undefined;
  readonly #signal: AbortSignal | undefined;
  readonly #threads = new Set<ModelThread>();
  readonly #deaths: (RowRange & { readonly cause: string })[] = [];
  #face: ModelFace | undefined;
  #planId = "";
  #queue: RowQueue = new RowQueue([]);
  #handlers: RunHandlers | undefined;
  #left = 0;
  #settle: { readonly resolve: () => void; readonly reject: (error: unknown) => void } | undefined;

  constructor(start: ExperimentStart, memoryMiB: number | undefined, signal: AbortSignal | undefined) {
    this.#start = start;
    this.#memoryMiB = memoryMiB;
    this.#signal = signal;
    signal?.addEventListener("abort", this.#interrupt);
  }

  /** The model's face, once the threads are ready. */
  get face(): ModelFace {
    if (this.#face === undefined) throw new TypeError("no thread is ready");
    return this.#face;
  }

  get planId(): string {
    return this.#planId;
  }

  /** Starts threads and waits until each has loaded the model. */
  async add(count: number): Promise<void> {
    await this.#until(() => {
      for (let at = 0; at < count; at++) this.#spawn();
    });
  }

  /** Runs rows, and waits until all of them have been kept or given up. Which threads died on the way. */
  async run(
    ranges: readonly RowRange[],
    handlers: RunHandlers,
  ): Promise<readonly (RowRange & { readonly cause: string })[]> {
    this.#queue = new RowQueue(ranges);
    this.#handlers = handlers;
    this.#left = ranges.reduce((sum, { rows }) => sum + rows, 0);
    if (this.#left > 0) {
      await this.#until(() => {
        for (let turn = 0; turn < ahead; turn++) for (const thread of this.#threads) this.#give(thread);
      });
    }
    return this.#deaths;
  }

  /** Ends every thread. */
  async end(): Promise<void> {
    this.#signal?.removeEventListener("abort", this.#interrupt);
    const threads = [...this.#threads];
    this.#threads.clear();
    await Promise.all(threads.map(({ worker }) => worker.terminate()));
  }

  readonly #interrupt = (): void => {
    this.#fail(new WorkbenchError("interrupted", "", "the work was interrupted"));
  };

  async #until(begin: () => void): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#settle = { resolve, reject };
      if (this.#signal?.aborted === true) this.#interrupt();
      else begin();
    });
  }

  #fail(error: unknown): void {
    this.#settle?.reject(error);
    this.#settle = undefined;
  }

  #finish(): void {
    this.#settle?.resolve();
    this.#settle = undefined;
  }

  #spawn(): void {
    const worker = new Worker(new URL("./experiment-worker.js", import.meta.url), {
      workerData: this.#start,
      execArgv: [],
      ...(this.#memoryMiB === undefined
        ? {}
        : { resourceLimits: { maxOldGenerationSizeMb: this.#memoryMiB } }),
    });
    const thread: ModelThread = { worker, given: [], isReady: false };
    this.#threads.add(thread);
    worker.on("message", (answer: ExperimentAnswer) => {
      if (!this.#threads.has(thread)) return;
      try {
        this.#hear(thread, answer);
      } catch (error) {
        this.#fail(error);
      }
    });
    worker.on("error", (error) => this.#bury(thread, error));
    worker.on("exit", (code) => this.#bury(thread, new Error(`it ended with code ${code}`)));
  }

  #hear(thread: ModelThread, answer: ExperimentAnswer): void {
    if (answer.kind === "refused") this.#fail(new AnalysisError(answer.code, answer.message));
    else if (answer.kind === "ready") this.#welcome(thread, answer);
    else {
      const range = thread.given.shift();
      this.#give(thread);
      if (range === undefined || this.#settle === undefined) return;
      this.#handlers?.keep(answer.block);
      this.#account(range.rows);
    }
  }

  #welcome(thread: ModelThread, { face, planId }: ExperimentAnswer & { readonly kind: "ready" }): void {
    thread.isReady = true;
    this.#face ??= face;
    if (this.#planId === "") this.#planId = planId;
    if (this.#planId !== planId) {
      this.#fail(
        new WorkbenchError("thread-failed", "", "the module gives another model each time it is loaded"),
      );
    } else if (this.#handlers !== undefined) for (let turn = 0; turn < ahead; turn++) this.#give(thread);
    else if ([...this.#threads].every(({ isReady }) => isReady)) this.#finish();
  }

  #give(thread: ModelThread): void {
    const range = this.#queue.take();
    if (range === undefined) return;
    thread.given.push(range);
    thread.worker.postMessage(range);
  }

  #account(rows: number): void {
    this.#left -= rows;
    if (this.#left === 0) this.#finish();
  }

  /** A thread that ended on its own: what it was running is halved or given up, what it had not begun goes to others. */
  #bury(thread: ModelThread, error: unknown): void {
    if (!this.#threads.delete(thread)) return;
    if (!thread.isReady) {
      const cause = new WorkbenchError(
        "thread-failed",
        this.#start.model,
        `${this.#start.model} could not be run`,
        {
          cause: error,
        },
      );
      this.#fail(cause);
      return;
    }
    const [running, ...waiting] = thread.given;
    this.#queue.giveBack(waiting);
    if (running !== undefined) this.#mourn(running, causeOf(error));
    if (this.#left > 0 && this.#settle !== undefined) this.#spawn();
  }

  #mourn(range: RowRange, cause: string): void {
    this.#deaths.push({ ...range, cause });
    const patience = this.#handlers?.patience ?? 0;
    if (this.#deaths.length <= patience && this.#queue.halve(range)) return;
    try {
      this.#handlers?.giveUp(range, cause);
      this.#account(range.rows);
    } catch (error) {
      this.#fail(error);
    }
  }
}

function causeOf(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return `thread-died: ${text}`.slice(0, longestCause);
}
