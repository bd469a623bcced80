import { log1p } from "@shikumi/core/math";
import * as eventType from "../codes/event-type.ts";
import * as purpose from "../codes/purpose.ts";
import { type f64, getInt, type i32, maxInt } from "../engine/primitive.ts";
import { highestRateOf, listAt, realOf } from "../engine/program.ts";
import {
  countStreams,
  firstMonth,
  horizon,
  imposedHappenedAt,
  isImposed,
  isRecording,
  lane,
  lastHappened,
  monthCount,
  monthStartsAt,
  now,
  parts,
  runHi,
  runLo,
  setFirstHappened,
  setLane,
  setLastHappened,
} from "../memory/cells.ts";
import {
  burstEnd,
  burstNext,
  burstStart,
  setBurstEnd,
  setBurstNext,
  setBurstStart,
  setStreamImposed,
  setStreamNext,
  setStreamTick,
  streamImposed,
  streamNext,
  streamTick,
} from "../memory/elements.ts";
import * as Happened from "../memory/happened.ts";
import * as Incident from "../memory/incident.ts";
import { streamDates, streamGap, streamIn, streamLasts, streamName, streamPart } from "../memory/program.ts";
import * as Streams from "../memory/table-streams.ts";
import { tickAfter, ticksOf } from "../number/ticks.ts";
import { amountAt, slotAt } from "./amount.ts";
import { schedule } from "./calendar.ts";
import { isInWindow, rowNow } from "./in-force.ts";
import { avert, drawAttributes, newIncident, onset } from "./incident.ts";
import { dropIncident } from "./incident-slot.ts";
import { drawOf, indexInto, nameInto } from "./name.ts";
import { suppression } from "./stocks.ts";

/** Plans the first potential incident of every stream and all those of a date (K10). */
export function startStreams(): void {
  for (let stream = 0; stream < countStreams(); stream++) {
    if (((parts() >> streamPart(stream)) & 1) === 0) continue;
    planNext(stream);
    const dates = streamDates(stream);
    for (let k = 0; k < listAt(dates); k++) {
      const tick = listAt(dates + 1 + k);
      if (tick < 0 || tick >= horizon()) continue;
      streamInto(stream);
      nameInto(0, lane(0), lane(1), purpose.date);
      indexInto(0, lane(0), lane(1), k);
      schedule(eventType.dated, stream, tick, lane(0), lane(1));
    }
  }
}

/** Writes the name S of a stream to lanes 0 and 1. */
function streamInto(stream: i32): void {
  nameInto(0, runHi(), runLo(), streamName(stream));
}

function planNext(stream: i32): void {
  const highest = highestRateOf(stream);
  if (!(highest > 0)) return;
  const k = streamNext(stream);
  setStreamNext(stream, k + 1);
  streamInto(stream);
  indexInto(0, lane(0), lane(1), k);
  const hi = lane(0);
  const lo = lane(1);
  const gap = ticksOf(-log1p(-drawOf(hi, lo, purpose.gap)) / highest);
  const tick = tickAfter(streamTick(stream), gap);
  setStreamTick(stream, tick);
  if (tick < horizon()) schedule(eventType.potential, stream, tick, hi, lo);
}

/** A potential incident of a rate happens, is averted, or nothing (K11). */
export function potential(stream: i32, hi: i32, lo: i32): void {
  planNext(stream);
  const row = rowNow(streamIn, stream, -1);
  if (row < 0) return;
  const highest = highestRateOf(stream);
  const rate = rateNow(stream, row);
  const u = drawOf(hi, lo, purpose.happens);
  const happens = isImposed() === 0 ? u < (rate * suppression(row)) / highest : isNextImposed(stream, hi, lo);
  if (happens) happen(stream, row, hi, lo);
  else if (u < rate / highest) beAverted(stream, row, hi, lo);
}

/** An incident of a date happens or is averted (K11). */
export function dated(stream: i32, hi: i32, lo: i32): void {
  const row = rowNow(streamIn, stream, -1);
  if (row < 0) return;
  const happens =
    isImposed() === 0 ? drawOf(hi, lo, purpose.happens) < suppression(row) : isNextImposed(stream, hi, lo);
  if (happens) happen(stream, row, hi, lo);
  else beAverted(stream, row, hi, lo);
}

/** The onset of a caused incident, if its stream is in force then (K13). */
export function caused(incident: i32): void {
  const row = rowNow(streamIn, Incident.stream(incident), -1);
  if (row < 0) {
    dropIncident(incident);
    return;
  }
  Incident.setTick(incident, now());
  drawAttributes(incident, row);
  onset(incident, row);
}

function happen(stream: i32, row: i32, hi: i32, lo: i32): void {
  if (isRecording() === 1) {
    const at = Happened.take();
    Happened.setStream(at, stream);
    Happened.setHi(at, hi);
    Happened.setLo(at, lo);
    Happened.setNext(at, -1);
    if (lastHappened() < 0) setFirstHappened(at);
    else Happened.setNext(lastHappened(), at);
    setLastHappened(at);
  }
  onset(incidentOf(stream, row, hi, lo), row);
}

function beAverted(stream: i32, row: i32, hi: i32, lo: i32): void {
  avert(incidentOf(stream, row, hi, lo), row);
}

function incidentOf(stream: i32, row: i32, hi: i32, lo: i32): i32 {
  setLane(0, hi);
  setLane(1, lo);
  const incident = newIncident(stream);
  drawAttributes(incident, row);
  return incident;
}

/** Whether the next incident of an imposed list is this one (K71). */
function isNextImposed(stream: i32, hi: i32, lo: i32): boolean {
  const list = imposedHappenedAt() + (stream << 3);
  const at = streamImposed(stream);
  if (at + 1 >= getInt(list + 4)) return false;
  const entry = getInt(list) + (at << 2);
  if (getInt(entry) !== hi || getInt(entry + 4) !== lo) return false;
  setStreamImposed(stream, at + 2);
  return true;
}

/** λ now, without suppression (K11). */
function rateNow(stream: i32, row: i32): f64 {
  if (!isInWindow(Streams.valid(row))) return 0;
  const season = realOf(Streams.season(row) + monthNow());
  const rate = amountAt(Streams.rate(row), -1) * season;
  const times = Streams.times(row);
  return times >= 0 && isInBurst(stream) ? rate * amountAt(times, -1) : rate;
}

/** Month of now: 0 for January to 11. */
function monthNow(): i32 {
  let low: i32 = 0;
  let high = monthCount();
  while (low < high) {
    const middle = (low + high) >> 1;
    if (getInt(monthStartsAt() + (middle << 2)) <= now()) low = middle + 1;
    else high = middle;
  }
  return (firstMonth() + low) % 12;
}

function isInBurst(stream: i32): boolean {
  const gap = streamGap(stream);
  if (gap < 0) return false;
  while (burstEnd(stream) <= now()) {
    const j = burstNext(stream);
    setBurstNext(stream, j + 1);
    streamInto(stream);
    const hi = lane(0);
    const lo = lane(1);
    const wait = maxInt(1, ticksOf(slotAt(gap, -1, hi, lo, purpose.burstGap, j)));
    const slot = streamLasts(stream);
    const lasts = ticksOf(slotAt(slot, -1, hi, lo, purpose.burstLasts, j));
    const start = tickAfter(burstEnd(stream), wait);
    setBurstStart(stream, start);
    setBurstEnd(stream, tickAfter(start, lasts));
  }
  return burstStart(stream) <= now();
}
