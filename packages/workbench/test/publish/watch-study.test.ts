import { mkdirSync, renameSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { StudyFile } from "@shikumi/model";
import { describe, expect, it } from "vitest";
import { readStudyFolder } from "../../src/index.ts";
import { watchStudy } from "../../src/publish/index.ts";
import { temporaryFolders } from "../temporary-folder.ts";

const folder = temporaryFolders();

interface Watched {
  readonly root: string;
  readonly changes: (readonly StudyFile[])[];
  stop(): Promise<void>;
}

async function watched(): Promise<Watched> {
  const root = join(folder(), "study");
  mkdirSync(join(root, "law"), { recursive: true });
  writeFileSync(join(root, "study.yaml"), "a: 1\n");
  const stop = new AbortController();
  const changes: (readonly StudyFile[])[] = [];
  const done = watchStudy(root, await readStudyFolder(root), (files) => changes.push(files), {
    signal: stop.signal,
    pollEvery: 60,
    settle: 20,
  });
  return {
    root,
    changes,
    stop: async () => {
      stop.abort();
      await done;
    },
  };
}

describe("watching a study", () => {
  it("[B17] tells of files that are written, added and removed, in any folder", async () => {
    const { root, changes, stop } = await watched();
    writeFileSync(join(root, "study.yaml"), "a: 2\n");
    await expect.poll(() => changes.at(-1)?.[0]?.text, { timeout: 60_000 }).toBe("a: 2\n");
    writeFileSync(join(root, "law/one.yaml"), "b: 1\n");
    await expect.poll(() => changes.at(-1)?.length, { timeout: 60_000 }).toBe(2);
    await stop();
  });

  it("[B17] says nothing of a file that was only touched, or is none of the study", async () => {
    const { root, changes, stop } = await watched();
    utimesSync(join(root, "study.yaml"), new Date(), new Date());
    writeFileSync(join(root, "notes.txt"), "x");
    await setTimeout(500);

    expect(changes).toEqual([]);
    await stop();
  });

  it("[B17] tries again where the folder is away for a moment, and ends with the signal", async () => {
    const { root, changes, stop } = await watched();
    renameSync(root, `${root}-away`);
    await setTimeout(150);
    writeFileSync(join(`${root}-away`, "study.yaml"), "a: 3\n");
    renameSync(`${root}-away`, root);
    await expect.poll(() => changes.at(-1)?.[0]?.text, { timeout: 60_000 }).toBe("a: 3\n");
    await stop();
    const told = changes.length;
    writeFileSync(join(root, "study.yaml"), "a: 4\n");
    await setTimeout(200);

    expect(changes.length).toBe(told);
  });
});
