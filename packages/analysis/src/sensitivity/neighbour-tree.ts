/** One coordinate of a space in which neighbours are sought. Numbers lie apart by their difference; the codes of a category by 1 where they differ. */
export interface Coordinate {
  readonly values: Float64Array;
  readonly isCategory: boolean;
}

const leafSize = 8;

/**
 * The nearest points by squared Euclidean distance among all points of some coordinates. A tree that halves the points at the median of the widest coordinate (J. H. Friedman, J. L. Bentley,
 * R. A. Finkel, "An algorithm for finding best matches in logarithmic expected time", ACM TOMS 3 (1977)); nodes keep the lowest and highest value of their cut on either side, so that a
 * distance to a category is bounded as well. Of points equally far those first in the tree are taken: put points into a random order beforehand.
 */
export class NeighbourTree {
  readonly #coordinates: readonly Coordinate[];
  readonly #points: Int32Array;
  /** By node: coordinate cut, −1 for a leaf; highest value of the left half, lowest of the right. Node n has the children 2n + 1 and 2n + 2. */
  readonly #cut: Int32Array;
  readonly #leftMost: Float64Array;
  readonly #rightLeast: Float64Array;
  readonly #distances: Float64Array;
  readonly #nearest: Int32Array;
  #query = 0;

  constructor(coordinates: readonly Coordinate[], count: number, neighbours: number) {
    this.#coordinates = coordinates;
    this.#points = Int32Array.from({ length: count }, (_, point) => point);
    let nodes = 1;
    for (let size = count; size > leafSize; size = (size + 1) >> 1) nodes = 2 * nodes + 1;
    this.#cut = new Int32Array(nodes).fill(-1);
    this.#leftMost = new Float64Array(nodes);
    this.#rightLeast = new Float64Array(nodes);
    this.#distances = new Float64Array(neighbours);
    this.#nearest = new Int32Array(neighbours);
    this.#build(0, 0, count);
  }

  /** The points nearest to a point, itself among them, nearest first. The array is used again by the next call. */
  nearestTo(point: number): Int32Array {
    this.#query = point;
    this.#distances.fill(Number.POSITIVE_INFINITY);
    this.#nearest.fill(point);
    this.#distances[0] = 0;
    this.#seek(0, 0, this.#points.length);
    return this.#nearest;
  }

  #build(node: number, start: number, end: number): void {
    if (end - start <= leafSize) return;
    const cut = this.#widest(start, end);
    if (cut < 0) return;
    const { values } = this.#coordinates[cut] as Coordinate;
    const middle = (start + end) >> 1;
    selectMiddle(this.#points, values, start, end - 1, middle);
    let most = Number.NEGATIVE_INFINITY;
    for (let at = start; at < middle; at++)
      most = Math.max(most, values[this.#points[at] as number] as number);
    this.#cut[node] = cut;
    this.#leftMost[node] = most;
    this.#rightLeast[node] = values[this.#points[middle] as number] as number;
    this.#build(2 * node + 1, start, middle);
    this.#build(2 * node + 2, middle, end);
  }

  /** The coordinate over which the points spread most; −1 where all points are one. */
  #widest(start: number, end: number): number {
    let widest = 0;
    let found = -1;
    for (let cut = 0; cut < this.#coordinates.length; cut++) {
      const { values, isCategory } = this.#coordinates[cut] as Coordinate;
      let low = Number.POSITIVE_INFINITY;
      let high = Number.NEGATIVE_INFINITY;
      for (let at = start; at < end; at++) {
        const value = values[this.#points[at] as number] as number;
        if (value < low) low = value;
        if (value > high) high = value;
      }
      const width = isCategory ? Math.min(1, high - low) : high - low;
      if (width > widest) {
        widest = width;
        found = cut;
      }
    }
    return found;
  }

  #seek(node: number, start: number, end: number): void {
    const cut = node < this.#cut.length ? (this.#cut[node] as number) : -1;
    if (cut < 0) {
      for (let at = start; at < end; at++) this.#offer(this.#points[at] as number);
      return;
    }
    const middle = (start + end) >> 1;
    const { values, isCategory } = this.#coordinates[cut] as Coordinate;
    const value = values[this.#query] as number;
    const toLeft = Math.max(0, value - (this.#leftMost[node] as number));
    const toRight = Math.max(0, (this.#rightLeast[node] as number) - value);
    const farthest = this.#distances.length - 1;
    const bound = (gap: number): number => (isCategory ? (gap > 0 ? 1 : 0) : gap * gap);
    if (toLeft <= toRight) {
      this.#seek(2 * node + 1, start, middle);
      if (bound(toRight) < (this.#distances[farthest] as number)) this.#seek(2 * node + 2, middle, end);
    } else {
      this.#seek(2 * node + 2, middle, end);
      if (bound(toLeft) < (this.#distances[farthest] as number)) this.#seek(2 * node + 1, start, middle);
    }
  }

  #offer(point: number): void {
    if (point === this.#query) return;
    const distances = this.#distances;
    const limit = distances[distances.length - 1] as number;
    let distance = 0;
    for (let cut = 0; cut < this.#coordinates.length && distance < limit; cut++) {
      const { values, isCategory } = this.#coordinates[cut] as Coordinate;
      const gap = (values[point] as number) - (values[this.#query] as number);
      distance += isCategory ? (gap === 0 ? 0 : 1) : gap * gap;
    }
    if (!(distance < limit)) return;
    let at = distances.length - 1;
    for (; at > 1 && (distances[at - 1] as number) > distance; at--) {
      distances[at] = distances[at - 1] as number;
      this.#nearest[at] = this.#nearest[at - 1] as number;
    }
    distances[at] = distance;
    this.#nearest[at] = point;
  }
}

/** Puts the entry that belongs at `middle` in ascending order of value there, none larger before it and none smaller after it (C. A. R. Hoare's FIND). */
function selectMiddle(
  points: Int32Array,
  values: Float64Array,
  first: number,
  last: number,
  middle: number,
): void {
  let low = first;
  let high = last;
  while (low < high) {
    const pivot = values[points[(low + high) >> 1] as number] as number;
    let left = low;
    let right = high;
    while (left <= right) {
      while ((values[points[left] as number] as number) < pivot) left += 1;
      while ((values[points[right] as number] as number) > pivot) right -= 1;
      if (left <= right) {
        const held = points[left] as number;
        points[left] = points[right] as number;
        points[right] = held;
        left += 1;
        right -= 1;
      }
    }
    if (middle <= right) high = right;
    else if (middle >= left) low = left;
    else return;
  }
}
