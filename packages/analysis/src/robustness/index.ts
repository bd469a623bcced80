export {
  type Agreement,
  agreementOf,
  type Consent,
  type ConsentRule,
  leaveOutcomes,
  type Party,
} from "./agreement.ts";
export {
  type Belief,
  type BeliefOptions,
  type BeliefScores,
  type BeliefWeight,
  type ProbabilityBox,
  probabilityBox,
  scoreUnderBeliefs,
} from "./belief.ts";
export { type DomainShare, domainShares } from "./domain-shares.ts";
export { type EnoughFutures, enoughFutures, type StabilityPoint } from "./enough-futures.ts";
export { type FloorSegment, floorFlips } from "./floor-flips.ts";
export { type CubeUse, type FutureTable, futureTable, type Reduction } from "./future-table.ts";
export type { Interval, NoInterval } from "./interval.ts";
export { type FloorOn, meetingFloors } from "./joint-floors.ts";
export {
  type BelievedShare,
  icd203Bands,
  type Likelihood,
  type LikelihoodBand,
  type Likelihoods,
  likelihoodOfMeeting,
} from "./likelihood.ts";
export { type Metric, type MetricEntry, metricCatalogue } from "./metric.ts";
export { cubeId, cubeOf, type Direction, type OutcomeCube } from "./outcome-cube.ts";
export { type PairedGain, pairedGains } from "./paired-gains.ts";
export {
  type PartyDivision,
  type PartyPreference,
  type PartyPreferences,
  partyPreferences,
} from "./party-preferences.ts";
export {
  opportunityRadius,
  type Radii,
  type Radius,
  type RadiusOptions,
  satisficingRadius,
} from "./radius.ts";
export {
  kendallTau,
  type RankAgreement,
  type RankProbabilities,
  rankAgreement,
  rankProbabilities,
  type Winners,
  winnersOf,
} from "./ranking.ts";
export {
  checkScores,
  type NoScore,
  type Score,
  type ScoreCheck,
  type ScoreOptions,
  type Scores,
  scoreCube,
} from "./score.ts";
export {
  type WeighedMeasure,
  type WeightRegion,
  type WeightSegment,
  weightRegions,
  weightSegments,
} from "./weight-flips.ts";
