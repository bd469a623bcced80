import type { Condition } from "@shikumi/model";
import { ticksOf } from "../../src/number/ticks.ts";
import { level } from "./version.ts";
import type { Incident, World } from "./world.ts";

/** `undefined` is unknown. */
export type Truth = boolean | undefined;
/** A judgement in a condition. */
export type Judgement = Extract<Condition, { kind: "judgement" }>;

/** How a judgement comes out that is better `wanted` or not. */
export type Judge = (condition: Judgement, wanted: boolean) => boolean;

/** K16: a judgement before its request is made. */
export const counted: Judge = (_, wanted) => wanted;

/** K16: Kleene truth of a condition, better `wanted` or not, for an incident now. */
export function truthOf(
  world: World,
  condition: Condition,
  incident: Incident,
  judge: Judge,
  wanted: boolean,
): Truth {
  switch (condition.kind) {
    case "fact": {
      const value = incident.facts.get(condition.fact);
      return value === undefined ? undefined : condition.is.includes(value);
    }
    case "judgement":
      return judge(condition, wanted);
    case "within":
      return world.now - incident.onset <= ticksOf(level(world, condition.time, incident.facts));
    case "all":
      return allOf(condition.of.map((part) => truthOf(world, part, incident, judge, wanted)));
    case "any":
      return not(allOf(condition.of.map((part) => not(truthOf(world, part, incident, judge, wanted)))));
    case "not":
      return not(truthOf(world, condition.of, incident, judge, !wanted));
  }
}

/** K16: the conjunction of `when` and the negations of `unless`. */
export function conjunction(
  world: World,
  incident: Incident,
  when: readonly Condition[],
  unless: readonly Condition[],
  judge: Judge,
  wanted = true,
): Truth {
  return allOf([
    ...when.map((condition) => truthOf(world, condition, incident, judge, wanted)),
    ...unless.map((condition) => not(truthOf(world, condition, incident, judge, !wanted))),
  ]);
}

/** K16: where a truth value is needed. */
export function holds(world: World, truth: Truth): boolean {
  return truth ?? world.spec.undetermined === "granted";
}

/** K16: whether conditions of a call, a skip, a step or an alternative hold. */
export function allHold(world: World, incident: Incident, when: readonly Condition[]): boolean {
  return holds(world, conjunction(world, incident, when, [], counted));
}

function not(truth: Truth): Truth {
  return truth === undefined ? undefined : !truth;
}

function allOf(truths: readonly Truth[]): Truth {
  if (truths.includes(false)) return false;
  return truths.includes(undefined) ? undefined : true;
}
