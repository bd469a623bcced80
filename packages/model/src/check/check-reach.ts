import type { Diagnostic } from "@shikumi/core/diagnostic";
import type { Place } from "../study/actor.ts";
import type { Task } from "../study/demand.ts";
import type { Id } from "../study/element.ts";
import type { Study } from "../study/study.ts";
import { finding } from "./check-code.ts";
import { capabilitiesOf, placesOf } from "./task-people.ts";

/** Places of tasks that no ship of the needed type can sail to, or that nobody may enter. */
export function checkReach(study: Study): Diagnostic[] {
  const neighbours = seaNeighbours(study);
  const found = new Map<string, Diagnostic>();
  for (const mission of study.missions.values()) {
    for (const task of mission.tasks.values()) {
      for (const id of placesOf(study, mission.id, task)) {
        const place = study.places.get(id);
        if (!place) continue;
        for (const one of [
          ...notReached(study, task, place, neighbours),
          ...closedToAll(study, task, place),
        ]) {
          const name = `${one.code} ${id} ${one.args["capability"] ?? ""}`;
          if (!found.has(name)) found.set(name, one);
        }
      }
    }
  }
  return [...found.values()];
}

function notReached(
  study: Study,
  task: Task,
  place: Place,
  neighbours: ReadonlyMap<Id, readonly Id[]>,
): Diagnostic[] {
  return [...capabilitiesOf(task)].flatMap((capability) => {
    if (study.capabilities.get(capability)?.moves !== "sea") return [];
    const ports = [...study.holdings.values()].filter(({ what }) => what === capability).map(({ at }) => at);
    if (ports.length === 0 || reachedFrom(ports, neighbours).has(place.id)) return [];
    const args = { place: place.id, capability, task: task.ref, ports: [...new Set(ports)].join(", ") };
    return [finding("place-not-reached", place.span, args)];
  });
}

function closedToAll(study: Study, task: Task, place: Place): Diagnostic[] {
  if (place.access.kind !== "closed") return [];
  const isHome = [...study.organisations.values()].some(({ party }) => party === place.state);
  const isUnlocked = [...study.mechanisms.values()].some(({ access }) =>
    access.some(({ at, to }) => at.includes(place.id) && to?.length !== 0),
  );
  if (isHome || isUnlocked) return [];
  return [finding("place-closed-to-all", place.span, { place: place.id, task: task.ref })];
}

function seaNeighbours(study: Study): ReadonlyMap<Id, readonly Id[]> {
  const neighbours = new Map<Id, Id[]>();
  for (const { joins, mode } of study.routes.values()) {
    if (mode !== "sea") continue;
    const [a, b] = joins;
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      const known = neighbours.get(from) ?? [];
      known.push(to);
      neighbours.set(from, known);
    }
  }
  return neighbours;
}

function reachedFrom(ports: readonly Id[], neighbours: ReadonlyMap<Id, readonly Id[]>): ReadonlySet<Id> {
  const reached = new Set(ports);
  for (const place of reached) for (const next of neighbours.get(place) ?? []) reached.add(next);
  return reached;
}
