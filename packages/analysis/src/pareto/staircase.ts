/** The area that points of a plane dominate up to a corner, kept while points are added. Less is better in both coordinates. */
export class Staircase {
  /** Steps ascending in x and so descending in y. */
  readonly #x: Float64Array;
  readonly #y: Float64Array;
  readonly #cornerX: number;
  readonly #cornerY: number;
  #steps = 0;
  #area = 0;

  /** For at most `capacity` points, each below the corner in both coordinates. */
  constructor(capacity: number, cornerX: number, cornerY: number) {
    this.#x = new Float64Array(capacity);
    this.#y = new Float64Array(capacity);
    this.#cornerX = cornerX;
    this.#cornerY = cornerY;
  }

  get area(): number {
    return this.#area;
  }

  add(x: number, y: number): void {
    const xs = this.#x;
    const ys = this.#y;
    const from = this.#firstAtLeast(x);
    const above = from > 0 ? (ys[from - 1] as number) : this.#cornerY;
    if (above <= y) return;
    if (from < this.#steps && xs[from] === x && (ys[from] as number) <= y) return;
    let to = from;
    let left = x;
    let top = above;
    while (to < this.#steps && (ys[to] as number) >= y) {
      this.#area += ((xs[to] as number) - left) * (top - y);
      left = xs[to] as number;
      top = ys[to] as number;
      to++;
    }
    const right = to < this.#steps ? (xs[to] as number) : this.#cornerX;
    this.#area += (right - left) * (top - y);
    xs.copyWithin(from + 1, to, this.#steps);
    ys.copyWithin(from + 1, to, this.#steps);
    this.#steps += 1 - (to - from);
    xs[from] = x;
    ys[from] = y;
  }

  #firstAtLeast(x: number): number {
    let low = 0;
    let high = this.#steps;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#x[middle] as number) < x) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
