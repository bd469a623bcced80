import type { Severity } from "@shikumi/core/diagnostic";
import { LineIndex } from "@shikumi/core/diagnostic";
import { diagnosticsText } from "../output/diagnostics-text.ts";
import { countsText } from "../study/counts-text.ts";
import { type ReadStudy, readStudy } from "../study/open-study.ts";
import { renderStudyDiagnostics } from "../study/render-study-diagnostics.ts";
import { uncheckedCitations } from "../study/unchecked-citations.ts";
import type { Outcome, Session } from "./command.ts";

/** An unchecked citation with its place. */
interface PlacedCitation {
  readonly element: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly sources: readonly string[];
}

/** Every problem of a study, and what it consists of. With `--strict`, warnings and unchecked citations are findings too. */
export async function check(session: Session): Promise<Outcome> {
  const { say, style, options, language } = session;
  const read = await readStudy(session);
  const diagnostics = renderStudyDiagnostics(read, language);
  const isStrict = options.flag("strict");
  const unchecked = isStrict ? placedCitations(read) : [];
  const of = (severity: Severity): number => diagnostics.filter((one) => one.severity === severity).length;
  const [errors, warnings, notes] = [of("error"), of("warning"), of("note")];
  const isClean = errors === 0 && (!isStrict || (warnings === 0 && unchecked.length === 0));
  const summary = say("check-summary", { path: read.path, errors, warnings, notes });
  return {
    status: isClean ? "clean" : "findings",
    data: {
      study: read.study?.charter.id ?? null,
      digest: read.study?.digest ?? null,
      files: read.files.length,
      counts: read.counts,
      ...(isStrict ? { unchecked } : {}),
    },
    diagnostics,
    text: () =>
      [
        ...(diagnostics.length > 0 ? [diagnosticsText(diagnostics, { path: read.path, say, style })] : []),
        ...(unchecked.length > 0 ? [uncheckedText(unchecked, session, read.path)] : []),
        `${errors > 0 ? style.red(summary) : style.green(summary)}\n`,
        countsText(read, session),
      ].join("\n"),
  };
}

function placedCitations({ study, files }: ReadStudy): readonly PlacedCitation[] {
  if (study === undefined) return [];
  const lines = new Map(files.map(({ path, text }) => [path, new LineIndex(text)]));
  return uncheckedCitations(study).map(({ element, file, offset, sources }) => {
    const { line, column } = lines.get(file)?.position(offset) ?? { line: 1, column: 1 };
    return { element, file, line, column, sources };
  });
}

function uncheckedText(unchecked: readonly PlacedCitation[], { say, style }: Session, path: string): string {
  const folder = path.replace(/\/+$/, "");
  const rows = unchecked.map(({ element, file, line, column, sources }) =>
    `  ${folder}/${file}:${line}:${column} ${element} ${style.dim(sources.join(", "))}`.trimEnd(),
  );
  return `${style.bold(say("unchecked-title", { count: unchecked.length }))}\n${rows.join("\n")}\n`;
}
