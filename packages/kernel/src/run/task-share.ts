import * as askerPhase from "../codes/asker-phase.ts";
import * as cause from "../codes/cause.ts";
import * as eventType from "../codes/event-type.ts";
import * as purpose from "../codes/purpose.ts";
import * as shareState from "../codes/share-state.ts";
import * as traced from "../codes/traced.ts";
import { type f64, type i32, toInt, toReal } from "../engine/primitive.ts";
import { listAt } from "../engine/program.ts";
import * as Asker from "../memory/asker.ts";
import { countKnows, endedInstance, isRecalling, lane, now, setEndedInstance } from "../memory/cells.ts";
import { bound, boundHead, setBound, setBoundHead } from "../memory/elements.ts";
import * as Instance from "../memory/instance.ts";
import * as Out from "../memory/outputs.ts";
import { holdingIn, organisationName } from "../memory/program.ts";
import * as Share from "../memory/share.ts";
import * as Holdings from "../memory/table-holdings.ts";
import * as Tasks from "../memory/table-tasks.ts";
import * as Task from "../memory/task.ts";
import { tickAfter, ticksOf } from "../number/ticks.ts";
import { slotOf } from "./amount.ts";
import { schedule, withdraw } from "./calendar.ts";
import { rowNow } from "./in-force.ts";
import { indexInto, nameInto } from "./name.ts";
import { addTo, pairOf, trace } from "./record.ts";
import { isRelaxed } from "./relaxation.ts";

/** The asker of an organisation in a task, made if there is none yet. */
export function askerOf(task: i32, organisation: i32): i32 {
  for (let a = Task.firstAsker(task); a >= 0; a = Asker.next(a))
    if (Asker.organisation(a) === organisation) return a;
  const a = Asker.take();
  nameInto(0, Task.hi(task), Task.lo(task), organisationName(organisation));
  Asker.setTask(a, task);
  Asker.setOrganisation(a, organisation);
  Asker.setHi(a, lane(0));
  Asker.setLo(a, lane(1));
  Asker.setPhase(a, askerPhase.idle);
  Asker.setWalk(a, 0);
  Asker.setAuthority(a, -1);
  Asker.setStandard(a, -1);
  Asker.setRequest(a, -1);
  Asker.setGeneration(a, Asker.generation(a) + 1);
  Asker.setNext(a, -1);
  Asker.setEvent(a, -1);
  Asker.setFate(a, 0);
  Asker.setFitted(a, 0);
  Asker.setDenied(a, -1);
  Asker.setJoined(a, 0);
  Asker.setAccess(a, 0);
  Asker.setAccessEvent(a, -1);
  Asker.setStaleEvent(a, -1);
  for (let item = 0; item < countKnows(); item++) {
    Asker.setInformed(a, item, 0);
    Asker.setTries(a, item, -1);
    Asker.setSought(a, item, 0);
  }
  const last = Task.lastAsker(task);
  if (last < 0) Task.setFirstAsker(task, a);
  else Asker.setNext(last, a);
  Task.setLastAsker(task, a);
  return a;
}

/** Whether an organisation has been refused in a task. */
export function isRefused(task: i32, organisation: i32): boolean {
  for (let a = Task.firstAsker(task); a >= 0; a = Asker.next(a))
    if (Asker.organisation(a) === organisation) return Asker.phase(a) === askerPhase.refused;
  return false;
}

export function isLive(share: i32): boolean {
  return Share.state(share) <= shareState.working;
}

/** A share of a task in a state, at the end of the task's list. `alternative` is an offset in `lists`. */
export function newShare(task: i32, need: i32, alternative: i32, organisation: i32, amount: f64): i32 {
  const h = Share.take();
  Share.setTask(h, task);
  Share.setAsker(h, askerOf(task, organisation));
  Share.setOrganisation(h, organisation);
  Share.setNeed(h, need);
  Share.setAlternative(h, alternative);
  Share.setCapability(h, listAt(alternative));
  Share.setHolding(h, -1);
  Share.setState(h, shareState.joined);
  Share.setWorked(h, 0);
  Share.setGone(h, 0);
  Share.setHi(h, 0);
  Share.setLo(h, 0);
  Share.setTravel(h, 0);
  Share.setReady(h, -1);
  Share.setEvent(h, -1);
  Share.setNext(h, -1);
  Share.setPoolBefore(h, -1);
  Share.setPoolNext(h, -1);
  Share.setSince(h, now());
  Share.setAmount(h, amount);
  Share.setUnits(h, 0);
  Share.setEffect(h, 0);
  Share.setOrder(h, 0);
  Share.setOrigin(h, -1);
  Share.setBack(h, -1);
  Share.setHome(h, 0);
  const last = Task.lastShare(task);
  if (last < 0) Task.setFirstShare(task, h);
  else {
    Share.setNext(last, h);
    Share.setOrder(h, Share.order(last) + 1);
  }
  Task.setLastShare(task, h);
  Task.setLive(task, Task.live(task) + 1);
  const instance = Task.instance(task);
  Instance.setBusy(instance, Instance.busy(instance) + 1);
  return h;
}

/** A share that acts, with `units` from a holding (-1: none); it asks, goes, or joins its asker (K24). */
export function grantShare(
  task: i32,
  need: i32,
  alternative: i32,
  organisation: i32,
  amount: f64,
  units: f64,
  holding: i32,
  travel: i32,
): void {
  const h = newShare(task, need, alternative, organisation, amount);
  const a = Share.asker(h);
  nameShare(h);
  Share.setUnits(h, units);
  Share.setHolding(h, holding);
  Share.setTravel(h, travel);
  Share.setHome(h, travel);
  if (holding >= 0) setBound(holding, bound(holding) + units);
  if (holding >= 0 && isRecalling() === 1) joinBound(h);
  addTo(Out.sharesBy(), pairOf(task, organisation), 1);
  trace(traced.share, Task.incident(task), task, organisation, holding, -1, amount, toInt(units));
  if (Tasks.onOpen(Task.row(task)) === 1) Share.setReady(h, tickAfter(now(), readyTicks(h)));
  if (Asker.phase(a) === askerPhase.idle) {
    Asker.setPhase(a, askerPhase.informing);
    Asker.setEvent(a, schedule(eventType.ask, a, now(), Asker.hi(a), Asker.lo(a)));
  } else if (Asker.phase(a) === askerPhase.permitted) scheduleGo(h);
}

/** Plans that a share goes on now, unless that is planned already. */
export function scheduleGo(h: i32): void {
  if (Share.state(h) === shareState.going) return;
  Share.setState(h, shareState.going);
  Share.setEvent(h, schedule(eventType.go, h, now(), Share.hi(h), Share.lo(h)));
}

/** Enters a share in the list of those that hold units of its holding, where some mission may recall them (K91). */
function joinBound(h: i32): void {
  const holding = Share.holding(h);
  const next = boundHead(holding);
  Share.setOrigin(h, Holdings.at(rowNow(holdingIn, holding, -1)));
  Share.setBoundBefore(h, -1);
  Share.setBoundNext(h, next);
  if (next >= 0) Share.setBoundBefore(next, h);
  setBoundHead(holding, h);
}

function leaveBound(h: i32): void {
  const before = Share.boundBefore(h);
  const next = Share.boundNext(h);
  if (before < 0) setBoundHead(Share.holding(h), next);
  else Share.setBoundNext(before, next);
  if (next >= 0) Share.setBoundBefore(next, before);
}

/** Ticks until a share is ready to move off: none for one without a holding (K46). */
export function readyTicks(h: i32): i32 {
  const holding = Share.holding(h);
  if (holding < 0 || isRelaxed(cause.capability)) return 0;
  const row = rowNow(holdingIn, holding, -1);
  if (row < 0) return 0;
  return ticksOf(
    slotOf(Holdings.ready(row), Task.incident(Share.task(h)), Share.hi(h), Share.lo(h), purpose.ready),
  );
}

/** Name H: by need, capability and ordinal among the asker's named shares of both (K3). */
function nameShare(h: i32): void {
  const a = Share.asker(h);
  const task = Share.task(h);
  let ordinal = 0;
  for (let other = Task.firstShare(task); other >= 0 && other !== h; other = Share.next(other))
    if (
      Share.asker(other) === a &&
      Share.need(other) === Share.need(h) &&
      Share.capability(other) === Share.capability(h) &&
      (Share.hi(other) !== 0 || Share.lo(other) !== 0)
    )
      ordinal += 1;
  const part = listAt(Share.alternative(h) + 3);
  nameInto(0, Asker.hi(a), Asker.lo(a), part);
  indexInto(0, lane(0), lane(1), ordinal);
  Share.setHi(h, lane(0));
  Share.setLo(h, lane(1));
}

/** Ends the life of a share that is no longer live; its instance may end with it. */
export function endShare(h: i32): void {
  if (Share.state(h) === shareState.ended) return;
  leaveLife(h);
  Share.setState(h, shareState.ended);
  leaveInstance(Task.instance(Share.task(h)));
}

/** Takes a live share out of the count of its task. */
export function leaveLife(h: i32): void {
  if (!isLive(h)) return;
  if (Share.holding(h) >= 0 && isRecalling() === 1) leaveBound(h);
  const task = Share.task(h);
  Task.setLive(task, Task.live(task) - 1);
}

/** One thing less keeps an instance busy; an idle one is given back after the event. */
export function leaveInstance(instance: i32): void {
  Instance.setBusy(instance, Instance.busy(instance) - 1);
  if (Instance.busy(instance) > 0) return;
  Instance.setEnded(instance, endedInstance());
  setEndedInstance(instance);
}

/**
 * Sends a share that is not live any more home: free after `travel` and its recovery, both 0 for one that
 * never left.
 */
export function sendHome(h: i32, travel: i32, recovers: boolean): void {
  withdraw(Share.event(h));
  Share.setEvent(h, -1);
  leaveLife(h);
  Share.setState(h, shareState.returning);
  const holding = Share.holding(h);
  if (holding < 0) {
    endShare(h);
    return;
  }
  const recovery = recovers ? recoveryTicks(h, holding) : 0;
  const tick = tickAfter(tickAfter(now(), travel), recovery);
  Share.setEvent(h, schedule(eventType.free, h, tick, Share.hi(h), Share.lo(h)));
}

function recoveryTicks(h: i32, holding: i32): i32 {
  const row = rowNow(holdingIn, holding, -1);
  if (row < 0 || isRelaxed(cause.capability)) return 0;
  const slot = Holdings.recovers(row);
  const incident = Task.incident(Share.task(h));
  return ticksOf(slotOf(slot, incident, Share.hi(h), Share.lo(h), purpose.recovers));
}

/** Units × hours on scene until now. */
export function unitHours(h: i32): f64 {
  return (Share.units(h) * toReal(now() - Share.arrive(h))) / 2048;
}
