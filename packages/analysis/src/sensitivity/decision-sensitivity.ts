import { log } from "@shikumi/core/math";
import { estimateMean } from "../estimate/estimate.ts";
import { AnalysisError, type Design, type Outcome, type RowUse, usableRows } from "../frame/index.ts";
import { checkScale } from "../frame/scale.ts";
import { type Classes, conditionOn, type InputNote } from "./conditioning.ts";
import { DecisionTable } from "./decision-table.ts";
import { dummyThresholds } from "./dummy-threshold.ts";
import { classCount, fewestRows, type GivenDataOptions } from "./given-data.ts";
import { checkConfidence, checkWhole, type IndexEstimate, normalInterval } from "./interval.ts";
import { bootstrap, resamplingName } from "./resampling.ts";

export interface DecisionOptions extends GivenDataOptions {
  /** Whether the option with the higher or the lower outcome is better; "higher" unless stated. */
  readonly better?: "higher" | "lower";
}

/** What one input has to do with which option is best. */
export interface DecisionFactor {
  readonly name: string;
  readonly input: InputNote;
  /**
   * Expected value of learning this input before deciding (EVPPI), in units of the outcome: how much better the option chosen for each value of the input is, on average, than the one best on
   * average. Chosen without the row it is judged by, so chance alone gives about 0, and possibly less.
   */
  readonly learning: IndexEstimate;
  /** The same where the row judged takes part in the choice: too large by chance, as the usual estimate is; `learning` is too small by about as much. */
  readonly learningAtMost: number;
  /** Share of rows in whose class another option than the one best on average is chosen, in [0, 1]: how often learning the input would reverse the decision. */
  readonly reversals: IndexEstimate;
  /** Mutual information of the input and the best option as a share of the latter's entropy, corrected for chance: 1 where the input settles which option is best, about 0 where it says nothing. */
  readonly information: IndexEstimate;
  /** What a dummy exceeds with probability 1 − confidence. Absent without resamples. */
  readonly threshold: { readonly learning: number; readonly information: number } | undefined;
}

/** Share of rows in which an option is the best; of options equally good the one best on average counts, else the first. */
export interface BestShare {
  readonly name: string;
  readonly share: number;
  readonly mean: number;
}

export type DecisionResult =
  | {
      readonly kind: "decision";
      readonly use: RowUse;
      /** The option best on average. */
      readonly best: string;
      readonly options: readonly BestShare[];
      /** Entropy of which option is best, in bits. */
      readonly entropyBits: number;
      /** Expected value of learning everything before deciding (EVPI), in units of the outcome; at least 0. */
      readonly perfect: IndexEstimate;
      readonly factors: readonly DecisionFactor[];
    }
  /** One option is best in every row: nothing that varies here can change the decision, and learning is worth 0. */
  | {
      readonly kind: "always-same";
      readonly use: RowUse;
      readonly best: string;
      readonly options: readonly BestShare[];
    }
  | { readonly kind: "no-decision"; readonly reason: "too-few-rows"; readonly use: RowUse };

/**
 * Sensitivity of the decision: what each input has to do with which of several options is best, and what it is worth to learn it before deciding. `options` are the outcomes of the options
 * over the same rows (paired), of which only rows with a finite value for every option are used. Rows are divided by each input into `classCount` classes; in each class the option best on average is
 * chosen. Works for any design, dependent inputs among them; outcomes of stochastic runs may be used as they are.
 *
 * Intervals: of `perfect` Student's over rows, of the others normal with the deviation of a bootstrap of rows. Fewer than 20 rows: `too-few-rows`. Throws `AnalysisError` `another-design`,
 * `another-length`, `out-of-scale`, `bad-argument` (also for fewer than two options or two of one name). O(rows × inputs × options × resamples).
 *
 * Sources: H. Raiffa, R. Schlaifer, "Applied Statistical Decision Theory" (1961), ch. 4; M. Strong, J. E. Oakley, A. Brennan, Medical Decision Making 34 (2014) for the quantities;
 * classes instead of their regression; the correction of mutual information is that of S. Panzeri, A. Treves, Network 7 (1996).
 */
export function decisionSensitivity(
  design: Design,
  options: readonly Outcome[],
  { classes, confidence = 0.95, resamples = 100, seed = 0, better = "higher" }: DecisionOptions = {},
): DecisionResult {
  checkConfidence(confidence);
  checkWhole("resamples", resamples, 0);
  if (classes !== undefined) checkWhole("classes", classes, 2);
  if (options.length < 2)
    throw new AnalysisError("bad-argument", `a decision has two options, not ${options.length}`);
  if (new Set(options.map(({ name }) => name)).size !== options.length) {
    throw new AnalysisError("bad-argument", "two options share a name");
  }
  const use = usableRows(design, options);
  for (const { name, values } of options) checkScale(name, values);
  if (use.used < fewestRows) return { kind: "no-decision", reason: "too-few-rows", use };
  const sign = better === "higher" ? 1 : -1;
  const table = new DecisionTable(
    options.map(({ values }) => Float64Array.from(use.rows, (row) => sign * (values[row] as number))),
  );
  const shares = options.map(({ name }, at) => ({
    name,
    share: (table.bestCounts[at] as number) / use.used,
    mean: sign * (table.means[at] as number),
  }));
  const best = shares[table.bestOnAverage]?.name as string;
  const entropyBits =
    shares.reduce((sum, { share }) => sum - (share > 0 ? share * log(share) : 0), 0) / log(2);
  if (entropyBits === 0) return { kind: "always-same", use, best, options: shares };
  const most = Math.min(classes ?? classCount(use.used), Math.floor(use.used / 5));
  const conditioned = conditionOn(design, use.rows, most);
  const once = new Int32Array(use.used).fill(1);
  const figures = ({ of, count }: Classes, weights: Int32Array): readonly number[] => {
    const { learning, learningAtMost, reversals } = table.learning(of, count, weights);
    return [learning, table.information(of, count, weights), reversals, learningAtMost];
  };
  const resampled = bootstrap(use.used, resamples, resamplingName(seed, "decision-rows"), (weights) =>
    conditioned.flatMap(({ classes: own }) => figures(own, weights)),
  );
  const dummy = dummyThresholds(resamplingName(seed, "decision-dummy"), resamples, confidence, (own) =>
    figures(own, once),
  );
  const regret = estimateMean(table.regrets(), confidence);
  return {
    kind: "decision",
    use,
    best,
    options: shares,
    entropyBits,
    perfect: {
      value: regret.mean,
      interval: {
        kind: "interval",
        low: Math.max(0, regret.low),
        high: regret.high,
        confidence,
        method: "student",
      },
    },
    factors: conditioned.map(({ name, input, classes: own }, at) => {
      const found = figures(own, once);
      const estimate = (figure: number): IndexEstimate => {
        const value = found[figure] as number;
        const again = resampled[4 * at + figure] ?? new Float64Array();
        return { value, interval: normalInterval(value, again, confidence, "bootstrap") };
      };
      const [learning, information] = dummy(own);
      return {
        name,
        input,
        learning: estimate(0),
        learningAtMost: found[3] as number,
        reversals: estimate(2),
        information: estimate(1),
        threshold:
          learning === undefined || information === undefined ? undefined : { learning, information },
      };
    }),
  };
}
