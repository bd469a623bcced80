import { log1p } from "@shikumi/core/math";
import { child, indexName, type Name, nameOf, runName, uniform } from "@shikumi/core/random";
import { describe, expect, it } from "vitest";
import { nameText } from "../../src/run-spec.ts";
import { engines } from "../differential/engine.ts";
import { column, fire, runMini, story } from "./run-mini.ts";

const stream = (name: string): Name => child(runName(1, 0, 0), nameOf(`incidents/${name}`));
const drawOf = (name: Name, purpose: string): number => uniform(child(name, nameOf(purpose)));
const raid = (fields: string, rest = ""): string => `
incidents:
  raid: {at: here, assumption: true, ${fields}}
missions:
  fight: {domain: D, tasks: {go: {activity: fight, outcome: true, value: {uniform: [0, 10]}, expires: 1 d}}, assumption: true}
${rest}`;

describe.each(engines)("demand in the $name", (engine) => {
  it("[K10] comes at gaps named by stream and number, up to the horizon", () => {
    const ticks: number[] = [];
    let tick = 0;
    for (let k = 0; ; k++) {
      const u = drawOf(child(stream("raid"), indexName(k)), "gap");
      tick += Math.floor((-log1p(-u) / (1 / 24)) * 2048 + 0.5);
      if (tick >= 30 * 24 * 2048) break;
      ticks.push(tick);
    }

    const { trace } = runMini(engine, raid("rate: 1 /d"));

    expect(trace.filter((entry) => entry.what === "onset").map((entry) => entry.tick)).toEqual(ticks);
  });

  it("[K10] is one list for all packages: a lever that raises the rate adds incidents and moves none", () => {
    const text = raid(
      "rate: 0.5 /d",
      `levers:
  more: {kind: law, proposed: analyst, change: [{set: incidents.raid.rate, to: 1 /d}], assumption: true}
packages:
  all: {levers: [more]}
`,
    );
    const times = (packageId: string): readonly number[] =>
      runMini(engine, text, { packageId })
        .trace.filter((entry) => entry.what === "onset")
        .map((entry) => entry.tick);

    const [few, many] = [times("baseline"), times("all")];

    expect(few.length).toBeLessThan(many.length);
    expect(few.every((tick) => many.includes(tick))).toBe(true);
  });

  it("[K11] is thinned by season and window", () => {
    const all = runMini(engine, raid("rate: 4 /d"), { charter: "start: 2012-04-16" }).trace;
    const half = runMini(engine, raid("rate: 4 /d, season: {apr: 0}, until: 2012-05-10"), {
      charter: "start: 2012-04-16",
    });
    const may = 15 * 24 * 2048;
    const until = 24 * 24 * 2048;

    expect(half.trace).toEqual(all.filter((entry) => entry.tick >= may && entry.tick < until));
    expect(half.trace.length).toBeGreaterThan(10);
  });

  it("[K11] thickens in bursts, which lie where their own draws put them", () => {
    const text = raid("rate: 1 /d, clusters: {gap: 48 h, lasts: 24 h, times: 9}");
    const { trace } = runMini(engine, text, { charter: "seed: 3" });
    const hours = trace.map((entry) => entry.tick / 2048);
    const inBurst = hours.filter((hour) => hour % 72 >= 48);

    expect(inBurst.length / hours.length).toBeGreaterThan(0.6);
    expect(inBurst.length).toBeLessThan(hours.length);
  });

  it("[K12] draws place and facts by weight, under the incident's name", () => {
    const text = raid(
      "rate: 4 /d, at: {here: 1, there: 3}, facts: {wet: 0.25}, calls: [{mission: fight, when: [wet]}]",
      "places: {there: {at: 11 N 20 E}}",
    ).replace("at: here, ", "");
    const { trace, outputs } = runMini(engine, text);
    const incidents = trace.filter((entry) => entry.what === "onset").length;
    const expected = Array.from({ length: incidents + 20 }, (_, k) => child(stream("raid"), indexName(k)))
      .filter((name) => trace.some((entry) => entry.what === "onset" && entry.incident === nameText(name)))
      .filter((name) => drawOf(name, "fact/wet") < 0.25).length;

    expect(column(outputs, "instances")).toEqual({ "fight.go": expected });
    expect(expected).toBeGreaterThan(10);
  });

  it("[K13] cascades by chance and delay, inheriting place and facts", () => {
    const text = `
incidents:
  quake: {at: here, dates: [2012-04-02], facts: {wet: yes}, causes: [{incident: flood, chance: 1, after: 3 h}, {incident: flood, chance: 0}], assumption: true}
  flood: {at: here, calls: [{mission: fight, when: [wet]}], assumption: true}
missions:
  fight: {domain: D, tasks: {go: {activity: fight}}, assumption: true}
`;
    const run = runMini(engine, text);
    const quake = child(child(stream("quake"), nameOf("date")), indexName(0));
    const flood = child(child(quake, nameOf("causes/flood")), indexName(0));

    expect(story(run, "onset")).toEqual(["0 onset quake", "3 onset flood"]);
    expect(run.trace[1]?.incident).toBe(nameText(flood));
    expect(run.outputs.instances[0]).toBe(1);
  });

  it("[K14] opens what has no predecessor, skips what does not apply, and expires from onset", () => {
    const run = runMini(
      engine,
      fire(
        {
          a: "needs: {unit: 1}, takes: 9 h, expires: 2 h, outcome: true, value: 5",
          b: "when: [wet], outcome: true, value: 7, expires: 3 h",
        },
        "holdings: {a: {of: A, what: unit, quantity: 1, at: here, assumption: true}}",
        ", facts: {wet: no}",
      ),
    );

    expect(story(run, "skipped", "opened", "closed")).toEqual(["0 skipped b", "0 opened a", "2 closed a"]);
    expect(column(run.outputs, "instances")).toEqual({ "fight.a": 1, "fight.b": 0 });
    expect(column(run.outputs, "demanded")).toEqual({ "fight.a": 5, "fight.b": 0 });
  });

  it("[K15] counts what an averted incident would have called for", () => {
    const text = `
incidents:
  first: {at: here, dates: [2012-04-02], calls: guard, assumption: true}
  raid: {at: here, rate: 6 /d, calls: fight, suppressed-by: {mission: guard, lag: 5 d, at-most: 1}, assumption: true}
missions:
  guard: {domain: D, tasks: {go: {activity: guard, outcome: true, value: 1, expires: 1 d, needs: {unit: 1}}}, assumption: true}
  fight: {domain: D, tasks: {go: {activity: fight, outcome: true, value: 3, expires: 1 d}}, assumption: true}
holdings:
  a: {of: A, what: unit, quantity: 1, at: here, assumption: true}
`;
    const { trace, outputs } = runMini(engine, text);
    const averted = trace.filter((entry) => entry.what === "averted");
    const free = runMini(engine, text.replace(/suppressed-by: \{.*?\}, /, "")).trace.filter(
      ({ what }) => what === "onset",
    );

    expect(averted.length).toBeGreaterThan(10);
    expect(averted.every((entry) => entry.tick > 6 * 24 * 2048 && entry.tick <= 11 * 24 * 2048)).toBe(true);
    expect(outputs.averted[outputs.layout.missions.indexOf("fight")]).toBe(3 * averted.length);
    expect(outputs.avertedInstances[outputs.layout.missions.indexOf("fight")]).toBe(averted.length);
    expect(trace.filter(({ what }) => what === "onset").length + averted.length).toBe(free.length);
  });

  it("[K16] takes an unknown fact as the switch says, and knows three values", () => {
    const opened = (when: string, undetermined: "granted" | "refused"): boolean =>
      story(
        runMini(engine, fire({ go: `when: [${when}]` }, "", ", facts: {wet: yes}"), { undetermined }),
      ).includes("0 opened go");

    expect(["granted", "refused"].map((side) => opened("nobody-knows", side as "granted"))).toEqual([
      true,
      false,
    ]);
    expect(opened("{not: nobody-knows}", "granted")).toBe(true);
    expect(opened("{any: [nobody-knows, wet]}", "refused")).toBe(true);
    expect(opened("{all: [nobody-knows, {not: wet}]}", "granted")).toBe(false);
    expect(opened("{within: 0 h}", "refused")).toBe(true);
  });
});
