import { normalQuantile } from "@shikumi/core/math";
import { expect } from "vitest";

/** A number estimated from independent replications or batches. */
export interface Estimate {
  readonly value: number;
  /** Standard error. */
  readonly error: number;
  /** Degrees of freedom of the standard error. */
  readonly freedom: number;
}

export interface Comparison {
  readonly of: string;
  readonly estimate: Estimate;
  /** What theory says. */
  readonly exact: number;
  /** What five per cent are taken of, where `exact` is 0 or small by cancellation. Default `exact`. */
  readonly scale?: number;
}

/** Error that has to be noticed. */
const noticed = 0.05;
/** Chance that a right kernel fails one test, over its seeds. */
const risk = 0.01;

/**
 * Compares all estimates of one test with theory: 99 % intervals for all together (Bonferroni), which hold the exact values and
 * hold none that are five per cent off.
 */
export function expectAgreement(comparisons: readonly Comparison[]): void {
  const problems = comparisons.flatMap(({ of, estimate, exact, scale = exact }) => {
    const half = halfWidth(estimate, comparisons.length);
    const told = `${of}: ${estimate.value} ± ${half}`;
    const isHeld = (value: number): boolean => Math.abs(estimate.value - value) <= half;
    if (!isHeld(exact)) return [`${told} is not ${exact}`];
    const off = noticed * Math.abs(scale);
    return isHeld(exact - off) || isHeld(exact + off) ? [`${told} could be five per cent off ${exact}`] : [];
  });
  expect(comparisons.length).toBeGreaterThan(0);
  expect(problems).toEqual([]);
}

/** Half the width of an interval that is one of several in a test. */
export function halfWidth({ error, freedom }: Estimate, several: number): number {
  return error * studentQuantile(1 - risk / (2 * several), freedom);
}

/** Quantile of Student's t, from 30 degrees of freedom on to four digits (Abramowitz and Stegun 1964, 26.7.5). */
export function studentQuantile(p: number, freedom: number): number {
  const z = normalQuantile(p);
  const square = z * z;
  const first = (z * (square + 1)) / 4;
  const second = (z * ((5 * square + 16) * square + 3)) / 96;
  const third = (z * (((3 * square + 19) * square + 17) * square - 15)) / 384;
  return z + (first + (second + third / freedom) / freedom) / freedom;
}

/** Mean of independent values. */
export function meanOf(values: readonly number[]): Estimate {
  return ratioOf(
    values,
    values.map(() => 1),
  );
}

/** Sum of one over sum of the other, from independent pairs (Cochran, "Sampling Techniques", 1977, 6.3). */
export function ratioOf(above: readonly number[], below: readonly number[]): Estimate {
  const count = above.length;
  const total = sumOf(below);
  const value = sumOf(above) / total;
  const squares = sumOf(above.map((y, i) => squareOf(y - value * (below[i] as number))));
  return { value, error: Math.sqrt((squares * count) / (count - 1)) / total, freedom: count - 1 };
}

/**
 * The same ratio with the help of controls, which have mean 0 and go along with it: what of it they explain is taken away
 * (Lavenberg and Welch, "A perspective on the use of control variables", Management Science 27, 1981).
 */
export function controlledRatioOf(
  above: readonly number[],
  below: readonly number[],
  controls: readonly (readonly number[])[],
): Estimate {
  const count = above.length;
  const { value } = ratioOf(above, below);
  const average = sumOf(below) / count;
  let rest = above.map((y, i) => (y - value * (below[i] as number)) / average);
  let weight = 1 / count;
  const used: (readonly number[])[] = [];
  for (const control of controls) {
    const part = used.reduce((left, other) => without(left, other), control);
    rest = without(rest, part);
    weight += squareOf(sumOf(part) / count) / spreadOf(part, part);
    used.push(part);
  }
  const freedom = count - 1 - controls.length;
  const error = Math.sqrt((spreadOf(rest, rest) / freedom) * weight);
  return { value: value + sumOf(rest) / count, error, freedom };
}

/** Values less what a control explains of them by least squares, the control's mean being 0. */
function without(values: readonly number[], control: readonly number[]): number[] {
  const slope = spreadOf(values, control) / spreadOf(control, control);
  return values.map((value, i) => value - slope * (control[i] as number));
}

/** Sum of products of deviations from the means. */
function spreadOf(a: readonly number[], b: readonly number[]): number {
  const middle = sumOf(a) / a.length;
  return sumOf(a.map((value, i) => (value - middle) * (b[i] as number)));
}

/** Variance of independent values about their known mean. */
export function varianceOf(values: readonly number[], mean: number): Estimate {
  return meanOf(values.map((value) => squareOf(value - mean)));
}

/** Means of so many batches of one after another of equal length; the rest is left out. */
export function batchesOf(values: readonly number[], count: number): readonly number[] {
  const length = Math.floor(values.length / count);
  return Array.from(
    { length: count },
    (_, at) => sumOf(values.slice(at * length, (at + 1) * length)) / length,
  );
}

export function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

export function squareOf(value: number): number {
  return value * value;
}
