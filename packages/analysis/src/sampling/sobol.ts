import { uniform } from "@shikumi/core/random";
import type { Seed } from "../frame/index.ts";
import { LinearScramble } from "./linear-scramble.ts";
import { OwenScramble } from "./owen-scramble.ts";
import { partOf, samplingName } from "./seed.ts";
import { sobolDimensions, sobolDirections } from "./sobol-directions.ts";
import { checkCount, largestRows, type Recipe, type SobolScramble, type UnitDesign } from "./unit-design.ts";

const twoTo32 = 4294967296;
const twoToMinus32 = 1 / twoTo32;
/** Points handled at a time, so that the bits stay in cache. */
const chunk = 8192;

export interface SobolOptions {
  /** 1 to 2^30. Powers of 2 are balanced; other numbers are not, and lose most of the gain over chance. */
  readonly rows: number;
  /** At most 256, the first dimension included. */
  readonly dimensions: number;
  /** Not read where `scramble` is `none`. Default 0. */
  readonly seed?: Seed;
  /** Default `owen`. */
  readonly scramble?: SobolScramble;
  /** Dimension of the sequence that the first column is; default 0. */
  readonly firstDimension?: number;
}

/**
 * Sobol' points with the directions of Joe and Kuo, in the order of the Gray code (I. A. Antonov, V. M. Saleev 1979), from point 0 on: the first 2^m points of every extent are a digital
 * net. Scrambled values lie in (0, 1): they are odd multiples of 2^-33. With `scramble: "none"` they are the published points in [0, 1), of which the first is the origin. Throws
 * `AnalysisError` `bad-argument` for sizes out of range.
 *
 * Scrambled by `owen` every point is uniform on the cube, so means over a design are unbiased; for smooth functions the variance falls like N^-3 up to logarithms (A. B. Owen
 * 1997, Annals of Statistics 25). `linear` has the same variance, made of far smaller errors in most draws and larger ones in few. A `shift` is unbiased too, at a variance near N^-2.
 */
export function sobol(options: SobolOptions): UnitDesign {
  const { rows, dimensions, seed = 0, scramble = "owen", firstDimension = 0 } = options;
  checkCount("the number of rows", rows, 1, largestRows);
  checkCount("the first dimension", firstDimension, 0, sobolDimensions - 1);
  checkCount("the number of dimensions", dimensions, 1, sobolDimensions - firstDimension);
  const recipe = { method: "sobol", name: samplingName(seed, "sobol"), scramble, firstDimension } as const;
  const columns = Array.from({ length: dimensions }, () => new Float64Array(rows));
  columns.forEach((column, at) => {
    fillSobol(column, 0, at, recipe);
  });
  return { rows, columns, recipe };
}

/** Writes points `from` … to the end of the column that is number `at` of a design. */
export function fillSobol(
  column: Float64Array,
  from: number,
  at: number,
  { name, scramble, firstDimension }: Extract<Recipe, { method: "sobol" }>,
): void {
  const dimension = firstDimension + at;
  const part = partOf(name, dimension);
  const nested = scramble === "owen" ? new OwenScramble(part) : undefined;
  const linear = scramble === "linear" ? new LinearScramble(part) : undefined;
  const plain = sobolDirections(dimension);
  const directions = linear?.directions(plain) ?? plain;
  const shift = scramble === "shift" ? Math.floor(uniform(part) * twoTo32) | 0 : (linear?.shift ?? 0);
  const half = scramble === "none" ? 0 : 0.5;
  let state = stateAt(from, directions) ^ shift;
  if (nested === undefined) {
    for (let row = from; row < column.length; row++) {
      column[row] = ((state >>> 0) + half) * twoToMinus32;
      const next = row + 1;
      state ^= directions[31 - Math.clz32(next & -next)] as number;
    }
    return;
  }
  const bits = new Int32Array(Math.min(chunk, column.length - from));
  for (let start = from; start < column.length; start += chunk) {
    const count = Math.min(chunk, column.length - start);
    const part = count === bits.length ? bits : bits.subarray(0, count);
    for (let i = 0; i < count; i++) {
      part[i] = state;
      const next = start + i + 1;
      state ^= directions[31 - Math.clz32(next & -next)] as number;
    }
    nested.apply(part);
    for (let i = 0; i < count; i++) column[start + i] = (((part[i] as number) >>> 0) + half) * twoToMinus32;
  }
}

/** Point `index` of a dimension, as bits: exclusive or of the directions where the Gray code of the index has ones. */
function stateAt(index: number, directions: Int32Array): number {
  const gray = index ^ (index >>> 1);
  let state = 0;
  for (let bit = 0; bit < 31; bit++) if (((gray >>> bit) & 1) === 1) state ^= directions[bit] as number;
  return state;
}
