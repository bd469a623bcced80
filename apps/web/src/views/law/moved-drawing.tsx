import type { RoleCell } from "@shikumi/assessment";
import type { ReactNode } from "react";
import type { Moved, MovedCell } from "./moved-cells.ts";

const width = 900;
const row = 26;

/** Cells that moved: before on the left, after on the right, in words. */
export function MovedDrawing({
  moved,
  name,
  words,
  label,
}: {
  readonly moved: Moved;
  readonly name: (cell: MovedCell) => string;
  readonly words: (cell: RoleCell | undefined) => string;
  readonly label: string;
}): ReactNode {
  return (
    <svg viewBox={`0 0 ${width} ${moved.cells.length * row + 6}`} role="img" aria-label={label}>
      {moved.cells.map((cell, at) => {
        const y = at * row;
        return (
          <g key={`${cell.task} ${cell.organisation}`}>
            <text x={0} y={y + 17}>
              {name(cell)}
            </text>
            <rect
              className={`law-area law-area-${tone(cell.before)}`}
              x={480}
              y={y + 2}
              width={190}
              height={row - 4}
            />
            <text x={488} y={y + 17}>
              {words(cell.before)}
            </text>
            <text x={678} y={y + 17}>
              →
            </text>
            <rect
              className={`law-area law-area-${tone(cell.after)}`}
              x={700}
              y={y + 2}
              width={196}
              height={row - 4}
            />
            <text x={708} y={y + 17}>
              {words(cell.after)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

function tone(cell: RoleCell | undefined): "ready" | "lawful" | "gap" | "open" | "neither" {
  if (cell === undefined) return "neither";
  const { verdict, able } = cell;
  if (verdict === "undetermined" || verdict === "not-encoded") return "open";
  if (verdict === "obliged" || verdict === "permitted") return able ? "ready" : "lawful";
  return able ? "gap" : "neither";
}
