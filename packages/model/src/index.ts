export { type CheckCode, checkMessages, checkSeverities, checkStudy } from "./check/index.ts";
export {
  describeElement,
  type ElementDescription,
  type FieldDescription,
} from "./describe/describe-element.ts";
export { studyJsonSchema } from "./describe/json-schema.ts";
export { languageReference } from "./describe/language-reference.ts";
export {
  type AgreementLink,
  amountBounds,
  authorityOrder,
  type Bounds,
  type Circumstances,
  type Evaluation,
  type Explanation,
  evaluateCondition,
  type Fit,
  fits,
  isCovered,
  type JointVerdict,
  jointVerdict,
  type LawRule,
  type LegalQuestion,
  lawMessages,
  type OpenJudgement,
  type Pending,
  TIME_SINCE_ONSET,
  type ToldExplanation,
  type Truth,
  tellExplanation,
  type Verdict,
  type VerdictKind,
  verdict,
  verdictKinds,
} from "./law/index.ts";
export { applyLevers, type LeveredStudy, packageStudy, touchedElements } from "./lever/apply-levers.ts";
export { canonicalStudy } from "./lever/study-tree.ts";
export { type ModelCode, modelCodes, type ProblemCode } from "./messages/model-code.ts";
export { modelMessages } from "./messages/model-messages.ts";
export { type ParsedStudy, parseStudy } from "./parse-study.ts";
export type {
  Access,
  Beneficiary,
  Capability,
  Decider,
  Holding,
  Kind,
  Organisation,
  Party,
  Place,
  Route,
} from "./study/actor.ts";
export { type CollectionName, collectionNames } from "./study/collection-name.ts";
export type { Condition } from "./study/condition.ts";
export type { IncidentStream, Mission, Need, Role, Task } from "./study/demand.ts";
export type {
  Collection,
  Credibility,
  Element,
  Id,
  Marking,
  Provenance,
  Reliability,
  Text,
  Window,
} from "./study/element.ts";
export {
  type Authority,
  type Citation,
  type Modality,
  type Rank,
  ranks,
  type Situation,
  type Step,
  type StepKind,
  stepKinds,
} from "./study/law.ts";
export type { Cell, Information, Mechanism, Trust } from "./study/mechanism.ts";
export {
  type Hypothesis,
  type Lever,
  type LeverKind,
  leverKinds,
  type Measure,
  type Package,
  type Patch,
  type Replay,
  type Uncertainty,
  type Validation,
} from "./study/reform.ts";
export type { Amount, Distribution, Fact, Level, Slot } from "./study/slot.ts";
export type { Source, Term } from "./study/source.ts";
export type { Charter, Person, Study } from "./study/study.ts";
export type { StudyCounts } from "./study-counts.ts";
export {
  type Moment,
  type TargetProblem,
  type ValidationTarget,
  validationTarget,
} from "./target/validation-target.ts";
export type { StudyFile } from "./tree/merge-files.ts";
