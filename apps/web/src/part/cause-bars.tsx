import type { CauseFinding } from "@shikumi/assessment";
import type { Language } from "@shikumi/core/diagnostic";
import type { ReactNode } from "react";
import { causeText, shellMessages } from "../messages/index.ts";
import { sayer } from "../messages/say.ts";
import { segmentsOf } from "./cause-segments.ts";
import { fitText } from "./fit-text.ts";
import { printed } from "./printed.tsx";
import { useWidth } from "./use-width.ts";

export interface CauseBarsProps {
  readonly label: string;
  readonly language: Language;
  readonly rows: readonly { readonly id: string; readonly name: string; readonly finding: CauseFinding }[];
}

/** Bars of shortfalls split over their causes. The numbers are printed where there is room, and all of them in the table twin beside it. */
export function CauseBars({ label, language, rows }: CauseBarsProps): ReactNode {
  const say = sayer(shellMessages, language);
  const [place, width] = useWidth<HTMLDivElement>(760);
  const isNarrow = width < 560;
  const labelWidth = isNarrow ? 0 : Math.min(260, Math.round(width * 0.32));
  const left = labelWidth + 10;
  const right = width - 64;
  const segments = rows.map(({ finding }) => segmentsOf(finding));
  const least = Math.min(0, ...segments.flat().map(({ from }) => from));
  const most = Math.max(1, ...segments.flat().map(({ to }) => to));
  const x = (value: number): number => left + ((value - least) / (most - least)) * (right - left);
  const rowHeight = isNarrow ? 48 : 34;
  const used = new Set(segments.flat().map(({ cause }) => cause));
  const height = rows.length * rowHeight + 8;
  return (
    <div ref={place} className="cause-bars">
      <ul className="legend">
        {[...used].map((cause) => (
          <li key={cause}>
            <span className={`swatch fill-${cause.replace(".", "-")}`} aria-hidden="true" />
            {causeText(say, cause)}
          </li>
        ))}
      </ul>
      <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={label}>
        <line className="zero" x1={x(0)} x2={x(0)} y1={2} y2={height - 4} />
        <line className="grid" x1={x(1)} x2={x(1)} y1={2} y2={height - 4} />
        {rows.map(({ id, name, finding }, at) => {
          const top = at * rowHeight + (isNarrow ? 22 : 6);
          return (
            <g key={id}>
              <text
                className="halo"
                x={isNarrow ? 0 : labelWidth}
                y={isNarrow ? top - 6 : top + 15}
                textAnchor={isNarrow ? "start" : "end"}
              >
                <title>{name}</title>
                {fitText(name, isNarrow ? width - 4 : labelWidth - 2, 12.5)}
              </text>
              {(segments[at] ?? []).map(({ cause, from, to, figure }) => {
                const text = printed(figure, "share", language);
                const wide = x(to) - x(from);
                return (
                  <g key={cause}>
                    <rect
                      className={`area-${cause.replace(".", "-")}`}
                      x={x(from)}
                      y={top}
                      width={Math.max(0, wide - 1)}
                      height={22}
                    >
                      <title>{`${causeText(say, cause)} ${text}`}</title>
                    </rect>
                    {wide > 34 ? (
                      <text className="on-area" x={x(from) + wide / 2} y={top + 15} textAnchor="middle">
                        {text}
                      </text>
                    ) : null}
                  </g>
                );
              })}
              <text className="value" x={right + 8} y={top + 15}>
                {printed(finding.shortfall, "share", language)}
              </text>
            </g>
          );
        })}
      </svg>
    </div>
  );
}
