import type { Id } from "@shikumi/model";
import { organisationName, taskName } from "../../messages/name.ts";
import { bodyName, shareText, type Voice } from "./step-words.ts";
import type { Story } from "./story.ts";
import type { StretchKind, TimeStretch, TroubleMark } from "./story-lanes.ts";

/** One line of the chart. */
export interface GanttRow {
  readonly id: string;
  readonly kind: "clock" | "heading" | "task" | "lane";
  readonly label: string;
  /** Told at the end of the line. */
  readonly remark?: string;
  readonly stretches: readonly TimeStretch[];
  readonly marks: readonly TroubleMark[];
  /** Opening and end of a task, and when its standard is up. */
  readonly frame?: { readonly from: number; readonly until: number; readonly standard: number | undefined };
}

const noMarks: readonly TroubleMark[] = [];

/** The lines of the chart: both clocks, tasks with their organisations, deciders, cells. */
export function ganttRows(story: Story, voice: Voice): readonly GanttRow[] {
  const { study, tasks } = story;
  const { say, language } = voice;
  const clock = (id: "legal" | "operational", kind: StretchKind): GanttRow => ({
    id,
    kind: "clock",
    label: say(`${id}-clock`),
    stretches: story[id].map(({ from, until }) => ({ kind, from, until, subject: "" })),
    marks: noMarks,
  });
  const heading = (id: string, label: string): GanttRow => ({
    id,
    kind: "heading",
    label,
    stretches: [],
    marks: noMarks,
  });
  return [
    clock("legal", "law"),
    clock("operational", "work"),
    ...tasks.flatMap((task): readonly GanttRow[] => [
      {
        id: task.ref,
        kind: "task",
        label: taskName(study, task.ref, language),
        remark: task.closed === undefined ? "" : shareText(task.met, language),
        stretches: [],
        marks: task.marks,
        ...(task.opened === undefined
          ? {}
          : { frame: { from: task.opened, until: task.closed ?? story.end, standard: task.standard } }),
      },
      ...task.lanes.map(
        (lane): GanttRow => ({
          id: `${task.ref} ${lane.organisation}`,
          kind: "lane",
          label: organisationName(study, lane.organisation, language),
          stretches: lane.stretches,
          marks: lane.marks,
        }),
      ),
    ]),
    ...(story.deciders.length === 0 ? [] : [heading("deciders", say("deciders"))]),
    ...story.deciders.map(
      ({ id, stretches }): GanttRow => ({
        id: `decider ${id}`,
        kind: "lane",
        label: bodyName(study, id, language),
        stretches,
        marks: noMarks,
      }),
    ),
    ...(story.cells.length === 0 ? [] : [heading("cells", say("cells"))]),
    ...story.cells.map(
      ({ id, stretches }): GanttRow => ({
        id: `cell ${id}`,
        kind: "lane",
        label: id === "" ? say("cell-ad-hoc") : (study.mechanisms.get(id)?.name[language] ?? id),
        stretches,
        marks: noMarks,
      }),
    ),
  ];
}

/** The name of what a stretch is about: whichever collection of the study knows it. */
export function subjectName({ study }: Story, subject: Id, { language }: Voice): string {
  if (subject === "") return "";
  const found =
    study.authorities.get(subject) ??
    study.situations.get(subject) ??
    study.holdings.get(subject) ??
    study.mechanisms.get(subject) ??
    study.places.get(subject);
  return found?.name[language] || (subject.includes(".") ? taskName(study, subject, language) : subject);
}
