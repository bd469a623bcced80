import { type Design, designOf, type Outcome, outcomeOf } from "@shikumi/analysis/frame";
import { type Input, monteCarlo } from "@shikumi/analysis/sampling";
import type { IndexEstimate } from "@shikumi/analysis/sensitivity";
import { normalQuantile, sin } from "@shikumi/core/math";

const pi = Math.PI;

/** Ishigami's function with a = 7, b = 0.1, of points of the unit cube. T. Ishigami, T. Homma (1990). */
export function ishigami(x: readonly number[]): number {
  const [first = 0, second = 0, third = 0] = x.map((share) => pi * (2 * share - 1));
  return sin(first) + 7 * sin(second) * sin(second) + 0.1 * third * third * third * third * sin(first);
}

const pi4 = pi * pi * pi * pi;
const first = 0.5 * (1 + (0.1 * pi4) / 5) * (1 + (0.1 * pi4) / 5);
const second = 49 / 8;
const together = 0.01 * pi4 * pi4 * (1 / 18 - 1 / 50);
const variance = first + second + together;

/** Analytic indices: A. Saltelli, K. Chan, E. M. Scott (eds), "Sensitivity Analysis" (2000). */
export const ishigamiIndices = {
  first: [first / variance, second / variance, 0],
  total: [(first + together) / variance, second / variance, together / variance],
  /** Pairs (0, 1), (0, 2), (1, 2). */
  second: [0, together / variance, 0],
  variance,
  mean: 3.5,
} as const;

/** Sobol' G function: Π (|4x − 2| + a) ÷ (1 + a). Saltelli & Sobol' (1995). */
export function gFunction(a: readonly number[]): (x: readonly number[]) => number {
  return (x) =>
    a.reduce(
      (product, weight, at) => (product * (Math.abs(4 * (x[at] ?? 0) - 2) + weight)) / (1 + weight),
      1,
    );
}

/** Analytic indices of the G function: V_i = 1 ÷ (3 (1 + a_i)²), V = Π (1 + V_i) − 1. */
export function gIndices(a: readonly number[]): {
  readonly first: readonly number[];
  readonly total: readonly number[];
  readonly second: readonly number[];
} {
  const parts = a.map((weight) => 1 / (3 * (1 + weight) * (1 + weight)));
  const all = parts.reduce((product, part) => product * (1 + part), 1);
  return {
    first: parts.map((part) => part / (all - 1)),
    total: parts.map((part) => (part * all) / (1 + part) / (all - 1)),
    second: parts.flatMap((one, at) => parts.slice(at + 1).map((other) => (one * other) / (all - 1))),
  };
}

/** Uniform inputs on the unit interval. */
export function unitInputs(count: number): readonly Input[] {
  return Array.from({ length: count }, (_, at) => ({
    name: `x${at}`,
    distribution: { kind: "uniform", low: 0, high: 1 },
  }));
}

/** The outcome of a function of the inputs, row by row. */
export function runOn(design: Design, model: (x: readonly number[]) => number): Outcome {
  const values = Float64Array.from({ length: design.rows }, (_, row) =>
    model(design.columns.map((column) => column[row] as number)),
  );
  return outcomeOf(design, "y", values);
}

/** A plain design of given columns, named x0, x1, …; all real. */
export function plainDesign(columns: readonly Float64Array[]): Design {
  return designOf(
    columns.map((column, at) => ({
      kind: "real",
      name: `x${at}`,
      low: column.reduce((low, value) => Math.min(low, value), 0),
      high: column.reduce((high, value) => Math.max(high, value), 1),
    })),
    columns,
  );
}

/** Independent rows of standard normal inputs. */
export function normalColumns(rows: number, count: number, seed: number): readonly Float64Array[] {
  return monteCarlo({ rows, dimensions: count, seed }).columns.map((column) => column.map(normalQuantile));
}

/** An index's interval, which must be there. */
export function boundsOf({ interval }: IndexEstimate): { readonly low: number; readonly high: number } {
  if (interval.kind !== "interval") throw new TypeError(`no interval: ${interval.reason}`);
  return interval;
}

export function covers(estimate: IndexEstimate, truth: number): boolean {
  const { low, high } = boundsOf(estimate);
  return low <= truth && truth <= high;
}
