import { describe, expect, it } from "vitest";
import { assess } from "../../src/assess.ts";
import { obstacleStudy } from "../small-study.ts";

const study = obstacleStudy({
  ready: "{observed: [0 h, 10 h]}",
  missions: `  wait:
    name: {ja: 待機, en: Wait}
    domain: D2
    assumption: true
    tasks:
      stay: {activity: act, needs: {unit: 1}, knows: [picture], takes: 1 h, outcome: true, value: 1, expires: 9 h}`,
  incidents:
    "  bell: {name: {ja: 鐘, en: Bell}, at: scene, dates: [2012-01-03], for: people, calls: wait, assumption: true}",
  more: `levers:
  quick: {name: {ja: 迅速, en: Quick}, kind: capability, answers: [answer.act], change: [{set: holdings.units.ready, to: 0 h}], proposed: analyst, assumption: true}
  other: {name: {ja: 他, en: Other}, kind: capability, answers: [wait.stay], change: [{set: holdings.units.quantity, to: 2}], proposed: analyst, assumption: true}
packages:
  one: {name: {ja: 一, en: One}, levers: [quick]}
  two: {name: {ja: 二, en: Two}, levers: [other]}
`,
});

describe("a plan of some domains", () => {
  it("[S7] reports what is about them, with the numbers of the whole", () => {
    const whole = assess(study);
    const part = assess(study, { domains: ["D1"] });

    expect(part.baseline.domains).toEqual(whole.baseline.domains.filter(({ domain }) => domain === "D1"));
    expect(part.roles.map(({ task }) => task)).toEqual(["answer.act"]);
    expect(part.causes).toEqual(
      whole.causes.filter(({ scope }) => scope.id === "D1" || scope.id === "answer"),
    );
    expect(part.closing.map(({ scope }) => scope.id).sort()).toEqual(["answer", "answer.act"]);
    expect(part.equality.every(({ domain }) => domain === undefined || domain === "D1")).toBe(true);
  });

  it("[S7] tries the levers and packages that answer them, unless others are asked for", () => {
    const part = assess(study, { domains: ["D1"] });
    const asked = assess(study, { domains: ["D1"], packages: ["two"], levers: [] });

    expect(part.levers.map(({ id }) => id)).toEqual(["quick"]);
    expect(part.packageGains.map(({ id }) => id)).toEqual(["one"]);
    expect(asked.packageGains.map(({ id, gains }) => [id, gains.map(({ domain }) => domain)])).toEqual([
      ["two", ["D1"]],
    ]);
    expect(() => assess(study, { domains: ["D9"] })).toThrow(RangeError);
  });
});
