import { resolve } from "node:path";
import type { AssessmentPlan } from "@shikumi/assessment";
import { compareDiagnostics } from "@shikumi/core/diagnostic";
import { checkStudy, parseStudy, type StudyFile } from "@shikumi/model";
import { readSiteAssets, SiteServer, watchStudy } from "@shikumi/workbench/publish";
import { failureOf } from "../output/failure.ts";
import { givenAssessment } from "../study/given-assessment.ts";
import { type ReadStudy, readStudy } from "../study/open-study.ts";
import { planOf, runAssessment } from "../study/run-assessment.ts";
import { siteFolder } from "../study/site-folder.ts";
import { withSeed } from "../study/with-seed.ts";
import type { Outcome, Session } from "./command.ts";

/** Serves the live edition of a study to this machine, computes its results, and again whenever a file is saved, until it is interrupted. */
export async function open(session: Session): Promise<Outcome> {
  const { effects, options, say } = session;
  const assets = await readSiteAssets(siteFolder(effects));
  const read = await readStudy(session);
  if (read.study !== undefined) planOf(read.study, session);
  const server = await SiteServer.start(assets, { port: options.count("port") ?? 0 });
  const tell = options.flag("json") ? effects.err : effects.out;
  let work = new Work(server, session, tell);
  try {
    tell(
      `${say("open-address", { address: server.address })}\n${say("open-watching", { path: read.path })}\n`,
    );
    const given = options.text("assessment");
    if (given !== undefined && read.study !== undefined) {
      const results = await givenAssessment(resolve(effects.cwd, given), given, read.study);
      server.show({ ...read, ...results });
    } else void work.show(read);
    await watchStudy(
      resolve(effects.cwd, read.path),
      read.files,
      (files) => {
        const before = work;
        const next = new Work(server, session, tell);
        work = next;
        void before.stop().then(() => next.show(readAgain(read.path, files)));
      },
      { signal: effects.signal },
    );
  } finally {
    await work.stop();
    await server.close();
  }
  return {
    status: "clean",
    data: { address: server.address },
    diagnostics: [],
    text: () => `${say("open-closed")}\n`,
  };
}

/** The files of a study as they were saved. */
function readAgain(path: string, files: readonly StudyFile[]): ReadStudy {
  const { study, diagnostics, counts } = parseStudy(files);
  const found = study === undefined ? [] : checkStudy(study);
  return { path, files, study, diagnostics: [...diagnostics, ...found].sort(compareDiagnostics), counts };
}

/** What a first look is made of: the present arrangement and its causes, in few futures. */
const firstLook: AssessmentPlan = { futures: 2, replications: 1, packages: [], levers: [], removal: false };

/** Computes the results of one state of the study for the page, first few and then all. */
class Work {
  readonly #server: SiteServer;
  readonly #session: Session;
  readonly #tell: (text: string) => void;
  readonly #stop = new AbortController();
  #done: Promise<void> = Promise.resolve();

  constructor(server: SiteServer, session: Session, tell: (text: string) => void) {
    this.#server = server;
    this.#session = session;
    this.#tell = tell;
  }

  /** Never rejects: what goes wrong is told. */
  show(read: ReadStudy): Promise<void> {
    this.#done = this.#show(read).catch((error: unknown) => {
      if (this.#stop.signal.aborted) return;
      const { say } = this.#session;
      this.#tell(`${say("open-failed", { text: failureOf(error, say).text })}\n`);
    });
    return this.#done;
  }

  /** Ends the work; resolves when nothing of it is left. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#done;
  }

  async #show(read: ReadStudy): Promise<void> {
    const { effects, options, say } = this.#session;
    if (this.#stop.signal.aborted) return;
    const errors = read.diagnostics.filter(({ severity }) => severity === "error");
    if (read.study === undefined || errors.length > 0) {
      const nothing = { study: undefined, assessment: undefined, plan: {} };
      this.#server.show({ ...read, ...nothing });
      this.#tell(`${say("open-errors", { path: read.path, count: errors.length })}\n`);
      return;
    }
    const seed = options.count("seed");
    const found = { ...read, study: read.study };
    const usable = seed === undefined ? found : withSeed(found, seed);
    const whole = planOf(usable.study, this.#session);
    const signal = AbortSignal.any([effects.signal, this.#stop.signal]);
    const session = { ...this.#session, effects: { ...effects, signal } };
    for (const plan of [
      { ...firstLook, ...(whole.domains === undefined ? {} : { domains: whole.domains }) },
      whole,
    ]) {
      const assessment = await runAssessment(usable, plan, session);
      if (signal.aborted) return;
      this.#server.show({ ...usable, plan, assessment });
      const { futures = 0, replications = 0 } = assessment.runs[0] ?? {};
      this.#tell(`${say(plan === whole ? "open-results" : "open-first", { futures, replications })}\n`);
    }
  }
}
