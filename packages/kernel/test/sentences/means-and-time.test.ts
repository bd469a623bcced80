import { exp, log } from "@shikumi/core/math";
import { describe, expect, it } from "vitest";
import { sampleFuture } from "../../src/number/future.ts";
import { engines } from "../differential/engine.ts";
import { type Change, delivered, readSentence, runSentence, told } from "./sentence.ts";

/** What is left after `time`, halved every `half`. */
const halved = (time: number, half: number): number => exp((-log(2) * time) / half);

describe.each(engines)("means and time, in the $name:", (engine) => {
  it("[Z18] two cargo aircraft do the work of one large charter; either suffices", () => {
    const flown = (...changes: Change[]) =>
      told(runSentence(engine, readSentence("18-two-for-one", ...changes)), "share", "pooled", "closed");
    const cargo = "0 share airlift.fly JP-ASDF asdf 2 (4)";

    expect(flown()).toEqual([
      cargo,
      "0 share airlift.fly JP-AIRLINE charter 1 (1)",
      "10 closed airlift.fly 1",
    ]);
    expect(flown(["quantity: 5", "quantity: 6"])).toEqual([
      "0 share airlift.fly JP-ASDF asdf 3 (6)",
      "10 closed airlift.fly 1",
    ]);
    expect(
      flown(["quantity: 5", "quantity: 1"], ["large-charter, quantity: 1", "large-charter, quantity: 3"]),
    ).toEqual(["0 share airlift.fly JP-AIRLINE charter 3 (3)", "10 closed airlift.fly 1"]);
    expect(flown(["cargo-aircraft: 2", "cargo-aircraft: 1"])).toEqual([
      "0 share airlift.fly JP-ASDF asdf 3 (3)",
      "10 closed airlift.fly 1",
    ]);
    expect(flown([", large-charter: 1}", "}"]).slice(0, 2)).toEqual([
      cargo,
      "0 pooled airlift.fly JP-ASDF cargo-aircraft capability 1",
    ]);
  });

  it("[Z19] ten thousand answer in a day and a hundred thousand in three; lift is short and later plentiful", () => {
    const run = runSentence(engine, readSentence("19-ten-thousand-a-day"));
    const short = runSentence(
      engine,
      readSentence("19-ten-thousand-a-day", [", arrives: [{quantity: 180, after: 2 d}]", ""]),
    );

    expect(told(run, "pooled", "done")).toEqual([
      "0 pooled relief.carry JP-SDF helicopter capability 80",
      "25 done relief.search JP-SDF near 10000",
      "73 done relief.search JP-SDF far 90000",
      "120 done relief.carry JP-SDF lift 20",
      "168 done relief.carry JP-SDF lift 80",
    ]);
    expect(delivered(run)).toEqual({ "relief.search": 100, "relief.carry": 100 });
    // Twenty helicopters make two rounds of five days before the tenth day ends; the second ends with it, and counts nothing.
    expect(delivered(short)).toEqual({ "relief.search": 100, "relief.carry": 20 });
  });

  it("[Z20] the rescue window closes within days; supplies keep for weeks; escort is worth its hours of presence", () => {
    const worth = (ready: string) =>
      delivered(runSentence(engine, readSentence("20-three-clocks", ["ready: 24 h", `ready: ${ready}`])));
    const supply = (hours: number) => expect.closeTo(100 * halved(hours - 72, 14 * 24), 9) as number;

    expect(worth("24 h")).toEqual({ "answer.rescue": 100, "answer.supply": 100, "answer.escort": 76 });
    expect(worth("48 h")).toEqual({ "answer.rescue": 50, "answer.supply": 100, "answer.escort": 52 });
    expect(worth("80 h")).toEqual({ "answer.rescue": 0, "answer.supply": supply(80), "answer.escort": 20 });
    expect(worth("408 h")).toEqual({ "answer.rescue": 0, "answer.supply": supply(408), "answer.escort": 0 });
    expect(halved(408 - 72, 14 * 24)).toBeCloseTo(0.5, 12);
  });

  it("[Z21] an earthquake causes, some of the time, an accident, a closed airport and a town hall that cannot request", () => {
    const happened = (...changes: Change[]) =>
      told(runSentence(engine, readSentence("21-cascade", ...changes)), "onset", "share", "permit", "denied");
    const airport: Change = ["airport-closed: 0.3", "airport-closed: yes"];
    const open: Change = ["airport-closed: 0.3", "airport-closed: no"];
    const lost: Change = ["town-hall-lost: 0.2", "town-hall-lost: yes"];
    const kept: Change = ["town-hall-lost: 0.2", "town-hall-lost: no"];
    const always: Change = ["chance: 0.4", "chance: 1"];
    const never: Change = ["chance: 0.4", "chance: 0"];

    expect(happened(open, kept, never)).toEqual([
      "0 onset quake",
      "0 share relief.fly JP-SDF planes 1 (1)",
      "3 permit relief.fly JP-SDF L-REQUEST",
    ]);
    expect(happened(airport, lost, always)).toEqual([
      "0 onset quake",
      "0 share relief.fly JP-SDF helicopters 1 (4)",
      "1 denied relief.fly JP-SDF L-REQUEST law.decision",
      "13 permit relief.fly JP-SDF L-OWN-INITIATIVE",
      "24 onset accident",
      "24 share cooling.fly JP-SDF helicopters 1 (2)",
      "25 denied cooling.fly JP-SDF L-REQUEST law.decision",
      "37 permit cooling.fly JP-SDF L-OWN-INITIATIVE",
    ]);
    const study = readSentence("21-cascade");
    const runs = Array.from({ length: 200 }, (_, replication) => {
      const lines = told(runSentence(engine, study, { replication }), "onset", "share", "permit");
      return (text: string) => lines.some((line) => line.includes(text));
    });
    const count = (text: string) => runs.filter((has) => has(text)).length;
    expect(Math.abs(count("onset accident") - 80)).toBeLessThan(25);
    expect(Math.abs(count("relief.fly JP-SDF helicopters") - 60)).toBeLessThan(25);
    expect(Math.abs(count("relief.fly JP-SDF L-OWN-INITIATIVE") - 40)).toBeLessThan(25);
    const cooled = runs.filter((has) => has("onset accident"));
    expect(cooled.map((has) => has("cooling.fly JP-SDF helicopters"))).toEqual(
      cooled.map((has) => has("relief.fly JP-SDF helicopters")),
    );
  });

  it("[Z22] a destroyer on escort cannot go to the earthquake, however urgent it is, unless it is recalled", () => {
    const bound: Change = ["recalls: lower-priority", "recalls: nothing"];
    const run = runSentence(engine, readSentence("22-bound-elsewhere", bound));
    const two = runSentence(engine, readSentence("22-bound-elsewhere", ["quantity: 1", "quantity: 2"]));

    // Ten days there, ten on escort, ten back, two of recovery: home after 32 days, free for an earthquake of day 5.
    expect(told(run, "pooled", "freed", "share")).toEqual([
      "0 share escort.sail JP-MSDF destroyer 1 (1)",
      "120 pooled relief.help JP-MSDF destroyer capability 1",
      "768 freed escort.sail JP-MSDF destroyer 1",
      "768 share relief.help JP-MSDF destroyer 1 (1)",
      "840 freed relief.help JP-MSDF destroyer 1",
    ]);
    // Help is there after 792 − 120 = 672 h, of the 72 h to 1512 h in which its worth falls.
    expect(delivered(run)).toEqual({
      "escort.sail": 10,
      "relief.help": expect.closeTo((10 * (1512 - 672)) / (1512 - 72), 9) as number,
    });
    expect(told(two, "pooled")).toEqual([]);
    expect(delivered(two)).toEqual({ "escort.sail": 10, "relief.help": 10 });
  });

  it("[Z22] recalling the destroyer costs the convoy its hours of escort", () => {
    const recalled = (day: number, ...changes: Change[]) => {
      const date: Change = ["dates: [2012-04-06]", `dates: [2012-04-${String(day + 1).padStart(2, "0")}]`];
      const run = runSentence(engine, readSentence("22-bound-elsewhere", date, ...changes));
      return { delivered: delivered(run), told: told(run, "recalled", "pooled", "share") };
    };
    // Help after so many hours, of the 72 h to 1512 h in which its worth falls.
    const helped = (hours: number) => expect.closeTo((10 * (1512 - hours)) / (1512 - 72), 9) as number;

    // Half-way out it turns back: five days, and a day's work; there is no escort at all.
    expect(recalled(5).delivered).toEqual({ "escort.sail": 0, "relief.help": helped(6 * 24) });
    // On scene since the tenth day, it leaves on the thirteenth: three of ten days of escort, and ten on the way.
    expect(recalled(13)).toEqual({
      delivered: { "escort.sail": expect.closeTo(3, 9) as number, "relief.help": helped(11 * 24) },
      told: [
        "0 share escort.sail JP-MSDF destroyer 1 (1)",
        "312 recalled escort.sail JP-MSDF destroyer capability 1 (1)",
        "312 share relief.help JP-MSDF destroyer 1 (1)",
        "312 pooled escort.sail JP-MSDF destroyer capability 1",
      ],
    });
    // The convoy is handed over first.
    expect(recalled(13, ["{activity: escort,", "{activity: escort, hands-over: 2 d,"]).delivered).toEqual({
      "escort.sail": expect.closeTo(3, 9) as number,
      "relief.help": helped(13 * 24),
    });
    // A mission of the same priority gives nothing away.
    expect(recalled(13, ["domain: piracy", "domain: piracy\n    priority: 9"]).delivered["escort.sail"]).toBe(
      10,
    );
  });

  it("[Z28] stocks last 205 days; a strait closes; the price of waiting rises with time", () => {
    const cargo = (...changes: Change[]) => {
      const study = readSentence("28-stocks-and-a-strait", ...changes);
      const values = new Map<string, number | undefined>();
      for (let future = 0; future < 8; future++) {
        const closed = sampleFuture(study, future).values[0] === 1;
        const run = runSentence(engine, study, { future });
        expect(delivered(run)["supply.live-on-stocks"]).toBe(205);
        values.set(closed ? "closed" : "open", delivered(run)["supply.first-cargo"]);
      }
      return { open: values.get("open"), closed: values.get("closed") };
    };
    // 12,000 km through the strait are 20 days at 25 km/h, 36,000 km round the cape 60; the fleet needs 200 days before.
    const after = (days: number) => expect.closeTo(100 * halved(days - 205, 30), 9) as number;

    expect(cargo()).toEqual({ open: after(220), closed: after(260) });
    expect(cargo(["ready: 200 d", "ready: 230 d"])).toEqual({ open: after(250), closed: after(290) });
    expect(cargo(["ready: 200 d", "ready: 140 d"])).toEqual({ open: 100, closed: 100 });
    expect(cargo([", closed: {future: strait-closed}", ""])).toEqual({
      open: after(220),
      closed: after(220),
    });
  });
});
