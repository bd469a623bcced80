import { childInto, uniformOf } from "@shikumi/core/random";
import { int } from "../memory.ts";
import type { State } from "../state/state.ts";

const TWO_32 = 4294967296;

/**
 * Writes the name of a static part under a parent to lanes `at` and `at + 1`. `part` is a row of the table
 * of names.
 */
export function nameInto(s: State, at: number, hi: number, lo: number, part: number): void {
  childInto(s.lanes, at, hi, lo, int(s.program.nameHi, part), int(s.program.nameLo, part));
}

/** Writes the name of an integer part under a parent to lanes `at` and `at + 1`. */
export function indexInto(s: State, at: number, hi: number, lo: number, index: number): void {
  const high = Math.floor(index / TWO_32);
  childInto(s.lanes, at, hi, lo, high, (index - high * TWO_32) | 0);
}

/** draw(N, purpose): uses lanes 14 and 15. */
export function drawOf(s: State, hi: number, lo: number, part: number): number {
  nameInto(s, 14, hi, lo, part);
  return uniformOf(int(s.lanes, 14), int(s.lanes, 15));
}

/** draw(N, purpose, i): uses lanes 14 and 15. */
export function drawAt(s: State, hi: number, lo: number, part: number, index: number): number {
  nameInto(s, 14, hi, lo, part);
  indexInto(s, 14, int(s.lanes, 14), int(s.lanes, 15), index);
  return uniformOf(int(s.lanes, 14), int(s.lanes, 15));
}
