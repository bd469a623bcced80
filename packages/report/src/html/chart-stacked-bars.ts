import type { Chart, StackedBar } from "../document/chart.ts";
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
import { escapeHtml } from "./escape.ts";
import { chartTones, toneName } from "./palette.ts";
import type { Page } from "./render-inline.ts";
import { textWidth, wrapText } from "./text-width.ts";

type StackedBars = Extract<Chart, { kind: "stacked-bars" }>;

const left = 168;
const right = 74;
const barHeight = 34;
const rowHeight = 92;

/**
 * Bars of segments side by side, those below zero to the left of the line. Colour and texture tell the segments apart; each value is printed in its
 * segment, or below it with a line where the segment is too narrow. A mark shows the total.
 */
export function renderStackedBars(page: Page, id: string, chart: StackedBars): string {
  const lowest = Math.min(0, ...chart.bars.map((bar) => sum(bar, (value) => Math.min(0, value))));
  const highest = Math.max(
    0.05,
    ...chart.bars.map((bar) =>
      Math.max(
        bar.total.figure.value,
        sum(bar, (value) => Math.max(0, value)),
      ),
    ),
  );
  const low = lowest * 1.04;
  const high = Math.max(highest * 1.02, highest);
  const x = (value: number): number => left + ((value - low) / (high - low)) * (chartWidth - left - right);
  const legend = renderLegend(chart, id);
  const top = legend.height + 26;
  const bottom = top + chart.bars.length * rowHeight;
  const grid = axisTicks(low, high).map(
    (tick) =>
      chartLine(x(tick), top - 8, x(tick), bottom - 12, Math.abs(tick) < 1e-9 ? "zero" : "grid") +
      chartText(x(tick), bottom + 4, tickLabel(tick, "percent"), 'class="small" text-anchor="middle"'),
  );
  const bars = chart.bars.map((bar, index) =>
    renderBar(page, chart, bar, { id, x, y: top + index * rowHeight }),
  );
  return chartFrame(id, chart, bottom + 14, patterns(id) + legend.svg + grid.join("") + bars.join(""));
}

function sum(bar: StackedBar, part: (value: number) => number): number {
  return bar.segments.reduce((total, { figure }) => total + part(figure.value), 0);
}

interface BarPlace {
  readonly id: string;
  readonly x: (value: number) => number;
  readonly y: number;
}

interface Segment {
  readonly number: BoundNumber;
  readonly start: number;
  readonly width: number;
  readonly tone: string;
}

function renderBar(page: Page, chart: StackedBars, bar: StackedBar, { id, x, y }: BarPlace): string {
  const label = wrapText(bar.label, (left - 18) / 13, 3);
  const name = label.map((line, index) =>
    chartText(
      left - 14,
      y + barHeight / 2 + 5 + (index - (label.length - 1) / 2) * 16,
      line,
      'class="name domain" text-anchor="end"',
    ),
  );
  let above = 0;
  let below = 0;
  const segments = bar.segments.flatMap((number, index): Segment[] => {
    const { value } = number.figure;
    if (value === 0) return [];
    const from = value > 0 ? above : below + value;
    if (value > 0) above += value;
    else below += value;
    const start = x(from);
    return [
      { number, start, width: x(from + Math.abs(value)) - start, tone: chart.series[index]?.tone ?? "" },
    ];
  });
  let labelled = left - 40;
  const areas = segments
    .toSorted((a, b) => a.start - b.start)
    .map(({ number, start, width, tone }) => {
      const area = segmentArea(id, tone, start, y, width);
      const need = textWidth(number.value) * 11.5 + 8;
      const middle = start + width / 2;
      if (width >= need) {
        const within = 'class="halo" text-anchor="middle"';
        return area + chartNumber(page, middle, y + barHeight / 2 + 4, number, within);
      }
      const at = Math.max(middle - need / 2, labelled) + need / 2;
      labelled = at + need / 2 + 4;
      const leader = `<path class="leader" d="M${round(middle)} ${y + barHeight}V${y + barHeight + 6}L${round(at)} ${y + barHeight + 12}"/>`;
      return (
        area +
        leader +
        chartNumber(page, at, y + barHeight + 23, number, 'class="small" text-anchor="middle"')
      );
    });
  const total = x(bar.total.figure.value);
  const mark = chartLine(total, y - 5, total, y + barHeight + 5, "total");
  const printed = chartNumber(
    page,
    Math.max(total, x(above)) + 8,
    y + barHeight / 2 + 5,
    bar.total,
    'class="name domain"',
  );
  return name.join("") + areas.join("") + mark + printed;
}

function segmentArea(id: string, tone: string, start: number, y: number, width: number): string {
  const place = `x="${round(start)}" y="${round(y)}" width="${round(Math.max(width, 0.8))}" height="${barHeight}"`;
  const texture = `<rect ${place} fill="url(#${escapeHtml(id)}.${toneName(tone)})"/>`;
  return `<rect ${place} style="fill:var(--area-${toneName(tone)})"/>${texture}<rect ${place} class="edge"/>`;
}

function renderLegend(chart: StackedBars, id: string): { readonly svg: string; readonly height: number } {
  let x = 0;
  let y = 6;
  const items = chart.series.map(({ tone, label }) => {
    const width = 24 + textWidth(label) * 12 + 18;
    if (x + width > chartWidth) {
      x = 0;
      y += 24;
    }
    const place = `x="${round(x)}" y="${y}" width="18" height="14"`;
    const swatch = `<rect ${place} style="fill:var(--area-${toneName(tone)})"/><rect ${place} fill="url(#${escapeHtml(id)}.${toneName(tone)})"/>`;
    const item = swatch + chartText(x + 24, y + 11.5, label);
    x += width;
    return item;
  });
  const width = 24 + textWidth(chart.totalLabel) * 12;
  if (x + width > chartWidth) {
    x = 0;
    y += 24;
  }
  const total =
    chartLine(x + 9, y - 2, x + 9, y + 16, "total") + chartText(x + 24, y + 11.5, chart.totalLabel);
  return { svg: items.join("") + total, height: y + 18 };
}

const textures: Readonly<Record<(typeof chartTones)[number], string>> = {
  "law.basis": "",
  "law.decision": '<path class="texture" d="M-2 10L10 -2M4 16L16 4M-2 -2"/>',
  mechanism: '<path class="texture" d="M0 6H12M6 0V12" transform="translate(0 0)"/>',
  capability: '<circle class="speck" cx="3" cy="3" r="1.5"/><circle class="speck" cx="9" cy="9" r="1.5"/>',
  coordination: '<path class="texture" d="M2 -2L14 10M-4 4L8 16"/>',
  consent: '<path class="texture" d="M0 3H12M0 9H12"/>',
  irreducible: '<path class="texture" d="M3 0V12M9 0V12"/>',
};

/** One texture for each tone, so that no segment is told by its colour alone. */
function patterns(id: string): string {
  const each = chartTones.map(
    (tone) =>
      `<pattern id="${escapeHtml(id)}.${toneName(tone)}" width="12" height="12" patternUnits="userSpaceOnUse">${textures[tone]}</pattern>`,
  );
  return `<defs>${each.join("")}</defs>`;
}
