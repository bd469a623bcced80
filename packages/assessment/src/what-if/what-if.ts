import type { Diagnostic } from "@shikumi/core/diagnostic";
import type { Cause, Mode } from "@shikumi/kernel";
import type { Id } from "@shikumi/model";
import type { CauseFinding, EqualityFinding, Figure, RunReference } from "../findings.ts";

/** What a reader chooses: levers, and values of uncertainties to be held. */
export interface WhatIf {
  /** In any order; repetition has no influence. */
  readonly levers: readonly Id[];
  /** Values in base units in place of the sampled ones, by uncertainty. Futures keep their index and all other values. */
  readonly fixed: Readonly<Record<Id, number>>;
  readonly mode: Mode;
}

/** What waiting and refusal were charged to, in one domain or mission. Always at hand: no relaxation is run. */
export interface ChargeFinding {
  readonly scope: { readonly kind: "domain" | "mission"; readonly id: string };
  readonly byCause: readonly {
    readonly cause: Cause;
    /** Hours waited per instance of a task. */
    readonly waits: Figure;
    /** Final refusals and lost needs per instance of a task. */
    readonly refusals: Figure;
  }[];
}

export interface WhatIfDomain {
  readonly domain: string;
  /** `granted` is `undefined` as long as only the runs with undetermined law refused were made. */
  readonly effectiveness: { readonly refused: Figure; readonly granted: Figure | undefined };
  /** Over the present arrangement with nothing held, paired by future; `undefined` where its runs are not at hand. */
  readonly gain: Figure | undefined;
}

export interface WhatIfMission {
  readonly mission: Id;
  readonly domain: string;
  readonly effectiveness: { readonly refused: Figure; readonly granted: Figure | undefined };
  readonly belowFloor: Figure | undefined;
  readonly worstTenth: Figure;
  readonly averted: Figure;
}

/** The measures of one choice. Without values held, every figure has the bits that `assess` gives it for the same levers, mode, futures and replications. */
export interface WhatIfFindings {
  readonly whatIf: WhatIf;
  /** The run with undetermined law refused. */
  readonly run: RunReference;
  readonly domains: readonly WhatIfDomain[];
  readonly missions: readonly WhatIfMission[];
  readonly charges: readonly ChargeFinding[];
  /** Definitions read from the study and from runs; those of removal are not at hand. */
  readonly equality: readonly EqualityFinding[];
  /** The shortfall split over its causes; `undefined` unless its relaxations were run. */
  readonly causes: readonly CauseFinding[] | undefined;
  /** Replications that ended at their event budget. */
  readonly cut: number;
}

/** Why a choice cannot be run: its levers do not make a study together. */
export class WhatIfError extends Error {
  readonly levers: readonly Id[];
  readonly diagnostics: readonly Diagnostic[];

  constructor(levers: readonly Id[], diagnostics: readonly Diagnostic[]) {
    super(
      `the levers ${levers.join(", ")} do not make a study together: ${diagnostics.map(({ code }) => code).join(", ")}`,
    );
    this.name = "WhatIfError";
    this.levers = levers;
    this.diagnostics = diagnostics;
  }
}
