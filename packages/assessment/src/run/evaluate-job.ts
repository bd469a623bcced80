import {
  causes,
  independentParts,
  type Outputs,
  prepare,
  type RunSpec,
  run,
  runRecorded,
  timeBins,
} from "@shikumi/kernel";
import { applyLevers } from "@shikumi/model";
import type { Job, JobResult } from "../plan.ts";
import { observe } from "../validation/observe.ts";
import { swings } from "../weakest/swing.ts";
import { type AssessmentContext, type CompiledProgram, futureAt, programFor } from "./context.ts";
import { RelaxedRuns } from "./relaxed-runs.ts";

/** Relaxations of six causes. */
export const relaxationCount: number = 1 << causes.length;

/** Columns added over replications. */
const summed = [
  "effective",
  "fulfilled",
  "firstEffectBins",
  "waitHours",
  "refusals",
  "deliveredBy",
  "sharesBy",
  "refusedBy",
  "unitHoursBy",
  "hazardBy",
  "answered",
  "refused",
  "benefitBy",
  "happened",
] as const satisfies readonly (keyof JobResult & keyof Outputs)[];

/** Columns kept by replication. */
const kept = [
  "demanded",
  "delivered",
  "instances",
  "standardMet",
  "belowFloor",
  "missionInstances",
  "averted",
] as const satisfies readonly (keyof JobResult & keyof Outputs)[];

/**
 * Runs all replications of one job (S2). A relaxed job runs each replication once unrelaxed, and again under every mask with the demand and the stocks of that
 * run imposed, as far as a mask can differ. Depends on nothing but study and job. O(replications) runs, up to 64 times as many where relaxed.
 */
export function evaluateJob(context: AssessmentContext, job: Job): JobResult {
  if (job.observed !== undefined) return observed(context, job);
  if (job.swing !== undefined) return moved(context, job);
  const compiled = programFor(context, job.levers, job.mode);
  const { program, state, outputs } = compiled;
  const prepared = prepare(program, futureAt(context, job.future));
  const result = emptyResult(outputs, job);
  const tasks = outputs.layout.tasks.length;
  let events = 0;
  let cut = 0;
  const count = (status: { readonly ended: "complete" | "budget"; readonly events: number }): void => {
    events += status.events;
    if (status.ended === "budget") cut++;
  };
  const choice = {
    undetermined: job.undetermined,
    ...(job.without === undefined ? {} : { without: job.without }),
    ...(job.budget === undefined ? {} : { budget: job.budget }),
    ...partsOf(compiled, context, job),
  };
  const relaxed = job.relaxed ? new RelaxedRuns(compiled, prepared, count) : undefined;
  for (let replication = 0; replication < job.replications; replication++) {
    const spec = { ...choice, replication };
    if (relaxed === undefined) {
      count(run(program, prepared, state, spec, outputs));
      collect(result, outputs, replication);
      continue;
    }
    const { status, imposed } = runRecorded(program, prepared, state, spec, outputs);
    count(status);
    collect(result, outputs, replication);
    const row = replication * tasks;
    relaxed.fill(
      spec,
      imposed,
      result.relaxedDelivered.subarray(row),
      result.relaxedStandardMet.subarray(row),
      job.replications * tasks,
    );
  }
  return { ...result, events, cut };
}

/** The parts that missions of the job's domains lie in, where it names some and these are not all. */
function partsOf(
  { program, outputs }: CompiledProgram,
  { study }: AssessmentContext,
  job: Job,
): Pick<RunSpec, "parts"> {
  const { domains, levers } = job;
  if (domains === undefined) return {};
  const { missions } = applyLevers(study, levers).study ?? study;
  const { ofMission, count } = independentParts(program);
  let parts = 0;
  outputs.layout.missions.forEach((id, mission) => {
    const part = ofMission[mission] as number;
    if (part >= 0 && domains.includes(missions.get(id)?.domain ?? "")) parts |= 1 << part;
  });
  return parts === (1 << count) - 1 ? {} : { parts };
}

/** An observing job leaves nothing but what was observed. */
function observed(context: AssessmentContext, job: Job): JobResult {
  const { outputs } = programFor(context, job.levers, job.mode);
  const empty = emptyResult(outputs, { ...job, replications: 0 });
  return { ...empty, observations: observe(context, job) };
}

/** A job that moves an uncertainty leaves nothing but what that did. */
function moved(context: AssessmentContext, job: Job): JobResult {
  const { outputs } = programFor(context, job.levers, job.mode);
  const { columns, cut } = swings(context, job);
  return { ...emptyResult(outputs, { ...job, replications: 0 }), swings: columns, cut };
}

function emptyResult(outputs: Outputs, job: Job): JobResult {
  const rows = (column: Float64Array): Float64Array => new Float64Array(job.replications * column.length);
  const like = (column: Float64Array): Float64Array => new Float64Array(column.length);
  const tasks = outputs.layout.tasks.length;
  const relaxed = job.relaxed ? relaxationCount * job.replications * tasks : 0;
  return {
    index: job.index,
    layout: outputs.layout,
    demanded: rows(outputs.demanded),
    delivered: rows(outputs.delivered),
    instances: rows(outputs.instances),
    standardMet: rows(outputs.standardMet),
    belowFloor: rows(outputs.belowFloor),
    missionInstances: rows(outputs.missionInstances),
    averted: rows(outputs.averted),
    effective: like(outputs.effective),
    fulfilled: like(outputs.fulfilled),
    firstEffectBins: new Int32Array(tasks * timeBins),
    waitHours: like(outputs.waitHours),
    refusals: like(outputs.refusals),
    deliveredBy: like(outputs.deliveredBy),
    sharesBy: like(outputs.sharesBy),
    refusedBy: like(outputs.refusedBy),
    unitHoursBy: like(outputs.unitHoursBy),
    hazardBy: like(outputs.hazardBy),
    answered: like(outputs.answered),
    refused: like(outputs.refused),
    benefitBy: like(outputs.benefitBy),
    happened: like(outputs.happened),
    relaxedDelivered: new Float64Array(relaxed),
    relaxedStandardMet: new Float64Array(relaxed),
    events: 0,
    cut: 0,
  };
}

function collect(result: JobResult, outputs: Outputs, replication: number): void {
  for (const name of kept) result[name].set(outputs[name], replication * outputs[name].length);
  for (const name of summed) {
    const total = result[name];
    const column = outputs[name];
    for (let index = 0; index < column.length; index++)
      total[index] = (total[index] as number) + (column[index] as number);
  }
}
