import { applyDistribution, isBounded } from "../distribution/index.ts";
import { AnalysisError, designOf, type Seed } from "../frame/index.ts";
import { checkInputs, factorOf, type Input } from "./input.ts";
import { Draws, partOf, permutation, samplingName } from "./seed.ts";
import { sobol } from "./sobol.ts";
import type { MorrisDesign } from "./structured-design.ts";
import { checkCount } from "./unit-design.ts";

export interface MorrisOptions {
  readonly trajectories: number;
  /** Levels of the grid: even, from 2. Default 4. */
  readonly levels?: number;
  /**
   * Where the levels lie in the unit cube: `ends` puts them at 0, 1 ÷ (levels − 1), …, 1 as Morris does, which an unbounded distribution cannot take; `middles` at (l + ½) ÷ levels. Default `ends`.
   */
  readonly grid?: "ends" | "middles";
  /** Default 0. */
  readonly seed?: Seed;
}

/**
 * Morris' trajectories (M. D. Morris 1991, Technometrics 33): from a random point of the grid each factor moves once, in random order, by half the number of levels, up or down so that it stays in the
 * cube. With `ends` the step is levels ÷ (2 (levels − 1)), with `middles` ½. Rows: trajectories × (D + 1). Trajectories are independent; more of them keep the rows of the old ones.
 *
 * Throws `AnalysisError` `bad-argument` for odd levels, sizes out of range, and unbounded distributions on `ends`.
 */
export function morrisDesign(inputs: readonly Input[], options: MorrisOptions): MorrisDesign {
  const { trajectories, levels = 4, grid = "ends", seed = 0 } = options;
  checkInputs(inputs);
  checkCount("the number of trajectories", trajectories, 1);
  checkCount("the number of levels", levels, 2, 65_536);
  if (levels % 2 !== 0)
    throw new AnalysisError("bad-argument", `${levels} levels: Morris' grid needs an even number`);
  const unbounded = grid === "ends" ? inputs.find(({ distribution }) => !isBounded(distribution)) : undefined;
  if (unbounded !== undefined) {
    throw new AnalysisError(
      "bad-argument",
      `"${unbounded.name}" has no ends to put levels on; use the grid "middles"`,
    );
  }
  const count = inputs.length;
  const rows = trajectories * (count + 1);
  checkCount("the number of rows", rows, 1);
  const unit = inputs.map(() => new Float64Array(rows));
  const moves = emptyMoves(trajectories * count);
  const name = samplingName(seed, "morris");
  const half = levels / 2;
  const level = new Int32Array(count);
  const levelAt = (at: number): number => (grid === "ends" ? at / (levels - 1) : (at + 0.5) / levels);
  for (let t = 0; t < trajectories; t++) {
    const part = partOf(name, t);
    const draws = new Draws(partOf(part, 0));
    const order = permutation(count, partOf(part, 1));
    for (let factor = 0; factor < count; factor++) level[factor] = draws.below(levels, factor);
    const first = t * (count + 1);
    for (let row = 0; row <= count; row++) {
      if (row > 0) {
        const factor = order[row - 1] as number;
        const from = level[factor] as number;
        const to = from < half ? from + half : from - half;
        level[factor] = to;
        setMove(
          moves,
          t * count + row - 1,
          factor,
          levelAt(to) - levelAt(from),
          first + row - 1,
          first + row,
        );
      }
      unit.forEach((column, factor) => {
        column[first + row] = levelAt(level[factor] as number);
      });
    }
  }
  return {
    kind: "morris",
    design: asDesign(inputs, unit),
    trajectories,
    levels,
    path: "trajectory",
    ...moves,
  };
}

/**
 * A radial design for elementary effects (F. Campolongo, A. Saltelli, J. Cariboni 2011, Computer Physics Communications 182): the first row of each star is a point a, and row i + 1 is a with the value of factor i
 * from a second point b. The points a and b are the halves of an Owen-scrambled Sobol' point in 2 D dimensions. Steps have many lengths. Rows: trajectories × (D + 1). At most 128 inputs. Errors as `morrisDesign`.
 */
export function radialDesign(
  inputs: readonly Input[],
  options: { readonly trajectories: number; readonly seed?: Seed },
): MorrisDesign {
  const { trajectories, seed = 0 } = options;
  checkInputs(inputs);
  checkCount("the number of trajectories", trajectories, 1);
  const count = inputs.length;
  const rows = trajectories * (count + 1);
  checkCount("the number of rows", rows, 1);
  const points = sobol({ rows: trajectories, dimensions: 2 * count, seed: samplingName(seed, "radial") });
  const moves = emptyMoves(trajectories * count);
  const unit = inputs.map((_, factor) => {
    const column = new Float64Array(rows);
    const one = points.columns[factor] as Float64Array;
    const two = points.columns[count + factor] as Float64Array;
    for (let t = 0; t < trajectories; t++) {
      const first = t * (count + 1);
      const from = one[t] as number;
      const to = apart(from, two[t] as number);
      column.fill(from, first, first + count + 1);
      column[first + factor + 1] = to;
      setMove(moves, t * count + factor, factor, to - from, first, first + factor + 1);
    }
    return column;
  });
  return {
    kind: "morris",
    design: asDesign(inputs, unit),
    trajectories,
    levels: 0,
    path: "radial",
    ...moves,
  };
}

type Moves = Pick<MorrisDesign, "moved" | "steps" | "before" | "after">;

function emptyMoves(count: number): Moves {
  return {
    moved: new Int32Array(count),
    steps: new Float64Array(count),
    before: new Int32Array(count),
    after: new Int32Array(count),
  };
}

function setMove(
  moves: Moves,
  at: number,
  factor: number,
  step: number,
  before: number,
  after: number,
): void {
  moves.moved[at] = factor;
  moves.steps[at] = step;
  moves.before[at] = before;
  moves.after[at] = after;
}

/** The second value, or half a turn from the first where both are the same, which happens once in 2^32 times. */
function apart(first: number, second: number): number {
  if (first !== second) return second;
  return first < 0.5 ? first + 0.5 : first - 0.5;
}

function asDesign(inputs: readonly Input[], unit: readonly Float64Array[]): MorrisDesign["design"] {
  const columns = unit.map((column, at) => {
    const { distribution } = inputs[at] as Input;
    return applyDistribution(distribution, column);
  });
  return designOf(inputs.map(factorOf), columns);
}
