import { child, indexName } from "@shikumi/core/random";
import { AnalysisError, type Design, type Outcome, type RowUse, type Seed } from "../frame/index.ts";
import { HIGH, isLimited, keysOf, LEVELS, LOW } from "./box.ts";
import { type Interest, type InterestOptions, questionOf } from "./interest.ts";
import { boundsAt, peelRows } from "./peel.ts";
import { dealParts, discoveryName } from "./random-parts.ts";
import { partOfRows, sortRows } from "./sorted-rows.ts";
import { type PeelOptions, peelSettings } from "./trajectory.ts";

export interface ResamplingOptions extends Omit<PeelOptions, "paste">, InterestOptions {
  readonly seed?: Seed | undefined;
  /** How many resamples, 1 or more. */
  readonly draws?: number | undefined;
  /** Share of the rows (of the groups, where given) in each, drawn without replacement, in (0, 1). */
  readonly share?: number | undefined;
  /** Which point of each peeling is compared: that whose coverage, or whose density, is nearest to this share. */
  readonly at: { readonly kind: "coverage" | "density"; readonly share: number };
}

/** How often resampled peelings limit a factor. Shares of the draws, in [0, 1]. */
export interface FactorReproducibility {
  readonly factor: string;
  readonly limited: number;
  /** Sides; `levels` for a category. */
  readonly low: number;
  readonly high: number;
  readonly levels: number;
}

/**
 * The resampling test of Bryant & Lempert (2010): which limits come back when the peeling is repeated on random parts of the rows. Every call draws anew from its seed,
 * and every setting of the
 * peeling, the least mass included, holds in each resample. Throws as `questionOf`, and `AnalysisError` `bad-argument` for options out of range, `too-few-rows` where a
 * part would be empty.
 */
export function resamplingTest(
  design: Design,
  outcome: Outcome,
  interest: Interest,
  options: ResamplingOptions,
): {
  readonly use: RowUse;
  readonly draws: number;
  readonly factors: readonly FactorReproducibility[];
  /** Of the compared point of each draw, on its own rows. */
  readonly coverage: Float64Array;
  readonly density: Float64Array;
  readonly mass: Float64Array;
} {
  const { seed = 0, draws = 10, share = 0.5, at } = options;
  if (!(Number.isInteger(draws) && draws >= 1))
    throw new AnalysisError("bad-argument", `draws must be a whole number from 1, got ${draws}`);
  if (!(share > 0 && share < 1))
    throw new AnalysisError("bad-argument", `share must lie in (0, 1), got ${share}`);
  if (!(at.share >= 0 && at.share <= 1))
    throw new AnalysisError("bad-argument", `a share to compare at must lie in [0, 1], got ${at.share}`);
  const question = questionOf(design, outcome, interest, options);
  const sorted = sortRows(question);
  const name = discoveryName(seed, "resampling");
  const counts = design.factors.map(() => ({ limited: 0, sides: [0, 0, 0] }));
  const column = (): Float64Array => new Float64Array(draws);
  const coverage = column();
  const density = column();
  const mass = column();
  for (let draw = 0; draw < draws; draw++) {
    const part = dealParts(question, question.rows, [share, 1 - share], child(name, indexName(draw)));
    const drawn = partOfRows(sorted, part, 0);
    if (drawn.rows.length === 0) throw new AnalysisError("too-few-rows", "a resample would hold no row");
    const path = peelRows(drawn, peelSettings(drawn, options));
    const reached = path.weight.map((weight, point) => {
      const hits = path.hits[point] as number;
      return at.kind === "density" ? hits / weight : drawn.interest > 0 ? hits / drawn.interest : 1;
    });
    let best = 0;
    reached.forEach((own, point) => {
      if (Math.abs(own - at.share) < Math.abs((reached[best] as number) - at.share)) best = point;
    });
    coverage[draw] = drawn.interest > 0 ? (path.hits[best] as number) / drawn.interest : 1;
    density[draw] = (path.hits[best] as number) / (path.weight[best] as number);
    mass[draw] = (path.weight[best] as number) / drawn.total;
    const bounds = boundsAt(path, drawn, best);
    counts.forEach((count, factor) => {
      if (isLimited(bounds, factor)) count.limited += 1;
    });
    for (const { factor, side } of keysOf(bounds)) {
      const { sides } = counts[factor] as { sides: number[] };
      sides[side] = (sides[side] as number) + 1;
    }
  }
  return {
    use: question.use,
    draws,
    factors: counts.map(({ limited, sides }, factor) => ({
      factor: design.factors[factor]?.name ?? "",
      limited: limited / draws,
      low: (sides[LOW] as number) / draws,
      high: (sides[HIGH] as number) / draws,
      levels: (sides[LEVELS] as number) / draws,
    })),
    coverage,
    density,
    mass,
  };
}
