import type { FutureValues } from "@shikumi/kernel";
import {
  type Id,
  type Study,
  type Task,
  type Validation,
  type ValidationTarget,
  validationTarget,
} from "@shikumi/model";
import type { CaseRecord, RunRecord, TaskRecord } from "./case-record.ts";
import { drawnFacts, drawnNeed, nameFrom } from "./drawn-fact.ts";
import type { Sample } from "./sample.ts";

/** Hours of a year of 365.25 days, as quantities count it. */
export const hoursPerYear = 8766;

/** A run and what is needed to read a row from it. */
export interface SampledRun {
  readonly study: Study;
  readonly record: RunRecord;
  readonly values: FutureValues;
  readonly replayed: boolean;
}

/** What one run shows of a row (B3). Orders give 1 where the order is that observed and 0 where it is another. */
export function sampleRow(run: SampledRun, row: Validation): Sample {
  const target = validationTarget(run.study, row.of);
  const cases = [...run.record.cases.values()];
  switch (target.kind) {
    case "moment":
    case "order-to-first-effect":
      return gathered(
        cases.flatMap((one) => {
          const task = one.tasks.get(target.task);
          const from = startOf(run.study, one, target, row.since);
          return task === undefined || from === undefined ? [] : [timeOf(target, task, from)];
        }),
      );
    case "units-reached":
    case "units-within":
      return gathered(
        cases.flatMap((one) => {
          const from = startOf(run.study, one, target, row.since);
          return !one.tasks.has(target.task) || from === undefined
            ? []
            : [unitsOf(target, arrivalsLike(run.study, one, target), from)];
        }),
      );
    case "need":
      return gathered(needsOf(run, target));
    case "share-beyond":
      return gathered(
        ratio(
          cases.flatMap((one) => {
            const task = one.tasks.get(target.task);
            const from = startOf(run.study, one, target, row.since);
            if (task === undefined || from === undefined) return [];
            const closed = task.moments.get("closed");
            return [closed === undefined || closed - from > target.hours];
          }),
        ),
      );
    case "finding":
      return gathered(
        run.record.findings
          .filter(({ situation }) => situation === target.situation)
          .map(({ waited }) => waited),
      );
    case "permit":
      return gathered(
        run.record.permits
          .filter(({ authority }) => authority === target.authority)
          .map(({ waited }) => waited),
      );
    case "step":
      return gathered(stepTimes(run, target));
    case "rate":
      return gathered([(onsets(cases, target.incident).length * hoursPerYear) / run.study.charter.horizon]);
    case "years-with":
      return gathered([shareOfYears(run.study, onsets(cases, target.incident))]);
    case "fact":
      return gathered(shareOfFact(run, target));
    case "order-of-first-effects":
      return gathered(orderOfEffects(cases, row));
    case "order-of-permits":
      return gathered(cases.flatMap((one) => orderOfPermits(one, row)));
    case "order-of-knowledge":
      return gathered(cases.flatMap((one) => orderOfKnowledge(run.study, one, target.mission, row)));
    case "lead-time":
    case "roles":
    case "unknown":
      return { values: [], never: 0 };
  }
}

type OfTask = Exclude<Extract<ValidationTarget, { readonly task: Id }>, { readonly kind: "need" | "roles" }>;

/** When the clock of a task starts in a case; `undefined` where the moment it counts from never came. */
function startOf(
  study: Study,
  one: CaseRecord,
  target: OfTask,
  since: string | undefined,
): number | undefined {
  if (since === undefined)
    return target.kind === "order-to-first-effect"
      ? one.tasks.get(target.task)?.moments.get("permitted")
      : one.onset;
  const from = validationTarget(study, since);
  return from.kind === "moment" ? one.tasks.get(from.task)?.moments.get(from.moment) : undefined;
}

function timeOf(
  target: Extract<ValidationTarget, { readonly kind: "moment" | "order-to-first-effect" }>,
  { moments, byOrganisation }: TaskRecord,
  from: number,
): number {
  const never = Number.POSITIVE_INFINITY;
  if (target.kind === "order-to-first-effect") return (moments.get("first-effect") ?? never) - from;
  const { moment, after, organisation } = target;
  const own = organisation === undefined ? moments : byOrganisation.get(organisation);
  const isOfTask = moment === "closed" || moment === "opened";
  const start = after === undefined ? from : (own?.get(after) ?? moments.get(after));
  const end = own?.get(moment) ?? (isOfTask && own !== undefined ? moments.get(moment) : undefined);
  return start === undefined || end === undefined ? never : end - start;
}

type OfUnits = Extract<ValidationTarget, { readonly kind: "units-reached" | "units-within" }>;

/** Arrivals, in order of time, for all tasks of the mission that need a capability the task needs: people count once whichever task they come for. */
function arrivalsLike(study: Study, one: CaseRecord, { mission, task }: OfUnits): TaskRecord["arrivals"] {
  const tasks = [...(study.missions.get(mission)?.tasks.values() ?? [])];
  const asked = ({ needs }: Task): readonly Id[] =>
    needs.flatMap(({ alternatives }) => alternatives.map(({ capability }) => capability));
  const wanted = tasks.filter(({ ref }) => ref === task).flatMap(asked);
  return tasks
    .filter((like) => asked(like).some((capability) => wanted.includes(capability)))
    .flatMap(({ ref }) => one.tasks.get(ref)?.arrivals ?? [])
    .sort((a, b) => a.hours - b.hours);
}

function unitsOf(target: OfUnits, arrivals: TaskRecord["arrivals"], from: number): number {
  if (target.kind === "units-within")
    return arrivals.reduce((sum, { hours, units }) => sum + (hours - from <= target.hours ? units : 0), 0);
  let there = 0;
  for (const { hours, units } of arrivals) {
    there += units;
    if (there >= target.units) return hours - from;
  }
  return Number.POSITIVE_INFINITY;
}

/** Infinite values are cases in which it never came. */
function gathered(values: readonly number[]): Sample {
  const finite = values.filter((value) => Number.isFinite(value));
  return { values: finite, never: values.length - finite.length };
}

function ratio(flags: readonly boolean[]): readonly number[] {
  return flags.length === 0 ? [] : [flags.filter(Boolean).length / flags.length];
}

/** The first end of the stage in each case. A standing request names no incident: its time can be told only where there is a single case. */
function stepTimes(
  { record, replayed }: SampledRun,
  { authority, stage }: Extract<ValidationTarget, { readonly kind: "step" }>,
): readonly number[] {
  const [first] = record.cases.values();
  const times = new Map<string, number>();
  for (const entry of record.stages) {
    if (entry.authority !== authority || entry.stage !== stage) continue;
    const onset = entry.incident === "" && replayed ? first?.onset : record.cases.get(entry.incident)?.onset;
    if (onset === undefined) continue;
    const known = times.get(entry.incident);
    if (known === undefined || entry.hours - onset < known) times.set(entry.incident, entry.hours - onset);
  }
  return [...times.values()];
}

function onsets(cases: readonly CaseRecord[], stream: Id): readonly number[] {
  return cases.filter((one) => one.stream === stream).map(({ onset }) => onset);
}

function shareOfYears(study: Study, times: readonly number[]): number {
  const years = Math.max(1, Math.round(study.charter.horizon / hoursPerYear));
  const length = study.charter.horizon / years;
  return new Set(times.map((time) => Math.min(years - 1, Math.floor(time / length)))).size / years;
}

function shareOfFact(
  { study, record, values }: SampledRun,
  { incident, fact, value }: Extract<ValidationTarget, { readonly kind: "fact" }>,
): readonly number[] {
  const stream = study.incidents.get(incident);
  if (stream === undefined) return [];
  const words = [...record.cases]
    .filter(([, one]) => one.stream === incident)
    .map(([name]) => drawnFacts(stream, nameFrom(name), values).get(fact));
  return ratio(words.map((word) => word === value));
}

/** What a task asks for in each of its cases: of the need named, else of the largest. */
function needsOf(
  { study, record, values }: SampledRun,
  target: Extract<ValidationTarget, { readonly kind: "need" }>,
): readonly number[] {
  const mission = study.missions.get(target.mission);
  const task = [...(mission?.tasks.values() ?? [])].find(({ ref }) => ref === target.task);
  if (mission === undefined || task === undefined) return [];
  const needs = task.needs.filter(({ name }) => target.need === undefined || name === target.need);
  return [...record.cases].flatMap(([named, one]) => {
    const stream = study.incidents.get(one.stream);
    if (stream === undefined || !one.tasks.has(target.task)) return [];
    const name = nameFrom(named);
    const facts = drawnFacts(stream, name, values);
    return [Math.max(...needs.map((need) => drawnNeed({ mission, task, need }, name, values, facts)))];
  });
}

/** In one case that calls for all these tasks; where one of them is never permitted the order never comes. */
function orderOfPermits(one: CaseRecord, { observed }: Validation): readonly number[] {
  if (observed.kind !== "order" || !observed.first.every((task) => one.tasks.has(task))) return [];
  const times = observed.first.map(
    (task) => one.tasks.get(task)?.moments.get("permitted") ?? Number.POSITIVE_INFINITY,
  );
  return times.every(Number.isFinite) ? [isAscending(times)] : [Number.POSITIVE_INFINITY];
}

/** Over the whole run: the first time at which each task has an effect in any case. A task without an effect comes last; nothing is said where none has one. */
function orderOfEffects(cases: readonly CaseRecord[], { observed }: Validation): readonly number[] {
  if (observed.kind !== "order") return [];
  const times = observed.first.map((task) =>
    cases.reduce(
      (least, one) =>
        Math.min(least, one.tasks.get(task)?.moments.get("first-effect") ?? Number.POSITIVE_INFINITY),
      Number.POSITIVE_INFINITY,
    ),
  );
  return times.some(Number.isFinite) ? [isAscending(times)] : [];
}

/** In one case of the mission; where one of the organisations, with those under it, never learns of it the order never comes. */
function orderOfKnowledge(
  study: Study,
  one: CaseRecord,
  mission: Id,
  { observed }: Validation,
): readonly number[] {
  const isCalled = [...one.tasks.keys()].some((task) => task.startsWith(`${mission}.`));
  if (observed.kind !== "order" || !isCalled) return [];
  const times = observed.first.map((organisation) =>
    withThoseUnder(study, organisation).reduce(
      (least, id) => Math.min(least, one.informed.get(`${mission} ${id}`) ?? Number.POSITIVE_INFINITY),
      Number.POSITIVE_INFINITY,
    ),
  );
  return times.every(Number.isFinite) ? [isAscending(times)] : [Number.POSITIVE_INFINITY];
}

function withThoseUnder(study: Study, organisation: Id): readonly Id[] {
  const found = new Set([organisation]);
  for (const above of found)
    for (const { id, under } of study.organisations.values()) if (under === above) found.add(id);
  return [...found];
}

/** 1 where the times ascend, ties allowed; the first must have come. */
function isAscending(times: readonly number[]): number {
  const [first = Number.POSITIVE_INFINITY] = times;
  if (!Number.isFinite(first)) return 0;
  return times.every((time, index) => index === 0 || time >= (times[index - 1] ?? time)) ? 1 : 0;
}
