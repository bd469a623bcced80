import { existsSync, renameSync } from "node:fs";
import { mkdir, mkdtemp, rm, rmdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { WorkbenchError } from "@shikumi/workbench";

/** A file of a group that belongs together. */
export interface WrittenFile {
  readonly name: string;
  readonly text: string;
}

/**
 * Writes several files of one folder together: all of them to a folder within, then each into place without a pause in which an interruption
 * could fall. Failed or interrupted, what was there before is untouched and a folder made for it is gone. Throws `WorkbenchError`
 * `write-failed` or `interrupted`.
 */
export async function writeFilesTogether(
  folder: string,
  files: readonly WrittenFile[],
  signal: AbortSignal,
): Promise<void> {
  const isNew = !existsSync(folder);
  let beside: string | undefined;
  try {
    stopIfInterrupted(signal);
    await mkdir(folder, { recursive: true });
    beside = await mkdtemp(join(folder, ".shikumi-"));
    for (const { name, text } of files) {
      await writeFile(join(beside, name), text, "utf8");
      stopIfInterrupted(signal);
    }
    for (const { name } of files) renameSync(join(beside, name), join(folder, name));
  } catch (cause) {
    if (cause instanceof WorkbenchError) throw cause;
    throw new WorkbenchError("write-failed", folder, `${folder} could not be written`, { cause });
  } finally {
    if (beside !== undefined) await rm(beside, { recursive: true, force: true }).catch(() => undefined);
    if (isNew) await rmdir(folder).catch(() => undefined);
  }
}

/** Writes a new folder of files, which appears whole or not at all. `folder` must be missing or empty. Throws as {@link writeFilesTogether}. */
export async function writeNewFolder(
  folder: string,
  files: readonly WrittenFile[],
  signal: AbortSignal,
): Promise<void> {
  let beside: string | undefined;
  try {
    stopIfInterrupted(signal);
    await mkdir(dirname(folder), { recursive: true });
    beside = await mkdtemp(join(dirname(folder), ".shikumi-"));
    const whole = join(beside, "study");
    await mkdir(whole);
    for (const { name, text } of files) await writeFile(join(whole, name), text, "utf8");
    stopIfInterrupted(signal);
    await rmdir(folder).catch(() => undefined);
    renameSync(whole, folder);
  } catch (cause) {
    if (cause instanceof WorkbenchError) throw cause;
    throw new WorkbenchError("write-failed", folder, `${folder} could not be written`, { cause });
  } finally {
    if (beside !== undefined) await rm(beside, { recursive: true, force: true }).catch(() => undefined);
  }
}

function stopIfInterrupted(signal: AbortSignal): void {
  if (signal.aborted) throw new WorkbenchError("interrupted", "", "the work was interrupted");
}
