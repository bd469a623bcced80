import { type Bounds, HIGH, LEVELS, LOW, openBounds } from "./box.ts";
import { keepRows, type SortedRows, seenLevels } from "./sorted-rows.ts";

/**
 * What a peel is chosen by, from the density before (`d`) and after (`d′`) and the weight before (`n`) and after (`n′`): `mean` d′ (Friedman & Fisher 1999); `lenient1`
 * (d′ − d) ÷ (n − n′) (Kwakkel & Jaxa-Rozen 2016); `lenient2` (d′ − d) n′ ÷ (n − n′) (Friedman & Fisher 1999, eq. 14.6).
 */
export type PeelObjective = "mean" | "lenient1" | "lenient2";

export interface PeelSettings {
  /** Share of the weight in the box that one peel of a numeric side takes at most (one value at least). */
  readonly peel: number;
  /** Least weight a box may hold. */
  readonly least: number;
  readonly objective: PeelObjective;
  /** Factors that may be limited, in the order in which equals are tried. */
  readonly tried: Int32Array;
}

/** Steps of one peeling: entry 0 is the whole space; entry s states the side that step s limited, its limit, and what is left. */
export interface PeelPath {
  readonly points: number;
  /** Index of the factor limited, −1 at the start. */
  readonly factor: Int32Array;
  /** `LOW`, `HIGH` or `LEVELS`. */
  readonly side: Int8Array;
  /** The limit, or the code of the level removed. */
  readonly value: Float64Array;
  /** Weight in the box, and weight of interest. */
  readonly weight: Float64Array;
  readonly hits: Float64Array;
  /** Levels that some row had at the start, by factor. */
  readonly seen: readonly Uint8Array[];
}

/**
 * Peels the box from the whole space for as long as a peel leaves the least weight and the box is not wholly of interest (or wholly not). The best peel is done also
 * where it lowers the density: between
 * two dense regions no first peel raises it (Friedman & Fisher 1999 peel down to the least support). Each numeric side gives up the largest number of whole groups of
 * equal values
 * not above the share (one group at least), a category one level. Equal scores: the peel that removes less, then the factor first by name, then low before high, then the
 * lower code.
 * Columns are sorted before; dead rows weigh nothing and are swept out when half are dead, so all peels together cost O(rows × factors).
 */
export function peelRows(sorted: SortedRows, settings: PeelSettings): PeelPath {
  const peeler = new Peeler(sorted, settings);
  while (peeler.step());
  return peeler.path();
}

/** The box after the first `point` steps. */
export function boundsAt(path: PeelPath, sorted: SortedRows, point: number): Bounds {
  const bounds = openBounds(sorted.factors);
  for (let step = 1; step <= point; step++) applyStep(bounds, path, step);
  return bounds;
}

export function applyStep(bounds: Bounds, path: PeelPath, step: number): void {
  const factor = path.factor[step] as number;
  const value = path.value[step] as number;
  if (path.side[step] === LOW) bounds.low[factor] = value;
  else if (path.side[step] === HIGH) bounds.high[factor] = value;
  else {
    const levels = bounds.levels[factor] ?? (path.seen[factor] as Uint8Array).slice();
    levels[value] = 0;
    bounds.levels[factor] = levels;
  }
}

/** A limit between two neighbouring values, `outside` it and `inside` it: half-way for a real factor, the value inside for an integer. */
export function limitBetween(outside: number, inside: number, kind: string): number {
  if (kind === "integer") return inside;
  const middle = outside / 2 + inside / 2;
  return (outside < middle && middle < inside) || (inside < middle && middle < outside) ? middle : inside;
}

class Peeler {
  readonly #sorted: SortedRows;
  readonly #settings: PeelSettings;
  /** Weight of each row in the box, negative if it is not of interest; 0 once it has left. One column, as this is read at random. */
  readonly #signed: Float64Array;
  readonly #orders: Int32Array[];
  readonly #firsts: Uint8Array[];
  readonly #from: Int32Array;
  readonly #to: Int32Array;
  readonly #categories: readonly number[];
  readonly #levelWeight: Float64Array[];
  readonly #levelHits: Float64Array[];
  readonly #levelCount: Int32Array[];
  readonly #seen: Uint8Array[];
  #rows: Int32Array;
  #listed: number;
  #alive: number;
  #total: number;
  #interest: number;

  #bestScore = 0;
  #bestLeft = 0;
  #bestFactor = -1;
  #bestSide = LOW;
  #bestEnd = 0;
  #bestLevel = 0;

  readonly #steps: { factor: number; side: number; value: number; weight: number; hits: number }[] = [];

  constructor(sorted: SortedRows, settings: PeelSettings) {
    const { factors, columns, rows } = sorted;
    this.#sorted = sorted;
    this.#settings = settings;
    this.#signed = new Float64Array(sorted.weight.length);
    this.#orders = [...sorted.orders];
    this.#firsts = [...sorted.firsts];
    this.#from = new Int32Array(factors.length);
    this.#to = Int32Array.from(sorted.orders, (order) => order.length);
    this.#rows = rows;
    this.#listed = rows.length;
    this.#total = sorted.total;
    this.#interest = sorted.interest;
    this.#categories = Array.from(settings.tried).filter((at) => factors[at]?.kind === "category");
    this.#seen = factors.map((_, at) => seenLevels(sorted, at));
    this.#levelWeight = this.#seen.map((seen) => new Float64Array(seen.length));
    this.#levelHits = this.#seen.map((seen) => new Float64Array(seen.length));
    this.#levelCount = this.#seen.map((seen) => new Int32Array(seen.length));
    let alive = 0;
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] as number;
      const own = sorted.weight[row] as number;
      if (own === 0) continue;
      alive += 1;
      this.#signed[row] = (sorted.hits[row] as number) > 0 ? own : -own;
      for (const factor of this.#categories) {
        const level = (columns[factor] as Float64Array)[row] as number;
        addTo(this.#levelWeight[factor], level, own);
        addTo(this.#levelHits[factor], level, sorted.hits[row] as number);
        addTo(this.#levelCount[factor], level, 1);
      }
    }
    this.#alive = alive;
    this.#steps.push({ factor: -1, side: LOW, value: 0, weight: this.#total, hits: this.#interest });
  }

  path(): PeelPath {
    const steps = this.#steps;
    return {
      points: steps.length,
      factor: Int32Array.from(steps, (step) => step.factor),
      side: Int8Array.from(steps, (step) => step.side),
      value: Float64Array.from(steps, (step) => step.value),
      weight: Float64Array.from(steps, (step) => step.weight),
      hits: Float64Array.from(steps, (step) => step.hits),
      seen: this.#seen,
    };
  }

  /** Does the best peel there is; false if there is none. */
  step(): boolean {
    if (this.#interest <= 0 || this.#interest >= this.#total) return false;
    this.#bestFactor = -1;
    for (const factor of this.#settings.tried) {
      if (this.#sorted.factors[factor]?.kind === "category") this.#tryLevels(factor);
      else {
        this.#trySide(factor, LOW);
        this.#trySide(factor, HIGH);
      }
    }
    if (this.#bestFactor < 0) return false;
    this.#remove();
    if (this.#alive * 2 < this.#listed) this.#sweep();
    return true;
  }

  #trySide(factor: number, side: number): void {
    const order = this.#orders[factor] as Int32Array;
    const first = this.#firsts[factor] as Uint8Array;
    const signed = this.#signed;
    const step = side === LOW ? 1 : -1;
    const stop = side === LOW ? (this.#to[factor] as number) : (this.#from[factor] as number) - 1;
    let at = side === LOW ? (this.#from[factor] as number) : (this.#to[factor] as number) - 1;
    while (at !== stop && signed[order[at] as number] === 0) at += step;
    if (at === stop) return;
    if (side === LOW) this.#from[factor] = at;
    else this.#to[factor] = at + 1;

    const share = this.#settings.peel * this.#total * (1 + 1e-12);
    // The mark of another value stands at the first row of a group: going up on the row itself, going down on the row before it.
    const mark = side === LOW ? 0 : 1;
    let removed = 0;
    let removedHits = 0;
    let end = -1;
    let endWeight = 0;
    let endHits = 0;
    let isAnother = 0;
    for (; at !== stop; at += step) {
      if (removed > 0) isAnother |= first[at + mark] as number;
      const own = signed[order[at] as number] as number;
      if (own === 0) continue;
      if (isAnother === 1) {
        if (end >= 0 && removed > share) break;
        end = at;
        endWeight = removed;
        endHits = removedHits;
        if (removed >= share) break;
      } else if (end >= 0 && removed > share) break;
      isAnother = 0;
      if (own > 0) {
        removed += own;
        removedHits += own;
      } else removed -= own;
    }
    if (end >= 0) this.#offer(factor, side, endWeight, endHits, end, 0);
  }

  #tryLevels(factor: number): void {
    const counts = this.#levelCount[factor] as Int32Array;
    for (let level = 0; level < counts.length; level++) {
      const count = counts[level] as number;
      if (count === 0 || count === this.#alive) continue;
      const removed = (this.#levelWeight[factor] as Float64Array)[level] as number;
      const removedHits = (this.#levelHits[factor] as Float64Array)[level] as number;
      this.#offer(factor, LEVELS, removed, removedHits, 0, level);
    }
  }

  #offer(
    factor: number,
    side: number,
    removed: number,
    removedHits: number,
    end: number,
    level: number,
  ): void {
    const left = this.#total - removed;
    if (left < this.#settings.least * (1 - 1e-12) || left <= 0) return;
    const before = this.#interest / this.#total;
    const after = (this.#interest - removedHits) / left;
    const { objective } = this.#settings;
    const score =
      objective === "mean" ? after : ((after - before) / removed) * (objective === "lenient1" ? 1 : left);
    const isBetter =
      this.#bestFactor < 0 || score > this.#bestScore || (score === this.#bestScore && left > this.#bestLeft);
    if (!isBetter) return;
    this.#bestScore = score;
    this.#bestLeft = left;
    this.#bestFactor = factor;
    this.#bestSide = side;
    this.#bestEnd = end;
    this.#bestLevel = level;
  }

  #remove(): void {
    const factor = this.#bestFactor;
    const column = this.#sorted.columns[factor] as Float64Array;
    let value = this.#bestLevel;
    if (this.#bestSide === LEVELS) {
      for (let at = 0; at < this.#rows.length; at++) {
        const row = this.#rows[at] as number;
        if (column[row] === value && this.#signed[row] !== 0) this.#kill(row);
      }
    } else {
      const order = this.#orders[factor] as Int32Array;
      const end = this.#bestEnd;
      const step = this.#bestSide === LOW ? 1 : -1;
      let at = this.#bestSide === LOW ? (this.#from[factor] as number) : (this.#to[factor] as number) - 1;
      let outside = 0;
      for (; at !== end; at += step) {
        const row = order[at] as number;
        if (this.#signed[row] === 0) continue;
        outside = column[row] as number;
        this.#kill(row);
      }
      if (this.#bestSide === LOW) this.#from[factor] = end;
      else this.#to[factor] = end + 1;
      const kind = this.#sorted.factors[factor]?.kind ?? "real";
      value = limitBetween(outside, column[order[end] as number] as number, kind);
    }
    this.#steps.push({ factor, side: this.#bestSide, value, weight: this.#total, hits: this.#interest });
  }

  #kill(row: number): void {
    const signed = this.#signed[row] as number;
    const own = Math.abs(signed);
    const ownHits = Math.max(0, signed);
    this.#signed[row] = 0;
    this.#total -= own;
    this.#interest -= ownHits;
    this.#alive -= 1;
    for (const factor of this.#categories) {
      const level = (this.#sorted.columns[factor] as Float64Array)[row] as number;
      addTo(this.#levelWeight[factor], level, -own);
      addTo(this.#levelHits[factor], level, -ownHits);
      addTo(this.#levelCount[factor], level, -1);
    }
  }

  #sweep(): void {
    const alive = this.#alive;
    for (const factor of this.#settings.tried) {
      const order = this.#orders[factor] as Int32Array;
      if (order.length === 0) continue;
      const living = new Int32Array(alive + 1);
      const first = new Uint8Array(alive + 1);
      keepRows(order, this.#firsts[factor] as Uint8Array, this.#signed, living, first);
      this.#orders[factor] = living.subarray(0, alive);
      this.#firsts[factor] = first.subarray(0, alive);
      this.#from[factor] = 0;
      this.#to[factor] = alive;
    }
    this.#rows = this.#rows.filter((row) => this.#signed[row] !== 0);
    this.#listed = alive;
  }
}

function addTo(column: Float64Array | Int32Array | undefined, at: number, amount: number): void {
  if (column !== undefined) column[at] = (column[at] as number) + amount;
}
