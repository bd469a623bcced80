import { accruesCode } from "../compile/codes.ts";
import { int, real } from "../memory.ts";
import { tickAfter, ticksOf } from "../number/ticks.ts";
import { mechanismKind } from "../program.ts";
import { purpose } from "../purpose.ts";
import { eventType, schedule } from "../state/calendar-queue.ts";
import { shareState } from "../state/columns.ts";
import type { State } from "../state/state.ts";
import { amountAt, slotOf } from "./amount.ts";
import { needsCell } from "./cell.ts";
import { accrualOf, accruePresence } from "./effect.ts";
import { uncombined } from "./go.ts";
import { covers, listHas, rowNow, usableMechanism } from "./in-force.ts";
import { markInformed, seekItems, seekStale } from "./inform.ts";
import { nameInto } from "./name.ts";
import { traceInformed } from "./permit.ts";
import { addTo, chargeWait, pairOf, trace, traced } from "./record.ts";
import { refuse } from "./refusal.ts";
import { cause, isRelaxed } from "./relaxation.ts";
import { isLive } from "./task-share.ts";

/** `arrive`: stale information is sought again; then the share works (K47). */
export function arrive(s: State, h: number): void {
  const { share, asker } = s;
  const task = int(share.task, h);
  const a = int(share.asker, h);
  const incident = int(s.task.incident, task);
  share.arrive[h] = s.now;
  share.state[h] = shareState.waiting;
  chargeWait(s, task, cause.capability, s.now - int(share.gone, h));
  const hazard = amountAt(s, int(s.program.tasks.hazard, int(s.task.row, task)), incident);
  addTo(s.out.hazardBy, pairOf(s, task, int(share.organisation, h)), hazard * real(share.amount, h));
  if (int(asker.staleEvent, a) >= 0) return;
  if (!seekStale(s, a)) {
    beginWork(s, h);
    return;
  }
  asker.staleStarted[a] = s.now;
  asker.staleFate[a] = seekItems(s, a) ? 1 : 0;
  if (s.outTicks === 0) {
    renewed(s, a);
    return;
  }
  nameInto(s, 0, int(asker.hi, a), int(asker.lo, a), purpose.stale);
  const hi = int(s.lanes, 0);
  const tick = tickAfter(s.now, s.outTicks);
  asker.staleEvent[a] = schedule(s, eventType.renewed, a, tick, hi, int(s.lanes, 1));
}

/** The end of a renewal, also where it took no time: shares that wait on scene begin to work. */
export function renewed(s: State, a: number): void {
  const { asker, share } = s;
  const task = int(asker.task, a);
  const wait = s.now - int(asker.staleStarted, a);
  chargeWait(s, task, cause.mechanism, wait);
  if (int(asker.staleFate, a) === 0) {
    refuse(s, a, cause.mechanism);
    return;
  }
  traceInformed(s, a, wait);
  markInformed(s, a);
  for (let h = int(s.task.firstShare, task); h >= 0; h = int(share.next, h))
    if (int(share.asker, h) === a && int(share.state, h) === shareState.waiting) beginWork(s, h);
}

function beginWork(s: State, h: number): void {
  const { share, program } = s;
  const task = int(share.task, h);
  const row = int(s.task.row, task);
  const incident = int(s.task.incident, task);
  accruePresence(s, task);
  const effect = effectOf(s, h);
  const travel = int(share.travel, h);
  const holding = int(share.holding, h);
  share.effect[h] = effect;
  share.state[h] = shareState.working;
  share.start[h] = s.now;
  trace(s, traced.arrived, incident, task, int(share.organisation, h), holding, -1, effect, travel);
  const hi = int(share.hi, h);
  const lo = int(share.lo, h);
  if (accrualOf(s, task) === accruesCode.presence) {
    const endures = enduresTicks(s, holding, incident);
    if (endures >= 0) share.event[h] = schedule(s, eventType.done, h, tickAfter(s.now, endures), hi, lo);
    return;
  }
  share.work[h] = ticksOf(slotOf(s, int(program.tasks.takes, row), incident, hi, lo, purpose.takes));
  share.event[h] = schedule(s, eventType.done, h, tickAfter(s.now, int(share.work, h)), hi, lo);
}

/** Ticks a unit stays on scene; -1 for ever. */
function enduresTicks(s: State, holding: number, incident: number): number {
  if (holding < 0 || isRelaxed(s, cause.capability)) return -1;
  const row = rowNow(s, s.program.holdingIn, holding, -1);
  const endures = row < 0 ? -1 : int(s.program.holdings.endures, row);
  return endures < 0 ? -1 : ticksOf(amountAt(s, endures, incident));
}

/** e of K47. */
function effectOf(s: State, h: number): number {
  const { tasks } = s.program;
  const task = int(s.share.task, h);
  const row = int(s.task.row, task);
  const incident = int(s.task.incident, task);
  const weapons = weaponsEffect(s, h, row, incident);
  let logistics = 1;
  const withoutLogistics = int(tasks.withoutLogistics, row);
  if (withoutLogistics >= 0 && !isRelaxed(s, cause.mechanism) && !isSupplied(s, h))
    logistics = amountAt(s, withoutLogistics, incident);
  let planning = 1;
  const withoutPlanning = int(tasks.withoutPlanning, row);
  if (withoutPlanning >= 0 && !isRelaxed(s, cause.mechanism) && !isPlanned(s, h))
    planning = amountAt(s, withoutPlanning, incident);
  let combined = 1;
  if (int(s.task.admitted, task) === 0 && needsCell(s, task)) combined = uncombined(s, task);
  return Math.min(1, weapons * logistics * planning * combined);
}

function weaponsEffect(s: State, h: number, row: number, incident: number): number {
  const { lists, tasks } = s.program;
  const standard = int(s.asker.standard, int(s.share.asker, h));
  if (standard < 0 || isRelaxed(s, cause.basis)) return 1;
  const list = int(tasks.weapons, row);
  for (let at = list + 1; at < list + 1 + int(lists, list); at += 2)
    if (int(lists, at) === standard) return amountAt(s, int(lists, at + 1), incident);
  return 1;
}

/** Whether a logistics mechanism in force covers the actor and the activity. */
function isSupplied(s: State, h: number): boolean {
  const { lists, mechanisms, mechanismsWith, tasks } = s.program;
  const task = int(s.share.task, h);
  const actor = int(s.share.organisation, h);
  const activity = int(tasks.activity, int(s.task.row, task));
  const list = int(mechanismsWith, mechanismKind.logistics);
  for (let at = 1; at <= int(lists, list); at++) {
    const row = usableMechanism(s, int(lists, list + at), int(s.task.incident, task));
    if (row < 0 || !covers(s, int(mechanisms.between, row), actor)) continue;
    const entries = int(mechanisms.logistics, row);
    for (let entry = entries + 1; entry < entries + 1 + int(lists, entries); entry += 2) {
      const to = int(lists, entry);
      const activities = int(lists, entry + 1);
      if (to >= 0 && !covers(s, to, actor)) continue;
      if (activities < 0 || listHas(s, activities, activity)) return true;
    }
  }
  return false;
}

/** Whether planning mechanisms link the actor with the organisation of every live share of another party. */
function isPlanned(s: State, h: number): boolean {
  const { share } = s;
  const { organisationParty } = s.program;
  const task = int(share.task, h);
  const actor = int(share.organisation, h);
  const party = int(organisationParty, actor);
  for (let other = int(s.task.firstShare, task); other >= 0; other = int(share.next, other)) {
    const partner = int(share.organisation, other);
    if (!isLive(s, other) || int(organisationParty, partner) === party) continue;
    if (!arePlanned(s, actor, partner, int(s.task.incident, task))) return false;
  }
  return true;
}

function arePlanned(s: State, a: number, b: number, incident: number): boolean {
  const { lists, mechanisms, mechanismsWith } = s.program;
  const list = int(mechanismsWith, mechanismKind.planning);
  for (let at = 1; at <= int(lists, list); at++) {
    const row = usableMechanism(s, int(lists, list + at), incident);
    if (row < 0 || int(mechanisms.planning, row) === 0) continue;
    const between = int(mechanisms.between, row);
    if (covers(s, between, a) && covers(s, between, b)) return true;
  }
  return false;
}
