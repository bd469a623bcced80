import type { BarRow, ExplorationChart } from "../document/exploration-chart.ts";
import type { BoundNumber } from "../document/inline.ts";
import {
  axisTicks,
  chartFrame,
  chartLine,
  chartNumber,
  chartText,
  chartWidth,
  round,
  tickLabel,
} from "./chart-frame.ts";
import type { Page } from "./render-inline.ts";
import { textWidth, wrapText } from "./text-width.ts";

type Bars = Extract<ExplorationChart, { kind: "bars" }>;

const left = 300;
const right = 92;
const rowHeight = 34;
const barHeight = 16;

/** Lying bars with their intervals as lines; a short upright line shows what chance alone reaches. Weak bars are hollow. */
export function renderBars(page: Page, id: string, chart: Bars): string {
  const ends = chart.rows.flatMap(({ number, chance }) => [
    ...extent(number),
    ...(chance === undefined ? [] : extent(chance)),
  ]);
  const low = Math.min(0, ...ends) * 1.04;
  const high = Math.max(0.01, ...ends) * 1.04;
  const x = (value: number): number => left + ((value - low) / (high - low)) * (chartWidth - left - right);
  const top = 40;
  const bottom = top + chart.rows.length * rowHeight;
  const grid = axisTicks(low, high).map(
    (tick) =>
      chartLine(x(tick), top - 4, x(tick), bottom + 2, Math.abs(tick) < 1e-9 ? "zero" : "grid") +
      chartText(x(tick), bottom + 18, tickLabel(tick, chart.axis), 'class="small" text-anchor="middle"'),
  );
  const rows = chart.rows.map((row, index) => renderRow(page, row, x, top + (index + 0.5) * rowHeight));
  return chartFrame(id, chart, bottom + 26, renderKey(chart) + grid.join("") + rows.join(""));
}

function renderKey({ key, rows }: Bars): string {
  const items = [
    ...(rows.some(({ isWeak }) => !isWeak) ? [{ label: key.strong, name: "bar" }] : []),
    ...(rows.some(({ isWeak }) => isWeak) ? [{ label: key.weak, name: "bar weak" }] : []),
    ...(key.chance === undefined ? [] : [{ label: key.chance, name: "chance" }]),
  ];
  let from = 1;
  return items
    .map(({ label, name }) => {
      const swatch =
        name === "chance"
          ? chartLine(from + 12, 5, from + 12, 19, name)
          : `<rect x="${round(from)}" y="6" width="24" height="12" class="${name}"/>`;
      const item = swatch + chartText(from + 32, 16, label);
      from += 32 + textWidth(label) * 12 + 26;
      return item;
    })
    .join("");
}

function renderRow(
  page: Page,
  { label, number, chance, isWeak }: BarRow,
  x: (value: number) => number,
  y: number,
): string {
  const lines = wrapText(label, (left - 18) / 13, 2);
  const name = lines.map((line, index) =>
    chartText(0, y + 4.5 + (index - (lines.length - 1) / 2) * 15, line, 'class="name"'),
  );
  const { value, low, high } = number.figure;
  const [from, to] = [Math.min(x(0), x(value)), Math.max(x(0), x(value))];
  const bar = `<rect x="${round(from)}" y="${round(y - barHeight / 2)}" width="${round(Math.max(1, to - from))}" height="${barHeight}" class="bar${isWeak ? " weak" : ""}"/>`;
  const whisker =
    Number.isFinite(low) && Number.isFinite(high)
      ? chartLine(x(low), y, x(high), y, "range") +
        chartLine(x(low), y - 5, x(low), y + 5, "range") +
        chartLine(x(high), y - 5, x(high), y + 5, "range")
      : "";
  const mark =
    chance === undefined
      ? ""
      : chartLine(x(chance.figure.value), y - 12, x(chance.figure.value), y + 12, "chance");
  return (
    name.join("") +
    bar +
    whisker +
    mark +
    chartNumber(page, chartWidth - right + 14, y + 4.5, number, 'class="name"')
  );
}

/** Both ends of a number and of its interval. */
function extent({ figure }: BoundNumber): readonly number[] {
  return [figure.value, figure.low, figure.high].filter(Number.isFinite);
}
