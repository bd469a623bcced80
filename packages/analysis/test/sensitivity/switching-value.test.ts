import {
  type Assumption,
  type NoisyDifference,
  rankSwitchingValues,
  type SwitchingAnswer,
  type SwitchingQuestion,
  switchingLevels,
  switchingValue,
} from "@shikumi/analysis/sensitivity";
import { sin } from "@shikumi/core/math";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

function switchOf(question: SwitchingQuestion): Extract<SwitchingAnswer, { kind: "switches" }> {
  const answer = switchingValue(question);
  if (answer.kind !== "switches") throw new TypeError(answer.kind);
  return answer;
}

const range = { low: 0, high: 10, tolerance: 1e-6 };

describe("switching values", () => {
  it("[S19] are found to the tolerance, on the nearer side, with few evaluations", () => {
    const above = switchOf({ ...range, at: 3, f: (x) => 4.7 - x });
    const below = switchOf({ ...range, at: 3, f: (x) => (x - 2.1) * (4.7 - x) });

    expect(above).toMatchObject({ direction: "up" });
    expect(Math.abs(above.value - 4.7)).toBeLessThan(1e-6);
    expect(above.from).toBeLessThanOrEqual(4.7);
    expect(above.to).toBeGreaterThanOrEqual(4.7);
    expect(above.evaluations).toBeLessThan(25);
    expect(below).toMatchObject({ direction: "down" });
    expect(Math.abs(below.value - 2.1)).toBeLessThan(1e-6);
  });

  it("[S19] are the nearest of several, whatever the shape of the function", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 1.3, noNaN: true }),
        fc.double({ min: 0, max: 10, noNaN: true }),
        fc.double({ min: 0, max: 6, noNaN: true }),
        (rate, at, phase) => {
          const f = (x: number): number => sin(rate * x + phase);
          fc.pre(Math.abs(f(at)) > 0.01);
          const crossings = Array.from({ length: 12 }, (_, k) => ((k - 2) * Math.PI - phase) / rate)
            .filter((x) => x >= 0 && x <= 10)
            .sort((one, other) => Math.abs(one - at) - Math.abs(other - at));

          const answer = switchingValue({ ...range, at, f });

          if (crossings[0] === undefined) expect(answer.kind).toBe("does-not-switch");
          else expect(answer.kind === "switches" && Math.abs(answer.value - crossings[0])).toBeLessThan(1e-6);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("[S19] of a jump, and of a verdict without a slope, are where it jumps", () => {
    const jump = switchOf({ ...range, at: 8, f: (x) => (x < 6.25 ? -1 : 3) });

    expect(Math.abs(jump.value - 6.25)).toBeLessThan(1e-6);
    expect(jump).toMatchObject({ direction: "down" });
    expect(jump.evaluations).toBeLessThan(50);
  });

  it("[S19] say that nothing switches, and at what resolution it was looked for", () => {
    const answer = switchingValue({ ...range, at: 5, f: () => 2 });

    expect(answer).toEqual({
      kind: "does-not-switch",
      low: 0,
      high: 10,
      evaluations: 33,
      resolution: 10 / 32,
    });
    const narrow = (x: number): number => (Math.abs(x - 7.1) < 0.05 ? -1 : 1);
    expect(switchingValue({ ...range, at: 5, f: narrow }).kind).toBe("does-not-switch");
    expect(switchOf({ ...range, at: 5, f: narrow, resolution: 256 }).value).toBeCloseTo(7.05, 5);
    expect(switchingValue({ low: 4, high: 4, at: 4, tolerance: 1, f: () => 1 })).toMatchObject({
      kind: "does-not-switch",
      evaluations: 1,
      resolution: 0,
    });
  });

  it("[S19] count an exact tie as a switch, and a tie at the base as undecided", () => {
    expect(switchOf({ ...range, at: 9, f: (x) => Math.max(0, x - 5) }).value).toBeCloseTo(5, 5);
    expect(switchingValue({ ...range, at: 5, f: (x) => x - 5 })).toEqual({
      kind: "undecided",
      reason: "tie-at-base",
      at: 5,
      evaluations: 1,
    });
  });

  it("[S19] reach the ends of the range, from a base at an end too", () => {
    expect(switchOf({ ...range, at: 0, f: (x) => 9.999 - x }).value).toBeCloseTo(9.999, 5);
    expect(switchOf({ ...range, at: 10, f: (x) => x - 0.001 }).value).toBeCloseTo(0.001, 5);
  });

  it("[S20] of whole numbers are the first at which the best option is best no longer", () => {
    const asked: number[] = [];
    const f = (x: number): number => {
      asked.push(x);
      return 40.5 - x;
    };

    const answer = switchOf({ low: 0, high: 1000, at: 17, tolerance: 1, isWhole: true, f });

    expect(answer).toMatchObject({ value: 41, from: 40, to: 41, direction: "up" });
    expect(asked.every(Number.isInteger)).toBe(true);
    expect(switchOf({ low: 0, high: 3, at: 1, tolerance: 1, isWhole: true, f: (x) => x - 0.5 }).value).toBe(
      0,
    );
  });

  it("[S20] with noise lie between the last place that is surely as the base and the first that surely is not", () => {
    const f = (x: number): NoisyDifference => ({ mean: 6 - x, halfWidth: 0.5 });

    const answer = switchOf({ ...range, tolerance: 1e-4, at: 2, f });

    expect(answer.from).toBeCloseTo(5.5, 3);
    expect(answer.to).toBeCloseTo(6.5, 3);
    expect(answer.value).toBeCloseTo(6, 3);
  });

  it("[S20] with noise that covers whole parts of the range are found beyond it, or undecided if it never ends", () => {
    const wide = (x: number): NoisyDifference => ({ mean: 6 - x, halfWidth: 2 });
    const endless = (x: number): NoisyDifference => ({ mean: 6 - x, halfWidth: x > 5 ? 9 : 0.1 });

    expect(switchOf({ ...range, tolerance: 1e-3, at: 2, f: wide })).toMatchObject({ direction: "up" });
    const undecided = switchingValue({ ...range, at: 2, f: endless });
    expect(undecided).toMatchObject({ kind: "undecided", reason: "noise" });
    expect(undecided.kind === "undecided" && undecided.at).toBeGreaterThan(5);
    expect(switchingValue({ ...range, at: 5.9, f: wide })).toMatchObject({
      kind: "undecided",
      reason: "noise-at-base",
      evaluations: 1,
    });
  });

  it("[S20] prefer a sure switch to noise that lies farther away", () => {
    const f = (x: number): NoisyDifference => ({ mean: x - 3, halfWidth: x > 9 ? 100 : 0.01 });

    expect(switchOf({ ...range, tolerance: 1e-3, at: 4, f }).value).toBeCloseTo(3, 2);
  });

  it("[S20] say where there is no value, and refuse questions without sense", () => {
    expect(switchingValue({ ...range, at: 5, f: (x) => (x > 6 ? Number.NaN : 1) })).toMatchObject({
      kind: "undecided",
      reason: "no-value",
    });
    expect(switchingValue({ ...range, at: 5, f: () => Number.NaN })).toMatchObject({
      reason: "no-value",
      at: 5,
    });
    const question = { ...range, at: 5, f: () => 1 };
    for (const wrong of [
      { at: 11 },
      { tolerance: 0 },
      { resolution: 0 },
      { low: Number.NaN },
      { isWhole: true, at: 4.5 },
    ]) {
      expect(() => switchingValue({ ...question, ...wrong })).toThrow(
        expect.objectContaining({ code: "bad-argument" }),
      );
    }
  });

  it("[S21] of a category are the levels at which the sign turns", () => {
    const gains = [3, -1, 0, 2];

    expect(switchingLevels((level) => gains[level] as number, 4, 0)).toEqual([
      { level: 1, kind: "switches" },
      { level: 2, kind: "switches" },
      { level: 3, kind: "stays" },
    ]);
    expect(switchingLevels((level) => ({ mean: gains[level] as number, halfWidth: 1.5 }), 4, 0)).toEqual([
      { level: 1, kind: "undecided" },
      { level: 2, kind: "undecided" },
      { level: 3, kind: "stays" },
    ]);
    expect(
      switchingLevels((level) => gains[level] as number, 4, 2).every(({ kind }) => kind === "undecided"),
    ).toBe(true);
    expect(() => switchingLevels(() => 1, 2, 2)).toThrow(/level 2 of 2/);
  });

  it("[S21] rank by distance in standard deviations of the priors; what does not switch comes last", () => {
    const switches = (value: number): SwitchingAnswer => ({
      kind: "switches",
      value,
      direction: "up",
      from: value,
      to: value,
      evaluations: 1,
    });
    const assumptions: readonly Assumption[] = [
      {
        name: "never",
        at: 0,
        deviation: 1,
        answer: { kind: "does-not-switch", low: 0, high: 1, evaluations: 1, resolution: 1 },
      },
      { name: "far", at: 0, deviation: 1, answer: switches(3) },
      {
        name: "unsure",
        at: 0,
        deviation: 1,
        answer: { kind: "undecided", reason: "noise", at: 1, evaluations: 1 },
      },
      { name: "no prior", at: 0, answer: switches(0.1) },
      { name: "near", at: 100, deviation: 50, answer: switches(50) },
    ];

    const ranked = rankSwitchingValues(assumptions);

    expect(ranked.map(({ name }) => name)).toEqual(["near", "far", "no prior", "unsure", "never"]);
    expect(ranked[0]).toMatchObject({ distance: 50, deviations: 1 });
    expect(ranked[2]).toMatchObject({ distance: 0.1, deviations: undefined });
    expect(() => rankSwitchingValues([{ name: "x", at: 0, deviation: 0, answer: switches(1) }])).toThrow(
      /"x" is 0/,
    );
  });
});
