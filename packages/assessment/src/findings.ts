import type { Cause } from "@shikumi/kernel";
import type { CollectionName, Id, VerdictKind } from "@shikumi/model";

/**
 * What made a number: enough to run it again. Key of a run: `package/mode/undetermined`, with `/relaxed` or `/without-PARTY`; the package of
 * a lever tried alone is `lever.ID`.
 */
export interface RunReference {
  readonly key: string;
  readonly digest: string;
  /** Version of the rules of a run that made it. */
  readonly engine: string;
  readonly package: Id;
  /** Levers in the order of their keys. */
  readonly levers: readonly Id[];
  readonly mode: "in-force" | "timed";
  readonly undetermined: "refused" | "granted";
  readonly relaxed: boolean;
  readonly without: Id | undefined;
  readonly seed: number;
  readonly futures: number;
  readonly replications: number;
}

export type Unit = "share" | "hours" | "count" | "value" | "points";

/** One number of the findings: where it stands, its 95 % interval (`NaN`: none), and the run that made it. */
export interface Figure {
  /** Stable address, e.g. `effectiveness/baseline/domain/D4`. */
  readonly id: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly unit: Unit;
  /** Key of a `RunReference`; `study` for what is read from the study alone. */
  readonly run: string;
}

/** A figure with undetermined law refused and granted: the truth lies between; nothing is charged to a cause. */
export interface Bracket {
  readonly refused: Figure;
  readonly granted: Figure;
}

/** One cell of the role matrix. */
export interface RoleCell {
  readonly organisation: Id;
  readonly role: "lead" | "support" | "none";
  /** May it, as of the run's start, for at least one beneficiary and place the task meets. */
  readonly verdict: VerdictKind;
  /** It holds, or shares, what at least one need of the task asks for. */
  readonly able: boolean;
  readonly accountable: boolean;
  /** Share of the task's demand it delivers. */
  readonly delivered: Figure;
}

export interface RoleRow {
  /** `mission.task`. */
  readonly task: Id;
  readonly mission: Id;
  readonly domain: string;
  readonly outcome: boolean;
  readonly cells: readonly RoleCell[];
  /** Nobody both may and can. */
  readonly hole: boolean;
}

export interface TaskEffect {
  readonly task: Id;
  readonly instances: Figure;
  /** Value delivered ÷ demanded; only for outcome tasks. */
  readonly effectiveness: Bracket | undefined;
  readonly standardMet: Figure;
  /** Hours from onset to first effect: 10th, 50th, 90th percentile over instances with any effect. */
  readonly firstEffect: { readonly p10: Figure; readonly p50: Figure; readonly p90: Figure };
  readonly coverage: Figure;
}

export interface MissionEffect {
  readonly mission: Id;
  readonly domain: string;
  readonly effectiveness: Bracket;
  /** Share of instances below the floor; `undefined` without a floor. */
  readonly belowFloor: Figure | undefined;
  /** Mean effectiveness of the worst tenth of runs. */
  readonly worstTenth: Figure;
  readonly averted: Figure;
}

export interface DomainEffect {
  readonly domain: string;
  readonly effectiveness: Bracket;
  /** Share of pairs task × organisation able that are lawful. */
  readonly permissionCoverage: Figure;
}

/** The present arrangement or a package, in one mode. */
export interface PackageEffect {
  readonly package: Id;
  readonly mode: "in-force" | "timed";
  readonly domains: readonly DomainEffect[];
  readonly missions: readonly MissionEffect[];
  readonly tasks: readonly TaskEffect[];
}

/** The definitions of equality, in the order in which they are shown (rules E1 to E9). */
export const equalityDefinitions = [
  "decision",
  "obligation",
  "information-dependence",
  "risk",
  "contribution-capacity",
  "contribution-benefit",
  "substitutability",
  "planning",
  "bases-and-support",
] as const;
export type EqualityDefinition = (typeof equalityDefinitions)[number];

/** One definition of equality, side by side with the others. */
export interface EqualityFinding {
  readonly definition: EqualityDefinition;
  /** The domain it is about; `undefined` for all together. */
  readonly domain: string | undefined;
  readonly kind: "study" | "runs" | "removal";
  /** Whether more for a party is more power, more burden, or more benefit. */
  readonly direction: "power" | "burden" | "benefit" | "dependence";
  /** Linear in an assignment of tasks to organisations. */
  readonly linear: boolean;
  readonly byParty: readonly {
    readonly party: Id;
    readonly figure: Figure;
    readonly want: string | undefined;
  }[];
}

/**
 * The shortfall of one domain or mission with undetermined law granted, split: parts and irreducible add up to it. What undetermined law takes away besides, charged
 * to nothing, stands apart in `undetermined`. All in share of demand.
 */
export interface CauseFinding {
  readonly scope: { readonly kind: "domain" | "mission"; readonly id: string };
  readonly shortfall: Figure;
  readonly parts: readonly { readonly cause: Cause; readonly figure: Figure }[];
  readonly irreducible: Figure;
  /** Effectiveness with undetermined law granted − refused. */
  readonly undetermined: Figure;
}

/** The five causes of closing sets: law is relaxed as a whole. In the order of their bits. */
export const closingCauses = ["law", "mechanism", "capability", "coordination", "consent"] as const;
export type ClosingCause = (typeof closingCauses)[number];

/** The minimal sets of causes whose relaxation meets the standard in at least `threshold` of the instances, undetermined law granted. */
export interface ClosingFinding {
  readonly scope: { readonly kind: "task" | "mission"; readonly id: Id };
  readonly threshold: number;
  readonly instances: number;
  /** Empty: no set closes it. One empty set: met already. */
  readonly sets: readonly { readonly causes: readonly ClosingCause[]; readonly share: Figure }[];
}

/** What a lever or package gains over the baseline, with common random numbers, by domain. */
export interface GainFinding {
  readonly id: Id;
  /** Levers it needs and was therefore tried with. */
  readonly with: readonly Id[];
  readonly gains: readonly {
    readonly domain: string;
    readonly ifAdoptedAndUsed: Figure;
    readonly expected: Figure;
  }[];
  /** In `currency`; `undefined` where no lever states it, or the levers state several currencies. */
  readonly cost: Figure | undefined;
  readonly currency: string | undefined;
  readonly effort: Figure | undefined;
}

/** How a comparison with a case came out: all that was observed lies in the simulated range, a part of it, none, or nothing could be said. */
export const validationOutcomes = ["inside", "partly", "outside", "not-evaluated"] as const;
export type ValidationOutcome = (typeof validationOutcomes)[number];

/** Why a comparison was not made, or a hypothesis not evaluated. */
export const notEvaluatedReasons = [
  "no-case",
  "too-few-cases",
  "standing-needs-replay",
  "ratio-of-reports",
  "predicate-not-known",
  "no-demand",
  "not-defined",
  "no-shortfall",
  "levers-do-not-combine",
  "no-complement",
] as const;
export type NotEvaluatedReason = (typeof notEvaluatedReasons)[number];

/** One case compared with the simulated distribution. */
export interface ValidationFinding {
  readonly row: Id;
  readonly use: "calibrated-on" | "held-out";
  /** What is compared, as written. */
  readonly of: string;
  readonly quantity: "time" | "units" | "rate" | "share" | "order";
  /** The row that tells the case that was run again; `undefined` for the runs of the study. */
  readonly replay: Id | undefined;
  readonly outcome: ValidationOutcome;
  readonly reason: NotEvaluatedReason | undefined;
  /** What was observed, with the share of what was simulated that lies below it; without numbers for an order. */
  readonly observed: readonly {
    readonly figure: Figure;
    readonly quantile: Figure;
    readonly inside: boolean;
  }[];
  /** The names in the order observed. */
  readonly order: readonly string[];
  /** 5th, 50th and 95th percentile of what was simulated. Of an order: the share of cases in that order, with its interval. */
  readonly simulated: {
    readonly low: Figure;
    readonly median: Figure;
    readonly high: Figure;
    readonly inOrder: Figure | undefined;
  };
  /** Median of what was observed ÷ median of what was simulated. */
  readonly ratio: Figure;
  /** Cases simulated, and the share of them in which it happened at all. */
  readonly cases: Figure;
  readonly happened: Figure;
}

/** All comparisons, with how many of each use came out how. */
export interface ValidationSummary {
  readonly rows: readonly ValidationFinding[];
  readonly counts: readonly {
    readonly use: "calibrated-on" | "held-out";
    readonly outcome: ValidationOutcome;
    readonly count: Figure;
  }[];
}

export const hypothesisStatuses = [
  "supported",
  "not-supported",
  "mixed",
  "undecided",
  "not-evaluated",
] as const;
/** What runs say of a statement: derived, never written. */
export type HypothesisStatus = (typeof hypothesisStatuses)[number];

/** One point of the grid a hypothesis is tried over. */
export interface HypothesisPoint {
  /** Settings by name: `floor`, `effort`, `class`. */
  readonly at: Readonly<Record<string, string | number>>;
  readonly status: HypothesisStatus;
  readonly reason: NotEvaluatedReason | undefined;
  /** Share of the futures that say anything in which it holds, with Wilson's interval; undetermined law refused and granted. */
  readonly share: Bracket;
  /** Futures that say something. */
  readonly counted: Figure;
  /** Missions that fall short without and not with what is tested, in at least half of the futures; undetermined law refused. */
  readonly missions: readonly Id[];
  /** Missions that the tested levers alone, cut to the effort, leave short, but all of them together bring to the floor, in at least half of the futures. */
  readonly substitutable: readonly Id[];
}

/** Whether a domain falls short because tasks cannot be assigned at all, or otherwise. */
export interface HypothesisDomain {
  readonly domain: string;
  /** `none`: no mission of the domain carries the verdict at any point. */
  readonly label: "structural" | "contingent" | "none";
  /** Tasks that nobody both may and can do under the package compared with, and somebody under the package tested. */
  readonly tasks: readonly Id[];
}

/** What runs say of one hypothesis. */
export interface HypothesisFinding {
  readonly hypothesis: Id;
  readonly status: HypothesisStatus;
  readonly reason: NotEvaluatedReason | undefined;
  /** Share of futures in which it has to hold. */
  readonly threshold: Figure;
  readonly points: readonly HypothesisPoint[];
  /** Of verdicts only. */
  readonly domains: readonly HypothesisDomain[];
  /** Of verdicts only: whether what it is compared with is indispensable in turn. */
  readonly converse:
    | {
        readonly status: HypothesisStatus;
        readonly reason: NotEvaluatedReason | undefined;
        readonly points: readonly HypothesisPoint[];
      }
    | undefined;
}

/** An uncertainty moved through its range, all else and all luck as it was. */
export interface RangedAssumption {
  readonly uncertainty: Id;
  /** The domain whose effectiveness moves most; `undefined` where none has any demand. */
  readonly domain: string | undefined;
  /** Its values at 5 % and 95 % of its distribution, in base units. */
  readonly low: Figure;
  readonly high: Figure;
  /** Effectiveness of the present arrangement at the high end − at the low end. */
  readonly swing: Figure;
  /** Whether the interval of the swing leaves zero out. */
  readonly isAboveChance: boolean;
  /** How weak its ground is, from 1/6 to 1: an assumption 1, else the worse of reliability and credibility. */
  readonly weakness: Figure;
  /** Size of the swing × weakness. */
  readonly weight: Figure;
}

/** An element with assumed numbers that have no range, of those on which most leans: all of them halved, and doubled. */
export interface UnrangedAssumption {
  readonly collection: CollectionName | "study" | "tasks";
  readonly element: Id;
  readonly numbers: Figure;
  /** Tasks that lean on it. */
  readonly tasks: Figure;
  readonly domains: readonly string[];
  /** The domain whose effectiveness moves most; `undefined` where none has any demand. */
  readonly domain: string | undefined;
  /** Effectiveness of the present arrangement with the numbers doubled − halved. */
  readonly swing: Figure;
  readonly isAboveChance: boolean;
}

/** What the numbers hang on most: uncertainties by what moving them changes × how weak their ground is, and numbers without a range by what halving and doubling them changes. */
export interface WeakestAssumptions {
  /** Key of the run whose futures were moved. */
  readonly run: string;
  /** How many of each kind were asked for. */
  readonly asked: number;
  /** Uncertainties that were moved. */
  readonly tried: Figure;
  /** The weightiest first; those within chance after all others. */
  readonly ranged: readonly RangedAssumption[];
  /** Elements with assumed numbers without a range; so many as were asked for, those on which most leans, were scaled. */
  readonly candidates: Figure;
  readonly unranged: readonly UnrangedAssumption[];
}

export const noticeCodes = [
  "cut-runs",
  "no-demand",
  "one-cluster",
  "one-future",
  "levers-do-not-combine",
  "undetermined-law",
  "contributions-counted",
  "several-currencies",
] as const;
export type NoticeCode = (typeof noticeCodes)[number];

/** One thing the reader must know about the numbers: a run cut short, a scope without demand, a future left out. */
export interface Notice {
  readonly code: NoticeCode;
  readonly args: Readonly<Record<string, string | number>>;
}

/** Everything `assess` finds. Plain data; the same study, plan and engine give the same bits anywhere. */
export interface Assessment {
  readonly format: "shikumi-assessment-1";
  readonly runs: readonly RunReference[];
  readonly roles: readonly RoleRow[];
  readonly baseline: PackageEffect;
  readonly packages: readonly PackageEffect[];
  readonly equality: readonly EqualityFinding[];
  readonly causes: readonly CauseFinding[];
  readonly closing: readonly ClosingFinding[];
  readonly levers: readonly GainFinding[];
  readonly packageGains: readonly GainFinding[];
  readonly notices: readonly Notice[];
  /** Where the plan asked for it. */
  readonly validation?: ValidationSummary;
  /** Where the plan asked for it. */
  readonly weakest?: WeakestAssumptions;
  /** Where the plan asked for it, in the order of their keys. */
  readonly hypotheses?: readonly HypothesisFinding[];
}
