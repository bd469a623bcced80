import { causeText, type ShellKey } from "../../messages/index.ts";
import { organisationName, taskName } from "../../messages/name.ts";
import type { Say } from "../../messages/say.ts";
import type { TableColumn, TableRow } from "../../part/table-data.ts";
import { hoursText, stepWords, type Voice } from "./step-words.ts";
import type { Story } from "./story.ts";
import { pointOf, type UnitPath, unitState } from "./unit-paths.ts";

/** The steps of an incident in words, each with the cause it is charged to. */
export function stepTable(
  { study, steps, incident }: Story,
  voice: Voice,
  shell: Say<ShellKey>,
): { readonly columns: readonly TableColumn[]; readonly rows: readonly TableRow[] } {
  const { say, language } = voice;
  return {
    columns: [
      { id: "time", title: say("column-time"), kind: "number" },
      { id: "step", title: say("column-step") },
      { id: "task", title: say("column-task") },
      { id: "cause", title: say("column-cause") },
    ],
    rows: steps.map((step, at) => ({
      id: String(at),
      cells: [
        {
          text: hoursText(step.hours - incident.hours, language),
          value: step.hours - incident.hours,
        },
        stepWords(study, step, voice),
        step.task === "" ? "" : taskName(study, step.task, language),
        step.cause === "" ? "" : causeText(shell, step.cause),
      ],
    })),
  };
}

/** The units of an incident with their ways, and what they do at a time. */
export function unitTable(
  { study }: Story,
  paths: readonly UnitPath[],
  at: number,
  { say, language }: Voice,
): { readonly columns: readonly TableColumn[]; readonly rows: readonly TableRow[] } {
  const place = (id: string): string => study.places.get(id)?.name[language] || id;
  const time = (value: number): { readonly text: string; readonly value: number } => ({
    text: hoursText(value, language),
    value,
  });
  return {
    columns: [
      { id: "unit", title: say("column-unit") },
      { id: "organisation", title: say("column-organisation") },
      { id: "task", title: say("column-task") },
      { id: "from", title: say("column-from") },
      { id: "to", title: say("column-to") },
      { id: "leaves", title: say("column-leaves"), kind: "number" },
      { id: "arrives", title: say("column-arrives"), kind: "number" },
      { id: "ends", title: say("column-ends"), kind: "number" },
      { id: "state", title: say("column-state") },
    ],
    rows: paths.map((path) => ({
      id: path.id,
      cells: [
        study.holdings.get(path.holding)?.name[language] || path.holding || "–",
        organisationName(study, path.organisation, language),
        taskName(study, path.task, language),
        place(path.from),
        place(path.to),
        time(path.leaves),
        time(path.arrives),
        time(path.ends),
        say(`state-${unitState(path, at)}`),
      ],
    })),
  };
}

/** Names of the places of an incident that the study gives no position. */
export function unplaced(
  { study, incident }: Story,
  paths: readonly UnitPath[],
  { language }: Voice,
): readonly string[] {
  const ids = new Set([
    ...(incident.place === undefined ? [] : [incident.place]),
    ...paths.flatMap(({ from, to }) => [from, to]),
  ]);
  return [...ids]
    .filter((id) => id !== "" && pointOf(study.places.get(id)) === undefined)
    .map((id) => study.places.get(id)?.name[language] || id);
}
