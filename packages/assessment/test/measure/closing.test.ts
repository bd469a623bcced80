import { describe, expect, it } from "vitest";
import { causesOfSet, closingFindings, relaxationOfSet } from "../../src/measure/closing.ts";
import { relaxationCount } from "../../src/run/evaluate-job.ts";
import { studyOf } from "../small-study.ts";
import { emptyResult, layoutOfTasks, runOfResults } from "../synthetic-run.ts";

const twoTasks = studyOf(`
study: {title: {ja: 二つ, en: Two}, baseline: 2011-12-31, horizon: 30 d, closing: 0.9}
missions:
  answer:
    name: {ja: 対処, en: Answer}
    domain: D1
    assumption: true
    tasks:
      first: {activity: act, takes: 1 h, outcome: true, value: 1, expires: 4 h}
      second: {activity: act, takes: 1 h, outcome: true, value: 1, expires: 4 h}
      third: {activity: act, takes: 1 h}
`);

/** A run with ten instances of each task, of which `met(task, mask)` meet the standard. */
function runMeeting(met: (task: number, mask: number) => number) {
  const result = emptyResult(0, layoutOfTasks(["first", "second", "third"]), 1);
  result.instances.fill(10);
  result.missionInstances.fill(10);
  for (let mask = 0; mask < relaxationCount; mask++) {
    for (let task = 0; task < 3; task++) result.relaxedStandardMet[mask * 3 + task] = met(task, mask);
  }
  return runOfResults(twoTasks, [result], 1);
}

const law = 3;
const capability = 8;

describe("closingFindings", () => {
  it("[X3] relaxes law as a whole and every other cause by its own bit", () => {
    expect(relaxationOfSet(0b00001)).toBe(3);
    expect(relaxationOfSet(0b00010)).toBe(4);
    expect(relaxationOfSet(0b10000)).toBe(32);
    expect(relaxationOfSet(0b11111)).toBe(63);
    expect(causesOfSet(0b00101)).toEqual(["law", "capability"]);
  });

  it("[X3] names the minimal sets of a task at the charter's threshold", () => {
    const run = runMeeting((_, mask) => ((mask & law) === law || mask & capability ? 9 : 8));

    const first = closingFindings(run).find(({ scope }) => scope.id === "answer.first");

    expect(first?.threshold).toBe(0.9);
    expect(first?.sets.map((set) => set.causes)).toEqual([["law"], ["capability"]]);
    expect(first?.sets[0]?.share.value).toBe(0.9);
  });

  it("[X3] says that a task is met already, or that nothing closes it", () => {
    const run = runMeeting((task) => (task === 0 ? 10 : 5));

    const [first, second] = closingFindings(run);

    expect(first?.sets.map((set) => set.causes)).toEqual([[]]);
    expect(second?.sets).toEqual([]);
  });

  it("[X4] closes a mission only with the least of its outcome tasks", () => {
    const run = runMeeting((task, mask) => {
      if (task === 0) return (mask & law) === law ? 10 : 0;
      if (task === 1) return mask & capability ? 9 : 0;
      return 0;
    });

    const mission = closingFindings(run).find(({ scope }) => scope.kind === "mission");

    expect(mission?.sets.map((set) => set.causes)).toEqual([["law", "capability"]]);
    expect(mission?.sets[0]?.share.value).toBe(0.9);
    expect(mission?.instances).toBe(10);
  });
});
