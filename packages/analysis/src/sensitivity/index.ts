export type { InputNote } from "./conditioning.ts";
export {
  type BestShare,
  type DecisionFactor,
  type DecisionOptions,
  type DecisionResult,
  decisionSensitivity,
} from "./decision-sensitivity.ts";
export { type DeltaFactor, deltaIndices } from "./delta-indices.ts";
export {
  type ElementaryEffectOptions,
  type ElementaryEffectResult,
  elementaryEffects,
  type FactorEffects,
} from "./elementary-effects.ts";
export { type FirstOrderFactor, firstOrderIndices } from "./first-order-indices.ts";
export type { GivenDataOptions, GivenDataResult } from "./given-data.ts";
export type { IndexEstimate, Interval, IntervalMethod } from "./interval.ts";
export { type PawnFactor, pawnIndices } from "./pawn-indices.ts";
export {
  type ShapleyFactor,
  type ShapleyOptions,
  type ShapleyResult,
  shapleyEffects,
} from "./shapley-effects.ts";
export {
  type BasePointUse,
  type FactorIndices,
  type PairIndex,
  type SobolOptions,
  type SobolResult,
  sobolIndices,
} from "./sobol-indices.ts";
export { type LevelAnswer, switchingLevels } from "./switching-levels.ts";
export { type Assumption, type RankedAssumption, rankSwitchingValues } from "./switching-rank.ts";
export {
  type NoisyDifference,
  type SwitchingAnswer,
  type SwitchingQuestion,
  switchingValue,
} from "./switching-value.ts";
