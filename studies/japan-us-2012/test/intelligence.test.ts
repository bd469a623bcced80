import { hoursBetween, parseDate } from "@shikumi/core/date";
import { type LegalQuestion, type Verdict, verdict } from "@shikumi/model";
import { beforeAll, describe, expect, it } from "vitest";
import { poissonInterval } from "../calibration/poisson-interval.ts";
import { flagship } from "./read-flagship.ts";
import { entriesOf, type Run, traces } from "./trace-reading.ts";

function asOf(date: string, question: Partial<LegalQuestion>): Verdict {
  const day = parseDate(date);
  if (day === undefined) throw new Error(date);
  return verdict(flagship, {
    actor: "JP-CIRO",
    activity: "fuse-intelligence",
    place: "nagatacho",
    facts: {},
    hours: hoursBetween(flagship.charter.start, day),
    ...question,
  });
}

const baseline = "2012-03-31";
const stepsOf = ({ pending }: Verdict): readonly string[] =>
  pending.flatMap((one) => (one.kind === "step" ? [`${one.step.kind} ${one.step.whom}`] : []));

/** Originators and actors of an item between whom a mechanism in force carries its type at its level. */
function carriers(item: string, actor: string): readonly string[] {
  const wanted = flagship.information.get(item);
  if (wanted === undefined) throw new Error(item);
  const covered = (organisation: string, list: readonly string[]): boolean => {
    for (let one = flagship.organisations.get(organisation); one !== undefined; ) {
      if (list.includes(one.id) || list.includes(one.party)) return true;
      one = one.under === undefined ? undefined : flagship.organisations.get(one.under);
    }
    return false;
  };
  const levels = flagship.charter.classifications;
  return [...flagship.mechanisms.values()]
    .filter((mechanism) =>
      mechanism.information.some(
        ({ types, upTo }) =>
          types.includes(wanted.type) &&
          levels.indexOf(wanted.classed) <= levels.indexOf(upTo) &&
          covered(actor, mechanism.between) &&
          wanted.from.some((originator) => covered(originator, mechanism.between)),
      ),
    )
    .map(({ id }) => id);
}

// Domain sheet D1a: the channel must exist for the type of information; the agreement of 2007 is one from defence to defence.
describe("the agreement of 2007", () => {
  it("[D1a] carries military secrets from defence to defence, both ways", () => {
    expect(carriers("us-warning", "JP-DIH")).toEqual(["MX-GSOMIA"]);
    expect(carriers("dih-military-report", "US-PACOM")).toEqual(["MX-GSOMIA"]);
  });

  it("[D1a] carries them no further in the same government", () => {
    for (const actor of ["JP-CIRO", "JP-NPA", "JP-MOFA", "JP-METI"])
      expect([actor, carriers("us-warning", actor)]).toEqual([actor, []]);
  });

  it("[D1a] carries no police, economic or Cabinet information between the same two states", () => {
    expect(carriers("us-police-lead", "JP-NPA")).toEqual([]);
    expect(carriers("jp-police-lead", "US-FBI")).toEqual([]);
    expect(carriers("us-economic-report", "JP-METI")).toEqual([]);
    expect(carriers("us-intentions", "JP-CIRO")).toEqual([]);
  });

  it("[D1a] leaves a third state's report with that state", () => {
    expect(flagship.information.get("rok-warning")?.from).toEqual(["X-ROK"]);
    expect(carriers("rok-warning", "JP-DIH")).toEqual([]);
    expect(carriers("rok-warning", "US-PACOM")).toEqual([]);
  });

  it("[D1a] is matched by no channel between Japan's own offices", () => {
    for (const item of ["dih-report", "mofa-report", "psia-report"])
      expect([item, carriers(item, "JP-CIRO")]).toEqual([item, []]);
  });
});

describe("law on intelligence", () => {
  it("[D1a] gives Japan no basis for human sources abroad, and the United States one", () => {
    for (const actor of ["JP-CIRO", "JP-DIH", "JP-PSIA", "JP-MOFA", "JP-NPA"])
      expect([actor, asOf(baseline, { actor, activity: "collect-human-sources" }).kind]).toEqual([
        actor,
        "no-basis",
      ]);
    expect(asOf(baseline, { actor: "US-IC", activity: "collect-human-sources" }).by).toBe("L-US-T50-COLLECT");
  });

  it("[D1a] lets a disclosure officer release within limits and only the committee beyond them", () => {
    const release = (beyond: string): Verdict =>
      asOf(baseline, {
        actor: "US-NSA",
        activity: "release-intelligence",
        facts: { "beyond-eligibility": beyond },
      });

    expect([release("no").by, stepsOf(release("no"))]).toEqual(["L-US-NDP1", ["approval D-US-DISCLOSURE"]]);
    expect([release("yes").by, stepsOf(release("yes"))]).toEqual([
      "L-US-NDP1-EXCEPTION",
      ["approval D-US-NDPC"],
    ]);
  });

  it("[D1a] lets the defence ministry inquire into its own kind of secret, and nobody into the rest", () => {
    const inquiry = (actor: string, whose: string): Verdict =>
      asOf(baseline, { actor, activity: "assess-leak", facts: { "whose-secret": whose } });

    expect(inquiry("JP-MOD", "partner").by).toBe("L-JP-SDF96-2");
    for (const actor of ["JP-MOD", "JP-CIRO", "JP-NPA"])
      expect([actor, inquiry(actor, "own").kind]).toEqual([actor, "no-basis"]);
  });

  it("[D1a] needs no step in the Diet to collect, only the minister's order", () => {
    const found = asOf(baseline, { actor: "JP-DIH", activity: "collect-national", place: "ichigaya" });

    expect([found.by, stepsOf(found)]).toEqual(["L-JP-EST4-INTEL", ["order D-JP-MINDEF"]]);
  });
});

describe("places of common work", () => {
  let runs: readonly Run[];

  beforeAll(() => {
    runs = traces(flagship, "baseline", { futures: 2 });
  }, 60_000);

  const refusals = (task: string): readonly string[] =>
    runs.flatMap((run) => entriesOf(run, "refused", task).map(({ cause }) => cause));
  const met = (task: string): number => {
    const closed = runs.flatMap((run) => entriesOf(run, "closed", task));
    return closed.filter(({ amount }) => amount >= 1).length / closed.length;
  };

  it("[D1a] are one, for tracks: nothing else may be analysed together", () => {
    expect(met("air-picture.joint-track")).toBeGreaterThan(0.9);
    expect(met("crisis-warning.joint-analysis")).toBe(0);
    expect(new Set(refusals("crisis-warning.joint-analysis"))).toEqual(new Set(["mechanism"]));
  });

  it("[D1a] are open to defence first: the minister is warned where the Kantei is not", () => {
    expect(refusals("crisis-warning.warn-defence")).toEqual([]);
    expect(refusals("crisis-warning.brief-with-partner").length).toBeGreaterThan(0);
    expect(met("crisis-warning.warn-defence")).toBeGreaterThan(2 * met("crisis-warning.brief-with-partner"));
  });

  it("[D1a] are opened to other types by a wider agreement, once a statute protects them", () => {
    const closed = flagship.levers.get("general-security-agreement");

    expect(closed?.needs).toEqual(["secrecy-statute"]);
    expect(flagship.levers.get("secrecy-statute")?.classes).toEqual(["military", "civil"]);
  });
});

describe("leaks", () => {
  it("[D1a] of the partner's secrets lower its trust, those of Japan's own files do not", () => {
    const moves = (stream: string): unknown =>
      flagship.incidents.get(stream)?.moves.map(({ trust, by }) => [trust, by]);

    expect(moves("leak-of-partner-secret")).toEqual([["usa-in-jpn", "leak"]]);
    expect(moves("leak-of-national-files")).toEqual([]);
  });

  it("[D1a] come as often as one and two in five and a quarter years allow", () => {
    const years = 5.25;
    for (const [id, count] of [
      ["partner-leak-rate", 1],
      ["national-leak-rate", 2],
    ] as const) {
      const values = flagship.uncertainties.get(id)?.values;
      const range = values?.kind === "uniform" ? [values.low, values.high] : [];
      const perYear = range.map((amount) => (amount.kind === "number" ? amount.value * 8766 : Number.NaN));

      expect(perYear).toHaveLength(2);
      perYear.forEach((rate, i) => {
        expect(Math.abs(rate - (poissonInterval(count)[i] ?? Number.NaN) / years)).toBeLessThan(0.006);
      });
    }
  });
});
