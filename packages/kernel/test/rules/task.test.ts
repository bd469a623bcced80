import { describe, expect, it } from "vitest";
import { engines } from "../differential/engine.ts";
import { fire, runMini, story } from "./run-mini.ts";

const team = (holdings: string): string => `holdings:\n${holdings.trim().replaceAll(/^ */gm, "  ")}`;

describe.each(engines)("tasks in the $name", (engine) => {
  it("[K20] open when all before them are fulfilled, and fail when one is not", () => {
    const run = runMini(
      engine,
      fire(
        {
          a: "needs: {unit: 1}, takes: 2 h",
          b: "needs: {unit: 1}, takes: 3 h, after: a",
          c: "needs: {unit: 1}, takes: 9 h, expires: 4 h",
          d: "needs: {unit: 1}, after: [a, c]",
          e: "needs: {unit: 1}, after: c, even-if-failed: true",
        },
        team("a: {of: A, what: unit, quantity: 5, at: here, assumption: true}"),
      ),
    );

    expect(story(run, "opened", "closed")).toEqual(
      expect.arrayContaining(["2 opened b", "5 closed b 1", "4 closed d", "4 opened e"]),
    );
    expect(story(run, "opened")).not.toContain("4 opened d");
  });

  it("[K20] close the others of an any-of when one is fulfilled", () => {
    const run = runMini(
      engine,
      fire(
        {
          fast: "needs: {unit: 1}, takes: 1 h",
          slow: "needs: {unit: 1}, takes: 9 h",
          next: "needs: {unit: 1}, takes: 1 h, any-of: [fast, slow]",
        },
        team("a: {of: A, what: unit, quantity: 3, at: here, recovers: 2 h, assumption: true}"),
      ),
    );

    expect(story(run, "opened", "closed", "done")).toEqual([
      expect.stringMatching(/^0 opened/),
      expect.stringMatching(/^0 opened/),
      "1 done fast A a 1",
      "1 closed fast 1",
      "1 closed slow",
      "1 opened next",
      "2 done next A a 1",
      "2 closed next 1",
    ]);
  });

  it("[K20] leave skipped tasks out of an any-of, and take them as fulfilled in after", () => {
    const run = runMini(
      engine,
      fire(
        {
          a: "needs: {unit: 1}, takes: 1 h, when: [{fact: wet, is: yes}]",
          b: "needs: {unit: 1}, takes: 2 h",
          c: "needs: {unit: 1}, any-of: [a, b]",
          d: "needs: {unit: 1}, after: a",
        },
        team("a: {of: A, what: unit, quantity: 9, at: here, assumption: true}"),
        ", facts: {wet: no}",
      ),
    );

    expect(story(run, "skipped")).toEqual(["0 skipped a"]);
    expect(story(run, "opened")).toEqual(expect.arrayContaining(["0 opened b", "0 opened d", "2 opened c"]));
  });

  it("[K21] without needs are done by lead, supports and accountable organisations, who bind nothing", () => {
    const run = runMini(
      engine,
      `${fire({ go: "takes: 2 h, accountable: {Q: C}" })}roles: {fight.go: {lead: B, supports: [A]}}`,
    );

    expect(story(run)).toEqual([
      "0 onset fire",
      "0 opened go",
      "0 share go B 1",
      "0 permit go B",
      "0 arrived go B 1",
      "2 done go B 1",
      "2 closed go 1",
    ]);
  });

  it("[K21] of presence last as long as they take, from opening", () => {
    const run = runMini(
      engine,
      fire(
        { go: "needs: {unit: 1}, takes: 6 h, accrues: presence, outcome: true, value: 12, expires: 4 d" },
        team("a: {of: A, what: unit, quantity: 1, at: here, ready: 2 h, assumption: true}"),
      ),
    );

    expect(story(run, "arrived", "closed")[0]).toBe("2 arrived go A a 1");
    expect(story(run, "closed")[0]).toMatch(/^6 closed go 0\.66666/);
    expect(run.outputs.delivered[0]).toBeCloseTo(8, 12);
  });

  it("[K22] ask the role plan first, then who is there soonest, then by key", () => {
    const holdings = team(`
      a: {of: A, what: unit, quantity: 1, at: here, ready: 3 h, assumption: true}
      b: {of: B, what: unit, quantity: 1, at: here, ready: 1 h, assumption: true}
      c: {of: C, what: unit, quantity: 1, at: here, ready: 3 h, assumption: true}
    `);
    const shares = (roles: string): readonly string[] =>
      story(runMini(engine, fire({ go: "needs: {unit: 3}, takes: 1 h" }, holdings + roles)), "share");

    expect(shares("")).toEqual(["0 share go B b 1 (1)", "0 share go A a 1 (1)", "0 share go C c 1 (1)"]);
    expect(shares("\nroles: {fight.go: {lead: C, supports: [A]}}")).toEqual([
      "0 share go C c 1 (1)",
      "0 share go A a 1 (1)",
      "0 share go B b 1 (1)",
    ]);
  });

  it("[K22] lose a need that nobody can meet, for want of capability or of law", () => {
    const holder = (of: string): string =>
      team(`a: {of: ${of}, what: unit, quantity: 5, at: here, assumption: true}`);

    expect(story(runMini(engine, fire({ go: "needs: {unit: 2}" })), "lost", "closed")).toEqual([
      "0 lost go unit capability 2",
      "0 closed go",
    ]);
    expect(story(runMini(engine, fire({ go: "needs: {unit: 2}" }, holder("F"))), "lost", "closed")).toEqual([
      "0 lost go unit law.basis 2",
      "0 closed go",
    ]);
  });

  it("[K23] share a need greedily and wait in the first pool for the rest", () => {
    const run = runMini(
      engine,
      fire(
        { go: "needs: {people: {quantity: 4, either: {unit: 1.5}}}, takes: 1 h" },
        team(`
          a: {of: A, what: unit, quantity: 4, at: here, assumption: true}
          b: {of: B, what: unit, quantity: 2, at: here, assumption: true}
        `),
      ),
    );

    expect(story(run, "share", "pooled").slice(0, 3)).toEqual([
      "0 share go A a 2 (3)",
      "0 share go B b 1 (2)",
      "0 pooled go A unit capability 1",
    ]);
  });

  it("[K24] get ready from opening or from the permit, as they say", () => {
    const law = `
authorities:
  L: {says: may, acts-through: [F], activities: [fight], steps: [{order: G, takes: 5 h}], assumption: true}
`;
    const holding = team("f: {of: F, what: unit, quantity: 1, at: here, ready: 3 h, assumption: true}");
    const arrival = (task: string): readonly string[] =>
      story(runMini(engine, fire({ go: `needs: {unit: 1}, takes: 1 h${task}` }, holding + law)), "arrived");

    expect(arrival("")).toEqual(["8 arrived go F f 1"]);
    expect(arrival(", prepare: on-open")).toEqual(["5 arrived go F f 1"]);
  });

  it("[K25] are served by units that come home and by units that arrive", () => {
    const run = runMini(
      engine,
      fire(
        { go: "needs: {unit: 3}, takes: 2 h" },
        team(`
          a: {of: A, what: unit, quantity: 1, at: here, recovers: 5 h, arrives: [{quantity: 1, after: 27 h}], assumption: true}
        `),
      ),
    );

    expect(story(run, "share", "freed", "closed")).toEqual([
      "0 share go A a 1 (1)",
      "3 share go A a 1 (1)",
      "7 freed go A a 1",
      "7 share go A a 1 (1)",
      "9 closed go 1",
      "10 freed go A a 1",
      "14 freed go A a 1",
    ]);
  });

  it("[K2] [K25] see one supply where an arrival and a lever fall on one tick", () => {
    const text = fire(
      { go: "needs: {unit: 3}, takes: 2 h" },
      `${team("a: {of: A, what: unit, quantity: 1, at: here, arrives: [{quantity: 1, after: 27 h}, {quantity: 1, after: 27 h}], assumption: true}")}
levers:
  more: {kind: capability, proposed: analyst, change: [{set: holdings.a.quantity, to: 2}], takes: 27 h, assumption: true}
packages: {all: {levers: [more]}}
`,
    );
    const { status } = runMini(engine, text, { packageId: "all", mode: "timed" });
    const apart = runMini(engine, text.replace("takes: 27 h", "takes: 28 h"), {
      packageId: "all",
      mode: "timed",
    });

    expect(apart.status.events - status.events).toBe(1);
  });

  it("[K26] are served by priority first, then by opening", () => {
    const run = runMini(
      engine,
      `
incidents:
  one: {at: here, dates: [2012-04-02], calls: low, assumption: true}
  two: {at: here, dates: [2012-04-02T01:00], calls: low, assumption: true}
  three: {at: here, dates: [2012-04-02T02:00], calls: high, assumption: true}
missions:
  low: {domain: D, tasks: {go: {activity: fight, needs: {unit: 1}, takes: 4 h}}, assumption: true}
  high: {domain: D, priority: 1, tasks: {now: {activity: fight, needs: {unit: 1}, takes: 4 h}}, assumption: true}
holdings:
  a: {of: A, what: unit, quantity: 1, at: here, assumption: true}
`,
    );

    expect(story(run, "share", "pooled")).toEqual([
      "0 share go A a 1 (1)",
      "1 pooled go A unit capability 1",
      "2 pooled now A unit capability 1",
      "4 share now A a 1 (1)",
      "8 share go A a 1 (1)",
    ]);
  });

  it("[K27] that close send home who is on scene and free at once who has not left", () => {
    const run = runMini(
      engine,
      fire(
        { go: "needs: {unit: 3}, takes: 9 h, expires: 4 h" },
        `
capabilities:
  truck: {unit: truck, moves: road, speed: 60 km/h, assumption: true}
places:
  far: {at: 11 N 20 E}
routes:
  road: {joins: [here, far], mode: road, length: 600 km, assumption: true}
holdings:
  a: {of: A, what: unit, quantity: 1, at: here, recovers: 2 h, assumption: true}
  b: {of: A, what: unit, quantity: 2, at: here, ready: 5 h, recovers: 2 h, assumption: true}
`,
      ),
    );

    expect(story(run, "closed", "freed")).toEqual(["4 closed go", "4 freed go A b 2", "6 freed go A a 1"]);
  });

  it("[K27] that close turn back who is under way, for as long as it has travelled", () => {
    const run = runMini(
      engine,
      fire(
        { go: "needs: {truck: 1}, takes: 9 h, expires: 4 h" },
        `
capabilities:
  truck: {unit: truck, moves: road, speed: 60 km/h, assumption: true}
places:
  far: {at: 11 N 20 E}
routes:
  road: {joins: [here, far], mode: road, length: 600 km, assumption: true}
holdings:
  t: {of: A, what: truck, quantity: 1, at: far, ready: 1 h, recovers: 2 h, assumption: true}
`,
      ),
    );

    expect(story(run, "closed", "freed")).toEqual(["4 closed go", "9 freed go A t 1"]);
  });
});
