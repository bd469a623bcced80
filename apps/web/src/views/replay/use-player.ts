import { useEffect, useRef, useState } from "react";
import type { TimeAxis } from "./time-axis.ts";

/** Seconds in which the whole axis is played at speed 1. */
const wholeSeconds = 30;
/** Where motion is unwanted: seconds between one step and the next at speed 1. */
const stepSeconds = 1.2;
/** Least time between two pictures, in milliseconds. */
const frame = 33;

/** A hand on the time of a replay. */
export interface Player {
  readonly at: number;
  readonly isPlaying: boolean;
  readonly speed: number;
  setAt(at: number): void;
  setPlaying(isPlaying: boolean): void;
  setSpeed(speed: number): void;
}

/** Plays a time axis at an even pace; step by step for people who want no motion. `settle` is told where it comes to rest. */
export function usePlayer(
  axis: TimeAxis,
  times: readonly number[],
  start: number,
  settle: (at: number) => void,
): Player {
  const [at, setNow] = useState(Math.min(start, axis.end));
  const [isPlaying, setPlaying] = useState(false);
  const [speed, setSpeed] = useState(1);
  const now = useRef(at);
  const rest = useRef(settle);
  useEffect(() => {
    rest.current = settle;
  });
  const move = (value: number): void => {
    now.current = Math.min(axis.end, Math.max(0, value));
    setNow(now.current);
  };
  useEffect(() => {
    if (!isPlaying) return;
    const advance = (value: number): void => {
      now.current = Math.min(axis.end, value);
      setNow(now.current);
      if (now.current >= axis.end) setPlaying(false);
    };
    if (globalThis.matchMedia?.("(prefers-reduced-motion: reduce)").matches === true) {
      const timer = setInterval(
        () => advance(times.find((time) => time > now.current) ?? axis.end),
        (1000 * stepSeconds) / speed,
      );
      return () => clearInterval(timer);
    }
    let last = performance.now();
    let request = requestAnimationFrame(function draw(time) {
      if (time - last >= frame) {
        advance(axis.hours(axis.place(now.current) + ((time - last) / 1000 / wholeSeconds) * speed));
        last = time;
      }
      request = requestAnimationFrame(draw);
    });
    return () => cancelAnimationFrame(request);
  }, [isPlaying, speed, axis, times]);
  useEffect(() => {
    if (!isPlaying) rest.current(now.current);
  }, [isPlaying]);
  return {
    at: Math.min(at, axis.end),
    isPlaying,
    speed,
    setAt: (value) => {
      setPlaying(false);
      move(value);
      rest.current(now.current);
    },
    setPlaying: (value) => {
      if (value && now.current >= axis.end) move(0);
      setPlaying(value);
    },
    setSpeed,
  };
}

/** The first of ascending times after a moment; `undefined` where there is none. */
export function nextTime(times: readonly number[], at: number): number | undefined {
  return times.find((time) => time > at + 1e-9);
}

/** The last of ascending times before a moment; 0 where there is none. */
export function timeBefore(times: readonly number[], at: number): number {
  return times.findLast((time) => time < at - 1e-9) ?? 0;
}
