import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  allocateOutputs,
  type Cause,
  causes,
  compile,
  createState,
  layoutOf,
  type Outputs,
  type PreparedFuture,
  type Program,
  prepare,
  type RunSpec,
  type RunStatus,
  run,
  sampleFuture,
  type TraceEntry,
  timeBin,
  timeBins,
  traceRun,
} from "@shikumi/kernel";
import { fastestEngine } from "@shikumi/kernel/webassembly";
import { parseStudy, type Study } from "@shikumi/model";

/** How many times the usual number of replications are run. */
export const scale = Number(process.env["SHIKUMI_TEST_SCALE"] ?? "1");

/** A passage of a study and what stands there instead, everywhere. */
export type Change = readonly [was: string, is: string];

/** The study of `studies/NAME/study.yaml`, with passages changed. Throws if a passage does not stand there or it is no study. */
export function readStudy(name: string, ...changes: readonly Change[]): Study {
  const path = join("studies", name, "study.yaml");
  return studyOf(changes.reduce(replaceAll, readFileSync(join(import.meta.dirname, path), "utf8")));
}

/** The study of one text. Throws with the problems found if it is none. */
export function studyOf(text: string): Study {
  const { study, diagnostics } = parseStudy([{ path: "study.yaml", text }]);
  if (study !== undefined) return study;
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  throw new Error(errors.map(({ code, args }) => `${code} ${JSON.stringify(args)}`).join("\n"));
}

function replaceAll(text: string, [was, is]: Change): string {
  if (!text.includes(was)) throw new Error(`"${was}" does not stand in the study`);
  return text.replaceAll(was, is);
}

export interface Result {
  readonly outputs: Outputs;
  readonly status: RunStatus;
}

/** Runs of the baseline in the first future, by replication, cut short by their budget or not. */
export function runsAsTheyEnd(
  study: Study,
  replications: number,
  spec: Partial<RunSpec> = {},
): readonly Result[] {
  const { program, prepared } = preparedOf(study);
  const state = createState(program, fastestEngine());
  return Array.from({ length: Math.ceil(replications * scale) }, (_, replication) => {
    const outputs = allocateOutputs(layoutOf(program));
    return { outputs, status: run(program, prepared, state, { replication, ...spec }, outputs) };
  });
}

/** Runs of the baseline in the first future, by replication. Throws if one is cut short by its budget. */
export function runsOf(study: Study, replications: number, spec: Partial<RunSpec> = {}): readonly Result[] {
  const results = runsAsTheyEnd(study, replications, spec);
  if (results.some(({ status }) => status.ended !== "complete")) throw new Error("a run has been cut short");
  return results;
}

/** One traced run of the baseline in the first future, with room for a hundred million events. */
export function traceOf(study: Study, spec: Partial<RunSpec> = {}): readonly TraceEntry[] {
  const { program, prepared } = preparedOf(study);
  return traceRun(program, prepared, { replication: 0, budget: 100_000_000, ...spec }, fastestEngine());
}

const known = new WeakMap<Study, { readonly program: Program; readonly prepared: PreparedFuture }>();

function preparedOf(study: Study): { readonly program: Program; readonly prepared: PreparedFuture } {
  const made = known.get(study);
  if (made !== undefined) return made;
  const program = compile(study, "baseline", { mode: "in-force" });
  const fresh = { program, prepared: prepare(program, sampleFuture(study, 0)) };
  known.set(study, fresh);
  return fresh;
}

type TaskColumn =
  | "instances"
  | "demanded"
  | "delivered"
  | "fulfilled"
  | "standardMet"
  | "effective"
  | "firstEffectHours";

/** A column of a task, by run. */
export function taskColumn(results: readonly Result[], task: string, column: TaskColumn): readonly number[] {
  return results.map(({ outputs }) => outputs[column][outputs.layout.tasks.indexOf(task)] as number);
}

/** Tasks whose first effect came before so many ticks after onset, by run. `ticks` is where a bin begins. */
export function effectiveBefore(results: readonly Result[], task: string, ticks: number): readonly number[] {
  if (timeBin(ticks - 1) === timeBin(ticks)) throw new RangeError(`no bin begins at ${ticks} ticks`);
  return results.map(({ outputs }) => {
    const first = outputs.layout.tasks.indexOf(task) * timeBins;
    return outputs.firstEffectBins
      .subarray(first, first + timeBin(ticks))
      .reduce((sum, count) => sum + count, 0);
  });
}

/** Waits or refusals of a task that belong to a cause, by run. */
export function sumByTask(
  results: readonly Result[],
  task: string,
  column: "waitHours" | "refusals",
  cause: Cause,
): readonly number[] {
  return results.map(({ outputs }) => {
    const row = outputs.layout.tasks.indexOf(task) * causes.length;
    return outputs[column][row + causes.indexOf(cause)] as number;
  });
}

/** Hours of service a task has had by the first organisation. */
export function servedHours({ unitHoursBy, layout }: Outputs, task: string): number {
  return unitHoursBy[layout.tasks.indexOf(task) * layout.organisations.length] as number;
}

/** A column of a stream, by run. */
export function streamColumn(
  results: readonly Result[],
  stream: string,
  column: "happened" | "avertedIncidents",
): readonly number[] {
  return results.map(({ outputs }) => outputs[column][outputs.layout.streams.indexOf(stream)] as number);
}

/** A column of whoever can be asked, by run. */
export function nodeColumn(
  results: readonly Result[],
  node: string,
  column: "answered" | "refused",
): readonly number[] {
  return results.map(({ outputs }) => outputs[column][outputs.layout.nodes.indexOf(node)] as number);
}
