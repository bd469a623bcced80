import type { Authority, Id } from "@shikumi/model";
import type { Cause } from "../../src/cause.ts";
import { regionsAround } from "../../src/number/network.ts";
import { isOpen } from "./cell.ts";
import { conjunction, counted, type Judge, type Truth } from "./condition.ts";
import { decidingCause, drawnJudge } from "./judgement.ts";
import { inForce, isRelaxed, liesIn, named, partyOf } from "./version.ts";
import type { Asker, TaskCase, World } from "./world.ts";

/** K34: whether a provision fits an actor's act in a task now, with judgements made so. */
function fit(world: World, authority: Authority, actor: Id, task: TaskCase, judge: Judge): Truth {
  const { incident } = task;
  const around =
    task.place === undefined ? [] : regionsAround(inForce(world), task.place).map((place) => place.id);
  const matches =
    authority.activities.includes(task.task.activity) &&
    authority.actsThrough.includes(actor) &&
    (authority.for === undefined ||
      (task.beneficiary !== undefined && authority.for.includes(task.beneficiary))) &&
    (authority.at === undefined || around.some((place) => authority.at?.includes(place))) &&
    liesIn(authority.valid, world.now) &&
    isUsable(world, authority, task);
  if (!matches) return false;
  const wanted = authority.says !== "must-not";
  const truth = conjunction(world, incident, authority.when, authority.unless, judge, wanted);
  return truth === true && authority.notEncoded !== undefined ? undefined : truth;
}

/** A prohibition in situations holds only in one of them; a permission seeks a finding later. */
function isUsable(world: World, authority: Authority, task: TaskCase): boolean {
  if (authority.says !== "must-not" || authority.in.length === 0) return true;
  return authority.in.some((situation) => isOpen(world, situation, task.incident));
}

/** K32: an unknown or not-encoded provision fits iff that favours acting in a `granted` run, hinders it in a `refused` run. */
export function fits(
  world: World,
  authority: Authority,
  actor: Id,
  task: TaskCase,
  judge: Judge = counted,
): boolean {
  const truth = fit(world, authority, actor, task, judge);
  if (truth !== undefined) return truth;
  return (authority.says === "must-not") !== (world.spec.undetermined === "granted");
}

/** K33: what an asker is barred by through a prohibition with its judgements drawn; `undefined` if it is not. */
export function barringCause(world: World, authority: Authority, asker: Asker): Cause | undefined {
  const { organisation, task } = asker;
  if (fits(world, authority, organisation, task))
    return isRelaxed(world, "law.basis") ? undefined : "law.basis";
  const party = partyOf(world, organisation);
  const name = named(asker.name, `authority/${authority.key}`);
  const judge = drawnJudge(world, name, party, task.incident);
  if (!fits(world, authority, organisation, task, judge)) return undefined;
  return decidingCause(world, authority, party, task.incident, judge, false);
}

/** A provision as it reads now for the incident of a task. */
export function provisionAt(world: World, index: number, task: TaskCase): Authority | undefined {
  return inForce(world, task.incident).authorities.get(world.provisions[index] ?? "");
}

/** Whether an organisation may do what nothing forbids. */
export function isFree(world: World, actor: Id): boolean {
  const kind = world.whole.organisations.get(actor)?.kind;
  return kind !== undefined && world.whole.kinds.get(kind)?.default === "free-unless-barred";
}

/** K32: whether an organisation may act in a task, for the choice of candidates. */
export function mayAct(world: World, actor: Id, task: TaskCase): boolean {
  if (isRelaxed(world, "law.basis")) return true;
  for (let i = 0; i < world.provisions.length; i++) {
    const authority = provisionAt(world, i, task);
    if (authority !== undefined && fits(world, authority, actor, task)) return authority.says !== "must-not";
  }
  return isFree(world, actor);
}

/** K33: whether a prohibition bars an asker. */
export function isBarred(world: World, asker: Asker): boolean {
  return world.provisions.some((_, i) => {
    const authority = provisionAt(world, i, asker.task);
    return authority?.says === "must-not" && barringCause(world, authority, asker) !== undefined;
  });
}
