import { type Language, type RenderedDiagnostic, renderDiagnostics } from "@shikumi/core/diagnostic";
import { checkMessages, modelMessages } from "@shikumi/model";
import { publishMessages } from "@shikumi/workbench/publish";
import type { BrokenStudy } from "../command-error.ts";

/** The diagnostics of a study in words, with the lines they are about. */
export function renderStudyDiagnostics(
  { files, diagnostics }: Pick<BrokenStudy, "files" | "diagnostics">,
  language: Language,
): readonly RenderedDiagnostic[] {
  const catalogue = { ...modelMessages[language], ...checkMessages[language], ...publishMessages[language] };
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  return renderDiagnostics(diagnostics, catalogue, (file) => texts.get(file));
}
