import * as cause from "../codes/cause.ts";
import * as says from "../codes/says.ts";
import * as truth from "../codes/truth.ts";
import type { i32 } from "../engine/primitive.ts";
import { isInSet, listAt } from "../engine/program.ts";
import * as Asker from "../memory/asker.ts";
import { granted, lane } from "../memory/cells.ts";
import {
  activityAuthorities,
  authorityIn,
  authorityName,
  mechanismIn,
  organisationFree,
  organisationParty,
} from "../memory/program.ts";
import * as Authorities from "../memory/table-authorities.ts";
import * as Mechanisms from "../memory/table-mechanisms.ts";
import * as Tasks from "../memory/table-tasks.ts";
import * as Task from "../memory/task.ts";
import { failedJudgement, judgedTruthOf, truthOf } from "./condition.ts";
import { anyOpen, covers, isInWindow, listHas, rowNow } from "./in-force.ts";
import { nameInto } from "./name.ts";
import { decisionCause, isRelaxed, nodeParty, touch } from "./relaxation.ts";

/** Beneficiary of a task: its own or the incident's; -1 for none. */
export function beneficiaryOf(task: i32): i32 {
  return Task.beneficiary(task);
}

/** List of the authorities of a task's activity in the order of K35. */
export function walkOf(task: i32): i32 {
  return activityAuthorities(Tasks.activity(Task.row(task)));
}

/** The row of an authority that is in force now; -1 for none. */
export function authorityNow(authority: i32, incident: i32): i32 {
  const row = rowNow(authorityIn, authority, incident);
  return row >= 0 && isInWindow(Authorities.valid(row)) ? row : -1;
}

/**
 * Whether an authority row fits a task and actor before anything is asked: judgements count in favour of
 * acting, and what is unknown is decided as the run's switch says (K32, K34).
 */
export function fits(row: i32, task: i32, organisation: i32): boolean {
  if (row < 0 || !applies(row, task, organisation)) return false;
  const condition = Authorities.condition(row);
  return holdsFor(row, truthOf(condition, Task.incident(task), !isBar(row)));
}

/** Whether an authority row speaks of a task and actor now, whatever its conditions say (K34). */
function applies(row: i32, task: i32, organisation: i32): boolean {
  if (!listHas(Authorities.activities(row), Tasks.activity(Task.row(task)))) return false;
  if (!covers(Authorities.through(row), organisation)) return false;
  const beneficiaries = Authorities.forList(row);
  if (beneficiaries >= 0) {
    const beneficiary = beneficiaryOf(task);
    if (beneficiary < 0 || !listHas(beneficiaries, beneficiary)) return false;
  }
  const places = Authorities.at(row);
  const place = Task.place(task);
  if (places >= 0 && (place < 0 || !isInSet(places, place))) return false;
  return !isBar(row) || anyOpen(Authorities.inList(row), Task.incident(task));
}

/** Whether an authority row holds whose conditions have this truth value (K32). */
function holdsFor(row: i32, value: i32): boolean {
  if (value === truth.no) return false;
  const isKnown = value === truth.yes && Authorities.notEncoded(row) === 0;
  return isKnown || (isBar(row) ? granted() === 0 : granted() === 1);
}

/**
 * What an asker is barred by through a prohibition, its judgements drawn as in a request of the asker: a cause;
 * -1 if it is not barred (K33).
 */
export function barringCause(a: i32, authority: i32, row: i32): i32 {
  const task = Asker.task(a);
  const organisation = Asker.organisation(a);
  if (!applies(row, task, organisation)) return -1;
  const incident = Task.incident(task);
  const condition = Authorities.condition(row);
  if (holdsFor(row, truthOf(condition, incident, false))) {
    touch(cause.basis);
    return isRelaxed(cause.basis) ? -1 : cause.basis;
  }
  if (condition < 0) return -1;
  nameInto(0, Asker.hi(a), Asker.lo(a), authorityName(authority));
  const hi = lane(0);
  const lo = lane(1);
  const party = organisationParty(organisation);
  if (!holdsFor(row, judgedTruthOf(condition, incident, false, hi, lo, party))) return -1;
  const list = Authorities.conditions(row);
  const node = failedJudgement(list, incident, false, hi, lo, party);
  return decisionCause(nodeParty(node, incident) === party);
}

/** Whether an authority row is a prohibition. */
export function isBar(row: i32): boolean {
  return Authorities.says(row) === says.mustNot;
}

/** Whether an organisation may act in a task now, before anything is asked (K32). */
export function mayAct(task: i32, organisation: i32): boolean {
  if (isRelaxed(cause.basis)) return true;
  const incident = Task.incident(task);
  const walk = walkOf(task);
  for (let at = 1; at <= listAt(walk); at++) {
    const row = authorityNow(listAt(walk + at), incident);
    if (!fits(row, task, organisation)) continue;
    if (isBar(row)) touch(cause.basis);
    return !isBar(row);
  }
  if (organisationFree(organisation) === 1) return true;
  touch(cause.basis);
  return false;
}

/** Whether some prohibition bars an asker (K33). */
export function isBarred(a: i32): boolean {
  const task = Asker.task(a);
  const incident = Task.incident(task);
  const walk = walkOf(task);
  for (let at = 1; at <= listAt(walk); at++) {
    const authority = listAt(walk + at);
    const row = authorityNow(authority, incident);
    if (row >= 0 && isBar(row) && barringCause(a, authority, row) >= 0) return true;
  }
  return false;
}

/**
 * Whether one of the mechanisms of a kind that may be used links both organisations for an activity (K42).
 */
export function isAgreed(task: i32, a: i32, b: i32, mechanisms: i32): boolean {
  const incident = Task.incident(task);
  const activity = Tasks.activity(Task.row(task));
  for (let at = 1; at <= listAt(mechanisms); at++) {
    const row = rowNow(mechanismIn, listAt(mechanisms + at), incident);
    if (row < 0 || !isInWindow(Mechanisms.valid(row)) || !anyOpen(Mechanisms.inList(row), incident)) continue;
    const between = Mechanisms.between(row);
    if (listHas(Mechanisms.agreement(row), activity) && covers(between, a) && covers(between, b)) return true;
  }
  return false;
}
