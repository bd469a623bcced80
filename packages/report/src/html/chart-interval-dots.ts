import type { Chart, IntervalRow } from "../document/chart.ts";
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

type IntervalDots = Extract<Chart, { kind: "interval-dots" }>;

const left = 268;
const right = 128;

/** Rows of dots on lines: a number with its 95 % interval, and an open dot for the second one. Values stand in a column at the end. */
export function renderIntervalDots(page: Page, id: string, chart: IntervalDots): string {
  const ends = chart.rows
    .flatMap(({ number, second }) => [number, ...(second === undefined ? [] : [second])])
    .flatMap(extent);
  const low = chart.axis === "percent" ? Math.min(0, ...ends) : Math.min(0, ...ends) * 1.04;
  const high = chart.axis === "percent" ? Math.max(1, ...ends) : Math.max(0.01, ...ends) * 1.04;
  const x = (value: number): number => left + ((value - low) / (high - low)) * (chartWidth - left - right);
  const hasSecond = chart.rows.some(({ second }) => second !== undefined);
  const rowHeight = hasSecond ? 36 : 30;
  const top = chart.key === undefined ? 14 : 36;
  const bottom = top + chart.rows.length * rowHeight;
  const grid = axisTicks(low, high).map(
    (tick) =>
      chartLine(x(tick), top - 4, x(tick), bottom + 2, Math.abs(tick) < 1e-9 ? "zero" : "grid") +
      chartText(x(tick), bottom + 18, tickLabel(tick, chart.axis), 'class="small" text-anchor="middle"'),
  );
  const rows = chart.rows.map((row, index) =>
    renderRow(page, row, { x, y: top + (index + 0.5) * rowHeight }),
  );
  const key =
    chart.key === undefined
      ? ""
      : renderKey(chart.key.first, 0, "") +
        renderKey(chart.key.second, 34 + textWidth(chart.key.first) * 12 + 26, " second");
  return chartFrame(id, chart, bottom + 26, key + grid.join("") + rows.join(""));
}

function renderKey(label: string, from: number, name: string): string {
  const x = left + from;
  const y = 12;
  return `${chartLine(x, y, x + 26, y, `whisker${name}`)}<circle cx="${round(x + 13)}" cy="${y}" r="4.5" class="dot${name}"/>${chartText(x + 34, y + 4, label)}`;
}

/** Both ends of a number and of its interval. */
function extent({ figure }: BoundNumber): readonly number[] {
  return [figure.value, figure.low, figure.high].filter(Number.isFinite);
}

interface RowPlace {
  readonly x: (value: number) => number;
  readonly y: number;
}

function renderRow(page: Page, { label, level, number, second }: IntervalRow, { x, y }: RowPlace): string {
  const indent = level * 14;
  const lines = wrapText(label, (left - 22 - indent) / 13, 2);
  const name = lines.map((line, index) =>
    chartText(
      indent,
      y + 4.5 + (index - (lines.length - 1) / 2) * 15,
      line,
      level === 0 ? 'class="name"' : "",
    ),
  );
  const apart = second === undefined ? 0 : 6;
  const end = chartWidth - right + 14;
  const first = dot(x, y - apart, number, "") + chartNumber(page, end, y + 4.5, number, 'class="name"');
  if (second === undefined) return name.join("") + first;
  return (
    name.join("") +
    first +
    dot(x, y + apart, second, " second") +
    chartNumber(page, end + 58, y + 4.5, second, 'class="small"')
  );
}

function dot(x: (value: number) => number, y: number, { figure }: BoundNumber, name: string): string {
  const { value, low, high } = figure;
  const line =
    Number.isFinite(low) && Number.isFinite(high) ? chartLine(x(low), y, x(high), y, `whisker${name}`) : "";
  return `${line}<circle cx="${round(x(value))}" cy="${round(y)}" r="4.5" class="dot${name}"/>`;
}
