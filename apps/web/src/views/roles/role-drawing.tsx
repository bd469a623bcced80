import type { Language } from "@shikumi/core/diagnostic";
import type { Study } from "@shikumi/model";
import type { ReactNode } from "react";
import { organisationName, taskName } from "../../messages/name.ts";
import type { Say } from "../../messages/say.ts";
import type { RolesKey } from "./messages/index.ts";
import { cellOf, type RolePart, standing } from "./role-rows.ts";
import { cellMarks } from "./role-words.ts";

const nameWidth = 300;
const columnWidth = 52;
const rowHeight = 26;
const headHeight = 190;

/** The same matrix as a drawing, for the file that is saved. On the page the grid stands in its place. */
export function RoleDrawing({
  study,
  part,
  language,
  say,
}: {
  readonly study: Study;
  readonly part: RolePart;
  readonly language: Language;
  readonly say: Say<RolesKey>;
}): ReactNode {
  const { rows, organisations } = part;
  const width = nameWidth + organisations.length * columnWidth + 120;
  const height = headHeight + rows.length * rowHeight + 8;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {organisations.map((id, column) => {
        const x = nameWidth + column * columnWidth + columnWidth / 2;
        return (
          <text key={id} x={x} y={headHeight - 8} transform={`rotate(-50 ${x} ${headHeight - 8})`}>
            {organisationName(study, id, language)}
          </text>
        );
      })}
      {rows.map((row, at) => {
        const y = headHeight + at * rowHeight;
        return (
          <g key={row.task}>
            <line className="grid" x1={0} x2={width} y1={y} y2={y} />
            <text x={4} y={y + 17}>
              {row.hole ? `${say("hole-mark")} ` : ""}
              {taskName(study, row.task, language)}
            </text>
            {organisations.map((id, column) => {
              const cell = cellOf(row, id);
              if (cell === undefined) return null;
              const marks = cellMarks(cell, say, language);
              const x = nameWidth + column * columnWidth;
              return (
                <g key={id}>
                  <rect
                    className={`roles-area-${standing(cell)}`}
                    x={x + 1}
                    y={y + 1}
                    width={columnWidth - 2}
                    height={rowHeight - 2}
                  />
                  <text x={x + columnWidth / 2} y={y + 12} className="roles-mark">
                    {marks.role}
                    {marks.verdict}
                    {marks.able}
                  </text>
                  <text x={x + columnWidth / 2} y={y + 23} className="roles-mark small">
                    {marks.delivered}
                  </text>
                </g>
              );
            })}
          </g>
        );
      })}
    </svg>
  );
}
