import type { Study } from "@shikumi/model";
import { assemble } from "./assemble.ts";
import type { Assessment } from "./findings.ts";
import type { AssessmentPlan, JobResult } from "./plan.ts";
import { createContext } from "./run/context.ts";
import { evaluateJob } from "./run/evaluate-job.ts";
import { planJobs } from "./run/plan-jobs.ts";

/** Jobs done of all. */
export interface AssessmentProgress {
  readonly done: number;
  readonly total: number;
}

/** What `assess` may do besides computing. */
export interface AssessmentEffects {
  progress?(done: number, total: number): void;
}

/** Assesses a study step by step, on this thread: yields after every job, so that the caller can paint, stop or wait in between. Returns the findings. */
export function* assessSteps(
  study: Study,
  plan: AssessmentPlan = {},
): Generator<AssessmentProgress, Assessment> {
  const { jobs } = planJobs(study, plan);
  const context = createContext(study);
  const results: JobResult[] = [];
  for (const job of jobs) {
    results.push(evaluateJob(context, job));
    yield { done: results.length, total: jobs.length };
  }
  return assemble(study, plan, jobs, results);
}

/** Assesses a study on this thread. */
export function assess(study: Study, plan: AssessmentPlan = {}, effects: AssessmentEffects = {}): Assessment {
  const steps = assessSteps(study, plan);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    effects.progress?.(step.value.done, step.value.total);
  }
}
