import { causes } from "../cause.ts";
import { allocateOutputs } from "../outputs.ts";
import type { PreparedFuture } from "../prepare/prepare.ts";
import type { Program } from "../program.ts";
import { nameText, type RunSpec } from "../run-spec.ts";
import type { TraceEntry, TraceKind } from "../trace.ts";
import type { EngineTarget } from "./engine.ts";
import { createState, type RowReader, rowsFrom, runWith, type State } from "./run.ts";

/** Kinds of trace entries by code: the order of `codes/traced.ts`. */
const traceKinds: readonly TraceKind[] = [
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
  "recalled",
];

/** What one run did, entry by entry. */
export function traceRun(
  program: Program,
  prepared: PreparedFuture,
  spec: RunSpec,
  engine?: EngineTarget,
): readonly TraceEntry[] {
  const state = createState(program, engine);
  runWith(program, prepared, state, spec, allocateOutputs(program.layout), false, true);
  return traceEntries(state);
}

/** The entries of the last run of a state's engine, if it was traced. */
export function traceEntries({ engine, program }: State): readonly TraceEntry[] {
  return Array.from(rowsFrom(engine, "entry", "firstEntry"), (row) => entryOf(program, row));
}

function entryOf(program: Program, row: RowReader): TraceEntry {
  const { layout } = program;
  const what = traceKinds[row.int("what")] ?? "onset";
  return {
    tick: row.int("tick"),
    what,
    incident: row.int("named") === 0 ? "" : nameText([row.int("hi"), row.int("lo")]),
    task: layout.tasks[row.int("task")] ?? "",
    organisation: layout.organisations[row.int("organisation")] ?? "",
    subject: subjectsOf(program, what)[row.int("subject")] ?? "",
    cause: causes[row.int("cause")] ?? "",
    amount: row.real("amount"),
    ticks: row.int("ticks"),
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
    case "recalled":
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
