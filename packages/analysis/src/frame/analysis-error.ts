/** Codes of what an analysis refuses. Each is a mistake of the caller, never a property of the data that has a defined answer. */
export type AnalysisErrorCode =
  | "another-design"
  | "another-length"
  | "bad-argument"
  | "bad-factor"
  | "design-without-structure"
  | "not-positive-definite"
  | "out-of-scale"
  | "too-few-rows";

/** A call that has no honest answer: results of another design, arguments out of range. The message says what was found and what was expected. */
export class AnalysisError extends Error {
  readonly code: AnalysisErrorCode;

  constructor(code: AnalysisErrorCode, message: string) {
    super(message);
    this.name = "AnalysisError";
    this.code = code;
  }
}
