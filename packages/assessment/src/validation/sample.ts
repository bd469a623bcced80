import type { Id } from "@shikumi/model";

/** What one run shows of a row: values of the cases in which it happened, and how many there were in which it did not. */
export interface Sample {
  readonly values: readonly number[];
  readonly never: number;
}

/** Samples by row of `validation`, by replication. */
export type Observations = Readonly<Record<Id, readonly Sample[]>>;
