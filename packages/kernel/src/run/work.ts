import { accruesCode } from "../compile/codes.ts";
import { int, real } from "../memory.ts";
import { tickAfter, ticksOf } from "../number/ticks.ts";
import { purpose } from "../purpose.ts";
import { taskState } from "../state/columns.ts";
import type { State } from "../state/state.ts";
import { allocate, needRow, scheduleServe } from "./allocate.ts";
import { countOf, slotOf } from "./amount.ts";
import { accrualOf, accrueAtEnd, accrueEvenly, accruePresence, needCount } from "./effect.ts";
import { addTo, pairOf, trace, traced } from "./record.ts";
import { closeBy, testEnd } from "./task-end.ts";
import { endShare, sendHome, unitHours } from "./task-share.ts";

/** `open`: the needs of a task are allocated (K21). */
export function openTask(s: State, task: number): void {
  const { tasks, needs } = s.program;
  const row = int(s.task.row, task);
  const incident = int(s.task.incident, task);
  const hi = int(s.task.hi, task);
  const lo = int(s.task.lo, task);
  s.task.state[task] = taskState.open;
  s.task.opened[task] = s.now;
  trace(s, traced.opened, incident, task, -1, -1, -1, 0, 0);
  if (int(tasks.fromOpen, row) === 1) {
    s.task.reference[task] = s.now;
    if (int(tasks.expires, row) >= 0) closeBy(s, task, tickAfter(s.now, int(s.task.expires, task)));
  }
  if (accrualOf(s, task) === accruesCode.presence) {
    const duration = ticksOf(slotOf(s, int(tasks.takes, row), incident, hi, lo, purpose.takes));
    s.task.duration[task] = duration;
    s.task.since[task] = s.now;
    closeBy(s, task, tickAfter(s.now, duration));
  }
  const first = int(s.task.needs, task);
  const count = needCount(s, task);
  for (let need = 0; need < count; need++) {
    const rowOfNeed = needRow(s, task, need);
    const quantity = slotOf(s, int(needs.quantity, rowOfNeed), incident, hi, lo, int(needs.name, rowOfNeed));
    s.need.wanted[first + need] = Math.max(1, countOf(quantity));
    s.need.got[first + need] = 0;
  }
  for (let need = 0; need < count; need++) allocate(s, task, need, real(s.need.wanted, first + need));
  testEnd(s, task);
}

/** `done`: a share has worked, or endured, as long as it does; it goes home (K48). */
export function done(s: State, h: number): void {
  const { share } = s;
  const task = int(share.task, h);
  const accrues = accrualOf(s, task);
  const amount = real(share.amount, h);
  const organisation = int(share.organisation, h);
  const holding = int(share.holding, h);
  if (accrues === accruesCode.presence) accruePresence(s, task);
  else if (accrues === accruesCode.evenly) accrueEvenly(s, h);
  else accrueAtEnd(s, h);
  share.worked[h] = 1;
  trace(s, traced.done, int(s.task.incident, task), task, organisation, holding, -1, amount, 0);
  addTo(s.out.unitHoursBy, pairOf(s, task, organisation), unitHours(s, h));
  sendHome(s, h, int(share.travel, h), true);
  if (accrues === accruesCode.presence) allocate(s, task, int(share.need, h), amount);
  testEnd(s, task);
}

/** `free`: the units of a share can be bound again (K25). */
export function free(s: State, h: number): void {
  const { share } = s;
  const task = int(share.task, h);
  const holding = int(share.holding, h);
  const units = real(share.units, h);
  addTo(s.bound, holding, -units);
  trace(s, traced.freed, int(s.task.incident, task), task, int(share.organisation, h), holding, -1, units, 0);
  endShare(s, h);
  scheduleServe(s, int(share.capability, h));
}
