import { assess } from "@shikumi/assessment";
import { parseStudy } from "@shikumi/model";
import { assessOnThreads } from "@shikumi/workbench/threads";
import { describe, expect, it } from "vitest";
import { studyText } from "./threaded-study.ts";

const files = [{ path: "study.yaml", text: studyText }];
const plan = { futures: 3, replications: 2 };

describe("assessOnThreads", () => {
  it("[B4] gives the same bits on one, two and three threads, and on the caller's", async () => {
    const { study } = parseStudy(files);
    if (study === undefined) throw new TypeError("the study has errors");
    const here = assess(study, plan);

    for (const threads of [1, 2, 3]) {
      const there = await assessOnThreads(files, plan, { threads });
      expect(there).toEqual(here);
    }
  });

  it("[B4] tells its progress up to the end", async () => {
    const told: number[] = [];
    let all = 0;

    await assessOnThreads(files, plan, {
      threads: 2,
      progress: (done, total) => {
        told.push(done);
        all = total;
      },
    });

    expect(told).toEqual(Array.from({ length: all }, (_, index) => index + 1));
  });

  it.each([1, 2])("[B5] stops on %i threads when the caller's signal is given", async (threads) => {
    const controller = new AbortController();

    const work = assessOnThreads(files, plan, {
      threads,
      signal: controller.signal,
      progress: () => controller.abort(),
    });

    await expect(work).rejects.toMatchObject({ name: "WorkbenchError", code: "interrupted" });
  });

  it("[B5] does not start when the signal was given before", async () => {
    const work = assessOnThreads(files, plan, { threads: 2, signal: AbortSignal.abort() });

    await expect(work).rejects.toMatchObject({ code: "interrupted" });
  });

  it("[B4] hands errors of the kernel back as what they are", async () => {
    const contradictory = `${studyText}
uncertainties:
  a: {name: {ja: あ, en: A}, values: {uniform: [0, 1]}, with: {b: 0.9, c: 0.9}, assumption: true}
  b: {name: {ja: い, en: B}, values: {uniform: [0, 1]}, with: {c: -0.9}, assumption: true}
  c: {name: {ja: う, en: C}, values: {uniform: [0, 1]}, assumption: true}
`;

    const work = assessOnThreads([{ path: "study.yaml", text: contradictory }], plan, { threads: 2 });

    await expect(work).rejects.toMatchObject({ name: "KernelError", code: "correlation" });
  });

  it("[B4] refuses files that are no study and numbers that are no threads", async () => {
    await expect(assessOnThreads([], plan, { threads: 2 })).rejects.toBeInstanceOf(RangeError);
    await expect(assessOnThreads(files, plan, { threads: 0 })).rejects.toBeInstanceOf(RangeError);
  });
});
