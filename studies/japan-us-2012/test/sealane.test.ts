import { hoursOf, type TraceEntry } from "@shikumi/kernel";
import type { LegalQuestion, Verdict } from "@shikumi/model";
import { describe, expect, it } from "vitest";
import { asOf, pendingWords } from "./legal-question.ts";
import { onlyStreams } from "./only-streams.ts";
import { flagship, flagshipWith } from "./read-flagship.ts";
import { entriesOf, median, type Run, traces } from "./trace-reading.ts";

const baseline = "2012-03-31";
const war = { attacker: "state-like", hostilities: "ongoing", "attack-on-japan": "no" };
const truce = { attacker: "none", hostilities: "ended", "attack-on-japan": "no" };

function navy(activity: string, question: Partial<LegalQuestion> = {}): Verdict {
  return asOf(baseline, { actor: "JP-MSDF", activity, place: "hormuz", facts: war, ...question });
}

describe("what the navy may do in a strait", () => {
  it("[D5] sweeps abandoned mines and not laid ones: whether hostilities have ended decides", () => {
    const laid = navy("sweep-mines");
    const abandoned = navy("sweep-mines", { facts: truce });
    const ally = asOf(baseline, {
      actor: "US-NAVCENT",
      activity: "sweep-mines",
      place: "hormuz",
      facts: war,
    });

    expect([laid.kind, laid.by]).toEqual(["prohibited", "L-JP-C9-SEALANE"]);
    expect([abandoned.kind, abandoned.by]).toEqual(["permitted", "L-JP-SDF84-2"]);
    expect(pendingWords(abandoned)).toEqual(["approval D-JP-CABINET", "order D-JP-MINDEF"]);
    expect([ally.kind, ally.by]).toEqual(["permitted", "L-US-WPR"]);
  });

  it("[D5] fights off no state's attack on others, and on Japan only after finding, Cabinet and Diet", () => {
    const others = navy("repel-state-attack");
    const japan = navy("repel-state-attack", { facts: { ...war, "attack-on-japan": "yes" } });

    expect([others.kind, others.by]).toEqual(["prohibited", "L-JP-C9-SEALANE"]);
    expect([japan.kind, japan.by]).toEqual(["permitted", "L-JP-SDF76-SEALANE"]);
    expect(pendingWords(japan)).toEqual([
      "finding armed-attack",
      "approval D-JP-CABINET",
      "approval D-JP-DIET",
      "order D-JP-PM",
    ]);
  });

  it("[D5] escorts ships with a Japanese interest under article 82 with police powers, and no others", () => {
    const own = navy("strait-escort", { beneficiary: "japan-related-ships" });
    const foreign = navy("strait-escort", { beneficiary: "other-ships" });

    // Press of February 2012: escort under article 82.
    expect([own.kind, own.by]).toEqual(["permitted", "L-JP-SDF82-SEALANE"]);
    expect(pendingWords(own)).toEqual(["finding sealane-security", "approval D-JP-PM", "order D-JP-MINDEF"]);
    expect(flagship.authorities.get("L-JP-SDF82-SEALANE")?.weapons).toBe("P7");
    expect([foreign.kind, foreign.by]).toEqual(["no-basis", undefined]);
  });

  it("[D5] looks anywhere on the minister's word alone, without the power to escort", () => {
    const look = navy("presence");

    expect([look.kind, look.by]).toEqual(["permitted", "L-JP-EST4-SEALANE"]);
    expect(pendingWords(look)).toEqual(["order D-JP-MINDEF"]);
    expect(flagship.authorities.get("L-JP-EST4-SEALANE")?.activities).not.toContain("strait-escort");
  });
});

describe("what the navy may do around Japan", () => {
  const near = { place: "east-china-sea", beneficiary: "us-forces-at-sea" };

  it("[D5] supports US forces only in a situation found, planned and approved by the Diet", () => {
    const support = navy("rear-area-support", near);
    const far = navy("rear-area-support", { ...near, place: "hormuz" });
    const others = navy("rear-area-support", { ...near, beneficiary: "other-ships" });

    expect(pendingWords(support)).toEqual([
      "finding areas-surrounding",
      "approval D-JP-CABINET",
      "approval D-JP-DIET",
      "order D-JP-MINDEF",
    ]);
    expect([far.kind, others.kind]).toEqual(["no-basis", "no-basis"]);
  });

  it("[D5] has no basis to protect a US ship, and article 95 does not give one", () => {
    const protection = navy("protect-partner-ship", near);

    expect([protection.kind, protection.by]).toEqual(["no-basis", undefined]);
    expect(flagship.authorities.get("L-JP-SDF95")?.activities).toEqual(["protect-own-equipment"]);
  });
});

describe("stocks, ships in the zone and supply", () => {
  it("[D5] lets no firm draw on its duty before the minister lowers it", () => {
    const firm = asOf(baseline, { actor: "JP-IND", activity: "release-private-stock" });
    const ministry = asOf(baseline, { actor: "JP-METI", activity: "release-private-stock" });

    expect([firm.kind, firm.by]).toEqual(["prohibited", "L-JP-STOCK-DUTY"]);
    expect(pendingWords(ministry)).toEqual(["order D-JP-METI-STOCKS"]);
  });

  it("[D5] puts the coordinated release of both states under one vote of neither", () => {
    for (const actor of ["JP-METI", "US-DOE"]) {
      const [first] = pendingWords(asOf(baseline, { actor, activity: "coordinated-release" }));

      expect([actor, first]).toEqual([actor, "consent D-IEA"]);
    }
  });

  it("[D5] lets the coast guard demand that a survey stop, and nobody of Japan stop it", () => {
    const question = { place: "east-china-sea" };
    const demand = asOf(baseline, { actor: "JP-JCG", activity: "survey-stop-demand", ...question });
    const stops = ["JP-JCG", "JP-MSDF", "JP-MOFA"].map(
      (actor) => asOf(baseline, { actor, activity: "stop-survey-ship", ...question }).kind,
    );

    expect(demand.kind).toBe("permitted");
    expect(stops).toEqual(["no-basis", "no-basis", "no-basis"]);
  });
});

/** One crisis in the strait with mines, its ceasefire, one stop of a rare material, and nothing else. */
const study = flagshipWith(`${onlyStreams(
  [],
  [
    `{add: incidents.strait-now, to: {at: hormuz, dates: [2012-05-01], facts: {severity: harassment, mines: "yes", attacker: state-like, hostilities: ongoing, attack-on-japan: "no"}, calls: strait-passage}}`,
    `{add: incidents.truce-now, to: {at: hormuz, dates: [2012-07-01], facts: {hostilities: ended}, calls: mine-clearance}}`,
    `{add: incidents.stop-now, to: {at: yokohama, dates: [2012-05-01], for: energy-users, calls: material-stop}}`,
  ],
)}
packages:
  cases: {title: {ja: 一件ずつ, en: One of each}, levers: [only-streams]}
  cases-linked: {title: {ja: 経路あり, en: With channels}, levers: [only-streams, shipping-threat-channel, economic-information-agreement]}
`);
const options = { futures: 40, replications: 2 };
const runs = traces(study, "cases", options);

function firstOf(run: Run, what: TraceEntry["what"], task: string, organisation: string): number {
  const tick = entriesOf(run, what, task).find((entry) => entry.organisation === organisation)?.tick;
  return tick === undefined ? Number.NaN : hoursOf(tick) / 24;
}

describe("a crisis in the strait", () => {
  it("[D5] sees no Japanese ship among those who fight or sweep while hostilities last", () => {
    const there = runs.flatMap((run) =>
      ["repel", "sweep-laid", "escort-other"].flatMap((task) =>
        entriesOf(run, "share", `strait-passage.${task}`).filter(({ organisation }) =>
          organisation.startsWith("JP-"),
        ),
      ),
    );
    const allies = runs.flatMap((run) => entriesOf(run, "arrived", "strait-passage.repel"));

    expect(there).toEqual([]);
    expect(allies.length).toBeGreaterThan(20);
  });

  it("[D5] has no Japanese escort before the finding of 44 days and the voyage, and an earlier presence", () => {
    const opened = 30;
    const escort = runs
      .map((run) => firstOf(run, "arrived", "strait-passage.escort-related", "JP-MSDF") - opened)
      .filter(Number.isFinite);
    const presence = runs
      .map((run) => firstOf(run, "arrived", "strait-passage.presence", "JP-MSDF") - opened)
      .filter(Number.isFinite);

    // Joint Staff Office: 28 January to 13 March 2009, 44 days.
    expect(escort.length).toBeGreaterThan(5);
    expect(Math.min(...escort)).toBeGreaterThan(44 + 14);
    expect(presence.length).toBeGreaterThan(20);
    expect(median(presence)).toBeLessThan(25);
  });

  it("[D5] leaves the ministry that warns ships without the estimate that the navy gets", () => {
    const refused = (of: readonly Run[]): readonly TraceEntry[] =>
      of.flatMap((run) => entriesOf(run, "refused", "strait-passage.warn-ships"));
    const linked = traces(study, "cases-linked", options);

    expect(refused(runs).length).toBeGreaterThan(0.3 * runs.length);
    expect(new Set(refused(runs).map(({ cause }) => cause))).toEqual(new Set(["mechanism"]));
    expect(refused(linked).length).toBeLessThan(0.1 * linked.length + 1);
  });

  it("[RC-29] sends minesweepers after the ceasefire on a Cabinet decision of the 13th day", () => {
    const decided = runs.flatMap((run) =>
      entriesOf(run, "stage", "mine-clearance.sweep-japan")
        .filter(({ subject, amount }) => subject === "L-JP-SDF84-2" && amount === 0)
        .map(({ ticks }) => hoursOf(ticks) / 24),
    );

    // 11 to 24 April 1991.
    expect(decided.length).toBeGreaterThan(20);
    expect(new Set(decided.map((days) => days.toFixed(1)))).toEqual(new Set(["13.0"]));
  });
});

describe("a stop of a rare material", () => {
  it("[RC-30] finds two foreign ministries without anything that links them in a joint step", () => {
    const closed = (of: readonly Run[]): readonly number[] =>
      of.flatMap((run) => entriesOf(run, "closed", "material-stop.trade-step").map(({ amount }) => amount));
    const causes = runs.flatMap((run) =>
      entriesOf(run, "refused", "material-stop.trade-step").map(({ cause }) => cause),
    );

    expect(new Set(closed(runs))).toEqual(new Set([0]));
    expect(new Set(causes)).toEqual(new Set(["mechanism"]));
    expect(median(closed(traces(study, "cases-linked", options)))).toBe(1);
  });

  it("[RC-30] opens no other mine within a year", () => {
    const days = runs.flatMap((run) =>
      entriesOf(run, "done", "material-stop.second-mine").map(({ tick }) => hoursOf(tick) / 24 - 30),
    );

    expect(days.length).toBeGreaterThan(10);
    expect(Math.min(...days)).toBeGreaterThan(365);
  });
});
