import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { renderDiagnostics } from "@shikumi/core/diagnostic";
import { modelMessages, type ParsedStudy, parseStudy, type Study, type StudyFile } from "@shikumi/model";

const folder = join(import.meta.dirname, "..");

/** The files of the study, as a reader of the folder finds them. */
export const flagshipFiles: readonly StudyFile[] = readdirSync(folder, {
  recursive: true,
  withFileTypes: true,
})
  .filter((entry) => entry.isFile() && /\.(?:ya?ml|json|csv)$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))
  .map((path) => ({ path: relative(folder, path), text: readFileSync(path, "utf8") }));

/** The study parsed, with its diagnostics. */
export const parsedFlagship: ParsedStudy = parseStudy(flagshipFiles);

/** The study. */
export const flagship: Study = studyOf(parsedFlagship);

/** The study with one file more, for what only a test wants to say. */
export function flagshipWith(text: string): Study {
  return studyOf(parseStudy([...flagshipFiles, { path: "test-only.yaml", text }]));
}

function studyOf({ study, diagnostics }: ParsedStudy): Study {
  if (study !== undefined) return study;
  const told = renderDiagnostics(diagnostics, modelMessages.en, () => undefined);
  throw new Error(told.map(({ file, text }) => `${file}: ${text}`).join("\n"));
}
