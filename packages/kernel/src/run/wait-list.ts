import * as askerPhase from "../codes/asker-phase.ts";
import * as eventType from "../codes/event-type.ts";
import * as joinKind from "../codes/join-kind.ts";
import { type i32, maxInt } from "../engine/primitive.ts";
import * as Asker from "../memory/asker.ts";
import { now } from "../memory/cells.ts";
import * as Finding from "../memory/finding.ts";
import * as Join from "../memory/join.ts";
import * as Request from "../memory/request.ts";
import { schedule } from "./calendar.ts";
import { chargeWait } from "./record.ts";

/** Adds who waits to the end of the list of a request or finding: both keep it at the same place of their rows. */
export function joinWait(awaited: i32, kind: i32, who: i32): void {
  const node = Join.take();
  Join.setKind(node, kind);
  Join.setSlot(node, who);
  Join.setGeneration(node, generationOf(kind, who));
  Join.setTick(node, now());
  Join.setNext(node, -1);
  const last = Request.lastJoin(awaited);
  if (last < 0) Request.setFirstJoin(awaited, node);
  else Join.setNext(last, node);
  Request.setLastJoin(awaited, node);
}

function generationOf(kind: i32, slot: i32): i32 {
  if (kind === joinKind.asker) return Asker.generation(slot);
  return Request.generation(slot);
}

/** Whether who waits is still there: slots are used again, with another generation. */
function isPresent(node: i32): boolean {
  return generationOf(Join.kind(node), Join.slot(node)) === Join.generation(node);
}

/** Tells all who wait the outcome (1 granted or made, 2 refused); each goes on by an event of its own now. */
export function tellAll(awaited: i32, outcome: i32, outcomeCause: i32): void {
  let node = Request.firstJoin(awaited);
  Request.setFirstJoin(awaited, -1);
  Request.setLastJoin(awaited, -1);
  while (node >= 0) {
    const next = Join.next(node);
    if (isPresent(node)) tell(Join.kind(node), Join.slot(node), outcome, outcomeCause);
    Join.release(node);
    node = next;
  }
}

function tell(kind: i32, who: i32, outcome: i32, outcomeCause: i32): void {
  if (kind === joinKind.asker) {
    Asker.setJoined(who, outcome);
    Asker.setJoinedCause(who, outcomeCause);
    Asker.setEvent(who, schedule(eventType.ask, who, now(), Asker.hi(who), Asker.lo(who)));
  } else if (kind === joinKind.request) {
    Request.setFound(who, outcome);
    Request.setCause(who, outcomeCause);
    Request.setEvent(who, schedule(eventType.request, who, now(), Request.hi(who), Request.lo(who)));
  } else {
    Finding.setFound(who, outcome);
    Finding.setCause(who, outcomeCause);
    Finding.setEvent(who, schedule(eventType.finding, who, now(), Finding.hi(who), Finding.lo(who)));
  }
}

/**
 * Charges the ticks from `from` until `until` to the asker of a request, or to those who joined a standing
 * one, from joining on.
 */
export function chargeRequest(slot: i32, which: i32, from: i32, until: i32): void {
  const own = Request.asker(slot);
  if (own >= 0) {
    chargeAsker(own, which, from, until);
    return;
  }
  for (let at = Request.firstJoin(slot); at >= 0; at = Join.next(at))
    if (isPresent(at)) chargeAsker(Join.slot(at), which, maxInt(from, Join.tick(at)), until);
}

/** Charges ticks to all who wait for a finding, directly or not, from joining on. */
export function chargeFinding(slot: i32, which: i32, from: i32, until: i32): void {
  for (let at = Finding.firstJoin(slot); at >= 0; at = Join.next(at)) {
    if (!isPresent(at)) continue;
    const start = maxInt(from, Join.tick(at));
    const who = Join.slot(at);
    if (Join.kind(at) === joinKind.request) chargeRequest(who, which, start, until);
    else chargeFinding(who, which, start, until);
  }
}

function chargeAsker(asker: i32, which: i32, from: i32, until: i32): void {
  if (until <= from || Asker.phase(asker) === askerPhase.refused) return;
  chargeWait(Asker.task(asker), which, until - from);
}
