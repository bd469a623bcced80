import * as accrual from "../codes/accrual.ts";
import * as purpose from "../codes/purpose.ts";
import * as taskState from "../codes/task-state.ts";
import * as traced from "../codes/traced.ts";
import type { i32 } from "../engine/primitive.ts";
import { firstRecall, now, setFirstRecall } from "../memory/cells.ts";
import { bound, setBound } from "../memory/elements.ts";
import * as Need from "../memory/need.ts";
import * as Out from "../memory/outputs.ts";
import * as Recall from "../memory/recall.ts";
import * as Share from "../memory/share.ts";
import * as Needs from "../memory/table-needs.ts";
import * as Tasks from "../memory/table-tasks.ts";
import * as Task from "../memory/task.ts";
import { tickAfter, ticksOf } from "../number/ticks.ts";
import { allocate, needRow, scheduleServe } from "./allocate.ts";
import { countOf, slotOf } from "./amount.ts";
import { accrualOf, accrueAtEnd, accrueEvenly, accruePresence, needCount } from "./effect.ts";
import { addTo, pairOf, trace } from "./record.ts";
import { closeBy, testEnd } from "./task-end.ts";
import { endShare, sendHome, unitHours } from "./task-share.ts";

/** `open`: the needs of a task are allocated (K21). */
export function openTask(task: i32): void {
  const row = Task.row(task);
  const incident = Task.incident(task);
  const hi = Task.hi(task);
  const lo = Task.lo(task);
  Task.setState(task, taskState.open);
  Task.setOpened(task, now());
  trace(traced.opened, incident, task, -1, -1, -1, 0, 0);
  if (Tasks.fromOpen(row) === 1) {
    Task.setReference(task, now());
    if (Tasks.expires(row) >= 0) closeBy(task, tickAfter(now(), Task.expires(task)));
  }
  if (accrualOf(task) === accrual.presence) {
    const duration = ticksOf(slotOf(Tasks.takes(row), incident, hi, lo, purpose.takes));
    Task.setDuration(task, duration);
    Task.setSince(task, now());
    closeBy(task, tickAfter(now(), duration));
  }
  const first = Task.needs(task);
  const count = needCount(task);
  for (let need = 0; need < count; need++) {
    const rowOfNeed = needRow(task, need);
    const quantity = slotOf(Needs.quantity(rowOfNeed), incident, hi, lo, Needs.name(rowOfNeed));
    Need.setWanted(first + need * Need.width, Math.max(1, countOf(quantity)));
    Need.setGot(first + need * Need.width, 0);
  }
  for (let need = 0; need < count; need++) allocate(task, need, Need.wanted(first + need * Need.width));
  testEnd(task);
}

/** `done`: a share has worked, or endured, as long as it does; it goes home (K48). */
export function done(h: i32): void {
  const task = Share.task(h);
  const accrues = accrualOf(task);
  const amount = Share.amount(h);
  const organisation = Share.organisation(h);
  const holding = Share.holding(h);
  if (accrues === accrual.presence) accruePresence(task);
  else if (accrues === accrual.evenly) accrueEvenly(h);
  else accrueAtEnd(h);
  Share.setWorked(h, 1);
  trace(traced.done, Task.incident(task), task, organisation, holding, -1, amount, 0);
  addTo(Out.unitHoursBy(), pairOf(task, organisation), unitHours(h));
  sendHome(h, Share.home(h), true);
  if (accrues === accrual.presence) allocate(task, Share.need(h), amount);
  testEnd(task);
}

/** What recalled shares have lost is allocated again, in the order of their recall (K92). */
export function allocateRecalled(): void {
  while (firstRecall() >= 0) {
    const recall = firstRecall();
    const h = Recall.share(recall);
    const amount = Recall.amount(recall);
    setFirstRecall(Recall.next(recall));
    Recall.release(recall);
    const task = Share.task(h);
    if (Task.state(task) !== taskState.open) continue;
    allocate(task, Share.need(h), amount);
    testEnd(task);
  }
}

/** `free`: the units of a share can be bound again (K25). */
export function free(h: i32): void {
  const task = Share.task(h);
  const holding = Share.holding(h);
  const units = Share.units(h);
  setBound(holding, bound(holding) - units);
  trace(traced.freed, Task.incident(task), task, Share.organisation(h), holding, -1, units, 0);
  endShare(h);
  scheduleServe(Share.capability(h));
}
