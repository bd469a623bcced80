import {
  assemble,
  assembleExploration,
  createContext,
  createExploration,
  evaluateJob,
  exploredFutures,
  planJobs,
  plannedExploration,
  runBlock,
  runColumns,
  switchingFinding,
} from "@shikumi/assessment";
import { sampleFuture } from "@shikumi/kernel";
import { describe, expect, it } from "vitest";
import { exploredTable, harbourStudy } from "./explored-study.ts";

const study = harbourStudy();
const plan = { futures: 64, replications: 2 };
const table = exploredTable(study, plan);
const findings = assembleExploration(study, table);

describe("plan of an exploration", () => {
  it("[EX1] takes all packages after the baseline, and the study's measure with floor and weights", () => {
    const { packages, measure, futures, replications } = plannedExploration(study);

    expect(packages.map(({ id }) => id)).toEqual(["baseline", "both", "paper", "steel"]);
    expect([futures, replications]).toEqual([128, study.charter.replications]);
    expect(measure).toMatchObject({ id: "effect", isWeighed: true, floor: { kind: "stated", value: 0.6 } });
    expect(plannedExploration(study, { packages: ["steel"], domains: ["fire"] })).toMatchObject({
      packages: [{ id: "baseline" }, { id: "steel" }],
      measure: { domains: [{ domain: "fire" }] },
    });
  });

  it("[EX1] takes the floors of missions where the measure states none, and refuses what is not there", () => {
    const without = harbourStudy((text) =>
      text.replace("of: [fire, storm], floor: 0.6", "of: [fire, storm]"),
    );

    expect(plannedExploration(without).measure.floor).toEqual({ kind: "missions", missions: 2 });
    expect(() => plannedExploration(study, { packages: ["nothing"] })).toThrow(RangeError);
    expect(() => plannedExploration(study, { domains: ["nothing"] })).toThrow(RangeError);
    expect(() => plannedExploration(study, { futures: 0 })).toThrow(RangeError);
  });
});

describe("futures of an exploration", () => {
  it.each(["sobol", "mc", "study", "lhs"] as const)(
    "[EX2] of %s begin with the same ones when there are more",
    (kind) => {
      const few = exploredFutures(study, kind, 12);
      const many = exploredFutures(study, kind, 48);

      expect(many.futures.slice(0, 12)).toEqual(few.futures);
      expect(many.stem).toBe(few.stem);
      expect(many.design.id).not.toBe(few.design.id);
    },
  );

  it("[EX2] are those of an assessment with `study`", () => {
    expect(exploredFutures(study, "study", 3).futures[2]).toEqual(sampleFuture(study, 2));
  });
});

describe("rows of an exploration", () => {
  it("[EX3] have a unit and both descriptions, the same for every package", () => {
    const columns = runColumns(study);

    expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length);
    for (const { about } of columns) expect([about.ja, about.en].every((text) => text !== "")).toBe(true);
    expect(columns.find(({ name }) => name === "uncertainty/fire-rate")?.unit).toBe("/h");
  });

  it("[EX3] hold what an assessment of the same futures adds up", () => {
    const jobs = planJobs(study, { futures: 3, replications: 2, levers: [], causes: false, removal: false });
    const context = createContext(study);
    const assessed = assemble(
      study,
      { futures: 3, replications: 2, levers: [], causes: false, removal: false },
      jobs.jobs,
      jobs.jobs.map((job) => evaluateJob(context, job)),
    );
    const own = exploredTable(study, { futures: 3, replications: 2, design: "study" });

    for (const [at, id] of own.setup.packages.map((one) => one.id).entries()) {
      const effect = [assessed.baseline, ...assessed.packages].find(
        (one) => one.package === id && one.mode === "in-force",
      );
      const sum = (name: string): number =>
        own
          .column(name)
          .slice(at * 6, at * 6 + 6)
          .reduce((total, value) => total + value, 0);
      const share =
        (sum("value-delivered/fire") + sum("value-averted/fire")) /
        (sum("value-demanded/fire") + sum("value-averted/fire"));
      expect(share).toBeCloseTo(
        effect?.domains.find(({ domain }) => domain === "fire")?.effectiveness.refused.value ?? -1,
        12,
      );
    }
  });

  it("[EX3] hold the equality of an assessment where there is one run", () => {
    const one = { futures: 1, replications: 1, levers: [], causes: false, removal: false };
    const jobs = planJobs(study, one);
    const context = createContext(study);
    const { equality } = assemble(
      study,
      one,
      jobs.jobs,
      jobs.jobs.map((job) => evaluateJob(context, job)),
    );
    const exploration = createExploration(study);
    const values = runBlock(exploration, {
      package: "baseline",
      levers: [],
      mode: "in-force",
      replications: 1,
      budget: undefined,
      futures: [sampleFuture(study, 0)],
    });
    const rowOf = (name: string): number =>
      (values[exploration.columns.findIndex((column) => column.name === name)] as Float64Array)[0] as number;
    const definitions = ["decision", "risk", "contribution-capacity", "contribution-benefit"] as const;
    const compared = equality.flatMap(({ definition, byParty }) =>
      definitions.some((known) => known === definition)
        ? byParty.map(({ party, figure }) => ({ definition, party, figure }))
        : [],
    );

    expect(compared).toHaveLength(8);
    for (const { definition, party, figure } of compared) {
      const own = rowOf(`${definition}/${party}`);
      if (Number.isNaN(figure.value)) expect(own).toBeNaN();
      else expect(own).toBeCloseTo(figure.value, 12);
    }
  });

  it("[EX3] tell a failed run with its cause, and one cut off at its budget", () => {
    const context = createExploration(study);
    const block = { package: "baseline", levers: [], mode: "in-force", replications: 1, budget: 3 } as const;
    const values = runBlock(context, {
      ...block,
      futures: [{ index: 0, values: new Float64Array(1) }, sampleFuture(study, 1)],
    });
    const columnOf = (name: string) => values[context.columns.findIndex((column) => column.name === name)];

    expect(columnOf("status")).toEqual(["failed", "cut"]);
    expect(columnOf("cause")?.[0]).toMatch(/^KernelError: ./);
    expect(columnOf("value-demanded/fire")?.[0]).toBeNaN();
  });
});

describe("table of runs", () => {
  it("[EX4] refuses rows of another order, design or length", () => {
    const few = { futures: 4, replications: 1 };
    const spoilt = (name: string, at: number, value: number) => () =>
      exploredTable(study, few, (columns) => {
        (columns.get(name) as Float64Array)[at] = value;
      });

    expect(() => exploredTable(study, few)).not.toThrow();
    expect(spoilt("future", 0, 1)).toThrow(RangeError);
    expect(spoilt("uncertainty/fire-rate", 3, 0.001)).toThrow(RangeError);
    const short = exploredTable(study, few, (columns) => columns.delete("benefit/MIR"));
    expect(() => short.column("benefit/MIR")).toThrow(RangeError);
    expect(() => exploredTable(study, few, (columns) => columns.set("status", ["complete"]))).toThrow(
      RangeError,
    );
  });

  it("[EX4] gives a run that failed or was cut off no value, for any package", () => {
    const spoilt = exploredTable(study, plan, (columns) => {
      const status = [...(columns.get("status") as readonly string[])];
      status[0] = "cut";
      status[1] = "failed";
      columns.set("status", status);
    });
    const { robustness, runs } = assembleExploration(study, spoilt);

    expect(robustness.criteria.map(({ use }) => use)).toEqual(
      robustness.criteria.map(() => ({ used: 63, leftOut: 1 })),
    );
    expect(runs).toMatchObject({ all: 512, complete: 510, cut: 1, failed: 1 });
  });
});

describe("findings of an exploration", () => {
  it("[EX5] name the winner by every criterion, how sure that is, and the lead", () => {
    const { criteria, best, lead, enough } = findings.robustness;

    expect(criteria).toHaveLength(13);
    expect(criteria[0]?.best).toEqual(["both"]);
    expect(best.kind === "ranked" ? best.shares[0]?.package : "").toBe("both");
    expect(lead).toMatchObject({ kind: "pair", first: "both", futures: 64 });
    expect(enough.kind).toBe("enough");
  });

  it("[EX6] tell who gains and what nobody would block", () => {
    const { parties, consents, agreed } = findings.agreement;

    expect(parties).toEqual(["MIR", "OST"]);
    expect(consents).toHaveLength(6);
    expect(agreed).toContain("both");
    for (const { losing } of consents) expect(losing >= 0 && losing <= 1).toBe(true);
  });

  it("[EX7] search each package below its floor, or where that tells nothing apart in its worst quarter", () => {
    const { packages } = findings.discovery;
    const thresholds = new Map(packages.map((one) => [one.package, one.threshold]));

    expect([...thresholds.keys()]).toEqual(["baseline", "both", "paper", "steel"]);
    expect(thresholds.get("baseline")).toMatchObject({
      kind: "worst-quarter",
      floor: { missed: 64, of: 64 },
    });
    expect(thresholds.get("both")).toMatchObject({ kind: "worst-quarter", floor: { of: 64 } });
    expect(thresholds.get("steel")).toEqual({ kind: "floor" });
    for (const search of packages) {
      expect(search.use).toEqual({ used: 64, leftOut: 0 });
      if (search.threshold.kind === "worst-quarter") expect(search.share).toBeCloseTo(0.25, 1);
      if (search.boxes.length === 0) expect(search.stopped).not.toBe("enough-boxes");
    }
  });

  it("[EX7] search the worst quarter where no floor is stated", () => {
    const without = harbourStudy((text) =>
      text.replace("of: [fire, storm], floor: 0.6", "of: [fire, storm]").replaceAll(/^ {4}floor: .*\n/gm, ""),
    );
    const { discovery } = assembleExploration(
      without,
      exploredTable(without, { futures: 16, replications: 1 }),
    );

    expect(discovery.packages).toHaveLength(4);
    for (const { threshold, share } of discovery.packages) {
      expect(threshold).toMatchObject({ kind: "worst-quarter", floor: undefined });
      expect(share).toBe(0.25);
    }
    const cut = assembleExploration(study, exploredTable(study, { futures: 4, replications: 1, budget: 1 }));
    expect(cut.discovery).toEqual({ reason: "no-futures", packages: [] });
  });

  it("[EX7] give the way of the peeling, from all futures to fewer", () => {
    const [search] = findings.discovery.packages.filter(({ trajectory }) => trajectory.length > 1);
    const masses = (search?.trajectory ?? []).map(({ mass }) => mass);

    expect(masses[0]).toBe(1);
    expect([...masses].sort((a, b) => b - a)).toEqual(masses);
    expect(search?.trajectory[0]).toMatchObject({ limited: 0, coverage: 1 });
    expect(search?.trajectory.filter(({ isChosen }) => isChosen)).toHaveLength(1);
  });

  it("[EX13] tell mean regret over all futures and by thirds, which add up", () => {
    const { columns, packages } = findings.regret;
    const [all, ...parts] = columns;
    const own = parts.filter(({ uncertainty }) => uncertainty === parts[0]?.uncertainty);
    const meanRegret = findings.robustness.criteria.find(({ metric }) => metric.id === "mean-regret");

    expect(all).toMatchObject({ uncertainty: undefined, futures: 64 });
    expect(own.reduce((sum, { futures }) => sum + futures, 0)).toBe(64);
    for (const { package: id, cells } of packages) {
      expect(cells[0]).toBeCloseTo(
        meanRegret?.scores.find((one) => one.package === id)?.value ?? Number.NaN,
        12,
      );
      const sum = own.reduce((total, { futures }, at) => total + futures * (cells[at + 1] ?? Number.NaN), 0);
      expect(sum / 64).toBeCloseTo(cells[0] ?? Number.NaN, 12);
    }
    const alone = assembleExploration(study, exploredTable(study, { ...plan, packages: [] }));
    expect(alone.regret).toEqual({ columns: [], packages: [] });
  });

  it("[EX14] show the first futures with what happens in them", () => {
    const { futures, uncertainties, packages } = findings.sample;

    expect(futures).toHaveLength(64);
    expect(uncertainties.map(({ uncertainty }) => uncertainty)).toContain("channel-silted");
    for (const { package: id, values, isHit } of packages) {
      const search = findings.discovery.packages.find((one) => one.package === id);
      expect(values).toHaveLength(64);
      expect(isHit.filter(Boolean)).toHaveLength(Math.round((search?.share ?? 0) * 64));
    }
    for (const { values, uncertainty } of uncertainties)
      expect(values).toEqual(
        Array.from(table.column(`uncertainty/${uncertainty}`).filter((_, row) => row < 128 && row % 2 === 0)),
      );
  });

  it("[EX8] find that the channel moves the outcome of the best package", () => {
    const best = findings.sensitivity.outcomes.find((one) => one.package === "both");

    expect(best?.factors[0]).toMatchObject({ uncertainty: "channel-silted", isAboveChance: true });
    expect(best?.use).toEqual({ used: 64, leftOut: 0 });
  });

  it("[EX9] say that nothing changes the choice where one package is always best", () => {
    expect(findings.sensitivity.decision).toMatchObject({ kind: "always-same", best: "both" });
    const alone = assembleExploration(study, exploredTable(study, { ...plan, packages: [] }));
    expect(alone.sensitivity.decision).toMatchObject({ kind: "none", reason: "one-package" });
  });

  it("[EX10] name at most five assumptions, each once", () => {
    const names = findings.sensitivity.assumptions.map(({ uncertainty }) => uncertainty);

    expect(names[0]).toBe("channel-silted");
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeLessThanOrEqual(5);
  });

  it.each([
    ["many futures", plan],
    ["one future", { futures: 1, replications: 1 }],
    ["two futures of one package", { futures: 2, replications: 1, packages: [] }],
    ["runs cut off at once", { futures: 4, replications: 1, budget: 1 }],
  ])("[EX11] hold no number that is none: %s", (_, own) => {
    const found = assembleExploration(study, exploredTable(study, own));
    const odd: string[] = [];
    const look = (value: unknown, path: string): void => {
      if (typeof value === "number" && !Number.isFinite(value)) odd.push(path);
      else if (typeof value === "object" && value !== null)
        for (const [key, inner] of Object.entries(value)) look(inner, `${path}.${key}`);
    };
    look(found, "");

    expect(odd).toEqual([]);
  });
});

describe("switching value", () => {
  const context = createExploration(study);

  it("[EX12] says that the choice does not switch where one package is better throughout", () => {
    const found = switchingFinding(context, table, ["both", "baseline"], "fire-rate");

    expect(found).toMatchObject({ best: "both", rival: "baseline", answer: { kind: "does-not-switch" } });
    expect(switchingFinding(context, table, ["baseline", "both"], "fire-rate")).toMatchObject({
      best: "both",
    });
  });

  it("[EX12] tries the values of a discrete assumption only, and finds where law without boats stops being better", () => {
    const found = switchingFinding(context, table, ["paper", "steel"], "channel-silted");

    expect(found).toMatchObject({ best: "paper", at: 0, answer: { kind: "switches", value: 1 } });
    expect(() => switchingFinding(context, table, ["paper", "steel"], "nothing")).toThrow(RangeError);
  });
});
