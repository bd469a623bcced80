import { child, childInto, indexName, type Name, nameOf, runName, uniformOf } from "@shikumi/core/random";
import { never, ticksPerHour } from "@shikumi/kernel";
import { checkStudy, parseStudy } from "@shikumi/model";
import { describe, expect, it } from "vitest";
import { expectAgreement, meanOf, ratioOf } from "./interval.ts";
import {
  type Change,
  readStudy,
  runsAsTheyEnd,
  runsOf,
  scale,
  streamColumn,
  studyOf,
  taskColumn,
  traceOf,
} from "./study-run.ts";

const hour = ticksPerHour;
const day = 24 * hour;

/** A study of some incidents in one place, over a horizon from 1 April 2012 on. */
function incidentText(horizon: string, incidents: string, more = ""): string {
  return `
study: {title: {ja: 長い年月, en: Long years}, baseline: 2012-03-31, horizon: ${horizon}, assumption: true}
parties: {P: {name: {ja: 甲, en: P}}}
places: {here: {}}
incidents: {${incidents}}
${more}`;
}

/** Ticks from the start of 1 April 2012 to the start of a date, by another calendar than ours. */
const ticksTo = (date: string): number => ((Date.parse(date) - Date.parse("2012-04-01")) / 3_600_000) * hour;

describe("a hundred years", () => {
  it("[A16] end with a list of dates met to the tick", () => {
    const dates = ["2012-04-01", "2012-12-31", "2099-02-28", "2100-03-01", "2111-02-28", "2111-03-31T13:37"];
    const text = incidentText("100 yr", `case: {at: here, dates: [${dates.join(", ")}]}`);
    const ticks = traceOf(studyOf(text)).map(({ tick }) => tick);

    expect(ticks).toEqual(dates.map((date) => Math.round(ticksTo(date.includes("T") ? `${date}Z` : date))));
    expect(ticks.at(-1)).toBeGreaterThan(98.9 * 365.25 * day);
  });

  it("[A16] add up day by day without drift", () => {
    const text = incidentText(
      "100 yr",
      "first: {at: here, dates: [2012-04-01], causes: [{incident: next, chance: 1, after: 1 d}], assumption: true}," +
        "next: {at: here, causes: [{incident: next, chance: 1, after: 1 d}], assumption: true}",
    );
    const ticks = traceOf(studyOf(text)).map(({ tick }) => tick);

    expect(ticks.length).toBe(36_525);
    expect(ticks.every((tick, days) => tick === days * day)).toBe(true);
    expect(ticks[99 * 365 + 23]).toBe(ticksTo("2111-04-01"));
  });

  it("[A16] round a time that is no whole number of ticks once each, so that its error is the same at the end", () => {
    // 1,000 minutes are 34,133 and a third of ticks.
    const text = incidentText(
      "100 yr",
      "first: {at: here, dates: [2012-04-01], causes: [{incident: next, chance: 1, after: 1000 min}], assumption: true}," +
        "next: {at: here, causes: [{incident: next, chance: 1, after: 1000 min}], assumption: true}",
    );
    const ticks = traceOf(studyOf(text)).map(({ tick }) => tick);

    expect(ticks.length).toBe(Math.ceil((36_525 * day) / 34_133));
    expect(ticks.every((tick, k) => tick === k * 34_133)).toBe(true);
  });

  it("[A16] bring as many incidents in the last decade as in the first", () => {
    const text = incidentText("100 yr", "case: {at: here, rate: 4 /d, season: {jan: 0.5}, assumption: true}");
    const decades = Array.from({ length: 10 }, () => [] as number[]);
    for (let replication = 0; replication < 2 * scale; replication++) {
      const counts = Array.from({ length: 100 }, () => 0);
      for (const { tick } of traceOf(studyOf(text), { replication })) {
        const year = Math.floor(tick / (365.25 * day));
        counts[year] = (counts[year] as number) + 1;
      }
      counts.forEach((count, year) => {
        decades[Math.floor(year / 10)]?.push(count);
      });
    }

    expectAgreement(
      [0, 9].map((decade) => ({
        of: `decade ${decade + 1}`,
        estimate: meanOf(decades[decade] as number[]),
        exact: 4 * (365.25 - 31 / 2),
      })),
    );
  });
});

/** Pairs of equal values among so many. Sorts them. */
function equalPairs(values: Float64Array | Uint32Array): number {
  const sorted = values.sort();
  let pairs = 0;
  let run = 0;
  for (let i = 1; i < sorted.length; i++) {
    run = sorted[i] === sorted[i - 1] ? run + 1 : 0;
    pairs += run;
  }
  return pairs;
}

describe("more draws than 2³²", () => {
  const run = runName(1, 0, 0);
  const streams = 64;
  const each = 65_536;
  const parents = Array.from({ length: streams }, (_, i) => child(run, nameOf(`incidents/stream-${i}`)));

  // A name has 64 bits, and for a fixed parent is a bijection of its part, so within a stream nothing repeats at all. Two streams
  // meet as birthdays do: n² ÷ 2 pairs over 2⁶⁴ names. The first 53 bits and the draws, of 52, are so many that none should repeat.
  it("[A17] have names of their own: 2²² names of 64 streams meet no more often than birthdays", () => {
    const count = streams * each;
    const pairs = (count * (count - 1)) / 2;
    const name = new Int32Array(2);
    const high = new Uint32Array(count);
    const low = new Uint32Array(count);
    const most = new Float64Array(count);
    const drawn = new Float64Array(count);
    for (let at = 0; at < count; at++) {
      const [hi, lo] = parents[Math.floor(at / each)] as Name;
      childInto(name, 0, hi, lo, 0, at % each);
      high[at] = name[0] as number;
      low[at] = name[1] as number;
      most[at] = (high[at] as number) * 2_097_152 + ((low[at] as number) >>> 11);
      drawn[at] = uniformOf(name[0] as number, name[1] as number);
    }
    // Number of equal pairs in 32 bits: Poisson with mean 2048 (Knuth, "The Art of Computer Programming" 2, 3.3.2 J).
    const mean = pairs / 4_294_967_296;

    expect(count).toBe(4_194_304);
    expect(equalPairs(most)).toBe(0);
    expect(equalPairs(drawn)).toBe(0);
    expect(Math.abs(equalPairs(high) - mean)).toBeLessThan(2.6 * Math.sqrt(mean));
    expect(Math.abs(equalPairs(low) - mean)).toBeLessThan(2.6 * Math.sqrt(mean));
  });

  it("[A17] go on past 2³² in one stream, and are refused where they would repeat", () => {
    const parent = child(run, nameOf("incidents/stream-0"));
    const two32 = 4_294_967_296;
    const text = (name: Name): string => `${name[0]} ${name[1]}`;
    const indices = [0, 1, 2, two32 - 1, two32, two32 + 1, two32 + 2, 2 * two32, 2 ** 53 - 1];
    const names = new Set(indices.map((k) => text(child(parent, indexName(k)))));

    expect(names.size).toBe(indices.length);
    expect(() => indexName(2 ** 53)).toThrow(RangeError);
    expect(() => indexName(-1)).toThrow(RangeError);
  });

  it("[A17] of a run are those of its list: no potential incident shares its name with another", () => {
    const incidents = Array.from(
      { length: 20 },
      (_, i) => `s${i}: {at: here, rate: 1000 /d, assumption: true}`,
    );
    const trace = traceOf(studyOf(incidentText("10 d", incidents.join(", "))));

    expect(trace.length).toBeGreaterThan(190_000);
    expect(new Set(trace.map(({ incident }) => incident)).size).toBe(trace.length);
  });
});

describe("runs that have nothing to do, or too much", () => {
  it("[A18] end at once where nothing happens", () => {
    const empty = "study: {title: {ja: 空, en: Empty}, baseline: 2012-03-31, horizon: 100 yr}\n";
    const [nothing] = runsOf(studyOf(empty), 1);
    const [noRate] = runsOf(
      studyOf(incidentText("100 yr", "case: {at: here, rate: 0 /d, assumption: true}")),
      1,
    );

    expect(nothing?.status).toEqual({ ended: "complete", events: 0, lastTick: 0 });
    expect(nothing?.outputs.layout.tasks).toEqual([]);
    expect(noRate?.status).toEqual({ ended: "complete", events: 0, lastTick: 0 });
  });

  // The fluid limit: Newell, "Applications of Queueing Theory", 1982, chapter 2. Three hours of work come in an hour, and the server is
  // free for less than an hour in all; a case that comes at t waits 2 t.
  it("[A18] run on until an overloaded server has done all, with waits that grow with time", () => {
    const served = (replications: number, ...changes: readonly Change[]) => {
      const results = runsOf(readStudy("overload", ...changes), replications);
      const cases = taskColumn(results, "measured.serve", "effective");
      return {
        endings: results.map(({ status }) => status.ended),
        end: meanOf(results.map(({ status }) => status.lastTick / hour)),
        cases: meanOf(cases),
        wait: ratioOf(taskColumn(results, "measured.serve", "firstEffectHours"), cases),
      };
    };
    const half = served(120, ["300 h", "150 h"]);
    const whole = served(40);

    expect(new Set([...half.endings, ...whole.endings])).toEqual(new Set(["complete"]));
    expectAgreement([
      { of: "cases", estimate: whole.cases, exact: 3 * 300 },
      { of: "end", estimate: whole.end, exact: 3 * 300 },
      { of: "mean wait up to 150 h", estimate: half.wait, exact: 2 * 75 },
      { of: "mean wait up to 300 h", estimate: whole.wait, exact: 2 * 150 },
    ]);
  });

  const explosion = (after: string): string =>
    incidentText(
      "1 yr",
      `first: {at: here, dates: [2012-04-01], causes: [{incident: next, chance: 1${after}}], assumption: true}, ` +
        `next: {at: here, causes: [{incident: next, chance: 1${after}}, {incident: next, chance: 1${after}}], assumption: true}`,
    );

  it.each([
    { name: "at once", after: "" },
    { name: "after an hour each", after: ", after: 1 h" },
  ])("[A18] stop at their budget where incidents multiply without end, $name", ({ after }) => {
    const study = studyOf(explosion(after));
    const [large] = runsAsTheyEnd(study, 1, { budget: 200_000 });
    const [small] = runsAsTheyEnd(study, 1, { budget: 5000 });

    expect(large?.status).toMatchObject({ ended: "budget", events: 200_000 });
    expect(small?.status.ended).toBe("budget");
    expect(small?.status.events).toBe(5000);
    expect(small === undefined ? [] : streamColumn([small], "next", "happened")).toEqual([4999]);
    // What the reader of the study is told: a cascade without end is an error.
    expect(checkStudy(study).map(({ code, severity }) => `${severity} ${code}`)).toContain(
      "error cascade-endless",
    );
  });

  it("[A18] stop at their budget where a rate is beyond every clock", () => {
    const study = studyOf(incidentText("1 d", "case: {at: here, rate: 1e12 /h, assumption: true}"));
    const [result] = runsAsTheyEnd(study, 1);

    expect(result?.status).toEqual({ ended: "budget", events: 2_000_000, lastTick: 0 });
  });

  it("[A18] are refused beforehand where the horizon is longer than the clock", () => {
    const codes = (horizon: string) => {
      const { study, diagnostics } = parseStudy([
        { path: "study.yaml", text: incidentText(horizon, "case: {at: here, dates: [2012-04-01]}") },
      ]);
      return {
        isStudy: study !== undefined,
        errors: diagnostics.filter(({ severity }) => severity === "error"),
      };
    };

    expect(codes("100 yr")).toEqual({ isStudy: true, errors: [] });
    for (const horizon of ["100.01 yr", "119 yr", "1e9 yr"]) {
      const { isStudy, errors } = codes(horizon);
      expect(isStudy, horizon).toBe(false);
      expect(errors.map(({ code }) => code)).toEqual(["horizon-too-long"]);
    }
  });

  it("[A18] drop what would come after the end of the clock, and still end", () => {
    const text = incidentText(
      "100 yr",
      "case: {at: here, dates: [2111-03-01], calls: [slow, endless], assumption: true}",
      `kinds: {firm: {default: free-unless-barred}}
organisations: {A: {party: P, kind: firm}}
capabilities: {team: {unit: team}}
holdings: {teams: {of: A, what: team, quantity: 5, at: here, assumption: true}}
missions:
  slow: {domain: D, tasks: {act: {activity: act, needs: {team: 1}, takes: 19 yr}}, assumption: true}
  endless: {domain: D, tasks: {act: {activity: act, needs: {team: 1}, takes: 30 yr}}, assumption: true}
`,
    );
    const [result] = runsOf(studyOf(text), 1);

    expect(result?.status.ended).toBe("complete");
    expect(result === undefined ? [] : taskColumn([result], "slow.act", "fulfilled")).toEqual([1]);
    expect(result === undefined ? [] : taskColumn([result], "endless.act", "fulfilled")).toEqual([0]);
    expect(result?.status.lastTick).toBeLessThan(never);
  });
});
