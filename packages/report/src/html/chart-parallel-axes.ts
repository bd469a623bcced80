import type { ExplorationChart, ParallelAxis, ParallelLine } from "../document/exploration-chart.ts";
import type { BoundNumber } from "../document/inline.ts";
import { chartFrame, chartLine, chartNumber, chartText, chartWidth, round } from "./chart-frame.ts";
import { chartTones, toneName } from "./palette.ts";
import type { Page } from "./render-inline.ts";
import { wrapText } from "./text-width.ts";

type ParallelAxes = Extract<ExplorationChart, { kind: "parallel-axes" }>;

const left = 56;
const right = 262;
const height = 250;
const labelHeight = 16;
/** Lines beyond the tones differ by their strokes. */
const strokes = ["", "7 4", "2 4", "10 3 2 3"];

/** One line for each alternative over upright axes, better always higher. The best and the least value stand at the ends of each axis. */
export function renderParallelAxes(page: Page, id: string, chart: ParallelAxes): string {
  const { axes, lines } = chart;
  const step = (chartWidth - left - right) / Math.max(1, axes.length - 1);
  const x = (axis: number): number => left + axis * step;
  const names = axes.map(({ label }) => wrapText(label, (Math.min(step, 150) - 8) / 12, 3));
  const top = 15 * Math.max(1, ...names.map((name) => name.length)) + 26;
  const bottom = top + height;
  const scales = axes.map((axis, at) => scaleOf(axis, lines, at, top));
  const rulers = axes.map((_, at) => {
    const name = (names[at] ?? []).map((line, row) =>
      chartText(x(at), 12 + row * 15, line, 'class="domain" text-anchor="middle"'),
    );
    const { best, worst } = scales[at] ?? {};
    const ends = [
      ...(best === undefined ? [] : [chartNumber(page, x(at), top - 8, best, 'text-anchor="middle"')]),
      ...(worst === undefined || worst === best
        ? []
        : [chartNumber(page, x(at), bottom + 18, worst, 'text-anchor="middle"')]),
    ];
    return name.join("") + chartLine(x(at), top, x(at), bottom, "zero") + ends.join("");
  });
  const drawn = lines.map((line, index) => {
    const places = line.numbers.map((number, at) =>
      number === undefined ? undefined : { x: x(at), y: scales[at]?.y(number.figure.value) ?? bottom },
    );
    return renderLine(places, index);
  });
  const end = axes.length - 1;
  const labels = renderLabels(
    lines.flatMap(({ label, numbers }, index) => {
      const last = numbers[end];
      return last === undefined ? [] : [{ label, index, y: scales[end]?.y(last.figure.value) ?? bottom }];
    }),
    x(end),
    [top, bottom],
  );
  return chartFrame(id, chart, bottom + 26, rulers.join("") + drawn.join("") + labels);
}

interface Scale {
  readonly y: (value: number) => number;
  readonly best: BoundNumber | undefined;
  readonly worst: BoundNumber | undefined;
}

function scaleOf({ better }: ParallelAxis, lines: readonly ParallelLine[], at: number, top: number): Scale {
  const sorted = lines
    .flatMap(({ numbers }) => numbers[at] ?? [])
    .sort((a, b) => (a.figure.value - b.figure.value) * (better === "more" ? 1 : -1));
  const [worst, best] = [sorted[0], sorted.at(-1)];
  const span = (best?.figure.value ?? 0) - (worst?.figure.value ?? 0);
  return {
    y: (value) =>
      span === 0 ? top + height / 2 : top + (1 - (value - (worst?.figure.value ?? 0)) / span) * height,
    best,
    worst,
  };
}

function renderLine(
  places: readonly ({ readonly x: number; readonly y: number } | undefined)[],
  index: number,
): string {
  let isDown = false;
  const path = places
    .map((place) => {
      const mark = place === undefined ? "" : `${isDown ? "L" : "M"}${round(place.x)} ${round(place.y)}`;
      isDown = place !== undefined;
      return mark;
    })
    .join("");
  const dots = places.map((place) =>
    place === undefined
      ? ""
      : `<circle cx="${round(place.x)}" cy="${round(place.y)}" r="3.5" style="fill:${colourOf(index)}"/>`,
  );
  return `<path d="${path}" class="strand" style="stroke:${colourOf(index)}"${dashOf(index)}/>${dots.join("")}`;
}

/** Names beside the ends of their lines, moved apart where they would meet. */
function renderLabels(
  labels: readonly { readonly label: string; readonly index: number; readonly y: number }[],
  from: number,
  [top, bottom]: readonly [number, number],
): string {
  let last = top - labelHeight;
  const placed = labels
    .toSorted((a, b) => a.y - b.y)
    .map((one) => {
      last = Math.max(one.y, last + labelHeight);
      return { ...one, at: last };
    });
  let next = bottom + labelHeight;
  return placed
    .toReversed()
    .map(({ label, index, y, at }) => {
      next = Math.min(at, next - labelHeight);
      const [text = ""] = wrapText(label, (right - 34) / 12.5, 1);
      const leader = `<path class="strand" d="M${round(from + 6)} ${round(y)}L${round(from + 26)} ${round(next)}" style="stroke:${colourOf(index)}"${dashOf(index)}/>`;
      return leader + chartText(from + 32, next + 4.5, text, 'class="name"');
    })
    .join("");
}

function colourOf(index: number): string {
  return `var(--area-${toneName(chartTones[index % chartTones.length] ?? "")})`;
}

function dashOf(index: number): string {
  const dash = strokes[Math.floor(index / chartTones.length) % strokes.length] ?? "";
  return dash === "" ? "" : ` stroke-dasharray="${dash}"`;
}
