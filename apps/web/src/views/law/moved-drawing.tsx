import type { RoleCell } from "@shikumi/assessment";
import type { ReactNode } from "react";
import { fitText } from "../../part/fit-text.ts";
import { useWidth } from "../../part/use-width.ts";
import type { Moved, MovedCell } from "./moved-cells.ts";

/** Narrower than this, names stand above their boxes. */
const narrow = 700;
const boxHeight = 22;

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
  const [place, width] = useWidth<HTMLDivElement>(900);
  const isNarrow = width < narrow;
  const row = isNarrow ? 50 : 26;
  const left = isNarrow ? 0 : Math.round(width * 0.52);
  const wide = Math.round((width - left - 24) / 2);
  const box = (cell: RoleCell | undefined, x: number, y: number): ReactNode => (
    <>
      <rect className={`law-area law-area-${tone(cell)}`} x={x} y={y} width={wide} height={boxHeight} />
      <text x={x + 8} y={y + 15}>
        {fitText(words(cell), wide - 12, 12.5)}
      </text>
    </>
  );
  const height = moved.cells.length * row + 6;
  return (
    <div ref={place} className="law-drawing">
      <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={label}>
        {moved.cells.map((cell, at) => {
          const y = at * row + (isNarrow ? 22 : 2);
          return (
            <g key={`${cell.task} ${cell.organisation}`}>
              <text x={0} y={isNarrow ? y - 6 : y + 15}>
                <title>{name(cell)}</title>
                {fitText(name(cell), isNarrow ? width - 4 : left - 12, 12.5)}
              </text>
              {box(cell.before, left, y)}
              <text x={left + wide + 6} y={y + 15}>
                →
              </text>
              {box(cell.after, left + wide + 24, y)}
            </g>
          );
        })}
      </svg>
    </div>
  );
}

function tone(cell: RoleCell | undefined): "ready" | "lawful" | "gap" | "open" | "neither" {
  if (cell === undefined) return "neither";
  const { verdict, able } = cell;
  if (verdict === "undetermined" || verdict === "not-encoded") return "open";
  if (verdict === "obliged" || verdict === "permitted") return able ? "ready" : "lawful";
  return able ? "gap" : "neither";
}
