import type { Id, Study, Task } from "@shikumi/model";

/** Tasks by the element they lean on, `collection.id`. */
export type LeaningTasks = ReadonlyMap<string, ReadonlySet<Id>>;

/**
 * The tasks that lean on each element of the present arrangement (WA4): through what they need and know, the provisions and mechanisms for their activity, whoever decides there, the
 * role plan, and the incidents that call their mission. Levers, places and routes are left out.
 */
export function leaningTasks(study: Study): LeaningTasks {
  const found = new Map<string, Set<Id>>();
  const add = (element: string, task: Task): void => {
    const tasks = found.get(element);
    if (tasks === undefined) found.set(element, new Set([task.ref]));
    else tasks.add(task.ref);
  };
  for (const mission of study.missions.values())
    for (const task of mission.tasks.values()) {
      add(`missions.${mission.id}`, task);
      add(`tasks.${task.ref}`, task);
      for (const element of [
        ...ofMeans(study, task),
        ...ofLaw(study, task),
        ...ofMechanisms(study, task),
        ...ofDemand(study, mission.id),
      ])
        add(element, task);
    }
  return found;
}

function ofMeans(study: Study, { needs, knows, ref, commits }: Task): readonly string[] {
  const capabilities = needs.flatMap(({ alternatives }) => alternatives.map(({ capability }) => capability));
  const holdings = [...study.holdings.values()].filter(({ what }) => capabilities.includes(what));
  const released = knows.some((id) => study.information.get(id)?.release !== undefined);
  return [
    `roles.${ref}`,
    ...capabilities.map((id) => `capabilities.${id}`),
    ...holdings.map(({ id }) => `holdings.${id}`),
    ...knows.map((id) => `information.${id}`),
    ...(commits === undefined ? [] : [`trust.${commits}`]),
    ...(released ? [...study.trust.keys()].map((id) => `trust.${id}`) : []),
  ];
}

function ofLaw(study: Study, { activity }: Task): readonly string[] {
  const fitting = [...study.authorities.values()].filter(({ activities }) => activities.includes(activity));
  const situations = fitting.flatMap((authority) => authority.in);
  const people = [
    ...fitting.flatMap(({ steps }) => steps.flat().map(({ whom }) => whom)),
    ...situations.flatMap((id) => study.situations.get(id)?.foundBy ?? []),
  ];
  return [
    ...fitting.map(({ id }) => `authorities.${id}`),
    ...situations.map((id) => `situations.${id}`),
    ...people.filter((id) => study.deciders.has(id)).map((id) => `deciders.${id}`),
  ];
}

function ofMechanisms(study: Study, task: Task): readonly string[] {
  const { activity, knows, ref } = task;
  const types = knows.flatMap((id) => study.information.get(id)?.type ?? []);
  const role = study.roles.get(ref);
  const actors = [...(role?.lead === undefined ? [] : [role.lead]), ...(role?.supports ?? [])];
  const isFor = (list: readonly string[] | undefined): boolean => list?.includes(activity) ?? true;
  const covered = (members: readonly Id[]): number =>
    actors.filter((id) => members.includes(id) || members.includes(study.organisations.get(id)?.party ?? ""))
      .length;
  const opening = [...study.mechanisms.values()].filter(
    ({ information, access, logistics, agreement, cell }) =>
      information.some((one) => one.types.some((type) => types.includes(type))) ||
      access.some((one) => isFor(one.for)) ||
      logistics.some((one) => isFor(one.for)) ||
      agreement.includes(activity) ||
      (cell !== undefined && isFor(cell.for) && covered(cell.members) > 1),
  );
  return [
    ...opening.map(({ id }) => `mechanisms.${id}`),
    ...(actors.length > 1 ? ["study.ad-hoc-cell"] : []),
  ];
}

function ofDemand(study: Study, mission: Id): readonly string[] {
  return [...study.incidents.values()]
    .filter(({ calls }) => calls.some((call) => call.mission === mission))
    .map(({ id }) => `incidents.${id}`);
}
