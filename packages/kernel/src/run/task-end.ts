import { accruesCode, moveCode } from "../compile/codes.ts";
import { int, real } from "../memory.ts";
import { hoursOf } from "../number/ticks.ts";
import { timeBin, timeBins } from "../outputs.ts";
import { eventType, schedule, tickOf, withdraw } from "../state/calendar-queue.ts";
import { shareState, taskState } from "../state/columns.ts";
import type { State } from "../state/state.ts";
import { leavePool } from "./allocate.ts";
import { amountAt } from "./amount.ts";
import { leaveCell } from "./cell.ts";
import { accrualOf, accrueEvenly, accruePresence } from "./effect.ts";
import { addTo, layoutOfTask, pairOf, trace, traced } from "./record.ts";
import { endRequest } from "./request.ts";
import { logClosing, moveTrust } from "./stocks.ts";
import { endShare, leaveInstance, sendHome, unitHours } from "./task-share.ts";

/** Whether closing is the end of the task's own course or a cancellation by `any-of`. */
export const closing = { ended: 0, cancelled: 1 } as const;

/** Closes an open task at F = 1 or when no share of it is live (K27). */
export function testEnd(s: State, task: number): void {
  if (int(s.task.state, task) !== taskState.open) return;
  if (real(s.task.share, task) >= 1 || int(s.task.live, task) === 0) closeTask(s, task, closing.ended);
}

/** The end of a task (K27), with its trust, its mission's record and what comes after it. */
export function closeTask(s: State, task: number, how: number): void {
  if (int(s.task.state, task) === taskState.closed) return;
  const wasOpen = int(s.task.state, task) === taskState.open;
  if (wasOpen) accrueAll(s, task);
  s.task.state[task] = taskState.closed;
  withdraw(s, int(s.task.openEvent, task));
  withdraw(s, int(s.task.closeEvent, task));
  s.task.openEvent[task] = -1;
  s.task.closeEvent[task] = -1;
  const { tasks } = s.program;
  const row = int(s.task.row, task);
  const incident = int(s.task.incident, task);
  const share = real(s.task.share, task);
  const enough = amountAt(s, int(tasks.enough, row), incident);
  s.task.fulfilled[task] = share >= enough ? 1 : 0;
  trace(s, traced.closed, incident, task, -1, -1, -1, share, 0);
  for (let h = int(s.task.firstShare, task); h >= 0; h = int(s.share.next, h)) cutShare(s, h);
  endAskers(s, task);
  leaveCell(s, task);
  countTask(s, task, enough);
  if (how === closing.ended)
    moveTrust(
      s,
      int(tasks.commits, row),
      int(s.task.fulfilled, task) === 1 ? moveCode.kept : moveCode.broken,
    );
  const instance = int(s.task.instance, task);
  s.instance.open[instance] = int(s.instance.open, instance) - 1;
  if (int(s.instance.open, instance) === 0) closeMission(s, instance);
  goOn(s, instance, task - int(s.instance.tasks, instance));
  leaveInstance(s, instance);
}

function accrueAll(s: State, task: number): void {
  accruePresence(s, task);
  if (accrualOf(s, task) !== accruesCode.evenly) return;
  for (let h = int(s.task.firstShare, task); h >= 0; h = int(s.share.next, h))
    if (int(s.share.state, h) === shareState.working) accrueEvenly(s, h);
}

/** Ends one share of a closed task, or of a refused asker: where it is decides how it comes home. */
export function cutShare(s: State, h: number): void {
  const { share } = s;
  switch (int(share.state, h)) {
    case shareState.pool:
      leavePool(s, h);
      endShare(s, h);
      break;
    case shareState.underWay: {
      const departed = int(share.depart, h) <= s.now;
      sendHome(s, h, departed ? s.now - int(share.depart, h) : 0, departed);
      break;
    }
    case shareState.waiting:
    case shareState.working: {
      const at = pairOf(s, int(share.task, h), int(share.organisation, h));
      addTo(s.out.unitHoursBy, at, unitHours(s, h));
      sendHome(s, h, int(share.travel, h), true);
      break;
    }
    case shareState.returning:
    case shareState.ended:
      break;
    default:
      sendHome(s, h, 0, false);
  }
}

function endAskers(s: State, task: number): void {
  const { asker } = s;
  for (let a = int(s.task.firstAsker, task); a >= 0; a = int(asker.next, a)) endAsker(s, a);
}

/** Nothing more is asked for an asker. */
export function endAsker(s: State, a: number): void {
  const { asker } = s;
  withdraw(s, int(asker.event, a));
  withdraw(s, int(asker.accessEvent, a));
  withdraw(s, int(asker.staleEvent, a));
  asker.event[a] = -1;
  asker.accessEvent[a] = -1;
  asker.staleEvent[a] = -1;
  asker.generation[a] = int(asker.generation, a) + 1;
  const request = int(asker.request, a);
  asker.request[a] = -1;
  if (request >= 0) endRequest(s, request);
}

function countTask(s: State, task: number, enough: number): void {
  const layout = layoutOfTask(s, task);
  const { out } = s;
  if (int(s.task.fulfilled, task) === 1) addTo(out.fulfilled, layout, 1);
  if (real(s.task.shareByStandard, task) >= enough) addTo(out.standardMet, layout, 1);
  const first = int(s.task.first, task);
  if (first < 0) return;
  const ticks = first - int(s.incident.tick, int(s.task.incident, task));
  addTo(out.effective, layout, 1);
  addTo(out.firstEffectHours, layout, hoursOf(ticks));
  const bin = layout * timeBins + timeBin(ticks);
  out.firstEffectBins[bin] = int(out.firstEffectBins, bin) + 1;
}

/** All tasks of a mission have closed: its record for floors and suppression (K60). */
export function closeMission(s: State, instance: number): void {
  const mission = int(s.instance.mission, instance);
  const first = int(s.instance.tasks, instance);
  let delivered = 0;
  for (let task = first; task < first + int(s.instance.count, instance); task++)
    delivered += real(s.task.delivered, task);
  const demanded = real(s.instance.demanded, instance);
  const floor = int(s.program.missions.floor, int(s.instance.row, instance));
  const incident = int(s.instance.incident, instance);
  if (demanded > 0 && floor >= 0 && delivered < amountAt(s, floor, incident) * demanded)
    addTo(s.out.belowFloor, mission, 1);
  logClosing(s, mission, delivered, demanded);
}

/**
 * What a closed task means for the others of its mission (K20). `closed` counts the mission's tasks from 0.
 */
function goOn(s: State, instance: number, closed: number): void {
  const { lists, tasks } = s.program;
  const first = int(s.instance.tasks, instance);
  const isFulfilled = int(s.task.fulfilled, first + closed) === 1;
  for (let task = first; task < first + int(s.instance.count, instance); task++) {
    if (int(s.task.skipped, task) === 1) continue;
    const anyOf = int(tasks.anyOf, int(s.task.row, task));
    if (isFulfilled && holdsEntry(lists, anyOf, closed)) {
      for (let at = 1; at <= int(lists, anyOf); at++)
        closeTask(s, first + int(lists, anyOf + at), closing.cancelled);
    }
    testWaiting(s, instance, task);
  }
}

function holdsEntry(lists: Int32Array, list: number, entry: number): boolean {
  for (let at = 1; at <= int(lists, list); at++) if (int(lists, list + at) === entry) return true;
  return false;
}

/** Opens a waiting task as soon as it may, and fails it as soon as it no longer can (K20). */
export function testWaiting(s: State, instance: number, task: number): void {
  if (int(s.task.state, task) !== taskState.waiting) return;
  const { lists, tasks } = s.program;
  const row = int(s.task.row, task);
  const first = int(s.instance.tasks, instance);
  const after = int(tasks.after, row);
  let ready = true;
  let failed = false;
  for (let at = 1; at <= int(lists, after); at++) {
    const other = first + int(lists, after + at);
    if (int(s.task.state, other) !== taskState.closed) ready = false;
    else if (int(s.task.fulfilled, other) === 0 && int(tasks.evenIfFailed, row) === 0) failed = true;
  }
  const anyOf = int(tasks.anyOf, row);
  let counted = 0;
  let met = false;
  let open = false;
  for (let at = 1; at <= int(lists, anyOf); at++) {
    const other = first + int(lists, anyOf + at);
    if (int(s.task.skipped, other) === 1) continue;
    counted += 1;
    if (int(s.task.state, other) !== taskState.closed) open = true;
    else if (int(s.task.fulfilled, other) === 1) met = true;
  }
  if (counted > 0 && !met) {
    ready = false;
    if (!open) failed = true;
  }
  if (failed) closeBy(s, task, s.now);
  else if (ready) {
    s.task.state[task] = taskState.opening;
    const hi = int(s.task.hi, task);
    s.task.openEvent[task] = schedule(s, eventType.open, task, s.now, hi, int(s.task.lo, task));
  }
}

/** Plans a task's `close` event, or moves it to an earlier tick. */
export function closeBy(s: State, task: number, tick: number): void {
  const before = int(s.task.closeEvent, task);
  if (before >= 0 && tickOf(s, before) <= tick) return;
  withdraw(s, before);
  const hi = int(s.task.hi, task);
  s.task.closeEvent[task] = schedule(s, eventType.close, task, tick, hi, int(s.task.lo, task));
}
