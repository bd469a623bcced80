import { hasBit, int } from "../memory.ts";
import type { Versions } from "../program.ts";
import type { State } from "../state/state.ts";

/**
 * The row of an element in force now: for an incident, which may be out of use of a lever, or by time alone
 * (-1). -1 where it is not in the study in force (K5).
 */
export function rowNow(s: State, versions: Versions, element: number, incident: number): number {
  if (element < 0) return -1;
  const { lists } = s.program;
  const levers = int(versions.levers, element);
  const count = int(lists, levers);
  const first = int(versions.first, element);
  if (count === 0) return int(versions.rows, first);
  let mask = 0;
  for (let bit = 0; bit < count; bit++)
    if (isInEffect(s, int(lists, levers + 1 + bit), incident)) mask |= 1 << bit;
  return int(versions.rows, first + mask);
}

function isInEffect(s: State, lever: number, incident: number): boolean {
  if (int(s.prepared.starts, lever) > s.now) return false;
  return incident < 0 || hasBit(s.incident.useful, incident * s.program.counts.leverWords, lever);
}

/** Whether now lies in one of the windows of a list of (from, until). */
export function isInWindow(s: State, list: number): boolean {
  const { lists } = s.program;
  const end = list + 1 + int(lists, list);
  for (let at = list + 1; at < end; at += 2)
    if (int(lists, at) <= s.now && s.now < int(lists, at + 1)) return true;
  return false;
}

/** Whether a list holds an entry. */
export function listHas(s: State, list: number, entry: number): boolean {
  const { lists } = s.program;
  const end = list + 1 + int(lists, list);
  for (let at = list + 1; at < end; at++) if (int(lists, at) === entry) return true;
  return false;
}

/** Whether a situation is open now: in a window, or until the tick a finding set (K41). */
export function isOpen(s: State, situation: number, incident: number): boolean {
  if (situation < 0) return false;
  if (s.now < int(s.situationUntil, situation)) return true;
  const row = rowNow(s, s.program.situationIn, situation, incident);
  return row >= 0 && isInWindow(s, int(s.program.situations.open, row));
}

/** Whether one of a list of situations is open, or the list is empty. */
export function anyOpen(s: State, list: number, incident: number): boolean {
  const { lists } = s.program;
  const count = int(lists, list);
  if (count === 0) return true;
  for (let at = 1; at <= count; at++) if (isOpen(s, int(lists, list + at), incident)) return true;
  return false;
}

/**
 * The row of a mechanism that may be used now: in force and with one of its situations open (K31). -1 for
 * none.
 */
export function usableMechanism(s: State, mechanism: number, incident: number): number {
  const { mechanisms } = s.program;
  const row = rowNow(s, s.program.mechanismIn, mechanism, incident);
  if (row < 0 || !isInWindow(s, int(mechanisms.valid, row))) return -1;
  return anyOpen(s, int(mechanisms.in, row), incident) ? row : -1;
}

/** Whether the bit set of organisations holds one. */
export function covers(s: State, set: number, organisation: number): boolean {
  return organisation >= 0 && hasBit(s.program.lists, set, organisation);
}
