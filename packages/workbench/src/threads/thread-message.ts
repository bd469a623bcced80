import type { Job, JobResult } from "@shikumi/assessment";
import type { KernelErrorCode } from "@shikumi/kernel";
import type { StudyFile } from "@shikumi/model";

/** What a thread starts with. It parses the study itself: a study holds links that cannot be sent. */
export interface ThreadStart {
  readonly files: readonly StudyFile[];
}

/** One job for a thread. */
export interface ThreadTask {
  readonly job: Job;
}

/** What a thread answers to each job. */
export type ThreadAnswer =
  | { readonly kind: "result"; readonly result: JobResult }
  | { readonly kind: "kernel-error"; readonly code: KernelErrorCode; readonly message: string }
  | { readonly kind: "failure"; readonly error: unknown };
