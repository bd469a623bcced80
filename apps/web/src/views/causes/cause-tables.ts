import type { CauseFinding, ClosingFinding, Figure, TaskEffect } from "@shikumi/assessment";
import type { Language } from "@shikumi/core/diagnostic";
import { causeText, type ShellKey } from "../../messages/index.ts";
import type { Say } from "../../messages/say.ts";
import { printed } from "../../part/printed.tsx";
import type { TableCell, TableColumn, TableRow } from "../../part/table-data.ts";
import { partsOf } from "./cause-bars.ts";
import type { CausesKey } from "./messages/index.ts";

/** What the tables of the view need to speak. */
export interface Voice {
  readonly say: Say<CausesKey>;
  readonly shell: Say<ShellKey>;
  readonly language: Language;
}

/** A table of shortfalls and their parts, with the ends of every interval. */
export function causeTable(
  findings: readonly CauseFinding[],
  name: (finding: CauseFinding) => string,
  { say, shell, language }: Voice,
): { readonly columns: readonly TableColumn[]; readonly rows: readonly TableRow[] } {
  const lines = (finding: CauseFinding): readonly { id: string; title: string; figure: Figure }[] => [
    { id: "shortfall", title: say("shortfall"), figure: finding.shortfall },
    ...partsOf(finding).map(({ cause, figure }) => ({ id: cause, title: causeText(shell, cause), figure })),
    { id: "undetermined", title: say("undetermined"), figure: finding.undetermined },
  ];
  return {
    columns: [
      { id: "scope", title: say("scope") },
      { id: "part", title: say("part") },
      { id: "value", title: say("value"), kind: "number" },
      { id: "low", title: say("low"), kind: "number" },
      { id: "high", title: say("high"), kind: "number" },
    ],
    rows: findings.flatMap((finding) =>
      lines(finding).map(({ id, title, figure }) => ({
        id: `${finding.scope.id} ${id}`,
        ...(id === "shortfall" ? {} : { level: 1 }),
        cells: [
          name(finding),
          title,
          shareCell(figure.value, language),
          shareCell(figure.low, language),
          shareCell(figure.high, language),
        ],
      })),
    ),
  };
}

/** A table of the tasks of a mission: how they fare, and what would close them. */
export function taskTable(
  tasks: readonly TaskEffect[],
  closing: readonly ClosingFinding[],
  name: (task: string) => string,
  { say, shell, language }: Voice,
): { readonly columns: readonly TableColumn[]; readonly rows: readonly TableRow[] } {
  return {
    columns: [
      { id: "task", title: say("task") },
      { id: "instances", title: say("instances"), kind: "number" },
      { id: "effectiveness", title: say("effectiveness"), kind: "number" },
      { id: "granted", title: say("granted"), kind: "number" },
      { id: "standard", title: say("standard"), kind: "number" },
      { id: "closing", title: say("closing") },
    ],
    rows: tasks.map(({ task, instances, effectiveness, standardMet }) => ({
      id: task,
      cells: [
        name(task),
        { text: printed(instances, "count", language), value: instances.value },
        effectiveness === undefined ? say("no-value") : figureCell(effectiveness.refused, language),
        effectiveness === undefined ? say("no-value") : figureCell(effectiveness.granted, language),
        figureCell(standardMet, language),
        closingText(
          closing.find(({ scope }) => scope.kind === "task" && scope.id === task),
          { say, shell, language },
        ),
      ],
    })),
  };
}

/** What closes a task, in words; sets of fewer causes first. */
export function closingText(finding: ClosingFinding | undefined, { say, shell, language }: Voice): string {
  if (finding === undefined) return say("closing-not-computed");
  if (finding.sets.length === 0) return say("closing-none");
  return finding.sets
    .toSorted((a, b) => a.causes.length - b.causes.length || b.share.value - a.share.value)
    .map(({ causes, share }) => {
      const set = causes
        .map((cause) => (cause === "law" ? shell("lever-law") : causeText(shell, cause)))
        .join(" + ");
      return say(causes.length === 0 ? "closing-met" : "closing-set", {
        set,
        share: printed(share, "share", language),
      });
    })
    .join(say("or"));
}

function shareCell(value: number, language: Language): TableCell {
  return { text: printed({ value, low: Number.NaN, high: Number.NaN }, "share", language), value };
}

function figureCell(figure: Figure, language: Language): TableCell {
  return { text: printed(figure, "share-interval", language), value: figure.value };
}
