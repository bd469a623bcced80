import { mkdir, open, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { throwIfInterrupted, WorkbenchError } from "./workbench-error.ts";

export interface WriteOptions {
  readonly signal?: AbortSignal | undefined;
}

let written = 0;

/**
 * Writes a text as UTF-8 so that at every moment the path holds all of the old text or all of the new one (B3): to a file beside it, to the disk, then into
 * place. Makes the folder where it is missing. Interrupted or failed, it leaves what was there and no file of its own. Throws `WorkbenchError` `write-failed` or
 * `interrupted`.
 */
export async function writeAtomically(
  path: string,
  text: string,
  { signal }: WriteOptions = {},
): Promise<void> {
  throwIfInterrupted(signal);
  written++;
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}-${written}.tmp`);
  try {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(beside, "wx");
    try {
      await file.writeFile(text, "utf8");
      await file.sync();
    } finally {
      await file.close();
    }
    throwIfInterrupted(signal);
    await rename(beside, path);
  } catch (cause) {
    await rm(beside, { force: true }).catch(() => undefined);
    if (cause instanceof WorkbenchError) throw cause;
    throw new WorkbenchError("write-failed", path, `${path} could not be written`, { cause });
  }
}
