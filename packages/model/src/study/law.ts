import type { Condition } from "./condition.ts";
import type { Element, Id, Text, Window } from "./element.ts";
import type { Level, Slot } from "./slot.ts";

/** What a provision says. An obligation is also a permission. */
export type Modality = "may" | "must" | "must-not";

/** Rank of an instrument, highest first: the order of lex superior. */
export const ranks = [
  "constitution",
  "treaty",
  "statute",
  "order",
  "ordinance",
  "guideline",
  "practice",
] as const;
export type Rank = (typeof ranks)[number];

export interface Citation {
  readonly ja: string;
  readonly en: string;
  readonly law: string | undefined;
  readonly article: string | undefined;
}

/**
 * One provision. Selectors are resolved to ids in the order of their keys; `undefined` means any. Who is empowered, what defines
 * that person, and through whom the person acts are three facts.
 */
export interface Authority extends Element {
  readonly says: Modality;
  readonly cites: Citation | undefined;
  readonly rank: Rank;
  readonly empowers: Id | undefined;
  readonly definedBy: Id | undefined;
  /** Organisations it lets act. */
  readonly actsThrough: readonly Id[];
  readonly activities: readonly string[];
  readonly for: readonly Id[] | undefined;
  /** Places, with all places inside them. */
  readonly at: readonly Id[] | undefined;
  /** Situations in one of which it may be used, in the order written; empty: always. */
  readonly in: readonly Id[];
  readonly when: readonly Condition[];
  readonly unless: readonly Condition[];
  /** Name of the weapons-use standard. */
  readonly weapons: string | undefined;
  /** Stages in order; the steps of one stage run in parallel. */
  readonly steps: readonly (readonly Step[])[];
  /** A permit lasts this long and covers what it fits meanwhile; `undefined`: one permit per share. */
  readonly lasts: Slot | undefined;
  readonly over: readonly Id[];
  /** When it is in force: disjoint, ascending. */
  readonly valid: readonly Window[];
  /** What of the provision is left out on purpose; its verdict is "not encoded". */
  readonly notEncoded: Text | undefined;
}

export const stepKinds = ["request", "consultation", "consent", "approval", "order", "report-after"] as const;
export type StepKind = (typeof stepKinds)[number];

export interface Step {
  readonly kind: StepKind;
  /** A decider or an organisation. */
  readonly whom: Id;
  readonly takes: Slot;
  readonly hesitates: Slot;
  readonly given: Level;
  /** The deadline the law sets; never a delay. */
  readonly deadline: Level | undefined;
  /** The step is skipped unless all hold (facts and `within` only). */
  readonly when: readonly Condition[];
}

/** A declared state. Opening one is a finding: a decision, not a fact. */
export interface Situation extends Element {
  readonly foundBy: readonly Id[];
  readonly takes: Slot;
  /** Chance that a finding sought is made. */
  readonly found: Level;
  /** `undefined`: until the end of the run. */
  readonly lasts: Slot | undefined;
  /** Another situation that must be open before. */
  readonly needs: Id | undefined;
  /** Windows in which it is open without a finding. */
  readonly open: readonly Window[];
}
