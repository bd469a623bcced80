export { type Box, type Limit, membersOf, type Side } from "./box.ts";
export { type BoxMeasures, measureBox, type Share } from "./box-measures.ts";
export { discoverBoxes } from "./discover-boxes.ts";
export { discoverTree, type TreeDiscovery, type TreeLeaf, type TreeOptions } from "./discover-tree.ts";
export type {
  DiscoverOptions,
  Discovery,
  DroppedLimit,
  FoundBox,
  LimitEvidence,
  Search,
  StopReason,
} from "./discovery.ts";
export type { LimitWorth } from "./drop-limits.ts";
export type { FactorNote } from "./factor-notes.ts";
export type { Interest, InterestOptions } from "./interest.ts";
export type { LimitSpread } from "./limit-intervals.ts";
export {
  type LogisticCheck,
  type LogisticOptions,
  type LogisticTerm,
  logisticCheck,
} from "./logistic-check.ts";
export type { PeelObjective } from "./peel.ts";
export { type FactorReproducibility, type ResamplingOptions, resamplingTest } from "./resampling-test.ts";
export { type Rotation, rotateDesign } from "./rotate-design.ts";
export { type SeparationScore, separationScores } from "./separation-scores.ts";
export { type Rule, type SimplestRuleOptions, simplestRule } from "./simplest-rule.ts";
export type { Target } from "./target.ts";
export {
  boxAt,
  type HeldOutColumns,
  type PeelOptions,
  peelTrajectory,
  type Trajectory,
} from "./trajectory.ts";
