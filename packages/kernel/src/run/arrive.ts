import * as accrual from "../codes/accrual.ts";
import * as cause from "../codes/cause.ts";
import * as eventType from "../codes/event-type.ts";
import * as mechanismKind from "../codes/mechanism-kind.ts";
import * as purpose from "../codes/purpose.ts";
import * as shareState from "../codes/share-state.ts";
import * as traced from "../codes/traced.ts";
import type { f64, i32 } from "../engine/primitive.ts";
import { listAt } from "../engine/program.ts";
import * as Asker from "../memory/asker.ts";
import { lane, now, outTicks } from "../memory/cells.ts";
import * as Out from "../memory/outputs.ts";
import { holdingIn, mechanismsWith, organisationParty } from "../memory/program.ts";
import * as Share from "../memory/share.ts";
import * as Holdings from "../memory/table-holdings.ts";
import * as Mechanisms from "../memory/table-mechanisms.ts";
import * as Tasks from "../memory/table-tasks.ts";
import * as Task from "../memory/task.ts";
import { tickAfter, ticksOf } from "../number/ticks.ts";
import { amountAt, slotOf } from "./amount.ts";
import { schedule } from "./calendar.ts";
import { needsCell } from "./cell.ts";
import { accrualOf, accruePresence } from "./effect.ts";
import { uncombined } from "./go.ts";
import { covers, listHas, rowNow, usableMechanism } from "./in-force.ts";
import { markInformed, seekItems, seekStale } from "./inform.ts";
import { nameInto } from "./name.ts";
import { traceInformed } from "./permit.ts";
import { addTo, chargeWait, pairOf, trace } from "./record.ts";
import { refuse } from "./refusal.ts";
import { isRelaxed, touch } from "./relaxation.ts";
import { isLive } from "./task-share.ts";

/** `arrive`: stale information is sought again; then the share works (K47). */
export function arrive(h: i32): void {
  const task = Share.task(h);
  const a = Share.asker(h);
  const incident = Task.incident(task);
  Share.setArrive(h, now());
  Share.setState(h, shareState.waiting);
  chargeWait(task, cause.capability, now() - Share.gone(h));
  const hazard = amountAt(Tasks.hazard(Task.row(task)), incident);
  addTo(Out.hazardBy(), pairOf(task, Share.organisation(h)), hazard * Share.amount(h));
  if (Asker.staleEvent(a) >= 0) return;
  if (!seekStale(a)) {
    beginWork(h);
    return;
  }
  Asker.setStaleStarted(a, now());
  Asker.setStaleFate(a, seekItems(a) ? 1 : 0);
  if (outTicks() === 0) {
    renewed(a);
    return;
  }
  nameInto(0, Asker.hi(a), Asker.lo(a), purpose.stale);
  const hi = lane(0);
  const tick = tickAfter(now(), outTicks());
  Asker.setStaleEvent(a, schedule(eventType.renewed, a, tick, hi, lane(1)));
}

/** The end of a renewal, also where it took no time: shares that wait on scene begin to work. */
export function renewed(a: i32): void {
  const task = Asker.task(a);
  const wait = now() - Asker.staleStarted(a);
  chargeWait(task, cause.mechanism, wait);
  if (Asker.staleFate(a) === 0) {
    refuse(a, cause.mechanism);
    return;
  }
  traceInformed(a, wait);
  markInformed(a);
  for (let h = Task.firstShare(task); h >= 0; h = Share.next(h))
    if (Share.asker(h) === a && Share.state(h) === shareState.waiting) beginWork(h);
}

function beginWork(h: i32): void {
  const task = Share.task(h);
  const row = Task.row(task);
  const incident = Task.incident(task);
  accruePresence(task);
  const effect = effectOf(h);
  const travel = Share.travel(h);
  const holding = Share.holding(h);
  Share.setEffect(h, effect);
  Share.setState(h, shareState.working);
  Share.setStart(h, now());
  trace(traced.arrived, incident, task, Share.organisation(h), holding, -1, effect, travel);
  const hi = Share.hi(h);
  const lo = Share.lo(h);
  if (accrualOf(task) === accrual.presence) {
    const endures = enduresTicks(holding, incident);
    if (endures >= 0) Share.setEvent(h, schedule(eventType.done, h, tickAfter(now(), endures), hi, lo));
    return;
  }
  Share.setWork(h, ticksOf(slotOf(Tasks.takes(row), incident, hi, lo, purpose.takes)));
  Share.setEvent(h, schedule(eventType.done, h, tickAfter(now(), Share.work(h)), hi, lo));
}

/** Ticks a unit stays on scene; -1 for ever. */
function enduresTicks(holding: i32, incident: i32): i32 {
  if (holding < 0 || isRelaxed(cause.capability)) return -1;
  const row = rowNow(holdingIn, holding, -1);
  const endures = row < 0 ? -1 : Holdings.endures(row);
  return endures < 0 ? -1 : ticksOf(amountAt(endures, incident));
}

/** e of K47. */
function effectOf(h: i32): f64 {
  const task = Share.task(h);
  const row = Task.row(task);
  const incident = Task.incident(task);
  const weapons = weaponsEffect(h, row, incident);
  let logistics: f64 = 1;
  const withoutLogistics = Tasks.withoutLogistics(row);
  if (withoutLogistics >= 0 && !isRelaxed(cause.mechanism) && !isSupplied(h)) {
    touch(cause.mechanism);
    logistics = amountAt(withoutLogistics, incident);
  }
  let planning: f64 = 1;
  const withoutPlanning = Tasks.withoutPlanning(row);
  if (withoutPlanning >= 0 && !isRelaxed(cause.mechanism) && !isPlanned(h)) {
    touch(cause.mechanism);
    planning = amountAt(withoutPlanning, incident);
  }
  let combined: f64 = 1;
  if (Task.admitted(task) === 0 && needsCell(task)) combined = uncombined(task);
  return Math.min(1, weapons * logistics * planning * combined);
}

function weaponsEffect(h: i32, row: i32, incident: i32): f64 {
  const standard = Asker.standard(Share.asker(h));
  if (standard < 0 || isRelaxed(cause.basis)) return 1;
  const list = Tasks.weapons(row);
  for (let at = list + 1; at < list + 1 + listAt(list); at += 2)
    if (listAt(at) === standard) {
      touch(cause.basis);
      return amountAt(listAt(at + 1), incident);
    }
  return 1;
}

/** Whether a logistics mechanism in force covers the actor and the activity. */
function isSupplied(h: i32): boolean {
  const task = Share.task(h);
  const actor = Share.organisation(h);
  const activity = Tasks.activity(Task.row(task));
  const list = mechanismsWith(mechanismKind.logistics);
  for (let at = 1; at <= listAt(list); at++) {
    const row = usableMechanism(listAt(list + at), Task.incident(task));
    if (row < 0 || !covers(Mechanisms.between(row), actor)) continue;
    const entries = Mechanisms.logistics(row);
    for (let entry = entries + 1; entry < entries + 1 + listAt(entries); entry += 2) {
      const to = listAt(entry);
      const activities = listAt(entry + 1);
      if (to >= 0 && !covers(to, actor)) continue;
      if (activities < 0 || listHas(activities, activity)) return true;
    }
  }
  return false;
}

/** Whether planning mechanisms link the actor with the organisation of every live share of another party. */
function isPlanned(h: i32): boolean {
  const task = Share.task(h);
  const actor = Share.organisation(h);
  const party = organisationParty(actor);
  for (let other = Task.firstShare(task); other >= 0; other = Share.next(other)) {
    const partner = Share.organisation(other);
    if (!isLive(other) || organisationParty(partner) === party) continue;
    if (!arePlanned(actor, partner, Task.incident(task))) return false;
  }
  return true;
}

function arePlanned(a: i32, b: i32, incident: i32): boolean {
  const list = mechanismsWith(mechanismKind.planning);
  for (let at = 1; at <= listAt(list); at++) {
    const row = usableMechanism(listAt(list + at), incident);
    if (row < 0 || Mechanisms.planning(row) === 0) continue;
    const between = Mechanisms.between(row);
    if (covers(between, a) && covers(between, b)) return true;
  }
  return false;
}
