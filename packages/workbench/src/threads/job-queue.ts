import type { Job } from "@shikumi/assessment";

/** Jobs still to be given out, by run, so that one thread stays with one run and compiles it once. */
export class JobQueue {
  readonly #byRun = new Map<string, Job[]>();
  readonly #lastRun: (string | undefined)[] = [];

  constructor(jobs: readonly Job[]) {
    for (const job of jobs) {
      const list = this.#byRun.get(job.run);
      if (list === undefined) this.#byRun.set(job.run, [job]);
      else list.push(job);
    }
  }

  /** The next job for a thread: of the run it did last, else the first of the run with most weight left; `undefined` when all are given out. */
  take(thread: number): Job | undefined {
    const last = this.#lastRun[thread];
    const run = last !== undefined && this.#byRun.has(last) ? last : this.#longestRun();
    const list = run === undefined ? undefined : this.#byRun.get(run);
    const job = list?.shift();
    if (run === undefined || list === undefined) return undefined;
    if (list.length === 0) this.#byRun.delete(run);
    this.#lastRun[thread] = run;
    return job;
  }

  #longestRun(): string | undefined {
    let longest: string | undefined;
    let most = 0;
    for (const [run, jobs] of this.#byRun) {
      const weight = jobs.reduce((sum, job) => sum + (job.relaxed ? 64 : 1), 0);
      if (weight > most) {
        most = weight;
        longest = run;
      }
    }
    return longest;
  }
}
