import { estimateMean } from "../estimate/estimate.ts";
import { AnalysisError } from "../frame/index.ts";
import { type CubeUse, futureTable, goodnessOf, type Reduction } from "./future-table.ts";
import type { Interval } from "./interval.ts";
import type { OutcomeCube } from "./outcome-cube.ts";

/** What an alternative gains against another, future by future. */
export type PairedGain =
  | {
      readonly alternative: string;
      /** Mean gain over futures in the measure's unit, positive where the alternative is better, with Student's interval over futures. */
      readonly gain: number;
      readonly interval: Interval;
      /** Shares of futures in which it is better, equal and worse. */
      readonly better: number;
      readonly equal: number;
      readonly worse: number;
    }
  | { readonly alternative: string; readonly gain?: never; readonly reason: "no-futures" };

/**
 * Gains of every alternative against one of them on the same futures and luck: their error is that of the differences, which common random numbers make far smaller than
 * that of either mean. Throws as `futureTable`, and `AnalysisError` `bad-argument` for a reference that is not there.
 */
export function pairedGains(
  cube: OutcomeCube,
  reference: number,
  options: Reduction & { readonly confidence?: number } = {},
): { readonly gains: readonly PairedGain[]; readonly use: CubeUse } {
  if (cube.alternatives[reference] === undefined)
    throw new AnalysisError("bad-argument", `no alternative ${reference}`);
  const { confidence = 0.95 } = options;
  const table = futureTable(cube, options);
  const { futures } = table;
  const goodness = goodnessOf(table);
  const base = goodness.subarray(reference * futures, (reference + 1) * futures);
  const gains = table.alternatives.map((alternative, one): PairedGain => {
    if (futures === 0) return { alternative, reason: "no-futures" };
    const each = goodness.slice(one * futures, (one + 1) * futures);
    let above = 0;
    let below = 0;
    for (let at = 0; at < futures; at++) {
      const gain = (each[at] as number) - (base[at] as number);
      each[at] = gain;
      if (gain > 0) above += 1;
      else if (gain < 0) below += 1;
    }
    const { mean, low, high } = estimateMean(each, confidence);
    const interval: Interval =
      futures < 2 ? { kind: "none", reason: "too-few-futures" } : { kind: "student", low, high, confidence };
    return {
      alternative,
      gain: mean,
      interval,
      better: above / futures,
      equal: (futures - above - below) / futures,
      worse: below / futures,
    };
  });
  return { gains, use: table.use };
}
