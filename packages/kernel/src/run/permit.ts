import { int } from "../memory.ts";
import { mechanismKind } from "../program.ts";
import { eventType, schedule } from "../state/calendar-queue.ts";
import { askerPhase, shareState } from "../state/columns.ts";
import type { State } from "../state/state.ts";
import { rowNow } from "./in-force.ts";
import { knownList, markInformed, seekAll, seekItems } from "./inform.ts";
import { authorityNow, barringCause, fits, isAgreed, isBar, isBarred, walkOf } from "./law.ts";
import { chargeWait, trace, traced } from "./record.ts";
import { refuse } from "./refusal.ts";
import { cause, isRelaxed } from "./relaxation.ts";
import { advanceRequest, endRequest, endStanding, ownRequest, standingRequest } from "./request.ts";
import { outcome } from "./situation.ts";
import { scheduleGo } from "./task-share.ts";
import { joinKind, joinWait } from "./wait-list.ts";

/** `ask`: inform, then permit; or the end of a wait for a standing request (K30, K40). */
export function ask(s: State, a: number): void {
  const { asker } = s;
  if (int(asker.joined, a) !== 0) {
    heard(s, a);
    return;
  }
  asker.started[a] = s.now;
  seekAll(s, a);
  asker.fate[a] = seekItems(s, a) ? 1 : 0;
  if (s.outTicks === 0) {
    informed(s, a);
    return;
  }
  asker.event[a] = schedule(s, eventType.informed, a, s.now + s.outTicks, int(asker.hi, a), int(asker.lo, a));
}

/** The end of the wait for information, also where there was none. */
export function informed(s: State, a: number): void {
  const { asker } = s;
  const task = int(asker.task, a);
  const wait = s.now - int(asker.started, a);
  chargeWait(s, task, cause.mechanism, wait);
  if (int(asker.fate, a) === 0) {
    refuse(s, a, cause.mechanism);
    return;
  }
  traceInformed(s, a, wait);
  markInformed(s, a);
  startWalk(s, a);
}

/** Traces that an asker is informed, if its task knows something. */
export function traceInformed(s: State, a: number, wait: number): void {
  const task = int(s.asker.task, a);
  if (int(s.program.lists, knownList(s, task)) === 0) return;
  const which = wait > 0 ? cause.mechanism : -1;
  const organisation = int(s.asker.organisation, a);
  trace(s, traced.informed, int(s.task.incident, task), task, organisation, -1, which, 0, wait);
}

function startWalk(s: State, a: number): void {
  const { asker } = s;
  const organisation = int(asker.organisation, a);
  asker.phase[a] = askerPhase.permitting;
  asker.walk[a] = 0;
  const isFree = int(s.program.organisationFree, organisation) === 1;
  if (isFree && !isBarred(s, a)) permit(s, a, -1);
  else walk(s, a);
}

/** Walks the provisions from where the asker is until it is permitted, refused or has to wait (K33). */
function walk(s: State, a: number): void {
  const { asker } = s;
  const { lists } = s.program;
  const task = int(asker.task, a);
  const organisation = int(asker.organisation, a);
  const incident = int(s.task.incident, task);
  const list = walkOf(s, task);
  while (int(asker.walk, a) < int(lists, list)) {
    const authority = int(lists, list + 1 + int(asker.walk, a));
    const row = authorityNow(s, authority, incident);
    const isProhibition = row >= 0 && isBar(s, row);
    const barred = isProhibition ? barringCause(s, a, authority, row) : -1;
    if (barred >= 0) {
      refuse(s, a, barred);
      return;
    }
    if (isProhibition || !fits(s, row, task, organisation)) {
      asker.walk[a] = int(asker.walk, a) + 1;
      continue;
    }
    asker.fitted[a] = 1;
    const result = request(s, a, authority, row);
    if (result === outcome.waiting) return;
    if (result === outcome.granted) {
      permit(s, a, authority);
      return;
    }
    deny(s, a, authority);
  }
  const isFree = int(s.program.organisationFree, organisation) === 1;
  if (isFree || (isRelaxed(s, cause.basis) && int(asker.fitted, a) === 0)) permit(s, a, -1);
  else refuse(s, a, int(asker.denied, a) < 0 ? cause.basis : int(asker.denied, a));
}

/** Asks on one provision; a refusal's cause is left in `asker.joinedCause`. */
function request(s: State, a: number, authority: number, row: number): number {
  const { asker } = s;
  if (int(s.program.authorities.lasts, row) < 0) {
    const own = ownRequest(s, a, authority, row);
    asker.request[a] = own;
    return settleOwn(s, a, own);
  }
  if (s.now < int(s.permitUntil, authority)) return outcome.granted;
  const pending = int(s.permitPending, authority);
  if (pending >= 0) {
    joinWait(s, s.request, pending, joinKind.asker, a);
    return outcome.waiting;
  }
  const standing = standingRequest(s, a, authority, row);
  joinWait(s, s.request, standing, joinKind.asker, a);
  const result = advanceRequest(s, standing);
  if (result !== outcome.waiting) endStanding(s, standing, result);
  return outcome.waiting;
}

function settleOwn(s: State, a: number, own: number): number {
  const result = advanceRequest(s, own);
  if (result === outcome.waiting) return result;
  s.asker.joinedCause[a] = int(s.request.cause, own);
  s.asker.request[a] = -1;
  endRequest(s, own);
  return result;
}

/** A provision is refused; the walk goes on after it. */
function deny(s: State, a: number, authority: number): void {
  const { asker } = s;
  const task = int(asker.task, a);
  const which = int(asker.joinedCause, a);
  asker.denied[a] = which;
  asker.walk[a] = int(asker.walk, a) + 1;
  const organisation = int(asker.organisation, a);
  trace(s, traced.denied, int(s.task.incident, task), task, organisation, authority, which, 0, 0);
}

/** The provision the asker stands at in its walk. */
function authorityAt(s: State, a: number): number {
  const list = walkOf(s, int(s.asker.task, a));
  return int(s.program.lists, list + 1 + int(s.asker.walk, a));
}

/** An asker hears how the standing request ended that it joined. */
function heard(s: State, a: number): void {
  const result = int(s.asker.joined, a);
  s.asker.joined[a] = 0;
  const authority = authorityAt(s, a);
  if (result === outcome.granted) {
    permit(s, a, authority);
    return;
  }
  deny(s, a, authority);
  walk(s, a);
}

/** `answer` to a request. */
export function answerRequest(s: State, slot: number): void {
  const a = int(s.request.asker, slot);
  if (a < 0) {
    const result = advanceRequest(s, slot);
    if (result !== outcome.waiting) endStanding(s, slot, result);
    return;
  }
  const authority = int(s.request.authority, slot);
  const result = settleOwn(s, a, slot);
  if (result === outcome.granted) permit(s, a, authority);
  else if (result === outcome.refused) {
    deny(s, a, authority);
    walk(s, a);
  }
}

/**
 * An asker is permitted, by an authority or by none (-1); in a joint task others must be linked with it
 * (K42).
 */
function permit(s: State, a: number, authority: number): void {
  const { asker, share, program } = s;
  const task = int(asker.task, a);
  const organisation = int(asker.organisation, a);
  const incident = int(s.task.incident, task);
  const row = rowNow(s, program.authorityIn, authority, incident);
  asker.authority[a] = authority;
  asker.standard[a] = row < 0 ? -1 : int(program.authorities.weapons, row);
  trace(s, traced.permit, incident, task, organisation, authority, -1, 0, 0);
  if (!isLinked(s, a, task, organisation)) {
    refuse(s, a, cause.mechanism);
    return;
  }
  asker.phase[a] = askerPhase.permitted;
  for (let h = int(s.task.firstShare, task); h >= 0; h = int(share.next, h))
    if (int(share.asker, h) === a && int(share.state, h) === shareState.joined) scheduleGo(s, h);
}

/** Whether agreements in force link an actor with every other asker of another party in a joint task. */
function isLinked(s: State, a: number, task: number, organisation: number): boolean {
  const { asker, program } = s;
  if (int(program.tasks.joint, int(s.task.row, task)) === 0 || isRelaxed(s, cause.mechanism)) return true;
  const agreements = int(program.mechanismsWith, mechanismKind.agreement);
  const party = int(program.organisationParty, organisation);
  for (let other = int(s.task.firstAsker, task); other >= 0; other = int(asker.next, other)) {
    const partner = int(asker.organisation, other);
    if (other === a || int(asker.phase, other) === askerPhase.refused) continue;
    if (int(program.organisationParty, partner) === party) continue;
    if (!isAgreed(s, task, organisation, partner, agreements)) return false;
  }
  return true;
}
