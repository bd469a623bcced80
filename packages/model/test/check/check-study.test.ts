import { messageFor } from "@shikumi/core/diagnostic";
import { describe, expect, it } from "vitest";
import { checkMessages, checkSeverities, checkStudy } from "../../src/check/index.ts";
import type { Condition } from "../../src/study/condition.ts";
import type { Authority } from "../../src/study/law.ts";
import { future, level, makeStudy, need, on, type StudyParts, slot } from "../law/make-study.ts";
import { clean } from "./clean-study.ts";

type Changes = { readonly [Name in keyof StudyParts]?: Readonly<Record<string, unknown>> };

/** The clean study with fields of some elements, or whole new elements, written over. */
function changed(changes: Changes): StudyParts {
  const merged: Record<string, unknown> = { ...clean };
  for (const [collection, elements] of Object.entries(changes)) {
    merged[collection] = merge(merged[collection], elements, collection === "missions" ? 2 : 1);
  }
  return merged as StudyParts;
}

function merge(before: unknown, change: unknown, depth: number): unknown {
  if (depth < 0 || typeof before !== "object" || typeof change !== "object") return change;
  const merged: Record<string, unknown> = { ...before };
  for (const [name, value] of Object.entries(change ?? {}))
    merged[name] = merge(merged[name], value, depth - 1);
  return merged;
}

const found = (changes: Changes) => checkStudy(makeStudy(changed(changes)));
const codes = (changes: Changes) => found(changes).map(({ code }) => code);

describe("checkStudy", () => {
  it("[C1] finds nothing in a consistent study", () => {
    expect(checkStudy(makeStudy(clean))).toEqual([]);
  });

  it("[C1] reports at the element, in canonical order, whatever the order of finding", () => {
    const study = makeStudy(changed({ levers: { more: { answers: [] } }, capabilities: { boat: {} } }));

    const [first, second, ...others] = checkStudy(study);

    expect([first?.code, second?.code]).toEqual(["capability-unused", "lever-answers-nothing"]);
    expect(first?.span).toEqual(study.capabilities.get("boat")?.span);
    expect(second?.span).toEqual(study.levers.get("more")?.span);
    expect(others).toEqual([]);
  });
});

describe("provisions that clash", () => {
  const art82: Partial<Authority> = { ...clean.authorities?.["ART-82"] };
  const clash = (bar: Partial<Authority>, grant: Partial<Authority> = {}) =>
    codes({ authorities: { "ART-9": { for: undefined, ...bar }, "ART-82": grant } });
  const facts = (...is: string[]): Condition[] => [{ kind: "fact", fact: "mines", is }];
  const since = (date: string) => [{ from: on(date), until: Number.POSITIVE_INFINITY }];

  it("[C2] are one error that names both articles, and points to both", () => {
    const [only, ...others] = found({ authorities: { "ART-9": { for: ["ours", "theirs"] } } });

    expect(others).toEqual([]);
    expect(only).toMatchObject({
      code: "provisions-clash",
      severity: "error",
      args: {
        first: "ART-82",
        second: "ART-9",
        activity: "escort",
        organisation: "JP-NAVY",
        rank: "statute",
      },
      related: [{ role: "first" }],
    });
    const text = (language: "ja" | "en") =>
      messageFor("provisions-clash", only?.args ?? {}, checkMessages[language]).text;
    expect(text("en")).toContain("ART-82 (SDF Act, art. 82) and ART-9 (Constitution, art. 9) clash");
    expect(text("ja")).toContain("ART-82（自衛隊法第82条）とART-9（憲法第9条）");
  });

  it("[C2] a duty clashes as well", () => {
    expect(clash({}, { says: "must" })).toEqual(["provisions-clash"]);
  });

  it("[C2] do not clash if rank, date or a stated order, direct or through others, decides", () => {
    expect(clash({ rank: "constitution" })).toEqual([]);
    expect(clash({ valid: since("1947-05-03") }, { valid: since("1954-07-01") })).toEqual([]);
    expect(clash({ valid: since("1954-07-01") }, { valid: since("1954-07-01") })).toEqual([
      "provisions-clash",
    ]);
    expect(clash({ over: ["ART-82"] })).toEqual([]);
    expect(clash({}, { over: ["ART-9"] })).toEqual([]);
    expect(
      codes({
        authorities: {
          "ART-9": { for: undefined, over: ["ART-8"] },
          "ART-8": { over: ["ART-82"] },
        },
      }),
    ).toEqual([]);
  });

  it("[C2] do not clash where activity, organisation, beneficiary, place or situation differ", () => {
    expect(clash({ activities: ["moor"] })).toEqual([]);
    expect(clash({ actsThrough: ["JP-MOD"] })).toEqual([]);
    expect(clash({ for: ["theirs"] })).toEqual([]);
    expect(clash({ at: ["gulf"] }, { at: ["kure"] })).toEqual([]);
    expect(clash({ at: ["gulf"] }, { at: undefined })).toEqual(["provisions-clash"]);
    expect(clash({ in: ["war"] }, { in: ["crisis"] })).toEqual([]);
    expect(clash({ in: ["war", "crisis"] }, { in: ["crisis"] })).toEqual(["provisions-clash"]);
    expect(clash({ in: ["war"] }, { in: [] })).toEqual(["provisions-clash"]);
  });

  it("[C3] do not clash where facts, judgements or time prove that only one can fit", () => {
    const judged: Condition = { kind: "judgement", judgement: "need", by: "PM", given: level(1) };
    const within = (hours: number): Condition => ({ kind: "within", time: level(hours, "time") });
    const not = (of: Condition): Condition => ({ kind: "not", of });

    expect(clash({ when: facts("laid") }, { when: facts("abandoned") })).toEqual([]);
    expect(clash({ when: facts("laid", "drifting") }, { when: facts("drifting") })).toEqual([
      "provisions-clash",
    ]);
    expect(clash({ unless: facts("drifting") }, { when: facts("drifting") })).toEqual([]);
    expect(clash({ unless: facts("drifting") }, { when: facts("drifting", "laid") })).toEqual([
      "provisions-clash",
    ]);
    expect(clash({ when: [judged] }, { unless: [judged] })).toEqual([]);
    expect(clash({ when: [not(within(72))] }, { when: [within(24)] })).toEqual([]);
    expect(clash({ when: [not(within(24))] }, { when: [within(72)] })).toEqual(["provisions-clash"]);
    expect(clash({ when: [not(within(72))] })).toEqual(["provisions-clash"]);
    expect(
      clash({ when: [{ kind: "any", of: [...facts("a"), ...facts("b")] }] }, { when: facts("c") }),
    ).toEqual([]);
  });

  it("[C3] are taken to clash where there are too many facts to try, or the limit differs by future", () => {
    const many = Array.from(
      { length: 13 },
      (_, i): Condition => ({ kind: "fact", fact: `f${i}`, is: ["yes"] }),
    );
    const some: Condition = { kind: "within", time: level(future("aircraft"), "time") };

    expect(clash({ when: many }, { unless: many })).toEqual(["provisions-clash"]);
    expect(clash({ when: many.slice(0, 5) }, { unless: many.slice(0, 5) })).toEqual([]);
    expect(clash({ when: [some] })).toEqual(["provisions-clash"]);
  });

  it("[C3] do not clash where one is left out on purpose", () => {
    expect(art82.activities).toContain("escort");
    expect(clash({ notEncoded: { ja: "略", en: "Left out." } })).toEqual([]);
  });
});

describe("circles", () => {
  it.each<[string, Changes, string]>([
    [
      "over-cycle",
      { authorities: { "ART-82": { over: ["ART-9"] }, "ART-9": { over: ["ART-82"] } } },
      "ART-82 → ART-9 → ART-82",
    ],
    ["superior-cycle", { organisations: { "JP-MOD": { under: "JP-NAVY" } } }, "JP-MOD → JP-NAVY → JP-MOD"],
    ["place-cycle", { places: { ocean: { inside: "gulf" } } }, "gulf → ocean → gulf"],
    ["situation-cycle", { situations: { crisis: { needs: "crisis" } } }, "crisis → crisis"],
    ["lever-cycle", { levers: { more: { needs: ["later"] } } }, "later → more → later"],
  ])("[C4] of %s are an error with the way round", (code, changes, cycle) => {
    expect(found(changes)).toMatchObject([{ code, severity: "error", args: { cycle } }]);
  });

  it.each<[string, Changes, string]>([
    ["after", { missions: { answer: { search: { after: ["moor"] } } } }, "escort → search → moor → escort"],
    [
      "any-of",
      { missions: { answer: { search: { anyOf: ["answer.escort"] } } } },
      "escort → search → escort",
    ],
    ["made-by", { information: { position: { madeBy: "answer.moor" } } }, "escort → moor → escort"],
  ])("[C5] of tasks through %s are an error", (_field, changes, cycle) => {
    expect(found(changes)).toMatchObject([{ code: "task-cycle", args: { cycle } }]);
  });

  it("[C5] of two missions are told apart: what another mission makes is not waited for", () => {
    const changes = {
      information: { position: { madeBy: "other.escort" } },
      missions: { other: { escort: { activity: "moor" } } },
      roles: { "other.escort": { lead: "FIRM" } },
    };

    expect(codes(changes)).toEqual([]);
  });
});

describe("cascades", () => {
  const cause = (incident: string, chance: number) => ({
    incident,
    chance: level(chance),
    after: slot(0),
    when: [],
  });

  it("[C6] of at least one child in some future are an error", () => {
    const uniform = (high: number) => ({
      kind: "uniform",
      low: { kind: "number", value: 0 },
      high: { kind: "number", value: high },
    });

    expect(codes({ uncertainties: { again: { values: uniform(0.99) } } })).toEqual([]);
    expect(found({ uncertainties: { again: { values: uniform(1) } } })).toMatchObject([
      { code: "cascade-endless", severity: "error", args: { incidents: "attack" } },
    ]);
  });

  it("[C6] are judged by all ways round together", () => {
    const pair = (back: number) => ({
      incidents: {
        attack: { causes: [cause("attack", 0.5), cause("quake", 0.8)] },
        quake: { causes: [cause("attack", back), cause("flood", 1), cause("flood", 1)] },
        flood: {},
      },
      uncertainties: { again: { disputed: true } },
    });

    // The radius is 1 where 0.5 + 0.8·back = 1, so for back = 0.625.
    expect(codes(pair(0.62))).toEqual([]);
    expect(codes(pair(0.625))).toEqual(["cascade-endless"]);
    expect(codes(pair(0.63))).toEqual(["cascade-endless"]);
  });

  it("[C6] add up all rules to one child, and no chance counts for more than one", () => {
    const again = { uncertainties: { again: { disputed: true } } };
    const both = { attack: { causes: [cause("attack", 0.5), cause("attack", 0.5)] } };
    const beyond = { attack: { causes: [cause("quake", 1.5)] }, quake: { causes: [cause("attack", 0.8)] } };

    expect(codes({ ...again, incidents: both })).toEqual(["cascade-endless"]);
    expect(codes({ ...again, incidents: beyond })).toEqual([]);
  });

  it("[C6] take a chance without an upper end as one", () => {
    const normal = {
      kind: "normal",
      mean: { kind: "number", value: 0 },
      deviation: { kind: "number", value: 1 },
    };

    expect(codes({ uncertainties: { again: { values: normal } } })).toEqual(["cascade-endless"]);
  });
});

describe("who answers for a task", () => {
  const search = (accountable: unknown): Changes => ({ missions: { answer: { search: { accountable } } } });

  it("[C7] is one organisation per party, and of that party", () => {
    const both = [
      { party: "JPN", organisation: "JP-NAVY" },
      { party: "JPN", organisation: "JP-MOD" },
    ];
    const foreign = [...both.slice(0, 1), { party: "USA", organisation: "JP-MOD" }];

    expect(found(search(both))).toMatchObject([
      {
        code: "accountable-twice",
        args: { task: "answer.search", party: "JPN", first: "JP-NAVY", organisation: "JP-MOD" },
      },
    ]);
    expect(found(search(foreign))).toMatchObject([
      { code: "accountable-of-other-party", args: { party: "USA", organisation: "JP-MOD", found: "JPN" } },
    ]);
  });

  it("[C8] is missed for a party whose organisations hold the means and could be permitted", () => {
    expect(found(search([]))).toMatchObject([
      { code: "accountable-missing", severity: "warning", args: { party: "JPN", organisations: "JP-NAVY" } },
    ]);
    expect(codes({ ...search([]), authorities: { "ART-82": { activities: ["escort"] } } })).toEqual([
      "activity-not-in-law",
    ]);
  });

  it("[C8] is not missed where the law ended before the run, or speaks of others or another place", () => {
    const law = (limits: Partial<Authority>) => ({
      ...search([]),
      authorities: {
        SEARCH: { activities: ["search"], actsThrough: ["JP-NAVY"], ...limits },
        "ART-82": { activities: ["escort"] },
      },
    });

    expect(codes(law({}))).toEqual(["accountable-missing"]);
    expect(codes(law({ valid: [{ from: -100, until: 0 }] }))).toEqual([]);
    expect(codes(law({ valid: [{ from: 8760, until: 9000 }] }))).toEqual([]);
    for (const [task, limits] of [
      [{ for: "ours" }, { for: ["theirs"] }],
      [{ at: "kure" }, { at: ["gulf"] }],
    ] as const) {
      const limited = { answer: { search: { accountable: [], ...task } } };
      expect(codes({ ...law(limits), missions: limited })).toEqual([]);
      expect(codes({ ...law({}), missions: limited })).toEqual(["accountable-missing"]);
    }
  });

  it("[C9] must be somebody: a holder, a lead or an accountable organisation", () => {
    const nobody = { roles: { "answer.moor": { lead: undefined } } };

    expect(found(nobody)).toMatchObject([{ code: "task-without-anyone", args: { task: "answer.moor" } }]);
    expect(codes({ roles: { "answer.moor": { lead: undefined, supports: ["FIRM"] } } })).toEqual([]);
  });

  it("[C9] counts those who may draw on a holding", () => {
    const shared = {
      roles: { "answer.moor": { lead: undefined } },
      missions: { answer: { moor: { needs: [need("tug")], at: "kure" } } },
      capabilities: { tug: {} },
      mechanisms: { HOST: { planning: true } },
    };

    expect(codes(shared)).toEqual(["task-without-anyone"]);
    expect(codes({ ...shared, holdings: { tugs: { what: "tug", of: "FIRM", at: "kure" } } })).toEqual([
      "accountable-missing",
    ]);
    const lent = { tugs: { what: "tug", of: "FIRM", at: "kure", sharedWith: ["JP-NAVY"] } };
    expect(codes({ ...shared, holdings: lent }).sort()).toEqual([
      "accountable-missing",
      "activity-not-in-law",
    ]);
  });
});

describe("what the law and the tasks do not use", () => {
  it("[C10] an activity no provision mentions is shown with near names, once", () => {
    const changes = {
      missions: { answer: { escort: { activity: "escrot" }, search: { activity: "escrot" } } },
    };

    expect(found(changes)).toMatchObject([
      { code: "activity-not-in-law", args: { activity: "escrot", suggestions: "escort" } },
      { code: "authority-unused" },
      { code: "authority-unused" },
    ]);
  });

  it("[C10] an activity of firms alone needs no provision", () => {
    expect(codes({ roles: { "answer.moor": { lead: "JP-MOD" } } })).toEqual(["activity-not-in-law"]);
    expect(codes({ roles: { "answer.moor": { lead: "FIRM" } } })).toEqual([]);
  });

  it.each<[string, Changes, string]>([
    ["authority-unused", { authorities: { OLD: { activities: ["sail"] } } }, "OLD"],
    ["mechanism-unused", { mechanisms: { IDLE: { agreement: ["sail"] } } }, "IDLE"],
    ["information-unused", { information: { rumour: {} } }, "rumour"],
    ["capability-unused", { capabilities: { boat: {} } }, "boat"],
    ["decider-unused", { deciders: { CLERK: {} } }, "CLERK"],
    ["uncertainty-unused", { uncertainties: { weather: {} } }, "weather"],
  ])("[C11] %s is a warning", (code, changes, id) => {
    expect(found(changes)).toMatchObject([{ code, severity: "warning", args: { id } }]);
  });

  it("[C11] a mechanism is used through any of the things it unlocks", () => {
    const unlocks: Readonly<Record<string, unknown>>[] = [
      { planning: true },
      { cell: { members: [], standsUp: slot(0), handles: level(1) } },
      { duties: [{ of: "JPN", to: "USA", activities: [] }] },
      { contributions: [{ by: "JPN", to: "USA", kind: "base", worth: undefined }] },
      { agreement: ["escort"] },
      { access: [{ at: [], to: undefined, for: undefined }] },
      { logistics: [{ to: undefined, for: ["search"] }] },
      { information: [{ types: ["maritime"], upTo: "open", takes: slot(0) }] },
    ];

    for (const unlock of unlocks) expect(codes({ mechanisms: { NEW: unlock } })).toEqual([]);
    for (const idle of [
      { access: [{ at: [], to: undefined, for: ["sail"] }] },
      { logistics: [{ to: undefined, for: ["sail"] }] },
      { information: [{ types: ["cyber"], upTo: "open", takes: slot(0) }] },
    ]) {
      expect(codes({ mechanisms: { NEW: idle } })).toEqual(["mechanism-unused"]);
    }
  });

  it("[C11] a decider is used by a judgement, access, a power or a lever, and a disputed figure by itself", () => {
    const asks: Changes[] = [
      {
        authorities: {
          "ART-82": { when: [{ kind: "judgement", judgement: "j", by: "CLERK", given: level(1) }] },
        },
      },
      { authorities: { "ART-82": { empowers: "CLERK" } } },
      { levers: { more: { passes: "CLERK" } } },
      {
        places: {
          kure: {
            access: { kind: "consent", by: "CLERK", takes: slot(0), hesitates: slot(0), given: level(1) },
          },
        },
      },
    ];

    for (const ask of asks) expect(codes({ ...ask, deciders: { CLERK: {} } })).toEqual([]);
    expect(codes({ uncertainties: { "disputed.x": { disputed: true } } })).toEqual([]);
  });
});

describe("places", () => {
  it("[C13] no sea route joins with a port of the ships needed are shown", () => {
    expect(found({ routes: { two: { joins: ["strait", "elsewhere"] } } })).toMatchObject([
      {
        code: "place-not-reached",
        args: { place: "gulf", capability: "ship", task: "answer.escort", ports: "kure" },
      },
    ]);
    expect(codes({ routes: { two: { mode: "road" } } })).toEqual(["place-not-reached"]);
    const twice = { answer: { search: { needs: [need("ship"), need("aircraft")] } } };
    expect(codes({ routes: { two: { mode: "road" } }, missions: twice })).toEqual([
      "place-not-reached",
      "accountable-missing",
    ]);
  });

  it("[C13] reached by air only, or from the port itself, are not", () => {
    const byAir = { routes: { two: { mode: "road" } }, capabilities: { ship: { moves: "air" } } };

    expect(codes(byAir)).toEqual([]);
    expect(codes({ routes: { two: { mode: "road" } }, holdings: { ships: { at: "gulf" } } })).toEqual([]);
  });

  it("[C14] closed to everybody are shown where a task is done", () => {
    const closed = { mechanisms: { HOST: { access: [], planning: true } } };

    expect(found(closed)).toMatchObject([
      { code: "place-closed-to-all", args: { place: "djibouti", task: "answer.moor" } },
    ]);
    expect(codes({ ...closed, organisations: { "DJ-NAVY": { party: "DJI" } } })).toEqual([]);
    expect(codes({ ...closed, places: { djibouti: { access: { kind: "open" } } } })).toEqual([]);
    expect(codes({ ...closed, missions: { answer: { moor: { at: "gulf" } } } })).toEqual([]);
  });
});

describe("evidence", () => {
  it("[C15] a lever that answers no task is shown", () => {
    expect(found({ levers: { more: { answers: [] } } })).toMatchObject([
      { code: "lever-answers-nothing", severity: "warning", args: { lever: "more" } },
    ]);
  });

  it("[C20] a lever proposed by a source later than the baseline, or by one without a date, is an error", () => {
    const issued = (text: string | undefined) => codes({ sources: { plan: { issued: text } } });

    expect(found({ sources: { plan: { issued: "2009-02" } } })).toMatchObject([
      {
        code: "proposal-later-than-baseline",
        severity: "error",
        args: { baseline: "2008-12-31", issued: "2009-02" },
      },
    ]);
    expect(issued(undefined)).toEqual(["proposal-undated"]);
  });

  it("[C19] a date of which only the year or month is known is later only if all of it is", () => {
    const issued = (text: string) => codes({ sources: { plan: { issued: text } } });

    expect([issued("2008"), issued("2008-12"), issued("n.d.")]).toEqual([[], [], []]);
    expect(issued("2009")).toEqual(["proposal-later-than-baseline"]);
  });
});

describe("messages", () => {
  it("[C16] exist for every code in both languages, with a help", () => {
    for (const code of Object.keys(checkSeverities)) {
      const en = messageFor(code, { id: "ID", cycle: "a → a" }, checkMessages.en);
      const ja = messageFor(code, { id: "ID", cycle: "a → a" }, checkMessages.ja);
      expect(en.text).toMatch(/^[ -~→]+$/);
      expect(en.help).toMatch(/^[ -~]+$/);
      expect(ja.text).toMatch(/[ぁ-ん]/);
      expect(ja.help).toMatch(/[ぁ-ん]/);
    }
  });
});
