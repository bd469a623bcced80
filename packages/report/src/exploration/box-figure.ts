import type { BoxSearch, PackageSearch } from "@shikumi/assessment";
import type { Id } from "@shikumi/model";
import type { Block, Row, Table } from "../document/block.ts";
import type { ScatterAxis, ScatterBox, ScatterPanel } from "../document/exploration-chart.ts";
import { textInline } from "../document/inline.ts";
import { limitCell } from "./box-words.ts";
import { type ExplorationContext, textCell } from "./exploration-context.ts";

/** Most assumptions that are set against each other. */
const mostPaired = 3;
/** Part of the range over which marks of an assumption with few values are spread, so that they do not hide each other. */
const spread = 0.1;
/** Part of the range that stays free at either end. */
const margin = 0.03;
/** Least part of the range between two names of an axis. */
const apart = 0.16;

/** The futures by the assumptions that the boxes of a package limit, two by two; by one of them and the measure where there is only one. */
export function boxFigure(context: ExplorationContext, search: PackageSearch, at: number): readonly Block[] {
  const { package: id, boxes } = search;
  if (boxes.length === 0) return [];
  const table = boxTable(context, search, at);
  const panels = panelsOf(context, id, boxes);
  if (panels.length === 0) return [table];
  return [
    {
      kind: "figure",
      anchor: `figure-box-${at}`,
      caption: context.say("box-figure", { package: context.packageName(id) }),
      chart: {
        kind: "scatter",
        title: context.word("box-figure", { package: context.packageName(id) }),
        description: context.word("box-figure-about"),
        panels,
        key: {
          hit: context.word("box-key-hit"),
          other: context.word("box-key-other"),
          box: context.word("box-key-box"),
        },
      },
      twin: table,
    },
  ];
}

/** Where one thing of every sampled future lies on an axis. */
interface Coordinate {
  readonly axis: ScatterAxis;
  readonly values: readonly number[];
  readonly uncertainty: Id | undefined;
}

function panelsOf(context: ExplorationContext, id: Id, boxes: BoxSearch["boxes"]): readonly ScatterPanel[] {
  const own = context.exploration.sample.packages.find((one) => one.package === id);
  if (own === undefined || own.values.length === 0) return [];
  const limited = [...new Set(boxes.flatMap(({ limits }) => limits.map(({ uncertainty }) => uncertainty)))];
  const coordinates = limited
    .slice(0, mostPaired)
    .flatMap((uncertainty) => coordinateOf(context, uncertainty, boxes) ?? []);
  const [first, second, third] =
    coordinates.length === 1 ? [...coordinates, measureCoordinate(context, own.values)] : coordinates;
  if (first === undefined || second === undefined) return [];
  const pairs =
    third === undefined
      ? [[first, second]]
      : [
          [first, second],
          [first, third],
          [second, third],
        ];
  return pairs.flatMap(([x, y]): readonly ScatterPanel[] => {
    if (x === undefined || y === undefined) return [];
    return [
      {
        x: x.axis,
        y: y.axis,
        points: own.isHit.map((isHit, point) => ({
          x: x.values[point] as number,
          y: y.values[point] as number,
          isHit,
        })),
        boxes: boxes.map(({ limits }) => seenFrom(limits, x.uncertainty, y.uncertainty)),
      },
    ];
  });
}

function coordinateOf(
  context: ExplorationContext,
  uncertainty: Id,
  boxes: BoxSearch["boxes"],
): Coordinate | undefined {
  const about = context.uncertainty(uncertainty);
  const sampled = context.exploration.sample.uncertainties.find((one) => one.uncertainty === uncertainty);
  if (about === undefined || sampled === undefined) return undefined;
  const { low, high, levels } = about;
  const width = (high - low) * spread;
  const edge = levels === undefined ? (high - low) * margin : width;
  const limits = boxes.flatMap((box) =>
    box.limits.flatMap((limit) => (limit.uncertainty === uncertainty ? [limit.low, limit.high] : [])),
  );
  const named = levels ?? limits.flatMap((limit) => limit ?? []);
  return {
    uncertainty,
    axis: {
      label: context.uncertaintyName(uncertainty),
      low: low - edge,
      high: high + edge,
      ticks: ticksOf([low, high, ...named], high - low).map((place) => ({
        at: place,
        text: context.quantityText(place, uncertainty),
      })),
    },
    values: sampled.values.map((value, point) =>
      levels === undefined ? value : value + (((point * 0.618034) % 1) - 0.5) * width,
    ),
  };
}

function measureCoordinate(context: ExplorationContext, values: readonly number[]): Coordinate {
  const low = values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const high = values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const ticks = ticksOf([low, high, (low + high) / 2], high - low);
  const edge = (high - low) * margin;
  return {
    uncertainty: undefined,
    axis: {
      label: context.text(context.exploration.measure.name),
      low: low - edge,
      high: high + edge,
      ticks: ticks.map((at) => {
        const number = context.number(at, { id: "", style: "share" });
        return { at, text: number.kind === "number" ? number.value : "" };
      }),
    },
    values,
  };
}

/** Places that are far enough from those before them to be named. */
function ticksOf(places: readonly number[], span: number): readonly number[] {
  const kept: number[] = [];
  for (const place of places)
    if (kept.every((other) => Math.abs(other - place) > span * apart)) kept.push(place);
  return kept;
}

function seenFrom(
  limits: BoxSearch["boxes"][number]["limits"],
  x: Id | undefined,
  y: Id | undefined,
): ScatterBox {
  const onX = limits.find(({ uncertainty }) => uncertainty === x);
  const onY = limits.find(({ uncertainty }) => uncertainty === y);
  return { lowX: onX?.low, highX: onX?.high, lowY: onY?.low, highY: onY?.high };
}

function boxTable(context: ExplorationContext, { package: id, boxes }: PackageSearch, at: number): Table {
  return {
    kind: "table",
    anchor: `table-box-${at}`,
    caption: context.say("box-caption", { package: context.packageName(id) }),
    layout: "plain",
    columns: [
      { label: context.say("assumption"), align: "start" },
      { label: context.say("limit-of-box"), align: "start" },
      { label: context.say("among-futures"), align: "start" },
      { label: context.say("confirmed"), align: "start" },
    ],
    groups: boxes.map(({ limits }, number) => ({
      heading: boxes.length === 1 ? "" : context.word("condition-number", { number: String(number + 1) }),
      rows: limits.map((limit): Row => {
        const about = context.uncertainty(limit.uncertainty);
        const place = `uncertainty/${limit.uncertainty}`;
        return {
          heading: [textInline(context.uncertaintyName(limit.uncertainty))],
          cells: [
            textCell(limitCell(context, `discovery/${id}/${number + 1}`, limit)),
            about === undefined
              ? { kind: "blank" }
              : textCell(
                  context.say("range", {
                    low: context.quantity(`${place}/least`, about.low, limit.uncertainty),
                    high: context.quantity(`${place}/greatest`, about.high, limit.uncertainty),
                  }),
                ),
            textCell(context.say(limit.isConfirmed ? "yes" : "no")),
          ],
        };
      }),
    })),
    notes: [context.say("box-note")],
  };
}
