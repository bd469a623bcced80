import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Effects, type ExitCode, runCli } from "@shikumi/cli";
import { afterAll } from "vitest";

/** The small study of this repository. */
export const harbourAid: string = join(import.meta.dirname, "../../../studies/harbour-aid");

/** What a command did. */
export interface Ran {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
}

/** Runs one command line in this process; anything of the effects can be replaced. */
export async function run(words: readonly string[], replaced: Partial<Effects> = {}): Promise<Ran> {
  let out = "";
  let err = "";
  const code = await runCli(words, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    env: {},
    cwd: join(import.meta.dirname, "../../.."),
    terminal: undefined,
    outIsTerminal: false,
    now: () => 0,
    signal: new AbortController().signal,
    ...replaced,
  });
  return { code, out, err };
}

/** A temporary folder that is removed when the file's tests are over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "shikumi-cli-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The environment that names a built site of the least size. */
export function builtSite(): Record<string, string> {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "index.html"), '<title>Shikumi</title><div id="published-overview"></div>');
  writeFileSync(join(folder, "assets/a.js"), "");
  return { SHIKUMI_SITE: folder };
}

/** A path that stands for the folder of the repository, so that goldens do not depend on where it lies. */
export function withoutPaths(text: string): string {
  return text.replaceAll(harbourAid, "STUDY");
}
