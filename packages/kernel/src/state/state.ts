import { int } from "../memory.ts";
import type { Outputs } from "../outputs.ts";
import type { PreparedFuture } from "../prepare/prepare.ts";
import type { Program } from "../program.ts";
import type { Imposed } from "../run-spec.ts";
import { type Arena, arena, resetArena } from "./arena.ts";
import {
  askerInts,
  cellInts,
  closingInts,
  closingReals,
  findingInts,
  incidentInts,
  instanceInts,
  instanceReals,
  joinInts,
  needReals,
  requestInts,
  shareInts,
  shareReals,
  taskInts,
  taskReals,
  traceInts,
  traceReals,
} from "./columns.ts";

const eventInts = ["hi", "lo", "type", "slot", "position"] as const;

/**
 * Everything a run changes, in flat columns that are used again by the next run. Made once per program; one
 * state serves one thread at a time.
 */
export class State {
  readonly program: Program;
  // The run in progress.
  prepared: PreparedFuture;
  out: Outputs;
  relax = 0;
  /** Party whose organisations are no candidates (K73); -1 for none. */
  withdrawn = -1;
  granted = false;
  imposed: Imposed | undefined = undefined;
  tracing = false;
  recording = false;
  now = 0;
  events = 0;
  runHi = 0;
  runLo = 0;

  /** Pending events; `key` is tick × 16 + kind. */
  readonly event: Arena<(typeof eventInts)[number], "key"> = arena(eventInts, ["key"]);
  heap: Int32Array = new Int32Array(64);
  heapSize = 0;

  readonly incident: Arena<(typeof incidentInts)[number] | "facts" | "useful", never>;
  readonly instance: Arena<(typeof instanceInts)[number], (typeof instanceReals)[number]> = arena(
    instanceInts,
    instanceReals,
  );
  readonly task: Arena<(typeof taskInts)[number], (typeof taskReals)[number]> = arena(taskInts, taskReals);
  readonly need: Arena<never, (typeof needReals)[number]> = arena([], needReals);
  readonly share: Arena<(typeof shareInts)[number], (typeof shareReals)[number]> = arena(
    shareInts,
    shareReals,
  );
  readonly asker: Arena<(typeof askerInts)[number] | "informed" | "tries" | "sought", never>;
  readonly request: Arena<(typeof requestInts)[number], never> = arena(requestInts);
  readonly finding: Arena<(typeof findingInts)[number], never> = arena(findingInts);
  readonly join: Arena<(typeof joinInts)[number], never> = arena(joinInts);
  readonly cell: Arena<(typeof cellInts)[number], never> = arena(cellInts);
  readonly closing: Arena<(typeof closingInts)[number], (typeof closingReals)[number]> = arena(
    closingInts,
    closingReals,
  );
  readonly trace: Arena<(typeof traceInts)[number], (typeof traceReals)[number]> = arena(
    traceInts,
    traceReals,
  );
  /** Incidents that happened, and moves of trust: stream or stock, two lanes or a tick. */
  readonly happened: Arena<"stream" | "hi" | "lo", never> = arena(["stream", "hi", "lo"]);
  readonly moved: Arena<"stock" | "tick", "value"> = arena(["stock", "tick"], ["value"]);

  // By element.
  readonly bound: Float64Array;
  readonly poolHead: Int32Array;
  readonly poolTail: Int32Array;
  readonly serveEvent: Int32Array;
  readonly deciderFree: Int32Array;
  readonly situationUntil: Int32Array;
  readonly situationFinding: Int32Array;
  readonly situationTries: Int32Array;
  readonly permitUntil: Int32Array;
  readonly permitPending: Int32Array;
  readonly permitTries: Int32Array;
  readonly streamNext: Int32Array;
  readonly streamTick: Int32Array;
  readonly streamDate: Int32Array;
  readonly streamImposed: Int32Array;
  readonly burstNext: Int32Array;
  readonly burstStart: Int32Array;
  readonly burstEnd: Int32Array;
  readonly trustTick: Int32Array;
  readonly trustLast: Float64Array;
  readonly closingHead: Int32Array;
  readonly closingTail: Int32Array;
  /** 1 for missions whose closings some stream asks for. */
  readonly isLogged: Int32Array;
  /** Free instances by row of `missions`; -1 for none. */
  readonly instanceFree: Int32Array;
  // By mechanism: tasks a cell holds and those that queue for it. An ad hoc cell's come after, by slot of
  // `cell`.
  deskHeld: Int32Array;
  deskHead: Int32Array;
  deskTail: Int32Array;

  // Scratch, each used within one function and what it calls.
  readonly lanes: Int32Array = new Int32Array(16);
  weights: Float64Array = new Float64Array(16);
  readonly candidateStamp: Int32Array;
  readonly candidateExpected: Float64Array;
  readonly mayActStamp: Int32Array;
  readonly mayActValue: Int32Array;
  stamp = 0;
  candidates: CandidateColumns = candidateColumns(32);
  candidateCount = 0;
  usable: Int32Array;
  usableTravel: Int32Array;
  usableCount = 0;
  readonly orgWords: Int32Array;
  /** Second results of functions that return a number. */
  outTicks = 0;
  outCause = 0;
  outQueue = 0;
  outTakes = 0;
  outHesitates = 0;
  /** Instances that ended in the current event. */
  endedInstance = -1;

  constructor(program: Program, prepared: PreparedFuture, out: Outputs) {
    this.program = program;
    this.prepared = prepared;
    this.out = out;
    const { counts } = program;
    const ints = (length: number): Int32Array => new Int32Array(length);
    this.incident = wide(arena([...incidentInts, "facts", "useful"]), {
      facts: counts.facts,
      useful: counts.leverWords,
    });
    this.asker = wide(arena([...askerInts, "informed", "tries", "sought"]), {
      informed: counts.knows,
      tries: counts.knows,
      sought: counts.knows,
    });
    this.bound = new Float64Array(counts.holdings);
    this.poolHead = ints(counts.capabilities);
    this.poolTail = ints(counts.capabilities);
    this.serveEvent = ints(counts.capabilities);
    this.deciderFree = ints(counts.deciders);
    this.situationUntil = ints(counts.situations);
    this.situationFinding = ints(counts.situations);
    this.situationTries = ints(counts.situations);
    this.permitUntil = ints(counts.authorities);
    this.permitPending = ints(counts.authorities);
    this.permitTries = ints(counts.authorities);
    this.streamNext = ints(counts.streams);
    this.streamTick = ints(counts.streams);
    this.streamDate = ints(counts.streams);
    this.streamImposed = ints(counts.streams);
    this.burstNext = ints(counts.streams);
    this.burstStart = ints(counts.streams);
    this.burstEnd = ints(counts.streams);
    this.trustTick = ints(counts.trust);
    this.trustLast = new Float64Array(counts.trust);
    this.closingHead = ints(counts.missions);
    this.closingTail = ints(counts.missions);
    this.isLogged = ints(counts.missions);
    for (const mission of program.streams.suppressedBy) if (mission >= 0) this.isLogged[mission] = 1;
    this.instanceFree = ints(program.missions.tasks.length);
    this.deskHeld = ints(counts.mechanisms + this.cell.capacity);
    this.deskHead = ints(counts.mechanisms + this.cell.capacity);
    this.deskTail = ints(counts.mechanisms + this.cell.capacity);
    this.candidateStamp = ints(counts.organisations);
    this.candidateExpected = new Float64Array(counts.organisations);
    this.mayActStamp = ints(counts.organisations);
    this.mayActValue = ints(counts.organisations);
    this.usable = ints(counts.holdings);
    this.usableTravel = ints(counts.holdings);
    this.orgWords = ints(Math.max(1, counts.organisationWords));
  }

  /** Back to tick 0. */
  reset(): void {
    this.now = 0;
    this.events = 0;
    this.heapSize = 0;
    this.endedInstance = -1;
    this.candidateCount = 0;
    for (const columns of [
      this.event,
      this.incident,
      this.instance,
      this.task,
      this.need,
      this.share,
      this.asker,
      this.request,
      this.finding,
      this.join,
      this.cell,
      this.closing,
      this.trace,
      this.happened,
      this.moved,
    ])
      resetArena(columns);
    for (const column of [
      this.poolHead,
      this.poolTail,
      this.serveEvent,
      this.situationFinding,
      this.permitPending,
      this.closingHead,
      this.closingTail,
      this.instanceFree,
      this.deskHead,
      this.deskTail,
      this.trustTick,
      this.burstStart,
    ])
      column.fill(-1);
    for (const column of [
      this.deciderFree,
      this.situationUntil,
      this.situationTries,
      this.permitUntil,
      this.permitTries,
      this.streamNext,
      this.streamTick,
      this.streamDate,
      this.streamImposed,
      this.burstNext,
      this.burstEnd,
      this.deskHeld,
      this.candidateStamp,
      this.mayActStamp,
      this.request.generation,
      this.finding.generation,
      this.asker.generation,
    ])
      column.fill(0);
    this.stamp = 0;
    this.bound.fill(0);
  }
}

/** Organisation, offset of the alternative in `lists`, rank, expected ticks. */
export interface CandidateColumns {
  readonly organisation: Int32Array;
  readonly alternative: Int32Array;
  readonly rank: Int32Array;
  readonly expected: Float64Array;
}

export function candidateColumns(length: number): CandidateColumns {
  return {
    organisation: new Int32Array(length),
    alternative: new Int32Array(length),
    rank: new Int32Array(length),
    expected: new Float64Array(length),
  };
}

/** Gives columns several entries to a slot. */
function wide<Columns extends { capacity: number }>(
  columns: Columns,
  widths: Readonly<Record<string, number>>,
): Columns {
  const fields = columns as unknown as Record<string, Int32Array>;
  for (const [name, width] of Object.entries(widths)) fields[name] = new Int32Array(width * columns.capacity);
  return columns;
}

/** Length of a list of `Program.lists`; 0 for no list. */
export function listLength(state: State, list: number): number {
  return list < 0 ? 0 : int(state.program.lists, list);
}
