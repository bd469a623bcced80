import { presentChoice, type WhatIf, type WhatIfFindings } from "@shikumi/assessment";
import {
  type Live,
  LiveError,
  type LiveFailure,
  type LiveSnapshot,
  type QuestionKind,
  type Questions,
} from "./live.ts";
import type { AnyQuestion, FromLead, ToHand, ToLead } from "./protocol.ts";

/** What the store needs of a worker; tests give their own. */
export interface WorkerLike {
  postMessage(message: ToLead | ToHand, transfer: Transferable[]): void;
  addEventListener(type: "message", listener: (event: { readonly data: FromLead }) => void): void;
  addEventListener(type: "error", listener: (event: { readonly message?: string }) => void): void;
  terminate(): void;
}

/** After how many futures findings are told: two make the first interval. */
export const liveStages: readonly number[] = [2, 8, 32, 100, 300];

interface Asked {
  resolve(answer: unknown): void;
  reject(reason: LiveError): void;
  progress(done: number, total: number): void;
}

/** The computing side of the page over its workers. The first is the lead, the others are its hands. */
export class LiveStore implements Live {
  readonly #workers: readonly WorkerLike[];
  readonly #listeners = new Set<() => void>();
  readonly #asked = new Map<number, Asked>();
  /** The present arrangement by number of futures, as it was told. */
  readonly #baselines = new Map<number, WhatIfFindings>();
  #lastAsked = 0;
  #generation = 0;
  #wasMoving = false;
  #snapshot: LiveSnapshot = {
    status: { kind: "starting" },
    choice: presentChoice,
    baseline: undefined,
    findings: undefined,
    before: undefined,
    results: new Map(),
  };

  /** Takes over workers whose first has loaded the edition and now reads its study. */
  constructor(workers: readonly WorkerLike[]) {
    this.#workers = workers;
    const [lead] = workers;
    if (lead === undefined) {
      this.#fail("no-workers", "");
      return;
    }
    lead.addEventListener("message", ({ data }) => this.#take(data));
    for (const worker of workers)
      worker.addEventListener("error", ({ message }) => this.#fail("stopped", message ?? ""));
  }

  snapshot(): LiveSnapshot {
    return this.#snapshot;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  choose(choice: WhatIf, { isMoving = false }: { readonly isMoving?: boolean } = {}): void {
    const { findings, before, status } = this.#snapshot;
    const isNew = findings !== undefined && isSameChoice(findings.whatIf, this.#snapshot.choice);
    const ghost = this.#wasMoving || !isNew ? before : findings;
    this.#wasMoving = isMoving;
    if (isSameChoice(choice, this.#snapshot.choice)) return;
    this.#change({ choice, before: ghost });
    if (status.kind !== "starting" && (status.kind !== "failed" || isOfChoice(status.code))) this.#send();
  }

  expect(choices: readonly WhatIf[], { isUrgent = false }: { readonly isUrgent?: boolean } = {}): void {
    const { kind } = this.#snapshot.status;
    if (kind !== "ready" && kind !== "running") return;
    const refinement = { stages: liveStages.slice(0, 1), replications: 1 };
    this.#post({ kind: "expect", whatIfs: choices, isUrgent, refinement });
  }

  ask<Kind extends QuestionKind>(
    kind: Kind,
    ask: Questions[Kind]["ask"],
    {
      signal,
      progress = () => {},
    }: { readonly signal?: AbortSignal; readonly progress?: (done: number, total: number) => void } = {},
  ): Promise<Questions[Kind]["answer"]> {
    const { status } = this.#snapshot;
    if (status.kind === "failed" && !isOfChoice(status.code))
      return Promise.reject(new LiveError(status.code, status.detail));
    if (signal?.aborted === true) return Promise.reject(new LiveError("cancelled", ""));
    const id = ++this.#lastAsked;
    return new Promise((resolve, reject) => {
      this.#asked.set(id, {
        resolve: (answer) => resolve(answer as Questions[Kind]["answer"]),
        reject,
        progress,
      });
      signal?.addEventListener("abort", () => {
        if (!this.#asked.delete(id)) return;
        this.#post({ kind: "cancel", id });
        reject(new LiveError("cancelled", ""));
      });
      this.#post({ kind: "ask", id, question: { kind, ask } as AnyQuestion });
    });
  }

  close(): void {
    for (const worker of this.#workers) worker.terminate();
    for (const { reject } of this.#asked.values()) reject(new LiveError("cancelled", ""));
    this.#asked.clear();
    this.#listeners.clear();
  }

  #send(): void {
    this.#generation++;
    const total = liveStages.at(-1) ?? 0;
    this.#change({ status: { kind: "running", done: 0, total } });
    const refinement = { stages: liveStages, replications: 1 };
    this.#post({ kind: "choose", generation: this.#generation, whatIf: this.#snapshot.choice, refinement });
  }

  #take(message: FromLead): void {
    switch (message.kind) {
      case "loading":
      case "part":
      case "loaded":
      case "not-loaded":
        return;
      case "opened":
        this.#send();
        return;
      case "unusable":
        this.#fail(message.code, message.detail);
        return;
      case "findings":
        if (message.generation === this.#generation) this.#takeFindings(message);
        return;
      case "no-findings":
        if (message.generation !== this.#generation) return;
        this.#change({
          status: {
            kind: "failed",
            code: message.code === "levers" ? "levers" : "run-failed",
            detail: message.detail,
          },
        });
        return;
      case "progress":
        this.#asked.get(message.id)?.progress(message.done, message.total);
        return;
      case "answer":
        this.#asked.get(message.id)?.resolve(message.answer);
        this.#asked.delete(message.id);
        return;
      case "no-answer":
        this.#asked.get(message.id)?.reject(new LiveError(message.code, message.detail));
        this.#asked.delete(message.id);
    }
  }

  #takeFindings({ findings, baseline, done, total }: Extract<FromLead, { kind: "findings" }>): void {
    const present = baseline ?? this.#baselines.get(done);
    if (present !== undefined) this.#baselines.set(done, present);
    const results = new Map<string, WhatIfFindings>(this.#snapshot.results);
    if (present !== undefined) results.set(present.run.key, present);
    results.set(findings.run.key, findings);
    const status = done < total ? ({ kind: "running", done, total } as const) : ({ kind: "ready" } as const);
    const { before } = this.#snapshot;
    const isOfPresent = before !== undefined && isSameChoice(before.whatIf, presentChoice);
    this.#change({ findings, baseline: present, before: isOfPresent ? present : before, results, status });
  }

  #fail(code: "no-workers" | "digest-differs" | "study-has-errors" | "stopped", detail: string): void {
    for (const { reject } of this.#asked.values()) reject(new LiveError(code, detail));
    this.#asked.clear();
    this.#change({ status: { kind: "failed", code, detail } });
  }

  #post(message: ToLead): void {
    this.#workers[0]?.postMessage(message, []);
  }

  #change(changes: Partial<LiveSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...changes };
    for (const listener of this.#listeners) listener();
  }
}

/** Whether only the present choice fails. */
function isOfChoice(code: LiveFailure): boolean {
  return code === "levers" || code === "run-failed";
}

/** Whether two choices are the same, whatever the order of their levers. */
export function isSameChoice(a: WhatIf, b: WhatIf): boolean {
  const fixed = Object.entries(a.fixed);
  return (
    a.mode === b.mode &&
    a.levers.length === b.levers.length &&
    a.levers.every((id) => b.levers.includes(id)) &&
    fixed.length === Object.keys(b.fixed).length &&
    fixed.every(([id, value]) => Object.is(b.fixed[id], value))
  );
}
