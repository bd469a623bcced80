import type { Id } from "@shikumi/model";

/** The nearest value of an assumption at which the best package stops being the best, the rest at the middle of what is believed. */
export interface SwitchingFinding {
  readonly uncertainty: Id;
  readonly best: Id;
  readonly rival: Id;
  /** Its value at the middle, in base units. */
  readonly at: number;
  readonly answer:
    | { readonly kind: "switches"; readonly value: number; readonly from: number; readonly to: number }
    | { readonly kind: "does-not-switch"; readonly low: number; readonly high: number }
    | { readonly kind: "undecided"; readonly reason: "noise-at-base" | "tie-at-base" | "noise" | "no-value" };
  /** Runs it took. */
  readonly runs: number;
}
