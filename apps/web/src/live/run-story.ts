import type { TraceChoice, TraceStep } from "@shikumi/assessment";
import type { Id } from "@shikumi/model";

/** Which run is told: a package, and its future, replication and mode. */
export interface RunChoice {
  readonly package: Id;
  readonly choice: TraceChoice;
}

/** One incident of a run, summed up. The same incident has the same `id` whatever the package. */
export interface RunIncident {
  /** Sixteen hexadecimal digits of its name. */
  readonly id: string;
  readonly stream: Id;
  /** Of its onset, since the study's start. */
  readonly hours: number;
  /** Hours from its onset to the last step of it. */
  readonly lasts: number;
  readonly isAverted: boolean;
  /** Where it is; `undefined` where the study does not say. */
  readonly place: Id | undefined;
  readonly missions: readonly Id[];
  readonly steps: number;
  /** Organisations that were refused for good. */
  readonly refusals: number;
  /** Share of the need of its outcome tasks that was met, by value; NaN where none ended. */
  readonly met: number;
  /** What its need left unmet is of all that was demanded in its domain in the run, by value; summed over its domains. */
  readonly lost: number;
}

/** What happened in one incident. */
export interface IncidentStory {
  readonly incident: RunIncident;
  /** In the order in which they happened. */
  readonly steps: readonly TraceStep[];
}
