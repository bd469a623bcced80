import { type f64, type i32, plus, unsignedToReal } from "./primitive.ts";
import { scramble } from "./scramble.ts";

// Constants are consecutive 32-bit words of the fractional part of pi, as signed int32 (SPEC.md, R2).
const CHILD_0: i32 = 0x243f6a88;
const CHILD_1: i32 = -2052912941;
const CHILD_2: i32 = 0x13198a2e;
const CHILD_3: i32 = 0x03707344;
// The words which follow: a draw is not a name of anything below it.
const DRAW_0: i32 = -1542899678;
const DRAW_1: i32 = 0x299f31d0;
const DRAW_2: i32 = 0x082efa98;
const DRAW_3: i32 = -330404727;

const TWO_20: f64 = 1048576;
const TWO_MINUS_52: f64 = 2.220446049250313e-16;

let low: i32 = 0;

/**
 * The high lane of the name of a part under a parent; `childLow` then returns its low lane. Bit-identical with `child`. For a fixed parent it is a bijection of the part,
 * for a fixed part one of the parent, so siblings never collide.
 */
export function childHigh(hi: i32, lo: i32, partHi: i32, partLo: i32): i32 {
  let h: i32 = hi ^ partLo;
  let l: i32 = lo ^ partHi ^ partLo;
  l ^= scramble(plus(h, CHILD_0));
  h ^= scramble(plus(l, CHILD_1));
  l ^= scramble(plus(h, CHILD_2));
  h ^= scramble(plus(l, CHILD_3));
  low = l;
  return h;
}

/** The low lane of the name that `childHigh` made last. */
export function childLow(): i32 {
  return low;
}

/**
 * The uniform of a name given by its lanes, which are int32. In the open interval (0, 1): one of the 2^52 odd multiples of 2^-53, each
 * for exactly 4,096 names. Allocates nothing.
 */
export function uniformOf(hi: i32, lo: i32): f64 {
  let h: i32 = hi;
  let l: i32 = lo;
  l ^= scramble(plus(h, DRAW_0));
  h ^= scramble(plus(l, DRAW_1));
  l ^= scramble(plus(h, DRAW_2));
  h ^= scramble(plus(l, DRAW_3));
  return (unsignedToReal(h) * TWO_20 + unsignedToReal(l >>> 12) + 0.5) * TWO_MINUS_52;
}
