import { nameOf } from "@shikumi/core/random";
import { KernelError } from "../kernel-error.ts";
import type { Table } from "../program.ts";
import { purposeTexts } from "../purpose.ts";

/** Rows of one table, each kept once: equal rows have equal numbers. */
export class RowSet<Columns extends readonly string[]> {
  readonly #columns: Columns;
  readonly #rows: number[] = [];
  readonly #known = new Map<string, number>();

  constructor(columns: Columns) {
    this.#columns = columns;
  }

  /** The number of a row, which is added if it is new. */
  row(values: Readonly<Record<Columns[number], number>>): number {
    const flat = this.#columns.map((column) => values[column as Columns[number]]);
    const text = flat.join();
    const before = this.#known.get(text);
    if (before !== undefined) return before;
    const row = this.#known.size;
    this.#known.set(text, row);
    this.#rows.push(...flat);
    return row;
  }

  table(): Table<Columns> {
    const width = this.#columns.length;
    const height = this.#known.size;
    const column = (at: number): Int32Array =>
      Int32Array.from({ length: height }, (_, row) => this.#rows[row * width + at] as number);
    return Object.fromEntries(this.#columns.map((name, at) => [name, column(at)])) as Table<Columns>;
  }
}

/**
 * Lists, numbers, words and names of a program while it is built. Everything is kept once, so equal content
 * has equal numbers.
 */
export class Builder {
  readonly #lists: number[] = [];
  readonly #knownLists = new Map<string, number>();
  readonly #reals: number[] = [];
  readonly #knownReals = new Map<string, number>();
  readonly #words = new Map<string, number>();
  readonly #names = new Map<string, number>();

  constructor() {
    for (const text of purposeTexts) this.name(text);
  }

  /** Offset of a length followed by that many entries. */
  list(entries: readonly number[]): number {
    return this.#block(`l${entries.join()}`, [entries.length, ...entries]);
  }

  /** What a list was made of. */
  entries(list: number): readonly number[] {
    return this.#lists.slice(list + 1, list + 1 + (this.#lists[list] as number));
  }

  /** Offset of the words of a bit set over 0 to `size` - 1. */
  set(members: Iterable<number>, size: number): number {
    const words = new Array<number>(Math.ceil(size / 32)).fill(0);
    for (const member of members) words[member >> 5] = (words[member >> 5] as number) | (1 << (member & 31));
    return this.#block(`s${words.join()}`, words);
  }

  /** Row of the first of these numbers, which follow each other. */
  reals(values: readonly number[]): number {
    const text = values.map((value) => (Object.is(value, -0) ? "-0" : String(value))).join();
    const before = this.#knownReals.get(text);
    if (before !== undefined) return before;
    const at = this.#reals.length;
    this.#reals.push(...values);
    this.#knownReals.set(text, at);
    return at;
  }

  /** Number of a word that is only compared: fact, value of a fact, activity, type, standard. */
  word(text: string): number {
    const before = this.#words.get(text);
    if (before !== undefined) return before;
    this.#words.set(text, this.#words.size);
    return this.#words.size - 1;
  }

  /** Row of the name part of a text. */
  name(text: string): number {
    const before = this.#names.get(text);
    if (before !== undefined) return before;
    this.#names.set(text, this.#names.size);
    return this.#names.size - 1;
  }

  get words(): readonly string[] {
    return [...this.#words.keys()];
  }

  finish(): { lists: Int32Array; reals: Float64Array; nameHi: Int32Array; nameLo: Int32Array } {
    const names = [...this.#names.keys()].map(nameOf);
    requireDistinct([...this.#names.keys()], names);
    return {
      lists: Int32Array.from(this.#lists),
      reals: Float64Array.from(this.#reals),
      nameHi: Int32Array.from(names, ([hi]) => hi),
      nameLo: Int32Array.from(names, ([, lo]) => lo),
    };
  }

  #block(text: string, entries: readonly number[]): number {
    const before = this.#knownLists.get(text);
    if (before !== undefined) return before;
    const at = this.#lists.length;
    this.#lists.push(...entries);
    this.#knownLists.set(text, at);
    return at;
  }
}

/** Throws `KernelError` `name-collision` if two texts share a name. */
export function requireDistinct(
  texts: readonly string[],
  names: readonly (readonly [hi: number, lo: number])[],
): void {
  const seen = new Map<string, string>();
  texts.forEach((text, index) => {
    const lanes = (names[index] ?? []).join();
    const other = seen.get(lanes);
    if (other !== undefined)
      throw new KernelError("name-collision", `"${other}" and "${text}" have the same name`);
    seen.set(lanes, text);
  });
}
