import type { RowUse } from "../frame/index.ts";
import { type RankedPoints, rankedPoints } from "./lexicographic-order.ts";
import { type Objective, oriented } from "./objective.ts";

/** Front of every row. */
export interface FrontRanks {
  /** By row of the objectives: 0 for non-dominated rows, k for rows that are non-dominated once fronts 0 … k − 1 are taken away, −1 for rows left out. */
  readonly ranks: Int32Array;
  readonly fronts: number;
  readonly use: RowUse;
}

/**
 * Non-dominated sorting: the front of every row. Equal rows share a front. Each row is placed by binary search over the fronts so far, O(columns · n²) at worst, about
 * 0.03 s for 10,000 × 4 and seconds for 100,000 × 4. Source: X. Zhang, Y. Tian, R. Cheng and Y. Jin, "An efficient approach to nondominated sorting for evolutionary
 * multiobjective optimization", IEEE Trans. Evol. Comput. 19 (2015). Throws as `oriented`.
 */
export function frontRanks(objectives: readonly Objective[]): FrontRanks {
  const { use, columns } = oriented(objectives);
  const points = rankedPoints(columns);
  const { fronts, byPlace } = sortedIntoFronts(points);
  const ranks = new Int32Array(objectives[0]?.values.length ?? 0).fill(-1);
  for (let at = 0; at < points.order.length; at++) {
    const item = points.order[at] as number;
    ranks[use.rows[item] as number] = byPlace[points.places[at] as number] as number;
  }
  return { ranks, fronts, use };
}

function sortedIntoFronts({ size, ranks }: RankedPoints): {
  readonly fronts: number;
  readonly byPlace: Int32Array;
} {
  const byPlace = new Int32Array(size);
  const fronts: Front[] = [];
  const point = new Int32Array(ranks.length);
  for (let place = 0; place < size; place++) {
    for (let at = 0; at < point.length; at++) point[at] = ranks[at]?.[place] as number;
    let low = 0;
    let high = fronts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((fronts[middle] as Front).dominates(point)) low = middle + 1;
      else high = middle;
    }
    if (low === fronts.length) fronts.push(new Front(point.length));
    (fronts[low] as Front).add(point);
    byPlace[place] = low;
  }
  return { fronts: fronts.length, byPlace };
}

/** Points of one front side by side, all before those still to come in lexicographic order. */
class Front {
  readonly #width: number;
  #ranks: Int32Array;
  #end = 0;

  constructor(width: number) {
    this.#width = width;
    this.#ranks = new Int32Array(16 * width);
  }

  add(point: Int32Array): void {
    if (this.#end === this.#ranks.length) {
      const longer = new Int32Array(2 * this.#ranks.length + this.#width);
      longer.set(this.#ranks);
      this.#ranks = longer;
    }
    this.#ranks.set(point, this.#end);
    this.#end += this.#width;
  }

  /** Whether a point of the front has ranks at most those of `point`. The latest are asked first: they are the nearest. */
  dominates(point: Int32Array): boolean {
    const ranks = this.#ranks;
    const width = this.#width;
    if (width === 0) return true;
    for (let start = this.#end - width; start >= 0; start -= width) {
      let at = 0;
      while (at < width && (ranks[start + at] as number) <= (point[at] as number)) at++;
      if (at === width) return true;
    }
    return false;
  }
}
