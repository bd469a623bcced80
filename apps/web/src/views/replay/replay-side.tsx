import { type ReactNode, useMemo, useState } from "react";
import { shellMessages } from "../../messages/index.ts";
import { sayer } from "../../messages/say.ts";
import { Figure } from "../../part/figure.tsx";
import { Table } from "../../part/table.tsx";
import { Toggle } from "../../part/toggle.tsx";
import { GanttDrawing } from "./gantt-drawing.tsx";
import { ganttRows } from "./gantt-rows.ts";
import { knowledgeTable } from "./knowledge-table.ts";
import { MapDrawing } from "./map-drawing.tsx";
import { hoursText, stepWords, type Voice } from "./step-words.ts";
import { passed, passedAlone, type Story } from "./story.ts";
import type { StretchKind } from "./story-lanes.ts";
import { stepTable, unitTable, unplaced } from "./story-tables.ts";
import type { TimeAxis } from "./time-axis.ts";
import { unitPaths } from "./unit-paths.ts";

/** Steps listed under "until now". */
const logged = 6;
const fills: readonly StretchKind[] = ["inform", "law", "cell", "access", "ready", "travel", "work"];

export interface ReplaySideProps {
  readonly story: Story;
  readonly axis: TimeAxis;
  readonly at: number;
  readonly voice: Voice;
  /** Name of the package, as the heading of the side. */
  readonly title: string;
}

/** One incident in one package: map, chart, clocks, who knew what. */
export function ReplaySide({ story, axis, at, voice, title }: ReplaySideProps): ReactNode {
  const { say, language } = voice;
  const shell = useMemo(() => sayer(shellMessages, language), [language]);
  const { study, steps, incident } = story;
  const paths = useMemo(() => unitPaths(story), [story]);
  const rows = useMemo(() => ganttRows(story, voice), [story, voice]);
  const table = useMemo(() => stepTable(story, voice, shell), [story, voice, shell]);
  const [isNear, setNear] = useState(false);
  const absent = unplaced(story, paths, voice);
  const before = steps.filter(({ hours }) => hours - incident.hours <= at + 1e-9);
  const clocks = say("clocks-note", {
    legal: hoursText(passed(story.legal, at), language),
    operational: hoursText(passed(story.operational, at), language),
    alone: hoursText(passedAlone(story.legal, story.operational, at), language),
  });
  return (
    <section className="replay-side" aria-label={title}>
      <h3 className="replay-side-title">{title}</h3>
      <div className="replay-now-and-here">
        <Figure
          title={say("map-title")}
          level={4}
          note={[
            say("map-note"),
            ...(absent.length === 0 ? [] : [say("map-unplaced", { places: absent.join(say("and")) })]),
          ].join(" ")}
          {...unitTable(story, paths, at, voice)}
        >
          <MapDrawing
            story={story}
            paths={paths}
            at={at}
            voice={voice}
            label={say("map-title")}
            isNear={isNear}
          />
          <Toggle isOn={isNear} onChange={setNear}>
            {say("map-near")}
          </Toggle>
        </Figure>
        <div className="replay-so-far">
          <p className="replay-clocks">{clocks}</p>
          <h4>{say("log-title")}</h4>
          <ol className="replay-log" reversed start={Math.max(1, before.length)}>
            {before
              .slice(-logged)
              .toReversed()
              .map((step, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the list is replaced as a whole
                <li key={index}>
                  <span className="replay-log-time">{hoursText(step.hours - incident.hours, language)}</span>{" "}
                  {stepWords(study, step, voice)}
                </li>
              ))}
          </ol>
          {before.length > logged ? (
            <p className="muted replay-small">{say("log-more", { count: before.length - logged })}</p>
          ) : null}
        </div>
      </div>
      <Figure title={say("gantt-title")} level={4} note={say("gantt-note")} {...table}>
        <ul className="legend">
          {fills.map((kind) => (
            <li key={kind}>
              <svg className="replay-swatch" viewBox="0 0 20 12" width={20} height={12} aria-hidden="true">
                <rect
                  className={`replay-fill-${kind}`}
                  y={kind === "travel" ? 4.5 : kind === "ready" ? 3.5 : 1}
                  width={20}
                  height={kind === "travel" ? 3 : kind === "ready" ? 5 : 10}
                />
              </svg>
              {say(`kind-of-${kind}`)}
            </li>
          ))}
        </ul>
        <div className="replay-gantt">
          <GanttDrawing
            story={story}
            rows={rows}
            axis={axis}
            at={at}
            voice={voice}
            label={say("gantt-title")}
          />
        </div>
      </Figure>
      <h4>{say("knows-title")}</h4>
      <p className="muted replay-small">{say("knows-note")}</p>
      <Table
        caption={say("knows-caption", { package: title })}
        isCaptionHidden
        {...knowledgeTable(story, at, voice, shell)}
      />
    </section>
  );
}
