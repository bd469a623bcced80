import type { Diagnostic } from "@shikumi/core/diagnostic";
import type { StudyFile } from "@shikumi/model";
import type { PhraseArgs } from "./messages/index.ts";

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
  | "brief-unreadable";

/** What of a study was wrong, with the files to quote from. */
export interface BrokenStudy {
  readonly path: string;
  readonly files: readonly StudyFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A command could not run; exit code 2. `near` are names that may have been meant. */
export class CommandError extends Error {
  override readonly name = "CommandError";
  readonly code: CommandErrorCode;
  readonly args: PhraseArgs;
  readonly near: readonly string[];
  readonly broken: BrokenStudy | undefined;

  constructor(
    code: CommandErrorCode,
    args: PhraseArgs = {},
    { near = [], broken }: { readonly near?: readonly string[]; readonly broken?: BrokenStudy } = {},
  ) {
    super(code);
    this.code = code;
    this.args = args;
    this.near = near;
    this.broken = broken;
  }
}
