/**
 * What can keep the workbench from doing what was asked.
 *
 * - `study-not-found`: there is nothing at the path.
 * - `not-a-folder`: the path names something that is not a folder.
 * - `unreadable`: a file or folder could not be read: no permission, no regular file, a link to nothing.
 * - `outside-folder`: a link leads out of the study's folder.
 * - `too-large`: more or larger files than a study may have.
 * - `write-failed`: a file could not be written; what was there before is untouched.
 * - `interrupted`: the caller's signal stopped the work.
 * - `thread-failed`: a worker thread ended without an answer, as when memory runs out.
 * - `site-not-built`: the pages of the live edition were not built.
 * - `not-a-site`: the folder to publish into holds something that is no published edition.
 * - `port-taken`: the port to serve on is in use, or not to be had.
 */
export const workbenchErrorCodes = [
  "study-not-found",
  "not-a-folder",
  "unreadable",
  "outside-folder",
  "too-large",
  "write-failed",
  "interrupted",
  "thread-failed",
  "site-not-built",
  "not-a-site",
  "port-taken",
] as const;
export type WorkbenchErrorCode = (typeof workbenchErrorCodes)[number];

/** The workbench could not do what was asked although the request was well formed. `path` is what it concerns, `""` for none. */
export class WorkbenchError extends Error {
  override readonly name = "WorkbenchError";
  readonly code: WorkbenchErrorCode;
  readonly path: string;

  constructor(code: WorkbenchErrorCode, path: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.path = path;
  }
}

/** Throws `WorkbenchError` `interrupted` when the signal has been given. */
export function throwIfInterrupted(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new WorkbenchError("interrupted", "", "the work was interrupted");
}

/** The `code` of a system error, such as `ENOENT`; `""` for anything else. */
export function systemCode(error: unknown): string {
  if (!(error instanceof Error) || !("code" in error)) return "";
  return typeof error.code === "string" ? error.code : "";
}
