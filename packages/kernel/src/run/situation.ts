import * as cause from "../codes/cause.ts";
import * as eventType from "../codes/event-type.ts";
import * as findingPhase from "../codes/finding-phase.ts";
import * as joinKind from "../codes/join-kind.ts";
import * as outcome from "../codes/outcome.ts";
import * as purpose from "../codes/purpose.ts";
import * as traced from "../codes/traced.ts";
import { type i32, maxInt } from "../engine/primitive.ts";
import { listAt } from "../engine/program.ts";
import { lane, now, runHi, runLo } from "../memory/cells.ts";
import {
  setSituationFinding,
  setSituationTries,
  setSituationUntil,
  situationFinding,
  situationTries,
  situationUntil,
} from "../memory/elements.ts";
import * as Finding from "../memory/finding.ts";
import { organisationParty, situationIn, situationName } from "../memory/program.ts";
import * as Situations from "../memory/table-situations.ts";
import { never, tickAfter, ticksOf } from "../number/ticks.ts";
import { amountAt, slotOf } from "./amount.ts";
import { schedule } from "./calendar.ts";
import { isOpen, rowNow } from "./in-force.ts";
import { dropIncident, holdIncident } from "./incident-slot.ts";
import { drawOf, indexInto, nameInto } from "./name.ts";
import { attendedAt } from "./queue.ts";
import { countAnswer, trace } from "./record.ts";
import { decisionCause, isRelaxed, nodeParty, touch } from "./relaxation.ts";
import { chargeFinding, joinWait, tellAll } from "./wait-list.ts";

/**
 * Seeks a situation for a request or finding, which joins the finding if it has to wait (K41). `actor` is
 * the organisation for which it is sought.
 */
export function seek(situation: i32, kind: i32, seeker: i32, incident: i32, actor: i32): i32 {
  if (isOpen(situation, incident)) return outcome.granted;
  const row = rowNow(situationIn, situation, incident);
  if (row < 0) return outcome.refused;
  touch(findingCause(situation, incident, actor));
  if (isRelaxed(findingCause(situation, incident, actor))) {
    openAtOnce(situation, row, incident);
    return outcome.granted;
  }
  const pending = situationFinding(situation);
  if (pending >= 0) {
    joinWait(pending, kind, seeker);
    return outcome.waiting;
  }
  const made = newFinding(situation, incident, actor);
  joinWait(made, kind, seeker);
  advanceFinding(made);
  return outcome.waiting;
}

/** What a finding not made is charged to: own or not by its first finder; own without any. */
export function findingCause(situation: i32, incident: i32, actor: i32): i32 {
  const node = firstFinder(situation, incident);
  const party = organisationParty(actor);
  return decisionCause(node < 0 || nodeParty(node, incident) === party);
}

function firstFinder(situation: i32, incident: i32): i32 {
  const row = rowNow(situationIn, situation, incident);
  if (row < 0) return -1;
  const list = Situations.foundBy(row);
  return listAt(list) === 0 ? -1 : listAt(list + 1);
}

/** Writes the name of the next attempt to find a situation to lanes 0 and 1. */
function nextName(situation: i32): void {
  const attempt = situationTries(situation);
  setSituationTries(situation, attempt + 1);
  nameInto(0, runHi(), runLo(), situationName(situation));
  indexInto(0, lane(0), lane(1), attempt);
}

function openAtOnce(situation: i32, row: i32, incident: i32): void {
  nextName(situation);
  const hi = lane(0);
  open(situation, row, incident, hi, lane(1));
  trace(traced.finding, -1, -1, -1, situation, -1, 1, 0);
}

function open(situation: i32, row: i32, incident: i32, hi: i32, lo: i32): void {
  const slot = Situations.lasts(row);
  const until = slot < 0 ? never : tickAfter(now(), ticksOf(slotOf(slot, incident, hi, lo, purpose.lasts)));
  setSituationUntil(situation, maxInt(until, situationUntil(situation)));
}

function countFinders(row: i32, refused: boolean): void {
  const list = Situations.foundBy(row);
  for (let at = 1; at <= listAt(list); at++) countAnswer(listAt(list + at), refused);
}

function newFinding(situation: i32, incident: i32, actor: i32): i32 {
  const made = Finding.take();
  nextName(situation);
  Finding.setHi(made, lane(0));
  Finding.setLo(made, lane(1));
  Finding.setSituation(made, situation);
  Finding.setIncident(made, incident);
  Finding.setActor(made, actor);
  Finding.setPhase(made, findingPhase.needs);
  Finding.setFinder(made, 0);
  Finding.setEvent(made, -1);
  Finding.setStarted(made, now());
  Finding.setQueued(made, 0);
  Finding.setTaken(made, 0);
  Finding.setCause(made, cause.decision);
  Finding.setFound(made, 0);
  Finding.setFirstJoin(made, -1);
  Finding.setLastJoin(made, -1);
  Finding.setGeneration(made, Finding.generation(made) + 1);
  holdIncident(incident);
  setSituationFinding(situation, made);
  return made;
}

/** Takes a finding on until it has to wait or is made or refused. Also its `answer` event. */
export function advanceFinding(slot: i32): void {
  const situation = Finding.situation(slot);
  const incident = Finding.incident(slot);
  const hi = Finding.hi(slot);
  const lo = Finding.lo(slot);
  while (true) {
    const row = rowNow(situationIn, situation, incident);
    if (row < 0) {
      Finding.setCause(slot, cause.decision);
      endFinding(slot, false);
      return;
    }
    const finders = Situations.foundBy(row);
    const finder = Finding.finder(slot);
    switch (Finding.phase(slot)) {
      case findingPhase.needs: {
        const needs = Situations.needs(row);
        Finding.setPhase(slot, findingPhase.needed);
        if (needs < 0) Finding.setFound(slot, outcome.granted);
        else {
          const sought = seek(needs, joinKind.finding, slot, incident, Finding.actor(slot));
          if (sought === outcome.waiting) return;
          Finding.setFound(slot, sought);
          Finding.setCause(slot, findingCause(needs, incident, Finding.actor(slot)));
        }
        break;
      }
      case findingPhase.needed:
        if (Finding.found(slot) === outcome.refused) {
          endFinding(slot, false);
          return;
        }
        Finding.setPhase(slot, findingPhase.finders);
        break;
      case findingPhase.finders: {
        if (finder >= listAt(finders)) {
          Finding.setPhase(slot, findingPhase.takes);
          break;
        }
        nameInto(2, hi, lo, purpose.by);
        indexInto(2, lane(2), lane(3), finder);
        const node = listAt(finders + 1 + finder);
        const by = lane(2);
        const end = attendedAt(node, incident, by, lane(3), purpose.attention);
        Finding.setFinder(slot, finder + 1);
        Finding.setQueued(slot, Finding.queued(slot) + end - now());
        if (wait(slot, end)) return;
        break;
      }
      case findingPhase.takes: {
        const takes = slotOf(Situations.takes(row), incident, hi, lo, purpose.takes);
        Finding.setPhase(slot, findingPhase.taken);
        Finding.setTaken(slot, ticksOf(takes));
        if (wait(slot, tickAfter(now(), ticksOf(takes)))) return;
        break;
      }
      default: {
        const chance = amountAt(Situations.found(row), incident);
        const made = drawOf(hi, lo, purpose.found) < chance;
        Finding.setCause(slot, findingCause(situation, incident, Finding.actor(slot)));
        if (made) open(situation, row, incident, hi, lo);
        countFinders(row, !made);
        endFinding(slot, made);
        return;
      }
    }
  }
}

/** Plans the finding's next answer; false if there is nothing to wait for. */
function wait(slot: i32, until: i32): boolean {
  if (until <= now()) return false;
  Finding.setEvent(slot, schedule(eventType.finding, slot, until, Finding.hi(slot), Finding.lo(slot)));
  return true;
}

function endFinding(slot: i32, made: boolean): void {
  const situation = Finding.situation(slot);
  const incident = Finding.incident(slot);
  setSituationFinding(situation, -1);
  const ticks = now() - Finding.started(slot);
  trace(traced.finding, -1, -1, -1, situation, -1, made ? 1 : 0, ticks);
  const taken = now() - Finding.taken(slot);
  const which = findingCause(situation, incident, Finding.actor(slot));
  chargeFinding(slot, cause.coordination, taken - Finding.queued(slot), taken);
  chargeFinding(slot, which, taken, now());
  tellAll(slot, made ? outcome.granted : outcome.refused, Finding.cause(slot));
  Finding.setGeneration(slot, Finding.generation(slot) + 1);
  Finding.release(slot);
  dropIncident(incident);
}
