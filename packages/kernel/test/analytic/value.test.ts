import { exp, log } from "@shikumi/core/math";
import { describe, expect, it } from "vitest";
import { expectAgreement, meanOf, ratioOf } from "./interval.ts";
import { type Change, type Result, readStudy, runsOf, taskColumn } from "./study-run.ts";

const halving = log(2) / 6;

/** What share of its worth work delivers that ends after an exponential time of mean 8 h, by how worth falls. */
const rate = 1 / 8;
const ofExponential = {
  kept: 1 - exp(-2),
  dropped: 1 - exp(-1),
  // 1 up to 4 h, then the integral of rate × exp(−rate t) × (16 − t) ÷ 12.
  falling: 1 - (exp(-4 * rate) - exp(-16 * rate)) / (12 * rate),
  halved: 1 - exp(-4 * rate) + (rate / (rate + halving)) * exp(-4 * rate) * (1 - exp(-20 * (rate + halving))),
};

/** The same after a uniform time of 0 to 20 h; the half-life runs from 4 h to the end at 20 h. */
const ofUniform = {
  kept: 16 / 20,
  dropped: 8 / 20,
  falling: (4 + 12 / 2) / 20,
  halved: (4 + (1 - exp(-16 * halving)) / halving) / 20,
};

/** Where work is spread evenly over 20 h, all that is worth something is an integral over the uniform time. */
const ofEven = { ...ofUniform };

describe("the worth of work that ends at a random time", () => {
  it.each([
    { family: "exponential", takes: "{exponential: 8 h}", shares: ofExponential },
    { family: "uniform", takes: "{uniform: [0 h, 20 h]}", shares: ofUniform },
  ])("[A13] is the integral of what is left of it: $family", ({ takes, shares }) => {
    const results = runsOf(readStudy("value", ["{exponential: 8 h}", takes]), 40);

    expectAgreement(
      Object.entries(shares).flatMap(([mission, share]) => [
        {
          of: `${mission}, delivered`,
          estimate: ratioOf(
            taskColumn(results, `${mission}.work`, "delivered"),
            taskColumn(results, `${mission}.work`, "demanded"),
          ),
          exact: share,
        },
      ]),
    );
    expectAgreement([
      {
        of: "worth of a case",
        estimate: ratioOf(
          taskColumn(results, "kept.work", "demanded"),
          taskColumn(results, "kept.work", "instances"),
        ),
        exact: 5,
      },
    ]);
  });
});

describe("the worth of work that is spread over time", () => {
  it("[A13] is the same integral for every case, exactly", () => {
    const study = readStudy(
      "value",
      ["takes: {exponential: 8 h}", "takes: 20 h, accrues: evenly"],
      ["20 d", "5 d"],
    );
    const [result] = runsOf(study, 1) as [Result];

    for (const [mission, share] of Object.entries(ofEven)) {
      const [delivered] = taskColumn([result], `${mission}.work`, "delivered") as [number];
      const [demanded] = taskColumn([result], `${mission}.work`, "demanded") as [number];
      expect(demanded, mission).toBeGreaterThan(100);
      expect(delivered / demanded, mission).toBeCloseTo(share, 9);
    }
  });

  it("[A13] of presence is the hours on scene, exactly", () => {
    const hours = (...changes: readonly Change[]): number => {
      const [delivered] = taskColumn(runsOf(readStudy("presence", ...changes), 1), "watch.stay", "delivered");
      return delivered as number;
    };

    // 584 rounds of fifteen hours, and six hours of one more.
    expect(hours()).toBeCloseTo(584 * 10 + 6, 6);
    expect(hours(["quantity: 1,", "quantity: 2,"])).toBeCloseTo(8766, 6);
    // Two ships wanted: two on scene for ten hours, none for five.
    expect(hours(["quantity: 1,", "quantity: 2,"], ["{ship: 1}", "{ship: 2}"])).toBeCloseTo(584 * 10 + 6, 6);
    expect(hours(["{ship: 1}", "{ship: 2}"])).toBeCloseTo((584 * 10 + 6) / 2, 6);
    // What is done after the standard is worth nothing: 66 rounds and ten hours of one more.
    expect(hours(["expires: 9000 h", "standard: 1000 h, decays: step, expires: 9000 h"])).toBeCloseTo(670, 6);
    // Linear from the start to 9,000 h: (9000 − t) ÷ 9000 over the hours on scene.
    let fallen = 0;
    for (let round = 0; round <= 584; round++) {
      const from = 15 * round;
      const until = Math.min(from + 10, 8766);
      fallen += (until - from) * (1 - (from + until) / 18000);
    }
    expect(hours(["expires: 9000 h", "standard: 0 h, decays: linear, expires: 9000 h"])).toBeCloseTo(
      fallen,
      6,
    );
  });

  // Alternating renewal: Cox, "Renewal Theory", 1962, 7.3. The year begins on scene, which adds less than ten hours to 5,844.
  it("[A13] of presence with random recovery is the share of time on scene", () => {
    const results = runsOf(readStudy("presence", ["recovers: 5 h", "recovers: {exponential: 5 h}"]), 40);

    expectAgreement([
      {
        of: "hours on scene",
        estimate: meanOf(taskColumn(results, "watch.stay", "delivered")),
        exact: (8766 * 10) / 15,
      },
    ]);
  });
});
