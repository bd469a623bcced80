import { type LegalQuestion, type Study, type VerdictKind, verdict } from "@shikumi/model";
import { describe, expect, it, vi } from "vitest";
import { sampleFuture } from "../../src/number/future.ts";
import { hoursOf } from "../../src/number/ticks.ts";
import { isOpen } from "../interpreter/cell.ts";
import { interpret } from "../interpreter/interpret.ts";
import { inForce } from "../interpreter/version.ts";
import type { Asker, TaskCase, World } from "../interpreter/world.ts";
import { lawStudy } from "./law-study.ts";

/** What a run made of one question of law, and what the law says to the same question. */
interface Answer {
  readonly event: "may act" | "may not act" | "permitted" | "refused by law";
  readonly verdict: VerdictKind;
  readonly undetermined: "refused" | "granted";
  /** Provisions left out on purpose on which the verdict hangs. */
  readonly leftOut: number;
  readonly study: Study;
  readonly question: LegalQuestion;
}

const heard: Answer[] = [];
/** The verdict when an asker first asked the law: what comes later in its walk is read later. */
const firstAsked = new Map<TaskCase, Map<string, Answer>>();

function answer(world: World, actor: string, task: TaskCase, event: Answer["event"]): Answer {
  const { incident } = task;
  const study = inForce(world, incident);
  const question: LegalQuestion = {
    ...{ actor, activity: task.task.activity, hours: hoursOf(world.now) },
    ...(task.beneficiary === undefined ? {} : { beneficiary: task.beneficiary }),
    ...(task.place === undefined ? {} : { place: task.place }),
    situations: [...study.situations.keys()].filter((id) => isOpen(world, id, incident)),
    facts: Object.fromEntries(incident.facts),
    sinceOnset: hoursOf(world.now - incident.onset),
  };
  const { kind, notEncoded } = verdict(study, question);
  const undetermined = world.spec.undetermined ?? "refused";
  return { event, verdict: kind, undetermined, leftOut: notEncoded.length, study, question };
}

function askedNow(world: World, actor: string, task: TaskCase): Answer {
  const before = firstAsked.get(task)?.get(actor);
  if (before !== undefined) return before;
  const now = answer(world, actor, task, "permitted");
  firstAsked.set(task, new Map([...(firstAsked.get(task) ?? []), [actor, now]]));
  return now;
}

vi.mock("../interpreter/law.ts", async (original) => {
  const law = await original<typeof import("../interpreter/law.ts")>();
  return {
    ...law,
    mayAct: (world: World, actor: string, task: TaskCase): boolean => {
      const may = law.mayAct(world, actor, task);
      heard.push(answer(world, actor, task, may ? "may act" : "may not act"));
      return may;
    },
    fits: (...given: Parameters<typeof law.fits>): boolean => {
      askedNow(given[0], given[2], given[3]);
      return law.fits(...given);
    },
    isBarred: (world: World, asker: Asker): boolean => {
      askedNow(world, asker.organisation, asker.task);
      return law.isBarred(world, asker);
    },
    barringCause: (...given: Parameters<typeof law.barringCause>): string | undefined => {
      const [world, , asker] = given;
      askedNow(world, asker.organisation, asker.task);
      return law.barringCause(...given);
    },
  };
});

vi.mock("../interpreter/record.ts", async (original) => {
  const record = await original<typeof import("../interpreter/record.ts")>();
  return {
    ...record,
    noteAsker: (...given: Parameters<typeof record.noteAsker>): void => {
      const [world, what, asker] = given;
      if (what === "permit" || (what === "refused" && isRefusedByLaw(asker, given[3]?.cause)))
        heard.push({
          ...askedNow(world, asker.organisation, asker.task),
          event: what === "permit" ? "permitted" : "refused by law",
        });
      record.noteAsker(...given);
    },
  };
});

/** Refused because nothing fits or a prohibition does, and not because what fits was denied. */
function isRefusedByLaw(asker: Asker, cause: string | undefined): boolean {
  return cause === "law.basis" && asker.latestDenial === undefined;
}

const scale = Number(process.env["SHIKUMI_TEST_SCALE"] ?? "1");
const studies = Math.max(10, Math.round(60 * scale));

/** All questions of law that come up in runs of generated studies. */
function answersOf(): readonly Answer[] {
  heard.length = 0;
  for (let seed = 5000; seed < 5000 + studies; seed++) {
    const study = lawStudy(seed);
    if (study === undefined) continue;
    const future = sampleFuture(study, 0);
    for (const undetermined of ["refused", "granted"] as const) {
      for (const packageId of ["baseline", "pk0"]) {
        firstAsked.clear();
        interpret(study, packageId, "in-force", future, { replication: 0, undetermined, budget: 5_000 });
      }
    }
  }
  return [...heard];
}

function shown(answers: readonly Answer[]): readonly unknown[] {
  return answers.slice(0, 3).map(({ study, question, ...rest }) => ({
    ...{ ...rest, question, explanation: verdict(study, question).explanation },
  }));
}

const answers = answersOf();
const lawful: readonly VerdictKind[] = ["permitted", "obliged"];
const unlawful: readonly VerdictKind[] = ["prohibited", "no-basis"];
const open: readonly VerdictKind[] = ["undetermined", "not-encoded"];

/** Answers that a run gave while the law says one of these. */
function where(event: Answer["event"], kinds: readonly VerdictKind[]): readonly Answer[] {
  return answers.filter((one) => one.event === event && kinds.includes(one.verdict));
}

describe("the law of a run and the law as explained", () => {
  it("[Y1] meet in every way in which they can", () => {
    const seen = new Set(answers.map((one) => `${one.event}: ${one.verdict} (${one.undetermined})`));

    for (const undetermined of ["refused", "granted"]) {
      for (const kind of [...lawful, "undetermined", "not-encoded"])
        expect(seen).toContain(`may act: ${kind} (${undetermined})`);
      for (const kind of unlawful) expect(seen).toContain(`may not act: ${kind} (${undetermined})`);
    }
    for (const kind of open) expect(seen).toContain(`may not act: ${kind} (refused)`);
    expect(where("permitted", lawful).length).toBeGreaterThan(studies);
    expect(where("refused by law", [...unlawful, ...open]).length).toBeGreaterThan(0);
  });

  it("[Y1] agree on whom a task may be given to", () => {
    expect(shown(where("may not act", lawful))).toEqual([]);
    expect(shown(where("may act", unlawful))).toEqual([]);
  });

  it("[Y2] never permit an asker whose act has no basis or is prohibited", () => {
    expect(shown(where("permitted", unlawful))).toEqual([]);
  });

  it("[Y3] never refuse an asker as unlawful whose act is permitted or obliged", () => {
    expect(shown(where("refused by law", lawful))).toEqual([]);
  });

  it("[Y4] hold what is undetermined for want of facts between a run that refuses it and one that grants it", () => {
    const forWantOfFacts = (one: Answer): boolean => one.leftOut === 0;
    const helped = where("may act", ["undetermined"]).filter((one) => one.undetermined === "refused");
    const hindered = where("may not act", ["undetermined"]).filter((one) => one.undetermined === "granted");

    expect(shown(helped.filter(forWantOfFacts))).toEqual([]);
    expect(shown(hindered.filter(forWantOfFacts))).toEqual([]);
  });
});
