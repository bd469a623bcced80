import type { Chart } from "../document/chart.ts";
import { renderBars } from "./chart-bars.ts";
import { renderHeatMap } from "./chart-heat-map.ts";
import { renderIntervalDots } from "./chart-interval-dots.ts";
import { renderParallelAxes } from "./chart-parallel-axes.ts";
import { renderScatter } from "./chart-scatter.ts";
import { renderStackedBars } from "./chart-stacked-bars.ts";
import { renderTrajectory } from "./chart-trajectory.ts";
import type { Page } from "./render-inline.ts";

/** A chart as SVG that names and describes itself. */
export function renderChart(page: Page, id: string, chart: Chart): string {
  switch (chart.kind) {
    case "stacked-bars":
      return renderStackedBars(page, id, chart);
    case "interval-dots":
      return renderIntervalDots(page, id, chart);
    case "bars":
      return renderBars(page, id, chart);
    case "heat-map":
      return renderHeatMap(page, id, chart);
    case "parallel-axes":
      return renderParallelAxes(page, id, chart);
    case "scatter":
      return renderScatter(id, chart);
    case "trajectory":
      return renderTrajectory(id, chart);
  }
}
