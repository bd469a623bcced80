import { type SortedRows, seenLevels } from "./sorted-rows.ts";

/** What about the factors limits how an answer may be read. */
export type FactorNote =
  /** One value in all rows: nothing can be said of it. */
  | { readonly code: "constant"; readonly factor: string }
  /**
   * Orders the rows as another factor does (a copy, or a monotone function of it, rising or falling; for categories a renaming): limits on one could as well be stated on
   * the other, and the
   * rows cannot tell which matters.
   */
  | { readonly code: "same-order"; readonly factor: string; readonly as: string }
  /** A level no row has. A box that limits the factor leaves it out for want of evidence. */
  | { readonly code: "unseen-level"; readonly factor: string; readonly level: string }
  /** Fewer rows than factors. */
  | { readonly code: "fewer-rows-than-factors"; readonly rows: number; readonly factors: number };

/** Notes on the factors over the given rows, by factor. O(rows × factors) unless many factors nearly agree. */
export function factorNotes(sorted: SortedRows): FactorNote[] {
  const { factors, rows } = sorted;
  const notes: FactorNote[] = [];
  if (rows.length < factors.length) {
    notes.push({ code: "fewer-rows-than-factors", rows: rows.length, factors: factors.length });
  }
  const varying: number[] = [];
  factors.forEach((factor, at) => {
    if (isConstant(sorted, at)) notes.push({ code: "constant", factor: factor.name });
    else {
      const as = varying.find((other) => haveSameOrder(sorted, other, at));
      if (as !== undefined) {
        notes.push({ code: "same-order", factor: factor.name, as: factors[as]?.name ?? "" });
      }
      varying.push(at);
    }
    if (factor.kind !== "category") return;
    const seen = seenLevels(sorted, at);
    factor.levels.forEach((level, code) => {
      if (seen[code] === 0) notes.push({ code: "unseen-level", factor: factor.name, level });
    });
  });
  return notes;
}

function isConstant({ columns, rows }: SortedRows, at: number): boolean {
  const column = columns[at] as Float64Array;
  return rows.every((row) => column[row] === column[rows[0] as number]);
}

function haveSameOrder(sorted: SortedRows, first: number, second: number): boolean {
  const isCategory = (at: number): boolean => sorted.factors[at]?.kind === "category";
  if (isCategory(first) !== isCategory(second)) return false;
  return isCategory(first) ? isRenaming(sorted, first, second) : isMonotone(sorted, first, second);
}

function isMonotone({ columns, orders }: SortedRows, first: number, second: number): boolean {
  const one = columns[first] as Float64Array;
  const other = columns[second] as Float64Array;
  const order = orders[first] as Int32Array;
  let direction = 0;
  for (let at = 1; at < order.length; at++) {
    const [before, row] = [order[at - 1] as number, order[at] as number];
    const change = Math.sign((other[row] as number) - (other[before] as number));
    if ((one[row] === one[before]) !== (change === 0)) return false;
    if (change === 0) continue;
    if (direction === 0) direction = change;
    if (change !== direction) return false;
  }
  return true;
}

function isRenaming({ columns, rows }: SortedRows, first: number, second: number): boolean {
  const there = new Map<number, number>();
  const back = new Map<number, number>();
  for (const row of rows) {
    const one = columns[first]?.[row] as number;
    const other = columns[second]?.[row] as number;
    if ((there.get(one) ?? other) !== other || (back.get(other) ?? one) !== one) return false;
    there.set(one, other);
    back.set(other, one);
  }
  return true;
}
