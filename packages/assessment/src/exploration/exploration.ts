import type { EnoughFutures, Interval, Metric } from "@shikumi/analysis/robustness";
import type { Dimension } from "@shikumi/core/quantity";
import type { Id, Text } from "@shikumi/model";
import type { PlannedDesign } from "./exploration-plan.ts";
import type { SwitchingFinding } from "./switching.ts";

/** Rows that a figure is made from, and how many it left out for which reason. */
export interface RowsUsed {
  readonly used: number;
  /** Futures or runs left out because a run failed or was cut off, or because a measure has no value there. */
  readonly leftOut: number;
}

/** Why a figure is missing. */
export type NoFigure =
  | "no-futures"
  | "too-few-futures"
  | "no-spread"
  | "no-variance"
  | "one-package"
  | "no-floor"
  | "no-demand"
  | "undefined-scores";

/** A number with its interval, or the reason why there is none. */
export type ExploredFigure =
  | { readonly kind: "figure"; readonly value: number; readonly low?: number; readonly high?: number }
  | { readonly kind: "none"; readonly reason: NoFigure };

/** One package that was run. `baseline` is the present arrangement. */
export interface ExploredPackage {
  readonly id: Id;
  readonly name: Text;
  readonly levers: readonly Id[];
}

/** One uncertainty as the futures hold it. */
export interface ExploredUncertainty {
  readonly id: Id;
  readonly key: string;
  readonly name: Text;
  readonly dimension: Dimension;
  /** Unit name of a count, currency of money. */
  readonly unit: string | undefined;
  readonly group: string | undefined;
  /** Least and greatest value among the futures, in base units. */
  readonly low: number;
  readonly high: number;
  /** All its values among the futures, ascending, where it is one of few; absent otherwise. */
  readonly levels: readonly number[] | undefined;
  /** Ids of those it is correlated with. */
  readonly correlated: readonly Id[];
}

/** What packages are compared by: value delivered and averted ÷ value that could have been demanded. */
export interface DecidingMeasure {
  readonly id: string;
  readonly name: Text;
  readonly domains: readonly { readonly domain: string; readonly weight: number }[];
  /** Whether domains are weighed by the study; otherwise they add up by value. */
  readonly isWeighed: boolean;
  /** Floor of the measure, or the missions' own floors together (value they ask for ÷ value demanded of them). */
  readonly floor:
    | { readonly kind: "stated"; readonly value: number }
    | { readonly kind: "missions"; readonly missions: number }
    | { readonly kind: "none" };
}

/** One criterion: the score of every package, and who wins by it. */
export interface CriterionFinding {
  readonly metric: Metric;
  readonly unit: "share" | "none";
  readonly better: "more" | "less";
  readonly scores: readonly {
    readonly package: Id;
    readonly value: number | undefined;
    readonly interval: Interval | undefined;
    readonly reason: NoFigure | undefined;
  }[];
  readonly best: readonly Id[];
  readonly use: RowsUsed;
}

/** What a party gets under a package, against what it gets at present. */
export interface ConsentFinding {
  readonly party: Id;
  readonly package: Id;
  readonly agrees: boolean;
  readonly isSure: boolean;
  /** Gain in the mean of the futures, in the study's unit of value. */
  readonly gain: number;
  readonly low: number | undefined;
  readonly high: number | undefined;
  /** Share of futures in which it gets less than at present. */
  readonly losing: number;
  /** Largest regret over the futures against the best package for the party. */
  readonly regret: number | undefined;
}

/** Who would agree to what. Parties to whose beneficiaries nothing is ever delivered are left out. */
export interface AgreementFinding {
  readonly parties: readonly Id[];
  readonly leftOut: readonly Id[];
  readonly consents: readonly ConsentFinding[];
  /** Packages no party would block in the mean of the futures; and those about which no interval leaves a doubt. */
  readonly agreed: readonly Id[];
  readonly surelyAgreed: readonly Id[];
  /** Conditions under which a party gets less than at present. */
  readonly leaving: readonly (BoxSearch & { readonly party: Id; readonly package: Id })[];
}

/** A limit of a box in base units of the uncertainty; an absent end is open. */
export interface BoxLimit {
  readonly uncertainty: Id;
  readonly low: number | undefined;
  readonly high: number | undefined;
  /** Whether the futures that were kept apart confirm the limit. */
  readonly isConfirmed: boolean;
}

/** Shares of sampled futures, never probabilities. `undefined`: not defined. */
export interface BoxShares {
  readonly futures: number;
  readonly boxFutures: number;
  readonly hits: number;
  readonly coverage: number | undefined;
  readonly density: number | undefined;
}

/** One point of a peeling: a box on the way from all futures to a small one. Shares of sampled futures. */
export interface PeelPoint {
  /** Uncertainties the box limits. */
  readonly limited: number;
  readonly mass: number;
  readonly coverage: number;
  readonly density: number;
  /** The same box on the futures kept apart; absent where none lies in it or nothing happens there. */
  readonly heldOut: { readonly coverage: number; readonly density: number } | undefined;
  /** The point that cross-validation chose, before limits that noise explains were dropped. */
  readonly isChosen: boolean;
}

/** Where something happens among the futures: boxes, or why there is none that the evidence supports. */
export interface BoxSearch {
  /** Share of futures in which it happens. */
  readonly share: number;
  readonly use: RowsUsed;
  /** The way of the first peeling; empty where it did not come to one. */
  readonly trajectory: readonly PeelPoint[];
  readonly boxes: readonly {
    /** Most restrictive first. */
    readonly limits: readonly BoxLimit[];
    readonly fitted: BoxShares;
    readonly heldOut: BoxShares;
  }[];
  readonly stopped:
    | "no-interest"
    | "all-interest"
    | "too-few-rows"
    | "whole-space-scores-best"
    | "noise-explains-limits"
    | "held-out-not-denser"
    | "enough-boxes";
}

/**
 * What a package is searched for: futures below the floor; or, where there is no floor or it splits too few futures from the rest, futures below the package's own first
 * quartile of the deciding measure.
 */
export type SearchThreshold =
  | { readonly kind: "floor" }
  | {
      readonly kind: "worst-quarter";
      /** The quartile, in the measure's unit. */
      readonly value: number;
      /** Futures that miss the floor, of those with a value; absent without a floor. */
      readonly floor: { readonly missed: number; readonly of: number } | undefined;
    };

/** Where one package misses its floor, or does worst. */
export interface PackageSearch extends BoxSearch {
  readonly package: Id;
  readonly threshold: SearchThreshold;
}

/** Mean regret of every package among futures in which one assumption is low, middling or high. In the measure's unit. */
export interface RegretFinding {
  readonly columns: readonly {
    /** Absent: all futures. */
    readonly uncertainty: Id | undefined;
    /** Least and greatest value there, in base units. */
    readonly low: number;
    readonly high: number;
    readonly futures: number;
  }[];
  /** One cell a column. Empty with fewer than two packages or without a future. */
  readonly packages: readonly { readonly package: Id; readonly cells: readonly number[] }[];
}

/** Some of the futures, for pictures: the first ones in which every package has a value. */
export interface SampledFutures {
  /** Numbers of the futures, counted from 0. */
  readonly futures: readonly number[];
  /** Those that boxes limit and those that matter most, in base units. */
  readonly uncertainties: readonly { readonly uncertainty: Id; readonly values: readonly number[] }[];
  /** Deciding measure, and whether what the package is searched for happens. */
  readonly packages: readonly {
    readonly package: Id;
    readonly values: readonly number[];
    readonly isHit: readonly boolean[];
  }[];
}

/** Influence of one uncertainty on one package's outcome, from the same futures. */
export interface InfluenceFinding {
  readonly uncertainty: Id;
  /** Share of variance; by chance slightly below 0. */
  readonly first: number;
  readonly firstLow: number | undefined;
  readonly firstHigh: number | undefined;
  /** PAWN: median distance of distributions, and what an input without influence exceeds in one case of twenty. */
  readonly pawn: number | undefined;
  readonly pawnThreshold: number | undefined;
  readonly isAboveChance: boolean;
}

/** Sensitivity of the outcome of one package. */
export interface OutcomeSensitivity {
  readonly package: Id;
  readonly use: RowsUsed;
  readonly reason: NoFigure | undefined;
  /** Most influential first. */
  readonly factors: readonly InfluenceFinding[];
}

/** Sensitivity of the choice between packages. */
export interface DecisionSensitivity {
  readonly kind: "decision" | "always-same" | "none";
  readonly reason: NoFigure | undefined;
  readonly best: Id | undefined;
  readonly use: RowsUsed;
  /** Share of futures in which each package is the best. */
  readonly shares: readonly { readonly package: Id; readonly share: number }[];
  /** Worth of knowing the future before deciding, in points of the measure. */
  readonly perfect: ExploredFigure;
  readonly factors: readonly {
    readonly uncertainty: Id;
    /** Worth of learning this one before deciding, and what chance alone gives in one case of twenty. */
    readonly learning: number;
    readonly threshold: number | undefined;
    readonly reversals: number;
    readonly isAboveChance: boolean;
  }[];
}

/** One of the assumptions that matter most, and by what. */
export interface AssumptionFinding {
  readonly uncertainty: Id;
  /** `decision`: worth learning before deciding; `outcome`: moves the outcome of the best package. */
  readonly by: "decision" | "outcome";
  readonly value: number;
  /** Whether it lies above what chance gives. */
  readonly isAboveChance: boolean;
}

/** The packages under the beliefs that the study states about its uncertainties; or why these futures cannot speak for one of them. */
export type BeliefFinding =
  | {
      readonly kind: "scored";
      /** Without a name: the distributions of the study itself. `effective`: equally weighted futures that would be as informative. */
      readonly beliefs: readonly { readonly name: string | undefined; readonly effective: number }[];
      readonly packages: readonly {
        readonly package: Id;
        /** Mean of the deciding measure under each belief. */
        readonly means: readonly (number | undefined)[];
        /** Least and largest probability that the floor is met, over the beliefs and their 95 % intervals. */
        readonly floor: { readonly low: number; readonly high: number } | undefined;
      }[];
      /** Best in the mean under every belief; none where beliefs disagree. */
      readonly best: readonly Id[];
    }
  /** Beliefs for which fewer than `least` effective futures are left. */
  | { readonly kind: "too-thin"; readonly thin: readonly string[]; readonly least: number }
  /**
   * `uncovered`: the belief holds possible what the futures never have. `no-density`: a distribution depends on facts or has no density. `correlated-steps`: an uncertainty with few values is
   * correlated with one that the belief changes.
   */
  | {
      readonly kind: "uncovered" | "no-density" | "correlated-steps";
      readonly belief: string;
      readonly uncertainty: Id;
    };

/** Findings of an exploration. Plain data; nothing in it is `NaN` or infinite. */
export interface Exploration {
  readonly format: "shikumi-exploration-1";
  readonly study: { readonly digest: string; readonly title: Text; readonly seed: number };
  readonly engine: string;
  readonly mode: "in-force" | "timed";
  readonly design: {
    readonly kind: PlannedDesign;
    readonly id: string;
    readonly futures: number;
    readonly replications: number;
  };
  readonly packages: readonly ExploredPackage[];
  readonly uncertainties: readonly ExploredUncertainty[];
  readonly measure: DecidingMeasure;
  readonly runs: {
    readonly all: number;
    readonly complete: number;
    readonly cut: number;
    readonly failed: number;
    readonly causes: readonly { readonly cause: string; readonly count: number }[];
  };
  readonly domains: readonly {
    readonly domain: string;
    readonly effectiveness: readonly { readonly package: Id; readonly mean: ExploredFigure }[];
    readonly use: RowsUsed;
  }[];
  readonly robustness: {
    readonly criteria: readonly CriterionFinding[];
    /** Share of resamples of the futures in which a package is best in the mean, most often first. */
    readonly best:
      | {
          readonly kind: "ranked";
          readonly shares: readonly {
            readonly package: Id;
            readonly share: number;
            readonly low: number;
            readonly high: number;
          }[];
        }
      | { readonly kind: "none"; readonly reason: NoFigure };
    /** Least and mean Kendall's τ-b over the pairs of criteria that can be compared. */
    readonly rankAgreement:
      | { readonly kind: "tau"; readonly least: number; readonly mean: number; readonly pairs: number }
      | { readonly kind: "none"; readonly reason: NoFigure };
    readonly enough: Pick<EnoughFutures, "kind"> & {
      /** Futures from which on the winner stays, where there are enough. */
      readonly futures: number | undefined;
      readonly best: readonly Id[];
    };
    /** The best two in the mean and their paired difference. */
    readonly lead:
      | {
          readonly kind: "pair";
          readonly first: Id;
          readonly second: Id;
          readonly gain: number;
          readonly low: number | undefined;
          readonly high: number | undefined;
          readonly futures: number;
        }
      | { readonly kind: "none"; readonly reason: NoFigure };
  };
  readonly agreement: AgreementFinding;
  /** Where each package misses its floor, or does worst. Empty with `no-futures`. */
  readonly discovery: {
    readonly reason: NoFigure | undefined;
    readonly packages: readonly PackageSearch[];
  };
  readonly regret: RegretFinding;
  readonly sample: SampledFutures;
  readonly sensitivity: {
    readonly outcomes: readonly OutcomeSensitivity[];
    readonly decision: DecisionSensitivity;
    /** At most five. */
    readonly assumptions: readonly AssumptionFinding[];
  };
  /** Absent where the study states none. */
  readonly beliefs?: BeliefFinding;
  /** Absent where it was not asked for. */
  readonly switching?: readonly SwitchingFinding[];
}
