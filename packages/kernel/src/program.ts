import type { Calendar } from "./number/calendar.ts";
import type { OutputLayout } from "./outputs.ts";
import type { Mode } from "./run-spec.ts";

/** A table: one column of integers to each name. */
export type Table<Columns extends readonly string[]> = Readonly<Record<Columns[number], Int32Array>>;

// In all tables: "list" is an offset into `Program.lists`, where a length is followed by that many
// entries; "amount", "slot",
// "condition" are rows of those tables; "name" is a row of `names`; "set" is an offset into `lists` of
// the words of a bit set
// (without a length); "element" is a row in a collection in the order of keys, to be turned into a row in
// force by `Versions`;
// -1 stands for absence. Times are ticks.

/** `uncertainty` by row of the future's values; `cases` is a list of (word, amount). */
export const amountColumns = ["uncertainty", "fact", "cases", "otherwise"] as const;
/** `family` is a distribution code, or -1 for a case; `cases` is a list of (word, slot). */
export const slotColumns = [
  "family",
  "p0",
  "p1",
  "p2",
  "values",
  "weights",
  "fact",
  "cases",
  "otherwise",
] as const;
/**
 * `kind` is a condition code; `a` fact, name of a judgement, amount of a time or list of conditions; `b`
 * words, amount given.
 */
export const conditionColumns = ["kind", "a", "b", "node"] as const;
/**
 * `arrives` is a list of (amount of units, amount of hours); `users` a list of organisations, the owner
 * first.
 */
export const holdingColumns = [
  "of",
  "what",
  "quantity",
  "at",
  "ready",
  "endures",
  "recovers",
  "arrives",
  "users",
] as const;
/** `moves`: 0 none, 1 air, 2 sea, 3 road. */
export const capabilityColumns = ["moves", "speed", "range"] as const;
/** `access`: 0 open, 1 closed, 2 consent of `node`. */
export const placeColumns = ["state", "access", "node", "takes", "hesitates", "given"] as const;
/**
 * `places`: list of (latitude, longitude as rows of `reals`, next region); `legs`: list of (a, b, mode,
 * length, closed).
 */
export const networkColumns = ["places", "legs"] as const;
/** `rate`: attention is a rate. */
export const deciderColumns = ["party", "attention", "rate"] as const;
/** `open`: list of (from, until). */
export const situationColumns = ["foundBy", "takes", "found", "lasts", "needs", "open"] as const;
/** `from`: list of (organisation, name). */
export const informationColumns = ["type", "from", "classed", "stale", "chance", "takes"] as const;
export const roleColumns = ["task", "lead", "supports"] as const;
/**
 * `information`: list of (types, class, slot); `access`: list of (set of places, set of actors, activities); `members`, `combines`, `standsUp`, `handles`: of its cell, which combines
 * tasks of these activities.
 */
export const mechanismColumns = [
  "between",
  "in",
  "valid",
  "information",
  "access",
  "logistics",
  "planning",
  "members",
  "combines",
  "standsUp",
  "handles",
  "agreement",
] as const;
/** `says`: 0 may, 1 must, 2 must not; `stages`: list of lists of steps. */
export const authorityColumns = [
  "says",
  "through",
  "activities",
  "for",
  "at",
  "in",
  "condition",
  "conditions",
  "weapons",
  "stages",
  "lasts",
  "valid",
  "notEncoded",
] as const;
export const stepColumns = ["node", "takes", "hesitates", "given", "condition", "report"] as const;
/**
 * `at`, `for`: lists of (element, weight); `facts`: list of (fact, name, list of (word, weight), word of the
 * rest); `calls`: list of (mission, condition); `causes`: list of (stream, chance, after, condition, name,
 * ordinal); `moves`: list of (trust, 0 kept, 1 leak, 2 broken); `season`: row of `reals` of January.
 */
export const streamColumns = [
  "at",
  "rate",
  "valid",
  "season",
  "times",
  "facts",
  "for",
  "calls",
  "causes",
  "suppressedBy",
  "lag",
  "atMost",
  "moves",
] as const;
/** `priority`: row of `reals`; `recalls`: 1 if it may draw from lower priorities; `tasks`: list of rows of `tasks`; `needs`: number of needs of all tasks. */
export const missionColumns = ["floor", "priority", "recalls", "tasks", "needs"] as const;
/** `layout`: row in the outputs; `needs`: list of rows of `needs`; `weapons`: list of (standard, amount). */
export const taskColumns = [
  "layout",
  "name",
  "activity",
  "after",
  "anyOf",
  "evenIfFailed",
  "condition",
  "needs",
  "knows",
  "takes",
  "handsOver",
  "accrues",
  "at",
  "outcome",
  "value",
  "standard",
  "expires",
  "decays",
  "halfLife",
  "hazard",
  "for",
  "fromOpen",
  "enough",
  "onOpen",
  "uncombined",
  "joint",
  "accountable",
  "weapons",
  "withoutLogistics",
  "withoutPlanning",
  "commits",
] as const;
/** `alternatives`: list of (capability or -1, amount per unit, condition, name of a share). */
export const needColumns = ["name", "text", "quantity", "alternatives"] as const;

/**
 * Which row of a table is in force. An element touched by levers has one row per combination of them: entry
 * `first[element]` + mask of `rows`, with one bit to each of the levers in the list `levers[element]`.
 */
export interface Versions {
  readonly levers: Int32Array;
  readonly first: Int32Array;
  readonly rows: Int32Array;
}

/** What is asked of a lever's schedule, kept as plain data for `prepare`. */
export interface Schedule {
  readonly packageId: string;
  /** The parts of the study that `leverStarts` reads, as canonical JSON of entries. */
  readonly seed: number;
  readonly sway: number;
  readonly start: {
    readonly year: number;
    readonly month: number;
    readonly day: number;
    readonly minuteOfDay: number;
  };
  readonly levers: readonly unknown[];
  readonly packages: readonly unknown[];
  readonly deciders: readonly unknown[];
}

/** Ids by row, for layout and trace only. */
export interface ProgramIds {
  readonly levers: readonly string[];
  readonly uncertainties: readonly string[];
  readonly holdings: readonly string[];
  readonly capabilities: readonly string[];
  readonly places: readonly string[];
  readonly situations: readonly string[];
  readonly authorities: readonly string[];
  readonly mechanisms: readonly string[];
  /** Every word that is only compared, names of needs among them. */
  readonly words: readonly string[];
}

/**
 * A study with one package, compiled: flat tables of numbers and, apart, the few ids that names in outputs
 * and traces need. Everything can be cloned or posted to a worker as it is.
 */
export interface Program {
  readonly mode: Mode;
  readonly ids: ProgramIds;
  readonly layout: OutputLayout;
  readonly schedule: Schedule;
  readonly calendar: Calendar;
  readonly seed: number;
  /** Ticks in which incidents arise. */
  readonly horizon: number;
  /** Least and greatest value of each uncertainty, by row of a future's values. */
  readonly uncertaintyLow: Float64Array;
  readonly uncertaintyHigh: Float64Array;
  readonly lists: Int32Array;
  readonly reals: Float64Array;
  readonly nameHi: Int32Array;
  readonly nameLo: Int32Array;
  readonly amountValue: Float64Array;
  readonly amounts: Table<typeof amountColumns>;
  readonly slots: Table<typeof slotColumns>;
  readonly conditions: Table<typeof conditionColumns>;
  readonly holdings: Table<typeof holdingColumns>;
  readonly capabilities: Table<typeof capabilityColumns>;
  readonly places: Table<typeof placeColumns>;
  readonly networks: Table<typeof networkColumns>;
  readonly deciders: Table<typeof deciderColumns>;
  readonly situations: Table<typeof situationColumns>;
  readonly information: Table<typeof informationColumns>;
  readonly roles: Table<typeof roleColumns>;
  readonly mechanisms: Table<typeof mechanismColumns>;
  readonly authorities: Table<typeof authorityColumns>;
  readonly steps: Table<typeof stepColumns>;
  readonly streams: Table<typeof streamColumns>;
  readonly missions: Table<typeof missionColumns>;
  readonly tasks: Table<typeof taskColumns>;
  readonly needs: Table<typeof needColumns>;
  readonly holdingIn: Versions;
  readonly capabilityIn: Versions;
  readonly placeIn: Versions;
  readonly networkIn: Versions;
  readonly deciderIn: Versions;
  readonly situationIn: Versions;
  readonly informationIn: Versions;
  readonly roleIn: Versions;
  readonly mechanismIn: Versions;
  readonly authorityIn: Versions;
  readonly streamIn: Versions;
  readonly missionIn: Versions;
  /** Number of elements of each collection and sizes of what a run allocates. */
  readonly counts: ProgramCounts;
  // By organisation.
  readonly organisationParty: Int32Array;
  /** 1 for `free-unless-barred`. */
  readonly organisationFree: Int32Array;
  /** Bit sets of superiors and self, `organisationWords` words each. */
  readonly organisationOver: Int32Array;
  readonly organisationName: Int32Array;
  // By beneficiary, trust, and pair of parties.
  readonly beneficiaryParty: Int32Array;
  readonly trust: Table<readonly ["starts", "kept", "leak", "broken", "returns"]>;
  readonly trustBetween: Int32Array;
  // By element: names of draws and lists of who may matter.
  readonly capabilityName: Int32Array;
  readonly capabilityHoldings: Int32Array;
  readonly holdingName: Int32Array;
  /** Lists of (amount of hours): arrivals of any version. */
  readonly holdingSupplies: Int32Array;
  /** Lists of levers that touch it. */
  readonly holdingLevers: Int32Array;
  readonly situationName: Int32Array;
  readonly authorityName: Int32Array;
  readonly authorityPermitName: Int32Array;
  readonly informationName: Int32Array;
  readonly mechanismName: Int32Array;
  readonly missionName: Int32Array;
  readonly streamName: Int32Array;
  readonly streamDates: Int32Array;
  readonly streamGap: Int32Array;
  readonly streamLasts: Int32Array;
  /** Lists of amounts, lists of rows of `reals`, lists of amounts: what the highest rate is made of. */
  readonly streamRates: Int32Array;
  readonly streamSeasons: Int32Array;
  readonly streamTimes: Int32Array;
  readonly taskRoles: Int32Array;
  /** By activity: list of authorities in the order of K35. */
  readonly activityAuthorities: Int32Array;
  /** Lists of mechanisms: channels, access, logistics, planning, cells, agreements. */
  readonly mechanismsWith: Int32Array;
  readonly adHocStandsUp: number;
  readonly adHocHandles: number;
  // By lever, in the order of decision.
  readonly leverName: Int32Array;
  readonly leverUsed: Int32Array;
  readonly leverNeeds: Int32Array;
}

/** Numbers of elements, and widths of what a run keeps by incident and asker. */
export interface ProgramCounts {
  readonly organisations: number;
  readonly organisationWords: number;
  readonly parties: number;
  readonly deciders: number;
  readonly capabilities: number;
  readonly holdings: number;
  readonly places: number;
  readonly situations: number;
  readonly authorities: number;
  readonly mechanisms: number;
  readonly missions: number;
  readonly streams: number;
  readonly trust: number;
  readonly levers: number;
  readonly leverWords: number;
  readonly facts: number;
  /** Items the most knowing task knows, and needs of the neediest task, each at least 1. */
  readonly knows: number;
}

/** Places of the kinds of mechanisms in `mechanismsWith`. */
export const mechanismKind = {
  channel: 0,
  access: 1,
  logistics: 2,
  planning: 3,
  cell: 4,
  agreement: 5,
} as const;
