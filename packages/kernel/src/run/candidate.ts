import { grownInts, grownReals, int, real } from "../memory.ts";
import { never, tickAfter, ticksOf } from "../number/ticks.ts";
import type { State } from "../state/state.ts";
import { meanAt } from "./amount.ts";
import { holds } from "./condition.ts";
import { rowNow } from "./in-force.ts";
import { mayAct } from "./law.ts";
import { travelTicks } from "./reach.ts";
import { layoutOfTask } from "./record.ts";
import { cause, isRelaxed } from "./relaxation.ts";
import { isRefused } from "./task-share.ts";

/** Rank of organisations outside the role plan. */
const unplanned = 1000000;
/** Entries of an alternative in a list: capability, units per unit of need, condition, name. */
export const alternativeWidth = 4;

/**
 * Fills `candidates` with the pairs of organisation and alternative that may meet a need now, in the order
 * of K22. Returns what the need is lost to if there is none: a cause, to be refined for those refused in
 * this task.
 */
export function findCandidates(s: State, task: number, need: number): number {
  s.candidateCount = 0;
  s.stamp += 1;
  const lists = s.program.lists;
  const alternatives = int(s.program.needs.alternatives, need);
  const first = alternatives + 1;
  if (int(lists, first) < 0) return findUnequipped(s, task, first);
  const incident = int(s.task.incident, task);
  const mayStamp = s.stamp;
  let held = false;
  let able = false;
  let firstTrue = -1;
  for (let at = first; at < first + int(lists, alternatives); at += alternativeWidth) {
    if (!holds(s, int(lists, at + 2), incident)) continue;
    if (firstTrue < 0) firstTrue = at;
    s.stamp += 1;
    expectHolders(s, task, int(lists, at), incident);
    if (isRelaxed(s, cause.capability) && firstTrue === at) expectAccountable(s, task);
    for (let organisation = 0; organisation < s.program.counts.organisations; organisation++) {
      if (int(s.candidateStamp, organisation) !== s.stamp) continue;
      held = true;
      if (!mayActOnce(s, task, organisation, mayStamp)) continue;
      able = true;
      if (!isRefused(s, task, organisation))
        insert(s, task, organisation, at, real(s.candidateExpected, organisation));
    }
  }
  return lossCause(s, task, held, able);
}

/** Candidates of a need that binds no unit: lead, supports, accountable organisations, each once. */
function findUnequipped(s: State, task: number, alternative: number): number {
  const { lists, tasks, roles } = s.program;
  const role = roleOf(s, task);
  let listed = false;
  let able = false;
  const mayStamp = s.stamp;
  const supports = role < 0 ? -1 : int(roles.supports, role);
  const supportCount = supports < 0 ? 0 : int(lists, supports);
  const accountable = int(tasks.accountable, int(s.task.row, task));
  const count = 1 + supportCount + int(lists, accountable);
  s.stamp += 1;
  for (let at = 0; at < count; at++) {
    let organisation = -1;
    if (at === 0) organisation = role < 0 ? -1 : int(roles.lead, role);
    else if (at <= supportCount) organisation = int(lists, supports + at);
    else organisation = int(lists, accountable + at - supportCount);
    if (organisation < 0 || int(s.candidateStamp, organisation) === s.stamp) continue;
    if (isWithdrawn(s, organisation)) continue;
    s.candidateStamp[organisation] = s.stamp;
    listed = true;
    if (!mayActOnce(s, task, organisation, mayStamp)) continue;
    able = true;
    if (isRefused(s, task, organisation)) continue;
    roomForOne(s);
    put(s, s.candidateCount, organisation, alternative, at, 0);
    s.candidateCount += 1;
  }
  return lossCause(s, task, listed, able);
}

function lossCause(s: State, task: number, held: boolean, able: boolean): number {
  if (!held) return cause.capability;
  return able ? Math.max(0, int(s.task.lastCause, task)) : cause.basis;
}

/** Row of `roles` for a task; -1 for none. */
function roleOf(s: State, task: number): number {
  const { program } = s;
  const layout = layoutOfTask(s, task);
  const list = int(program.taskRoles, layout);
  for (let at = 1; at <= int(program.lists, list); at++) {
    const row = rowNow(s, program.roleIn, int(program.lists, list + at), int(s.task.incident, task));
    if (row >= 0 && int(program.roles.task, row) === layout) return row;
  }
  return -1;
}

/** Marks who holds a capability within reach, with the least ticks expected until it is there. */
function expectHolders(s: State, task: number, capability: number, incident: number): void {
  const { program } = s;
  const { lists, holdings } = program;
  const relaxed = isRelaxed(s, cause.capability);
  const list = int(program.capabilityHoldings, capability);
  for (let at = 1; at <= int(lists, list); at++) {
    const row = rowNow(s, program.holdingIn, int(lists, list + at), -1);
    if (row < 0 || int(holdings.what, row) !== capability) continue;
    const travel = relaxed ? 0 : travelTicks(s, row, int(s.task.place, task));
    if (travel >= never) continue;
    const ready = relaxed ? 0 : ticksOf(meanAt(s, int(holdings.ready, row), incident));
    const expected = tickAfter(ready, travel);
    const users = int(holdings.users, row);
    for (let user = 1; user <= int(lists, users); user++) expect(s, int(lists, users + user), expected);
  }
}

function expectAccountable(s: State, task: number): void {
  const { lists, tasks, roles } = s.program;
  const role = roleOf(s, task);
  if (role >= 0 && int(roles.lead, role) >= 0) expect(s, int(roles.lead, role), 0);
  const accountable = int(tasks.accountable, int(s.task.row, task));
  for (let at = 1; at <= int(lists, accountable); at++) expect(s, int(lists, accountable + at), 0);
}

function expect(s: State, organisation: number, expected: number): void {
  if (organisation < 0 || isWithdrawn(s, organisation)) return;
  const known = int(s.candidateStamp, organisation) === s.stamp;
  s.candidateStamp[organisation] = s.stamp;
  s.candidateExpected[organisation] = known
    ? Math.min(real(s.candidateExpected, organisation), expected)
    : expected;
}

function isWithdrawn(s: State, organisation: number): boolean {
  return s.withdrawn >= 0 && int(s.program.organisationParty, organisation) === s.withdrawn;
}

function mayActOnce(s: State, task: number, organisation: number, stamp: number): boolean {
  if (int(s.mayActStamp, organisation) !== stamp) {
    s.mayActStamp[organisation] = stamp;
    s.mayActValue[organisation] = mayAct(s, task, organisation) ? 1 : 0;
  }
  return int(s.mayActValue, organisation) === 1;
}

/** Inserts a candidate by (rank, expected ticks, organisation's key, alternative's index). */
function insert(s: State, task: number, organisation: number, alternative: number, expected: number): void {
  roomForOne(s);
  const columns = s.candidates;
  const rank = rankOf(s, task, organisation);
  let at = s.candidateCount;
  while (at > 0 && comesBefore(s, rank, expected, organisation, at - 1)) {
    put(
      s,
      at,
      int(columns.organisation, at - 1),
      int(columns.alternative, at - 1),
      int(columns.rank, at - 1),
      real(columns.expected, at - 1),
    );
    at -= 1;
  }
  put(s, at, organisation, alternative, rank, expected);
  s.candidateCount += 1;
}

/** Alternatives are tried in order, so an equal organisation already there has the smaller index. */
function comesBefore(s: State, rank: number, expected: number, organisation: number, at: number): boolean {
  const columns = s.candidates;
  const byRank = rank - int(columns.rank, at);
  if (byRank !== 0) return byRank < 0;
  const otherExpected = real(columns.expected, at);
  if (expected !== otherExpected) return expected < otherExpected;
  return organisation < int(columns.organisation, at);
}

function put(
  s: State,
  at: number,
  organisation: number,
  alternative: number,
  rank: number,
  expected: number,
): void {
  const columns = s.candidates;
  columns.organisation[at] = organisation;
  columns.alternative[at] = alternative;
  columns.rank[at] = rank;
  columns.expected[at] = expected;
}

function roomForOne(s: State): void {
  const { organisation, alternative, rank, expected } = s.candidates;
  if (s.candidateCount < organisation.length) return;
  const length = 2 * organisation.length;
  s.candidates = {
    organisation: grownInts(organisation, length),
    alternative: grownInts(alternative, length),
    rank: grownInts(rank, length),
    expected: grownReals(expected, length),
  };
}

/** 0 for the lead, 1 on for supports, the same for all others. */
function rankOf(s: State, task: number, organisation: number): number {
  const { roles, lists } = s.program;
  const role = roleOf(s, task);
  if (role < 0) return unplanned;
  if (int(roles.lead, role) === organisation) return 0;
  const supports = int(roles.supports, role);
  for (let at = 1; at <= int(lists, supports); at++)
    if (int(lists, supports + at) === organisation) return at;
  return unplanned;
}
