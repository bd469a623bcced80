import { accruesCode } from "../compile/codes.ts";
import { int, real } from "../memory.ts";
import { decayAt, decayIntegral } from "../number/decay.ts";
import { tickAfter } from "../number/ticks.ts";
import { shareState } from "../state/columns.ts";
import type { State } from "../state/state.ts";
import { addTo, layoutOfTask, pairOf } from "./record.ts";

/** How a task accrues: a code of `accruesCode`. */
export function accrualOf(s: State, task: number): number {
  return int(s.program.tasks.accrues, int(s.task.row, task));
}

export function needCount(s: State, task: number): number {
  return int(s.program.lists, int(s.program.tasks.needs, int(s.task.row, task)));
}

/** x × e of a share. */
function yieldOf(s: State, h: number): number {
  return real(s.share.amount, h) * real(s.share.effect, h);
}

/** An at-end share has done its work: F rises to the least share of a need that is met (K49). */
export function accrueAtEnd(s: State, h: number): void {
  const task = int(s.share.task, h);
  const first = int(s.task.needs, task);
  addTo(s.need.got, first + int(s.share.need, h), yieldOf(s, h));
  let met = 1;
  for (let need = first; need < first + needCount(s, task); need++)
    met = Math.min(met, Math.min(1, real(s.need.got, need) / real(s.need.wanted, need)));
  const rise = met - real(s.task.share, task);
  if (!(rise > 0)) return;
  const value = real(s.task.value, task) * rise * decayOf(s, task, s.now);
  raiseTo(s, task, met, s.now);
  deliver(s, task, value);
  addTo(s.out.deliveredBy, pairOf(s, task, int(s.share.organisation, h)), value);
}

/** A share whose yield is spread over its work time has worked until now (K49). */
export function accrueEvenly(s: State, h: number): void {
  const task = int(s.share.task, h);
  const start = int(s.share.start, h);
  const wanted = real(s.need.wanted, int(s.task.needs, task) + int(s.share.need, h));
  const work = int(s.share.work, h);
  const whole = yieldOf(s, h) / wanted;
  const worked = s.now - start;
  const part = worked >= work ? whole : (whole * worked) / work;
  const before = real(s.task.share, task);
  const after = Math.min(1, before + part);
  const rise = after - before;
  if (!(rise > 0)) return;
  const value = spreadValue(s, task, rise, start);
  raiseTo(s, task, after, start);
  deliver(s, task, value);
  addTo(s.out.deliveredBy, pairOf(s, task, int(s.share.organisation, h)), value);
}

/**
 * A presence task rises by what is on scene since the last change; to be called before every change (K49).
 */
export function accruePresence(s: State, task: number): void {
  if (accrualOf(s, task) !== accruesCode.presence) return;
  const since = int(s.task.since, task);
  s.task.since[task] = s.now;
  if (since < 0 || since >= s.now || int(s.task.duration, task) <= 0) return;
  const rate = presentShare(s, task);
  const before = real(s.task.share, task);
  const after = Math.min(1, before + (rate * (s.now - since)) / int(s.task.duration, task));
  const rise = after - before;
  if (!(rise > 0)) return;
  const value = spreadValue(s, task, rise, since);
  raiseTo(s, task, after, since);
  deliver(s, task, value);
  let sum = 0;
  for (let h = int(s.task.firstShare, task); h >= 0; h = int(s.share.next, h))
    if (int(s.share.state, h) === shareState.working) sum += yieldOf(s, h);
  for (let h = int(s.task.firstShare, task); h >= 0; h = int(s.share.next, h))
    if (int(s.share.state, h) === shareState.working)
      addTo(s.out.deliveredBy, pairOf(s, task, int(s.share.organisation, h)), (value * yieldOf(s, h)) / sum);
}

/** The least share of a need that is on scene now. */
function presentShare(s: State, task: number): number {
  const first = int(s.task.needs, task);
  let least = 1;
  for (let need = 0; need < needCount(s, task); need++) {
    let present = 0;
    for (let h = int(s.task.firstShare, task); h >= 0; h = int(s.share.next, h))
      if (int(s.share.state, h) === shareState.working && int(s.share.need, h) === need)
        present += yieldOf(s, h);
    least = Math.min(least, Math.min(1, present / real(s.need.wanted, first + need)));
  }
  return least;
}

/** Keeps a new F; `from` is the tick at which the rise began (K50). */
function raiseTo(s: State, task: number, share: number, from: number): void {
  s.task.share[task] = share;
  const first = int(s.task.first, task);
  if (first < 0 || from < first) s.task.first[task] = from;
  const standard = tickAfter(int(s.task.reference, task), int(s.task.standard, task));
  if (s.now <= standard) s.task.shareByStandard[task] = share;
}

function decayOf(s: State, task: number, tick: number): number {
  return decayAt(
    int(s.program.tasks.decays, int(s.task.row, task)),
    tick - int(s.task.reference, task),
    int(s.task.standard, task),
    int(s.task.expires, task),
    real(s.task.halfLife, task),
  );
}

/** Value of a rise spread evenly from a tick until now. */
function spreadValue(s: State, task: number, rise: number, from: number): number {
  const value = real(s.task.value, task);
  if (s.now <= from) return value * rise * decayOf(s, task, s.now);
  const weight = integralOf(s, task, s.now) - integralOf(s, task, from);
  return ((value * rise) / (s.now - from)) * weight;
}

function integralOf(s: State, task: number, tick: number): number {
  return decayIntegral(
    int(s.program.tasks.decays, int(s.task.row, task)),
    tick - int(s.task.reference, task),
    int(s.task.standard, task),
    int(s.task.expires, task),
    real(s.task.halfLife, task),
  );
}

function deliver(s: State, task: number, value: number): void {
  addTo(s.task.delivered, task, value);
  addTo(s.out.delivered, layoutOfTask(s, task), value);
  const beneficiary = int(s.task.beneficiary, task);
  const party = beneficiary < 0 ? -1 : int(s.program.beneficiaryParty, beneficiary);
  addTo(s.out.benefit, party < 0 ? s.program.counts.parties : party, value);
}
