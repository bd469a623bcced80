/** Distinct points in lexicographic order, by the rank of each value in its column. A dominator always comes before what it dominates. */
export interface RankedPoints {
  /** Number of distinct points. */
  readonly size: number;
  /** Dense ranks from 0 in each column after the first, by place in the order. */
  readonly ranks: readonly Int32Array[];
  /** Items sorted; equal points stand side by side, the earliest first. */
  readonly order: Int32Array;
  /** Place of the point of each entry of `order`. */
  readonly places: Int32Array;
}

/**
 * Sorts the items `0 … n − 1` by their values in the columns, all finite and without −0. Stable least-significant-digit radix sorts, last column first, which yield
 * the ranks of every column on the way. O(n · columns).
 */
export function rankedPoints(columns: readonly Float64Array[]): RankedPoints {
  const n = columns[0]?.length ?? 0;
  let order: Int32Array = Int32Array.from({ length: n }, (_, item) => item);
  const ranksByItem: Int32Array[] = [];
  for (let at = columns.length - 1; at >= 0; at--) {
    const column = columns[at] as Float64Array;
    order = sortedBy(column, order);
    ranksByItem[at] = denseRanks(column, order);
  }
  const places = new Int32Array(n);
  const firsts = new Int32Array(n);
  let size = 0;
  for (let at = 0; at < n; at++) {
    const item = order[at] as number;
    if (at === 0 || !equalIn(ranksByItem, item, order[at - 1] as number)) firsts[size++] = item;
    places[at] = size - 1;
  }
  const ranks = ranksByItem.slice(1).map((byItem) => {
    const byPlace = new Int32Array(size);
    for (let place = 0; place < size; place++) byPlace[place] = byItem[firsts[place] as number] as number;
    return byPlace;
  });
  return { size, ranks, order, places };
}

function equalIn(ranks: readonly Int32Array[], a: number, b: number): boolean {
  for (const column of ranks) if (column[a] !== column[b]) return false;
  return true;
}

function denseRanks(column: Float64Array, order: Int32Array): Int32Array {
  const ranks = new Int32Array(order.length);
  let rank = 0;
  for (let at = 1; at < order.length; at++) {
    if (column[order[at] as number] !== column[order[at - 1] as number]) rank += 1;
    ranks[order[at] as number] = rank;
  }
  return ranks;
}

const DIGIT = 11;
const BUCKETS = 1 << DIGIT;
/** Digits of a 64-bit key: three of its low word, three of its high word. */
const SHIFTS: readonly (readonly [word: 0 | 1, shift: number])[] = [
  [0, 0],
  [0, 11],
  [0, 22],
  [1, 0],
  [1, 11],
  [1, 22],
];

/** The items of `order` sorted by their values, stably. */
function sortedBy(column: Float64Array, order: Int32Array): Int32Array {
  const n = order.length;
  const words = new Uint32Array(column.buffer, column.byteOffset, column.length * 2);
  const low = new Uint32Array(column.length);
  const high = new Uint32Array(column.length);
  for (let item = 0; item < column.length; item++) {
    const sign = (words[2 * item + 1] as number) >> 31;
    low[item] = (words[2 * item] as number) ^ sign;
    high[item] = (words[2 * item + 1] as number) ^ (sign | 0x80000000);
  }
  let from = order;
  let to: Int32Array = new Int32Array(n);
  const counts = new Int32Array(BUCKETS);
  for (const [word, shift] of SHIFTS) {
    const keys = word === 0 ? low : high;
    counts.fill(0);
    for (let at = 0; at < n; at++) {
      const bucket = ((keys[from[at] as number] as number) >>> shift) & (BUCKETS - 1);
      counts[bucket] = (counts[bucket] as number) + 1;
    }
    if (counts.includes(n)) continue;
    let start = 0;
    for (let bucket = 0; bucket < BUCKETS; bucket++) {
      const count = counts[bucket] as number;
      counts[bucket] = start;
      start += count;
    }
    for (let at = 0; at < n; at++) {
      const item = from[at] as number;
      const bucket = ((keys[item] as number) >>> shift) & (BUCKETS - 1);
      const place = counts[bucket] as number;
      to[place] = item;
      counts[bucket] = place + 1;
    }
    const spare = from === order ? new Int32Array(n) : from;
    from = to;
    to = spare;
  }
  return from;
}
