import type { Figure } from "@shikumi/assessment";
import type { ReactNode } from "react";
import { fitText } from "./fit-text.ts";
import { IntervalMark } from "./interval-mark.tsx";
import { ticksBetween } from "./ticks.ts";
import { useWidth } from "./use-width.ts";

type Marked = Pick<Figure, "value" | "low" | "high">;

export interface DotRow {
  readonly id: string;
  readonly label: string;
  /** A quieter line under the name. */
  readonly under?: string | undefined;
  readonly figure: Marked;
  /** The weaker of two: hollow, under the first. */
  readonly second?: Marked | undefined;
  /** What the figure was before. */
  readonly ghost?: Pick<Figure, "value"> | undefined;
  /** The number as text, at the end of the row. */
  readonly text: string;
  /** Its interval as text, where there is room. */
  readonly interval?: string | undefined;
  /** A second line of text under it: a change, the second figure. */
  readonly remark?: string | undefined;
  readonly remarkTone?: "gain" | "loss" | undefined;
  /** A heading over this row. */
  readonly group?: string | undefined;
}

export interface DotRowsProps {
  readonly label: string;
  readonly rows: readonly DotRow[];
  /** Ends of the scale. */
  readonly from: number;
  readonly to: number;
  readonly tickText: (value: number) => string;
}

const narrow = 560;

/** Rows of a name, a dot with its interval on one common scale, and the number as text. Narrow pages put the name above the scale. */
export function DotRows({ label, rows, from, to, tickText }: DotRowsProps): ReactNode {
  const [place, width] = useWidth<HTMLDivElement>(760);
  const isNarrow = width < narrow;
  const labelWidth = isNarrow ? 0 : Math.min(280, Math.round(width * 0.34));
  const textWidth = isNarrow ? 112 : 148;
  const left = labelWidth + 10;
  const right = Math.max(left + 60, width - textWidth - 10);
  const hasUnder = rows.some(({ under }) => under !== undefined);
  const rowHeight = isNarrow ? 46 : hasUnder ? 42 : 32;
  const groupHeight = 26;
  const span = to - from || 1;
  const x = (value: number): number =>
    left + ((Math.min(to, Math.max(from, value)) - from) / span) * (right - left);
  let top = 22;
  const placed = rows.map((row, at) => {
    if (row.group !== undefined && row.group !== rows[at - 1]?.group) top += groupHeight;
    const y = top;
    top += rowHeight;
    return { row, y, isFirst: row.group !== undefined && row.group !== rows[at - 1]?.group };
  });
  const height = top + 4;
  const ticks = ticksBetween(from, to, (right - left) / 70);
  return (
    <div ref={place} className="dot-rows">
      <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={label}>
        {ticks.map((tick) => (
          <g key={tick}>
            <line
              className={tick === 0 ? "zero" : "grid"}
              x1={x(tick)}
              x2={x(tick)}
              y1={18}
              y2={height - 4}
            />
            <text className="small" x={x(tick)} y={11} textAnchor="middle">
              {tickText(tick)}
            </text>
          </g>
        ))}
        {placed.map(({ row, y, isFirst }) => {
          const middle = y + (isNarrow ? 32 : rowHeight / 2);
          const labelAt = isNarrow ? y + 15 : row.under === undefined ? middle + 4 : middle - 3;
          const labelWide = isNarrow ? width - 4 : labelWidth - 2;
          return (
            <g key={row.id}>
              {isFirst ? (
                <text x={0} y={y - 8} className="group halo">
                  {fitText(row.group ?? "", width - 4, 12)}
                </text>
              ) : null}
              <text
                className="halo"
                x={isNarrow ? 0 : labelWidth}
                y={labelAt}
                textAnchor={isNarrow ? "start" : "end"}
              >
                <title>{row.label}</title>
                {fitText(
                  isNarrow && row.under !== undefined ? `${row.label} – ${row.under}` : row.label,
                  labelWide,
                  12.5,
                )}
              </text>
              {row.under === undefined || isNarrow ? null : (
                <text className="small" x={labelWidth} y={middle + 12} textAnchor="end">
                  {fitText(row.under, labelWide, 11)}
                </text>
              )}
              {row.second === undefined ? null : (
                <IntervalMark figure={row.second} x={x} y={middle + 6} look="second" />
              )}
              <IntervalMark
                figure={row.figure}
                ghost={row.ghost}
                x={x}
                y={row.second === undefined ? middle : middle - 4}
              />
              <text x={right + 14} y={row.remark === undefined ? middle + 4 : middle - 2} className="value">
                {row.text}
                {row.interval === undefined || isNarrow ? null : (
                  <tspan className="small">{row.interval}</tspan>
                )}
              </text>
              {row.remark === undefined ? null : (
                <text x={right + 14} y={middle + 12} className={`small ${row.remarkTone ?? ""}`}>
                  {row.remark}
                </text>
              )}
            </g>
          );
        })}
      </svg>
    </div>
  );
}
