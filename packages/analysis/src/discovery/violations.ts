import { type Bounds, HIGH, type Key, LEVELS, LOW } from "./box.ts";

/**
 * How many sides of a box each row breaks, and the last of them: rows that break one side alone are those which moving that side would let in. Indexed by row of the
 * design.
 */
export interface Violations {
  readonly count: Uint8Array;
  /** Position in the list of sides; means nothing where `count` is 0. */
  readonly last: Uint8Array;
}

/** Violations of `keys` (255 at most) by the given rows. */
export function violationsOf(
  bounds: Bounds,
  keys: readonly Key[],
  columns: readonly Float64Array[],
  rows: Int32Array,
): Violations {
  const length = columns[0]?.length ?? 0;
  const violations = { count: new Uint8Array(length), last: new Uint8Array(length) };
  addViolations(violations, bounds, keys, columns, rows);
  return violations;
}

/** Adds the violations of further rows, which may be judged by another box with the same sides. */
export function addViolations(
  { count, last }: Violations,
  bounds: Bounds,
  keys: readonly Key[],
  columns: readonly Float64Array[],
  rows: Int32Array,
): void {
  keys.forEach((key, index) => {
    const column = columns[key.factor] as Float64Array;
    const levels = key.side === LEVELS ? bounds.levels[key.factor] : undefined;
    const low = key.side === LOW ? (bounds.low[key.factor] as number) : Number.NEGATIVE_INFINITY;
    const high = key.side === HIGH ? (bounds.high[key.factor] as number) : Number.POSITIVE_INFINITY;
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] as number;
      const value = column[row] as number;
      if (value >= low && value <= high && (levels === undefined || levels[value] === 1)) continue;
      count[row] = (count[row] as number) + 1;
      last[row] = index;
    }
  });
}

/** Whether a value lies outside one side of a box. */
export function breaks(bounds: Bounds, { factor, side }: Key, value: number): boolean {
  if (side === LOW) return value < (bounds.low[factor] as number);
  if (side === HIGH) return value > (bounds.high[factor] as number);
  const levels = bounds.levels[factor];
  return levels !== undefined && levels[value] !== 1;
}
