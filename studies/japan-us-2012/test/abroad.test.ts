import { hoursOf, type TraceEntry } from "@shikumi/kernel";
import type { LegalQuestion, Verdict } from "@shikumi/model";
import { describe, expect, it } from "vitest";
import { asOf, pendingWords } from "./legal-question.ts";
import { onlyStreams } from "./only-streams.ts";
import { flagship, flagshipWith } from "./read-flagship.ts";
import { entriesOf, median, type Run, traces } from "./trace-reading.ts";

const baseline = "2012-03-31";
const open = { host: "open", "forces-welcome": "yes", "caused-by-conflict": "no" };

function abroad(actor: string, activity: string, question: Partial<LegalQuestion> = {}): Verdict {
  return asOf(baseline, {
    actor,
    activity,
    place: "luzon",
    beneficiary: "people-abroad",
    facts: open,
    ...question,
  });
}

describe("the law of relief abroad", () => {
  it("[D6o] has the host ask first, and the foreign ministry send civil teams alone", () => {
    const teams = abroad("JP-MOFA", "order-relief-team");

    expect([teams.kind, teams.by]).toEqual(["permitted", "L-JP-JDR3"]);
    expect(pendingWords(teams)).toEqual(["request D-STRICKEN", "order D-JP-MOFA"]);
  });

  it("[D6o] sends the forces only if specially necessary, after consultation, without the Diet or weapons", () => {
    const forces = abroad("JP-MOD", "order-sdf-relief");
    const needless = abroad("JP-MOD", "order-sdf-relief", { judgements: { "specially-necessary": false } });

    expect(pendingWords(forces)).toContain("judgement specially-necessary D-JP-MOFA");
    expect(pendingWords(forces)).toContain("consultation D-JP-MOFA");
    expect(pendingWords(forces).join()).not.toContain("D-JP-DIET");
    expect(needless.kind).toBe("no-basis");
    expect(flagship.authorities.get("L-JP-JDR-SDF")?.weapons).toBe("none");
  });

  it("[D6o] gives Japan no basis in a disaster that a conflict caused, and bars USAID by none", () => {
    const facts = { ...open, "caused-by-conflict": "yes" };
    const japan = [
      abroad("JP-MOFA", "order-relief-team", { facts }),
      abroad("JP-JICA", "abroad-medical", { facts }),
      abroad("JP-MOD", "order-sdf-relief", { facts }),
    ].map(({ kind }) => kind);

    expect(japan).toEqual(["no-basis", "no-basis", "no-basis"]);
    expect(abroad("US-USAID", "abroad-rescue", { facts }).kind).toBe("permitted");
  });

  it("[D6o] had no provision for the forces before the amendment of 1992", () => {
    const before = asOf("1992-06-28", {
      actor: "JP-MOD",
      activity: "order-sdf-relief",
      place: "luzon",
      facts: open,
    });

    expect(before.kind).toBe("no-basis");
  });

  it("[D6o] lets a US commander act within 72 hours where the host is willing, and not elsewhere", () => {
    const at = (known: Readonly<Record<string, string>>, sinceOnset: number): string | undefined =>
      abroad("US-7FLT", "relief-sea-lift", { facts: known, sinceOnset }).by;

    expect(at(open, 24)).toBe("L-US-IMMEDIATE-ABROAD");
    expect(at(open, 73)).toBe("L-US-T10-404-SEA");
    expect(at({ ...open, host: "closed" }, 24)).toBe("L-US-T10-404-SEA");
  });

  it("[D6o] has the chief of mission declare before the Secretary tasks forces in support", () => {
    expect(pendingWords(abroad("US-DOS", "declare-disaster"))).toEqual([
      "consent D-STRICKEN",
      "approval D-US-MISSION",
    ]);
    expect(pendingWords(abroad("US-DOD", "order-relief-forces"))).toEqual([
      "request D-US-SECSTATE",
      "approval D-US-SECDEF",
      "report-after D-US-CONGRESS",
    ]);
    expect([...(flagship.missions.get("us-relief")?.tasks.get("task-forces")?.after ?? [])]).toEqual([
      "declare",
    ]);
  });
});

/** One great earthquake on a coast each at an open, a slow and a closed host, one in Africa, and nothing else. */
const facts = (host: string, theatre: string): string =>
  `{severity: extreme, hazard: earthquake, beyond-means: "yes", forces-welcome: "yes", caused-by-conflict: "no", airport-closed: "no", host: ${host}, theatre: ${theatre}}`;
const quake = (id: string, host: string, date: string): string =>
  `{add: incidents.${id}, to: {at: luzon, dates: [${date}], for: people-abroad, facts: ${facts(host, "coastal-asia")}, calls: [civil-relief, us-relief, forces-relief, sea-relief]}}`;
const study = flagshipWith(`${onlyStreams(
  [],
  [
    quake("open-host", "open", "2012-05-01"),
    quake("slow-host", "slow", "2013-05-01"),
    quake("closed-host", "closed", "2014-05-01"),
    `{add: incidents.africa-now, to: {at: mozambique, dates: [2015-05-01], for: people-abroad, facts: ${facts("open", "africa")}, calls: [forces-relief]}}`,
  ],
)}
packages:
  cases: {title: {ja: 一件ずつ, en: One of each}, levers: [only-streams]}
  cases-wider-base: {title: {ja: 拠点の目的の拡大, en: Wider base}, levers: [only-streams, djibouti-wider-purpose]}
  cases-with-cell: {title: {ja: 調整所あり, en: With a cell}, levers: [only-streams, relief-bilateral-cell]}
`);
const options = { futures: 40, replications: 2 };
const runs = traces(study, "cases", options);

/** Entries of a task in the case of a stream, as hours since its onset. */
function inCase(run: Run, stream: string, what: TraceEntry["what"], task: string): readonly number[] {
  const onset = entriesOf(run, "onset").find(({ subject }) => subject === stream);
  return entriesOf(run, what, task)
    .filter(({ incident }) => incident === onset?.incident)
    .map(({ tick }) => hoursOf(tick - (onset?.tick ?? 0)));
}

const share = (stream: string, what: TraceEntry["what"], task: string): number =>
  runs.filter((run) => inCase(run, stream, what, task).length > 0).length / runs.length;

describe("a disaster abroad", () => {
  it("[D6o] is met at once, late or hardly at all, as the host will have it", () => {
    const order = "civil-relief.civil-order";
    const open = median(runs.flatMap((run) => inCase(run, "open-host", "permit", order)));
    const slow = median(runs.flatMap((run) => inCase(run, "slow-host", "permit", order)));
    const causes = runs.flatMap((run) => entriesOf(run, "refused", order).map(({ cause }) => cause));

    expect(share("open-host", "permit", order)).toBeGreaterThan(0.9);
    expect(share("closed-host", "permit", order)).toBeLessThan(0.3);
    expect(open).toBeLessThan(48);
    expect(slow).toBeGreaterThan(72);
    expect(new Set(causes)).toEqual(new Set(["consent"]));
  });

  it("[D6o] brings one rescue team of three services under one cell, while the window is open only at once", () => {
    const people = runs.flatMap((run) => {
      const onset = entriesOf(run, "onset").find(({ subject }) => subject === "open-host");
      const came = entriesOf(run, "share", "civil-relief.rescue").filter(
        ({ incident }) => incident === onset?.incident,
      );
      return came.length === 0 ? [] : [came];
    });
    const cells = runs.flatMap((run) => entriesOf(run, "cell", "civil-relief.rescue"));
    const late = runs.flatMap((run) => inCase(run, "closed-host", "arrived", "civil-relief.rescue"));

    // JICA and MOFA: a team of about 70.
    expect(people.length).toBeGreaterThan(0.9 * runs.length);
    expect(people.every((came) => came.reduce((sum, { amount }) => sum + amount, 0) === 70)).toBe(true);
    expect(people.every((came) => new Set(came.map(({ organisation }) => organisation)).size === 3)).toBe(
      true,
    );
    expect(new Set(cells.map(({ subject }) => subject))).toEqual(new Set(["MX-JDR"]));
    expect(late.filter((hours) => hours < 72)).toEqual([]);
  });

  it("[D6o] has civil teams decided before the forces in the same case", () => {
    const pairs = runs.flatMap((run) => {
      const [civil] = inCase(run, "open-host", "permit", "civil-relief.civil-order");
      const [forces] = inCase(run, "open-host", "permit", "forces-relief.sdf-order");
      return civil === undefined || forces === undefined ? [] : [[civil, forces] as const];
    });

    expect(pairs.length).toBeGreaterThan(10);
    expect(pairs.filter(([civil, forces]) => civil < forces).length).toBeGreaterThan(0.9 * pairs.length);
  });

  it("[D6o] makes Djibouti ask each time, unless the purpose of the base is widened", () => {
    const asked = (of: readonly Run[]): readonly TraceEntry[] =>
      of.flatMap((run) => entriesOf(run, "access", "forces-relief.stage"));
    const wider = traces(study, "cases-wider-base", options);

    expect(asked(runs).length).toBeGreaterThan(5);
    expect(asked(runs).every(({ ticks }) => hoursOf(ticks) >= 24)).toBe(true);
    expect(asked(wider)).toEqual([]);
    expect(wider.flatMap((run) => entriesOf(run, "arrived", "forces-relief.stage")).length).toBeGreaterThan(
      5,
    );
  });

  it("[D6o] has no cell for the helicopters of both before day 3, unless one stands", () => {
    const waits = (of: readonly Run[]): readonly (readonly [string, number])[] =>
      of.flatMap((run) =>
        entriesOf(run, "cell", "sea-relief.distribute").map(
          ({ subject, ticks }) => [subject, hoursOf(ticks)] as const,
        ),
      );
    const alone = waits(runs);
    const together = waits(traces(study, "cases-with-cell", options));

    // Slides on the Sendai cell, 2011: cells by analogy on days 3 and 4.
    expect(alone.length).toBeGreaterThan(10);
    expect(alone.every(([subject, hours]) => subject === "" && hours >= 72)).toBe(true);
    expect(together.length).toBeGreaterThan(10);
    expect(together.every(([subject, hours]) => subject === "MX-RELIEF-CELL" && hours <= 24)).toBe(true);
  });
});
