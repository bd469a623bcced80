import type { Bracket, MissionEffect, TaskEffect } from "@shikumi/assessment";
import type { Block, Cell, Column, Row, Section, Table } from "../document/block.ts";
import type { IntervalRow } from "../document/chart.ts";
import { type Inlines, muted, textInline } from "../document/inline.ts";
import type { NumberStyle } from "../number/format-number.ts";
import { type AbsentReason, type BriefContext, isOpen, written } from "./brief-context.ts";

/** How much of what is demanded is delivered, by domain, mission and task, and how soon. */
export function effectivenessSection(context: BriefContext): Section {
  const { domains, missions } = context.assessment.baseline;
  const brackets = [...domains, ...missions].map(({ effectiveness }) => effectiveness);
  const open = brackets.some(isOpen);
  const blocks: Block[] = [
    { kind: "paragraph", content: context.say("effectiveness-intro") },
    ...(brackets.some(({ refused }) => Number.isFinite(refused.value))
      ? [figureOf(context, open)]
      : [missionTable(context, open)]),
    { kind: "heading", anchor: "effectiveness-tasks", content: context.say("effectiveness-tasks") },
    taskTable(context),
  ];
  return { anchor: "effectiveness", title: context.word("effectiveness"), blocks };
}

function figureOf(context: BriefContext, open: boolean): Block {
  const { domains, missions } = context.assessment.baseline;
  const rowOf = (label: string, level: 0 | 1, { refused, granted }: Bracket): readonly IntervalRow[] => {
    const number = context.number(refused, "share-interval");
    const second = context.number(granted, "share-interval");
    if (number.kind !== "number") return [];
    const differs = second.kind === "number" && isOpen({ refused, granted });
    return [{ label, level, number, second: differs ? second : undefined }];
  };
  return {
    kind: "figure",
    anchor: "figure-effectiveness",
    caption: context.say("effectiveness-figure"),
    chart: {
      kind: "interval-dots",
      title: context.word("effectiveness-figure"),
      description: context.word("effectiveness-figure-about"),
      axis: "percent",
      rows: domains.flatMap(({ domain, effectiveness }) => [
        ...rowOf(context.domain(domain), 0, effectiveness),
        ...missions
          .filter((mission) => mission.domain === domain)
          .flatMap((mission) => rowOf(context.mission(mission.mission), 1, mission.effectiveness)),
      ]),
      key: open ? { first: context.word("refused"), second: context.word("granted") } : undefined,
    },
    twin: missionTable(context, open),
  };
}

/** A cell that holds one number. */
export function numberCell(
  context: BriefContext,
  figure: Bracket["refused"] | undefined,
  style: NumberStyle,
  absent: AbsentReason = "absent-no-demand",
): Cell {
  if (figure === undefined) {
    return {
      kind: "numeric",
      content: [{ kind: "absent", figure: undefined, reason: context.word(absent) }],
    };
  }
  return { kind: "numeric", content: [context.number(figure, style, absent)] };
}

/** A column of numbers. */
export function numberColumn(label: Inlines, group?: string): Column {
  return group === undefined ? { label, align: "end" } : { label, align: "end", group };
}

function missionTable(context: BriefContext, open: boolean): Table {
  const { domains, missions } = context.assessment.baseline;
  const granted = ({ refused, granted: other }: Bracket): readonly Cell[] => {
    if (!open) return [];
    if (refused.value === other.value) return [{ kind: "text", content: context.say("same") }];
    return [numberCell(context, other, "share-interval")];
  };
  const blank: Cell = { kind: "blank" };
  const missionRow = ({ mission, effectiveness, belowFloor, worstTenth, averted }: MissionEffect): Row => ({
    heading: written(context.mission(mission)),
    cells: [
      numberCell(context, effectiveness.refused, "share-interval"),
      ...granted(effectiveness),
      numberCell(context, worstTenth, "share"),
      numberCell(
        context,
        belowFloor,
        "share-interval",
        belowFloor === undefined ? "absent-no-floor" : "absent-no-demand",
      ),
      numberCell(context, averted, "share-interval"),
      blank,
    ],
  });
  return {
    kind: "table",
    anchor: "table-effectiveness",
    caption: context.say("effectiveness-caption"),
    layout: "plain",
    columns: [
      { label: context.say("mission"), align: "start" },
      numberColumn(context.say("effectiveness")),
      ...(open ? [numberColumn(context.say("granted"))] : []),
      numberColumn(context.say("worst-tenth")),
      numberColumn(context.say("below-floor")),
      numberColumn(context.say("averted")),
      numberColumn(context.say("permission-coverage")),
    ],
    groups: domains.map(({ domain, effectiveness, permissionCoverage }) => ({
      heading: context.domain(domain),
      rows: [
        {
          heading: [{ kind: "strong", content: context.say("whole-domain") }],
          cells: [
            numberCell(context, effectiveness.refused, "share-interval"),
            ...granted(effectiveness),
            blank,
            blank,
            blank,
            numberCell(context, permissionCoverage, "share", "absent-nobody-able"),
          ],
        },
        ...missions.filter((mission) => mission.domain === domain).map(missionRow),
      ],
    })),
    notes: [
      context.say(open ? "effectiveness-note-open" : "effectiveness-note"),
      context.say("effectiveness-note-tail"),
    ],
  };
}

function taskTable(context: BriefContext): Table {
  const { tasks, missions } = context.assessment.baseline;
  const taskRow = ({
    task,
    instances,
    effectiveness,
    standardMet,
    firstEffect,
    coverage,
  }: TaskEffect): Row => ({
    heading: written(context.task(task)),
    cells: [
      numberCell(context, instances, "count", "absent-no-demand"),
      effectiveness === undefined
        ? numberCell(context, undefined, "share", "absent-no-value")
        : bracketCell(context, effectiveness),
      numberCell(context, standardMet, "share-interval"),
      numberCell(context, coverage, "share-interval"),
      numberCell(context, firstEffect.p10, "hours", "absent-no-effect"),
      numberCell(context, firstEffect.p50, "hours", "absent-no-effect"),
      numberCell(context, firstEffect.p90, "hours", "absent-no-effect"),
    ],
  });
  return {
    kind: "table",
    anchor: "table-tasks",
    caption: context.say("tasks-caption"),
    layout: "plain",
    columns: [
      { label: context.say("task"), align: "start" },
      numberColumn(context.say("instances")),
      numberColumn(context.say("effectiveness")),
      numberColumn(context.say("standard-met")),
      numberColumn(context.say("coverage")),
      numberColumn(context.say("percentile-10"), context.word("first-effect")),
      numberColumn(context.say("percentile-50"), context.word("first-effect")),
      numberColumn(context.say("percentile-90"), context.word("first-effect")),
    ],
    groups: missions.map(({ mission }) => ({
      heading: context.mission(mission),
      rows: tasks.filter(({ task }) => task.startsWith(`${mission}.`)).map(taskRow),
    })),
    notes: [context.say("tasks-note")],
  };
}

/** Both ends of a bracket in one cell. */
function bracketCell(context: BriefContext, bracket: Bracket): Cell {
  const refused = context.number(bracket.refused, "share-interval");
  if (!isOpen(bracket)) return { kind: "numeric", content: [refused] };
  const granted = context.number(bracket.granted, "share-interval");
  return {
    kind: "numeric",
    content: [refused, textInline(" "), muted(...context.say("bracket-granted", { granted }))],
  };
}
