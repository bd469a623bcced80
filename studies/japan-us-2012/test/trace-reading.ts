import { compile, type Mode, prepare, sampleFuture, type TraceEntry, traceRun } from "@shikumi/kernel";
import type { Study } from "@shikumi/model";

/** One run's trace. */
export interface Run {
  readonly future: number;
  readonly entries: readonly TraceEntry[];
}

export interface RunsOptions {
  readonly futures: number;
  readonly replications?: number;
  readonly mode?: Mode;
}

/** Traces of a package over the study's own futures, each in the replications 0, 1, … */
export function traces(
  study: Study,
  packageId: string,
  { futures, replications = 1, mode = "in-force" }: RunsOptions,
): readonly Run[] {
  const program = compile(study, packageId, { mode });
  return Array.from({ length: futures }, (_, future) => {
    const prepared = prepare(program, sampleFuture(study, future));
    return Array.from({ length: replications }, (_, replication) => ({
      future,
      entries: traceRun(program, prepared, { replication }),
    }));
  }).flat();
}

/** Entries of one kind, of one task or all (`""` names entries that belong to none). */
export function entriesOf({ entries }: Run, what: TraceEntry["what"], task?: string): readonly TraceEntry[] {
  return entries.filter((entry) => entry.what === what && (task === undefined || entry.task === task));
}

/** The median; of an even number of values the mean of the middle two. `NaN` of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const lower = sorted[Math.ceil(middle) - 1] ?? Number.NaN;
  const upper = sorted[Math.floor(middle)] ?? Number.NaN;
  return (lower + upper) / 2;
}
