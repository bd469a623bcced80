import type { Study } from "@shikumi/model";
import { describe, expect, it } from "vitest";
import { assess } from "../../src/assess.ts";
import type { HypothesisFinding, HypothesisStatus } from "../../src/findings.ts";
import { overall, shareStatus } from "../../src/hypothesis/evaluate-hypotheses.ts";
import { classedLevers, complementLevers, cutPackage } from "../../src/hypothesis/package-cut.ts";
import { plannedHypotheses } from "../../src/hypothesis/plan-hypotheses.ts";
import { boundFrom, predicateOf, thresholdOf } from "../../src/hypothesis/predicate.ts";
import { isSmaller } from "../../src/measure/equality-gap.ts";
import { planJobs } from "../../src/run/plan-jobs.ts";
import { obstacleStudy } from "../small-study.ts";

const lever = (id: string, ofClass: string, effort: number, change: string, more = ""): string =>
  `  ${id}: {name: {ja: 手段, en: Lever}, kind: law, class: ${ofClass}, answers: [answer.act], effort: ${effort}, change: [${change}], proposed: analyst, assumption: true${more}}\n`;

const nothing = (id: string): string =>
  `{add: mechanisms.${id}, to: {name: {ja: 無為, en: Idle}, between: [OWN, OTHER]}}`;

const packages = `packages:
  M: {name: {ja: 甲, en: M}, levers: {class: military}}
  C: {name: {ja: 乙, en: C}, levers: {class: civil}}
  MC: {name: {ja: 甲乙, en: MC}, levers: {class: [military, civil]}}
`;

/** The unit is never ready in time; a civil lever makes it so, a military one does nothing. */
const needed = `levers:
${lever("ready", "civil", 3, "{set: holdings.units.ready, to: 0 h}")}${lever("drill", "military", 2, nothing("drill"))}${packages}`;

function studyWith(
  hypotheses: string,
  levers = needed,
  change: Parameters<typeof obstacleStudy>[0] = {},
): Study {
  return obstacleStudy({
    ready: "10 h",
    futures: 20,
    replications: 1,
    ...change,
    more: `${levers}hypotheses:\n${hypotheses}`,
  });
}

const verdict = (over: string, versus = "M"): string =>
  `  h: {text: {ja: 仮, en: H}, holds-if: {verdict: indispensable, package: MC, versus: ${versus}, in-futures: at least 0.8}, over: ${over}}\n`;

function evaluated(study: Study): HypothesisFinding {
  const [first] =
    assess(study, { causes: false, removal: false, levers: [], hypotheses: true }).hypotheses ?? [];
  if (first === undefined) throw new Error("no hypothesis");
  return first;
}

describe("predicates", () => {
  const study = studyWith(verdict("{}"));
  const read = (holdsIf: Record<string, string | number | readonly string[]>) => {
    const [hypothesis] = study.hypotheses.values();
    if (hypothesis === undefined) throw new Error("no hypothesis");
    return predicateOf(study, { ...hypothesis, holdsIf });
  };

  it("[H1] are read from words and limits", () => {
    expect(read({ "largest-cause": "law.basis", of: "D1" })).toMatchObject({
      kind: "extreme-cause",
      largest: true,
    });
    expect(read({ "share-of-cause": "law", of: "answer", "less-than": 0.2 })).toMatchObject({
      kind: "share-of-cause",
      bounds: [{ op: "less-than", value: 0.2 }],
      missions: ["answer"],
    });
    expect(read({ package: "M", versus: "C", gain: "at least 0.05" })).toMatchObject({
      kind: "gain",
      versus: "C",
    });
    expect(boundFrom("at most 0.5")).toEqual({ op: "at-most", value: 0.5 });
    expect(boundFrom(0.5)).toEqual({ op: "at-least", value: 0.5 });
    expect(boundFrom("often")).toBeUndefined();
  });

  it("[H1] that runs cannot decide are not evaluated, and say so", () => {
    expect(read({ rank: "first", of: "D1" })).toBeUndefined();
    expect(read({ "largest-cause": "weather" })).toBeUndefined();
    expect(read({ "largest-cause": "law", gain: "at least 0.1" })).toBeUndefined();
    const found = evaluated(studyWith("  h: {text: {ja: 仮, en: H}, holds-if: {regret: 0.1}}\n"));
    expect(found).toMatchObject({ status: "not-evaluated", reason: "predicate-not-known", points: [] });
  });

  it("[H1] hold in at least half of the futures where nothing is said", () => {
    const [hypothesis] = studyWith(
      "  h: {text: {ja: 仮, en: H}, holds-if: {largest-cause: law}}\n",
    ).hypotheses.values();

    expect(hypothesis && thresholdOf(hypothesis)).toEqual({ op: "at-least", value: 0.5 });
  });
});

describe("a status", () => {
  it("[H2] is undecided where the interval straddles what is demanded", () => {
    const bound = { op: "at-least", value: 0.8 } as const;

    expect(shareStatus({ low: 0.81, high: 1 }, bound)).toBe("supported");
    expect(shareStatus({ low: 0.1, high: 0.79 }, bound)).toBe("not-supported");
    expect(shareStatus({ low: 0.5, high: 0.9 }, bound)).toBe("undecided");
    expect(shareStatus({ low: 0.1, high: 0.2 }, { op: "at-most", value: 0.3 })).toBe("supported");
  });

  it("[H2] counts only futures that say something", () => {
    const text =
      "  h: {text: {ja: 仮, en: H}, holds-if: {largest-cause: capability, of: D1, in-futures: at least 0.8}}\n";
    const held = evaluated(studyWith(text));
    const idle = evaluated(studyWith(text, needed, { ready: "0 h" }));

    expect(held).toMatchObject({ status: "supported", points: [{ counted: { value: 20 } }] });
    expect(held.points[0]?.share.refused).toMatchObject({ value: 1 });
    expect(held.points[0]?.share.refused.low).toBeGreaterThan(0.8);
    expect(idle).toMatchObject({ status: "not-evaluated", reason: "no-shortfall" });
  });

  it("[H2] of shares of a cause and of gains goes by the same rule", () => {
    const text = (holds: string): string =>
      `  h: {text: {ja: 仮, en: H}, holds-if: {${holds}, in-futures: at least 0.8}}\n`;

    expect(evaluated(studyWith(text("share-of-cause: capability, more-than: 0.9"))).status).toBe("supported");
    expect(evaluated(studyWith(text("share-of-cause: law, more-than: 0.1"))).status).toBe("not-supported");
    expect(evaluated(studyWith(text("package: C, gain: at least 0.5"))).status).toBe("supported");
    expect(evaluated(studyWith(text("package: M, versus: C, gain: at least 0"))).status).toBe(
      "not-supported",
    );
  });

  it.each([
    [["supported", "supported"], "supported"],
    [["supported", "undecided"], "undecided"],
    [["supported", "not-supported"], "mixed"],
    [["undecided", "not-supported"], "not-supported"],
    [["supported", "not-evaluated"], "undecided"],
    [["not-evaluated", "not-evaluated"], "not-evaluated"],
    [[], "not-evaluated"],
  ] as const)("[H3] over points %j is %s", (points, status) => {
    const found = overall(points.map((one: HypothesisStatus) => ({ status: one, reason: undefined })));

    expect(found.status).toBe(status);
  });
});

describe("packages", () => {
  const disputed = `levers:
${lever("civil-one", "civil", 3, nothing("a"))}${lever("military-one", "military", 2, nothing("b"))}${lever("both", "{disputed: [military, civil]}", 1, nothing("c"))}${lever("after-both", "civil", 1, nothing("d"), ", needs: [both]")}${packages}`;
  const study = studyWith(verdict("{}"), disputed);
  const leversOf = (id: string): readonly string[] => study.packages.get(id)?.levers ?? [];

  it("[H4] keep a disputed lever only where they stand for the class it is taken as", () => {
    const as = { kind: "as", class: "military" } as const;

    expect(classedLevers(study, leversOf("M"), { kind: "as-stated" })).toEqual(["both", "military-one"]);
    expect(classedLevers(study, leversOf("M"), as)).toEqual(["both", "military-one"]);
    expect(classedLevers(study, leversOf("C"), as)).toEqual(["civil-one"]);
    expect(classedLevers(study, leversOf("MC"), as)).toEqual([
      "after-both",
      "both",
      "civil-one",
      "military-one",
    ]);
  });

  it("[H5] are cut to an effort, cheapest first, with what levers need", () => {
    const effortOf = (id: string): number =>
      ({ "civil-one": 3, "military-one": 2, both: 1, "after-both": 1 })[id] ?? 0;
    const cut = (effort: number, order: readonly string[] = []): readonly string[] =>
      cutPackage(study, leversOf("MC"), order, effort, effortOf, ["D1"]);

    expect(cut(0)).toEqual([]);
    expect(cut(1)).toEqual(["both"]);
    expect(cut(2)).toEqual(["after-both", "both"]);
    expect(cut(4)).toEqual(["after-both", "both", "military-one"]);
    expect(cut(3, ["civil-one"])).toEqual(["civil-one"]);
    expect(cutPackage(study, leversOf("MC"), [], 9, effortOf, ["other"])).toEqual([]);
  });

  it("[H5] of one set of levers are run once, and the tested one is cut to the other's effort", () => {
    const [planned] = plannedHypotheses(study, {}, 20);
    const { runs } = planJobs(study, { causes: false, removal: false, hypotheses: true });

    expect(planned?.points[0]?.tested.levers).toEqual(["after-both", "both"]);
    expect(new Set(runs.map(({ key }) => key)).size).toBe(runs.length);
    expect(runs.filter(({ package: id }) => id === "M")).toHaveLength(4);
  });

  it("[H8] leave for the converse the half that they are not compared with", () => {
    const stated = { kind: "as-stated" } as const;

    expect(complementLevers(study, leversOf("MC"), leversOf("M"), stated)).toEqual([
      "after-both",
      "both",
      "civil-one",
    ]);
    expect(complementLevers(study, leversOf("MC"), leversOf("M"), { kind: "as", class: "military" })).toEqual(
      ["civil-one"],
    );
  });
});

describe("a verdict", () => {
  it("[H6] is indispensable where a mission reaches its floor only with what is tested, at every point", () => {
    const found = evaluated(
      studyWith(verdict("{floor: [0.5, 0.9], effort: [5, 9], class: [as-stated, disputed-civil]}")),
    );

    expect(found.status).toBe("supported");
    expect(found.points).toHaveLength(8);
    expect(found.points.every(({ missions }) => missions.includes("answer"))).toBe(true);
  });

  it("[H6] is not where the tested package lacks the effort, or where all levers of the other would do", () => {
    const poor = evaluated(studyWith(verdict("{floor: [0.5], effort: [2, 5]}")));
    const dear = `levers:
${lever("ready", "civil", 3, "{set: holdings.units.ready, to: 0 h}")}${lever("also-ready", "military", 9, "{set: holdings.units.arrives, to: [{quantity: 1, after: 0 h}]}, {add: holdings.more, to: {of: team, what: unit, quantity: 1, at: home, ready: 0 h}}")}${packages}`;
    const replaceable = evaluated(
      studyWith(
        verdict("{floor: [0.5], effort: [3]}"),
        dear.replace("{set: holdings.units.arrives, to: [{quantity: 1, after: 0 h}]}, ", ""),
      ),
    );

    expect(poor.status).toBe("mixed");
    expect(poor.points.map(({ status }) => status)).toEqual(["not-supported", "supported"]);
    expect(replaceable.status).toBe("not-supported");
    expect(replaceable.points[0]).toMatchObject({ missions: [], substitutable: ["answer"] });
  });

  it("[H6] takes a mission's own floor where the point names none", () => {
    expect(evaluated(studyWith(verdict("{effort: [5]}"))).status).toBe("supported");
  });

  it("[H7] is structural where nobody may or can do a task without what is tested, else contingent", () => {
    const contingent = evaluated(studyWith(verdict("{floor: [0.5], effort: [5]}")));

    expect(contingent.domains).toEqual([{ domain: "D1", label: "contingent", tasks: [] }]);

    const opened = needed.replace(
      "{set: holdings.units.ready, to: 0 h}",
      "{set: authorities.law.acts-through, to: [team]}",
    );
    const hole = evaluated(
      studyWith(verdict("{floor: [0.5], effort: [5]}"), opened, { ready: "0 h", actsThrough: "[watch]" }),
    );
    expect(hole.domains).toEqual([{ domain: "D1", label: "structural", tasks: ["answer.act"] }]);
    expect(hole.status).toBe("supported");
  });

  it("[H8] comes with its converse, which need not hold", () => {
    const found = evaluated(studyWith(verdict("{floor: [0.5], effort: [5]}")));
    const [gone] = plannedHypotheses(studyWith(verdict("{}", "MC")), {}, 2);

    expect(found.converse?.status).toBe("not-supported");
    expect(gone?.converse[0]?.reason).toBe("no-complement");
  });
});

describe("more equal", () => {
  const duty = (of: string, to: string, activities: string): string =>
    `{of: ${of}, to: ${to}, for: [${activities}]}`;
  const treaty = (id: string, ...duties: readonly string[]): string =>
    lever(
      id,
      "civil",
      1,
      `{add: mechanisms.${id}, to: {name: {ja: 条約, en: Treaty}, between: [OWN, OTHER], unlocks: {planning: true, duties: [${duties.join(", ")}]}}}`,
    );
  // Under `P` one bears two of three duties: the gap is 1/3. Under `theirs` each bears half, under `ours` one bears three of four.
  const levers = `levers:
${treaty("base", duty("OWN", "OTHER", "act, help"), duty("OTHER", "OWN", "act"))}${treaty("more", duty("OTHER", "OWN", "help"))}${treaty("less", duty("OWN", "OTHER", "fly"))}packages:
  P: {name: {ja: 甲, en: P}, levers: [base]}
  theirs: {name: {ja: 乙, en: Theirs}, levers: [base, more]}
  ours: {name: {ja: 丙, en: Ours}, levers: [base, less]}
`;
  const hypothesis = (definitions: string, tested: string, versus = "P"): HypothesisFinding =>
    evaluated(
      studyWith(
        `  h: {text: {ja: 仮, en: H}, holds-if: {verdict: more-equal, definition: ${definitions}, party: [OWN, OTHER], package: ${tested}, versus: ${versus}}}\n`,
        levers,
      ),
    );

  it("[H9] is a smaller gap between two parties, in every future where nothing but the study decides it", () => {
    expect(hypothesis("obligation", "theirs")).toMatchObject({
      status: "supported",
      points: [
        { at: { definition: "obligation" }, share: { refused: { value: 1, low: 1 }, granted: { value: 1 } } },
      ],
    });
    expect(hypothesis("obligation", "ours").status).toBe("not-supported");
    expect(hypothesis("obligation", "theirs", "ours").status).toBe("supported");
    expect(hypothesis("obligation", "ours", "theirs").status).toBe("not-supported");
  });

  it("[H9] is not as large a gap as before", () => {
    expect(hypothesis("obligation", "P", "P").status).toBe("not-supported");
    expect(hypothesis("planning", "theirs").status).toBe("not-supported");
  });

  it("[H9] is told by definition, each by itself; a share of nothing says nothing", () => {
    const { status, points } = hypothesis("[obligation, planning, bases-and-support]", "theirs");

    expect(points.map(({ at, status: own, reason }) => [at["definition"], own, reason])).toEqual([
      ["obligation", "supported", undefined],
      ["planning", "not-supported", undefined],
      ["bases-and-support", "not-evaluated", "not-defined"],
    ]);
    expect(status).toBe("mixed");
  });

  it("[H9] compares finite gaps alone", () => {
    expect([isSmaller(0.1, 0.2), isSmaller(0.2, 0.2), isSmaller(0.3, 0.2)]).toEqual([true, false, false]);
    for (const none of [Number.NaN, Number.POSITIVE_INFINITY])
      expect([isSmaller(none, 0.2), isSmaller(0.2, none), isSmaller(none, none)]).toEqual([
        undefined,
        undefined,
        undefined,
      ]);
  });

  it("[H9] leaves futures out in which one party gets nothing to divide by", () => {
    // Nothing is delivered for beneficiaries of the other party, so that its contribution has no finite number.
    expect(hypothesis("contribution-benefit", "theirs")).toMatchObject({
      status: "not-evaluated",
      points: [{ reason: "not-defined", counted: { value: 0 } }],
    });
  });

  it("[H1] needs definitions that a run gives by itself", () => {
    expect(hypothesis("substitutability", "theirs").reason).toBe("predicate-not-known");
    expect(hypothesis("fairness", "theirs").reason).toBe("predicate-not-known");
  });
});
