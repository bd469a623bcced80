import { type Distribution, quantileRange } from "../distribution/index.ts";
import { AnalysisError, type Factor } from "../frame/index.ts";

/** An input of an experiment: its name and how it varies. */
export interface Input {
  readonly name: string;
  readonly distribution: Distribution;
}

/**
 * The factor of an input. The range of an unbounded distribution is that from its quantile at 2^-53 to that at 1 − 2^-53, beyond which no design goes. A `fixed` input is a real
 * factor whose range is one value.
 */
export function factorOf({ name, distribution }: Input): Factor {
  if (distribution.kind === "category") return { kind: "category", name, levels: distribution.levels };
  const [low, high] = quantileRange(distribution);
  return { kind: distribution.kind === "integer" ? "integer" : "real", name, low, high };
}

/** Throws `AnalysisError` `bad-factor` unless there is at least one input and names differ. */
export function checkInputs(inputs: readonly Input[]): void {
  if (inputs.length === 0) throw new AnalysisError("bad-factor", "there are no inputs");
  if (new Set(inputs.map(({ name }) => name)).size !== inputs.length) {
    throw new AnalysisError("bad-factor", "two inputs share a name");
  }
}
