import { type Cause, causes } from "../../src/cause.ts";
import { hoursOf } from "../../src/number/ticks.ts";
import { timeBin, timeBins } from "../../src/outputs.ts";
import type { TraceEntry, TraceKind } from "../../src/trace.ts";
import type { Asker, TaskCase, WaitPart, World } from "./world.ts";

type Details = Partial<Omit<TraceEntry, "tick" | "what">>;

/** Adds an entry to the trace. */
export function note(world: World, what: TraceKind, details: Details): void {
  const blank = {
    incident: "",
    task: "",
    organisation: "",
    subject: "",
    cause: "" as const,
    amount: 0,
    ticks: 0,
  };
  world.trace.push({ tick: world.now, what, ...blank, ...details });
}

/** Adds an entry about a task. */
export function noteTask(world: World, what: TraceKind, task: TaskCase, details: Details = {}): void {
  note(world, what, { incident: task.incident.text, task: task.task.ref, ...details });
}

/** Adds an entry about an asker. */
export function noteAsker(world: World, what: TraceKind, asker: Asker, details: Details = {}): void {
  noteTask(world, what, asker.task, { organisation: asker.organisation, ...details });
}

/** Adds to a row of a column; a row that the layout does not have is left out. */
export function add(column: Float64Array, index: number, amount: number): void {
  if (index >= 0) column[index] = (column[index] ?? 0) + amount;
}

/** Index of a task × organisation. */
export function pairIndex(world: World, task: TaskCase, organisation: string): number {
  const { organisations } = world.outputs.layout;
  return task.index * organisations.length + organisations.indexOf(organisation);
}

/** Hours waited by a task for one cause. */
export function chargeWait(world: World, task: TaskCase, cause: Cause, ticks: number): void {
  add(world.outputs.waitHours, task.index * causes.length + causes.indexOf(cause), hoursOf(ticks));
}

/** The parts of a wait that ends now, latest last, as far as somebody waited who joined at `since`. */
export function chargeParts(world: World, task: TaskCase, since: number, parts: readonly WaitPart[]): void {
  let left = world.now - since;
  for (const part of [...parts].reverse()) {
    const waited = Math.min(part.ticks, left);
    chargeWait(world, task, part.cause, waited);
    left -= waited;
  }
}

/** Counts a final refusal of an asker or a lost need. */
export function countRefusal(world: World, task: TaskCase, cause: Cause): void {
  add(world.outputs.refusals, task.index * causes.length + causes.indexOf(cause), 1);
}

/** Counts a step, finding or consent answered. */
export function countAnswer(world: World, whom: string, given: boolean): void {
  const node = world.outputs.layout.nodes.indexOf(whom);
  add(world.outputs.answered, node, 1);
  if (!given) add(world.outputs.refused, node, 1);
}

/** K50 and the columns of a task, when it closes. */
export function recordClosed(world: World, { task, incident, index, ...state }: TaskCase): void {
  const { outputs } = world;
  if (state.fulfilled) add(outputs.fulfilled, index, 1);
  if (state.metAtStandard >= state.enough) add(outputs.standardMet, index, 1);
  if (state.firstEffect === undefined) return;
  const ticks = state.firstEffect - incident.onset;
  add(outputs.effective, index, 1);
  add(outputs.firstEffectHours, index, hoursOf(ticks));
  const bin = index * timeBins + timeBin(ticks);
  outputs.firstEffectBins[bin] = (outputs.firstEffectBins[bin] ?? 0) + 1;
}
