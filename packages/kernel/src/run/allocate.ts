import * as cause from "../codes/cause.ts";
import * as eventType from "../codes/event-type.ts";
import * as shareState from "../codes/share-state.ts";
import * as traced from "../codes/traced.ts";
import type { f64, i32 } from "../engine/primitive.ts";
import { listAt } from "../engine/program.ts";
import { candidateCount, lane, now, runHi, runLo, usableCount } from "../memory/cells.ts";
import {
  candidateAlternative,
  candidateOrganisation,
  poolHead,
  serveEvent,
  setServeEvent,
  usable,
  usableTravel,
} from "../memory/elements.ts";
import { capabilityHoldings, capabilityName, holdingIn } from "../memory/program.ts";
import * as Share from "../memory/share.ts";
import * as Holdings from "../memory/table-holdings.ts";
import * as Needs from "../memory/table-needs.ts";
import * as Tasks from "../memory/table-tasks.ts";
import * as Task from "../memory/task.ts";
import { schedule } from "./calendar.ts";
import { findCandidates } from "./candidate.ts";
import { rowNow } from "./in-force.ts";
import { nameInto } from "./name.ts";
import { joinPool, leavePool } from "./pool.ts";
import { findUsable, freeUnits, unitsPer } from "./reach.ts";
import { mayRecall, recallFor } from "./recall.ts";
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
  if (mayRecall(task))
    for (let at = 0; at < candidateCount() && left > 0; at++)
      left = recallFor(task, need, candidateAlternative(at), candidateOrganisation(at), left);
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
