import {
  type Cause,
  compile,
  type EngineTarget,
  hoursOf,
  type Mode,
  prepare,
  sampleFuture,
  type TraceEntry,
  type TraceKind,
  traceRun,
} from "@shikumi/kernel";
import type { Id, Study } from "@shikumi/model";

/** Which run is told. */
export interface TraceChoice {
  readonly future: number;
  readonly replication: number;
  readonly mode: Mode;
  readonly undetermined?: "refused" | "granted";
}

/** One step of a run, in hours since the study's start. Fields without meaning for a kind hold `""` or 0; see the kernel's trace. */
export interface TraceStep {
  readonly hours: number;
  readonly what: TraceKind;
  /** Sixteen hexadecimal digits of the incident's name; `""` for standing requests and findings. */
  readonly incident: string;
  /** `mission.task`. */
  readonly task: Id;
  readonly organisation: Id;
  readonly subject: string;
  readonly cause: Cause | "";
  readonly amount: number;
  /** Hours waited or travelled. */
  readonly waited: number;
  /** Units bound or freed. */
  readonly units: number;
}

/**
 * What one run of a package did, step by step, in the order in which it happened: the run that the assessment of the same package, mode, future and replication
 * takes its numbers from, by JavaScript unless another engine is given. Throws `KernelError`.
 */
export function traceOne(
  study: Study,
  packageId: Id,
  { future, replication, mode, undetermined = "refused" }: TraceChoice,
  engine?: EngineTarget,
): readonly TraceStep[] {
  const program = compile(study, packageId, { mode });
  const prepared = prepare(program, sampleFuture(study, future));
  return traceRun(program, prepared, { replication, undetermined }, engine).map(stepOf);
}

function stepOf(entry: TraceEntry): TraceStep {
  const { tick, what, incident, task, organisation, subject, cause, amount, ticks } = entry;
  const countsUnits = what === "share" || what === "freed";
  return {
    hours: hoursOf(tick),
    what,
    incident,
    task,
    organisation,
    subject,
    cause,
    amount: what === "freed" ? 0 : amount,
    waited: countsUnits ? 0 : hoursOf(ticks),
    units: what === "share" ? ticks : what === "freed" ? amount : 0,
  };
}
