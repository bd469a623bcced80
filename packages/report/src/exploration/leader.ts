import type { Exploration } from "@shikumi/assessment";
import type { Id } from "@shikumi/model";
import type { Inline } from "../document/inline.ts";
import type { ExplorationContext } from "./exploration-context.ts";

/** The package the page speaks of first: the best in the mean. */
export function leader({ robustness }: Exploration): Id | undefined {
  return robustness.criteria[0]?.best[0];
}

/** The paired difference of the best two. */
export function leadNumber(
  context: ExplorationContext,
  { gain, low, high }: Extract<Exploration["robustness"]["lead"], { kind: "pair" }>,
  style: "points-interval" | "size-interval" = "points-interval",
): Inline {
  return context.number(gain, { id: "lead/gain", style, low, high });
}
