import { estimateRatio } from "@shikumi/analysis";
import type { Study } from "@shikumi/model";
import { describe, expect, it } from "vitest";
import { assemble } from "../src/assemble.ts";
import { assess, assessSteps } from "../src/assess.ts";
import type { Figure } from "../src/findings.ts";
import { createContext } from "../src/run/context.ts";
import { evaluateJob } from "../src/run/evaluate-job.ts";
import { planJobs } from "../src/run/plan-jobs.ts";
import { obstacleStudy } from "./small-study.ts";

const levers = `
levers:
  faster:
    name: {ja: 迅速化, en: Faster}
    kind: capability
    change: [{set: holdings.units.ready, to: 0 h}]
    cost: 12 JPY
    effort: 3
    takes: 10 d
    adopted: 1
    proposed: analyst
    assumption: true
  idle:
    name: {ja: 無為, en: Idle}
    kind: mechanism
    change: [{add: mechanisms.idle, to: {name: {ja: 無為, en: Idle}, between: [OWN, OTHER]}}]
    takes: 0 h
    adopted: 1
    proposed: analyst
    assumption: true
packages:
  quick: {name: {ja: 迅速, en: Quick}, levers: [faster]}
  empty: {name: {ja: 空, en: Empty}, levers: [idle]}
`;

/** Half of the three incidents of each run are lost, on average: the unit is ready in time in one case of two. */
const uncertain = (): Study =>
  obstacleStudy({ ready: "{discrete: {0 h: 0.5, 10 h: 0.5}}", more: levers, futures: 4, replications: 3 });

/** Every figure in a finding, wherever it stands. */
function figuresIn(value: unknown): readonly Figure[] {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return [];
  if ("unit" in value && "run" in value && "low" in value) return [value as Figure];
  return Object.values(value).flatMap(figuresIn);
}

const whole = assess(uncertain());

describe("assess", () => {
  it("[S2] gives the same findings whatever the order and the place in which its jobs were done", () => {
    const study = uncertain();
    const { jobs } = planJobs(study, {});
    const results = [...jobs].reverse().map((job) => evaluateJob(createContext(study), job));

    expect(assemble(study, {}, jobs, results)).toEqual(whole);
  });

  it("[S2] can be taken step by step, with the same findings", () => {
    const steps = assessSteps(uncertain(), {});
    const told: number[] = [];
    let step = steps.next();
    while (step.done !== true) {
      told.push(step.value.done);
      step = steps.next();
    }

    expect(step.value).toEqual(whole);
    expect(told).toEqual(Array.from({ length: told.length }, (_, index) => index + 1));
  });

  it("[S2] refuses results that are not those of its jobs", () => {
    const study = uncertain();
    const { jobs } = planJobs(study, {});

    expect(() => assemble(study, {}, jobs, [])).toThrow(RangeError);
  });

  it("[S1] gives every figure an address of its own and the key of a run that was made", () => {
    const figures = figuresIn(whole);
    const keys = new Set(["study", ...whole.runs.map((run) => run.key)]);

    expect(figures.length).toBeGreaterThan(100);
    expect(new Set(figures.map((figure) => figure.id)).size).toBe(figures.length);
    for (const figure of figures) expect(keys).toContain(figure.run);
  });

  it("[S4] measures effectiveness as the ratio of sums over futures, with its interval", () => {
    const study = uncertain();
    const { jobs } = planJobs(study, {});
    const context = createContext(study);
    const results = jobs
      .filter((job) => job.run === "baseline/in-force/refused")
      .map((job) => evaluateJob(context, job));
    const total = (column: Float64Array): number => column.reduce((sum, value) => sum + value, 0);

    const { mean, low, high } = estimateRatio(
      Float64Array.from(results, (result) => total(result.delivered)),
      Float64Array.from(results, (result) => total(result.demanded)),
    );

    expect(whole.baseline.domains[0]?.effectiveness.refused).toMatchObject({
      value: mean,
      low: Math.max(0, low),
      high: Math.min(1, high),
    });
    expect(mean).toBeGreaterThan(0);
    expect(mean).toBeLessThan(1);
    expect(total(Float64Array.from(results, (result) => total(result.demanded)))).toBe(4 * 3 * 3 * 10);
  });

  it("[S4] states standard met, coverage, first effect, floor and worst tenth", () => {
    const [task] = whole.baseline.tasks;
    const [mission] = whole.baseline.missions;
    const share = whole.baseline.domains[0]?.effectiveness.refused.value;

    expect(task?.instances.value).toBe(36);
    expect(task?.standardMet.value).toBeCloseTo(share as number, 12);
    expect(task?.coverage.value).toBeCloseTo(share as number, 12);
    expect(task?.firstEffect.p10.value).toBeGreaterThanOrEqual(0.75);
    expect(task?.firstEffect.p10.value).toBeLessThanOrEqual(1.25);
    expect(task?.firstEffect.p90.value).toBeLessThanOrEqual(1.25);
    expect(mission?.belowFloor?.value).toBeCloseTo(1 - (share as number), 12);
    expect(mission?.worstTenth.value).toBeLessThanOrEqual(share as number);
    expect(mission?.averted.value).toBe(0);
  });

  it("[S5] finds no gain at all in a lever that changes nothing", () => {
    const idle = whole.levers.find((gain) => gain.id === "idle");

    for (const { ifAdoptedAndUsed, expected } of idle?.gains ?? []) {
      for (const { value, low, high } of [ifAdoptedAndUsed, expected])
        expect([value, low, high]).toEqual([0, 0, 0]);
    }
    expect(idle?.gains).toHaveLength(1);
  });

  it("[S5] states a gain if adopted and used, and a smaller one where the lever comes late", () => {
    const faster = whole.levers.find((gain) => gain.id === "faster");
    const shortfall = 1 - (whole.baseline.domains[0]?.effectiveness.refused.value as number);
    const [gain] = faster?.gains ?? [];

    expect(gain?.ifAdoptedAndUsed.value).toBeCloseTo(shortfall, 12);
    expect(gain?.expected.value).toBeLessThan(shortfall);
    expect(faster).toMatchObject({ with: [], currency: "JPY" });
    expect(faster?.cost?.value).toBe(12);
    expect(faster?.effort?.value).toBe(3);
  });

  it("[S5] gains the same as a package and as a lever alone where the levers are the same", () => {
    const alone = whole.levers.find((gain) => gain.id === "faster")?.gains[0];
    const together = whole.packageGains.find((gain) => gain.id === "quick")?.gains[0];

    expect(together?.ifAdoptedAndUsed.value).toBe(alone?.ifAdoptedAndUsed.value);
    expect(together?.expected.value).toBe(alone?.expected.value);
  });

  it("[X1] adds parts and irreducible up to the shortfall, which is what effectiveness lacks", () => {
    for (const { shortfall, parts, irreducible } of whole.causes) {
      const sum = parts.reduce((total, part) => total + part.figure.value, irreducible.value);

      expect(Math.abs(sum - shortfall.value)).toBeLessThanOrEqual(1e-12);
    }
    const lacking = 1 - (whole.baseline.domains[0]?.effectiveness.granted.value as number);
    expect(whole.causes[0]?.shortfall.value).toBeCloseTo(lacking, 12);
  });

  it("[S3] takes replications for clusters where there is one future, and says so", () => {
    const found = assess(uncertain(), {
      futures: 1,
      replications: 5,
      packages: [],
      levers: [],
      removal: false,
    });

    expect(found.baseline.domains[0]?.effectiveness.refused.low).not.toBeNaN();
    expect(found.notices).toEqual([{ code: "one-future", args: { replications: 5 } }]);
  });

  it("[S3] states no interval for a single run, and says so", () => {
    const found = assess(uncertain(), {
      futures: 1,
      replications: 1,
      packages: [],
      levers: [],
      removal: false,
    });

    expect(found.baseline.domains[0]?.effectiveness.refused.low).toBeNaN();
    expect(found.notices).toEqual([{ code: "one-cluster", args: {} }]);
  });

  it("[S6] says which missions had no demand", () => {
    const quiet = obstacleStudy({ missions: quietMission });

    const found = assess(quiet, { causes: false, removal: false });

    expect(found.notices).toEqual([
      { code: "no-demand", args: { kind: "domain", id: "D2" } },
      { code: "no-demand", args: { kind: "mission", id: "doze" } },
    ]);
    expect(
      found.baseline.domains.find(({ domain }) => domain === "D2")?.effectiveness.refused.value,
    ).toBeNaN();
  });
});

const quietMission = `
  doze: {name: {ja: 休み, en: Doze}, domain: D1, tasks: {rest: {activity: act, outcome: true, value: 1, expires: 1 h, assumption: true}}}
  sleep: {name: {ja: 眠り, en: Sleep}, domain: D2, tasks: {rest: {activity: act, outcome: true, value: 1, expires: 1 h, assumption: true}}}
`;
