import { AnalysisError, type Design, designOf } from "@shikumi/analysis/frame";
import {
  cubeOf,
  domainShares,
  enoughFutures,
  floorFlips,
  kendallTau,
  meetingFloors,
  type OutcomeCube,
  opportunityRadius,
  pairedGains,
  rankAgreement,
  rankProbabilities,
  satisficingRadius,
  scoreCube,
  type WeighedMeasure,
  weightRegions,
  weightSegments,
  winnersOf,
} from "@shikumi/analysis/robustness";
import { normalCdf, normalQuantile } from "@shikumi/core/math";
import { child, indexName, nameOf, uniform } from "@shikumi/core/random";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const cubeFrom = (
  rows: readonly (readonly number[])[],
  direction: "more" | "less" = "more",
  designId = "d",
): OutcomeCube =>
  cubeOf(
    { id: designId, rows: rows[0]?.length ?? 0 },
    rows.map((_, at) => "ABCDEF"[at] as string),
    1,
    Float64Array.from(rows.flat()),
    direction,
  );

const normals = (trial: number, count: number): number[] => {
  const name = child(nameOf("choice"), indexName(trial));
  return Array.from({ length: count }, (_, at) => normalQuantile(uniform(child(name, indexName(at)))));
};

const worked = cubeFrom([
  [4, 8, 6, 2],
  [5, 5, 4, 4],
  [9, 1, 7, 5],
]);

describe("ranks", () => {
  it("[R8] names the winners by criterion, ties included", () => {
    const winners = winnersOf(
      scoreCube(worked, [
        { id: "mean" },
        { id: "maximin" },
        { id: "minimax-regret" },
        { id: "mean-regret" },
        { id: "satisficing-share", floor: 6 },
      ]),
    );

    expect(winners.map(({ best }) => best)).toEqual([[2], [1], [1], [2], [0, 2]]);
    expect(
      winnersOf(
        scoreCube(
          cubeFrom([
            [1, 1],
            [2, 2],
          ]),
          [{ id: "skew" }],
        ),
      )[0]?.best,
    ).toEqual([]);
  });

  // scipy.stats.kendalltau, example of its documentation: −0.47140452079103173.
  it("[R8] agrees with a published τ-b", () => {
    expect(kendallTau(Float64Array.of(12, 2, 1, 12, 2), Float64Array.of(1, 4, 7, 1, 0))).toBeCloseTo(
      -0.47140452079103173,
      14,
    );
    expect(kendallTau(Float64Array.of(1, 2, 3), Float64Array.of(4, 5, 6))).toBe(1);
    expect(kendallTau(Float64Array.of(1, 2, 3), Float64Array.of(6, 5, 4))).toBe(-1);
    expect(kendallTau(Float64Array.of(1, 1), Float64Array.of(6, 5))).toBeNaN();
    expect(() => kendallTau(Float64Array.of(1), Float64Array.of(1, 2))).toThrow(RangeError);
  });

  it("[R8] says how far criteria agree, best first whichever way they count", () => {
    const base = normals(0, 50);
    const cube = cubeFrom([base, base.map((x) => x + 1), base.map((x) => 3 * x + 0.5)]);
    const [same, regret] = rankAgreement(cube, [{ id: "mean" }, { id: "laplace" }, { id: "mean-regret" }], {
      replicates: 99,
    });
    const [tied] = rankAgreement(
      cubeFrom([
        [1, 2],
        [1, 2],
      ]),
      [{ id: "mean" }, { id: "maximin" }],
    );
    const [extreme] = rankAgreement(cube, [{ id: "mean" }, { id: "maximin" }]);

    expect(same).toMatchObject({ tau: 1, interval: { kind: "bootstrap", low: 1, high: 1 } });
    expect(regret?.tau).toBe(1);
    expect(tied).toMatchObject({ reason: "all-tied" });
    expect(extreme).toMatchObject({ interval: { kind: "none", reason: "extreme" } });
  });

  it("[R9] gives rank probabilities that add up, with ties split", () => {
    const base = normals(1, 30);
    const answer = rankProbabilities(
      cubeFrom([base, base, base.map((x) => x - 1)]),
      { id: "mean" },
      { replicates: 50 },
    );
    if (answer.kind === "none") throw new Error(answer.reason);

    expect([...answer.probabilities]).toEqual([0.5, 0.5, 0, 0.5, 0.5, 0, 0, 0, 1]);
    expect(answer.best.map(({ share }) => share)).toEqual([0.5, 0.5, 0]);
    expect(answer.isExtreme).toBe(false);
    expect(rankProbabilities(cubeFrom([base, base]), { id: "minimax-regret" })).toMatchObject({
      isExtreme: true,
    });
    expect(rankProbabilities(worked, { id: "mean" })).toMatchObject({
      kind: "none",
      reason: "too-few-futures",
    });
    const lone = Array.from({ length: 50 }, (_, at) => (at < 6 ? 1 : 0));
    expect(rankProbabilities(cubeFrom([lone, lone]), { id: "peakedness" })).toMatchObject({
      kind: "none",
      reason: "undefined-scores",
    });
  });

  it("[R9] adds up by alternative and by rank", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 12, maxLength: 12 }), {
          minLength: 1,
          maxLength: 5,
        }),
        (rows) => {
          const answer = rankProbabilities(
            cubeFrom(rows),
            { id: "satisficing-share", floor: 2 },
            { replicates: 25 },
          );
          if (answer.kind === "none") throw new Error(answer.reason);
          const size = rows.length;
          for (let at = 0; at < size; at++) {
            let byAlternative = 0;
            let byRank = 0;
            for (let other = 0; other < size; other++) {
              byAlternative += answer.probabilities[at * size + other] as number;
              byRank += answer.probabilities[other * size + at] as number;
            }
            expect(byAlternative).toBeCloseTo(1, 12);
            expect(byRank).toBeCloseTo(1, 12);
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  it("[R9] agrees with the normal approximation for two means", () => {
    const a = normals(2, 400);
    const b = normals(3, 400).map((x) => x + 0.05);
    const gains = a.map((x, at) => x - (b[at] as number));
    const mean = gains.reduce((sum, gain) => sum + gain, 0) / 400;
    const error = Math.sqrt(gains.reduce((sum, gain) => sum + (gain - mean) ** 2, 0) / 400 / 400);
    const answer = rankProbabilities(cubeFrom([a, b]), { id: "mean" }, { replicates: 4000 });
    if (answer.kind === "none") throw new Error(answer.reason);

    // Standard deviation of the share at 4,000 resamples is at most 0.008.
    expect(Math.abs((answer.best[0]?.share as number) - normalCdf(mean / error))).toBeLessThan(0.03);
  });
});

describe("pairedGains", () => {
  // By hand: gains of B against A 1 −3 −2 2: mean −0.5, variance 17/3, standard error √(17/12), t(0.975; 3) = 3.182 446.
  it("[R19] agrees with the table worked by hand, mirrored where less is better", () => {
    const { gains } = pairedGains(worked, 0);
    const [, second] = gains;
    if (second?.gain === undefined || second.interval.kind !== "student") throw new Error("no gain");

    expect(gains[0]).toMatchObject({ gain: 0, better: 0, equal: 1, worse: 0 });
    expect(second).toMatchObject({ gain: -0.5, better: 0.5, equal: 0, worse: 0.5 });
    expect(second.interval.high).toBeCloseTo(-0.5 + 3.182446305 * Math.sqrt(17 / 12), 6);
    expect(pairedGains({ ...worked, direction: "less" }, 0).gains[1]?.gain).toBe(0.5);
    expect(pairedGains(cubeFrom([[Number.NaN]]), 0).gains).toEqual([
      { alternative: "A", reason: "no-futures" },
    ]);
    expect(() => pairedGains(worked, 3)).toThrow(AnalysisError);
  });

  it("[R19] does not see what both alternatives share", () => {
    const shared = normals(6, 30).map((x) => 1000 * x);
    const gains = normals(7, 30);
    const interval = (rows: number[][]): number => {
      const [, gain] = pairedGains(cubeFrom(rows), 0).gains;
      return gain?.gain !== undefined && gain.interval.kind === "student"
        ? gain.interval.high - gain.interval.low
        : Number.NaN;
    };

    expect(interval([shared, shared.map((x, at) => x + (gains[at] as number))])).toBeCloseTo(
      interval([gains.map(() => 0), gains]),
      9,
    );
  });
});

describe("enoughFutures", () => {
  it("[R10] finds few for a clear winner and not enough where two are nearly alike", () => {
    const base = normals(4, 200);
    const other = normals(5, 200);
    const clear = enoughFutures(
      cubeFrom([base, other.map((x) => x + 2)]),
      { id: "mean" },
      { replicates: 300 },
    );
    const close = enoughFutures(
      cubeFrom([base, base.map((x, at) => x + 0.01 * (other[at] as number))]),
      { id: "mean" },
      { replicates: 300 },
    );

    expect(clear).toMatchObject({ kind: "enough", best: [1] });
    if (clear.kind !== "enough") throw new Error(clear.kind);
    expect(clear.futures).toBeLessThan(20);
    expect(
      clear.curve.filter(({ futures }) => futures >= clear.futures).every(({ share }) => share > 0.95),
    ).toBe(true);
    expect(clear.curve.at(-1)?.futures).toBe(200);
    expect(close).toMatchObject({ kind: "not-enough-yet", used: 200 });
    expect(close.curve.at(-1)?.share).toBeLessThan(0.95);
    expect(enoughFutures(cubeFrom([[Number.NaN]]), { id: "mean" })).toMatchObject({ kind: "no-winner" });
    expect(() => enoughFutures(worked, { id: "mean" }, { wanted: 1 })).toThrow(/wanted/);
  });
});

describe("domainShares", () => {
  // Two futures with probabilities w and 1 − w, w even on [0, 1]. A (1, 0) is best from w = 0.7, C (0, 0.7) up to 0.5 where it meets B (0.35, 0.35)… by hand:
  // A: w; B: 0.35; C: 0.7 (1 − w). C above B while w < 0.5, A above C from w = 0.7 ÷ 1.7 = 0.411 765: B is never best.
  it("[R11] agrees with two futures worked by hand", () => {
    const shares = domainShares(
      cubeFrom([
        [1, 0],
        [0.35, 0.35],
        [0, 0.7],
      ]),
      { draws: 10_000, confidence: 0.999 },
    );

    expect(shares[0]?.low).toBeLessThan(1 - 0.7 / 1.7);
    expect(shares[0]?.high).toBeGreaterThan(1 - 0.7 / 1.7);
    expect(shares[1]?.share).toBe(0);
    expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(
      domainShares(
        cubeFrom(
          [
            [1, 0],
            [1, 0],
          ],
          "less",
        ),
        { draws: 10 },
      ).map(({ share }) => share),
    ).toEqual([0.5, 0.5]);
    expect(domainShares(cubeFrom([[Number.NaN]]))).toEqual([]);
  });
});

describe("radii", () => {
  const design: Design = designOf(
    [
      { kind: "real", name: "delay", low: 0, high: 10 },
      { kind: "category", name: "host", levels: ["grants", "refuses"] },
    ],
    [Float64Array.of(5, 6, 8, 1, 5), Float64Array.of(0, 0, 0, 0, 1)],
  );
  // Distances from (5, grants): 0, 0.1, 0.3, 0.4, 1.
  const cube = cubeFrom(
    [
      [9, 8, 2, 7, 1],
      [9, 9, 9, 9, 9],
      [1, 8, 8, 8, 8],
    ],
    "more",
    design.id,
  );

  it("[R12] lie at the nearest future that fails, or that meets the aspiration", () => {
    const { radii } = satisficingRadius(cube, design, 5, { base: [5, 0] });

    expect(radii).toEqual([
      { kind: "found", alternative: "A", radius: 0.3, row: 2, nearer: 2 },
      { kind: "not-in-sample", alternative: "B", reach: 1 },
      { kind: "found", alternative: "C", radius: 0, row: 0, nearer: 0 },
    ]);
    expect(
      opportunityRadius(cube, design, 9, { base: [8, 0] }).radii.map((one) =>
        one.kind === "found" ? one.row : one.kind,
      ),
    ).toEqual([0, 2, "not-in-sample"]);
    const less = { ...cube, direction: "less" as const };
    expect(satisficingRadius(less, design, 8, { base: [5, 0] }).radii[0]).toMatchObject({
      radius: 0,
      row: 0,
    });
  });

  it("[R12] measure boxes and balls", () => {
    const far = { ...cube, values: cube.values.map((_, at) => (at % 5 === 4 ? 0 : 9)) };

    expect(satisficingRadius(far, design, 5, { base: [2, 0] }).radii[0]).toMatchObject({ radius: 1 });
    expect(satisficingRadius(far, design, 5, { base: [2, 0], shape: "ball" }).radii[0]).toMatchObject({
      radius: Math.sqrt(1.09),
    });
    expect(() => satisficingRadius({ ...cube, designId: "x" }, design, 5, { base: [5, 0] })).toThrow(
      /design x/,
    );
    expect(() => satisficingRadius(cube, design, 5, { base: [5] })).toThrow(AnalysisError);
    expect(() => satisficingRadius(cube, design, Number.NaN, { base: [5, 0] })).toThrow(/finite/);
  });
});

describe("floorFlips", () => {
  it("[R13] agrees with the sweep worked by hand", () => {
    const end = Number.POSITIVE_INFINITY;

    expect(floorFlips(worked)).toEqual([
      { from: -end, to: 1, best: [0, 1, 2], met: "always", share: [1, 1] },
      { from: 1, to: 2, best: [0, 1], met: "sometimes", share: [1, 1] },
      { from: 2, to: 4, best: [1], met: "sometimes", share: [1, 1] },
      { from: 4, to: 5, best: [2], met: "sometimes", share: [0.75, 0.75] },
      { from: 5, to: 6, best: [0, 2], met: "sometimes", share: [0.5, 0.5] },
      { from: 6, to: 7, best: [2], met: "sometimes", share: [0.5, 0.5] },
      { from: 7, to: 8, best: [0, 2], met: "sometimes", share: [0.25, 0.25] },
      { from: 8, to: 9, best: [2], met: "sometimes", share: [0.25, 0.25] },
      { from: 9, to: end, best: [0, 1, 2], met: "never", share: [0, 0] },
    ]);
    expect(floorFlips(worked, { easiest: 2.5, hardest: 4.5 }).map(({ from, to }) => [from, to])).toEqual([
      [2.5, 4],
      [4, 4.5],
    ]);
    expect(() => floorFlips(worked, { easiest: 3, hardest: 2 })).toThrow(AnalysisError);
    expect(floorFlips(cubeFrom([[Number.NaN]]))).toEqual([]);
  });

  it("[R13] agrees at every floor with shares computed directly, both ways", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 6, maxLength: 6 }), {
          minLength: 1,
          maxLength: 4,
        }),
        fc.constantFrom<"more" | "less">("more", "less"),
        fc.integer({ min: -1, max: 21 }).map((half) => half / 2),
        (rows, direction, floor) => {
          const cube = cubeFrom(rows, direction);
          const shares = rows.map(
            (row) =>
              row.filter((value) => (direction === "more" ? value >= floor : value <= floor)).length / 6,
          );
          const top = Math.max(...shares);
          const segment = floorFlips(cube).find(({ from, to }) =>
            direction === "more" ? floor > from && floor <= to : floor < from && floor >= to,
          );

          expect(segment?.best).toEqual([...shares.keys()].filter((at) => shares[at] === top));
          expect(segment?.met).toBe(Math.min(...shares) === 1 ? "always" : top === 0 ? "never" : "sometimes");
        },
      ),
    );
  });
});

describe("weights", () => {
  const first: WeighedMeasure = { name: "speed", scores: Float64Array.of(10, 15, 20), direction: "less" };
  const second: WeighedMeasure = { name: "consent", scores: Float64Array.of(0, 0.7, 1), direction: "more" };

  // By hand: worth of A is w, of B 0.5 w + 0.7 (1 − w), of C 1 − w.
  it("[R14] agrees with the lines worked by hand", () => {
    const segments = weightSegments(first, second);

    expect(segments.map(({ best }) => best)).toEqual([[2], [1], [0]]);
    expect(segments[0]?.to).toBeCloseTo(0.375, 14);
    expect(segments[1]?.to).toBeCloseTo(0.7 / 1.2, 14);
    expect(segments.at(-1)?.to).toBe(1);
    expect(weightSegments(second, second)).toEqual([{ from: 0, to: 1, best: [2] }]);
  });

  it("[R14] finds regions that agree with the exact ends", () => {
    const [a, b, c] = weightRegions([first, second]);
    if (a === undefined || b === undefined || c === undefined) throw new Error("no regions");

    for (const [region, share] of [
      [a, 1 - 0.7 / 1.2],
      [b, 0.7 / 1.2 - 0.375],
      [c, 0.375],
    ] as const) {
      expect(Math.abs(region.share - share)).toBeLessThan(0.02);
    }
    expect(a.centre?.[0]).toBeCloseTo((1 + 0.7 / 1.2) / 2, 1);
    expect(weightRegions([second, second])[0]).not.toHaveProperty("centre");
  });

  it("[R14] agrees with the winner computed directly", () => {
    const scores = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(scores, scores, fc.integer({ min: 1, max: 101 }), (a, b, step) => {
        // No crossing of these lines lies at such a weight.
        const weight = step / 101.37;
        const anchors = { worst: 0, best: 6 };
        const worths = a.map((x, at) => weight * x + (1 - weight) * (b[at] as number));
        const top = Math.max(...worths);
        const segment = weightSegments(
          { name: "a", scores: Float64Array.from(a), direction: "more", anchors },
          { name: "b", scores: Float64Array.from(b), direction: "more", anchors },
        ).find(({ from, to }) => weight >= from && weight <= to);

        expect(segment?.best).toContain(worths.indexOf(top));
        for (const one of segment?.best ?? []) expect(worths[one]).toBeCloseTo(top, 9);
      }),
      { numRuns: 500 },
    );
  });

  it("[R14] refuses anchors out of order and scores that do not pair", () => {
    expect(() => weightSegments({ ...first, anchors: { worst: 1, best: 2 } }, second)).toThrow(/not worse/);
    expect(() => weightSegments(first, { ...second, scores: Float64Array.of(1) })).toThrow(/1 scores of 3/);
    expect(() => weightRegions([{ ...first, scores: Float64Array.of(Number.NaN) }])).toThrow(/not finite/);
    expect(() => weightRegions([])).toThrow(AnalysisError);
  });
});

describe("meetingFloors", () => {
  const speed = cubeFrom([[1, 2, 3, Number.NaN, Number.NaN, Number.POSITIVE_INFINITY]], "less");
  const worth = cubeFrom([[5, 5, 5, 5, 1, 5]]);

  it("[R20] marks runs that meet all floors, whichever comes first", () => {
    const floors = [
      { cube: speed, floor: 2 },
      { cube: worth, floor: 5 },
    ];

    for (const measures of [floors, [...floors].reverse()]) {
      const joint = meetingFloors(measures);
      expect([...joint.values]).toEqual([1, 1, 0, Number.NaN, 0, Number.NaN]);
      expect(joint.direction).toBe("more");
      expect(scoreCube(joint, [{ id: "mean" }])[0]).toMatchObject({
        scores: [{ value: 0.5 }],
        use: { leftOut: 2 },
      });
    }
  });

  it("[R20] refuses cubes that do not pair", () => {
    expect(() => meetingFloors([])).toThrow(AnalysisError);
    expect(() => meetingFloors([{ cube: speed, floor: Number.NaN }])).toThrow(/finite/);
    expect(() =>
      meetingFloors([
        { cube: speed, floor: 1 },
        { cube: { ...worth, designId: "e" }, floor: 1 },
      ]),
    ).toThrow(/designs/);
    const half = cubeOf({ id: "d", rows: 6 }, ["A"], 2, new Float64Array(12), "more");
    expect(() =>
      meetingFloors([
        { cube: speed, floor: 1 },
        { cube: half, floor: 1 },
      ]),
    ).toThrow(/1 and 2 replications/);
  });
});
