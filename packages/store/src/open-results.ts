import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Catalogue } from "./catalogue.ts";
import { FolderResults } from "./folder-results.ts";
import type { Results } from "./results.ts";
import { StoreError } from "./store-error.ts";
import { systemCode, writeWholeTo } from "./whole-file.ts";

const marker = "results.json";
const format = "shikumi-results-1";

export interface OpenOptions {
  /** Makes the folder, or makes a folder one of results, where that is needed; without it, `results-not-found`. */
  readonly create?: boolean;
}

/** Opens the results in a folder. Throws `StoreError` `results-not-found`, `newer-results`, `results-unreadable`, `results-unwritable`. */
export async function openResults(folder: string, { create = false }: OpenOptions = {}): Promise<Results> {
  const path = join(folder, marker);
  let text: string | undefined;
  try {
    text = await readFile(path, "utf8");
  } catch (cause) {
    const isMissing = ["ENOENT", "ENOTDIR"].includes(systemCode(cause));
    if (!isMissing) throw new StoreError("results-unreadable", `${path} could not be read`, { path, cause });
    if (!create)
      throw new StoreError("results-not-found", `there are no results in ${folder}`, { path: folder });
  }
  if (text === undefined) {
    await writeWholeTo(path, [new TextEncoder().encode(`${JSON.stringify({ format })}\n`)]);
  } else checkFormat(text, path);
  return new FolderResults(folder, new Catalogue(folder));
}

function checkFormat(text: string, path: string): void {
  let found: unknown;
  try {
    found = (JSON.parse(text) as { readonly format?: unknown } | null)?.format;
  } catch (cause) {
    throw new StoreError("results-unreadable", `${path} is no JSON`, { path, cause });
  }
  if (found !== format) {
    throw new StoreError("newer-results", `${path} says "${String(found)}", known is "${format}"`, { path });
  }
}
