import type { Diagnostic } from "@shikumi/core/diagnostic";
import type { Study, StudyFile } from "@shikumi/model";
import type { Assessment } from "../findings.ts";
import type { AssessmentPlan } from "../plan.ts";

/** Name of the format of `edition.json`; another one is refused. */
export const editionFormat = "shikumi-edition-1";

/**
 * A published study with its results: what `edition.json` holds. `study` and `assessment` are absent exactly where the files have errors; then `diagnostics` says which.
 */
export interface Edition {
  readonly format: typeof editionFormat;
  /** `engineVersion` of the assessment package that made the results. */
  readonly engineVersion: string;
  readonly files: readonly StudyFile[];
  readonly study: Study | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly assessment: Assessment | undefined;
  readonly plan: AssessmentPlan;
  /** Digest of the study the results were made from; `""` where there is none. */
  readonly generatedFrom: { readonly digest: string };
}

/** An edition of a study without errors: what the views get. */
export interface ReadyEdition extends Edition {
  readonly study: Study;
  readonly assessment: Assessment;
}

/** Whether an edition holds a study and its results. */
export function isReady(edition: Edition): edition is ReadyEdition {
  return edition.study !== undefined && edition.assessment !== undefined;
}

export type EditionErrorCode =
  | "unreachable"
  | "not-json"
  | "wrong-format"
  | "wrong-engine"
  | "incomplete"
  | "digest-differs";

/** Why an edition cannot be shown or computed with. */
export class EditionError extends Error {
  readonly code: EditionErrorCode;
  readonly args: Readonly<Record<string, string | number>>;

  constructor(code: EditionErrorCode, args: Readonly<Record<string, string | number>> = {}) {
    super(`${code} ${JSON.stringify(args)}`);
    this.name = "EditionError";
    this.code = code;
    this.args = args;
  }
}
