import { describe, expect, it } from "vitest";
import { jointVerdict } from "../../src/law/index.ts";
import type { Mechanism } from "../../src/study/mechanism.ts";
import { makeStudy, type StudyParts } from "./make-study.ts";

const parts: StudyParts = {
  parties: { JPN: {}, USA: {}, AUS: {} },
  kinds: { force: {} },
  organisations: {
    "JP-MOD": {},
    "JP-NAVY": { under: "JP-MOD" },
    "JP-AIR": { under: "JP-MOD" },
    "US-FLEET": { party: "USA" },
    "AU-NAVY": { party: "AUS" },
  },
  situations: { crisis: {} },
  authorities: {
    "L-JP": { actsThrough: ["JP-NAVY", "JP-AIR"], activities: ["patrol"] },
    "L-US": { actsThrough: ["US-FLEET"], activities: ["patrol"], says: "must" },
    "L-AU": { actsThrough: ["AU-NAVY"], activities: ["patrol"], says: "must-not" },
  },
};
const ask = (actor: string, situations: string[] = []) => ({
  actor,
  activity: "patrol",
  hours: 0,
  situations,
});
const joint = (mechanisms: Readonly<Record<string, Partial<Mechanism>>>, ...actors: string[]) =>
  jointVerdict(
    makeStudy({ ...parts, mechanisms }),
    actors.map((actor) => ask(actor)),
  );

describe("jointVerdict", () => {
  const agreement = { between: ["JP-MOD", "USA"], agreement: ["patrol"] };

  it("[W15] needs an agreement that covers both by a superior or the party", () => {
    const found = joint({ ACCORD: agreement }, "JP-NAVY", "US-FLEET");

    expect(found.kind).toBe("permitted");
    expect(found.verdicts.map(({ kind }) => kind)).toEqual(["permitted", "obliged"]);
    expect(found.links).toEqual([{ between: ["JP-NAVY", "US-FLEET"], mechanism: "ACCORD" }]);
  });

  it("[W15] is not linked without one in force for this activity", () => {
    const expired = { ...agreement, valid: [{ from: -10, until: 0 }] };
    const other = { ...agreement, agreement: ["training"] };
    const oneSided = { ...agreement, between: ["JPN", "AUS"] };

    for (const mechanism of [expired, other, oneSided]) {
      expect(joint({ ACCORD: mechanism }, "JP-NAVY", "US-FLEET")).toMatchObject({
        kind: "not-linked",
        links: [{ mechanism: undefined }],
      });
    }
  });

  it("[W15] counts an agreement limited to a situation only while it is open", () => {
    const study = makeStudy({ ...parts, mechanisms: { ACCORD: { ...agreement, in: ["crisis"] } } });
    const kind = (situations: string[]) =>
      jointVerdict(study, [ask("JP-NAVY", situations), ask("US-FLEET", situations)]).kind;

    expect([kind([]), kind(["crisis"])]).toEqual(["not-linked", "permitted"]);
  });

  it("[W15] needs no agreement within one party", () => {
    expect(joint({}, "JP-NAVY", "JP-AIR")).toMatchObject({ kind: "permitted", links: [] });
  });

  it("[W15] is as bad as its worst part, and links every pair", () => {
    const found = joint({ ACCORD: agreement }, "JP-NAVY", "US-FLEET", "AU-NAVY");

    expect(found.kind).toBe("prohibited");
    expect(found.links.map(({ mechanism }) => mechanism)).toEqual(["ACCORD", undefined, undefined]);
  });

  it("[W15] has at least one participant", () => {
    expect(() => joint({})).toThrow(RangeError);
  });
});
