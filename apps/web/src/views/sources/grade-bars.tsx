import type { Reliability } from "@shikumi/model";
import type { ReactNode } from "react";
import { useWidth } from "../../part/use-width.ts";

/** One bar: quantities of one kind. */
export interface GradeBar {
  readonly id: Reliability | "assumption" | "none";
  readonly name: string;
  readonly count: number;
}

const row = 26;

/** Counts as bars, each printed. */
export function GradeBars({
  bars,
  label,
}: {
  readonly bars: readonly GradeBar[];
  readonly label: string;
}): ReactNode {
  const [place, width] = useWidth<HTMLDivElement>(900);
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const from = Math.min(220, Math.round(width * 0.48));
  const scale = (width - from - 60) / most;
  const height = bars.length * row + 8;
  const drawing = (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={label}>
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
  return (
    <div ref={place} className="sources-drawing">
      {drawing}
    </div>
  );
}
