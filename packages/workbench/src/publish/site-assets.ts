import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { systemCode, WorkbenchError } from "../workbench-error.ts";

/** The built site: its files by path with forward slashes, such as `assets/index.js`. */
export type SiteAssets = ReadonlyMap<string, Uint8Array>;

/** Reads the built site of a folder. Throws `WorkbenchError` `site-not-built` where there is none. */
export async function readSiteAssets(folder: string): Promise<SiteAssets> {
  try {
    const entries = await readdir(folder, { withFileTypes: true, recursive: true });
    const paths = entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
      .sort();
    const files = await Promise.all(
      paths.map(
        async (path) =>
          [path.replaceAll("\\", "/"), new Uint8Array(await readFile(join(folder, path)))] as const,
      ),
    );
    const assets = new Map(files);
    if (assets.has("index.html")) return assets;
  } catch (cause) {
    if (systemCode(cause) !== "ENOENT")
      throw new WorkbenchError("unreadable", folder, `${folder} could not be read`, { cause });
  }
  throw new WorkbenchError("site-not-built", folder, `there is no built site at ${folder}`);
}
