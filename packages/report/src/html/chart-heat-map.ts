import type { ExplorationChart } from "../document/exploration-chart.ts";
import { chartFrame, chartLine, chartNumber, chartText, chartWidth, round } from "./chart-frame.ts";
import type { Page } from "./render-inline.ts";
import { wrapText } from "./text-width.ts";

type HeatMap = Extract<ExplorationChart, { kind: "heat-map" }>;

const left = 200;
const rowHeight = 34;
/** Deepest shade: text on it keeps its contrast. */
const deepest = 0.5;

/** Rows of cells shaded by their size, each with its number. */
export function renderHeatMap(page: Page, id: string, chart: HeatMap): string {
  const { columns, rows } = chart;
  const width = Math.min(110, (chartWidth - left) / Math.max(1, columns.length));
  const groups = groupsOf(columns);
  const headings = groups.map(({ group, start, span }) => ({
    lines: wrapText(group, (span * width - 10) / 12, 3),
    start,
    span,
  }));
  const labels = columns.map(({ label }) => label.flatMap((line) => wrapText(line, (width - 4) / 11.5, 2)));
  const headingHeight = 15 * Math.max(1, ...headings.map(({ lines }) => lines.length)) + 8;
  const labelHeight = 14 * Math.max(1, ...labels.map((lines) => lines.length)) + 6;
  const top = headingHeight + labelHeight;
  const bottom = top + rows.length * rowHeight;
  const most = Math.max(0, ...rows.flatMap(({ cells }) => cells.map(({ figure }) => figure.value)));
  const heads = headings.map(
    ({ lines, start, span }) =>
      lines
        .map((line, at) => chartText(left + start * width + 4, 12 + at * 15, line, 'class="domain"'))
        .join("") +
      (start === 0
        ? ""
        : chartLine(left + start * width, 0, left + start * width, bottom, span > 0 ? "zero" : "grid")),
  );
  const names = labels.map((lines, column) =>
    lines
      .map((line, at) =>
        chartText(
          left + (column + 0.5) * width,
          headingHeight + 11 + at * 14,
          line,
          'class="small" text-anchor="middle"',
        ),
      )
      .join(""),
  );
  const body = rows.map(({ label, cells }, row) => {
    const y = top + row * rowHeight;
    const lines = wrapText(label, (left - 14) / 13, 2);
    const name = lines.map((line, at) =>
      chartText(0, y + rowHeight / 2 + 4.5 + (at - (lines.length - 1) / 2) * 15, line, 'class="name"'),
    );
    const shaded = cells.map((number, column) => {
      const shade = most > 0 ? (Math.max(0, number.figure.value) / most) * deepest : 0;
      const x = left + column * width;
      return `<rect x="${round(x + 1)}" y="${round(y + 1)}" width="${round(width - 2)}" height="${rowHeight - 2}" class="heat" style="fill-opacity:${Math.round(shade * 1000) / 1000}"/>${chartNumber(page, x + width / 2, y + rowHeight / 2 + 4.5, number, 'class="name" text-anchor="middle"')}`;
    });
    return name.join("") + shaded.join("");
  });
  return chartFrame(id, chart, bottom + 4, heads.join("") + names.join("") + body.join(""));
}

interface ColumnGroup {
  readonly group: string;
  readonly start: number;
  span: number;
}

function groupsOf(columns: HeatMap["columns"]): readonly ColumnGroup[] {
  const groups: ColumnGroup[] = [];
  columns.forEach(({ group }, at) => {
    const last = groups.at(-1);
    if (last?.group === group) last.span += 1;
    else groups.push({ group, start: at, span: 1 });
  });
  return groups;
}
