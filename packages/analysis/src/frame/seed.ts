import { child, type Name, nameOf, nameOfParts } from "@shikumi/core/random";
import { AnalysisError } from "./analysis-error.ts";

/** What is drawn from: a name, or an int32. 0 is a seed like any other. The same seed gives the same bits on any machine. Every part of this package takes seeds of this one kind. */
export type Seed = Name | number;

/**
 * The name all draws of one purpose lie under. A number stands for a name of each part of the package, so that one number in two parts gives unrelated draws. Throws `AnalysisError`
 * `bad-argument` for a number that is no int32.
 */
export function nameOfSeed(seed: Seed, part: string, purpose: string): Name {
  if (typeof seed !== "number") return child(seed, nameOf(purpose));
  if ((seed | 0) !== seed) {
    throw new AnalysisError("bad-argument", `a seed is a name or a whole number of 32 bits, not ${seed}`);
  }
  return child(child(nameOfParts(part), [0, seed]), nameOf(purpose));
}
