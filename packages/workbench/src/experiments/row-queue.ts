import type { RowRange } from "./experiment-message.ts";

/** Rows still to be run. A thread that dies gives its rows back; those it was running are halved, until the row that kills threads stands alone. */
export class RowQueue {
  readonly #waiting: RowRange[];

  constructor(ranges: readonly RowRange[]) {
    this.#waiting = [...ranges];
  }

  take(): RowRange | undefined {
    return this.#waiting.shift();
  }

  /** Puts rows back that were not begun. */
  giveBack(ranges: readonly RowRange[]): void {
    this.#waiting.unshift(...ranges);
  }

  /** Puts rows back in two halves; `false` for a single row, which cannot be halved. */
  halve({ first, rows }: RowRange): boolean {
    if (rows === 1) return false;
    const half = Math.ceil(rows / 2);
    this.giveBack([
      { first, rows: half },
      { first: first + half, rows: rows - half },
    ]);
    return true;
  }
}
