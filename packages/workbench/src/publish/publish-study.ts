import { existsSync, renameSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rm, rmdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { systemCode, throwIfInterrupted, WorkbenchError } from "../workbench-error.ts";
import type { PublishedStudy } from "./published-study.ts";
import type { SiteAssets } from "./site-assets.ts";
import { editionName, siteFiles } from "./site-files.ts";

/** What was published: every file with its size in bytes, in the order of their paths. */
export interface PublishedSite {
  readonly files: readonly { readonly path: string; readonly bytes: number }[];
  readonly bytes: number;
  readonly bytesWithoutFonts: number;
  /** Each file by itself, as a server that compresses would send it. */
  readonly compressedWithoutFonts: number;
}

/**
 * Writes the live edition of a study to a folder that any static server can serve. The folder appears whole or not at all: a missing or empty one is made, an edition published before is replaced, anything else is left
 * alone. Throws `WorkbenchError` `not-a-site`, `write-failed` or `interrupted`; `RangeError` where results are of another study.
 */
export async function publishStudy(
  published: PublishedStudy,
  assets: SiteAssets,
  folder: string,
  { signal }: { readonly signal?: AbortSignal | undefined } = {},
): Promise<PublishedSite> {
  throwIfInterrupted(signal);
  const files = siteFiles(published, assets);
  await refuseStrangers(folder);
  await writeWhole(folder, files, signal);
  const sizes = [...files]
    .map(([path, content]) => ({ path, bytes: content.length }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const sum = (some: typeof sizes): number => some.reduce((all, { bytes }) => all + bytes, 0);
  return {
    files: sizes,
    bytes: sum(sizes),
    bytesWithoutFonts: sum(sizes.filter(({ path }) => !path.endsWith(".woff2"))),
    compressedWithoutFonts: [...files]
      .filter(([path]) => !path.endsWith(".woff2"))
      .reduce((all, [, content]) => all + gzipSync(content).length, 0),
  };
}

/** Refuses a folder that holds anything but an edition published before. */
async function refuseStrangers(folder: string): Promise<void> {
  try {
    const names = await readdir(folder);
    if (names.length === 0 || (names.includes(editionName) && names.includes("index.html"))) return;
  } catch (cause) {
    const code = systemCode(cause);
    if (code === "ENOENT") return;
    if (code !== "ENOTDIR")
      throw new WorkbenchError("write-failed", folder, `${folder} could not be read`, { cause });
  }
  throw new WorkbenchError("not-a-site", folder, `${folder} holds something else`);
}

/** Writes files to a folder beside, then puts it in the place of the folder. */
async function writeWhole(
  folder: string,
  files: ReadonlyMap<string, Uint8Array>,
  signal: AbortSignal | undefined,
): Promise<void> {
  let beside: string | undefined;
  try {
    await mkdir(dirname(folder), { recursive: true });
    beside = await mkdtemp(join(dirname(folder), ".shikumi-"));
    const whole = join(beside, "site");
    for (const [path, content] of files) {
      throwIfInterrupted(signal);
      await mkdir(dirname(join(whole, path)), { recursive: true });
      await writeFile(join(whole, path), content);
    }
    throwIfInterrupted(signal);
    await rmdir(folder).catch(() => undefined);
    if (existsSync(folder)) renameSync(folder, join(beside, "before"));
    renameSync(whole, folder);
  } catch (cause) {
    if (cause instanceof WorkbenchError) throw cause;
    throw new WorkbenchError("write-failed", folder, `${folder} could not be written`, { cause });
  } finally {
    if (beside !== undefined) await rm(beside, { recursive: true, force: true }).catch(() => undefined);
  }
}
