import type { BoundNumber } from "./inline.ts";

/** One bar: a number with its interval, and what chance alone reaches where that is known. */
export interface BarRow {
  readonly label: string;
  readonly number: BoundNumber;
  readonly chance: BoundNumber | undefined;
  /** No more than chance could give. */
  readonly isWeak: boolean;
}

/** One cell of a heat map for each column. */
export interface HeatRow {
  readonly label: string;
  readonly cells: readonly BoundNumber[];
}

/** One upright axis, drawn so that better is higher. */
export interface ParallelAxis {
  readonly label: string;
  readonly better: "more" | "less";
}

/** One line over the axes; a number that is missing breaks it. */
export interface ParallelLine {
  readonly label: string;
  readonly numbers: readonly (BoundNumber | undefined)[];
}

/** One axis of a scatter: its range, and the places that are named. */
export interface ScatterAxis {
  readonly label: string;
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
}

/** A limit that is absent is open. */
export interface ScatterBox {
  readonly lowX: number | undefined;
  readonly highX: number | undefined;
  readonly lowY: number | undefined;
  readonly highY: number | undefined;
}

/** Futures by two of their values, with the boxes as they are seen from there. */
export interface ScatterPanel {
  readonly x: ScatterAxis;
  readonly y: ScatterAxis;
  readonly points: readonly { readonly x: number; readonly y: number; readonly isHit: boolean }[];
  readonly boxes: readonly ScatterBox[];
}

/** Two shares of a box. */
export interface TrajectoryPoint {
  readonly coverage: number;
  readonly density: number;
}

/** Charts of an exploration as data. */
export type ExplorationChart =
  | {
      readonly kind: "bars";
      readonly title: string;
      readonly description: string;
      readonly axis: "percent" | "points";
      readonly rows: readonly BarRow[];
      readonly key: { readonly strong: string; readonly weak: string; readonly chance: string | undefined };
    }
  | {
      readonly kind: "heat-map";
      readonly title: string;
      readonly description: string;
      /** Neighbours with the same group stand under one heading; a label may take several lines. */
      readonly columns: readonly { readonly group: string; readonly label: readonly string[] }[];
      readonly rows: readonly HeatRow[];
    }
  | {
      readonly kind: "parallel-axes";
      readonly title: string;
      readonly description: string;
      readonly axes: readonly ParallelAxis[];
      readonly lines: readonly ParallelLine[];
    }
  | {
      readonly kind: "scatter";
      readonly title: string;
      readonly description: string;
      readonly panels: readonly ScatterPanel[];
      readonly key: { readonly hit: string; readonly other: string; readonly box: string };
    }
  | {
      readonly kind: "trajectory";
      readonly title: string;
      readonly description: string;
      readonly fitted: readonly TrajectoryPoint[];
      readonly heldOut: readonly TrajectoryPoint[];
      /** The box that is told, on the futures it was made from and on those kept apart. */
      readonly box: TrajectoryPoint | undefined;
      readonly heldOutBox: TrajectoryPoint | undefined;
      readonly axes: { readonly coverage: string; readonly density: string };
      readonly key: {
        readonly fitted: string;
        readonly heldOut: string;
        readonly box: string;
        readonly heldOutBox: string;
      };
    };
