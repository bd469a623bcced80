import * as eventType from "../codes/event-type.ts";
import * as outcome from "../codes/outcome.ts";
import * as shareState from "../codes/share-state.ts";
import { type f64, type i32, maxInt } from "../engine/primitive.ts";
import { now } from "../memory/cells.ts";
import { capabilityIn } from "../memory/program.ts";
import * as Share from "../memory/share.ts";
import * as Capabilities from "../memory/table-capabilities.ts";
import * as Tasks from "../memory/table-tasks.ts";
import * as Task from "../memory/task.ts";
import { tickAfter } from "../number/ticks.ts";
import { accessOf } from "./access.ts";
import { amountAt } from "./amount.ts";
import { schedule } from "./calendar.ts";
import { askForCell, needsCell } from "./cell.ts";
import { rowNow } from "./in-force.ts";
import { readyTicks } from "./task-share.ts";

/** `go`: combine, access, depart (K43, K44, K46). */
export function go(h: i32): void {
  const task = Share.task(h);
  if (needsCell(task)) {
    askForCell(task);
    if (Task.admitted(task) === 0 && !(uncombined(task) > 0)) {
      Share.setState(h, shareState.uncombined);
      return;
    }
  }
  if (moves(h)) {
    Share.setState(h, shareState.unadmitted);
    const access = accessOf(h);
    if (access !== outcome.granted) return;
  }
  const ready = Share.ready(h) >= 0 ? Share.ready(h) : tickAfter(now(), readyTicks(h));
  const departure = maxInt(now(), ready);
  Share.setState(h, shareState.underWay);
  Share.setGone(h, now());
  Share.setDepart(h, departure);
  const arrival = tickAfter(departure, Share.travel(h));
  Share.setEvent(h, schedule(eventType.arrive, h, arrival, Share.hi(h), Share.lo(h)));
}

/** Effect of a share that its cell has not admitted. */
export function uncombined(task: i32): f64 {
  const amount = Tasks.uncombined(Task.row(task));
  return amountAt(amount, Task.incident(task));
}

/** Whether a share's capability moves; a need that binds no unit does not. */
function moves(h: i32): boolean {
  const capability = Share.capability(h);
  if (capability < 0) return false;
  const row = rowNow(capabilityIn, capability, -1);
  return row >= 0 && Capabilities.moves(row) !== 0;
}
