import { AnalysisError } from "../frame/index.ts";
import { type Belief, type BeliefOptions, type BeliefWeight, scoreUnderBeliefs } from "./belief.ts";
import type { Interval } from "./interval.ts";
import type { OutcomeCube } from "./outcome-cube.ts";

/** A band of a scale of likelihood: probabilities from `from` up to the next band. */
export interface LikelihoodBand {
  readonly code: string;
  /** In [0, 1]; the first band begins at 0. */
  readonly from: number;
}

/** The seven bands of Intelligence Community Directive 203 (2015), "Analytic Standards", D.6.e.2, the ends closed to 0 and 1. */
export const icd203Bands: readonly LikelihoodBand[] = [
  { code: "almost-no-chance", from: 0 },
  { code: "very-unlikely", from: 0.05 },
  { code: "unlikely", from: 0.2 },
  { code: "roughly-even-chance", from: 0.45 },
  { code: "likely", from: 0.55 },
  { code: "very-likely", from: 0.8 },
  { code: "almost-certain", from: 0.95 },
];

/** How likely it is, under one belief, that an alternative meets a floor. */
export interface BelievedShare {
  readonly belief: string;
  /** Probability in [0, 1]. */
  readonly value: number;
  readonly interval: Interval;
  /** Code of the band in which the probability lies. */
  readonly band: string;
}

/** What may be said of how likely it is that one alternative meets a floor. */
export type Likelihood =
  /** Every belief puts it in one band: a word of likelihood may be used. `isSure`: so do the ends of every interval. */
  | {
      readonly kind: "one-band";
      readonly alternative: string;
      readonly band: string;
      readonly isSure: boolean;
      readonly shares: readonly BelievedShare[];
    }
  /** Beliefs put it in different bands: no word of likelihood, only what each says. */
  | {
      readonly kind: "beliefs-differ";
      readonly alternative: string;
      readonly shares: readonly BelievedShare[];
    };

/** Answer for all alternatives of a cube, or why there is none. */
export type Likelihoods =
  | {
      readonly kind: "judged";
      readonly beliefs: readonly BeliefWeight[];
      readonly likelihoods: readonly Likelihood[];
    }
  | {
      readonly kind: "too-thin";
      readonly beliefs: readonly BeliefWeight[];
      readonly thin: readonly string[];
      readonly leastEffective: number;
    }
  | { readonly kind: "no-futures"; readonly beliefs: readonly BeliefWeight[] };

/**
 * Whether a word of likelihood may be used of "the alternative meets the floor" (a ceiling where less is better; equality meets it). A share of sampled futures is no probability; it becomes one only
 * under a belief, and a word is only given where every belief gives the same one. Throws as `scoreUnderBeliefs`, and `bad-argument` for bands that do not begin at 0 and rise.
 */
export function likelihoodOfMeeting(
  cube: OutcomeCube,
  floor: number,
  beliefs: readonly Belief[],
  options: BeliefOptions & { readonly bands?: readonly LikelihoodBand[] } = {},
): Likelihoods {
  const { bands = icd203Bands, ...scoring } = options;
  checkBands(bands);
  const scored = scoreUnderBeliefs(cube, { id: "satisficing-share", floor }, beliefs, scoring);
  if (scored.kind === "too-thin") {
    const { beliefs: described, thin, leastEffective } = scored;
    return { kind: "too-thin", beliefs: described, thin, leastEffective };
  }
  const likelihoods: Likelihood[] = [];
  for (const [at, alternative] of cube.alternatives.entries()) {
    const shares: BelievedShare[] = [];
    for (const [index, { scores }] of scored.scores.entries()) {
      const score = scores[at];
      if (score?.value === undefined) return { kind: "no-futures", beliefs: scored.beliefs };
      const belief = scored.beliefs[index]?.name ?? "";
      const { value, interval } = score;
      shares.push({ belief, value, interval, band: bandOf(value, bands) });
    }
    likelihoods.push(judged(alternative, shares, bands));
  }
  return { kind: "judged", beliefs: scored.beliefs, likelihoods };
}

function judged(
  alternative: string,
  shares: readonly BelievedShare[],
  bands: readonly LikelihoodBand[],
): Likelihood {
  const band = shares[0]?.band ?? "";
  if (!shares.every((share) => share.band === band)) return { kind: "beliefs-differ", alternative, shares };
  const isSure = shares.every(
    ({ interval }) =>
      interval.kind !== "none" &&
      interval.kind !== "tolerance" &&
      bandOf(interval.low, bands) === band &&
      bandOf(interval.high, bands) === band,
  );
  return { kind: "one-band", alternative, band, isSure, shares };
}

function bandOf(probability: number, bands: readonly LikelihoodBand[]): string {
  return bands.findLast(({ from }) => probability >= from)?.code ?? bands[0]?.code ?? "";
}

function checkBands(bands: readonly LikelihoodBand[]): void {
  const rises = bands.every(({ from }, at) => (at === 0 ? from === 0 : from > (bands[at - 1]?.from ?? 1)));
  const isGood = bands.length > 0 && rises && (bands.at(-1)?.from ?? 1) < 1;
  if (!isGood || new Set(bands.map(({ code }) => code)).size !== bands.length) {
    throw new AnalysisError(
      "bad-argument",
      "bands of likelihood begin at 0, rise below 1 and have codes of their own",
    );
  }
}
