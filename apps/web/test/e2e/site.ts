import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type AssessmentPlan, assess } from "@shikumi/assessment";
import { checkStudy, parseStudy, type StudyFile } from "@shikumi/model";
import {
  type PublishedStudy,
  publishStudy,
  readSiteAssets,
  type SiteAssets,
} from "@shikumi/workbench/publish";
import { build } from "vite";

/** A folder that goes with the machine's temporary ones. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), "shikumi-site-"));
}

/** Builds the site from its sources into a folder. */
export async function builtSite(folder: string): Promise<SiteAssets> {
  const root = join(import.meta.dirname, "../..");
  await build({
    root,
    configFile: join(root, "vite.config.ts"),
    logLevel: "error",
    build: { outDir: folder, emptyOutDir: true },
  });
  return readSiteAssets(folder);
}

/** A study as it is published, assessed where it has no errors. */
export function publishedStudy(files: readonly StudyFile[], plan: AssessmentPlan): PublishedStudy {
  const { study, diagnostics, counts } = parseStudy(files);
  if (study === undefined) return { files, study, diagnostics, counts, assessment: undefined, plan };
  const all = [...diagnostics, ...checkStudy(study)];
  return { files, study, diagnostics: all, counts, assessment: assess(study, plan), plan };
}

/** Publishes a study into a folder of its own. */
export async function publishedFolder(published: PublishedStudy, assets: SiteAssets): Promise<string> {
  const folder = join(temporaryFolder(), "site");
  await publishStudy(published, assets, folder);
  return folder;
}
