const NONE = 0x7fffffff;

/**
 * Least value among keys up to a bound: a Fenwick tree of prefix minima (P. Fenwick, "A new data structure for cumulative frequency tables", 1994). Keys are integers
 * from 0, values integers below 2³¹ − 1. Every operation O(log keys).
 */
export class PrefixMinima {
  readonly #tree: Int32Array;

  constructor(keys: number) {
    this.#tree = new Int32Array(keys + 1).fill(NONE);
  }

  insert(key: number, value: number): void {
    const tree = this.#tree;
    // A node that already holds less has ancestors that hold less too.
    for (let node = key + 1; node < tree.length && (tree[node] as number) > value; node += node & -node) {
      tree[node] = value;
    }
  }

  /** Whether some key at most `key` holds a value at most `value`. */
  holdsAtMost(key: number, value: number): boolean {
    const tree = this.#tree;
    for (let node = key + 1; node > 0; node &= node - 1) if ((tree[node] as number) <= value) return true;
    return false;
  }

  /** Undoes the insertions of a key; sound once it is called for every key inserted. */
  clear(key: number): void {
    const tree = this.#tree;
    for (let node = key + 1; node < tree.length && tree[node] !== NONE; node += node & -node)
      tree[node] = NONE;
  }
}
