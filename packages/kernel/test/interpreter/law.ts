import type { Authority, Id } from "@shikumi/model";
import { regionsAround } from "../../src/number/network.ts";
import { isOpen } from "./cell.ts";
import { conjunction, counted, type Truth } from "./condition.ts";
import { inForce, isRelaxed, liesIn } from "./version.ts";
import type { TaskCase, World } from "./world.ts";

/** K34: whether a provision fits an actor's act in a task now, judgements counting as true. */
function fit(world: World, authority: Authority, actor: Id, task: TaskCase): Truth {
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
  const truth = conjunction(world, incident, authority.when, authority.unless, counted);
  return truth === true && authority.notEncoded !== undefined ? undefined : truth;
}

/** A prohibition in situations holds only in one of them; a permission seeks a finding later. */
function isUsable(world: World, authority: Authority, task: TaskCase): boolean {
  if (authority.says !== "must-not" || authority.in.length === 0) return true;
  return authority.in.some((situation) => isOpen(world, situation, task.incident));
}

/** K32: an unknown or not-encoded provision fits iff that favours acting in a `granted` run, hinders it in a `refused` run. */
export function fits(world: World, authority: Authority, actor: Id, task: TaskCase): boolean {
  const truth = fit(world, authority, actor, task);
  if (truth !== undefined) return truth;
  return (authority.says === "must-not") !== (world.spec.undetermined === "granted");
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

/** K33: whether a fitting prohibition touches an actor. */
export function isBarred(world: World, actor: Id, task: TaskCase): boolean {
  if (isRelaxed(world, "law.basis")) return false;
  return world.provisions.some((_, i) => {
    const authority = provisionAt(world, i, task);
    return authority?.says === "must-not" && fits(world, authority, actor, task);
  });
}
