import { describe, expect, it } from "vitest";
import { planJobs } from "../../src/run/plan-jobs.ts";
import { leverClosure } from "../../src/run/run-choice.ts";
import { obstacleStudy } from "../small-study.ts";

const levers = `
levers:
  first: {name: {ja: 一, en: First}, kind: capability, change: [{set: holdings.units.quantity, to: 2}], takes: 1 d, adopted: 1, used: 1, proposed: analyst, assumption: true}
  second: {name: {ja: 二, en: Second}, kind: capability, needs: [first], change: [{set: holdings.units.ready, to: 0 h}], takes: 1 d, adopted: 1, used: 1, proposed: analyst, assumption: true}
packages:
  both: {name: {ja: 両方, en: Both}, levers: [first, second]}
`;

describe("planJobs", () => {
  it("[S1] makes the runs of packages, levers with what they need, relaxations and withdrawals", () => {
    const study = obstacleStudy({ more: levers });

    const { runs } = planJobs(study, {});

    expect(runs.map((run) => run.key)).toEqual([
      "baseline/in-force/granted/relaxed",
      "baseline/in-force/refused",
      "baseline/in-force/granted",
      "both/in-force/refused",
      "both/in-force/granted",
      "both/timed/refused",
      "both/timed/granted",
      "lever.first/in-force/refused",
      "lever.first/timed/refused",
      "lever.second/in-force/refused",
      "lever.second/timed/refused",
      "baseline/in-force/refused/without-OTHER",
      "baseline/in-force/refused/without-OWN",
    ]);
    expect(runs.find((run) => run.package === "lever.second")?.levers).toEqual(["first", "second"]);
  });

  it("[S1] makes only what is asked for", () => {
    const study = obstacleStudy({ more: levers });

    const { runs } = planJobs(study, {
      packages: [],
      levers: ["first"],
      causes: false,
      removal: false,
      futures: 3,
    });

    expect(runs.map((run) => run.package)).toEqual(["baseline", "baseline", "lever.first", "lever.first"]);
    expect(runs.every((run) => run.futures === 3 && run.replications === 2)).toBe(true);
  });

  it("[S2] cuts every run into one job a future, and numbers the jobs by their place", () => {
    const { runs, jobs } = planJobs(obstacleStudy(), { futures: 4 });

    expect(jobs).toHaveLength(4 * runs.length);
    expect(jobs.map((job) => job.index)).toEqual([...jobs.keys()]);
    expect(new Set(jobs.map((job) => `${job.run} ${job.future}`)).size).toBe(jobs.length);
  });

  it("[S1] refuses counts and names that make no plan", () => {
    const study = obstacleStudy();

    expect(() => planJobs(study, { futures: 0 })).toThrow(RangeError);
    expect(() => planJobs(study, { replications: 1.5 })).toThrow(RangeError);
    expect(() => planJobs(study, { packages: ["absent"] })).toThrow(RangeError);
    expect(() => planJobs(study, { levers: ["absent"] })).toThrow(RangeError);
  });

  it("[S6] leaves levers out that do not combine, with a notice", () => {
    const study = obstacleStudy({
      more: `
levers:
  first: {name: {ja: 一, en: First}, kind: capability, excludes: [second], change: [{set: holdings.units.quantity, to: 2}], takes: 1 d, adopted: 1, used: 1, proposed: analyst, assumption: true}
  second: {name: {ja: 二, en: Second}, kind: capability, change: [{set: holdings.units.ready, to: 0 h}], takes: 1 d, adopted: 1, used: 1, proposed: analyst, assumption: true}
  third: {name: {ja: 三, en: Third}, kind: capability, needs: [first, second], change: [{set: holdings.units.recovers, to: 0 h}], takes: 1 d, adopted: 1, used: 1, proposed: analyst, assumption: true}
`,
    });

    const { runs, notices } = planJobs(study, {});

    expect(notices).toEqual([{ code: "levers-do-not-combine", args: { id: "third" } }]);
    expect(runs.some((run) => run.package === "lever.third")).toBe(false);
  });

  it("[S1] follows needs of needs", () => {
    const study = obstacleStudy({ more: levers });

    expect(leverClosure(study, "second")).toEqual(["first", "second"]);
    expect(leverClosure(study, "first")).toEqual(["first"]);
  });
});
