import { childHigh, childLow, uniformOf } from "@shikumi/core/random";
import type { f64, i32 } from "../engine/primitive.ts";
import { setLane } from "../memory/cells.ts";
import { nameHi, nameLo } from "../memory/program.ts";

/** Writes the name of a static part under a parent to lanes `at` and `at + 1`. `part` is a row of the table of names. */
export function nameInto(at: i32, hi: i32, lo: i32, part: i32): void {
  setLane(at, childHigh(hi, lo, nameHi(part), nameLo(part)));
  setLane(at + 1, childLow());
}

/** Writes the name of an integer part, 0 to 2³¹ − 1, under a parent to lanes `at` and `at + 1`. */
export function indexInto(at: i32, hi: i32, lo: i32, index: i32): void {
  setLane(at, childHigh(hi, lo, 0, index));
  setLane(at + 1, childLow());
}

/** draw(N, purpose). */
export function drawOf(hi: i32, lo: i32, part: i32): f64 {
  const high = childHigh(hi, lo, nameHi(part), nameLo(part));
  return uniformOf(high, childLow());
}

/** draw(N, purpose, i). */
export function drawAt(hi: i32, lo: i32, part: i32, index: i32): f64 {
  const high = childHigh(hi, lo, nameHi(part), nameLo(part));
  const indexed = childHigh(high, childLow(), 0, index);
  return uniformOf(indexed, childLow());
}
