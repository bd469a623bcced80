import * as eventType from "../codes/event-type.ts";
import * as purpose from "../codes/purpose.ts";
import * as taskState from "../codes/task-state.ts";
import * as traced from "../codes/traced.ts";
import type { f64, i32 } from "../engine/primitive.ts";
import { listAt } from "../engine/program.ts";
import * as Asker from "../memory/asker.ts";
import { countFacts, countLevers, countLeverWords, horizon, lane, now, setLane } from "../memory/cells.ts";
import { instanceFree, setInstanceFree } from "../memory/elements.ts";
import * as Incident from "../memory/incident.ts";
import * as Instance from "../memory/instance.ts";
import * as Need from "../memory/need.ts";
import * as Out from "../memory/outputs.ts";
import { leverName, leverNeeds, leverUsed, missionIn, missionName } from "../memory/program.ts";
import * as Share from "../memory/share.ts";
import * as Missions from "../memory/table-missions.ts";
import * as Streams from "../memory/table-streams.ts";
import * as Tasks from "../memory/table-tasks.ts";
import * as Task from "../memory/task.ts";
import { never, tickAfter, ticksOf } from "../number/ticks.ts";
import { amountAt, chosenOf, slotOf } from "./amount.ts";
import { schedule } from "./calendar.ts";
import { holds } from "./condition.ts";
import { rowNow } from "./in-force.ts";
import { dropIncident, holdIncident } from "./incident-slot.ts";
import { drawOf, indexInto, nameInto } from "./name.ts";
import { addTo, layoutOfTask, trace } from "./record.ts";
import { moveTrust } from "./stocks.ts";
import { closeBy, closeMission, testWaiting } from "./task-end.ts";

/** A new incident with the name in lanes 0 and 1, without facts, held once. */
export function newIncident(stream: i32): i32 {
  const made = Incident.take();
  Incident.setHi(made, lane(0));
  Incident.setLo(made, lane(1));
  Incident.setTick(made, now());
  Incident.setStream(made, stream);
  Incident.setPlace(made, -1);
  Incident.setBeneficiary(made, -1);
  Incident.setRefs(made, 1);
  Incident.setCells(made, -1);
  Incident.setEvent(made, -1);
  for (let fact = 0; fact < countFacts(); fact++) Incident.setFacts(made, fact, -1);
  for (let word = 0; word < countLeverWords(); word++) Incident.setUseful(made, word, -1);
  return made;
}

/**
 * Place, facts and beneficiary by the row of the stream in force (K12), and the levers that are of use in it
 * (K5).
 */
export function drawAttributes(incident: i32, row: i32): void {
  const hi = Incident.hi(incident);
  const lo = Incident.lo(incident);
  const places = Streams.at(row);
  if (listAt(places) > 0) Incident.setPlace(incident, chosenOf(places, drawOf(hi, lo, purpose.at)));
  const beneficiaries = Streams.forList(row);
  Incident.setBeneficiary(
    incident,
    listAt(beneficiaries) === 0 ? -1 : chosenOf(beneficiaries, drawOf(hi, lo, purpose.beneficiary)),
  );
  const facts = Streams.facts(row);
  for (let at = facts + 1; at < facts + 1 + listAt(facts); at += 4) {
    const u = drawOf(hi, lo, listAt(at + 1));
    Incident.setFacts(incident, listAt(at), factWord(listAt(at + 2), listAt(at + 3), u));
  }
  drawUsed(incident, hi, lo);
}

/** The word of a fact: by weight, with what is left of 1 for the rest, if there is one. */
function factWord(list: i32, rest: i32, u: f64): i32 {
  if (rest < 0) return chosenOf(list, u);
  let sum: f64 = 0;
  for (let at = list + 1; at < list + 1 + listAt(list); at += 2) sum += amountAt(listAt(at + 1), -1);
  const total = sum + Math.max(0, 1 - sum);
  let cumulated: f64 = 0;
  for (let at = list + 1; at < list + 1 + listAt(list); at += 2) {
    cumulated += amountAt(listAt(at + 1), -1);
    if (cumulated / total > u) return listAt(at);
  }
  return rest;
}

/** Clears the bit of every lever that is of no use here, and of those that need it. */
function drawUsed(incident: i32, hi: i32, lo: i32): void {
  for (let lever = 0; lever < countLevers(); lever++) {
    nameInto(0, hi, lo, leverName(lever));
    const used = drawOf(lane(0), lane(1), purpose.used);
    if (used < amountAt(leverUsed(lever), -1)) continue;
    clearUse(incident, lever);
  }
  for (let lever = 0; lever < countLevers(); lever++) {
    const needs = leverNeeds(lever);
    for (let need = 1; need <= listAt(needs); need++) {
      const other = listAt(needs + need);
      if (((Incident.useful(incident, other >> 5) >> (other & 31)) & 1) === 0) clearUse(incident, lever);
    }
  }
}

function clearUse(incident: i32, lever: i32): void {
  const word = lever >> 5;
  Incident.setUseful(incident, word, Incident.useful(incident, word) & ~(1 << (lever & 31)));
}

/** Onset of an incident whose attributes are drawn (K13, K14). Drops the incident. */
export function onset(incident: i32, row: i32): void {
  const stream = Incident.stream(incident);
  addTo(Out.happened(), stream, 1);
  trace(traced.onset, incident, -1, -1, stream, -1, 0, 0);
  const moves = Streams.moves(row);
  for (let at = moves + 1; at < moves + 1 + listAt(moves); at += 2) moveTrust(listAt(at), listAt(at + 1));
  cascade(incident, row);
  callMissions(incident, row, true);
  dropIncident(incident);
}

/** An averted incident: only what it would have demanded is counted (K15). Drops the incident. */
export function avert(incident: i32, row: i32): void {
  const stream = Incident.stream(incident);
  addTo(Out.avertedIncidents(), stream, 1);
  trace(traced.averted, incident, -1, -1, stream, -1, 0, 0);
  callMissions(incident, row, false);
  dropIncident(incident);
}

function cascade(incident: i32, row: i32): void {
  const causes = Streams.causes(row);
  for (let at = causes + 1; at < causes + 1 + listAt(causes); at += 6) {
    const stream = listAt(at);
    if (stream < 0 || !holds(listAt(at + 3), incident)) continue;
    nameInto(0, Incident.hi(incident), Incident.lo(incident), listAt(at + 4));
    indexInto(0, lane(0), lane(1), listAt(at + 5));
    const hi = lane(0);
    const lo = lane(1);
    if (!(drawOf(hi, lo, purpose.chance) < amountAt(listAt(at + 1), incident))) continue;
    const after = ticksOf(slotOf(listAt(at + 2), incident, hi, lo, purpose.after));
    const tick = tickAfter(now(), after);
    if (tick >= horizon() || tick >= never) continue;
    setLane(0, hi);
    setLane(1, lo);
    const child = newIncident(stream);
    Incident.setPlace(child, Incident.place(incident));
    for (let fact = 0; fact < countFacts(); fact++)
      Incident.setFacts(child, fact, Incident.facts(incident, fact));
    Incident.setEvent(child, schedule(eventType.caused, child, tick, hi, lo));
  }
}

/** Each mission whose call holds is made once, or only counted as averted. */
function callMissions(incident: i32, row: i32, happens: boolean): void {
  const calls = Streams.calls(row);
  for (let at = calls + 1; at < calls + 1 + listAt(calls); at += 2) {
    const mission = listAt(at);
    if (wasCalled(calls, at, mission, incident) || !holds(listAt(at + 1), incident)) continue;
    const missionRow = rowNow(missionIn, mission, incident);
    if (missionRow < 0) continue;
    if (happens) makeMission(incident, mission, missionRow);
    else countAverted(incident, mission, missionRow);
  }
}

/** Whether an earlier call of this incident made the mission. */
function wasCalled(calls: i32, until: i32, mission: i32, incident: i32): boolean {
  for (let at = calls + 1; at < until; at += 2)
    if (listAt(at) === mission && holds(listAt(at + 1), incident)) return true;
  return false;
}

/** Writes the name of a task to lanes 8 and 9. */
function taskName(incident: i32, mission: i32, row: i32): void {
  nameInto(8, Incident.hi(incident), Incident.lo(incident), missionName(mission));
  nameInto(8, lane(8), lane(9), Tasks.name(row));
}

/** V of a task whose name is in lanes 8 and 9; 0 for one that carries no value. */
function demandOf(incident: i32, row: i32): f64 {
  if (Tasks.outcome(row) === 0) return 0;
  return slotOf(Tasks.value(row), incident, lane(8), lane(9), purpose.value);
}

function countAverted(incident: i32, mission: i32, missionRow: i32): void {
  const list = Missions.tasks(missionRow);
  let sum: f64 = 0;
  for (let at = 1; at <= listAt(list); at++) {
    const row = listAt(list + at);
    if (!holds(Tasks.condition(row), incident)) continue;
    taskName(incident, mission, row);
    sum += demandOf(incident, row);
  }
  addTo(Out.averted(), mission, sum);
  addTo(Out.avertedInstances(), mission, 1);
}

function makeMission(incident: i32, mission: i32, missionRow: i32): void {
  const list = Missions.tasks(missionRow);
  const count = listAt(list);
  const instance = takeInstance(missionRow, count);
  const first = Instance.tasks(instance);
  Instance.setMission(instance, mission);
  Instance.setRow(instance, missionRow);
  Instance.setIncident(instance, incident);
  Instance.setCount(instance, count);
  Instance.setBusy(instance, 0);
  Instance.setOpen(instance, 0);
  Instance.setDemanded(instance, 0);
  holdIncident(incident);
  addTo(Out.missionInstances(), mission, 1);
  let needs = Instance.needs(instance);
  for (let at = 0; at < count; at++) {
    const row = listAt(list + 1 + at);
    makeTask(instance, first + at * Task.width, row, needs, incident, mission);
    needs += listAt(Tasks.needs(row)) * Need.width;
  }
  if (Instance.open(instance) === 0) {
    closeMission(instance);
    endInstance(instance);
    return;
  }
  for (let task = first; task < first + count * Task.width; task += Task.width) testWaiting(instance, task);
}

/** An instance with its tasks and needs side by side, used again if one of the same row is free. */
function takeInstance(missionRow: i32, count: i32): i32 {
  const free = instanceFree(missionRow);
  if (free >= 0) {
    setInstanceFree(missionRow, Instance.link(free));
    return free;
  }
  const made = Instance.take();
  Instance.setTasks(made, Task.takeBlock(count));
  Instance.setNeeds(made, Need.takeBlock(Missions.needs(missionRow)));
  return made;
}

function makeTask(instance: i32, task: i32, row: i32, needs: i32, incident: i32, mission: i32): void {
  const onsetTick = Incident.tick(incident);
  Task.setInstance(task, instance);
  Task.setRow(task, row);
  Task.setIncident(task, incident);
  taskName(incident, mission, row);
  Task.setHi(task, lane(8));
  Task.setLo(task, lane(9));
  Task.setState(task, taskState.waiting);
  Task.setSkipped(task, 0);
  Task.setOpened(task, 0);
  Task.setLive(task, 0);
  Task.setFirstShare(task, -1);
  Task.setLastShare(task, -1);
  Task.setFirstAsker(task, -1);
  Task.setLastAsker(task, -1);
  Task.setOpenEvent(task, -1);
  Task.setCloseEvent(task, -1);
  Task.setNeeds(task, needs);
  Task.setCell(task, -1);
  Task.setAdmitted(task, 0);
  Task.setQueued(task, 0);
  Task.setQueueNext(task, -1);
  Task.setSince(task, -1);
  Task.setDuration(task, 0);
  const at = Tasks.at(row);
  Task.setPlace(task, at >= 0 ? at : Incident.place(incident));
  const beneficiary = Tasks.forList(row);
  Task.setBeneficiary(task, beneficiary >= 0 ? beneficiary : Incident.beneficiary(incident));
  Task.setLastCause(task, -1);
  Task.setFirst(task, -1);
  Task.setReference(task, onsetTick);
  Task.setFulfilled(task, 0);
  Task.setValue(task, 0);
  Task.setShare(task, 0);
  Task.setShareByStandard(task, 0);
  Task.setDelivered(task, 0);
  const expires = Tasks.expires(row);
  const standard = Tasks.standard(row);
  const expiresTicks = expires < 0 ? never : ticksOf(amountAt(expires, incident));
  Task.setExpires(task, expiresTicks);
  Task.setStandard(task, standard < 0 ? expiresTicks : ticksOf(amountAt(standard, incident)));
  Task.setHalfLife(task, ticksOf(amountAt(Tasks.halfLife(row), incident)));
  if (!holds(Tasks.condition(row), incident)) {
    Task.setState(task, taskState.closed);
    Task.setSkipped(task, 1);
    Task.setFulfilled(task, 1);
    trace(traced.skipped, incident, task, -1, -1, -1, 0, 0);
    return;
  }
  const value = demandOf(incident, row);
  const layout = layoutOfTask(task);
  Task.setValue(task, value);
  Instance.setDemanded(instance, Instance.demanded(instance) + value);
  addTo(Out.instances(), layout, 1);
  addTo(Out.demanded(), layout, value);
  Instance.setBusy(instance, Instance.busy(instance) + 1);
  Instance.setOpen(instance, Instance.open(instance) + 1);
  if (expires >= 0 && Tasks.fromOpen(row) === 0) closeBy(task, tickAfter(onsetTick, expiresTicks));
}

/** Gives an instance, its shares and its askers back. */
export function endInstance(instance: i32): void {
  const first = Instance.tasks(instance);
  for (let task = first; task < first + Instance.count(instance) * Task.width; task += Task.width) {
    let h = Task.firstShare(task);
    while (h >= 0) {
      const next = Share.next(h);
      Share.release(h);
      h = next;
    }
    let a = Task.firstAsker(task);
    while (a >= 0) {
      const next = Asker.next(a);
      Asker.setGeneration(a, Asker.generation(a) + 1);
      Asker.release(a);
      a = next;
    }
  }
  const row = Instance.row(instance);
  Instance.setLink(instance, instanceFree(row));
  setInstanceFree(row, instance);
  dropIncident(Instance.incident(instance));
}
