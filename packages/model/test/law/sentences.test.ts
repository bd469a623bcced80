import { describe, expect, it } from "vitest";
import { type LegalQuestion, type ToldExplanation, tellExplanation, verdict } from "../../src/law/index.ts";
import type { Study } from "../../src/study/study.ts";
import { readStudy } from "./read-study.ts";

const DAY = 24;
/** Hours from the start of these studies, 2009-02-01. */
const day = { march30: 57 * DAY, july23: 172 * DAY, july24: 173 * DAY };

const ask = (study: Study, question: Partial<LegalQuestion> = {}) =>
  verdict(study, { actor: "NAVY", activity: "escort", hours: 0, ...question });
const toCome = (study: Study, question: Partial<LegalQuestion> = {}) =>
  ask(study, question).pending.map((one) =>
    one.kind === "step" ? `${one.step.kind} ${one.step.whom}` : one.kind,
  );
const texts = (told: ToldExplanation): string[] => [told.text, ...told.children.flatMap(texts)];

describe("what the study language must be able to say", () => {
  const relief = readStudy(`
authorities:
  ART-83:
    says: may
    cites: {ja: 第83条, en: "art. 83"}
    empowers: MINISTER
    acts-through: [NAVY]
    activities: [relief]
    unless: [nuclear]
    steps:
      - {request: GOVERNOR, takes: 1 h, when: {not: {fact: no-time}}}
      - {order: MINISTER, takes: 1 h}
      - {report-after: GOVERNOR, when: no-time}
    source: code
  ART-83-3:
    says: may
    empowers: MINISTER
    acts-through: [NAVY]
    activities: [relief]
    when: [nuclear]
    steps: [{request: PM, takes: 1 h}]
    source: code
`);
  const help = { activity: "relief" };

  it("[W10] sentence 1: the governor requests first, except when there is no time; then a report follows", () => {
    const due = (noTime: string) => toCome(relief, { ...help, facts: { nuclear: "no", "no-time": noTime } });

    expect(due("no")).toEqual(["request GOVERNOR", "order MINISTER"]);
    expect(due("yes")).toEqual(["order MINISTER", "report-after GOVERNOR"]);
  });

  it("[W10] sentence 2: the nuclear headquarters requests, not the governor; the same forces answer both", () => {
    expect(toCome(relief, { ...help, facts: { nuclear: "yes" } })).toEqual(["request PM"]);
    expect(ask(relief, { ...help, facts: { nuclear: "yes" } }).by).toBe("ART-83-3");
    expect(ask(relief, help)).toMatchObject({ kind: "undetermined", missing: ["nuclear"] });
  });

  it("[W9] sentence 4: the coast guard comes first; the navy only in special need, which a minister judges", () => {
    const study = readStudy(`
authorities:
  PIRACY-5: {says: must, acts-through: [GUARD], activities: [escort], source: code}
  PIRACY-7:
    says: may
    acts-through: [NAVY]
    activities: [escort]
    when: [{judgement: special-need, by: MINISTER, given: 0.95}]
    source: code
`);

    expect(ask(study, { actor: "GUARD" }).kind).toBe("obliged");
    expect(toCome(study)).toEqual(["judgement"]);
    expect(ask(study, { judgements: { "special-need": false } }).kind).toBe("no-basis");
  });

  it("[W7] sentence 6: one law permits it but not for this beneficiary, another the beneficiary but not here", () => {
    const study = readStudy(`
authorities:
  A: {says: may, acts-through: [NAVY], activities: [escort], for: {party: JPN}, source: code}
  B: {says: may, acts-through: [NAVY], activities: [escort], at: {state: JPN}, source: code}
`);
    const kind = (beneficiary: string, place: string) => ask(study, { beneficiary, place }).kind;

    expect(kind("other-ships", "gulf")).toBe("no-basis");
    expect(kind("own-ships", "gulf")).toBe("permitted");
    expect(kind("other-ships", "home-waters")).toBe("permitted");
  });

  it("[W11] sentence 7: abandoned mines may be swept, laid mines not: a fact of the case decides", () => {
    const study = readStudy(`
authorities:
  ART-84-2: {says: may, acts-through: [NAVY], activities: [sweep], when: {fact: mines, is: abandoned}, source: code}
  ART-9: {says: must-not, rank: constitution, acts-through: [NAVY], activities: [sweep], when: {fact: mines, is: laid}, source: code}
`);
    const kind = (facts: Record<string, string>) => ask(study, { activity: "sweep", facts }).kind;

    expect(kind({ mines: "abandoned" })).toBe("permitted");
    expect(kind({ mines: "laid" })).toBe("prohibited");
    expect(kind({})).toBe("undetermined");
  });

  it("[W6] sentence 8: a special measures act lapses on a date and can be renewed after a gap", () => {
    const study = readStudy(`
authorities:
  ACT:
    says: may
    acts-through: [NAVY]
    activities: [refuel]
    from: 2001-11-02
    until: 2009-02-02
    renewed: [{from: 2009-02-04, until: 2009-02-05}]
    source: code
`);
    const kinds = [-1, 0, 1, 2, 3, 4].map(
      (days) => ask(study, { activity: "refuel", hours: days * DAY }).kind,
    );

    expect(kinds).toEqual(["permitted", "permitted", "no-basis", "no-basis", "permitted", "no-basis"]);
  });

  it("[W12] sentence 10: a commander may act for 72 hours on his own; after that higher approval is needed", () => {
    const study = readStudy(`
authorities:
  ALONE: {says: may, acts-through: [NAVY], activities: [escort], when: {within: 72 h}, over: [APPROVED], source: code}
  APPROVED: {says: may, acts-through: [NAVY], activities: [escort], steps: [{approval: PM}], source: code}
`);

    expect(toCome(study, { sinceOnset: 72 })).toEqual([]);
    expect(toCome(study, { sinceOnset: 73 })).toEqual(["approval PM"]);
  });

  it("[W13] sentence 27: what the law says is not known, or was left out on purpose; both show", () => {
    const study = readStudy(`
authorities:
  ROE:
    says: may
    rank: order
    cites: {ja: 部隊行動基準, en: Rules of engagement}
    acts-through: [NAVY]
    activities: [fire]
    not-encoded: {ja: 非公開, en: Not public.}
    source: code
  MINES: {says: may, acts-through: [NAVY], activities: [sweep], when: [hostilities-ended], source: code}
`);
    const fire = ask(study, { activity: "fire" });

    expect(fire).toMatchObject({ kind: "not-encoded", notEncoded: ["ROE"] });
    expect(texts(tellExplanation(study, fire.explanation, "en"))).toContain(
      "The study leaves this out on purpose: Not public.",
    );
    expect(ask(study, { activity: "sweep" })).toMatchObject({
      kind: "undetermined",
      missing: ["hostilities-ended"],
    });
  });
});

describe("a law as of a date", () => {
  const study = readStudy(`
authorities:
  ART-82:
    says: may
    cites: {ja: 自衛隊法第82条, en: "SDF Act, art. 82", article: 82}
    acts-through: [NAVY]
    activities: [escort]
    for: own-ships
    from: 1954-07-01
    source: code
  ART-82-2:
    says: may
    cites: {ja: 自衛隊法第82条の2, en: "SDF Act, art. 82-2", article: 82-2}
    acts-through: [NAVY]
    activities: [escort]
    from: 2009-07-24
    source: code
`);
  const answer = (hours: number, beneficiary: string) => {
    const { kind, by } = ask(study, { hours, beneficiary });
    return by ?? kind;
  };

  it("[W6] ships of others are outside article 82 in March 2009 and covered by 82-2 from 24 July", () => {
    expect(answer(day.march30, "own-ships")).toBe("ART-82");
    expect(answer(day.march30, "other-ships")).toBe("no-basis");
    expect(answer(day.july23, "other-ships")).toBe("no-basis");
    expect(answer(day.july24, "other-ships")).toBe("ART-82-2");
    expect(answer(day.july24, "own-ships")).toBe("ART-82-2");
  });

  it("[W16] the explanation names the article, its source and the date, in both languages", () => {
    const { explanation } = ask(study, { hours: day.july24, beneficiary: "other-ships" });
    const en = tellExplanation(study, explanation, "en");
    const ja = tellExplanation(study, explanation, "ja");

    expect(en.text).toBe(
      'Navy (NAVY) may do "escort" for Other ships (other-ships), as of 24 July 2009: ' +
        "SDF Act, art. 82-2 [source: Code of laws (code)].",
    );
    expect(ja.text).toContain("2009年7月24日時点");
    expect(ja.text).toContain("自衛隊法第82条の2〔典拠：法令集 (code)〕");
    expect(texts(en)).toContain("It is for Own ships (own-ships), not for Other ships (other-ships).");
  });
});
