/** Columns of entities in a run. Times are ticks; -1 stands for none; `event` is a slot of the calendar. */
export const incidentInts = [
  "hi",
  "lo",
  "tick",
  "stream",
  "place",
  "beneficiary",
  "refs",
  "cells",
  "event",
] as const;

/**
 * A mission of an incident: its tasks and needs lie next to each other. `busy` counts open tasks and shares
 * that are not free; `ended` chains those that end in one event.
 */
export const instanceInts = [
  "mission",
  "row",
  "incident",
  "tasks",
  "needs",
  "count",
  "busy",
  "open",
  "ended",
] as const;
export const instanceReals = ["demanded"] as const;

export const taskInts = [
  "instance",
  "row",
  "incident",
  "hi",
  "lo",
  "state",
  "skipped",
  "opened",
  "live",
  "firstShare",
  "lastShare",
  "firstAsker",
  "lastAsker",
  "openEvent",
  "closeEvent",
  "needs",
  "cell",
  "admitted",
  "asked",
  "queueNext",
  "queued",
  "since",
  "duration",
  "place",
  "beneficiary",
  "lastCause",
  "first",
  "reference",
  "standard",
  "expires",
  "fulfilled",
] as const;
/**
 * `value` is V, `share` F, `sharesByStandard` F at the standard, `delivered` the value so far, `halfLife` in
 * ticks.
 */
export const taskReals = ["value", "share", "shareByStandard", "delivered", "halfLife"] as const;

export const needReals = ["wanted", "got"] as const;

export const shareInts = [
  "task",
  "asker",
  "organisation",
  "need",
  "alternative",
  "capability",
  "holding",
  "state",
  "worked",
  "hi",
  "lo",
  "travel",
  "ready",
  "gone",
  "depart",
  "arrive",
  "start",
  "work",
  "event",
  "next",
  "poolBefore",
  "poolNext",
  "since",
  "order",
] as const;
/** `amount` is x (r of one that waits in a pool). */
export const shareReals = ["amount", "units", "effect"] as const;

export const askerInts = [
  "task",
  "organisation",
  "hi",
  "lo",
  "phase",
  "walk",
  "authority",
  "standard",
  "request",
  "generation",
  "next",
  "event",
  "started",
  "fate",
  "fitted",
  "denied",
  "joined",
  "joinedCause",
  "access",
  "accessEvent",
  "accessStarted",
  "accessQueue",
  "accessTakes",
  "accessHesitates",
  "accessGiven",
  "accessNode",
  "staleEvent",
  "staleStarted",
  "staleFate",
] as const;

export const requestInts = [
  "hi",
  "lo",
  "authority",
  "incident",
  "asker",
  "actor",
  "phase",
  "situation",
  "stage",
  "row",
  "event",
  "started",
  "queue",
  "takes",
  "hesitates",
  "takesCause",
  "hesitatesCause",
  "steps",
  "refusedSteps",
  "cause",
  "found",
  "firstJoin",
  "lastJoin",
  "generation",
] as const;

export const findingInts = [
  "hi",
  "lo",
  "situation",
  "incident",
  "actor",
  "phase",
  "finder",
  "event",
  "started",
  "queued",
  "taken",
  "found",
  "cause",
  "firstJoin",
  "lastJoin",
  "generation",
] as const;

/** Who waits for a request or finding: `kind` 0 an asker, 1 a request, 2 a finding. */
export const joinInts = ["kind", "slot", "generation", "tick", "next"] as const;

/** A cell in an incident; `held`, `head`, `tail` serve an ad hoc one only. */
export const cellInts = [
  "incident",
  "mechanism",
  "standing",
  "event",
  "hi",
  "lo",
  "next",
  "head",
  "tail",
] as const;

/** Closed missions, for suppression. */
export const closingInts = ["tick", "next"] as const;
export const closingReals = ["delivered", "demanded"] as const;

export const traceInts = [
  "tick",
  "what",
  "named",
  "hi",
  "lo",
  "task",
  "organisation",
  "subject",
  "cause",
  "ticks",
] as const;
export const traceReals = ["amount"] as const;

/** Values of `task.state`. */
export const taskState = { waiting: 0, opening: 1, open: 2, closed: 3 } as const;
/** Values of `share.state`; those up to `working` are live. */
export const shareState = {
  pool: 0,
  joined: 1,
  going: 2,
  uncombined: 3,
  unadmitted: 4,
  underWay: 5,
  waiting: 6,
  working: 7,
  returning: 8,
  ended: 9,
} as const;
/** Values of `asker.phase`. */
export const askerPhase = { idle: 0, informing: 1, permitting: 2, permitted: 3, refused: 4 } as const;
