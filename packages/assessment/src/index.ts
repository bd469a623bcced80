export { assemble } from "./assemble.ts";
export { type AssessmentEffects, type AssessmentProgress, assess, assessSteps } from "./assess.ts";
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
  type MissionEffect,
  type Notice,
  type NoticeCode,
  noticeCodes,
  type PackageEffect,
  type RoleCell,
  type RoleRow,
  type RunReference,
  type TaskEffect,
  type Unit,
} from "./findings.ts";
export { type EqualityDeclaration, equalityDeclarations } from "./measure/equality.ts";
export { caseSettings } from "./measure/task-setting.ts";
export { type DefinitionText, definitionTexts, noticeMessages } from "./messages/index.ts";
export type { AssessmentPlan, Job, JobResult } from "./plan.ts";
export { type AssessmentContext, createContext } from "./run/context.ts";
export { evaluateJob } from "./run/evaluate-job.ts";
export { engineVersion, type PlannedJobs, planJobs, runKey } from "./run/plan-jobs.ts";
export { type TraceChoice, type TraceStep, traceOne } from "./trace-one.ts";
