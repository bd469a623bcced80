import { exp } from "@shikumi/core/math";
import { ticksPerHour } from "@shikumi/kernel";
import { describe, it } from "vitest";
import { expectAgreement, ratioOf } from "./interval.ts";
import { effectiveBefore, readStudy, runsOf, servedHours, taskColumn } from "./study-run.ts";

const hour = ticksPerHour;

// Order statistics: David and Nagaraja, "Order Statistics", 2003, 2.1 and 3.1; the normalised spacings of exponentials by Rényi 1953.
describe("three tasks side by side", () => {
  it.each([
    {
      family: "exponential, mean 2 h",
      takes: "{exponential: 2 h}",
      slowest: 2 * (1 + 1 / 2 + 1 / 3),
      fastest: 2 / 3,
      within: (hours: number) => 1 - exp(-hours / 2),
    },
    {
      family: "uniform, up to 5 h",
      takes: "{uniform: [0 h, 5 h]}",
      slowest: (5 * 3) / 4,
      fastest: 5 / 4,
      within: (hours: number) => hours / 5,
    },
  ])("[A12] take as long as the slowest, or the fastest: $family", (known) => {
    const results = runsOf(readStudy("parallel", ["{exponential: 2 h}", known.takes]), 60);
    const cases = taskColumn(results, "all-of.then", "effective");
    const share = (task: string, hours: number) =>
      ratioOf(effectiveBefore(results, task, hours * hour), cases);
    const mean = (task: string) => ratioOf(taskColumn(results, task, "firstEffectHours"), cases);
    const late = known.within(4);
    const early = 1 - known.within(1);

    expectAgreement([
      { of: "slowest", estimate: mean("all-of.then"), exact: known.slowest },
      { of: "fastest", estimate: mean("any-of.then"), exact: known.fastest },
      // The others are cancelled when one is done: a team works no longer than the fastest.
      {
        of: "work of a team",
        estimate: ratioOf(
          results.map(({ outputs }) => servedHours(outputs, "any-of.one")),
          cases,
        ),
        exact: known.fastest,
      },
      { of: "all within four hours", estimate: share("all-of.then", 4), exact: late * late * late },
      { of: "any within one hour", estimate: share("any-of.then", 1), exact: 1 - early * early * early },
    ]);
  });
});

describe("five shares of one need", () => {
  it("[A12] meet it one by one: the third of five decides where three fifths are enough", () => {
    const results = runsOf(readStudy("partial"), 15_000);
    const ones = results.map(() => 1);
    const p = 1 - exp(-1);
    const q = 1 - p;
    const atLeastThree = p * p * p * (10 * q * q + 5 * p * q + p * p);
    const column = (task: string, name: "standardMet" | "delivered" | "firstEffectHours") =>
      ratioOf(taskColumn(results, task, name), ones);

    expectAgreement([
      { of: "three in time", estimate: column("work.act", "standardMet"), exact: atLeastThree },
      { of: "value in time", estimate: column("work.act", "delivered"), exact: 100 * p },
      { of: "first of five", estimate: column("work.act", "firstEffectHours"), exact: 2 / 5 },
      {
        of: "last of five",
        estimate: column("work.then", "firstEffectHours"),
        exact: 2 * (1 + 1 / 2 + 1 / 3 + 1 / 4 + 1 / 5),
      },
    ]);
  });
});
