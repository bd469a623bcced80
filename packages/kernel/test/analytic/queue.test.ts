import { ticksPerHour } from "@shikumi/kernel";
import { describe, it } from "vitest";
import { markovQueue, meanWaitOfSingle, squareOfMeanOne } from "./closed-form.ts";
import { controlledRatioOf, type Estimate, expectAgreement, ratioOf } from "./interval.ts";
import {
  type Change,
  effectiveBefore,
  type Result,
  readStudy,
  runsOf,
  servedHours,
  sumByTask,
  taskColumn,
  traceOf,
} from "./study-run.ts";

const measured = "measured.serve";
const ticksOfHour = ticksPerHour;
/** April 2012 fills the system. */
const hoursUnmeasured = 720;
const hoursOfYear = 8766;
const replications = 40;

/** Runs of the study `pool` over some years. Mean service is one hour. */
function poolRuns(
  rate: number,
  years: number,
  ...changes: readonly Change[]
): { readonly results: readonly Result[]; readonly controls: readonly (readonly number[])[] } {
  const study = readStudy(
    "pool",
    ["rate: 0.5 /h", `rate: ${rate} /h`],
    ["horizon: 2 yr", `horizon: ${years} yr`],
    ...changes,
  );
  const results = runsOf(study, replications);
  const expected = rate * (years * hoursOfYear - hoursUnmeasured);
  const cases = taskColumn(results, measured, "effective");
  return {
    results,
    controls: [
      cases.map((count) => count - expected),
      results.map(({ outputs }, i) => servedHours(outputs, measured) - (cases[i] as number)),
    ],
  };
}

describe("a pool of c servers with Poisson arrivals and exponential service", () => {
  it.each([
    { servers: 1, loads: [0.3, 0.6], years: 1.5 },
    { servers: 2, loads: [1, 1.5], years: 1 },
    { servers: 5, loads: [3, 4], years: 1 },
  ])("[A2] keeps waiting as Erlang's formula says: c = $servers", ({ servers, loads, years }) => {
    expectAgreement(
      loads.flatMap((load) => {
        const { results, controls } = poolRuns(load, years, ["quantity: 1,", `quantity: ${servers},`]);
        const cases = taskColumn(results, measured, "effective");
        const hours = taskColumn(results, measured, "firstEffectHours");
        const delayed = effectiveBefore(results, measured, 1).map(
          (atOnce, i) => (cases[i] as number) - atOnce,
        );
        const patient = effectiveBefore(results, measured, ticksOfHour).map(
          (soon, i) => (cases[i] as number) - soon,
        );
        const { waits, meanWait, waitsLonger } = markovQueue(servers, load);
        // At low loads few wait for an hour. The mean would be the same in any order of service, the tail is not.
        const longer = {
          of: `who waits an hour at ${load}`,
          estimate: controlledRatioOf(patient, cases, controls),
          exact: waitsLonger(1),
        };
        return [
          ...(load === loads.at(-1) ? [longer] : []),
          {
            of: `mean wait at ${load}`,
            estimate: controlledRatioOf(hours, cases, controls),
            exact: meanWait,
          },
          { of: `who waits at ${load}`, estimate: controlledRatioOf(delayed, cases, controls), exact: waits },
        ];
      }),
    );
  });
});

describe("a pool of one server with Poisson arrivals and any service", () => {
  it.each([
    { family: "fixed", takes: "1 h", square: squareOfMeanOne.fixed, years: 1 },
    {
      family: "lognormal",
      // The median of a lognormal of mean 1 and sigma 0.8 is exp(−0.32).
      takes: "{lognormal: {median: 0.7261490370736909 h, sigma: 0.8}}",
      square: squareOfMeanOne.lognormal(0.8),
      years: 2.5,
    },
    {
      family: "gamma",
      takes: "{gamma: {mean: 1 h, shape: 2.5}}",
      square: squareOfMeanOne.gamma(2.5),
      years: 1,
    },
  ])("[A4] keeps waiting as Pollaczek and Khinchine say: $family", ({ takes, square, years }) => {
    expectAgreement(
      [0.3, 0.6].flatMap((load) => {
        const { results, controls } = poolRuns(load, years, ["{exponential: 1 h}", takes]);
        // A fixed service is no control.
        const useful = square === 1 ? controls.slice(0, 1) : controls;
        const cases = taskColumn(results, measured, "effective");
        const delayed = effectiveBefore(results, measured, 1).map(
          (atOnce, i) => (cases[i] as number) - atOnce,
        );
        const wait = taskColumn(results, measured, "firstEffectHours");
        return [
          {
            of: `mean wait at ${load}`,
            estimate: controlledRatioOf(wait, cases, useful),
            exact: meanWaitOfSingle(load, 1, square),
          },
          // The server is busy for a share `load` of the time, and Poisson arrivals see time averages (Wolff 1982).
          { of: `who waits at ${load}`, estimate: controlledRatioOf(delayed, cases, useful), exact: load },
        ];
      }),
    );
  });
});

describe("a decider who attends to one step at a time", () => {
  it("[A3] is a single server: M/M/1", () => {
    const load = 0.6;
    const results = runsOf(
      readStudy("decider", ["rate: 0.5 /h", `rate: ${load} /h`], ["2 yr", "1.2 yr"]),
      replications,
    );
    const cases = taskColumn(results, "measured.act", "effective");
    const spent = taskColumn(results, "measured.act", "firstEffectHours");
    const within = effectiveBefore(results, "measured.act", ticksOfHour);
    const { meanWait, waitsLonger } = markovQueue(1, load);
    // The time spent in M/M/1 is exponential, as the wait of those who wait is.
    const stays = waitsLonger(1) / load;
    expectAgreement([
      { of: "mean time spent", estimate: ratioOf(spent, cases), exact: meanWait + 1 },
      { of: "away within the hour", estimate: ratioOf(within, cases), exact: 1 - stays },
      { of: "who waits", estimate: waitingAtDesk(load), exact: load },
    ]);
  });

  it.each([
    { family: "fixed", attention: "1 h", square: squareOfMeanOne.fixed, years: 0.6 },
    { family: "a rate", attention: "24 /d", square: squareOfMeanOne.fixed, years: 0.6 },
    {
      family: "gamma",
      attention: "{gamma: {mean: 1 h, shape: 0.8}}",
      square: squareOfMeanOne.gamma(0.8),
      years: 1.6,
    },
  ])("[A4] keeps waiting as Pollaczek and Khinchine say: $family", ({ attention, square, years }) => {
    const load = 0.6;
    const study = readStudy(
      "decider",
      ["rate: 0.5 /h", `rate: ${load} /h`],
      ["{exponential: 1 h}", attention],
      ["2 yr", `${years} yr`],
    );
    const results = runsOf(study, replications);
    const cases = taskColumn(results, "measured.act", "effective");
    const waited = taskColumn(results, "measured.act", "firstEffectHours").map(
      (hours, i) => hours - (cases[i] as number),
    );
    const exact = meanWaitOfSingle(load, 1, square);
    expectAgreement([{ of: "mean wait", estimate: ratioOf(waited, cases), exact }]);
  });
});

/** Share of steps that came while an earlier one was not done, by weeks of a trace. */
function waitingAtDesk(load: number): Estimate {
  const trace = traceOf(readStudy("decider", ["rate: 0.5 /h", `rate: ${load} /h`], ["2 yr", "4 yr"]));
  let free = 0;
  const steps: { readonly came: number; readonly delayed: boolean }[] = [];
  for (const { what, task, tick, ticks } of trace) {
    if (what !== "stage") continue;
    if (task === "measured.act") steps.push({ came: tick - ticks, delayed: free > tick - ticks });
    free = tick;
  }
  return shareDelayed(steps);
}

/** Share of cases that had to wait, by weeks. */
function shareDelayed(cases: readonly { readonly came: number; readonly delayed: boolean }[]): Estimate {
  const weeks = new Map<number, { all: number; delayed: number }>();
  for (const { came, delayed } of cases) {
    const at = Math.floor(came / (168 * ticksOfHour));
    const week = weeks.get(at) ?? { all: 0, delayed: 0 };
    weeks.set(at, { all: week.all + 1, delayed: week.delayed + (delayed ? 1 : 0) });
  }
  const counts = [...weeks.values()];
  return ratioOf(
    counts.map(({ delayed }) => delayed),
    counts.map(({ all }) => all),
  );
}

describe("a cell that handles so many tasks at once", () => {
  const task = "measured.act";
  const cellStudy = (servers: number, load: number, years: number) =>
    readStudy(
      "cell",
      ["rate: 0.5 /h", `rate: ${load} /h`],
      ["handles: 1", `handles: ${servers}`],
      ["2 yr", `${years} yr`],
    );

  it.each([
    { servers: 1, load: 0.6, years: 1 },
    { servers: 2, load: 1.2, years: 0.8 },
    { servers: 5, load: 4, years: 0.4 },
  ])("[A3] keeps waiting like so many servers: M/M/$servers", ({ servers, load, years }) => {
    const results = runsOf(cellStudy(servers, load, years), replications);
    const cases = taskColumn(results, task, "instances");
    const waited = sumByTask(results, task, "waitHours", "coordination");
    const expected = load * (years * hoursOfYear - hoursUnmeasured);
    const controls = [
      cases.map((count) => count - expected),
      results.map(({ outputs }, i) => servedHours(outputs, task) - (cases[i] as number)),
    ];
    expectAgreement([
      {
        of: "mean wait",
        estimate: controlledRatioOf(waited, cases, controls),
        exact: markovQueue(servers, load).meanWait,
      },
    ]);
  });

  it.each([
    { servers: 1, load: 0.6, years: 5 },
    { servers: 2, load: 1.4, years: 3 },
  ])("[A3] lets wait who would at so many servers: M/M/$servers", ({ servers, load, years }) => {
    const cases = traceOf(cellStudy(servers, load, years))
      .filter((entry) => entry.what === "cell" && entry.task === task)
      .map(({ tick, ticks }) => ({ came: tick - ticks, delayed: ticks > 0 }));

    expectAgreement([
      { of: "who waits", estimate: shareDelayed(cases), exact: markovQueue(servers, load).waits },
    ]);
  });
});
