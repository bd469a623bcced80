import { describe, expect, it } from "vitest";
import {
  type ByParty,
  basesAndSupport,
  informationDependence,
  obligation,
  planning,
  weighsContributions,
} from "../../src/measure/study-equality.ts";
import { obstacleStudy } from "../small-study.ts";

const byParty = (numbers: ByParty): Record<string, number> =>
  Object.fromEntries([...numbers].map(([party, { mean }]) => [party, mean]));

const oneFuture = [new Map<string, number>()];

/** The small study with further mechanisms. */
const studyWith = (...mechanisms: readonly string[]) =>
  obstacleStudy({ mechanisms: mechanisms.map((text, index) => `  more-${index}: ${text}`).join("\n") });

const treaty = (unlocks: string, extra = ""): string =>
  `{name: {ja: 条約, en: Treaty}, between: [OWN, OTHER], assumption: true${extra}, unlocks: ${unlocks}}`;

describe("obligation", () => {
  it("[E2] counts a duty once for every activity it names, by the party of whoever bears it", () => {
    const study = studyWith(
      treaty("{duties: [{of: OWN, to: OTHER, for: [act]}, {of: watch, to: OWN, for: [act, guard, warn]}]}"),
    );

    expect(byParty(obligation(study))).toEqual({ OTHER: 0.75, OWN: 0.25 });
  });

  it("[E2] leaves out what is not in force at the start, and is NaN without duties", () => {
    const later = studyWith(treaty("{duties: [{of: OWN, to: OTHER, for: [act]}]}", ", from: 2012-01-10"));

    expect(byParty(obligation(later))).toEqual({ OTHER: Number.NaN, OWN: Number.NaN });
  });
});

describe("informationDependence", () => {
  it("[E3] is the share of a party's information needs that only others can fill", () => {
    expect(byParty(informationDependence(obstacleStudy()))).toEqual({ OTHER: Number.NaN, OWN: 1 });
  });
});

describe("planning", () => {
  it("[E8] is the share of planning mechanisms that link the party or an organisation of it", () => {
    const study = studyWith(
      "{name: {ja: 計画, en: Plan}, between: [OWN, watch], unlocks: {planning: true}}",
      "{name: {ja: 内部計画, en: Own plan}, between: [OWN, team], unlocks: {planning: true}}",
    );

    expect(byParty(planning(study))).toEqual({ OTHER: 0.5, OWN: 1 });
  });
});

describe("basesAndSupport", () => {
  const contributions = (worth: string) =>
    studyWith(
      treaty(
        `{contributions: [{by: OWN, to: OTHER, kind: base, worth: 3}, {by: watch, to: OWN, kind: risk${worth}}]}`,
      ),
    );

  it("[E9] weighs contributions where all state their worth in one unit", () => {
    const study = contributions(", worth: 1");

    expect(weighsContributions(study)).toBe(true);
    expect(byParty(basesAndSupport(study, oneFuture))).toEqual({ OTHER: 0.25, OWN: 0.75 });
  });

  it("[E9] counts them otherwise", () => {
    const study = contributions("");

    expect(weighsContributions(study)).toBe(false);
    expect(byParty(basesAndSupport(study, oneFuture))).toEqual({ OTHER: 0.5, OWN: 0.5 });
  });
});
