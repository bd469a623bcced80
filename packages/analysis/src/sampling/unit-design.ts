import type { Name } from "@shikumi/core/random";
import { AnalysisError } from "../frame/index.ts";

/** How a design of the unit cube came about; with it a design is extended. */
export type Recipe =
  | { readonly method: "monte-carlo"; readonly name: Name }
  | {
      readonly method: "sobol";
      readonly name: Name;
      readonly scramble: SobolScramble;
      readonly firstDimension: number;
    }
  | { readonly method: "halton"; readonly name: Name; readonly scramble: HaltonScramble }
  | { readonly method: "latin-hypercube"; readonly name: Name; readonly base: number }
  | { readonly method: "closed"; readonly about: string };

/** Randomisation of a Sobol' design: Owen's nested uniform scrambling, Matoušek's random linear scrambling with a shift, a random shift alone (bitwise exclusive or, one a dimension), or none. */
export type SobolScramble = "owen" | "linear" | "shift" | "none";

/** Randomisation of a Halton design: a random permutation of the digits for each place of each dimension, or none. */
export type HaltonScramble = "permuted" | "none";

/** Points of the unit cube: one column a dimension, one entry a row. Values lie in (0, 1) unless the function that made it says [0, 1). */
export interface UnitDesign {
  readonly rows: number;
  readonly columns: readonly Float64Array[];
  /** `closed` where no points can be added. */
  readonly recipe: Recipe;
}

/** Most rows a design may have. */
export const largestRows = 1_073_741_824;

/** Throws `AnalysisError` `bad-argument` unless `value` is a whole number from `least` to `most`. */
export function checkCount(what: string, value: number, least: number, most: number = largestRows): void {
  if (!(Number.isInteger(value) && value >= least && value <= most)) {
    throw new AnalysisError(
      "bad-argument",
      `${what} is ${value}, not a whole number from ${least} to ${most}`,
    );
  }
}
