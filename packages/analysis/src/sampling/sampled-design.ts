import { applyDistribution } from "../distribution/index.ts";
import { AnalysisError, type Design, designOf } from "../frame/index.ts";
import type { Correlation } from "./cholesky.ts";
import { gaussianCopula } from "./gaussian-copula.ts";
import { checkInputs, factorOf, type Input } from "./input.ts";
import { type LinearConstraint, rowsMeeting } from "./linear-constraint.ts";
import type { UnitDesign } from "./unit-design.ts";

/** A design, and which points of the unit cube its rows come from. */
export interface SampledDesign {
  readonly design: Design;
  /** Point of the unit design by row of the design, ascending: the identity of a row, which stays when points are added. */
  readonly points: Int32Array;
  /** Points of the unit design that no row comes from, because a constraint forbids them. */
  readonly dropped: number;
  /** Share of the points that meet the constraints: rows ÷ (rows + dropped). 1 without constraints. */
  readonly acceptance: number;
}

/**
 * The design that gives each input the quantiles of its column of the unit cube. With `correlation`, columns are first joined by a Gaussian copula (`gaussianCopula`), with `constraints`, rows that break one are
 * left out and counted: what is left is the joint distribution given the constraints, and no longer balanced as the whole was.
 *
 * Every row depends on its own point only, so `designFrom(inputs, extend(unit, more), options)` begins with the rows of `designFrom(inputs, unit, options)`, bit for bit. Throws `AnalysisError`
 * `another-length` unless there is one column an input, `too-few-rows` if no point meets the constraints, and as `gaussianCopula`, `applyDistribution` and `rowsMeeting` do.
 */
export function designFrom(
  inputs: readonly Input[],
  unit: UnitDesign,
  options: { readonly correlation?: Correlation; readonly constraints?: readonly LinearConstraint[] } = {},
): SampledDesign {
  checkInputs(inputs);
  if (unit.columns.length !== inputs.length) {
    throw new AnalysisError("another-length", `${inputs.length} inputs, but ${unit.columns.length} columns`);
  }
  const joined =
    options.correlation === undefined ? unit.columns : gaussianCopula(unit.columns, options.correlation);
  const columns = joined.map((column, at) => applyDistribution((inputs[at] as Input).distribution, column));
  const points = rowsMeeting(inputs, columns, options.constraints ?? []);
  if (points.length === 0) {
    throw new AnalysisError("too-few-rows", `none of ${unit.rows} points meets the constraints`);
  }
  const isWhole = points.length === unit.rows;
  const kept = isWhole
    ? columns
    : columns.map((column) => Float64Array.from(points, (row) => column[row] as number));
  return {
    design: designOf(inputs.map(factorOf), kept),
    points,
    dropped: unit.rows - points.length,
    acceptance: points.length / unit.rows,
  };
}
