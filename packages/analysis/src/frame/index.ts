export { AnalysisError, type AnalysisErrorCode } from "./analysis-error.ts";
export { type Design, designOf, type Factor, rangeOf } from "./design.ts";
export { type Outcome, outcomeOf, type RowUse, usableRows } from "./outcome.ts";
export type { Seed } from "./seed.ts";
