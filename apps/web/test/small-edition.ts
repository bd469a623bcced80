import { join } from "node:path";
import { type AssessmentPlan, assess, engineVersion } from "@shikumi/assessment";
import { editionFormat, type ReadyEdition } from "@shikumi/assessment/edition";
import { checkStudy, parseStudy, type StudyFile } from "@shikumi/model";
import { readStudyFolder } from "@shikumi/workbench";

/** An edition of some files, assessed. */
export function editionOf(files: readonly StudyFile[], plan: AssessmentPlan): ReadyEdition {
  const { study, diagnostics } = parseStudy(files);
  if (study === undefined) throw new TypeError(`the study has errors: ${JSON.stringify(diagnostics)}`);
  return {
    format: editionFormat,
    engineVersion,
    files,
    study,
    diagnostics: [...diagnostics, ...checkStudy(study)],
    assessment: assess(study, plan),
    plan,
    generatedFrom: { digest: study.digest },
  };
}

/** Files of the small study of this repository. */
export function harbourFiles(): Promise<readonly StudyFile[]> {
  return readStudyFolder(join(import.meta.dirname, "../../../studies/harbour-aid"));
}

/** The small study of this repository as an edition. */
export async function harbourEdition(
  plan: AssessmentPlan = { futures: 3, replications: 1 },
): Promise<ReadyEdition> {
  return editionOf(await harbourFiles(), plan);
}
