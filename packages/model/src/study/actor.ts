import type { Element, Id, Text, Window } from "./element.ts";
import type { Level, Slot } from "./slot.ts";

/** A state or grouping whose equality is judged. */
export interface Party extends Element {
  /** What the party wants, by definition of equality. */
  readonly wants: readonly { readonly definition: string; readonly want: string }[];
}

/** A kind of organisation: a state organ acts only on an authority, a firm may do what nothing forbids. */
export interface Kind extends Element {
  readonly default: "needs-basis" | "free-unless-barred";
}

export interface Organisation extends Element {
  readonly party: Id;
  readonly kind: Id;
  /** The superior organisation. */
  readonly under: Id | undefined;
  readonly at: Id | undefined;
}

/** A person or body whose steps queue. */
export interface Decider extends Element {
  readonly party: Id;
  /** Steps a time (a rate: deterministic service), or the time one step takes; `undefined` for no queue. */
  readonly attention: Slot | undefined;
  /** Several bodies acting as one. */
  readonly members: readonly Id[];
  /** How many levers a calendar year it passes, and when it passes none. */
  readonly sits: { readonly perYear: Level; readonly closed: readonly Window[] } | undefined;
}

export interface Capability extends Element {
  readonly unit: Text;
  readonly moves: "air" | "sea" | "road" | "none";
  readonly speed: Level | undefined;
  readonly range: Level | undefined;
}

/** How much of a capability an organisation holds, where, how fast, how sustained. */
export interface Holding extends Element {
  readonly of: Id;
  readonly what: Id;
  readonly quantity: Level;
  readonly at: Id;
  /** From the order to moving off. */
  readonly ready: Slot;
  /** Longest time on scene of one unit in a presence task. */
  readonly endures: Level | undefined;
  readonly recovers: Slot;
  /** Further units, from a time on. */
  readonly arrives: readonly { readonly quantity: Level; readonly at: Level }[];
  /** Other organisations that may draw on it. */
  readonly sharedWith: readonly Id[];
}

export interface Place extends Element {
  /** Degrees north and east. */
  readonly at: { readonly latitude: number; readonly longitude: number } | undefined;
  /** The party whose territory it is; `undefined` on the high seas. */
  readonly state: Id | undefined;
  /** The region it lies in. */
  readonly inside: Id | undefined;
  readonly access: Access;
}

/** Who may come: everybody; nobody without an access mechanism; those to whom somebody consents. */
export type Access =
  | { readonly kind: "open" }
  | { readonly kind: "closed" }
  | {
      readonly kind: "consent";
      readonly by: Id;
      readonly takes: Slot;
      readonly hesitates: Slot;
      readonly given: Level;
    };

/** A leg of a network. Its length is the great circle between its ends unless stated. */
export interface Route extends Element {
  readonly joins: readonly [Id, Id];
  readonly mode: "sea" | "road";
  readonly length: Level | undefined;
  /** The leg is closed in a future where this is at least one half. */
  readonly closed: Level | undefined;
}

export interface Beneficiary extends Element {
  readonly party: Id | undefined;
}
