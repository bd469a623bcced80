import {
  countLeadingZeros,
  type f64,
  getInt,
  getReal,
  type i32,
  setInt,
  setReal,
} from "../engine/primitive.ts";
import {
  countOrganisations,
  isTracing,
  lastEntry,
  now,
  setFirstEntry,
  setLastEntry,
} from "../memory/cells.ts";
import * as Entry from "../memory/entry.ts";
import * as Incident from "../memory/incident.ts";
import * as Out from "../memory/outputs.ts";
import * as Tasks from "../memory/table-tasks.ts";
import * as Task from "../memory/task.ts";
import { hoursOf } from "../number/ticks.ts";

/** Writes a trace entry if the run is traced. `incident` and `task` are slots, -1 for none. */
export function trace(
  what: i32,
  incident: i32,
  task: i32,
  organisation: i32,
  subject: i32,
  which: i32,
  amount: f64,
  ticks: i32,
): void {
  if (isTracing() === 0) return;
  const row = Entry.take();
  Entry.setNext(row, -1);
  if (lastEntry() < 0) setFirstEntry(row);
  else Entry.setNext(lastEntry(), row);
  setLastEntry(row);
  Entry.setTick(row, now());
  Entry.setWhat(row, what);
  Entry.setNamed(row, incident < 0 ? 0 : 1);
  Entry.setHi(row, incident < 0 ? 0 : Incident.hi(incident));
  Entry.setLo(row, incident < 0 ? 0 : Incident.lo(incident));
  Entry.setTask(row, task < 0 ? -1 : layoutOfTask(task));
  Entry.setOrganisation(row, organisation);
  Entry.setSubject(row, subject);
  Entry.setCause(row, which);
  Entry.setAmount(row, amount);
  Entry.setTicks(row, ticks);
}

/** Row of a task in the outputs. */
export function layoutOfTask(task: i32): i32 {
  return Tasks.layout(Task.row(task));
}

/** Charges a wait of a task to a cause. */
export function chargeWait(task: i32, which: i32, ticks: i32): void {
  if (ticks <= 0) return;
  const at = layoutOfTask(task) * 6 + which;
  addTo(Out.waitHours(), at, hoursOf(ticks));
}

export function countRefusal(task: i32, which: i32): void {
  const at = layoutOfTask(task) * 6 + which;
  addTo(Out.refusals(), at, 1);
}

/** Counts a step, finding or consent answered by a node. */
export function countAnswer(node: i32, refused: boolean): void {
  if (node < 0) return;
  addTo(Out.answered(), node, 1);
  if (refused) addTo(Out.refused(), node, 1);
}

/** Column of a pair of task and organisation. */
export function pairOf(task: i32, organisation: i32): i32 {
  return layoutOfTask(task) * countOrganisations() + organisation;
}

export function addTo(column: i32, at: i32, value: f64): void {
  setReal(column + (at << 3), getReal(column + (at << 3)) + value);
}

/** Adds one to an entry of a column of integers. */
export function addOne(column: i32, at: i32): void {
  setInt(column + (at << 2), getInt(column + (at << 2)) + 1);
}

/** Bin of a time in the histograms: quarter octaves by exponent and two bits of mantissa, exact. */
export function timeBin(ticks: i32): i32 {
  if (ticks < 1) return 0;
  const octave = 31 - countLeadingZeros(ticks);
  const rest = ticks - (1 << octave);
  return 1 + 4 * octave + (octave < 2 ? (rest << 2) >> octave : rest >> (octave - 2));
}
