import type { RankedPoints } from "./lexicographic-order.ts";
import { PrefixMinima } from "./prefix-minima.ts";

/** Segments up to this size are compared pair by pair. */
const SMALL = 24;

/**
 * Which of the distinct points are dominated, by place. One to three columns: a sweep in lexicographic order, O(n log n). More: divide the order in halves, filter each,
 * then the later one by the earlier one in the remaining columns, down to three, which are a sweep over prefix minima; O(n (log n)^(columns − 2)). Source: H. T. Kung,
 * F. Luccio and F. P. Preparata, "On finding the maxima of a set of vectors", J. ACM 22 (1975).
 */
export function dominatedPoints({ size, ranks }: RankedPoints): Uint8Array {
  const dominated = new Uint8Array(size);
  const [first, second] = ranks;
  if (first === undefined) dominated.fill(1, 1);
  else if (second === undefined) sweepTwo(first, dominated);
  else if (ranks.length === 2) sweepThree(first, second, dominated);
  else new Division(ranks, dominated).filter(0, size);
  return dominated;
}

function sweepTwo(ranks: Int32Array, dominated: Uint8Array): void {
  let least = 0x7fffffff;
  for (let place = 0; place < ranks.length; place++) {
    const rank = ranks[place] as number;
    if (rank >= least) dominated[place] = 1;
    else least = rank;
  }
}

function sweepThree(keys: Int32Array, values: Int32Array, dominated: Uint8Array): void {
  const minima = new PrefixMinima(keys.length);
  for (let place = 0; place < keys.length; place++) {
    const key = keys[place] as number;
    const value = values[place] as number;
    if (minima.holdsAtMost(key, value)) dominated[place] = 1;
    else minima.insert(key, value);
  }
}

class Division {
  readonly #ranks: readonly Int32Array[];
  readonly #dominated: Uint8Array;
  readonly #minima: PrefixMinima;
  /** Places still standing, each segment sorted by the first column of ranks. */
  readonly #list: Int32Array;
  readonly #merged: Int32Array;

  constructor(ranks: readonly Int32Array[], dominated: Uint8Array) {
    const size = dominated.length;
    this.#ranks = ranks;
    this.#dominated = dominated;
    this.#minima = new PrefixMinima(size);
    this.#list = Int32Array.from({ length: size }, (_, place) => place);
    this.#merged = new Int32Array(size);
  }

  /** Filters the places from `start` to `end`; those standing lie at `start` sorted by the first column. Returns how many. */
  filter(start: number, end: number): number {
    if (end - start <= SMALL) return this.#filterSmall(start, end);
    const middle = (start + end) >>> 1;
    const early = start + this.filter(start, middle);
    const late = middle + this.filter(middle, end);
    const list = this.#list;
    this.#cross(list.subarray(start, early), list.subarray(middle, late), 0);
    return this.#merge(start, early, middle, late);
  }

  #filterSmall(start: number, end: number): number {
    const [key = new Int32Array()] = this.#ranks;
    const dominated = this.#dominated;
    const list = this.#list;
    let count = 0;
    for (let place = start; place < end; place++) {
      let at = start;
      while (at < start + count && !this.#precedes(list[at] as number, place, 0)) at++;
      if (at < start + count) {
        dominated[place] = 1;
        continue;
      }
      let hole = start + count++;
      const rank = key[place] as number;
      while (hole > start && (key[list[hole - 1] as number] as number) > rank) {
        list[hole] = list[hole - 1] as number;
        hole--;
      }
      list[hole] = place;
    }
    return count;
  }

  /** Whether the ranks of `a` are at most those of `b` in every column from `from` on. */
  #precedes(a: number, b: number, from: number): boolean {
    const ranks = this.#ranks;
    for (let at = from; at < ranks.length; at++) {
      const column = ranks[at] as Int32Array;
      if ((column[a] as number) > (column[b] as number)) return false;
    }
    return true;
  }

  #merge(start: number, early: number, middle: number, late: number): number {
    const [key = new Int32Array()] = this.#ranks;
    const dominated = this.#dominated;
    const list = this.#list;
    const merged = this.#merged;
    let a = start;
    let b = middle;
    let count = 0;
    while (b < late) {
      const place = list[b++] as number;
      if (dominated[place] === 1) continue;
      const rank = key[place] as number;
      while (a < early && (key[list[a] as number] as number) <= rank) merged[count++] = list[a++] as number;
      merged[count++] = place;
    }
    while (a < early) merged[count++] = list[a++] as number;
    list.set(merged.subarray(0, count), start);
    return count;
  }

  /** Marks what of `late` is dominated by something of `early` in the columns from `from` on. Both are sorted by column `from`. */
  #cross(early: Int32Array, late: Int32Array, from: number): void {
    if (early.length === 0 || late.length === 0) return;
    if (early.length * late.length <= 4 * SMALL) this.#crossSmall(early, late, from);
    else if (this.#ranks.length - from === 3) this.#sweep(early, late, from);
    else this.#split(early, late, from);
  }

  #crossSmall(early: Int32Array, late: Int32Array, from: number): void {
    const dominated = this.#dominated;
    for (const place of late) {
      if (dominated[place] === 1) continue;
      for (const other of early) {
        if (this.#precedes(other, place, from)) {
          dominated[place] = 1;
          break;
        }
      }
    }
  }

  #sweep(early: Int32Array, late: Int32Array, from: number): void {
    const [order, keys, values] = this.#ranks.slice(from) as [Int32Array, Int32Array, Int32Array];
    const dominated = this.#dominated;
    const minima = this.#minima;
    let next = 0;
    for (let at = 0; at < late.length; at++) {
      const place = late[at] as number;
      if (dominated[place] === 1) continue;
      const bound = order[place] as number;
      while (next < early.length && (order[early[next] as number] as number) <= bound) {
        const other = early[next++] as number;
        minima.insert(keys[other] as number, values[other] as number);
      }
      if (minima.holdsAtMost(keys[place] as number, values[place] as number)) dominated[place] = 1;
    }
    for (let at = 0; at < next; at++) minima.clear(keys[early[at] as number] as number);
  }

  /** Both lists are cut at a rank of the column: the lower early places precede the upper late ones in it, so that these need one column less. */
  #split(early: Int32Array, late: Int32Array, from: number): void {
    const column = this.#ranks[from] as Int32Array;
    const rankAt = (list: Int32Array, at: number): number => column[list[at] as number] as number;
    const least = Math.min(rankAt(early, 0), rankAt(late, 0));
    const most = Math.max(rankAt(early, early.length - 1), rankAt(late, late.length - 1));
    if (least === most) {
      this.#cross(this.#sortedBy(early, from + 1), this.#sortedBy(late, from + 1), from + 1);
      return;
    }
    const longer = early.length > late.length ? early : late;
    const cut = Math.min(rankAt(longer, longer.length >>> 1), most - 1);
    const earlyCut = countUpTo(early, column, cut);
    const lateCut = countUpTo(late, column, cut);
    const lowEarly = early.subarray(0, earlyCut);
    const highLate = late.subarray(lateCut);
    this.#cross(lowEarly, late.subarray(0, lateCut), from);
    this.#cross(this.#sortedBy(lowEarly, from + 1), this.#sortedBy(highLate, from + 1), from + 1);
    this.#cross(early.subarray(earlyCut), highLate, from);
  }

  /** The places still standing sorted by a column of ranks. */
  #sortedBy(list: Int32Array, at: number): Int32Array {
    const column = this.#ranks[at] as Int32Array;
    const size = this.#dominated.length;
    const keys = new Float64Array(list.length);
    let count = 0;
    for (const place of list) {
      if (this.#dominated[place] === 0) keys[count++] = (column[place] as number) * size + place;
    }
    return Int32Array.from(keys.subarray(0, count).sort(), (key) => key % size);
  }
}

/** How many places at the start of a list sorted by the column have ranks at most `rank`. */
function countUpTo(list: Int32Array, column: Int32Array, rank: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((column[list[middle] as number] as number) <= rank) low = middle + 1;
    else high = middle;
  }
  return low;
}
