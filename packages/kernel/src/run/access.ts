import { accessCode } from "../compile/codes.ts";
import { hasBit, int } from "../memory.ts";
import { tickAfter, ticksOf } from "../number/ticks.ts";
import { mechanismKind } from "../program.ts";
import { purpose } from "../purpose.ts";
import { eventType, schedule } from "../state/calendar-queue.ts";
import { askerPhase, shareState } from "../state/columns.ts";
import type { State } from "../state/state.ts";
import { amountAt, slotOf } from "./amount.ts";
import { covers, listHas, rowNow, usableMechanism } from "./in-force.ts";
import { drawOf, nameInto } from "./name.ts";
import { attendedAt } from "./queue.ts";
import { chargeWait, countAnswer, trace, traced } from "./record.ts";
import { refuse } from "./refusal.ts";
import { cause, decisionCause, isRelaxed, nodeParty, takingCause } from "./relaxation.ts";
import { outcome } from "./situation.ts";
import { scheduleGo } from "./task-share.ts";

/** Whether an asker has asked for consent, and how it ended. */
const consent = { none: 0, pending: 1, given: 2 } as const;

/** Whether a share's organisation may come to the task's place: granted, waiting, or refused (K44). */
export function accessOf(s: State, h: number): number {
  const { program, asker, share } = s;
  const task = int(share.task, h);
  const place = int(s.task.place, task);
  if (place < 0 || isRelaxed(s, cause.mechanism)) return outcome.granted;
  const organisation = int(share.organisation, h);
  const incident = int(s.task.incident, task);
  const row = rowNow(s, program.placeIn, place, -1);
  if (row < 0 || int(program.places.access, row) === accessCode.open) return outcome.granted;
  const party = int(program.organisationParty, organisation);
  if (int(program.places.state, row) === party) return outcome.granted;
  if (isUnlocked(s, task, place, organisation, incident)) return outcome.granted;
  const a = int(share.asker, h);
  if (int(program.places.access, row) === accessCode.consent) {
    if (int(asker.access, a) === consent.given) return outcome.granted;
    if (int(asker.access, a) === consent.none) askConsent(s, a, row, place, incident);
    if (int(asker.access, a) === consent.given) return outcome.granted;
    return int(asker.phase, a) === askerPhase.refused ? outcome.refused : outcome.waiting;
  }
  trace(s, traced.access, incident, task, organisation, place, cause.mechanism, 0, 0);
  refuse(s, a, cause.mechanism);
  return outcome.refused;
}

function isUnlocked(s: State, task: number, place: number, actor: number, incident: number): boolean {
  const { lists, mechanisms, mechanismsWith, tasks } = s.program;
  const activity = int(tasks.activity, int(s.task.row, task));
  const list = int(mechanismsWith, mechanismKind.access);
  for (let at = 1; at <= int(lists, list); at++) {
    const row = usableMechanism(s, int(lists, list + at), incident);
    if (row < 0 || !covers(s, int(mechanisms.between, row), actor)) continue;
    const entries = int(mechanisms.access, row);
    for (let entry = entries + 1; entry < entries + 1 + int(lists, entries); entry += 3) {
      const to = int(lists, entry + 1);
      const activities = int(lists, entry + 2);
      if (!hasBit(lists, int(lists, entry), place)) continue;
      if (to >= 0 && !covers(s, to, actor)) continue;
      if (activities < 0 || listHas(s, activities, activity)) return true;
    }
  }
  return false;
}

/** Asks whoever consents, once per asker, as a step. `row` is of `places`. */
function askConsent(s: State, a: number, row: number, place: number, incident: number): void {
  const { program, asker } = s;
  const { places } = program;
  const hi = int(asker.hi, a);
  const lo = int(asker.lo, a);
  const node = int(places.node, row);
  const own = ownOf(s, a, node, incident);
  const decisionFree = isRelaxed(s, decisionCause(own));
  const attended = attendedAt(s, node, incident, hi, lo, purpose["access-attention"]);
  const takes = isRelaxed(s, takingCause(own))
    ? 0
    : ticksOf(slotOf(s, int(places.takes, row), incident, hi, lo, purpose["access-takes"]));
  const hesitates = decisionFree
    ? 0
    : ticksOf(slotOf(s, int(places.hesitates, row), incident, hi, lo, purpose["access-hesitates"]));
  const chance = amountAt(s, int(places.given, row), incident);
  asker.access[a] = consent.pending;
  asker.accessStarted[a] = s.now;
  asker.accessQueue[a] = attended - s.now;
  asker.accessTakes[a] = takes;
  asker.accessHesitates[a] = hesitates;
  asker.accessGiven[a] = decisionFree || drawOf(s, hi, lo, purpose["access-given"]) < chance ? 1 : 0;
  asker.accessNode[a] = node;
  const end = tickAfter(tickAfter(attended, takes), hesitates);
  if (end <= s.now) {
    endConsent(s, a, place);
    return;
  }
  nameInto(s, 0, hi, lo, purpose.access);
  const nameHi = int(s.lanes, 0);
  asker.accessEvent[a] = schedule(s, eventType.access, a, end, nameHi, int(s.lanes, 1));
}

function ownOf(s: State, a: number, node: number, incident: number): boolean {
  const party = int(s.program.organisationParty, int(s.asker.organisation, a));
  return nodeParty(s, node, incident) === party;
}

function endConsent(s: State, a: number, place: number): void {
  const { asker } = s;
  const task = int(asker.task, a);
  const incident = int(s.task.incident, task);
  const node = int(asker.accessNode, a);
  const own = ownOf(s, a, node, incident);
  const given = int(asker.accessGiven, a) === 1;
  const which = given ? -1 : decisionCause(own);
  const wait = s.now - int(asker.accessStarted, a);
  trace(s, traced.access, incident, task, int(asker.organisation, a), place, which, given ? 1 : 0, wait);
  chargeWait(s, task, cause.coordination, int(asker.accessQueue, a));
  chargeWait(s, task, takingCause(own), int(asker.accessTakes, a));
  chargeWait(s, task, decisionCause(own), int(asker.accessHesitates, a));
  countAnswer(s, node, !given);
  if (given) asker.access[a] = consent.given;
  else refuse(s, a, decisionCause(own));
}

/** `answer` of who consents: the shares that wait for it go on. */
export function answerConsent(s: State, a: number): void {
  const task = int(s.asker.task, a);
  endConsent(s, a, int(s.task.place, task));
  if (int(s.asker.access, a) !== consent.given) return;
  for (let h = int(s.task.firstShare, task); h >= 0; h = int(s.share.next, h))
    if (int(s.share.asker, h) === a && int(s.share.state, h) === shareState.unadmitted) scheduleGo(s, h);
}
