import { AnalysisError } from "@shikumi/analysis/frame";
import { type Belief, cubeOf, icd203Bands, likelihoodOfMeeting } from "@shikumi/analysis/robustness";
import { describe, expect, it } from "vitest";

const rows = 1000;
/** Futures x = (row + ½) ÷ 1,000; alternative A meets the floor 0 where x < 0.9, B where x < 0.5. */
const place = Float64Array.from({ length: rows }, (_, row) => (row + 0.5) / rows);
const cube = cubeOf(
  { id: "d", rows },
  ["A", "B"],
  1,
  Float64Array.from([...place.map((x) => 0.9 - x), ...place.map((x) => 0.5 - x)]),
  "more",
);
const even: Belief = { name: "even", ratio: new Float64Array(rows).fill(1) };
/** Density 2x: P(x < a) = a². */
const rising: Belief = { name: "rising", ratio: place.map((x) => 2 * x) };

describe("likelihoodOfMeeting", () => {
  // P(A) = 0.9 and 0.81, both from 0.8 to 0.95; P(B) = 0.5 and 0.25, even and unlikely.
  it("[R21] gives a word only where every belief puts the probability in one band", () => {
    const found = likelihoodOfMeeting(cube, 0, [even, rising]);
    if (found.kind !== "judged") throw new Error(found.kind);
    const [a, b] = found.likelihoods;

    expect(a).toMatchObject({ kind: "one-band", band: "very-likely" });
    expect(a?.shares.map(({ value }) => value)).toEqual([expect.closeTo(0.9, 3), expect.closeTo(0.81, 3)]);
    expect(b?.kind).toBe("beliefs-differ");
    expect(b?.shares.map(({ band }) => band)).toEqual(["roughly-even-chance", "unlikely"]);
  });

  it("[R21] says whether the ends of every interval are in the band too", () => {
    const sure = likelihoodOfMeeting(cube, 0, [even]);
    const unsure = likelihoodOfMeeting(cube, 0, [even, rising]);
    if (sure.kind !== "judged" || unsure.kind !== "judged") throw new Error("not judged");

    expect(sure.likelihoods[0]).toMatchObject({ isSure: true });
    // 0.81 with 1,000 futures: the interval reaches below 0.8.
    expect(unsure.likelihoods[0]).toMatchObject({ kind: "one-band", isSure: false });
  });

  it("[R21] has bands at their lower ends, and each end of the scale", () => {
    const of = (share: number): string | undefined => {
      const values = Float64Array.from({ length: 100 }, (_, at) => (at < share * 100 ? 1 : 0));
      const found = likelihoodOfMeeting(cubeOf({ id: "d", rows: 100 }, ["A"], 1, values, "more"), 1, [
        { name: "even", ratio: new Float64Array(100).fill(3) },
      ]);
      return found.kind === "judged" ? found.likelihoods[0]?.shares[0]?.band : found.kind;
    };

    expect([0, 0.04, 0.05, 0.2, 0.45, 0.55, 0.8, 0.95, 1].map(of)).toEqual([
      "almost-no-chance",
      "almost-no-chance",
      ...icd203Bands.slice(1).map(({ code }) => code),
      "almost-certain",
    ]);
  });

  it("[R21] has no answer for a belief the sample cannot speak for, none without futures, and refuses bands that are none", () => {
    const narrow: Belief = { name: "narrow", ratio: place.map((x) => (x > 0.99 ? 1 : 0)) };
    const gone = { ...cube, values: new Float64Array(2 * rows).fill(Number.NaN) };

    expect(likelihoodOfMeeting(cube, 0, [even, narrow])).toMatchObject({
      kind: "too-thin",
      thin: ["narrow"],
    });
    expect(likelihoodOfMeeting(gone, 0, [even], { leastEffective: 0 }).kind).toBe("no-futures");
    for (const bands of [
      [],
      [{ code: "a", from: 0.1 }],
      [
        { code: "a", from: 0 },
        { code: "b", from: 0 },
      ],
      [
        { code: "a", from: 0 },
        { code: "a", from: 0.5 },
      ],
    ]) {
      expect(() => likelihoodOfMeeting(cube, 0, [even], { bands })).toThrow(AnalysisError);
    }
  });
});
