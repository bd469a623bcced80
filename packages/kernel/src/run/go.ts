import { int } from "../memory.ts";
import { tickAfter } from "../number/ticks.ts";
import { eventType, schedule } from "../state/calendar-queue.ts";
import { shareState } from "../state/columns.ts";
import type { State } from "../state/state.ts";
import { accessOf } from "./access.ts";
import { amountAt } from "./amount.ts";
import { askForCell, needsCell } from "./cell.ts";
import { rowNow } from "./in-force.ts";
import { outcome } from "./situation.ts";
import { readyTicks } from "./task-share.ts";

/** `go`: combine, access, depart (K43, K44, K46). */
export function go(s: State, h: number): void {
  const { share } = s;
  const task = int(share.task, h);
  if (needsCell(s, task)) {
    askForCell(s, task);
    if (int(s.task.admitted, task) === 0 && !(uncombined(s, task) > 0)) {
      share.state[h] = shareState.uncombined;
      return;
    }
  }
  if (moves(s, h)) {
    share.state[h] = shareState.unadmitted;
    const access = accessOf(s, h);
    if (access !== outcome.granted) return;
  }
  const ready = int(share.ready, h) >= 0 ? int(share.ready, h) : tickAfter(s.now, readyTicks(s, h));
  const departure = Math.max(s.now, ready);
  share.state[h] = shareState.underWay;
  share.gone[h] = s.now;
  share.depart[h] = departure;
  const arrival = tickAfter(departure, int(share.travel, h));
  share.event[h] = schedule(s, eventType.arrive, h, arrival, int(share.hi, h), int(share.lo, h));
}

/** Effect of a share that its cell has not admitted. */
export function uncombined(s: State, task: number): number {
  const amount = int(s.program.tasks.uncombined, int(s.task.row, task));
  return amountAt(s, amount, int(s.task.incident, task));
}

/** Whether a share's capability moves; a need that binds no unit does not. */
function moves(s: State, h: number): boolean {
  const capability = int(s.share.capability, h);
  if (capability < 0) return false;
  const row = rowNow(s, s.program.capabilityIn, capability, -1);
  return row >= 0 && int(s.program.capabilities.moves, row) !== 0;
}
