import type { Assessment, RoleCell, RoleRow } from "@shikumi/assessment";
import type { Session } from "../command/command.ts";
import { textTable } from "../text/table.ts";
import { figureText } from "./figure-text.ts";

/** The role matrix by domain, one line for each organisation that has a role in a task, could do it, or does. */
export function rolesText({ roles }: Assessment, session: Session): string {
  const { say, style } = session;
  const domains = [...new Set(roles.map(({ domain }) => domain))];
  return domains
    .map((domain) => {
      const rows = roles.filter((row) => row.domain === domain).flatMap((row) => taskLines(row, session));
      const table = textTable(
        [
          { head: say("task") },
          { head: say("organisation") },
          { head: say("role") },
          { head: say("law") },
          { head: say("able") },
          { head: say("delivers"), align: "right" },
        ],
        rows,
      );
      return `${style.bold(say("assess-roles", { domain }))}\n${table}`;
    })
    .join("\n");
}

function taskLines(row: RoleRow, session: Session): readonly (readonly string[])[] {
  const { say, language } = session;
  const cells = row.cells.filter(matters).sort(compareCells);
  const lines = cells.map((cell, index) => [
    index === 0 ? row.task : "",
    cell.accountable ? `${cell.organisation} (${say("accountable").toLowerCase()})` : cell.organisation,
    say(`role-${cell.role}`),
    say(`verdict-${cell.verdict}`),
    say(cell.able ? "yes" : "no"),
    cell.delivered.value > 0 ? figureText(cell.delivered, "share", language) : "–",
  ]);
  return row.hole ? [...lines, [lines.length === 0 ? row.task : "", `! ${say("hole-mark")}`]] : lines;
}

function matters({ role, able, accountable, delivered }: RoleCell): boolean {
  return role !== "none" || able || accountable || delivered.value > 0;
}

const roleOrder = { lead: 0, support: 1, none: 2 } as const;

function compareCells(a: RoleCell, b: RoleCell): number {
  return (
    roleOrder[a.role] - roleOrder[b.role] ||
    Number(b.accountable) - Number(a.accountable) ||
    (a.organisation < b.organisation ? -1 : 1)
  );
}
