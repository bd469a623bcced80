import { int, real } from "../memory.ts";
import { hoursOf } from "../number/ticks.ts";
import { take } from "../state/arena.ts";
import type { State } from "../state/state.ts";

/** Kinds of trace entries by code, in the order of `TraceKind`. */
export const traceKinds = [
  "onset",
  "averted",
  "skipped",
  "opened",
  "closed",
  "share",
  "pooled",
  "lost",
  "informed",
  "stage",
  "permit",
  "denied",
  "refused",
  "finding",
  "cell",
  "access",
  "arrived",
  "done",
  "freed",
] as const;

/** Codes of the kinds of trace entries. */
export const traced = {
  onset: 0,
  averted: 1,
  skipped: 2,
  opened: 3,
  closed: 4,
  share: 5,
  pooled: 6,
  lost: 7,
  informed: 8,
  stage: 9,
  permit: 10,
  denied: 11,
  refused: 12,
  finding: 13,
  cell: 14,
  access: 15,
  arrived: 16,
  done: 17,
  freed: 18,
} as const;

/** Writes a trace entry if the run is traced. `incident` and `task` are slots, -1 for none. */
export function trace(
  s: State,
  what: number,
  incident: number,
  task: number,
  organisation: number,
  subject: number,
  cause: number,
  amount: number,
  ticks: number,
): void {
  if (!s.tracing) return;
  const row = take(s.trace);
  s.trace.tick[row] = s.now;
  s.trace.what[row] = what;
  s.trace.named[row] = incident < 0 ? 0 : 1;
  s.trace.hi[row] = incident < 0 ? 0 : int(s.incident.hi, incident);
  s.trace.lo[row] = incident < 0 ? 0 : int(s.incident.lo, incident);
  s.trace.task[row] = task < 0 ? -1 : layoutOfTask(s, task);
  s.trace.organisation[row] = organisation;
  s.trace.subject[row] = subject;
  s.trace.cause[row] = cause;
  s.trace.amount[row] = amount;
  s.trace.ticks[row] = ticks;
}

/** Row of a task in the outputs. */
export function layoutOfTask(s: State, task: number): number {
  return int(s.program.tasks.layout, int(s.task.row, task));
}

/** Charges a wait of a task to a cause. */
export function chargeWait(s: State, task: number, cause: number, ticks: number): void {
  if (ticks <= 0) return;
  const at = layoutOfTask(s, task) * 6 + cause;
  s.out.waitHours[at] = real(s.out.waitHours, at) + hoursOf(ticks);
}

export function countRefusal(s: State, task: number, cause: number): void {
  const at = layoutOfTask(s, task) * 6 + cause;
  s.out.refusals[at] = real(s.out.refusals, at) + 1;
}

/** Counts a step, finding or consent answered by a node. */
export function countAnswer(s: State, node: number, refused: boolean): void {
  if (node < 0) return;
  s.out.answered[node] = real(s.out.answered, node) + 1;
  if (refused) s.out.refused[node] = real(s.out.refused, node) + 1;
}

/** Column of a pair of task and organisation. */
export function pairOf(s: State, task: number, organisation: number): number {
  return layoutOfTask(s, task) * s.program.counts.organisations + organisation;
}

export function addTo(column: Float64Array, at: number, value: number): void {
  column[at] = real(column, at) + value;
}
