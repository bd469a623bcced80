import { type Bounds, copyBounds, type Key, keysOf, LEVELS, LOW, openSide } from "./box.ts";
import { limitBetween } from "./peel.ts";
import { type SortedRows, seenLevels } from "./sorted-rows.ts";
import type { Score } from "./target.ts";
import { breaks, violationsOf } from "./violations.ts";

export interface SettleSettings {
  readonly score: Score;
  /** Least weight the box may hold. */
  readonly least: number;
  /**
   * Weight and weight of interest that other boxes hold already (their rows are not among the sorted ones), and all there is of interest: the score is that of the
   * union.
   */
  readonly besides?: { readonly hits: number; readonly weight: number; readonly interest: number };
}

const MOST_ROUNDS = 12;

/**
 * Moves each limited side of a box in turn to where the score is best with the others held, until none moves: pasting without a step size, in both directions. No side is
 * added; one
 * that does best open is opened. The score of the given rows never falls. O(rows × sides) a round.
 */
export function settleLimits(sorted: SortedRows, start: Bounds, settings: SettleSettings): Bounds {
  const bounds = copyBounds(start);
  const keys = keysOf(bounds);
  const { count } = violationsOf(bounds, keys, sorted.columns, sorted.rows);
  let before = Number.NEGATIVE_INFINITY;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let reached = before;
    for (const key of keys) {
      if (key.side === LEVELS) {
        shift(count, sorted, bounds, key, -1);
        reached = settleLevels(sorted, bounds, key, count, settings);
        shift(count, sorted, bounds, key, 1);
      } else reached = settleSide(sorted, bounds, key, count, settings);
    }
    if (!(reached > before + 1e-12)) break;
    before = reached;
  }
  return bounds;
}

/** Adds to or takes from the count of broken sides those of one side. */
function shift(count: Uint8Array, sorted: SortedRows, bounds: Bounds, key: Key, by: number): void {
  const column = sorted.columns[key.factor] as Float64Array;
  const { rows } = sorted;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number;
    if (breaks(bounds, key, column[row] as number)) count[row] = (count[row] as number) + by;
  }
}

/** Walks from the far end of the range towards the side, letting in one group of equal values after the other; then brings the count of broken sides up to date. */
function settleSide(
  sorted: SortedRows,
  bounds: Bounds,
  key: Key,
  broken: Uint8Array,
  { score, least, besides }: SettleSettings,
): number {
  const { factor, side } = key;
  const order = sorted.orders[factor] as Int32Array;
  const first = sorted.firsts[factor] as Uint8Array;
  const column = sorted.columns[factor] as Float64Array;
  const hits0 = besides?.hits ?? 0;
  const weight0 = besides?.weight ?? 0;
  const interest = besides?.interest ?? sorted.interest;
  const enough = least * (1 - 1e-12);
  const step = side === LOW ? -1 : 1;
  const start = side === LOW ? order.length - 1 : 0;
  const stop = side === LOW ? -1 : order.length;
  const mark = side === LOW ? 1 : 0;
  const limits = side === LOW ? bounds.low : bounds.high;
  const edge = edgeOf(order, column, limits[factor] as number, side);
  let weight = 0;
  let hits = 0;
  let isAnother = 0;
  let inside = -1;
  let best = Number.NEGATIVE_INFINITY;
  let bestInside = -1;
  let bestOutside = -1;
  for (let at = start; at !== stop; at += step) {
    if (inside >= 0) isAnother |= first[at + mark] as number;
    const row = order[at] as number;
    const breaksThis = side === LOW ? at < edge : at >= edge;
    if (broken[row] !== (breaksThis ? 1 : 0)) continue;
    const own = sorted.weight[row] as number;
    if (own === 0) continue;
    if (isAnother === 1 && weight >= enough) {
      const reached = score(hits0 + hits, weight0 + weight, interest);
      if (reached > best) {
        best = reached;
        bestInside = inside;
        bestOutside = at;
      }
    }
    isAnother = 0;
    inside = at;
    weight += own;
    hits += sorted.hits[row] as number;
  }
  const open = score(hits0 + hits, weight0 + weight, interest);
  const isOpen = open >= best;
  if (isOpen) openSide(bounds, key);
  else {
    const kind = sorted.factors[factor]?.kind ?? "real";
    limits[factor] = limitBetween(
      column[order[bestOutside] as number] as number,
      column[order[bestInside] as number] as number,
      kind,
    );
  }
  const moved = edgeOf(order, column, limits[factor] as number, side);
  for (let at = Math.min(edge, moved); at < Math.max(edge, moved); at++) {
    const row = order[at] as number;
    broken[row] = (broken[row] as number) + ((side === LOW) === moved > edge ? 1 : -1);
  }
  return isOpen ? open : best;
}

/** Place in an order of the first row inside a lower limit, or of the first row outside an upper one. */
function edgeOf(order: Int32Array, column: Float64Array, limit: number, side: number): number {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const value = column[order[middle] as number] as number;
    if (side === LOW ? value < limit : value <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Takes levels by falling density for as long as the score gains; levels no row of the others' box has stay as they are. */
function settleLevels(
  sorted: SortedRows,
  bounds: Bounds,
  key: Key,
  broken: Uint8Array,
  { score, least, besides }: SettleSettings,
): number {
  const { factor } = key;
  const column = sorted.columns[factor] as Float64Array;
  const seen = seenLevels(sorted, factor);
  const current = bounds.levels[factor] ?? seen;
  const weights = new Float64Array(seen.length);
  const found = new Float64Array(seen.length);
  for (let at = 0; at < sorted.rows.length; at++) {
    const row = sorted.rows[at] as number;
    if (broken[row] !== 0) continue;
    const level = column[row] as number;
    weights[level] = (weights[level] as number) + (sorted.weight[row] as number);
    found[level] = (found[level] as number) + (sorted.hits[row] as number);
  }
  const density = (level: number): number => (found[level] as number) / (weights[level] as number);
  const order = Array.from(seen.keys())
    .filter((level) => (weights[level] as number) > 0)
    .sort((a, b) => density(b) - density(a) || a - b);
  let weight = 0;
  let hits = 0;
  let best = Number.NEGATIVE_INFINITY;
  let taken = 0;
  order.forEach((level, at) => {
    weight += weights[level] as number;
    hits += found[level] as number;
    if (weight < least * (1 - 1e-12)) return;
    const reached = score(
      (besides?.hits ?? 0) + hits,
      (besides?.weight ?? 0) + weight,
      besides?.interest ?? sorted.interest,
    );
    if (reached > best) {
      best = reached;
      taken = at + 1;
    }
  });
  if (taken === 0) return best;
  const inside = current.map((was, level) => ((weights[level] as number) > 0 ? 0 : was));
  for (const level of order.slice(0, taken)) inside[level] = 1;
  if (inside.every((is, level) => is === 1 || seen[level] === 0)) openSide(bounds, key);
  else bounds.levels[factor] = inside;
  return best;
}
