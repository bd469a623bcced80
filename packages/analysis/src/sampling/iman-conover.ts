import { normalQuantile } from "@shikumi/core/math";
import { AnalysisError, type Seed } from "../frame/index.ts";
import { type Correlation, choleskyOf } from "./cholesky.ts";
import { partOf, permutation, samplingName } from "./seed.ts";
import type { UnitDesign } from "./unit-design.ts";

/**
 * The same values in each column, in another order, so that the rank correlations come near `correlation` (R. L. Iman, W. J. Conover 1982, Communications in Statistics B 11). Van der Waerden scores in random
 * order are freed of their chance correlation and given the wanted one; the columns take their ranks. Strata of a Latin hypercube stay. The correlations of the scores are met exactly, those of the ranks nearly:
 * for normal scores the rank correlation is (6 ÷ π) arcsin(r ÷ 2).
 *
 * No points can be added. Throws `AnalysisError` `too-few-rows` unless there are more rows than columns + 1, and as `choleskyOf` does.
 */
export function imanConover(design: UnitDesign, correlation: Correlation, seed: Seed = 0): UnitDesign {
  const count = design.columns.length;
  const { rows } = design;
  const wanted = choleskyOf(correlation, count);
  if (rows <= count + 1) {
    throw new AnalysisError(
      "too-few-rows",
      `${rows} rows cannot be given the correlations of ${count} columns`,
    );
  }
  const name = samplingName(seed, "iman-conover");
  const scores = Array.from({ length: count }, (_, at) => {
    const order = permutation(rows, partOf(name, at));
    return Float64Array.from(order, (rank) => normalQuantile((rank + 1) / (rows + 1)));
  });
  const found = factorOfScores(scores, rows);
  const joined = Array.from({ length: count }, () => new Float64Array(rows));
  const free = new Float64Array(count);
  for (let row = 0; row < rows; row++) {
    for (let at = 0; at < count; at++) {
      const lower = found[at] as Float64Array;
      let rest = scores[at]?.[row] as number;
      for (let part = 0; part < at; part++) rest -= (lower[part] as number) * (free[part] as number);
      free[at] = rest / (lower[at] as number);
    }
    for (let at = 0; at < count; at++) {
      const lower = wanted[at] as Float64Array;
      let sum = 0;
      for (let part = 0; part <= at; part++) sum += (lower[part] as number) * (free[part] as number);
      (joined[at] as Float64Array)[row] = sum;
    }
  }
  return {
    rows,
    columns: design.columns.map((column, at) => withRanksOf(column, joined[at] as Float64Array)),
    recipe: { method: "closed", about: "a design whose columns have been given correlations" },
  };
}

/** Lower factor of the correlations found between the scores; all columns have mean 0 and one sum of squares, being the same numbers. */
function factorOfScores(scores: readonly Float64Array[], rows: number): readonly Float64Array[] {
  const dot = (a: Float64Array, b: Float64Array): number => {
    let sum = 0;
    for (let row = 0; row < rows; row++) sum += (a[row] as number) * (b[row] as number);
    return sum;
  };
  const first = scores[0] as Float64Array;
  const square = dot(first, first);
  const correlations = scores.map((a, at) =>
    scores.map((b, other) => (at === other ? 1 : dot(a, b) / square)),
  );
  return choleskyOf(correlations, scores.length);
}

/** The values of `column`, so ordered that the k-th smallest stands where `ranks` has its k-th smallest. */
function withRanksOf(column: Float64Array, ranks: Float64Array): Float64Array {
  const sorted = column.slice().sort();
  const order = Int32Array.from(ranks, (_, row) => row).sort(
    (a, b) => (ranks[a] as number) - (ranks[b] as number) || a - b,
  );
  const out = new Float64Array(column.length);
  order.forEach((row, rank) => {
    out[row] = sorted[rank] as number;
  });
  return out;
}
