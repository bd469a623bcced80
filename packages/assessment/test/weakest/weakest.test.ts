import { describe, expect, it } from "vitest";
import { assess } from "../../src/assess.ts";
import { leaningTasks } from "../../src/weakest/leaning-tasks.ts";
import { scaledStudy } from "../../src/weakest/scaled-study.ts";
import { weaknessOf } from "../../src/weakest/weakest.ts";
import { obstacleStudy } from "../small-study.ts";

const study = obstacleStudy({
  ready: "{future: readiness}",
  hesitates: "{triangular: [0 h, 1 h, 2 h]}",
  more: `uncertainties:
  readiness: {name: {ja: 即応, en: Readiness}, values: {uniform: [0 h, 10 h]}, source: record, grade: 2}
  idle: {name: {ja: 無縁, en: Idle}, values: {uniform: [1, 2]}, assumption: true}
  hope: {name: {ja: 望み, en: Hope}, values: {uniform: [0.2, 0.8]}, assumption: true}
sources:
  record: {title: {ja: 記録, en: Record}, reliability: A, issued: 2010}
levers:
  quick: {name: {ja: 迅速, en: Quick}, kind: capability, answers: [answer.act], change: [{set: holdings.units.quantity, to: 2}], adopted: {future: hope}, proposed: analyst, assumption: true}
`,
});

const only = { packages: [], levers: [], causes: false, removal: false } as const;

describe("the weakest assumptions", () => {
  const { weakest, runs } = assess(study, { ...only, weakest: 3 });

  it("[WA1] moves each uncertainty of the present arrangement alone from one end to the other", () => {
    const [found, ...others] = weakest?.ranged ?? [];

    expect(others).toEqual([]);
    expect(weakest?.tried.value).toBe(1);
    expect(found).toMatchObject({ uncertainty: "readiness", domain: "D1", isAboveChance: true });
    expect([found?.low.value, found?.high.value]).toEqual([0.5, 9.5]);
    expect(found?.swing.value).toBe(-1);
    expect(runs.some(({ key }) => key === weakest?.run && key === found?.swing.run)).toBe(true);
  });

  it("[WA1] leaves all else as it was: only domains asked for are looked at", () => {
    const whole = assess(study, { ...only });

    expect(assess(study, { ...only, weakest: 3 }).baseline).toEqual(whole.baseline);
    expect(() => assess(study, { ...only, weakest: 0 })).toThrow(RangeError);
  });

  it("[WA2] weighs the ground: an assumption most, else the worse of reliability and credibility", () => {
    const stated = {
      source: "record",
      credibility: 2,
      assumption: false,
      unchecked: false,
      note: undefined,
    } as const;

    expect(weaknessOf(study, { ...stated, source: undefined, assumption: true })).toBe(1);
    expect(weaknessOf(study, stated)).toBe(2 / 6);
    expect(weaknessOf(study, { ...stated, unchecked: true })).toBe(3 / 6);
    expect(weaknessOf(study, { ...stated, credibility: undefined })).toBe(1);
    expect(weakest?.ranged[0]?.weakness.value).toBe(2 / 6);
  });

  it("[WA3] ranks by swing and weakness, without what moves nothing", () => {
    expect(weakest?.ranged[0]?.weight.value).toBe(2 / 6);
    expect(weakest?.ranged.map(({ uncertainty }) => uncertainty)).not.toContain("hope");
  });

  it("[WA4] halves and doubles assumed numbers without a range, where most leans on them", () => {
    const { unranged = [], candidates } = weakest ?? {};

    expect(unranged.length).toBe(3);
    expect(candidates?.value).toBeGreaterThan(3);
    expect(unranged.map(({ collection, element }) => `${collection}.${element}`)).toContain(
      "tasks.answer.act",
    );
    expect(unranged.every(({ tasks, numbers }) => tasks.value === 1 && numbers.value > 0)).toBe(true);
  });

  it("[WA4] scales place and spread, leaves futures alone and stops shares at 1", () => {
    const twice = scaledStudy(study, { collection: "authorities", element: "law" }, 2);
    const [, [approval] = []] = twice.authorities.get("law")?.steps ?? [];
    const held = scaledStudy(study, { collection: "holdings", element: "units" }, 2).holdings.get("units");

    expect(approval?.hesitates.distribution).toMatchObject({
      low: { value: 0 },
      mode: { value: 2 },
      high: { value: 4 },
    });
    expect(approval?.given.amount).toEqual({ kind: "number", value: 1 });
    expect(held?.quantity.amount).toEqual({ kind: "number", value: 2 });
    expect(held?.ready.distribution).toEqual(study.holdings.get("units")?.ready.distribution);
    expect(twice.levers.size).toBe(0);
  });

  it("[WA4] knows what tasks lean on", () => {
    const leaning = leaningTasks(study);

    for (const element of [
      "holdings.units",
      "information.picture",
      "authorities.law",
      "deciders.registry",
      "mechanisms.channel",
      "incidents.alarm",
    ])
      expect([...(leaning.get(element) ?? [])]).toEqual(["answer.act"]);
    expect(leaning.has("levers.quick")).toBe(false);
  });
});
