import { describe, expect, it } from "vitest";
import { sampleFuture } from "../../src/number/future.ts";
import { engines } from "../differential/engine.ts";
import { type Change, delivered, readSentence, runSentence, told } from "./sentence.ts";

describe.each(engines)("reform and evidence, in the $name:", (engine) => {
  it("[Z25] the Diet passes at most so many bills a year, and none in an election quarter", () => {
    // The crises come on 20 April, 1 August and 15 October 2012 and on 15 January 2013: days 19, 122, 197 and 289.
    const dates = new Map([
      [19 * 24, "april"],
      [122 * 24, "august"],
      [197 * 24, "october"],
      [289 * 24, "january"],
    ]);
    const served = (mode: "timed" | "in-force", ...changes: Change[]) => {
      const run = runSentence(engine, readSentence("25-bills-a-year", ...changes), {
        packageId: "three-bills",
        mode,
      });
      const lawful = run.trace.filter(({ what }) => what === "permit");
      const at = (task: string) =>
        lawful.filter((one) => one.task === task).map(({ tick }) => dates.get(tick / 2048));
      return [at("escort.go"), at("inspect.go"), at("rescue.go")];
    };
    const all = ["april", "august", "october", "january"];
    const openAllYear: Change = [", closed: [{from: 2012-07-01, until: 2012-10-01}]", ""];

    expect(served("timed")).toEqual([all, ["october", "january"], ["january"]]);
    expect(served("timed", ["per-year: 2", "per-year: 3"])).toEqual([
      all,
      ["october", "january"],
      ["october", "january"],
    ]);
    expect(served("timed", openAllYear)).toEqual([all, ["august", "october", "january"], ["january"]]);
    expect(served("in-force")).toEqual([all, all, all]);
  });

  it("[Z26] a lever makes another cheaper, or useless; a channel is worth little before the secrecy statute", () => {
    const study = readSentence("26-levers-together");
    const worth = (packageId: string) => {
      const value = delivered(runSentence(engine, study, { packageId }));
      return [value["watch.go"], value["defend.go"]];
    };

    expect(worth("baseline")).toEqual([0, 0]);
    expect(worth("channel-alone")).toEqual([1, 0]);
    expect(worth("statute-alone")).toEqual([0, 0]);
    expect(worth("both")).toEqual([1, 10]);
    expect(worth("informal-alone")).toEqual([1, 0]);
    expect(worth("informal-and-statute")).toEqual([0, 0]);
    expect(study.levers.get("secrecy-statute")).toMatchObject({
      eases: [{ lever: "channel", factor: 0.5 }],
      voids: ["informal-exchange"],
    });
  });

  it("[Z27] what the law says is not known to us, or has been left out on purpose; both show", () => {
    const ends = (...changes: Change[]) =>
      (["refused", "granted"] as const).map((undetermined) =>
        delivered(runSentence(engine, readSentence("27-not-known-to-us", ...changes), { undetermined })),
      );
    const known: Change = ["calls: [fire, sweep]", "calls: [fire, sweep], facts: {hostilities-ended: no}"];
    const encoded: Change = ["    not-encoded: {ja: 非公開, en: Not public}\n", ""];

    expect(ends()).toEqual([
      { "fire.go": 0, "sweep.go": 0 },
      { "fire.go": 10, "sweep.go": 5 },
    ]);
    expect(ends(known)).toEqual([
      { "fire.go": 0, "sweep.go": 0 },
      { "fire.go": 10, "sweep.go": 0 },
    ]);
    expect(ends(encoded)).toEqual([
      { "fire.go": 10, "sweep.go": 0 },
      { "fire.go": 10, "sweep.go": 5 },
    ]);
  });

  it("[Z30] a fact is graded B2, another is a guess, a third is disputed: both figures are kept", () => {
    const study = readSentence("30-graded-and-disputed");
    const holding = study.holdings.get("teams");
    const done = (...changes: Change[]) => {
      const read = readSentence("30-graded-and-disputed", ...changes);
      return Array.from({ length: 20 }, (_, future) =>
        [0, 1].map((replication) => told(runSentence(engine, read, { future, replication }), "closed")[0]),
      );
    };
    const both = done();

    expect(holding?.quantity.provenance).toMatchObject({
      source: "ministry",
      credibility: 2,
      assumption: false,
    });
    expect(study.sources.get("ministry")?.reliability).toBe("B");
    expect(holding?.ready.provenance).toMatchObject({ source: undefined, assumption: true });
    expect(() =>
      readSentence("30-graded-and-disputed", [
        "5, source: ministry, grade: B2",
        "5, source: ministry, grade: A2",
      ]),
    ).toThrow("grade-mismatch");
    // Four hours to get ready, then 33 or 99: one figure a future, the same in all its replications.
    expect(new Set(both.flat())).toEqual(new Set(["37 closed relief.clear 1", "103 closed relief.clear 1"]));
    expect(both.every(([first, second]) => first === second)).toBe(true);
    expect(both.map(([first]) => first === "103 closed relief.clear 1")).toEqual(
      both.map((_, future) => sampleFuture(study, future).values[0] === 99),
    );
    expect(
      new Set(
        done(["{value: 99 h, source: paper, grade: C3}", "{value: 33 h, source: paper, grade: C3}"]).flat(),
      ),
    ).toEqual(new Set(["37 closed relief.clear 1"]));
  });
});
