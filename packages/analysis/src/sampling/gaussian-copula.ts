import { normalCdf, normalQuantile } from "@shikumi/core/math";
import { highestProbability, lowestProbability } from "../distribution/quantile.ts";
import { type Correlation, choleskyOf } from "./cholesky.ts";

/**
 * Columns of the unit cube joined by a Gaussian copula: normal scores z of the columns become L z, with L the lower factor of `correlation`, which is that of the normal scores
 * (`scoresOfRanks` turns rank correlations into it). Each column stays uniform. A column tied to no earlier one is returned unchanged, bit for bit. Each row is treated by itself, so more rows
 * keep the old. Errors of `choleskyOf`.
 *
 * Strata of a Latin hypercube and nets survive in columns tied to none; the others are uniform but no longer one to a stratum. `imanConover` keeps them.
 */
export function gaussianCopula(
  columns: readonly Float64Array[],
  correlation: Correlation,
): readonly Float64Array[] {
  const lower = choleskyOf(correlation, columns.length);
  const isTied = lower.map((row, at) => row.subarray(0, at).some((entry) => entry !== 0));
  if (!isTied.includes(true)) return columns;
  const scores = columns.map((column, at) =>
    isTied[at] === true || lower.some((row, below) => below > at && row[at] !== 0)
      ? column.map((u) => normalQuantile(Math.min(highestProbability, Math.max(lowestProbability, u))))
      : undefined,
  );
  return columns.map((column, at) => {
    if (isTied[at] !== true) return column;
    const weights = lower[at] as Float64Array;
    const joined = new Float64Array(column.length);
    for (let part = 0; part <= at; part++) {
      const weight = weights[part] as number;
      const score = scores[part];
      if (weight === 0 || score === undefined) continue;
      for (let row = 0; row < joined.length; row++)
        joined[row] = (joined[row] as number) + weight * (score[row] as number);
    }
    for (let row = 0; row < joined.length; row++) joined[row] = normalCdf(joined[row] as number);
    return joined;
  });
}
