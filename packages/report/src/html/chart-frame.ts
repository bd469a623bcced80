import type { BoundNumber } from "../document/inline.ts";
import { escapeHtml } from "./escape.ts";
import { binding, type Page } from "./render-inline.ts";

/** Width of every chart in its own units; it scales with the page. */
export const chartWidth = 880;

/** A chart as an image with a name and a description. */
export function chartFrame(
  id: string,
  { title, description }: { readonly title: string; readonly description: string },
  height: number,
  content: string,
): string {
  const anchor = escapeHtml(id);
  return `<div class="chart"><svg viewBox="0 0 ${chartWidth} ${round(height)}" role="img" aria-labelledby="${anchor}.title ${anchor}.desc" xmlns="http://www.w3.org/2000/svg"><title id="${anchor}.title">${escapeHtml(title)}</title><desc id="${anchor}.desc">${escapeHtml(description)}</desc>${content}</svg></div>`;
}

/** Text in a chart. */
export function chartText(x: number, y: number, text: string, attributes = ""): string {
  return `<text x="${round(x)}" y="${round(y)}"${attributes === "" ? "" : ` ${attributes}`}>${escapeHtml(text)}</text>`;
}

/** The value of a bound number in a chart, without its interval, which is drawn. */
export function chartNumber(page: Page, x: number, y: number, number: BoundNumber, attributes = ""): string {
  return chartText(
    x,
    y,
    number.value,
    `${binding(page, number, true)}${attributes === "" ? "" : ` ${attributes}`}`,
  );
}

/** A straight line. */
export function chartLine(x1: number, y1: number, x2: number, y2: number, name: string): string {
  return `<line x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}" class="${name}"/>`;
}

/** Coordinates to a tenth of a unit. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Marks of an axis from `low` to `high` at a readable step, ends included in the range. */
export function axisTicks(low: number, high: number): readonly number[] {
  const span = high - low;
  const step = [0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.5, 1, 2, 5].find((size) => span / size <= 6) ?? span / 5;
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
}

/** A mark of an axis in per cent, or in points with its sign. */
export function tickLabel(value: number, axis: "percent" | "points"): string {
  const text = String(Math.abs(Math.round(value * 1000) / 10));
  const sign = value < -1e-9 ? "\u2212" : axis === "points" && value > 1e-9 ? "+" : "";
  return axis === "percent" ? `${sign}${text}%` : `${sign}${text}`;
}
