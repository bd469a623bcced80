import type { BoxShares, PackageSearch, PeelPoint } from "@shikumi/assessment";
import type { Block, Row, Table } from "../document/block.ts";
import type { TrajectoryPoint } from "../document/exploration-chart.ts";
import type { Inlines } from "../document/inline.ts";
import { type ExplorationContext, numericCell } from "./exploration-context.ts";

/** Most points of a way in its table. */
const mostPoints = 12;

/** How the first box of a package was found: coverage against density, point by point. */
export function wayFigure(context: ExplorationContext, search: PackageSearch, at: number): readonly Block[] {
  const { package: id, trajectory, boxes } = search;
  const [box] = boxes;
  if (box === undefined || trajectory.length < 3) return [];
  const name = context.packageName(id);
  return [
    {
      kind: "figure",
      anchor: `figure-way-${at}`,
      caption: context.say("way-figure", { package: name }),
      chart: {
        kind: "trajectory",
        title: context.word("way-figure", { package: name }),
        description: context.word("way-figure-about"),
        fitted: trajectory.map(({ coverage, density }) => ({ coverage, density })),
        heldOut: trajectory.flatMap(({ heldOut }) => heldOut ?? []),
        box: pointOf(box.fitted),
        heldOutBox: pointOf(box.heldOut),
        axes: { coverage: context.word("axis-coverage"), density: context.word("axis-density") },
        key: {
          fitted: context.word("key-fitted"),
          heldOut: context.word("key-held-out"),
          box: context.word("key-box"),
          heldOutBox: context.word("key-held-out-box"),
        },
      },
      twin: wayTable(context, search, at),
    },
  ];
}

function pointOf({ coverage, density }: BoxShares): TrajectoryPoint | undefined {
  return coverage === undefined || density === undefined ? undefined : { coverage, density };
}

function wayTable(context: ExplorationContext, search: PackageSearch, at: number): Table {
  const { package: id, trajectory, boxes } = search;
  const [searched, apart] = [context.word("searched"), context.word("kept-apart")];
  const places = listed(trajectory);
  const [box] = boxes;
  return {
    kind: "table",
    anchor: `table-way-${at}`,
    caption: context.say("way-caption", { package: context.packageName(id) }),
    layout: "plain",
    columns: [
      { label: context.say("point"), align: "start" },
      { label: context.say("limits"), align: "end" },
      { label: context.say("mass"), align: "end", group: searched },
      { label: context.say("coverage"), align: "end", group: searched },
      { label: context.say("density"), align: "end", group: searched },
      { label: context.say("coverage"), align: "end", group: apart },
      { label: context.say("density"), align: "end", group: apart },
    ],
    groups: [
      {
        heading: "",
        rows: [
          ...places.flatMap((place) => {
            const point = trajectory[place];
            return point === undefined
              ? []
              : [pointRow(context, `discovery/${id}/way/${place}`, pointName(context, point, place), point)];
          }),
          ...(box === undefined
            ? []
            : [
                pointRow(context, `discovery/${id}/way/box`, context.say("point-box"), {
                  limited: box.limits.length,
                  mass: box.fitted.futures === 0 ? undefined : box.fitted.boxFutures / box.fitted.futures,
                  coverage: box.fitted.coverage,
                  density: box.fitted.density,
                  heldOut: box.heldOut,
                }),
              ]),
        ],
      },
    ],
    notes: [context.say("way-note")],
  };
}

interface ShownPoint {
  readonly limited: number;
  readonly mass: number | undefined;
  readonly coverage: number | undefined;
  readonly density: number | undefined;
  readonly heldOut:
    | { readonly coverage: number | undefined; readonly density: number | undefined }
    | undefined;
}

function pointRow(context: ExplorationContext, place: string, heading: Inlines, point: ShownPoint): Row {
  const share = (name: string, value: number | undefined) =>
    numericCell(context.number(value, { id: `${place}/${name}`, style: "share", absent: "nothing" }));
  return {
    heading,
    cells: [
      numericCell(context.count(`${place}/limits`, point.limited)),
      share("mass", point.mass),
      share("coverage", point.coverage),
      share("density", point.density),
      share("held-out/coverage", point.heldOut?.coverage),
      share("held-out/density", point.heldOut?.density),
    ],
  };
}

function pointName(context: ExplorationContext, { isChosen }: PeelPoint, place: number): Inlines {
  if (isChosen) return context.say("point-chosen", { number: String(place) });
  return place === 0 ? context.say("point-all") : context.say("point-number", { number: String(place) });
}

/** Places of the first, the last and the chosen point, and others evenly between. */
function listed(trajectory: readonly PeelPoint[]): readonly number[] {
  const last = trajectory.length - 1;
  const most = Math.min(mostPoints - 1, trajectory.length);
  const even = Array.from({ length: most }, (_, at) => Math.round((at * last) / Math.max(1, most - 1)));
  const chosen = trajectory.findIndex(({ isChosen }) => isChosen);
  return [...new Set([...even, ...(chosen < 0 ? [] : [chosen])])].sort((a, b) => a - b);
}
