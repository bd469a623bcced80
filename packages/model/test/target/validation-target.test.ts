import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkStudy } from "../../src/check/index.ts";
import { parseStudy } from "../../src/parse-study.ts";
import type { Study } from "../../src/study/study.ts";
import { validationTarget } from "../../src/target/validation-target.ts";

const folder = join(import.meta.dirname, "../../../../studies/harbour-aid");
const names = [
  "study.yaml",
  "actors.yaml",
  "places.yaml",
  "demand.yaml",
  "law.yaml",
  "means.yaml",
  "mechanisms.yaml",
  "reform.yaml",
  "sources.yaml",
  "holdings.csv",
];

/** The small study with further rows of validation or hypotheses. */
function harbourAid(more = ""): Study {
  const files = names.map((path) => ({ path, text: readFileSync(join(folder, path), "utf8") }));
  const { study, diagnostics } = parseStudy([...files, { path: "more.yaml", text: more }]);
  if (study === undefined)
    throw new Error(JSON.stringify(diagnostics.filter(({ severity }) => severity === "error")));
  return study;
}

const study = harbourAid();
const row = (fields: string): string =>
  `validation:\n  r: {case: {ja: 事例, en: Case}, use: held-out, assumption: true, ${fields}}\n`;

/** Errors of one further file: code and what was found. */
function errors(more: string): readonly (readonly [string, unknown, unknown])[] {
  return checkStudy(harbourAid(more))
    .filter(({ severity }) => severity === "error")
    .map(({ code, args }) => [code, args["found"], args["suggestions"]]);
}

describe("paths of validation", () => {
  it.each([
    [
      "fight-fire.contain",
      { kind: "moment", task: "fight-fire.contain", moment: "first-effect", after: undefined },
    ],
    ["fight-fire.contain.closed", { kind: "moment", moment: "closed" }],
    [
      "fight-fire.contain.departed-to-arrived.OS-FIRE",
      { after: "departed", moment: "arrived", organisation: "OS-FIRE" },
    ],
    ["fight-fire.contain.work", { kind: "moment", after: "arrived", moment: "closed" }],
    ["relief.clear.people-20", { kind: "units-reached", units: 20 }],
    ["relief.clear.people-within-24-h", { kind: "units-within", hours: 24 }],
    ["relief.supply.need", { kind: "need", need: undefined }],
    ["relief.supply.need.lift", { kind: "need", need: "lift" }],
    [
      "order-to-first-effect.fight-fire.contain",
      { kind: "order-to-first-effect", task: "fight-fire.contain" },
    ],
    ["rate.storm", { kind: "rate", incident: "storm" }],
    ["years-with.storm", { kind: "years-with", incident: "storm" }],
    ["severity.ship-fire.great", { kind: "fact", fact: "severity", value: "great" }],
    ["facts.ship-fire.wind.calm", { kind: "fact", fact: "wind", value: "calm" }],
    ["share-beyond-a-month.relief.clear", { kind: "share-beyond", hours: 720 }],
    ["share-beyond-3-d.relief.clear", { kind: "share-beyond", hours: 72 }],
    ["order-of-first-effects", { kind: "order-of-first-effects" }],
    ["order-of-permits", { kind: "order-of-permits" }],
    ["order-of-knowledge.fight-fire", { kind: "order-of-knowledge", mission: "fight-fire" }],
    ["roles.fight-fire.contain", { kind: "roles", task: "fight-fire.contain" }],
  ])("[L70] %s names a thing of the study", (path, target) => {
    expect(validationTarget(study, path)).toMatchObject(target);
  });

  it("[L70] name provisions, their steps, situations and instruments", () => {
    const [authority] = [...study.authorities.values()].filter(({ steps }) => steps.length > 0);
    const [situation] = study.situations.keys();
    const step = authority?.steps[0]?.[0]?.kind ?? "order";

    expect(validationTarget(study, `permit.${authority?.id}`)).toMatchObject({ kind: "permit" });
    expect(validationTarget(study, `authorities.${authority?.id}.${step}`)).toMatchObject({ stage: 0, step });
    expect(validationTarget(study, `finding.${situation}`)).toMatchObject({ kind: "finding", situation });
    expect(validationTarget(study, "lead-time.nothing")).toMatchObject({ kind: "unknown" });
  });

  it.each([
    ["fight-fire.contian.closed", "fight-fire.contian", "contain"],
    ["fight-fire.contain.arived", "arived", "arrived"],
    ["fight-fire.contain.arrived.OS-FIER", "OS-FIER", "OS-FIRE"],
    ["rate.strom", "strom", "storm"],
    ["facts.ship-fire.wind.clam", "clam", "calm"],
    ["fight-fires.contain", "fight-fires", "fight-fire"],
    ["order-of-permit", "order-of-permit", "order-of-permits"],
    ["order-of-permits.extra", "order-of-permits.extra", "order-of-permits"],
  ])("[L70] %s is an error that says what may have been meant", (path, found, meant) => {
    const problem = errors(row(`observed: [1 h], of: ${path}`));

    expect(problem).toEqual([["validation-of-unknown", found, expect.stringContaining(meant)]]);
  });

  it("[L71] have observations of their kind, and are counted from a moment", () => {
    expect(errors(row("observed: {first: [fight-fire.sound]}, of: fight-fire.contain"))).toEqual([
      ["validation-does-not-fit", undefined, undefined],
    ]);
    expect(errors(row("observed: [1 h], of: order-of-first-effects"))[0]?.[0]).toBe(
      "validation-does-not-fit",
    );
    expect(errors(row("observed: {first: [fight-fire.sond]}, of: order-of-first-effects"))[0]?.[1]).toBe(
      "fight-fire.sond",
    );
    expect(errors(row("observed: [1 h], of: fight-fire.contain, since: fight-fire.sound.closed"))).toEqual(
      [],
    );
    expect(errors(row("observed: [1 h], of: fight-fire.contain, since: rate.storm"))[0]?.[1]).toBe(
      "rate.storm",
    );
  });

  it("[L72] tell a case once, with facts and causes that its stream has", () => {
    const told = harbourAid(
      `${row("observed: [1 h], of: fight-fire.contain, replay: {incident: ship-fire, at: akaura, facts: {wind: strong}, causes: {oil-spill: 1}}")}  s: {case: x, observed: [2 h], of: relief.clear, use: held-out, assumption: true, replay: r}\n`,
    );
    const wrong = (replay: string) =>
      errors(row(`observed: [1 h], of: fight-fire.contain, replay: ${replay}`));

    expect(told.validation.get("r")).toMatchObject({
      replay: "r",
      played: {
        incident: "ship-fire",
        at: "akaura",
        for: undefined,
        facts: [{ fact: "wind", value: "strong" }],
        causes: [{ incident: "oil-spill", chance: 1 }],
      },
    });
    expect(told.validation.get("s")).toMatchObject({ replay: "r", played: undefined });
    expect(checkStudy(told).filter(({ severity }) => severity === "error")).toEqual([]);
    expect(wrong("{incident: ship-fire, facts: {wnd: strong}}")).toEqual([["replay-unknown", "wnd", "wind"]]);
    expect(wrong("{incident: ship-fire, facts: {wind: storng}}")).toEqual([
      ["replay-unknown", "storng", "strong"],
    ]);
    expect(wrong("{incident: ship-fire, causes: {storm: 1}}")[0]?.slice(0, 2)).toEqual([
      "replay-unknown",
      "storm",
    ]);
    expect(wrong("old-fire")[0]?.slice(0, 2)).toEqual(["replay-unknown", "old-fire"]);
  });
});

describe("predicates", () => {
  it("[L73] name what the study has", () => {
    const hypothesis = (holdsIf: string): string =>
      `hypotheses:\n  h: {text: {ja: 仮, en: H}, holds-if: {${holdsIf}}}\n`;

    expect(
      errors(hypothesis("package: paper, versus: steel, of: [fire, relief], gain: at least 0.1")),
    ).toEqual([]);
    expect(errors(hypothesis("package: papper, gain: at least 0.1"))).toEqual([
      ["hypothesis-names-unknown", "papper", "paper"],
    ]);
    expect(errors(hypothesis("largest-cause: law, of: fires"))[0]?.[1]).toBe("fires");
    expect(errors(hypothesis("measure: efect, at-least: 0.1"))[0]?.[1]).toBe("efect");
  });
});
