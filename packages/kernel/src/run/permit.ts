import * as askerPhase from "../codes/asker-phase.ts";
import * as cause from "../codes/cause.ts";
import * as eventType from "../codes/event-type.ts";
import * as joinKind from "../codes/join-kind.ts";
import * as mechanismKind from "../codes/mechanism-kind.ts";
import * as outcome from "../codes/outcome.ts";
import * as shareState from "../codes/share-state.ts";
import * as traced from "../codes/traced.ts";
import type { i32 } from "../engine/primitive.ts";
import { listAt } from "../engine/program.ts";
import * as Asker from "../memory/asker.ts";
import { now, outTicks } from "../memory/cells.ts";
import { permitPending, permitUntil } from "../memory/elements.ts";
import { authorityIn, mechanismsWith, organisationFree, organisationParty } from "../memory/program.ts";
import * as Request from "../memory/request.ts";
import * as Share from "../memory/share.ts";
import * as Authorities from "../memory/table-authorities.ts";
import * as Tasks from "../memory/table-tasks.ts";
import * as Task from "../memory/task.ts";
import { schedule } from "./calendar.ts";
import { rowNow } from "./in-force.ts";
import { knownList, markInformed, seekAll, seekItems } from "./inform.ts";
import { authorityNow, barringCause, fits, isAgreed, isBar, isBarred, walkOf } from "./law.ts";
import { chargeWait, trace } from "./record.ts";
import { refuse } from "./refusal.ts";
import { isRelaxed, touch } from "./relaxation.ts";
import { advanceRequest, endRequest, endStanding, ownRequest, standingRequest } from "./request.ts";
import { scheduleGo } from "./task-share.ts";
import { joinWait } from "./wait-list.ts";

/** `ask`: inform, then permit; or the end of a wait for a standing request (K30, K40). */
export function ask(a: i32): void {
  if (Asker.joined(a) !== 0) {
    heard(a);
    return;
  }
  Asker.setStarted(a, now());
  seekAll(a);
  Asker.setFate(a, seekItems(a) ? 1 : 0);
  if (outTicks() === 0) {
    informed(a);
    return;
  }
  Asker.setEvent(a, schedule(eventType.informed, a, now() + outTicks(), Asker.hi(a), Asker.lo(a)));
}

/** The end of the wait for information, also where there was none. */
export function informed(a: i32): void {
  const task = Asker.task(a);
  const wait = now() - Asker.started(a);
  chargeWait(task, cause.mechanism, wait);
  if (Asker.fate(a) === 0) {
    refuse(a, cause.mechanism);
    return;
  }
  traceInformed(a, wait);
  markInformed(a);
  startWalk(a);
}

/** Traces that an asker is informed, if its task knows something. */
export function traceInformed(a: i32, wait: i32): void {
  const task = Asker.task(a);
  if (listAt(knownList(task)) === 0) return;
  const which = wait > 0 ? cause.mechanism : -1;
  const organisation = Asker.organisation(a);
  trace(traced.informed, Task.incident(task), task, organisation, -1, which, 0, wait);
}

function startWalk(a: i32): void {
  const organisation = Asker.organisation(a);
  Asker.setPhase(a, askerPhase.permitting);
  Asker.setWalk(a, 0);
  const isFree = organisationFree(organisation) === 1;
  if (isFree && !isBarred(a)) permit(a, -1);
  else walk(a);
}

/** Walks the provisions from where the asker is until it is permitted, refused or has to wait (K33). */
function walk(a: i32): void {
  const task = Asker.task(a);
  const organisation = Asker.organisation(a);
  const incident = Task.incident(task);
  const list = walkOf(task);
  while (Asker.walk(a) < listAt(list)) {
    const authority = listAt(list + 1 + Asker.walk(a));
    const row = authorityNow(authority, incident);
    const isProhibition = row >= 0 && isBar(row);
    const barred = isProhibition ? barringCause(a, authority, row) : -1;
    if (barred >= 0) {
      refuse(a, barred);
      return;
    }
    if (isProhibition || !fits(row, task, organisation)) {
      Asker.setWalk(a, Asker.walk(a) + 1);
      continue;
    }
    Asker.setFitted(a, 1);
    const result = request(a, authority, row);
    if (result === outcome.waiting) return;
    if (result === outcome.granted) {
      permit(a, authority);
      return;
    }
    deny(a, authority);
  }
  const isFree = organisationFree(organisation) === 1;
  if (isFree || (isRelaxed(cause.basis) && Asker.fitted(a) === 0)) permit(a, -1);
  else {
    if (Asker.fitted(a) === 0) touch(cause.basis);
    refuse(a, Asker.denied(a) < 0 ? cause.basis : Asker.denied(a));
  }
}

/** Asks on one provision; a refusal's cause is left in `asker.joinedCause`. */
function request(a: i32, authority: i32, row: i32): i32 {
  if (Authorities.lasts(row) < 0) {
    const own = ownRequest(a, authority, row);
    Asker.setRequest(a, own);
    return settleOwn(a, own);
  }
  if (now() < permitUntil(authority)) return outcome.granted;
  const pending = permitPending(authority);
  if (pending >= 0) {
    joinWait(pending, joinKind.asker, a);
    return outcome.waiting;
  }
  const standing = standingRequest(a, authority, row);
  joinWait(standing, joinKind.asker, a);
  const result = advanceRequest(standing);
  if (result !== outcome.waiting) endStanding(standing, result);
  return outcome.waiting;
}

function settleOwn(a: i32, own: i32): i32 {
  const result = advanceRequest(own);
  if (result === outcome.waiting) return result;
  Asker.setJoinedCause(a, Request.cause(own));
  Asker.setRequest(a, -1);
  endRequest(own);
  return result;
}

/** A provision is refused; the walk goes on after it. */
function deny(a: i32, authority: i32): void {
  const task = Asker.task(a);
  const which = Asker.joinedCause(a);
  Asker.setDenied(a, which);
  Asker.setWalk(a, Asker.walk(a) + 1);
  const organisation = Asker.organisation(a);
  trace(traced.denied, Task.incident(task), task, organisation, authority, which, 0, 0);
}

/** The provision the asker stands at in its walk. */
function authorityAt(a: i32): i32 {
  const list = walkOf(Asker.task(a));
  return listAt(list + 1 + Asker.walk(a));
}

/** An asker hears how the standing request ended that it joined. */
function heard(a: i32): void {
  const result = Asker.joined(a);
  Asker.setJoined(a, 0);
  const authority = authorityAt(a);
  if (result === outcome.granted) {
    permit(a, authority);
    return;
  }
  deny(a, authority);
  walk(a);
}

/** `answer` to a request. */
export function answerRequest(slot: i32): void {
  const a = Request.asker(slot);
  if (a < 0) {
    const result = advanceRequest(slot);
    if (result !== outcome.waiting) endStanding(slot, result);
    return;
  }
  const authority = Request.authority(slot);
  const result = settleOwn(a, slot);
  if (result === outcome.granted) permit(a, authority);
  else if (result === outcome.refused) {
    deny(a, authority);
    walk(a);
  }
}

/**
 * An asker is permitted, by an authority or by none (-1); in a joint task others must be linked with it
 * (K42).
 */
function permit(a: i32, authority: i32): void {
  const task = Asker.task(a);
  const organisation = Asker.organisation(a);
  const incident = Task.incident(task);
  const row = rowNow(authorityIn, authority, incident);
  Asker.setAuthority(a, authority);
  Asker.setStandard(a, row < 0 ? -1 : Authorities.weapons(row));
  trace(traced.permit, incident, task, organisation, authority, -1, 0, 0);
  if (!isLinked(a, task, organisation)) {
    refuse(a, cause.mechanism);
    return;
  }
  Asker.setPhase(a, askerPhase.permitted);
  for (let h = Task.firstShare(task); h >= 0; h = Share.next(h))
    if (Share.asker(h) === a && Share.state(h) === shareState.joined) scheduleGo(h);
}

/** Whether agreements in force link an actor with every other asker of another party in a joint task. */
function isLinked(a: i32, task: i32, organisation: i32): boolean {
  if (Tasks.joint(Task.row(task)) === 0 || isRelaxed(cause.mechanism)) return true;
  const agreements = mechanismsWith(mechanismKind.agreement);
  const party = organisationParty(organisation);
  for (let other = Task.firstAsker(task); other >= 0; other = Asker.next(other)) {
    const partner = Asker.organisation(other);
    if (other === a || Asker.phase(other) === askerPhase.refused) continue;
    if (organisationParty(partner) === party) continue;
    if (isAgreed(task, organisation, partner, agreements)) continue;
    touch(cause.mechanism);
    return false;
  }
  return true;
}
