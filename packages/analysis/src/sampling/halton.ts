import type { Seed } from "../frame/index.ts";
import type { PointOptions } from "./monte-carlo.ts";
import { partOf, permutation, samplingName } from "./seed.ts";
import { checkCount, type HaltonScramble, type Recipe, type UnitDesign } from "./unit-design.ts";

/** Most dimensions of a Halton design. */
export const haltonDimensions = 1024;

/** Reversed digits must stay exact, with room for half a unit of the last. */
const twoTo52 = 4503599627370496;

/** The first primes: bases of the dimensions. */
export function primes(count: number): readonly number[] {
  const found: number[] = [];
  for (let candidate = 2; found.length < count; candidate++) {
    if (found.every((prime) => candidate % prime !== 0)) found.push(candidate);
  }
  return found;
}

/**
 * Halton's points from index 0 on: dimension d is the radical inverse in the d-th prime, so the first is van der Corput's sequence. With `scramble: "none"` values lie in [0, 1) and the
 * first point is the origin; high dimensions of few points then lie on lines. Default `permuted`: the digits of each place of each dimension go through a random permutation, zeros
 * that follow included (A. B. Owen 2017, A randomized Halton algorithm in R, arXiv:1706.02808); every point is then uniform on the cube to within 2^-52 of its digits, and values lie in
 * (0, 1). Points can be added. At most 1,024 dimensions; throws `AnalysisError` `bad-argument` for sizes out of range.
 */
export function halton(
  options: PointOptions & { readonly seed?: Seed; readonly scramble?: HaltonScramble },
): UnitDesign {
  const { rows, dimensions, seed = 0, scramble = "permuted" } = options;
  checkCount("the number of rows", rows, 1);
  checkCount("the number of dimensions", dimensions, 1, haltonDimensions);
  const recipe = { method: "halton", name: samplingName(seed, "halton"), scramble } as const;
  const columns = Array.from({ length: dimensions }, () => new Float64Array(rows));
  const bases = primes(dimensions);
  columns.forEach((column, at) => {
    fillHalton(column, 0, at, bases[at] as number, recipe);
  });
  return { rows, columns, recipe };
}

/** Writes points `from` … to the end of column `at`, whose base is `base`. */
export function fillHalton(
  column: Float64Array,
  from: number,
  at: number,
  base: number,
  { name, scramble }: Extract<Recipe, { method: "halton" }>,
): void {
  let places = 0;
  let size = 1;
  while (size * base <= twoTo52) {
    size *= base;
    places += 1;
  }
  const part = partOf(name, at);
  const digits = new Float64Array(places * base);
  let placeValue = size;
  for (let place = 0; place < places; place++) {
    placeValue /= base;
    const order = scramble === "none" ? undefined : permutation(base, partOf(part, place));
    for (let digit = 0; digit < base; digit++) {
      digits[place * base + digit] = (order ? (order[digit] as number) : digit) * placeValue;
    }
  }
  const half = scramble === "none" ? 0 : 0.5;
  const zeros = new Float64Array(places + 1);
  for (let place = places - 1; place >= 0; place--) {
    zeros[place] = (zeros[place + 1] as number) + (digits[place * base] as number);
  }
  for (let row = from; row < column.length; row++) {
    let rest = row;
    let reversed = 0;
    let place = 0;
    while (rest > 0) {
      const next = Math.floor(rest / base);
      reversed += digits[place * base + rest - next * base] as number;
      rest = next;
      place += 1;
    }
    column[row] = (reversed + (zeros[place] as number) + half) / size;
  }
}
