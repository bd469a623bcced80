import type { Factor } from "../frame/index.ts";
import type { Question } from "./interest.ts";

/** Rows with the order of each numeric column, sorted once; parts of it are filtered, never sorted again. */
export interface SortedRows {
  readonly factors: readonly Factor[];
  readonly columns: readonly Float64Array[];
  /** Factors by name: the order in which equals are tried, so that the order of columns decides nothing. */
  readonly byName: Int32Array;
  readonly rows: Int32Array;
  /** By row of the design; entries of other rows mean nothing. */
  readonly weight: Float64Array;
  readonly hits: Float64Array;
  /** The rows by ascending value of each factor; empty for a category. Equal values are ascending by row. */
  readonly orders: readonly Int32Array[];
  /** 1 where an order reaches another value than before (at its start too), else 0. */
  readonly firsts: readonly Uint8Array[];
  /** Sum of the weights, and of those of interest. */
  readonly total: number;
  readonly interest: number;
}

/** Sorts the rows in question by every numeric factor. O(rows × factors), 4 bytes a value. */
export function sortRows(question: Question): SortedRows {
  const { design, rows, weight, hits } = question;
  const { factors, columns } = design;
  const names = factors.map(({ name }) => name);
  const byName = Int32Array.from(names.keys()).sort((a, b) => compareText(names[a], names[b]));
  const sorter = new RadixSorter(rows.length);
  const orders = factors.map((factor, at) =>
    factor.kind === "category" ? new Int32Array(0) : sorter.order(columns[at] as Float64Array, rows),
  );
  const firsts = orders.map((order, at) => firstsOf(order, columns[at] as Float64Array));
  return { factors, columns, byName, rows, weight, hits, orders, firsts, ...sumsOf(rows, weight, hits) };
}

/** The part of the rows whose entry in `part` (by row of the design) is `wanted`, or is not; with the orders of the factors in `only`, or of all. */
export function partOfRows(
  sorted: SortedRows,
  part: Uint8Array,
  wanted: number,
  isWanted = true,
  only?: ReadonlySet<number>,
): SortedRows {
  const isIn = new Uint8Array(part.length);
  for (const row of sorted.rows) isIn[row] = (part[row] === wanted) === isWanted ? 1 : 0;
  const rows = sorted.rows.filter((row) => isIn[row] === 1);
  const orders: Int32Array[] = [];
  const firsts: Uint8Array[] = [];
  for (let factor = 0; factor < sorted.orders.length; factor++) {
    const from = sorted.orders[factor] as Int32Array;
    if (only?.has(factor) === false) {
      orders.push(from.subarray(0, 0));
      firsts.push(new Uint8Array(0));
      continue;
    }
    const size = from.length === 0 ? 0 : rows.length;
    const order = new Int32Array(size + 1);
    const first = new Uint8Array(size + 1);
    keepRows(from, sorted.firsts[factor] as Uint8Array, isIn, order, first);
    orders.push(order.subarray(0, size));
    firsts.push(first.subarray(0, size));
  }
  return { ...sorted, rows, orders, firsts, ...sumsOf(rows, sorted.weight, sorted.hits) };
}

/**
 * Writes the rows marked other than 0 in `marks` (by row) from an order to another, which needs one entry more than there are such rows. Without branches, as the marks
 * are random.
 */
export function keepRows(
  from: Int32Array,
  fromFirst: Uint8Array,
  marks: Uint8Array | Float64Array,
  to: Int32Array,
  toFirst: Uint8Array,
): void {
  let count = 0;
  let isFirst = 0;
  for (let at = 0; at < from.length; at++) {
    const row = from[at] as number;
    const isKept = marks[row] === 0 ? 0 : 1;
    isFirst |= fromFirst[at] as number;
    to[count] = row;
    toFirst[count] = isFirst;
    count += isKept;
    isFirst &= 1 - isKept;
  }
}

/** Levels that some row of positive weight has: 1 by code. */
export function seenLevels(sorted: SortedRows, at: number): Uint8Array {
  const factor = sorted.factors[at];
  if (factor?.kind !== "category") return new Uint8Array(0);
  const seen = new Uint8Array(factor.levels.length);
  const column = sorted.columns[at] as Float64Array;
  for (const row of sorted.rows) if ((sorted.weight[row] as number) > 0) seen[column[row] as number] = 1;
  return seen;
}

/** The given rows by ascending value of a column indexed by row; equal values keep their order. */
export function orderOf(column: Float64Array, rows: Int32Array): Int32Array {
  return new RadixSorter(rows.length).order(column, rows);
}

function firstsOf(order: Int32Array, column: Float64Array): Uint8Array {
  const first = new Uint8Array(order.length);
  let before = Number.NaN;
  for (let at = 0; at < order.length; at++) {
    const value = column[order[at] as number] as number;
    if (value !== before) first[at] = 1;
    before = value;
  }
  return first;
}

function sumsOf(
  rows: Int32Array,
  weight: Float64Array,
  hits: Float64Array,
): { total: number; interest: number } {
  let total = 0;
  let interest = 0;
  for (let at = 0; at < rows.length; at++) {
    total += weight[rows[at] as number] as number;
    interest += hits[rows[at] as number] as number;
  }
  return { total, interest };
}

function compareText(a = "", b = ""): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const DIGITS = 6;
const CELLS = 2048;
const isLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** Least-significant-digit radix sort of doubles by their bits, stable; a digit that all values share is skipped. */
class RadixSorter {
  readonly #values: Float64Array;
  readonly #words: Uint32Array;
  readonly #counts = new Int32Array(DIGITS * CELLS);
  #from: Int32Array;
  #to: Int32Array;

  constructor(count: number) {
    this.#values = new Float64Array(count);
    this.#words = new Uint32Array(this.#values.buffer);
    this.#from = new Int32Array(count);
    this.#to = new Int32Array(count);
  }

  order(column: Float64Array, rows: Int32Array): Int32Array {
    const count = rows.length;
    const words = this.#words;
    const counts = this.#counts.fill(0);
    const highWord = isLittleEndian ? 1 : 0;
    // Adding 0 turns −0 into 0.
    for (let at = 0; at < count; at++) this.#values[at] = (column[rows[at] as number] as number) + 0;
    for (let at = 0; at < count; at++) {
      const high = words[2 * at + highWord] as number;
      const low = words[2 * at + 1 - highWord] as number;
      const isNegative = high >= 0x80000000;
      const first = isNegative ? ~low >>> 0 : low;
      const second = (isNegative ? ~high : high ^ 0x80000000) >>> 0;
      words[2 * at + 1 - highWord] = first;
      words[2 * at + highWord] = second;
      for (let digit = 0; digit < DIGITS; digit++) {
        const cell =
          digit * CELLS + ((((digit < 3 ? first : second) >>> (11 * (digit % 3))) as number) & 2047);
        counts[cell] = (counts[cell] as number) + 1;
      }
      this.#from[at] = at;
    }
    for (let digit = 0; digit < DIGITS; digit++)
      this.#pass(digit, count, digit < 3 ? 1 - highWord : highWord);
    const order = new Int32Array(count);
    for (let at = 0; at < count; at++) order[at] = rows[this.#from[at] as number] as number;
    return order;
  }

  #pass(digit: number, count: number, word: number): void {
    const counts = this.#counts.subarray(digit * CELLS, (digit + 1) * CELLS);
    let start = 0;
    for (let cell = 0; cell < CELLS; cell++) {
      const size = counts[cell] as number;
      if (size === count) return;
      counts[cell] = start;
      start += size;
    }
    const shift = 11 * (digit % 3);
    const words = this.#words;
    const from = this.#from;
    const to = this.#to;
    for (let at = 0; at < count; at++) {
      const item = from[at] as number;
      const cell = ((words[2 * item + word] as number) >>> shift) & 2047;
      const place = counts[cell] as number;
      counts[cell] = place + 1;
      to[place] = item;
    }
    this.#from = to;
    this.#to = from;
  }
}
