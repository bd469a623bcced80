import { estimateMean } from "../estimate/estimate.ts";
import { quantile } from "../estimate/quantile.ts";
import { wilsonInterval } from "../estimate/wilson-interval.ts";
import { AnalysisError, type Outcome } from "../frame/index.ts";
import { nonDominated } from "../pareto/index.ts";
import { type FutureTable, futureTable, goodnessOf } from "./future-table.ts";
import { type Interval, LEAST_BEYOND, LEAST_FUTURES, percentileInterval } from "./interval.ts";
import { checkSameFrame, type OutcomeCube } from "./outcome-cube.ts";
import { drawsName, resampleInto } from "./resample.ts";
import type { ScoreOptions } from "./score.ts";

/** One whose consent an alternative needs. */
export interface Party {
  readonly name: string;
  /** What the party itself gets. All parties' cubes hold the same alternatives over the same design. */
  readonly cube: OutcomeCube;
  /** What the party gets if it does not agree: one of the alternatives (the present state), future by future; or a level in its measure's unit. */
  readonly fallback:
    | { readonly kind: "alternative"; readonly index: number }
    | { readonly kind: "level"; readonly value: number };
}

/**
 * When a party agrees: on average it gets at least its fallback; at the `p` quantile from the bad side it does; or it does in at least a share `share` of futures.
 */
export type ConsentRule =
  | { readonly kind: "mean" }
  | { readonly kind: "quantile"; readonly p: number }
  | { readonly kind: "share"; readonly share: number };

/** Whether one party agrees to one alternative. */
export interface Consent {
  readonly party: string;
  /** No futures: nobody agrees. */
  readonly agrees: boolean;
  /** By how much the rule is met, negative if it is not: in the party's measure (turned so that more is better), or as a share of futures under `share`. */
  readonly margin: number;
  readonly interval: Interval;
  /** Whether the interval leaves no doubt about `agrees`. */
  readonly isSure: boolean;
  /** Least constant amount, in units of the party's measure, that would make it agree if added to what it gets in every future; 0 if it agrees. */
  readonly compensation: number;
}

/** Who agrees to what. */
export interface Agreement {
  readonly rule: ConsentRule;
  /** By alternative, then by party. */
  readonly consents: readonly (readonly Consent[])[];
  /** Alternatives that no party blocks, and those of them about which no interval leaves a doubt. */
  readonly agreed: readonly number[];
  readonly surelyAgreed: readonly number[];
  /** Alternatives than which no other is at least as good on average for all parties and better for one; and those of them that are agreed. */
  readonly efficient: readonly number[];
  readonly agreedEfficient: readonly number[];
  /** Futures used, by party. */
  readonly futures: readonly number[];
}

/**
 * Which alternatives every party would accept rather than fall back (individual rationality), each judged on its own futures, alternative and fallback paired. Margins of
 * parties add up, and can be paid to one another, only where their measures are one that can be transferred; that is for the caller to know. Throws `AnalysisError` as
 * `futureTable`, `checkSameFrame`, and `bad-argument` for no parties, a fallback that is not there, or a share out of range.
 */
export function agreementOf(
  parties: readonly Party[],
  rule: ConsentRule,
  options: ScoreOptions = {},
): Agreement {
  const [first] = parties;
  if (first === undefined) throw new AnalysisError("bad-argument", "no parties");
  for (const { cube } of parties) checkSameFrame(first.cube, cube);
  checkRule(rule);
  const sides = parties.map((party) => sideOf(party, options));
  const consents = first.cube.alternatives.map((_, alternative) =>
    sides.map((side) => consentOf(side, alternative, rule, options)),
  );
  const agreed = indices(consents, (each) => each.every(({ agrees }) => agrees));
  const { rows } = nonDominated(
    sides.map(({ table, goodness }) => ({ values: meansOf(table, goodness), direction: "more" as const })),
  );
  const efficient = [...rows];
  return {
    rule,
    consents,
    agreed,
    surelyAgreed: agreed.filter((at) => consents[at]?.every(({ isSure }) => isSure) === true),
    efficient,
    agreedEfficient: efficient.filter((at) => agreed.includes(at)),
    futures: sides.map(({ table }) => table.futures),
  };
}

/**
 * For every alternative and party, future by future: 1 where the party gets less than its fallback and would leave, 0 where not, `NaN` where it has no value. Outcomes of the
 * design, named `alternative / party`, on which scenario discovery finds the conditions. Throws as `agreementOf`.
 */
export function leaveOutcomes(parties: readonly Party[], options: ScoreOptions = {}): readonly Outcome[] {
  return parties.flatMap((party) => {
    const { table, goodness, fallback } = sideOf(party, options);
    const { alternatives, rows, designId } = party.cube;
    return alternatives.map((alternative, one) => {
      const values = new Float64Array(rows).fill(Number.NaN);
      for (let at = 0; at < table.futures; at++) {
        const short = (goodness[one * table.futures + at] as number) < (fallback[at] as number);
        values[table.use.futures[at] as number] = short ? 1 : 0;
      }
      return { designId, name: `${alternative} / ${party.name}`, values };
    });
  });
}

interface Side {
  readonly name: string;
  readonly table: FutureTable;
  /** `goodness[alternative * futures + future]`, more is better. */
  readonly goodness: Float64Array;
  /** By future, turned alike. */
  readonly fallback: Float64Array;
}

function sideOf({ name, cube, fallback }: Party, options: ScoreOptions): Side {
  const table = futureTable(cube, options);
  const goodness = goodnessOf(table);
  const { futures } = table;
  if (fallback.kind === "level") {
    if (!Number.isFinite(fallback.value))
      throw new AnalysisError("bad-argument", `"${name}" falls back to ${fallback.value}`);
    const level = cube.direction === "more" ? fallback.value : 0 - fallback.value;
    return { name, table, goodness, fallback: new Float64Array(futures).fill(level) };
  }
  if (cube.alternatives[fallback.index] === undefined) {
    throw new AnalysisError(
      "bad-argument",
      `"${name}" falls back to alternative ${fallback.index} of ${cube.alternatives.length}`,
    );
  }
  return {
    name,
    table,
    goodness,
    fallback: goodness.slice(fallback.index * futures, (fallback.index + 1) * futures),
  };
}

function consentOf(
  { name, table, goodness, fallback }: Side,
  alternative: number,
  rule: ConsentRule,
  options: ScoreOptions,
): Consent {
  const { futures } = table;
  const own = goodness.subarray(alternative * futures, (alternative + 1) * futures);
  const gains = own.map((value, at) => value - (fallback[at] as number));
  if (futures === 0) {
    const interval = { kind: "none", reason: "too-few-futures" } as const;
    return { party: name, agrees: false, margin: 0, interval, isSure: false, compensation: 0 };
  }
  const margin = marginOf(rule, own, fallback, gains);
  const agrees = margin >= 0;
  const interval = marginInterval(rule, own, fallback, gains, options);
  const isSure =
    interval.kind !== "none" &&
    interval.kind !== "tolerance" &&
    (agrees ? interval.low >= 0 : interval.high < 0);
  return {
    party: name,
    agrees,
    margin,
    interval,
    isSure,
    compensation: agrees ? 0 : compensationOf(rule, margin, gains),
  };
}

function marginOf(rule: ConsentRule, own: Float64Array, fallback: Float64Array, gains: Float64Array): number {
  if (rule.kind === "mean") return estimateMean(gains).mean;
  if (rule.kind === "quantile") return quantile(own, rule.p) - quantile(fallback, rule.p);
  return countMet(gains) / gains.length - rule.share;
}

/** Least amount to add everywhere. A mean and a quantile move with it; under `share` enough futures must come up to 0. */
function compensationOf(rule: ConsentRule, margin: number, gains: Float64Array): number {
  if (rule.kind !== "share") return 0 - margin;
  const needed = Math.ceil(rule.share * gains.length - 1e-9);
  const descending = Float64Array.from(gains).sort().reverse();
  return 0 - (descending[needed - 1] as number);
}

function marginInterval(
  rule: ConsentRule,
  own: Float64Array,
  fallback: Float64Array,
  gains: Float64Array,
  { confidence = 0.95, replicates = 999, seed = 0 }: ScoreOptions,
): Interval {
  const futures = gains.length;
  if (rule.kind === "mean") {
    if (futures < 2) return { kind: "none", reason: "too-few-futures" };
    const { low, high } = estimateMean(gains, confidence);
    return { kind: "student", low, high, confidence };
  }
  if (rule.kind === "share") {
    const { low, high } = wilsonInterval(countMet(gains), futures, confidence);
    return { kind: "wilson", low: low - rule.share, high: high - rule.share, confidence };
  }
  if (futures < LEAST_FUTURES) return { kind: "none", reason: "too-few-futures" };
  if (futures * Math.min(rule.p, 1 - rule.p) < LEAST_BEYOND) return { kind: "none", reason: "extreme" };
  if (replicates === 0) return { kind: "none", reason: "not-asked" };
  return percentileInterval(resampledQuantileGains(rule.p, own, fallback, replicates, seed), confidence);
}

function resampledQuantileGains(
  p: number,
  own: Float64Array,
  fallback: Float64Array,
  replicates: number,
  seed: NonNullable<ScoreOptions["seed"]>,
): Float64Array {
  const counts = new Float64Array(own.length);
  const drawnOwn = new Float64Array(own.length);
  const drawnFallback = new Float64Array(own.length);
  const name = drawsName(seed, "futures");
  return Float64Array.from({ length: replicates }, (_, replicate) => {
    resampleInto(counts, own.length, name, replicate);
    let at = 0;
    for (let future = 0; future < own.length; future++) {
      for (let copy = counts[future] as number; copy > 0; copy--) {
        drawnOwn[at] = own[future] as number;
        drawnFallback[at++] = fallback[future] as number;
      }
    }
    return quantile(drawnOwn, p) - quantile(drawnFallback, p);
  });
}

function checkRule(rule: ConsentRule): void {
  const isGood =
    rule.kind === "mean" ||
    (rule.kind === "quantile" ? rule.p >= 0 && rule.p <= 1 : rule.share > 0 && rule.share <= 1);
  if (!isGood) throw new AnalysisError("bad-argument", `a rule out of range: ${JSON.stringify(rule)}`);
}

function countMet(gains: Float64Array): number {
  let met = 0;
  for (const gain of gains) if (gain >= 0) met += 1;
  return met;
}

function meansOf({ alternatives, futures }: FutureTable, goodness: Float64Array): Float64Array {
  return Float64Array.from(
    alternatives,
    (_, one) => estimateMean(goodness.subarray(one * futures, (one + 1) * futures)).mean,
  );
}

function indices<Item>(items: readonly Item[], isWanted: (item: Item) => boolean): readonly number[] {
  return [...items.keys()].filter((at) => isWanted(items[at] as Item));
}
