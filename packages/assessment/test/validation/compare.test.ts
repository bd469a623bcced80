import { type Study, validationTarget } from "@shikumi/model";
import { describe, expect, it } from "vitest";
import { assess } from "../../src/assess.ts";
import type { ValidationFinding } from "../../src/findings.ts";
import { planJobs } from "../../src/run/plan-jobs.ts";
import { obstacleStudy } from "../small-study.ts";

const row = (id: string, observed: string, of: string, more = ""): string =>
  `  ${id}: {case: {ja: 事例, en: Case}, observed: ${observed}, of: ${of}, use: held-out, assumption: true${more}}\n`;

/** Three alarms a run; the unit is ready after nothing, one or two hours, and works an hour. */
function studyWith(rows: string, change: Parameters<typeof obstacleStudy>[0] = {}): Study {
  return obstacleStudy({
    ready: "{observed: [0 h, 1 h, 2 h]}",
    futures: 5,
    replications: 4,
    facts: "{weather: {calm: 0.5, rough: 0.5}}",
    ...change,
    more: `validation:\n${rows}${change.more ?? ""}`,
  });
}

function compared(study: Study): ReadonlyMap<string, ValidationFinding> {
  const { validation } = assess(study, { causes: false, removal: false, validation: true });
  return new Map((validation?.rows ?? []).map((one) => [one.row, one]));
}

function only(study: Study): ValidationFinding {
  const [first] = compared(study).values();
  if (first === undefined) throw new Error("no comparison");
  return first;
}

describe("cases as runs of the study", () => {
  it("[B1] trace the baseline once, and play a case at least a hundred times over all futures", () => {
    const study = studyWith(
      row("plain", "[1 h]", "answer.act.arrived") +
        row("told", "[1 h]", "answer.act.arrived", ", replay: {incident: alarm}"),
    );

    const { runs, jobs } = planJobs(study, { causes: false, removal: false, validation: true });
    const observed = runs.filter(({ key }) => /observed|replay/.test(key));

    expect(observed.map(({ key, futures, replications }) => [key, futures, replications])).toEqual([
      ["baseline/in-force/refused/observed", 5, 4],
      ["baseline/in-force/refused/replay-told", 5, 20],
    ]);
    expect(jobs.filter((job) => job.observed !== undefined)).toHaveLength(10);
    expect(planJobs(study, {}).runs.some(({ key }) => /observed|replay/.test(key))).toBe(false);
  });

  it("[B3] read times of a task from its onset, from another moment, and of one organisation", () => {
    const found = compared(
      studyWith(
        row("arrived", "[1 h]", "answer.act.arrived") +
          row("closed", "[1 h]", "answer.act.closed", ", since: answer.act.arrived") +
          row("work", "[1 h]", "answer.act.work") +
          row("own", "[1 h]", "answer.act.departed-to-arrived.team") +
          row("other", "[1 h]", "answer.act.arrived.watch") +
          row("alone", "[2 h]", "answer.act"),
      ),
    );
    const range = (id: string): readonly (number | undefined)[] => {
      const { low, median, high } = found.get(id)?.simulated ?? {};
      return [low?.value, median?.value, high?.value];
    };

    expect(range("arrived")).toEqual([0, 1, 2]);
    expect(range("closed")).toEqual([1, 1, 1]);
    expect(range("work")).toEqual([1, 1, 1]);
    expect(range("own")).toEqual([0, 0, 0]);
    expect(found.get("other")).toMatchObject({ outcome: "outside", happened: { value: 0 } });
    expect(range("alone")).toEqual([1, 2, 3]);
    expect(found.get("arrived")?.cases.value).toBe(60);
  });

  it("[B3] read rates, shares, needs, permissions and steps", () => {
    const found = compared(
      studyWith(
        row("rate", "[36.5 /yr]", "rate.alarm") +
          row("years", "{ratio: [1, 1]}", "years-with.alarm") +
          row("fact", "{ratio: [0.5, 0.5]}", "facts.alarm.weather.calm") +
          row("late", "{ratio: [0, 0]}", "share-beyond-1-d.answer.act") +
          row("need", "[3]", "answer.act.need") +
          row("here", "[1 h]", "answer.act.people-1") +
          row("soon", "[1]", "answer.act.people-within-1-h") +
          row("permit", "[2 h]", "permit.law") +
          row("request", "[2 h]", "authorities.law.request"),
        { need: 1, stepTakes: "2 h", ready: "0 h" },
      ),
    );
    const median = (id: string): number => found.get(id)?.simulated.median.value ?? Number.NaN;

    expect(median("rate")).toBeCloseTo((3 * 8766) / 720, 9);
    expect(median("years")).toBe(1);
    expect(median("fact")).toBeGreaterThan(0.2);
    expect(median("fact")).toBeLessThan(0.8);
    expect(median("late")).toBe(0);
    expect(["need", "here", "soon", "permit", "request"].map(median)).toEqual([1, 2, 0, 2, 2]);
  });
});

describe("a case told", () => {
  const told = row(
    "told",
    "{ratio: [1, 1]}",
    "facts.alarm.weather.rough",
    ", replay: {incident: alarm, at: scene, for: people, facts: {weather: rough}}",
  );

  it("[B2] is one incident with the facts that are told, and nothing else", () => {
    const found = compared(
      studyWith(told + row("one", "[12 /yr]", "rate.alarm", ", replay: told"), { ready: "0 h" }),
    );

    expect(found.get("told")).toMatchObject({ replay: "told", outcome: "inside", cases: { value: 100 } });
    expect(found.get("told")?.simulated.low.value).toBe(1);
    expect(found.get("one")?.simulated.median.value).toBeCloseTo(8766 / 720, 9);
  });

  it("[B2] leaves to chance what is not told", () => {
    const study = studyWith(
      row("open", "{ratio: [0.5, 0.5]}", "facts.alarm.weather.rough", ", replay: {incident: alarm}"),
    );

    expect(only(study).simulated).toMatchObject({ low: { value: 0 }, high: { value: 1 } });
  });
});

describe("a comparison", () => {
  it("[B4] states percentiles, the share below each value with its interval, and the ratio of medians", () => {
    const found = only(studyWith(row("x", "[1 h, 3 h]", "answer.act.arrived")));
    const [first, second] = found.observed;

    expect(found.simulated.median).toMatchObject({ value: 1, unit: "hours" });
    expect(first?.quantile.value).toBeGreaterThan(0.3);
    expect(first?.quantile.value).toBeLessThan(0.7);
    expect(first?.quantile.low).toBeLessThan(first?.quantile.value ?? 0);
    expect(second?.quantile.value).toBe(1);
    expect(found.ratio.value).toBe(2);
    expect(found.simulated.low.run).toBe("baseline/in-force/refused/observed");
  });

  it("[B4] takes observed times to the tick in which the clock counts", () => {
    const study = studyWith(row("x", "[20 min]", "answer.act.arrived"), { ready: "20 min" });

    expect(only(study)).toMatchObject({ outcome: "inside", observed: [{ quantile: { value: 0.5 } }] });
  });

  it.each([
    ["[0 h, 1 h, 2 h]", "inside"],
    ["[1 h, 9 h]", "partly"],
    ["[8 h, 9 h]", "outside"],
  ])("[B5] of the set %s is %s", (observed, outcome) => {
    expect(only(studyWith(row("x", observed, "answer.act.arrived"))).outcome).toBe(outcome);
  });

  it("[B5] of an order goes by half of the cases, and of a ratio by the interval between its ends", () => {
    const rows =
      row("same", "{first: [answer.act, answer.act]}", "order-of-first-effects") +
      row("roles", "{first: [team]}", "roles.answer.act") +
      row("wrong", "{first: [watch, team]}", "roles.answer.act") +
      row("wide", "{ratio: [0.9, 1]}", "years-with.alarm") +
      row("none", "{ratio: [0.1, 0.2]}", "years-with.alarm");
    const found = compared(studyWith(rows));

    expect(["same", "roles", "wrong", "wide", "none"].map((id) => found.get(id)?.outcome)).toEqual([
      "inside",
      "inside",
      "outside",
      "inside",
      "outside",
    ]);
  });

  it("[B5] of what happens in hardly any case is outside, even where its time would fit", () => {
    const study = studyWith(row("x", "[1 h]", "answer.act.first-effect"), {
      approved: 0.01,
      replications: 20,
    });
    const found = only(study);

    expect(found.happened.value).toBeLessThan(0.05);
    expect(found.outcome).toBe("outside");
  });

  it("[B6] that cannot be made says why and passes nothing", () => {
    const rows =
      row("ratio", "{ratio: [1.2, 1.8]}", "rate.alarm") +
      row("standing", "[1 h]", "authorities.law.request") +
      row("none", "[1 h]", "finding.crisis");
    const found = compared(
      studyWith(rows, {
        provision: "lasts: 60 d",
        stepTakes: "1 h",
        more: "situations:\n  crisis: {name: {ja: 危機, en: Crisis}, found-by: [minister], takes: 1 h, found: 1, assumption: true}\n",
      }),
    );
    const few = only(studyWith(row("x", "[1 h]", "answer.act.arrived"), { futures: 1, replications: 2 }));

    expect(found.get("ratio")).toMatchObject({ outcome: "not-evaluated", reason: "ratio-of-reports" });
    expect(found.get("standing")).toMatchObject({
      outcome: "not-evaluated",
      reason: "standing-needs-replay",
    });
    expect(found.get("none")).toMatchObject({ outcome: "not-evaluated", reason: "no-case" });
    expect(few).toMatchObject({ outcome: "not-evaluated", reason: "too-few-cases" });
  });

  it("[B7] is counted by use and outcome", () => {
    const study = studyWith(
      row("a", "[1 h]", "answer.act.arrived") +
        row("b", "[9 h]", "answer.act.arrived") +
        row("c", "[1 h]", "answer.act.arrived").replace("held-out", "calibrated-on"),
    );
    const { validation } = assess(study, { causes: false, removal: false, validation: true });
    const counts = (validation?.counts ?? []).filter(({ count }) => count.value > 0);

    expect(counts.map(({ use, outcome, count }) => [use, outcome, count.value])).toEqual([
      ["calibrated-on", "inside", 1],
      ["held-out", "inside", 1],
      ["held-out", "outside", 1],
    ]);
  });

  it("[B3] knows every kind of path", () => {
    const study = studyWith(row("x", "[1 h]", "answer.act.arrived"));

    expect(validationTarget(study, "answer.act").kind).toBe("moment");
    expect(validationTarget(study, "answer.act.people-10").kind).toBe("units-reached");
  });
});
