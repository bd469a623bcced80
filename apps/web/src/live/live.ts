import type {
  CauseFinding,
  RoleRow,
  TraceChoice,
  TraceStep,
  WhatIf,
  WhatIfFindings,
} from "@shikumi/assessment";
import type { Id, Study } from "@shikumi/model";
import type { IncidentStory, RunChoice, RunIncident } from "./run-story.ts";

/**
 * Whether the page can compute. `starting`: workers read the study; `ready`: nothing runs; `running`: better results are on their way; `failed`: nothing can be computed, and why.
 */
export type LiveStatus =
  | { readonly kind: "starting" }
  | { readonly kind: "ready" }
  | { readonly kind: "running"; readonly done: number; readonly total: number }
  | { readonly kind: "failed"; readonly code: LiveFailure; readonly detail: string };

/**
 * Why nothing can be computed: the browser has no workers; the study differs from the results; a worker stopped. With `levers` and `run-failed` only the present choice cannot: its levers do not combine, or a run of it failed.
 */
export type LiveFailure =
  | "no-workers"
  | "digest-differs"
  | "study-has-errors"
  | "stopped"
  | "levers"
  | "run-failed";

/** What a view can read at any time. A new object after every change. */
export interface LiveSnapshot {
  readonly status: LiveStatus;
  /** The levers and assumptions chosen now. */
  readonly choice: WhatIf;
  /** The present arrangement, on the futures run so far; `undefined` before the first answer. */
  readonly baseline: WhatIfFindings | undefined;
  /** The latest findings of the choice, of as many futures as were run. They may be of the choice before while the first answer is not there: compare `whatIf`. */
  readonly findings: WhatIfFindings | undefined;
  /** The last findings of the choice before: the ghost. */
  readonly before: WhatIfFindings | undefined;
  /** The latest findings of every choice computed since the page was opened, by the key of their run. */
  readonly results: ReadonlyMap<string, WhatIfFindings>;
}

/** What a view can ask a worker for, by kind of question; none of it runs on the main thread. */
export interface Questions {
  /** The study with levers in force from the start. */
  readonly study: { readonly ask: { readonly levers: readonly Id[] }; readonly answer: Study };
  /** One run, step by step. */
  readonly trace: {
    readonly ask: { readonly package: Id; readonly choice: TraceChoice };
    readonly answer: readonly TraceStep[];
  };
  /** Every incident of one run, summed up, in the order of onset. */
  readonly incidents: { readonly ask: RunChoice; readonly answer: readonly RunIncident[] };
  /** One incident of a run, step by step; no answer where the run has no such incident. */
  readonly story: {
    readonly ask: RunChoice & { readonly incident: string };
    readonly answer: IncidentStory | undefined;
  };
  /** The role matrix with levers in force; what organisations deliver comes from `futures` futures. */
  readonly roles: {
    readonly ask: { readonly levers: readonly Id[]; readonly futures: number; readonly replications: number };
    readonly answer: readonly RoleRow[];
  };
  /** The shortfall of a choice split over its causes: 64 times the work of a run. */
  readonly causes: {
    readonly ask: { readonly whatIf: WhatIf; readonly futures: number; readonly replications: number };
    readonly answer: readonly CauseFinding[];
  };
  /** The measures of any choice, without making it the page's. */
  readonly measures: {
    readonly ask: { readonly whatIf: WhatIf; readonly futures: number; readonly replications: number };
    readonly answer: WhatIfFindings;
  };
}
export type QuestionKind = keyof Questions;

/** The computing side of the page. */
export interface Live {
  snapshot(): LiveSnapshot;
  /** Calls back after every change of the snapshot; returns what ends it. */
  subscribe(listener: () => void): () => void;
  /**
   * Makes a choice the page's own: its measures are computed from few futures first, then from more. While a hand moves (`isMoving`), the ghost stays what it was before the movement.
   */
  choose(choice: WhatIf, options?: { readonly isMoving?: boolean }): void;
  /**
   * Says which choices may come next, the likeliest first, so that their first answer can be prepared while nothing else is to be done; the first of them at once where it is urgent (a hand is over it). Replaces what was expected before.
   */
  expect(choices: readonly WhatIf[], options?: { readonly isUrgent?: boolean }): void;
  /** Asks one question. Rejects with `LiveError`; with code `cancelled` where `signal` was aborted. */
  ask<Kind extends QuestionKind>(
    kind: Kind,
    ask: Questions[Kind]["ask"],
    options?: { readonly signal?: AbortSignal; readonly progress?: (done: number, total: number) => void },
  ): Promise<Questions[Kind]["answer"]>;
  /** Ends the workers. */
  close(): void;
}

/** Why a question has no answer. */
export class LiveError extends Error {
  readonly code: LiveFailure | "cancelled";

  constructor(code: LiveError["code"], detail: string) {
    super(detail);
    this.name = "LiveError";
    this.code = code;
  }
}
