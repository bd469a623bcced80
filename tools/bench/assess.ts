import type { AssessmentPlan } from "@shikumi/assessment";
import { assessOnThreads } from "@shikumi/workbench/threads";
import { type Bench, interleaved } from "./bench.ts";
import { studyFiles } from "./studies.ts";

/**
 * How many times as fast two threads assess a study as one does, both through the same entry; and that they find the same. The start of threads is part of their time, so
 * the work is large against it.
 */
export const assessBench: Bench = {
  name: "assess",
  about: "ratio of two threads to one on a whole assessment (run `npm run build` before)",
  async run(scale) {
    const files = await studyFiles("japan-us-2012");
    const futures = Math.max(2, Math.round(16 * scale));
    const plan: AssessmentPlan = {
      futures,
      replications: 2,
      packages: ["M", "C", "MC"],
      levers: [],
      removal: false,
    };
    const found = new Map<number, string>();
    const on = (threads: number) => async (): Promise<void> => {
      found.set(threads, JSON.stringify(await assessOnThreads(files, plan, { threads })));
    };
    const [one = 1, two = 1] = await interleaved([on(1), on(2)], 3);
    return {
      figures: {
        "one thread, seconds": one,
        "two threads, seconds": two,
        "ratio two threads to one": one / two,
      },
      problems: found.get(1) === found.get(2) ? [] : ["one thread and two do not find the same"],
    };
  },
};
