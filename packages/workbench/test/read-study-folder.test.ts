import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseStudy } from "@shikumi/model";
import { describe, expect, it } from "vitest";
import { readStudyFolder } from "../src/read-study-folder.ts";
import { WorkbenchError, type WorkbenchErrorCode } from "../src/workbench-error.ts";
import { temporaryFolders } from "./temporary-folder.ts";

const newFolder = temporaryFolders();

/** The code of the `WorkbenchError` a promise is rejected with. */
async function codeOf(promise: Promise<unknown>): Promise<WorkbenchErrorCode | undefined> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error instanceof WorkbenchError ? error.code : undefined;
}

describe("readStudyFolder", () => {
  it("[B1] reads what the language knows, by path, and leaves the rest", async () => {
    const folder = newFolder();
    mkdirSync(join(folder, "law", "deep"), { recursive: true });
    mkdirSync(join(folder, ".git"));
    mkdirSync(join(folder, "node_modules"));
    writeFileSync(join(folder, "study.yaml"), "study: {}\n");
    writeFileSync(join(folder, "holdings.csv"), "id,of\n");
    writeFileSync(join(folder, "law", "deep", "b.yml"), "# b\n");
    writeFileSync(join(folder, "law", "a.json"), "{}");
    writeFileSync(join(folder, "README.md"), "no part");
    writeFileSync(join(folder, ".git", "c.yaml"), "no part");
    writeFileSync(join(folder, "node_modules", "d.yaml"), "no part");

    const files = await readStudyFolder(folder);

    expect(files.map((file) => file.path)).toEqual([
      "holdings.csv",
      "law/a.json",
      "law/deep/b.yml",
      "study.yaml",
    ]);
    expect(files.at(-1)?.text).toBe("study: {}\n");
  });

  it("[B1] hands bytes that are not UTF-8 to the language, which reports them where they stand", async () => {
    const folder = newFolder();
    writeFileSync(join(folder, "study.yaml"), Buffer.from([0x61, 0x3a, 0x20, 0xff, 0xfe, 0x0a]));

    const { diagnostics } = parseStudy(await readStudyFolder(folder));

    expect(diagnostics).toContainEqual(
      expect.objectContaining({ code: "not-utf8", span: { file: "study.yaml", start: 3, end: 4 } }),
    );
  });

  it("[B1] leaves out a byte order mark", async () => {
    const folder = newFolder();
    writeFileSync(join(folder, "study.yaml"), "\ufeffstudy: {}\n");

    expect((await readStudyFolder(folder))[0]?.text).toBe("study: {}\n");
  });

  it("[B2] tells a missing folder from a file", async () => {
    const folder = newFolder();
    writeFileSync(join(folder, "study.yaml"), "");

    expect(await codeOf(readStudyFolder(join(folder, "absent")))).toBe("study-not-found");
    expect(await codeOf(readStudyFolder(join(folder, "study.yaml")))).toBe("not-a-folder");
    expect(await codeOf(readStudyFolder(join(folder, "study.yaml", "deeper")))).toBe("not-a-folder");
  });

  it("[B2] refuses links that lead out of the folder, whether to a file or a folder", async () => {
    const outside = newFolder();
    writeFileSync(join(outside, "secret.yaml"), "secret: 1\n");
    const byFile = newFolder();
    symlinkSync(join(outside, "secret.yaml"), join(byFile, "study.yaml"));
    const byFolder = newFolder();
    symlinkSync(outside, join(byFolder, "law"));

    expect(await codeOf(readStudyFolder(byFile))).toBe("outside-folder");
    expect(await codeOf(readStudyFolder(byFolder))).toBe("outside-folder");
  });

  it("[B2] follows links inside the folder and does not run in circles", async () => {
    const folder = newFolder();
    mkdirSync(join(folder, "law"));
    writeFileSync(join(folder, "law", "a.yaml"), "a: 1\n");
    symlinkSync(folder, join(folder, "law", "circle"));
    symlinkSync(join(folder, "law", "a.yaml"), join(folder, "b.yaml"));

    const files = await readStudyFolder(folder);

    expect(files.map((file) => file.path)).toEqual(["b.yaml", "law/a.yaml"]);
  });

  it("[B2] refuses a link to nothing and what is no regular file", async () => {
    const dangling = newFolder();
    symlinkSync(join(dangling, "absent.yaml"), join(dangling, "study.yaml"));
    const pipe = newFolder();
    execFileSync("mkfifo", [join(pipe, "study.yaml")]);

    expect(await codeOf(readStudyFolder(dangling))).toBe("unreadable");
    expect(await codeOf(readStudyFolder(pipe))).toBe("unreadable");
  });

  it("[B2] refuses what is too large before reading it", async () => {
    const folder = newFolder();
    mkdirSync(join(folder, "a", "b"), { recursive: true });
    writeFileSync(join(folder, "one.yaml"), "x: 1234567890\n");
    writeFileSync(join(folder, "two.yaml"), "x: 1234567890\n");

    expect(await codeOf(readStudyFolder(folder, { limits: { fileBytes: 10 } }))).toBe("too-large");
    expect(await codeOf(readStudyFolder(folder, { limits: { totalBytes: 20 } }))).toBe("too-large");
    expect(await codeOf(readStudyFolder(folder, { limits: { files: 1 } }))).toBe("too-large");
    expect(await codeOf(readStudyFolder(folder, { limits: { depth: 1 } }))).toBe("too-large");
    expect(await codeOf(readStudyFolder(folder))).toBeUndefined();
  });

  it("[B5] stops when the caller's signal is given", async () => {
    const folder = newFolder();
    writeFileSync(join(folder, "study.yaml"), "");

    expect(await codeOf(readStudyFolder(folder, { signal: AbortSignal.abort() }))).toBe("interrupted");
  });
});
