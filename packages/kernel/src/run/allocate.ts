import * as cause from "../codes/cause.ts";
import * as eventType from "../codes/event-type.ts";
import * as shareState from "../codes/share-state.ts";
import * as traced from "../codes/traced.ts";
import { type f64, type i32, isBelow } from "../engine/primitive.ts";
import { listAt, realOf } from "../engine/program.ts";
import { candidateCount, lane, now, runHi, runLo, usableCount } from "../memory/cells.ts";
import {
  candidateAlternative,
  candidateOrganisation,
  poolHead,
  poolTail,
  serveEvent,
  setPoolHead,
  setPoolTail,
  setServeEvent,
  usable,
  usableTravel,
} from "../memory/elements.ts";
import * as Instance from "../memory/instance.ts";
import { capabilityHoldings, capabilityName, holdingIn } from "../memory/program.ts";
import * as Share from "../memory/share.ts";
import * as Holdings from "../memory/table-holdings.ts";
import * as Missions from "../memory/table-missions.ts";
import * as Needs from "../memory/table-needs.ts";
import * as Tasks from "../memory/table-tasks.ts";
import * as Task from "../memory/task.ts";
import { amountAt } from "./amount.ts";
import { schedule } from "./calendar.ts";
import { findCandidates } from "./candidate.ts";
import { rowNow } from "./in-force.ts";
import { nameInto } from "./name.ts";
import { findUsable, freeUnits } from "./reach.ts";
import { chargeWait, countRefusal, trace } from "./record.ts";
import { isRelaxed } from "./relaxation.ts";
import { endShare, grantShare, newShare } from "./task-share.ts";

/**
 * allocate(need, r) of K23, without the test for the end of the task. `need` counts the task's needs from 0.
 */
export function allocate(task: i32, need: i32, wanted: f64): void {
  const row = needRow(task, need);
  const lossCause = findCandidates(task, row);
  if (candidateCount() === 0) {
    const text = Needs.text(row);
    trace(traced.lost, Task.incident(task), task, -1, text, lossCause, wanted, 0);
    countRefusal(task, lossCause);
    return;
  }
  const firstOrganisation = candidateOrganisation(0);
  const firstAlternative = candidateAlternative(0);
  if (listAt(firstAlternative) < 0) {
    grantShare(task, need, firstAlternative, firstOrganisation, wanted, 0, -1, 0);
    return;
  }
  if (isRelaxed(cause.capability)) {
    const units = Math.ceil(wanted * unitsPer(task, firstAlternative));
    grantShare(task, need, firstAlternative, firstOrganisation, wanted, units, -1, 0);
    return;
  }
  let left = wanted;
  for (let at = 0; at < candidateCount() && left > 0; at++)
    left = grantFrom(task, need, candidateAlternative(at), candidateOrganisation(at), left);
  if (left <= 0) return;
  const share = newShare(task, need, firstAlternative, firstOrganisation, left);
  Share.setState(share, shareState.pool);
  trace(
    traced.pooled,
    Task.incident(task),
    task,
    firstOrganisation,
    Share.capability(share),
    cause.capability,
    left,
    0,
  );
  joinPool(share);
}

/** Row of `needs` of a task's need. */
export function needRow(task: i32, need: i32): i32 {
  return listAt(Tasks.needs(Task.row(task)) + 1 + need);
}

/** Units per unit of need; 1 where that is not above 0. */
function unitsPer(task: i32, alternative: i32): f64 {
  const per = amountAt(listAt(alternative + 1), Task.incident(task));
  return per > 0 ? per : 1;
}

/** Grants shares from the holdings an organisation can use, and returns what is left. */
function grantFrom(task: i32, need: i32, alternative: i32, organisation: i32, wanted: f64): f64 {
  const per = unitsPer(task, alternative);
  findUsable(listAt(alternative), organisation, Task.place(task));
  let left = wanted;
  for (let at = 0; at < usableCount() && left > 0; at++) {
    const holding = usable(at);
    const row = rowNow(holdingIn, holding, -1);
    const amount = Math.min(left, Math.floor(freeUnits(holding, row) / per));
    if (amount <= 0) continue;
    const travel = usableTravel(at);
    const units = Math.ceil(amount * per);
    grantShare(task, need, alternative, organisation, amount, units, holding, travel);
    left -= amount;
  }
  return left;
}

/** Puts a waiting share in its place in its capability's pool (K26). */
function joinPool(h: i32): void {
  const capability = Share.capability(h);
  let before = poolTail(capability);
  while (before >= 0 && isServedBefore(h, before)) before = Share.poolBefore(before);
  const after = before < 0 ? poolHead(capability) : Share.poolNext(before);
  Share.setPoolBefore(h, before);
  Share.setPoolNext(h, after);
  if (before < 0) setPoolHead(capability, h);
  else Share.setPoolNext(before, h);
  if (after < 0) setPoolTail(capability, h);
  else Share.setPoolBefore(after, h);
}

/** Order of service: priority of the mission, tick of opening, name of the task, order of creation. */
function isServedBefore(a: i32, b: i32): boolean {
  const taskA = Share.task(a);
  const taskB = Share.task(b);
  if (taskA !== taskB) {
    const byPriority = priorityOf(taskB) - priorityOf(taskA);
    if (byPriority !== 0) return byPriority < 0;
    const byTick = Task.opened(taskA) - Task.opened(taskB);
    if (byTick !== 0) return byTick < 0;
    const highA = Task.hi(taskA);
    const highB = Task.hi(taskB);
    if (highA !== highB) return isBelow(highA, highB);
    const lowA = Task.lo(taskA);
    const lowB = Task.lo(taskB);
    if (lowA !== lowB) return isBelow(lowA, lowB);
  }
  return Share.order(a) < Share.order(b);
}

function priorityOf(task: i32): f64 {
  const row = Instance.row(Task.instance(task));
  return realOf(Missions.priority(row));
}

/** Takes a waiting share out of its pool. */
export function leavePool(h: i32): void {
  const capability = Share.capability(h);
  const before = Share.poolBefore(h);
  const after = Share.poolNext(h);
  if (before < 0) setPoolHead(capability, after);
  else Share.setPoolNext(before, after);
  if (after < 0) setPoolTail(capability, before);
  else Share.setPoolBefore(after, before);
}

/** Plans `serve` for a capability now, if shares wait for it (K25). */
export function scheduleServe(capability: i32): void {
  if (capability < 0 || poolHead(capability) < 0 || serveEvent(capability) >= 0) return;
  nameInto(0, runHi(), runLo(), capabilityName(capability));
  const hi = lane(0);
  setServeEvent(capability, schedule(eventType.serve, capability, now(), hi, lane(1)));
}

/** `serve`: what is free goes to the waiting shares in order (K26). */
export function serve(capability: i32): void {
  setServeEvent(capability, -1);
  let h = poolHead(capability);
  while (h >= 0 && hasFree(capability)) {
    const next = Share.poolNext(h);
    const task = Share.task(h);
    const wanted = Share.amount(h);
    const left = grantFrom(task, Share.need(h), Share.alternative(h), Share.organisation(h), wanted);
    if (left < wanted) {
      chargeWait(task, cause.capability, now() - Share.since(h));
      Share.setSince(h, now());
      Share.setAmount(h, left);
      if (left <= 0) {
        leavePool(h);
        endShare(h);
      }
    }
    h = next;
  }
}

/** Whether any holding of a capability has a free unit: without one, nobody who waits can be served. */
function hasFree(capability: i32): boolean {
  const list = capabilityHoldings(capability);
  for (let at = 1; at <= listAt(list); at++) {
    const holding = listAt(list + at);
    const row = rowNow(holdingIn, holding, -1);
    if (row >= 0 && Holdings.capability(row) === capability && freeUnits(holding, row) > 0) return true;
  }
  return false;
}
