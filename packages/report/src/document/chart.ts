import type { ExplorationChart } from "./exploration-chart.ts";
import type { BoundNumber } from "./inline.ts";

/** One kind of segment of stacked bars. `tone` names its colour and pattern in the renderer. */
export interface ChartSeries {
  readonly tone: string;
  readonly label: string;
}

/** One bar: `segments[k]` belongs to series k. Negative segments are drawn to the left of zero. */
export interface StackedBar {
  readonly label: string;
  readonly segments: readonly BoundNumber[];
  /** What the segments add up to. */
  readonly total: BoundNumber;
}

/** One row of dots: a number with its interval, and a second one where undetermined law makes a difference. */
export interface IntervalRow {
  readonly label: string;
  /** Rows below another are set in. */
  readonly level: 0 | 1;
  readonly number: BoundNumber;
  readonly second: BoundNumber | undefined;
}

/** A chart as data. All lengths are shares; `percent` says whether the axis counts in per cent or in percentage points. */
export type Chart =
  | ExplorationChart
  | {
      readonly kind: "stacked-bars";
      readonly title: string;
      readonly description: string;
      readonly series: readonly ChartSeries[];
      readonly bars: readonly StackedBar[];
      readonly totalLabel: string;
    }
  | {
      readonly kind: "interval-dots";
      readonly title: string;
      readonly description: string;
      readonly axis: "percent" | "points";
      readonly rows: readonly IntervalRow[];
      /** What the dots of a row are, where some row has two. */
      readonly key: { readonly first: string; readonly second: string } | undefined;
    };
