import { AnalysisError, type Outcome, outcomeOf } from "../frame/index.ts";
import type { ExperimentPlan } from "./experiment-plan.ts";
import type { Block, Failure } from "./run-block.ts";

/** Results of every run of a plan. */
export interface Experiments {
  readonly plan: ExperimentPlan;
  /** One column an outcome: `columns[outcome][(alternative * rows + row) * replications + replication]`, the layout of an outcome cube. `NaN` where the run failed or gave no value. */
  readonly columns: readonly Float64Array[];
  /** Runs that failed, by alternative, row and replication. */
  readonly failures: readonly Failure[];
}

/**
 * Puts blocks together by their place, in whatever order they come. Throws `AnalysisError` `another-design` for a block of another plan (design, seed, alternatives, model), `another-length` for a block
 * whose columns do not fit, `bad-argument` for rows that come twice, `too-few-rows` for rows that are missing.
 */
export function assembleExperiments(plan: ExperimentPlan, blocks: readonly Block[]): Experiments {
  const [gap] = missingRows(plan, blocks);
  if (gap !== undefined) {
    throw new AnalysisError("too-few-rows", `${gap.rows} rows from row ${gap.first} on have not been run`);
  }
  const { alternatives, replications, design, face } = plan;
  const columns = face.outcomes.map(() => new Float64Array(alternatives.length * design.rows * replications));
  for (const block of blocks) {
    const cells = block.rows * replications;
    columns.forEach((column, outcome) => {
      const from = block.columns[outcome] as Float64Array;
      for (let alternative = 0; alternative < alternatives.length; alternative++) {
        const to = (alternative * design.rows + block.first) * replications;
        column.set(from.subarray(alternative * cells, (alternative + 1) * cells), to);
      }
    });
  }
  const failures = blocks
    .flatMap((block) => block.failures)
    .toSorted((a, b) => a.alternative - b.alternative || a.row - b.row || a.replication - b.replication);
  return { plan, columns, failures };
}

/** Runs of rows that no block holds, ascending. Throws `AnalysisError` as `assembleExperiments` does, but for rows that are missing. */
export function missingRows(
  plan: ExperimentPlan,
  blocks: readonly Block[],
): readonly { readonly first: number; readonly rows: number }[] {
  const gaps: { first: number; rows: number }[] = [];
  let next = 0;
  for (const block of [...blocks].sort((a, b) => a.first - b.first || a.rows - b.rows)) {
    checkBlock(plan, block);
    if (block.rows === 0) continue;
    if (block.first < next) throw new AnalysisError("bad-argument", `row ${block.first} comes twice`);
    if (block.first > next) gaps.push({ first: next, rows: block.first - next });
    next = block.first + block.rows;
  }
  if (next < plan.design.rows) gaps.push({ first: next, rows: plan.design.rows - next });
  return gaps;
}

/**
 * One outcome of one alternative as an analysis takes it: one value a row of the design. With several replications it is their mean, in their order; a row with a replication that failed is a
 * failed row, whatever the others gave, and one without a value has none. Throws `AnalysisError` `bad-argument` for an outcome or alternative that is not there.
 */
export function outcomeFrom(experiments: Experiments, outcome: string, alternative?: string): Outcome {
  const { plan, columns, failures } = experiments;
  const { design, alternatives, replications, face } = plan;
  const place = placeOf(alternatives, alternative);
  const column = columns[face.outcomes.indexOf(outcome)];
  if (column === undefined) throw new AnalysisError("bad-argument", `there is no outcome "${outcome}"`);
  const values = new Float64Array(design.rows);
  let cell = place * design.rows * replications;
  for (let row = 0; row < design.rows; row++) {
    let sum = 0;
    for (let replication = 0; replication < replications; replication++) sum += column[cell++] as number;
    values[row] = sum / replications;
  }
  const causes = new Map<number, string>();
  for (const failure of failures) {
    if (failure.alternative !== place || causes.has(failure.row)) continue;
    causes.set(failure.row, failure.cause);
    values[failure.row] = Number.NaN;
  }
  return outcomeOf(design, outcome, values, causes);
}

/** The place of an alternative by name; of the only one where no name is given. Throws `AnalysisError` `bad-argument`. */
export function placeOf(alternatives: ExperimentPlan["alternatives"], name: string | undefined): number {
  if (name === undefined && alternatives.length === 1) return 0;
  const place = alternatives.findIndex((one) => one.name === name);
  if (place < 0) {
    throw new AnalysisError(
      "bad-argument",
      name === undefined ? "which of several alternatives is not said" : `there is no alternative "${name}"`,
    );
  }
  return place;
}

function checkBlock({ id, design, alternatives, replications, face }: ExperimentPlan, block: Block): void {
  if (block.planId !== id) {
    throw new AnalysisError("another-design", `a block of plan ${block.planId}, not of ${id}`);
  }
  const cells = alternatives.length * block.rows * replications;
  const fits =
    block.columns.length === face.outcomes.length && block.columns.every((one) => one.length === cells);
  if (!fits || block.first < 0 || block.first + block.rows > design.rows) {
    throw new AnalysisError("another-length", `the block from row ${block.first} on does not fit the plan`);
  }
}
