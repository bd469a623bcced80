import type { Name } from "@shikumi/core/random";
import { partOf } from "./seed.ts";

/** Binary digits that share one hash: a subtree of 5 levels has 31 nodes, one bit of a 32-bit word each. */
const levels = 5;
const groups = 7;
/** Subtrees whose words are tabulated once, per group of levels: 1, 32, 1,024. */
const tabulated = 3;

/**
 * Owen's nested uniform scrambling of 32-bit binary fractions (A. B. Owen 1995, in Monte Carlo and Quasi-Monte Carlo Methods in Scientific Computing). Digit k of a value is flipped
 * by a random bit that belongs to its node of the binary tree, which is the path of the k − 1 digits above. The bit of a node is one bit of a hash of (name, level, path): nothing
 * is approximated as in hash-based schemes that mix whole words (B. Burley 2020), every node of the tree has a bit of its own, and a value is scrambled alike whatever
 * other values there are. One instance is one scramble of one dimension.
 */
export class OwenScramble {
  readonly #keys: Int32Array = new Int32Array(groups * 2);
  readonly #tables: readonly Int32Array[];

  constructor(name: Name) {
    for (let group = 0; group < groups; group++) this.#keys.set(partOf(name, group), group * 2);
    this.#tables = Array.from({ length: tabulated }, (_, group) => {
      const words = new Int32Array(1 << (levels * group));
      const hi = this.#keys[group * 2] as number;
      const lo = this.#keys[group * 2 + 1] as number;
      for (let path = 0; path < words.length; path++) words[path] = mixed(mixed(path ^ hi) + lo);
      return words;
    });
  }

  /** Scrambles every value in place: a bijection of the 32-bit fractions that keeps every dyadic interval together. */
  apply(values: Int32Array): void {
    const [first, second, third] = this.#tables as [Int32Array, Int32Array, Int32Array];
    const keys = this.#keys;
    const root = first[0] as number;
    const [, , , , , , hi3 = 0, lo3 = 0, hi4 = 0, lo4 = 0, hi5 = 0, lo5 = 0, hi6 = 0, lo6 = 0] = keys;
    for (let at = 0; at < values.length; at++) {
      const value = values[at] as number;
      let flips = flipsOf(root, value >>> 27) << 27;
      flips |= flipsOf(second[value >>> 27] as number, (value >>> 22) & 31) << 22;
      flips |= flipsOf(third[value >>> 22] as number, (value >>> 17) & 31) << 17;
      flips |= flipsOf(mixed(mixed((value >>> 17) ^ hi3) + lo3), (value >>> 12) & 31) << 12;
      flips |= flipsOf(mixed(mixed((value >>> 12) ^ hi4) + lo4), (value >>> 7) & 31) << 7;
      flips |= flipsOf(mixed(mixed((value >>> 7) ^ hi5) + lo5), (value >>> 2) & 31) << 2;
      flips |= flipsOf(mixed(mixed((value >>> 2) ^ hi6) + lo6), (value & 3) << 3) >>> 3;
      values[at] = value ^ flips;
    }
  }
}

/** Flips of the five digits of `path` by the bits of the nodes they pass: 1, then 2 + the first digit, 4 + the first two, and so on. */
function flipsOf(word: number, path: number): number {
  return (
    (((word >>> 1) & 1) << 4) |
    (((word >>> (2 + (path >>> 4))) & 1) << 3) |
    (((word >>> (4 + (path >>> 3))) & 1) << 2) |
    (((word >>> (8 + (path >>> 2))) & 1) << 1) |
    ((word >>> (16 + (path >>> 1))) & 1)
  );
}

/** A bijection of int32 in which every input bit reaches every output bit (constants of C. Wellons, "Prospecting for hash functions"). */
function mixed(value: number): number {
  let x = Math.imul(value ^ (value >>> 16), 0x21f0aaad);
  x = Math.imul(x ^ (x >>> 15), 0xd35a2d97 | 0);
  return x ^ (x >>> 15);
}
