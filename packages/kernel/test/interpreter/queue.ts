import type { Name } from "@shikumi/core/random";
import type { Id, Level, Slot } from "@shikumi/model";
import type { Cause } from "../../src/cause.ts";
import { draw } from "../../src/number/future.ts";
import { tickAfter, ticksOf } from "../../src/number/ticks.ts";
import { drawn, drawnTicks, inForce, isRelaxed, level, partyOf } from "./version.ts";
import type { Incident, WaitPart, World } from "./world.ts";

/** K40: when somebody asked at `from` has attended to it: first come, first served, where attention is limited. */
export function attendedAt(world: World, whom: Id, incident: Incident, name: Name, purpose: string): number {
  const attention = inForce(world, incident).deciders.get(whom)?.attention;
  if (attention === undefined || isRelaxed(world, "coordination")) return world.now;
  const value = drawn(world, attention, name, purpose, incident.facts);
  const service = ticksOf(attention.dimension === "rate" ? 1 / value : value);
  const begin = Math.max(world.now, world.deciderFree.get(whom) ?? 0);
  const end = tickAfter(begin, service);
  world.deciderFree.set(whom, end);
  return end;
}

/** What is asked of somebody: a step, or the consent to come to a place. */
export interface Question {
  readonly whom: Id;
  readonly takes: Slot;
  readonly hesitates: Slot;
  readonly given: Level;
}

/** Name of the draws of a question, and their purposes in the order attention, takes, hesitates, given. */
export interface Naming {
  readonly name: Name;
  readonly purposes: readonly [string, string, string, string];
}

/** How a question is going to be answered. */
export interface Answer {
  readonly whom: Id;
  readonly end: number;
  readonly given: boolean;
  readonly cause: Cause;
  readonly parts: readonly WaitPart[];
}

/** K40, K44: asks one question now. `own` is for the actor's own party. */
export function askQuestion(
  world: World,
  question: Question,
  actor: Id,
  incident: Incident,
  { name, purposes }: Naming,
): Answer {
  const { whom } = question;
  const own = partyOf(world, whom, incident) === partyOf(world, actor);
  const takesCause: Cause = own ? "law.basis" : "consent";
  const decisionCause: Cause = own ? "law.decision" : "consent";
  const attended = attendedAt(world, whom, incident, name, purposes[0]);
  const takes = isRelaxed(world, takesCause)
    ? 0
    : drawnTicks(world, question.takes, name, purposes[1], incident.facts);
  const decided = isRelaxed(world, decisionCause);
  const hesitates = decided ? 0 : drawnTicks(world, question.hesitates, name, purposes[2], incident.facts);
  const given = decided || draw(name, purposes[3]) < level(world, question.given, incident.facts);
  const parts: readonly WaitPart[] = [
    { cause: "coordination", ticks: attended - world.now },
    { cause: takesCause, ticks: takes },
    { cause: decisionCause, ticks: hesitates },
  ];
  return { whom, end: tickAfter(tickAfter(attended, takes), hesitates), given, cause: decisionCause, parts };
}
