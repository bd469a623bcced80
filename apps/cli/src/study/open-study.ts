import { resolve } from "node:path";
import { compareDiagnostics, type Diagnostic } from "@shikumi/core/diagnostic";
import { checkStudy, parseStudy, type Study, type StudyCounts, type StudyFile } from "@shikumi/model";
import { readStudyFolder } from "@shikumi/workbench";
import type { Session } from "../command/command.ts";
import { CommandError } from "../command-error.ts";
import { withSeed } from "./with-seed.ts";

/** A study as it was read, whether or not it can be used. */
export interface ReadStudy {
  /** The folder as the person wrote it. */
  readonly path: string;
  readonly files: readonly StudyFile[];
  readonly study: Study | undefined;
  /** Of reading and, where that succeeded, of checking; in canonical order. */
  readonly diagnostics: readonly Diagnostic[];
  readonly counts: StudyCounts;
}

/** A study that can be used. */
export interface UsableStudy extends ReadStudy {
  readonly study: Study;
}

/** Reads and checks the study of the first positional. Throws `WorkbenchError` for what cannot be read. */
export async function readStudy({ effects, positionals }: Session): Promise<ReadStudy> {
  const path = positionals[0] ?? "";
  const files = await readStudyFolder(resolve(effects.cwd, path), { signal: effects.signal });
  const { study, diagnostics, counts } = parseStudy(files);
  const found = study === undefined ? [] : checkStudy(study);
  return { path, files, study, diagnostics: [...diagnostics, ...found].sort(compareDiagnostics), counts };
}

/** As {@link readStudy}, with another seed where one is given. Throws `CommandError` `study-has-errors` for one that cannot be used. */
export async function openStudy(session: Session, seed?: number): Promise<UsableStudy> {
  const read = await readStudy(session);
  const errors = read.diagnostics.filter(({ severity }) => severity === "error");
  if (read.study === undefined || errors.length > 0) {
    throw new CommandError(
      "study-has-errors",
      { path: read.path, count: errors.length },
      { broken: { path: read.path, files: read.files, diagnostics: errors } },
    );
  }
  const usable: UsableStudy = { ...read, study: read.study };
  return seed === undefined ? usable : withSeed(usable, seed);
}
