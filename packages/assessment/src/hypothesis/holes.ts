import type { Id, Mission, Study, Task } from "@shikumi/model";
import { bestVerdict, isAble, isLawful } from "../measure/role-matrix.ts";

/** Tasks of these missions for which nobody both may and can act at the start of a run (R2). */
export function holesOf(study: Study, missions: readonly Id[]): readonly Id[] {
  return missions.flatMap((id) => {
    const mission = study.missions.get(id);
    if (mission === undefined) return [];
    return [...mission.tasks.values()].filter((task) => isHole(study, mission, task)).map(({ ref }) => ref);
  });
}

function isHole(study: Study, mission: Mission, task: Task): boolean {
  const plan = [...study.roles.values()].find((role) => role.task === task.ref);
  const named = new Set([
    ...(plan?.lead === undefined ? [] : [plan.lead]),
    ...(plan?.supports ?? []),
    ...task.accountable.map(({ organisation }) => organisation),
  ]);
  const canAct = (organisation: Id): boolean =>
    task.needs.length === 0 ? named.has(organisation) : isAble(study, task, organisation);
  return ![...study.organisations.keys()].some(
    (organisation) => canAct(organisation) && isLawful(bestVerdict(study, mission, task, organisation).kind),
  );
}
