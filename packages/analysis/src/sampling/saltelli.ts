import { applyDistribution } from "../distribution/index.ts";
import { AnalysisError, designOf, type Seed } from "../frame/index.ts";
import { checkInputs, factorOf, type Input } from "./input.ts";
import { partOf, samplingName } from "./seed.ts";
import { sobol } from "./sobol.ts";
import { blockA, blockAB, blockB, blockBA, type SaltelliDesign } from "./structured-design.ts";
import { checkCount, type SobolScramble } from "./unit-design.ts";

/** Randomisations that leave a design with an independent, unbiased estimate for each scramble. */
export type SaltelliScramble = Extract<SobolScramble, "linear" | "owen">;

export interface SaltelliOptions {
  /** Points of A over all scrambles. Best base ÷ scrambles is a power of 2, which alone is balanced. */
  readonly base: number;
  /** Independent scrambles that share the base; must divide it. Default 1; intervals need at least 2, better 8 to 16. */
  readonly scrambles?: number;
  /** Whether to add the blocks BA_i, with which second-order indices are estimated better. Default false. */
  readonly secondOrder?: boolean;
  /** How each set is scrambled. Default `linear`, which errs less in most draws; `owen` errs about as much in every draw (SPEC-sensitivity.md). */
  readonly scramble?: SaltelliScramble;
  /** Default 0. */
  readonly seed?: Seed;
}

/**
 * Saltelli's design for Sobol' indices of independent inputs: A and B are the first and last D columns of one scrambled Sobol' set in 2 D dimensions, scrambled anew for each of
 * `scrambles`. Rows: base × (D + 2), or base × (2 D + 2) with second order, in the order told at `SaltelliDesign`. At most 128 inputs. Asked again
 * with more scrambles of as many points each, it begins with the same rows, bit for bit.
 *
 * Throws `AnalysisError` `bad-argument` for sizes out of range and `bad-factor` for inputs without or with equal names.
 */
export function saltelliDesign(inputs: readonly Input[], options: SaltelliOptions): SaltelliDesign {
  const {
    base,
    scrambles = 1,
    secondOrder: hasSecondOrder = false,
    seed = 0,
    scramble: method = "linear",
  } = options;
  checkInputs(inputs);
  checkCount("the number of scrambles", scrambles, 1);
  checkCount("the base", base, scrambles);
  if (base % scrambles !== 0) {
    throw new AnalysisError(
      "bad-argument",
      `a base of ${base} points does not divide into ${scrambles} scrambles`,
    );
  }
  const count = inputs.length;
  const blocks = hasSecondOrder ? 2 * count + 2 : count + 2;
  const points = base / scrambles;
  checkCount("the number of rows", base * blocks, 1);
  const columns = inputs.map(() => new Float64Array(base * blocks));
  const name = samplingName(seed, "saltelli");
  for (let scramble = 0; scramble < scrambles; scramble++) {
    const unit = sobol({
      rows: points,
      dimensions: 2 * count,
      seed: partOf(name, scramble),
      scramble: method,
    });
    const first = scramble * blocks * points;
    columns.forEach((column, at) => {
      const { distribution } = inputs[at] as Input;
      const a = applyDistribution(distribution, unit.columns[at] as Float64Array);
      const b = applyDistribution(distribution, unit.columns[count + at] as Float64Array);
      column.set(a, first + blockA * points);
      column.set(b, first + blockB * points);
      for (let factor = 0; factor < count; factor++) {
        column.set(factor === at ? b : a, first + blockAB(factor) * points);
        if (hasSecondOrder) column.set(factor === at ? a : b, first + blockBA(factor, count) * points);
      }
    });
  }
  return {
    kind: "saltelli",
    design: designOf(inputs.map(factorOf), columns),
    base,
    scrambles,
    pointsPerScramble: points,
    blocks,
    hasSecondOrder,
  };
}
