import { child, compareNames, indexName, type Name, nameOf, runName, uniform } from "@shikumi/core/random";
import { describe, expect, it } from "vitest";
import { engines } from "../differential/engine.ts";
import { fire, runMini, story } from "./run-mini.ts";

const holding = "holdings:\n  a: {of: A, what: unit, quantity: 5, at: here, assumption: true}\n";
const under = (name: Name, ...parts: readonly string[]): Name =>
  parts.reduce((parent, part) => child(parent, nameOf(part)), name);
const lever = (fields: string, change: string): string =>
  `{kind: law, proposed: analyst, assumption: true, change: [${change}]${fields}}`;

describe.each(engines)("time in the $name", (engine) => {
  it("[K1] rounds a duration half up to ticks, when it is drawn", () => {
    // 2.2 s are 1.2515… ticks, 2.7 s are 1.536 ticks.
    const done = (takes: string): number | undefined =>
      runMini(engine, fire({ go: `needs: {unit: 1}, takes: ${takes}` }, holding)).trace.find(
        ({ what }) => what === "done",
      )?.tick;

    expect([done("2.2 s"), done("2.7 s")]).toEqual([24 * 2048 + 1, 24 * 2048 + 2]);
  });

  it("[K1] never reaches what lies beyond the range", () => {
    const run = runMini(engine, fire({ go: "needs: {unit: 1}, takes: 200 yr, expires: 5 h" }, holding));

    expect(story(run, "done", "closed")).toEqual(["5 closed go"]);
  });

  it("[K2] runs events of one tick by kind, then by name", () => {
    const tasks = { a: "takes: 1 h", b: "takes: 1 h", c: "takes: 1 h", d: "takes: 1 h" };
    const text = fire(
      tasks,
      "roles: {fight.a: {lead: A}, fight.b: {lead: A}, fight.c: {lead: A}, fight.d: {lead: A}}",
    );
    const run = runMini(engine, text);
    const incident = child(under(runName(1, 0, 0), "incidents/fire", "date"), indexName(0));
    const byName = ["a", "b", "c", "d"]
      .map((id) => ({ id, name: under(incident, "mission/fight", `task/fight.${id}`) }))
      .sort((x, y) => compareNames(x.name, y.name))
      .map(({ id }) => id);

    expect(story(run, "opened").map((line) => line.split(" ")[2])).toEqual(byName);
    const kinds = run.trace.filter((entry) => entry.tick === 24 * 2048).map(({ what }) => what);
    expect(kinds.lastIndexOf("opened")).toBeLessThan(kinds.indexOf("permit"));
    expect(kinds.lastIndexOf("permit")).toBeLessThan(kinds.indexOf("arrived"));
  });

  it("[K3] [K4] draws a duration by the name of its share through its inverse", () => {
    const run = runMini(engine, fire({ go: "needs: {unit: 1}, takes: {uniform: [2 h, 6 h]}" }, holding));
    const incident = child(under(runName(1, 0, 0), "incidents/fire", "date"), indexName(0));
    const share = child(
      under(incident, "mission/fight", "task/fight.go", "organisation/A", "need/unit/unit"),
      indexName(0),
    );
    const hours = 2 + 4 * uniform(under(share, "takes"));

    expect(run.trace.find(({ what }) => what === "done")?.tick).toBe(
      24 * 2048 + Math.floor(hours * 2048 + 0.5),
    );
  });

  it("[K4] takes the branch of a known fact, else otherwise", () => {
    const takes = "takes: {case: wet, yes: 7 h, otherwise: 3 h}";
    const done = (facts: string): readonly string[] =>
      story(runMini(engine, fire({ go: `needs: {unit: 1}, ${takes}` }, holding, facts)), "done");

    expect(done(", facts: {wet: yes}")).toEqual(["7 done go A a 1"]);
    expect(done(", facts: {wet: no}")).toEqual(["3 done go A a 1"]);
    expect(done("")).toEqual(["3 done go A a 1"]);
  });

  it("[K4] rounds counts half up, needs to at least 1", () => {
    const asked = (quantity: string): readonly string[] =>
      story(runMini(engine, fire({ go: `needs: {unit: ${quantity}}, takes: 1 h` }, holding)), "share");

    expect([asked("0"), asked("2.4"), asked("2.5")]).toEqual([
      ["0 share go A a 1 (1)"],
      ["0 share go A a 2 (2)"],
      ["0 share go A a 3 (3)"],
    ]);
  });
});

describe.each(engines)("levers in the $name", (engine) => {
  const text = (fields: string): string =>
    fire(
      { one: "needs: {unit: 1}, takes: 1 h", two: "needs: {unit: 1}, takes: 1 h, after: one" },
      `${holding}levers:
  quick: ${lever(fields, "{set: holdings.a.ready, to: 2 h}")}
packages:
  all: {levers: [quick]}
`,
    );

  it("[K5] change what is in force from their start on", () => {
    const arrivals = (fields: string, mode: "in-force" | "timed"): readonly string[] =>
      story(runMini(engine, text(fields), { packageId: "all", mode }), "arrived");

    expect(arrivals(", takes: 25 h", "in-force")).toEqual(["2 arrived one A a 1", "5 arrived two A a 1"]);
    expect(arrivals(", takes: 25 h", "timed")).toEqual(["0 arrived one A a 1", "3 arrived two A a 1"]);
    expect(arrivals(", takes: 26 h", "timed")).toEqual(["0 arrived one A a 1", "1 arrived two A a 1"]);
  });

  it("[K5] may not be used in an incident, which then reads the law as if they were not there", () => {
    const lawful = fire(
      { go: "needs: {unit: 1}, takes: 1 h" },
      `holdings: {f: {of: F, what: unit, quantity: 1, at: here, assumption: true}}
levers:
  law: ${lever(", used: 0.5", "{add: authorities.L, to: {says: may, acts-through: [F], activities: [fight]}}")}
packages:
  all: {levers: [law]}
`,
    );
    const outcomes = Array.from({ length: 40 }, (_, replication) =>
      story(
        runMini(engine, lawful, { packageId: "all", mode: "timed", replication }),
        "permit",
        "lost",
      ).join(),
    );
    const incident = (replication: number): Name =>
      child(under(runName(1, 0, replication), "incidents/fire", "date"), indexName(0));
    const expected = outcomes.map((_, replication) =>
      uniform(under(incident(replication), "lever/law", "used")) < 0.5
        ? "0 permit go F L"
        : "0 lost go unit law.basis 1",
    );

    expect(outcomes).toEqual(expected);
    expect(new Set(outcomes).size).toBe(2);
    expect(story(runMini(engine, lawful, { packageId: "all" }), "permit")).toEqual(["0 permit go F L"]);
  });

  it("[K6] start when adopted, ready and passed, in the order of the package", () => {
    const start = (fields: string): readonly string[] =>
      story(runMini(engine, text(fields), { packageId: "all", mode: "timed" }), "arrived");

    expect(start(", adopted: 0")).toEqual(["0 arrived one A a 1", "1 arrived two A a 1"]);
    expect(start("")).toEqual(["2 arrived one A a 1", "5 arrived two A a 1"]);
  });
});
