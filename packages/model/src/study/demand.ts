import type { Condition } from "./condition.ts";
import type { Element, Id, Window } from "./element.ts";
import type { Amount, Fact, Level, Slot } from "./slot.ts";

/** Where demands come from. */
export interface IncidentStream extends Element {
  readonly at: readonly { readonly place: Id; readonly weight: Amount }[];
  /** `undefined` for streams that come by date or by cascade only. */
  readonly rate: Level | undefined;
  /** Historical list: hours since the study's start, ascending. */
  readonly dates: readonly number[];
  readonly valid: readonly Window[];
  /** Multiplier of the rate for January to December. */
  readonly season: readonly number[];
  /** Bursts: the rate is `times` as high while one lasts. */
  readonly clusters: { readonly gap: Slot; readonly lasts: Slot; readonly times: Level } | undefined;
  readonly facts: readonly Fact[];
  /** Beneficiaries by weight; empty: nobody in particular. */
  readonly for: readonly { readonly beneficiary: Id; readonly weight: Amount }[];
  readonly calls: readonly { readonly mission: Id; readonly when: readonly Condition[] }[];
  readonly causes: readonly {
    readonly incident: Id;
    readonly chance: Level;
    readonly after: Slot;
    readonly when: readonly Condition[];
  }[];
  readonly suppressedBy: { readonly mission: Id; readonly lag: Level; readonly atMost: Level } | undefined;
  /** Stocks of trust it moves at its onset. */
  readonly moves: readonly { readonly trust: Id; readonly by: "kept" | "leak" | "broken" }[];
}

export interface Mission extends Element {
  readonly domain: string;
  /** Share of its value below which the mission has failed. */
  readonly floor: Level | undefined;
  /** Higher is served first. */
  readonly priority: number;
  /** Whose units it takes away where too few are free: nobody's, or those of missions of lower priority. */
  readonly recalls: "nothing" | "lower-priority";
  readonly tasks: Collection<Task>;
}
type Collection<T> = ReadonlyMap<Id, T>;

/** A step of a mission. Its `id` is its name there; its `key` is the mission's key, a dot, and its own. */
export interface Task extends Element {
  /** `mission.task`. */
  readonly ref: Id;
  readonly activity: string;
  /** Tasks of the same mission, by their ids there; with those that make the information it needs. */
  readonly after: readonly Id[];
  /** Tasks of the same mission, by their ids there. */
  readonly anyOf: readonly Id[];
  /** Opens although what it comes after failed. */
  readonly evenIfFailed: boolean;
  /** The task is skipped (and counts as fulfilled, without value) unless all hold. */
  readonly when: readonly Condition[];
  readonly needs: readonly Need[];
  readonly knows: readonly Id[];
  readonly takes: Slot;
  /** Before units on scene that are recalled can leave. */
  readonly handsOver: Slot;
  readonly accrues: "at-end" | "evenly" | "presence";
  /** Where it is done, if not where the incident is. */
  readonly at: Id | undefined;
  readonly outcome: boolean;
  readonly value: Slot;
  readonly standard: Level | undefined;
  readonly expires: Level | undefined;
  readonly decays:
    | { readonly kind: "none" }
    | { readonly kind: "step" }
    | { readonly kind: "linear" }
    | { readonly kind: "exponential"; readonly halfLife: Level };
  readonly hazard: Level;
  /** For whom, if not for the incident's beneficiary. */
  readonly for: Id | undefined;
  readonly from: "onset" | "open";
  readonly enough: Level;
  readonly prepare: "on-open" | "on-permit";
  readonly uncombined: Level;
  readonly joint: boolean;
  /** Accountable organisation per party. */
  readonly accountable: readonly { readonly party: Id; readonly organisation: Id }[];
  /** Effect by weapons-use standard; 1 where not named. */
  readonly weapons: readonly { readonly standard: string; readonly effect: Level }[];
  /** Effect where no logistics mechanism supports the actor; `undefined`: needs none. */
  readonly withoutLogistics: Level | undefined;
  /** Effect where parties act together without a planning mechanism; `undefined`: needs none. */
  readonly withoutPlanning: Level | undefined;
  /** Trust that rises when the task is fulfilled and falls when it is not. */
  readonly commits: Id | undefined;
}

/** One need of a task: any of the alternatives, in the order written, each with its own units per unit of need. */
export interface Need {
  readonly name: string;
  readonly quantity: Slot;
  readonly alternatives: readonly {
    readonly capability: Id;
    readonly per: Amount;
    readonly when: readonly Condition[];
  }[];
}

/** The role plan of one task. */
export interface Role extends Element {
  readonly task: Id;
  readonly lead: Id | undefined;
  readonly supports: readonly Id[];
}
