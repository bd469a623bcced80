import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readWhole, writeFiles } from "@shikumi/workbench";
import { describe, expect, it } from "vitest";
import { temporaryFolders } from "../temporary-folder.ts";

const newFolder = temporaryFolders();

describe("writeFiles", () => {
  it("[B30] writes texts and bytes into new folders and over old files, and leaves nothing else", async () => {
    const folder = newFolder();
    writeFileSync(join(folder, "a.yaml"), "old", { mode: 0o600 });

    await writeFiles(folder, [
      { path: "a.yaml", content: "新しい" },
      { path: "sources/b.yaml", content: Uint8Array.of(1, 2) },
    ]);
    await writeFiles(join(folder, "new/inner"), [{ path: "c", content: "c" }]);

    expect(readFileSync(join(folder, "a.yaml"), "utf8")).toBe("新しい");
    expect(statSync(join(folder, "a.yaml")).mode & 0o777).toBe(0o600);
    expect([...readFileSync(join(folder, "sources/b.yaml"))]).toEqual([1, 2]);
    expect(readdirSync(folder).sort()).toEqual(["a.yaml", "new", "sources"]);
    expect(readdirSync(join(folder, "sources"))).toEqual(["b.yaml"]);
  });

  it("[B30] writes none where one cannot be written, and takes back those already in place", async () => {
    const folder = newFolder();
    writeFileSync(join(folder, "a.yaml"), "old");
    mkdirSync(join(folder, "z.yaml", "inside"), { recursive: true });

    const writing = writeFiles(folder, [
      { path: "a.yaml", content: "new" },
      { path: "new/b.yaml", content: "new" },
      { path: "c.yaml", content: "new" },
      { path: "z.yaml", content: "new" },
    ]);

    await expect(writing).rejects.toMatchObject({ code: "write-failed" });
    expect(readFileSync(join(folder, "a.yaml"), "utf8")).toBe("old");
    expect(readdirSync(folder).sort()).toEqual(["a.yaml", "z.yaml"]);
  });

  it("[B30] takes back what was renamed where a later rename fails", async () => {
    const folder = newFolder();
    writeFileSync(join(folder, "a.yaml"), "old");
    const again = { path: "a.yaml", content: "new" };

    const writing = writeFiles(folder, [
      again,
      { path: "b.yaml", content: "new" },
      { path: "b.yaml/c.yaml", content: "new" },
    ]);

    await expect(writing).rejects.toMatchObject({ code: "write-failed" });
    expect(readFileSync(join(folder, "a.yaml"), "utf8")).toBe("old");
    expect(readdirSync(folder)).toEqual(["a.yaml"]);
  });

  it("[B30] interrupted, leaves everything as it was", async () => {
    const folder = newFolder();
    writeFileSync(join(folder, "a.yaml"), "old");
    const controller = new AbortController();

    const files = [
      { path: "a.yaml", content: "new".repeat(1_000_000) },
      { path: "sub/b.yaml", content: "new" },
    ];
    const writing = writeFiles(folder, files, { signal: controller.signal });
    controller.abort();

    await expect(writing).rejects.toMatchObject({ code: "interrupted" });
    expect(readFileSync(join(folder, "a.yaml"), "utf8")).toBe("old");
    expect(readdirSync(folder)).toEqual(["a.yaml"]);
  });

  it.each(["../x.yaml", "a/../../x.yaml", "/x.yaml", "linked/x.yaml", "link.yaml"])(
    "[B30] refuses %s, which leads out of the folder",
    async (path) => {
      const [folder, other] = [newFolder(), newFolder()];
      writeFileSync(join(other, "theirs.yaml"), "theirs");
      symlinkSync(other, join(folder, "linked"));
      symlinkSync(join(other, "theirs.yaml"), join(folder, "link.yaml"));

      await expect(writeFiles(folder, [{ path, content: "new" }])).rejects.toMatchObject({
        code: "outside-folder",
      });
      expect(readdirSync(other)).toEqual(["theirs.yaml"]);
      expect(readFileSync(join(other, "theirs.yaml"), "utf8")).toBe("theirs");
    },
  );
});

describe("readWhole", () => {
  it("[B31] gives all bytes, or an operational error", async () => {
    const folder = newFolder();
    writeFileSync(join(folder, "a"), "abc");

    expect([...(await readWhole(join(folder, "a"), "a"))]).toEqual([97, 98, 99]);
    await expect(readWhole(join(folder, "a"), "a", 2)).rejects.toMatchObject({
      code: "too-large",
      path: "a",
    });
    for (const path of [folder, join(folder, "none")])
      await expect(readWhole(path, "x")).rejects.toMatchObject({ code: "unreadable", path: "x" });
  });
});
