import { child, indexName, type Name, nameOf } from "@shikumi/core/random";
import {
  applyLevers,
  type Id,
  type Level,
  type Lever,
  type Slot,
  type Study,
  type Window,
} from "@shikumi/model";
import { type Cause, causeBit } from "../../src/cause.ts";
import { KernelError } from "../../src/kernel-error.ts";
import {
  amountValue,
  distributionMean,
  distributionValue,
  type Facts,
  noFacts,
} from "../../src/number/amount.ts";
import { draw } from "../../src/number/future.ts";
import { ticksOf } from "../../src/number/ticks.ts";
import type { Incident, World } from "./world.ts";

/** c(parent, …) of K3. */
export function named(parent: Name, ...parts: readonly (string | number)[]): Name {
  return parts.reduce<Name>(
    (name, part) => child(name, typeof part === "string" ? nameOf(part) : indexName(part)),
    parent,
  );
}

/**
 * K5: the study in force now: by time alone, or for an incident with its `used` draws. A lever that is not used takes those that
 * need it with it.
 */
export function inForce(world: World, incident?: Incident): Study {
  const levers: Id[] = [];
  for (const { id, starts } of world.levers) {
    const needed = world.baseline.levers.get(id)?.needs.every((other) => levers.includes(other)) ?? false;
    if (starts <= world.now && needed && isUsed(world, id, incident)) levers.push(id);
  }
  return versionOf(world.baseline, levers);
}

/** The baseline with some levers patched in. */
export function versionOf(baseline: Study, levers: readonly Id[]): Study {
  const { study } = applyLevers(baseline, levers);
  if (study === undefined)
    throw new KernelError("levers", `these levers make no study together: ${levers.join(", ")}`);
  return study;
}

function isUsed(world: World, id: Id, incident: Incident | undefined): boolean {
  if (world.mode === "in-force" || incident === undefined) return true;
  const lever = world.baseline.levers.get(id) as Lever;
  const used = amountValue(lever.used.amount, world.values, noFacts);
  return draw(named(incident.name, `lever/${lever.key}`), "used") < used;
}

/** K4: the number of a level. */
export function level(
  world: World,
  stated: { readonly amount: Level["amount"] },
  facts: Facts = noFacts,
): number {
  return amountValue(stated.amount, world.values, facts);
}

/** K4: the value of a slot drawn by a name and purpose. */
export function drawn(world: World, slot: Slot, name: Name, purpose: string, facts: Facts): number {
  return distributionValue(slot.distribution, world.values, facts, draw(name, purpose));
}

/** K1, K4: a time drawn by a name and purpose, in ticks. */
export function drawnTicks(world: World, slot: Slot, name: Name, purpose: string, facts: Facts): number {
  return ticksOf(drawn(world, slot, name, purpose, facts));
}

/** K4: the mean of a time, in hours. */
export function meanHours(world: World, slot: Slot, facts: Facts): number {
  return distributionMean(slot.distribution, world.values, facts);
}

/** K70: whether a cause is relaxed in this run. */
export function isRelaxed(world: World, cause: Cause): boolean {
  return ((world.spec.relax ?? 0) & causeBit[cause]) !== 0;
}

/** Whether a tick lies in one of the half-open windows. */
export function liesIn(windows: readonly Window[], tick: number): boolean {
  return windows.some((window) => ticksOf(window.from) <= tick && tick < ticksOf(window.until));
}

/** Party of a decider or an organisation. */
export function partyOf(world: World, id: Id, incident?: Incident): Id | undefined {
  return world.whole.organisations.get(id)?.party ?? inForce(world, incident).deciders.get(id)?.party;
}

/** An organisation and its superiors, from the inside out. */
export function selfAndSuperiors(world: World, id: Id): readonly Id[] {
  const chain: Id[] = [];
  let at: Id | undefined = id;
  while (at !== undefined && !chain.includes(at)) {
    chain.push(at);
    at = world.whole.organisations.get(at)?.under;
  }
  return chain;
}

/** K36: a list covers an organisation that it names, one of its superiors, or its party. */
export function covers(world: World, list: readonly Id[], organisation: Id): boolean {
  const party = world.whole.organisations.get(organisation)?.party;
  return (
    selfAndSuperiors(world, organisation).some((id) => list.includes(id)) ||
    (party !== undefined && list.includes(party))
  );
}

/** The earlier first by key (UTF-16 code units). */
export function byKey(a: { readonly key: string }, b: { readonly key: string }): number {
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}
