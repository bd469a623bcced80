import { join } from "node:path";
import { parseStudy, type Study, type StudyFile } from "@shikumi/model";
import { readStudyFolder } from "@shikumi/workbench";

const folder = join(import.meta.dirname, "../../studies");

/** The files of a study of this repository. */
export function studyFiles(name: "harbour-aid" | "japan-us-2012"): Promise<readonly StudyFile[]> {
  return readStudyFolder(join(folder, name));
}

/** A study of this repository. Throws `TypeError` when it has errors. */
export async function studyNamed(name: "harbour-aid" | "japan-us-2012"): Promise<Study> {
  const { study } = parseStudy(await studyFiles(name));
  if (study === undefined) throw new TypeError(`studies/${name} has errors: run \`shikumi check\``);
  return study;
}
