import { describe, expect, it } from "vitest";
import { checkStudy } from "../../src/check/index.ts";
import { readStudy } from "../law/read-study.ts";

const yaml = `
capabilities:
  boat: {name: {ja: 艇, en: Boat}, unit: boat, moves: none}
uncertainties:
  boats: {values: {uniform: [1, 3]}, assumption: true}
missions:
  rescue:
    domain: D
    tasks:
      save: {activity: save, takes: 1 h, assumption: true}
roles:
  rescue.save: {lead: NAVY}
levers:
  give-boats:
    kind: capability
    title: {ja: 艇を配備する, en: Give boats}
    answers: [rescue.save]
    takes: 1 yr
    proposed: analyst
    assumption: true
    change:
`;
const idle = (changes: string) =>
  checkStudy(readStudy(yaml + changes))
    .filter(({ code }) => code.endsWith("-unused") || code === "activity-not-in-law")
    .map(({ code, args }) => `${code} ${args["id"] ?? args["activity"]}`)
    .filter((one) => !one.startsWith("decider"));

describe("what only a lever uses", () => {
  it("[C12] is idle where the lever does not use it", () => {
    expect(idle("      - {set: missions.rescue.tasks.save.takes, to: 2 h}")).toEqual([
      "capability-unused boat",
      "uncertainty-unused boats",
      "activity-not-in-law save",
    ]);
  });

  it("[C12] is not idle where the lever uses it", () => {
    const changes = `
      - {add: missions.rescue.tasks.save.needs, to: {boat: {future: boats}}}
      - {add: authorities.L-NEW, to: {says: may, acts-through: [NAVY], activities: [save], source: code}}`;

    expect(idle(changes)).toEqual([]);
  });
});

describe("a mission that recalls units", () => {
  const recalling = (low: string, high: string, levers = "") =>
    checkStudy(
      readStudy(`
capabilities:
  boat: {name: {ja: 艇, en: Boat}, unit: boat, moves: none}
  car: {name: {ja: 車, en: Car}, unit: car, moves: none}
missions:
  low: {domain: D, tasks: {go: {activity: save, needs: {${low}: 1}}}, assumption: true}
  high: {domain: D, priority: ${high}, recalls: lower-priority, tasks: {go: {activity: save, needs: {boat: 1}}}, assumption: true}
${levers}`),
    )
      .filter(({ code }) => code === "recalls-nothing")
      .map(({ severity, args }) => [severity, args]);

  it("[C17] is shown where no mission of lower priority needs what it needs", () => {
    const shown = (priority: number) => [["warning", { id: "high", priority }]];

    expect(recalling("boat", "2")).toEqual([]);
    expect(recalling("boat", "0")).toEqual(shown(0));
    expect(recalling("car", "2")).toEqual(shown(2));
  });

  it("[C12] [C17] is not shown where a lever raises its priority", () => {
    const lever = `
levers:
  first-things-first:
    kind: coordination
    title: {ja: 優先する, en: Put it first}
    answers: [high.go]
    takes: 1 yr
    proposed: analyst
    assumption: true
    change: [{set: missions.high.priority, to: 1}]
`;

    expect(recalling("boat", "0", lever)).toEqual([]);
    expect(recalling("car", "0", lever)).toHaveLength(1);
  });
});

describe("circles as written", () => {
  it("[C4] of organisations, places, situations and provisions are read and then reported", () => {
    const study = readStudy(`
organisations:
  FLEET: {name: {ja: 艦隊, en: Fleet}, party: JPN, kind: force, under: SQUADRON}
  SQUADRON: {name: {ja: 隊, en: Squadron}, party: JPN, kind: force, under: FLEET}
places:
  bay: {name: {ja: 湾, en: Bay}, inside: cove}
  cove: {name: {ja: 入江, en: Cove}, inside: bay}
situations:
  crisis: {name: {ja: 危機, en: Crisis}, found-by: [PM], needs: war}
  war: {name: {ja: 戦争, en: War}, found-by: [PM], needs: crisis}
authorities:
  A: {says: may, acts-through: {under: FLEET}, activities: [sail], at: {inside: bay}, over: [B], source: code}
  B: {says: may, acts-through: [NAVY], activities: [sail], over: [A], source: code}
`);

    const errors = checkStudy(study).filter(({ severity }) => severity === "error");

    expect(errors.map(({ code, args }) => [code, args["cycle"]])).toEqual([
      ["superior-cycle", "FLEET → SQUADRON → FLEET"],
      ["place-cycle", "bay → cove → bay"],
      ["situation-cycle", "crisis → war → crisis"],
      ["over-cycle", "A → B → A"],
    ]);
    expect(errors.map(({ span }) => span.file)).toEqual(["law.yaml", "law.yaml", "law.yaml", "law.yaml"]);
  });

  it("[C5] of tasks are read and then reported", () => {
    const study = readStudy(`
missions:
  m:
    domain: D
    tasks:
      a: {activity: x, after: b}
      b: {activity: x, after: a}
`);

    expect(checkStudy(study).map(({ code }) => code)).toContain("task-cycle");
  });
});
