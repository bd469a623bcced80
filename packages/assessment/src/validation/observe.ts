import { compile, futureValues, type Program, prepare, sampleFuture, traceRun } from "@shikumi/kernel";
import { type Id, type Study, type Validation, validationTarget } from "@shikumi/model";
import type { Job } from "../plan.ts";
import { type AssessmentContext, futureAt, programFor } from "../run/context.ts";
import { readRun, tasksByRef } from "./case-record.ts";
import { replayStudy } from "./replay-study.ts";
import type { Observations, Sample } from "./sample.ts";
import { sampleRow } from "./sample-row.ts";

/** Rows that are compared with runs of this kind: of the study as it is, or of the case that row `replay` tells. */
export function observedRows(study: Study, replay: Id | undefined): readonly Validation[] {
  return [...study.validation.values()].filter(
    (row) => row.replay === replay && !isReadFromStudy(study, row),
  );
}

/** The cases to be run: the study as it is (`undefined`) where some row is compared with it, and each case that is told, by id of its row. */
export function observedCases(study: Study): readonly (Id | undefined)[] {
  const told = [...study.validation.values()]
    .filter(({ played }) => played !== undefined)
    .map(({ id }) => id);
  return [undefined, ...told].filter((replay) => observedRows(study, replay).length > 0);
}

/** Whether a row is compared with the study itself, without a run. */
export function isReadFromStudy(study: Study, row: Validation): boolean {
  const { kind } = validationTarget(study, row.of);
  return kind === "lead-time" || kind === "roles" || kind === "unknown";
}

/** Runs and reads every replication of an observing job (B1). Depends on nothing but study and job. */
export function observe(context: AssessmentContext, job: Job): Observations {
  const replay = job.observed?.replay;
  const rows = observedRows(context.study, replay);
  const told = replay === undefined ? undefined : context.study.validation.get(replay);
  const { study, program } = played(context, told);
  const future = told === undefined ? futureAt(context, job.future) : sampleFuture(study, job.future);
  const prepared = prepare(program, future);
  const tasks = tasksByRef(study);
  const values = futureValues(study, future);
  const samples = rows.map((): Sample[] => []);
  for (let replication = 0; replication < job.replications; replication++) {
    const budget = job.budget === undefined ? {} : { budget: job.budget };
    const spec = { replication, undetermined: job.undetermined, ...budget };
    const record = readRun(traceRun(program, prepared, spec, context.engine), tasks);
    rows.forEach((row, index) => {
      samples[index]?.push(sampleRow({ study, record, values, replayed: replay !== undefined }, row));
    });
  }
  return Object.fromEntries(rows.map(({ id }, index) => [id, samples[index] ?? []]));
}

interface Played {
  readonly study: Study;
  readonly program: Program;
}

/** Programs of cases, which take as long to compile as the study's. A cache only. */
const knownCases = new WeakMap<AssessmentContext, Map<Id, Played>>();

function played(context: AssessmentContext, told: Validation | undefined): Played {
  if (told?.played === undefined)
    return { study: context.study, program: programFor(context, [], "in-force").program };
  const cases = knownCases.get(context) ?? new Map<Id, Played>();
  knownCases.set(context, cases);
  const known = cases.get(told.id);
  if (known !== undefined) return known;
  const study = replayStudy(context.study, told.played);
  const made = { study, program: compile(study, [], { mode: "in-force" }) };
  cases.set(told.id, made);
  return made;
}
