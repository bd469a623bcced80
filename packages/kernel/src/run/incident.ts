import { int } from "../memory.ts";
import { never, tickAfter, ticksOf } from "../number/ticks.ts";
import { purpose } from "../purpose.ts";
import { release, take, takeBlock } from "../state/arena.ts";
import { eventType, schedule } from "../state/calendar-queue.ts";
import { taskState } from "../state/columns.ts";
import type { State } from "../state/state.ts";
import { amountAt, chosenOf, slotOf } from "./amount.ts";
import { holds } from "./condition.ts";
import { rowNow } from "./in-force.ts";
import { dropIncident, holdIncident } from "./incident-slot.ts";
import { drawOf, indexInto, nameInto } from "./name.ts";
import { addTo, layoutOfTask, trace, traced } from "./record.ts";
import { moveTrust } from "./stocks.ts";
import { closeBy, closeMission, testWaiting } from "./task-end.ts";

/** A new incident with the name in lanes 0 and 1, without facts, held once. */
export function newIncident(s: State, stream: number): number {
  const { incident } = s;
  const made = take(incident);
  const { facts, leverWords } = s.program.counts;
  incident.hi[made] = int(s.lanes, 0);
  incident.lo[made] = int(s.lanes, 1);
  incident.tick[made] = s.now;
  incident.stream[made] = stream;
  incident.place[made] = -1;
  incident.beneficiary[made] = -1;
  incident.refs[made] = 1;
  incident.cells[made] = -1;
  incident.event[made] = -1;
  for (let at = made * facts; at < (made + 1) * facts; at++) incident.facts[at] = -1;
  for (let at = made * leverWords; at < (made + 1) * leverWords; at++) incident.useful[at] = -1;
  return made;
}

/**
 * Place, facts and beneficiary by the row of the stream in force (K12), and the levers that are of use in it
 * (K5).
 */
export function drawAttributes(s: State, incident: number, row: number): void {
  const { streams, lists } = s.program;
  const hi = int(s.incident.hi, incident);
  const lo = int(s.incident.lo, incident);
  const places = int(streams.at, row);
  if (int(lists, places) > 0) s.incident.place[incident] = chosenOf(s, places, drawOf(s, hi, lo, purpose.at));
  const beneficiaries = int(streams.for, row);
  s.incident.beneficiary[incident] =
    int(lists, beneficiaries) === 0 ? -1 : chosenOf(s, beneficiaries, drawOf(s, hi, lo, purpose.for));
  const facts = int(streams.facts, row);
  for (let at = facts + 1; at < facts + 1 + int(lists, facts); at += 4) {
    const u = drawOf(s, hi, lo, int(lists, at + 1));
    s.incident.facts[incident * s.program.counts.facts + int(lists, at)] = factWord(
      s,
      int(lists, at + 2),
      int(lists, at + 3),
      u,
    );
  }
  drawUsed(s, incident, hi, lo);
}

/** The word of a fact: by weight, with what is left of 1 for the rest, if there is one. */
function factWord(s: State, list: number, rest: number, u: number): number {
  if (rest < 0) return chosenOf(s, list, u);
  const { lists } = s.program;
  let sum = 0;
  for (let at = list + 1; at < list + 1 + int(lists, list); at += 2)
    sum += amountAt(s, int(lists, at + 1), -1);
  const total = sum + Math.max(0, 1 - sum);
  let cumulated = 0;
  for (let at = list + 1; at < list + 1 + int(lists, list); at += 2) {
    cumulated += amountAt(s, int(lists, at + 1), -1);
    if (cumulated / total > u) return int(lists, at);
  }
  return rest;
}

/** Clears the bit of every lever that is of no use here, and of those that need it. */
function drawUsed(s: State, incident: number, hi: number, lo: number): void {
  const { counts, leverName, leverUsed, leverNeeds, lists } = s.program;
  const words = incident * counts.leverWords;
  for (let lever = 0; lever < counts.levers; lever++) {
    nameInto(s, 0, hi, lo, int(leverName, lever));
    const used = drawOf(s, int(s.lanes, 0), int(s.lanes, 1), purpose.used);
    if (used < amountAt(s, int(leverUsed, lever), -1)) continue;
    const at = words + (lever >> 5);
    s.incident.useful[at] = int(s.incident.useful, at) & ~(1 << (lever & 31));
  }
  for (let lever = 0; lever < counts.levers; lever++) {
    const needs = int(leverNeeds, lever);
    const at = words + (lever >> 5);
    for (let need = 1; need <= int(lists, needs); need++) {
      const other = int(lists, needs + need);
      if ((int(s.incident.useful, words + (other >> 5)) >> (other & 31)) & 1) continue;
      s.incident.useful[at] = int(s.incident.useful, at) & ~(1 << (lever & 31));
    }
  }
}

/** Onset of an incident whose attributes are drawn (K13, K14). Drops the incident. */
export function onset(s: State, incident: number, row: number): void {
  const { streams, lists } = s.program;
  const stream = int(s.incident.stream, incident);
  addTo(s.out.happened, stream, 1);
  trace(s, traced.onset, incident, -1, -1, stream, -1, 0, 0);
  const moves = int(streams.moves, row);
  for (let at = moves + 1; at < moves + 1 + int(lists, moves); at += 2)
    moveTrust(s, int(lists, at), int(lists, at + 1));
  cascade(s, incident, row);
  callMissions(s, incident, row, true);
  dropIncident(s, incident);
}

/** An averted incident: only what it would have demanded is counted (K15). Drops the incident. */
export function avert(s: State, incident: number, row: number): void {
  const stream = int(s.incident.stream, incident);
  addTo(s.out.avertedIncidents, stream, 1);
  trace(s, traced.averted, incident, -1, -1, stream, -1, 0, 0);
  callMissions(s, incident, row, false);
  dropIncident(s, incident);
}

function cascade(s: State, incident: number, row: number): void {
  const { streams, lists, counts } = s.program;
  const causes = int(streams.causes, row);
  for (let at = causes + 1; at < causes + 1 + int(lists, causes); at += 6) {
    const stream = int(lists, at);
    if (stream < 0 || !holds(s, int(lists, at + 3), incident)) continue;
    nameInto(s, 0, int(s.incident.hi, incident), int(s.incident.lo, incident), int(lists, at + 4));
    indexInto(s, 0, int(s.lanes, 0), int(s.lanes, 1), int(lists, at + 5));
    const hi = int(s.lanes, 0);
    const lo = int(s.lanes, 1);
    if (!(drawOf(s, hi, lo, purpose.chance) < amountAt(s, int(lists, at + 1), incident))) continue;
    const after = ticksOf(slotOf(s, int(lists, at + 2), incident, hi, lo, purpose.after));
    const tick = tickAfter(s.now, after);
    if (tick >= s.program.horizon || tick >= never) continue;
    s.lanes[0] = hi;
    s.lanes[1] = lo;
    const child = newIncident(s, stream);
    s.incident.place[child] = int(s.incident.place, incident);
    for (let fact = 0; fact < counts.facts; fact++)
      s.incident.facts[child * counts.facts + fact] = int(s.incident.facts, incident * counts.facts + fact);
    s.incident.event[child] = schedule(s, eventType.caused, child, tick, hi, lo);
  }
}

/** Each mission whose call holds is made once, or only counted as averted. */
function callMissions(s: State, incident: number, row: number, happens: boolean): void {
  const { streams, lists, missionIn } = s.program;
  const calls = int(streams.calls, row);
  for (let at = calls + 1; at < calls + 1 + int(lists, calls); at += 2) {
    const mission = int(lists, at);
    if (wasCalled(s, calls, at, mission, incident) || !holds(s, int(lists, at + 1), incident)) continue;
    const missionRow = rowNow(s, missionIn, mission, incident);
    if (missionRow < 0) continue;
    if (happens) makeMission(s, incident, mission, missionRow);
    else countAverted(s, incident, mission, missionRow);
  }
}

/** Whether an earlier call of this incident made the mission. */
function wasCalled(s: State, calls: number, until: number, mission: number, incident: number): boolean {
  const { lists } = s.program;
  for (let at = calls + 1; at < until; at += 2)
    if (int(lists, at) === mission && holds(s, int(lists, at + 1), incident)) return true;
  return false;
}

/** Writes the name of a task to lanes 8 and 9. */
function taskName(s: State, incident: number, mission: number, row: number): void {
  const { missionName, tasks } = s.program;
  nameInto(s, 8, int(s.incident.hi, incident), int(s.incident.lo, incident), int(missionName, mission));
  nameInto(s, 8, int(s.lanes, 8), int(s.lanes, 9), int(tasks.name, row));
}

/** V of a task whose name is in lanes 8 and 9; 0 for one that carries no value. */
function demandOf(s: State, incident: number, row: number): number {
  const { tasks } = s.program;
  if (int(tasks.outcome, row) === 0) return 0;
  return slotOf(s, int(tasks.value, row), incident, int(s.lanes, 8), int(s.lanes, 9), purpose.value);
}

function countAverted(s: State, incident: number, mission: number, missionRow: number): void {
  const { missions, lists, tasks } = s.program;
  const list = int(missions.tasks, missionRow);
  let sum = 0;
  for (let at = 1; at <= int(lists, list); at++) {
    const row = int(lists, list + at);
    if (!holds(s, int(tasks.condition, row), incident)) continue;
    taskName(s, incident, mission, row);
    sum += demandOf(s, incident, row);
  }
  addTo(s.out.averted, mission, sum);
  addTo(s.out.avertedInstances, mission, 1);
}

function makeMission(s: State, incident: number, mission: number, missionRow: number): void {
  const { missions, lists } = s.program;
  const list = int(missions.tasks, missionRow);
  const count = int(lists, list);
  const instance = takeInstance(s, missionRow, count);
  const first = int(s.instance.tasks, instance);
  s.instance.mission[instance] = mission;
  s.instance.row[instance] = missionRow;
  s.instance.incident[instance] = incident;
  s.instance.count[instance] = count;
  s.instance.busy[instance] = 0;
  s.instance.open[instance] = 0;
  s.instance.demanded[instance] = 0;
  holdIncident(s, incident);
  addTo(s.out.missionInstances, mission, 1);
  let needs = int(s.instance.needs, instance);
  for (let at = 0; at < count; at++) {
    const row = int(lists, list + 1 + at);
    makeTask(s, instance, first + at, row, needs, incident, mission);
    needs += int(lists, int(s.program.tasks.needs, row));
  }
  if (int(s.instance.open, instance) === 0) {
    closeMission(s, instance);
    endInstance(s, instance);
    return;
  }
  for (let task = first; task < first + count; task++) testWaiting(s, instance, task);
}

/** An instance with its tasks and needs side by side, used again if one of the same row is free. */
function takeInstance(s: State, missionRow: number, count: number): number {
  const free = int(s.instanceFree, missionRow);
  if (free >= 0) {
    s.instanceFree[missionRow] = int(s.instance.link, free);
    return free;
  }
  const made = take(s.instance);
  s.instance.tasks[made] = takeBlock(s.task, count);
  s.instance.needs[made] = takeBlock(s.need, int(s.program.missions.needs, missionRow));
  return made;
}

function makeTask(
  s: State,
  instance: number,
  task: number,
  row: number,
  needs: number,
  incident: number,
  mission: number,
): void {
  const columns = s.task;
  const { tasks } = s.program;
  const onsetTick = int(s.incident.tick, incident);
  columns.instance[task] = instance;
  columns.row[task] = row;
  columns.incident[task] = incident;
  taskName(s, incident, mission, row);
  columns.hi[task] = int(s.lanes, 8);
  columns.lo[task] = int(s.lanes, 9);
  columns.state[task] = taskState.waiting;
  columns.skipped[task] = 0;
  columns.opened[task] = 0;
  columns.live[task] = 0;
  columns.firstShare[task] = -1;
  columns.lastShare[task] = -1;
  columns.firstAsker[task] = -1;
  columns.lastAsker[task] = -1;
  columns.openEvent[task] = -1;
  columns.closeEvent[task] = -1;
  columns.needs[task] = needs;
  columns.cell[task] = -1;
  columns.admitted[task] = 0;
  columns.queued[task] = 0;
  columns.queueNext[task] = -1;
  columns.since[task] = -1;
  columns.duration[task] = 0;
  const at = int(tasks.at, row);
  columns.place[task] = at >= 0 ? at : int(s.incident.place, incident);
  const beneficiary = int(tasks.for, row);
  columns.beneficiary[task] = beneficiary >= 0 ? beneficiary : int(s.incident.beneficiary, incident);
  columns.lastCause[task] = -1;
  columns.first[task] = -1;
  columns.reference[task] = onsetTick;
  columns.fulfilled[task] = 0;
  columns.value[task] = 0;
  columns.share[task] = 0;
  columns.shareByStandard[task] = 0;
  columns.delivered[task] = 0;
  const expires = int(tasks.expires, row);
  const standard = int(tasks.standard, row);
  const expiresTicks = expires < 0 ? never : ticksOf(amountAt(s, expires, incident));
  columns.expires[task] = expiresTicks;
  columns.standard[task] = standard < 0 ? expiresTicks : ticksOf(amountAt(s, standard, incident));
  columns.halfLife[task] = ticksOf(amountAt(s, int(tasks.halfLife, row), incident));
  if (!holds(s, int(tasks.condition, row), incident)) {
    columns.state[task] = taskState.closed;
    columns.skipped[task] = 1;
    columns.fulfilled[task] = 1;
    trace(s, traced.skipped, incident, task, -1, -1, -1, 0, 0);
    return;
  }
  const value = demandOf(s, incident, row);
  const layout = layoutOfTask(s, task);
  columns.value[task] = value;
  addTo(s.instance.demanded, instance, value);
  addTo(s.out.instances, layout, 1);
  addTo(s.out.demanded, layout, value);
  s.instance.busy[instance] = int(s.instance.busy, instance) + 1;
  s.instance.open[instance] = int(s.instance.open, instance) + 1;
  if (expires >= 0 && int(tasks.fromOpen, row) === 0) closeBy(s, task, tickAfter(onsetTick, expiresTicks));
}

/** Gives an instance, its shares and its askers back. */
export function endInstance(s: State, instance: number): void {
  const first = int(s.instance.tasks, instance);
  for (let task = first; task < first + int(s.instance.count, instance); task++) {
    let h = int(s.task.firstShare, task);
    while (h >= 0) {
      const next = int(s.share.next, h);
      release(s.share, h);
      h = next;
    }
    let a = int(s.task.firstAsker, task);
    while (a >= 0) {
      const next = int(s.asker.next, a);
      s.asker.generation[a] = int(s.asker.generation, a) + 1;
      release(s.asker, a);
      a = next;
    }
  }
  const row = int(s.instance.row, instance);
  s.instance.link[instance] = int(s.instanceFree, row);
  s.instanceFree[row] = instance;
  dropIncident(s, int(s.instance.incident, instance));
}
