import { createWhatIfContext, traceOne } from "@shikumi/assessment";
import { distributionValue, futureValues, noFacts, sampleFuture } from "@shikumi/kernel";
import { describe, expect, it } from "vitest";
import { TracedRuns } from "../../../src/live/traced-runs.ts";
import { sampleEdition } from "../sample-edition.ts";

const { study } = sampleEdition();
const runs = new TracedRuns(createWhatIfContext(study));
const choice = { future: 0, replication: 0, mode: "in-force" } as const;
const run = { package: "baseline", choice };
const steps = traceOne(study, "baseline", choice);
const incidents = runs.incidents(run);
const lastPackage = [...study.packages.keys()].at(-1) ?? "";

describe("traced runs", () => {
  it("[U1] sum up every incident of the trace once, in the order of onset", () => {
    const onsets = steps.filter(({ what }) => what === "onset" || what === "averted");
    expect(incidents.map(({ id }) => id)).toEqual(onsets.map(({ incident }) => incident));
    expect(incidents.length).toBeGreaterThan(3);
    for (const { id, refusals, steps: count } of incidents) {
      const own = steps.filter(({ incident }) => incident === id);
      expect(count).toBe(own.length);
      expect(refusals).toBe(own.filter(({ what }) => what === "refused").length);
    }
  });

  it("[U1] name an incident alike in every package", () => {
    const other = new Set(runs.incidents({ package: lastPackage, choice }).map(({ id }) => id));
    const same = incidents.filter(({ id }) => other.has(id));
    expect(same.length).toBeGreaterThan(incidents.length / 2);
  });

  it("[U2] share out what each domain left unmet", () => {
    const values = futureValues(study, sampleFuture(study, 0));
    const outcome = new Map(
      [...study.missions.values()].flatMap(({ domain, tasks }) =>
        [...tasks.values()].flatMap((task) =>
          task.outcome
            ? [
                [
                  task.ref,
                  { domain, value: distributionValue(task.value.distribution, values, noFacts, 0.5) },
                ] as const,
              ]
            : [],
        ),
      ),
    );
    const domains = new Map<string, { demanded: number; unmet: number }>();
    for (const { what, task, amount } of steps) {
      const found = outcome.get(task);
      if (what !== "closed" || found === undefined) continue;
      const sum = domains.get(found.domain) ?? { demanded: 0, unmet: 0 };
      domains.set(found.domain, {
        demanded: sum.demanded + found.value,
        unmet: sum.unmet + found.value * (1 - amount),
      });
    }
    const expected = [...domains.values()].reduce(
      (total, { demanded, unmet }) => total + unmet / demanded,
      0,
    );
    expect(domains.size).toBeGreaterThan(1);
    expect(expected).toBeGreaterThan(0);
    expect(incidents.reduce((total, { lost }) => total + lost, 0)).toBeCloseTo(expected, 9);
    for (const { id, met } of incidents) {
      const own = steps.filter(
        ({ incident, what, task }) => incident === id && what === "closed" && outcome.has(task),
      );
      expect(Number.isFinite(met)).toBe(own.length > 0);
      if (own.every(({ amount }) => amount === 1) && own.length > 0) expect(met).toBeCloseTo(1, 12);
    }
  });

  it("[U3] put incidents where the run had them: from one base to one place the way takes one time", () => {
    const fixed = new Set(
      [...study.missions.values()].flatMap(({ tasks }) =>
        [...tasks.values()].flatMap(({ ref, at }) => (at === undefined ? [] : [ref])),
      ),
    );
    const places = new Map(incidents.map(({ id, place }) => [id, place]));
    const times = new Map<string, Map<string, Set<number>>>();
    for (const { what, task, incident, subject, waited } of steps) {
      if (what !== "arrived" || fixed.has(task)) continue;
      const place = places.get(incident) ?? "";
      const byPlace = times.get(subject) ?? new Map<string, Set<number>>();
      byPlace.set(place, (byPlace.get(place) ?? new Set()).add(waited));
      times.set(subject, byPlace);
    }
    const several = [...times.values()].filter((byPlace) => byPlace.size > 1);
    expect(several.length).toBeGreaterThan(0);
    for (const byPlace of times.values()) for (const one of byPlace.values()) expect(one.size).toBe(1);
    expect(
      several.some((byPlace) => new Set([...byPlace.values()].flatMap((one) => [...one])).size > 1),
    ).toBe(true);
    for (const { stream, place } of incidents)
      expect(study.incidents.get(stream)?.at.map((at) => at.place)).toContain(place);
  });

  it("[U4] tell one incident with what it waited for, and nothing of others", () => {
    for (const incident of incidents.slice(0, 12)) {
      const told = runs.story(run, incident.id);
      const own = steps.filter((step) => step.incident === incident.id);
      expect(told?.steps.filter((step) => step.incident !== "")).toEqual(own);
      expect(told?.incident).toEqual(incident);
      for (const { incident: of, hours, what } of told?.steps ?? []) {
        if (of !== "") continue;
        expect(["finding", "stage"]).toContain(what);
        expect(hours).toBeGreaterThanOrEqual(incident.hours);
        expect(hours).toBeLessThanOrEqual(incident.hours + incident.lasts);
      }
    }
    expect(runs.story(run, "0000000000000000")).toBeUndefined();
  });
});
