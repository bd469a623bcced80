import type { ExplorationBlock, RunValues } from "@shikumi/assessment";
import type { StudyFile } from "@shikumi/model";

/** What a thread starts with. It parses the study itself: a study holds links that cannot be sent. */
export interface ExploreStart {
  readonly files: readonly StudyFile[];
}

/** One block for a thread. */
export interface ExploreTask {
  readonly block: ExplorationBlock;
}

/** What a thread answers to each block: its rows, or what went wrong outside any run. */
export type ExploreAnswer =
  | { readonly kind: "rows"; readonly values: readonly RunValues[] }
  | { readonly kind: "failure"; readonly error: unknown };
