import { AnalysisError } from "../frame/index.ts";
import type { SwitchingAnswer } from "./switching-value.ts";

/** One assumption to rank. */
export interface Assumption {
  readonly name: string;
  /** Its value now, in its own units. */
  readonly at: number;
  /** Standard deviation of its prior in its own units, above 0; absent where none is stated. */
  readonly deviation?: number;
  readonly answer: SwitchingAnswer;
}

/** An assumption with how far it is from switching. Distances are absent where it does not switch, or where no prior is stated. */
export interface RankedAssumption extends Assumption {
  /** |switching value − value now| in its own units. */
  readonly distance: number | undefined;
  /** The same in standard deviations of its prior: comparable between assumptions. */
  readonly deviations: number | undefined;
}

/**
 * Assumptions in the order in which they threaten the decision: those that switch, nearest first in standard deviations of their priors; those that switch and have no prior, as given; those
 * undecided; those that do not switch within their range. Ties stay as given. Throws `AnalysisError` `bad-argument` for a deviation that is not above 0.
 */
export function rankSwitchingValues(assumptions: readonly Assumption[]): readonly RankedAssumption[] {
  const ranked = assumptions.map((assumption): RankedAssumption => {
    const { answer, at, deviation, name } = assumption;
    if (deviation !== undefined && !(deviation > 0 && Number.isFinite(deviation))) {
      throw new AnalysisError(
        "bad-argument",
        `the standard deviation of "${name}" is ${deviation}, not above 0`,
      );
    }
    const distance = answer.kind === "switches" ? Math.abs(answer.value - at) : undefined;
    const deviations = distance === undefined || deviation === undefined ? undefined : distance / deviation;
    return { ...assumption, distance, deviations };
  });
  return ranked.sort((one, other) => {
    const byGroup = groupOf(one) - groupOf(other);
    return byGroup !== 0 ? byGroup : (one.deviations ?? 0) - (other.deviations ?? 0);
  });
}

function groupOf({ answer, deviations }: RankedAssumption): number {
  switch (answer.kind) {
    case "switches":
      return deviations === undefined ? 1 : 0;
    case "undecided":
      return 2;
    case "does-not-switch":
      return 3;
  }
}
