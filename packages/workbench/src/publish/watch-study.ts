import { type FSWatcher, watch } from "node:fs";
import { setTimeout } from "node:timers/promises";
import type { StudyFile } from "@shikumi/model";
import { readStudyFolder } from "../read-study-folder.ts";

export interface WatchOptions {
  /** Ends the watch. */
  readonly signal: AbortSignal;
  /** Milliseconds between looks where the system tells of no changes; default one second. */
  readonly pollEvery?: number;
  /** Milliseconds of quiet before the files are read, because an editor writes in several steps; default 150. */
  readonly settle?: number;
}

/**
 * Calls back with the files of a study whenever one of them has changed, until the signal is given. What the system says is only a hint: files are read again and compared by their text, so that a touched file is no
 * change. A folder that cannot be read for a moment is tried again. Never throws.
 */
export async function watchStudy(
  folder: string,
  known: readonly StudyFile[],
  changed: (files: readonly StudyFile[]) => void,
  { signal, pollEvery = 1000, settle = 150 }: WatchOptions,
): Promise<void> {
  let last = known;
  const hint = new Hint(folder, signal);
  while (!signal.aborted) {
    await hint.next(pollEvery);
    if (signal.aborted) break;
    await setTimeout(settle, undefined, { signal }).catch(() => undefined);
    const files = await readStudyFolder(folder, { signal }).catch(() => undefined);
    if (signal.aborted) break;
    if (files === undefined || isSame(files, last)) continue;
    last = files;
    changed(files);
  }
  hint.close();
}

/** Waits for what the system tells about a folder. Where it can tell nothing, time passes instead. */
class Hint {
  readonly #signal: AbortSignal;
  #watcher: FSWatcher | undefined;
  #isPending = false;
  #wake: () => void = () => {};

  constructor(folder: string, signal: AbortSignal) {
    this.#signal = signal;
    const told = (): void => {
      this.#isPending = true;
      this.#wake();
    };
    try {
      this.#watcher = watch(folder, { recursive: true, persistent: false }, told);
      this.#watcher.on("error", () => this.close());
    } catch {
      this.#watcher = undefined;
    }
    signal.addEventListener("abort", () => this.#wake(), { once: true });
  }

  /** Resolves after a hint, or after some time: systems lose hints, and linked files give none. */
  async next(pollEvery: number): Promise<void> {
    if (!this.#isPending && !this.#signal.aborted)
      await new Promise<unknown>((resolve) => {
        const wait = this.#watcher === undefined ? pollEvery : pollEvery * 5;
        const woken = new AbortController();
        this.#wake = () => woken.abort();
        void setTimeout(wait, undefined, { signal: woken.signal }).then(resolve, resolve);
      });
    this.#isPending = false;
  }

  close(): void {
    this.#watcher?.close();
    this.#watcher = undefined;
  }
}

function isSame(a: readonly StudyFile[], b: readonly StudyFile[]): boolean {
  return (
    a.length === b.length &&
    a.every((file, index) => file.path === b[index]?.path && file.text === b[index]?.text)
  );
}
