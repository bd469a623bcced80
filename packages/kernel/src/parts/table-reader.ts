import type { Program, Versions } from "../program.ts";

/** Reads lists, sets and versions of a program's tables. */
export class TableReader {
  readonly #program: Program;

  constructor(program: Program) {
    this.#program = program;
  }

  /** Entries of a list; none for an absent one. */
  list(at: number | undefined): Int32Array {
    const { lists } = this.#program;
    return at === undefined || at < 0
      ? new Int32Array(0)
      : lists.subarray(at + 1, at + 1 + (lists[at] as number));
  }

  /** Whether a bit is set in the set that begins at an entry of the lists. */
  has(set: number, index: number): boolean {
    return (((this.#program.lists[set + (index >> 5)] as number) >>> (index & 31)) & 1) === 1;
  }

  /** All rows that an element may have, whatever levers are in effect. */
  rows(versions: Versions, element: number): readonly number[] {
    const first = versions.first[element] as number;
    const count = 1 << (this.#program.lists[versions.levers[element] as number] as number);
    return Array.from(versions.rows.subarray(first, first + count)).filter((row) => row >= 0);
  }
}
