import {
  type ColumnsChoice,
  createWhatIfContext,
  evaluateWhole,
  type FutureColumns,
  presentChoice,
  studyOf,
  traceOne,
  type WhatIf,
  type WhatIfContext,
  WhatIfError,
  type WhatIfFindings,
  whatIfCauses,
  whatIfFindings,
  whatIfKey,
  whatIfRoles,
} from "@shikumi/assessment";
import { type Edition, EditionError, isReady } from "@shikumi/assessment/edition";
import { parseStudy, type StudyFile } from "@shikumi/model";
import { partsOf } from "../edition/edition-parts.ts";
import { Abandoned, FutureRunner, type Hand, type Running, type Where } from "./future-runner.ts";
import type { LiveError, QuestionKind, Questions } from "./live.ts";
import type { AnyQuestion, FromLead, Refinement, ToLead } from "./protocol.ts";
import { TracedRuns } from "./traced-runs.ts";

/** What the lead may do besides computing. */
export interface LeadEffects {
  /** Loads an edition. Throws `EditionError`. */
  load(address: string, progress: (done: number, total: number) => void): Promise<Edition>;
  post(message: FromLead): void;
  /** Lets the thread take its messages. */
  pause(): Promise<void>;
  /** The other end of a port as a hand. */
  hand(port: MessagePort): Hand;
}

/** The first worker of the page: reads the study, computes choices from few futures to many, answers questions. */
export class Lead {
  readonly #effects: LeadEffects;
  #context: WhatIfContext | undefined;
  #runner: FutureRunner | undefined;
  #traced: TracedRuns | undefined;
  #generation = 0;
  /** Nothing is being computed for the page's choice. */
  #isIdle = true;
  #expected: WhatIf[] = [];
  #ahead: Refinement = { stages: [], replications: 1 };
  readonly #open = new Set<number>();
  /** Findings of the present arrangement that the page has. */
  readonly #told: WeakSet<WhatIfFindings> = new WeakSet();
  /** The present arrangement by number of futures and replications: the same for every choice. */
  readonly #present: Map<string, WhatIfFindings> = new Map();

  constructor(effects: LeadEffects) {
    this.#effects = effects;
  }

  /** Takes a message of the page. Never rejects. */
  async take(message: ToLead): Promise<void> {
    switch (message.kind) {
      case "load":
        await this.#load(message.address, message.hands);
        return;
      case "choose":
        this.#generation = message.generation;
        this.#isIdle = false;
        await this.#choose(message.generation, message.whatIf, message.refinement);
        if (message.generation !== this.#generation) return;
        this.#isIdle = true;
        await this.#lookAhead();
        return;
      case "expect":
        await this.#expect(message.whatIfs, message.isUrgent, message.refinement);
        return;
      case "ask":
        this.#open.add(message.id);
        await this.#answer(message.id, message.question);
        this.#open.delete(message.id);
        return;
      case "cancel":
        this.#open.delete(message.id);
    }
  }

  async #load(address: string, hands: readonly MessagePort[]): Promise<void> {
    const { post, load, pause } = this.#effects;
    try {
      const edition = await load(address, (done, total) => post({ kind: "loading", done, total }));
      for (const part of partsOf(edition)) post({ kind: "part", part });
      post({ kind: "loaded" });
      await pause();
      if (isReady(edition)) this.#read(edition.files, edition.generatedFrom.digest, hands);
    } catch (error) {
      const { code, args } =
        error instanceof EditionError ? error : new EditionError("incomplete", { field: String(error) });
      post({ kind: "not-loaded", code, args });
    }
  }

  #read(files: readonly StudyFile[], digest: string, hands: readonly MessagePort[]): void {
    const { post } = this.#effects;
    try {
      const { study, diagnostics } = parseStudy(files);
      if (study === undefined) {
        const errors = diagnostics.filter(({ severity }) => severity === "error");
        post({ kind: "unusable", code: "study-has-errors", detail: String(errors.length) });
        return;
      }
      if (study.digest !== digest) {
        const detail = `${study.digest.slice(0, 12)} ≠ ${digest.slice(0, 12)}`;
        post({ kind: "unusable", code: "digest-differs", detail });
        return;
      }
      this.#context = createWhatIfContext(study);
      this.#traced = new TracedRuns(this.#context);
      this.#runner = new FutureRunner(
        this.#context,
        hands.map((port) => this.#effects.hand(port)),
        () => this.#effects.pause(),
      );
      post({ kind: "opened" });
    } catch (error) {
      post({ kind: "unusable", code: "stopped", detail: String(error) });
    }
  }

  async #choose(generation: number, whatIf: WhatIf, { stages, replications }: Refinement): Promise<void> {
    const { post, pause } = this.#effects;
    const isWanted = (): boolean => generation === this.#generation;
    try {
      await pause();
      if (!isWanted()) return;
      const total = stages.at(-1) ?? 0;
      for (const done of stages) {
        // The first few are sooner run here than compiled on two threads.
        const where = done === stages[0] ? "here" : "everywhere";
        const findings = await this.#findings(whatIf, done, replications, isWanted, { where });
        const baseline = await this.#findings(presentChoice, done, replications, isWanted, { where });
        if (!isWanted()) return;
        const isTold = this.#told.has(baseline);
        this.#told.add(baseline);
        post({ kind: "findings", generation, findings, ...(isTold ? {} : { baseline }), done, total });
        await pause();
        if (!isWanted()) return;
      }
    } catch (error) {
      if (error instanceof Abandoned || !isWanted()) return;
      post({ kind: "no-findings", generation, ...failureOf(error) });
    }
  }

  async #expect(whatIfs: readonly WhatIf[], isUrgent: boolean, refinement: Refinement): Promise<void> {
    if (this.#context === undefined) return;
    const [first, ...rest] = whatIfs;
    this.#expected = isUrgent ? rest : [...whatIfs];
    this.#ahead = refinement;
    if (isUrgent && first !== undefined) await this.#foresee(first, "here");
    if (this.#isIdle) await this.#lookAhead();
  }

  /** Runs ahead what may be chosen next, as long as nothing is chosen and nothing else expected: on the hands where there are any, so that this thread is free for what is chosen. */
  async #lookAhead(): Promise<void> {
    const list = this.#expected;
    const through = async (where: Where): Promise<void> => {
      for (let next = list.shift(); next !== undefined; next = list.shift()) {
        if (!this.#isIdle || list !== this.#expected) return;
        await this.#foresee(next, where);
        await this.#effects.pause();
      }
    };
    const hands = this.#runner?.readyHands() ?? [];
    await Promise.all(hands.length === 0 ? [through("here")] : hands.map(through));
  }

  /** Runs the futures of the first stage of a choice, so that its first answer is there at once. A choice that cannot be run says so when it is made. */
  async #foresee(whatIf: WhatIf, where: Where): Promise<void> {
    const generation = this.#generation;
    const { stages, replications } = this.#ahead;
    const choice = { undetermined: "refused", relaxed: false, replications } as const;
    try {
      const isWanted = (): boolean => generation === this.#generation;
      await this.#columns(whatIf, choice, stages[0] ?? 0, isWanted, { where });
    } catch {
      return;
    }
  }

  async #findings(
    whatIf: WhatIf,
    futures: number,
    replications: number,
    isWanted: () => boolean,
    options: Running = {},
  ): Promise<WhatIfFindings> {
    const { context } = this.#ready();
    const { where = "everywhere" } = options;
    const choice = { undetermined: "refused", relaxed: false, replications } as const;
    const isPresent = this.#key(whatIf) === this.#key(presentChoice);
    const name = `${futures} ${replications}`;
    const known = isPresent ? this.#present.get(name) : undefined;
    if (known !== undefined) return known;
    const refused = await this.#columns(whatIf, choice, futures, isWanted, options);
    const present = isPresent
      ? refused
      : await this.#columns(presentChoice, choice, futures, isWanted, { where });
    const findings = whatIfFindings(context, whatIf, { refused, present });
    if (isPresent) this.#present.set(name, findings);
    return findings;
  }

  #columns(
    whatIf: WhatIf,
    choice: ColumnsChoice,
    futures: number,
    isWanted: () => boolean,
    options: Running = {},
  ): Promise<readonly FutureColumns[]> {
    return this.#ready().runner.columns(this.#key(whatIf), whatIf, choice, futures, isWanted, options);
  }

  #key(whatIf: WhatIf): string {
    return whatIfKey(this.#ready().context.study, whatIf);
  }

  #ready(): { readonly context: WhatIfContext; readonly runner: FutureRunner; readonly traced: TracedRuns } {
    if (this.#context === undefined || this.#runner === undefined || this.#traced === undefined)
      throw new Error("the study was not read");
    return { context: this.#context, runner: this.#runner, traced: this.#traced };
  }

  async #answer(id: number, question: AnyQuestion): Promise<void> {
    const { post, pause } = this.#effects;
    const isWanted = (): boolean => this.#open.has(id);
    const progress = (done: number, total: number): void => post({ kind: "progress", id, done, total });
    try {
      await pause();
      if (!isWanted()) throw new Abandoned();
      post({ kind: "answer", id, answer: await this.#answerTo(question, isWanted, progress) });
    } catch (error) {
      post({ kind: "no-answer", id, ...failureOf(error) });
    }
  }

  async #answerTo(
    question: AnyQuestion,
    isWanted: () => boolean,
    progress: (done: number, total: number) => void,
  ): Promise<Questions[QuestionKind]["answer"]> {
    const { context, traced } = this.#ready();
    switch (question.kind) {
      case "study":
        return studyOf(context, { levers: question.ask.levers, fixed: {}, mode: "in-force" });
      case "trace":
        return traceOne(context.study, question.ask.package, question.ask.choice);
      case "incidents":
        return traced.incidents(question.ask);
      case "story":
        return traced.story(question.ask, question.ask.incident);
      case "roles": {
        const { levers, futures, replications } = question.ask;
        const whatIf: WhatIf = { levers, fixed: {}, mode: "in-force" };
        const results = [];
        for (let future = 0; future < futures; future++) {
          results.push(evaluateWhole(context, whatIf, replications, future));
          progress(future + 1, futures);
          await this.#effects.pause();
          if (!isWanted()) throw new Abandoned();
        }
        return whatIfRoles(context, whatIf, replications, results);
      }
      case "causes": {
        const { whatIf, futures, replications } = question.ask;
        const relaxed = await this.#columns(
          whatIf,
          { undetermined: "granted", relaxed: true, replications },
          futures,
          isWanted,
          { progress: (done) => progress(done, futures) },
        );
        const refused = await this.#columns(
          whatIf,
          { undetermined: "refused", relaxed: false, replications },
          futures,
          isWanted,
        );
        return whatIfCauses(context, whatIf, relaxed, refused);
      }
      case "measures": {
        const { whatIf, futures, replications } = question.ask;
        return this.#findings(whatIf, futures, replications, isWanted, {
          progress: (done) => progress(done, futures),
        });
      }
    }
  }
}

function failureOf(error: unknown): { readonly code: LiveError["code"]; readonly detail: string } {
  if (error instanceof Abandoned) return { code: "cancelled", detail: "" };
  if (error instanceof WhatIfError) return { code: "levers", detail: error.levers.join(", ") };
  return { code: "run-failed", detail: error instanceof Error ? error.message : String(error) };
}
