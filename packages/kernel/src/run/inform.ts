import { int } from "../memory.ts";
import { ticksOf } from "../number/ticks.ts";
import { mechanismKind } from "../program.ts";
import { purpose } from "../purpose.ts";
import type { State } from "../state/state.ts";
import { amountAt, slotAt } from "./amount.ts";
import { covers, listHas, rowNow, usableMechanism } from "./in-force.ts";
import { drawAt, nameInto } from "./name.ts";
import { cause, isRelaxed } from "./relaxation.ts";
import { trustNow } from "./stocks.ts";

/** List of the information a task knows. */
export function knownList(s: State, task: number): number {
  return int(s.program.tasks.knows, int(s.task.row, task));
}

/**
 * Seeks the items of an asker that are marked `sought` (K31). Returns whether it is to be informed;
 * `outTicks` is when: after the longest delay of the items, or, refused, after the shortest of those
 * refused.
 */
export function seekItems(s: State, a: number): boolean {
  const { asker, program } = s;
  const list = knownList(s, int(asker.task, a));
  let longest = 0;
  let shortest = -1;
  for (let item = 0; item < int(program.lists, list); item++) {
    const at = a * program.counts.knows + item;
    if (int(asker.sought, at) === 0) continue;
    asker.tries[at] = int(asker.tries, at) + 1;
    const granted = seekItem(s, a, int(program.lists, list + 1 + item), int(asker.tries, at));
    const ticks = s.outTicks;
    if (granted) longest = Math.max(longest, ticks);
    else if (shortest < 0 || ticks < shortest) shortest = ticks;
  }
  s.outTicks = shortest < 0 ? longest : shortest;
  return shortest < 0;
}

/** Marks all items as sought. */
export function seekAll(s: State, a: number): void {
  const { asker, program } = s;
  const list = knownList(s, int(asker.task, a));
  for (let item = 0; item < int(program.lists, list); item++)
    asker.sought[a * program.counts.knows + item] = 1;
}

/** Marks the items that are older than they may be; false if none is (K47). */
export function seekStale(s: State, a: number): boolean {
  const { asker, program } = s;
  if (isRelaxed(s, cause.mechanism)) return false;
  const task = int(asker.task, a);
  const incident = int(s.task.incident, task);
  const list = knownList(s, task);
  let any = false;
  for (let item = 0; item < int(program.lists, list); item++) {
    const at = a * program.counts.knows + item;
    asker.sought[at] = 0;
    const row = rowNow(s, program.informationIn, int(program.lists, list + 1 + item), incident);
    const stale = row < 0 ? -1 : int(program.information.stale, row);
    if (stale < 0 || s.now - int(asker.informed, at) <= ticksOf(amountAt(s, stale, incident))) continue;
    asker.sought[at] = 1;
    any = true;
  }
  return any;
}

/** The sought items have come. */
export function markInformed(s: State, a: number): void {
  const { asker, program } = s;
  for (let at = a * program.counts.knows; at < (a + 1) * program.counts.knows; at++)
    if (int(asker.sought, at) === 1) {
      asker.sought[at] = 0;
      asker.informed[at] = s.now;
    }
}

/** One item: whether it comes, and in `outTicks` after how long. */
function seekItem(s: State, a: number, element: number, attempt: number): boolean {
  const { asker, program } = s;
  const { information, lists } = program;
  const task = int(asker.task, a);
  const actor = int(asker.organisation, a);
  const incident = int(s.task.incident, task);
  s.outTicks = 0;
  const row = rowNow(s, program.informationIn, element, incident);
  if (row < 0 || isRelaxed(s, cause.mechanism)) return true;
  const from = int(information.from, row);
  for (let at = from + 1; at < from + 1 + int(lists, from); at += 2)
    if (int(lists, at) === actor) return true;
  nameInto(s, 2, int(s.task.hi, task), int(s.task.lo, task), int(program.informationName, element));
  const hi = int(s.lanes, 2);
  const lo = int(s.lanes, 3);
  let best = -1;
  for (let at = from + 1; at < from + 1 + int(lists, from); at += 2) {
    nameInto(s, 4, hi, lo, int(lists, at + 1));
    const ticks = fastestChannel(s, row, int(lists, at), actor, incident, attempt);
    if (ticks >= 0 && (best < 0 || ticks < best)) best = ticks;
  }
  if (best >= 0) {
    s.outTicks = best;
    return true;
  }
  return seekRelease(s, row, actor, incident, hi, lo, attempt);
}

/**
 * Ticks over the fastest channel between an originator, whose name is in lanes 4 and 5, and the actor; -1
 * without a channel.
 */
function fastestChannel(
  s: State,
  row: number,
  originator: number,
  actor: number,
  incident: number,
  attempt: number,
): number {
  const { information, lists, mechanisms, mechanismsWith } = s.program;
  const list = int(mechanismsWith, mechanismKind.channel);
  let best = -1;
  for (let at = 1; at <= int(lists, list); at++) {
    const mechanism = usableMechanism(s, int(lists, list + at), incident);
    if (mechanism < 0) continue;
    const between = int(mechanisms.between, mechanism);
    if (!covers(s, between, originator) || !covers(s, between, actor)) continue;
    const channels = int(mechanisms.information, mechanism);
    for (let channel = channels + 1; channel < channels + 1 + int(lists, channels); channel += 3) {
      if (!listHas(s, int(lists, channel), int(information.type, row))) continue;
      if (int(information.classed, row) > int(lists, channel + 1)) continue;
      const slot = int(lists, channel + 2);
      const hi = int(s.lanes, 4);
      const ticks = ticksOf(slotAt(s, slot, incident, hi, int(s.lanes, 5), purpose.channel, attempt));
      if (best < 0 || ticks < best) best = ticks;
    }
  }
  return best;
}

/** An ad hoc release: chance and delay of the item, scaled by the originator's trust in the actor's party. */
function seekRelease(
  s: State,
  row: number,
  actor: number,
  incident: number,
  hi: number,
  lo: number,
  attempt: number,
): boolean {
  const { information, lists, organisationParty } = s.program;
  const chance = int(information.chance, row);
  s.outTicks = 0;
  if (chance < 0) return false;
  const from = int(information.from, row);
  let best = -1;
  let longest = 0;
  for (let at = from + 1; at < from + 1 + int(lists, from); at += 2) {
    nameInto(s, 4, hi, lo, int(lists, at + 1));
    const nameHi = int(s.lanes, 4);
    const nameLo = int(s.lanes, 5);
    const trust = trustBetween(s, int(organisationParty, int(lists, at)), int(organisationParty, actor));
    const slot = int(information.takes, row);
    const hours = slotAt(s, slot, incident, nameHi, nameLo, purpose.release, attempt);
    const ticks = ticksOf(hours * (2 - trust));
    const granted =
      drawAt(s, nameHi, nameLo, purpose.chance, attempt) < amountAt(s, chance, incident) * trust;
    if (granted && (best < 0 || ticks < best)) best = ticks;
    longest = Math.max(longest, ticks);
  }
  s.outTicks = best >= 0 ? best : longest;
  return best >= 0;
}

function trustBetween(s: State, of: number, into: number): number {
  if (of < 0 || into < 0) return 1;
  const stock = int(s.program.trustBetween, of * s.program.counts.parties + into);
  return stock < 0 ? 1 : trustNow(s, stock);
}
