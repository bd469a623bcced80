import type { Task } from "../study/demand.ts";
import type { Id } from "../study/element.ts";
import type { Study } from "../study/study.ts";

/** All tasks of a study, in the order of missions and tasks. */
export function tasksOf(study: Study): Task[] {
  return [...study.missions.values()].flatMap(({ tasks }) => [...tasks.values()]);
}

/** Organisations that hold, or may draw on, a capability a task can use. */
export function holdersOf(study: Study, task: Task): ReadonlySet<Id> {
  const wanted = capabilitiesOf(task);
  const holders = new Set<Id>();
  for (const { what, of, sharedWith } of study.holdings.values()) {
    if (wanted.has(what)) for (const id of [of, ...sharedWith]) holders.add(id);
  }
  return holders;
}

/** Capabilities any alternative of any need of a task names. */
export function capabilitiesOf(task: Task): ReadonlySet<Id> {
  return new Set(task.needs.flatMap(({ alternatives }) => alternatives.map(({ capability }) => capability)));
}

/** Organisations the role plan or accountability names for a task. */
export function namedFor(study: Study, task: Task): ReadonlySet<Id> {
  const roles = [...study.roles.values()].filter((role) => role.task === task.ref);
  return new Set([
    ...task.accountable.map(({ organisation }) => organisation),
    ...roles.flatMap(({ lead, supports }) => (lead === undefined ? supports : [lead, ...supports])),
  ]);
}

/** Whether an organisation may do what nothing forbids. */
export function isFree(study: Study, organisation: Id): boolean {
  const kind = study.organisations.get(organisation)?.kind;
  return kind !== undefined && study.kinds.get(kind)?.default === "free-unless-barred";
}

/** Whether some provision in force during the run could let an organisation do a task. Situations, facts and bars are not asked. */
export function couldBePermitted(study: Study, organisation: Id, task: Task): boolean {
  if (isFree(study, organisation)) return true;
  for (const authority of study.authorities.values()) {
    if (authority.says === "must-not" || !authority.actsThrough.includes(organisation)) continue;
    if (!authority.activities.includes(task.activity)) continue;
    if (!authority.valid.some(({ from, until }) => from < study.charter.horizon && until > 0)) continue;
    if (task.for !== undefined && authority.for && !authority.for.includes(task.for)) continue;
    if (task.at !== undefined && authority.at && !authority.at.includes(task.at)) continue;
    return true;
  }
  return false;
}

/** Places where a task is done: its own, or those of the incidents that call its mission. */
export function placesOf(study: Study, mission: Id, task: Task): ReadonlySet<Id> {
  if (task.at !== undefined) return new Set([task.at]);
  const calling = [...study.incidents.values()].filter(({ calls }) =>
    calls.some((call) => call.mission === mission),
  );
  return new Set(calling.flatMap(({ at }) => at.map(({ place }) => place)));
}
