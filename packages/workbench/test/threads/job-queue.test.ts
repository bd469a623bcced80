import type { Job } from "@shikumi/assessment";
import { describe, expect, it } from "vitest";
import { JobQueue } from "../../src/threads/job-queue.ts";

function jobsOf(runs: Readonly<Record<string, number>>): readonly Job[] {
  const jobs = Object.entries(runs).flatMap(([run, count]) =>
    Array.from({ length: count }, (_, future) => ({ run, future })),
  );
  return jobs.map(({ run, future }, index) => ({
    index,
    run,
    levers: [],
    mode: "in-force",
    undetermined: "refused",
    without: undefined,
    relaxed: run === "relaxed",
    future,
    replications: 1,
  }));
}

describe("JobQueue", () => {
  it("[B4] gives every job out once", () => {
    const jobs = jobsOf({ a: 5, b: 3, relaxed: 2 });
    const queue = new JobQueue(jobs);

    const given: number[] = [];
    for (let turn = 0; ; turn++) {
      const job = queue.take(turn % 3);
      if (job === undefined) break;
      given.push(job.index);
    }

    expect(given.sort((a, b) => a - b)).toEqual(jobs.map((job) => job.index));
    expect(queue.take(0)).toBeUndefined();
  });

  it("[B4] keeps a thread with its run, and starts with the heaviest", () => {
    const queue = new JobQueue(jobsOf({ a: 5, b: 3, relaxed: 2 }));

    expect(queue.take(0)?.run).toBe("relaxed");
    expect(queue.take(1)?.run).toBe("relaxed");
    expect(queue.take(1)?.run).toBe("a");
    expect(queue.take(0)?.run).toBe("a");
    expect(queue.take(1)?.run).toBe("a");
  });
});
