import type { ColumnsChoice, FutureColumns, WhatIf, WhatIfFindings } from "@shikumi/assessment";
import type { EditionErrorCode } from "@shikumi/assessment/edition";
import type { StudyFile } from "@shikumi/model";
import type { EditionPart } from "../edition/edition-parts.ts";
import type { HandRun } from "./future-runner.ts";
import type { LiveError, QuestionKind, Questions } from "./live.ts";

/** One question as it is sent. */
export type AnyQuestion = {
  [Kind in QuestionKind]: { readonly kind: Kind; readonly ask: Questions[Kind]["ask"] };
}[QuestionKind];

/** How far a choice is taken: findings are told after so many futures each time, ascending. */
export interface Refinement {
  readonly stages: readonly number[];
  readonly replications: number;
}

/** What the page tells its first worker, the lead. */
export type ToLead =
  /**
   * Loads the edition at an address: answered by `part` messages and `loaded`, or by `not-loaded`. Then reads its study: answered by `opened` or `unusable`. The ports lead to the other workers.
   */
  | { readonly kind: "load"; readonly address: string; readonly hands: readonly MessagePort[] }
  /** Computes a choice; a higher generation ends the work on lower ones. */
  | {
      readonly kind: "choose";
      readonly generation: number;
      readonly whatIf: WhatIf;
      readonly refinement: Refinement;
    }
  /** Choices that may come next: their first futures are run ahead while nothing else is to be done, the first one at once where it is urgent. Replaces the list before. */
  | {
      readonly kind: "expect";
      readonly whatIfs: readonly WhatIf[];
      readonly isUrgent: boolean;
      readonly refinement: Refinement;
    }
  | { readonly kind: "ask"; readonly id: number; readonly question: AnyQuestion }
  | { readonly kind: "cancel"; readonly id: number };

/** What the lead tells the page. */
export type FromLead =
  | { readonly kind: "loading"; readonly done: number; readonly total: number }
  | { readonly kind: "part"; readonly part: EditionPart }
  | { readonly kind: "loaded" }
  | {
      readonly kind: "not-loaded";
      readonly code: EditionErrorCode;
      readonly args: Readonly<Record<string, string | number>>;
    }
  | { readonly kind: "opened" }
  | {
      readonly kind: "unusable";
      readonly code: "digest-differs" | "study-has-errors" | "stopped";
      readonly detail: string;
    }
  | {
      readonly kind: "findings";
      readonly generation: number;
      readonly findings: WhatIfFindings;
      /** Of the same futures; left out where it was told before for as many. */
      readonly baseline?: WhatIfFindings;
      readonly done: number;
      readonly total: number;
    }
  | {
      readonly kind: "no-findings";
      readonly generation: number;
      readonly code: LiveError["code"];
      readonly detail: string;
    }
  | { readonly kind: "progress"; readonly id: number; readonly done: number; readonly total: number }
  | { readonly kind: "answer"; readonly id: number; readonly answer: unknown }
  | {
      readonly kind: "no-answer";
      readonly id: number;
      readonly code: LiveError["code"];
      readonly detail: string;
    };

/** What the page tells the other workers, the hands: to read the study and to listen to the lead. */
export interface ToHand {
  readonly kind: "serve";
  readonly files: readonly StudyFile[];
  readonly lead: MessagePort;
}

/** What the lead asks of a hand. */
export interface HandTask {
  readonly id: number;
  readonly whatIf: WhatIf;
  readonly choice: ColumnsChoice;
  readonly future: number;
}

/** What a hand answers; `ready` once, when it has read the study. */
export type HandAnswer =
  | { readonly ready: true }
  | ({ readonly id: number } & HandRun)
  | { readonly id: number; readonly problem: string };

/** The buffers of columns, to be moved instead of copied. */
export function buffersOf({ columns, sums }: FutureColumns): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  for (const value of [...Object.values(columns), ...Object.values(sums)])
    if (ArrayBuffer.isView(value)) found.add(value.buffer as ArrayBuffer);
  return [...found];
}
