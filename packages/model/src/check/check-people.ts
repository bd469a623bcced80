import type { Diagnostic } from "@shikumi/core/diagnostic";
import type { Task } from "../study/demand.ts";
import type { Study } from "../study/study.ts";
import { finding } from "./check-code.ts";
import { couldBePermitted, holdersOf, namedFor, tasksOf } from "./task-people.ts";

/** Who answers for each task: exactly one organisation of each party that could do it, and somebody at all. */
export function checkPeople(study: Study): Diagnostic[] {
  return tasksOf(study).flatMap((task) => [
    ...accountableTwice(task),
    ...accountableOfOthers(study, task),
    ...accountableMissing(study, task),
    ...withoutAnyone(study, task),
  ]);
}

function accountableTwice({ ref, span, accountable }: Task): Diagnostic[] {
  return accountable.flatMap(({ party, organisation }, i) => {
    const first = accountable.slice(0, i).find((one) => one.party === party);
    if (!first) return [];
    return [
      finding("accountable-twice", span, { task: ref, party, first: first.organisation, organisation }),
    ];
  });
}

function accountableOfOthers(study: Study, { ref, span, accountable }: Task): Diagnostic[] {
  return accountable.flatMap(({ party, organisation }) => {
    const found = study.organisations.get(organisation)?.party;
    if (found === undefined || found === party) return [];
    return [finding("accountable-of-other-party", span, { task: ref, party, organisation, found })];
  });
}

function accountableMissing(study: Study, task: Task): Diagnostic[] {
  const able = [...holdersOf(study, task)].filter((id) => couldBePermitted(study, id, task));
  const parties = new Set(able.flatMap((id) => study.organisations.get(id)?.party ?? []));
  return [...parties].sort().flatMap((party) => {
    if (task.accountable.some((one) => one.party === party)) return [];
    const organisations = able.filter((id) => study.organisations.get(id)?.party === party).sort();
    return [
      finding("accountable-missing", task.span, {
        task: task.ref,
        party,
        organisations: organisations.join(", "),
      }),
    ];
  });
}

function withoutAnyone(study: Study, task: Task): Diagnostic[] {
  if (holdersOf(study, task).size > 0 || namedFor(study, task).size > 0) return [];
  return [finding("task-without-anyone", task.span, { task: task.ref })];
}
