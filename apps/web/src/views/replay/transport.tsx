import { type ReactNode, useContext, useId } from "react";
import { ActionButton } from "../../part/action-button.tsx";
import { PageContext } from "../../part/page-context.ts";
import { Select } from "../../part/select.tsx";
import { hoursText, type Voice } from "./step-words.ts";
import type { TimeAxis } from "./time-axis.ts";
import { nextTime, type Player, timeBefore } from "./use-player.ts";

const speeds = ["0.5", "1", "2", "4"] as const;
/** Positions of the slider. */
const fine = 1000;

export interface TransportProps {
  readonly player: Player;
  readonly axis: TimeAxis;
  /** When anything happens, and when something is refused or late. */
  readonly times: readonly number[];
  readonly troubles: readonly number[];
  /** What is refused or late at a time, in words. */
  readonly troubleAt: (at: number) => string;
  readonly dateAt: (at: number) => string;
  readonly voice: Voice;
}

/** Play, pause, step, jump to the next refusal or delay, and the time itself. */
export function Transport({
  player,
  axis,
  times,
  troubles,
  troubleAt,
  dateAt,
  voice,
}: TransportProps): ReactNode {
  const { say, language } = voice;
  const { announce } = useContext(PageContext);
  const id = useId();
  const { at, isPlaying, speed } = player;
  const next = nextTime(troubles, at);
  const now = say("position-text", { time: hoursText(at, language), date: dateAt(at) });
  const tell = (to: number): void =>
    announce(say("position-text", { time: hoursText(to, language), date: dateAt(to) }));
  const go = (to: number): void => {
    player.setAt(to);
    tell(to);
  };
  const jump = (): void => {
    if (next === undefined) {
      announce(say("no-more-trouble"));
      return;
    }
    player.setAt(next);
    announce(say("at-trouble", { time: hoursText(next, language), text: troubleAt(next) }));
  };
  const here = troubles.some((time) => Math.abs(time - at) < 1e-9) ? troubleAt(at) : "";
  return (
    <div className="replay-transport">
      <div className="replay-buttons">
        <ActionButton look="main" onPress={() => player.setPlaying(!isPlaying)}>
          {say(isPlaying ? "pause" : "play")}
        </ActionButton>
        <ActionButton look="plain" onPress={() => go(timeBefore(times, at))} isDisabled={at <= 0}>
          {say("back")}
        </ActionButton>
        <ActionButton
          look="plain"
          onPress={() => go(nextTime(times, at) ?? axis.end)}
          isDisabled={at >= axis.end}
        >
          {say("forward")}
        </ActionButton>
        <ActionButton look="plain" onPress={jump} isDisabled={next === undefined}>
          {say("to-trouble")}
        </ActionButton>
        <ActionButton onPress={() => go(0)} isDisabled={at <= 0}>
          {say("to-start")}
        </ActionButton>
        <Select
          label={say("speed")}
          options={speeds.map((times) => ({ id: times, text: say("speed-times", { times }) }))}
          value={speeds.find((one) => Number(one) === speed) ?? "1"}
          onChange={(value) => player.setSpeed(Number(value))}
        />
      </div>
      <label className="field-label" htmlFor={id}>
        {say("position")}
      </label>
      <input
        id={id}
        className="replay-slider"
        type="range"
        min={0}
        max={fine}
        step={1}
        value={Math.round(axis.place(at) * fine)}
        aria-valuetext={now}
        onChange={(event) => player.setAt(axis.hours(Number(event.target.value) / fine))}
      />
      <p className="replay-now">
        <strong>{now}</strong>
        {here === "" ? null : <span className="replay-trouble"> {here}</span>}
      </p>
    </div>
  );
}
