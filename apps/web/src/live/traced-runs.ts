import { type TraceStep, traceOne, type WhatIfContext } from "@shikumi/assessment";
import {
  amountValue,
  distributionValue,
  type FutureValues,
  futureValues,
  noFacts,
  sampleFuture,
} from "@shikumi/kernel";
import { type Id, packageStudy, type Study, type Task } from "@shikumi/model";
import { incidentPlaces } from "./incident-places.ts";
import type { IncidentStory, RunChoice, RunIncident } from "./run-story.ts";

/** Runs kept at once: two that are compared, and the one before. A run of a large study has a hundred thousand steps. */
const keptRuns = 3;

interface TracedRun {
  readonly study: Study;
  readonly steps: readonly TraceStep[];
  readonly incidents: readonly RunIncident[];
}

/** Runs told step by step, kept while they are asked about. */
export class TracedRuns {
  readonly #context: WhatIfContext;
  readonly #kept: Map<string, TracedRun> = new Map();

  constructor(context: WhatIfContext) {
    this.#context = context;
  }

  /** Every incident of a run, in the order of onset. Throws `KernelError`. */
  incidents(run: RunChoice): readonly RunIncident[] {
    return this.#traced(run).incidents;
  }

  /** What happened in one incident of a run; `undefined` where it has no such incident. Throws `KernelError`. */
  story(run: RunChoice, incident: string): IncidentStory | undefined {
    const { study, steps, incidents } = this.#traced(run);
    const found = incidents.find(({ id }) => id === incident);
    return found === undefined ? undefined : { incident: found, steps: stepsOfIncident(study, steps, found) };
  }

  #traced(run: RunChoice): TracedRun {
    const key = JSON.stringify([run.package, run.choice]);
    const kept = this.#kept.get(key);
    if (kept !== undefined) return kept;
    const { study: base, sampled } = this.#context;
    const study = packageStudy(base, run.package).study ?? base;
    const steps = traceOne(base, run.package, run.choice, sampled.engine);
    const values = futureValues(base, sampleFuture(base, run.choice.future));
    const made = { study, steps, incidents: incidentsOf(study, steps, values) };
    const oldest = this.#kept.keys().next();
    if (this.#kept.size >= keptRuns && oldest.done !== true) this.#kept.delete(oldest.value);
    this.#kept.set(key, made);
    return made;
  }
}

/** The incidents of a run. Tasks count with the median of their value in this future. */
export function incidentsOf(
  study: Study,
  steps: readonly TraceStep[],
  values: FutureValues,
): readonly RunIncident[] {
  const tasks = new Map<Id, { readonly task: Task; readonly domain: string; readonly value: number }>();
  for (const { domain, tasks: own } of study.missions.values())
    for (const task of own.values()) {
      const value = task.outcome ? distributionValue(task.value.distribution, values, noFacts, 0.5) : 0;
      tasks.set(task.ref, { task, domain, value });
    }
  const sums = new Map<string, Sums>();
  const domains = new Map<string, number>();
  for (const step of steps) {
    if (step.incident === "") continue;
    const sum = sums.get(step.incident) ?? newSums(step);
    sums.set(step.incident, sum);
    sum.steps++;
    sum.until = Math.max(sum.until, step.hours);
    if (step.what === "refused") sum.refusals++;
    const found = tasks.get(step.task);
    if (found === undefined) continue;
    sum.missions.add(step.task.split(".")[0] ?? "");
    if (step.what !== "closed" || !found.task.outcome) continue;
    const { domain, value } = found;
    sum.demanded += value;
    sum.met += value * step.amount;
    sum.lost.set(domain, (sum.lost.get(domain) ?? 0) + value * (1 - step.amount));
    domains.set(domain, (domains.get(domain) ?? 0) + value);
  }
  const places = incidentPlaces(study, steps, (weight) => amountValue(weight, values, noFacts));
  return [...sums].map(([id, sum]) => ({
    id,
    stream: sum.stream,
    hours: sum.from,
    lasts: sum.until - sum.from,
    isAverted: sum.isAverted,
    place: places.get(id),
    missions: [...sum.missions],
    steps: sum.steps,
    refusals: sum.refusals,
    met: sum.demanded > 0 ? sum.met / sum.demanded : Number.NaN,
    lost: [...sum.lost].reduce((total, [domain, lost]) => total + share(lost, domains.get(domain)), 0),
  }));
}

interface Sums {
  readonly stream: Id;
  readonly from: number;
  readonly isAverted: boolean;
  readonly missions: Set<Id>;
  readonly lost: Map<string, number>;
  until: number;
  steps: number;
  refusals: number;
  demanded: number;
  met: number;
}

function newSums({ subject, hours, what }: TraceStep): Sums {
  return {
    stream: subject,
    from: hours,
    isAverted: what === "averted",
    missions: new Set(),
    lost: new Map(),
    until: hours,
    steps: 0,
    refusals: 0,
    demanded: 0,
    met: 0,
  };
}

function share(part: number, whole = 0): number {
  return whole > 0 ? part / whole : 0;
}

/** The steps of one incident, with the findings and the steps of standing requests that its organisations waited for meanwhile. */
export function stepsOfIncident(
  study: Study,
  steps: readonly TraceStep[],
  { id, hours, lasts }: Pick<RunIncident, "id" | "hours" | "lasts">,
): readonly TraceStep[] {
  const own = steps.filter(({ incident }) => incident === id);
  const askers = new Set(own.map(({ organisation }) => organisation));
  const activities = new Set<string>();
  for (const { tasks } of study.missions.values())
    for (const { ref, activity } of tasks.values())
      if (own.some(({ task }) => task === ref)) activities.add(activity);
  const provisions = new Set<Id>();
  const situations = new Set<Id>();
  for (const provision of study.authorities.values()) {
    if (!provision.activities.some((one) => activities.has(one))) continue;
    if (!provision.actsThrough.some((one) => askers.has(one))) continue;
    provisions.add(provision.id);
    for (const situation of provision.in) situations.add(situation);
  }
  return steps.filter(({ incident, what, subject, hours: at }) => {
    if (incident !== "") return incident === id;
    if (at < hours || at > hours + lasts) return false;
    return what === "finding" ? situations.has(subject) : what === "stage" && provisions.has(subject);
  });
}
