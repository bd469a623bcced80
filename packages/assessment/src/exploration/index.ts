export { assembleExploration, explorationLead } from "./assemble-exploration.ts";
export type {
  AgreementFinding,
  AssumptionFinding,
  BeliefFinding,
  BoxLimit,
  BoxSearch,
  BoxShares,
  ConsentFinding,
  CriterionFinding,
  DecidingMeasure,
  DecisionSensitivity,
  Exploration,
  ExploredFigure,
  ExploredPackage,
  ExploredUncertainty,
  InfluenceFinding,
  NoFigure,
  OutcomeSensitivity,
  PackageSearch,
  PeelPoint,
  RegretFinding,
  RowsUsed,
  SampledFutures,
  SearchThreshold,
} from "./exploration.ts";
export {
  type ExplorationPlan,
  type ExplorationSetup,
  type PlannedDesign,
  plannedExploration,
  usualFutures,
} from "./exploration-plan.ts";
export { type ExploredFutures, exploredFutures } from "./future-design.ts";
export { createExploration, type ExplorationBlock, type ExplorationContext, runBlock } from "./run-block.ts";
export { type RunColumn, type RunValues, runColumns } from "./run-columns.ts";
export { columnsNeeded, type RunTable, runTable } from "./run-table.ts";
export { type SwitchingFinding, switchingFinding } from "./switching.ts";
