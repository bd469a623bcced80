import { designFrom, extend, type Input, sobol } from "@shikumi/analysis/sampling";

/** Days of warning and of resupply, and the share of a base's repair crews that work after a strike. */
export const inputs: readonly Input[] = [
  { name: "warning", distribution: { kind: "triangular", low: 0, mode: 3, high: 14 } },
  { name: "resupply", distribution: { kind: "lognormal", median: 10, sigma: 0.5 } },
  { name: "crews", distribution: { kind: "uniform", low: 0.2, high: 1 } },
];
// Long warning goes with short resupply, and together they never take more than 40 days.
const correlation = [
  [1, -0.5, 0],
  [-0.5, 1, 0],
  [0, 0, 1],
];
const constraints = [{ coefficients: { warning: 1, resupply: 1 }, atMost: 40 }];
const points = sobol({ rows: 1024, dimensions: 3, seed: 7 });

export const { design, acceptance } = designFrom(inputs, points, { correlation, constraints });
// More futures keep the old ones, bit for bit.
export const larger = designFrom(inputs, extend(points, 4096), { correlation, constraints });
