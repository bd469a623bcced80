import type { Name } from "./name.ts";
import { scramble } from "./scramble.ts";

// The words of pi which follow those of `child` (SPEC.md, R2): a draw is not a name of anything below it.
const DRAW_0 = 0xa4093822 | 0;
const DRAW_1 = 0x299f31d0;
const DRAW_2 = 0x082efa98;
const DRAW_3 = 0xec4e6c89 | 0;

const TWO_20 = 1048576;
const TWO_MINUS_52 = 2.220446049250313e-16;

/**
 * The uniform of a name given by its lanes. In the open interval (0, 1): one of the 2^52 odd multiples of 2^-53, each
 * for exactly 4,096 names. Allocates nothing.
 */
export function uniformOf(hi: number, lo: number): number {
  let h = hi | 0;
  let l = lo | 0;
  l ^= scramble((h + DRAW_0) | 0);
  h ^= scramble((l + DRAW_1) | 0);
  l ^= scramble((h + DRAW_2) | 0);
  h ^= scramble((l + DRAW_3) | 0);
  return ((h >>> 0) * TWO_20 + (l >>> 12) + 0.5) * TWO_MINUS_52;
}

/** The uniform of a name, in the open interval (0, 1) with 52 bits. Bit-identical with `uniformOf`. */
export function uniform(name: Name): number {
  return uniformOf(name[0], name[1]);
}
