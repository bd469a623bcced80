import { int, real } from "../memory.ts";
import { tickAfter, ticksOf } from "../number/ticks.ts";
import { purpose } from "../purpose.ts";
import { take } from "../state/arena.ts";
import { eventType, schedule, withdraw } from "../state/calendar-queue.ts";
import { askerPhase, shareState } from "../state/columns.ts";
import type { State } from "../state/state.ts";
import { slotOf } from "./amount.ts";
import { rowNow } from "./in-force.ts";
import { indexInto, nameInto } from "./name.ts";
import { addTo, pairOf, trace, traced } from "./record.ts";
import { cause, isRelaxed } from "./relaxation.ts";

/** The asker of an organisation in a task, made if there is none yet. */
export function askerOf(s: State, task: number, organisation: number): number {
  const { asker } = s;
  for (let a = int(s.task.firstAsker, task); a >= 0; a = int(asker.next, a))
    if (int(asker.organisation, a) === organisation) return a;
  const a = take(s.asker);
  nameInto(s, 0, int(s.task.hi, task), int(s.task.lo, task), int(s.program.organisationName, organisation));
  asker.task[a] = task;
  asker.organisation[a] = organisation;
  asker.hi[a] = int(s.lanes, 0);
  asker.lo[a] = int(s.lanes, 1);
  asker.phase[a] = askerPhase.idle;
  asker.walk[a] = 0;
  asker.authority[a] = -1;
  asker.standard[a] = -1;
  asker.request[a] = -1;
  asker.generation[a] = int(asker.generation, a) + 1;
  asker.next[a] = -1;
  asker.event[a] = -1;
  asker.fate[a] = 0;
  asker.fitted[a] = 0;
  asker.denied[a] = -1;
  asker.joined[a] = 0;
  asker.access[a] = 0;
  asker.accessEvent[a] = -1;
  asker.staleEvent[a] = -1;
  const { knows } = s.program.counts;
  for (let item = a * knows; item < (a + 1) * knows; item++) {
    asker.informed[item] = 0;
    asker.tries[item] = -1;
    asker.sought[item] = 0;
  }
  const last = int(s.task.lastAsker, task);
  if (last < 0) s.task.firstAsker[task] = a;
  else asker.next[last] = a;
  s.task.lastAsker[task] = a;
  return a;
}

/** Whether an organisation has been refused in a task. */
export function isRefused(s: State, task: number, organisation: number): boolean {
  for (let a = int(s.task.firstAsker, task); a >= 0; a = int(s.asker.next, a))
    if (int(s.asker.organisation, a) === organisation) return int(s.asker.phase, a) === askerPhase.refused;
  return false;
}

export function isLive(s: State, share: number): boolean {
  return int(s.share.state, share) <= shareState.working;
}

/** A share of a task in a state, at the end of the task's list. `alternative` is an offset in `lists`. */
export function newShare(
  s: State,
  task: number,
  need: number,
  alternative: number,
  organisation: number,
  amount: number,
): number {
  const { share } = s;
  const h = take(share);
  share.task[h] = task;
  share.asker[h] = askerOf(s, task, organisation);
  share.organisation[h] = organisation;
  share.need[h] = need;
  share.alternative[h] = alternative;
  share.capability[h] = int(s.program.lists, alternative);
  share.holding[h] = -1;
  share.state[h] = shareState.joined;
  share.worked[h] = 0;
  share.gone[h] = 0;
  share.hi[h] = 0;
  share.lo[h] = 0;
  share.travel[h] = 0;
  share.ready[h] = -1;
  share.event[h] = -1;
  share.next[h] = -1;
  share.poolBefore[h] = -1;
  share.poolNext[h] = -1;
  share.since[h] = s.now;
  share.amount[h] = amount;
  share.units[h] = 0;
  share.effect[h] = 0;
  share.order[h] = 0;
  const last = int(s.task.lastShare, task);
  if (last < 0) s.task.firstShare[task] = h;
  else {
    share.next[last] = h;
    share.order[h] = int(share.order, last) + 1;
  }
  s.task.lastShare[task] = h;
  s.task.live[task] = int(s.task.live, task) + 1;
  const instance = int(s.task.instance, task);
  s.instance.busy[instance] = int(s.instance.busy, instance) + 1;
  return h;
}

/** A share that acts, with `units` from a holding (-1: none); it asks, goes, or joins its asker (K24). */
export function grantShare(
  s: State,
  task: number,
  need: number,
  alternative: number,
  organisation: number,
  amount: number,
  units: number,
  holding: number,
  travel: number,
): void {
  const { share, asker, program } = s;
  const h = newShare(s, task, need, alternative, organisation, amount);
  const a = int(share.asker, h);
  nameShare(s, h);
  share.units[h] = units;
  share.holding[h] = holding;
  share.travel[h] = travel;
  if (holding >= 0) addTo(s.bound, holding, units);
  addTo(s.out.sharesBy, pairOf(s, task, organisation), 1);
  trace(s, traced.share, int(s.task.incident, task), task, organisation, holding, -1, amount, units);
  if (int(program.tasks.onOpen, int(s.task.row, task)) === 1)
    share.ready[h] = tickAfter(s.now, readyTicks(s, h));
  if (int(asker.phase, a) === askerPhase.idle) {
    asker.phase[a] = askerPhase.informing;
    asker.event[a] = schedule(s, eventType.ask, a, s.now, int(asker.hi, a), int(asker.lo, a));
  } else if (int(asker.phase, a) === askerPhase.permitted) scheduleGo(s, h);
}

/** Plans that a share goes on now, unless that is planned already. */
export function scheduleGo(s: State, h: number): void {
  const { share } = s;
  if (int(share.state, h) === shareState.going) return;
  share.state[h] = shareState.going;
  share.event[h] = schedule(s, eventType.go, h, s.now, int(share.hi, h), int(share.lo, h));
}

/** Ticks until a share is ready to move off: none for one without a holding (K46). */
export function readyTicks(s: State, h: number): number {
  const holding = int(s.share.holding, h);
  if (holding < 0 || isRelaxed(s, cause.capability)) return 0;
  const row = rowNow(s, s.program.holdingIn, holding, -1);
  if (row < 0) return 0;
  return ticksOf(
    slotOf(
      s,
      int(s.program.holdings.ready, row),
      int(s.task.incident, int(s.share.task, h)),
      int(s.share.hi, h),
      int(s.share.lo, h),
      purpose.ready,
    ),
  );
}

/** Name H: by need, capability and ordinal among the asker's named shares of both (K3). */
function nameShare(s: State, h: number): void {
  const { share, asker, program } = s;
  const a = int(share.asker, h);
  const task = int(share.task, h);
  let ordinal = 0;
  for (let other = int(s.task.firstShare, task); other >= 0 && other !== h; other = int(share.next, other))
    if (
      int(share.asker, other) === a &&
      int(share.need, other) === int(share.need, h) &&
      int(share.capability, other) === int(share.capability, h) &&
      (int(share.hi, other) !== 0 || int(share.lo, other) !== 0)
    )
      ordinal += 1;
  const part = int(program.lists, int(share.alternative, h) + 3);
  nameInto(s, 0, int(asker.hi, a), int(asker.lo, a), part);
  indexInto(s, 0, int(s.lanes, 0), int(s.lanes, 1), ordinal);
  share.hi[h] = int(s.lanes, 0);
  share.lo[h] = int(s.lanes, 1);
}

/** Ends the life of a share that is no longer live; its instance may end with it. */
export function endShare(s: State, h: number): void {
  const { share } = s;
  if (int(share.state, h) === shareState.ended) return;
  leaveLife(s, h);
  share.state[h] = shareState.ended;
  leaveInstance(s, int(s.task.instance, int(share.task, h)));
}

/** Takes a live share out of the count of its task. */
export function leaveLife(s: State, h: number): void {
  if (!isLive(s, h)) return;
  const task = int(s.share.task, h);
  s.task.live[task] = int(s.task.live, task) - 1;
}

/** One thing less keeps an instance busy; an idle one is given back after the event. */
export function leaveInstance(s: State, instance: number): void {
  s.instance.busy[instance] = int(s.instance.busy, instance) - 1;
  if (int(s.instance.busy, instance) > 0) return;
  s.instance.ended[instance] = s.endedInstance;
  s.endedInstance = instance;
}

/**
 * Sends a share that is not live any more home: free after `travel` and its recovery, both 0 for one that
 * never left.
 */
export function sendHome(s: State, h: number, travel: number, recovers: boolean): void {
  const { share } = s;
  withdraw(s, int(share.event, h));
  share.event[h] = -1;
  leaveLife(s, h);
  share.state[h] = shareState.returning;
  const holding = int(share.holding, h);
  if (holding < 0) {
    endShare(s, h);
    return;
  }
  const recovery = recovers ? recoveryTicks(s, h, holding) : 0;
  const tick = tickAfter(tickAfter(s.now, travel), recovery);
  share.event[h] = schedule(s, eventType.free, h, tick, int(share.hi, h), int(share.lo, h));
}

function recoveryTicks(s: State, h: number, holding: number): number {
  const row = rowNow(s, s.program.holdingIn, holding, -1);
  if (row < 0 || isRelaxed(s, cause.capability)) return 0;
  const slot = int(s.program.holdings.recovers, row);
  const incident = int(s.task.incident, int(s.share.task, h));
  return ticksOf(slotOf(s, slot, incident, int(s.share.hi, h), int(s.share.lo, h), purpose.recovers));
}

/** Units × hours on scene until now. */
export function unitHours(s: State, h: number): number {
  return (real(s.share.units, h) * (s.now - int(s.share.arrive, h))) / 2048;
}
