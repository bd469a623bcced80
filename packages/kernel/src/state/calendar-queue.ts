import { grownInts, int, real } from "../memory.ts";
import { never } from "../number/ticks.ts";
import { release, take } from "./arena.ts";
import type { State } from "./state.ts";

/** What an event does. Several answers share the kind `answer` and several onsets the kind `onset` of K2. */
export const eventType = {
  supply: 0,
  close: 1,
  free: 2,
  done: 3,
  informed: 4,
  access: 5,
  renewed: 6,
  request: 7,
  finding: 8,
  stood: 9,
  potential: 10,
  dated: 11,
  caused: 12,
  open: 13,
  serve: 14,
  ask: 15,
  go: 16,
  arrive: 17,
} as const;

/** Kind of K2 by type. */
const kindOf = Int32Array.of(0, 1, 2, 3, 4, 4, 4, 4, 4, 5, 6, 6, 6, 7, 8, 9, 10, 11);

/** Plans an event and returns its slot; -1 if its tick is never reached. */
export function schedule(s: State, type: number, slot: number, tick: number, hi: number, lo: number): number {
  if (tick >= never) return -1;
  const { event } = s;
  const id = take(event);
  event.key[id] = tick * 16 + int(kindOf, type);
  event.hi[id] = hi;
  event.lo[id] = lo;
  event.type[id] = type;
  event.slot[id] = slot;
  if (s.heapSize >= s.heap.length) s.heap = grownInts(s.heap, s.heap.length * 2);
  s.heapSize += 1;
  siftUp(s, s.heapSize - 1, id);
  return id;
}

/** Withdraws an event; -1 is no event. */
export function withdraw(s: State, id: number): void {
  if (id < 0) return;
  removeAt(s, int(s.event.position, id));
  release(s.event, id);
}

/** Tick of a pending event. */
export function tickOf(s: State, id: number): number {
  return Math.floor(real(s.event.key, id) / 16);
}

/**
 * Takes the next event off the calendar and returns its slot, which stays readable until the next
 * `schedule`; -1 at the end.
 */
export function nextEvent(s: State): number {
  if (s.heapSize === 0) return -1;
  const id = int(s.heap, 0);
  removeAt(s, 0);
  release(s.event, id);
  return id;
}

function removeAt(s: State, position: number): void {
  s.heapSize -= 1;
  if (position === s.heapSize) return;
  const last = int(s.heap, s.heapSize);
  if (position > 0 && isBefore(s, last, int(s.heap, (position - 1) >> 1))) siftUp(s, position, last);
  else siftDown(s, position, last);
}

function isBefore(s: State, a: number, b: number): boolean {
  const { event } = s;
  const keyA = real(event.key, a);
  const keyB = real(event.key, b);
  if (keyA !== keyB) return keyA < keyB;
  const hiA = int(event.hi, a) >>> 0;
  const hiB = int(event.hi, b) >>> 0;
  if (hiA !== hiB) return hiA < hiB;
  return int(event.lo, a) >>> 0 < int(event.lo, b) >>> 0;
}

function siftUp(s: State, from: number, id: number): void {
  const { heap } = s;
  const { position } = s.event;
  let at = from;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    const other = int(heap, parent);
    if (!isBefore(s, id, other)) break;
    heap[at] = other;
    position[other] = at;
    at = parent;
  }
  heap[at] = id;
  position[id] = at;
}

function siftDown(s: State, from: number, id: number): void {
  const { heap, heapSize } = s;
  const { position } = s.event;
  let at = from;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= heapSize) break;
    if (child + 1 < heapSize && isBefore(s, int(heap, child + 1), int(heap, child))) child += 1;
    const other = int(heap, child);
    if (!isBefore(s, other, id)) break;
    heap[at] = other;
    position[other] = at;
    at = child;
  }
  heap[at] = id;
  position[id] = at;
}
