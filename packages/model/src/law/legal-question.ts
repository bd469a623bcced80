import type { Args } from "@shikumi/core/diagnostic";
import type { Id } from "../study/element.ts";
import type { Citation, Step } from "../study/law.ts";
import type { LawRule } from "./law-rule.ts";

/** May this organisation do this, for whom, where, in which open situations, on which date, given which facts? */
export interface LegalQuestion {
  /** An organisation. */
  readonly actor: Id;
  readonly activity: string;
  /** `undefined`: for nobody in particular; a provision limited to some beneficiaries does not fit then. */
  readonly beneficiary?: Id;
  /** `undefined`: nowhere in particular; a provision limited to some places does not fit then. */
  readonly place?: Id;
  /** Situations that are open, besides those the study opens on that date. */
  readonly situations?: readonly Id[];
  /** The date the law is read as of, in hours since the study's start; may be negative. */
  readonly hours: number;
  /** Facts of the case that are known. */
  readonly facts?: Readonly<Record<string, string>>;
  /** Judgements that have been made. */
  readonly judgements?: Readonly<Record<string, boolean>>;
  /** Hours since the onset of the incident. */
  readonly sinceOnset?: number;
}

/** "No basis" (nothing empowers) and "prohibited" are different gaps; the last two are answers that cannot be given. */
export const verdictKinds = [
  "obliged",
  "permitted",
  "prohibited",
  "no-basis",
  "undetermined",
  "not-encoded",
] as const;
export type VerdictKind = (typeof verdictKinds)[number];

/** A decision still to come before the act may begin. */
export type Pending =
  /** One of these situations has to be found. */
  | { readonly kind: "finding"; readonly authority: Id; readonly situations: readonly Id[] }
  /** An open norm somebody has to judge. Where `bars`, the act is prohibited if the judgement is made. */
  | {
      readonly kind: "judgement";
      readonly authority: Id;
      readonly judgement: string;
      readonly by: Id;
      readonly bars: boolean;
    }
  /** A step of the deciding provision; `stage` counts from 0. `uncertain`: the facts do not say whether it is due. */
  | {
      readonly kind: "step";
      readonly authority: Id;
      readonly stage: number;
      readonly step: Step;
      readonly uncertain: boolean;
    };

/** One line of a reason, with the lines it rests on. Its text is made by `lawMessages` from `rule` and `args`. */
export interface Explanation {
  readonly rule: LawRule;
  /** Ids, values and hours by name; `tellExplanation` puts names and dates in their place. */
  readonly args: Args;
  readonly authority?: Id;
  readonly citation?: Citation;
  readonly source?: Id;
  readonly value: "true" | "false" | "unknown" | "not-encoded" | "info";
  readonly children: readonly Explanation[];
}

export interface Verdict {
  readonly kind: VerdictKind;
  readonly pending: readonly Pending[];
  /** Facts that are not given and could change the kind, in the order met. */
  readonly missing: readonly string[];
  /** Provisions left out on purpose that could change the kind. */
  readonly notEncoded: readonly Id[];
  /** The provision that decided; `undefined` where none did. */
  readonly by: Id | undefined;
  readonly explanation: Explanation;
}

/** Name, among missing facts, of the time since the incident's onset. */
export const TIME_SINCE_ONSET = "time since onset";
