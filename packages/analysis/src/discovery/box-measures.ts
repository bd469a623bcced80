import { estimateRatio } from "../estimate/estimate.ts";
import { wilsonInterval } from "../estimate/wilson-interval.ts";
import type { Design, Outcome, RowUse } from "../frame/index.ts";
import { type Bounds, type Box, boundsOf, holds } from "./box.ts";
import { type Interest, type InterestOptions, type Question, questionOf } from "./interest.ts";

/** A share in [0, 1] with its interval. */
export interface Share {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** What a box holds of a set of rows. Shares are of sampled rows (by weight): none is a probability of anything in the world. */
export interface BoxMeasures {
  /** Rows measured on, rows of interest among them, rows in the box, rows of interest in the box. */
  readonly rows: number;
  readonly interestRows: number;
  readonly boxRows: number;
  readonly boxInterestRows: number;
  /** Share of what is of interest that lies in the box; absent where nothing is of interest. */
  readonly coverage?: Share | undefined;
  /** Share of the box that is of interest; absent where the box is empty. */
  readonly density?: Share | undefined;
  /** Share of all rows that lies in the box; absent without rows. */
  readonly mass?: Share | undefined;
  /** Harmonic mean of coverage and density, 2 × hits ÷ (box + interest); absent where neither is defined. */
  readonly f1?: number | undefined;
}

/**
 * Coverage, density and mass of a box on a design, which may be another than it was made on. Intervals at `confidence`: Wilson's; with weights Wilson's with Kish's
 * effective number of
 * rows (Σw)² ÷ Σw²; with groups those of ratios over groups (`estimateRatio`), cut at 0 and 1, which need two groups (else the share stands without error as [0, 1]).
 * Throws as `questionOf`, and
 * `AnalysisError` `bad-factor` as `membersOf`.
 */
export function measureBox(
  box: Box,
  design: Design,
  outcome: Outcome,
  interest: Interest,
  options: InterestOptions & { readonly confidence?: number | undefined } = {},
): BoxMeasures & { readonly use: RowUse } {
  const question = questionOf(design, outcome, interest, options);
  const bounds = boundsOf(box, design.factors);
  return {
    use: question.use,
    ...measureBounds(question, question.rows, [bounds], options.confidence ?? 0.95),
  };
}

/** Measures of the union of some boxes on some rows. */
export function measureBounds(
  question: Question,
  rows: Int32Array,
  union: readonly Bounds[],
  confidence: number,
): BoxMeasures {
  const { columns } = question.design;
  const inBox = new Uint8Array(rows.length);
  let interestRows = 0;
  let boxRows = 0;
  let boxInterestRows = 0;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number;
    const isHit = (question.hits[row] as number) > 0;
    if (isHit) interestRows += 1;
    if (!union.some((bounds) => holds(bounds, columns, row))) continue;
    inBox[at] = 1;
    boxRows += 1;
    if (isHit) boxInterestRows += 1;
  }
  const counts = { rows: rows.length, interestRows, boxRows, boxInterestRows };
  const share = (part: boolean, whole: "rows" | "interest" | "box"): Share | undefined =>
    shareOf(question, rows, inBox, part, whole, confidence);
  const coverage = share(false, "interest");
  const density = share(true, "box");
  const mass = share(false, "rows");
  let box = 0;
  let hits = 0;
  let interest = 0;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number;
    interest += question.hits[row] as number;
    if (inBox[at] === 0) continue;
    box += question.weight[row] as number;
    hits += question.hits[row] as number;
  }
  const f1 = box + interest > 0 ? (2 * hits) / (box + interest) : undefined;
  return { ...counts, coverage, density, mass, f1 };
}

/** Share of `whole` that lies in the box and, where `isHit`, is of interest. */
function shareOf(
  question: Question,
  rows: Int32Array,
  inBox: Uint8Array,
  isHit: boolean,
  whole: "rows" | "interest" | "box",
  confidence: number,
): Share | undefined {
  const { weight, hits, group } = question;
  let top = 0;
  let bottom = 0;
  let squares = 0;
  const clusters = new Map<number, [number, number]>();
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number;
    const own = whole === "interest" ? (hits[row] as number) : (weight[row] as number);
    if (own === 0 || (whole === "box" && inBox[at] === 0)) continue;
    const part = inBox[at] === 1 ? (isHit ? (hits[row] as number) : own) : 0;
    top += part;
    bottom += own;
    squares += own * own;
    if (!question.isGrouped) continue;
    const sums = clusters.get(group[row] as number) ?? [0, 0];
    clusters.set(group[row] as number, [sums[0] + part, sums[1] + own]);
  }
  if (bottom === 0) return undefined;
  const value = top / bottom;
  if (!question.isGrouped) {
    const trials = (bottom * bottom) / squares;
    return { value, ...wilsonInterval(value * trials, trials, confidence) };
  }
  const pairs = [...clusters.values()];
  const ratio = estimateRatio(
    Float64Array.from(pairs, ([above]) => above),
    Float64Array.from(pairs, ([, below]) => below),
    confidence,
  );
  const low = Number.isNaN(ratio.low) ? 0 : Math.max(0, ratio.low);
  const high = Number.isNaN(ratio.high) ? 1 : Math.min(1, ratio.high);
  return { value, low, high };
}
