import type { ExplorationChart, TrajectoryPoint } from "../document/exploration-chart.ts";
import { chartFrame, chartLine, chartText, round } from "./chart-frame.ts";
import { wrapText } from "./text-width.ts";

type Trajectory = Extract<ExplorationChart, { kind: "trajectory" }>;

const [left, top, width, height] = [62, 22, 440, 290];
const ticks = [0, 0.25, 0.5, 0.75, 1];

/** The way of a peeling: coverage against density, on the futures the box was made from and on those kept apart, with the box that is told. */
export function renderTrajectory(id: string, chart: Trajectory): string {
  const x = (share: number): number => left + share * width;
  const y = (share: number): number => top + (1 - share) * height;
  const grid = ticks.map(
    (tick) =>
      chartLine(x(tick), top, x(tick), top + height, tick === 0 ? "zero" : "grid") +
      chartLine(left, y(tick), left + width, y(tick), tick === 0 ? "zero" : "grid") +
      chartText(x(tick), top + height + 18, `${tick * 100}%`, 'class="small" text-anchor="middle"') +
      chartText(left - 8, y(tick) + 4, `${tick * 100}%`, 'class="small" text-anchor="end"'),
  );
  const names =
    chartText(left + width / 2, top + height + 38, chart.axes.coverage, 'text-anchor="middle"') +
    chartText(0, 12, chart.axes.density);
  const way = (points: readonly TrajectoryPoint[], name: string): string => {
    if (points.length === 0) return "";
    const path = points.map(
      ({ coverage, density }, at) => `${at === 0 ? "M" : "L"}${round(x(coverage))} ${round(y(density))}`,
    );
    const dots = points.map(
      ({ coverage, density }) =>
        `<circle cx="${round(x(coverage))}" cy="${round(y(density))}" r="2.6" class="step${name}"/>`,
    );
    return `<path d="${path.join("")}" class="way${name}"/>${dots.join("")}`;
  };
  const mark = (point: TrajectoryPoint | undefined, name: string): string =>
    point === undefined ? "" : star(x(point.coverage), y(point.density), name);
  const drawn =
    way(chart.fitted, "") +
    way(chart.heldOut, " second") +
    mark(chart.heldOutBox, " second") +
    mark(chart.box, "");
  return chartFrame(id, chart, top + height + 46, grid.join("") + names + drawn + renderKey(chart));
}

function renderKey({ key, box, heldOutBox }: Trajectory): string {
  const x = left + width + 40;
  const line = (name: string) => (y: number) =>
    `${chartLine(x, y, x + 26, y, `way${name}`)}<circle cx="${x + 13}" cy="${round(y)}" r="2.6" class="step${name}"/>`;
  let y = top + 14;
  return [
    { label: key.fitted, mark: line("") },
    { label: key.heldOut, mark: line(" second") },
    ...(box === undefined ? [] : [{ label: key.box, mark: (at: number) => star(x + 13, at, "") }]),
    ...(heldOutBox === undefined
      ? []
      : [{ label: key.heldOutBox, mark: (at: number) => star(x + 13, at, " second") }]),
  ]
    .map(({ label, mark }) => {
      const lines = wrapText(label, 24, 3);
      const item = mark(y - 4) + lines.map((text, at) => chartText(x + 38, y + at * 15, text)).join("");
      y += 15 * lines.length + 12;
      return item;
    })
    .join("");
}

function star(x: number, y: number, name: string): string {
  return `<path d="M${round(x)} ${round(y - 8)}L${round(x + 8)} ${round(y)}L${round(x)} ${round(y + 8)}L${round(x - 8)} ${round(y)}Z" class="told${name}"/>`;
}
