import { estimateRatio, quantile, wilsonInterval } from "@shikumi/analysis";
import { distributionValue, type FutureValues, hoursOf, noFacts, ticksOf } from "@shikumi/kernel";
import { type Study, type Validation, type ValidationTarget, validationTarget } from "@shikumi/model";
import type {
  Figure,
  NotEvaluatedReason,
  Unit,
  ValidationFinding,
  ValidationOutcome,
  ValidationSummary,
} from "../findings.ts";
import { validationOutcomes } from "../findings.ts";
import { figure, plainFigure, shareFigure } from "../measure/figure.ts";
import type { JobResult } from "../plan.ts";
import { hoursPerYear } from "./sample-row.ts";

/** Fewest values of which a 5th and a 95th percentile can be told. */
const fewest = 20;

/** The range that counts as simulated. */
const tail = 0.05;

/** Draws of a lead time in each future. */
const leadTimeDraws = 20;

/** What the runs of one kind left: results by future, and the key of the run. */
export interface ObservedRun {
  readonly key: string;
  readonly results: readonly JobResult[];
}

/** Values by cluster: futures where there are several, else replications. */
interface Clustered {
  readonly values: readonly (readonly number[])[];
  readonly never: readonly number[];
}

const nothing: Clustered = { values: [], never: [] };

/** All comparisons of a study, in the order of their keys (B4, B7). `runOf` finds the runs that a row is compared with; `futures` are the values of each future. */
export function compareRows(
  study: Study,
  runOf: (row: Validation) => ObservedRun | undefined,
  futures: readonly FutureValues[],
): ValidationSummary {
  const rows = [...study.validation.values()].map((row) => compareRow(study, row, runOf(row), futures));
  const counts = (["calibrated-on", "held-out"] as const).flatMap((use) =>
    validationOutcomes.map((outcome) => ({
      use,
      outcome,
      count: plainFigure(
        { id: `validation/count/${use}/${outcome}`, unit: "count", run: "study" },
        rows.filter((row) => row.use === use && row.outcome === outcome).length,
      ),
    })),
  );
  return { rows, counts };
}

function compareRow(
  study: Study,
  row: Validation,
  run: ObservedRun | undefined,
  futures: readonly FutureValues[],
): ValidationFinding {
  const target = validationTarget(study, row.of);
  const quantity = quantityOf(target);
  const samples =
    target.kind === "lead-time"
      ? leadTimes(study, target.instrument, futures)
      : target.kind === "roles"
        ? roleOrder(study, target, row)
        : run === undefined
          ? nothing
          : clustered(run, row);
  const key = target.kind === "lead-time" || target.kind === "roles" ? "study" : (run?.key ?? "study");
  const place = (name: string, unit: Unit, of: string = key) => ({
    id: `validation/${row.id}/${name}`,
    unit,
    run: of,
  });
  const unit: Unit = quantity === "time" ? "hours" : quantity === "share" ? "share" : "count";
  const all = Float64Array.from(samples.values.flat());
  const never = samples.never.reduce((sum, count) => sum + count, 0);
  const total = all.length + never;
  const happenedShare = all.length / total;
  const written = observedValues(row, quantity);
  const low = quantile(all, tail);
  const high = quantile(all, 1 - tail);
  const median = quantile(all, 0.5);
  const observed = written.map((value, index) => {
    const compared = quantity === "time" ? hoursOf(ticksOf(value)) : value;
    return {
      figure: plainFigure(place(`observed-${index + 1}`, unit, "study"), value),
      quantile: quantileFigure(place(`quantile-${index + 1}`, "share"), samples, compared),
      inside: compared >= low && compared <= high,
    };
  });
  const isOrder = quantity === "order";
  const inOrder = isOrder ? orderShare(place("in-order", "share"), all) : undefined;
  const reason = reasonAgainst(row, target, { count: all.length, never, happenedShare });
  const outcome: ValidationOutcome =
    reason !== undefined
      ? "not-evaluated"
      : happenedShare < tail
        ? "outside"
        : inOrder === undefined
          ? rangeOutcome(row, observed, { low, high })
          : inOrder.value >= 0.5
            ? "inside"
            : "outside";
  const printed = (name: string, value: number): Figure =>
    plainFigure(place(name, unit), isOrder ? Number.NaN : value);
  return {
    row: row.id,
    use: row.use,
    of: row.of,
    quantity,
    replay: row.replay,
    outcome,
    reason,
    observed,
    order: row.observed.kind === "order" ? row.observed.first : [],
    simulated: {
      low: printed("low", low),
      median: printed("median", median),
      high: printed("high", high),
      inOrder,
    },
    ratio: plainFigure(
      place("ratio", "value"),
      reason !== undefined || isOrder ? Number.NaN : quantile(Float64Array.from(written), 0.5) / median,
    ),
    cases: plainFigure(place("cases", "count"), total),
    happened: shareFigure(place("happened", "share"), happenedInterval(samples)),
  };
}

function quantityOf({ kind }: ReturnType<typeof validationTarget>): ValidationFinding["quantity"] {
  switch (kind) {
    case "moment":
    case "units-reached":
    case "order-to-first-effect":
    case "finding":
    case "permit":
    case "step":
    case "lead-time":
    case "unknown":
      return "time";
    case "units-within":
    case "need":
      return "units";
    case "rate":
      return "rate";
    case "fact":
    case "share-beyond":
    case "years-with":
      return "share";
    case "order-of-first-effects":
    case "order-of-permits":
    case "order-of-knowledge":
    case "roles":
      return "order";
  }
}

/** In hours, people, shares, and incidents a year. */
function observedValues(
  { observed }: Validation,
  quantity: ValidationFinding["quantity"],
): readonly number[] {
  switch (observed.kind) {
    case "set":
      return quantity === "rate" ? observed.values.map((value) => value * hoursPerYear) : observed.values;
    case "ratio":
      return [...new Set([observed.low, observed.high])];
    case "order":
      return [];
  }
}

/**
 * Values of a set lie in the simulated range each for itself; the ends of a ratio are those of one observed interval, which has to meet the range (B5).
 */
function rangeOutcome(
  { observed: { kind } }: Validation,
  observed: ValidationFinding["observed"],
  { low, high }: { readonly low: number; readonly high: number },
): ValidationOutcome {
  if (kind === "ratio") {
    const ends = observed.map(({ figure: { value } }) => value);
    return Math.max(...ends) >= low && Math.min(...ends) <= high ? "inside" : "outside";
  }
  const inside = observed.filter((one) => one.inside).length;
  return inside === observed.length ? "inside" : inside > 0 ? "partly" : "outside";
}

/** Why nothing can be said (B6). */
function reasonAgainst(
  row: Validation,
  target: ReturnType<typeof validationTarget>,
  {
    count,
    never,
    happenedShare,
  }: { readonly count: number; readonly never: number; readonly happenedShare: number },
): NotEvaluatedReason | undefined {
  if (target.kind === "roles") return undefined;
  const quantity = quantityOf(target);
  if (row.observed.kind === "ratio" && quantity !== "share") return "ratio-of-reports";
  if (count + never === 0)
    return target.kind === "step" && row.replay === undefined ? "standing-needs-replay" : "no-case";
  if (count + never < fewest) return "too-few-cases";
  return count < fewest && happenedShare >= tail ? "too-few-cases" : undefined;
}

function clustered({ results }: ObservedRun, { id }: Validation): Clustered {
  const byFuture = results.map(({ observations }) => observations?.[id] ?? []);
  const groups = byFuture.length > 1 ? byFuture : (byFuture[0] ?? []).map((sample) => [sample]);
  return {
    values: groups.map((group) => group.flatMap(({ values }) => values)),
    never: groups.map((group) => group.reduce((sum, sample) => sum + sample.never, 0)),
  };
}

/** Draws of the lead times of all levers of one instrument, at evenly spaced probabilities in every future. */
function leadTimes(study: Study, instrument: string, futures: readonly FutureValues[]): Clustered {
  const levers = [...study.levers.values()].filter((lever) => lever.instrument === instrument);
  const values = futures.map((future) =>
    levers.flatMap(({ takes }) =>
      Array.from({ length: leadTimeDraws }, (_, index) =>
        distributionValue(takes.distribution, future, noFacts, (index + 0.5) / leadTimeDraws),
      ),
    ),
  );
  return { values, never: values.map(() => 0) };
}

/** 1 where the lead and those that support, as written, hold the observed order. */
function roleOrder(
  study: Study,
  { task }: Extract<ValidationTarget, { readonly kind: "roles" }>,
  { observed }: Validation,
): Clustered {
  const plan = [...study.roles.values()].find((role) => role.task === task);
  const line = [...(plan?.lead === undefined ? [] : [plan.lead]), ...(plan?.supports ?? [])];
  const places = observed.kind === "order" ? observed.first.map((id) => line.indexOf(id)) : [];
  const holds = places.every((place, index) => place >= 0 && place > (places[index - 1] ?? -1));
  return { values: [[holds ? 1 : 0]], never: [0] };
}

/** Share of what was simulated that lies below a value, half of what equals it counted, with its interval over clusters. */
function quantileFigure(
  place: { readonly id: string; readonly run: string },
  { values }: Clustered,
  value: number,
): Figure {
  const below = Float64Array.from(values, (cluster) =>
    cluster.reduce((sum, one) => sum + (one < value ? 1 : one === value ? 0.5 : 0), 0),
  );
  const sizes = Float64Array.from(values, (cluster) => cluster.length);
  return shareFigure(place, estimateRatio(below, sizes));
}

function happenedInterval({ values, never }: Clustered): ReturnType<typeof estimateRatio> {
  const happened = Float64Array.from(values, (cluster) => cluster.length);
  return estimateRatio(
    happened,
    happened.map((count, index) => count + (never[index] ?? 0)),
  );
}

function orderShare(
  place: { readonly id: string; readonly unit: Unit; readonly run: string },
  values: Float64Array,
): Figure {
  const total = values.length;
  const inOrder = values.reduce((sum, value) => sum + value, 0);
  return figure(place, { mean: inOrder / total, ...wilsonInterval(inOrder, total) });
}
