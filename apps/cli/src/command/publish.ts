import { resolve } from "node:path";
import type { Marking } from "@shikumi/model";
import { aboveAudience, publishStudy, readSiteAssets } from "@shikumi/workbench/publish";
import { CommandError } from "../command-error.ts";
import { givenAssessment } from "../study/given-assessment.ts";
import { openStudy, type UsableStudy } from "../study/open-study.ts";
import { planOf, runAssessment } from "../study/run-assessment.ts";
import { siteFolder } from "../study/site-folder.ts";
import type { Outcome, Session } from "./command.ts";

/** Writes the live edition of a study to a folder that any static server can serve. */
export async function publish(session: Session): Promise<Outcome> {
  const { effects, options, say } = session;
  const path = options.text("out");
  if (path === undefined)
    throw new CommandError("missing-argument", { argument: "--out DIR", command: "publish" });
  const read = await openStudy(session, options.count("seed"));
  refuseAbove(read, (options.text("audience") ?? "clear") as Marking);
  const assets = await readSiteAssets(siteFolder(effects));
  const given = options.text("assessment");
  const plan = planOf(read.study, session);
  const results =
    given === undefined
      ? { plan, assessment: await runAssessment(read, plan, session) }
      : await givenAssessment(resolve(effects.cwd, given), given, read.study);
  const { signal } = effects;
  const site = await publishStudy({ ...read, ...results }, assets, resolve(effects.cwd, path), { signal });
  const { files, bytes, bytesWithoutFonts, compressedWithoutFonts } = site;
  return {
    status: "clean",
    data: {
      written: path,
      digest: read.study.digest,
      files: files.length,
      bytes,
      bytesWithoutFonts,
      compressedWithoutFonts,
    },
    diagnostics: [],
    text: () =>
      `${say("publish-done", {
        path,
        files: files.length,
        size: sizeText(bytes),
        light: sizeText(bytesWithoutFonts),
        packed: sizeText(compressedWithoutFonts),
      })}\n${say("publish-serve", { path })}\n`,
  };
}

/** Throws `CommandError` `not-published` with a diagnostic for each element that is marked above the audience. */
function refuseAbove({ path, files, study }: UsableStudy, audience: Marking): void {
  const diagnostics = aboveAudience(study, audience);
  if (diagnostics.length === 0) return;
  throw new CommandError(
    "not-published",
    { path, audience, count: diagnostics.length },
    { broken: { path, files, diagnostics } },
  );
}

function sizeText(bytes: number): string {
  return `${(bytes / 1e6).toFixed(2)} MB`;
}
