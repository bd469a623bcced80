import { describe, expect, it } from "vitest";
import { engines } from "../differential/engine.ts";
import { fire, runMini, story } from "./run-mini.ts";

const force = "holdings:\n  f: {of: F, what: unit, quantity: 9, at: here, assumption: true}\n";
const law = (fields: string): string =>
  `authorities:\n  L: {says: may, acts-through: [F], activities: [fight], assumption: true, ${fields}}\n`;
const task = { go: "needs: {unit: 1}, takes: 1 h" };
const two = { a: "needs: {unit: 1}, takes: 1 h", b: "needs: {unit: 1}, takes: 1 h" };

describe.each(engines)("requests in the $name", (engine) => {
  const told = (
    text: string,
    tasks: Readonly<Record<string, string>> = task,
    incident = "",
  ): readonly string[] =>
    story(runMini(engine, fire(tasks, text, incident)), "stage", "permit", "denied", "refused", "finding");

  it("[K40] go through stages in order, the steps of one stage side by side", () => {
    const steps =
      "steps: [{request: G, takes: 2 h}, [{approval: G, takes: 1 h}, {consultation: F, takes: 3 h, hesitates: 4 h}], {report-after: G, takes: 99 h}]";

    expect(told(force + law(steps))).toEqual([
      "2 stage go F L (4096)",
      "9 stage go F L 1 (14336)",
      "9 stage go F L 2",
      "9 permit go F L",
    ]);
  });

  it("[K40] queue at deciders, first come, first served", () => {
    const text = `${force}deciders: {D: {party: P, attention: 12 /d, assumption: true}}\n${law("steps: [{order: D, takes: 1 h}]")}`;
    const { outputs, trace } = runMini(engine, fire(two, text));
    const node = outputs.layout.nodes.indexOf("D");

    expect(trace.filter(({ what }) => what === "stage").map(({ ticks }) => ticks / 2048)).toEqual([3, 5]);
    expect([outputs.answered[node], outputs.refused[node]]).toEqual([2, 0]);
    expect(Array.from(outputs.waitHours).reduce((sum, hours) => sum + hours, 0)).toBe(8);
  });

  it("[K40] skip steps whose conditions do not hold, and lapse with the law", () => {
    const steps =
      "steps: [{order: G, takes: 2 h, when: [wet]}, {approval: F, takes: 5 h}, {order: G, takes: 1 h}]";

    expect(told(force + law(steps), task, ", facts: {wet: no}")[0]).toBe("0 stage go F L");
    expect(told(force + law(`${steps}, until: 2012-04-02T04:00`), task, ", facts: {wet: no}")).toEqual([
      "0 stage go F L",
      "5 stage go F L 1 (10240)",
      "5 denied go F L law.basis",
      "5 refused go F law.basis",
    ]);
  });

  it("[K40] are judged once they are made", () => {
    const judged = (by: string, given: number): readonly string[] =>
      told(force + law(`when: [{judgement: need, by: ${by}, given: ${given}}]`));

    expect(judged("F", 1)).toEqual(["0 permit go F L"]);
    expect(judged("F", 0)).toEqual(["0 denied go F L law.decision", "0 refused go F law.decision"]);
    expect(judged("G", 0)).toEqual(["0 denied go F L consent", "0 refused go F consent"]);
  });

  it("[K40] of standing permits are shared while they are pending and until they end", () => {
    const standing = law("lasts: 3 h, steps: [{order: G, takes: 2 h}]");
    const tasks = { ...two, c: "needs: {unit: 1}, takes: 3 h, after: a", d: "needs: {unit: 1}, after: c" };

    expect(told(force + standing, tasks)).toEqual([
      "2 stage L (4096)",
      "2 permit L",
      expect.stringMatching(/^2 permit [ab] F L$/),
      expect.stringMatching(/^2 permit [ab] F L$/),
      "3 permit c F L",
      "8 stage L (4096)",
      "8 permit L",
      "8 permit d F L",
    ]);
  });

  it("[K40] refused for a standing permit let those who joined walk on", () => {
    const text = `${force}${law("lasts: 3 h, steps: [{order: G, takes: 2 h, given: 0}]")}  M: {says: may, acts-through: [F], activities: [fight], rank: order, assumption: true}\n`;

    expect(told(text)).toEqual(["2 stage L (4096)", "2 denied go F L consent", "2 permit go F M"]);
  });

  it("[K41] seek situations in order, each a finding that others join", () => {
    const situations = `situations:
  never: {found-by: [F], takes: 2 h, found: 0, assumption: true}
  always: {found-by: [G], takes: 3 h, lasts: 10 h, assumption: true}
`;

    expect(told(force + situations + law("in: [never, always]"), two)).toEqual([
      "2 finding never (4096)",
      "5 finding always 1 (6144)",
      expect.stringMatching(/^5 permit [ab] F L$/),
      expect.stringMatching(/^5 permit [ab] F L$/),
    ]);
    expect(told(force + situations + law("in: never"))).toEqual([
      "2 finding never (4096)",
      "2 denied go F L law.decision",
      "2 refused go F law.decision",
    ]);
  });

  it("[K41] ask the finders one after the other, and first for a situation that is needed", () => {
    const text = `${force}deciders:
  D: {party: P, attention: 1 h, assumption: true}
  E: {party: P, attention: 2 h, assumption: true}
situations:
  first: {found-by: [D], takes: 1 h, assumption: true}
  second: {found-by: [D, E], takes: 3 h, needs: first, assumption: true}
${law("in: second")}`;

    expect(told(text)).toEqual(["2 finding first 1 (4096)", "8 finding second 1 (16384)", "8 permit go F L"]);
  });

  it("[K41] need no finding while a situation is open", () => {
    const situations =
      "situations: {s: {found-by: [G], takes: 3 h, open: [{from: 2012-04-01, until: 2012-04-03}], assumption: true}}\n";

    expect(told(force + situations + law("in: s"))).toEqual(["0 permit go F L"]);
  });
});
