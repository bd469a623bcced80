import { describe, expect, it } from "vitest";
import { type Cause, causeBit, causes } from "../../src/cause.ts";
import { engines } from "../differential/engine.ts";
import { fire, runMini, story } from "./run-mini.ts";

const means = `holdings:
  f: {of: F, what: unit, quantity: 1, at: here, assumption: true}
deciders:
  OWN: {party: P, name: {ja: 大臣, en: Minister}}
  OTHER: {party: Q, name: {ja: 長官, en: Secretary}}
`;
const law = (...provisions: readonly string[]): string =>
  `${means}authorities:\n${provisions.map((one, i) => `  L${i}: {activities: [fight], assumption: true, ${one}}`).join("\n")}\n`;
const may = "says: may, acts-through: [F], rank: statute";
const bar = "says: must-not, acts-through: [F], rank: treaty";
const judged = (given: number, by = "OWN", name = "grave"): string =>
  `{judgement: ${name}, by: ${by}, given: ${given}}`;

describe.each(engines)("judgements in the $name", (engine) => {
  const told = (
    text: string,
    relaxed: readonly Cause[] = [],
    undetermined?: "granted",
  ): readonly string[] => {
    const relax = relaxed.reduce((mask, cause) => mask | causeBit[cause], 0);
    const fires = fire({ go: "needs: {unit: 1}, takes: 1 h" }, text);
    const { imposed } = runMini(engine, fires);
    return story(
      runMini(engine, fires, { relax, imposed, ...(undetermined === undefined ? {} : { undetermined }) }),
      ...(["permit", "denied", "refused", "lost"] as const),
    );
  };
  const permitted = ["0 permit go F L0"];

  it("[K16] [K32] not made yet, let a permission fit under not and unless too", () => {
    expect(told(law(`${may}, unless: [${judged(0)}]`))).toEqual(permitted);
    expect(told(law(`${may}, when: [{not: ${judged(0)}}]`))).toEqual(permitted);
    expect(told(law(`${may}, unless: [{not: ${judged(1)}}]`))).toEqual(permitted);
    expect(told(law(`${may}, unless: [${judged(1)}]`)).slice(0, 2)).toEqual([
      "0 denied go F L0 law.decision",
      "0 refused go F law.decision",
    ]);
  });

  it("[K32] [K33] do not keep anybody from a task by a prohibition, and bar once they are drawn", () => {
    expect(told(law(may, `${bar}, when: [${judged(0)}]`))).toEqual(permitted);
    expect(told(law(may, `${bar}, when: [${judged(1)}]`)).slice(0, 1)).toEqual([
      "0 refused go F law.decision",
    ]);
    expect(told(law(may, `${bar}, unless: [${judged(1)}]`))).toEqual(permitted);
    expect(told(law(may, `${bar}, unless: [${judged(0, "OTHER")}]`)).slice(0, 1)).toEqual([
      "0 refused go F consent",
    ]);
  });

  it("[K33] count with an unknown fact as a prohibition left open does", () => {
    const text = law(may, `${bar}, when: [wet, ${judged(1)}]`);

    expect(told(text).slice(0, 1)).toEqual(["0 refused go F law.decision"]);
    expect(told(text, [], "granted")).toEqual(permitted);
  });

  it("[K33] bar who is free unless barred only if they are made so", () => {
    const free = (given: number): readonly string[] =>
      told(
        law(`says: must-not, acts-through: [A], when: [${judged(given)}]`).replace("of: F", "of: A"),
      ).slice(0, 1);

    expect(free(0)).toEqual(["0 permit go A"]);
    expect(free(1)).toEqual(["0 refused go A law.decision"]);
  });

  it("[K33] [K40] are drawn under the name that a request for the provision would have", () => {
    const asked = (provisions: readonly string[]): readonly boolean[] =>
      Array.from({ length: 24 }, (_, replication) => {
        const text = fire({ go: "needs: {unit: 1}, takes: 1 h" }, law(...provisions));
        return story(runMini(engine, text, { replication }), "refused").length === 0;
      });
    const byBar = asked([`${bar}, when: [${judged(0.5)}]`, "says: may, acts-through: [F], rank: statute"]);
    const byMay = asked([`${may}, unless: [${judged(0.5)}]`]);

    expect(byBar).toEqual(byMay);
    expect(new Set(byBar)).toEqual(new Set([true, false]));
  });

  it("[K70] blame the law only where no judgement decides a prohibition", () => {
    const either = law(may, `${bar}, when: [{any: [{not: ${judged(0)}}, ${judged(1, "OTHER", "late")}]}]`);

    expect(told(law(may, bar))).toEqual(["0 lost go unit law.basis 1"]);
    expect(told(either).slice(0, 1)).toEqual(["0 refused go F law.decision"]);
    expect(told(either, ["law.decision"]).slice(0, 1)).toEqual(["0 refused go F consent"]);
    expect(told(either, ["law.decision", "consent"])).toEqual(permitted);
  });

  it("[K70] relaxed, bar and hinder nobody, whoever makes them; relaxed law alone leaves them", () => {
    const own = law(may, `${bar}, when: [${judged(1)}]`);
    const other = law(`${may}, unless: [${judged(1, "OTHER")}]`);

    expect(told(own, ["law.decision"])).toEqual(permitted);
    expect(told(own, ["law.basis"]).slice(0, 1)).toEqual(["0 refused go F law.decision"]);
    expect(told(own, ["consent"]).slice(0, 1)).toEqual(["0 refused go F law.decision"]);
    expect(told(other, ["consent"])).toEqual(permitted);
    expect(told(other, ["law.decision"]).slice(0, 1)).toEqual(["0 denied go F L0 consent"]);
    for (const text of [own, other]) expect(told(text, causes)).toEqual(permitted);
  });
});
