import type { Element, Id, Window } from "./element.ts";
import type { Level, Slot } from "./slot.ts";

/** Agreement, channel, cell or procedure: what it unlocks, between whom, in which situations. */
export interface Mechanism extends Element {
  /** Parties and organisations it links. An organisation is covered by itself, a superior, or its party. */
  readonly between: readonly Id[];
  readonly in: readonly Id[];
  readonly valid: readonly Window[];
  readonly information: readonly {
    readonly types: readonly string[];
    /** Highest classification it may carry. */
    readonly upTo: string;
    readonly takes: Slot;
  }[];
  readonly access: readonly {
    readonly at: readonly Id[];
    readonly to: readonly Id[] | undefined;
    readonly for: readonly string[] | undefined;
  }[];
  readonly logistics: readonly {
    readonly to: readonly Id[] | undefined;
    readonly for: readonly string[] | undefined;
  }[];
  readonly planning: boolean;
  readonly cell: Cell | undefined;
  /** Activities for which it lets those it links act jointly. */
  readonly agreement: readonly string[];
  /** Duties to act for another: which party, for whom, for what. */
  readonly duties: readonly { readonly of: Id; readonly to: Id; readonly activities: readonly string[] }[];
  /** What a party brings or bears besides acting: bases, host support, risk of entrapment. */
  readonly contributions: readonly {
    readonly by: Id;
    readonly to: Id;
    readonly kind: string;
    readonly worth: Level | undefined;
  }[];
}

/** Where shares of one task that have no common superior are combined. */
export interface Cell {
  /** Parties and organisations, which cover others as in `between`. */
  readonly members: readonly Id[];
  /** Activities whose tasks it takes; all when `undefined`. */
  readonly for: readonly string[] | undefined;
  readonly standsUp: Slot;
  /** Tasks handled at once. */
  readonly handles: Level;
}

/** Something a task needs to know. */
export interface Information extends Element {
  readonly type: string;
  /** Originators: organisations. */
  readonly from: readonly Id[];
  readonly classed: string;
  readonly staleAfter: Level | undefined;
  /** Ad hoc release where no channel exists; `undefined`: never. */
  readonly release: { readonly chance: Level; readonly takes: Slot } | undefined;
  /** The task (`mission.task`) that makes it; inside that mission it is known only once that task has closed. */
  readonly madeBy: Id | undefined;
}

/** Trust of one party in another, in [0, 1]. */
export interface Trust extends Element {
  readonly of: Id;
  readonly in: Id;
  readonly starts: Level;
  readonly kept: Level;
  readonly leak: Level;
  readonly broken: Level;
  /** Rate at which it returns to where it started. */
  readonly returns: Level | undefined;
}
