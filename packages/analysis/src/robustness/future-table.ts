import { quantile } from "../estimate/quantile.ts";
import { tailMean } from "../estimate/tail-mean.ts";
import { AnalysisError } from "../frame/index.ts";
import { checkLargest } from "../frame/scale.ts";
import { checkCube, type Direction, type OutcomeCube } from "./outcome-cube.ts";

/** How the replications of one future become its one value, and what stands for a failed run. */
export interface Reduction {
  /** Unless stated the mean. `quantile` and `tail` count from the bad side: `p` 0.1 is the value undercut in a tenth of the replications. */
  readonly within?:
    | { readonly kind: "mean" }
    | { readonly kind: "quantile"; readonly p: number }
    | { readonly kind: "tail"; readonly share: number };
  /** Value that stands for runs without a finite one, in the measure's unit; unless stated such cells are left out for every alternative. */
  readonly failuresAs?: number;
}

/** Which cells of a cube an analysis used. */
export interface CubeUse {
  /** Rows used, ascending. */
  readonly futures: Int32Array;
  readonly used: number;
  /** Rows without a replication in which every alternative has a value. */
  readonly leftOut: number;
  /** Cells (row × replication) left out, in used rows and others, because some alternative has no value there. */
  readonly cellsLeftOut: number;
  /** By alternative: runs that are `NaN`, and runs that are infinite. Alternatives that fail in bad futures look better than they are: compare these first. */
  readonly failed: Int32Array;
  readonly infinite: Int32Array;
}

/** One value a future and alternative. Futures are the independent units of everything computed from it. */
export interface FutureTable {
  readonly alternatives: readonly string[];
  readonly direction: Direction;
  readonly futures: number;
  /** `values[alternative * futures + future]` in the measure's unit. */
  readonly values: Float64Array;
  readonly use: CubeUse;
}

/**
 * Reduces a cube to one value a future. A cell counts only where every alternative has a finite value, so that all are compared on the same luck. Throws `AnalysisError`
 * as `checkCube`, `out-of-scale` as `checkLargest`, and `bad-argument` for a share or quantile out of range.
 */
export function futureTable(cube: OutcomeCube, reduction: Reduction = {}): FutureTable {
  checkCube(cube);
  checkReduction(reduction);
  checkLargest("the cube", cube.values);
  const { alternatives, direction, rows, replications, values } = cube;
  const filled = reduction.failuresAs === undefined ? values : substituted(values, reduction.failuresAs);
  const isUsable = commonCells(filled, alternatives.length, rows * replications);
  const futures = new Int32Array(rows);
  let used = 0;
  let cells = 0;
  for (let row = 0; row < rows; row++) {
    const before = cells;
    for (let cell = row * replications; cell < (row + 1) * replications; cell++)
      cells += isUsable[cell] as number;
    if (cells > before) futures[used++] = row;
  }
  const reduced = new Float64Array(alternatives.length * used);
  const scratch = new Float64Array(replications);
  for (let alternative = 0; alternative < alternatives.length; alternative++) {
    for (let future = 0; future < used; future++) {
      const start = (futures[future] as number) * replications;
      let count = 0;
      for (let cell = start; cell < start + replications; cell++) {
        if (isUsable[cell] === 1)
          scratch[count++] = filled[alternative * rows * replications + cell] as number;
      }
      reduced[alternative * used + future] = reducedValue(scratch.subarray(0, count), reduction, direction);
    }
  }
  const use = {
    futures: futures.slice(0, used),
    used,
    leftOut: rows - used,
    cellsLeftOut: rows * replications - cells,
    failed: countBy(cube, Number.isNaN),
    infinite: countBy(cube, (value) => Math.abs(value) === Number.POSITIVE_INFINITY),
  };
  return { alternatives, direction, futures: used, values: reduced, use };
}

/** The table with its sign turned where less is better: more is always better. */
export function goodnessOf({ values, direction }: FutureTable): Float64Array {
  return direction === "more" ? values : values.map((value) => 0 - value);
}

function checkReduction({ within, failuresAs }: Reduction): void {
  if (failuresAs !== undefined && !Number.isFinite(failuresAs)) {
    throw new AnalysisError("bad-argument", `failures cannot stand as ${failuresAs}`);
  }
  if (within?.kind === "quantile" && !(within.p >= 0 && within.p <= 1)) {
    throw new AnalysisError("bad-argument", `p must lie in [0, 1], got ${within.p}`);
  }
  if (within?.kind === "tail" && !(within.share > 0 && within.share <= 1)) {
    throw new AnalysisError("bad-argument", `share must lie in (0, 1], got ${within.share}`);
  }
}

function reducedValue(cells: Float64Array, { within }: Reduction, direction: Direction): number {
  if (within === undefined || within.kind === "mean") {
    let sum = 0;
    for (const value of cells) sum += value;
    return sum / cells.length;
  }
  const turned = direction === "more" ? cells : cells.map((value) => 0 - value);
  const value = within.kind === "quantile" ? quantile(turned, within.p) : tailMean(turned, within.share);
  return direction === "more" ? value : 0 - value;
}

function substituted(values: Float64Array, stand: number): Float64Array {
  return values.map((value) => (Number.isFinite(value) ? value : stand));
}

function commonCells(values: Float64Array, alternatives: number, cells: number): Uint8Array {
  const isUsable = new Uint8Array(cells).fill(1);
  for (let alternative = 0; alternative < alternatives; alternative++) {
    for (let cell = 0; cell < cells; cell++) {
      const value = values[alternative * cells + cell] as number;
      if (value - value !== 0) isUsable[cell] = 0;
    }
  }
  return isUsable;
}

function countBy({ alternatives, values }: OutcomeCube, isCounted: (value: number) => boolean): Int32Array {
  const each = values.length / alternatives.length;
  return Int32Array.from(alternatives, (_, alternative) => {
    let count = 0;
    for (const value of values.subarray(alternative * each, (alternative + 1) * each))
      if (isCounted(value)) count += 1;
    return count;
  });
}
