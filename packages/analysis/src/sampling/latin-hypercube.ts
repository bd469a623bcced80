import type { Name } from "@shikumi/core/random";
import { AnalysisError } from "../frame/index.ts";
import type { PointOptions } from "./monte-carlo.ts";
import { Draws, partOf, permutation, samplingName } from "./seed.ts";
import { checkCount, type UnitDesign } from "./unit-design.ts";

/** Places in a stratum; with the most rows below, stratum and place are exact together. */
const twoTo22 = 4194304;
/** Most rows of a Latin hypercube: 2^26. */
export const latinRows = 67_108_864;

export interface LatinHypercubeOptions extends PointOptions {
  /** Where in its stratum a point lies: anywhere (`random`, which can be doubled) or in the middle (`centred`). Default `random`. */
  readonly place?: "random" | "centred";
}

/**
 * A Latin hypercube (M. D. McKay, R. J. Beckman, W. J. Conover 1979, Technometrics 21): each of the `rows` strata of each dimension holds one point. Values in (0, 1). At most 2^26 rows. Throws
 * `AnalysisError` `bad-argument` for sizes out of range.
 */
export function latinHypercube(options: LatinHypercubeOptions): UnitDesign {
  const { rows, dimensions, seed = 0, place = "random" } = options;
  checkCount("the number of rows", rows, 1, latinRows);
  checkCount("the number of dimensions", dimensions, 1);
  const name = samplingName(seed, "latin-hypercube");
  const columns = Array.from({ length: dimensions }, (_, at) => {
    const part = partOf(partOf(name, at), 0);
    return inStrata(permutation(rows, part), rows, place === "random" ? partOf(part, 0) : undefined);
  });
  return {
    rows,
    columns,
    recipe:
      place === "random"
        ? { method: "latin-hypercube", name, base: rows }
        : { method: "closed", about: "a centred Latin hypercube" },
  };
}

/**
 * Values of points whose strata are given: ⌊value × count⌋ is the stratum. At random places drawn from `jitter`, or in the middle without. Places are odd multiples of 2^-23 of a stratum, so
 * that no value rounds into the next.
 */
export function inStrata(strata: Int32Array, count: number, jitter: Name | undefined): Float64Array {
  const draws = jitter && new Draws(jitter);
  return Float64Array.from(strata, (stratum, row) => {
    const place = draws ? (Math.floor(draws.at(row) * twoTo22) + 0.5) / twoTo22 : 0.5;
    return (stratum + place) / count;
  });
}

/**
 * A column twice as long: the old points, then as many in the strata of half the width that they leave empty, in random order (a nested Latin hypercube; P. Z. G. Qian 2009,
 * Biometrika 96, doubles in this manner).
 */
export function doubledColumn(column: Float64Array, name: Name, base: number): Float64Array {
  const rows = column.length;
  const count = 2 * rows;
  checkCount("the number of rows", count, 1, latinRows);
  const isTaken = new Uint8Array(count);
  for (const value of column) isTaken[Math.floor(value * count)] = 1;
  const empty = new Int32Array(rows);
  let found = 0;
  for (let stratum = 0; stratum < count; stratum++) {
    if (isTaken[stratum] === 0 && found < rows) empty[found++] = stratum;
  }
  if (found !== rows) throw new AnalysisError("bad-argument", "the columns are no Latin hypercube");
  const part = partOf(name, Math.round(count / base));
  new Draws(part).shuffle(empty);
  const longer = new Float64Array(count);
  longer.set(column);
  longer.set(inStrata(empty, count, partOf(part, 0)), rows);
  return longer;
}
