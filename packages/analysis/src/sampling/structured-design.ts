import type { Design } from "../frame/index.ts";

/**
 * A design of Saltelli's form (A. Saltelli 2002, Computer Physics Communications 145; Saltelli et al. 2010, ibid. 181). Its rows are
 *
 *     for each scramble r (0 … scrambles − 1)
 *       for each block: A, B, AB_0 … AB_(D−1), and with `hasSecondOrder` BA_0 … BA_(D−1)
 *         the points 0 … base ÷ scrambles − 1
 *
 * so row = (r × blocks + block) × pointsPerScramble + point, with `blocks` = D + 2 or 2 D + 2 and D the number of factors. AB_i is A with the column of factor i taken from B;
 * BA_i is B with the column of factor i taken from A. Scrambles are independent randomisations of one low-discrepancy set: each gives its own estimate, and their spread is
 * what intervals come from. `saltelliRow` computes row numbers.
 */
export interface SaltelliDesign {
  readonly kind: "saltelli";
  readonly design: Design;
  /** Points of A over all scrambles: a multiple of `scrambles`. */
  readonly base: number;
  /** Independent randomisations, at least 1. */
  readonly scrambles: number;
  /** Points of A in one scramble: base ÷ scrambles. */
  readonly pointsPerScramble: number;
  /** Blocks in one scramble: D + 2, or 2 D + 2 with second order. */
  readonly blocks: number;
  readonly hasSecondOrder: boolean;
}

/** Number of the block of A in each scramble. */
export const blockA = 0;
/** Number of the block of B in each scramble. */
export const blockB = 1;

/** Number of the block AB_factor: A with that factor's column from B. */
export function blockAB(factor: number): number {
  return 2 + factor;
}

/** Number of the block BA_factor, B with that factor's column from A, in a design of `factors` factors with second order. */
export function blockBA(factor: number, factors: number): number {
  return 2 + factors + factor;
}

/** First row of a block of a scramble; its points follow without a gap. */
export function saltelliRow(saltelli: SaltelliDesign, scramble: number, block: number): number {
  return (scramble * saltelli.blocks + block) * saltelli.pointsPerScramble;
}

/**
 * A design for elementary effects. Trajectory t holds the rows t × (D + 1) … t × (D + 1) + D; its effects are numbered t × D … t × D + D − 1, and each factor moves once.
 * Effect e is (y[after[e]] − y[before[e]]) ÷ steps[e], an effect of factor moved[e]. `before` is the row before in a trajectory (M. D. Morris 1991, Technometrics 33)
 * and the first row of the star in a radial design (F. Campolongo, A. Saltelli, J. Cariboni 2011, Computer Physics Communications 182). Trajectories are independent of each other in
 * the first and points of one randomised low-discrepancy set in the second.
 */
export interface MorrisDesign {
  readonly kind: "morris";
  readonly design: Design;
  readonly trajectories: number;
  /** Levels of the grid; 0 for a radial design, which has none. */
  readonly levels: number;
  readonly path: "trajectory" | "radial";
  /** Factor moved, by effect. */
  readonly moved: Int32Array;
  /** Signed change of the moved factor in the unit cube (share of its distribution, not its own units), by effect. Never 0. */
  readonly steps: Float64Array;
  /** Row before the move, by effect. */
  readonly before: Int32Array;
  /** Row after the move, by effect. */
  readonly after: Int32Array;
}
