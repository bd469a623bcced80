import { causes } from "../cause.ts";
import { int, real } from "../memory.ts";
import { allocateOutputs } from "../outputs.ts";
import type { PreparedFuture } from "../prepare/prepare.ts";
import type { Program } from "../program.ts";
import { nameText, type RunSpec } from "../run-spec.ts";
import type { State } from "../state/state.ts";
import type { TraceEntry, TraceKind } from "../trace.ts";
import { traceKinds } from "./record.ts";
import { createState, run } from "./run.ts";

/** What one run did, entry by entry. */
export function traceRun(program: Program, prepared: PreparedFuture, spec: RunSpec): readonly TraceEntry[] {
  const state = createState(program);
  state.tracing = true;
  run(program, prepared, state, spec, allocateOutputs(program.layout));
  return traceEntries(state);
}

/** The entries of the last run of a state that was traced. */
export function traceEntries(state: State): readonly TraceEntry[] {
  return Array.from({ length: state.trace.used }, (_, row) => entryOf(state, row));
}

function entryOf(s: State, row: number): TraceEntry {
  const { trace, program } = s;
  const { layout } = program;
  const what = traceKinds[int(trace.what, row)] ?? "onset";
  const task = int(trace.task, row);
  const cause = int(trace.cause, row);
  return {
    tick: int(trace.tick, row),
    what,
    incident: int(trace.named, row) === 0 ? "" : nameText([int(trace.hi, row), int(trace.lo, row)]),
    task: layout.tasks[task] ?? "",
    organisation: layout.organisations[int(trace.organisation, row)] ?? "",
    subject: subjectsOf(program, what)[int(trace.subject, row)] ?? "",
    cause: causes[cause] ?? "",
    amount: real(trace.amount, row),
    ticks: int(trace.ticks, row),
  };
}

/** The ids that the subject of a kind of entry counts. */
function subjectsOf({ ids, layout }: Program, what: TraceKind): readonly string[] {
  switch (what) {
    case "onset":
    case "averted":
      return layout.streams;
    case "share":
    case "arrived":
    case "done":
    case "freed":
      return ids.holdings;
    case "pooled":
      return ids.capabilities;
    case "lost":
      return ids.words;
    case "stage":
    case "permit":
    case "denied":
      return ids.authorities;
    case "finding":
      return ids.situations;
    case "cell":
      return ids.mechanisms;
    case "access":
      return ids.places;
    case "skipped":
    case "opened":
    case "closed":
    case "informed":
    case "refused":
      return [];
  }
}
