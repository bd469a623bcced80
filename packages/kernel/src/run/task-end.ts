import * as accrual from "../codes/accrual.ts";
import * as eventType from "../codes/event-type.ts";
import * as howClosed from "../codes/how-closed.ts";
import * as shareState from "../codes/share-state.ts";
import * as taskState from "../codes/task-state.ts";
import * as traced from "../codes/traced.ts";
import * as trustMove from "../codes/trust-move.ts";
import { type f64, type i32, maxInt, over } from "../engine/primitive.ts";
import { listAt } from "../engine/program.ts";
import * as Asker from "../memory/asker.ts";
import { now } from "../memory/cells.ts";
import * as Incident from "../memory/incident.ts";
import * as Instance from "../memory/instance.ts";
import * as Out from "../memory/outputs.ts";
import * as Share from "../memory/share.ts";
import * as Missions from "../memory/table-missions.ts";
import * as Tasks from "../memory/table-tasks.ts";
import * as Task from "../memory/task.ts";
import { hoursOf, tickAfter } from "../number/ticks.ts";
import { amountAt } from "./amount.ts";
import { schedule, tickOf, withdraw } from "./calendar.ts";
import { leaveCell } from "./cell.ts";
import { accrualOf, accrueEvenly, accruePresence } from "./effect.ts";
import { listHas } from "./in-force.ts";
import { leavePool } from "./pool.ts";
import { addOne, addTo, layoutOfTask, pairOf, timeBin, trace } from "./record.ts";
import { endRequest } from "./request.ts";
import { logClosing, moveTrust } from "./stocks.ts";
import { endShare, leaveInstance, sendHome, unitHours } from "./task-share.ts";

/** Closes an open task at F = 1 or when no share of it is live (K27). */
export function testEnd(task: i32): void {
  if (Task.state(task) !== taskState.open) return;
  if (Task.share(task) >= 1 || Task.live(task) === 0) closeTask(task, howClosed.ended);
}

/** The end of a task (K27), with its trust, its mission's record and what comes after it. */
export function closeTask(task: i32, how: i32): void {
  if (Task.state(task) === taskState.closed) return;
  const wasOpen = Task.state(task) === taskState.open;
  if (wasOpen) accrueAll(task);
  Task.setState(task, taskState.closed);
  withdraw(Task.openEvent(task));
  withdraw(Task.closeEvent(task));
  Task.setOpenEvent(task, -1);
  Task.setCloseEvent(task, -1);
  const row = Task.row(task);
  const incident = Task.incident(task);
  const share = Task.share(task);
  const enough = amountAt(Tasks.enough(row), incident);
  Task.setFulfilled(task, share >= enough ? 1 : 0);
  trace(traced.closed, incident, task, -1, -1, -1, share, 0);
  for (let h = Task.firstShare(task); h >= 0; h = Share.next(h)) cutShare(h);
  endAskers(task);
  leaveCell(task);
  countTask(task, enough);
  if (how === howClosed.ended)
    moveTrust(Tasks.commits(row), Task.fulfilled(task) === 1 ? trustMove.kept : trustMove.broken);
  const instance = Task.instance(task);
  Instance.setOpen(instance, Instance.open(instance) - 1);
  if (Instance.open(instance) === 0) closeMission(instance);
  goOn(instance, over(task - Instance.tasks(instance), Task.width));
  leaveInstance(instance);
}

function accrueAll(task: i32): void {
  accruePresence(task);
  if (accrualOf(task) !== accrual.evenly) return;
  for (let h = Task.firstShare(task); h >= 0; h = Share.next(h))
    if (Share.state(h) === shareState.working) accrueEvenly(h);
}

/** Ends one share of a closed task, or of a refused asker: where it is decides how it comes home. */
export function cutShare(h: i32): void {
  switch (Share.state(h)) {
    case shareState.pool:
      leavePool(h);
      endShare(h);
      break;
    case shareState.underWay:
      if (Share.depart(h) <= now())
        sendHome(h, tickAfter(now() - Share.depart(h), maxInt(0, Share.back(h))), true);
      else sendUnsentHome(h);
      break;
    case shareState.waiting:
    case shareState.working: {
      const at = pairOf(Share.task(h), Share.organisation(h));
      addTo(Out.unitHoursBy(), at, unitHours(h));
      sendHome(h, Share.home(h), true);
      break;
    }
    case shareState.returning:
    case shareState.ended:
      break;
    default:
      sendUnsentHome(h);
  }
}

/** Units that have not departed are free at once; recalled ones come home from where they are (K94). */
function sendUnsentHome(h: i32): void {
  const back = Share.back(h);
  if (back < 0) sendHome(h, 0, false);
  else sendHome(h, tickAfter(maxInt(0, Share.ready(h) - now()), back), true);
}

function endAskers(task: i32): void {
  for (let a = Task.firstAsker(task); a >= 0; a = Asker.next(a)) endAsker(a);
}

/** Nothing more is asked for an asker. */
export function endAsker(a: i32): void {
  withdraw(Asker.event(a));
  withdraw(Asker.accessEvent(a));
  withdraw(Asker.staleEvent(a));
  Asker.setEvent(a, -1);
  Asker.setAccessEvent(a, -1);
  Asker.setStaleEvent(a, -1);
  Asker.setGeneration(a, Asker.generation(a) + 1);
  const request = Asker.request(a);
  Asker.setRequest(a, -1);
  if (request >= 0) endRequest(request);
}

function countTask(task: i32, enough: f64): void {
  const layout = layoutOfTask(task);
  if (Task.fulfilled(task) === 1) addTo(Out.fulfilled(), layout, 1);
  if (Task.shareByStandard(task) >= enough) addTo(Out.standardMet(), layout, 1);
  const first = Task.first(task);
  if (first < 0) return;
  const ticks = first - Incident.tick(Task.incident(task));
  addTo(Out.effective(), layout, 1);
  addTo(Out.firstEffectHours(), layout, hoursOf(ticks));
  const bin = layout * 128 + timeBin(ticks);
  addOne(Out.firstEffectBins(), bin);
}

/** All tasks of a mission have closed: its record for floors and suppression (K60). */
export function closeMission(instance: i32): void {
  const mission = Instance.mission(instance);
  const first = Instance.tasks(instance);
  let delivered: f64 = 0;
  for (let task = first; task < first + Instance.count(instance) * Task.width; task += Task.width)
    delivered += Task.delivered(task);
  const demanded = Instance.demanded(instance);
  const floor = Missions.floor(Instance.row(instance));
  const incident = Instance.incident(instance);
  if (demanded > 0 && floor >= 0 && delivered < amountAt(floor, incident) * demanded)
    addTo(Out.belowFloor(), mission, 1);
  logClosing(mission, delivered, demanded);
}

/**
 * What a closed task means for the others of its mission (K20). `closed` counts the mission's tasks from 0.
 */
function goOn(instance: i32, closed: i32): void {
  const first = Instance.tasks(instance);
  const isFulfilled = Task.fulfilled(first + closed * Task.width) === 1;
  for (let task = first; task < first + Instance.count(instance) * Task.width; task += Task.width) {
    if (Task.skipped(task) === 1) continue;
    const anyOf = Tasks.anyOf(Task.row(task));
    if (isFulfilled && listHas(anyOf, closed)) {
      for (let at = 1; at <= listAt(anyOf); at++)
        closeTask(first + listAt(anyOf + at) * Task.width, howClosed.cancelled);
    }
    testWaiting(instance, task);
  }
}

/** Opens a waiting task as soon as it may, and fails it as soon as it no longer can (K20). */
export function testWaiting(instance: i32, task: i32): void {
  if (Task.state(task) !== taskState.waiting) return;
  const row = Task.row(task);
  const first = Instance.tasks(instance);
  const after = Tasks.after(row);
  let ready = true;
  let failed = false;
  for (let at = 1; at <= listAt(after); at++) {
    const other = first + listAt(after + at) * Task.width;
    if (Task.state(other) !== taskState.closed) ready = false;
    else if (Task.fulfilled(other) === 0 && Tasks.evenIfFailed(row) === 0) failed = true;
  }
  const anyOf = Tasks.anyOf(row);
  let counted = 0;
  let met = false;
  let open = false;
  for (let at = 1; at <= listAt(anyOf); at++) {
    const other = first + listAt(anyOf + at) * Task.width;
    if (Task.skipped(other) === 1) continue;
    counted += 1;
    if (Task.state(other) !== taskState.closed) open = true;
    else if (Task.fulfilled(other) === 1) met = true;
  }
  if (counted > 0 && !met) {
    ready = false;
    if (!open) failed = true;
  }
  if (failed) closeBy(task, now());
  else if (ready) {
    Task.setState(task, taskState.opening);
    const hi = Task.hi(task);
    Task.setOpenEvent(task, schedule(eventType.open, task, now(), hi, Task.lo(task)));
  }
}

/** Plans a task's `close` event, or moves it to an earlier tick. */
export function closeBy(task: i32, tick: i32): void {
  const before = Task.closeEvent(task);
  if (before >= 0 && tickOf(before) <= tick) return;
  withdraw(before);
  const hi = Task.hi(task);
  Task.setCloseEvent(task, schedule(eventType.close, task, tick, hi, Task.lo(task)));
}
