import type { Language } from "@shikumi/core/diagnostic";
import { describe, expect, it } from "vitest";
import { equalityDefinitions, noticeCodes } from "../../src/findings.ts";
import { resultNotices } from "../../src/measure/notices.ts";
import { definitionTexts, noticeMessages } from "../../src/messages/index.ts";
import { obstacleStudy } from "../small-study.ts";
import { emptyResult, layoutOfTasks, runOfResults } from "../synthetic-run.ts";

const languages: readonly Language[] = ["ja", "en"];

/** A baseline of two futures, in the first of which `cut` replications were cut off. */
function baselineWith(study: ReturnType<typeof obstacleStudy>, cut = 0) {
  const results = [0, 1].map((index) => {
    const result = emptyResult(index, layoutOfTasks(["act"]), 1);
    result.missionInstances.fill(1);
    result.demanded.fill(10);
    return index === 0 ? { ...result, cut } : result;
  });
  return runOfResults(study, results, 1);
}

describe("resultNotices", () => {
  it("[S6] is silent where there is nothing to say", () => {
    const study = obstacleStudy();
    const baseline = baselineWith(study);

    expect(resultNotices(study, [baseline], baseline, [])).toEqual([]);
  });

  it("[S6] names runs that were cut off", () => {
    const study = obstacleStudy();
    const baseline = baselineWith(study, 3);

    expect(resultNotices(study, [baseline], baseline, [])).toEqual([
      { code: "cut-runs", args: { run: baseline.reference.key, count: 3 } },
    ]);
  });

  it("[S6] says that contributions are counted, and that costs are in several currencies", () => {
    const study = obstacleStudy({
      mechanisms:
        "  base: {name: {ja: 基地, en: Base}, between: [OWN, OTHER], unlocks: {contributions: [{by: OWN, to: OTHER, kind: base}]}, assumption: true}",
      more: `
levers:
  one: {name: {ja: 一, en: One}, kind: law, change: [{set: holdings.units.recovers, to: 0 h}], cost: 1 JPY, takes: 0 h, adopted: 1, proposed: analyst, assumption: true}
  two: {name: {ja: 二, en: Two}, kind: law, change: [{set: holdings.units.recovers, to: 0 h}], cost: 1 EUR, takes: 0 h, adopted: 1, proposed: analyst, assumption: true}
`,
    });
    const baseline = baselineWith(study);

    expect(resultNotices(study, [baseline], baseline, [])).toEqual([
      { code: "contributions-counted", args: { count: 1 } },
      { code: "several-currencies", args: { currencies: "EUR, JPY" } },
    ]);
  });
});

describe("messages", () => {
  it.each(languages)("[S6] tell every notice in %s, with what it is about", (language) => {
    for (const code of noticeCodes) {
      const { text, help } = noticeMessages[language][code]({
        ...{ run: "RUN", count: 3, kind: "mission", id: "ID", replications: 7 },
        ...{ package: "PACKAGE", mode: "timed", domain: "DOMAIN", currencies: "EUR, JPY" },
      });
      expect(text.length).toBeGreaterThan(10);
      expect(help.length).toBeGreaterThan(10);
      expect(`${text}${help}`).not.toMatch(/undefined|NaN/);
    }
  });

  it.each(languages)(
    "[E1, E2, E3, E4, E5, E6, E7, E8, E9] define every measure of equality in %s",
    (language) => {
      for (const definition of equalityDefinitions) {
        expect(definitionTexts[language][definition].name).not.toBe("");
        expect(definitionTexts[language][definition].definition.length).toBeGreaterThan(10);
      }
    },
  );
});
