import { lstat, readdir, readFile, realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import type { StudyFile } from "@shikumi/model";
import { systemCode, throwIfInterrupted, WorkbenchError } from "./workbench-error.ts";

/** What a study's folder may hold at most. The language has tighter limits of its own, which are diagnostics. */
export interface FolderLimits {
  /** Bytes of one file. */
  readonly fileBytes?: number;
  /** Bytes of all files together. */
  readonly totalBytes?: number;
  /** Files that may be part of a study. */
  readonly files?: number;
  /** Folders within folders. */
  readonly depth?: number;
}

export interface ReadFolderOptions {
  readonly limits?: FolderLimits;
  readonly signal?: AbortSignal | undefined;
}

const defaultLimits = { fileBytes: 32_000_000, totalBytes: 256_000_000, files: 10_000, depth: 32 } as const;

/** Names of files that may be part of a study. */
const studyFile = /\.(?:ya?ml|json|csv)$/;

/**
 * The files of a study, by path in the order of UTF-16 code units (B1): those with a name the language knows, in the folder and the folders within, but not in folders
 * named with a dot or `node_modules`. Bytes that are not UTF-8 become U+FFFD, which the language reports where it stands. A link is followed
 * if it stays inside the folder. Throws `WorkbenchError`.
 */
export async function readStudyFolder(
  path: string,
  { limits = {}, signal }: ReadFolderOptions = {},
): Promise<readonly StudyFile[]> {
  const root = await realFolder(path);
  const found = await listFiles(root, { ...defaultLimits, ...limits }, signal);
  const files: StudyFile[] = [];
  for (const { relative, real } of found) {
    throwIfInterrupted(signal);
    const bytes = await guarded(relative, () => readFile(real));
    files.push({ path: relative, text: new TextDecoder("utf-8").decode(bytes) });
  }
  return files;
}

interface FoundFile {
  readonly relative: string;
  readonly real: string;
}

async function realFolder(path: string): Promise<string> {
  try {
    const real = await realpath(path);
    if ((await stat(real)).isDirectory()) return real;
  } catch (cause) {
    if (systemCode(cause) === "ENOENT")
      throw new WorkbenchError("study-not-found", path, `there is no folder at ${path}`, { cause });
    if (systemCode(cause) === "ENOTDIR")
      throw new WorkbenchError("not-a-folder", path, `${path} is not a folder`, { cause });
    throw new WorkbenchError("unreadable", path, `${path} could not be read`, { cause });
  }
  throw new WorkbenchError("not-a-folder", path, `${path} is not a folder`);
}

async function listFiles(
  root: string,
  limits: Required<FolderLimits>,
  signal: AbortSignal | undefined,
): Promise<readonly FoundFile[]> {
  const found: FoundFile[] = [];
  const visited = new Set<string>([root]);
  let totalBytes = 0;
  const visit = async (folder: string, prefix: string, depth: number): Promise<void> => {
    throwIfInterrupted(signal);
    if (depth > limits.depth) throw tooLarge(prefix, `more than ${limits.depth} folders deep`);
    const names = await guarded(prefix, () => readdir(folder));
    for (const name of names.sort()) {
      const relative = prefix === "" ? name : `${prefix}/${name}`;
      if (name.startsWith(".") || name === "node_modules") continue;
      const real = await realInside(root, join(folder, name), relative);
      const status = await guarded(relative, () => stat(real));
      if (status.isDirectory()) {
        if (visited.has(real)) continue;
        visited.add(real);
        await visit(real, relative, depth + 1);
        continue;
      }
      if (!studyFile.test(name)) continue;
      if (!status.isFile())
        throw new WorkbenchError("unreadable", relative, `${relative} is no regular file`);
      totalBytes += status.size;
      if (status.size > limits.fileBytes) throw tooLarge(relative, `${status.size} bytes`);
      if (totalBytes > limits.totalBytes) throw tooLarge(relative, `${totalBytes} bytes in all`);
      if (found.length >= limits.files) throw tooLarge(relative, `more than ${limits.files} files`);
      found.push({ relative, real });
    }
  };
  await visit(root, "", 0);
  return found.sort((a, b) => (a.relative < b.relative ? -1 : a.relative > b.relative ? 1 : 0));
}

/** The real path of an entry. A link that leads nowhere, or out of the folder, is refused whatever its name. */
async function realInside(root: string, path: string, relative: string): Promise<string> {
  const entry = await guarded(relative, () => lstat(path));
  if (!entry.isSymbolicLink()) return path;
  const real = await guarded(relative, () => realpath(path));
  if (real !== root && !real.startsWith(root.endsWith(sep) ? root : root + sep))
    throw new WorkbenchError("outside-folder", relative, `${relative} leads out of the study's folder`);
  return real;
}

async function guarded<T>(relative: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    throw new WorkbenchError("unreadable", relative, `${relative || "the folder"} could not be read`, {
      cause,
    });
  }
}

function tooLarge(relative: string, found: string): WorkbenchError {
  return new WorkbenchError("too-large", relative, `${relative} is too large for a study: ${found}`);
}
