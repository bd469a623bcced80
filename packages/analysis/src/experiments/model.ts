import { AnalysisError } from "../frame/index.ts";

/** A uniform number in (0, 1) with 52 bits. It depends on the seed, the row, the replication and `index` (0 to 2^31 − 1) only: every alternative meets the same luck. */
export type Draw = (index: number) => number;

/**
 * One run: reads `inputs`, writes `outputs`. Both arrays are used again for the next run; what is not written stays `NaN`, which is a missing value. To fail, throw. Whatever else a run depends
 * on than inputs and draws makes results depend on the order of runs, so it must be synchronous and keep nothing between runs.
 */
export type RunModel = (inputs: Float64Array, outputs: Float64Array, draw: Draw) => void;

/** What is known of a model without running it; it can be sent to another thread. */
export interface ModelFace {
  /** Tells this model from its other versions, so that results of two are never joined; `""` unless given. */
  readonly id?: string;
  /** Names of the outputs, in their order; all different. */
  readonly outcomes: readonly string[];
  /**
   * Names of the inputs in the order in which the model reads them: each is a factor of the design or a lever of the alternatives, wherever that stands there. Without it, inputs are the factors in the
   * design's order, then the levers in the first alternative's.
   */
  readonly inputs?: readonly string[];
}

/** A plain model with named outcomes. */
export interface Model extends ModelFace {
  readonly run: RunModel;
}

/** One way to act: values of the inputs that the design leaves open. */
export interface Alternative {
  readonly name: string;
  readonly levers: Readonly<Record<string, number>>;
}

/** Where an input of a run comes from: a column of the design, or a value for each alternative. */
export type InputSource =
  | { readonly name: string; readonly column: Float64Array }
  | { readonly name: string; readonly levers: Float64Array };

/** Throws `AnalysisError` `bad-argument` for no outcomes, and two names alike. */
export function checkFace({ outcomes, inputs = [] }: ModelFace): void {
  if (outcomes.length === 0) throw new AnalysisError("bad-argument", "the model has no outcomes");
  for (const names of [outcomes, inputs]) {
    if (new Set(names).size !== names.length) {
      throw new AnalysisError("bad-argument", `two of ${names.join(", ")} share a name`);
    }
  }
}
