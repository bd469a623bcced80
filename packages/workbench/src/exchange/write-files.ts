import { existsSync, renameSync, rmSync } from "node:fs";
import { copyFile, mkdir, open, readFile, realpath, rm, rmdir, stat } from "node:fs/promises";
import { basename, dirname, join, sep } from "node:path";
import { systemCode, throwIfInterrupted, WorkbenchError } from "../workbench-error.ts";
import type { WriteOptions } from "../write-atomically.ts";

/** A file of a folder: its path with forward slashes, and what it is to hold. */
export interface FileToWrite {
  readonly path: string;
  readonly content: string | Uint8Array;
}

let written = 0;

/**
 * Writes several files of a folder, which is made where it is missing, all or none (B30): each to a file beside it and to the disk, then all into place without a pause in which an interruption could fall.
 * Failed or interrupted, every file is as it was and no file or folder of its own is left. What replaces a file may be read by whom the file could. A path that leads out of the folder, also through a link, is refused. Throws
 * `WorkbenchError` `write-failed`, `outside-folder` or `interrupted`.
 */
export async function writeFiles(
  folder: string,
  files: readonly FileToWrite[],
  { signal }: WriteOptions = {},
): Promise<void> {
  const staged: Staged[] = [];
  const made: string[] = [];
  try {
    throwIfInterrupted(signal);
    if ((await mkdir(folder, { recursive: true })) !== undefined) made.push(folder);
    const root = await realpath(folder);
    for (const { path, content } of files) {
      const target = await insideFolder(root, path, made);
      const beside = join(dirname(target), `.${basename(target)}.${process.pid}-${++written}.tmp`);
      const former = existsSync(target) ? `${beside}.was` : undefined;
      staged.push({ target, beside, former });
      if (former !== undefined) await copyFile(target, former);
      const mode = former === undefined ? 0o666 : (await stat(target)).mode & 0o777;
      const file = await open(beside, "wx", mode);
      try {
        await file.writeFile(content);
        await file.sync();
      } finally {
        await file.close();
      }
      throwIfInterrupted(signal);
    }
    putInPlace(staged);
    made.length = 0;
  } catch (cause) {
    if (cause instanceof WorkbenchError) throw cause;
    throw new WorkbenchError("write-failed", folder, `${folder} could not be written`, { cause });
  } finally {
    for (const { beside, former } of staged) {
      await rm(beside, { force: true }).catch(() => undefined);
      if (former !== undefined) await rm(former, { force: true }).catch(() => undefined);
    }
    for (const path of made.reverse()) await rmdir(path).catch(() => undefined);
  }
}

interface Staged {
  readonly target: string;
  readonly beside: string;
  /** A copy of what was there. */
  readonly former: string | undefined;
}

/** Where a rename fails, those before it are taken back. */
function putInPlace(staged: readonly Staged[]): void {
  const placed: Staged[] = [];
  try {
    for (const one of staged) {
      renameSync(one.beside, one.target);
      placed.push(one);
    }
  } catch (cause) {
    for (const { target, former } of placed.reverse()) {
      if (former === undefined) rmSync(target, { force: true });
      else renameSync(former, target);
    }
    throw cause;
  }
}

/** The real place of a path, with the folders on the way made; those made are added to `made`. */
async function insideFolder(root: string, path: string, made: string[]): Promise<string> {
  const parts = path.split("/");
  if (parts.some((part) => part === "" || part === "." || part === "..")) throw outside(path);
  let folder = root;
  for (const part of parts.slice(0, -1)) {
    const next = join(folder, part);
    try {
      await mkdir(next);
      made.push(next);
    } catch (cause) {
      if (systemCode(cause) !== "EEXIST") throw cause;
    }
    folder = await realpath(next);
    if (!folder.startsWith(root + sep)) throw outside(path);
  }
  const target = join(folder, parts.at(-1) ?? "");
  const real = existsSync(target) ? await realpath(target) : target;
  if (!real.startsWith(root + sep)) throw outside(path);
  return real;
}

function outside(path: string): WorkbenchError {
  return new WorkbenchError("outside-folder", path, `${path} leads out of the folder`);
}

/** Reads a file as it lies on the disk. Throws `WorkbenchError` `unreadable` or, beyond `limit` bytes, `too-large`. */
export async function readWhole(path: string, shown: string, limit = 64_000_000): Promise<Uint8Array> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (cause) {
    throw new WorkbenchError("unreadable", shown, `${shown} could not be read`, { cause });
  }
  if (bytes.length > limit)
    throw new WorkbenchError("too-large", shown, `${shown} is too large: ${bytes.length} bytes`);
  return bytes;
}
