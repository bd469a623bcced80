import {
  type Correlation,
  centredDiscrepancy,
  designFrom,
  factorOf,
  gaussianCopula,
  type Input,
  imanConover,
  latinHypercube,
  monteCarlo,
  scoresOfRanks,
  smallestDistance,
  sobol,
} from "@shikumi/analysis/sampling";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const three: Correlation = [
  [1, 0.7, -0.2],
  [0.7, 1, 0.3],
  [-0.2, 0.3, 1],
];

const inputs: readonly Input[] = [
  { name: "a", distribution: { kind: "uniform", low: 0, high: 10 } },
  { name: "b", distribution: { kind: "integer", low: 1, high: 4 } },
  { name: "c", distribution: { kind: "category", levels: ["x", "y"] } },
  { name: "d", distribution: { kind: "lognormal", median: 2, sigma: 1 } },
];

function ranks(column: Float64Array): Float64Array {
  const order = Int32Array.from(column, (_, row) => row).sort(
    (a, b) => (column[a] as number) - (column[b] as number),
  );
  const out = new Float64Array(column.length);
  order.forEach((row, rank) => {
    out[row] = rank;
  });
  return out;
}

function correlationOf(a: Float64Array, b: Float64Array): number {
  const mean = (column: Float64Array): number =>
    column.reduce((sum, value) => sum + value, 0) / column.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  const dot = (x: Float64Array, mx: number, y: Float64Array, my: number): number =>
    x.reduce((sum, value, row) => sum + (value - mx) * ((y[row] as number) - my), 0);
  return dot(a, meanA, b, meanB) / Math.sqrt(dot(a, meanA, a, meanA) * dot(b, meanB, b, meanB));
}

const rankCorrelation = (a: Float64Array, b: Float64Array): number => correlationOf(ranks(a), ranks(b));

describe("designs of inputs", () => {
  it("[P24] have one column an input, in its own units and range; unbounded ones range between the furthest quantiles", () => {
    const { design, points, dropped, acceptance } = designFrom(
      inputs,
      sobol({ rows: 256, dimensions: 4, seed: 1 }),
    );

    expect(design.factors.slice(0, 3)).toEqual([
      { kind: "real", name: "a", low: 0, high: 10 },
      { kind: "integer", name: "b", low: 1, high: 4 },
      { kind: "category", name: "c", levels: ["x", "y"] },
    ]);
    expect([...points]).toEqual(Array.from({ length: 256 }, (_, row) => row));
    expect([dropped, acceptance]).toEqual([0, 1]);
    expect([1, 2, 3, 4].map((value) => design.columns[1]?.filter((found) => found === value).length)).toEqual(
      [64, 64, 64, 64],
    );
    const open = factorOf(inputs[3] as Input);
    // Normal quantile at 2^-53: −8.2095, as in published tables of far tails.
    expect(open.kind === "real" && Math.log(open.low / 2)).toBeCloseTo(-8.2095, 3);
    expect(() => designFrom(inputs, sobol({ rows: 4, dimensions: 3 }))).toThrow(/4 inputs, but 3/);
  });

  it("[P24] take the origin of an unscrambled design to a finite value", () => {
    const normal: readonly Input[] = [{ name: "n", distribution: { kind: "normal", mean: 0, deviation: 1 } }];
    const { design } = designFrom(normal, sobol({ rows: 2, dimensions: 1, scramble: "none" }));

    expect(design.columns[0]?.[0]).toBeCloseTo(-8.2095, 3);
    expect(design.columns[0]?.[1]).toBe(0);
  });
});

describe("correlated inputs", () => {
  it("[P25] joined by a copula have the rank correlations (6 ÷ π) arcsin(r ÷ 2) and stay uniform", () => {
    const joined = gaussianCopula(
      sobol({ rows: 16_384, dimensions: 3, seed: 2 }).columns,
      three,
    ) as readonly Float64Array[];

    for (const [at, other] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const) {
      const r = three[at]?.[other] as number;
      const found = rankCorrelation(joined[at] as Float64Array, joined[other] as Float64Array);
      expect(Math.abs(found - (6 / Math.PI) * Math.asin(r / 2))).toBeLessThan(0.003);
    }
    for (const column of joined) {
      const bins = new Int32Array(16);
      for (const value of column) bins[Math.floor(value * 16)] = (bins[Math.floor(value * 16)] as number) + 1;
      expect(bins.every((count) => Math.abs(count - 1024) < 30)).toBe(true);
    }
  });

  it("[P25] joined by a copula: a column tied to no earlier one is unchanged, and so are all without correlation", () => {
    const { columns } = monteCarlo({ rows: 50, dimensions: 3 });
    const tied = gaussianCopula(columns, [
      [1, 0, 0],
      [0, 1, 0.5],
      [0, 0.5, 1],
    ]);

    expect(tied[0]).toBe(columns[0]);
    expect(tied[1]).toBe(columns[1]);
    expect(tied[2]).not.toEqual(columns[2]);
    expect(
      gaussianCopula(columns, [
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ]),
    ).toBe(columns);
  });

  it("[P25] rank correlations are turned into those of the scores (2 sin(π r ÷ 6))", () => {
    const scores = scoresOfRanks([
      [1, 0.6],
      [0.6, 1],
    ]);
    expect(scores[0]?.[1]).toBeCloseTo(0.618033988749895, 14);
    const [a, b] = gaussianCopula(sobol({ rows: 16_384, dimensions: 2 }).columns, scores) as [
      Float64Array,
      Float64Array,
    ];
    expect(Math.abs(rankCorrelation(a, b) - 0.6)).toBeLessThan(0.003);
  });

  it("[P26] that contradict each other are refused, and no near matrix is taken", () => {
    const code = (correlation: Correlation): string => {
      try {
        gaussianCopula(monteCarlo({ rows: 4, dimensions: correlation.length }).columns, correlation);
        return "accepted";
      } catch (error) {
        return (error as { code: string }).code;
      }
    };
    const all = (r: number, s: number, t: number): Correlation => [
      [1, r, s],
      [r, 1, t],
      [s, t, 1],
    ];

    expect(code(all(0.9, 0.9, -0.9))).toBe("not-positive-definite");
    expect(code(all(0.5, 0.5, -0.5))).toBe("not-positive-definite");
    expect(code(all(0.5, 0.5, -0.49))).toBe("accepted");
    expect(
      code([
        [1, 1],
        [1, 1],
      ]),
    ).toBe("not-positive-definite");
    expect(
      code([
        [1, -1],
        [-1, 1],
      ]),
    ).toBe("not-positive-definite");
    expect(
      code([
        [1, 0.5],
        [0.4, 1],
      ]),
    ).toBe("bad-argument");
    expect(
      code([
        [2, 0.5],
        [0.5, 1],
      ]),
    ).toBe("bad-argument");
    expect(
      code([
        [1, 1.5],
        [1.5, 1],
      ]),
    ).toBe("bad-argument");
    expect(
      code([
        [1, Number.NaN],
        [Number.NaN, 1],
      ]),
    ).toBe("bad-argument");
    expect(code([[1, 0.5]])).toBe("bad-argument");
    const { columns } = monteCarlo({ rows: 4, dimensions: 2 });
    expect(() => gaussianCopula(columns, three)).toThrow(/not 2 by 2/);
  });

  it("[P27] by Iman and Conover: the same values a column, strata kept, rank correlations near those asked for", () => {
    const plain = latinHypercube({ rows: 500, dimensions: 3, seed: 5 });
    const joined = imanConover(plain, three, 1);

    joined.columns.forEach((column, at) => {
      expect(column.slice().sort()).toEqual(plain.columns[at]?.slice().sort());
    });
    for (const [at, other] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const) {
      const r = three[at]?.[other] as number;
      const found = rankCorrelation(
        joined.columns[at] as Float64Array,
        joined.columns[other] as Float64Array,
      );
      expect(Math.abs(found - (6 / Math.PI) * Math.asin(r / 2))).toBeLessThan(0.03);
    }
    expect(() => imanConover(latinHypercube({ rows: 4, dimensions: 3 }), three)).toThrow(/4 rows/);
  });
});

describe("constrained inputs", () => {
  const pair: readonly Input[] = ["a", "b"].map((name) => ({
    name,
    distribution: { kind: "uniform", low: 0, high: 1 },
  }));

  it("[P28] are those whose rows meet all constraints; the rest is counted", () => {
    const unit = sobol({ rows: 4096, dimensions: 2, seed: 3 });
    const constraints = [
      { coefficients: { a: 1, b: 1 }, atMost: 1 },
      { coefficients: { a: -1 }, atMost: -0.25 },
    ];
    const { design, points, dropped, acceptance } = designFrom(pair, unit, { constraints });

    // A triangle of area 9 ÷ 32.
    expect(acceptance).toBeCloseTo(9 / 32, 2);
    expect(design.rows + dropped).toBe(4096);
    expect(acceptance).toBe(design.rows / 4096);
    points.forEach((point, row) => {
      const [a, b] = [design.columns[0]?.[row] as number, design.columns[1]?.[row] as number];
      expect([a, b]).toEqual([unit.columns[0]?.[point], unit.columns[1]?.[point]]);
      expect(a + b <= 1 && a >= 0.25).toBe(true);
    });
    const kept = new Set(points);
    for (let point = 0; point < 4096; point++) {
      const [a, b] = [unit.columns[0]?.[point] as number, unit.columns[1]?.[point] as number];
      expect(kept.has(point)).toBe(a + b <= 1 && a >= 0.25);
    }
  });

  it("[P28] are refused where no point is left, and for constraints on what is no number", () => {
    const unit = monteCarlo({ rows: 20, dimensions: 2 });
    const attempt =
      (constraint: { coefficients: Record<string, number>; atMost: number }, of = pair) =>
      () =>
        designFrom(of, unit, { constraints: [constraint] });

    expect(attempt({ coefficients: { a: 1 }, atMost: -1 })).toThrow(/none of 20 points/);
    expect(attempt({ coefficients: { q: 1 }, atMost: 1 })).toThrow(/"q", which is no input/);
    expect(attempt({ coefficients: { a: Number.NaN }, atMost: 1 })).toThrow(/"a" of a constraint is NaN/);
    expect(attempt({ coefficients: { a: 1 }, atMost: Number.POSITIVE_INFINITY })).toThrow(/the bound/);
    expect(attempt({ coefficients: { c: 1 }, atMost: 1 }, inputs.slice(2))).toThrow(/a category/);
  });
});

describe("measures of evenness", () => {
  it("[P29] agree with published values: centred L2 discrepancy of two Latin hypercubes of 6 points (documentation of scipy.stats.qmc.discrepancy)", () => {
    const points = (second: readonly number[]) => ({
      rows: 6,
      columns: [[1, 2, 3, 4, 5, 6], second].map((column) =>
        Float64Array.from(column, (value) => (2 * value - 1) / 12),
      ),
    });

    expect(centredDiscrepancy(points([3, 6, 2, 5, 1, 4])) ** 2).toBeCloseTo(0.008142039609053464, 15);
    expect(centredDiscrepancy(points([5, 4, 3, 2, 1, 6])) ** 2).toBeCloseTo(0.010456854423869011, 15);
    expect(smallestDistance(points([3, 6, 2, 5, 1, 4]))).toBeCloseTo(Math.sqrt(5) / 6, 14);
    expect(smallestDistance({ rows: 1, columns: [Float64Array.of(0.5)] })).toBe(Number.POSITIVE_INFINITY);
    expect(() => centredDiscrepancy({ rows: 0, columns: [] })).toThrow(/no points/);
  });

  it("[P29] the centred discrepancy does not change when a dimension is mirrored or points change places", () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 40 }), (seed, rows) => {
        const { columns } = monteCarlo({ rows, dimensions: 3, seed });
        const found = centredDiscrepancy({ rows, columns });
        const mirrored = columns.map((column, at) =>
          (at === 1 ? column.map((value) => 1 - value) : column).slice().reverse(),
        );
        expect(centredDiscrepancy({ rows, columns: mirrored })).toBeCloseTo(found, 10);
      }),
    );
  });

  it("[P29] Sobol' points are more even than random ones", () => {
    for (const seed of [1, 2, 3]) {
      const random = centredDiscrepancy(monteCarlo({ rows: 256, dimensions: 4, seed }));
      expect(centredDiscrepancy(sobol({ rows: 256, dimensions: 4, seed }))).toBeLessThan(random / 3);
    }
  });
});
