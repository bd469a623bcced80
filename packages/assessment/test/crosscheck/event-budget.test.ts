import { describe, expect, it } from "vitest";
import { assess } from "../../src/assess.ts";
import { planJobs } from "../../src/run/plan-jobs.ts";
import { editedStudy } from "./plain-study.ts";
import { unbalancedCauses, unsoundFigures } from "./sound-number.ts";

const flood = { "dates: [2012-01-02, 2012-01-09, 2012-01-16]": "rate: 1000000 /h" };

describe("an assessment of incidents without end", () => {
  const found = assess(editedStudy(flood), { budget: 400 });

  it("[V3] cuts every replication off and says so of every run", () => {
    const cut = found.notices.filter(({ code }) => code === "cut-runs");

    expect(new Set(cut.map(({ args }) => args["run"]))).toEqual(new Set(found.runs.map(({ key }) => key)));
    expect(cut.find(({ args }) => args["run"] === "baseline/in-force/refused")?.args["count"]).toBe(4);
  });

  it("[V3] keeps to numbers all the same", () => {
    expect(unsoundFigures(found)).toEqual([]);
    expect(unbalancedCauses(found)).toEqual([]);
  });

  it("[V3] is silent where the budget is enough", () => {
    const { notices } = assess(editedStudy({}), { budget: 400 });

    expect(notices.filter(({ code }) => code === "cut-runs")).toEqual([]);
  });

  it("[V3] refuses a budget that is none", () => {
    for (const budget of [0, -1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => planJobs(editedStudy({}), { budget })).toThrow(RangeError);
  });
});
