/** A place in a text for people: both 1-based; `column` counts UTF-16 code units, as editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Where the lines of a text start. `\n`, `\r\n` and `\r` end a line. Building is O(n), a look-up O(log lines). */
export class LineIndex {
  readonly #text: string;
  readonly #starts: readonly number[];

  constructor(text: string) {
    const starts = [0];
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit === 10 || (unit === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
    }
    this.#text = text;
    this.#starts = starts;
  }

  /** Line and column of an offset; an offset outside the text counts as its nearest end. */
  position(offset: number): Position {
    const line = this.#lineAt(offset);
    const within = Math.min(Math.max(offset, 0), this.#text.length);
    return { line, column: within - this.#start(line) + 1 };
  }

  /** The text of a 1-based line without its line break; empty for a line that does not exist. */
  lineText(line: number): string {
    const start = this.#starts[line - 1];
    if (start === undefined) return "";
    const next = this.#starts[line] ?? this.#text.length + 1;
    return this.#text.slice(start, next).replace(/[\r\n]+$/, "");
  }

  #lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((this.#starts[middle] as number) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  }

  #start(line: number): number {
    return this.#starts[line - 1] ?? 0;
  }
}
