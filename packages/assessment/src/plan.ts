import type { OutputLayout } from "@shikumi/kernel";
import type { Id } from "@shikumi/model";
import type { Observations } from "./validation/sample.ts";
import type { Unranged } from "./weakest/scaled-study.ts";

/** How much is run. Absent numbers come from the study's charter. */
export interface AssessmentPlan {
  readonly futures?: number;
  readonly replications?: number;
  /** Packages besides the baseline; default all of the study. */
  readonly packages?: readonly Id[];
  /** Levers tried alone (with what they need); default all. */
  readonly levers?: readonly Id[];
  /** Whether the 64 relaxations of the baseline are run. Default true. */
  readonly causes?: boolean;
  /** Whether each party is withdrawn in turn. Default true. */
  readonly removal?: boolean;
  /** Events after which a replication is cut off, with a notice; default the kernel's. */
  readonly budget?: number;
  /** Domains that are reported; the levers tried alone are those that answer a task of theirs. Default all. */
  readonly domains?: readonly string[];
  /** Whether the cases of `validation` are compared with runs. Default false. */
  readonly validation?: boolean;
  /** How many of the weakest assumptions are ranked. None where absent. */
  readonly weakest?: number;
  /** Whether the hypotheses are evaluated. Default false. */
  readonly hypotheses?: boolean;
}

/** One piece of work that can run anywhere: all replications of one future of one package, in one mode. */
export interface Job {
  readonly index: number;
  /** Key of the `RunReference` it belongs to. */
  readonly run: string;
  readonly levers: readonly Id[];
  readonly mode: "in-force" | "timed";
  readonly undetermined: "refused" | "granted";
  readonly without: Id | undefined;
  readonly relaxed: boolean;
  readonly future: number;
  readonly replications: number;
  /** Events after which a replication is cut off; absent: the kernel's default. */
  readonly budget?: number;
  /** Domains whose missions are asked for: only the independent parts they lie in are run (S7). All where absent. */
  readonly domains?: readonly string[];
  /** A job that reads traces for `validation`: of the study as it is, or of the case that a row tells. */
  readonly observed?: { readonly replay: Id | undefined };
  /** A job that moves one uncertainty through its range, or scales the assumed numbers of one element, in so many futures. */
  readonly swing?: { readonly of: Id | Unranged; readonly futures: number };
}

/** What a job leaves: sums over its replications in replication order, and what must stay apart by replication. Structured-clonable. */
export interface JobResult {
  readonly index: number;
  /** Names and order of the columns: levers may add tasks, missions and organisations. */
  readonly layout: OutputLayout;
  /** Replications × tasks. */
  readonly demanded: Float64Array;
  readonly delivered: Float64Array;
  readonly instances: Float64Array;
  readonly standardMet: Float64Array;
  /** Replications × missions. */
  readonly belowFloor: Float64Array;
  readonly missionInstances: Float64Array;
  readonly averted: Float64Array;
  /** Sums over replications: see the kernel's `Outputs`. */
  readonly effective: Float64Array;
  readonly fulfilled: Float64Array;
  readonly firstEffectBins: Int32Array;
  readonly waitHours: Float64Array;
  readonly refusals: Float64Array;
  readonly deliveredBy: Float64Array;
  readonly sharesBy: Float64Array;
  readonly refusedBy: Float64Array;
  readonly unitHoursBy: Float64Array;
  readonly hazardBy: Float64Array;
  readonly answered: Float64Array;
  readonly refused: Float64Array;
  readonly benefitBy: Float64Array;
  readonly happened: Float64Array;
  /** Only of relaxed jobs: 64 × replications × tasks. */
  readonly relaxedDelivered: Float64Array;
  readonly relaxedStandardMet: Float64Array;
  readonly events: number;
  /** Replications that ended at their event budget. */
  readonly cut: number;
  /** Only of observing jobs: samples by row of `validation`, by replication. */
  readonly observations?: Observations;
  /** Only of jobs that move an uncertainty: see `swings`. */
  readonly swings?: Float64Array;
}
