import { describe, expect, it } from "vitest";
import { engines } from "../differential/engine.ts";
import { fire, runMini, story } from "./run-mini.ts";

const joint = `holdings:
  a: {of: A, what: unit, quantity: 1, at: here, assumption: true}
  c: {of: C, what: unit, quantity: 1, at: here, assumption: true}
`;
const cell = (fields: string): string => `mechanisms:
  M: {between: [P, Q], unlocks: {cell: {stands-up: 2 h${fields}}}, assumption: true}
`;
const both = "needs: {unit: 2}, takes: 3 h";

describe.each(engines)("combining and going in the $name", (engine) => {
  const told = (
    tasks: Readonly<Record<string, string>>,
    text: string,
    incident = "",
    charter = "",
  ): readonly string[] =>
    story(
      runMini(engine, fire(tasks, text, incident), { charter }),
      "cell",
      "access",
      "arrived",
      "refused",
      "closed",
    );

  it("[K42] acts jointly only under an agreement for the activity", () => {
    const agreement = (activity: string): string =>
      `${joint}mechanisms: {M: {between: [P, Q], unlocks: {agreement: [${activity}], cell: {}}, assumption: true}}`;

    expect(told({ go: `${both}, joint: true` }, agreement("fight"))).toContain("3 closed go 1");
    expect(told({ go: `${both}, joint: true` }, agreement("swim"))[0]).toMatch(
      /^0 refused go [AC] mechanism$/,
    );
  });

  it("[K43] needs a cell where nobody is superior to all, and stands up one of which all are members", () => {
    expect(told({ go: both }, joint + cell(""))).toEqual([
      "2 cell go M coordination (4096)",
      expect.stringMatching(/^2 arrived go [AC] [ac] 1$/),
      expect.stringMatching(/^2 arrived go [AC] [ac] 1$/),
      "5 closed go 1",
    ]);
    expect(told({ go: both }, joint + cell(", members: [P]"))[0]).toBe("24 cell go coordination (49152)");
    expect(told({ go: both }, joint, "", "ad-hoc-cell: {stands-up: 1 h, assumption: true}")[0]).toBe(
      "1 cell go coordination (2048)",
    );
  });

  it("[K43] takes only tasks of the activities its cell is for", () => {
    expect(told({ go: both }, joint + cell(", for: [swim, fight]"))[0]).toBe(
      "2 cell go M coordination (4096)",
    );
    expect(told({ go: both }, joint + cell(", for: [swim]"))[0]).toBe("24 cell go coordination (49152)");
  });

  it("[K43] needs none under one superior", () => {
    const text = `organisations:
  top: {party: P, kind: firm}
  x: {party: P, kind: firm, under: top}
  y: {party: P, kind: firm, under: top}
holdings:
  x: {of: x, what: unit, quantity: 1, at: here, assumption: true}
  y: {of: y, what: unit, quantity: 1, at: here, assumption: true}
`;

    expect(told({ go: both }, text)).not.toContainEqual(expect.stringContaining("cell"));
  });

  it("[K43] queues at a full cell, and passes its slot on", () => {
    const apart = { a: "needs: {unit: 2, team: 2}, takes: 3 h", b: "needs: {unit: 2, team: 2}, takes: 3 h" };
    const split = `capabilities: {team: {unit: team}}
holdings:
  a: {of: A, what: unit, quantity: 9, at: here, assumption: true}
  c: {of: C, what: team, quantity: 9, at: here, assumption: true}
${cell(", handles: 1")}`;
    expect(told(apart, split).filter((line) => line.includes("cell"))).toEqual([
      expect.stringMatching(/^2 cell [ab] M coordination \(4096\)$/),
      expect.stringMatching(/^5 cell [ab] M coordination \(10240\)$/),
    ]);
  });

  it("[K43] lets shares work uncombined meanwhile, with less effect", () => {
    expect(told({ go: `${both}, uncombined: 0.25` }, joint + cell(""))).toEqual([
      expect.stringMatching(/^0 arrived go [AC] [ac] 0.25$/),
      expect.stringMatching(/^0 arrived go [AC] [ac] 0.25$/),
      "2 cell go M coordination (4096)",
      "3 closed go 0.25",
    ]);
  });

  const abroad = (
    access: string,
  ): string => `capabilities: {truck: {unit: truck, moves: road, speed: 100 km/h, assumption: true}}
places: {there: {at: 10 N 20 E, state: Q${access === "" ? "" : `, access: ${access}`}, assumption: true}}
routes: {r: {joins: [here, there], mode: road, length: 200 km, assumption: true}}
holdings: {t: {of: A, what: truck, quantity: 2, at: here, assumption: true}}
`;
  const go = { go: "needs: {truck: 1}, takes: 1 h, at: there" };

  it("[K44] is allowed onto open and own ground and where a mechanism lets the activity in", () => {
    const mechanism = (access: string): string =>
      `${abroad("")}mechanisms: {M: {between: [P, Q], unlocks: {access: {${access}}}, assumption: true}}`;

    expect(told(go, abroad("open"))[0]).toBe("2 arrived go A t 1 (4096)");
    expect(told(go, abroad("").replace("state: Q", "state: P"))[0]).toBe("2 arrived go A t 1 (4096)");
    expect(told(go, abroad(""))).toEqual([
      "0 access go A there mechanism",
      "0 refused go A mechanism",
      "0 closed go",
    ]);
    expect(told(go, mechanism("at: there"))[0]).toBe("2 arrived go A t 1 (4096)");
    expect(told(go, mechanism("at: there, for: [swim]"))[1]).toBe("0 refused go A mechanism");
    expect(told(go, mechanism("at: there, to: B"))[1]).toBe("0 refused go A mechanism");
  });

  it("[K44] asks for consent once, and takes what the answer takes", () => {
    const consent = (given: number): string =>
      abroad(`{consent: G, takes: 3 h, hesitates: 1 h, given: ${given}}`);

    expect(told(go, consent(1))).toEqual([
      "4 access go A there 1 (8192)",
      "6 arrived go A t 1 (4096)",
      "7 closed go 1",
    ]);
    expect(told(go, consent(0))).toEqual([
      "4 access go A there consent (8192)",
      "4 refused go A consent",
      "4 closed go",
    ]);
    const run = runMini(
      engine,
      fire(
        { go: "needs: {truck: 2, more: {quantity: 1, either: {truck: 1}}}, takes: 1 h, at: there" },
        consent(1),
      ),
    );
    expect(run.outputs.answered[run.outputs.layout.nodes.indexOf("G")]).toBe(1);
  });

  it("[K45] takes as long as the way at the unit's speed, and reaches no farther than its range", () => {
    const flight = (range: string): readonly string[] =>
      told(
        { go: "needs: {plane: 1}, takes: 1 h" },
        `capabilities: {plane: {unit: plane, moves: air, speed: 100 km/h${range}, assumption: true}}
places: {base: {at: 11 N 20 E}}
holdings: {p: {of: A, what: plane, quantity: 1, at: base, assumption: true}}
`,
      );
    // One degree of latitude on a sphere of 6371.0088 km: 111.19508 km, so 1.1119508 h or 2277.28 ticks.
    expect(flight("")[0]).toMatch(/^1\.11.* arrived go A p 1 \(2277\)$/);
    expect(flight(", range: 111.2 km")[0]).toMatch(/arrived/);
    expect(flight(", range: 111.1 km")).toEqual(["0 closed go"]);
  });

  it("[K46] leaves when ready, and travels", () => {
    const text = abroad("open").replace("quantity: 2", "quantity: 2, ready: 5 h");

    expect(told(go, text)[0]).toBe("7 arrived go A t 1 (4096)");
    expect(runMini(engine, fire(go, text)).outputs.waitHours[3]).toBe(7);
  });
});
