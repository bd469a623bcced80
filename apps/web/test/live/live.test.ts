import { assess, presentChoice, type WhatIf, type WhatIfFindings } from "@shikumi/assessment";
import { type Edition, EditionError, encodeEdition, type ReadyEdition } from "@shikumi/assessment/edition";
import { beforeAll, describe, expect, it } from "vitest";
import {
  type FromLead,
  type Hand,
  Lead,
  LiveError,
  LiveStore,
  type ToHand,
  type ToLead,
  type WorkerLike,
} from "../../src/index.ts";
import { harbourEdition } from "../small-edition.ts";

const plan = { futures: 8, replications: 1 };
let edition: ReadyEdition;
beforeAll(async () => {
  edition = await harbourEdition(plan);
});

const refinement = { stages: [2, 8], replications: 1 };

function choice(...levers: readonly string[]): WhatIf {
  return { levers, fixed: {}, mode: "in-force" };
}

type Ports = Extract<ToLead, { kind: "load" }>["hands"];

/** A lead on this thread, with what it told. */
async function openedLead(
  load: () => Promise<Edition>,
  hand: () => Hand = () => ({ isReady: () => false, evaluate: () => Promise.reject(new Error("not ready")) }),
  hands = 0,
): Promise<{ lead: Lead; told: FromLead[] }> {
  const told: FromLead[] = [];
  const lead = new Lead({
    load,
    post: (message) => told.push(structuredClone(message)),
    pause: () => new Promise((resolve) => setImmediate(resolve)),
    hand,
  });
  const ports = Array.from({ length: hands }, () => ({}) as Ports[number]);
  await lead.take({ kind: "load", address: "edition.json", hands: ports });
  return { lead, told };
}

function findingsIn(told: readonly FromLead[]): readonly Extract<FromLead, { kind: "findings" }>[] {
  return told.filter((one) => one.kind === "findings");
}

describe("the lead", () => {
  it("[L1] tells a choice after each stage, with the bits of the assessment at the last", async () => {
    const { lead, told } = await openedLead(async () => edition);
    const { id, levers } = [...edition.study.packages.values()].find((one) => one.levers.length > 1) ?? {
      id: "",
      levers: [],
    };
    await lead.take({ kind: "choose", generation: 1, whatIf: choice(...levers), refinement });

    const found = findingsIn(told);
    expect(found.map(({ done, total, findings }) => [done, total, findings.run.futures])).toEqual([
      [2, 8, 2],
      [8, 8, 8],
    ]);
    const effect = assess(edition.study, plan).packages.find(
      (one) => one.package === id && one.mode === "in-force",
    );
    expect(found[1]?.findings.domains.map(({ effectiveness }) => effectiveness.refused)).toEqual(
      effect?.domains.map(({ effectiveness }) => effectiveness.refused),
    );
    expect(found[1]?.baseline?.domains.map(({ effectiveness }) => effectiveness.refused)).toEqual(
      edition.assessment.baseline.domains.map(({ effectiveness }) => effectiveness.refused),
    );
  });

  it("[L2] tells nothing of a choice after a newer one", async () => {
    const { lead, told } = await openedLead(async () => edition);
    const [a, b] = [...edition.study.levers.keys()];
    await Promise.all([
      lead.take({ kind: "choose", generation: 1, whatIf: choice(a ?? ""), refinement }),
      lead.take({ kind: "choose", generation: 2, whatIf: choice(b ?? ""), refinement }),
    ]);

    expect(findingsIn(told).map(({ generation }) => generation)).toEqual([2, 2]);
  });

  it("[L3] has the same findings with hands, and waits for none that is not ready", async () => {
    const alone = await openedLead(async () => edition);
    await alone.lead.take({ kind: "choose", generation: 1, whatIf: presentChoice, refinement });
    const context = await import("@shikumi/assessment");
    const other = context.createWhatIfContext(edition.study);
    let asked = 0;
    const makers = [
      (): Hand => ({
        isReady: () => true,
        evaluate: async (whatIf, columns, future) => {
          asked++;
          return structuredClone({
            columns: context.evaluateFuture(other, whatIf, columns, future),
            layout: context.layoutOfWhatIf(other, whatIf, columns),
          });
        },
      }),
      (): Hand => ({ isReady: () => false, evaluate: () => new Promise(() => {}) }),
    ];
    const helped = await openedLead(
      async () => edition,
      () => (makers.shift() as () => Hand)(),
      2,
    );
    await helped.lead.take({ kind: "choose", generation: 1, whatIf: presentChoice, refinement });

    expect(asked).toBeGreaterThan(0);
    expect(findingsIn(helped.told)).toEqual(findingsIn(alone.told));
  });

  it("[L5] refuses an edition whose study is another, and one that does not load", async () => {
    const other = await openedLead(async () => ({ ...edition, generatedFrom: { digest: "0".repeat(64) } }));
    const damaged = await openedLead(async () => {
      throw new EditionError("not-json");
    });
    const broken = await openedLead(async () => ({
      ...edition,
      files: [...edition.files, { path: "more.yaml", text: "missions: {x: 1}" }],
    }));

    expect(other.told.at(-1)).toMatchObject({ kind: "unusable", code: "digest-differs" });
    expect(damaged.told).toEqual([{ kind: "not-loaded", code: "not-json", args: {} }]);
    expect(broken.told.at(-1)).toMatchObject({ kind: "unusable", code: "study-has-errors" });
  });

  it("[L5] fails a choice whose levers do not combine, and goes on with the next", async () => {
    const { lead, told } = await openedLead(async () => edition);
    const lone = [...edition.study.levers.values()].find(({ needs }) => needs.length > 0)?.id ?? "";
    await lead.take({ kind: "choose", generation: 1, whatIf: choice(lone), refinement });
    expect(told.at(-1)).toMatchObject({ kind: "no-findings", generation: 1, code: "levers", detail: lone });

    await lead.take({ kind: "choose", generation: 2, whatIf: presentChoice, refinement });
    expect(findingsIn(told)).toHaveLength(2);
  });

  it("[L6] answers every kind of question", async () => {
    const { lead, told } = await openedLead(async () => edition);
    const lever = [...edition.study.levers.values()].find(({ needs }) => needs.length === 0)?.id ?? "";
    const trace = { future: 0, replication: 0, mode: "in-force" } as const;
    const many = { futures: 3, replications: 1 };
    const questions = [
      { kind: "study", ask: { levers: [lever] } },
      { kind: "trace", ask: { package: "baseline", choice: trace } },
      { kind: "roles", ask: { levers: [], ...many } },
      { kind: "causes", ask: { whatIf: presentChoice, ...many } },
      { kind: "measures", ask: { whatIf: choice(lever), ...many } },
    ] as const;
    for (const [id, question] of questions.entries()) await lead.take({ kind: "ask", id, question });

    const answers = told.filter((one) => one.kind === "answer");
    expect(answers.map(({ id }) => id)).toEqual([0, 1, 2, 3, 4]);
    const of3 = assess(edition.study, {
      futures: 3,
      replications: 1,
      levers: [],
      packages: [],
      removal: false,
    });
    expect(answers[2]?.answer).toEqual(of3.roles);
    expect(answers[3]?.answer).toEqual(of3.causes);
    expect(answers[4]?.answer).toMatchObject({ run: { package: `lever.${lever}` } });
    expect(told.filter((one) => one.kind === "progress").length).toBeGreaterThan(5);
  });

  it("[L6] ends the work on a question that is cancelled", async () => {
    const { lead, told } = await openedLead(async () => edition);
    const asked = lead.take({
      kind: "ask",
      id: 7,
      question: { kind: "causes", ask: { whatIf: presentChoice, futures: 200, replications: 1 } },
    });
    await lead.take({ kind: "cancel", id: 7 });
    await asked;

    expect(told.at(-1)).toEqual({ kind: "no-answer", id: 7, code: "cancelled", detail: "" });
  });

  it("[L7] looks ahead without changing any result, and tells nothing of it", async () => {
    const plain = await openedLead(async () => edition);
    const ahead = await openedLead(async () => edition);
    const lever = [...edition.study.levers.values()].find(({ needs }) => needs.length === 0)?.id ?? "";
    const expected = [...edition.study.levers.keys()].map((id) => choice(id));
    const before = ahead.told.length;
    await ahead.lead.take({ kind: "expect", whatIfs: expected, isUrgent: true, refinement });
    expect(ahead.told.length).toBe(before);

    for (const { lead } of [plain, ahead])
      await lead.take({ kind: "choose", generation: 1, whatIf: choice(lever), refinement });
    expect(findingsIn(ahead.told)).toEqual(findingsIn(plain.told));
  });

  it("[L7] looks ahead on a hand, which then is not asked again for the first few", async () => {
    const context = await import("@shikumi/assessment");
    const other = context.createWhatIfContext(edition.study);
    const few = { stages: [2], replications: 1 };
    const asked: number[] = [];
    const hand = (): Hand => ({
      isReady: () => true,
      evaluate: async (whatIf, columns, future) => {
        asked.push(future);
        return structuredClone({
          columns: context.evaluateFuture(other, whatIf, columns, future),
          layout: context.layoutOfWhatIf(other, whatIf, columns),
        });
      },
    });
    const plain = await openedLead(async () => edition);
    const ahead = await openedLead(async () => edition, hand, 1);
    const lever = [...edition.study.levers.values()].find(({ needs }) => needs.length === 0)?.id ?? "";
    await ahead.lead.take({ kind: "expect", whatIfs: [choice(lever)], isUrgent: false, refinement: few });
    expect(asked).toEqual([0, 1]);

    for (const { lead } of [plain, ahead])
      await lead.take({ kind: "choose", generation: 1, whatIf: choice(lever), refinement: few });
    expect(asked).toEqual([0, 1]);
    expect(findingsIn(ahead.told)).toEqual(findingsIn(plain.told));
  });
});

/** A worker that holds what it was told and says what the test wants. */
class FakeWorker implements WorkerLike {
  readonly got: (ToLead | ToHand)[] = [];
  isOpen = true;
  readonly #listeners = new Map<string, (event: never) => void>();
  addEventListener(type: "message" | "error", listener: (event: never) => void): void {
    this.#listeners.set(type, listener);
  }
  postMessage(message: ToLead | ToHand): void {
    this.got.push(message);
  }
  terminate(): void {
    this.isOpen = false;
  }
  say(data: FromLead): void {
    this.#listeners.get("message")?.({ data } as never);
  }
  stop(message: string): void {
    this.#listeners.get("error")?.({ message } as never);
  }
}

function findingsOf(whatIf: WhatIf, futures: number): WhatIfFindings {
  const run = { key: `${whatIf.levers.join("+")} ${JSON.stringify(whatIf.fixed)}`, futures };
  return { whatIf, run, domains: [], missions: [] } as unknown as WhatIfFindings;
}

describe("the store", () => {
  const told = (generation: number, whatIf: WhatIf, done: number): FromLead => ({
    kind: "findings",
    generation,
    findings: findingsOf(whatIf, done),
    ...(generation === 1 ? { baseline: findingsOf(presentChoice, done) } : {}),
    done,
    total: 300,
  });
  const opened = (): { worker: FakeWorker; store: LiveStore } => {
    const worker = new FakeWorker();
    const store = new LiveStore([worker]);
    worker.say({ kind: "opened" });
    return { worker, store };
  };

  it("[L1] computes the present arrangement first, and goes through its states", () => {
    const worker = new FakeWorker();
    const store = new LiveStore([worker]);
    let changes = 0;
    store.subscribe(() => changes++);
    expect(store.snapshot().status.kind).toBe("starting");

    worker.say({ kind: "opened" });
    expect(worker.got).toMatchObject([{ kind: "choose", generation: 1, whatIf: presentChoice }]);
    worker.say(told(1, presentChoice, 2));
    expect(store.snapshot().status).toEqual({ kind: "running", done: 2, total: 300 });
    worker.say(told(1, presentChoice, 300));
    expect(store.snapshot().status).toEqual({ kind: "ready" });
    expect(store.snapshot().baseline?.run.futures).toBe(300);
    expect(changes).toBeGreaterThan(2);
  });

  it("[L2] takes nothing of an older generation", () => {
    const { worker, store } = opened();
    store.choose(choice("x"));
    worker.say(told(1, presentChoice, 300));
    expect(store.snapshot().findings).toBeUndefined();
    worker.say(told(2, choice("x"), 2));
    expect(store.snapshot().findings?.whatIf).toEqual(choice("x"));
  });

  it("[L4] keeps as ghost what the last choice had, and while a hand moves what stood before", () => {
    const { worker, store } = opened();
    worker.say(told(1, presentChoice, 2));
    store.choose({ ...presentChoice, fixed: { x: 1 } }, { isMoving: true });
    worker.say(told(2, store.snapshot().choice, 2));
    store.choose({ ...presentChoice, fixed: { x: 2 } }, { isMoving: true });
    worker.say(told(3, store.snapshot().choice, 2));
    store.choose({ ...presentChoice, fixed: { x: 3 } });
    worker.say(told(4, store.snapshot().choice, 2));
    expect(store.snapshot().before?.whatIf).toEqual(presentChoice);

    store.choose(choice("y"));
    expect(store.snapshot().before?.whatIf.fixed).toEqual({ x: 3 });
    store.choose(choice("z"));
    expect(store.snapshot().before?.whatIf.fixed).toEqual({ x: 3 });
  });

  it("[L4] keeps a ghost of the present arrangement at as many futures as the findings", () => {
    const { worker, store } = opened();
    worker.say(told(1, presentChoice, 2));
    const few = store.snapshot().findings;
    store.choose(choice("x"));
    const baseline = structuredClone(few);
    worker.say({ ...told(2, store.snapshot().choice, 300), ...(baseline === undefined ? {} : { baseline }) });

    expect(baseline).toBeDefined();
    expect(store.snapshot().before).toBe(baseline);
    expect(store.snapshot().before).not.toBe(few);
  });

  it("[L5] says that there are no workers, that one stopped, that levers do not combine", async () => {
    expect(new LiveStore([]).snapshot().status).toMatchObject({ kind: "failed", code: "no-workers" });
    const { worker, store } = opened();
    store.choose(choice("a"));
    worker.say({ kind: "no-findings", generation: 2, code: "levers", detail: "a" });
    expect(store.snapshot().status).toMatchObject({ kind: "failed", code: "levers" });
    store.choose(choice("b"));
    expect(store.snapshot().status.kind).toBe("running");

    const asked = store.ask("study", { levers: [] });
    worker.stop("out of memory");
    await expect(asked).rejects.toMatchObject({ code: "stopped", message: "out of memory" });
    await expect(store.ask("study", { levers: [] })).rejects.toBeInstanceOf(LiveError);
  });

  it("[L6] hands answers, progress and refusals to those who asked, and cancels", async () => {
    const { worker, store } = opened();
    const done: number[] = [];
    const one = store.ask("study", { levers: [] }, { progress: (count) => done.push(count) });
    const two = store.ask("study", { levers: ["x"] });
    const stop = new AbortController();
    const three = store.ask("study", { levers: [] }, { signal: stop.signal });
    worker.say({ kind: "progress", id: 1, done: 4, total: 8 });
    worker.say({ kind: "no-answer", id: 2, code: "levers", detail: "x" });
    worker.say({ kind: "answer", id: 1, answer: edition.study });
    stop.abort();

    expect(await one).toBe(edition.study);
    expect(done).toEqual([4]);
    await expect(two).rejects.toMatchObject({ code: "levers" });
    await expect(three).rejects.toMatchObject({ code: "cancelled" });
    expect(worker.got.at(-1)).toEqual({ kind: "cancel", id: 3 });
  });

  it("[L7] expects nothing before the study was read, and ends its workers", () => {
    const early = new FakeWorker();
    new LiveStore([early]).expect([choice("x")]);
    expect(early.got).toEqual([]);
    const { worker, store } = opened();
    store.expect([choice("x")], { isUrgent: true });
    expect(worker.got.at(-1)).toMatchObject({ kind: "expect", isUrgent: true });
    store.close();
    expect(worker.isOpen).toBe(false);
  });

  it("[L5] refuses, when it loads, what the codec refuses", async () => {
    const { loadEdition } = await import("../../src/edition/load-edition.ts");
    const address = (text: string): string => `data:application/json,${encodeURIComponent(text)}`;
    const signal = new AbortController().signal;
    const sizes: number[] = [];
    const loaded = await loadEdition(address(encodeEdition(edition)), (done) => sizes.push(done), signal);

    expect(loaded).toEqual(edition);
    expect(sizes.length).toBeGreaterThan(0);
    await expect(loadEdition(address("{"), () => {}, signal)).rejects.toMatchObject({ code: "not-json" });
    await expect(loadEdition("http://127.0.0.1:1/edition.json", () => {}, signal)).rejects.toMatchObject({
      code: "unreachable",
    });
  });
});
