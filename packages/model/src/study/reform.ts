import type { Span } from "@shikumi/core/diagnostic";
import type { Dimension } from "@shikumi/core/quantity";
import type { Element, Id, Text } from "./element.ts";
import type { Distribution, Level, Slot } from "./slot.ts";

export const leverKinds = ["law", "mechanism", "capability", "coordination"] as const;
export type LeverKind = (typeof leverKinds)[number];

/** One change by path. The value is kept as written and is elaborated when the lever is applied. */
export interface Patch {
  readonly op: "set" | "add" | "remove";
  /** Dotted path, e.g. `authorities.L-JP-SDF82.for`. */
  readonly path: string;
  readonly span: Span;
}

export interface Lever extends Element {
  readonly kind: LeverKind;
  /** Class for packages under test, fixed before the first comparing run; several where it is disputed. */
  readonly classes: readonly string[];
  readonly side: readonly Id[];
  readonly instrument: string | undefined;
  /** Tasks it is meant for. */
  readonly answers: readonly Id[];
  readonly change: readonly Patch[];
  readonly cost: Level | undefined;
  readonly effort: Level | undefined;
  /** From decision to effect. */
  readonly takes: Slot;
  readonly adopted: Level;
  readonly used: Level;
  readonly needs: readonly Id[];
  readonly excludes: readonly Id[];
  readonly after: readonly Id[];
  /** The decider whose sittings it must pass. */
  readonly passes: Id | undefined;
  /** Other levers whose cost and effort it multiplies while it is in the same package. */
  readonly eases: readonly { readonly lever: Id; readonly factor: number }[];
  /** Other levers that have no effect while it is in the same package. */
  readonly voids: readonly Id[];
  readonly reversible: string | undefined;
  /** A source older than the baseline, or `analyst`. */
  readonly proposed: Id;
}

export interface Package extends Element {
  readonly levers: readonly Id[];
  /** Order of decision; levers not named come after, by key. */
  readonly order: readonly Id[];
  readonly budget: Level | undefined;
  readonly effort: Level | undefined;
}

/** What is not known: one value per future. */
export interface Uncertainty extends Element {
  readonly dimension: Dimension;
  readonly unit: string | undefined;
  /** Parameters are plain numbers. */
  readonly values: Distribution;
  readonly beliefs: readonly { readonly name: string; readonly values: Distribution }[];
  readonly with: readonly { readonly uncertainty: Id; readonly correlation: number }[];
  readonly group: string | undefined;
  /** Made from `disputed:` figures at a path, not declared. */
  readonly disputed: boolean;
}

export interface Measure extends Element {
  readonly kind: string;
  readonly of: readonly string[];
  readonly floor: Level | undefined;
  readonly weights: readonly { readonly domain: string; readonly weight: number }[];
  readonly definition: string | undefined;
}

/** A statement whose status is derived from runs. */
export interface Hypothesis extends Element {
  readonly text: Text;
  /** The predicate as written: words and numbers by name. */
  readonly holdsIf: Readonly<Record<string, string | number | readonly string[]>>;
  readonly over: Readonly<Record<string, readonly (string | number)[]>>;
}

/**
 * A case that is run again: one incident of a stream with what is known of it, and nothing else, on the law and the means of the
 * baseline. What is not given is drawn as the stream says.
 */
export interface Replay {
  readonly incident: Id;
  readonly at: Id | undefined;
  readonly for: Id | undefined;
  readonly facts: readonly { readonly fact: string; readonly value: string }[];
  /** Chances with which it causes incidents of other streams. */
  readonly causes: readonly { readonly incident: Id; readonly chance: number }[];
}

export interface Validation extends Element {
  readonly case: Text;
  readonly observed:
    | { readonly kind: "set"; readonly values: readonly number[] }
    | { readonly kind: "order"; readonly first: readonly string[] }
    | { readonly kind: "ratio"; readonly low: number; readonly high: number };
  /** What is compared, as a path: see `validationTarget`. */
  readonly of: string;
  /** Path of the moment from which time is counted; `undefined`: the onset of the incident. */
  readonly since: string | undefined;
  /** Row that tells the case to be run again, itself or another; `undefined`: compared with the runs of the study. */
  readonly replay: Id | undefined;
  /** The case, where this row tells it. */
  readonly played: Replay | undefined;
  readonly use: "calibrated-on" | "held-out";
}
