export { type ExperimentOptions, type ExperimentPlan, planExperiments } from "./experiment-plan.ts";
export { assembleExperiments, type Experiments, missingRows, outcomeFrom } from "./experiments.ts";
export type { Alternative, Draw, InputSource, Model, ModelFace, RunModel } from "./model.ts";
export { type Block, type Failure, runBlock } from "./run-block.ts";
export { type BlockOptions, blocksLeft, experimentBlocks, runExperiments } from "./run-experiments.ts";
export {
  carryBlocks,
  type Deciding,
  type ExtendableDesign,
  type Look,
  runUntil,
  type SequentialRun,
  type Stopped,
  type UntilOptions,
} from "./run-until.ts";
