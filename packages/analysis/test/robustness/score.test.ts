import { AnalysisError } from "@shikumi/analysis/frame";
import {
  checkScores,
  cubeId,
  cubeOf,
  futureTable,
  type Metric,
  metricCatalogue,
  type OutcomeCube,
  type Score,
  type ScoreOptions,
  scoreCube,
} from "@shikumi/analysis/robustness";
import { normalQuantile } from "@shikumi/core/math";
import { child, indexName, nameOf, uniform } from "@shikumi/core/random";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quantile, tailMean } from "../../src/index.ts";

/** One row an alternative. */
const cubeFrom = (
  rows: readonly (readonly number[])[],
  direction: "more" | "less" = "more",
  replications = 1,
): OutcomeCube =>
  cubeOf(
    { id: "d", rows: (rows[0]?.length ?? 0) / replications },
    rows.map((_, at) => "ABCDEF"[at] as string),
    replications,
    Float64Array.from(rows.flat()),
    direction,
  );

const table = cubeFrom([
  [4, 8, 6, 2],
  [5, 5, 4, 4],
  [9, 1, 7, 5],
]);
const mirrored: OutcomeCube = { ...table, values: table.values.map((value) => -value), direction: "less" };

const valuesOf = (scores: readonly Score[] | undefined): number[] =>
  (scores ?? []).map((score) => score.value ?? Number.NaN);
const score = (cube: OutcomeCube, metric: Metric, options?: ScoreOptions): number[] =>
  valuesOf(scoreCube(cube, [metric], options)[0]?.scores);

/** By hand, alternatives A, B, C. The best of each future: 9, 8, 7, 5. Regrets: A 5 0 1 3, B 4 3 3 1, C 0 7 0 0. */
const worked: readonly (readonly [Metric, readonly number[]])[] = [
  [{ id: "mean" }, [5, 4.5, 5.5]],
  [{ id: "laplace" }, [5, 4.5, 5.5]],
  [{ id: "quantile", p: 0.25 }, [3.5, 4, 4]],
  [{ id: "quantile", p: 0.5 }, [5, 4.5, 6]],
  [{ id: "tail", share: 0.5 }, [3, 4, 3]],
  [{ id: "tail", share: 0.375 }, [8 / 3, 4, 3.5 / 1.5]],
  [{ id: "maximin" }, [2, 4, 1]],
  [{ id: "maximax" }, [8, 5, 9]],
  [{ id: "hurwicz", pessimism: 0.25 }, [6.5, 4.75, 7]],
  [{ id: "minimax-regret" }, [5, 4, 7]],
  [{ id: "percentile-regret", p: 0.5 }, [2, 3, 0]],
  [{ id: "mean-regret" }, [2.25, 2.75, 1.75]],
  [{ id: "regret-from-base", base: 0, p: 0.5 }, [0, 0.5, 3]],
  [{ id: "satisficing-share", floor: 5 }, [0.5, 0.5, 0.75]],
  [{ id: "best-share" }, [0.25, 0, 0.75]],
  [{ id: "deviation" }, [Math.sqrt(20 / 3), Math.sqrt(1 / 3), Math.sqrt(35 / 3)]],
  [
    { id: "mean-less-deviation", aversion: 2 },
    [5 - 2 * Math.sqrt(20 / 3), 4.5 - 2 * Math.sqrt(1 / 3), 5.5 - 2 * Math.sqrt(35 / 3)],
  ],
  [
    { id: "mean-variance" },
    [6 / (Math.sqrt(20 / 3) + 1), 5.5 / (Math.sqrt(1 / 3) + 1), 6.5 / (Math.sqrt(35 / 3) + 1)],
  ],
  [{ id: "undesirable-deviations" }, [1, 0.25, 1.5]],
  // A: q10 2.6, q50 5, q90 7.4; B: 4, 4.5, 5; C: 2.2, 6, 8.4.
  [{ id: "skew" }, [0, 0, -0.7 / 3.1]],
  // A: q25 3.5, q75 6.5; B: 4, 5; C: 4, 7.5.
  [{ id: "peakedness" }, [1.6, 1, 6.2 / 3.5]],
];

describe("cubes and tables of futures", () => {
  it("[R1] checks names, shape and size, and names every bit", () => {
    expect(() => cubeOf({ id: "d", rows: 2 }, ["a"], 1, new Float64Array(3), "more")).toThrow(
      /3 values for 1 alt/,
    );
    expect(() => cubeOf({ id: "d", rows: 1 }, ["a", "a"], 1, new Float64Array(2), "more")).toThrow(
      /share a name/,
    );
    expect(() => cubeOf({ id: "d", rows: 1 }, [], 1, new Float64Array(0), "more")).toThrow(AnalysisError);
    expect(() => cubeOf({ id: "d", rows: 1 }, ["a"], 0, new Float64Array(0), "more")).toThrow(
      /0 replications/,
    );
    const moved = { ...table, values: table.values.slice().reverse() };

    expect(cubeId({ ...table, values: table.values.slice() })).toBe(cubeId(table));
    expect(new Set([table, moved, mirrored, { ...table, designId: "e" }].map(cubeId)).size).toBe(4);
  });

  it("[R2] reduces replications within a future, from the bad side where less is better", () => {
    const values = [1, 2, 3, 10, 20, 30];

    expect([...futureTable(cubeFrom([values], "more", 3)).values]).toEqual([2, 20]);
    expect([
      ...futureTable(cubeFrom([values], "more", 3), { within: { kind: "quantile", p: 0 } }).values,
    ]).toEqual([1, 10]);
    expect([
      ...futureTable(cubeFrom([values], "less", 3), { within: { kind: "quantile", p: 0 } }).values,
    ]).toEqual([3, 30]);
    expect([
      ...futureTable(cubeFrom([values], "less", 3), { within: { kind: "tail", share: 2 / 3 } }).values,
    ]).toEqual([2.5, 25]);
    expect(() => futureTable(table, { within: { kind: "quantile", p: 2 } })).toThrow(AnalysisError);
  });

  it("[R2] compares only cells in which every alternative has a value, and counts the others", () => {
    const cube = cubeFrom(
      [
        [1, 3, Number.NaN, 5, Number.NaN, 7],
        [2, Number.POSITIVE_INFINITY, 4, 6, 8, 9],
      ],
      "more",
      2,
    );
    const { values, use } = futureTable(cube);

    // Row 0: only its first replication; row 1: only its second; row 2: only its second.
    expect([...values]).toEqual([1, 5, 7, 2, 6, 9]);
    expect(use).toEqual({
      futures: Int32Array.of(0, 1, 2),
      used: 3,
      leftOut: 0,
      cellsLeftOut: 3,
      failed: Int32Array.of(2, 0),
      infinite: Int32Array.of(0, 1),
    });
    const single = futureTable(
      cubeFrom([
        [1, Number.NaN, 3],
        [1, 2, 3],
      ]),
    );
    expect(single.use.leftOut).toBe(1);
    expect([...single.use.futures]).toEqual([0, 2]);
    const filled = futureTable(
      cubeFrom([
        [1, Number.NaN, 3],
        [1, 2, 3],
      ]),
      { failuresAs: 0 },
    );
    expect([...filled.values]).toEqual([1, 0, 3, 1, 2, 3]);
    expect([...filled.use.failed]).toEqual([1, 0]);
    expect(() => futureTable(table, { failuresAs: Number.NaN })).toThrow(/cannot stand/);
  });
});

describe("criteria", () => {
  it.each(worked)("[R3] %o agrees with the table worked by hand", (metric, expected) => {
    score(table, metric).forEach((value, at) => {
      expect(value).toBeCloseTo(expected[at] as number, 12);
    });
  });

  it("[R3] works every criterion of the catalogue, and each entry has a source", () => {
    expect(new Set(worked.map(([{ id }]) => id))).toEqual(new Set(metricCatalogue.map(({ id }) => id)));
    expect(metricCatalogue.every(({ source }) => source.length > 10)).toBe(true);
  });

  it.each(worked)(
    "[R3] %o of a measure of which less is better is that of the mirrored table",
    (metric, expected) => {
      const turned = metric.id === "satisficing-share" ? { ...metric, floor: -metric.floor } : metric;
      const entry = metricCatalogue.find(({ id }) => id === metric.id);
      const [scored] = scoreCube(mirrored, [turned]);

      expect(scored?.direction).toBe(entry?.better === "measure" ? "less" : entry?.better);
      valuesOf(scored?.scores).forEach((value, at) => {
        expect(value).toBeCloseTo((entry?.better === "measure" ? -1 : 1) * (expected[at] as number), 12);
      });
    },
  );

  // Wikipedia, "Regret (decision theory)", worked example: stocks, bonds and money market when interest rates rise, stay and fall.
  it("[R3] agrees with the published example of minimax regret", () => {
    const market = cubeFrom([
      [-4, 4, 12],
      [-2, 3, 8],
      [3, 2, 1],
    ]);

    expect(score(market, { id: "minimax-regret" })).toEqual([7, 5, 11]);
    expect(score(market, { id: "maximin" })).toEqual([-4, -2, 1]);
  });

  it("[R3] agrees with the plain quantile and tail mean of the package", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 1, maxLength: 40 }),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        (values, p) => {
          expect(score(cubeFrom([values]), { id: "quantile", p }, { replicates: 0 })[0]).toBeCloseTo(
            quantile(Float64Array.from(values), p),
            9,
          );
          expect(score(cubeFrom([values]), { id: "tail", share: p }, { replicates: 0 })[0]).toBeCloseTo(
            tailMean(Float64Array.from(values), p),
            9,
          );
        },
      ),
    );
  });

  it("[R3] refuses parameters out of range", () => {
    const wrong: readonly Metric[] = [
      { id: "quantile", p: 1.1 },
      { id: "tail", share: 0 },
      { id: "hurwicz", pessimism: Number.NaN },
      { id: "satisficing-share", floor: Number.POSITIVE_INFINITY },
      { id: "mean-less-deviation", aversion: -1 },
      { id: "regret-from-base", base: 9, p: 0.5 },
      { id: "of nothing" } as unknown as Metric,
    ];
    for (const metric of wrong)
      expect(() => scoreCube(table, [metric]), JSON.stringify(metric)).toThrow(AnalysisError);
    expect(() => scoreCube(table, [{ id: "mean" }], { confidence: 1 })).toThrow(/confidence/);
  });

  it("[R4] never counts an improvement as regret", () => {
    const grid = fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 5, maxLength: 5 }), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(grid, fc.nat(4), (rows, future) => {
        const before = score(cubeFrom(rows), { id: "mean-regret" });
        const raised = rows.map((row, at) =>
          at === 0 ? row.map((value, index) => value + (index === future ? 3 : 0)) : row,
        );

        expect(before.every((regret) => regret >= 0)).toBe(true);
        expect(score(cubeFrom(raised), { id: "mean-regret" })[0]).toBeLessThanOrEqual(
          (before[0] as number) + 1e-12,
        );
      }),
    );
  });

  it("[R4] does not see an added alternative that is dominated, but others can turn the ranking by regret", () => {
    const two = [
      [6, 2],
      [3, 4],
    ];
    // By hand: against each other A regrets at most 2, B 3. With C (0, 8) the best are 6 and 8: A regrets 6, B 4, C 6.
    expect(score(cubeFrom(two), { id: "minimax-regret" })).toEqual([2, 3]);
    expect(score(cubeFrom([...two, [0, 8]]), { id: "minimax-regret" })).toEqual([6, 4, 6]);
    for (const [metric] of worked.filter(([{ id }]) => id !== "best-share")) {
      const more = cubeFrom([
        [4, 8, 6, 2],
        [5, 5, 4, 4],
        [9, 1, 7, 5],
        [3, 8, 5, 2],
      ]);
      expect(score(more, metric).slice(0, 3)).toEqual(score(table, metric));
    }
  });

  it("[R5] says why a score has no value", () => {
    const [skew, deviation] = scoreCube(
      cubeFrom([
        [3, 3, 3],
        [1, 2, 3],
      ]),
      [{ id: "skew" }, { id: "deviation" }],
    );
    expect(skew?.scores[0]).toEqual({ alternative: "A", reason: "no-spread" });
    expect(deviation?.scores[0]?.value).toBe(0);
    expect(scoreCube(cubeFrom([[3]]), [{ id: "deviation" }])[0]?.scores[0]).toEqual({
      alternative: "A",
      reason: "too-few-futures",
    });
    for (const scored of scoreCube(
      cubeFrom([
        [Number.NaN, 1],
        [1, Number.NaN],
      ]),
      worked.map(([metric]) => metric).filter(({ id }) => id !== "regret-from-base"),
    )) {
      expect(scored.scores[0]).toEqual({ alternative: "A", reason: "no-futures" });
      expect(scored.use.leftOut).toBe(2);
    }
  });

  it("[R5] never answers NaN, whatever the cube", () => {
    const value = fc.oneof(
      fc.integer({ min: -3, max: 3 }),
      fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY),
    );
    const metrics = worked.map(([metric]) => metric).filter(({ id }) => id !== "regret-from-base");
    fc.assert(
      fc.property(
        fc
          .integer({ min: 1, max: 14 })
          .chain((n) =>
            fc.array(fc.array(value, { minLength: n, maxLength: n }), { minLength: 1, maxLength: 3 }),
          ),
        (rows) => {
          for (const { scores } of scoreCube(cubeFrom(rows), metrics, { replicates: 20 })) {
            expect(
              scores
                .flatMap((one) => ("reason" in one ? [] : [one.value, ...numbersOf(one.interval)]))
                .some(Number.isNaN),
            ).toBe(false);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

const numbersOf = (record: object): number[] =>
  Object.values(record).filter((value) => typeof value === "number");

/** Standard normal draws by name, so that coverage is the same everywhere. */
const normals = (trial: number, count: number): number[] => {
  const name = child(nameOf("robust coverage"), indexName(trial));
  return Array.from({ length: count }, (_, at) => normalQuantile(uniform(child(name, indexName(at)))));
};

/** How often the interval of alternative A holds the truth. Alternatives are independent standard normals. */
function coverage(
  metric: Metric,
  truth: number,
  alternatives: number,
  futures: number,
  trials: number,
): number {
  let covered = 0;
  for (let trial = 0; trial < trials; trial++) {
    const values = normals(trial, alternatives * futures);
    const rows = Array.from({ length: alternatives }, (_, at) =>
      values.slice(at * futures, (at + 1) * futures),
    );
    const first = scoreCube(cubeFrom(rows), [metric], { replicates: 199 })[0]?.scores[0];
    if (first?.value === undefined || !("low" in first.interval)) throw new Error("no interval");
    if (first.interval.low <= truth && truth <= first.interval.high) covered += 1;
  }
  return covered / trials;
}

describe("intervals", () => {
  // Binomial standard deviation at 300 trials is 0.0126. Percentile intervals of 199 resamples of 60 to 120 futures are known to fall short by a few hundredths.
  it.each<[string, Metric, number, number, number]>([
    ["mean", { id: "mean" }, 0, 1, 30],
    ["mean regret, two alike: 1/√π", { id: "mean-regret" }, 1 / Math.sqrt(Math.PI), 2, 60],
    ["share above 0", { id: "satisficing-share", floor: 0 }, 0.5, 1, 60],
    ["median", { id: "quantile", p: 0.5 }, 0, 1, 100],
    // E[Z | Z below its 30 % quantile] = −φ(z) ÷ 0.3 with z = −0.524 401: −1.158 975.
    ["tail", { id: "tail", share: 0.3 }, -1.158975, 1, 120],
    // Regret is max(0, b − a), b − a has standard deviation √2: its 80 % quantile is √2 × 0.841 621.
    ["percentile regret", { id: "percentile-regret", p: 0.8 }, Math.SQRT2 * 0.841621, 2, 100],
    ["deviation", { id: "deviation" }, 1, 1, 100],
    ["share of being best", { id: "best-share" }, 1 / 3, 3, 60],
  ])(
    "[R6] of the %s cover the truth about as often as they say",
    (_, metric, truth, alternatives, futures) => {
      const share = coverage(metric, truth, alternatives, futures, 300);

      expect(share).toBeGreaterThan(0.88);
      expect(share).toBeLessThan(0.99);
    },
  );

  it("[R6] of extremes state the share of futures beyond them, as often right as they say", () => {
    let within = 0;
    let withinBoth = 0;
    const trials = 2000;
    for (let trial = 0; trial < trials; trial++) {
      const name = child(nameOf("tolerance"), indexName(trial));
      const values = Array.from({ length: 20 }, (_, at) => uniform(child(name, indexName(at))));
      const [worst, both] = scoreCube(cubeFrom([values]), [
        { id: "maximin" },
        { id: "hurwicz", pessimism: 0.5 },
      ]);
      const beyond = (scored: typeof worst): number => {
        const interval = scored?.scores[0]?.value === undefined ? undefined : scored.scores[0].interval;
        return interval?.kind === "tolerance" ? interval.beyond : Number.NaN;
      };
      if (Math.min(...values) <= beyond(worst)) within += 1;
      if (1 - Math.max(...values) + Math.min(...values) <= beyond(both)) withinBoth += 1;
    }

    // Binomial standard deviation 0.0049.
    expect(Math.abs(within / trials - 0.95)).toBeLessThan(0.02);
    expect(Math.abs(withinBoth / trials - 0.95)).toBeLessThan(0.02);
    // Wilks (1941): 59 values for a one-sided 95 %/95 % limit, 93 for a two-sided one.
    const beyondAt = (futures: number, metric: Metric): number => {
      const first = scoreCube(cubeFrom([Array.from({ length: futures }, (_, at) => at)]), [metric])[0]
        ?.scores[0];
      return first?.value !== undefined && first.interval.kind === "tolerance"
        ? first.interval.beyond
        : Number.NaN;
    };
    expect(beyondAt(59, { id: "maximin" })).toBeLessThanOrEqual(0.05);
    expect(beyondAt(58, { id: "maximin" })).toBeGreaterThan(0.05);
    expect(beyondAt(93, { id: "hurwicz", pessimism: 0.5 })).toBeLessThanOrEqual(0.05);
    expect(beyondAt(92, { id: "hurwicz", pessimism: 0.5 })).toBeGreaterThan(0.05);
  });

  it("[R6] say why there is none", () => {
    const reason = (cube: OutcomeCube, metric: Metric, options?: ScoreOptions): string => {
      const first = scoreCube(cube, [metric], options)[0]?.scores[0];
      return first?.value !== undefined && first.interval.kind === "none"
        ? first.interval.reason
        : "an interval";
    };
    const ramp = cubeFrom([Array.from({ length: 40 }, (_, at) => at)]);
    // The 90 % quantile lies just within the seven ones: about half of the resamples have too few of them and no spread.
    const flat = cubeFrom([Array.from({ length: 60 }, (_, at) => (at < 7 ? 1 : 0))]);

    expect(reason(table, { id: "quantile", p: 0.5 })).toBe("too-few-futures");
    expect(reason(cubeFrom([[1]]), { id: "mean" })).toBe("too-few-futures");
    expect(reason(ramp, { id: "quantile", p: 0.1 })).toBe("extreme");
    expect(reason(ramp, { id: "quantile", p: 0.5 }, { replicates: 0 })).toBe("not-asked");
    expect(reason(ramp, { id: "quantile", p: 0.5 })).toBe("an interval");
    expect(reason(ramp, { id: "skew" })).toBe("extreme");
    expect(reason(flat, { id: "skew" })).toBe("often-undefined");
  });
});

describe("checkScores", () => {
  const cube = cubeFrom([normals(1, 40), normals(2, 40)]);

  it("[R7] gives the same bits again, and tells another cube and a changed score apart", () => {
    const scored = scoreCube(cube, [{ id: "tail", share: 0.25 }, { id: "minimax-regret" }, { id: "mean" }], {
      replicates: 99,
      seed: 7,
    });
    const [tail, regret] = scored;
    if (tail === undefined || regret === undefined) throw new Error("no scores");
    const stored = JSON.parse(JSON.stringify(tail)) as typeof tail;
    const off = {
      ...regret,
      scores: regret.scores.map((one) =>
        one.value === undefined ? one : { ...one, value: one.value + 2 ** -52 * one.value },
      ),
    };
    const moved: OutcomeCube = { ...cube, values: cube.values.slice().reverse() };

    for (const one of scored) expect(checkScores(cube, one)).toEqual({ kind: "same" });
    expect(checkScores(cube, stored)).toEqual({ kind: "same" });
    expect(checkScores(cube, off)).toMatchObject({ kind: "differs", alternative: "A" });
    expect(checkScores(moved, tail)).toEqual({
      kind: "another-cube",
      expected: cubeId(cube),
      found: cubeId(moved),
    });
    expect(scoreCube(cube, [tail.metric], { replicates: 99, seed: 8 })[0]?.scores).not.toEqual(tail.scores);
  });

  it("[R7] scores a criterion alike alone and among others", () => {
    const [alone] = scoreCube(cube, [{ id: "deviation" }]);
    const [, among] = scoreCube(cube, [{ id: "skew" }, { id: "deviation" }, { id: "mean" }]);

    expect(among).toEqual(alone);
  });
});
