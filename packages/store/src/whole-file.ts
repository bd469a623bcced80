import { createHash, randomUUID } from "node:crypto";
import { type FileHandle, mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { StoreError } from "./store-error.ts";

/** Endings of files that are being written; `sweep` removes those left behind. */
export const unfinished = ".unfinished";

const pieceBytes = 1 << 22;

/**
 * Writes pieces to a file beside `folder`'s others, flushes it to the disk and gives it the name that `name` makes of the SHA-256 of its bytes: at every moment the name has all of the bytes or
 * none. Makes the folder where it is missing. On failure it leaves no file of its own. Throws `StoreError` `results-unwritable`, and what `name` or the pieces throw. Returns the path.
 */
export async function writeWhole(
  folder: string,
  pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  name: (sha256: string) => string | Promise<string>,
): Promise<string> {
  const beside = join(folder, `.${randomUUID()}${unfinished}`);
  try {
    await mkdir(folder, { recursive: true });
    const sha256 = createHash("sha256");
    const file = await open(beside, "wx");
    try {
      await writePieces(file, pieces, (piece) => sha256.update(piece));
      await file.sync();
    } finally {
      await file.close();
    }
    const path = join(folder, await name(sha256.digest("hex")));
    await rename(beside, path);
    return path;
  } catch (cause) {
    await rm(beside, { force: true }).catch(() => undefined);
    if (!isSystemError(cause)) throw cause;
    throw new StoreError("results-unwritable", `${folder} could not be written to`, { path: folder, cause });
  }
}

/** The same for a path that is known beforehand. */
export async function writeWholeTo(
  path: string,
  pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<void> {
  await writeWhole(dirname(path), pieces, () => path.slice(dirname(path).length).replace(/^[\\/]+/, ""));
}

/** The SHA-256 of a file's bytes, read piece by piece. */
export async function sha256OfFile(path: string): Promise<string> {
  const sha256 = createHash("sha256");
  const buffer = new Uint8Array(pieceBytes);
  const file = await open(path, "r");
  try {
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, buffer.length);
      if (bytesRead === 0) return sha256.digest("hex");
      sha256.update(buffer.subarray(0, bytesRead));
    }
  } finally {
    await file.close();
  }
}

/** The `code` of a system error, such as `ENOENT`; `""` for anything else. */
export function systemCode(error: unknown): string {
  return isSystemError(error) ? error.code : "";
}

function isSystemError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && "code" in error && typeof error.code === "string" && "syscall" in error;
}

/** Small pieces are put together, large ones go to the file as they lie. */
async function writePieces(
  file: FileHandle,
  pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  seen: (piece: Uint8Array) => void,
): Promise<void> {
  let waiting: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of pieces) {
    seen(piece);
    waiting.push(piece);
    bytes += piece.length;
    if (bytes < pieceBytes && waiting.length < 1000) continue;
    await writeAll(file, waiting, bytes);
    waiting = [];
    bytes = 0;
  }
  if (bytes > 0) await writeAll(file, waiting, bytes);
}

/** The system may take fewer bytes than it was given. */
async function writeAll(file: FileHandle, pieces: readonly Uint8Array[], bytes: number): Promise<void> {
  let rest = [...pieces];
  let left = bytes;
  while (left > 0) {
    const { bytesWritten } = await file.writev(rest);
    left -= bytesWritten;
    let taken = bytesWritten;
    const later: Uint8Array[] = [];
    for (const piece of rest) {
      if (taken >= piece.length) taken -= piece.length;
      else {
        later.push(piece.subarray(taken));
        taken = 0;
      }
    }
    rest = later;
  }
}
