import { type i32, times } from "./primitive.ts";

const FIRST: i32 = 0x21f0aaad;
const SECOND: i32 = -749064809;

/**
 * A bijection of int32 in which every input bit reaches every output bit: two multiplications between three
 * xor-shifts. Multipliers (the second is 0xd35a2d97) and shifts are those found by C. Wellons, "Prospecting for hash functions" (2018, revised 2022).
 */
export function scramble(value: i32): i32 {
  let x: i32 = value;
  x = times(x ^ (x >>> 16), FIRST);
  x = times(x ^ (x >>> 15), SECOND);
  return x ^ (x >>> 15);
}
