import { type LegalQuestion, type Verdict, verdict } from "@shikumi/model";
import { describe, expect, it } from "vitest";
import { engines } from "../differential/engine.ts";
import { miniStudy } from "../rules/mini-study.ts";
import { fire, runMini, story } from "../rules/run-mini.ts";

const fought = { put: "needs: {unit: 1}, takes: 1 h, outcome: true, value: 10, expires: 10 h" };
const team = "holdings: {h: {of: F, what: unit, quantity: 1, at: here, assumption: true}}";
const minister = "deciders: {MIN: {party: P, name: {ja: 大臣, en: Minister}}}";
const may = "may: {says: may, acts-through: [F], activities: [fight], rank: statute, assumption: true}";
const atTheFire: LegalQuestion = { actor: "F", activity: "fight", place: "here", hours: 24, sinceOnset: 0 };

/** The study of one fire, a unit of F and these provisions. */
function studyWith(...authorities: readonly string[]): string {
  return fire(fought, [team, minister, "authorities:", ...authorities.map((one) => `  ${one}`)].join("\n"));
}

function judged(given: number): string {
  return `[{judgement: grave, by: MIN, given: ${given}}]`;
}

function barring(given: number): string {
  return studyWith(
    may,
    `bar: {says: must-not, rank: treaty, acts-through: [F], activities: [fight], when: ${judged(given)}, assumption: true}`,
  );
}

function hindering(given: number): string {
  return studyWith(`${may.slice(0, -1)}, unless: ${judged(given)}}`);
}

function verdictOn(text: string): Verdict {
  return verdict(miniStudy(text), atTheFire);
}

describe.each(engines)("the law as explained and the $name", (engine) => {
  const happened = (text: string): readonly string[] =>
    story(runMini(engine, text), "permit", "denied", "refused");
  const permitted = ["0 permit put F may"];

  it("[Y5] both permit what a judgement to come may prohibit, and a run asks for it", () => {
    expect([0, 1].map((given) => verdictOn(barring(given)).kind)).toEqual(["permitted", "permitted"]);
    expect(happened(barring(0))).toEqual(permitted);
    expect(happened(barring(1))).toEqual(["0 refused put F law.decision"]);
  });

  it("[Y6] both permit what a judgement to come may hinder, and a run asks for it", () => {
    expect([0, 1].map((given) => verdictOn(hindering(given)).kind)).toEqual(["permitted", "permitted"]);
    expect(happened(hindering(0))).toEqual(permitted);
    expect(happened(hindering(1))).toEqual([
      "0 denied put F may law.decision",
      "0 refused put F law.decision",
    ]);
  });
});
