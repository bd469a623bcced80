import type { RoleRow } from "@shikumi/assessment";
import type { Language } from "@shikumi/core/diagnostic";
import type { Study } from "@shikumi/model";
import { missionName, organisationName, taskName } from "../../messages/name.ts";
import type { Say } from "../../messages/say.ts";
import { printed } from "../../part/printed.tsx";
import type { TableColumn, TableRow } from "../../part/table-data.ts";
import type { RolesKey } from "./messages/index.ts";
import { type AcceptedHoles, cellOf, type RolePart } from "./role-rows.ts";

/** Columns of the table twin: one row for each pair of task and organisation that something links. */
export function roleColumns(say: Say<RolesKey>): readonly TableColumn[] {
  return [
    { id: "task", title: say("task") },
    { id: "mission", title: say("mission") },
    { id: "organisation", title: say("organisation") },
    { id: "role", title: say("role") },
    { id: "law", title: say("law") },
    { id: "ability", title: say("ability") },
    { id: "accountable", title: say("accountable-column") },
    { id: "share", title: say("share"), kind: "number" },
    { id: "low", title: say("low"), kind: "number" },
    { id: "high", title: say("high"), kind: "number" },
    { id: "hole", title: say("hole") },
    { id: "accepted", title: say("accepted-because") },
  ];
}

/** Rows of the table twin. A task that nothing links anybody to has one row without an organisation. */
export function roleTableRows(
  study: Study,
  { rows, organisations }: RolePart,
  accepted: AcceptedHoles,
  say: Say<RolesKey>,
  language: Language,
): readonly TableRow[] {
  const number = (value: number): { readonly text: string; readonly value: number } => ({
    text: printed({ value, low: Number.NaN, high: Number.NaN }, "share", language),
    value,
  });
  return rows.flatMap((row): readonly TableRow[] => {
    const head = [taskName(study, row.task, language), missionName(study, row.mission, language)];
    const tail = holeCells(row, accepted, say);
    const pairs = organisations.flatMap((id): readonly TableRow[] => {
      const cell = cellOf(row, id);
      if (cell === undefined) return [];
      const { role, verdict, able, accountable, delivered } = cell;
      return [
        {
          id: `${row.task} ${id}`,
          cells: [
            ...head,
            organisationName(study, id, language),
            role === "none" ? "" : say(role === "lead" ? "lead-role" : "support"),
            say(`verdict-${verdict}`),
            say(able ? "able" : "not-able"),
            say(accountable ? "yes" : "no"),
            number(delivered.value),
            number(delivered.low),
            number(delivered.high),
            ...tail,
          ],
        },
      ];
    });
    if (pairs.length > 0) return pairs;
    return [{ id: row.task, cells: [...head, "", "", "", "", "", "", "", "", ...tail] }];
  });
}

function holeCells(row: RoleRow, accepted: AcceptedHoles, say: Say<RolesKey>): readonly [string, string] {
  return [say(row.hole ? "yes" : "no"), accepted.get(row.task) ?? ""];
}
