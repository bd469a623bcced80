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
import { heapAt, heapCapacity, heapSize, setHeapAt, setHeapCapacity, setHeapSize } from "../memory/cells.ts";
import * as Event from "../memory/event.ts";
import { never } from "../number/ticks.ts";

/**
 * The calendar: a binary heap of entries of 16 bytes, the key as a double and the row of the event. A key is tick × 16 + kind of K2, an exact integer, so that one comparison
 * orders time and kind; equal keys are ordered by the name of the event, never by when it was planned.
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
  const size = heapSize();
  if (size >= heapCapacity()) growHeap();
  setHeapSize(size + 1);
  siftUp(size, event, key);
  return event;
}

/** Withdraws an event; -1 is no event. */
export function withdraw(event: i32): void {
  if (event < 0) return;
  removeAt(Event.position(event));
  Event.release(event);
}

/** Tick of a pending event. */
export function tickOf(event: i32): i32 {
  return toInt(Math.floor(Event.key(event) / 16));
}

/** Takes the next event off the calendar and returns its row, which stays readable until the next `schedule`; -1 at the end. */
export function nextEvent(): i32 {
  if (heapSize() === 0) return -1;
  const event = eventAt(0);
  removeAt(0);
  Event.release(event);
  return event;
}

function growHeap(): void {
  const capacity = heapCapacity();
  const from = heapAt();
  const to = takeBytes(2 * capacity * entryBytes);
  for (let at: i32 = 0; at < capacity * entryBytes; at += 4) setInt(to + at, getInt(from + at));
  setHeapAt(to);
  setHeapCapacity(2 * capacity);
}

function eventAt(position: i32): i32 {
  return getInt(heapAt() + (position << 4) + 8);
}

function put(heap: i32, position: i32, event: i32, key: f64): void {
  const at = heap + (position << 4);
  setReal(at, key);
  setInt(at + 8, event);
  Event.setPosition(event, position);
}

function removeAt(position: i32): void {
  const size = heapSize() - 1;
  setHeapSize(size);
  if (position === size) return;
  const last = eventAt(size);
  const key = Event.key(last);
  if (position > 0) {
    const parent = eventAt((position - 1) >> 1);
    if (isBefore(last, key, parent, Event.key(parent))) {
      siftUp(position, last, key);
      return;
    }
  }
  siftDown(position, last, key);
}

function isBefore(a: i32, keyA: f64, b: i32, keyB: f64): boolean {
  if (keyA !== keyB) return keyA < keyB;
  const hiA = Event.hi(a);
  const hiB = Event.hi(b);
  if (hiA !== hiB) return isBelow(hiA, hiB);
  return isBelow(Event.lo(a), Event.lo(b));
}

function siftUp(from: i32, event: i32, key: f64): void {
  const heap = heapAt();
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

function siftDown(from: i32, event: i32, key: f64): void {
  const heap = heapAt();
  const size = heapSize();
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
