export { amountBounds, type Bounds } from "./amount-bounds.ts";
export { authorityOrder } from "./authority-order.ts";
export {
  type Circumstances,
  type Evaluation,
  evaluateCondition,
  type OpenJudgement,
} from "./evaluate-condition.ts";
export { type Fit, fits } from "./fits.ts";
export { type AgreementLink, isCovered, type JointVerdict, jointVerdict } from "./joint-verdict.ts";
export type { LawRule } from "./law-rule.ts";
export {
  type Explanation,
  type LegalQuestion,
  type Pending,
  TIME_SINCE_ONSET,
  type Verdict,
  type VerdictKind,
  verdictKinds,
} from "./legal-question.ts";
export { lawMessages } from "./messages/index.ts";
export { type ToldExplanation, tellExplanation } from "./tell-explanation.ts";
export type { Truth } from "./truth.ts";
export { verdict } from "./verdict.ts";
