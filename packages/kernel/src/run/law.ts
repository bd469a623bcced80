import { hasBit, int } from "../memory.ts";
import type { State } from "../state/state.ts";
import { failedJudgement, judgedTruthOf, truth, truthOf } from "./condition.ts";
import { anyOpen, covers, isInWindow, listHas, rowNow } from "./in-force.ts";
import { nameInto } from "./name.ts";
import { cause, decisionCause, isRelaxed, nodeParty } from "./relaxation.ts";

const says = { may: 0, must: 1, mustNot: 2 } as const;

/** Beneficiary of a task: its own or the incident's; -1 for none. */
export function beneficiaryOf(s: State, task: number): number {
  return int(s.task.beneficiary, task);
}

/** List of the authorities of a task's activity in the order of K35. */
export function walkOf(s: State, task: number): number {
  return int(s.program.activityAuthorities, int(s.program.tasks.activity, int(s.task.row, task)));
}

/** The row of an authority that is in force now; -1 for none. */
export function authorityNow(s: State, authority: number, incident: number): number {
  const row = rowNow(s, s.program.authorityIn, authority, incident);
  return row >= 0 && isInWindow(s, int(s.program.authorities.valid, row)) ? row : -1;
}

/**
 * Whether an authority row fits a task and actor before anything is asked: judgements count in favour of
 * acting, and what is unknown is decided as the run's switch says (K32, K34).
 */
export function fits(s: State, row: number, task: number, organisation: number): boolean {
  if (row < 0 || !applies(s, row, task, organisation)) return false;
  const condition = int(s.program.authorities.condition, row);
  return holdsFor(s, row, truthOf(s, condition, int(s.task.incident, task), !isBar(s, row)));
}

/** Whether an authority row speaks of a task and actor now, whatever its conditions say (K34). */
function applies(s: State, row: number, task: number, organisation: number): boolean {
  const { authorities, tasks } = s.program;
  if (!listHas(s, int(authorities.activities, row), int(tasks.activity, int(s.task.row, task)))) return false;
  if (!covers(s, int(authorities.through, row), organisation)) return false;
  const beneficiaries = int(authorities.for, row);
  if (beneficiaries >= 0) {
    const beneficiary = beneficiaryOf(s, task);
    if (beneficiary < 0 || !listHas(s, beneficiaries, beneficiary)) return false;
  }
  const places = int(authorities.at, row);
  const place = int(s.task.place, task);
  if (places >= 0 && (place < 0 || !hasBit(s.program.lists, places, place))) return false;
  return !isBar(s, row) || anyOpen(s, int(authorities.in, row), int(s.task.incident, task));
}

/** Whether an authority row holds whose conditions have this truth value (K32). */
function holdsFor(s: State, row: number, value: number): boolean {
  if (value === truth.no) return false;
  const isKnown = value === truth.yes && int(s.program.authorities.notEncoded, row) === 0;
  return isKnown || (isBar(s, row) ? !s.granted : s.granted);
}

/**
 * What an asker is barred by through a prohibition, its judgements drawn as in a request of the asker: a cause;
 * -1 if it is not barred (K33).
 */
export function barringCause(s: State, a: number, authority: number, row: number): number {
  const { asker, program } = s;
  const task = int(asker.task, a);
  const organisation = int(asker.organisation, a);
  if (!applies(s, row, task, organisation)) return -1;
  const incident = int(s.task.incident, task);
  const condition = int(program.authorities.condition, row);
  if (holdsFor(s, row, truthOf(s, condition, incident, false)))
    return isRelaxed(s, cause.basis) ? -1 : cause.basis;
  if (condition < 0) return -1;
  nameInto(s, 0, int(asker.hi, a), int(asker.lo, a), int(program.authorityName, authority));
  const hi = int(s.lanes, 0);
  const lo = int(s.lanes, 1);
  const party = int(program.organisationParty, organisation);
  if (!holdsFor(s, row, judgedTruthOf(s, condition, incident, false, hi, lo, party))) return -1;
  const list = int(program.authorities.conditions, row);
  const node = failedJudgement(s, list, incident, false, hi, lo, party);
  return decisionCause(nodeParty(s, node, incident) === party);
}

/** Whether an authority row is a prohibition. */
export function isBar(s: State, row: number): boolean {
  return int(s.program.authorities.says, row) === says.mustNot;
}

/** Whether an organisation may act in a task now, before anything is asked (K32). */
export function mayAct(s: State, task: number, organisation: number): boolean {
  if (isRelaxed(s, cause.basis)) return true;
  const { lists } = s.program;
  const incident = int(s.task.incident, task);
  const walk = walkOf(s, task);
  for (let at = 1; at <= int(lists, walk); at++) {
    const row = authorityNow(s, int(lists, walk + at), incident);
    if (fits(s, row, task, organisation)) return !isBar(s, row);
  }
  return int(s.program.organisationFree, organisation) === 1;
}

/** Whether some prohibition bars an asker (K33). */
export function isBarred(s: State, a: number): boolean {
  const { lists } = s.program;
  const task = int(s.asker.task, a);
  const incident = int(s.task.incident, task);
  const walk = walkOf(s, task);
  for (let at = 1; at <= int(lists, walk); at++) {
    const authority = int(lists, walk + at);
    const row = authorityNow(s, authority, incident);
    if (row >= 0 && isBar(s, row) && barringCause(s, a, authority, row) >= 0) return true;
  }
  return false;
}

/**
 * Whether one of the mechanisms of a kind that may be used links both organisations for an activity (K42).
 */
export function isAgreed(s: State, task: number, a: number, b: number, mechanisms: number): boolean {
  const { lists, mechanisms: table, tasks, mechanismIn } = s.program;
  const incident = int(s.task.incident, task);
  const activity = int(tasks.activity, int(s.task.row, task));
  for (let at = 1; at <= int(lists, mechanisms); at++) {
    const row = rowNow(s, mechanismIn, int(lists, mechanisms + at), incident);
    if (row < 0 || !isInWindow(s, int(table.valid, row)) || !anyOpen(s, int(table.in, row), incident))
      continue;
    const between = int(table.between, row);
    if (listHas(s, int(table.agreement, row), activity) && covers(s, between, a) && covers(s, between, b))
      return true;
  }
  return false;
}
