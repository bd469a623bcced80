export { assemble } from "./assemble.ts";
export { type AssessmentEffects, type AssessmentProgress, assess, assessSteps } from "./assess.ts";
export * from "./exploration/index.ts";
export {
  type Assessment,
  type Bracket,
  type CauseFinding,
  type ClosingCause,
  type ClosingFinding,
  closingCauses,
  type DomainEffect,
  type EqualityDefinition,
  type EqualityFinding,
  equalityDefinitions,
  type Figure,
  type GainFinding,
  type HypothesisDomain,
  type HypothesisFinding,
  type HypothesisPoint,
  type HypothesisStatus,
  hypothesisStatuses,
  type MissionEffect,
  type NotEvaluatedReason,
  type Notice,
  type NoticeCode,
  notEvaluatedReasons,
  noticeCodes,
  type PackageEffect,
  type RoleCell,
  type RoleRow,
  type RunReference,
  type TaskEffect,
  type Unit,
  type ValidationFinding,
  type ValidationOutcome,
  type ValidationSummary,
  validationOutcomes,
} from "./findings.ts";
export { type EqualityDeclaration, equalityDeclarations } from "./measure/equality.ts";
export { caseSettings } from "./measure/task-setting.ts";
export { type DefinitionText, definitionTexts, noticeMessages } from "./messages/index.ts";
export type { AssessmentPlan, Job, JobResult } from "./plan.ts";
export { type AssessmentContext, createContext } from "./run/context.ts";
export { evaluateJob } from "./run/evaluate-job.ts";
export { engineVersion, type PlannedJobs, planJobs } from "./run/plan-jobs.ts";
export { runKey } from "./run/run-choice.ts";
export { type TraceChoice, type TraceStep, traceOne } from "./trace-one.ts";
export {
  type ChargeFinding,
  type ColumnsChoice,
  createWhatIfContext,
  evaluateFuture,
  evaluateWhatIf,
  evaluateWhole,
  type FutureColumns,
  presentChoice,
  studyOf,
  type WhatIf,
  type WhatIfColumns,
  type WhatIfContext,
  type WhatIfDomain,
  WhatIfError,
  type WhatIfFindings,
  type WhatIfMission,
  whatIfCauses,
  whatIfFindings,
  whatIfKey,
  whatIfRoles,
} from "./what-if/index.ts";
