import {
  enoughFutures,
  type Metric,
  type OutcomeCube,
  pairedGains,
  rankAgreement,
  rankProbabilities,
  type ScoreOptions,
  type Scores,
  scoreCube,
  winnersOf,
} from "@shikumi/analysis/robustness";
import type { CriterionFinding, Exploration, NoFigure } from "./exploration.ts";

/** Criteria of the deciding measure, in the order of the table. */
export const exploredCriteria: readonly Metric[] = [
  { id: "mean" },
  { id: "quantile", p: 0.1 },
  { id: "tail", share: 0.1 },
  { id: "maximin" },
  { id: "hurwicz", pessimism: 0.5 },
  { id: "minimax-regret" },
  { id: "percentile-regret", p: 0.9 },
  { id: "mean-regret" },
  { id: "best-share" },
  { id: "mean-less-deviation", aversion: 1 },
  { id: "mean-variance" },
  { id: "undesirable-deviations" },
];

/** Resamples of the futures for every interval of an exploration. */
const options: ScoreOptions = { replicates: 499 };

/** Which package wins by which criterion, how sure that is, and whether there are enough futures (EX5). */
export function robustnessFindings(
  deciding: OutcomeCube,
  margin: OutcomeCube | undefined,
): Exploration["robustness"] {
  const names = deciding.alternatives;
  const scored = [
    ...scoreCube(deciding, exploredCriteria, options),
    ...(margin === undefined ? [] : scoreCube(margin, [{ id: "satisficing-share", floor: 0 }], options)),
  ];
  const winners = winnersOf(scored);
  const criteria = scored.map((scores, at) =>
    criterion(
      scores,
      (winners[at]?.best ?? []).map((one) => names[one] ?? ""),
    ),
  );
  const ranks = rankProbabilities(deciding, { id: "mean" }, options);
  const enough = enoughFutures(deciding, { id: "mean" }, { replicates: 499 });
  return {
    criteria,
    best:
      ranks.kind === "none"
        ? { kind: "none", reason: ranks.reason }
        : {
            kind: "ranked",
            shares: ranks.best
              .map(({ alternative, share, low, high }) => ({ package: alternative, share, low, high }))
              .sort((a, b) => b.share - a.share),
          },
    rankAgreement: agreementOfRanks(deciding),
    enough: {
      kind: enough.kind,
      futures: enough.kind === "enough" ? enough.futures : undefined,
      best: enough.best.map((at) => names[at] ?? ""),
    },
    lead: leadOf(deciding),
  };
}

function criterion(scores: Scores, best: readonly string[]): CriterionFinding {
  return {
    metric: scores.metric,
    unit: scores.metric.id === "mean-variance" ? "none" : "share",
    better: scores.direction,
    scores: scores.scores.map((score) => ({
      package: score.alternative,
      value: score.value,
      interval: score.value === undefined ? undefined : score.interval,
      reason: score.value === undefined ? score.reason : undefined,
    })),
    best,
    use: { used: scores.use.used, leftOut: scores.use.leftOut },
  };
}

function agreementOfRanks(cube: OutcomeCube): Exploration["robustness"]["rankAgreement"] {
  if (cube.alternatives.length < 2) return { kind: "none", reason: "one-package" };
  const taus = rankAgreement(cube, exploredCriteria, { replicates: 0 }).flatMap(({ tau }) =>
    tau === undefined ? [] : [tau],
  );
  if (taus.length === 0) return { kind: "none", reason: "no-spread" };
  return {
    kind: "tau",
    least: Math.min(...taus),
    mean: taus.reduce((sum, tau) => sum + tau, 0) / taus.length,
    pairs: taus.length,
  };
}

/** The best two in the mean and their difference, future by future, with the interval that says whether the futures tell them apart. */
export function leadOf(cube: OutcomeCube): Exploration["robustness"]["lead"] {
  const [means] = scoreCube(cube, [{ id: "mean" }], { replicates: 0 });
  const ranked = (means?.scores ?? [])
    .flatMap((score, at) =>
      score.value === undefined ? [] : [{ id: score.alternative, at, value: score.value }],
    )
    .sort((a, b) => b.value - a.value);
  const [first, second] = ranked;
  if (first === undefined) return { kind: "none", reason: "no-futures" };
  if (second === undefined) return { kind: "none", reason: "one-package" };
  const { gains, use } = pairedGains(cube, second.at);
  const own = gains[first.at];
  if (own?.gain === undefined) return { kind: "none", reason: "no-futures" satisfies NoFigure };
  const { interval } = own;
  return {
    kind: "pair",
    first: first.id,
    second: second.id,
    gain: own.gain,
    low: "low" in interval ? interval.low : undefined,
    high: "high" in interval ? interval.high : undefined,
    futures: use.used,
  };
}
