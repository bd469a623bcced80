import { type Name, uniform } from "@shikumi/core/random";
import { partOf } from "./seed.ts";

const digits = 32;
const twoTo32 = 4294967296;

/**
 * Matoušek's random linear scrambling of 32-bit binary fractions with a random digital shift (J. Matoušek 1998, "On the L2-discrepancy for anchored boxes", Journal of Complexity 14). Digit k becomes
 * itself plus a random sum, modulo 2, of the digits above it, then all digits are shifted. Each point is uniform, a net stays a net, and the variance of a mean is that of Owen's nested scrambling (A. B. Owen
 * 2003, "Variance with alternative scramblings of digital nets", ACM TOMACS 13); but the errors of smooth functions are far smaller in most draws and larger in few (Z. Pan, A. B. Owen 2023,
 * "Super-polynomial accuracy of one dimensional randomized nets using the median of means", Mathematics of Computation 92). One instance is one scramble of one dimension.
 */
export class LinearScramble {
  /** Exclusive or for the shift of all digits. */
  readonly shift: number;
  readonly #columns: Int32Array;

  constructor(name: Name) {
    const word = (index: number): number => Math.floor(uniform(partOf(name, index)) * twoTo32) | 0;
    this.shift = word(digits);
    // Column j of the matrix: where digit j (0 the first) goes. It keeps its own place and falls on a random half of those below.
    this.#columns = Int32Array.from({ length: digits }, (_, digit) => {
      const own = 0x80000000 >>> digit;
      return own | (word(digit) & (own - 1));
    });
  }

  /** The scrambled directions: as scrambling is linear, points made from them are scrambled but for the shift. */
  directions(directions: Int32Array): Int32Array {
    return directions.map((direction) => {
      let scrambled = 0;
      for (let digit = 0; digit < digits; digit++) {
        if (((direction >>> (31 - digit)) & 1) === 1) scrambled ^= this.#columns[digit] as number;
      }
      return scrambled;
    });
  }
}
