import { log1p } from "@shikumi/core/math";
import { int, real } from "../memory.ts";
import { monthAt } from "../number/calendar.ts";
import { tickAfter, ticksOf } from "../number/ticks.ts";
import { purpose } from "../purpose.ts";
import { take } from "../state/arena.ts";
import { eventType, schedule } from "../state/calendar-queue.ts";
import type { State } from "../state/state.ts";
import { amountAt, slotAt } from "./amount.ts";
import { isInWindow, rowNow } from "./in-force.ts";
import { avert, drawAttributes, newIncident, onset } from "./incident.ts";
import { dropIncident } from "./incident-slot.ts";
import { drawOf, indexInto, nameInto } from "./name.ts";
import { suppression } from "./stocks.ts";

/** Plans the first potential incident of every stream and all those of a date (K10). */
export function startStreams(s: State): void {
  const { counts, lists, streamDates, horizon } = s.program;
  for (let stream = 0; stream < counts.streams; stream++) {
    planNext(s, stream);
    const dates = int(streamDates, stream);
    for (let k = 0; k < int(lists, dates); k++) {
      const tick = int(lists, dates + 1 + k);
      if (tick < 0 || tick >= horizon) continue;
      streamInto(s, stream);
      nameInto(s, 0, int(s.lanes, 0), int(s.lanes, 1), purpose.date);
      indexInto(s, 0, int(s.lanes, 0), int(s.lanes, 1), k);
      schedule(s, eventType.dated, stream, tick, int(s.lanes, 0), int(s.lanes, 1));
    }
  }
}

/** Writes the name S of a stream to lanes 0 and 1. */
function streamInto(s: State, stream: number): void {
  nameInto(s, 0, s.runHi, s.runLo, int(s.program.streamName, stream));
}

function planNext(s: State, stream: number): void {
  const highest = real(s.prepared.highestRate, stream);
  if (!(highest > 0)) return;
  const k = int(s.streamNext, stream);
  s.streamNext[stream] = k + 1;
  streamInto(s, stream);
  indexInto(s, 0, int(s.lanes, 0), int(s.lanes, 1), k);
  const hi = int(s.lanes, 0);
  const lo = int(s.lanes, 1);
  const gap = ticksOf(-log1p(-drawOf(s, hi, lo, purpose.gap)) / highest);
  const tick = tickAfter(int(s.streamTick, stream), gap);
  s.streamTick[stream] = tick;
  if (tick < s.program.horizon) schedule(s, eventType.potential, stream, tick, hi, lo);
}

/** A potential incident of a rate happens, is averted, or nothing (K11). */
export function potential(s: State, stream: number, hi: number, lo: number): void {
  planNext(s, stream);
  const row = rowNow(s, s.program.streamIn, stream, -1);
  if (row < 0) return;
  const highest = real(s.prepared.highestRate, stream);
  const rate = rateNow(s, stream, row);
  const u = drawOf(s, hi, lo, purpose.happens);
  const happens =
    s.imposed === undefined ? u < (rate * suppression(s, row)) / highest : isImposed(s, stream, hi, lo);
  if (happens) happen(s, stream, row, hi, lo);
  else if (u < rate / highest) beAverted(s, stream, row, hi, lo);
}

/** An incident of a date happens or is averted (K11). */
export function dated(s: State, stream: number, hi: number, lo: number): void {
  const row = rowNow(s, s.program.streamIn, stream, -1);
  if (row < 0) return;
  const happens =
    s.imposed === undefined
      ? drawOf(s, hi, lo, purpose.happens) < suppression(s, row)
      : isImposed(s, stream, hi, lo);
  if (happens) happen(s, stream, row, hi, lo);
  else beAverted(s, stream, row, hi, lo);
}

/** The onset of a caused incident, if its stream is in force then (K13). */
export function caused(s: State, incident: number): void {
  const row = rowNow(s, s.program.streamIn, int(s.incident.stream, incident), -1);
  if (row < 0) {
    dropIncident(s, incident);
    return;
  }
  s.incident.tick[incident] = s.now;
  drawAttributes(s, incident, row);
  onset(s, incident, row);
}

function happen(s: State, stream: number, row: number, hi: number, lo: number): void {
  if (s.recording) {
    const at = take(s.happened);
    s.happened.stream[at] = stream;
    s.happened.hi[at] = hi;
    s.happened.lo[at] = lo;
  }
  onset(s, incidentOf(s, stream, row, hi, lo), row);
}

function beAverted(s: State, stream: number, row: number, hi: number, lo: number): void {
  avert(s, incidentOf(s, stream, row, hi, lo), row);
}

function incidentOf(s: State, stream: number, row: number, hi: number, lo: number): number {
  s.lanes[0] = hi;
  s.lanes[1] = lo;
  const incident = newIncident(s, stream);
  drawAttributes(s, incident, row);
  return incident;
}

/** Whether the next incident of an imposed list is this one (K71). */
function isImposed(s: State, stream: number, hi: number, lo: number): boolean {
  const happened = s.imposed?.happened[stream];
  const at = int(s.streamImposed, stream);
  if (happened === undefined || at + 1 >= happened.length) return false;
  if (int(happened, at) !== hi || int(happened, at + 1) !== lo) return false;
  s.streamImposed[stream] = at + 2;
  return true;
}

/** λ now, without suppression (K11). */
function rateNow(s: State, stream: number, row: number): number {
  const { streams, reals, calendar } = s.program;
  if (!isInWindow(s, int(streams.valid, row))) return 0;
  const season = real(reals, int(streams.season, row) + monthAt(calendar, s.now));
  const rate = amountAt(s, int(streams.rate, row), -1) * season;
  const times = int(streams.times, row);
  return times >= 0 && isInBurst(s, stream) ? rate * amountAt(s, times, -1) : rate;
}

function isInBurst(s: State, stream: number): boolean {
  const gap = int(s.program.streamGap, stream);
  if (gap < 0) return false;
  while (int(s.burstEnd, stream) <= s.now) {
    const j = int(s.burstNext, stream);
    s.burstNext[stream] = j + 1;
    streamInto(s, stream);
    const hi = int(s.lanes, 0);
    const lo = int(s.lanes, 1);
    const wait = Math.max(1, ticksOf(slotAt(s, gap, -1, hi, lo, purpose["burst-gap"], j)));
    const slot = int(s.program.streamLasts, stream);
    const lasts = ticksOf(slotAt(s, slot, -1, hi, lo, purpose["burst-lasts"], j));
    const start = tickAfter(int(s.burstEnd, stream), wait);
    s.burstStart[stream] = start;
    s.burstEnd[stream] = tickAfter(start, lasts);
  }
  return int(s.burstStart, stream) <= s.now;
}
