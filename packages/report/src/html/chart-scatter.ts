import type {
  ExplorationChart,
  ScatterAxis,
  ScatterBox,
  ScatterPanel,
} from "../document/exploration-chart.ts";
import { chartFrame, chartLine, chartText, chartWidth, round } from "./chart-frame.ts";
import { textWidth, wrapText } from "./text-width.ts";

type Scatter = Extract<ExplorationChart, { kind: "scatter" }>;

const height = 270;
const top = 54;
const marginLeft = 62;
const gap = 20;

/** Futures as marks in one panel for each pair of values; what is searched for is filled, the rest hollow, and the box is drawn over both. */
export function renderScatter(id: string, chart: Scatter): string {
  const { panels } = chart;
  const each = Math.min(460, chartWidth / Math.max(1, panels.length));
  const under = Math.max(0, ...panels.map(({ x }) => nameLines(x, each - marginLeft - gap).length - 1));
  const drawn = panels.map((panel, index) => renderPanel(panel, index * each, top, each - marginLeft - gap));
  return chartFrame(id, chart, top + height + 48 + under * 15, renderKey(chart) + drawn.join(""));
}

function renderKey({ key, panels }: Scatter): string {
  const hasBox = panels.some(({ boxes }) => boxes.length > 0);
  let from = 6;
  return [
    { label: key.hit, mark: (x: number) => hit(x, 12) },
    { label: key.other, mark: (x: number) => other(x, 12) },
    ...(hasBox
      ? [
          {
            label: key.box,
            mark: (x: number) => `<rect x="${round(x - 8)}" y="6" width="16" height="12" class="box"/>`,
          },
        ]
      : []),
  ]
    .map(({ label, mark }) => {
      const item = mark(from) + chartText(from + 14, 16, label);
      from += 14 + textWidth(label) * 12 + 30;
      return item;
    })
    .join("");
}

function renderPanel(
  { x, y, points, boxes }: ScatterPanel,
  start: number,
  top: number,
  width: number,
): string {
  const left = start + marginLeft;
  const bottom = top + height;
  const atX = (value: number): number => left + shareOf(x, value) * width;
  const atY = (value: number): number => bottom - shareOf(y, value) * height;
  const frame = `<rect x="${round(left)}" y="${top}" width="${round(width)}" height="${height}" class="pane"/>`;
  const ticks = [
    ...x.ticks.map(
      ({ at, text }) =>
        chartLine(atX(at), bottom, atX(at), bottom + 5, "zero") +
        chartText(atX(at), bottom + 18, text, `class="small" text-anchor="${anchorOf(x, at)}"`),
    ),
    ...y.ticks.map(
      ({ at, text }) =>
        chartLine(left - 5, atY(at), left, atY(at), "zero") +
        chartText(left - 8, atY(at) + 4, text, 'class="small" text-anchor="end"'),
    ),
  ];
  const names = [
    ...nameLines(x, width).map((line, row) =>
      chartText(left + width / 2, bottom + 36 + row * 15, line, 'text-anchor="middle"'),
    ),
    ...wrapText(y.label, (width + marginLeft) / 12, 1).map((line) => chartText(start, top - 14, line)),
  ];
  const marks = points
    .toSorted((a, b) => Number(a.isHit) - Number(b.isHit))
    .map((point) => (point.isHit ? hit : other)(atX(point.x), atY(point.y)));
  const areas = boxes.map((box) => renderBox(box, { x, y }, atX, atY));
  return frame + ticks.join("") + areas.join("") + marks.join("") + names.join("");
}

function nameLines({ label }: ScatterAxis, width: number): readonly string[] {
  return wrapText(label, width / 12, 2);
}

function renderBox(
  { lowX, highX, lowY, highY }: ScatterBox,
  { x, y }: { readonly x: ScatterAxis; readonly y: ScatterAxis },
  atX: (value: number) => number,
  atY: (value: number) => number,
): string {
  const [x1, x2] = [atX(lowX ?? x.low), atX(highX ?? x.high)];
  const [y1, y2] = [atY(highY ?? y.high), atY(lowY ?? y.low)];
  return `<rect x="${round(x1)}" y="${round(y1)}" width="${round(Math.max(1, x2 - x1))}" height="${round(Math.max(1, y2 - y1))}" class="box"/>`;
}

/** Place of a value in the range, kept inside it. */
function shareOf({ low, high }: ScatterAxis, value: number): number {
  return high > low ? Math.min(1, Math.max(0, (value - low) / (high - low))) : 0.5;
}

/** Names at the ends of an axis stay within its panel. */
function anchorOf(axis: ScatterAxis, at: number): string {
  const share = shareOf(axis, at);
  if (axis.high === axis.low) return "middle";
  return share < 0.12 ? "start" : share > 0.88 ? "end" : "middle";
}

function hit(x: number, y: number): string {
  return `<path d="M${round(x)} ${round(y - 4.6)}L${round(x + 4.6)} ${round(y)}L${round(x)} ${round(y + 4.6)}L${round(x - 4.6)} ${round(y)}Z" class="hit"/>`;
}

function other(x: number, y: number): string {
  return `<circle cx="${round(x)}" cy="${round(y)}" r="2.8" class="other"/>`;
}
