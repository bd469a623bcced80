import type { OutputLayout } from "@shikumi/kernel";
import { applyLevers, type Id, type Study } from "@shikumi/model";
import { partySums } from "../measure/party-sums.ts";
import type { Job, JobResult } from "../plan.ts";
import { evaluateJob } from "../run/evaluate-job.ts";
import type { PartyColumn, RunResults } from "../run/run-results.ts";
import { type WhatIf, WhatIfError } from "./what-if.ts";
import { chosenLevers, contextOf, futureOf, type WhatIfContext } from "./what-if-context.ts";
import { whatIfRun } from "./what-if-run.ts";

const partyColumns = [
  "deliveredBy",
  "unitHoursBy",
  "hazardBy",
  "answered",
  "benefitBy",
] as const satisfies readonly PartyColumn[];

/** What of a job is asked for: the run itself, or with its relaxations. */
export interface ColumnsChoice {
  readonly undetermined: "refused" | "granted";
  readonly relaxed: boolean;
  readonly replications: number;
}

/**
 * What one future of a choice leaves: the columns of its job that are small, and the sums by party of those that are large. Structured-clonable, with few and small buffers, so that it can be kept for
 * hundreds of futures and passed between threads. The layout is that of the choice's program and is told apart.
 */
export interface FutureColumns {
  readonly future: number;
  readonly choice: ColumnsChoice;
  readonly columns: Omit<JobResult, "layout">;
  /** By column: one sum to each party of the study with the levers, in its order, and one over all. */
  readonly sums: Readonly<Record<PartyColumn, Float64Array>>;
}

/** Names and order of the columns of a choice. */
export function layoutOfWhatIf(context: WhatIfContext, whatIf: WhatIf, choice: ColumnsChoice): OutputLayout {
  const key = layoutKey(context, whatIf);
  const kept = context.layouts.get(key);
  if (kept !== undefined) return kept;
  const job = { ...jobOf(context, whatIf, choice, 0), replications: 0 };
  const { layout } = evaluateJob(contextOf(context, whatIf), job);
  context.layouts.set(key, layout);
  return layout;
}

/** Takes the layout of a choice from another thread that ran it, so that it need not be compiled here for its names. Changes the cache of the context only. */
export function keepLayout(context: WhatIfContext, whatIf: WhatIf, layout: OutputLayout): void {
  context.layouts.set(layoutKey(context, whatIf), layout);
}

function layoutKey({ study }: WhatIfContext, whatIf: WhatIf): string {
  return `${whatIf.mode} ${chosenLevers(study, whatIf).join(" ")}`;
}

/**
 * Runs one future of a choice (W1): the job that `assess` would run for the same levers, and its sums. Throws `WhatIfError` for levers that do not make a study together, `RangeError` for what the study does not have.
 */
export function evaluateFuture(
  context: WhatIfContext,
  whatIf: WhatIf,
  choice: ColumnsChoice,
  future: number,
): FutureColumns {
  const study = studyOf(context, whatIf);
  futureOf(context, whatIf, future);
  const { layout, ...result } = evaluateJob(
    contextOf(context, whatIf),
    jobOf(context, whatIf, choice, future),
  );
  const whole: RunResults = {
    reference: whatIfRun(context.study, whatIf, { ...choice, futures: 1 }),
    study,
    layout,
    results: [{ ...result, layout }],
  };
  const parties: readonly (Id | undefined)[] = [...study.parties.keys(), undefined];
  const sumsOf = (column: PartyColumn): Float64Array =>
    Float64Array.from(parties, (party) => partySums(whole, column, party)[0] as number);
  return { future, choice, columns: slim(result), sums: byColumn(sumsOf) };
}

/** The study with the levers of a choice. Throws `WhatIfError` where they do not combine. */
export function studyOf({ study }: Pick<WhatIfContext, "study">, whatIf: WhatIf): Study {
  const levers = chosenLevers(study, whatIf);
  const { study: levered, diagnostics } = applyLevers(study, levers);
  if (levered === undefined) throw new WhatIfError(levers, diagnostics);
  return levered;
}

/** One sum by future of the columns of a choice, in the order of the futures given. */
export function sumsByParty(
  study: Study,
  futures: readonly FutureColumns[],
): NonNullable<RunResults["partySums"]> {
  const parties = [...study.parties.keys()];
  return (column, party) => {
    const at = party === undefined ? parties.length : parties.indexOf(party);
    return Float64Array.from(futures, ({ sums }) => (at < 0 ? 0 : (sums[column][at] as number)));
  };
}

function byColumn(
  sumsOf: (column: PartyColumn) => Float64Array,
): Readonly<Record<PartyColumn, Float64Array>> {
  return Object.fromEntries(partyColumns.map((column) => [column, sumsOf(column)])) as Record<
    PartyColumn,
    Float64Array
  >;
}

function jobOf(context: WhatIfContext, whatIf: WhatIf, choice: ColumnsChoice, future: number): Job {
  return {
    index: future,
    run: "",
    levers: chosenLevers(context.study, whatIf),
    mode: whatIf.mode,
    undetermined: choice.undetermined,
    without: undefined,
    relaxed: choice.relaxed,
    future,
    replications: choice.replications,
  };
}

/** Without the columns by organisation, decider and time bin. */
function slim(result: Omit<JobResult, "layout">): Omit<JobResult, "layout"> {
  const none = new Float64Array(0);
  return {
    ...result,
    firstEffectBins: new Int32Array(0),
    deliveredBy: none,
    sharesBy: none,
    refusedBy: none,
    unitHoursBy: none,
    hazardBy: none,
    answered: none,
    refused: none,
    benefitBy: none,
    happened: none,
  };
}
