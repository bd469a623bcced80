import { describe, expect, it } from "vitest";
import { timeBin, timeBins } from "../../src/outputs.ts";
import { engines } from "../differential/engine.ts";
import { column, fire, runMini, story } from "./run-mini.ts";

const team = (fields: string): string =>
  `holdings:\n  a: {of: A, what: unit, at: here, assumption: true, ${fields}}\n`;
const outcome = "outcome: true, value: 12, standard: 4 h, expires: 20 h";

describe.each(engines)("acting in the $name", (engine) => {
  const run = (task: string, text: string): ReturnType<typeof runMini> =>
    runMini(engine, fire({ go: task }, text));
  const delivered = (task: string, text: string): number => run(task, text).outputs.delivered[0] as number;

  it("[K47] multiplies what lowers the effect, and never exceeds 1", () => {
    const law = (
      weapons: string,
    ): string => `holdings: {f: {of: F, what: unit, quantity: 1, at: here, assumption: true}}
authorities: {L: {says: may, acts-through: [F], activities: [fight], weapons: ${weapons}, assumption: true}}
`;
    const supply =
      "mechanisms: {M: {between: [P, Q], unlocks: {logistics: {for: [fight]}}, assumption: true}}";
    const task = "needs: {unit: 1}, takes: 1 h, weapons: {soft: 0.5, hard: 3}, without-logistics: 0.25";
    const effect = (text: string): number | undefined =>
      run(task, text).trace.find(({ what }) => what === "arrived")?.amount;

    expect(effect(law("soft"))).toBe(0.125);
    expect(effect(law("soft") + supply)).toBe(0.5);
    expect(effect(law("hard") + supply)).toBe(1);
    expect(effect(law("other"))).toBe(0.25);
  });

  it("[K47] loses effect where parties act together without common planning", () => {
    const text = (planning: boolean): string => `holdings:
  a: {of: A, what: unit, quantity: 1, at: here, assumption: true}
  c: {of: C, what: unit, quantity: 1, at: here, assumption: true}
mechanisms: {M: {between: [P, Q], unlocks: {cell: {}, planning: ${planning}}, assumption: true}}
`;
    const met = (planning: boolean): readonly string[] =>
      story(run("needs: {unit: 2}, takes: 1 h, without-planning: 0.5", text(planning)), "closed");

    expect([met(true), met(false)]).toEqual([["1 closed go 1"], ["1 closed go 0.5"]]);
  });

  it("[K47] seeks stale information again before it works", () => {
    const text = `${team("quantity: 1, ready: 5 h")}information: {pos: {type: picture, from: [G], stale-after: 4 h, assumption: true}}
mechanisms: {M: {between: [P, Q], unlocks: {information: {types: [picture], up-to: secret, takes: 2 h}}, assumption: true}}
`;
    const { trace } = run("needs: {unit: 1}, takes: 1 h, knows: [pos]", text);

    expect(trace.filter(({ what }) => what === "informed").map(({ tick }) => tick / 2048 - 24)).toEqual([
      2, 9,
    ]);
    expect(trace.find(({ what }) => what === "arrived")?.tick).toBe((24 + 9) * 2048);
    const fresh = run("needs: {unit: 1}, takes: 1 h, knows: [pos]", text.replace("4 h", "5 h"));
    expect(story(fresh, "informed")).toEqual(["2 informed go A mechanism (4096)"]);
  });

  it("[K48] leaves a presence when its endurance ends, and is followed by the next", () => {
    const task = "needs: {unit: 1}, takes: 8 h, accrues: presence";
    const result = run(task, `${team("quantity: 2, endures: 3 h, recovers: 1 h")}`);

    expect(story(result, "arrived", "done", "freed", "closed")).toEqual([
      "0 arrived go A a 1",
      "3 done go A a 1",
      "3 arrived go A a 1",
      "4 freed go A a 1",
      "6 done go A a 1",
      "6 arrived go A a 1",
      "7 freed go A a 1",
      "8 closed go 1",
      "9 freed go A a 1",
    ]);
    expect(result.outputs.unitHoursBy[0]).toBe(8);
  });

  it("[K49] values work done at its end by what has decayed till then", () => {
    const after = (takes: number, decays: string): number =>
      delivered(`needs: {unit: 1}, takes: ${takes} h, ${outcome}, decays: ${decays}`, team("quantity: 1"));

    expect([after(4, "linear"), after(8, "linear"), after(20, "none")]).toEqual([12, 9, 0]);
    expect([after(4, "step"), after(5, "step"), after(19, "none")]).toEqual([12, 0, 12]);
    expect(after(7, "{half-life: 3 h}")).toBeCloseTo(6, 12);
  });

  it("[K49] takes the least met of several needs, and credits who raised it", () => {
    const text = `capabilities: {team: {unit: team}}
holdings:
  a: {of: A, what: unit, quantity: 2, at: here, assumption: true}
  b: {of: B, what: team, quantity: 1, at: here, ready: 2 h, assumption: true}
  c: {of: B, what: team, quantity: 1, at: here, ready: 3 h, assumption: true}
mechanisms: {M: {between: [A, B], unlocks: {cell: {}}, assumption: true}}
`;
    const { outputs } = run(`needs: {unit: 2, team: 2}, takes: 1 h, ${outcome}, decays: linear`, text);
    const by = (organisation: string): number =>
      outputs.deliveredBy[outputs.layout.organisations.indexOf(organisation)] as number;

    expect([by("A"), by("B")]).toEqual([0, 12]);
    expect(outputs.firstEffectHours[0]).toBe(3);
  });

  it("[K49] spreads even work over its time, also when it is cut short", () => {
    const text = team("quantity: 1");

    expect(
      delivered(`needs: {unit: 1}, takes: 12 h, accrues: evenly, ${outcome}, decays: step`, text),
    ).toBeCloseTo(4, 12);
    const cut = run(`needs: {unit: 1}, takes: 40 h, accrues: evenly, ${outcome}, decays: none`, text);
    expect(story(cut, "closed")).toEqual(["20 closed go 0.5"]);
    expect(cut.outputs.delivered[0]).toBeCloseTo(6, 12);
  });

  it("[K49] counts presence by the hour and by the least present need, crediting all on scene", () => {
    const text = `holdings:
  a: {of: A, what: unit, quantity: 1, at: here, assumption: true}
  b: {of: B, what: unit, quantity: 3, at: here, ready: 2 h, assumption: true}
mechanisms: {M: {between: [A, B], unlocks: {cell: {}}, assumption: true}}
`;
    const { outputs, trace } = run(
      `needs: {unit: 4}, takes: 8 h, accrues: presence, ${outcome}, decays: none`,
      text,
    );
    const by = (organisation: string): number =>
      outputs.deliveredBy[outputs.layout.organisations.indexOf(organisation)] as number;

    expect(trace.find(({ what }) => what === "closed")?.amount).toBeCloseTo((2 * 0.25 + 6) / 8, 12);
    expect([by("A"), by("B")].map((value) => Math.round(value * 1e6) / 1e6)).toEqual([3, 6.75]);
  });

  it("[K50] notes the first effect and whether the standard was met", () => {
    const result = runMini(
      engine,
      fire(
        {
          fast: `needs: {unit: 1}, takes: 4 h, ${outcome}`,
          half: `needs: {unit: 1}, takes: 5 h, ${outcome}, enough: 0.5`,
          even: `needs: {unit: 1}, takes: 6 h, accrues: evenly, ${outcome}`,
        },
        team("quantity: 9"),
      ),
    );
    const { outputs } = result;
    const hours = (task: string): number =>
      outputs.firstEffectHours[outputs.layout.tasks.indexOf(`fight.${task}`)] as number;

    expect(column(outputs, "standardMet")).toEqual({ "fight.even": 0, "fight.fast": 1, "fight.half": 0 });
    expect(["fast", "half", "even"].map(hours)).toEqual([4, 5, 0]);
    const bins = outputs.firstEffectBins
      .subarray(timeBins * outputs.layout.tasks.indexOf("fight.fast"))
      .subarray(0, timeBins);
    expect(bins[timeBin(4 * 2048)]).toBe(1);
  });
});
