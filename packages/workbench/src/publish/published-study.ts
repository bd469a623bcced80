import { type Assessment, type AssessmentPlan, engineVersion } from "@shikumi/assessment";
import { type Edition, editionFormat } from "@shikumi/assessment/edition";
import type { Diagnostic } from "@shikumi/core/diagnostic";
import type { Study, StudyCounts, StudyFile } from "@shikumi/model";

/** A study as it is published: as it was read, with its results. One with errors has neither study nor results. */
export interface PublishedStudy {
  readonly files: readonly StudyFile[];
  readonly study: Study | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly counts: StudyCounts;
  readonly assessment: Assessment | undefined;
  readonly plan: AssessmentPlan;
}

/** The edition of a study with its results. Throws `RangeError` where a run is of another study. */
export function editionOf({ files, study, diagnostics, assessment, plan }: PublishedStudy): Edition {
  const digest = study?.digest ?? "";
  const stranger = assessment?.runs.find((run) => run.digest !== digest);
  if (stranger !== undefined)
    throw new RangeError(`run ${stranger.key} is of study ${stranger.digest}, not ${digest}`);
  return {
    format: editionFormat,
    engineVersion,
    files,
    study,
    diagnostics,
    assessment,
    plan,
    generatedFrom: { digest },
  };
}
