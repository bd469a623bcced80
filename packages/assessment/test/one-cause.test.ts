import { type Cause, causes } from "@shikumi/kernel";
import { describe, expect, it } from "vitest";
import { assess } from "../src/assess.ts";
import type { Assessment, ClosingCause } from "../src/findings.ts";
import { type Obstacles, obstacleStudy } from "./small-study.ts";

/** What lets each cause alone keep the task from being done in time. */
const obstacleOf: Readonly<Record<Cause, Obstacles>> = {
  "law.basis": { stepTakes: "10 h" },
  "law.decision": { approved: 0 },
  mechanism: { hasChannel: false },
  capability: { ready: "10 h" },
  coordination: { registry: "10 h" },
  consent: { consented: 0 },
};

const pairs = causes.flatMap((first, index) =>
  causes.slice(index + 1).map((second) => [first, second] as const),
);

const prohibition = `
  bar:
    name: {ja: 禁止, en: Bar}
    says: must-not
    rank: constitution
    acts-through: [team]
    activities: [act]
    assumption: true
`;

const situationFoundBy = (decider: string): string => `
situations:
  crisis: {name: {ja: 事態, en: Crisis}, found-by: [${decider}], found: 0, assumption: true}
`;

const closingCauseOf = (cause: Cause): ClosingCause =>
  cause === "law.basis" || cause === "law.decision" ? "law" : cause;

const assessed = (obstacles: Obstacles): Assessment =>
  assess(obstacleStudy(obstacles), { removal: false, packages: [], levers: [] });

/** Parts of the domain's shortfall that are not zero. */
const partsOf = ({ causes: findings }: Assessment): Readonly<Record<string, number>> => {
  const [domain] = findings;
  const parts = domain?.parts.map(({ cause, figure }) => [cause, figure.value] as const) ?? [];
  return Object.fromEntries(parts.filter(([, part]) => part !== 0));
};

const taskSets = ({ closing }: Assessment): readonly (readonly ClosingCause[])[] | undefined =>
  closing.find(({ scope }) => scope.id === "answer.act")?.sets.map((set) => set.causes);

describe("a study without obstacles", () => {
  it("[X2] delivers everything, has no shortfall and is met already", () => {
    const found = assessed({});

    expect(found.baseline.domains[0]?.effectiveness.refused.value).toBe(1);
    expect(found.causes[0]?.shortfall.value).toBe(0);
    expect(partsOf(found)).toEqual({});
    expect(taskSets(found)).toEqual([[]]);
  });
});

describe("a study in which one cause binds", () => {
  it.each(causes)("[X2] charges everything to %s and nothing to any other", (cause) => {
    const found = assessed(obstacleOf[cause]);

    expect(found.baseline.domains[0]?.effectiveness.refused.value).toBe(0);
    expect(Object.keys(partsOf(found))).toEqual([cause]);
    expect(partsOf(found)[cause]).toBeCloseTo(1, 12);
    expect(found.causes[0]?.irreducible.value).toBeCloseTo(0, 12);
    expect(taskSets(found)).toEqual([[closingCauseOf(cause)]]);
  });

  const others: readonly (readonly [Cause, string, Obstacles])[] = [
    ["law.basis", "no provision in force", { provision: "until: 2011-06-01" }],
    ["law.basis", "a prohibition", { more: prohibition }],
    ["law.decision", "a hesitation", { hesitates: "10 h" }],
    [
      "law.decision",
      "a situation nobody finds",
      { provision: "in: crisis", more: situationFoundBy("minister") },
    ],
    [
      "consent",
      "a situation the other side does not find",
      { provision: "in: crisis", more: situationFoundBy("partner") },
    ],
    ["capability", "units that do not suffice", { holds: 0 }],
    ["mechanism", "a place that is closed", { place: "state: OTHER, access: closed" }],
  ];

  it.each(others)("[X2] charges %s for %s", (cause, _, obstacles) => {
    const found = assessed(obstacles);

    expect(Object.keys(partsOf(found))).toEqual([cause]);
    expect(partsOf(found)[cause]).toBeCloseTo(1, 12);
    expect(taskSets(found)).toEqual([[closingCauseOf(cause)]]);
  });
});

describe("a study in which either of two causes would do", () => {
  it("[X2] splits between consent and mechanism where an access mechanism would make consent needless", () => {
    const found = assessed({ place: "state: OTHER, access: {consent: partner, given: 0}, assumption: true" });

    expect(partsOf(found)).toEqual({ mechanism: expect.closeTo(0.5, 12), consent: expect.closeTo(0.5, 12) });
    expect(taskSets(found)).toEqual([["mechanism"], ["consent"]]);
  });
});

describe("a study in which two causes bind together", () => {
  it.each(pairs)("[X2] charges %s and %s one half each, and nothing else", (first, second) => {
    const found = assessed({ ...obstacleOf[first], ...obstacleOf[second] });

    expect(Object.keys(partsOf(found))).toEqual([first, second]);
    expect(partsOf(found)[first]).toBeCloseTo(0.5, 12);
    expect(partsOf(found)[second]).toBeCloseTo(0.5, 12);
    expect(taskSets(found)).toEqual([[...new Set([closingCauseOf(first), closingCauseOf(second)])]]);
  });
});

describe("undetermined law", () => {
  const unknownFact: Obstacles = { provision: "when: [{fact: grave}]" };
  const leftOut: Obstacles = { provision: "not-encoded: {ja: 要件, en: Requirements}" };

  it.each([
    ["undetermined", unknownFact],
    ["not encoded", leftOut],
  ])("[X2] shows as an interval and is charged to nothing: %s", (_, obstacles) => {
    const found = assessed(obstacles);
    const effectiveness = found.baseline.domains[0]?.effectiveness;

    expect(effectiveness?.refused.value).toBe(0);
    expect(effectiveness?.granted.value).toBe(1);
    expect(partsOf(found)).toEqual({});
    expect(found.causes[0]?.shortfall.value).toBe(0);
    expect(found.causes[0]?.undetermined.value).toBe(1);
    expect(taskSets(found)).toEqual([[]]);
    expect(found.notices).toContainEqual({
      code: "undetermined-law",
      args: { package: "baseline", mode: "in-force", domain: "D1" },
    });
  });

  it("[X2] leaves what else binds to its cause", () => {
    const found = assessed({ ...unknownFact, ready: "10 h" });

    expect(Object.keys(partsOf(found))).toEqual(["capability"]);
    expect(found.baseline.domains[0]?.effectiveness.granted.value).toBe(0);
  });
});
