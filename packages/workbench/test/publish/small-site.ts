import { join } from "node:path";
import { assess } from "@shikumi/assessment";
import { checkStudy, parseStudy, type StudyFile } from "@shikumi/model";
import { readStudyFolder } from "../../src/index.ts";
import type { PublishedStudy, SiteAssets } from "../../src/publish/index.ts";

const harbourAid = join(import.meta.dirname, "../../../../studies/harbour-aid");

/** Files of the small study of this repository. */
export function harbourFiles(): Promise<readonly StudyFile[]> {
  return readStudyFolder(harbourAid);
}

/** A study with few results, or with its errors. */
export function published(files: readonly StudyFile[]): PublishedStudy {
  const plan = { futures: 1, replications: 1, levers: [], packages: [], removal: false };
  const { study, diagnostics, counts } = parseStudy(files);
  if (study === undefined) return { files, study, diagnostics, counts, assessment: undefined, plan };
  return {
    files,
    study,
    diagnostics: [...diagnostics, ...checkStudy(study)],
    counts,
    assessment: assess(study, plan),
    plan,
  };
}

/** A built site of the least size. */
export function smallAssets(): SiteAssets {
  const encoder = new TextEncoder();
  return new Map([
    [
      "index.html",
      encoder.encode(
        '<!doctype html><html><head><title>Shikumi</title></head><body><div id="published-overview"></div><script type="module" src="./assets/a.js"></script></body></html>',
      ),
    ],
    ["assets/a.js", encoder.encode("export {};\n")],
    ["assets/a.woff2", new Uint8Array(100)],
  ]);
}
