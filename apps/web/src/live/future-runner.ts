import {
  type ColumnsChoice,
  evaluateFuture,
  type FutureColumns,
  keepLayout,
  type WhatIf,
  type WhatIfContext,
} from "@shikumi/assessment";
import type { OutputLayout } from "@shikumi/kernel";

/** Where futures are run besides this thread. */
export interface Hand {
  /** Whether it has read the study; until then nothing is asked of it. */
  isReady(): boolean;
  evaluate(whatIf: WhatIf, choice: ColumnsChoice, future: number): Promise<HandRun>;
}

/** A future that a hand ran, with the layout of its columns the first time. */
export interface HandRun {
  readonly columns: FutureColumns;
  readonly layout?: OutputLayout | undefined;
}

/** Where futures are run: on every thread that is ready, on this one alone, or on one other alone. */
export type Where = "everywhere" | "here" | Hand;

/** How futures are run. */
export interface Running {
  /** Told after each how many are there. */
  readonly progress?: (done: number) => void;
  readonly where?: Where;
}

/** What is kept of one choice: its columns by future. */
type Kept = Map<number, FutureColumns>;

/** Choices whose columns are kept. Three hundred futures of a large study take ten megabytes; most have the first few only, run ahead. */
const keptChoices = 64;

/** Thrown when nobody wants the futures any longer. */
export class Abandoned extends Error {}

/** Runs futures of choices, here and on other threads, and keeps what they leave. Whoever ran them, the columns are the same bits. */
export class FutureRunner {
  readonly #context: WhatIfContext;
  readonly #hands: readonly Hand[];
  readonly #pause: () => Promise<void>;
  readonly #kept: Map<string, Kept> = new Map();

  /** `pause` lets the thread take its messages; it is called between futures. */
  constructor(context: WhatIfContext, hands: readonly Hand[], pause: () => Promise<void>) {
    this.#context = context;
    this.#hands = hands;
    this.#pause = pause;
  }

  /** The other threads that have read the study. */
  readyHands(): readonly Hand[] {
    return this.#hands.filter((hand) => hand.isReady());
  }

  /** The columns of the futures 0 to `count` of a choice named `key`. Throws `Abandoned` as soon as `isWanted` says no. */
  async columns(
    key: string,
    whatIf: WhatIf,
    choice: ColumnsChoice,
    count: number,
    isWanted: () => boolean,
    { progress = () => {}, where = "everywhere" }: Running = {},
  ): Promise<readonly FutureColumns[]> {
    const kept = this.#keptOf(`${key} ${choice.undetermined} ${choice.relaxed} ${choice.replications}`);
    const missing = Array.from({ length: count }, (_, future) => future).filter(
      (future) => !kept.has(future),
    );
    const keep = (columns: FutureColumns): void => {
      kept.set(columns.future, columns);
      progress(count - missing.length);
    };
    const own = async (): Promise<void> => {
      for (let future = missing.shift(); future !== undefined; future = missing.shift()) {
        keep(evaluateFuture(this.#context, whatIf, choice, future));
        await this.#pause();
        if (!isWanted()) throw new Abandoned();
      }
    };
    const through = async (hand: Hand): Promise<void> => {
      for (let future = missing.shift(); future !== undefined; future = missing.shift()) {
        const { columns, layout } = await hand.evaluate(whatIf, choice, future);
        if (layout !== undefined) keepLayout(this.#context, whatIf, layout);
        keep(columns);
        if (!isWanted()) throw new Abandoned();
      }
    };
    const hands = where === "everywhere" ? this.readyHands() : where === "here" ? [] : [where];
    const isHere = where === "everywhere" || where === "here";
    await Promise.all([...hands.map(through), ...(isHere ? [own()] : [])]);
    return Array.from({ length: count }, (_, future) => kept.get(future) as FutureColumns);
  }

  #keptOf(name: string): Kept {
    const kept = this.#kept.get(name) ?? new Map<number, FutureColumns>();
    this.#kept.delete(name);
    const oldest = this.#kept.keys().next();
    if (this.#kept.size >= keptChoices && oldest.done !== true) this.#kept.delete(oldest.value);
    this.#kept.set(name, kept);
    return kept;
  }
}
