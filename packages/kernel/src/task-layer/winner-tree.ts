import { getKey, type i32, type Key, leastKey, setKey } from "../engine/primitive.ts";

/**
 * The calendar: a winner (tournament) tree with one leaf per unit, whose root is the least key. A unit has at most one pending event, so planning, moving and withdrawing are the
 * same: write the leaf and repeat the matches above it. Node 1 is the root; leaves begin at the number of leaves. WebAssembly chooses the winner without a branch.
 */
export function place(tree: i32, leaf: i32, key: Key): void {
  let at: i32 = leaf << 3;
  let least: Key = key;
  setKey(tree + at, least);
  while (at > 8) {
    const other = getKey(tree + (at ^ 8));
    least = leastKey(least, other);
    at = (at >> 1) & -8;
    setKey(tree + at, least);
  }
}
