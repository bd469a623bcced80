import * as cause from "../codes/cause.ts";
import * as eventType from "../codes/event-type.ts";
import * as mechanismKind from "../codes/mechanism-kind.ts";
import * as purpose from "../codes/purpose.ts";
import * as shareState from "../codes/share-state.ts";
import * as taskState from "../codes/task-state.ts";
import * as traced from "../codes/traced.ts";
import type { f64, i32 } from "../engine/primitive.ts";
import { listAt } from "../engine/program.ts";
import * as Cell from "../memory/cell.ts";
import { adHocHandles, adHocStandsUp, countOrganisationWords, lane, now } from "../memory/cells.ts";
import * as Desk from "../memory/desk.ts";
import { deskOf, orgWords, setDeskOf, setOrgWords } from "../memory/elements.ts";
import * as Incident from "../memory/incident.ts";
import { mechanismIn, mechanismName, mechanismsWith, organisationOver } from "../memory/program.ts";
import * as Share from "../memory/share.ts";
import * as Mechanisms from "../memory/table-mechanisms.ts";
import * as Tasks from "../memory/table-tasks.ts";
import * as Task from "../memory/task.ts";
import { tickAfter, ticksOf } from "../number/ticks.ts";
import { amountAt, countOf, meanAt, slotOf } from "./amount.ts";
import { schedule } from "./calendar.ts";
import { covers, listHas, rowNow, usableMechanism } from "./in-force.ts";
import { nameInto } from "./name.ts";
import { chargeWait, trace } from "./record.ts";
import { isRelaxed, touch } from "./relaxation.ts";
import { isLive, scheduleGo } from "./task-share.ts";

/** Whether the organisations of a task have no common superior, so that it works through a cell (K43). */
export function needsCell(task: i32): boolean {
  if (isRelaxed(cause.coordination)) return false;
  const words = countOrganisationWords();
  for (let word: i32 = 0; word < words; word++) setOrgWords(word, -1);
  for (let h = Task.firstShare(task); h >= 0; h = Share.next(h)) {
    if (!takesPart(h)) continue;
    const at = Share.organisation(h) * words;
    for (let word = 0; word < words; word++) setOrgWords(word, orgWords(word) & organisationOver(at + word));
  }
  for (let word = 0; word < words; word++) if (orgWords(word) !== 0) return false;
  touch(cause.coordination);
  return true;
}

/** Shares that are live or have done their work. */
function takesPart(h: i32): boolean {
  return isLive(h) || Share.worked(h) === 1;
}

/** A task that has none yet asks for a cell (K43). */
export function askForCell(task: i32): void {
  if (Task.cell(task) >= 0) return;
  const incident = Task.incident(task);
  const mechanism = chooseCell(task, incident);
  const row = rowNow(mechanismIn, mechanism, incident);
  const cell = cellIn(incident, mechanism, row);
  Task.setCell(task, cell);
  Task.setAsked(task, now());
  if (Cell.standing(cell) === 1) enter(task, cell);
  else {
    Task.setQueueNext(task, -1);
    Task.setQueued(task, 1);
    const tail = Cell.tail(cell);
    if (tail < 0) Cell.setHead(cell, task);
    else Task.setQueueNext(tail, task);
    Cell.setTail(cell, task);
  }
}

/**
 * The mechanism whose cell a task asks for: standing here first, then least mean time to stand up, then key;
 * -1 ad hoc.
 */
function chooseCell(task: i32, incident: i32): i32 {
  const list = mechanismsWith(mechanismKind.cell);
  let best = -1;
  let bestStands = false;
  let bestMean: f64 = 0;
  for (let at = 1; at <= listAt(list); at++) {
    const mechanism = listAt(list + at);
    const row = usableMechanism(mechanism, incident);
    if (row < 0 || Mechanisms.members(row) < 0) continue;
    const combines = Mechanisms.combines(row);
    if (combines >= 0 && !listHas(combines, Tasks.activity(Task.row(task)))) continue;
    if (!hasMembers(task, Mechanisms.members(row))) continue;
    const known = findCell(incident, mechanism);
    const stands = known >= 0 && Cell.standing(known) === 1;
    const mean = meanAt(Mechanisms.standsUp(row), incident);
    if (best >= 0 && (stands === bestStands ? mean >= bestMean : !stands)) continue;
    best = mechanism;
    bestStands = stands;
    bestMean = mean;
  }
  return best;
}

function hasMembers(task: i32, members: i32): boolean {
  for (let h = Task.firstShare(task); h >= 0; h = Share.next(h))
    if (takesPart(h) && !covers(members, Share.organisation(h))) return false;
  return true;
}

function findCell(incident: i32, mechanism: i32): i32 {
  let cell = Incident.cells(incident);
  while (cell >= 0 && Cell.mechanism(cell) !== mechanism) cell = Cell.next(cell);
  return cell;
}

/** The cell of a mechanism in an incident; one that has not been asked for yet begins to stand up. */
function cellIn(incident: i32, mechanism: i32, row: i32): i32 {
  const known = findCell(incident, mechanism);
  if (known >= 0) return known;
  const made = Cell.take();
  const part = mechanism < 0 ? purpose.cell : mechanismName(mechanism);
  nameInto(0, Incident.hi(incident), Incident.lo(incident), part);
  const hi = lane(0);
  const lo = lane(1);
  Cell.setIncident(made, incident);
  Cell.setMechanism(made, mechanism);
  Cell.setStanding(made, 0);
  Cell.setHi(made, hi);
  Cell.setLo(made, lo);
  Cell.setNext(made, Incident.cells(incident));
  Cell.setHead(made, -1);
  Cell.setTail(made, -1);
  Incident.setCells(incident, made);
  Incident.setRefs(incident, Incident.refs(incident) + 1);
  Cell.setDesk(made, deskFor(mechanism));
  const slot = row < 0 ? adHocStandsUp() : Mechanisms.standsUp(row);
  const wait = ticksOf(slotOf(slot, incident, hi, lo, purpose.standsUp));
  Cell.setEvent(made, schedule(eventType.stood, made, tickAfter(now(), wait), hi, lo));
  return made;
}

/** `stood`: those that wait for the cell enter it in the order in which they asked. */
export function standUp(cell: i32): void {
  Cell.setStanding(cell, 1);
  Cell.setEvent(cell, -1);
  let task = Cell.head(cell);
  Cell.setHead(cell, -1);
  Cell.setTail(cell, -1);
  while (task >= 0) {
    const next = Task.queueNext(task);
    Task.setQueued(task, 0);
    enter(task, cell);
    task = next;
  }
}

/** The desk of a mechanism's cells over all incidents; a new one for an ad hoc cell. */
function deskFor(mechanism: i32): i32 {
  if (mechanism >= 0 && deskOf(mechanism) >= 0) return deskOf(mechanism);
  const desk = Desk.take();
  Desk.setHead(desk, -1);
  Desk.setTail(desk, -1);
  Desk.setHeld(desk, 0);
  if (mechanism >= 0) setDeskOf(mechanism, desk);
  return desk;
}

function enter(task: i32, cell: i32): void {
  const desk = Cell.desk(cell);
  const incident = Task.incident(task);
  const row = rowNow(mechanismIn, Cell.mechanism(cell), incident);
  const stated = row < 0 ? -1 : Mechanisms.handles(row);
  const handles = amountAt(stated < 0 ? adHocHandles() : stated, incident);
  if (Desk.held(desk) < countOf(handles)) {
    Desk.setHeld(desk, Desk.held(desk) + 1);
    admit(task, cell);
    return;
  }
  Task.setQueueNext(task, -1);
  Task.setQueued(task, 2);
  const tail = Desk.tail(desk);
  if (tail < 0) Desk.setHead(desk, task);
  else Task.setQueueNext(tail, task);
  Desk.setTail(desk, task);
}

function admit(task: i32, cell: i32): void {
  Task.setAdmitted(task, 1);
  const wait = now() - Task.asked(task);
  const mechanism = Cell.mechanism(cell);
  const waitCause = wait > 0 ? cause.coordination : -1;
  trace(traced.cell, Task.incident(task), task, -1, mechanism, waitCause, 0, wait);
  chargeWait(task, cause.coordination, wait);
  for (let h = Task.firstShare(task); h >= 0; h = Share.next(h))
    if (Share.state(h) === shareState.uncombined) scheduleGo(h);
}

/** A closed task leaves its cell; the first queued one takes its slot. */
export function leaveCell(task: i32): void {
  const cell = Task.cell(task);
  if (cell < 0) return;
  const desk = Cell.desk(cell);
  const queued = Task.queued(task);
  if (queued === 1) leaveQueue(cell, task);
  else if (queued === 2) leaveQueue(desk, task);
  Task.setQueued(task, 0);
  if (Task.admitted(task) === 0) return;
  Task.setAdmitted(task, 0);
  const next = Desk.head(desk);
  if (next < 0) {
    Desk.setHeld(desk, Desk.held(desk) - 1);
    return;
  }
  leaveQueue(desk, next);
  Task.setQueued(next, 0);
  if (Task.state(next) !== taskState.closed) admit(next, Task.cell(next));
}

/** Takes a task out of the queue of a cell or a desk. */
function leaveQueue(queue: i32, task: i32): void {
  let before = -1;
  let one = Desk.head(queue);
  while (one >= 0 && one !== task) {
    before = one;
    one = Task.queueNext(one);
  }
  if (one < 0) return;
  const after = Task.queueNext(task);
  if (before < 0) Desk.setHead(queue, after);
  else Task.setQueueNext(before, after);
  if (after < 0) Desk.setTail(queue, before);
}
