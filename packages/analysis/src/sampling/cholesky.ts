import { sin } from "@shikumi/core/math";
import { AnalysisError } from "../frame/index.ts";

/** A correlation matrix, by rows: symmetric, ones on the diagonal. */
export type Correlation = readonly (readonly number[])[];

const epsilon = 2.220446049250313e-16;

/**
 * The lower factor L with L Lᵀ = the matrix, by rows. Throws `AnalysisError` `bad-argument` for a matrix that is not square of `size`, not symmetric, without ones on the diagonal or with entries
 * beyond ±1, and `not-positive-definite` where no joint distribution has these correlations, or only one in which an input is a function of others. No matrix near it is taken instead.
 */
export function choleskyOf(correlation: Correlation, size: number): readonly Float64Array[] {
  checkCorrelation(correlation, size);
  const lower = correlation.map(() => new Float64Array(size));
  for (let row = 0; row < size; row++) {
    const mine = lower[row] as Float64Array;
    for (let column = 0; column <= row; column++) {
      const other = lower[column] as Float64Array;
      let sum = entryOf(correlation, row, column);
      for (let at = 0; at < column; at++) sum -= (mine[at] as number) * (other[at] as number);
      if (column < row) mine[column] = sum / (other[column] as number);
      else if (sum > size * epsilon) mine[column] = Math.sqrt(sum);
      else {
        throw new AnalysisError(
          "not-positive-definite",
          `the correlations of input ${row + 1} contradict those of the inputs before it, or fix it by them (pivot ${sum})`,
        );
      }
    }
  }
  return lower;
}

/**
 * Correlations of normal scores that give the stated rank correlations (Spearman) between continuous inputs joined by a Gaussian copula: 2 sin(π r ÷ 6) (K. Pearson 1907). The result may fail to be
 * positive definite where the given matrix is.
 */
export function scoresOfRanks(ranks: Correlation): Correlation {
  return ranks.map((row, at) => row.map((r, other) => (at === other ? 1 : 2 * sin((Math.PI * r) / 6))));
}

function checkCorrelation(correlation: Correlation, size: number): void {
  if (correlation.length !== size || correlation.some((row) => row.length !== size)) {
    throw new AnalysisError("bad-argument", `the correlation matrix is not ${size} by ${size}`);
  }
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      const value = entryOf(correlation, row, column);
      const isFit = row === column ? value === 1 : value >= -1 && value <= 1;
      if (!isFit || value !== entryOf(correlation, column, row)) {
        throw new AnalysisError(
          "bad-argument",
          `no correlation at row ${row + 1}, column ${column + 1}: ${value}`,
        );
      }
    }
  }
}

function entryOf(correlation: Correlation, row: number, column: number): number {
  return correlation[row]?.[column] as number;
}
