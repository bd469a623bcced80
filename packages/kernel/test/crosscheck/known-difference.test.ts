import { type LegalQuestion, type VerdictKind, verdict } from "@shikumi/model";
import { describe, expect, it } from "vitest";
import { engines } from "../differential/engine.ts";
import { miniStudy } from "../rules/mini-study.ts";
import { fire, runMini, story } from "../rules/run-mini.ts";

const fought = { put: "needs: {unit: 1}, takes: 1 h, outcome: true, value: 10, expires: 10 h" };
const team = "holdings: {h: {of: F, what: unit, quantity: 1, at: here, assumption: true}}";
const may = "may: {says: may, acts-through: [F], activities: [fight], rank: statute, assumption: true}";

/** The study of one fire, a unit of F and these provisions. */
function studyWith(...authorities: readonly string[]): string {
  const provisions = authorities.map((one) => `  ${one}`).join("\n");
  return fire(fought, `${team}\nauthorities:\n${provisions}`);
}

const atTheFire: LegalQuestion = { actor: "F", activity: "fight", place: "here", hours: 24, sinceOnset: 0 };

function verdictOn(text: string): VerdictKind {
  return verdict(miniStudy(text), atTheFire).kind;
}

describe.each(engines)("the law as explained and the $name, where they are known to differ,", (engine) => {
  const happened = (text: string, undetermined: "refused" | "granted" = "refused"): readonly string[] =>
    story(runMini(engine, text, { undetermined }), "permit", "refused", "lost");
  const lost = ["0 lost put unit law.basis 1"];
  const permitted = ["0 permit put F may"];

  it("[Y7] order provisions renewed at different times as of the date, and as of the start", () => {
    const renewed = "from: 2012-03-10, until: 2012-04-02, renewed: [{from: 2012-04-02}]";
    const bar = `bar: {says: must-not, rank: statute, from: 2012-03-20, acts-through: [F], activities: [fight], assumption: true}`;
    const text = studyWith(`${may.slice(0, -1)}, ${renewed}}`, bar);

    expect(verdictOn(text)).toBe("permitted");
    expect(happened(text)).toEqual(lost);
  });

  it("[Y8] call not encoded what a clear provision permits besides, and act on that", () => {
    const leftOut =
      "vague: {says: may, rank: treaty, acts-through: [F], activities: [fight], not-encoded: {ja: 要件, en: Requirements}, assumption: true}";
    const text = studyWith(may, leftOut);

    expect(verdictOn(text)).toBe("not-encoded");
    expect(happened(text, "refused")).toEqual(permitted);
    expect(happened(text, "granted")).toEqual(["0 permit put F vague"]);
  });

  it("[Y8] call not encoded what a prohibition left out goes before and nothing permits, and never act on it", () => {
    const leftOut =
      "vague: {says: must-not, acts-through: [F], activities: [fight], not-encoded: {ja: 要件, en: Requirements}, assumption: true}";
    const text = studyWith(leftOut);

    expect(verdictOn(text)).toBe("not-encoded");
    expect(happened(text, "refused")).toEqual(lost);
    expect(happened(text, "granted")).toEqual(lost);
  });

  it("[Y9] call undetermined a time limit that differs by future, and know it in each", () => {
    const text = `${studyWith(`${may.slice(0, -1)}, when: [{within: {future: limit}}]}`)}
uncertainties: {limit: {values: {uniform: [-1 h, 5 h]}, assumption: true}}`;

    expect(verdictOn(text)).toBe("undetermined");
    expect(happened(text)).toEqual(permitted);
  });

  it("[Y10] call undetermined a prohibition on an unknown fact and a judgement, and hold it only once judged", () => {
    const barred = (given: number): string =>
      studyWith(
        may,
        `bar: {says: must-not, rank: treaty, acts-through: [F], activities: [fight], when: [wet, {judgement: grave, by: F, given: ${given}}], assumption: true}`,
      );

    expect([0, 1].map((given) => verdictOn(barred(given)))).toEqual(["undetermined", "undetermined"]);
    expect(happened(barred(0))).toEqual(permitted);
    expect(happened(barred(1)).slice(0, 1)).toEqual(["0 refused put F law.decision"]);
    expect(happened(barred(1), "granted")).toEqual(permitted);
  });
});
