import * as accrual from "../codes/accrual.ts";
import * as shareState from "../codes/share-state.ts";
import type { f64, i32 } from "../engine/primitive.ts";
import { listAt } from "../engine/program.ts";
import { countParties, now } from "../memory/cells.ts";
import * as Need from "../memory/need.ts";
import * as Out from "../memory/outputs.ts";
import { beneficiaryParty } from "../memory/program.ts";
import * as Share from "../memory/share.ts";
import * as Tasks from "../memory/table-tasks.ts";
import * as Task from "../memory/task.ts";
import { decayAt, decayIntegral } from "../number/decay.ts";
import { tickAfter } from "../number/ticks.ts";
import { addTo, layoutOfTask, pairOf } from "./record.ts";

/** How a task accrues: a code of `accruesCode`. */
export function accrualOf(task: i32): i32 {
  return Tasks.accrues(Task.row(task));
}

export function needCount(task: i32): i32 {
  return listAt(Tasks.needs(Task.row(task)));
}

/** x × e of a share. */
function yieldOf(h: i32): f64 {
  return Share.amount(h) * Share.effect(h);
}

/** An at-end share has done its work: F rises to the least share of a need that is met (K49). */
export function accrueAtEnd(h: i32): void {
  const task = Share.task(h);
  const first = Task.needs(task);
  const own = first + Share.need(h) * Need.width;
  Need.setGot(own, Need.got(own) + yieldOf(h));
  let met: f64 = 1;
  for (let need = first; need < first + needCount(task) * Need.width; need += Need.width)
    met = Math.min(met, Math.min(1, Need.got(need) / Need.wanted(need)));
  const rise = met - Task.share(task);
  if (!(rise > 0)) return;
  const value = Task.value(task) * rise * decayOf(task, now());
  raiseTo(task, met, now());
  deliver(task, value);
  addTo(Out.deliveredBy(), pairOf(task, Share.organisation(h)), value);
}

/** A share whose yield is spread over its work time has worked until now (K49). */
export function accrueEvenly(h: i32): void {
  const task = Share.task(h);
  const start = Share.start(h);
  const wanted = Need.wanted(Task.needs(task) + Share.need(h));
  const work = Share.work(h);
  const whole = yieldOf(h) / wanted;
  const worked = now() - start;
  const part = worked >= work ? whole : (whole * worked) / work;
  const before = Task.share(task);
  const after = Math.min(1, before + part);
  const rise = after - before;
  if (!(rise > 0)) return;
  const value = spreadValue(task, rise, start);
  raiseTo(task, after, start);
  deliver(task, value);
  addTo(Out.deliveredBy(), pairOf(task, Share.organisation(h)), value);
}

/**
 * A presence task rises by what is on scene since the last change; to be called before every change (K49).
 */
export function accruePresence(task: i32): void {
  if (accrualOf(task) !== accrual.presence) return;
  const since = Task.since(task);
  Task.setSince(task, now());
  if (since < 0 || since >= now() || Task.duration(task) <= 0) return;
  const rate = presentShare(task);
  const before = Task.share(task);
  const after = Math.min(1, before + (rate * (now() - since)) / Task.duration(task));
  const rise = after - before;
  if (!(rise > 0)) return;
  const value = spreadValue(task, rise, since);
  raiseTo(task, after, since);
  deliver(task, value);
  let sum: f64 = 0;
  for (let h = Task.firstShare(task); h >= 0; h = Share.next(h))
    if (Share.state(h) === shareState.working) sum += yieldOf(h);
  for (let h = Task.firstShare(task); h >= 0; h = Share.next(h))
    if (Share.state(h) === shareState.working)
      addTo(Out.deliveredBy(), pairOf(task, Share.organisation(h)), (value * yieldOf(h)) / sum);
}

/** The least share of a need that is on scene now. */
function presentShare(task: i32): f64 {
  const first = Task.needs(task);
  let least: f64 = 1;
  for (let need = 0; need < needCount(task); need++) {
    let present: f64 = 0;
    for (let h = Task.firstShare(task); h >= 0; h = Share.next(h))
      if (Share.state(h) === shareState.working && Share.need(h) === need) present += yieldOf(h);
    least = Math.min(least, Math.min(1, present / Need.wanted(first + need * Need.width)));
  }
  return least;
}

/** Keeps a new F; `from` is the tick at which the rise began (K50). */
function raiseTo(task: i32, share: f64, from: i32): void {
  Task.setShare(task, share);
  const first = Task.first(task);
  if (first < 0 || from < first) Task.setFirst(task, from);
  const standard = tickAfter(Task.reference(task), Task.standard(task));
  if (now() <= standard) Task.setShareByStandard(task, share);
}

function decayOf(task: i32, tick: i32): f64 {
  return decayAt(
    Tasks.decays(Task.row(task)),
    tick - Task.reference(task),
    Task.standard(task),
    Task.expires(task),
    Task.halfLife(task),
  );
}

/** Value of a rise spread evenly from a tick until now. */
function spreadValue(task: i32, rise: f64, from: i32): f64 {
  const value = Task.value(task);
  if (now() <= from) return value * rise * decayOf(task, now());
  const weight = integralOf(task, now()) - integralOf(task, from);
  return ((value * rise) / (now() - from)) * weight;
}

function integralOf(task: i32, tick: i32): f64 {
  return decayIntegral(
    Tasks.decays(Task.row(task)),
    tick - Task.reference(task),
    Task.standard(task),
    Task.expires(task),
    Task.halfLife(task),
  );
}

function deliver(task: i32, value: f64): void {
  Task.setDelivered(task, Task.delivered(task) + value);
  addTo(Out.delivered(), layoutOfTask(task), value);
  const beneficiary = Task.beneficiary(task);
  const party = beneficiary < 0 ? -1 : beneficiaryParty(beneficiary);
  const row = layoutOfTask(task) * (countParties() + 1);
  addTo(Out.benefitBy(), row + (party < 0 ? countParties() : party), value);
}
