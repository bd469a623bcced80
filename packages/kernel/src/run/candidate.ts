import * as cause from "../codes/cause.ts";
import { type i32, maxInt, minInt } from "../engine/primitive.ts";
import { listAt } from "../engine/program.ts";
import {
  candidateCount,
  setCandidateCount,
  setStamp,
  setStampedCount,
  stamp,
  stampedCount,
  withdrawn,
} from "../memory/cells.ts";
import {
  candidateAlternative,
  candidateExpected,
  candidateOrganisation,
  candidateRank,
  candidateStamp,
  candidateTicks,
  mayActStamp,
  mayActValue,
  setCandidateAlternative,
  setCandidateExpected,
  setCandidateOrganisation,
  setCandidateRank,
  setCandidateStamp,
  setCandidateTicks,
  setMayActStamp,
  setMayActValue,
  setStamped,
  stamped,
} from "../memory/elements.ts";
import {
  capabilityHoldings,
  capabilityIn,
  holdingIn,
  organisationParty,
  roleIn,
  taskRoles,
} from "../memory/program.ts";
import * as Holdings from "../memory/table-holdings.ts";
import * as Needs from "../memory/table-needs.ts";
import * as Roles from "../memory/table-roles.ts";
import * as Tasks from "../memory/table-tasks.ts";
import * as Task from "../memory/task.ts";
import { never, tickAfter, ticksOf } from "../number/ticks.ts";
import { meanAt } from "./amount.ts";
import { holds } from "./condition.ts";
import { rowNow } from "./in-force.ts";
import { mayAct } from "./law.ts";
import { travelBy } from "./reach.ts";
import { layoutOfTask } from "./record.ts";
import { isRelaxed, touch } from "./relaxation.ts";
import { isRefused } from "./task-share.ts";

/** Rank of organisations outside the role plan. */
const unplanned: i32 = 1000000;
/** Entries of an alternative in a list: capability, units per unit of need, condition, name. */
export const alternativeWidth: i32 = 4;

/**
 * Fills `candidates` with the pairs of organisation and alternative that may meet a need now, in the order
 * of K22. Returns what the need is lost to if there is none: a cause, to be refined for those refused in
 * this task.
 */
export function findCandidates(task: i32, need: i32): i32 {
  setCandidateCount(0);
  setStamp(stamp() + 1);
  const alternatives = Needs.alternatives(need);
  const first = alternatives + 1;
  if (listAt(first) < 0) return findUnequipped(task, first);
  touch(cause.capability);
  const incident = Task.incident(task);
  const mayStamp = stamp();
  const role = roleOf(task);
  let held = false;
  let able = false;
  let firstTrue = -1;
  for (let at = first; at < first + listAt(alternatives); at += alternativeWidth) {
    if (!holds(listAt(at + 2), incident)) continue;
    if (firstTrue < 0) firstTrue = at;
    setStamp(stamp() + 1);
    setStampedCount(0);
    expectHolders(task, listAt(at), incident);
    if (isRelaxed(cause.capability) && firstTrue === at) expectAccountable(task, role);
    for (let entry = 0; entry < stampedCount(); entry++) {
      const organisation = stamped(entry);
      held = true;
      if (!mayActOnce(task, organisation, mayStamp)) continue;
      able = true;
      if (!isRefused(task, organisation)) insert(role, organisation, at, candidateExpected(organisation));
    }
  }
  return lossCause(task, held, able);
}

/** Candidates of a need that binds no unit: lead, supports, accountable organisations, each once. */
function findUnequipped(task: i32, alternative: i32): i32 {
  const role = roleOf(task);
  let listed = false;
  let able = false;
  const mayStamp = stamp();
  const supports = role < 0 ? -1 : Roles.supports(role);
  const supportCount = supports < 0 ? 0 : listAt(supports);
  const accountable = Tasks.accountable(Task.row(task));
  const count = 1 + supportCount + listAt(accountable);
  setStamp(stamp() + 1);
  for (let at = 0; at < count; at++) {
    let organisation = -1;
    if (at === 0) organisation = role < 0 ? -1 : Roles.lead(role);
    else if (at <= supportCount) organisation = listAt(supports + at);
    else organisation = listAt(accountable + at - supportCount);
    if (organisation < 0 || candidateStamp(organisation) === stamp()) continue;
    if (isWithdrawn(organisation)) continue;
    setCandidateStamp(organisation, stamp());
    listed = true;
    if (!mayActOnce(task, organisation, mayStamp)) continue;
    able = true;
    if (isRefused(task, organisation)) continue;
    put(candidateCount(), organisation, alternative, at, 0);
    setCandidateCount(candidateCount() + 1);
  }
  return lossCause(task, listed, able);
}

function lossCause(task: i32, held: boolean, able: boolean): i32 {
  if (!held) return cause.capability;
  return able ? maxInt(0, Task.lastCause(task)) : cause.basis;
}

/** Row of `roles` for a task; -1 for none. */
function roleOf(task: i32): i32 {
  const layout = layoutOfTask(task);
  const list = taskRoles(layout);
  for (let at = 1; at <= listAt(list); at++) {
    const row = rowNow(roleIn, listAt(list + at), Task.incident(task));
    if (row >= 0 && Roles.task(row) === layout) return row;
  }
  return -1;
}

/** Marks who holds a capability within reach, with the least ticks expected until it is there. */
function expectHolders(task: i32, capability: i32, incident: i32): void {
  const relaxed = isRelaxed(cause.capability);
  const list = capabilityHoldings(capability);
  const moving = rowNow(capabilityIn, capability, -1);
  for (let at = 1; at <= listAt(list); at++) {
    const row = rowNow(holdingIn, listAt(list + at), -1);
    if (row < 0 || Holdings.capability(row) !== capability) continue;
    const travel = relaxed ? 0 : travelBy(moving, Holdings.at(row), Task.place(task));
    if (travel >= never) continue;
    const ready = relaxed ? 0 : ticksOf(meanAt(Holdings.ready(row), incident));
    const expected = tickAfter(ready, travel);
    const users = Holdings.users(row);
    for (let user = 1; user <= listAt(users); user++) expect(listAt(users + user), expected);
  }
}

function expectAccountable(task: i32, role: i32): void {
  if (role >= 0 && Roles.lead(role) >= 0) expect(Roles.lead(role), 0);
  const accountable = Tasks.accountable(Task.row(task));
  for (let at = 1; at <= listAt(accountable); at++) expect(listAt(accountable + at), 0);
}

function expect(organisation: i32, expected: i32): void {
  if (organisation < 0 || isWithdrawn(organisation)) return;
  const known = candidateStamp(organisation) === stamp();
  if (!known) {
    setCandidateStamp(organisation, stamp());
    setStamped(stampedCount(), organisation);
    setStampedCount(stampedCount() + 1);
  }
  setCandidateExpected(organisation, known ? minInt(candidateExpected(organisation), expected) : expected);
}

function isWithdrawn(organisation: i32): boolean {
  return withdrawn() >= 0 && organisationParty(organisation) === withdrawn();
}

function mayActOnce(task: i32, organisation: i32, stamp: i32): boolean {
  if (mayActStamp(organisation) !== stamp) {
    setMayActStamp(organisation, stamp);
    setMayActValue(organisation, mayAct(task, organisation) ? 1 : 0);
  }
  return mayActValue(organisation) === 1;
}

/** Inserts a candidate by (rank, expected ticks, organisation's key, alternative's index). */
function insert(role: i32, organisation: i32, alternative: i32, expected: i32): void {
  const rank = rankOf(role, organisation);
  let at = candidateCount();
  while (at > 0 && comesBefore(rank, expected, organisation, at - 1)) {
    put(
      at,
      candidateOrganisation(at - 1),
      candidateAlternative(at - 1),
      candidateRank(at - 1),
      candidateTicks(at - 1),
    );
    at -= 1;
  }
  put(at, organisation, alternative, rank, expected);
  setCandidateCount(candidateCount() + 1);
}

/** Alternatives are tried in order, so an equal organisation already there has the smaller index. */
function comesBefore(rank: i32, expected: i32, organisation: i32, at: i32): boolean {
  const byRank = rank - candidateRank(at);
  if (byRank !== 0) return byRank < 0;
  const otherExpected = candidateTicks(at);
  if (expected !== otherExpected) return expected < otherExpected;
  return organisation < candidateOrganisation(at);
}

function put(at: i32, organisation: i32, alternative: i32, rank: i32, expected: i32): void {
  setCandidateOrganisation(at, organisation);
  setCandidateAlternative(at, alternative);
  setCandidateRank(at, rank);
  setCandidateTicks(at, expected);
}

/** 0 for the lead, 1 on for supports, the same for all others. */
function rankOf(role: i32, organisation: i32): i32 {
  if (role < 0) return unplanned;
  if (Roles.lead(role) === organisation) return 0;
  const supports = Roles.supports(role);
  for (let at = 1; at <= listAt(supports); at++) if (listAt(supports + at) === organisation) return at;
  return unplanned;
}
