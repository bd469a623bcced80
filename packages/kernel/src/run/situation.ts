import { int } from "../memory.ts";
import { never, tickAfter, ticksOf } from "../number/ticks.ts";
import { purpose } from "../purpose.ts";
import { release, take } from "../state/arena.ts";
import { eventType, schedule } from "../state/calendar-queue.ts";
import type { State } from "../state/state.ts";
import { amountAt, slotOf } from "./amount.ts";
import { isOpen, rowNow } from "./in-force.ts";
import { dropIncident, holdIncident } from "./incident-slot.ts";
import { drawOf, indexInto, nameInto } from "./name.ts";
import { attendedAt } from "./queue.ts";
import { countAnswer, trace, traced } from "./record.ts";
import { cause, decisionCause, isRelaxed, nodeParty } from "./relaxation.ts";
import { chargeFinding, joinKind, joinWait, tellAll } from "./wait-list.ts";

/** What seeking a situation comes to now. */
export const outcome = { waiting: 0, granted: 1, refused: 2 } as const;

const phase = { needs: 0, needed: 1, finders: 2, takes: 3, taken: 4 } as const;

/**
 * Seeks a situation for a request or finding, which joins the finding if it has to wait (K41). `actor` is
 * the organisation for which it is sought.
 */
export function seek(
  s: State,
  situation: number,
  kind: number,
  seeker: number,
  incident: number,
  actor: number,
): number {
  if (isOpen(s, situation, incident)) return outcome.granted;
  const row = rowNow(s, s.program.situationIn, situation, incident);
  if (row < 0) return outcome.refused;
  if (isRelaxed(s, findingCause(s, situation, incident, actor))) {
    openAtOnce(s, situation, row, incident);
    return outcome.granted;
  }
  const pending = int(s.situationFinding, situation);
  if (pending >= 0) {
    joinWait(s, s.finding, pending, kind, seeker);
    return outcome.waiting;
  }
  const made = newFinding(s, situation, incident, actor);
  joinWait(s, s.finding, made, kind, seeker);
  advanceFinding(s, made);
  return outcome.waiting;
}

/** What a finding not made is charged to: own or not by its first finder; own without any. */
export function findingCause(s: State, situation: number, incident: number, actor: number): number {
  const node = firstFinder(s, situation, incident);
  const party = int(s.program.organisationParty, actor);
  return decisionCause(node < 0 || nodeParty(s, node, incident) === party);
}

function firstFinder(s: State, situation: number, incident: number): number {
  const row = rowNow(s, s.program.situationIn, situation, incident);
  if (row < 0) return -1;
  const list = int(s.program.situations.foundBy, row);
  return int(s.program.lists, list) === 0 ? -1 : int(s.program.lists, list + 1);
}

/** Writes the name of the next attempt to find a situation to lanes 0 and 1. */
function nextName(s: State, situation: number): void {
  const attempt = int(s.situationTries, situation);
  s.situationTries[situation] = attempt + 1;
  nameInto(s, 0, s.runHi, s.runLo, int(s.program.situationName, situation));
  indexInto(s, 0, int(s.lanes, 0), int(s.lanes, 1), attempt);
}

function openAtOnce(s: State, situation: number, row: number, incident: number): void {
  nextName(s, situation);
  const hi = int(s.lanes, 0);
  open(s, situation, row, incident, hi, int(s.lanes, 1));
  trace(s, traced.finding, -1, -1, -1, situation, -1, 1, 0);
}

function open(s: State, situation: number, row: number, incident: number, hi: number, lo: number): void {
  const slot = int(s.program.situations.lasts, row);
  const until =
    slot < 0 ? never : tickAfter(s.now, ticksOf(slotOf(s, slot, incident, hi, lo, purpose.lasts)));
  s.situationUntil[situation] = Math.max(until, int(s.situationUntil, situation));
}

function countFinders(s: State, row: number, refused: boolean): void {
  const { lists, situations } = s.program;
  const list = int(situations.foundBy, row);
  for (let at = 1; at <= int(lists, list); at++) countAnswer(s, int(lists, list + at), refused);
}

function newFinding(s: State, situation: number, incident: number, actor: number): number {
  const { finding } = s;
  const made = take(finding);
  nextName(s, situation);
  finding.hi[made] = int(s.lanes, 0);
  finding.lo[made] = int(s.lanes, 1);
  finding.situation[made] = situation;
  finding.incident[made] = incident;
  finding.actor[made] = actor;
  finding.phase[made] = phase.needs;
  finding.finder[made] = 0;
  finding.event[made] = -1;
  finding.started[made] = s.now;
  finding.queued[made] = 0;
  finding.taken[made] = 0;
  finding.cause[made] = cause.decision;
  finding.found[made] = 0;
  finding.firstJoin[made] = -1;
  finding.lastJoin[made] = -1;
  finding.generation[made] = int(finding.generation, made) + 1;
  holdIncident(s, incident);
  s.situationFinding[situation] = made;
  return made;
}

/** Takes a finding on until it has to wait or is made or refused. Also its `answer` event. */
export function advanceFinding(s: State, slot: number): void {
  const { finding, program } = s;
  const situation = int(finding.situation, slot);
  const incident = int(finding.incident, slot);
  const hi = int(finding.hi, slot);
  const lo = int(finding.lo, slot);
  for (;;) {
    const row = rowNow(s, program.situationIn, situation, incident);
    if (row < 0) {
      finding.cause[slot] = cause.decision;
      endFinding(s, slot, false);
      return;
    }
    const finders = int(program.situations.foundBy, row);
    const finder = int(finding.finder, slot);
    switch (int(finding.phase, slot)) {
      case phase.needs: {
        const needs = int(program.situations.needs, row);
        finding.phase[slot] = phase.needed;
        if (needs < 0) finding.found[slot] = outcome.granted;
        else {
          const sought = seek(s, needs, joinKind.finding, slot, incident, int(finding.actor, slot));
          if (sought === outcome.waiting) return;
          finding.found[slot] = sought;
          finding.cause[slot] = findingCause(s, needs, incident, int(finding.actor, slot));
        }
        break;
      }
      case phase.needed:
        if (int(finding.found, slot) === outcome.refused) {
          endFinding(s, slot, false);
          return;
        }
        finding.phase[slot] = phase.finders;
        break;
      case phase.finders: {
        if (finder >= int(program.lists, finders)) {
          finding.phase[slot] = phase.takes;
          break;
        }
        nameInto(s, 2, hi, lo, purpose.by);
        indexInto(s, 2, int(s.lanes, 2), int(s.lanes, 3), finder);
        const node = int(program.lists, finders + 1 + finder);
        const by = int(s.lanes, 2);
        const end = attendedAt(s, node, incident, by, int(s.lanes, 3), purpose.attention);
        finding.finder[slot] = finder + 1;
        finding.queued[slot] = int(finding.queued, slot) + end - s.now;
        if (wait(s, slot, end)) return;
        break;
      }
      case phase.takes: {
        const takes = slotOf(s, int(program.situations.takes, row), incident, hi, lo, purpose.takes);
        finding.phase[slot] = phase.taken;
        finding.taken[slot] = ticksOf(takes);
        if (wait(s, slot, tickAfter(s.now, ticksOf(takes)))) return;
        break;
      }
      default: {
        const chance = amountAt(s, int(program.situations.found, row), incident);
        const made = drawOf(s, hi, lo, purpose.found) < chance;
        finding.cause[slot] = findingCause(s, situation, incident, int(finding.actor, slot));
        if (made) open(s, situation, row, incident, hi, lo);
        countFinders(s, row, !made);
        endFinding(s, slot, made);
        return;
      }
    }
  }
}

/** Plans the finding's next answer; false if there is nothing to wait for. */
function wait(s: State, slot: number, until: number): boolean {
  const { finding } = s;
  if (until <= s.now) return false;
  finding.event[slot] = schedule(
    s,
    eventType.finding,
    slot,
    until,
    int(finding.hi, slot),
    int(finding.lo, slot),
  );
  return true;
}

function endFinding(s: State, slot: number, made: boolean): void {
  const { finding } = s;
  const situation = int(finding.situation, slot);
  const incident = int(finding.incident, slot);
  s.situationFinding[situation] = -1;
  const ticks = s.now - int(finding.started, slot);
  trace(s, traced.finding, -1, -1, -1, situation, -1, made ? 1 : 0, ticks);
  const taken = s.now - int(finding.taken, slot);
  const which = findingCause(s, situation, incident, int(finding.actor, slot));
  chargeFinding(s, slot, cause.coordination, taken - int(finding.queued, slot), taken);
  chargeFinding(s, slot, which, taken, s.now);
  tellAll(s, finding, slot, made ? outcome.granted : outcome.refused, int(finding.cause, slot));
  finding.generation[slot] = int(finding.generation, slot) + 1;
  release(finding, slot);
  dropIncident(s, incident);
}
