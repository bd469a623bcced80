import type { Diagnostic } from "@shikumi/core/diagnostic";
import type { StudyFile } from "@shikumi/model";
import type { PhraseArgs } from "./messages/index.ts";
import type { EnvelopeDiagnostic } from "./output/envelope.ts";

/**
 * Why a command could not run.
 *
 * - `unknown-command`, `unknown-option`, `missing-value`, `unexpected-value`, `not-a-count`, `not-a-choice`, `missing-argument`,
 *   `unexpected-argument`: the command line is not one.
 * - `study-has-errors`: the study cannot be used; its diagnostics say why.
 * - `unknown-id`, `unknown-organisation`, `unknown-activity`, `unknown-beneficiary`, `unknown-place`, `unknown-situation`,
 *   `unknown-package`, `unknown-domain`, `unknown-task`, `unknown-incident`: the study has nothing of that name.
 * - `unknown-action`, `not-a-width`: what `runs` is told to do, or the width of `explore`, is none.
 * - `not-a-date`, `not-a-duration`, `not-a-pair`: a value that cannot be read.
 * - `folder-not-empty`: `init` writes over nothing.
 * - `seed-not-set`: the seed could not be put into the charter.
 * - `brief-unreadable`: the file holds no brief that could be verified.
 * - `import-refused`: what is in a file cannot enter the study; its remarks say why.
 * - `unknown-kind`: `import` reads no such kind of file.
 * - `format-not-of`: what is to be exported does not come in that format.
 * - `not-published`: elements of the study are marked above the audience.
 * - `assessment-unreadable`, `assessment-differs`: the file given with `--assessment` holds none, or one of another study.
 */
export type CommandErrorCode =
  | "unknown-command"
  | "unknown-option"
  | "missing-value"
  | "unexpected-value"
  | "not-a-count"
  | "not-a-choice"
  | "missing-argument"
  | "unexpected-argument"
  | "study-has-errors"
  | "unknown-id"
  | "unknown-organisation"
  | "unknown-activity"
  | "unknown-beneficiary"
  | "unknown-place"
  | "unknown-situation"
  | "unknown-package"
  | "unknown-domain"
  | "unknown-task"
  | "unknown-incident"
  | "unknown-action"
  | "not-a-width"
  | "not-a-date"
  | "not-a-duration"
  | "not-a-pair"
  | "folder-not-empty"
  | "seed-not-set"
  | "brief-unreadable"
  | "import-refused"
  | "unknown-kind"
  | "format-not-of"
  | "not-published"
  | "assessment-unreadable"
  | "assessment-differs";

/** What of a study was wrong, with the files to quote from. */
export interface BrokenStudy {
  readonly path: string;
  readonly files: readonly StudyFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Findings in words, and one by one. */
export interface ToldFindings {
  readonly text: string;
  readonly diagnostics: readonly EnvelopeDiagnostic[];
}

export interface CommandErrorOptions {
  readonly near?: readonly string[];
  readonly broken?: BrokenStudy;
  readonly told?: ToldFindings;
}

/** A command could not run; exit code 2. `near` are names that may have been meant. */
export class CommandError extends Error {
  override readonly name = "CommandError";
  readonly code: CommandErrorCode;
  readonly args: PhraseArgs;
  readonly near: readonly string[];
  readonly broken: BrokenStudy | undefined;
  /** What is told before the error itself, for people and for programs. */
  readonly told: ToldFindings | undefined;

  constructor(
    code: CommandErrorCode,
    args: PhraseArgs = {},
    { near = [], broken, told }: CommandErrorOptions = {},
  ) {
    super(code);
    this.code = code;
    this.args = args;
    this.near = near;
    this.broken = broken;
    this.told = told;
  }
}
