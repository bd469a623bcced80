import type { TraceStep } from "@shikumi/assessment";
import type { Id, Study, Task } from "@shikumi/model";
import type { IncidentStory, RunIncident } from "../../live/run-story.ts";
import { stretchBefore, type TaskLane, type TimeStretch, taskLanes } from "./story-lanes.ts";

/** A decider or a cell, and when it was at it. */
export interface BodyLane {
  readonly id: Id;
  readonly stretches: readonly TimeStretch[];
}

/** One incident of one run as it is drawn. Times in hours since the onset. */
export interface Story {
  readonly study: Study;
  readonly incident: RunIncident;
  readonly steps: readonly TraceStep[];
  readonly tasks: readonly TaskLane[];
  readonly deciders: readonly BodyLane[];
  /** Cells; `""` for one stood up ad hoc. */
  readonly cells: readonly BodyLane[];
  /** Hours in which a step of law was awaited, as disjoint stretches; and in which a unit got ready, travelled or worked. */
  readonly legal: readonly Span[];
  readonly operational: readonly Span[];
  /** When the last task ended. */
  readonly end: number;
}

export interface Span {
  readonly from: number;
  readonly until: number;
}

/** Draws up an incident from its steps. */
export function storyOf(study: Study, { incident, steps }: IncidentStory): Story {
  const onset = incident.hours;
  const tasks = taskLanes(study, steps, onset);
  const deciders = decidersOf(study, steps, onset);
  const stretches = tasks.flatMap(({ lanes }) => lanes.flatMap((lane) => lane.stretches));
  const own = steps.filter(({ what, incident: of }) => of !== "" && what !== "freed");
  return {
    study,
    incident,
    steps,
    tasks,
    deciders,
    cells: cellsOf(steps, onset, tasks),
    legal: union([
      ...stretches.filter(({ kind }) => kind === "law"),
      ...deciders.flatMap((decider) => decider.stretches),
    ]),
    operational: union(stretches.filter(({ kind }) => ["ready", "travel", "work"].includes(kind))),
    end: Math.max(0, ...own.map(({ hours }) => hours - onset)),
  };
}

/** The part of an incident that one mission is; all of it for `all`. */
export function missionStory(story: Story, mission: Id | "all"): Story {
  if (mission === "all") return story;
  const { study, incident, steps } = story;
  const tasks = study.missions.get(mission)?.tasks ?? new Map<Id, Task>();
  const activities = new Set([...tasks.values()].map(({ activity }) => activity));
  const provisions = [...study.authorities.values()].filter((one) =>
    one.activities.some((activity) => activities.has(activity)),
  );
  const standing = new Set(provisions.map(({ id }) => id));
  const situations = new Set(provisions.flatMap((one) => one.in));
  return storyOf(study, {
    incident,
    steps: steps.filter(({ incident: of, task, what, subject }) => {
      if (task !== "") return task.startsWith(`${mission}.`);
      return of !== "" || (what === "finding" ? situations.has(subject) : standing.has(subject));
    }),
  });
}

function decidersOf(study: Study, steps: readonly TraceStep[], onset: number): readonly BodyLane[] {
  const found = new Map<Id, TimeStretch[]>();
  const add = (id: Id, stretch: TimeStretch): void => {
    if (stretch.until <= Math.max(0, stretch.from)) return;
    found.set(id, [...(found.get(id) ?? []), stretch]);
  };
  for (const step of steps) {
    const bodies =
      step.what === "stage"
        ? (study.authorities.get(step.subject)?.steps[step.amount] ?? []).map(({ whom }) => whom)
        : step.what === "finding"
          ? (study.situations.get(step.subject)?.foundBy ?? [])
          : [];
    for (const body of new Set(bodies)) add(body, stretchBefore("law", step, onset));
  }
  return [...found].map(([id, stretches]) => ({ id, stretches }));
}

function cellsOf(
  steps: readonly TraceStep[],
  onset: number,
  tasks: readonly TaskLane[],
): readonly BodyLane[] {
  const found = new Map<Id, TimeStretch[]>();
  for (const step of steps) {
    if (step.what !== "cell") continue;
    const at = step.hours - onset;
    const closed = tasks.find(({ ref }) => ref === step.task)?.closed ?? at;
    const inUse: TimeStretch = { kind: "work", from: at, until: closed, subject: step.task };
    const waited = stretchBefore("cell", step, onset);
    found.set(step.subject, [...(found.get(step.subject) ?? []), waited, inUse]);
  }
  return [...found].map(([id, stretches]) => ({
    id,
    stretches: stretches.filter(({ from, until }) => until > from),
  }));
}

/** Stretches joined where they meet or overlap, from the onset on. */
export function union(spans: readonly Span[]): readonly Span[] {
  const joined: { from: number; until: number }[] = [];
  const sorted = spans
    .map(({ from, until }) => ({ from: Math.max(0, from), until }))
    .filter(({ from, until }) => until > from)
    .sort((a, b) => a.from - b.from);
  for (const span of sorted) {
    const last = joined.at(-1);
    if (last !== undefined && span.from <= last.until) last.until = Math.max(last.until, span.until);
    else joined.push({ ...span });
  }
  return joined;
}

/** Hours of disjoint stretches that have passed at a time. */
export function passed(spans: readonly Span[], at: number): number {
  return spans.reduce((sum, { from, until }) => sum + Math.max(0, Math.min(at, until) - from), 0);
}

/** Hours up to a time in which the first runs and the second does not. */
export function passedAlone(spans: readonly Span[], others: readonly Span[], at: number): number {
  let both = 0;
  for (const a of spans)
    for (const b of others) both += Math.max(0, Math.min(at, a.until, b.until) - Math.max(a.from, b.from));
  return passed(spans, at) - both;
}

/** Whether a step is a refusal, a loss, or a wait charged to a cause or to the law. */
export function isTrouble({ what, cause, waited, amount }: TraceStep): boolean {
  switch (what) {
    case "refused":
    case "denied":
    case "lost":
    case "pooled":
    case "recalled":
      return true;
    case "finding":
    case "access":
      return amount !== 1 || (waited > 0 && cause !== "");
    case "stage":
      return waited > 0;
    case "informed":
    case "cell":
      return waited > 0 && cause !== "";
    case "arrived":
    case "averted":
    case "closed":
    case "done":
    case "freed":
    case "onset":
    case "opened":
    case "permit":
    case "share":
    case "skipped":
      return false;
  }
}

/** The times at which something happens, ascending, each once; only refusals and delays where asked. */
export function timesOf(stories: readonly Story[], onlyTrouble: boolean): readonly number[] {
  const times = stories.flatMap(({ steps, incident, end }) =>
    steps
      .filter((step) => step.what !== "freed" && (!onlyTrouble || isTrouble(step)))
      .map(({ hours }) => hours - incident.hours)
      .filter((at) => at >= 0 && at <= end),
  );
  return [...new Set(times)].sort((a, b) => a - b);
}

/** The mission of an incident with most left unmet at its outcome tasks; the first where none is. */
export function weakestMission({ tasks }: Story): Id | undefined {
  const unmet = new Map<Id, number>();
  for (const { mission, met, isOutcome } of tasks)
    unmet.set(mission, (unmet.get(mission) ?? 0) + (isOutcome ? 1 - met : 0));
  return [...unmet].sort(([, a], [, b]) => b - a)[0]?.[0];
}
