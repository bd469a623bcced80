import type { Design } from "../frame/index.ts";
import { type ExperimentOptions, type ExperimentPlan, planExperiments } from "./experiment-plan.ts";
import { assembleExperiments, type Experiments, missingRows } from "./experiments.ts";
import type { Model } from "./model.ts";
import { type Block, runBlock } from "./run-block.ts";

/** How work is cut. */
export interface BlockOptions {
  /** Rows of a block, at least 1; enough for about 4,096 runs unless given. */
  readonly blockRows?: number;
  /** Blocks that are there already, of any size; their rows are not run again. */
  readonly done?: readonly Block[];
}

/** Runs a model over a design: every alternative, row and replication. Throws as `planExperiments` and `runBlock` do. */
export function runExperiments(model: Model, design: Design, options: ExperimentOptions = {}): Experiments {
  const plan = planExperiments(model, design, options);
  return assembleExperiments(plan, [runBlock(model, plan, 0, design.rows)]);
}

/**
 * Runs what is left of a plan, block by block, so that the caller can store each, tell progress and stop between two; `assembleExperiments` puts them together with those that were there. The
 * same bits whatever the blocks.
 */
export function* experimentBlocks(
  model: Model,
  plan: ExperimentPlan,
  options: BlockOptions = {},
): Generator<Block, void> {
  for (const { first, rows } of blocksLeft(plan, options)) yield runBlock(model, plan, first, rows);
}

/** Which blocks are left to run. */
export function blocksLeft(
  plan: ExperimentPlan,
  { blockRows, done = [] }: BlockOptions = {},
): readonly { readonly first: number; readonly rows: number }[] {
  const runsOfRow = plan.alternatives.length * plan.replications;
  const step = Math.max(1, blockRows ?? Math.ceil(4096 / runsOfRow));
  return missingRows(plan, done).flatMap(({ first, rows }) =>
    Array.from({ length: Math.ceil(rows / step) }, (_, at) => ({
      first: first + at * step,
      rows: Math.min(step, rows - at * step),
    })),
  );
}
