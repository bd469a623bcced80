import * as cause from "../codes/cause.ts";
import * as mechanismKind from "../codes/mechanism-kind.ts";
import * as purpose from "../codes/purpose.ts";
import { type f64, type i32, maxInt } from "../engine/primitive.ts";
import { listAt } from "../engine/program.ts";
import * as Asker from "../memory/asker.ts";
import { countKnows, countParties, lane, now, outTicks, setOutTicks } from "../memory/cells.ts";
import {
  informationIn,
  informationName,
  mechanismIn,
  mechanismsWith,
  organisationParty,
  trustBetween,
} from "../memory/program.ts";
import * as Information from "../memory/table-information.ts";
import * as Mechanisms from "../memory/table-mechanisms.ts";
import * as Tasks from "../memory/table-tasks.ts";
import * as Task from "../memory/task.ts";
import { ticksOf } from "../number/ticks.ts";
import { amountAt, slotAt } from "./amount.ts";
import { covers, isUsable, listHas, rowNow } from "./in-force.ts";
import { drawAt, nameInto } from "./name.ts";
import { isRelaxed, touch } from "./relaxation.ts";
import { trustNow } from "./stocks.ts";

/** List of the information a task knows. */
export function knownList(task: i32): i32 {
  return Tasks.knows(Task.row(task));
}

/**
 * Seeks the items of an asker that are marked `sought` (K31). Returns whether it is to be informed;
 * `outTicks` is when: after the longest delay of the items, or, refused, after the shortest of those
 * refused.
 */
export function seekItems(a: i32): boolean {
  const list = knownList(Asker.task(a));
  let longest = 0;
  let shortest = -1;
  for (let item = 0; item < listAt(list); item++) {
    if (Asker.sought(a, item) === 0) continue;
    Asker.setTries(a, item, Asker.tries(a, item) + 1);
    const granted = seekItem(a, listAt(list + 1 + item), Asker.tries(a, item));
    const ticks = outTicks();
    if (granted) longest = maxInt(longest, ticks);
    else if (shortest < 0 || ticks < shortest) shortest = ticks;
  }
  setOutTicks(shortest < 0 ? longest : shortest);
  return shortest < 0;
}

/** Marks all items as sought. */
export function seekAll(a: i32): void {
  const list = knownList(Asker.task(a));
  for (let item = 0; item < listAt(list); item++) Asker.setSought(a, item, 1);
}

/** Marks the items that are older than they may be; false if none is (K47). */
export function seekStale(a: i32): boolean {
  if (isRelaxed(cause.mechanism)) return false;
  const task = Asker.task(a);
  const incident = Task.incident(task);
  const list = knownList(task);
  let any = false;
  for (let item = 0; item < listAt(list); item++) {
    Asker.setSought(a, item, 0);
    const row = rowNow(informationIn, listAt(list + 1 + item), incident);
    const stale = row < 0 ? -1 : Information.stale(row);
    if (stale < 0 || now() - Asker.informed(a, item) <= ticksOf(amountAt(stale, incident))) continue;
    Asker.setSought(a, item, 1);
    any = true;
  }
  if (any) touch(cause.mechanism);
  return any;
}

/** The sought items have come. */
export function markInformed(a: i32): void {
  for (let item = 0; item < countKnows(); item++)
    if (Asker.sought(a, item) === 1) {
      Asker.setSought(a, item, 0);
      Asker.setInformed(a, item, now());
    }
}

/** One item: whether it comes, and in `outTicks` after how long. */
function seekItem(a: i32, element: i32, attempt: i32): boolean {
  const task = Asker.task(a);
  const actor = Asker.organisation(a);
  const incident = Task.incident(task);
  setOutTicks(0);
  const row = rowNow(informationIn, element, incident);
  if (row < 0 || isRelaxed(cause.mechanism)) return true;
  const from = Information.fromList(row);
  for (let at = from + 1; at < from + 1 + listAt(from); at += 2) if (listAt(at) === actor) return true;
  let best = -1;
  for (let at = from + 1; at < from + 1 + listAt(from); at += 2) {
    const ticks = fastestChannel(task, row, element, at, actor, attempt);
    if (ticks >= 0 && (best < 0 || ticks < best)) best = ticks;
  }
  if (best !== 0) touch(cause.mechanism);
  if (best >= 0) {
    setOutTicks(best);
    return true;
  }
  nameInto(2, Task.hi(task), Task.lo(task), informationName(element));
  return seekRelease(row, actor, incident, lane(2), lane(3), attempt);
}

/**
 * Ticks over the fastest channel between an originator and the actor; -1 without a channel. `from` is the originator's entry in the list of the item's row: the organisation, and
 * the name of the part. What rules out most mechanisms at least cost is asked first.
 */
function fastestChannel(task: i32, row: i32, element: i32, from: i32, actor: i32, attempt: i32): i32 {
  const incident = Task.incident(task);
  const kind = Information.kind(row);
  const classed = Information.classed(row);
  const list = mechanismsWith(mechanismKind.channel);
  let best = -1;
  for (let at = 1; at <= listAt(list); at++) {
    const mechanism = rowNow(mechanismIn, listAt(list + at), incident);
    if (mechanism < 0) continue;
    const between = Mechanisms.between(mechanism);
    if (!covers(between, actor) || !covers(between, listAt(from))) continue;
    if (!isUsable(mechanism, incident)) continue;
    const channels = Mechanisms.information(mechanism);
    for (let channel = channels + 1; channel < channels + 1 + listAt(channels); channel += 3) {
      if (!listHas(listAt(channel), kind)) continue;
      if (classed > listAt(channel + 1)) continue;
      nameInto(2, Task.hi(task), Task.lo(task), informationName(element));
      nameInto(4, lane(2), lane(3), listAt(from + 1));
      const slot = listAt(channel + 2);
      const ticks = ticksOf(slotAt(slot, incident, lane(4), lane(5), purpose.channel, attempt));
      if (best < 0 || ticks < best) best = ticks;
    }
  }
  return best;
}

/** An ad hoc release: chance and delay of the item, scaled by the originator's trust in the actor's party. */
function seekRelease(row: i32, actor: i32, incident: i32, hi: i32, lo: i32, attempt: i32): boolean {
  const chance = Information.chance(row);
  setOutTicks(0);
  if (chance < 0) return false;
  const from = Information.fromList(row);
  let best = -1;
  let longest = 0;
  for (let at = from + 1; at < from + 1 + listAt(from); at += 2) {
    nameInto(4, hi, lo, listAt(at + 1));
    const nameHi = lane(4);
    const nameLo = lane(5);
    const trust = trustOf(organisationParty(listAt(at)), organisationParty(actor));
    const slot = Information.takes(row);
    const hours = slotAt(slot, incident, nameHi, nameLo, purpose.release, attempt);
    const ticks = ticksOf(hours * (2 - trust));
    const granted = drawAt(nameHi, nameLo, purpose.chance, attempt) < amountAt(chance, incident) * trust;
    if (granted && (best < 0 || ticks < best)) best = ticks;
    longest = maxInt(longest, ticks);
  }
  setOutTicks(best >= 0 ? best : longest);
  return best >= 0;
}

function trustOf(party: i32, into: i32): f64 {
  if (party < 0 || into < 0) return 1;
  const stock = trustBetween(party * countParties() + into);
  return stock < 0 ? 1 : trustNow(stock);
}
