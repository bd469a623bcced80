import { int, real } from "../memory.ts";
import { eventType, schedule } from "../state/calendar-queue.ts";
import { shareState } from "../state/columns.ts";
import type { State } from "../state/state.ts";
import { amountAt } from "./amount.ts";
import { findCandidates } from "./candidate.ts";
import { rowNow } from "./in-force.ts";
import { nameInto } from "./name.ts";
import { findUsable, freeUnits } from "./reach.ts";
import { chargeWait, countRefusal, trace, traced } from "./record.ts";
import { cause, isRelaxed } from "./relaxation.ts";
import { endShare, grantShare, newShare } from "./task-share.ts";

/**
 * allocate(need, r) of K23, without the test for the end of the task. `need` counts the task's needs from 0.
 */
export function allocate(s: State, task: number, need: number, wanted: number): void {
  const row = needRow(s, task, need);
  const lossCause = findCandidates(s, task, row);
  if (s.candidateCount === 0) {
    const text = int(s.program.needs.text, row);
    trace(s, traced.lost, int(s.task.incident, task), task, -1, text, lossCause, wanted, 0);
    countRefusal(s, task, lossCause);
    return;
  }
  const { organisation, alternative } = s.candidates;
  const firstOrganisation = int(organisation, 0);
  const firstAlternative = int(alternative, 0);
  if (int(s.program.lists, firstAlternative) < 0) {
    grantShare(s, task, need, firstAlternative, firstOrganisation, wanted, 0, -1, 0);
    return;
  }
  if (isRelaxed(s, cause.capability)) {
    const units = Math.ceil(wanted * unitsPer(s, task, firstAlternative));
    grantShare(s, task, need, firstAlternative, firstOrganisation, wanted, units, -1, 0);
    return;
  }
  let left = wanted;
  for (let at = 0; at < s.candidateCount && left > 0; at++)
    left = grantFrom(s, task, need, int(alternative, at), int(organisation, at), left);
  if (left <= 0) return;
  const share = newShare(s, task, need, firstAlternative, firstOrganisation, left);
  s.share.state[share] = shareState.pool;
  trace(
    s,
    traced.pooled,
    int(s.task.incident, task),
    task,
    firstOrganisation,
    int(s.share.capability, share),
    cause.capability,
    left,
    0,
  );
  joinPool(s, share);
}

/** Row of `needs` of a task's need. */
export function needRow(s: State, task: number, need: number): number {
  return int(s.program.lists, int(s.program.tasks.needs, int(s.task.row, task)) + 1 + need);
}

/** Units per unit of need; 1 where that is not above 0. */
function unitsPer(s: State, task: number, alternative: number): number {
  const per = amountAt(s, int(s.program.lists, alternative + 1), int(s.task.incident, task));
  return per > 0 ? per : 1;
}

/** Grants shares from the holdings an organisation can use, and returns what is left. */
function grantFrom(
  s: State,
  task: number,
  need: number,
  alternative: number,
  organisation: number,
  wanted: number,
): number {
  const per = unitsPer(s, task, alternative);
  findUsable(s, int(s.program.lists, alternative), organisation, int(s.task.place, task));
  let left = wanted;
  for (let at = 0; at < s.usableCount && left > 0; at++) {
    const holding = int(s.usable, at);
    const row = rowNow(s, s.program.holdingIn, holding, -1);
    const amount = Math.min(left, Math.floor(freeUnits(s, holding, row) / per));
    if (amount <= 0) continue;
    const travel = int(s.usableTravel, at);
    const units = Math.ceil(amount * per);
    grantShare(s, task, need, alternative, organisation, amount, units, holding, travel);
    left -= amount;
  }
  return left;
}

/** Puts a waiting share in its place in its capability's pool (K26). */
function joinPool(s: State, h: number): void {
  const { share } = s;
  const capability = int(share.capability, h);
  let before = int(s.poolTail, capability);
  while (before >= 0 && isServedBefore(s, h, before)) before = int(share.poolBefore, before);
  const after = before < 0 ? int(s.poolHead, capability) : int(share.poolNext, before);
  share.poolBefore[h] = before;
  share.poolNext[h] = after;
  if (before < 0) s.poolHead[capability] = h;
  else share.poolNext[before] = h;
  if (after < 0) s.poolTail[capability] = h;
  else share.poolBefore[after] = h;
}

/** Order of service: priority of the mission, tick of opening, name of the task, order of creation. */
function isServedBefore(s: State, a: number, b: number): boolean {
  const taskA = int(s.share.task, a);
  const taskB = int(s.share.task, b);
  if (taskA !== taskB) {
    const byPriority = priorityOf(s, taskB) - priorityOf(s, taskA);
    if (byPriority !== 0) return byPriority < 0;
    const byTick = int(s.task.opened, taskA) - int(s.task.opened, taskB);
    if (byTick !== 0) return byTick < 0;
    const byHigh = (int(s.task.hi, taskA) >>> 0) - (int(s.task.hi, taskB) >>> 0);
    if (byHigh !== 0) return byHigh < 0;
    const byLow = (int(s.task.lo, taskA) >>> 0) - (int(s.task.lo, taskB) >>> 0);
    if (byLow !== 0) return byLow < 0;
  }
  return int(s.share.order, a) < int(s.share.order, b);
}

function priorityOf(s: State, task: number): number {
  const row = int(s.instance.row, int(s.task.instance, task));
  return real(s.program.reals, int(s.program.missions.priority, row));
}

/** Takes a waiting share out of its pool. */
export function leavePool(s: State, h: number): void {
  const { share } = s;
  const capability = int(share.capability, h);
  const before = int(share.poolBefore, h);
  const after = int(share.poolNext, h);
  if (before < 0) s.poolHead[capability] = after;
  else share.poolNext[before] = after;
  if (after < 0) s.poolTail[capability] = before;
  else share.poolBefore[after] = before;
}

/** Plans `serve` for a capability now, if shares wait for it (K25). */
export function scheduleServe(s: State, capability: number): void {
  if (capability < 0 || int(s.poolHead, capability) < 0 || int(s.serveEvent, capability) >= 0) return;
  nameInto(s, 0, s.runHi, s.runLo, int(s.program.capabilityName, capability));
  const hi = int(s.lanes, 0);
  s.serveEvent[capability] = schedule(s, eventType.serve, capability, s.now, hi, int(s.lanes, 1));
}

/** `serve`: what is free goes to the waiting shares in order (K26). */
export function serve(s: State, capability: number): void {
  s.serveEvent[capability] = -1;
  const { share } = s;
  let h = int(s.poolHead, capability);
  while (h >= 0) {
    const next = int(share.poolNext, h);
    const task = int(share.task, h);
    const wanted = real(share.amount, h);
    const left = grantFrom(
      s,
      task,
      int(share.need, h),
      int(share.alternative, h),
      int(share.organisation, h),
      wanted,
    );
    if (left < wanted) {
      chargeWait(s, task, cause.capability, s.now - int(share.since, h));
      share.since[h] = s.now;
      share.amount[h] = left;
      if (left <= 0) {
        leavePool(s, h);
        endShare(s, h);
      }
    }
    h = next;
  }
}
