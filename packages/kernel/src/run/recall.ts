import * as accrual from "../codes/accrual.ts";
import * as cause from "../codes/cause.ts";
import * as purpose from "../codes/purpose.ts";
import * as shareState from "../codes/share-state.ts";
import * as traced from "../codes/traced.ts";
import { type f64, type i32, isBelow, maxInt, toInt } from "../engine/primitive.ts";
import { listAt } from "../engine/program.ts";
import {
  firstRecall,
  isRecalling,
  lastRecall,
  now,
  setFirstRecall,
  setLastRecall,
  usableCount,
} from "../memory/cells.ts";
import { bound, boundHead, setBound, usable } from "../memory/elements.ts";
import * as Instance from "../memory/instance.ts";
import * as Out from "../memory/outputs.ts";
import { holdingIn } from "../memory/program.ts";
import * as Recall from "../memory/recall.ts";
import * as Share from "../memory/share.ts";
import * as Holdings from "../memory/table-holdings.ts";
import * as Missions from "../memory/table-missions.ts";
import * as Tasks from "../memory/table-tasks.ts";
import * as Task from "../memory/task.ts";
import { hoursOf, never, tickAfter, ticksOf } from "../number/ticks.ts";
import { slotOf } from "./amount.ts";
import { withdraw } from "./calendar.ts";
import { accrualOf, accrueEvenly, accruePresence } from "./effect.ts";
import { rowNow } from "./in-force.ts";
import { priorityOf } from "./pool.ts";
import { findUsable, travelBetween, unitsPer } from "./reach.ts";
import { addTo, layoutOfTask, pairOf, trace } from "./record.ts";
import { touch } from "./relaxation.ts";
import { cutShare } from "./task-end.ts";
import { endShare, grantShare } from "./task-share.ts";

/** Whether a task's mission takes units away from missions of lower priority (K90). */
export function mayRecall(task: i32): boolean {
  return isRecalling() === 1 && Missions.recalls(Instance.row(Task.instance(task))) === 1;
}

/** Recalls units for an organisation, just enough, and returns what is left of the need (K90, K91). */
export function recallFor(task: i32, need: i32, alternative: i32, organisation: i32, wanted: f64): f64 {
  const per = unitsPer(task, alternative);
  findUsable(listAt(alternative), organisation, Task.place(task));
  let left = wanted;
  let h = nextRecallable(task, -1);
  while (h >= 0 && left > 0) {
    const amount = Math.min(left, Math.floor(Share.units(h) / per));
    if (amount > 0) {
      recall(h, task, need, alternative, organisation, amount, Math.ceil(amount * per));
      left -= amount;
    }
    h = nextRecallable(task, h);
  }
  return left;
}

/** The first share after another, in the order of K91, that holds units which the task may have; -1 at the end. */
function nextRecallable(task: i32, after: i32): i32 {
  const priority = priorityOf(task);
  let first = -1;
  for (let at = 0; at < usableCount(); at++) {
    const row = rowNow(holdingIn, usable(at), -1);
    for (let h = boundHead(usable(at)); h >= 0; h = Share.boundNext(h)) {
      if (!(priorityOf(Share.task(h)) < priority)) continue;
      if (after >= 0 && !isRecalledBefore(after, h)) continue;
      if (first >= 0 && !isRecalledBefore(h, first)) continue;
      if (isAway(h) && travelBetween(row, standsAt(h), Task.place(task)) >= never) continue;
      first = h;
    }
  }
  return first;
}

/** Lowest priority first, then who was bound last, then by name. */
function isRecalledBefore(a: i32, b: i32): boolean {
  const byPriority = priorityOf(Share.task(a)) - priorityOf(Share.task(b));
  if (byPriority !== 0) return byPriority < 0;
  const byTick = Share.since(b) - Share.since(a);
  if (byTick !== 0) return byTick < 0;
  if (Share.hi(a) !== Share.hi(b)) return isBelow(Share.hi(a), Share.hi(b));
  return isBelow(Share.lo(a), Share.lo(b));
}

function isOnScene(h: i32): boolean {
  return Share.state(h) === shareState.waiting || Share.state(h) === shareState.working;
}

function isTravelling(h: i32): boolean {
  return Share.state(h) === shareState.underWay && Share.depart(h) <= now();
}

/** Whether the units of a share are not at home (K93). */
function isAway(h: i32): boolean {
  return isOnScene(h) || isTravelling(h) || Share.back(h) >= 0;
}

/** The place from which recalled units set off. */
function standsAt(h: i32): i32 {
  return isOnScene(h) ? Task.place(Share.task(h)) : Share.origin(h);
}

/** Ticks until units that are away can set off from there. */
function turningTicks(h: i32): i32 {
  if (isTravelling(h)) return now() - Share.depart(h);
  if (!isOnScene(h)) return maxInt(0, Share.ready(h) - now());
  const task = Share.task(h);
  const slot = Tasks.handsOver(Task.row(task));
  return ticksOf(slotOf(slot, Task.incident(task), Share.hi(h), Share.lo(h), purpose.handsOver));
}

/** Some units of a share are bound for another task, as a share of it that sets off from where they are (K93). */
function recall(
  h: i32,
  task: i32,
  need: i32,
  alternative: i32,
  organisation: i32,
  amount: f64,
  units: f64,
): void {
  touch(cause.capability);
  const holding = Share.holding(h);
  const row = rowNow(holdingIn, holding, -1);
  const home = travelBetween(row, Holdings.at(row), Task.place(task));
  const away = isAway(h);
  const origin = standsAt(h);
  const back = isOnScene(h) ? Share.home(h) : maxInt(0, Share.back(h));
  const turning = away ? turningTicks(h) : 0;
  const travel = away ? travelBetween(row, origin, Task.place(task)) : home;
  giveUp(h, units);
  grantShare(task, need, alternative, organisation, amount, units, holding, travel);
  if (!away) return;
  const made = Task.lastShare(task);
  Share.setReady(made, tickAfter(now(), turning));
  Share.setOrigin(made, origin);
  Share.setBack(made, back);
  Share.setHome(made, home);
}

/** A share gives up some of its units, and what it can no longer do without them (K92). */
function giveUp(h: i32, units: f64): void {
  const task = Share.task(h);
  const organisation = Share.organisation(h);
  const holding = Share.holding(h);
  if (Share.state(h) === shareState.working) {
    if (accrualOf(task) === accrual.evenly) {
      accrueEvenly(h);
      Share.setStart(h, now());
    } else accruePresence(task);
  }
  if (isOnScene(h))
    addTo(Out.unitHoursBy(), pairOf(task, organisation), units * hoursOf(now() - Share.arrive(h)));
  const before = Share.amount(h);
  const kept = Share.units(h) - units;
  const amount = Math.min(before, Math.floor(kept / unitsPer(task, Share.alternative(h))));
  setBound(holding, bound(holding) - units);
  Share.setUnits(h, kept);
  Share.setAmount(h, amount);
  trace(
    traced.recalled,
    Task.incident(task),
    task,
    organisation,
    holding,
    cause.capability,
    before - amount,
    toInt(units),
  );
  addTo(Out.recalled(), layoutOfTask(task), 1);
  if (amount < before) allocateLater(h, before - amount);
  if (amount > 0) return;
  if (kept > 0) cutShare(h);
  else {
    withdraw(Share.event(h));
    Share.setEvent(h, -1);
    endShare(h);
  }
}

/** What a share has lost is allocated again when the event is over. */
function allocateLater(h: i32, amount: f64): void {
  const made = Recall.take();
  Recall.setShare(made, h);
  Recall.setAmount(made, amount);
  Recall.setNext(made, -1);
  if (firstRecall() < 0) setFirstRecall(made);
  else Recall.setNext(lastRecall(), made);
  setLastRecall(made);
}
