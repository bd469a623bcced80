import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { WorkbenchError } from "../src/workbench-error.ts";
import { writeAtomically } from "../src/write-atomically.ts";
import { temporaryFolders } from "./temporary-folder.ts";

const newFolder = temporaryFolders();

describe("writeAtomically", () => {
  it("[B3] writes into new folders and over old files, and leaves nothing else", async () => {
    const folder = newFolder();
    const path = join(folder, "out", "brief.ja.html");

    await writeAtomically(path, "古い");
    await writeAtomically(path, "新しい");

    expect(readFileSync(path, "utf8")).toBe("新しい");
    expect(readdirSync(join(folder, "out"))).toEqual(["brief.ja.html"]);
  });

  it("[B3] keeps what was there when it cannot write, and leaves no file of its own", async () => {
    const folder = newFolder();
    mkdirSync(join(folder, "taken", "inside"), { recursive: true });

    await expect(writeAtomically(join(folder, "taken"), "text")).rejects.toMatchObject({
      name: "WorkbenchError",
      code: "write-failed",
    });

    expect(readdirSync(folder)).toEqual(["taken"]);
    expect(readdirSync(join(folder, "taken"))).toEqual(["inside"]);
  });

  it("[B3] interrupted, leaves the old text whole", async () => {
    const folder = newFolder();
    const path = join(folder, "brief.md");
    writeFileSync(path, "old");
    const controller = new AbortController();

    const writing = writeAtomically(path, "new".repeat(1_000_000), { signal: controller.signal });
    controller.abort();

    await expect(writing).rejects.toBeInstanceOf(WorkbenchError);
    expect(readFileSync(path, "utf8")).toBe("old");
    expect(readdirSync(folder)).toEqual(["brief.md"]);
  });

  it("[B3] many writers of one path leave one whole text", async () => {
    const path = join(newFolder(), "brief.md");
    const texts = Array.from({ length: 20 }, (_, index) => String(index).repeat(10_000));

    await Promise.all(texts.map((text) => writeAtomically(path, text)));

    expect(texts).toContain(readFileSync(path, "utf8"));
  });
});
