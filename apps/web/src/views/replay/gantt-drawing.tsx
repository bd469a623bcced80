import { memo, type ReactNode } from "react";
import { fitText, textUnits } from "../../part/fit-text.ts";
import { useWidth } from "../../part/use-width.ts";
import { type GanttRow, subjectName } from "./gantt-rows.ts";
import { hoursText, type Voice } from "./step-words.ts";
import type { Story } from "./story.ts";
import type { StretchKind } from "./story-lanes.ts";
import type { TimeAxis } from "./time-axis.ts";

const narrow = 560;
/** Height of a stretch by what fills it: waits are broad, ways are thin. */
const heights: Readonly<Record<StretchKind, number>> = {
  inform: 8,
  law: 8,
  cell: 8,
  access: 8,
  ready: 5,
  travel: 3,
  work: 10,
};

export interface GanttDrawingProps {
  readonly story: Story;
  readonly rows: readonly GanttRow[];
  readonly axis: TimeAxis;
  readonly at: number;
  readonly voice: Voice;
  readonly label: string;
}

interface Layout {
  readonly left: number;
  readonly right: number;
  readonly width: number;
  readonly height: number;
  readonly isNarrow: boolean;
  readonly x: (hours: number) => number;
}

const top = 24;

/** Waits and work as bars over one time axis; what lies after the moment is pale. */
export function GanttDrawing({ story, rows, axis, at, voice, label }: GanttDrawingProps): ReactNode {
  const [frame, width] = useWidth<HTMLDivElement>(760);
  const isNarrow = width < narrow;
  const left = isNarrow ? 2 : Math.min(250, Math.round(width * 0.34));
  const right = width - 44;
  const height = top + rows.reduce((sum, row) => sum + rowHeight(row, isNarrow), 0) + 6;
  const x = (hours: number): number => left + axis.place(hours) * (right - left);
  const now = x(at);
  return (
    <div ref={frame}>
      <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={label}>
        <Bars
          story={story}
          rows={rows}
          axis={axis}
          voice={voice}
          left={left}
          right={right}
          width={width}
          height={height}
          isNarrow={isNarrow}
        />
        <rect
          className="replay-veil"
          x={now}
          y={top}
          width={Math.max(0, right + 1 - now)}
          height={height - top}
        />
        {placedRows(rows, isNarrow).map(({ row, y }) => (
          <RowLabel key={row.id} row={row} y={y} layout={{ left, right, width, height, isNarrow, x }} />
        ))}
        <line className="replay-playhead" x1={now} x2={now} y1={14} y2={height} />
        <path className="replay-playhead-head" d={`M${now - 5},${12}h10l-5,7z`} />
      </svg>
    </div>
  );
}

interface BarsProps extends Omit<Layout, "x"> {
  readonly story: Story;
  readonly rows: readonly GanttRow[];
  readonly axis: TimeAxis;
  readonly voice: Voice;
}

const Bars = memo(function Bars({
  story,
  rows,
  axis,
  voice,
  left,
  right,
  width,
  height,
  isNarrow,
}: BarsProps): ReactNode {
  const x = (hours: number): number => left + axis.place(hours) * (right - left);
  const layout: Layout = { left, right, width, height, isNarrow, x };
  let labelled = Number.NEGATIVE_INFINITY;
  const ticks = axis.ticks.map((tick) => {
    const text = hoursText(tick, voice.language);
    const long = textUnits(text) * 11;
    const start = tick === 0 ? x(tick) : x(tick) - long / 2;
    const isLabelled = start > labelled + 6;
    if (isLabelled) labelled = start + long;
    return { tick, text, isLabelled };
  });
  return (
    <g>
      {ticks.map(({ tick, text, isLabelled }) => (
        <g key={tick}>
          <line className="grid" x1={x(tick)} x2={x(tick)} y1={18} y2={height - 2} />
          {isLabelled ? (
            <text className="small" x={x(tick)} y={10} textAnchor={tick === 0 ? "start" : "middle"}>
              {text}
            </text>
          ) : null}
        </g>
      ))}
      {placedRows(rows, isNarrow).map(({ row, y }) => (
        <Row key={row.id} row={row} y={y} story={story} layout={layout} voice={voice} />
      ))}
    </g>
  );
});

interface RowProps {
  readonly row: GanttRow;
  readonly y: number;
  readonly story: Story;
  readonly layout: Layout;
  readonly voice: Voice;
}

function Row({ row, y, story, layout, voice }: RowProps): ReactNode {
  const { right, isNarrow, x } = layout;
  const { stretches, marks, frame } = row;
  const middle = y + rowHeight(row, isNarrow) - 9;
  return (
    <g>
      {frame === undefined ? null : (
        <rect
          className="replay-frame"
          x={x(frame.from)}
          y={middle - 6}
          width={Math.max(1, x(frame.until) - x(frame.from))}
          height={12}
        />
      )}
      {frame?.standard === undefined || x(frame.standard) >= right ? null : (
        <path className="replay-standard" d={`M${x(frame.standard) - 4},${middle - 10}h8l-4,7z`} />
      )}
      {stretches.map(({ kind: fills, from, until, subject }, at) => {
        const high = heights[fills];
        const start = x(Math.max(0, from));
        const named = subjectName(story, subject, voice);
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: the stretches of one row never move
            key={at}
            className={`replay-fill-${fills}`}
            x={start}
            y={middle - high / 2}
            width={Math.max(1.5, x(until) - start)}
            height={high}
          >
            <title>
              {voice.say("stretch-text", {
                kind: voice.say(`kind-of-${fills}`),
                from: hoursText(Math.max(0, from), voice.language),
                until: hoursText(until, voice.language),
                subject: named === "" ? "" : voice.say("stretch-subject", { subject: named }),
              })}
            </title>
          </rect>
        );
      })}
      {marks.map(({ at, kind: trouble }, index) => (
        <text
          // biome-ignore lint/suspicious/noArrayIndexKey: the marks of one row never move
          key={index}
          className={`replay-mark halo ${trouble === "refused" || trouble === "lost" ? "loss" : ""}`}
          x={x(at)}
          y={middle + 5}
          textAnchor="middle"
        >
          {trouble === "refused" || trouble === "lost" ? "×" : "!"}
        </text>
      ))}
    </g>
  );
}

interface LabelProps {
  readonly row: GanttRow;
  readonly y: number;
  readonly layout: Layout;
}

function RowLabel({ row, y, layout }: LabelProps): ReactNode {
  const { left, width, isNarrow } = layout;
  const { kind, label, remark = "" } = row;
  const middle = y + rowHeight(row, isNarrow) - 9;
  const isHead = kind === "heading" || kind === "task";
  const room = isNarrow ? width - 50 : kind === "heading" ? width : left - 8;
  return (
    <g>
      <text
        className={`${isHead || kind === "clock" ? "replay-row-head" : ""} ${isNarrow ? "halo" : ""}`}
        x={isNarrow ? 2 : kind === "lane" ? 14 : 2}
        y={isNarrow ? y + 13 : middle + 4}
      >
        <title>{label}</title>
        {fitText(label, room - (kind === "lane" && !isNarrow ? 14 : 0), 12.5)}
      </text>
      {remark === "" ? null : (
        <text className="value" x={width - 2} y={middle + 4} textAnchor="end">
          {remark}
        </text>
      )}
    </g>
  );
}

/** Rows with where each begins. */
function placedRows(
  rows: readonly GanttRow[],
  isNarrow: boolean,
): readonly { readonly row: GanttRow; readonly y: number }[] {
  let y = top;
  return rows.map((row) => {
    const at = y;
    y += rowHeight(row, isNarrow);
    return { row, y: at };
  });
}

function rowHeight({ kind }: GanttRow, isNarrow: boolean): number {
  if (kind === "heading") return 30;
  if (isNarrow) return 36;
  return kind === "task" ? 27 : 19;
}
