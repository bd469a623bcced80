/**
 * A bijection of int32 in which every input bit reaches every output bit: two multiplications between three
 * xor-shifts. Multipliers and shifts are those found by C. Wellons, "Prospecting for hash functions" (2018, revised 2022).
 */
export function scramble(value: number): number {
  let x = value | 0;
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
  x = Math.imul(x ^ (x >>> 15), 0xd35a2d97 | 0);
  return x ^ (x >>> 15);
}
