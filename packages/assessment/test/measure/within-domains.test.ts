import { compile, independentParts } from "@shikumi/kernel";
import { describe, expect, it } from "vitest";
import { assess } from "../../src/assess.ts";
import type { Job } from "../../src/plan.ts";
import { createContext } from "../../src/run/context.ts";
import { evaluateJob } from "../../src/run/evaluate-job.ts";
import { planJobs } from "../../src/run/plan-jobs.ts";
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

  it("[S7] runs only the parts of the study that they lie in, with the same numbers", () => {
    const apart = obstacleStudy({
      ready: "{observed: [0 h, 10 h]}",
      missions: `  mend:
    name: {ja: 修理, en: Mend}
    domain: D2
    assumption: true
    tasks:
      mend: {activity: mend, needs: {}, takes: 1 h, outcome: true, value: 1, expires: 9 h}`,
      incidents:
        "  bell: {name: {ja: 鐘, en: Bell}, at: scene, dates: [2012-01-03], for: people, calls: mend, assumption: true}",
      more: `levers:
  quick: {name: {ja: 迅速, en: Quick}, kind: capability, answers: [answer.act], change: [{set: holdings.units.ready, to: 0 h}], proposed: analyst, assumption: true}
`,
    });
    expect(independentParts(compile(apart, [], { mode: "in-force" })).count).toBe(2);
    const whole = assess(apart);
    const { jobs } = planJobs(apart, { domains: ["D1"] });
    const part = assess(apart, { domains: ["D1"] });
    const eventsOf = (job: Job | undefined): number =>
      job === undefined ? Number.NaN : evaluateJob(createContext(apart), job).events;
    const limited = jobs.find(({ run }) => run === "lever.quick/in-force/refused");
    const present = jobs.find(({ run }) => run === "baseline/in-force/refused");

    expect(part.levers).toEqual(
      whole.levers.map((one) => ({ ...one, gains: one.gains.filter(({ domain }) => domain === "D1") })),
    );
    expect(part.causes).toEqual(whole.causes.filter(({ scope }) => ["D1", "answer"].includes(scope.id)));
    expect(part.equality.filter(({ domain }) => domain === undefined)).toEqual(
      whole.equality.filter(({ domain }) => domain === undefined),
    );
    expect(present?.domains).toBeUndefined();
    expect(eventsOf(limited)).toBeLessThan(eventsOf({ ...(limited as Job), domains: ["D1", "D2"] }));
  });
});
