import { int } from "../memory.ts";
import { release, take } from "../state/arena.ts";
import { eventType, schedule } from "../state/calendar-queue.ts";
import { askerPhase } from "../state/columns.ts";
import type { State } from "../state/state.ts";
import { chargeWait } from "./record.ts";

/** Who waits: kinds of `join`. */
export const joinKind = { asker: 0, request: 1, finding: 2 } as const;

/** What is waited for: a standing request or a finding. */
type Awaited = State["request"] | State["finding"];

/** Adds who waits to the end of the list of a request or finding. */
export function joinWait(s: State, awaited: Awaited, slot: number, kind: number, who: number): void {
  const { join } = s;
  const node = take(join);
  join.kind[node] = kind;
  join.slot[node] = who;
  join.generation[node] = generationOf(s, kind, who);
  join.tick[node] = s.now;
  join.next[node] = -1;
  const last = int(awaited.lastJoin, slot);
  if (last < 0) awaited.firstJoin[slot] = node;
  else join.next[last] = node;
  awaited.lastJoin[slot] = node;
}

function generationOf(s: State, kind: number, slot: number): number {
  if (kind === joinKind.asker) return int(s.asker.generation, slot);
  return int(kind === joinKind.request ? s.request.generation : s.finding.generation, slot);
}

/** Whether who waits is still there: slots are used again, with another generation. */
function isPresent(s: State, node: number): boolean {
  return generationOf(s, int(s.join.kind, node), int(s.join.slot, node)) === int(s.join.generation, node);
}

/** Tells all who wait the outcome (1 granted or made, 2 refused); each goes on by an event of its own now. */
export function tellAll(
  s: State,
  awaited: Awaited,
  slot: number,
  outcome: number,
  outcomeCause: number,
): void {
  const { join } = s;
  let node = int(awaited.firstJoin, slot);
  awaited.firstJoin[slot] = -1;
  awaited.lastJoin[slot] = -1;
  while (node >= 0) {
    const next = int(join.next, node);
    if (isPresent(s, node)) tell(s, int(join.kind, node), int(join.slot, node), outcome, outcomeCause);
    release(join, node);
    node = next;
  }
}

function tell(s: State, kind: number, who: number, outcome: number, outcomeCause: number): void {
  if (kind === joinKind.asker) {
    const { asker } = s;
    asker.joined[who] = outcome;
    asker.joinedCause[who] = outcomeCause;
    asker.event[who] = schedule(s, eventType.ask, who, s.now, int(asker.hi, who), int(asker.lo, who));
  } else if (kind === joinKind.request) {
    const { request } = s;
    request.found[who] = outcome;
    request.cause[who] = outcomeCause;
    request.event[who] = schedule(
      s,
      eventType.request,
      who,
      s.now,
      int(request.hi, who),
      int(request.lo, who),
    );
  } else {
    const { finding } = s;
    finding.found[who] = outcome;
    finding.cause[who] = outcomeCause;
    finding.event[who] = schedule(
      s,
      eventType.finding,
      who,
      s.now,
      int(finding.hi, who),
      int(finding.lo, who),
    );
  }
}

/**
 * Charges the ticks from `from` until `until` to the asker of a request, or to those who joined a standing
 * one, from joining on.
 */
export function chargeRequest(s: State, slot: number, which: number, from: number, until: number): void {
  const { request, join } = s;
  const own = int(request.asker, slot);
  if (own >= 0) {
    chargeAsker(s, own, which, from, until);
    return;
  }
  for (let at = int(request.firstJoin, slot); at >= 0; at = int(join.next, at))
    if (isPresent(s, at))
      chargeAsker(s, int(join.slot, at), which, Math.max(from, int(join.tick, at)), until);
}

/** Charges ticks to all who wait for a finding, directly or not, from joining on. */
export function chargeFinding(s: State, slot: number, which: number, from: number, until: number): void {
  const { finding, join } = s;
  for (let at = int(finding.firstJoin, slot); at >= 0; at = int(join.next, at)) {
    if (!isPresent(s, at)) continue;
    const start = Math.max(from, int(join.tick, at));
    const who = int(join.slot, at);
    if (int(join.kind, at) === joinKind.request) chargeRequest(s, who, which, start, until);
    else chargeFinding(s, who, which, start, until);
  }
}

function chargeAsker(s: State, asker: number, which: number, from: number, until: number): void {
  if (until <= from || int(s.asker.phase, asker) === askerPhase.refused) return;
  chargeWait(s, int(s.asker.task, asker), which, until - from);
}
