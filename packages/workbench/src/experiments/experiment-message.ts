import type { Block, ExperimentOptions, ModelFace } from "@shikumi/analysis/experiments";
import type { AnalysisErrorCode, Design } from "@shikumi/analysis/frame";

/** What a thread starts with. The columns of the design lie in shared memory. */
export interface ExperimentStart {
  readonly model: string;
  readonly design: Design;
  readonly options: ExperimentOptions;
}

/** Rows for a thread to run. */
export interface RowRange {
  readonly first: number;
  readonly rows: number;
}

/** What a thread says: first what its model is, then each block in the order in which rows were given. */
export type ExperimentAnswer =
  | { readonly kind: "ready"; readonly face: ModelFace; readonly planId: string }
  | { readonly kind: "block"; readonly block: Block }
  /** The call has no honest answer: an `AnalysisError` of the plan or of the model. */
  | { readonly kind: "refused"; readonly code: AnalysisErrorCode; readonly message: string };
