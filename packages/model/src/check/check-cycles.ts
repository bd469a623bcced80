import type { Diagnostic } from "@shikumi/core/diagnostic";
import type { Mission, Task } from "../study/demand.ts";
import type { Collection, Element, Id } from "../study/element.ts";
import type { Study } from "../study/study.ts";
import { type CheckCode, finding } from "./check-code.ts";
import { findLoops, type Successors, shortestRound } from "./find-cycles.ts";

/** Elements that go before, above or inside themselves: one error per set of elements that reach one another. */
export function checkCycles(study: Study): Diagnostic[] {
  const { authorities, organisations, places, situations, levers } = study;
  return [
    ...loopsIn("over-cycle", authorities, (id) => authorities.get(id)?.over ?? []),
    ...loopsIn("superior-cycle", organisations, (id) => listed(organisations.get(id)?.under)),
    ...loopsIn("place-cycle", places, (id) => listed(places.get(id)?.inside)),
    ...loopsIn("situation-cycle", situations, (id) => listed(situations.get(id)?.needs)),
    ...loopsIn("lever-cycle", levers, (id) => [
      ...(levers.get(id)?.needs ?? []),
      ...(levers.get(id)?.after ?? []),
    ]),
    ...[...study.missions.values()].flatMap((mission) =>
      loopsIn("task-cycle", mission.tasks, (id) => predecessors(study, mission, mission.tasks.get(id))),
    ),
  ];
}

/** Tasks a task waits for: those it comes after, and those that make what it has to know. */
function predecessors(study: Study, mission: Mission, task: Task | undefined): readonly Id[] {
  if (!task) return [];
  const makers = task.knows.flatMap((item) => study.information.get(item)?.madeBy ?? []);
  const prefix = `${mission.id}.`;
  return [...task.after, ...task.anyOf, ...makers].map((name) =>
    name.startsWith(prefix) ? name.slice(prefix.length) : name,
  );
}

function loopsIn(code: CheckCode, elements: Collection<Element>, successors: Successors): Diagnostic[] {
  return findLoops([...elements.keys()], successors).flatMap((loop) => {
    const round = shortestRound(loop, successors);
    const [first, ...others] = round.slice(0, -1).flatMap((id) => elements.get(id) ?? []);
    if (!first) return [];
    const related = others.map(({ span }) => ({ span, role: "part" }));
    return [finding(code, first.span, { cycle: round.join(" → "), elements: loop.length }, related)];
  });
}

function listed(id: Id | undefined): readonly Id[] {
  return id === undefined ? [] : [id];
}
