import { normalCdf } from "@shikumi/core/math";
import { quantile } from "../estimate/quantile.ts";
import { studentQuantile } from "../estimate/student-quantile.ts";
import { AnalysisError, type Outcome, type RowUse, type Seed, usableRows } from "../frame/index.ts";
import { checkScale } from "../frame/scale.ts";
import type { MorrisDesign } from "../sampling/index.ts";
import {
  checkConfidence,
  checkWhole,
  type IndexEstimate,
  type Interval,
  withoutInterval,
} from "./interval.ts";
import { bootstrap, resamplingName } from "./resampling.ts";

export interface ElementaryEffectOptions {
  /** Confidence of the intervals, in (0, 1); 0.95 unless stated. */
  readonly confidence?: number;
  /** Bootstrap samples of trajectories; 1,000 unless stated, 0 for none. */
  readonly resamples?: number;
  /** Seed of the bootstrap; 0 unless stated. */
  readonly seed?: Seed;
}

/**
 * Elementary effects of one factor, in units of the outcome for a move over the factor's whole distribution (its unit interval). `no-effects`: fewer than two of its moves have
 * finite outcomes at both ends.
 */
export type FactorEffects =
  | {
      readonly kind: "effects";
      readonly name: string;
      /** µ: mean effect. Effects of both signs cancel. */
      readonly mean: IndexEstimate;
      /** µ*: mean of the effects' sizes (F. Campolongo, J. Cariboni, A. Saltelli 2007). 0 only where no move had an effect. */
      readonly size: IndexEstimate;
      /** σ: standard deviation of the effects (n − 1). 0 for a factor that acts linearly and alone. */
      readonly deviation: IndexEstimate;
      readonly effects: number;
      /** Moves left out because an end has no finite outcome. */
      readonly dropped: number;
    }
  | {
      readonly kind: "no-effects";
      readonly name: string;
      readonly effects: number;
      readonly dropped: number;
    };

export interface ElementaryEffectResult {
  readonly use: RowUse;
  /** In the order of the design's factors. */
  readonly factors: readonly FactorEffects[];
}

/**
 * Morris' elementary effects with bootstrap intervals over whole trajectories, which are independent of each other (points of a radial design are spread evenly instead, so its
 * intervals are too wide rather than too narrow). Percentiles are moved outwards to Φ(√(n ÷ (n − 1)) t), which makes up for the narrowness of the bootstrap with few trajectories
 * (T. C. Hesterberg, "What teachers should know about the bootstrap", The American Statistician 69 (2015)).
 *
 * A move with an end that failed is left out and counted; the other moves of its trajectory stay. Throws `AnalysisError` `design-without-structure` for a plain design, `another-design`
 * and `another-length` for results that do not belong to it, `out-of-scale` for values whose powers no number holds, `bad-argument` for options out of range. Source: M. D. Morris, Technometrics 33 (1991).
 */
export function elementaryEffects(
  morris: MorrisDesign,
  outcome: Outcome,
  { confidence = 0.95, resamples = 1000, seed = 0 }: ElementaryEffectOptions = {},
): ElementaryEffectResult {
  checkConfidence(confidence);
  checkWhole("resamples", resamples, 0);
  if ((morris as { kind?: unknown }).kind !== "morris") {
    throw new AnalysisError("design-without-structure", "elementary effects need a Morris design");
  }
  const { design, trajectories } = morris;
  const factorCount = design.factors.length;
  if (
    morris.moved.length !== trajectories * factorCount ||
    design.rows !== trajectories * (factorCount + 1)
  ) {
    throw new AnalysisError(
      "design-without-structure",
      `${trajectories} trajectories of ${factorCount} factors do not make ${design.rows} rows with ${morris.moved.length} moves`,
    );
  }
  const use = usableRows(design, [outcome]);
  checkScale(outcome.name, outcome.values);
  const effects = effectTable(morris, outcome.values, use);
  const name = resamplingName(seed, "elementary-effects");
  const resampled = bootstrap(trajectories, resamples, name, (weights) =>
    effects.flatMap((column) => {
      const { mean, size, deviation } = summaryOf(column, weights);
      return [mean, size, deviation];
    }),
  );
  const ones = new Int32Array(trajectories).fill(1);
  return {
    use,
    factors: design.factors.map((factor, at) => {
      const summary = summaryOf(effects[at] as Float64Array, ones);
      const counts = { name: factor.name, effects: summary.count, dropped: trajectories - summary.count };
      if (summary.count < 2) return { kind: "no-effects", ...counts };
      const estimate = (value: number, figure: number): IndexEstimate => ({
        value,
        interval: expandedInterval(resampled[3 * at + figure], summary.count, confidence),
      });
      return {
        kind: "effects",
        ...counts,
        mean: estimate(summary.mean, 0),
        size: estimate(summary.size, 1),
        deviation: estimate(summary.deviation, 2),
      };
    }),
  };
}

/** One column a factor, one entry a trajectory; `NaN` where a move has an end without a finite outcome. */
function effectTable(morris: MorrisDesign, values: Float64Array, use: RowUse): readonly Float64Array[] {
  const { design, trajectories, moved, steps, before, after } = morris;
  const isUsable = new Uint8Array(design.rows);
  for (const row of use.rows) isUsable[row] = 1;
  const count = design.factors.length;
  const effects = design.factors.map(() => new Float64Array(trajectories).fill(Number.NaN));
  for (let move = 0; move < moved.length; move++) {
    const from = before[move] as number;
    const to = after[move] as number;
    if (isUsable[from] !== 1 || isUsable[to] !== 1) continue;
    const column = effects[moved[move] as number] as Float64Array;
    column[Math.floor(move / count)] =
      ((values[to] as number) - (values[from] as number)) / (steps[move] as number);
  }
  return effects;
}

interface EffectSummary {
  readonly count: number;
  readonly mean: number;
  readonly size: number;
  readonly deviation: number;
}

/** `weights` says how often each trajectory counts. Figures are `NaN` where fewer than two effects count. */
function summaryOf(effects: Float64Array, weights: Int32Array): EffectSummary {
  let count = 0;
  let sum = 0;
  let sizes = 0;
  for (let at = 0; at < effects.length; at++) {
    const effect = effects[at] as number;
    const weight = weights[at] as number;
    if (weight === 0 || Number.isNaN(effect)) continue;
    count += weight;
    sum += weight * effect;
    sizes += weight * Math.abs(effect);
  }
  const mean = sum / count;
  let squares = 0;
  for (let at = 0; at < effects.length; at++) {
    const effect = effects[at] as number;
    const weight = weights[at] as number;
    if (weight > 0 && !Number.isNaN(effect)) squares += weight * (effect - mean) * (effect - mean);
  }
  return { count, mean, size: sizes / count, deviation: Math.sqrt(squares / (count - 1)) };
}

function expandedInterval(resampled: Float64Array | undefined, count: number, confidence: number): Interval {
  const usable = resampled?.filter((value) => !Number.isNaN(value)) ?? new Float64Array();
  if (usable.length < 2) return withoutInterval(usable.length);
  const t = studentQuantile(0.5 + confidence / 2, count - 1) * Math.sqrt(count / (count - 1));
  const share = normalCdf(t);
  return {
    kind: "interval",
    low: quantile(usable, 1 - share),
    high: quantile(usable, share),
    confidence,
    method: "bootstrap",
  };
}
