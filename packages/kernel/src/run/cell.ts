import { grownInts, int } from "../memory.ts";
import { tickAfter, ticksOf } from "../number/ticks.ts";
import { mechanismKind } from "../program.ts";
import { purpose } from "../purpose.ts";
import { take } from "../state/arena.ts";
import { eventType, schedule } from "../state/calendar-queue.ts";
import { shareState, taskState } from "../state/columns.ts";
import type { State } from "../state/state.ts";
import { amountAt, countOf, meanAt, slotOf } from "./amount.ts";
import { covers, rowNow, usableMechanism } from "./in-force.ts";
import { nameInto } from "./name.ts";
import { chargeWait, trace, traced } from "./record.ts";
import { cause, isRelaxed } from "./relaxation.ts";
import { isLive, scheduleGo } from "./task-share.ts";

/** Whether the organisations of a task have no common superior, so that it works through a cell (K43). */
export function needsCell(s: State, task: number): boolean {
  if (isRelaxed(s, cause.coordination)) return false;
  const { organisationOver, counts } = s.program;
  const words = counts.organisationWords;
  s.orgWords.fill(-1);
  for (let h = int(s.task.firstShare, task); h >= 0; h = int(s.share.next, h)) {
    if (!takesPart(s, h)) continue;
    const at = int(s.share.organisation, h) * words;
    for (let word = 0; word < words; word++)
      s.orgWords[word] = int(s.orgWords, word) & int(organisationOver, at + word);
  }
  for (let word = 0; word < words; word++) if (int(s.orgWords, word) !== 0) return false;
  return true;
}

/** Shares that are live or have done their work. */
function takesPart(s: State, h: number): boolean {
  return isLive(s, h) || int(s.share.worked, h) === 1;
}

/** A task that has none yet asks for a cell (K43). */
export function askForCell(s: State, task: number): void {
  if (int(s.task.cell, task) >= 0) return;
  const incident = int(s.task.incident, task);
  const mechanism = chooseCell(s, task, incident);
  const row = rowNow(s, s.program.mechanismIn, mechanism, incident);
  const cell = cellIn(s, incident, mechanism, row);
  s.task.cell[task] = cell;
  s.task.asked[task] = s.now;
  if (int(s.cell.standing, cell) === 1) enter(s, task, cell);
  else {
    s.task.queueNext[task] = -1;
    s.task.queued[task] = 1;
    const tail = int(s.cell.tail, cell);
    if (tail < 0) s.cell.head[cell] = task;
    else s.task.queueNext[tail] = task;
    s.cell.tail[cell] = task;
  }
}

/**
 * The mechanism whose cell a task asks for: standing here first, then least mean time to stand up, then key;
 * -1 ad hoc.
 */
function chooseCell(s: State, task: number, incident: number): number {
  const { lists, mechanisms, mechanismsWith } = s.program;
  const list = int(mechanismsWith, mechanismKind.cell);
  let best = -1;
  let bestStands = false;
  let bestMean = 0;
  for (let at = 1; at <= int(lists, list); at++) {
    const mechanism = int(lists, list + at);
    const row = usableMechanism(s, mechanism, incident);
    if (row < 0 || int(mechanisms.members, row) < 0) continue;
    if (!hasMembers(s, task, int(mechanisms.members, row))) continue;
    const known = findCell(s, incident, mechanism);
    const stands = known >= 0 && int(s.cell.standing, known) === 1;
    const mean = meanAt(s, int(mechanisms.standsUp, row), incident);
    if (best >= 0 && (stands === bestStands ? mean >= bestMean : !stands)) continue;
    best = mechanism;
    bestStands = stands;
    bestMean = mean;
  }
  return best;
}

function hasMembers(s: State, task: number, members: number): boolean {
  for (let h = int(s.task.firstShare, task); h >= 0; h = int(s.share.next, h))
    if (takesPart(s, h) && !covers(s, members, int(s.share.organisation, h))) return false;
  return true;
}

function findCell(s: State, incident: number, mechanism: number): number {
  let cell = int(s.incident.cells, incident);
  while (cell >= 0 && int(s.cell.mechanism, cell) !== mechanism) cell = int(s.cell.next, cell);
  return cell;
}

/** The cell of a mechanism in an incident; one that has not been asked for yet begins to stand up. */
function cellIn(s: State, incident: number, mechanism: number, row: number): number {
  const known = findCell(s, incident, mechanism);
  if (known >= 0) return known;
  const { cell, program } = s;
  const made = take(cell);
  const part = mechanism < 0 ? purpose["cell/"] : int(program.mechanismName, mechanism);
  nameInto(s, 0, int(s.incident.hi, incident), int(s.incident.lo, incident), part);
  const hi = int(s.lanes, 0);
  const lo = int(s.lanes, 1);
  cell.incident[made] = incident;
  cell.mechanism[made] = mechanism;
  cell.standing[made] = 0;
  cell.hi[made] = hi;
  cell.lo[made] = lo;
  cell.next[made] = int(s.incident.cells, incident);
  cell.head[made] = -1;
  cell.tail[made] = -1;
  s.incident.cells[incident] = made;
  s.incident.refs[incident] = int(s.incident.refs, incident) + 1;
  roomForDesk(s);
  if (mechanism < 0) {
    const desk = program.counts.mechanisms + made;
    s.deskHeld[desk] = 0;
    s.deskHead[desk] = -1;
    s.deskTail[desk] = -1;
  }
  const slot = row < 0 ? program.adHocStandsUp : int(program.mechanisms.standsUp, row);
  const wait = ticksOf(slotOf(s, slot, incident, hi, lo, purpose["stands-up"]));
  cell.event[made] = schedule(s, eventType.stood, made, tickAfter(s.now, wait), hi, lo);
  return made;
}

function roomForDesk(s: State): void {
  const length = s.program.counts.mechanisms + s.cell.capacity;
  if (s.deskHeld.length >= length) return;
  s.deskHeld = grownInts(s.deskHeld, length);
  s.deskHead = grownInts(s.deskHead, length);
  s.deskTail = grownInts(s.deskTail, length);
}

/** `stood`: those that wait for the cell enter it in the order in which they asked. */
export function standUp(s: State, cell: number): void {
  s.cell.standing[cell] = 1;
  s.cell.event[cell] = -1;
  let task = int(s.cell.head, cell);
  s.cell.head[cell] = -1;
  s.cell.tail[cell] = -1;
  while (task >= 0) {
    const next = int(s.task.queueNext, task);
    s.task.queued[task] = 0;
    enter(s, task, cell);
    task = next;
  }
}

/** Tasks that hold a cell, per mechanism over all incidents; per incident where it is ad hoc. */
function deskOf(s: State, cell: number): number {
  const mechanism = int(s.cell.mechanism, cell);
  return mechanism < 0 ? s.program.counts.mechanisms + cell : mechanism;
}

function enter(s: State, task: number, cell: number): void {
  const desk = deskOf(s, cell);
  const incident = int(s.task.incident, task);
  const row = rowNow(s, s.program.mechanismIn, int(s.cell.mechanism, cell), incident);
  const stated = row < 0 ? -1 : int(s.program.mechanisms.handles, row);
  const handles = amountAt(s, stated < 0 ? s.program.adHocHandles : stated, incident);
  if (int(s.deskHeld, desk) < countOf(handles)) {
    s.deskHeld[desk] = int(s.deskHeld, desk) + 1;
    admit(s, task, cell);
    return;
  }
  s.task.queueNext[task] = -1;
  s.task.queued[task] = 2;
  const tail = int(s.deskTail, desk);
  if (tail < 0) s.deskHead[desk] = task;
  else s.task.queueNext[tail] = task;
  s.deskTail[desk] = task;
}

function admit(s: State, task: number, cell: number): void {
  s.task.admitted[task] = 1;
  const wait = s.now - int(s.task.asked, task);
  const mechanism = int(s.cell.mechanism, cell);
  const waitCause = wait > 0 ? cause.coordination : -1;
  trace(s, traced.cell, int(s.task.incident, task), task, -1, mechanism, waitCause, 0, wait);
  chargeWait(s, task, cause.coordination, wait);
  for (let h = int(s.task.firstShare, task); h >= 0; h = int(s.share.next, h))
    if (int(s.share.state, h) === shareState.uncombined) scheduleGo(s, h);
}

/** A closed task leaves its cell; the first queued one takes its slot. */
export function leaveCell(s: State, task: number): void {
  const cell = int(s.task.cell, task);
  if (cell < 0) return;
  const desk = deskOf(s, cell);
  const queued = int(s.task.queued, task);
  if (queued === 1) leaveQueue(s, s.cell.head, s.cell.tail, cell, task);
  else if (queued === 2) leaveQueue(s, s.deskHead, s.deskTail, desk, task);
  s.task.queued[task] = 0;
  if (int(s.task.admitted, task) === 0) return;
  s.task.admitted[task] = 0;
  const next = int(s.deskHead, desk);
  if (next < 0) {
    s.deskHeld[desk] = int(s.deskHeld, desk) - 1;
    return;
  }
  leaveQueue(s, s.deskHead, s.deskTail, desk, next);
  s.task.queued[next] = 0;
  if (int(s.task.state, next) !== taskState.closed) admit(s, next, int(s.task.cell, next));
}

function leaveQueue(s: State, heads: Int32Array, tails: Int32Array, at: number, task: number): void {
  let before = -1;
  let one = int(heads, at);
  while (one >= 0 && one !== task) {
    before = one;
    one = int(s.task.queueNext, one);
  }
  if (one < 0) return;
  const after = int(s.task.queueNext, task);
  if (before < 0) heads[at] = after;
  else s.task.queueNext[before] = after;
  if (after < 0) tails[at] = before;
}
