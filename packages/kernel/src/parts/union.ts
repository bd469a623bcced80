/** Disjoint sets over numbered things, with halving paths. */
export class Union {
  readonly #parent: Int32Array;

  constructor(size: number) {
    this.#parent = Int32Array.from({ length: size }, (_, at) => at);
  }

  /** The number that stands for the set of one. */
  root(one: number): number {
    let at = one;
    for (;;) {
      const parent = this.#parent[at] as number;
      if (parent === at) return at;
      const grand = this.#parent[parent] as number;
      this.#parent[at] = grand;
      at = grand;
    }
  }

  join(a: number, b: number): void {
    this.#parent[this.root(a)] = this.root(b);
  }
}
