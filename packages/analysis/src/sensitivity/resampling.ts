import { child, indexName, type Name } from "@shikumi/core/random";
import type { Seed } from "../frame/index.ts";
import { nameOfSeed } from "../frame/seed.ts";

/** The name all draws of one purpose of a measure of sensitivity lie under. Throws as `nameOfSeed` does. */
export function resamplingName(seed: Seed, purpose: string): Name {
  return nameOfSeed(seed, "sensitivity", purpose);
}

/**
 * A stream of 32-bit words from a name: sfc32 of C. Doty-Humphrey (PractRand), of which 12 words are passed over at the start. Resampling takes millions of draws whose order is
 * fixed, so a stream stands in for names.
 */
export class WordStream {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  constructor(name: Name, index: number) {
    const [hi, lo] = child(name, indexName(index));
    this.#a = hi;
    this.#b = lo;
    this.#c = hi ^ (lo >>> 16);
    for (let word = 0; word < 12; word++) this.#next();
  }

  /** A whole number from 0 to count − 1, each equally likely to within count ÷ 2^32. */
  below(count: number): number {
    return Math.floor(((this.#next() >>> 0) / 4294967296) * count);
  }

  #next(): number {
    const word = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + word) | 0;
    return word;
  }
}

/** How often each of `weights.length` things is drawn in as many draws with replacement: one bootstrap sample. */
export function drawWeights(weights: Int32Array, stream: WordStream): void {
  const { length } = weights;
  weights.fill(0);
  for (let draw = 0; draw < length; draw++) {
    const at = stream.below(length);
    weights[at] = (weights[at] as number) + 1;
  }
}

/** Puts entries into a random order, in place (R. A. Fisher, F. Yates). */
export function shuffle(entries: Int32Array, stream: WordStream): void {
  for (let last = entries.length - 1; last > 0; last--) {
    const other = stream.below(last + 1);
    const held = entries[last] as number;
    entries[last] = entries[other] as number;
    entries[other] = held;
  }
}

/** Figures of `resamples` bootstrap samples of `count` things: one array a figure. `figuresOf` gets how often each thing was drawn and must not keep the array. */
export function bootstrap(
  count: number,
  resamples: number,
  name: Name,
  figuresOf: (weights: Int32Array) => readonly number[],
): readonly Float64Array[] {
  const weights = new Int32Array(count);
  const rows: (readonly number[])[] = [];
  for (let resample = 0; resample < resamples; resample++) {
    drawWeights(weights, new WordStream(name, resample));
    rows.push(figuresOf(weights));
  }
  return (rows[0] ?? []).map((_, figure) => Float64Array.from(rows, (row) => row[figure] as number));
}
