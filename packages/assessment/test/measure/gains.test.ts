import type { FutureValues } from "@shikumi/kernel";
import type { Study } from "@shikumi/model";
import { describe, expect, it } from "vitest";
import { type GainRuns, gainFinding } from "../../src/measure/gains.ts";
import { obstacleStudy } from "../small-study.ts";
import { emptyResult, layoutOfTasks, runOfResults } from "../synthetic-run.ts";

const lever = (id: string, costs: string, more = ""): string =>
  `  ${id}: {name: {ja: 手段, en: Lever}, kind: capability, change: [{set: holdings.units.recovers, to: 0 h}], ${costs}, effort: 2, takes: 0 h, adopted: 1, proposed: analyst, assumption: true${more}}`;

const study = obstacleStudy({
  more: `
levers:
${lever("first", "cost: {future: price}", ", eases: {second: 0.5}")}
${lever("second", "cost: 8 JPY")}
${lever("foreign", "cost: 8 USD")}
${lever("free", "cost: 0 USD")}
uncertainties:
  price: {name: {ja: 価格, en: Price}, values: {uniform: [0 JPY, 20 JPY]}, assumption: true}
`,
});

const layout = layoutOfTasks(["act"]);

/** A run of three futures with what was delivered and averted of 100 in each. */
function runOf(base: Study, levers: readonly string[], delivered: readonly number[], averted = 0) {
  const results = delivered.map((value, future) => {
    const result = emptyResult(future, layout, 1);
    result.demanded.fill(100 - averted);
    result.delivered.fill(value);
    result.averted.fill(averted);
    return result;
  });
  const run = runOfResults(base, results, 1);
  return { ...run, reference: { ...run.reference, levers, package: "tried" } };
}

const values: readonly FutureValues[] = [new Map([["price", 4]]), new Map([["price", 8]])];

const baseline = runOf(study, [], [10, 20, 30]);

function gainOf(levers: readonly string[], inForce = baseline): ReturnType<typeof gainFinding> {
  const runs: GainRuns = {
    baseline,
    inForce: { ...inForce, reference: { ...inForce.reference, levers, package: "tried" } },
    timed: baseline,
  };
  return gainFinding(study, "tried", [], runs, values);
}

describe("gainFinding", () => {
  it("[S5] is the difference of effectiveness over paired futures", () => {
    const [gain] = gainOf(["first"], runOf(study, ["first"], [30, 40, 50])).gains;

    expect(gain?.ifAdoptedAndUsed.value).toBeCloseTo(0.2, 12);
    expect(gain?.ifAdoptedAndUsed.low).toBeCloseTo(0.2, 12);
    expect(gain?.ifAdoptedAndUsed.high).toBeCloseTo(0.2, 12);
    expect(gain?.expected.value).toBe(0);
  });

  it("[S4, S5] credits demand that was averted, against one demand", () => {
    const [gain] = gainOf(["first"], runOf(study, ["first"], [10, 20, 30], 40)).gains;

    expect(gain?.ifAdoptedAndUsed.value).toBeCloseTo(0.4, 12);
  });

  it("[S5] adds cost and effort up in the mean of the futures, with what eases them", () => {
    const alone = gainOf(["first"]);
    const both = gainOf(["first", "second"]);

    expect(alone.cost?.value).toBe(6);
    expect(both.cost?.value).toBe(6 + 4);
    expect(both.effort?.value).toBe(2 + 1);
    expect(both.currency).toBe("JPY");
  });

  it("[S5] gives no total of several currencies", () => {
    const mixed = gainOf(["foreign", "second"]);

    expect(mixed.cost).toBeUndefined();
    expect(mixed.currency).toBeUndefined();
  });

  it("[S5] lets a cost of nothing be in any currency", () => {
    expect(gainOf(["free", "second"])).toMatchObject({ currency: "JPY", cost: { value: 8 } });
    expect(gainOf(["free"])).toMatchObject({ currency: "USD", cost: { value: 0 } });
  });
});
