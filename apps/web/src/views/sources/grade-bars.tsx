import type { Reliability } from "@shikumi/model";
import type { ReactNode } from "react";

/** One bar: quantities of one kind. */
export interface GradeBar {
  readonly id: Reliability | "assumption" | "none";
  readonly name: string;
  readonly count: number;
}

const width = 900;
const row = 26;

/** Counts as bars, each printed. */
export function GradeBars({
  bars,
  label,
}: {
  readonly bars: readonly GradeBar[];
  readonly label: string;
}): ReactNode {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const from = 300;
  const scale = (width - from - 80) / most;
  return (
    <svg viewBox={`0 0 ${width} ${bars.length * row + 8}`} role="img" aria-label={label}>
      <line className="zero" x1={from} x2={from} y1={0} y2={bars.length * row} />
      {bars.map(({ id, name, count }, at) => (
        <g key={id}>
          <text x={0} y={at * row + 17}>
            {name}
          </text>
          <rect
            className={
              id === "assumption" ? "sources-assumed" : id === "none" ? "sources-none" : "sources-cited"
            }
            x={from}
            y={at * row + 4}
            width={count * scale}
            height={row - 9}
          />
          <text x={from + count * scale + 6} y={at * row + 17}>
            {String(count)}
          </text>
        </g>
      ))}
    </svg>
  );
}
