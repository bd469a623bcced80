import { describe, expect, it } from "vitest";
import { engines } from "../differential/engine.ts";
import { fire, runMini, story } from "./run-mini.ts";

const force = "holdings:\n  f: {of: F, what: unit, quantity: 3, at: here, assumption: true}\n";
const both = `${force}  g: {of: G, what: unit, quantity: 3, at: here, ready: 1 h, assumption: true}\n`;
const law = (...provisions: readonly string[]): string =>
  `authorities:\n${provisions.map((one, i) => `  L${i}: {activities: [fight], assumption: true, ${one}}`).join("\n")}\n`;
const may = "says: may, acts-through: [F]";

describe.each(engines)("permission in the $name", (engine) => {
  const told = (text: string, task = "needs: {unit: 1}, takes: 1 h", incident = ""): readonly string[] =>
    story(
      runMini(engine, fire({ go: task }, text, incident)),
      "informed",
      "stage",
      "permit",
      "denied",
      "refused",
      "lost",
    );

  it("[K30] informs before it permits", () => {
    const text = `${force}${law(`${may}, steps: [{order: G, takes: 2 h}]`)}information:
  pos: {type: picture, from: [G], classed: restricted, assumption: true}
mechanisms:
  M: {between: [P, Q], unlocks: {information: {types: [picture], up-to: secret, takes: 3 h}}, assumption: true}
`;

    expect(told(text, "needs: {unit: 1}, knows: [pos], takes: 1 h")).toEqual([
      "3 informed go F mechanism (6144)",
      "5 stage go F L0 (4096)",
      "5 permit go F L0",
    ]);
  });

  it("[K31] refuses who gets no channel and no release, and scales a release by trust", () => {
    const item = (release: string): string => `${force}${law(may)}information:
  pos: {type: picture, from: [G], classed: restricted${release}, assumption: true}
trust:
  t: {of: Q, in: P, starts: 0.5, assumption: true}
mechanisms:
  low: {between: [P, Q], unlocks: {information: {types: [picture], up-to: open}}, assumption: true}
  other: {between: [P, Q], unlocks: {information: {types: [map], up-to: secret}}, assumption: true}
`;
    const task = "needs: {unit: 1}, knows: [pos], takes: 1 h";

    expect(told(item(""), task)).toEqual(["0 refused go F mechanism", "0 lost go unit mechanism 1"]);
    expect(told(item(", release: {chance: 0, takes: 2 h}"), task)[0]).toBe("3 refused go F mechanism");
    const chances = Array.from({ length: 60 }, (_, replication) =>
      story(
        runMini(engine, fire({ go: task }, item(", release: {chance: 1, takes: 2 h}")), { replication }),
        "informed",
      ),
    );
    expect(new Set(chances.flat())).toEqual(new Set(["3 informed go F mechanism (6144)"]));
    expect(chances.filter((one) => one.length === 1).length).toBeGreaterThan(20);
    expect(chances.filter((one) => one.length === 1).length).toBeLessThan(40);
  });

  it("[K32] asks only who may act: first fitting provision wins, else the kind's default", () => {
    const bar = "says: must-not, acts-through: [F], rank: constitution";

    expect(told(both + law(may, bar))).toEqual(["0 lost go unit law.basis 1"]);
    expect(told(both + law(may, `${bar}, over: []`, "says: may, acts-through: [G], rank: order"))).toEqual([
      "0 permit go G L2",
    ]);
    expect(told(both + law(may, "says: must-not, acts-through: [F], rank: order"))[0]).toBe(
      "0 permit go F L0",
    );
  });

  it("[K33] walks on after a denial, and refuses when none is left", () => {
    const denying = `${may}, rank: treaty, steps: [{approval: G, takes: 1 h, given: 0}]`;

    expect(told(force + law(denying, may))).toEqual([
      "1 stage go F L0 (2048)",
      "1 denied go F L0 consent",
      "1 permit go F L1",
    ]);
    expect(told(force + law(denying))).toEqual([
      "1 stage go F L0 (2048)",
      "1 denied go F L0 consent",
      "1 refused go F consent",
      "1 lost go unit consent 1",
    ]);
  });

  it("[K33] lets who is free act by none unless barred, and lets a standing permit cover what comes later", () => {
    const free = "holdings:\n  a: {of: A, what: unit, quantity: 1, at: here, assumption: true}\n";
    const standing = `${force}${law(`${may}, lasts: 10 h, steps: [{order: F, takes: 2 h}]`)}`;

    expect(told(free)).toEqual(["0 permit go A"]);
    expect(told(free + law("says: must-not, acts-through: [A]"))).toEqual(["0 lost go unit law.basis 1"]);
    const two = fire({ a: "needs: {unit: 1}, takes: 1 h", b: "needs: {unit: 1}, takes: 1 h" }, standing);
    expect(story(runMini(engine, two), "stage", "permit")).toEqual([
      "2 stage L0 (4096)",
      "2 permit L0",
      expect.stringMatching(/^2 permit [ab] F L0$/),
      expect.stringMatching(/^2 permit [ab] F L0$/),
    ]);
    const later = fire(
      { a: "needs: {unit: 1}, takes: 1 h", b: "needs: {unit: 1}, takes: 1 h, after: a" },
      standing,
    );
    expect(story(runMini(engine, later), "stage", "permit").slice(-1)).toEqual(["3 permit b F L0"]);
  });

  it("[K34] fits by activity, actor, beneficiary, place, window and conditions", () => {
    const fits = (provision: string, incident = ""): boolean =>
      told(
        `${force}beneficiaries: {ours: {party: P}, theirs: {party: Q}}\nplaces: {wide: {at: 0 N 0 E}}\n${law(provision)}`,
        undefined,
        incident,
      )[0] === "0 permit go F L0";

    expect(fits(may)).toBe(true);
    expect(fits("says: may, acts-through: [G]")).toBe(false);
    expect(fits(`${may}, for: [ours]`)).toBe(false);
    expect(fits(`${may}, for: [ours]`, ", for: ours")).toBe(true);
    expect(fits(`${may}, for: [ours]`, ", for: theirs")).toBe(false);
    expect(fits(`${may}, at: here`)).toBe(true);
    expect(fits(`${may}, at: wide`)).toBe(false);
    expect(fits(`${may}, until: 2012-04-02`)).toBe(false);
    expect(fits(`${may}, until: 2012-04-02T00:01`)).toBe(true);
    expect(fits(`${may}, when: [wet]`, ", facts: {wet: yes}")).toBe(true);
    expect(fits(`${may}, unless: [wet]`, ", facts: {wet: yes}")).toBe(false);
    expect(fits(`${may}, when: [wet]`)).toBe(false);
  });

  it("[K35] walks by rank, then the later date, then key, with over first", () => {
    const by = (...provisions: readonly string[]): string | undefined => told(force + law(...provisions))[0];

    expect(by(`${may}, rank: order`, `${may}, rank: treaty`)).toBe("0 permit go F L1");
    expect(by(`${may}, from: 2001-01-01`, `${may}, from: 2002-01-01`)).toBe("0 permit go F L1");
    expect(by(may, may)).toBe("0 permit go F L0");
    expect(by(may, `${may}, over: [L0]`)).toBe("0 permit go F L1");
  });

  it("[K36] covers an organisation by itself, a superior or its party", () => {
    const informed = (between: string): number =>
      told(
        `organisations:
  H: {party: P, kind: firm}
  S: {party: P, kind: firm, under: H}
holdings:
  s: {of: S, what: unit, quantity: 1, at: here, assumption: true}
information:
  pos: {type: picture, from: [G], assumption: true}
mechanisms:
  M: {between: [${between}], unlocks: {information: {types: [picture], up-to: secret, takes: 1 h}}, assumption: true}
`,
        "needs: {unit: 1}, knows: [pos], takes: 1 h",
      ).filter((line) => line.includes("informed")).length;

    expect(["S, Q", "H, G", "P, Q", "A, Q"].map(informed)).toEqual([1, 1, 1, 0]);
  });

  it("[K37] passes what a refused organisation held to the next", () => {
    const text = `${both}${law(`${may}, steps: [{order: F, takes: 2 h, given: 0}]`, "says: may, acts-through: [G]")}`;

    expect(story(runMini(engine, fire({ go: "needs: {unit: 2}, takes: 1 h" }, text)))).toEqual([
      "0 onset fire",
      "0 opened go",
      "0 share go F f 2 (2)",
      "2 stage go F L0 (4096)",
      "2 denied go F L0 law.decision",
      "2 refused go F law.decision",
      "2 share go G g 2 (2)",
      "2 freed go F f 2",
      "2 permit go G L1",
      "3 arrived go G g 1",
      "4 done go G g 2",
      "4 closed go 1",
      "4 freed go G g 2",
    ]);
  });
});
