import { int } from "../memory.ts";
import { tickAfter, ticksOf } from "../number/ticks.ts";
import { purpose } from "../purpose.ts";
import { release, take } from "../state/arena.ts";
import { eventType, schedule, withdraw } from "../state/calendar-queue.ts";
import type { State } from "../state/state.ts";
import { amountAt, slotOf } from "./amount.ts";
import { failedJudgement, holds, judgedTruthOf, truth } from "./condition.ts";
import { anyOpen, isInWindow, rowNow } from "./in-force.ts";
import { dropIncident, holdIncident } from "./incident-slot.ts";
import { drawOf, indexInto, nameInto } from "./name.ts";
import { attendedAt } from "./queue.ts";
import { countAnswer, trace, traced } from "./record.ts";
import { cause, decisionCause, isRelaxed, nodeParty, takingCause } from "./relaxation.ts";
import { findingCause, outcome, seek } from "./situation.ts";
import { chargeRequest, joinKind, tellAll } from "./wait-list.ts";

const phase = { conditions: 0, situations: 1, sought: 2, stages: 3, stage: 4 } as const;

/** An asker's own request for an authority, of which `row` is in force (K33). */
export function ownRequest(s: State, asker: number, authority: number, row: number): number {
  const hi = int(s.asker.hi, asker);
  nameInto(s, 0, hi, int(s.asker.lo, asker), int(s.program.authorityName, authority));
  return newRequest(s, asker, asker, authority, row);
}

/** A standing request that an asker starts (K33). */
export function standingRequest(s: State, asker: number, authority: number, row: number): number {
  const attempt = int(s.permitTries, authority);
  s.permitTries[authority] = attempt + 1;
  nameInto(s, 0, s.runHi, s.runLo, int(s.program.authorityPermitName, authority));
  indexInto(s, 0, int(s.lanes, 0), int(s.lanes, 1), attempt);
  const request = newRequest(s, -1, asker, authority, row);
  s.permitPending[authority] = request;
  return request;
}

/** The name is in lanes 0 and 1. */
function newRequest(s: State, owner: number, starter: number, authority: number, row: number): number {
  const { request, asker } = s;
  const made = take(request);
  const incident = int(s.task.incident, int(asker.task, starter));
  request.hi[made] = int(s.lanes, 0);
  request.lo[made] = int(s.lanes, 1);
  request.authority[made] = authority;
  request.incident[made] = incident;
  request.asker[made] = owner;
  request.actor[made] = int(asker.organisation, starter);
  request.phase[made] = phase.conditions;
  request.situation[made] = 0;
  request.stage[made] = 0;
  request.row[made] = row;
  request.event[made] = -1;
  request.cause[made] = -1;
  request.found[made] = 0;
  request.firstJoin[made] = -1;
  request.lastJoin[made] = -1;
  request.generation[made] = int(request.generation, made) + 1;
  holdIncident(s, incident);
  return made;
}

/**
 * Takes a request on until it has to wait (0), is permitted (1) or refused (2); `request.cause` then holds
 * the cause (K40).
 */
export function advanceRequest(s: State, slot: number): number {
  const { request, program } = s;
  const { authorities, lists } = program;
  for (;;) {
    switch (int(request.phase, slot)) {
      case phase.conditions:
        if (!conditionsHold(s, slot)) return outcome.refused;
        request.phase[slot] = anyOpen(
          s,
          int(authorities.in, int(request.row, slot)),
          int(request.incident, slot),
        )
          ? phase.stages
          : phase.situations;
        break;
      case phase.situations: {
        const list = int(authorities.in, int(request.row, slot));
        const at = int(request.situation, slot);
        if (at >= int(lists, list)) return outcome.refused;
        const situation = int(lists, list + 1 + at);
        const incident = int(request.incident, slot);
        const actor = int(request.actor, slot);
        request.phase[slot] = phase.sought;
        const sought = seek(s, situation, joinKind.request, slot, incident, actor);
        if (sought === outcome.waiting) return outcome.waiting;
        request.cause[slot] = findingCause(s, situation, incident, actor);
        request.found[slot] = sought;
        break;
      }
      case phase.sought:
        if (int(request.found, slot) === outcome.granted) request.phase[slot] = phase.stages;
        else {
          request.situation[slot] = int(request.situation, slot) + 1;
          request.phase[slot] = phase.situations;
        }
        break;
      case phase.stages: {
        const incident = int(request.incident, slot);
        const row = rowNow(s, program.authorityIn, int(request.authority, slot), incident);
        if (row >= 0) request.row[slot] = row;
        const stages = int(authorities.stages, int(request.row, slot));
        if (int(request.stage, slot) >= int(lists, stages)) return outcome.granted;
        const inForce = row >= 0 && isInWindow(s, int(authorities.valid, row));
        if (!inForce && !isRelaxed(s, cause.basis)) {
          request.cause[slot] = cause.basis;
          return outcome.refused;
        }
        request.phase[slot] = phase.stage;
        if (startStage(s, slot)) return outcome.waiting;
        break;
      }
      default:
        endStage(s, slot);
        if (int(request.refusedSteps, slot) !== 0) return outcome.refused;
        request.stage[slot] = int(request.stage, slot) + 1;
        request.phase[slot] = phase.stages;
    }
  }
}

function partyOf(s: State, slot: number): number {
  return int(s.program.organisationParty, int(s.request.actor, slot));
}

function conditionsHold(s: State, slot: number): boolean {
  const { request, program } = s;
  const row = int(request.row, slot);
  const incident = int(request.incident, slot);
  const condition = int(program.authorities.condition, row);
  const hi = int(request.hi, slot);
  const lo = int(request.lo, slot);
  const party = partyOf(s, slot);
  const value = judgedTruthOf(s, condition, incident, true, hi, lo, party);
  if (value === truth.yes || (value === truth.unknown && s.granted)) return true;
  let node = -2;
  if (holds(s, condition, incident))
    node = failedJudgement(s, int(program.authorities.conditions, row), incident, true, hi, lo, party);
  request.cause[slot] = node === -2 ? cause.basis : decisionCause(nodeParty(s, node, incident) === party);
  return false;
}

/** Starts the steps of the current stage together; true if they take time. */
function startStage(s: State, slot: number): boolean {
  const { request, program } = s;
  const { lists, steps } = program;
  const incident = int(request.incident, slot);
  const party = partyOf(s, slot);
  const stages = int(program.authorities.stages, int(request.row, slot));
  const stage = int(request.stage, slot);
  const list = int(lists, stages + 1 + stage);
  let index = 0;
  for (let before = 0; before < stage; before++) index += int(lists, int(lists, stages + 1 + before));
  nameInto(s, 4, int(request.hi, slot), int(request.lo, slot), purpose.step);
  const stepHi = int(s.lanes, 4);
  const stepLo = int(s.lanes, 5);
  let end = s.now;
  request.started[slot] = s.now;
  request.queue[slot] = 0;
  request.takes[slot] = 0;
  request.hesitates[slot] = 0;
  request.steps[slot] = 0;
  request.refusedSteps[slot] = 0;
  for (let at = 0; at < int(lists, list); at++) {
    const step = int(lists, list + 1 + at);
    if (int(steps.report, step) === 1 || !holds(s, int(steps.condition, step), incident)) continue;
    indexInto(s, 6, stepHi, stepLo, index + at);
    const hi = int(s.lanes, 6);
    const lo = int(s.lanes, 7);
    const node = int(steps.node, step);
    const own = nodeParty(s, node, incident) === party;
    const takingFree = isRelaxed(s, takingCause(own));
    const decisionFree = isRelaxed(s, decisionCause(own));
    const attended = attendedAt(s, node, incident, hi, lo, purpose.attention);
    const takes = takingFree
      ? 0
      : ticksOf(slotOf(s, int(steps.takes, step), incident, hi, lo, purpose.takes));
    const hesitates = decisionFree
      ? 0
      : ticksOf(slotOf(s, int(steps.hesitates, step), incident, hi, lo, purpose.hesitates));
    const stepEnd = tickAfter(tickAfter(attended, takes), hesitates);
    request.steps[slot] = int(request.steps, slot) | (1 << at);
    const given =
      decisionFree || drawOf(s, hi, lo, purpose.given) < amountAt(s, int(steps.given, step), incident);
    if (!given) {
      if (int(request.refusedSteps, slot) === 0) request.cause[slot] = decisionCause(own);
      request.refusedSteps[slot] = int(request.refusedSteps, slot) | (1 << at);
    }
    if (stepEnd <= end) continue;
    end = stepEnd;
    request.queue[slot] = attended - s.now;
    request.takes[slot] = takes;
    request.hesitates[slot] = hesitates;
    request.takesCause[slot] = takingCause(own);
    request.hesitatesCause[slot] = decisionCause(own);
  }
  if (end <= s.now) return false;
  request.event[slot] = schedule(
    s,
    eventType.request,
    slot,
    end,
    int(request.hi, slot),
    int(request.lo, slot),
  );
  return true;
}

function endStage(s: State, slot: number): void {
  const { request, program } = s;
  const { lists, steps } = program;
  const started = int(request.started, slot);
  const queued = started + int(request.queue, slot);
  const taken = queued + int(request.takes, slot);
  chargeRequest(s, slot, cause.coordination, started, queued);
  chargeRequest(s, slot, int(request.takesCause, slot), queued, taken);
  chargeRequest(s, slot, int(request.hesitatesCause, slot), taken, s.now);
  const asker = int(request.asker, slot);
  const task = asker < 0 ? -1 : int(s.asker.task, asker);
  const organisation = asker < 0 ? -1 : int(request.actor, slot);
  const incident = asker < 0 ? -1 : int(request.incident, slot);
  const authority = int(request.authority, slot);
  const stage = int(request.stage, slot);
  trace(s, traced.stage, incident, task, organisation, authority, -1, stage, s.now - started);
  const list = int(lists, int(program.authorities.stages, int(request.row, slot)) + 1 + stage);
  for (let at = 0; at < int(lists, list); at++)
    if ((int(request.steps, slot) >> at) & 1)
      countAnswer(
        s,
        int(steps.node, int(lists, list + 1 + at)),
        ((int(request.refusedSteps, slot) >> at) & 1) === 1,
      );
}

/** A standing request is decided: its permit lasts, and all who joined hear of it (K40). */
export function endStanding(s: State, slot: number, result: number): void {
  const { request, program } = s;
  const authority = int(request.authority, slot);
  s.permitPending[authority] = -1;
  if (result === outcome.granted) {
    const incident = int(request.incident, slot);
    const now = rowNow(s, program.authorityIn, authority, incident);
    const lasts = slotOf(
      s,
      int(program.authorities.lasts, now >= 0 ? now : int(request.row, slot)),
      incident,
      int(request.hi, slot),
      int(request.lo, slot),
      purpose.lasts,
    );
    s.permitUntil[authority] = tickAfter(s.now, ticksOf(lasts));
    trace(s, traced.permit, -1, -1, -1, authority, -1, 0, 0);
  }
  tellAll(s, request, slot, result, int(request.cause, slot));
  endRequest(s, slot);
}

/** Gives a request's slot back; who seeks something for it is not heard any more. */
export function endRequest(s: State, slot: number): void {
  const { request } = s;
  withdraw(s, int(request.event, slot));
  request.event[slot] = -1;
  request.generation[slot] = int(request.generation, slot) + 1;
  dropIncident(s, int(request.incident, slot));
  release(request, slot);
}
