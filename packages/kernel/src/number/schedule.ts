import { child, futureName, type Name, nameOf } from "@shikumi/core/random";
import type { Decider, Id, Lever, Study } from "@shikumi/model";
import { KernelError } from "../kernel-error.ts";
import type { Mode } from "../run-spec.ts";
import { amountValue, distributionValue, type FutureValues, noFacts } from "./amount.ts";
import { type Calendar, calendarFrom, yearAt } from "./calendar.ts";
import { draw } from "./future.ts";
import { never, tickAfter, ticksOf } from "./ticks.ts";

/**
 * The levers of a package in the order of decision (K6): those of `order`, then the others by key, each as soon as the levers of the
 * package that it `needs` or comes `after` have been taken. Throws `KernelError` `unknown-package`; `baseline` is always
 * known.
 */
export function packageOrder(study: Study, packageId: Id): readonly Id[] {
  const chosen = study.packages.get(packageId);
  if (chosen === undefined && packageId === "baseline") return [];
  if (chosen === undefined)
    throw new KernelError("unknown-package", `the study has no package "${packageId}"`);
  const others = [...study.levers.keys()].filter(
    (id) => chosen.levers.includes(id) && !chosen.order.includes(id),
  );
  const left = [...chosen.order.filter((id) => chosen.levers.includes(id)), ...others];
  const taken: Id[] = [];
  while (left.length > 0) {
    const free = left.findIndex(
      (id) => !predecessors(study, id).some((other) => left.includes(other) && other !== id),
    );
    taken.push(...left.splice(free < 0 ? 0 : free, 1));
  }
  return taken;
}

/**
 * The tick from which each lever of a package is in effect in one future, in the order of `packageOrder`; `never` for one that is
 * not adopted (K6). In mode `in-force` 0 for all but voided ones.
 */
export function leverStarts(
  study: Study,
  packageId: Id,
  mode: Mode,
  values: FutureValues,
  futureIndex: number,
): readonly number[] {
  const order = packageOrder(study, packageId).map((id) => study.levers.get(id) as Lever);
  const future = futureName(study.charter.seed, futureIndex);
  const adopted = adoptedLevers(study, order, mode, values, future);
  if (mode === "in-force") return order.map((lever) => (adopted.has(lever.id) ? 0 : never));
  const starts = new Map<Id, number>();
  const sittings = new Map<string, number>();
  const calendar = calendarFrom(study.charter.start);
  for (const lever of order) {
    if (!adopted.has(lever.id)) continue;
    const awaited = [...lever.needs, ...lever.after].map((id) => starts.get(id) ?? 0);
    const takes = distributionValue(
      lever.takes.distribution,
      values,
      noFacts,
      draw(leverName(future, lever), "takes"),
    );
    const ready = tickAfter(Math.max(0, ...awaited), ticksOf(takes));
    const decider = lever.passes === undefined ? undefined : study.deciders.get(lever.passes);
    starts.set(lever.id, passedAt(decider, ready, values, calendar, sittings));
  }
  return order.map((lever) => starts.get(lever.id) ?? never);
}

function predecessors(study: Study, id: Id): readonly Id[] {
  const lever = study.levers.get(id);
  return lever === undefined ? [] : [...lever.needs, ...lever.after];
}

function leverName(future: Name, lever: Lever): Name {
  return child(future, nameOf(`lever/${lever.key}`));
}

/** First who would be adopted by luck and needs, in order; then those voided by one of these fall, with all that need them. */
function adoptedLevers(
  study: Study,
  order: readonly Lever[],
  mode: Mode,
  values: FutureValues,
  future: Name,
): ReadonlySet<Id> {
  const politics = draw(future, "politics");
  const willing = new Set<Id>();
  for (const lever of order) {
    const stated = amountValue(lever.adopted.amount, values, noFacts);
    const swayed = Math.min(1, Math.max(0, stated + study.charter.sway * (2 * politics - 1)));
    const chance = stated === 0 || stated === 1 ? stated : swayed;
    const lucky = mode === "in-force" || draw(leverName(future, lever), "adopted") < chance;
    if (lucky && lever.needs.every((id) => willing.has(id))) willing.add(lever.id);
  }
  const voided = new Set(order.filter((lever) => willing.has(lever.id)).flatMap((lever) => lever.voids));
  const adopted = new Set<Id>();
  for (const lever of order) {
    const holds = willing.has(lever.id) && !voided.has(lever.id);
    if (holds && lever.needs.every((id) => adopted.has(id))) adopted.add(lever.id);
  }
  return adopted;
}

/** The first tick from `ready` on at which the decider sits and has room in that year; `ready` itself without sittings. */
function passedAt(
  decider: Decider | undefined,
  ready: number,
  values: FutureValues,
  calendar: Calendar,
  sittings: Map<string, number>,
): number {
  if (decider?.sits === undefined) return ready;
  const perYear = Math.floor(amountValue(decider.sits.perYear.amount, values, noFacts));
  let tick = ready;
  while (tick < never) {
    const closed = decider.sits.closed.find(
      ({ from, until }) => ticksOf(from) <= tick && tick < ticksOf(until),
    );
    if (closed !== undefined) {
      tick = ticksOf(closed.until);
      continue;
    }
    const year = yearAt(calendar, tick);
    const sitting = `${decider.id} ${year}`;
    const passed = sittings.get(sitting) ?? 0;
    if (passed < perYear) {
      sittings.set(sitting, passed + 1);
      return tick;
    }
    tick = calendar.yearStarts[year] ?? never;
  }
  return never;
}
