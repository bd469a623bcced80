import * as cause from "../codes/cause.ts";
import * as eventType from "../codes/event-type.ts";
import * as joinKind from "../codes/join-kind.ts";
import * as outcome from "../codes/outcome.ts";
import * as purpose from "../codes/purpose.ts";
import * as requestPhase from "../codes/request-phase.ts";
import * as traced from "../codes/traced.ts";
import * as truth from "../codes/truth.ts";
import type { i32 } from "../engine/primitive.ts";
import { listAt } from "../engine/program.ts";
import * as Asker from "../memory/asker.ts";
import { granted, lane, now, runHi, runLo } from "../memory/cells.ts";
import { permitTries, setPermitPending, setPermitTries, setPermitUntil } from "../memory/elements.ts";
import { authorityIn, authorityName, authorityPermitName, organisationParty } from "../memory/program.ts";
import * as Request from "../memory/request.ts";
import * as Authorities from "../memory/table-authorities.ts";
import * as Steps from "../memory/table-steps.ts";
import * as Task from "../memory/task.ts";
import { tickAfter, ticksOf } from "../number/ticks.ts";
import { amountAt, slotOf } from "./amount.ts";
import { schedule, withdraw } from "./calendar.ts";
import { failedJudgement, holds, judgedTruthOf } from "./condition.ts";
import { anyOpen, isInWindow, rowNow } from "./in-force.ts";
import { dropIncident, holdIncident } from "./incident-slot.ts";
import { drawOf, indexInto, nameInto } from "./name.ts";
import { attendedAt } from "./queue.ts";
import { countAnswer, trace } from "./record.ts";
import { decisionCause, isRelaxed, nodeParty, takingCause, touch } from "./relaxation.ts";
import { findingCause, seek } from "./situation.ts";
import { chargeRequest, tellAll } from "./wait-list.ts";

/** An asker's own request for an authority, of which `row` is in force (K33). */
export function ownRequest(asker: i32, authority: i32, row: i32): i32 {
  const hi = Asker.hi(asker);
  nameInto(0, hi, Asker.lo(asker), authorityName(authority));
  return newRequest(asker, asker, authority, row);
}

/** A standing request that an asker starts (K33). */
export function standingRequest(asker: i32, authority: i32, row: i32): i32 {
  const attempt = permitTries(authority);
  setPermitTries(authority, attempt + 1);
  nameInto(0, runHi(), runLo(), authorityPermitName(authority));
  indexInto(0, lane(0), lane(1), attempt);
  const request = newRequest(-1, asker, authority, row);
  setPermitPending(authority, request);
  return request;
}

/** The name is in lanes 0 and 1. */
function newRequest(owner: i32, starter: i32, authority: i32, row: i32): i32 {
  const made = Request.take();
  const incident = Task.incident(Asker.task(starter));
  Request.setHi(made, lane(0));
  Request.setLo(made, lane(1));
  Request.setAuthority(made, authority);
  Request.setIncident(made, incident);
  Request.setAsker(made, owner);
  Request.setActor(made, Asker.organisation(starter));
  Request.setPhase(made, requestPhase.conditions);
  Request.setSituation(made, 0);
  Request.setStage(made, 0);
  Request.setRow(made, row);
  Request.setEvent(made, -1);
  Request.setCause(made, -1);
  Request.setFound(made, 0);
  Request.setFirstJoin(made, -1);
  Request.setLastJoin(made, -1);
  Request.setGeneration(made, Request.generation(made) + 1);
  holdIncident(incident);
  return made;
}

/**
 * Takes a request on until it has to wait (0), is permitted (1) or refused (2); `request.cause` then holds
 * the cause (K40).
 */
export function advanceRequest(slot: i32): i32 {
  while (true) {
    switch (Request.phase(slot)) {
      case requestPhase.conditions:
        if (!conditionsHold(slot)) return outcome.refused;
        Request.setPhase(
          slot,
          anyOpen(Authorities.inList(Request.row(slot)), Request.incident(slot))
            ? requestPhase.stages
            : requestPhase.situations,
        );
        break;
      case requestPhase.situations: {
        const list = Authorities.inList(Request.row(slot));
        const at = Request.situation(slot);
        if (at >= listAt(list)) return outcome.refused;
        const situation = listAt(list + 1 + at);
        const incident = Request.incident(slot);
        const actor = Request.actor(slot);
        Request.setPhase(slot, requestPhase.sought);
        const sought = seek(situation, joinKind.request, slot, incident, actor);
        if (sought === outcome.waiting) return outcome.waiting;
        Request.setCause(slot, findingCause(situation, incident, actor));
        Request.setFound(slot, sought);
        break;
      }
      case requestPhase.sought:
        if (Request.found(slot) === outcome.granted) Request.setPhase(slot, requestPhase.stages);
        else {
          Request.setSituation(slot, Request.situation(slot) + 1);
          Request.setPhase(slot, requestPhase.situations);
        }
        break;
      case requestPhase.stages: {
        const incident = Request.incident(slot);
        const row = rowNow(authorityIn, Request.authority(slot), incident);
        if (row >= 0) Request.setRow(slot, row);
        const stages = Authorities.stages(Request.row(slot));
        if (Request.stage(slot) >= listAt(stages)) return outcome.granted;
        const inForce = row >= 0 && isInWindow(Authorities.valid(row));
        if (!inForce) touch(cause.basis);
        if (!inForce && !isRelaxed(cause.basis)) {
          Request.setCause(slot, cause.basis);
          return outcome.refused;
        }
        Request.setPhase(slot, requestPhase.stage);
        if (startStage(slot)) return outcome.waiting;
        break;
      }
      default:
        endStage(slot);
        if (Request.refusedSteps(slot) !== 0) return outcome.refused;
        Request.setStage(slot, Request.stage(slot) + 1);
        Request.setPhase(slot, requestPhase.stages);
    }
  }
}

function partyOf(slot: i32): i32 {
  return organisationParty(Request.actor(slot));
}

function conditionsHold(slot: i32): boolean {
  const row = Request.row(slot);
  const incident = Request.incident(slot);
  const condition = Authorities.condition(row);
  const hi = Request.hi(slot);
  const lo = Request.lo(slot);
  const party = partyOf(slot);
  const value = judgedTruthOf(condition, incident, true, hi, lo, party);
  if (value === truth.yes || (value === truth.unknown && granted() === 1)) return true;
  let node = -2;
  if (holds(condition, incident))
    node = failedJudgement(Authorities.conditions(row), incident, true, hi, lo, party);
  Request.setCause(slot, node === -2 ? cause.basis : decisionCause(nodeParty(node, incident) === party));
  return false;
}

/** Starts the steps of the current stage together; true if they take time. */
function startStage(slot: i32): boolean {
  const incident = Request.incident(slot);
  const party = partyOf(slot);
  const stages = Authorities.stages(Request.row(slot));
  const stage = Request.stage(slot);
  const list = listAt(stages + 1 + stage);
  let index = 0;
  for (let before = 0; before < stage; before++) index += listAt(listAt(stages + 1 + before));
  nameInto(4, Request.hi(slot), Request.lo(slot), purpose.step);
  const stepHi = lane(4);
  const stepLo = lane(5);
  let end = now();
  Request.setStarted(slot, now());
  Request.setQueue(slot, 0);
  Request.setTakes(slot, 0);
  Request.setHesitates(slot, 0);
  Request.setSteps(slot, 0);
  Request.setRefusedSteps(slot, 0);
  for (let at = 0; at < listAt(list); at++) {
    const step = listAt(list + 1 + at);
    if (Steps.report(step) === 1 || !holds(Steps.condition(step), incident)) continue;
    indexInto(6, stepHi, stepLo, index + at);
    const hi = lane(6);
    const lo = lane(7);
    const node = Steps.node(step);
    const own = nodeParty(node, incident) === party;
    const takingFree = isRelaxed(takingCause(own));
    const decisionFree = isRelaxed(decisionCause(own));
    const attended = attendedAt(node, incident, hi, lo, purpose.attention);
    const takes = takingFree ? 0 : ticksOf(slotOf(Steps.takes(step), incident, hi, lo, purpose.takes));
    const hesitates = decisionFree
      ? 0
      : ticksOf(slotOf(Steps.hesitates(step), incident, hi, lo, purpose.hesitates));
    const stepEnd = tickAfter(tickAfter(attended, takes), hesitates);
    Request.setSteps(slot, Request.steps(slot) | (1 << at));
    const given = decisionFree || drawOf(hi, lo, purpose.given) < amountAt(Steps.given(step), incident);
    if (takes > 0) touch(takingCause(own));
    if (hesitates > 0 || !given) touch(decisionCause(own));
    if (!given) {
      if (Request.refusedSteps(slot) === 0) Request.setCause(slot, decisionCause(own));
      Request.setRefusedSteps(slot, Request.refusedSteps(slot) | (1 << at));
    }
    if (stepEnd <= end) continue;
    end = stepEnd;
    Request.setQueue(slot, attended - now());
    Request.setTakes(slot, takes);
    Request.setHesitates(slot, hesitates);
    Request.setTakesCause(slot, takingCause(own));
    Request.setHesitatesCause(slot, decisionCause(own));
  }
  if (end <= now()) return false;
  Request.setEvent(slot, schedule(eventType.request, slot, end, Request.hi(slot), Request.lo(slot)));
  return true;
}

function endStage(slot: i32): void {
  const started = Request.started(slot);
  const queued = started + Request.queue(slot);
  const taken = queued + Request.takes(slot);
  chargeRequest(slot, cause.coordination, started, queued);
  chargeRequest(slot, Request.takesCause(slot), queued, taken);
  chargeRequest(slot, Request.hesitatesCause(slot), taken, now());
  const asker = Request.asker(slot);
  const task = asker < 0 ? -1 : Asker.task(asker);
  const organisation = asker < 0 ? -1 : Request.actor(slot);
  const incident = asker < 0 ? -1 : Request.incident(slot);
  const authority = Request.authority(slot);
  const stage = Request.stage(slot);
  trace(traced.stage, incident, task, organisation, authority, -1, stage, now() - started);
  const list = listAt(Authorities.stages(Request.row(slot)) + 1 + stage);
  for (let at = 0; at < listAt(list); at++)
    if ((Request.steps(slot) >> at) & 1)
      countAnswer(Steps.node(listAt(list + 1 + at)), ((Request.refusedSteps(slot) >> at) & 1) === 1);
}

/** A standing request is decided: its permit lasts, and all who joined hear of it (K40). */
export function endStanding(slot: i32, result: i32): void {
  const authority = Request.authority(slot);
  setPermitPending(authority, -1);
  if (result === outcome.granted) {
    const incident = Request.incident(slot);
    const inForce = rowNow(authorityIn, authority, incident);
    const lasts = slotOf(
      Authorities.lasts(inForce >= 0 ? inForce : Request.row(slot)),
      incident,
      Request.hi(slot),
      Request.lo(slot),
      purpose.lasts,
    );
    setPermitUntil(authority, tickAfter(now(), ticksOf(lasts)));
    trace(traced.permit, -1, -1, -1, authority, -1, 0, 0);
  }
  tellAll(slot, result, Request.cause(slot));
  endRequest(slot);
}

/** Gives a request's slot back; who seeks something for it is not heard any more. */
export function endRequest(slot: i32): void {
  withdraw(Request.event(slot));
  Request.setEvent(slot, -1);
  Request.setGeneration(slot, Request.generation(slot) + 1);
  dropIncident(Request.incident(slot));
  Request.release(slot);
}
