import type { Diagnostic } from "@shikumi/core/diagnostic";
import type { Mission } from "../study/demand.ts";
import type { Id } from "../study/element.ts";
import type { Study } from "../study/study.ts";
import { finding } from "./check-code.ts";
import { capabilitiesOf } from "./task-people.ts";

/** Missions that recall units although no mission of lower priority binds any that they need. */
export function checkRecalls(study: Study): Diagnostic[] {
  const missions = [...study.missions.values()];
  return missions
    .filter(({ recalls }) => recalls === "lower-priority")
    .filter((mission) => !missions.some((other) => mayBeRecalledFor(mission, other)))
    .map(({ id, span, priority }) => finding("recalls-nothing", span, { id, priority }));
}

function mayBeRecalledFor(mission: Mission, other: Mission): boolean {
  if (!(other.priority < mission.priority)) return false;
  const bound = neededBy(other);
  return [...neededBy(mission)].some((capability) => bound.has(capability));
}

function neededBy({ tasks }: Mission): ReadonlySet<Id> {
  return new Set([...tasks.values()].flatMap((task) => [...capabilitiesOf(task)]));
}
