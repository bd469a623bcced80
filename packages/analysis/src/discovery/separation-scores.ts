import { exp, gammaCdf } from "@shikumi/core/math";
import type { Design, Outcome, RowUse } from "../frame/index.ts";
import { holmAdjusted } from "./binomial-tail.ts";
import { type Interest, type InterestOptions, questionOf } from "./interest.ts";
import { type SortedRows, sortRows } from "./sorted-rows.ts";

/** How far one factor tells rows of interest from the rest. */
export interface SeparationScore {
  readonly factor: string;
  /**
   * `kolmogorov`: largest distance between the two distribution functions (numeric factors); `variation`: half the sum of the absolute differences between the two level
   * frequencies (categories).
   * Both in [0, 1], 0 for no difference.
   */
  readonly kind: "kolmogorov" | "variation";
  readonly distance: number;
  /** For numeric factors: where the distance is reached (a value of the factor), and whether rows of interest lie lower. Absent for categories and constant factors. */
  readonly at?: number | undefined;
  readonly isLower?: boolean | undefined;
  readonly pValue: number;
  /** By Holm over all factors. */
  readonly adjustedPValue: number;
}

/**
 * Regional sensitivity (Hornberger & Spear 1981): factors by how far the distribution of rows of interest differs from that of the rest, most different first. p-values:
 * two-sample
 * Kolmogorov–Smirnov, asymptotic with Stephens' correction (Press et al., "Numerical Recipes", 3rd ed., §14.3), conservative with ties; for categories Pearson's χ². With
 * weights
 * the effective numbers of rows (Kish) are used. Groups are not: with dependent rows the p-values are too small. With one class only there is nothing to tell apart:
 * `reason` says so and `scores` is
 * empty. Finds what acts alone; factors that act only together score low. Throws as `questionOf`.
 */
export function separationScores(
  design: Design,
  outcome: Outcome,
  interest: Interest,
  options: Omit<InterestOptions, "groups"> = {},
): {
  readonly use: RowUse;
  readonly reason?: "no-interest" | "all-interest" | undefined;
  readonly scores: readonly SeparationScore[];
} {
  const question = questionOf(design, outcome, interest, options);
  const sorted = sortRows(question);
  if (sorted.interest === 0) return { use: question.use, reason: "no-interest", scores: [] };
  const rest = sorted.total - sorted.interest;
  if (sorted.rows.every((row) => (sorted.hits[row] as number) > 0)) {
    return { use: question.use, reason: "all-interest", scores: [] };
  }
  const sizes = { hits: effectiveRows(sorted, true), rest: effectiveRows(sorted, false) };
  const raw = design.factors.map((factor, at) => ({
    factor: factor.name,
    ...(factor.kind === "category"
      ? variation(sorted, at, rest, sizes)
      : kolmogorov(sorted, at, rest, sizes)),
  }));
  const adjusted = holmAdjusted(raw.map(({ pValue }) => pValue));
  const scores = raw
    .map((score, at): SeparationScore => ({ ...score, adjustedPValue: adjusted[at] as number }))
    .sort((a, b) => a.pValue - b.pValue || b.distance - a.distance || (a.factor < b.factor ? -1 : 1));
  return { use: question.use, scores };
}

interface Sizes {
  readonly hits: number;
  readonly rest: number;
}

function effectiveRows({ rows, weight, hits }: SortedRows, isHit: boolean): number {
  let sum = 0;
  let squares = 0;
  for (const row of rows) {
    if ((hits[row] as number) > 0 !== isHit) continue;
    sum += weight[row] as number;
    squares += (weight[row] as number) * (weight[row] as number);
  }
  return (sum * sum) / squares;
}

function kolmogorov(
  { orders, firsts, columns, weight, hits, interest }: SortedRows,
  factor: number,
  rest: number,
  sizes: Sizes,
): Omit<SeparationScore, "factor" | "adjustedPValue"> {
  const order = orders[factor] as Int32Array;
  const first = firsts[factor] as Uint8Array;
  let below = 0;
  let belowRest = 0;
  let distance = 0;
  let place = -1;
  let isLower = false;
  for (let at = 0; at < order.length; at++) {
    const row = order[at] as number;
    below += hits[row] as number;
    belowRest += (weight[row] as number) - (hits[row] as number);
    if (at + 1 === order.length || first[at + 1] === 0) continue;
    const gap = below / interest - belowRest / rest;
    if (Math.abs(gap) <= distance) continue;
    distance = Math.abs(gap);
    place = row;
    isLower = gap > 0;
  }
  const size = Math.sqrt((sizes.hits * sizes.rest) / (sizes.hits + sizes.rest));
  const pValue = place < 0 ? 1 : kolmogorovTail((size + 0.12 + 0.11 / size) * distance);
  return place < 0
    ? { kind: "kolmogorov", distance, pValue }
    : { kind: "kolmogorov", distance, at: columns[factor]?.[place] as number, isLower, pValue };
}

/** Q_KS(x) = 2 Σ (−1)^(j−1) exp(−2 j² x²), by the other theta series for small x, where this one cancels. */
export function kolmogorovTail(x: number): number {
  if (x <= 0) return 1;
  if (x < 1.18) {
    const y = exp((-Math.PI * Math.PI) / (8 * x * x));
    const y2 = y * y;
    const y8 = y2 * y2 * y2 * y2;
    const sum = y * (1 + y8 * (1 + y8 * y8 * (1 + y8 * y8 * y8)));
    return Math.max(0, 1 - (Math.sqrt(2 * Math.PI) / x) * sum);
  }
  let sum = 0;
  for (let j = 1; j <= 6; j++) sum += (j % 2 === 1 ? 2 : -2) * exp(-2 * j * j * x * x);
  return Math.min(1, Math.max(0, sum));
}

function variation(
  { factors, columns, rows, weight, hits, interest }: SortedRows,
  factor: number,
  rest: number,
  sizes: Sizes,
): Omit<SeparationScore, "factor" | "adjustedPValue"> {
  const { levels = [] } = factors[factor] as { levels?: readonly string[] };
  const found = new Float64Array(levels.length);
  const others = new Float64Array(levels.length);
  const column = columns[factor] as Float64Array;
  for (const row of rows) {
    const level = column[row] as number;
    found[level] = (found[level] as number) + (hits[row] as number);
    others[level] = (others[level] as number) + (weight[row] as number) - (hits[row] as number);
  }
  let distance = 0;
  let square = 0;
  let seen = 0;
  for (let level = 0; level < levels.length; level++) {
    const share = (found[level] as number) / interest;
    const otherShare = (others[level] as number) / rest;
    if (share + otherShare === 0) continue;
    seen += 1;
    distance += Math.abs(share - otherShare) / 2;
    const pooled = (share * sizes.hits + otherShare * sizes.rest) / (sizes.hits + sizes.rest);
    square += ((share - otherShare) * (share - otherShare)) / pooled;
  }
  const statistic = (square * sizes.hits * sizes.rest) / (sizes.hits + sizes.rest);
  const pValue = seen < 2 ? 1 : Math.max(0, 1 - gammaCdf(statistic / 2, (seen - 1) / 2));
  return { kind: "variation", distance, pValue };
}
