import { addHours, formatDate } from "@shikumi/core/date";
import type { Study } from "@shikumi/model";
import { type ReactNode, useMemo, useState } from "react";
import type { RunIncident } from "../../live/run-story.ts";
import { ActionButton } from "../../part/action-button.tsx";
import { Figure } from "../../part/figure.tsx";
import { Select } from "../../part/select.tsx";
import { Table } from "../../part/table.tsx";
import type { TableCell } from "../../part/table-data.ts";
import { type IncidentMonth, incidentMonths } from "./incident-months.ts";
import { byTelling } from "./replay-choice.ts";
import { shareText, type Voice } from "./step-words.ts";

/** Incidents listed at first, and more at a time. */
const page = 8;
const all = "all";

export interface IncidentPickerProps {
  readonly study: Study;
  readonly incidents: readonly RunIncident[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
  readonly voice: Voice;
}

/** The incidents of a run: months at a glance, then a list by how much they tell, of one kind or one year if wanted. */
export function IncidentPicker({
  study,
  incidents,
  chosen,
  onChoose,
  voice,
}: IncidentPickerProps): ReactNode {
  const { say, language } = voice;
  const [stream, setStream] = useState(all);
  const [year, setYear] = useState(all);
  const [shown, setShown] = useState(page);
  const { start, horizon } = study.charter;
  const months = useMemo(() => incidentMonths(incidents, start, horizon), [incidents, start, horizon]);
  const ordered = useMemo(() => byTelling(incidents), [incidents]);
  const counts = useMemo(() => {
    const found = new Map<string, number>();
    for (const one of incidents) found.set(one.stream, (found.get(one.stream) ?? 0) + 1);
    return found;
  }, [incidents]);
  const fitting = ordered.filter(
    (one) =>
      (stream === all || one.stream === stream) &&
      (year === all || String(addHours(start, Math.floor(one.hours)).year) === year),
  );
  const streamName = (id: string): string => study.incidents.get(id)?.name[language] || id;
  const years = [...new Set(months.map((one) => String(one.year)))];
  const rest = fitting.length - shown;
  return (
    <div className="replay-picker">
      <Figure
        title={say("incidents-title")}
        note={say("incidents-note", { count: incidents.length, years: `${years[0]}–${years.at(-1)}` })}
        columns={[
          { id: "month", title: say("incidents-month") },
          { id: "count", title: say("incidents-count"), kind: "number" },
          { id: "refused", title: say("incidents-refused"), kind: "number" },
        ]}
        rows={months.map((one) => ({
          id: `${one.year}-${one.month}`,
          cells: [`${one.year}-${String(one.month).padStart(2, "0")}`, one.count, one.refused],
        }))}
      >
        <MonthBars months={months} label={say("incidents-title")} />
      </Figure>
      <h3>{say("pick-title")}</h3>
      <p className="muted replay-small">{say("pick-note")}</p>
      <div className="replay-controls">
        <Select
          label={say("pick-stream")}
          options={[
            { id: all, text: say("pick-stream-all", { count: incidents.length }) },
            ...[...counts].map(([id, count]) => ({
              id,
              text: say("pick-stream-one", { stream: streamName(id), count }),
            })),
          ]}
          value={stream}
          onChange={(value) => {
            setStream(value);
            setShown(page);
          }}
        />
        <Select
          label={say("pick-year")}
          options={[{ id: all, text: say("pick-year-all") }, ...years.map((id) => ({ id, text: id }))]}
          value={year}
          onChange={(value) => {
            setYear(value);
            setShown(page);
          }}
        />
      </div>
      <Table
        caption={say("pick-title")}
        isCaptionHidden
        columns={[
          { id: "incident", title: say("column-incident") },
          { id: "date", title: say("column-date") },
          { id: "place", title: say("column-place") },
          { id: "lost", title: say("column-lost"), kind: "number" },
          { id: "met", title: say("column-met"), kind: "number" },
          { id: "refusals", title: say("column-refusals"), kind: "number" },
          { id: "steps", title: say("column-steps"), kind: "number" },
        ]}
        rows={fitting.slice(0, shown).map((one) => {
          const isChosen = one.id === chosen;
          const name = streamName(one.stream);
          const first: TableCell = {
            text: name,
            shown: isChosen ? (
              <strong>
                {name} <span className="muted">{say("pick-chosen")}</span>
              </strong>
            ) : (
              <ActionButton onPress={() => onChoose(one.id)}>{name}</ActionButton>
            ),
          };
          return {
            id: one.id,
            cells: [
              first,
              formatDate({ ...addHours(start, Math.floor(one.hours)), minuteOfDay: 0 }, language),
              study.places.get(one.place ?? "")?.name[language] || say("place-unknown"),
              one.isAverted ? say("averted") : { text: shareText(one.lost, language), value: one.lost },
              Number.isFinite(one.met) ? { text: shareText(one.met, language), value: one.met } : "–",
              one.refusals,
              one.steps,
            ],
          };
        })}
      />
      {rest > 0 ? (
        <ActionButton onPress={() => setShown(shown + 3 * page)}>
          {say("pick-more", { count: Math.min(rest, 3 * page), rest })}
        </ActionButton>
      ) : null}
    </div>
  );
}

function MonthBars({
  months,
  label,
}: {
  readonly months: readonly IncidentMonth[];
  readonly label: string;
}): ReactNode {
  const width = 900;
  const height = 92;
  const most = Math.max(1, ...months.map(({ count }) => count));
  const step = width / Math.max(1, months.length);
  const high = (count: number): number => (count / most) * (height - 30);
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {months.map(({ year, month, count, refused }, at) => (
        <g key={`${year}-${month}`}>
          <title>{`${year}-${String(month).padStart(2, "0")}: ${count} / ${refused}`}</title>
          <rect
            className="replay-month"
            x={at * step + 1}
            y={height - 18 - high(count)}
            width={Math.max(1, step - 2)}
            height={high(count)}
          />
          <rect
            className="replay-month-refused"
            x={at * step + 1}
            y={height - 18 - high(refused)}
            width={Math.max(1, step - 2)}
            height={high(refused)}
          />
          {month === 1 || at === 0 ? (
            <text className="small" x={at * step + 1} y={height - 4}>
              {year}
            </text>
          ) : null}
        </g>
      ))}
      <line className="zero" x1={0} x2={width} y1={height - 18} y2={height - 18} />
      <text className="small halo" x={0} y={10}>
        {most}
      </text>
    </svg>
  );
}
