import { hasBit, int } from "../memory.ts";
import type { State } from "../state/state.ts";
import { truth, truthOf } from "./condition.ts";
import { anyOpen, covers, isInWindow, listHas, rowNow } from "./in-force.ts";
import { cause, isRelaxed } from "./relaxation.ts";

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
 * Whether an authority row fits a task and actor, with what is unknown decided as the run's switch says
 * (K32, K34).
 */
export function fits(s: State, row: number, task: number, organisation: number): boolean {
  const { authorities, tasks } = s.program;
  if (row < 0) return false;
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
  const incident = int(s.task.incident, task);
  let value = truthOf(s, int(authorities.condition, row), incident);
  if (value === truth.no) return false;
  const bars = int(authorities.says, row) === says.mustNot;
  if (bars && !anyOpen(s, int(authorities.in, row), incident)) return false;
  if (int(authorities.notEncoded, row) === 1) value = truth.unknown;
  return value === truth.yes || (bars ? !s.granted : s.granted);
}

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

/** Whether some provision that fits forbids it. */
export function isBarred(s: State, task: number, organisation: number): boolean {
  if (isRelaxed(s, cause.basis)) return false;
  const { lists } = s.program;
  const incident = int(s.task.incident, task);
  const walk = walkOf(s, task);
  for (let at = 1; at <= int(lists, walk); at++) {
    const row = authorityNow(s, int(lists, walk + at), incident);
    if (row >= 0 && isBar(s, row) && fits(s, row, task, organisation)) return true;
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
