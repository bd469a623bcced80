import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readStudyFolder } from "@shikumi/workbench";
import {
  compareResults,
  exploreStudy,
  exportResults,
  listResults,
  removeResults,
  showResults,
} from "@shikumi/workbench/explore";
import { describe, expect, it } from "vitest";
import { temporaryFolders } from "../temporary-folder.ts";

const files = await readStudyFolder(join(import.meta.dirname, "../../../../studies/harbour-aid"));
const plan = { futures: 40, replications: 1, packages: ["both", "steel"] };
const newFolder = temporaryFolders();

describe("exploreStudy", () => {
  it("[B7] computes nothing twice: neither the same again, nor what more futures or packages share", async () => {
    const folder = newFolder();
    const whole = { futures: 32, replications: 1 };

    const first = await exploreStudy(files, { ...whole, packages: ["both"] }, { folder, threads: 1 });
    const again = await exploreStudy(files, { ...whole, packages: ["both"] }, { folder, threads: 1 });
    const more = await exploreStudy(
      files,
      { futures: 64, replications: 1, packages: ["both"] },
      { folder, threads: 1 },
    );
    const wider = await exploreStudy(
      files,
      { ...whole, packages: ["both", "steel"] },
      { folder, threads: 1 },
    );

    expect([first, again, more, wider].map(({ computed, reused }) => [computed, reused])).toEqual([
      [64, 0],
      [0, 64],
      [64, 64],
      [32, 64],
    ]);
    expect(again.exploration).toEqual(first.exploration);
  });

  it("[B8] gives the same bits on one thread and on two", async () => {
    const [one, two] = [newFolder(), newFolder()];
    const alone = await exploreStudy(files, plan, { folder: one, threads: 1 });
    const together = await exploreStudy(files, plan, { folder: two, threads: 2 });

    expect(together).toEqual(alone);
    await exportResults(one, alone.id, join(one, "runs.csv"));
    await exportResults(two, alone.id, join(two, "runs.csv"));
    expect(readFileSync(join(two, "runs.csv"), "utf8")).toBe(readFileSync(join(one, "runs.csv"), "utf8"));
  });

  it.each([1, 2])(
    "[B9] goes on after an interruption as if there had been none, on %i threads",
    async (threads) => {
      const [whole, broken] = [newFolder(), newFolder()];
      const controller = new AbortController();
      const undisturbed = await exploreStudy(files, plan, { folder: whole, threads });

      const work = exploreStudy(files, plan, {
        folder: broken,
        threads,
        signal: controller.signal,
        progress: (done) => {
          if (done >= 32) controller.abort();
        },
      });
      await expect(work).rejects.toMatchObject({ name: "WorkbenchError", code: "interrupted" });
      const [{ there, entry } = { there: 0, entry: undefined }] = await listResults(broken);
      const resumed = await exploreStudy(files, plan, { folder: broken, threads });

      expect(there).toBeGreaterThan(0);
      expect(there).toBeLessThan(entry?.parts.length ?? 0);
      expect(resumed.computed).toBeGreaterThan(0);
      expect(resumed.computed).toBeLessThan(undisturbed.computed);
      expect(resumed.exploration).toEqual(undisturbed.exploration);
      await exportResults(whole, resumed.id, join(whole, "runs.csv"));
      await exportResults(broken, resumed.id, join(broken, "runs.csv"));
      expect(readFileSync(join(broken, "runs.csv"), "utf8")).toBe(
        readFileSync(join(whole, "runs.csv"), "utf8"),
      );
    },
  );

  it("[B10] adds futures until the lead is known well enough, or says that it is not", async () => {
    const folder = newFolder();
    const most = { futures: 64, replications: 1, packages: ["both"] };

    const narrow = await exploreStudy(files, most, { folder, threads: 1, untilWidth: 0.5 });
    const wide = await exploreStudy(files, most, { folder, threads: 1, untilWidth: 1e-6 });

    expect([narrow.stopped, narrow.exploration.design.futures]).toEqual(["narrow", 16]);
    expect([wide.stopped, wide.exploration.design.futures]).toEqual(["still-wide", 64]);
    expect([narrow.computed, wide.computed, wide.reused]).toEqual([32, 96, 32]);
    await expect(exploreStudy(files, most, { folder, untilWidth: 0 })).rejects.toThrow(RangeError);
  });
});

describe("stored explorations", () => {
  it("[B11] are listed, compared, exported and removed, and keep what another one needs", async () => {
    const folder = newFolder();
    const few = await exploreStudy(
      files,
      { futures: 16, replications: 1, packages: ["both"] },
      { folder, threads: 1 },
    );
    const many = await exploreStudy(
      files,
      { futures: 32, replications: 1, packages: ["both"] },
      { folder, threads: 1 },
    );

    expect(new Map((await listResults(folder)).map(({ entry, there }) => [entry.id, there]))).toEqual(
      new Map([
        [few.id, 2],
        [many.id, 4],
      ]),
    );
    expect((await showResults(folder, few.id)).entry.design).toBe(few.exploration.design.id);
    expect((await compareResults(folder, few.id, many.id)).sharedParts).toBe(2);
    const path = join(folder, "runs.csv");
    expect(await exportResults(folder, few.id, path)).toBe(32);
    expect(readFileSync(path, "utf8").split("\r\n")).toHaveLength(34);
    expect(await removeResults(folder, many.id)).toEqual({ wasThere: true, parts: 2 });
    expect((await showResults(folder, few.id)).there).toBe(2);
    await expect(showResults(folder, many.id)).rejects.toMatchObject({ code: "exploration-missing" });
    await expect(listResults(join(folder, "nothing"))).rejects.toMatchObject({ code: "results-not-found" });
  });
});
