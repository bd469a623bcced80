import { exp } from "@shikumi/core/math";
import { ticksPerHour } from "@shikumi/kernel";
import { describe, it } from "vitest";
import { expectAgreement, meanOf, ratioOf, varianceOf } from "./interval.ts";
import { readStudy, runsOf, scale, streamColumn, traceOf } from "./study-run.ts";

/** Counts of the stream `case` of the study `counts`, with fields added to it. */
function countsWith(fields: string): readonly number[] {
  const study = readStudy("counts", ["rate: 0.2 /h", `rate: 0.2 /h${fields}`]);
  return streamColumn(runsOf(study, fields === "" ? 40_000 : 20_000), "case", "happened");
}

describe("incidents of a rate", () => {
  it("[A7] are Poisson: mean and variance of their number are the rate times the time", () => {
    const counts = countsWith("");

    expectAgreement([
      { of: "mean", estimate: meanOf(counts), exact: 20 },
      { of: "variance", estimate: varianceOf(counts, 20), exact: 20 },
    ]);
  });

  it("[A7] come independently in spans that follow each other", () => {
    const span = 50 * ticksPerHour;
    const study = readStudy("counts", ["horizon: 100 h", "horizon: 100 yr"]);
    const counts = Array.from({ length: 2 * scale }, (_, replication) => {
      const spans = Array.from({ length: 17_532 }, () => 0);
      for (const { tick } of traceOf(study, { replication })) {
        const at = Math.floor(tick / span);
        spans[at] = (spans[at] as number) + 1;
      }
      return spans;
    }).flat();
    const products = counts.map((count, i) => (count - 10) * ((counts[i + 1] ?? 10) - 10));

    expectAgreement([
      { of: "mean", estimate: meanOf(counts), exact: 10 },
      { of: "variance", estimate: varianceOf(counts, 10), exact: 10 },
      { of: "covariance", estimate: meanOf(products), exact: 0, scale: 10 },
    ]);
  });

  it("[A9] follow the seasons: rate times factor times length of every month", () => {
    const factors = [1, 1, 1, 0.4, 0.4, 1, 1, 1.5, 2, 1, 1, 0.7];
    const lengths = [30, 31, 30, 31, 31, 30, 31, 30, 31, 31, 28, 31];
    const perDay = 5;
    const study = readStudy(
      "counts",
      ["rate: 0.2 /h", `rate: ${perDay} /d, season: {jul: 0.4, aug: 0.4, nov: 1.5, dec: 2, mar: 0.7}`],
      ["100 h", "365 d"],
    );
    const starts = lengths.map((_, month) => lengths.slice(0, month).reduce((sum, days) => sum + days, 0));
    const months = Array.from({ length: 200 * scale }, (_, replication) => {
      const counts = lengths.map(() => 0);
      for (const { tick } of traceOf(study, { replication })) {
        const day = tick / ticksPerHour / 24;
        const month = starts.findLastIndex((start) => start <= day);
        counts[month] = (counts[month] as number) + 1;
      }
      return counts;
    });

    expectAgreement(
      lengths.map((days, month) => ({
        of: `month ${month + 1} of the year from April`,
        estimate: meanOf(months.map((counts) => counts[month] as number)),
        exact: perDay * (factors[month] as number) * days,
      })),
    );
  });
});

describe("incidents in bursts", () => {
  const rate = 0.2;
  const times = 6;
  const hours = 100;

  it("[A8] of fixed times are Poisson with the rate of each time", () => {
    const counts = countsWith(", clusters: {gap: 20 h, lasts: 5 h, times: 6}");
    const mean = rate * (80 + 20 * times);

    expectAgreement([
      { of: "mean", estimate: meanOf(counts), exact: mean },
      { of: "variance", estimate: varianceOf(counts, mean), exact: mean },
    ]);
  });

  it("[A8] of random times are overdispersed as a Poisson process switched by a Markov chain is", () => {
    const counts = countsWith(", clusters: {gap: {exponential: 20 h}, lasts: {exponential: 5 h}, times: 6}");
    const burst = timeSwitchedOn(1 / 20, 1 / 5, hours);
    const mean = rate * (hours + (times - 1) * burst.mean);
    const variance = mean + rate * rate * (times - 1) * (times - 1) * burst.variance;

    expectAgreement([
      { of: "mean", estimate: meanOf(counts), exact: mean },
      { of: "variance", estimate: varianceOf(counts, mean), exact: variance },
      {
        of: "dispersion",
        estimate: ratioOf(
          counts.map((n) => (n - mean) * (n - mean)),
          counts,
        ),
        exact: variance / mean,
      },
    ]);
  });
});

/**
 * Mean and variance of the time in which a Markov chain that starts switched off is on, switched on and off at rates `on` and `off`,
 * up to `time` (Fischer and Meier-Hellstern, "The Markov-modulated Poisson process cookbook", Performance Evaluation 18, 1993).
 */
function timeSwitchedOn(on: number, off: number, time: number): { mean: number; variance: number } {
  const both = on + off;
  const share = on / both;
  const left = exp(-both * time);
  const settled = (1 - left) / both;
  const mean = share * (time - settled);
  // E A² is twice the integral of P(on at s) times the mean time on from s to the end, if on at s.
  const plain = (share * time * time) / 2 + ((1 - share) / both) * (time - settled);
  const faded = (share * (time - settled)) / both + ((1 - share) / both) * (settled - time * left);
  return { mean, variance: 2 * share * (plain - faded) - mean * mean };
}

describe("incidents caused by others", () => {
  it("[A10] are as many as the descendants of a branching process", () => {
    const results = runsOf(readStudy("cascade"), 20_000);
    const shocks = streamColumn(results, "shock", "happened");
    // Every incident has two chances of 0.2: 0.4 children on average, with variance 2 × 0.2 × 0.8.
    const children = 0.4;
    const all = 20 / (1 - children);
    const variance = (20 * 0.32) / ((1 - children) * (1 - children) * (1 - children));

    expectAgreement([
      { of: "mean", estimate: meanOf(shocks.map((count) => 20 + count)), exact: all },
      { of: "variance", estimate: varianceOf(shocks, all - 20), exact: variance },
    ]);
  });
});

describe("suppression", () => {
  const days = 366 - 0.75 - 40;

  it.each([
    { atMost: "0.25", averted: 0.25, why: "at most so much" },
    { atMost: "0.7", averted: 0.4, why: "what the missions delivered" },
    { atMost: "0.4", averted: 0.4, why: "both alike" },
  ])("[A11] averts a share of the incidents, $why: $averted", ({ atMost, averted }) => {
    const results = runsOf(readStudy("suppression", ["at-most: 0.25", `at-most: ${atMost}`]), 60);
    const happened = streamColumn(results, "raid", "happened");
    const notHappened = streamColumn(results, "raid", "avertedIncidents");
    const all = happened.map((count, i) => count + (notHappened[i] as number));
    const worth = results.map(
      ({ outputs }) => outputs.averted[outputs.layout.missions.indexOf("answer")] as number,
    );

    expectAgreement([
      { of: "all", estimate: meanOf(all), exact: 2 * days },
      { of: "share averted", estimate: ratioOf(notHappened, all), exact: averted },
      { of: "demand averted", estimate: ratioOf(worth, all), exact: 3 * averted },
    ]);
  });
});
