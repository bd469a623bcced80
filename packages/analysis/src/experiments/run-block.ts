import { AnalysisError } from "../frame/index.ts";
import type { ExperimentPlan } from "./experiment-plan.ts";
import type { Model } from "./model.ts";
import { RunDraws } from "./run-draws.ts";

/** A run that failed. */
export interface Failure {
  /** Place of the alternative in the plan. */
  readonly alternative: number;
  /** Row of the design. */
  readonly row: number;
  readonly replication: number;
  /** What the model threw, as `NAME: MESSAGE`, at most 200 characters. */
  readonly cause: string;
}

/** Results of some rows: every alternative and replication of them. Plain data that can be sent and stored. */
export interface Block {
  /** `ExperimentPlan.id` of the plan whose rows these are. */
  readonly planId: string;
  readonly first: number;
  readonly rows: number;
  /** One column an outcome: `columns[outcome][(alternative * rows + row − first) * replications + replication]`. */
  readonly columns: readonly Float64Array[];
  /** By alternative, row and replication. */
  readonly failures: readonly Failure[];
}

const longestCause = 200;

/**
 * Runs the rows `first` … `first + rows − 1` of a plan. Every run starts from inputs as planned and outputs of `NaN`, so that a run which fails, forgets an output or spoils its inputs cannot touch
 * another; a model that throws gives `NaN` for all outcomes and a failure with its cause. The results do not depend on which rows are run together, or in which order. Throws `AnalysisError`
 * `bad-argument` for rows outside the design and for a model that answers later (a promise).
 */
export function runBlock(
  model: Pick<Model, "run">,
  plan: ExperimentPlan,
  first: number,
  rows: number,
): Block {
  const { design, sources, alternatives, replications, face } = plan;
  if (!(Number.isInteger(first) && Number.isInteger(rows) && first >= 0 && rows >= 0)) {
    throw new AnalysisError("bad-argument", `${rows} rows from row ${first} on`);
  }
  if (first + rows > design.rows) {
    throw new AnalysisError("bad-argument", `rows ${first} to ${first + rows - 1} of ${design.rows}`);
  }
  const width = face.outcomes.length;
  const columns = face.outcomes.map(() => new Float64Array(alternatives.length * rows * replications));
  const failures: Failure[] = [];
  const inputs = new Float64Array(sources.length);
  const outputs = new Float64Array(width);
  const draws = new RunDraws(plan.seed);
  const { draw } = draws;
  const given = sources.map((source) => ("column" in source ? source.column : source.levers));
  const isFactor = sources.map((source) => "column" in source);
  let cell = 0;
  for (let alternative = 0; alternative < alternatives.length; alternative++) {
    for (let row = first; row < first + rows; row++) {
      for (let replication = 0; replication < replications; replication++) {
        for (let at = 0; at < inputs.length; at++) {
          inputs[at] = (given[at] as Float64Array)[isFactor[at] === true ? row : alternative] as number;
        }
        for (let at = 0; at < width; at++) outputs[at] = Number.NaN;
        draws.moveTo(row, replication);
        let answer: unknown;
        try {
          answer = model.run(inputs, outputs, draw);
        } catch (thrown) {
          for (let at = 0; at < width; at++) outputs[at] = Number.NaN;
          failures.push({ alternative, row, replication, cause: causeOf(thrown) });
        }
        if (answer !== undefined && isPromise(answer)) {
          throw new AnalysisError("bad-argument", "the model answers later: it must be synchronous");
        }
        for (let at = 0; at < width; at++) (columns[at] as Float64Array)[cell] = outputs[at] as number;
        cell += 1;
      }
    }
  }
  return { planId: plan.id, first, rows, columns, failures };
}

function isPromise(answer: unknown): boolean {
  if (typeof answer !== "object" || answer === null || !("then" in answer)) return false;
  // What a model that answers later throws must not end the process.
  if (answer instanceof Promise) answer.catch(() => undefined);
  return true;
}

function causeOf(thrown: unknown): string {
  let text: string;
  try {
    text = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : `thrown: ${String(thrown)}`;
  } catch {
    text = "thrown: something without a text";
  }
  return text.slice(0, longestCause).replaceAll(/\p{Surrogate}/gu, "\uFFFD");
}
