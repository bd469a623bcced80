import type { Name } from "@shikumi/core/random";
import type { Seed } from "../frame/index.ts";
import { Draws, partOf, samplingName } from "./seed.ts";
import { checkCount, type UnitDesign } from "./unit-design.ts";

/** Sizes of a plain random design. */
export interface PointOptions {
  /** 1 to 2^30. */
  readonly rows: number;
  readonly dimensions: number;
  /** Default 0. */
  readonly seed?: Seed;
}

/** Independent uniform points, values in (0, 1) with 52 bits. Row r of column d depends on seed, d and r only. Throws `AnalysisError` `bad-argument` for sizes out of range. */
export function monteCarlo({ rows, dimensions, seed = 0 }: PointOptions): UnitDesign {
  checkCount("the number of rows", rows, 1);
  checkCount("the number of dimensions", dimensions, 1);
  const name = samplingName(seed, "monte-carlo");
  const columns = Array.from({ length: dimensions }, () => new Float64Array(rows));
  columns.forEach((column, at) => {
    fillMonteCarlo(column, 0, at, name);
  });
  return { rows, columns, recipe: { method: "monte-carlo", name } };
}

/** Writes rows `from` … to the end of column `at`. */
export function fillMonteCarlo(column: Float64Array, from: number, at: number, name: Name): void {
  const draws = new Draws(partOf(name, at));
  for (let row = from; row < column.length; row++) column[row] = draws.at(row);
}
