import { child, childInto, indexName, type Name, uniformOf } from "@shikumi/core/random";
import type { Seed } from "../frame/index.ts";
import { nameOfSeed } from "../frame/seed.ts";

/** The name all draws of one purpose of a design lie under. Throws as `nameOfSeed` does. */
export function samplingName(seed: Seed, purpose: string): Name {
  return nameOfSeed(seed, "sampling", purpose);
}

/** The name of a numbered part. */
export function partOf(name: Name, index: number): Name {
  return child(name, indexName(index));
}

/** Uniforms by address: draw `index` of a name is the same whatever else has been drawn. */
export class Draws {
  readonly #lanes: Int32Array = new Int32Array(2);
  readonly #hi: number;
  readonly #lo: number;

  constructor(name: Name) {
    [this.#hi, this.#lo] = name;
  }

  /** In (0, 1), with 52 bits. `index` from 0 to 2^31 − 1. */
  at(index: number): number {
    childInto(this.#lanes, 0, this.#hi, this.#lo, 0, index);
    return uniformOf(this.#lanes[0] as number, this.#lanes[1] as number);
  }

  /** One of 0 … count − 1, equally likely to within count ÷ 2^52. */
  below(count: number, index: number): number {
    return Math.min(count - 1, Math.floor(this.at(index) * count));
  }

  /** A random order of the entries, in place (Fisher and Yates). Uses draws 0 … length − 2. */
  shuffle(entries: Int32Array): Int32Array {
    for (let last = entries.length - 1; last > 0; last--) {
      const other = this.below(last + 1, last - 1);
      const held = entries[last] as number;
      entries[last] = entries[other] as number;
      entries[other] = held;
    }
    return entries;
  }
}

/** 0 … count − 1 in a random order. */
export function permutation(count: number, name: Name): Int32Array {
  return new Draws(name).shuffle(Int32Array.from({ length: count }, (_, at) => at));
}
