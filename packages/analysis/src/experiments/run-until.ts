import { type Estimate, estimateMean } from "../estimate/estimate.ts";
import { AnalysisError, type Design } from "../frame/index.ts";
import {
  type Correlation,
  designFrom,
  extend,
  type Input,
  type LinearConstraint,
  type UnitDesign,
} from "../sampling/index.ts";
import { type ExperimentOptions, type ExperimentPlan, planExperiments } from "./experiment-plan.ts";
import { assembleExperiments, type Experiments, outcomeFrom, placeOf } from "./experiments.ts";
import type { Model } from "./model.ts";
import { type Block, runBlock } from "./run-block.ts";

/** A design to which rows can be added. */
export interface ExtendableDesign {
  readonly inputs: readonly Input[];
  /** Sobol', Halton, Monte Carlo or Latin hypercube points: what the first look uses. */
  readonly unit: UnitDesign;
  readonly correlation?: Correlation;
  readonly constraints?: readonly LinearConstraint[];
}

/** What decides when enough has been run. */
export interface Deciding {
  readonly outcome: string;
  /** The alternative whose mean decides; the only one unless given. */
  readonly alternative?: string;
  /** With it, the mean difference to this alternative decides, row by row under the same luck. */
  readonly against?: string;
  /** Stop once the interval's half-width is at most this, in the outcome's unit. */
  readonly halfWidth: number;
  /** Confidence of the interval; 0.95 unless given. */
  readonly confidence?: number;
}

/** One look at the results so far. */
export interface Look {
  readonly rows: number;
  /** Mean over rows with Student's interval; `leftOut` counts rows that failed, had no value or an infinite one. */
  readonly estimate: Estimate;
}

/** Why a sequential run ended: the interval is narrow enough, or no more points may be added. */
export type Stopped = "narrow-enough" | "budget-spent";

/** What a sequential run found. */
export interface SequentialRun {
  readonly stopped: Stopped;
  readonly experiments: Experiments;
  /** Every look, the deciding one last. */
  readonly looks: readonly Look[];
}

/** How far a sequential run may go. */
export interface UntilOptions extends ExperimentOptions {
  readonly deciding: Deciding;
  /** Points of the unit cube that may be used at most; the last look is at the largest size that the design allows within it. */
  readonly mostPoints: number;
}

const leastUsed = 30;

/**
 * Runs a model on a growing design until the interval of the mean of one measure is narrow enough or the budget is spent. The points double from look to look, old rows are not run again, and no look counts
 * with fewer than 30 rows that have a value, or where all values are one: that is no sign that none will ever differ. Few looks keep what is lost by looking several times small: at most one look in each doubling. On low-discrepancy points the interval is too wide rather than too
 * narrow, because rows are not independent. What it finds is what one run of the final design finds, bit for bit. Throws `AnalysisError` as `planExperiments`, `designFrom` and `extend` do, and
 * `bad-argument` for a half-width or budget out of range.
 */
export function runUntil(
  model: Model,
  growing: ExtendableDesign,
  { deciding, mostPoints, ...options }: UntilOptions,
): SequentialRun {
  if (!(deciding.halfWidth > 0)) {
    throw new AnalysisError("bad-argument", `a half-width of ${deciding.halfWidth} is never reached`);
  }
  if (!(Number.isInteger(mostPoints) && mostPoints >= growing.unit.rows)) {
    throw new AnalysisError("bad-argument", `${mostPoints} points, with ${growing.unit.rows} to begin with`);
  }
  const looks: Look[] = [];
  let { unit } = growing;
  let plan = planOf(model, growing, unit, options);
  let blocks: readonly Block[] = [runBlock(model, plan, 0, plan.design.rows)];
  for (;;) {
    const experiments = assembleExperiments(plan, blocks);
    const values = decidingValues(experiments, deciding);
    const estimate = estimateMean(values, deciding.confidence);
    looks.push({ rows: plan.design.rows, estimate });
    const half = (estimate.high - estimate.low) / 2;
    const isNarrow = estimate.used >= leastUsed && hasSpread(values) && half <= deciding.halfWidth;
    if (isNarrow) return { stopped: "narrow-enough", experiments, looks };
    const more = largerSize(unit, mostPoints);
    if (more === undefined) return { stopped: "budget-spent", experiments, looks };
    unit = extend(unit, more);
    const larger = planOf(model, growing, unit, options);
    const kept = carryBlocks(plan, larger, blocks);
    const from = plan.design.rows;
    blocks = [...kept, runBlock(model, larger, from, larger.design.rows - from)];
    plan = larger;
  }
}

/**
 * The same blocks as blocks of a plan with more rows of the same design. Throws `AnalysisError` `another-design` unless the old rows begin the new design bit for bit and everything else agrees.
 */
export function carryBlocks(
  from: ExperimentPlan,
  to: ExperimentPlan,
  blocks: readonly Block[],
): readonly Block[] {
  const { seed, alternatives, replications } = from;
  const old = planExperiments(to.face, from.design, {
    alternatives: to.alternatives,
    replications: to.replications,
  });
  const now = planExperiments(from.face, from.design, { alternatives, replications });
  const isSame = old.id === now.id && seed[0] === to.seed[0] && seed[1] === to.seed[1];
  if (!isSame || !beginsWith(to.design, from.design)) {
    throw new AnalysisError("another-design", `plan ${to.id} does not continue plan ${from.id}`);
  }
  for (const block of blocks) {
    if (block.planId !== from.id) {
      throw new AnalysisError("another-design", `a block of plan ${block.planId}, not of ${from.id}`);
    }
  }
  return blocks.map((block) => ({ ...block, planId: to.id }));
}

function beginsWith(longer: Design, shorter: Design): boolean {
  if (JSON.stringify(longer.factors) !== JSON.stringify(shorter.factors)) return false;
  return shorter.columns.every((column, at) => {
    const other = longer.columns[at];
    return (
      other !== undefined &&
      other.length >= column.length &&
      column.every((value, row) => Object.is(value, other[row]))
    );
  });
}

function planOf(
  model: Model,
  { inputs, correlation, constraints }: ExtendableDesign,
  unit: UnitDesign,
  options: ExperimentOptions,
): ExperimentPlan {
  const { design } = designFrom(inputs, unit, {
    ...(correlation === undefined ? {} : { correlation }),
    ...(constraints === undefined ? {} : { constraints }),
  });
  return planExperiments(model, design, options);
}

/** Twice the points, or as many as the budget allows where the method can add any number. */
function largerSize(unit: UnitDesign, most: number): number | undefined {
  const twice = unit.rows * 2;
  if (twice <= most) return twice;
  return unit.recipe.method === "latin-hypercube" || unit.rows >= most ? undefined : most;
}

/** The values that decide, row by row; `NaN` where there is none, or it is infinite. */
function decidingValues(experiments: Experiments, { outcome, alternative, against }: Deciding): Float64Array {
  const { values } = outcomeFrom(experiments, outcome, alternative);
  if (against === undefined) return values.map((value) => (Number.isFinite(value) ? value : Number.NaN));
  const { alternatives } = experiments.plan;
  if (placeOf(alternatives, against) === placeOf(alternatives, alternative)) {
    throw new AnalysisError("bad-argument", `"${against}" is compared with itself`);
  }
  const other = outcomeFrom(experiments, outcome, against).values;
  return values.map((value, row) => {
    const difference = value - (other[row] as number);
    return Number.isFinite(difference) ? difference : Number.NaN;
  });
}

function hasSpread(values: Float64Array): boolean {
  const first = values.find((value) => !Number.isNaN(value));
  return first !== undefined && values.some((value) => !Number.isNaN(value) && value !== first);
}
