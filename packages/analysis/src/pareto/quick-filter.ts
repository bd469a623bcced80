/** Points tried as dominators of all others before anything is sorted. */
const PIVOTS = 16;

/**
 * Items that none of a few promising points dominates, ascending. Promising: least sum of the columns scaled to their ranges. Leaves every non-dominated item in; on
 * data without conflict it takes most others out, in O(n · columns).
 */
export function quickFilter(columns: readonly Float64Array[]): Int32Array {
  const n = columns[0]?.length ?? 0;
  const pivots = promising(columns, n);
  const kept = new Int32Array(n);
  let count = 0;
  for (let item = 0; item < n; item++) {
    let at = 0;
    while (at < pivots.length && !dominates(columns, pivots[at] as number, item)) at++;
    if (at === pivots.length) kept[count++] = item;
  }
  return kept.slice(0, count);
}

function dominates(columns: readonly Float64Array[], a: number, b: number): boolean {
  let isLess = false;
  for (let at = 0; at < columns.length; at++) {
    const column = columns[at] as Float64Array;
    const difference = (column[a] as number) - (column[b] as number);
    if (difference > 0) return false;
    if (difference < 0) isLess = true;
  }
  return isLess;
}

function promising(columns: readonly Float64Array[], n: number): Int32Array {
  const sums = new Float64Array(n);
  for (const column of columns) {
    let least = Number.POSITIVE_INFINITY;
    let most = Number.NEGATIVE_INFINITY;
    for (let item = 0; item < n; item++) {
      const value = column[item] as number;
      if (value < least) least = value;
      if (value > most) most = value;
    }
    const scale = most > least ? 1 / (most - least) : 0;
    for (let item = 0; item < n; item++)
      sums[item] = (sums[item] as number) + ((column[item] as number) - least) * scale;
  }
  const found = new Int32Array(Math.min(PIVOTS, n));
  const best = new Float64Array(found.length).fill(Number.POSITIVE_INFINITY);
  const last = found.length - 1;
  for (let item = 0; item < n; item++) {
    const sum = sums[item] as number;
    if (!(sum < (best[last] as number))) continue;
    let at = last;
    while (at > 0 && (best[at - 1] as number) > sum) {
      best[at] = best[at - 1] as number;
      found[at] = found[at - 1] as number;
      at--;
    }
    best[at] = sum;
    found[at] = item;
  }
  return found;
}
