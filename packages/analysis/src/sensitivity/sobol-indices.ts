import { estimateRatio } from "../estimate/estimate.ts";
import { AnalysisError, type Outcome, type RowUse, usableRows } from "../frame/index.ts";
import { checkScale } from "../frame/scale.ts";
import { blockA, blockAB, blockB, blockBA, type SaltelliDesign, saltelliRow } from "../sampling/index.ts";
import { checkConfidence, type IndexEstimate, type Interval, varies } from "./interval.ts";
import { type BlockColumns, firstAndTotal, pairSums, type RatioSums } from "./sobol-sums.ts";

export interface SobolOptions {
  /** Confidence of the intervals, in (0, 1); 0.95 unless stated. */
  readonly confidence?: number;
}

/** Base points used. A point is used in all its blocks or in none. */
export interface BasePointUse {
  readonly used: number;
  /** Points left out because at least one of their rows has no finite value. */
  readonly dropped: number;
  /** Scrambles with at least two usable points: the replicates behind the intervals. */
  readonly scrambles: number;
}

/** Indices of one factor: shares of the outcome's variance. */
export interface FactorIndices {
  readonly name: string;
  /** S: what fixing this factor alone removes on average. */
  readonly first: IndexEstimate;
  /** T: what remains on average when all others are fixed. */
  readonly total: IndexEstimate;
}

/** S_ij: what two factors do together beyond what each does alone. */
export interface PairIndex {
  readonly names: readonly [string, string];
  readonly second: IndexEstimate;
}

/** `rows` of `use` are the rows of the base points used; its counts of failed, missing and infinite rows are of the whole design. */
export type SobolResult =
  | {
      readonly kind: "indices";
      readonly use: RowUse;
      readonly points: BasePointUse;
      readonly mean: number;
      readonly variance: number;
      /** In the order of the design's factors. */
      readonly factors: readonly FactorIndices[];
      /** Every pair in the order (0, 1), (0, 2), …; empty without second order. */
      readonly pairs: readonly PairIndex[];
    }
  | {
      readonly kind: "no-indices";
      readonly reason: "no-variance" | "too-few-points";
      readonly use: RowUse;
      readonly points: BasePointUse;
    };

/**
 * Sobol' indices of an outcome of a Saltelli design: first and total order, and second order where the design holds the blocks BA. Estimators and why they were chosen: `sobol-sums.ts`
 * and SPEC-sensitivity.md. Indices are ratios of sums over all scrambles; their intervals are Student's over the scrambles (linearised ratio, `estimateRatio`), so a design of one
 * scramble has none and says so. Nothing is clipped: a small index may be found below 0, by no more than its interval.
 *
 * A base point with a failed, missing or infinite row is left out of every block and counted. Throws `AnalysisError` `design-without-structure` for a plain design,
 * `another-design` and `another-length` for results that do not belong to it, `out-of-scale` for values whose powers no number holds, `bad-argument` for the confidence. O(rows × factors) with second order, else O(rows).
 */
export function sobolIndices(
  saltelli: SaltelliDesign,
  outcome: Outcome,
  { confidence = 0.95 }: SobolOptions = {},
): SobolResult {
  checkConfidence(confidence);
  checkSaltelli(saltelli);
  const { design, hasSecondOrder, scrambles, pointsPerScramble } = saltelli;
  const use = usableRows(design, [outcome]);
  checkScale(outcome.name, outcome.values);
  const kept = keptPoints(saltelli, use);
  const used = kept.reduce((sum, points) => sum + points.length, 0);
  const replicates = kept.filter((points) => points.length >= 2).length;
  const points: BasePointUse = {
    used,
    dropped: scrambles * pointsPerScramble - used,
    scrambles: replicates,
  };
  const rowUse = { ...use, ...rowsOf(saltelli, kept, use) };
  if (replicates === 0) return { kind: "no-indices", reason: "too-few-points", use: rowUse, points };
  const replicated = kept
    .map((keptHere, scramble) => ({ scramble, keptHere }))
    .filter(({ keptHere }) => keptHere.length >= 2)
    .map(({ scramble, keptHere }) => columnsOf(saltelli, outcome.values, scramble, keptHere));
  if (!replicated.some(({ blocks }) => varies(blocks))) {
    return { kind: "no-indices", reason: "no-variance", use: rowUse, points };
  }
  const totalBy = replicated.length === 1 ? "half-of-a" : "both-halves";
  const sums = replicated.map((columns) => firstAndTotal(columns, totalBy));
  const estimate = (pick: (scramble: number) => RatioSums): IndexEstimate =>
    ratioOf(
      sums.map((_, scramble) => pick(scramble)),
      confidence,
    );
  const { factors } = design;
  const pairSumsOf = hasSecondOrder ? replicated.map(pairSums) : [];
  let pair = 0;
  const pairs: PairIndex[] = [];
  for (let one = 0; hasSecondOrder && one < factors.length; one++) {
    for (let other = one + 1; other < factors.length; other++) {
      const index = pair++;
      pairs.push({
        names: [factors[one]?.name ?? "", factors[other]?.name ?? ""],
        second: estimate((scramble) => pairSumsOf[scramble]?.[index] as RatioSums),
      });
    }
  }
  const total = sums.reduce((sum, { points: count }) => sum + count, 0);
  return {
    kind: "indices",
    use: rowUse,
    points,
    mean: sums.reduce((sum, one) => sum + one.mean * (one.points / total), 0),
    variance: sums.reduce((sum, one) => sum + one.variance * (one.points / total), 0),
    factors: factors.map(({ name }, at) => ({
      name,
      first: estimate((scramble) => sums[scramble]?.first[at] as RatioSums),
      total: estimate((scramble) => sums[scramble]?.total[at] as RatioSums),
    })),
    pairs,
  };
}

function checkSaltelli(saltelli: SaltelliDesign): void {
  if ((saltelli as { kind?: unknown }).kind !== "saltelli") {
    throw new AnalysisError(
      "design-without-structure",
      "Sobol' indices need a Saltelli design; a plain design serves `firstOrderIndices`, `deltaIndices`, `pawnIndices` and `shapleyEffects`",
    );
  }
  const { design, blocks, scrambles, pointsPerScramble, hasSecondOrder } = saltelli;
  const expected = (hasSecondOrder ? 2 : 1) * design.factors.length + 2;
  if (blocks !== expected || scrambles * blocks * pointsPerScramble !== design.rows) {
    throw new AnalysisError(
      "design-without-structure",
      `${scrambles} scrambles of ${blocks} blocks of ${pointsPerScramble} points are not the ${design.rows} rows of ${design.factors.length} factors`,
    );
  }
}

/** Points of each scramble usable in all blocks, ascending. */
function keptPoints(saltelli: SaltelliDesign, use: RowUse): readonly Int32Array[] {
  const { design, scrambles, pointsPerScramble, blocks } = saltelli;
  const isWhole = use.used === design.rows;
  const usableBlocks = new Int32Array(isWhole ? 0 : pointsPerScramble);
  const blockRows = blocks * pointsPerScramble;
  let at = 0;
  return Array.from({ length: scrambles }, (_, scramble) => {
    if (isWhole) return Int32Array.from({ length: pointsPerScramble }, (_point, point) => point);
    usableBlocks.fill(0);
    const first = scramble * blockRows;
    for (; at < use.used && (use.rows[at] as number) < first + blockRows; at++) {
      const point = ((use.rows[at] as number) - first) % pointsPerScramble;
      usableBlocks[point] = (usableBlocks[point] as number) + 1;
    }
    return Int32Array.from(usableBlocks.keys()).filter((point) => usableBlocks[point] === blocks);
  });
}

function rowsOf(
  saltelli: SaltelliDesign,
  kept: readonly Int32Array[],
  use: RowUse,
): Pick<RowUse, "rows" | "used"> {
  if (use.used === saltelli.design.rows) return { rows: use.rows, used: use.used };
  const used =
    kept.reduce((sum, points) => sum + (points.length >= 2 ? points.length : 0), 0) * saltelli.blocks;
  const rows = new Int32Array(used);
  let at = 0;
  kept.forEach((points, scramble) => {
    if (points.length < 2) return;
    for (let block = 0; block < saltelli.blocks; block++) {
      const first = saltelliRow(saltelli, scramble, block);
      for (let point = 0; point < points.length; point++) rows[at++] = first + (points[point] as number);
    }
  });
  return { rows, used };
}

function columnsOf(
  saltelli: SaltelliDesign,
  values: Float64Array,
  scramble: number,
  points: Int32Array,
): BlockColumns {
  const { blocks: blockCount, pointsPerScramble, design, hasSecondOrder } = saltelli;
  const first = saltelliRow(saltelli, scramble, 0);
  let blocks = values.subarray(first, first + blockCount * pointsPerScramble);
  if (points.length < pointsPerScramble) {
    const all = blocks;
    blocks = new Float64Array(blockCount * points.length);
    for (let block = 0; block < blockCount; block++) {
      for (let point = 0; point < points.length; point++) {
        blocks[block * points.length + point] = all[
          block * pointsPerScramble + (points[point] as number)
        ] as number;
      }
    }
  }
  const column = (block: number): Float64Array =>
    blocks.subarray(block * points.length, (block + 1) * points.length);
  const count = design.factors.length;
  return {
    blocks,
    a: column(blockA),
    b: column(blockB),
    ab: design.factors.map((_, factor) => column(blockAB(factor))),
    ba: hasSecondOrder ? design.factors.map((_, factor) => column(blockBA(factor, count))) : undefined,
  };
}

function ratioOf(replicates: readonly RatioSums[], confidence: number): IndexEstimate {
  const { mean, low, high, used } = estimateRatio(
    Float64Array.from(replicates, ({ above }) => above),
    Float64Array.from(replicates, ({ below }) => below),
    confidence,
  );
  const interval: Interval =
    used < 2
      ? { kind: "no-interval", reason: "one-replicate" }
      : { kind: "interval", low, high, confidence, method: "replicated-scrambles" };
  return { value: mean, interval };
}
