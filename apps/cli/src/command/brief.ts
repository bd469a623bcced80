import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Assessment } from "@shikumi/assessment";
import type { Language } from "@shikumi/core/diagnostic";
import { briefDocument, renderHtml, renderMarkdown } from "@shikumi/report";
import { WorkbenchError } from "@shikumi/workbench";
import { CommandError } from "../command-error.ts";
import { type WrittenFile, writeFilesTogether } from "../output/write-files.ts";
import { openStudy, type UsableStudy } from "../study/open-study.ts";
import { planOf, runAssessment } from "../study/run-assessment.ts";
import { verifyBrief } from "../study/verify-brief.ts";
import type { Outcome, Session } from "./command.ts";

const languages: readonly Language[] = ["ja", "en"];

/** How many of the weakest assumptions a brief lists. */
const listedAssumptions = 20;

/** Writes the brief of a study in both languages, or verifies one. */
export async function brief(session: Session): Promise<Outcome> {
  const { effects, options, say } = session;
  const out = options.text("out");
  const file = options.text("verify");
  if (out === undefined && file === undefined)
    throw new CommandError("missing-argument", { argument: "--out DIR", command: "brief" });
  if (out !== undefined && file !== undefined)
    throw new CommandError("unexpected-argument", { argument: "--out", command: "brief" });
  if (file !== undefined)
    return verifyBrief(file, await readBrief(resolve(effects.cwd, file), file), session);
  const path = out ?? "";
  const read = await openStudy(session, options.count("seed"));
  const plan = {
    ...planOf(read.study, session),
    validation: true,
    hypotheses: true,
    weakest: listedAssumptions,
  };
  const assessment = await runAssessment(read, plan, session);
  const files = briefFiles(read, assessment);
  await writeFilesTogether(resolve(effects.cwd, path), files, effects.signal);
  const names = files.map(({ name }) => name);
  return {
    status: "clean",
    data: { written: path, files: names, digest: read.study.digest, runs: assessment.runs },
    diagnostics: [],
    text: () => `${say("brief-done", { path, files: names.join(say("list-and")) })}\n`,
  };
}

function briefFiles({ study, counts }: UsableStudy, assessment: Assessment): readonly WrittenFile[] {
  const documents = languages.map((language) => briefDocument(study, assessment, counts, language));
  return [
    ...documents.map((document) => ({ name: `brief.${document.language}.html`, text: renderHtml(document) })),
    ...documents.map((document) => ({
      name: `brief.${document.language}.md`,
      text: renderMarkdown(document),
    })),
    { name: "assessment.json", text: `${JSON.stringify(assessment)}\n` },
  ];
}

async function readBrief(path: string, shown: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (cause) {
    throw new WorkbenchError("unreadable", shown, `${shown} could not be read`, { cause });
  }
}
