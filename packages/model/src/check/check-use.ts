import type { Diagnostic } from "@shikumi/core/diagnostic";
import { suggest } from "@shikumi/core/diagnostic";
import type { Task } from "../study/demand.ts";
import type { Collection, Element, Id } from "../study/element.ts";
import type { Authority } from "../study/law.ts";
import type { Mechanism } from "../study/mechanism.ts";
import type { Study } from "../study/study.ts";
import { type CheckCode, finding } from "./check-code.ts";
import { capabilitiesOf, holdersOf, isFree, namedFor, tasksOf } from "./task-people.ts";
import { visitRecords } from "./visit-records.ts";

/** Elements nothing in the study uses, and activities the law never speaks of. */
export function checkUse(study: Study): Diagnostic[] {
  const tasks = tasksOf(study);
  const activities = new Set(tasks.map(({ activity }) => activity));
  const known = new Set(tasks.flatMap(({ knows }) => knows));
  const needed = new Set(tasks.flatMap((task) => [...capabilitiesOf(task)]));
  const asked = askedIn(study);
  const futures = futuresIn(study);
  const types = new Set([...known].flatMap((id) => study.information.get(id)?.type ?? []));
  const definitions = new Set([...study.authorities.values()].flatMap(({ definedBy }) => definedBy ?? []));
  return [
    ...unused(
      "authority-unused",
      study.authorities,
      (one) => speaksOf(one, activities) || definitions.has(one.id),
    ),
    ...unused("mechanism-unused", study.mechanisms, (one) => unlocksSomething(one, activities, types)),
    ...unused("information-unused", study.information, ({ id }) => known.has(id)),
    ...unused("capability-unused", study.capabilities, ({ id }) => needed.has(id)),
    ...unused("decider-unused", study.deciders, ({ id }) => asked.has(id)),
    ...unused("uncertainty-unused", study.uncertainties, ({ id }) => futures.has(id)),
    ...activitiesNotInLaw(study, tasks),
  ];
}

function unused<T extends Element>(
  code: CheckCode,
  elements: Collection<T>,
  isUsed: (element: T) => boolean,
): Diagnostic[] {
  return [...elements.values()]
    .filter((element) => !isUsed(element))
    .map(({ id, span }) => finding(code, span, { id }));
}

function speaksOf({ activities }: Authority, wanted: ReadonlySet<string>): boolean {
  return activities.some((activity) => wanted.has(activity));
}

/** Duties, contributions and planning count by being there; the rest only if a task can use it. */
function unlocksSomething(
  mechanism: Mechanism,
  activities: ReadonlySet<string>,
  types: ReadonlySet<string>,
): boolean {
  const { information, access, logistics, planning, cell, agreement, duties, contributions } = mechanism;
  const isForSome = (list: readonly string[] | undefined): boolean =>
    list === undefined || list.some((activity) => activities.has(activity));
  return (
    planning ||
    (cell !== undefined && isForSome(cell.for)) ||
    duties.length > 0 ||
    contributions.length > 0 ||
    isForSomeOf(agreement, activities) ||
    access.some((one) => isForSome(one.for)) ||
    logistics.some((one) => isForSome(one.for)) ||
    information.some((one) => isForSomeOf(one.types, types))
  );
}

function isForSomeOf(list: readonly string[], wanted: ReadonlySet<string>): boolean {
  return list.some((one) => wanted.has(one));
}

/** Whoever decides a step, a finding, a judgement, access or a lever, holds a power, or is part of a body. */
function askedIn(study: Study): ReadonlySet<Id> {
  const asked = new Set<Id>();
  const { authorities, situations, missions, incidents, places, levers, deciders } = study;
  visitRecords([authorities, situations, missions, incidents, places, levers, deciders], (record) => {
    const { whom, by, empowers, passes, foundBy, members } = record;
    for (const id of [whom, by, empowers, passes]) if (typeof id === "string") asked.add(id);
    for (const ids of [foundBy, members]) {
      if (Array.isArray(ids)) for (const id of ids) if (typeof id === "string") asked.add(id);
    }
  });
  return asked;
}

/** Uncertainties some amount reads. Disputed figures stand for themselves. */
function futuresIn(study: Study): ReadonlySet<Id> {
  const used = new Set<Id>();
  for (const { id, disputed } of study.uncertainties.values()) if (disputed) used.add(id);
  visitRecords(study, ({ kind, uncertainty }) => {
    if (kind === "future" && typeof uncertainty === "string") used.add(uncertainty);
  });
  return used;
}

function activitiesNotInLaw(study: Study, tasks: readonly Task[]): Diagnostic[] {
  const spoken = new Set([...study.authorities.values()].flatMap(({ activities }) => activities));
  const reported = new Set<string>();
  return tasks.flatMap((task) => {
    const { activity, ref, span } = task;
    if (spoken.has(activity) || reported.has(activity)) return [];
    const people = [...holdersOf(study, task), ...namedFor(study, task)];
    if (people.every((id) => isFree(study, id))) return [];
    reported.add(activity);
    const suggestions = suggest(activity, [...spoken]).join(", ");
    return [finding("activity-not-in-law", span, { activity, task: ref, suggestions })];
  });
}
