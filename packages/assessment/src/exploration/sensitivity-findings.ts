import type { Outcome } from "@shikumi/analysis/frame";
import {
  decisionSensitivity,
  firstOrderIndices,
  type Interval,
  pawnIndices,
} from "@shikumi/analysis/sensitivity";
import type { Id } from "@shikumi/model";
import type {
  AssumptionFinding,
  DecisionSensitivity,
  InfluenceFinding,
  OutcomeSensitivity,
} from "./exploration.ts";
import type { RunTable } from "./run-table.ts";

/** Resamples of rows, and draws of an input without influence. */
const resamples = 100;
/** How many assumptions are told. */
const most = 5;

/** Influence of every uncertainty on the outcome of one package, from the same futures and without a surrogate (EX8). */
export function outcomeSensitivity({ futures }: RunTable, outcome: Outcome): OutcomeSensitivity {
  const { design } = futures;
  const first = firstOrderIndices(design, outcome, { resamples });
  const use = { used: first.use.used, leftOut: design.rows - first.use.used };
  if (first.kind === "no-indices")
    return { package: outcome.name, use, reason: reasonOf(first.reason), factors: [] };
  const pawn = pawnIndices(design, outcome, { resamples });
  const known = new Set(futures.uncertainties.map(({ id }) => id));
  const factors = first.factors.flatMap((factor, at): readonly InfluenceFinding[] => {
    if (factor.input.kind === "constant" || !known.has(factor.name)) return [];
    const [low, high] = endsOf(factor.first.interval);
    const distance = pawn.kind === "indices" ? pawn.factors[at] : undefined;
    const threshold = distance?.threshold?.median;
    return [
      {
        uncertainty: factor.name,
        first: factor.first.value,
        firstLow: low,
        firstHigh: high,
        pawn: distance?.median.value,
        pawnThreshold: threshold,
        isAboveChance:
          (low !== undefined && low > 0) ||
          (distance !== undefined && threshold !== undefined && distance.median.value > threshold),
      },
    ];
  });
  return {
    package: outcome.name,
    use,
    reason: undefined,
    factors: factors.sort((a, b) => b.first - a.first),
  };
}

/** What each uncertainty has to do with which package is best, and what it is worth to learn it before deciding (EX9). */
export function decisionFindings({ futures }: RunTable, outcomes: readonly Outcome[]): DecisionSensitivity {
  const { design } = futures;
  const empty = { shares: [], factors: [], perfect: { kind: "none", reason: "no-futures" } } as const;
  if (outcomes.length < 2) {
    const use = { used: 0, leftOut: design.rows };
    return { kind: "none", reason: "one-package", best: undefined, use, ...empty };
  }
  const found = decisionSensitivity(design, outcomes, { resamples });
  const use = { used: found.use.used, leftOut: design.rows - found.use.used };
  if (found.kind === "no-decision")
    return { kind: "none", reason: "too-few-futures", best: undefined, use, ...empty };
  const shares = found.options
    .map(({ name, share }) => ({ package: name, share }))
    .sort((a, b) => b.share - a.share);
  if (found.kind === "always-same") {
    return {
      kind: "always-same",
      reason: undefined,
      best: found.best,
      use,
      shares,
      perfect: { kind: "figure", value: 0 },
      factors: [],
    };
  }
  const [low, high] = endsOf(found.perfect.interval);
  return {
    kind: "decision",
    reason: undefined,
    best: found.best,
    use,
    shares,
    perfect: {
      kind: "figure",
      value: found.perfect.value,
      ...(low === undefined || high === undefined ? {} : { low, high }),
    },
    factors: found.factors
      .filter(({ input, name }) => input.kind !== "constant" && name !== "no-uncertainty")
      .map(({ name, learning, threshold, reversals }) => ({
        uncertainty: name,
        learning: learning.value,
        threshold: threshold?.learning,
        reversals: reversals.value,
        isAboveChance: threshold !== undefined && learning.value > Math.max(0, threshold.learning),
      }))
      .sort((a, b) => b.learning - a.learning),
  };
}

/**
 * The assumptions that matter most (EX10): first those whose learning changes the decision above chance, by its worth; then those that move the outcome of the best package above chance,
 * by their share of variance; then, marked as not above chance, what is left by share.
 */
export function assumptionFindings(
  decision: DecisionSensitivity,
  outcome: OutcomeSensitivity | undefined,
): readonly AssumptionFinding[] {
  const told = new Set<Id>();
  const found: AssumptionFinding[] = [];
  const add = (one: AssumptionFinding): void => {
    if (told.has(one.uncertainty) || found.length >= most) return;
    told.add(one.uncertainty);
    found.push(one);
  };
  for (const { uncertainty, learning, isAboveChance } of decision.factors) {
    if (isAboveChance) add({ uncertainty, by: "decision", value: learning, isAboveChance });
  }
  const influences = outcome?.factors ?? [];
  for (const isAboveChance of [true, false]) {
    for (const factor of influences) {
      if (factor.isAboveChance === isAboveChance && factor.first > 0)
        add({ uncertainty: factor.uncertainty, by: "outcome", value: factor.first, isAboveChance });
    }
  }
  return found;
}

function reasonOf(reason: "no-variance" | "too-few-rows"): "no-variance" | "too-few-futures" {
  return reason === "no-variance" ? "no-variance" : "too-few-futures";
}

function endsOf(interval: Interval): readonly [number | undefined, number | undefined] {
  return interval.kind === "interval" ? [interval.low, interval.high] : [undefined, undefined];
}
