import type { TraceStep } from "@shikumi/assessment";
import type { Cause } from "@shikumi/kernel";
import type { Amount, Id, Study, Task } from "@shikumi/model";

/** What fills a stretch of time. */
export type StretchKind = "inform" | "law" | "cell" | "access" | "ready" | "travel" | "work";

/** A stretch of time in hours since the onset. */
export interface TimeStretch {
  readonly kind: StretchKind;
  readonly from: number;
  readonly until: number;
  /** Authority, situation, holding, mechanism or place; `""` for none. */
  readonly subject: Id;
}

/** Something that went wrong at one moment. */
export interface TroubleMark {
  readonly at: number;
  readonly kind: "refused" | "denied" | "lost" | "pooled" | "recalled";
  readonly cause: Cause | "";
}

/** What one organisation does for one task. Times in hours since the onset; `undefined`: not in this incident. */
export interface Lane {
  readonly organisation: Id;
  readonly knows: number | undefined;
  /** Hours it waited for what it had to know. */
  readonly waitedToKnow: number;
  readonly permitted: number | undefined;
  /** What it was permitted under; `""` for nothing needed. */
  readonly under: Id;
  readonly refused: number | undefined;
  readonly cause: Cause | "";
  readonly onScene: number | undefined;
  readonly stretches: readonly TimeStretch[];
  readonly marks: readonly TroubleMark[];
  readonly moves: readonly UnitMove[];
}

/** Units of one holding on their way to one task. */
export interface UnitMove {
  readonly holding: Id;
  readonly units: number;
  readonly assigned: number;
  readonly leaves: number;
  readonly arrives: number;
  readonly ends: number;
}

/** One task of the incident. */
export interface TaskLane {
  readonly ref: Id;
  readonly mission: Id;
  readonly opened: number | undefined;
  readonly closed: number | undefined;
  /** Share of its need met at its end. */
  readonly met: number;
  readonly isOutcome: boolean;
  /** When its standard is up, where that is one number. */
  readonly standard: number | undefined;
  readonly marks: readonly TroubleMark[];
  readonly lanes: readonly Lane[];
}

/** The tasks of an incident in the order in which they opened; skipped ones are left out. */
export function taskLanes(study: Study, steps: readonly TraceStep[], onset: number): readonly TaskLane[] {
  const tasks = new Map<Id, { readonly task: Task; readonly mission: Id }>();
  for (const mission of study.missions.values())
    for (const task of mission.tasks.values()) tasks.set(task.ref, { task, mission: mission.id });
  const own = new Map<Id, TraceStep[]>();
  for (const step of steps) {
    if (step.incident === "" || step.task === "") continue;
    const list = own.get(step.task);
    if (list === undefined) own.set(step.task, [step]);
    else list.push(step);
  }
  return [...own]
    .filter(([, list]) => list.some(({ what }) => what !== "skipped"))
    .map(([ref, list]) => taskLane(ref, list, onset, tasks.get(ref)?.task));
}

function taskLane(ref: Id, steps: readonly TraceStep[], onset: number, task: Task | undefined): TaskLane {
  const since = (step: TraceStep | undefined): number | undefined =>
    step === undefined ? undefined : step.hours - onset;
  const opened = since(steps.find(({ what }) => what === "opened"));
  const end = steps.find(({ what }) => what === "closed");
  const closed = since(end);
  const limit = fixed(task?.standard?.amount);
  const cell = steps.find(({ what }) => what === "cell");
  const organisations = [...new Set(steps.map(({ organisation }) => organisation))].filter((id) => id !== "");
  const fallback = Math.max(...steps.map(({ hours }) => hours)) - onset;
  const until = closed ?? fallback;
  const shared = cell === undefined ? [] : [stretchBefore("cell", cell, onset)];
  return {
    ref,
    mission: ref.split(".")[0] ?? "",
    opened,
    closed,
    met: end?.amount ?? 0,
    isOutcome: task?.outcome ?? false,
    standard: limit === undefined ? undefined : limit + (task?.from === "open" ? (opened ?? 0) : 0),
    marks: steps.filter(({ organisation }) => organisation === "").flatMap((step) => markOf(step, onset)),
    lanes: organisations.map((organisation) =>
      laneOf(
        organisation,
        steps.filter((step) => step.organisation === organisation),
        { onset, until, shared, needsToKnow: (task?.knows.length ?? 0) > 0 },
      ),
    ),
  };
}

function laneOf(
  organisation: Id,
  steps: readonly TraceStep[],
  around: {
    readonly onset: number;
    readonly until: number;
    readonly shared: readonly TimeStretch[];
    readonly needsToKnow: boolean;
  },
): Lane {
  const { onset, until, shared, needsToKnow } = around;
  const first = (what: TraceStep["what"]): TraceStep | undefined => steps.find((step) => step.what === what);
  const since = (step: TraceStep | undefined): number | undefined =>
    step === undefined ? undefined : step.hours - onset;
  const informed = first("informed");
  const permit = first("permit");
  const refused = first("refused");
  const access = first("access");
  const assigned = since(first("share")) ?? since(steps[0]) ?? 0;
  const asked = Math.max(assigned, since(informed) ?? assigned);
  const answered = since(permit) ?? since(refused);
  const gates: TimeStretch[] = [];
  if (informed !== undefined && informed.waited > 0) gates.push(stretchBefore("inform", informed, onset));
  const askedUntil = answered ?? (first("stage") === undefined && informed === undefined ? asked : until);
  const neverKnew =
    needsToKnow &&
    informed === undefined &&
    permit === undefined &&
    !steps.some(({ what }) => what === "stage" || what === "denied");
  if (askedUntil > asked) {
    const kind = neverKnew ? "inform" : "law";
    gates.push({ kind, from: asked, until: askedUntil, subject: permit?.subject ?? "" });
  }
  if (access !== undefined && access.waited > 0) gates.push(stretchBefore("access", access, onset));
  if (permit !== undefined) gates.push(...shared.filter(({ until: end, from }) => end > from));
  const passed = Math.max(...gates.map((gate) => gate.until), since(permit) ?? assigned);
  const moves = movesOf(steps, onset, until);
  const ready = moves.filter(({ leaves }) => leaves > passed);
  return {
    organisation,
    knows: since(informed) ?? (permit === undefined ? undefined : asked),
    waitedToKnow: informed?.waited ?? 0,
    permitted: since(permit),
    under: permit?.subject ?? "",
    refused: since(refused),
    cause: refused?.cause ?? "",
    onScene: moves.length === 0 ? undefined : Math.min(...moves.map(({ arrives }) => arrives)),
    stretches: [
      ...gates,
      ...ready.map(({ leaves, holding }) => stretch("ready", Math.min(passed, leaves), leaves, holding)),
      ...moves.map(({ leaves, arrives, holding }) => stretch("travel", leaves, arrives, holding)),
      ...moves.map(({ arrives, ends, holding }) => stretch("work", arrives, ends, holding)),
    ].filter((one) => one.until > one.from),
    marks: steps.flatMap((step) => markOf(step, onset)),
    moves,
  };
}

function movesOf(steps: readonly TraceStep[], onset: number, until: number): readonly UnitMove[] {
  return steps.flatMap((step, at) => {
    if (step.what !== "arrived") return [];
    const later = steps.slice(at + 1);
    const isOfHolding = ({ subject }: TraceStep): boolean => subject === step.subject;
    const end = later.find((one) => (one.what === "done" || one.what === "freed") && isOfHolding(one));
    const share = steps.find((one) => one.what === "share" && isOfHolding(one));
    const arrives = step.hours - onset;
    return [
      {
        holding: step.subject,
        units: share?.units ?? 0,
        assigned: (share?.hours ?? step.hours) - onset,
        leaves: arrives - step.waited,
        arrives,
        ends: Math.max(arrives, Math.min(until, end === undefined ? until : end.hours - onset)),
      },
    ];
  });
}

function stretch(kind: StretchKind, from: number, until: number, subject: Id): TimeStretch {
  return { kind, from, until, subject };
}

/** The wait that ended with a step. */
export function stretchBefore(kind: StretchKind, step: TraceStep, onset: number): TimeStretch {
  const until = step.hours - onset;
  return stretch(kind, until - step.waited, until, step.subject);
}

function markOf({ what, hours, cause }: TraceStep, onset: number): readonly TroubleMark[] {
  switch (what) {
    case "refused":
    case "denied":
    case "lost":
    case "pooled":
    case "recalled":
      return [{ at: hours - onset, kind: what, cause }];
    case "access":
    case "arrived":
    case "averted":
    case "cell":
    case "closed":
    case "done":
    case "finding":
    case "freed":
    case "informed":
    case "onset":
    case "opened":
    case "permit":
    case "share":
    case "skipped":
    case "stage":
      return [];
  }
}

function fixed(amount: Amount | undefined): number | undefined {
  return amount?.kind === "number" ? amount.value : undefined;
}
