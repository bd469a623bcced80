import { normalCdf } from "@shikumi/core/math";
import { hypergeometricTail } from "./binomial-tail.ts";
import { type Bounds, holds } from "./box.ts";
import type { Question } from "./interest.ts";

/**
 * p-value, on rows that had no part in making it, of "the box is no denser than the rest of these rows": Fisher's exact test, one-sided; with weights or groups the
 * normal test of the
 * difference of two densities with errors added up by group (large samples). 1 where the box or the rest is empty. As the box was fixed before, the many boxes tried need
 * no correction.
 */
export function heldOutPValue(question: Question, rows: Int32Array, bounds: Bounds): number {
  const { columns } = question.design;
  const inside = Uint8Array.from(rows, (row) => (holds(bounds, columns, row) ? 1 : 0));
  const drawn = inside.reduce((sum, is) => sum + is, 0);
  if (drawn === 0 || drawn === rows.length) return 1;
  if (question.isGrouped || question.isWeighted) return normalPValue(question, rows, inside);
  let successes = 0;
  let interest = 0;
  rows.forEach((row, at) => {
    if ((question.hits[row] as number) === 0) return;
    interest += 1;
    successes += inside[at] as number;
  });
  return hypergeometricTail(successes, drawn, interest, rows.length);
}

function normalPValue(question: Question, rows: Int32Array, inside: Uint8Array): number {
  const weight = Float64Array.of(0, 0);
  const hits = Float64Array.of(0, 0);
  rows.forEach((row, at) => {
    const is = inside[at] as number;
    weight[is] = (weight[is] as number) + (question.weight[row] as number);
    hits[is] = (hits[is] as number) + (question.hits[row] as number);
  });
  const density = (is: number): number => (hits[is] as number) / (weight[is] as number);
  const difference = density(1) - density(0);
  const sums = new Map<number, number>();
  rows.forEach((row, at) => {
    const is = inside[at] as number;
    const residual = (question.hits[row] as number) - density(is) * (question.weight[row] as number);
    const part = ((is === 1 ? 1 : -1) * residual) / (weight[is] as number);
    const group = question.group[row] as number;
    sums.set(group, (sums.get(group) ?? 0) + part);
  });
  if (sums.size < 2 || difference <= 0) return 1;
  let squares = 0;
  for (const sum of sums.values()) squares += sum * sum;
  const error = Math.sqrt((squares * sums.size) / (sums.size - 1));
  return error === 0 ? 0 : normalCdf(-difference / error);
}
