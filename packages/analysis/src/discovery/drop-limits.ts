import { binomialTail } from "./binomial-tail.ts";
import { type Bounds, copyBounds, type Key, openSide } from "./box.ts";
import type { Question } from "./interest.ts";
import type { SortedRows } from "./sorted-rows.ts";
import { scoreOf, type Target } from "./target.ts";
import { addViolations, type Violations, violationsOf } from "./violations.ts";

/** What one limit is worth on rows that had no part in making it. */
export interface LimitWorth {
  /** By how much the target (F, or the density for the other targets) falls when the limit is dropped, and the standard error of that. */
  readonly loss: number;
  readonly error: number;
  /** Quasi-p-value: chance of so many rows of interest in the box if it were no denser than without the limit. */
  readonly pValue: number;
}

export interface JudgedBox {
  readonly bounds: Bounds;
  readonly rows: Int32Array;
}

export interface DroppedLimits {
  readonly kept: readonly { readonly key: Key; readonly worth: LimitWorth }[];
  readonly dropped: readonly { readonly key: Key; readonly worth: LimitWorth }[];
  readonly boxes: readonly JudgedBox[];
}

/**
 * Drops, one by one, the limits that noise explains: those whose loss does not exceed its standard error and, once the boxes are settled, those whose quasi-p-value times
 * the number of limits
 * exceeds the significance (Bonferroni; the rows judged on had no part in making the boxes, so the many boxes tried need no further correction). Before, limits are too
 * rough for the second
 * test. The boxes (one a fold, with the same sides) are judged together, each on its own rows. For a density to reach, a limit is dropped also where the density is
 * reached without it. The one
 * worth least by its error goes first, then all are judged anew.
 */
export function dropLimits(
  question: Question,
  sorted: SortedRows,
  boxes: readonly JudgedBox[],
  keys: readonly Key[],
  target: Target,
  significance: number,
  isSettled: boolean,
): DroppedLimits {
  const current = boxes.map(({ bounds, rows }) => ({ bounds: copyBounds(bounds), rows }));
  const dropped: { key: Key; worth: LimitWorth }[] = [];
  let remaining = [...keys];
  for (;;) {
    const worths = worthOfLimits(question, sorted, current, remaining, target);
    const judged = remaining.map((key, at) => {
      const worth = worths[at] as LimitWorth & { readonly isNeedless: boolean };
      const isNoise =
        worth.isNeedless ||
        !(worth.loss > worth.error) ||
        (isSettled && worth.pValue * remaining.length > significance);
      const { loss, error, pValue } = worth;
      return { key, worth: { loss, error, pValue }, isNoise, rank: error > 0 ? loss / error : loss * 1e300 };
    });
    const worst = judged.filter(({ isNoise }) => isNoise).sort((a, b) => a.rank - b.rank)[0];
    if (worst === undefined)
      return { kept: judged.map(({ key, worth }) => ({ key, worth })), dropped, boxes: current };
    dropped.push({ key: worst.key, worth: worst.worth });
    remaining = remaining.filter((key) => key !== worst.key);
    for (const { bounds } of current) openSide(bounds, worst.key);
  }
}

/** Worth of each limit of some boxes with the same sides, each on its own rows. */
export function worthOfLimits(
  question: Question,
  sorted: SortedRows,
  boxes: readonly JudgedBox[],
  keys: readonly Key[],
  target: Target,
): (LimitWorth & { readonly isNeedless: boolean })[] {
  const violations = violationsOf((boxes[0] as JudgedBox).bounds, keys, sorted.columns, new Int32Array(0));
  for (const { bounds, rows } of boxes) addViolations(violations, bounds, keys, sorted.columns, rows);
  const sums = sumsBySide(question, boxes, violations, keys.length);
  return keys.map((_, index) => {
    const without = {
      hits: sums.hits + (sums.soleHits[index] as number),
      weight: sums.weight + (sums.soleWeight[index] as number),
    };
    const measure = measureOf(target, sums.interest);
    const full = measure.value(sums.hits, sums.weight);
    const open = measure.value(without.hits, without.weight);
    const error = errorOfLoss(question, boxes, violations, index, measure, sums, without);
    const pValue = binomialTail(
      sums.hitRows,
      sums.boxRows,
      (sums.hitRows + (sums.soleHitRows[index] as number)) /
        Math.max(1, sums.boxRows + (sums.soleRows[index] as number)),
    );
    const isNeedless =
      target.kind === "density" && scoreOf(target)(without.hits, without.weight, sums.interest) >= 1;
    return { loss: full - open, error, pValue, isNeedless };
  });
}

interface SideSums {
  hits: number;
  weight: number;
  interest: number;
  hitRows: number;
  boxRows: number;
  readonly soleHits: Float64Array;
  readonly soleWeight: Float64Array;
  readonly soleHitRows: Float64Array;
  readonly soleRows: Float64Array;
}

function sumsBySide(
  question: Question,
  boxes: readonly JudgedBox[],
  { count, last }: Violations,
  sides: number,
): SideSums {
  const column = (): Float64Array => new Float64Array(sides);
  const sums: SideSums = {
    hits: 0,
    weight: 0,
    interest: 0,
    hitRows: 0,
    boxRows: 0,
    soleHits: column(),
    soleWeight: column(),
    soleHitRows: column(),
    soleRows: column(),
  };
  for (const { rows } of boxes) {
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] as number;
      const own = question.weight[row] as number;
      const hit = question.hits[row] as number;
      sums.interest += hit;
      if (count[row] === 0) {
        sums.weight += own;
        sums.hits += hit;
        sums.boxRows += 1;
        if (hit > 0) sums.hitRows += 1;
      } else if (count[row] === 1) {
        const side = last[row] as number;
        sums.soleWeight[side] = (sums.soleWeight[side] as number) + own;
        sums.soleHits[side] = (sums.soleHits[side] as number) + hit;
        sums.soleRows[side] = (sums.soleRows[side] as number) + 1;
        if (hit > 0) sums.soleHitRows[side] = (sums.soleHitRows[side] as number) + 1;
      }
    }
  }
  return sums;
}

/** A ratio (a hits) ÷ (b interest + weight), which F_β and the density both are; 0 where it has no value. */
interface Measure {
  readonly times: number;
  readonly share: number;
  value(hits: number, weight: number): number;
  bottom(weight: number): number;
}

function measureOf(target: Target, interest: number): Measure {
  const square = target.kind === "f" ? (target.beta ?? 1) * (target.beta ?? 1) : 0;
  const bottom = (weight: number): number => square * interest + weight;
  return {
    times: 1 + square,
    share: square,
    bottom,
    value: (hits, weight) => (bottom(weight) > 0 ? ((1 + square) * hits) / bottom(weight) : 0),
  };
}

/** Standard error of the difference of two such ratios on the same rows, by the delta method, rows of one group added up before squaring. */
function errorOfLoss(
  question: Question,
  boxes: readonly JudgedBox[],
  { count, last }: Violations,
  side: number,
  measure: Measure,
  full: { readonly hits: number; readonly weight: number },
  open: { readonly hits: number; readonly weight: number },
): number {
  const fullValue = measure.value(full.hits, full.weight);
  const openValue = measure.value(open.hits, open.weight);
  const fullBottom = Math.max(measure.bottom(full.weight), Number.MIN_VALUE);
  const openBottom = Math.max(measure.bottom(open.weight), Number.MIN_VALUE);
  const sums = question.isGrouped ? new Float64Array(question.groupCount) : undefined;
  let squares = 0;
  for (const { rows } of boxes) {
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] as number;
      const own = question.weight[row] as number;
      const hit = question.hits[row] as number;
      const inFull = count[row] === 0 ? 1 : 0;
      const inOpen = inFull === 1 || (count[row] === 1 && last[row] === side) ? 1 : 0;
      const part =
        (measure.times * hit * inFull - fullValue * (measure.share * hit + own * inFull)) / fullBottom -
        (measure.times * hit * inOpen - openValue * (measure.share * hit + own * inOpen)) / openBottom;
      if (sums === undefined) squares += part * part;
      else {
        const group = question.group[row] as number;
        sums[group] = (sums[group] as number) + part;
      }
    }
  }
  if (sums !== undefined) for (const sum of sums) squares += sum * sum;
  return Math.sqrt(squares);
}
