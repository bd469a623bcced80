import { type OutputLayout, timeBins } from "@shikumi/kernel";
import type { Study } from "@shikumi/model";
import type { JobResult } from "../src/plan.ts";
import { relaxationCount } from "../src/run/evaluate-job.ts";
import type { RunResults } from "../src/run/run-results.ts";

/** Layout of one mission `answer` with the tasks given, one organisation `team` of the party OWN. */
export function layoutOfTasks(tasks: readonly string[]): OutputLayout {
  return {
    tasks: tasks.map((task) => `answer.${task}`),
    missions: ["answer"],
    missionOfTask: new Int32Array(tasks.length),
    organisations: ["team"],
    parties: ["OWN"],
    nodes: ["minister", "team"],
    streams: ["alarm"],
  };
}

/** A result of zeros for one layout. */
export function emptyResult(index: number, layout: OutputLayout, replications: number): JobResult {
  const rows = (width: number): Float64Array => new Float64Array(replications * width);
  const tasks = layout.tasks.length;
  return {
    index,
    layout,
    demanded: rows(tasks),
    delivered: rows(tasks),
    instances: rows(tasks),
    standardMet: rows(tasks),
    belowFloor: rows(1),
    missionInstances: rows(1),
    averted: rows(1),
    effective: new Float64Array(tasks),
    fulfilled: new Float64Array(tasks),
    firstEffectBins: new Int32Array(tasks * timeBins),
    waitHours: new Float64Array(tasks * 6),
    refusals: new Float64Array(tasks * 6),
    deliveredBy: new Float64Array(tasks),
    sharesBy: new Float64Array(tasks),
    refusedBy: new Float64Array(tasks),
    unitHoursBy: new Float64Array(tasks),
    hazardBy: new Float64Array(tasks),
    answered: new Float64Array(2),
    refused: new Float64Array(2),
    benefitBy: new Float64Array(2),
    happened: new Float64Array(1),
    relaxedDelivered: new Float64Array(relaxationCount * replications * tasks),
    relaxedStandardMet: new Float64Array(relaxationCount * replications * tasks),
    events: 0,
    cut: 0,
  };
}

/** A run of some results on a study. */
export function runOfResults(study: Study, results: readonly JobResult[], replications: number): RunResults {
  const layout = results[0]?.layout ?? layoutOfTasks([]);
  return {
    reference: {
      key: "baseline/in-force/granted/relaxed",
      digest: study.digest,
      engine: "rules-1",
      package: "baseline",
      levers: [],
      mode: "in-force",
      undetermined: "granted",
      relaxed: true,
      without: undefined,
      seed: 1,
      futures: results.length,
      replications,
    },
    study,
    layout,
    results,
  };
}
