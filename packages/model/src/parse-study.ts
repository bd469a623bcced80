import type { Diagnostic } from "@shikumi/core/diagnostic";
import { elaborate } from "./elaborate/elaborate.ts";
import { checkLevers } from "./lever/check-levers.ts";
import { rememberTree } from "./lever/study-tree.ts";
import type { Study } from "./study/study.ts";
import { type StudyCounts, studyCounts } from "./study-counts.ts";
import { mergeFiles, type StudyFile } from "./tree/merge-files.ts";
import { ProblemList } from "./tree/problem-list.ts";

export interface ParsedStudy {
  /** `undefined` exactly when there is an error. */
  readonly study: Study | undefined;
  /** In canonical order: file, place, code. */
  readonly diagnostics: readonly Diagnostic[];
  readonly counts: StudyCounts;
}

/**
 * Reads the files of a study. Never throws on bad input: every problem it can see becomes a diagnostic, all in one pass. The result
 * depends on the content of the files alone, not on their order, their split or the order of their keys.
 */
export function parseStudy(files: readonly StudyFile[]): ParsedStudy {
  const problems = new ProblemList();
  const root = mergeFiles(files, problems);
  const { study, tally } = elaborate(root, problems);
  if (!problems.hasErrors) {
    rememberTree(study, root);
    checkLevers(study, problems);
  }
  return {
    study: problems.hasErrors ? undefined : study,
    diagnostics: problems.sorted(),
    counts: studyCounts(study, tally),
  };
}
