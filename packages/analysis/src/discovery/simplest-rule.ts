import { AnalysisError, type Design, type Outcome, type RowUse, type Seed } from "../frame/index.ts";
import { type Box, boxOf } from "./box.ts";
import { type BoxMeasures, measureBounds } from "./box-measures.ts";
import { type Interest, type InterestOptions, questionOf } from "./interest.ts";
import { boundsAt, peelRows } from "./peel.ts";
import { dealParts, discoveryName } from "./random-parts.ts";
import { partOfRows, sortRows } from "./sorted-rows.ts";
import { type PeelOptions, peelSettings } from "./trajectory.ts";

export interface SimplestRuleOptions extends Omit<PeelOptions, "paste">, InterestOptions {
  /** Shares the box must reach on the rows it is made from. */
  readonly coverage: number;
  readonly density: number;
  /** Most factors a rule may limit, 1 to 6. */
  readonly mostFactors?: number | undefined;
  readonly heldOutShare?: number | undefined;
  readonly seed?: Seed | undefined;
  readonly confidence?: number | undefined;
}

/** A box no other with as few factors beats in both coverage and density, on the rows it was made from. */
export interface Rule {
  readonly box: Box;
  readonly factors: number;
  readonly fitted: BoxMeasures;
  /** The same box on rows that took no part in making any rule. */
  readonly heldOut: BoxMeasures;
}

const MOST_CANDIDATES = 8;

/**
 * The simplest rule that reaches a coverage and a density, by constrained PRIM (Kwakkel 2019): the peeling is repeated with each set of at most `mostFactors` of the
 * factors that the free peeling
 * limits (the first eight it limits), and of all points those are kept that no other of as few factors beats. `simplest` is the rule of fewest factors that reaches both
 * shares, of these that
 * of highest F1; absent if none does. `rules` is the whole trade-off, by number of factors, then falling density. Throws as `questionOf`, and `AnalysisError` `bad-
 * argument`, `too-few-rows`.
 */
export function simplestRule(
  design: Design,
  outcome: Outcome,
  interest: Interest,
  options: SimplestRuleOptions,
): { readonly use: RowUse; readonly simplest?: Rule | undefined; readonly rules: readonly Rule[] } {
  const { coverage, density, mostFactors = 3, heldOutShare = 0.3, seed = 0, confidence = 0.95 } = options;
  const isShare = (value: number): boolean => value >= 0 && value <= 1;
  if (!isShare(coverage) || !isShare(density))
    throw new AnalysisError(
      "bad-argument",
      `coverage and density to reach must lie in [0, 1], got ${coverage} and ${density}`,
    );
  if (!(Number.isInteger(mostFactors) && mostFactors >= 1 && mostFactors <= 6))
    throw new AnalysisError(
      "bad-argument",
      `mostFactors must be a whole number from 1 to 6, got ${mostFactors}`,
    );
  if (!(heldOutShare >= 0.1 && heldOutShare <= 0.9))
    throw new AnalysisError("bad-argument", `heldOutShare must lie in [0.1, 0.9], got ${heldOutShare}`);
  const question = questionOf(design, outcome, interest, options);
  const part = dealParts(
    question,
    question.rows,
    [1 - heldOutShare, heldOutShare],
    discoveryName(seed, "rules"),
  );
  const fit = partOfRows(sortRows(question), part, 0);
  const heldOut = question.rows.filter((row) => part[row] === 1);
  if (fit.rows.length === 0 || heldOut.length === 0)
    throw new AnalysisError("too-few-rows", `${question.rows.length} usable rows cannot be divided`);
  const settings = peelSettings(fit, options);
  const candidates = [...new Set(peelRows(fit, settings).factor.subarray(1))].slice(0, MOST_CANDIDATES);
  const points: { tried: Int32Array; point: number; hits: number; weight: number }[] = [];
  for (const set of subsets(candidates, mostFactors)) {
    const tried = settings.tried.filter((factor) => set.includes(factor));
    const path = peelRows(fit, { ...settings, tried });
    for (let point = 0; point < path.points; point++) {
      const limited = new Set(path.factor.subarray(1, point + 1)).size;
      if (limited < set.length) continue;
      points.push({ tried, point, hits: path.hits[point] as number, weight: path.weight[point] as number });
    }
  }
  const kept = points.filter((one) => !points.some((other) => beats(other, one)));
  const rules = kept
    .sort((a, b) => a.tried.length - b.tried.length || b.hits / b.weight - a.hits / a.weight)
    .map(({ tried, point }): Rule => {
      const bounds = boundsAt(peelRows(fit, { ...settings, tried }), fit, point);
      return {
        box: boxOf(bounds, design.factors),
        factors: tried.length,
        fitted: measureBounds(question, fit.rows, [bounds], confidence),
        heldOut: measureBounds(question, heldOut, [bounds], confidence),
      };
    });
  const simplest = rules
    .filter(
      ({ fitted }) => (fitted.coverage?.value ?? 0) >= coverage && (fitted.density?.value ?? 0) >= density,
    )
    .sort((a, b) => a.factors - b.factors || (b.fitted.f1 ?? 0) - (a.fitted.f1 ?? 0))[0];
  return { use: question.use, rules, ...(simplest === undefined ? {} : { simplest }) };
}

interface Point {
  readonly tried: Int32Array;
  readonly hits: number;
  readonly weight: number;
}

/** Whether one point has no more factors and no less coverage and density than another, and is better in one. */
function beats(one: Point, other: Point): boolean {
  const [density, otherDensity] = [one.hits / one.weight, other.hits / other.weight];
  return (
    one.tried.length <= other.tried.length &&
    one.hits >= other.hits &&
    density >= otherDensity &&
    (one.tried.length < other.tried.length || one.hits > other.hits || density > otherDensity)
  );
}

function subsets(items: readonly number[], most: number): number[][] {
  const found: number[][] = [[]];
  for (const item of items) {
    for (const set of [...found]) if (set.length < most) found.push([...set, item]);
  }
  return found;
}
