import { nameOfParts, uniform } from "@shikumi/core/random";

/** Choices of one generated study: each is a pure function of the seed and its own name, so leaving one out changes no other. */
export class Choices {
  readonly #seed: number;
  readonly #without: ReadonlySet<string>;

  constructor(seed: number, without: ReadonlySet<string> = new Set()) {
    this.#seed = seed;
    this.#without = without;
  }

  /** A uniform in (0, 1). */
  uniform(name: string): number {
    return uniform(nameOfParts("generated study", this.#seed, name));
  }

  /** An integer from `low` to `high`. */
  integer(name: string, low: number, high: number): number {
    return low + Math.floor(this.uniform(name) * (high - low + 1));
  }

  /** Whether something is there; a feature that is switched off never is. */
  has(feature: string, name: string, chance: number): boolean {
    return !this.#without.has(feature) && this.uniform(`${feature} of ${name}`) < chance;
  }

  one<T>(name: string, from: readonly T[]): T {
    const chosen = from[this.integer(name, 0, from.length - 1)];
    if (chosen === undefined) throw new RangeError(`nothing to choose from for "${name}"`);
    return chosen;
  }

  /** Some of a list, each with a chance, in order; at least `least`, if there are so many. */
  some<T>(name: string, from: readonly T[], chance: number, least = 0): readonly T[] {
    const chosen = from.filter((_, i) => this.uniform(`${name} ${i}`) < chance);
    return chosen.length >= least ? chosen : from.slice(0, least);
  }

  /** A list of up to `most` items made by number. */
  many<T>(name: string, least: number, most: number, make: (i: number) => T): readonly T[] {
    return Array.from({ length: this.integer(name, least, most) }, (_, i) => make(i));
  }
}

/** Fields of an element, without those that are `undefined`. */
export function fields(all: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/** A list of elements by id. */
export function byId(
  prefix: string,
  elements: readonly Readonly<Record<string, unknown>>[],
): Record<string, unknown> {
  return Object.fromEntries(
    elements.map((element, i) => [`${prefix}${i}`, { ...element, assumption: true }]),
  );
}
