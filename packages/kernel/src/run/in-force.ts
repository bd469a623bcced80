import type { i32 } from "../engine/primitive.ts";
import { isInSet, leverStart, listAt, versionEntry } from "../engine/program.ts";
import { now } from "../memory/cells.ts";
import { situationUntil } from "../memory/elements.ts";
import * as Incident from "../memory/incident.ts";
import { mechanismIn, situationIn } from "../memory/program.ts";
import * as Mechanisms from "../memory/table-mechanisms.ts";
import * as Situations from "../memory/table-situations.ts";

/**
 * The row of an element in force now: for an incident, which may be out of use of a lever, or by time alone
 * (-1). -1 where it is not in the study in force (K5).
 */
export function rowNow(versions: i32, element: i32, incident: i32): i32 {
  if (element < 0) return -1;
  const levers = versionEntry(versions, 0, element);
  const count = listAt(levers);
  const first = versionEntry(versions, 1, element);
  if (count === 0) return versionEntry(versions, 2, first);
  let mask = 0;
  for (let bit = 0; bit < count; bit++) if (isInEffect(listAt(levers + 1 + bit), incident)) mask |= 1 << bit;
  return versionEntry(versions, 2, first + mask);
}

function isInEffect(lever: i32, incident: i32): boolean {
  if (leverStart(lever) > now()) return false;
  return incident < 0 || ((Incident.useful(incident, lever >> 5) >> (lever & 31)) & 1) === 1;
}

/** Whether now lies in one of the windows of a list of (from, until). */
export function isInWindow(list: i32): boolean {
  const end = list + 1 + listAt(list);
  for (let at = list + 1; at < end; at += 2) if (listAt(at) <= now() && now() < listAt(at + 1)) return true;
  return false;
}

/** Whether a list holds an entry. */
export function listHas(list: i32, entry: i32): boolean {
  const end = list + 1 + listAt(list);
  for (let at = list + 1; at < end; at++) if (listAt(at) === entry) return true;
  return false;
}

/** Whether a situation is open now: in a window, or until the tick a finding set (K41). */
export function isOpen(situation: i32, incident: i32): boolean {
  if (situation < 0) return false;
  if (now() < situationUntil(situation)) return true;
  const row = rowNow(situationIn, situation, incident);
  return row >= 0 && isInWindow(Situations.open(row));
}

/** Whether one of a list of situations is open, or the list is empty. */
export function anyOpen(list: i32, incident: i32): boolean {
  const count = listAt(list);
  if (count === 0) return true;
  for (let at = 1; at <= count; at++) if (isOpen(listAt(list + at), incident)) return true;
  return false;
}

/**
 * The row of a mechanism that may be used now: in force and with one of its situations open (K31). -1 for
 * none.
 */
export function usableMechanism(mechanism: i32, incident: i32): i32 {
  const row = rowNow(mechanismIn, mechanism, incident);
  return row >= 0 && isUsable(row, incident) ? row : -1;
}

/** Whether the row of a mechanism in force may be used now. */
export function isUsable(row: i32, incident: i32): boolean {
  return isInWindow(Mechanisms.valid(row)) && anyOpen(Mechanisms.inList(row), incident);
}

/** Whether the bit set of organisations holds one. */
export function covers(set: i32, organisation: i32): boolean {
  return organisation >= 0 && isInSet(set, organisation);
}
