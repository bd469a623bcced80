import type { OutputLayout } from "@shikumi/kernel";
import { applyLevers, type Id, type Study } from "@shikumi/model";
import type { RunReference } from "../findings.ts";
import type { Job, JobResult } from "../plan.ts";

/** Everything one run left, with the study it was made on: that of its levers. */
export interface RunResults {
  readonly reference: RunReference;
  readonly study: Study;
  readonly layout: OutputLayout;
  /** By future. */
  readonly results: readonly JobResult[];
  /** Sums by future that were taken when the results were made, where they no longer hold the columns themselves. */
  readonly partySums?: (column: PartyColumn, party: Id | undefined) => Float64Array;
}

/** A column that is kept by replication, and by how many names. */
export type RowColumn =
  | "demanded"
  | "delivered"
  | "instances"
  | "standardMet"
  | "belowFloor"
  | "missionInstances"
  | "averted";

/** A column whose sums over what belongs to one party are asked for. */
export type PartyColumn = "deliveredBy" | "unitHoursBy" | "hazardBy" | "answered" | "benefitBy";

/** A column that is added over replications. */
export type SumColumn =
  | "effective"
  | "firstEffectBins"
  | "waitHours"
  | "refusals"
  | "deliveredBy"
  | "unitHoursBy"
  | "hazardBy"
  | "answered"
  | "benefitBy";

/**
 * The results by key of their run, in the order of their jobs' indices, whatever order they came in. Throws `RangeError` when a job
 * has no result or more than one.
 */
export function groupResults(
  study: Study,
  runs: readonly RunReference[],
  jobs: readonly Job[],
  results: readonly JobResult[],
): ReadonlyMap<string, RunResults> {
  const byIndex = new Map(results.map((result) => [result.index, result]));
  if (byIndex.size !== jobs.length || results.length !== jobs.length)
    throw new RangeError(`${jobs.length} jobs need one result each, got ${results.length}`);
  const byRun = new Map<string, JobResult[]>();
  for (const job of jobs) {
    const result = byIndex.get(job.index);
    if (result === undefined) throw new RangeError(`job ${job.index} has no result`);
    const list = byRun.get(job.run);
    if (list === undefined) byRun.set(job.run, [result]);
    else list.push(result);
  }
  const grouped = new Map<string, RunResults>();
  for (const reference of runs) {
    const list = byRun.get(reference.key) ?? [];
    const first = list[0];
    const levered = applyLevers(study, reference.levers).study;
    if (first === undefined || levered === undefined)
      throw new RangeError(`run "${reference.key}" has no results`);
    grouped.set(reference.key, { reference, study: levered, layout: first.layout, results: list });
  }
  return grouped;
}

/** How many independent clusters a run has: its futures, or its replications where it has only one future (S3). */
export function clusterCount(run: RunResults): number {
  return run.results.length > 1 ? run.results.length : run.reference.replications;
}

/** Sum by cluster of the entries `indices` of a column kept by replication. */
export function clusterSums(run: RunResults, column: RowColumn, indices: readonly number[]): Float64Array {
  const sums = new Float64Array(clusterCount(run));
  const { replications } = run.reference;
  run.results.forEach((result, future) => {
    const rows = result[column];
    const width = rows.length / replications;
    for (let replication = 0; replication < replications; replication++) {
      const cluster = run.results.length > 1 ? future : replication;
      for (const index of indices)
        sums[cluster] = (sums[cluster] as number) + (rows[replication * width + index] as number);
    }
  });
  return sums;
}

/** Sum by replication of every future in turn: one entry for every run of the kernel. */
export function runSums(run: RunResults, column: RowColumn, indices: readonly number[]): Float64Array {
  const { replications } = run.reference;
  const sums = new Float64Array(run.results.length * replications);
  run.results.forEach((result, future) => {
    const rows = result[column];
    const width = rows.length / replications;
    for (let replication = 0; replication < replications; replication++) {
      const place = future * replications + replication;
      for (const index of indices)
        sums[place] = (sums[place] as number) + (rows[replication * width + index] as number);
    }
  });
  return sums;
}

/** Sum by future of the entries `indices` of a column added over replications. A single future gives a single cluster. */
export function futureSums(run: RunResults, column: SumColumn, indices: readonly number[]): Float64Array {
  return Float64Array.from(run.results, (result) =>
    indices.reduce((sum, index) => sum + (result[column][index] as number), 0),
  );
}

/** Sum by cluster of a relaxed run's `column` under `mask`, over the tasks `indices`. */
export function relaxedSums(
  run: RunResults,
  column: "relaxedDelivered" | "relaxedStandardMet",
  mask: number,
  indices: readonly number[],
): Float64Array {
  const sums = new Float64Array(clusterCount(run));
  const { replications } = run.reference;
  const width = run.layout.tasks.length;
  run.results.forEach((result, future) => {
    for (let replication = 0; replication < replications; replication++) {
      const cluster = run.results.length > 1 ? future : replication;
      const row = (mask * replications + replication) * width;
      for (const index of indices)
        sums[cluster] = (sums[cluster] as number) + (result[column][row + index] as number);
    }
  });
  return sums;
}

/** Indices of the tasks and missions of a scope in a run's columns. */
export interface ScopeIndices {
  readonly tasks: readonly number[];
  readonly missions: readonly number[];
}

/** Indices of the missions that satisfy `isIn`, and of their tasks. */
export function scopeIndices(run: RunResults, isIn: (mission: Id) => boolean): ScopeIndices {
  const missions = indicesWhere(run.layout.missions, isIn);
  const chosen = new Set(missions);
  const tasks = [...run.layout.tasks.keys()].filter((task) =>
    chosen.has(run.layout.missionOfTask[task] as number),
  );
  return { tasks, missions };
}

/** Indices of the missions of one domain, and of their tasks. */
export function domainIndices(run: RunResults, domain: string): ScopeIndices {
  return scopeIndices(run, (mission) => run.study.missions.get(mission)?.domain === domain);
}

/** Domains of a study in the order of their missions' keys, each once. */
export function domainsOf(study: Study): readonly string[] {
  return [...new Set([...study.missions.values()].map((mission) => mission.domain))];
}

/** Places of the names that satisfy a test. */
export function indicesWhere(names: readonly string[], test: (name: string) => boolean): readonly number[] {
  return names.flatMap((name, index) => (test(name) ? [index] : []));
}
