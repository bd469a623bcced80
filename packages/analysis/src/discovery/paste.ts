import { type Bounds, copyBounds, keysOf, LEVELS, LOW, openSide } from "./box.ts";
import { limitBetween, type PeelSettings } from "./peel.ts";
import type { SortedRows } from "./sorted-rows.ts";
import { violationsOf } from "./violations.ts";

/** What pasting let into a box, step by step. */
export interface PastePath {
  readonly boxes: readonly Bounds[];
  readonly factor: readonly number[];
  readonly weight: readonly number[];
  readonly hits: readonly number[];
}

/**
 * Pastes: lets back in, on the side where the objective gains most, the values next to a limit, for as long as the density rises (Friedman & Fisher 1999). A numeric
 * side, real
 * or integer, takes the largest number of whole groups of equal values not above `share` of the weight in the box (one group at least); a category one level. `factor`,
 * `weight` and
 * `hits` tell each step as in `PeelPath`.
 */
export function pasteRows(
  sorted: SortedRows,
  start: Bounds,
  settings: Pick<PeelSettings, "objective"> & { readonly share: number },
): PastePath {
  const path = {
    boxes: [] as Bounds[],
    factor: [] as number[],
    weight: [] as number[],
    hits: [] as number[],
  };
  let bounds = start;
  for (;;) {
    const best = bestPaste(sorted, bounds, settings);
    if (best === undefined) return path;
    bounds = best.bounds;
    path.boxes.push(best.bounds);
    path.factor.push(best.factor);
    path.weight.push(best.weight);
    path.hits.push(best.hits);
  }
}

interface Paste {
  readonly bounds: Bounds;
  readonly factor: number;
  readonly weight: number;
  readonly hits: number;
  readonly score: number;
}

function bestPaste(
  sorted: SortedRows,
  bounds: Bounds,
  { objective, share }: { readonly objective: PeelSettings["objective"]; readonly share: number },
): Paste | undefined {
  const keys = keysOf(bounds);
  const { count, last } = violationsOf(bounds, keys, sorted.columns, sorted.rows);
  let weight = 0;
  let hits = 0;
  for (const row of sorted.rows) {
    if (count[row] !== 0) continue;
    weight += sorted.weight[row] as number;
    hits += sorted.hits[row] as number;
  }
  let best: Paste | undefined;
  const offer = (factor: number, added: number, addedHits: number, change: (to: Bounds) => void): void => {
    const after = (hits + addedHits) / (weight + added);
    const gain = after - hits / weight;
    if (!(gain > 0)) return;
    const score =
      objective === "mean" ? after : (gain / added) * (objective === "lenient1" ? 1 : weight + added);
    if (best !== undefined && score <= best.score) return;
    const pasted = copyBounds(bounds);
    change(pasted);
    best = { bounds: pasted, factor, weight: weight + added, hits: hits + addedHits, score };
  };
  for (const factor of sorted.byName) {
    keys.forEach((key, index) => {
      if (key.factor !== factor) return;
      const column = sorted.columns[factor] as Float64Array;
      const isOnlyHere = (row: number): boolean => count[row] === 1 && last[row] === index;
      if (key.side === LEVELS) {
        const inside = bounds.levels[factor] as Uint8Array;
        for (let level = 0; level < inside.length; level++) {
          if (inside[level] === 1) continue;
          const rows = sorted.rows.filter((row) => isOnlyHere(row) && column[row] === level);
          const added = rows.reduce((sum, row) => sum + (sorted.weight[row] as number), 0);
          if (added === 0) continue;
          const addedHits = rows.reduce((sum, row) => sum + (sorted.hits[row] as number), 0);
          offer(factor, added, addedHits, (to) => {
            (to.levels[factor] as Uint8Array)[level] = 1;
            const isWhole = sorted.rows.every(
              (row) => to.levels[factor]?.[column[row] as number] === 1 || sorted.weight[row] === 0,
            );
            if (isWhole) openSide(to, key);
          });
        }
        return;
      }
      const isLow = key.side === LOW;
      const order = soleBreakers(sorted, factor, count, last, index);
      if (isLow) order.reverse();
      const group = pastedGroup(order, sorted, column, share * weight);
      if (group === undefined) return;
      offer(factor, group.weight, group.hits, (to) => {
        const kind = sorted.factors[factor]?.kind ?? "real";
        if (group.beyond === undefined) openSide(to, key);
        else (isLow ? to.low : to.high)[factor] = limitBetween(group.beyond, group.edge, kind);
      });
    });
  }
  return best;
}

/** The rows that break one side alone, by ascending value of its factor. */
function soleBreakers(
  sorted: SortedRows,
  factor: number,
  count: Uint8Array,
  last: Uint8Array,
  index: number,
): Int32Array {
  const order = sorted.orders[factor] as Int32Array;
  const found = new Int32Array(order.length);
  let size = 0;
  for (let at = 0; at < order.length; at++) {
    const row = order[at] as number;
    if (count[row] === 1 && last[row] === index && (sorted.weight[row] as number) > 0) found[size++] = row;
  }
  return found.slice(0, size);
}

/** The rows a side takes in one paste, from those next to the limit outwards. `beyond` is the first value that stays outside. */
function pastedGroup(
  order: Int32Array,
  sorted: SortedRows,
  column: Float64Array,
  most: number,
): { weight: number; hits: number; edge: number; beyond: number | undefined } | undefined {
  let weight = 0;
  let hits = 0;
  let taken: { weight: number; hits: number; edge: number; beyond: number | undefined } | undefined;
  for (let at = 0; at < order.length; at++) {
    const row = order[at] as number;
    weight += sorted.weight[row] as number;
    hits += sorted.hits[row] as number;
    const edge = column[row] as number;
    const beyond = at + 1 < order.length ? (column[order[at + 1] as number] as number) : undefined;
    if (beyond === edge) continue;
    if (taken !== undefined && weight > most * (1 + 1e-12)) break;
    taken = { weight, hits, edge, beyond };
    if (weight >= most) break;
  }
  return taken;
}
