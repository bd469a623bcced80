import { addHours, formatDate } from "@shikumi/core/date";
import { type ReactNode, useMemo } from "react";
import { missionName } from "../../messages/name.ts";
import { Select } from "../../part/select.tsx";
import type { ViewProps } from "../view.ts";
import type { ReplayChoice } from "./replay-choice.ts";
import { ReplaySide } from "./replay-side.tsx";
import { hoursText, shareText, stepWords, type Voice } from "./step-words.ts";
import { isTrouble, missionStory, type Story, timesOf, weakestMission } from "./story.ts";
import { timeAxis } from "./time-axis.ts";
import { Transport } from "./transport.tsx";
import type { Answered } from "./use-answer.ts";
import { usePlayer } from "./use-player.ts";

const all = "all";

export interface ReplayStoryProps {
  readonly story: Story;
  /** The same incident in the other package, if one is compared with. */
  readonly other: Answered<Story | undefined>;
  readonly name: string;
  readonly otherName: string | undefined;
  readonly choice: ReplayChoice;
  readonly voice: Voice;
  readonly navigate: ViewProps["navigate"];
}

/** One incident, played; beside it the same in another package. */
export function ReplayStory({
  story,
  other,
  name,
  otherName,
  choice,
  voice,
  navigate,
}: ReplayStoryProps): ReactNode {
  const { say, language } = voice;
  const { study, incident } = story;
  const compared = otherName !== undefined && other.kind === "known" ? other.value : undefined;
  const stories = useMemo(() => (compared === undefined ? [story] : [story, compared]), [story, compared]);
  const missions = [...new Set(story.tasks.map(({ mission }) => mission))];
  const asked = choice.mission;
  const mission =
    asked === all || (asked !== undefined && missions.includes(asked))
      ? asked
      : (weakestMission(story) ?? all);
  const inView = useMemo(() => stories.map((one) => missionStory(one, mission)), [stories, mission]);
  const end = Math.max(...inView.map((one) => one.end));
  const [mine = story, theirs] = inView;
  const axis = useMemo(() => timeAxis(end, choice.stretch), [end, choice.stretch]);
  const times = useMemo(() => timesOf(inView, false), [inView]);
  const troubles = useMemo(() => timesOf(inView, true), [inView]);
  const player = usePlayer(axis, times, choice.at, (at) => {
    const text = at > 0 ? String(Math.round(at * 1000) / 1000) : "";
    if (text !== (choice.at > 0 ? String(choice.at) : "")) navigate({ params: { at: text }, replace: true });
  });
  const dateAt = (at: number): string =>
    formatDate(addHours(study.charter.start, Math.floor(incident.hours + at)), language);
  const troubleAt = (at: number): string =>
    [
      ...new Set(
        inView.flatMap((one) =>
          one.steps
            .filter((step) => Math.abs(step.hours - incident.hours - at) < 1e-9 && isTrouble(step))
            .map((step) => stepWords(one.study, step, voice)),
        ),
      ),
    ]
      .slice(0, 3)
      .join(" ");
  const place = study.places.get(incident.place ?? "")?.name[language] ?? say("place-unknown");
  const stream = study.incidents.get(incident.stream)?.name[language] ?? incident.stream;
  return (
    <section className="replay-story">
      <h2>{say("story-title", { stream, place })}</h2>
      <p className="muted">
        {say("story-onset", {
          date: dateAt(0),
          future: choice.run.future,
          replication: choice.run.replication,
        })}
      </p>
      <div className="replay-controls">
        <Select
          label={say("mission")}
          options={[
            ...missions.map((id) => ({ id, text: missionName(study, id, language) })),
            { id: all, text: say("mission-all") },
          ]}
          value={mission}
          onChange={(value) => navigate({ params: { mission: value } })}
        />
        <Select
          label={say("axis")}
          options={(["early", "even"] as const).map((id) => ({ id, text: say(`axis-${id}`) }))}
          value={choice.stretch}
          onChange={(value) => navigate({ params: { axis: value === "even" ? value : "" } })}
        />
      </div>
      <Transport
        player={player}
        axis={axis}
        times={times}
        troubles={troubles}
        troubleAt={troubleAt}
        dateAt={dateAt}
        voice={voice}
      />
      {theirs === undefined || otherName === undefined ? null : (
        <p className="replay-difference">
          {say("difference", {
            other: otherName,
            met: metText(story, voice),
            "met-other": metText(theirs, voice),
            first: firstText(mine, voice),
            "first-other": firstText(theirs, voice),
          })}
        </p>
      )}
      <div className={otherName === undefined ? "" : "replay-sides"}>
        <ReplaySide story={mine} axis={axis} at={player.at} voice={voice} title={name} />
        {otherName === undefined ? null : theirs === undefined ? (
          <p className={other.kind === "failed" ? "note caution" : "note"} role="status">
            {other.kind === "asking"
              ? say("asking")
              : other.kind === "failed"
                ? say("failed", { detail: other.detail })
                : say("no-story")}
          </p>
        ) : (
          <ReplaySide story={theirs} axis={axis} at={player.at} voice={voice} title={otherName} />
        )}
      </div>
    </section>
  );
}

function metText({ incident }: Story, { say, language }: Voice): string {
  return Number.isFinite(incident.met) ? shareText(incident.met, language) : say("scene-never");
}

function firstText({ tasks }: Story, { say, language }: Voice): string {
  const first = Math.min(
    ...tasks.flatMap(({ lanes }) => lanes.map(({ onScene }) => onScene ?? Number.POSITIVE_INFINITY)),
  );
  return Number.isFinite(first) ? hoursText(first, language) : say("scene-never");
}
