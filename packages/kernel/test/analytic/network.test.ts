import { exp } from "@shikumi/core/math";
import { ticksPerHour } from "@shikumi/kernel";
import { describe, it } from "vitest";
import { geometric } from "./closed-form.ts";
import { batchesOf, type Comparison, type Estimate, expectAgreement, meanOf, ratioOf } from "./interval.ts";
import { effectiveBefore, readStudy, runsOf, scale, taskColumn, traceOf } from "./study-run.ts";

const hour = ticksPerHour;
const batches = 60;

/** A change of how many are in a place: one comes or one goes. */
interface Step {
  readonly tick: number;
  readonly place: number;
  readonly by: 1 | -1;
}

/** How many are in each of so many places at every one of the given ticks, which ascend. */
function countsAt(steps: readonly Step[], places: number, ticks: readonly number[]): readonly number[][] {
  const sorted = [...steps].sort((a, b) => a.tick - b.tick);
  const now = Array.from({ length: places }, () => 0);
  let at = 0;
  return ticks.map((tick) => {
    for (; at < sorted.length && (sorted[at] as Step).tick <= tick; at++) {
      const { place, by } = sorted[at] as Step;
      now[place] = (now[place] as number) + by;
    }
    return [...now];
  });
}

/** Every so many hours from one time to another. */
function ticksBetween(from: number, until: number, every: number): readonly number[] {
  return Array.from({ length: Math.floor((until - from) / every) }, (_, i) => (from + i * every) * hour);
}

describe("M/G/∞: units without limit", () => {
  it.each([
    { family: "uniform", takes: "{uniform: [0 h, 2 h]}" },
    { family: "lognormal", takes: "{lognormal: {median: 0.7261490370736909 h, sigma: 0.8}}" },
    { family: "fixed", takes: "1 h" },
  ])("[A5] has a Poisson number busy, whatever the service: $family", ({ takes }) => {
    const years = Math.min(6, 1.4 * scale);
    const study = readStudy("unlimited", ["{uniform: [0 h, 2 h]}", takes], ["2 yr", `${years} yr`]);
    const steps = traceOf(study).flatMap(({ what, tick }): readonly Step[] => {
      if (what === "arrived") return [{ tick, place: 0, by: 1 }];
      return what === "done" ? [{ tick, place: 0, by: -1 }] : [];
    });
    // Everybody who was there at the start has long gone after two days.
    const ticks = ticksBetween(48, years * 8766, 0.5);
    const busy = countsAt(steps, 1, ticks).map(([count]) => count as number);
    const load = 5;

    expectAgreement([
      { of: "mean", estimate: meanOf(batchesOf(busy, batches)), exact: load },
      { of: "variance", estimate: varianceInBatches(busy, load), exact: load },
    ]);
  });

  it("[A5] fills as its service lets it: at two days of an empty start, by service of three days", () => {
    const study = readStudy(
      "unlimited",
      ["{uniform: [0 h, 2 h]}", "{uniform: [0 d, 6 d]}"],
      ["rate: 5 /h", "rate: 1 /h"],
      ["2 yr", "4 d"],
    );
    const open = Array.from({ length: 600 * scale }, (_, replication) => {
      const until = 48 * hour;
      let count = 0;
      for (const { what, tick } of traceOf(study, { replication })) {
        if (tick > until) break;
        if (what === "arrived") count += 1;
        else if (what === "done") count -= 1;
      }
      return count;
    });
    // rate × ∫ P(service > u) du over the two days, the service being uniform on six.
    const mean = 48 - (48 * 48) / (2 * 144);

    expectAgreement([{ of: "mean", estimate: meanOf(open), exact: mean }]);
  });
});

function varianceInBatches(values: readonly number[], mean: number): Estimate {
  return meanOf(
    batchesOf(
      values.map((value) => (value - mean) * (value - mean)),
      batches,
    ),
  );
}

describe("two stations one after the other", () => {
  const years = Math.min(40, 24 * scale);
  const first = 0.5;
  const second = 0.4;
  const steps: Step[] = [];
  const departures: number[] = [];
  for (const { what, task, tick } of traceOf(readStudy("tandem", ["12 yr", `${years} yr`]))) {
    if (what === "opened") steps.push({ tick, place: task === "pass.inspect" ? 0 : 1, by: 1 });
    else if (what === "closed") {
      steps.push({ tick, place: task === "pass.inspect" ? 0 : 1, by: -1 });
      if (task === "pass.inspect") departures.push(tick);
    }
  }

  it("[A6] have a joint distribution that is a product of geometric ones", () => {
    const counts = countsAt(steps, 2, ticksBetween(720, years * 8766, 0.5));
    const share = (of: string, holds: (n: number, m: number) => boolean, exact: number): Comparison => {
      const values = counts.map(([n, m]) => (holds(n as number, m as number) ? 1 : 0));
      return { of, estimate: meanOf(batchesOf(values, batches)), exact };
    };
    expectAgreement([
      share("nobody", (n, m) => n === 0 && m === 0, geometric(first, 0) * geometric(second, 0)),
      share("only at the first", (n, m) => n > 0 && m === 0, first * geometric(second, 0)),
      share("only at the second", (n, m) => n === 0 && m > 0, geometric(first, 0) * second),
      share("at both", (n, m) => n > 0 && m > 0, first * second),
    ]);
  });

  it("[A6] pass on a Poisson stream", () => {
    const width = 4;
    const windows = Math.floor((years * 8766 - 720) / width);
    const counts = Array.from({ length: windows }, () => 0);
    for (const tick of departures) {
      const at = Math.floor((tick / hour - 720) / width);
      if (at >= 0 && at < windows) counts[at] = (counts[at] as number) + 1;
    }
    const mean = first * width;
    const next = counts.slice(1).map((count, i) => (count - mean) * ((counts[i] as number) - mean));

    expectAgreement([
      { of: "mean", estimate: meanOf(batchesOf(counts, batches)), exact: mean },
      { of: "variance", estimate: varianceInBatches(counts, mean), exact: mean },
      { of: "covariance of neighbours", estimate: meanOf(batchesOf(next, batches)), exact: 0, scale: mean },
    ]);
  });

  // The empty start shortens the stays of the first dozens of hours (relaxation time 11.7 h) of 17,532: 0.1 % of all.
  it("[A6] keep a case for two independent exponential times", () => {
    const results = runsOf(readStudy("tandem", ["12 yr", "2 yr"]), 40);
    const cases = taskColumn(results, "pass.carry", "effective");
    const total = taskColumn(results, "pass.carry", "firstEffectHours");
    const within = effectiveBefore(results, "pass.carry", 2 * hour);
    // Rates 1 − 0.5 and 1.25 − 0.5 of the two stays, and the distribution of their sum.
    const a = 0.5;
    const b = 0.75;
    const longer = (b * exp(-2 * a) - a * exp(-2 * b)) / (b - a);

    expectAgreement([
      { of: "mean stay", estimate: ratioOf(total, cases), exact: 1 / a + 1 / b },
      { of: "away within two hours", estimate: ratioOf(within, cases), exact: 1 - longer },
    ]);
  });
});
