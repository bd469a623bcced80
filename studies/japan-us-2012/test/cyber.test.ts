import { hoursBetween, parseDate } from "@shikumi/core/date";
import { type LegalQuestion, type Verdict, verdict } from "@shikumi/model";
import { beforeAll, describe, expect, it } from "vitest";
import { countIntrusions } from "../calibration/count-intrusions.ts";
import { intrusionSample, readInput } from "../calibration/input-file.ts";
import { readRecords } from "../calibration/read-records.ts";
import { flagship } from "./read-flagship.ts";
import { entriesOf, type Run, traces } from "./trace-reading.ts";

const baseline = "2012-03-31";
const data = process.env["SHIKUMI_DATA"];

function asOf(date: string, question: Partial<LegalQuestion>): Verdict {
  const day = parseDate(date);
  if (day === undefined) throw new Error(date);
  return verdict(flagship, {
    actor: "JP-NISC12",
    activity: "watch-network",
    place: "japan-networks",
    beneficiary: "firm-networks",
    facts: { "cyber-effect": "below-armed-attack", complaint: "no" },
    hours: hoursBetween(flagship.charter.start, day),
    ...question,
  });
}

function pendingWords({ pending }: Verdict): readonly string[] {
  return pending.map((one) =>
    one.kind === "finding"
      ? `finding ${one.situations.join()}`
      : one.kind === "judgement"
        ? `judgement ${one.judgement} ${one.by}`
        : `${one.step.kind} ${one.step.whom}`,
  );
}

// Domain sheet D1b, section 8 of the facts: the first actor is a firm, and a military package cannot assign it.
describe("who may act on a network", () => {
  it("[D1b] is the firm on its own, freely", () => {
    for (const activity of ["detect-own-network", "examine-intrusion", "restore-own-network"]) {
      const found = asOf(baseline, { actor: "JP-IND", activity });

      expect([activity, found.kind, found.by]).toEqual([activity, "permitted", undefined]);
      expect(asOf(baseline, { actor: "JP-C4SC", activity }).kind).toBe("no-basis");
    }
  });

  it("[D1b] is the cabinet centre on the ministries' only, since April 2005", () => {
    expect(asOf(baseline, { beneficiary: "government-networks" }).by).toBe("L-JP-NISC");
    expect(asOf("2005-03-31", { beneficiary: "government-networks" }).kind).toBe("no-basis");
    expect(asOf(baseline, { beneficiary: "firm-networks" }).kind).toBe("no-basis");
  });

  it("[D1b] is the forces on their own only, and below armed attack on no other by any situation", () => {
    const defend = (beneficiary: string, effect: string, situations: readonly string[] = []): Verdict =>
      asOf(baseline, {
        actor: "JP-C4SC",
        activity: "defend-network",
        beneficiary,
        facts: { "cyber-effect": effect },
        situations,
      });

    expect(defend("mod-networks", "below-armed-attack").by).toBe("L-JP-C4SC");
    for (const beneficiary of ["government-networks", "firm-networks"])
      for (const situations of [[], [...flagship.situations.keys()]])
        expect(defend(beneficiary, "below-armed-attack", situations).kind).toBe("no-basis");
    expect(pendingWords(defend("firm-networks", "armed-attack"))).toEqual([
      "finding armed-attack",
      "consultation JP-SCJ",
      "approval D-JP-CABINET",
      "approval D-JP-DIET",
      "order D-JP-PM",
    ]);
  });

  it("[D1b] is nobody in Japan against the source, state bodies included", () => {
    for (const actor of ["JP-IND", "JP-NPA", "JP-C4SC", "JP-NISC12", "JP-MOD", "JP-CERT"]) {
      const found = asOf(baseline, {
        actor,
        activity: "disrupt-source",
        facts: { complaint: "yes", "cyber-effect": "below-armed-attack" },
      });

      expect([actor, found.kind, found.by]).toEqual([actor, "prohibited", "L-JP-UNAUTH"]);
    }
    expect(
      pendingWords(asOf(baseline, { actor: "US-CYBERCOM", activity: "disrupt-source" })).slice(0, 2),
    ).toEqual(["consultation D-US-SECDEF", "approval D-US-PRESIDENT"]);
  });
});

describe("secrecy", () => {
  it("[D1b] of communications yields to a judge's warrant after a complaint, and to nothing else", () => {
    const handOver = (complaint: string, warrant?: boolean): Verdict =>
      asOf(baseline, {
        actor: "JP-IND",
        activity: "hand-over-traffic",
        facts: { complaint },
        ...(warrant === undefined ? {} : { judgements: { warrant } }),
      });

    expect([handOver("no").kind, handOver("no").by]).toEqual(["prohibited", "L-JP-TELECOM"]);
    expect(handOver("no", true).kind).toBe("prohibited");
    expect(handOver("yes", false).kind).toBe("prohibited");
    expect(handOver("yes", true).kind).toBe("permitted");
    expect(asOf(baseline, { actor: "JP-NPA", activity: "trace-traffic" }).by).toBe("L-JP-C21");
  });

  it("[D1b] of the partner's warnings keeps them from firms, whoever would tell", () => {
    for (const actor of ["JP-NISC12", "JP-METI", "JP-NPA"])
      expect(asOf(baseline, { actor, activity: "brief-firms-classified" }).kind).toBe("prohibited");
  });
});

describe("the case of 2011 (RC-18)", () => {
  let runs: readonly Run[];

  beforeAll(() => {
    runs = traces(flagship, "baseline", { futures: 2 });
  }, 60_000);

  const causes = (what: "refused" | "lost", task: string): ReadonlySet<string> =>
    new Set(runs.flatMap((run) => entriesOf(run, what, task).map(({ cause }) => cause)));

  it("[RC-18] has every firm free to stay silent towards the police", () => {
    expect(causes("refused", "firm-intrusion.investigate")).toEqual(new Set(["mechanism"]));
  });

  it("[RC-18] has the contract bind it towards one ministry, where protected information was touched", () => {
    const skipped = runs.flatMap((run) => entriesOf(run, "skipped", "firm-intrusion.assess-loss"));
    const informed = runs.flatMap((run) => entriesOf(run, "informed", "firm-intrusion.assess-loss"));

    expect(skipped.length).toBeGreaterThan(0);
    expect(informed.length).toBeGreaterThan(0);
    expect(causes("refused", "firm-intrusion.assess-loss")).toEqual(new Set());
  });

  it("[D1b] works from end to end only where the network is the forces' own", () => {
    const full = (task: string): number => {
      const closed = runs.flatMap((run) => entriesOf(run, "closed", task));
      return closed.filter(({ amount }) => amount >= 1).length / closed.length;
    };

    expect(full("defence-intrusion.share-abroad")).toBe(1);
    expect(full("defence-intrusion.attribute")).toBe(1);
    expect(full("ministry-intrusion.share-abroad")).toBeLessThan(0.9);
    expect(full("ministry-intrusion.attribute")).toBeLessThan(0.6);
    expect(full("firm-intrusion.attribute")).toBeLessThan(0.5);
  });

  it("[D1b] leaves an outage to its owner: no basis for the forces, no agreement with the partner", () => {
    expect(causes("lost", "infrastructure-outage.forces-help")).toEqual(new Set(["law.basis"]));
    expect(causes("refused", "infrastructure-outage.partner-helps")).toEqual(new Set(["mechanism"]));
  });

  it("[RC-18] holds the intervals and the order of 2011 out, with both dates of the press", () => {
    const rows = [...flagship.validation.values()].filter(({ id }) => id.startsWith("RC-18"));

    expect(rows.map(({ id, use }) => [id, use])).toEqual(rows.map(({ id }) => [id, "held-out"]));
    expect(rows.map(({ id }) => id).sort()).toEqual([
      "RC-18-defence",
      "RC-18-order",
      "RC-18-police",
      "RC-18-specialist",
    ]);
  });
});

describe("time to discovery", () => {
  it("[calibration] counts outside intrusions up to March 2012 by unit, and no others", () => {
    const row = (values: Readonly<Record<string, string>>): Readonly<Record<string, string>> => ({
      year: "2011",
      month: "NA",
      actor: "External",
      action: "Hacking;Malware",
      discovery_unit: "Months",
      ...values,
    });
    const count = countIntrusions([
      row({}),
      row({ discovery_unit: "Years" }),
      row({ discovery_unit: "Unknown" }),
      row({ discovery_unit: "Hours", year: "2012", month: "3" }),
      row({ year: "2012", month: "4" }),
      row({ year: "2012" }),
      row({ year: "" }),
      row({ actor: "Internal" }),
      row({ action: "Error" }),
    ]);

    expect(count.byUnit).toEqual({ hours: 1, months: 1, years: 1 });
    expect([count.rows, count.intrusions, count.undated]).toEqual([6, 4, 2]);
    expect(count.monthsOrMore[0]).toBeCloseTo(0.2077, 3);
    expect(count.monthsOrMore[1]).toBeCloseTo(0.9385, 3);
  });

  it.skipIf(data === undefined)(
    "[calibration] is that of the sample (skipped without SHIKUMI_DATA)",
    async () => {
      const { byUnit, monthsOrMore } = countIntrusions(
        readRecords(await readInput(data ?? "", intrusionSample)),
      );
      const takes = flagship.missions.get("firm-intrusion")?.tasks.get("detect")?.takes.distribution;
      const untold = takes?.kind === "case" ? takes.otherwise : undefined;
      const weights = untold?.kind === "discrete" ? untold.outcomes.map(({ weight }) => weight) : [];
      const observed = flagship.validation.get("discovery-units")?.observed;

      expect(weights.map((weight) => (weight.kind === "number" ? weight.value : Number.NaN))).toEqual(
        Object.values(byUnit),
      );
      expect(observed?.kind === "ratio" && [observed.low, observed.high]).toEqual(
        monthsOrMore.map((share) => Number(share.toFixed(2))),
      );
      expect(flagship.sources.get("vcdb")?.sha256).toBe(intrusionSample.sha256);
    },
  );
});
