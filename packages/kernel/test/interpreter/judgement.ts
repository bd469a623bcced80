import type { Name } from "@shikumi/core/random";
import type { Authority, Condition, Id } from "@shikumi/model";
import type { Cause } from "../../src/cause.ts";
import { draw } from "../../src/number/future.ts";
import type { Judge, Judgement } from "./condition.ts";
import { isRelaxed, level, partyOf } from "./version.ts";
import type { Incident, World } from "./world.ts";

/** K40: what a judgement is charged to that is asked by an actor of a party. */
function causeOf(world: World, { by }: Judgement, party: Id | undefined, incident: Incident): Cause {
  return partyOf(world, by, incident) === party ? "law.decision" : "consent";
}

/** K40 (1): judgements drawn under the name of a request by an actor of a party; a relaxed one is as wanted. */
export function drawnJudge(world: World, name: Name, party: Id | undefined, incident: Incident): Judge {
  return (judgement, wanted) => {
    if (isRelaxed(world, causeOf(world, judgement, party, incident))) return wanted;
    const chance = level(world, judgement.given, incident.facts);
    return draw(name, `judgement/${judgement.judgement}`) < chance;
  };
}

/** The cause of the first judgement in writing order that came out otherwise than wanted; without one `law.basis`. */
export function decidingCause(
  world: World,
  authority: Authority,
  party: Id | undefined,
  incident: Incident,
  judge: Judge,
  wanted: boolean,
): Cause {
  const all = [
    ...authority.when.flatMap((condition) => judgementsIn(condition, wanted)),
    ...authority.unless.flatMap((condition) => judgementsIn(condition, !wanted)),
  ];
  const deciding = all.find((one) => judge(one.judgement, one.wanted) !== one.wanted);
  return deciding === undefined ? "law.basis" : causeOf(world, deciding.judgement, party, incident);
}

interface Wish {
  readonly judgement: Judgement;
  readonly wanted: boolean;
}

/** Judgements in a condition, in writing order, each with how it had better come out. */
function judgementsIn(condition: Condition, wanted: boolean): readonly Wish[] {
  switch (condition.kind) {
    case "judgement":
      return [{ judgement: condition, wanted }];
    case "all":
    case "any":
      return condition.of.flatMap((part) => judgementsIn(part, wanted));
    case "not":
      return judgementsIn(condition.of, !wanted);
    case "fact":
    case "within":
      return [];
  }
}
