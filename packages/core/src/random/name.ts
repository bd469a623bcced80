import { childHigh, childLow } from "./lanes.ts";

/** A 64-bit name as two int32 lanes. Every random quantity is a pure function of one name. */
export type Name = readonly [hi: number, lo: number];

// Constants are consecutive 32-bit words of the fractional part of pi, as signed int32 (SPEC.md, R2).
const ROOT_HI = 0x452821e6;
const ROOT_LO = 0x38d01377;
const TEXT_HI = 0xbe5466cf | 0;
const TEXT_LO = 0x34e90c6c;

const TWO_32 = 4294967296;
const lanes = new Int32Array(2);

/**
 * Writes the name of a part under a parent to `out[at]` (high lane) and `out[at + 1]` (low lane). Allocates nothing;
 * bit-identical with `child`. For a fixed parent it is a bijection of the part, for a fixed part one of the parent,
 * so siblings never collide. Lanes are int32.
 */
export function childInto(
  out: Int32Array,
  at: number,
  hi: number,
  lo: number,
  partHi: number,
  partLo: number,
): void {
  out[at] = childHigh(hi, lo, partHi, partLo);
  out[at + 1] = childLow();
}

/** The name of a part under a parent. Order matters: `child(a, b)` equals `child(b, a)` only when `a` equals `b`. */
export function child(parent: Name, part: Name): Name {
  childInto(lanes, 0, parent[0], parent[1], part[0], part[1]);
  return [lanes[0] as number, lanes[1] as number];
}

/**
 * The name of a static text part: a hash of its UTF-16 code units as given. Nothing is normalised, trimmed or
 * case-folded, so two spellings of one word are two names. The top bit is always set, which keeps texts apart from
 * index names. O(length).
 */
export function nameOf(text: string): Name {
  childInto(lanes, 0, TEXT_HI, TEXT_LO, 0, text.length | 0);
  for (let at = 0; at < text.length; at += 4) {
    const partHi = codeUnit(text, at) | (codeUnit(text, at + 1) << 16);
    const partLo = codeUnit(text, at + 2) | (codeUnit(text, at + 3) << 16);
    childInto(lanes, 0, lanes[0] as number, lanes[1] as number, partHi, partLo);
  }
  return [(lanes[0] as number) | 0x80000000, lanes[1] as number];
}

/** The name of an integer part, 0 <= index < 2^53, never equal to the name of a text. Throws `RangeError` otherwise. */
export function indexName(index: number): Name {
  if (!(Number.isSafeInteger(index) && index >= 0)) {
    throw new RangeError(`an index part must be an integer from 0 to 2^53 - 1, got ${index}`);
  }
  const hi = Math.floor(index / TWO_32);
  return [hi, (index - hi * TWO_32) | 0];
}

/** The name of a path of parts: texts and integers, folded with `child` from a fixed root. Order matters. */
export function nameOfParts(...parts: readonly (string | number)[]): Name {
  let name: Name = [ROOT_HI, ROOT_LO];
  for (const part of parts) {
    name = child(name, typeof part === "string" ? nameOf(part) : indexName(part));
  }
  return name;
}

/** The name under which everything drawn in one run lies. Each argument is an integer from 0 to 2^53 - 1. */
export function runName(seed: number, future: number, replication: number): Name {
  return nameOfParts("run", seed, future, replication);
}

/** The name under which everything drawn once per future lies, whatever the replication (uncertainties, adoption). */
export function futureName(seed: number, future: number): Name {
  return nameOfParts("future", seed, future);
}

/** Orders names as unsigned 64-bit integers: negative, zero or positive. For canonical tie-breaks. */
export function compareNames(a: Name, b: Name): number {
  const byHigh = (a[0] >>> 0) - (b[0] >>> 0);
  return byHigh !== 0 ? byHigh : (a[1] >>> 0) - (b[1] >>> 0);
}

function codeUnit(text: string, at: number): number {
  return at < text.length ? text.charCodeAt(at) : 0;
}
