import { takeBytes } from "../engine/arena.ts";
import {
  type f64,
  getInt,
  getReal,
  type i32,
  isBelow,
  setInt,
  setReal,
  toInt,
  toReal,
} from "../engine/primitive.ts";
import {
  farAt,
  farCapacity,
  farSize,
  nearAt,
  nearCapacity,
  nearSize,
  now,
  setFarAt,
  setFarCapacity,
  setFarSize,
  setNearAt,
  setNearCapacity,
  setNearSize,
} from "../memory/cells.ts";
import * as Event from "../memory/event.ts";
import { never } from "../number/ticks.ts";

/**
 * The calendar: two binary heaps of entries of 16 bytes, the key as a double and the row of the event. A key is tick × 16 + kind of K2, an exact integer, so that one comparison
 * orders time and kind; equal keys are ordered by the name of the event, never by when it was planned. Half of all events are planned for the tick it is now: they wait in a
 * heap of their own, `near`, which is almost empty, and never pass through `far`.
 */
const entryBytes: i32 = 16;

/** Kind of K2 by type of event: several answers share one kind, and several onsets. */
function kindOf(type: i32): i32 {
  if (type < 4) return type;
  if (type < 9) return 4;
  if (type === 9) return 5;
  if (type < 13) return 6;
  return type - 6;
}

/** An empty calendar. */
export function clearCalendar(): void {
  setFarCapacity(256);
  setFarAt(takeBytes(256 * entryBytes));
  setFarSize(0);
  setNearCapacity(64);
  setNearAt(takeBytes(64 * entryBytes));
  setNearSize(0);
}

/** Events that are planned. */
export function plannedEvents(): i32 {
  return farSize() + nearSize();
}

/** Plans an event and returns its row; -1 if its tick is never reached. */
export function schedule(type: i32, slot: i32, tick: i32, hi: i32, lo: i32): i32 {
  if (tick >= never) return -1;
  const event = Event.take();
  const key: f64 = toReal(tick) * 16 + toReal(kindOf(type));
  Event.setKey(event, key);
  Event.setHi(event, hi);
  Event.setLo(event, lo);
  Event.setWhat(event, type);
  Event.setSlot(event, slot);
  if (tick === now()) {
    const size = nearSize();
    if (size >= nearCapacity()) growNear();
    setNearSize(size + 1);
    Event.setIsNear(event, 1);
    siftUp(nearAt(), size, event, key);
  } else {
    const size = farSize();
    if (size >= farCapacity()) growFar();
    setFarSize(size + 1);
    Event.setIsNear(event, 0);
    siftUp(farAt(), size, event, key);
  }
  return event;
}

/** Withdraws an event; -1 is no event. */
export function withdraw(event: i32): void {
  if (event < 0) return;
  remove(event);
  Event.release(event);
}

/** Tick of a pending event. */
export function tickOf(event: i32): i32 {
  return toInt(Math.floor(Event.key(event) / 16));
}

/** Takes the next event off the calendar and returns its row, which stays readable until the next `schedule`; -1 at the end. */
export function nextEvent(): i32 {
  const event = firstEvent();
  if (event < 0) return -1;
  remove(event);
  Event.release(event);
  return event;
}

function firstEvent(): i32 {
  if (nearSize() === 0) return farSize() === 0 ? -1 : getInt(farAt() + 8);
  const near = getInt(nearAt() + 8);
  if (farSize() === 0) return near;
  const far = getInt(farAt() + 8);
  return isBefore(far, getReal(farAt()), near, getReal(nearAt())) ? far : near;
}

function growFar(): void {
  setFarAt(grown(farAt(), farCapacity()));
  setFarCapacity(2 * farCapacity());
}

function growNear(): void {
  setNearAt(grown(nearAt(), nearCapacity()));
  setNearCapacity(2 * nearCapacity());
}

function grown(from: i32, capacity: i32): i32 {
  const to = takeBytes(2 * capacity * entryBytes);
  for (let at: i32 = 0; at < capacity * entryBytes; at += 4) setInt(to + at, getInt(from + at));
  return to;
}

function remove(event: i32): void {
  if (Event.isNear(event) === 1) {
    const size = nearSize() - 1;
    setNearSize(size);
    removeAt(nearAt(), size, Event.position(event));
  } else {
    const size = farSize() - 1;
    setFarSize(size);
    removeAt(farAt(), size, Event.position(event));
  }
}

function put(heap: i32, position: i32, event: i32, key: f64): void {
  const at = heap + (position << 4);
  setReal(at, key);
  setInt(at + 8, event);
  Event.setPosition(event, position);
}

/** Fills the place of an entry that goes with the last one; `size` counts without it. */
function removeAt(heap: i32, size: i32, position: i32): void {
  if (position === size) return;
  const last = getInt(heap + (size << 4) + 8);
  const key = getReal(heap + (size << 4));
  if (position > 0) {
    const above = heap + (((position - 1) >> 1) << 4);
    if (isBefore(last, key, getInt(above + 8), getReal(above))) {
      siftUp(heap, position, last, key);
      return;
    }
  }
  siftDown(heap, size, position, last, key);
}

function isBefore(a: i32, keyA: f64, b: i32, keyB: f64): boolean {
  if (keyA !== keyB) return keyA < keyB;
  const hiA = Event.hi(a);
  const hiB = Event.hi(b);
  if (hiA !== hiB) return isBelow(hiA, hiB);
  return isBelow(Event.lo(a), Event.lo(b));
}

function siftUp(heap: i32, from: i32, event: i32, key: f64): void {
  let at: i32 = from;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    const other = getInt(heap + (parent << 4) + 8);
    const otherKey = getReal(heap + (parent << 4));
    if (!isBefore(event, key, other, otherKey)) break;
    put(heap, at, other, otherKey);
    at = parent;
  }
  put(heap, at, event, key);
}

function siftDown(heap: i32, size: i32, from: i32, event: i32, key: f64): void {
  let at: i32 = from;
  for (;;) {
    let child: i32 = 2 * at + 1;
    if (child >= size) break;
    let other = getInt(heap + (child << 4) + 8);
    let otherKey = getReal(heap + (child << 4));
    if (child + 1 < size) {
      const next = getInt(heap + (child << 4) + 24);
      const nextKey = getReal(heap + (child << 4) + 16);
      if (isBefore(next, nextKey, other, otherKey)) {
        child += 1;
        other = next;
        otherKey = nextKey;
      }
    }
    if (!isBefore(other, otherKey, event, key)) break;
    put(heap, at, other, otherKey);
    at = child;
  }
  put(heap, at, event, key);
}
