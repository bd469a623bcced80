import { grownInts, grownReals, int } from "../memory.ts";

/**
 * Columns of one kind of entity. Slots are taken from and given back to a list of free ones; columns grow by
 * doubling.
 */
export type Arena<Ints extends string, Reals extends string> = {
  [Name in Ints | "link"]: Int32Array;
} & { [Name in Reals]: Float64Array } & ArenaHead;

interface ArenaHead {
  capacity: number;
  /** Slots ever taken in this run. */
  used: number;
  /** First free slot below `used`; -1 for none. */
  free: number;
}

/** Empty columns. `link` chains free slots. */
export function arena<Ints extends string, Reals extends string = never>(
  ints: readonly Ints[],
  reals: readonly Reals[] = [],
  capacity = 64,
): Arena<Ints, Reals> {
  const made: Record<string, unknown> = { capacity, used: 0, free: -1, link: new Int32Array(capacity) };
  for (const name of ints) made[name] = new Int32Array(capacity);
  for (const name of reals) made[name] = new Float64Array(capacity);
  // V8 keeps an object whose properties were added by computed keys as a hash table; a copy has a fixed
  // layout.
  return { ...made } as Arena<Ints, Reals>;
}

/** Forgets all slots; costs nothing, whatever was used. */
export function resetArena(columns: ArenaHead): void {
  columns.used = 0;
  columns.free = -1;
}

/** A free slot. Its columns hold what the last owner left. */
export function take(columns: ArenaHead & { link: Int32Array }): number {
  const slot = columns.free;
  if (slot >= 0) {
    columns.free = int(columns.link, slot);
    return slot;
  }
  return takeBlock(columns, 1);
}

/** The first of `count` new slots next to each other. */
export function takeBlock(columns: ArenaHead & { link: Int32Array }, count: number): number {
  const first = columns.used;
  columns.used += count;
  if (columns.used > columns.capacity) grow(columns, columns.used);
  return first;
}

export function release(columns: ArenaHead & { link: Int32Array }, slot: number): void {
  columns.link[slot] = columns.free;
  columns.free = slot;
}

function grow(columns: ArenaHead, needed: number): void {
  let capacity = columns.capacity;
  while (capacity < needed) capacity *= 2;
  const fields = columns as unknown as Record<string, unknown>;
  for (const [name, column] of Object.entries(fields)) {
    // A column with several entries to a slot keeps its width.
    if (column instanceof Int32Array)
      fields[name] = grownInts(column, (column.length / columns.capacity) * capacity);
    else if (column instanceof Float64Array)
      fields[name] = grownReals(column, (column.length / columns.capacity) * capacity);
  }
  columns.capacity = capacity;
}
