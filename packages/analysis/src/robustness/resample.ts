import { child, indexName, type Name } from "@shikumi/core/random";
import type { Seed } from "../frame/index.ts";
import { nameOfSeed } from "../frame/seed.ts";

const TWO_MINUS_32 = 1 / 4294967296;

/**
 * A stream of 32-bit numbers from a name: xoshiro128** (D. Blackman and S. Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS 47 (2021)), its state
 * filled from two names below the given one. The same name gives the same bits anywhere.
 */
export class NumberStream {
  #a: number;
  #b: number;
  #c: number;
  #d: number;

  constructor(name: Name) {
    [this.#a, this.#b] = child(name, indexName(0));
    [this.#c, this.#d] = child(name, indexName(1));
    if ((this.#a | this.#b | this.#c | this.#d) === 0) this.#a = 1;
  }

  /** An integer of 0 … 2³² − 1. */
  next(): number {
    const product = Math.imul(this.#b, 5);
    const result = Math.imul((product << 7) | (product >>> 25), 9) >>> 0;
    const shifted = this.#b << 9;
    this.#c ^= this.#a;
    this.#d ^= this.#b;
    this.#b ^= this.#c;
    this.#a ^= this.#d;
    this.#c ^= shifted;
    this.#d = (this.#d << 11) | (this.#d >>> 21);
    return result;
  }

  /** A uniform in the open interval (0, 1). */
  uniform(): number {
    return (this.next() + 0.5) * TWO_MINUS_32;
  }
}

/** The name under which the draws of one purpose of a robustness figure lie. Throws as `nameOfSeed` does. */
export function drawsName(seed: Seed, purpose: string): Name {
  return nameOfSeed(seed, "robustness", purpose);
}

/** Fills `counts` with how often each of its entries is drawn in `draws` draws with replacement; for each replicate another, whatever came before. */
export function resampleInto(counts: Float64Array, draws: number, name: Name, replicate: number): void {
  const stream = new NumberStream(child(name, indexName(replicate)));
  const n = counts.length;
  counts.fill(0);
  for (let draw = 0; draw < draws; draw++) {
    const at = Math.floor(stream.next() * TWO_MINUS_32 * n);
    counts[at] = (counts[at] as number) + 1;
  }
}
