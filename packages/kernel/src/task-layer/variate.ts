import { exp, log1p, normalQuantile } from "@shikumi/core/math";
import { childHigh } from "@shikumi/core/random";
import { type f64, getReal, type i32, shiftRight, toReal, unsignedToReal } from "../engine/primitive.ts";

/**
 * Variates from 32-bit words through quantile tables of 4,096 cells: the value at the word's place between two entries. In the outer eight cells at either end, where a chord is
 * too coarse, the function itself is taken at the middle of the word's interval.
 */
const cellBits: i32 = 12;
const lastCell: i32 = 4088;
const TWO_MINUS_32: f64 = 2.3283064365386963e-10;
const TWO_MINUS_20: f64 = 9.5367431640625e-7;

/** A word of 32 bits by its name. */
export function wordOf(hi: i32, lo: i32, purpose: i32, index: i32): i32 {
  return childHigh(hi, lo, purpose, index);
}

function between(table: i32, word: i32): f64 {
  const cell = shiftRight(word, 32 - cellBits);
  const at = table + (cell << 3);
  const low = getReal(at);
  return low + (getReal(at + 8) - low) * (toReal(word & 0xfffff) * TWO_MINUS_20);
}

/** A variate of the unit exponential. */
export function exponential(table: i32, word: i32): f64 {
  if (shiftRight(word, 32 - cellBits) >= lastCell)
    return -log1p(-(unsignedToReal(word) + 0.5) * TWO_MINUS_32);
  return between(table, word);
}

/** A variate of the lognormal with median 1. */
export function lognormal(table: i32, word: i32, deviation: f64): f64 {
  const cell = shiftRight(word, 32 - cellBits);
  if (cell >= lastCell || cell < 8)
    return exp(deviation * normalQuantile((unsignedToReal(word) + 0.5) * TWO_MINUS_32));
  return between(table, word);
}
