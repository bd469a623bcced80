import { exp } from "@shikumi/core/math";
import { describe, expect, it } from "vitest";
import { causeBit, everyCause } from "../../src/cause.ts";
import { firstDifference } from "../differential/difference.ts";
import { engines } from "../differential/engine.ts";
import { column, fire, type MiniOptions, runMini, story } from "./run-mini.ts";

const force = "holdings:\n  f: {of: F, what: unit, quantity: 3, at: here, assumption: true}\n";
const may = "says: may, acts-through: [F], activities: [fight], assumption: true";

describe.each(engines)("stocks in the $name", (engine) => {
  it("[K60] lower a rate by what a mission delivered one to two lags ago", () => {
    const text = `
incidents:
  first: {at: here, dates: [2012-04-02], calls: guard, assumption: true}
  raid: {at: here, rate: 8 /d, suppressed-by: {mission: guard, lag: 5 d, at-most: 0.6}, assumption: true}
missions:
  guard: {domain: D, tasks: {go: {activity: guard, outcome: true, value: 1, expires: 1 d, needs: {unit: 1}}}, assumption: true}
holdings:
  a: {of: A, what: unit, quantity: 1, at: here, assumption: true}
`;
    const { trace } = runMini(engine, text);
    const during = trace.filter(
      ({ subject, tick }) => subject === "raid" && tick > 6 * 49152 && tick <= 11 * 49152,
    );
    const averted = during.filter(({ what }) => what === "averted");

    expect(trace.filter(({ what }) => what === "averted")).toEqual(averted);
    expect(averted.length / during.length).toBeGreaterThan(0.4);
    expect(averted.length / during.length).toBeLessThan(0.8);
  });

  it("[K61] move trust by commitments and leaks, and let it return", () => {
    const text = `
trust: {t: {of: P, in: Q, starts: 0.8, kept: 0.1, leak: 0.3, broken: 0.2, returns: 0.01 /h, assumption: true}}
incidents:
  leak: {at: here, dates: [2012-04-02], moves: [{trust: t, by: leak}], assumption: true}
  fire: {at: here, dates: [2012-04-03], calls: fight, assumption: true}
missions:
  fight:
    domain: D
    tasks: {go: {activity: fight, takes: 2 h, commits: t}, lost: {activity: fight, needs: {unit: 1}, commits: t}}
    assumption: true
roles: {fight.go: {lead: A}}
`;
    const { imposed } = runMini(engine, text);
    const leaked = 0.8 - 0.3;
    const broken = 0.8 + (leaked - 0.8) * exp(-0.01 * 24) - 0.2;
    const kept = 0.8 + (broken - 0.8) * exp(-0.01 * 2) + 0.1;

    expect(Array.from(imposed.trust[0]?.ticks ?? [])).toEqual([24 * 2048, 48 * 2048, 50 * 2048]);
    expect(Array.from(imposed.trust[0]?.values ?? [])).toEqual([leaked, broken, kept]);
  });
});

describe.each(engines)("relaxation in the $name", (engine) => {
  const task = { go: "needs: {unit: 1}, takes: 2 h, outcome: true, value: 1, expires: 90 h" };
  const relaxed = (
    text: string,
    causes: readonly (keyof typeof causeBit)[],
    options: MiniOptions = {},
  ): readonly string[] => {
    const relax = causes.reduce((mask, cause) => mask | causeBit[cause], 0);
    const plain = runMini(engine, text, options);
    return story(
      runMini(engine, text, { ...options, relax, imposed: plain.imposed }),
      "refused",
      "lost",
      "arrived",
      "closed",
    );
  };
  const arrivals = (text: string): ((...causes: (keyof typeof causeBit)[]) => readonly string[]) => {
    return (...causes) => relaxed(text, causes).map((line) => line.split(" ").slice(0, 2).join(" "));
  };

  it("[K70] numbers the six causes", () => {
    expect(causeBit).toEqual({
      "law.basis": 1,
      "law.decision": 2,
      mechanism: 4,
      capability: 8,
      coordination: 16,
      consent: 32,
    });
    expect(everyCause).toBe(63);
  });

  it("[K70] law.basis: everybody may act, prohibitions and the time of own steps fall away", () => {
    const steps = (whom: string): string =>
      `${force}authorities:\n  L: {${may}, steps: [{order: ${whom}, takes: 3 h, hesitates: 4 h}]}\n`;

    expect(arrivals(fire(task, force))()).toEqual(["0 lost", "0 closed"]);
    expect(arrivals(fire(task, force))("law.basis")).toEqual(["0 arrived", "2 closed"]);
    expect(arrivals(fire(task, steps("F")))("law.basis")).toEqual(["4 arrived", "6 closed"]);
    expect(arrivals(fire(task, steps("G")))("law.basis")).toEqual(["7 arrived", "9 closed"]);
  });

  it("[K70] law.decision and consent: what own and other people decide is given at once", () => {
    const steps = `${force}authorities:
  L: {${may}, steps: [{order: F, takes: 3 h, hesitates: 4 h, given: 0}, {approval: G, takes: 5 h, hesitates: 6 h, given: 0}]}
`;

    expect(arrivals(fire(task, steps))()).toEqual(["7 refused", "7 lost", "7 closed"]);
    expect(arrivals(fire(task, steps))("law.decision")).toEqual(["14 refused", "14 lost", "14 closed"]);
    expect(arrivals(fire(task, steps))("law.decision", "consent")).toEqual(["3 arrived", "5 closed"]);
    expect(arrivals(fire(task, steps))("law.decision", "law.basis", "consent")).toEqual([
      "0 arrived",
      "2 closed",
    ]);
  });

  it("[K70] law.decision: findings by the actor's own party open at once, judgements count as true", () => {
    const found = (
      by: string,
    ): string => `${force}situations: {s: {found-by: [${by}], takes: 5 h, found: 0, assumption: true}}
authorities:
  L: {${may}, in: s, when: [{judgement: need, by: ${by}, given: 0}]}
`;

    expect(arrivals(fire(task, found("F")))("law.decision")).toEqual(["0 arrived", "2 closed"]);
    expect(arrivals(fire(task, found("G")))("law.decision")).toEqual(["0 refused", "0 lost", "0 closed"]);
    expect(arrivals(fire(task, found("G")))("consent")).toEqual(["0 arrived", "2 closed"]);
  });

  it("[K70] mechanism: information, access, agreements, logistics and planning are there", () => {
    const text = fire(
      { go: `${task.go}, knows: [pos], without-logistics: 0.5` },
      `holdings: {a: {of: A, what: unit, quantity: 3, at: here, assumption: true}}
information: {pos: {type: picture, from: [G], assumption: true}}`,
    );

    expect(arrivals(text)()).toEqual(["0 refused", "0 lost", "0 closed"]);
    expect(relaxed(text, ["mechanism"])).toEqual(["0 arrived go A a 1", "2 closed go 1"]);
  });

  it("[K70] capability: ready units without limit, also for the lead who holds none", () => {
    const text = fire(
      { go: task.go.replace("unit: 1", "unit: 7") },
      `holdings: {a: {of: A, what: unit, quantity: 3, at: here, ready: 5 h, recovers: 9 h, assumption: true}}
roles: {fight.go: {lead: B}}`,
    );

    expect(arrivals(text)()).toEqual(["5 arrived", "21 arrived", "37 arrived", "39 closed"]);
    expect(relaxed(text, ["capability"])).toEqual(["0 arrived go B 1", "2 closed go 1"]);
  });

  it("[K70] coordination: deciders and cells do not make anybody wait", () => {
    const text = fire(
      { go: task.go },
      `${force}deciders: {D: {party: P, attention: 6 h, assumption: true}}
authorities:
  L: {${may}, steps: [{order: D}]}
`,
    );

    expect(arrivals(text)()).toEqual(["6 arrived", "8 closed"]);
    expect(arrivals(text)("coordination")).toEqual(["0 arrived", "2 closed"]);
  });

  it("[K71] takes incidents, trust and suppression from the run it relaxes", () => {
    const text = `
incidents:
  raid: {at: here, rate: 3 /d, calls: guard, suppressed-by: {mission: guard, lag: 2 d, at-most: 0.9}, assumption: true}
missions:
  guard: {domain: D, tasks: {go: {activity: guard, needs: {unit: 1}, takes: 5 h, outcome: true, value: 1, expires: 1 d}}, assumption: true}
holdings:
  a: {of: A, what: unit, quantity: 1, at: here, ready: 4 h, assumption: true}
`;
    const plain = runMini(engine, text);
    const imposed = runMini(engine, text, { imposed: plain.imposed });
    const all = runMini(engine, text, { imposed: plain.imposed, relax: everyCause });
    const onsets = (run: typeof plain): readonly string[] => story(run, "onset", "averted");

    expect(firstDifference(plain, imposed)).toBeUndefined();
    expect(onsets(all)).toEqual(onsets(plain));
    expect(onsets(runMini(engine, text, { relax: everyCause }))).not.toEqual(onsets(plain));
  });

  it("[K72] runs what is undetermined or not encoded as refused and as granted", () => {
    const law = (says: string, more: string): string =>
      fire(
        task,
        `${force}authorities:\n  L: {${may.replace("may", says)}${more}}\n  Z: {${may}, rank: practice}\n`,
      );
    const closed = (text: string, undetermined: "granted" | "refused"): readonly string[] =>
      story(runMini(engine, text, { undetermined }), "permit", "lost");

    for (const more of [", when: [nobody-knows]", ", not-encoded: a part"]) {
      expect(closed(law("may", more), "granted")).toEqual(["0 permit go F L"]);
      expect(closed(law("may", more), "refused")).toEqual(["0 permit go F Z"]);
      expect(closed(law("must-not", more), "granted")).toEqual(["0 permit go F Z"]);
      expect(closed(law("must-not", more), "refused")).toEqual(["0 lost go unit law.basis 1"]);
    }
  });
});

describe.each(engines)("the end in the $name", (engine) => {
  const text = fire(
    { go: "needs: {unit: 1}, takes: 2 h" },
    "holdings: {a: {of: A, what: unit, quantity: 1, at: here, recovers: 90 d, assumption: true}}",
  );

  it("[K80] comes when nothing is pending, also after the horizon", () => {
    const { status } = runMini(engine, text);

    expect(status.ended).toBe("complete");
    expect(status.lastTick).toBe((24 + 2 + 90 * 24) * 2048);
  });

  it("[K81] comes early when the budget of events is spent", () => {
    const whole = runMini(engine, text);
    const cut = runMini(engine, text, { budget: whole.status.events - 1 });

    expect(cut.status).toMatchObject({ ended: "budget", events: whole.status.events - 1 });
    expect(cut.trace).toEqual(whole.trace.slice(0, cut.trace.length));
    expect(runMini(engine, text, { budget: whole.status.events }).status.ended).toBe("complete");
  });

  it("[K82] is the same whatever ran before", () => {
    const first = runMini(engine, text);
    runMini(engine, fire({ go: "takes: 1 h" }), { replication: 3 });

    expect(firstDifference(first, runMini(engine, text))).toBeUndefined();
    expect(column(first.outputs, "fulfilled")).toEqual({ "fight.go": 1 });
  });
});
