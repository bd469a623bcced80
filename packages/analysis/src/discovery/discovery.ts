import type { RowUse, Seed } from "../frame/index.ts";
import type { Box, Side } from "./box.ts";
import type { BoxMeasures } from "./box-measures.ts";
import type { LimitWorth } from "./drop-limits.ts";
import type { FactorNote } from "./factor-notes.ts";
import type { InterestOptions } from "./interest.ts";
import type { LimitSpread } from "./limit-intervals.ts";
import type { Target } from "./target.ts";
import type { PeelOptions, Trajectory } from "./trajectory.ts";

export interface DiscoverOptions extends Omit<PeelOptions, "paste">, InterestOptions {
  /** What a box is chosen by; F1 unless stated. */
  readonly target?: Target | undefined;
  readonly seed?: Seed | undefined;
  /** Share of the groups kept apart to judge the boxes, in [0.1, 0.9]. */
  readonly heldOutShare?: number | undefined;
  /** Folds of the cross-validation that chooses the point and drops limits, 2 to 20; unless stated 5, and 2 from 50,000 rows on. */
  readonly folds?: number | undefined;
  /** Level of every test, in (0, 0.5). */
  readonly significance?: number | undefined;
  /** Of all intervals, in (0.5, 1). */
  readonly confidence?: number | undefined;
  /** Halves of the rows drawn for the intervals of limits; 0 for none. */
  readonly draws?: number | undefined;
  /** Most boxes to find; each next one is looked for in the rows the others leave (covering). */
  readonly mostBoxes?: number | undefined;
}

/** Why there is no (further) box. */
export type StopReason =
  | "no-interest"
  | "all-interest"
  | "too-few-rows"
  | "whole-space-scores-best"
  | "noise-explains-limits"
  | "held-out-not-denser"
  | "enough-boxes";

/** One limited side of a box and the evidence for it. */
export interface LimitEvidence extends Side {
  /** Where the side lies when the rows are drawn anew; absent if no draws were asked for. */
  readonly spread?: LimitSpread | undefined;
  /** Worth by cross-validation, before the limits were settled on all fitted rows: what the limit was kept by. */
  readonly crossValidated: LimitWorth;
  readonly inSample: LimitWorth;
  readonly heldOut: LimitWorth;
  /** `heldOut.pValue` by Holm over the limits of the box. */
  readonly adjustedPValue: number;
  /** Whether the held-out rows confirm the limit: the adjusted p-value is at most the significance. */
  readonly isConfirmed: boolean;
}

export interface DroppedLimit extends Side {
  readonly crossValidated: LimitWorth;
}

/** A box the evidence supports. Measures of a later box count all rows, also those of earlier boxes. */
export interface FoundBox {
  readonly box: Box;
  readonly fitted: BoxMeasures;
  readonly heldOut: BoxMeasures;
  /** That the box is no denser than the rest of the held-out rows which earlier boxes leave. */
  readonly pValue: number;
  readonly limits: readonly LimitEvidence[];
  readonly dropped: readonly DroppedLimit[];
}

/** One search: the trajectory it chose from, with the same boxes on the held-out rows, and the point chosen. */
export interface Search {
  readonly trajectory: Trajectory;
  /** Cross-validated score of each point. */
  readonly scores: Float64Array;
  readonly chosenPoint: number;
  /** What the box was made from: the chosen point, or, where peeling found nothing, the best leaf of a shallow classification tree. */
  readonly origin: "peeling" | "tree";
  /** Limits of that start which noise explains. */
  readonly dropped: readonly DroppedLimit[];
}

export interface Discovery {
  readonly use: RowUse;
  /** Usable rows left out because their weight is 0. */
  readonly weightless: number;
  readonly notes: readonly FactorNote[];
  /** Rows the boxes were made from, and rows kept apart. */
  readonly fittedRows: Int32Array;
  readonly heldOutRows: Int32Array;
  /** Boxes in the order found; none if the evidence supports none. */
  readonly boxes: readonly FoundBox[];
  /** Why no further box was returned. */
  readonly stopped: StopReason;
  /** One search a box, and the one that found none, if it came to a peeling. */
  readonly searches: readonly Search[];
  /** All boxes together, and the share of the rows' weight that lies in two boxes or more; absent without a box. */
  readonly union?:
    | {
        readonly fitted: BoxMeasures;
        readonly heldOut: BoxMeasures;
        readonly overlap: { readonly fitted: number; readonly heldOut: number };
      }
    | undefined;
}
