import { describe, expect, it } from "vitest";
import { engines } from "../differential/engine.ts";
import { column, fire, runMini, story } from "./run-mini.ts";

const text = fire(
  { go: "needs: {unit: 1}, takes: 2 h, outcome: true, value: 1, expires: 90 h" },
  `roles: {fight.go: {lead: A}}
holdings:
  a: {of: A, what: unit, quantity: 1, at: here, assumption: true}
  c: {of: C, what: unit, quantity: 1, at: here, ready: 3 h, assumption: true}
`,
);

describe.each(engines)("withdrawal in the $name", (engine) => {
  it("[K73] makes the organisations of a party nobody's candidates", () => {
    const present = runMini(engine, text);
    const withdrawn = runMini(engine, text, { without: "P" });

    expect(story(present, "share", "done")).toEqual(["0 share go A a 1 (1)", "2 done go A a 1"]);
    expect(story(withdrawn, "share", "done")).toEqual(["0 share go C c 1 (1)", "5 done go C c 1"]);
  });

  it("[K73] loses what only the withdrawn party holds to capability", () => {
    const alone = text.replace(/ {2}c: .*\n/, "");
    const { outputs, trace } = runMini(engine, alone, { without: "P" });

    expect(column(outputs, "delivered")).toEqual({ "fight.go": 0 });
    expect(trace.find(({ what }) => what === "lost")?.cause).toBe("capability");
  });

  it("[K73] leaves runs without a withdrawal alone", () => {
    expect(runMini(engine, text, { without: "no-such-party" }).trace).toEqual(runMini(engine, text).trace);
  });
});
