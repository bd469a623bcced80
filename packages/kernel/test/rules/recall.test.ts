import { describe, expect, it } from "vitest";
import { causeBit, causes } from "../../src/cause.ts";
import { engines, type Record } from "../differential/engine.ts";
import { runMini, story } from "./run-mini.ts";

interface Scene {
  /** Fields of the holding of ships of A at the port. */
  readonly ships?: string;
  /** Fields of the escort, in the gulf from the first hour on, and of its task. */
  readonly escort?: string;
  readonly sail?: string;
  /** When the quake in the bay comes, and fields of the mission that answers it and of its task. */
  readonly quake?: string;
  readonly relief?: string;
  readonly help?: string;
  readonly more?: string;
}

/** Ten hours by ship from the port to the gulf, two from there to the bay, eight from the bay to the port. */
function scene({
  ships = "quantity: 1",
  escort = "",
  sail = "needs: {ship: 1}, takes: 60 h, accrues: presence, outcome: true, value: 60, expires: 9 d",
  quake = "2012-04-02T20:00",
  relief = "priority: 5, recalls: lower-priority",
  help = "needs: {ship: 1}, takes: 3 h, outcome: true, value: 10, expires: 9 d",
  more = "",
}: Scene): string {
  return `
capabilities: {ship: {unit: ship, moves: sea, speed: 30 km/h, assumption: true}}
places: {port: {state: P}, gulf: {}, bay: {}}
routes:
  one: {joins: [port, gulf], length: 300 km, assumption: true}
  two: {joins: [gulf, bay], length: 60 km, assumption: true}
  three: {joins: [bay, port], length: 240 km, assumption: true}
holdings:
  ships: {of: A, what: ship, at: port, ready: 1 h, recovers: 4 h, ${ships}, assumption: true}
incidents:
  convoy: {at: gulf, dates: [2012-04-02], calls: escort, assumption: true}
  quake: {at: bay, dates: [${quake}], calls: relief, assumption: true}
missions:
  escort: {domain: D, ${escort} tasks: {sail: {activity: sail, ${sail}}}, assumption: true}
  relief: {domain: D, ${relief}, tasks: {help: {activity: help, ${help}}}, assumption: true}
${more}`;
}

/** Value delivered and shares recalled, by task. */
function results({ outputs }: Record): { readonly [task: string]: readonly number[] } {
  return Object.fromEntries(
    outputs.layout.tasks.map((task, i) => [
      task,
      [outputs.delivered[i] as number, outputs.recalled[i] as number],
    ]),
  );
}

describe.each(engines)("recalls in the $name", (engine) => {
  const told = (parts: Scene, ...kinds: Parameters<typeof story>[1][]) =>
    story(
      runMini(engine, scene(parts)),
      ...(kinds.length > 0 ? kinds : (["recalled", "share", "pooled"] as const)),
    );

  it("[K90] take away no more than is missing when nothing is free, and wait for the rest", () => {
    const three = { ships: "quantity: 3", sail: "needs: {ship: 2}, takes: 60 h, accrues: presence" };

    expect(told({ ...three, help: "needs: {ship: 1}" })).toEqual([
      "0 share sail A ships 2 (2)",
      "20 share help A ships 1 (1)",
    ]);
    expect(told({ ...three, help: "needs: {ship: 2}" })).toEqual([
      "0 share sail A ships 2 (2)",
      "20 share help A ships 1 (1)",
      "20 recalled sail A ships capability 1 (1)",
      "20 share help A ships 1 (1)",
      "20 pooled sail A ship capability 1",
      "34 share sail A ships 1 (1)",
    ]);
    expect(told({ ...three, help: "needs: {ship: 4}" }).slice(1, 6)).toEqual([
      "20 share help A ships 1 (1)",
      "20 recalled sail A ships capability 2 (2)",
      "20 share help A ships 2 (2)",
      "20 pooled help A ship capability 1",
      "20 pooled sail A ship capability 2",
    ]);
  });

  it("[K90] happen only for a mission that says so", () => {
    expect(told({ relief: "priority: 5" })).toEqual([
      "0 share sail A ships 1 (1)",
      "20 pooled help A ship capability 1",
      "74 share help A ships 1 (1)",
    ]);
  });

  it("[K90] take what a share can spare, by what each has to do with it", () => {
    const parts = {
      ships: "quantity: 4",
      sail: "needs: {pair: {quantity: 2, either: {ship: 2}}}, takes: 99 h",
    };
    const recalled = (need: string) => told({ ...parts, help: `needs: ${need}` }, "recalled");

    expect(recalled("{ship: 1}")).toEqual(["20 recalled sail A ships capability 1 (1)"]);
    expect(recalled("{ship: 2}")).toEqual(["20 recalled sail A ships capability 1 (2)"]);
    expect(recalled("{trio: {quantity: 2, either: {ship: 3}}}")).toEqual([
      "20 recalled sail A ships capability 2 (3)",
    ]);
    expect(recalled("{five: {quantity: 1, either: {ship: 5}}}")).toEqual([]);
  });

  it("[K91] take from the lowest priority first, then from who was bound last, and from none as high", () => {
    const more = `
  patrol: {domain: D, priority: 2, tasks: {round: {activity: sail, needs: {ship: 1}, takes: 99 h}}, assumption: true}
  rescue: {domain: D, priority: 5, tasks: {boats: {activity: sail, needs: {ship: 1}, takes: 99 h}}, assumption: true}
`;
    const others = `
  second: {at: gulf, dates: [2012-04-02T02:00], calls: escort, assumption: true}
  first: {at: bay, dates: [2012-04-02T01:00], calls: patrol, assumption: true}
  third: {at: bay, dates: [2012-04-02T03:00], calls: rescue, assumption: true}
`;
    const recalled = (ships: number) => {
      const text = scene({ ships: "quantity: 4", help: `needs: {ship: ${ships}}`, more });
      const { trace } = runMini(
        engine,
        text.replace("missions:", `${others.trimStart().replace(/^/, "  ")}missions:`),
      );
      const bound = new Map<string, number>();
      for (const { what, incident, tick } of trace)
        if (what === "share" && !bound.has(incident)) bound.set(incident, tick / 2048 - 24);
      return trace
        .filter(({ what }) => what === "recalled")
        .map(({ task, incident }) => `${task} of ${bound.get(incident)}`);
    };

    expect(recalled(1)).toEqual(["escort.sail of 2"]);
    expect(recalled(2)).toEqual(["escort.sail of 2", "escort.sail of 0"]);
    expect(recalled(9)).toEqual(["escort.sail of 2", "escort.sail of 0", "patrol.round of 1"]);
  });

  it("[K91] take nothing back from who recalled it, and nothing that is on its way home", () => {
    expect(told({ escort: "recalls: lower-priority," })).toEqual([
      "0 share sail A ships 1 (1)",
      "20 recalled sail A ships capability 1 (1)",
      "20 share help A ships 1 (1)",
      "20 pooled sail A ship capability 1",
      "37 share sail A ships 1 (1)",
    ]);
    expect(told({ sail: "needs: {ship: 1}, takes: 4 h" })).toEqual([
      "0 share sail A ships 1 (1)",
      "20 pooled help A ship capability 1",
      "29 share help A ships 1 (1)",
    ]);
  });

  it("[K91] take nothing that cannot come from where it is", () => {
    const text = scene({}).replace("speed: 30 km/h", "speed: 30 km/h, range: 400 km");
    const cape = (date: string) =>
      text
        .replace("bay: {}}", "bay: {}, cape: {}}")
        .replace("routes:", "routes:\n  four: {joins: [port, cape], length: 240 km, assumption: true}")
        .replace("quake: {at: bay, dates: [2012-04-02T20:00]", `quake: {at: cape, dates: [${date}]`);
    const recalled = (date: string) => story(runMini(engine, cape(date)), "recalled");

    expect(recalled("2012-04-02T20:00")).toEqual([]);
    expect(recalled("2012-04-02T06:00")).toEqual(["6 recalled sail A ships capability 1 (1)"]);
  });

  it("[K92] cost a presence its hours, and count the unit-hours until then", () => {
    const plain = runMini(engine, scene({ relief: "priority: 5" }));
    const run = runMini(engine, scene({}));

    expect(results(plain)["escort.sail"]).toEqual([49, 0]);
    expect(results(run)["escort.sail"]).toEqual([expect.closeTo(9 + 12, 12), 1]);
    expect(results(run)["relief.help"]).toEqual([10, 0]);
    expect(run.outputs.unitHoursBy[0]).toBe(9 + 12);
  });

  it("[K92] leave a spread yield what it has, and an effect at the end nothing of it", () => {
    const closed = (accrues: string) =>
      told(
        {
          ships: "quantity: 2",
          sail: `needs: {ship: 2}, takes: 20 h, accrues: ${accrues}, outcome: true, value: 1, expires: 40 h`,
        },
        "done",
        "closed",
      ).filter((line) => line.includes("sail"));

    // Nine hours of both ships and eleven of one.
    expect(closed("evenly")).toEqual([
      "31 done sail A ships 1",
      expect.stringMatching(/^40 closed sail 0\.725/),
    ]);
    expect(closed("at-end")).toEqual(["31 done sail A ships 1", "40 closed sail 0.5"]);
  });

  it("[K92] hand what is lost to whoever else can do it", () => {
    const parts = {
      sail: "needs: {guard: {quantity: 1, either: [{ship: 1}, {boat: 1}]}}, takes: 60 h, accrues: presence",
      more: "roles: {escort.sail: {lead: A}}\n",
    };
    const text = scene(parts)
      .replace("capabilities: {", "capabilities: {boat: {unit: boat, moves: none, assumption: true}, ")
      .replace(
        "holdings:",
        "holdings:\n  boats: {of: B, what: boat, quantity: 1, at: gulf, assumption: true}",
      );

    expect(story(runMini(engine, text), "recalled", "share", "pooled")).toEqual([
      "0 share sail A ships 1 (1)",
      "20 recalled sail A ships capability 1 (1)",
      "20 share help A ships 1 (1)",
      "20 share sail B boats 1 (1)",
    ]);
  });

  it("[K93] come from where they are: at home, on the way, or on scene after handing over", () => {
    const comes = (quake: string, sail = "needs: {ship: 1}, takes: 60 h, accrues: presence") =>
      told({ quake, sail }, "arrived").filter((line) => line.includes("help"));

    expect(comes("2012-04-02T00:30")).toEqual(["9.5 arrived help A ships 1 (16384)"]);
    // Out since 1 h, it turns back for five hours and then sails the eight from the port.
    expect(comes("2012-04-02T06:00")).toEqual(["19 arrived help A ships 1 (16384)"]);
    expect(comes("2012-04-02T20:00")).toEqual(["22 arrived help A ships 1 (4096)"]);
    expect(comes("2012-04-02T20:00", "hands-over: 3 h, needs: {ship: 1}, takes: 60 h")).toEqual([
      "25 arrived help A ships 1 (4096)",
    ]);
  });

  it("[K93] come from the same place when they are recalled again before they leave it", () => {
    const more = `
  war: {domain: D, priority: 9, recalls: lower-priority, tasks: {fight: {activity: help, needs: {ship: 1}, takes: 1 h}}, assumption: true}
`;
    const sail = "hands-over: 3 h, needs: {ship: 1}, takes: 60 h";
    const text = (date: string) =>
      scene({ sail, more }).replace(
        "missions:",
        `  attack: {at: gulf, dates: [${date}], calls: war, assumption: true}\nmissions:`,
      );
    const fought = (date: string) =>
      story(runMini(engine, text(date)), "arrived", "recalled").filter((line) => /fight|recalled/.test(line));

    expect(fought("2012-04-02T22:00")).toEqual([
      "20 recalled sail A ships capability 1 (1)",
      "22 recalled help A ships capability 1 (1)",
      "23 arrived fight A ships 1",
    ]);
    // Out from the gulf since 23 h, half-way to the bay.
    expect(fought("2012-04-03T00:00")).toEqual([
      "20 recalled sail A ships capability 1 (1)",
      "24 recalled help A ships capability 1 (1)",
      "25 arrived fight A ships 1",
    ]);
  });

  it("[K94] come home from where the task was, or from where they were when it ended", () => {
    const sail = "hands-over: 3 h, needs: {ship: 1}, takes: 60 h";
    const freed = (quake: string, expires: string) =>
      told({ quake, sail, help: `needs: {ship: 1}, takes: 3 h, expires: ${expires}` }, "freed")[0];

    // On scene at 25 h, done at 28 h, eight hours home, four to recover.
    expect(freed("2012-04-02T20:00", "9 h")).toBe("40 freed help A ships 1");
    // Still handing over for two hours at 21 h, then ten hours home.
    expect(freed("2012-04-02T20:00", "1 h")).toBe("37 freed help A ships 1");
    // Out from the gulf for an hour at 24 h.
    expect(freed("2012-04-02T20:00", "4 h")).toBe("39 freed help A ships 1");
    // Turning back for another three hours at 8 h, and out from the port for an hour at 12 h.
    expect(freed("2012-04-02T06:00", "2 h")).toBe("15 freed help A ships 1");
    expect(freed("2012-04-02T06:00", "6 h")).toBe("17 freed help A ships 1");
    // Not out yet when it was recalled, nor when the task ended.
    expect(freed("2012-04-02T00:30", "15 min")).toBe("0.75 freed help A ships 1");
  });

  it("[K95] are capability's: the wait of who lost a unit, and the way of who got it", () => {
    const waits = ({ outputs }: Record, task: string) => {
      const row = outputs.layout.tasks.indexOf(task) * causes.length;
      return Object.fromEntries(
        causes.flatMap((cause, i) => {
          const hours = outputs.waitHours[row + i] as number;
          return hours > 0 ? [[cause, hours]] : [];
        }),
      );
    };
    const run = runMini(engine, scene({}));
    const relaxed = runMini(engine, scene({}), { relax: causeBit.capability, imposed: run.imposed });

    // Eleven hours out twice, and 17 in the pool.
    expect(waits(run, "escort.sail")).toEqual({ capability: 11 + 17 + 11 });
    expect(waits(run, "relief.help")).toEqual({ capability: 2 });
    expect(results(relaxed)).toEqual({ "escort.sail": [60, 0], "relief.help": [10, 0] });
  });
});
