import { inStrata } from "./latin-hypercube.ts";
import type { PointOptions } from "./monte-carlo.ts";
import { Draws, partOf, permutation, samplingName } from "./seed.ts";
import { checkCount, type UnitDesign } from "./unit-design.ts";

export interface MaximinOptions extends PointOptions {
  /** Exchanges tried; default 100 for each value of the design. */
  readonly exchanges?: number;
}

/**
 * A centred Latin hypercube whose points keep their distance. From a random one, two points exchange their values in one dimension wherever that lowers Σ d^-20 over all pairs, d being the
 * Euclidean distance: the criterion φ of M. D. Morris and T. J. Mitchell (1995, Journal of Statistical Planning and Inference 43) with p = 20, of which the nearest pair is nearly all.
 * A local optimum, not the best design there is. Time is exchanges × rows. Values in (0, 1); at most 20,000 rows; no points can be added.
 */
export function maximinLatinHypercube(options: MaximinOptions): UnitDesign {
  const { rows, dimensions, seed = 0, exchanges = 100 * options.rows * options.dimensions } = options;
  checkCount("the number of rows", rows, 1, 20_000);
  checkCount("the number of dimensions", dimensions, 1);
  checkCount("the number of exchanges", exchanges, 0, Number.MAX_SAFE_INTEGER);
  const name = samplingName(seed, "maximin-latin-hypercube");
  const points = new Float64Array(rows * dimensions);
  for (let at = 0; at < dimensions; at++) {
    permutation(rows, partOf(partOf(name, 0), at)).forEach((stratum, row) => {
      points[row * dimensions + at] = stratum;
    });
  }
  if (rows > 2) exchange(points, rows, dimensions, exchanges, new Draws(partOf(name, 1)));
  const columns = Array.from({ length: dimensions }, (_, at) => {
    const strata = Int32Array.from(
      { length: rows },
      (_unused, row) => points[row * dimensions + at] as number,
    );
    return inStrata(strata, rows, undefined);
  });
  return { rows, columns, recipe: { method: "closed", about: "a maximin Latin hypercube" } };
}

function exchange(
  points: Float64Array,
  rows: number,
  dimensions: number,
  exchanges: number,
  draws: Draws,
): void {
  for (let time = 0; time < exchanges; time++) {
    const draw = (3 * time) % 2_000_000_000;
    const at = draws.below(dimensions, draw);
    const one = draws.below(rows, draw + 1);
    const step = 1 + draws.below(rows - 1, draw + 2);
    const two = (one + step) % rows;
    const before = nearness(points, rows, dimensions, one, two);
    swap(points, one * dimensions + at, two * dimensions + at);
    if (!(nearness(points, rows, dimensions, one, two) < before)) {
      swap(points, one * dimensions + at, two * dimensions + at);
    }
  }
}

/** Σ d^-20 from two points to all others, distances in strata. Theirs to each other does not change when they exchange values. */
function nearness(points: Float64Array, rows: number, dimensions: number, one: number, two: number): number {
  const first = one * dimensions;
  const second = two * dimensions;
  let sum = 0;
  for (let other = 0; other < rows; other++) {
    if (other === one || other === two) continue;
    const start = other * dimensions;
    let a = 0;
    let b = 0;
    for (let at = 0; at < dimensions; at++) {
      const value = points[start + at] as number;
      const byA = value - (points[first + at] as number);
      const byB = value - (points[second + at] as number);
      a += byA * byA;
      b += byB * byB;
    }
    sum += tenthPower(1 / a) + tenthPower(1 / b);
  }
  return sum;
}

function tenthPower(value: number): number {
  const square = value * value;
  const fourth = square * square;
  return fourth * fourth * square;
}

function swap(points: Float64Array, one: number, two: number): void {
  const held = points[one] as number;
  points[one] = points[two] as number;
  points[two] = held;
}
