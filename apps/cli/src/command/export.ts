import { basename, dirname, resolve } from "node:path";
import { type ExportFormat, type ExportWhat, exportFormats, exportFrom } from "@shikumi/exchange";
import { writeFiles } from "@shikumi/workbench";
import { CommandError } from "../command-error.ts";
import { remarksText, toldRemarks } from "../exchange/remarks-text.ts";
import { givenAssessment } from "../study/given-assessment.ts";
import { openStudy } from "../study/open-study.ts";
import type { Outcome, Session } from "./command.ts";

/** Writes a part of a study for other programs, with ids that let it be imported again. */
export async function exportStudy(session: Session): Promise<Outcome> {
  const { effects, options, language, say } = session;
  const what = options.text("what") as ExportWhat | undefined;
  const out = options.text("out");
  if (what === undefined || out === undefined)
    throw new CommandError("missing-argument", {
      argument: what === undefined ? "--what" : "--out FILE",
      command: "export",
    });
  const formats: readonly ExportFormat[] = exportFormats[what];
  const [usual] = formats;
  const asked = (options.text("format") ?? usual) as ExportFormat;
  if (!formats.includes(asked))
    throw new CommandError("format-not-of", { what, format: asked, formats: formats.join(say("list-and")) });
  const file = options.text("assessment");
  const { study } = await openStudy(session);
  const assessment =
    file === undefined
      ? undefined
      : (await givenAssessment(resolve(effects.cwd, file), file, study)).assessment;
  const { content, written, remarks } = exportFrom(study, { what, format: asked, language, assessment });
  const path = resolve(effects.cwd, out);
  await writeFiles(dirname(path), [{ path: basename(path), content }], { signal: effects.signal });
  return {
    status: remarks.some(({ kind }) => kind === "loss") ? "findings" : "clean",
    data: { what, format: asked, written, path: out, remarks: toldRemarks(remarks, language) },
    diagnostics: [],
    text: () => `${say("export-done", { written, path: out })}\n${remarksText(remarks, session)}`,
  };
}
