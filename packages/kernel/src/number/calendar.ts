import { type CalendarDate, hoursBetween } from "@shikumi/core/date";
import { never, ticksOf } from "./ticks.ts";

/** Months and years of a study's clock, in ticks since its start. */
export interface Calendar {
  /** Month of tick 0: 0 for January to 11. */
  readonly firstMonth: number;
  /** Tick of midnight of the first of every later month, ascending, below `never`. */
  readonly monthStarts: Int32Array;
  /** Tick of midnight of every later 1 January, ascending, below `never`. */
  readonly yearStarts: Int32Array;
}

/** The calendar of a study that starts at `start` (K6, K11). */
export function calendarFrom(start: CalendarDate): Calendar {
  const monthStarts: number[] = [];
  const yearStarts: number[] = [];
  let year = start.year;
  let month = start.month;
  for (;;) {
    month = month === 12 ? 1 : month + 1;
    if (month === 1) year += 1;
    const tick = ticksOf(hoursBetween(start, { year, month, day: 1, minuteOfDay: 0 }));
    if (tick >= never) break;
    monthStarts.push(tick);
    if (month === 1) yearStarts.push(tick);
  }
  return {
    firstMonth: start.month - 1,
    monthStarts: Int32Array.from(monthStarts),
    yearStarts: Int32Array.from(yearStarts),
  };
}

/** Month of a tick: 0 for January to 11. */
export function monthAt(calendar: Calendar, tick: number): number {
  return (calendar.firstMonth + startsUpTo(calendar.monthStarts, tick)) % 12;
}

/** Calendar years begun after the first one, up to and including `tick`: 0 in the year of tick 0. */
export function yearAt(calendar: Calendar, tick: number): number {
  return startsUpTo(calendar.yearStarts, tick);
}

/** How many of the ascending starts are at or before `tick`. O(log n). */
function startsUpTo(starts: Int32Array, tick: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] as number) <= tick) low = middle + 1;
    else high = middle;
  }
  return low;
}
