import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fits, verdict } from "../../src/law/index.ts";
import type { Condition } from "../../src/study/condition.ts";
import type { Authority } from "../../src/study/law.ts";
import type { Study } from "../../src/study/study.ts";
import { future, level, makeStudy, type StudyParts, step } from "./make-study.ts";

const people: StudyParts = {
  parties: { JPN: {}, USA: {} },
  kinds: { force: { default: "needs-basis" }, firm: { default: "free-unless-barred" } },
  organisations: {
    NAVY: {},
    GUARD: {},
    MINISTRY: {},
    FIRM: { kind: "firm" },
  },
  deciders: { MINISTER: {}, PM: {}, GOVERNOR: {} },
};

function lawOf(authorities: Readonly<Record<string, Partial<Authority>>>, more: StudyParts = {}): Study {
  const filled = Object.entries(authorities).map(([id, part]) => [
    id,
    { actsThrough: ["NAVY"], activities: ["escort"], ...part },
  ]);
  return makeStudy({ ...people, ...more, authorities: Object.fromEntries(filled) });
}

const ask = { actor: "NAVY", activity: "escort", hours: 0 };
const fact = (name: string, ...is: string[]): Condition => ({
  kind: "fact",
  fact: name,
  is: is.length > 0 ? is : ["yes"],
});
const judgement = (name: string): Condition => ({
  kind: "judgement",
  judgement: name,
  by: "MINISTER",
  given: level(0.5),
});

describe("a missing fact", () => {
  const study = lawOf({ L: { when: [fact("ceasefire")] } });

  it("[W1] gives undetermined, never permitted or no basis", () => {
    expect(verdict(study, ask)).toMatchObject({
      kind: "undetermined",
      missing: ["ceasefire"],
      by: undefined,
    });
    expect(verdict(study, { ...ask, facts: { ceasefire: "yes" } })).toMatchObject({
      kind: "permitted",
      by: "L",
    });
    expect(verdict(study, { ...ask, facts: { ceasefire: "no" } })).toMatchObject({ kind: "no-basis" });
  });

  it("[W1] is not read from the prototype of the facts", () => {
    const odd = lawOf({ L: { when: [fact("toString")] } });

    expect(verdict(odd, { ...ask, facts: {} }).missing).toEqual(["toString"]);
  });

  it("[W1] in a prohibition before a permission gives undetermined", () => {
    const barred = lawOf({
      BAR: { says: "must-not", rank: "constitution", when: [fact("combat")] },
      GRANT: {},
    });

    expect(verdict(barred, ask)).toMatchObject({ kind: "undetermined", missing: ["combat"] });
    expect(verdict(barred, { ...ask, facts: { combat: "no" } }).kind).toBe("permitted");
    expect(verdict(barred, { ...ask, facts: { combat: "yes" } }).kind).toBe("prohibited");
  });

  it("[W1] in a permission before a prohibition gives undetermined", () => {
    const excepted = lawOf({
      EXCEPTION: { when: [fact("rescue")], over: ["BAR"] },
      BAR: { says: "must-not" },
    });

    expect(verdict(excepted, ask)).toMatchObject({ kind: "undetermined", missing: ["rescue"] });
    expect(verdict(excepted, { ...ask, facts: { rescue: "no" } }).kind).toBe("prohibited");
  });

  it("[W1] that cannot matter any more leaves the verdict", () => {
    const study = lawOf({
      GRANT: { rank: "treaty" },
      BAR: { says: "must-not", when: [fact("combat")] },
    });

    expect(verdict(study, ask)).toMatchObject({ kind: "permitted", missing: [] });
  });
});

describe("basis and prohibition", () => {
  it("[W2] are different gaps", () => {
    expect(verdict(lawOf({}), ask)).toMatchObject({ kind: "no-basis", by: undefined });
    expect(verdict(lawOf({ BAR: { says: "must-not" } }), ask)).toMatchObject({
      kind: "prohibited",
      by: "BAR",
    });
  });

  it("[W3] an organ that is identified or empowered, but not let act, has no basis", () => {
    const study = lawOf({
      DEFINES: { activities: [], actsThrough: ["MINISTRY"] },
      L: { empowers: "MINISTRY", definedBy: "DEFINES", actsThrough: ["NAVY"] },
    });

    const organ = verdict(study, { ...ask, actor: "MINISTRY" });

    expect(organ.kind).toBe("no-basis");
    expect(organ.explanation.children.at(-1)?.children.slice(0, 4)).toMatchObject([
      { rule: "activity-covered", value: "true" },
      { rule: "empowers", args: { empowers: "MINISTRY" } },
      { rule: "defined-by", args: { definedBy: "DEFINES" } },
      { rule: "acts-through-others", args: { organisations: "NAVY" }, value: "false" },
    ]);
    expect(verdict(study, ask).kind).toBe("permitted");
  });

  it("[W5] a duty obliges, and the first that fits decides", () => {
    expect(verdict(lawOf({ L: { says: "must" } }), ask).kind).toBe("obliged");
    const study = lawOf({ LOW: { says: "must-not", rank: "guideline" }, HIGH: { rank: "statute" } });
    expect(verdict(study, ask)).toMatchObject({ kind: "permitted", by: "HIGH" });
  });

  it("[W2] an unknown organisation is a mistake of the caller", () => {
    expect(() => verdict(lawOf({}), { ...ask, actor: "NOBODY" })).toThrow(RangeError);
  });
});

describe("dates, beneficiaries and places", () => {
  it("[W4] the order is that of the date asked about", () => {
    const study = lawOf({
      BAR: { says: "must-not", valid: [{ from: -300, until: Number.POSITIVE_INFINITY }] },
      GRANT: {
        valid: [
          { from: -400, until: -100 },
          { from: 100, until: 200 },
        ],
      },
    });

    expect(verdict(study, { ...ask, hours: -200 }).kind).toBe("prohibited");
    expect(verdict(study, { ...ask, hours: 150 }).kind).toBe("permitted");
  });

  it("[W7] a limited provision does not fit a question that names nobody or no place", () => {
    expect(verdict(lawOf({ A: { for: ["nationals"] } }), { ...ask, place: "gulf" }).kind).toBe("no-basis");
    expect(verdict(lawOf({ A: { at: ["gulf"] } }), { ...ask, beneficiary: "nationals" }).kind).toBe(
      "no-basis",
    );
  });
});

describe("what is still to come", () => {
  const situations = { emergency: { open: [{ from: 100, until: 200 }] }, war: {} };

  it("[W8] a finding is pending until one of the situations is open", () => {
    const study = lawOf({ L: { in: ["emergency", "war"] } }, { situations });

    expect(verdict(study, ask)).toMatchObject({
      kind: "permitted",
      pending: [{ kind: "finding", authority: "L", situations: ["emergency", "war"] }],
    });
    expect(verdict(study, { ...ask, situations: ["war"] }).pending).toEqual([]);
    expect(verdict(study, { ...ask, hours: 150 }).pending).toEqual([]);
    expect(verdict(study, { ...ask, hours: 200 }).pending).toHaveLength(1);
  });

  it("[W8] a prohibition limited to a situation bars only while it is open", () => {
    const study = lawOf({ BAR: { says: "must-not", in: ["war"], rank: "treaty" }, L: {} }, { situations });

    expect(verdict(study, ask).kind).toBe("permitted");
    expect(verdict(study, { ...ask, situations: ["war"] }).kind).toBe("prohibited");
  });

  it("[W9] a prohibition that rests on a judgement is pending, not prohibiting", () => {
    const study = lawOf({
      BAR: { says: "must-not", rank: "treaty", when: [judgement("integrated-with-force")] },
      L: {},
    });

    expect(verdict(study, ask)).toMatchObject({
      kind: "permitted",
      by: "L",
      pending: [{ kind: "judgement", authority: "BAR", bars: true }],
    });
    expect(verdict(study, { ...ask, judgements: { "integrated-with-force": true } }).kind).toBe("prohibited");
    expect(verdict(study, { ...ask, judgements: { "integrated-with-force": false } }).pending).toEqual([]);
  });

  it("[W9] a judgement is not asked for where a fact already decides", () => {
    const either: Condition = { kind: "any", of: [judgement("urgent"), fact("requested")] };
    const study = lawOf({ L: { when: [either] } });

    expect(verdict(study, { ...ask, facts: { requested: "yes" } }).pending).toEqual([]);
    expect(verdict(study, { ...ask, facts: { requested: "no" } }).pending).toHaveLength(1);
  });

  it("[W9] a provision that does not fit assumes no judgement", () => {
    const study = lawOf({ L: { when: [judgement("urgent")], activities: ["patrol"] } });
    const [provision] = study.authorities.values();

    expect(provision && fits(study, provision, ask)).toMatchObject({ value: "false", assumed: [] });
    expect(provision && fits(study, provision, { ...ask, activity: "patrol" })).toMatchObject({
      value: "true",
      assumed: [{ judgement: "urgent", by: "MINISTER" }],
    });
  });

  it("[W9] an open judgement under `unless` is taken to spare the act and is pending", () => {
    const study = lawOf({ L: { unless: [judgement("danger")] } });

    expect(verdict(study, ask)).toMatchObject({ kind: "permitted", pending: [{ judgement: "danger" }] });
    expect(verdict(study, { ...ask, judgements: { danger: true } }).kind).toBe("no-basis");
  });

  it("[W10] the governor requests first, except when there is no time; then a report follows", () => {
    const study = lawOf({
      "ART-83-2": {
        steps: [
          [step("request", "GOVERNOR", { when: [{ kind: "not", of: fact("no-time") }] })],
          [step("order", "MINISTER")],
          [step("report-after", "GOVERNOR", { when: [fact("no-time")] })],
        ],
      },
    });
    const due = (facts: Record<string, string>) =>
      verdict(study, { ...ask, facts }).pending.map((one) =>
        one.kind === "step" ? `${one.step.kind}${one.uncertain ? "?" : ""}` : one.kind,
      );

    expect(due({ "no-time": "no" })).toEqual(["request", "order"]);
    expect(due({ "no-time": "yes" })).toEqual(["order", "report-after"]);
    expect(due({})).toEqual(["request?", "order", "report-after?"]);
  });
});

describe("conditions", () => {
  it("[W11] one false part decides `all`, one true part decides `any`, and `not` keeps the unknown", () => {
    const value = (condition: Condition, facts: Record<string, string>) =>
      verdict(lawOf({ L: { when: [condition] } }), { ...ask, facts }).kind;
    const all: Condition = { kind: "all", of: [fact("a"), fact("b")] };
    const any: Condition = { kind: "any", of: [fact("a"), fact("b")] };
    const not: Condition = { kind: "not", of: fact("a") };

    expect([value(all, { a: "no" }), value(all, { a: "yes" })]).toEqual(["no-basis", "undetermined"]);
    expect([value(any, { a: "yes" }), value(any, { a: "no" })]).toEqual(["permitted", "undetermined"]);
    expect([value(not, {}), value(not, { a: "no" }), value(not, { a: "yes" })]).toEqual([
      "undetermined",
      "permitted",
      "no-basis",
    ]);
  });

  it("[W11] `unless` is the negation of any of its conditions", () => {
    const study = lawOf({ L: { unless: [fact("a"), fact("b")] } });

    expect(verdict(study, { ...ask, facts: { a: "no", b: "yes" } }).kind).toBe("no-basis");
    expect(verdict(study, { ...ask, facts: { a: "no", b: "no" } }).kind).toBe("permitted");
    expect(verdict(study, { ...ask, facts: { a: "no" } }).missing).toEqual(["b"]);
  });

  it("[W12] the time since onset is not missing where something else decides", () => {
    const either: Condition = {
      kind: "any",
      of: [{ kind: "within", time: level(72, "time") }, fact("requested")],
    };

    expect(verdict(lawOf({ L: { when: [either] } }), { ...ask, facts: { requested: "yes" } })).toMatchObject({
      kind: "permitted",
      missing: [],
    });
  });

  it("[W12] a limit that differs by future or case is compared with its bounds", () => {
    const uncertain: Condition = { kind: "within", time: level(future("limit"), "time") };
    const uncertainties = {
      limit: {
        values: {
          kind: "uniform" as const,
          low: { kind: "number" as const, value: 24 },
          high: { kind: "number" as const, value: 72 },
        },
      },
    };
    const study = lawOf({ L: { when: [uncertain] } }, { uncertainties });
    const kinds = [24, 48, 72, 73].map((sinceOnset) => verdict(study, { ...ask, sinceOnset }).kind);
    const byCase: Condition = {
      kind: "within",
      time: level(
        {
          kind: "case",
          fact: "severe",
          cases: [{ is: "yes", amount: { kind: "number", value: 100 } }],
          otherwise: undefined,
        },
        "time",
      ),
    };
    const cased = lawOf({ L: { when: [byCase] } });

    expect(kinds).toEqual(["permitted", "undetermined", "undetermined", "no-basis"]);
    expect(verdict(study, { ...ask, sinceOnset: 48 }).missing).toEqual(["limit"]);
    expect(verdict(cased, { ...ask, sinceOnset: 90 }).missing).toEqual(["severe"]);
    expect(verdict(cased, { ...ask, sinceOnset: 90, facts: { severe: "yes" } }).kind).toBe("permitted");
  });
});

describe("law that is left out", () => {
  const leftOut = { ja: "書かない", en: "Left out." };

  it("[W13] gives not encoded where it fits and is reached before a deciding provision", () => {
    const study = lawOf({ HIGH: { rank: "treaty", notEncoded: leftOut }, LOW: {} });

    expect(verdict(study, ask)).toMatchObject({ kind: "not-encoded", notEncoded: ["HIGH"], by: undefined });
  });

  it("[W13] does not matter where it does not fit or comes after the deciding one", () => {
    const after = lawOf({ HIGH: {}, LOW: { rank: "guideline", notEncoded: leftOut } });
    const other = lawOf({ HIGH: { rank: "treaty", at: ["gulf"], notEncoded: leftOut }, LOW: {} });

    expect(verdict(after, ask)).toMatchObject({ kind: "permitted", notEncoded: [] });
    expect(verdict(other, { ...ask, place: "home" }).kind).toBe("permitted");
  });

  it("[W13] is undetermined where a missing fact hides whether it fits", () => {
    const study = lawOf({ HIGH: { rank: "treaty", when: [fact("a")], notEncoded: leftOut }, LOW: {} });

    expect(verdict(study, ask)).toMatchObject({ kind: "undetermined", missing: ["a"], notEncoded: ["HIGH"] });
  });
});

describe("an organisation free unless barred", () => {
  const firm = { ...ask, actor: "FIRM" };
  const may = { actsThrough: ["FIRM"], steps: [[step("approval", "PM")]] };
  const bar = { actsThrough: ["FIRM"], says: "must-not" as const };

  it("[W14] may do what nothing forbids, by nobody's leave", () => {
    expect(verdict(lawOf({}), firm)).toMatchObject({ kind: "permitted", by: undefined, pending: [] });
    expect(verdict(lawOf({ BAR: bar }), firm).kind).toBe("prohibited");
  });

  it("[W14] is not restricted by a permission, unless a prohibition fits too", () => {
    expect(verdict(lawOf({ L: may }), firm)).toMatchObject({ kind: "permitted", pending: [] });
    expect(verdict(lawOf({ L: { ...may, over: ["BAR"] }, BAR: bar }), firm)).toMatchObject({
      kind: "permitted",
      by: "L",
      pending: [{ kind: "step" }],
    });
  });

  it("[W14] has no duty to tell, but a contract obliges it", () => {
    expect(
      verdict(lawOf({ CONTRACT: { actsThrough: ["FIRM"], says: "must", rank: "practice" } }), firm),
    ).toMatchObject({
      kind: "obliged",
      by: "CONTRACT",
    });
  });

  it("[W14] owes a duty whose steps do not hold it back, but only once it is found or judged", () => {
    const duty = { ...may, says: "must" as const, in: ["war"], when: [judgement("serious")] };
    const { kind, pending } = verdict(lawOf({ DUTY: duty }, { situations: { war: {} } }), firm);

    expect([kind, ...pending.map((one) => one.kind)]).toEqual(["obliged", "finding", "judgement"]);
  });

  it("[W14] is undetermined under a prohibition whose facts are missing", () => {
    const study = lawOf({ BAR: { ...bar, when: [fact("secret")] } });

    expect(verdict(study, firm)).toMatchObject({ kind: "undetermined", missing: ["secret"] });
  });

  it("[W14] is not stopped by a left-out permission where nothing bars", () => {
    const leftOut = { ja: "略", en: "Left out." };

    expect(verdict(lawOf({ L: { ...may, notEncoded: leftOut } }), firm).kind).toBe("permitted");
    expect(verdict(lawOf({ L: { ...bar, notEncoded: leftOut } }), firm).kind).toBe("not-encoded");
    expect(verdict(lawOf({ BAR: bar, L: { ...may, notEncoded: leftOut, rank: "treaty" } }), firm).kind).toBe(
      "not-encoded",
    );
  });
});

describe("more facts", () => {
  const names = ["a", "b", "c"];
  const condition = fc.letrec<{ any: Condition }>((tie) => ({
    any: fc.oneof(
      { depthSize: "small" },
      fc.record({
        kind: fc.constant("fact" as const),
        fact: fc.constantFrom(...names),
        is: fc.constantFrom(["yes"], ["no"], ["yes", "no"]),
      }),
      fc.record({
        kind: fc.constantFrom("all" as const, "any" as const),
        of: fc.array(tie("any"), { maxLength: 3 }),
      }),
      fc.record({ kind: fc.constant("not" as const), of: tie("any") }),
    ),
  })).any;
  const provision = fc.record({
    says: fc.constantFrom("may" as const, "must" as const, "must-not" as const),
    rank: fc.constantFrom("treaty" as const, "statute" as const, "guideline" as const),
    when: fc.array(condition, { maxLength: 2 }),
    unless: fc.array(condition, { maxLength: 2 }),
    notEncoded: fc.option(fc.constant({ ja: "略", en: "Left out." }), { nil: undefined, freq: 6 }),
  });
  const truth = fc.constantFrom("yes", "no");

  it("[W17] never turn a verdict without missing facts into another, and all facts leave nothing undetermined", () => {
    fc.assert(
      fc.property(
        fc.array(provision, { minLength: 1, maxLength: 4 }),
        fc.record({ a: truth, b: truth, c: truth }),
        fc.subarray(names),
        fc.constantFrom("NAVY", "FIRM"),
        (provisions, all, given, actor) => {
          const study = lawOf(
            Object.fromEntries(
              provisions.map((one, i) => [`L${i}`, { ...one, actsThrough: ["NAVY", "FIRM"] }]),
            ),
          );
          const some = Object.fromEntries(Object.entries(all).filter(([name]) => given.includes(name)));

          const before = verdict(study, { ...ask, actor, facts: some });
          const after = verdict(study, { ...ask, actor, facts: all });

          expect(after.kind).not.toBe("undetermined");
          expect(after.missing).toEqual([]);
          if (
            before.kind !== "undetermined" &&
            before.kind !== "not-encoded" &&
            before.missing.length === 0
          ) {
            expect(after.kind).toBe(before.kind);
          }
          if (before.kind === "undetermined") expect(before.missing.length).toBeGreaterThan(0);
        },
      ),
      { seed: 17, numRuns: 3000 },
    );
  });
});
