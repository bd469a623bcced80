import * as accessCode from "../codes/access-code.ts";
import * as askerPhase from "../codes/asker-phase.ts";
import * as cause from "../codes/cause.ts";
import * as consent from "../codes/consent.ts";
import * as eventType from "../codes/event-type.ts";
import * as mechanismKind from "../codes/mechanism-kind.ts";
import * as outcome from "../codes/outcome.ts";
import * as purpose from "../codes/purpose.ts";
import * as shareState from "../codes/share-state.ts";
import * as traced from "../codes/traced.ts";
import type { i32 } from "../engine/primitive.ts";
import { isInSet, listAt } from "../engine/program.ts";
import * as Asker from "../memory/asker.ts";
import { lane, now } from "../memory/cells.ts";
import { mechanismsWith, organisationParty, placeIn } from "../memory/program.ts";
import * as Share from "../memory/share.ts";
import * as Mechanisms from "../memory/table-mechanisms.ts";
import * as Places from "../memory/table-places.ts";
import * as Tasks from "../memory/table-tasks.ts";
import * as Task from "../memory/task.ts";
import { tickAfter, ticksOf } from "../number/ticks.ts";
import { amountAt, slotOf } from "./amount.ts";
import { schedule } from "./calendar.ts";
import { covers, listHas, rowNow, usableMechanism } from "./in-force.ts";
import { drawOf, nameInto } from "./name.ts";
import { attendedAt } from "./queue.ts";
import { chargeWait, countAnswer, trace } from "./record.ts";
import { refuse } from "./refusal.ts";
import { decisionCause, isRelaxed, nodeParty, takingCause, touch } from "./relaxation.ts";
import { scheduleGo } from "./task-share.ts";

/** Whether a share's organisation may come to the task's place: granted, waiting, or refused (K44). */
export function accessOf(h: i32): i32 {
  const task = Share.task(h);
  const place = Task.place(task);
  if (place < 0 || isRelaxed(cause.mechanism)) return outcome.granted;
  const organisation = Share.organisation(h);
  const incident = Task.incident(task);
  const row = rowNow(placeIn, place, -1);
  if (row < 0 || Places.access(row) === accessCode.open) return outcome.granted;
  const party = organisationParty(organisation);
  if (Places.state(row) === party) return outcome.granted;
  if (isUnlocked(task, place, organisation, incident)) return outcome.granted;
  touch(cause.mechanism);
  const a = Share.asker(h);
  if (Places.access(row) === accessCode.consent) {
    if (Asker.access(a) === consent.given) return outcome.granted;
    if (Asker.access(a) === consent.none) askConsent(a, row, place, incident);
    if (Asker.access(a) === consent.given) return outcome.granted;
    return Asker.phase(a) === askerPhase.refused ? outcome.refused : outcome.waiting;
  }
  trace(traced.access, incident, task, organisation, place, cause.mechanism, 0, 0);
  refuse(a, cause.mechanism);
  return outcome.refused;
}

function isUnlocked(task: i32, place: i32, actor: i32, incident: i32): boolean {
  const activity = Tasks.activity(Task.row(task));
  const list = mechanismsWith(mechanismKind.access);
  for (let at = 1; at <= listAt(list); at++) {
    const row = usableMechanism(listAt(list + at), incident);
    if (row < 0 || !covers(Mechanisms.between(row), actor)) continue;
    const entries = Mechanisms.access(row);
    for (let entry = entries + 1; entry < entries + 1 + listAt(entries); entry += 3) {
      const to = listAt(entry + 1);
      const activities = listAt(entry + 2);
      if (!isInSet(listAt(entry), place)) continue;
      if (to >= 0 && !covers(to, actor)) continue;
      if (activities < 0 || listHas(activities, activity)) return true;
    }
  }
  return false;
}

/** Asks whoever consents, once per asker, as a step. `row` is of `places`. */
function askConsent(a: i32, row: i32, place: i32, incident: i32): void {
  const hi = Asker.hi(a);
  const lo = Asker.lo(a);
  const node = Places.node(row);
  const own = ownOf(a, node, incident);
  const decisionFree = isRelaxed(decisionCause(own));
  const attended = attendedAt(node, incident, hi, lo, purpose.accessAttention);
  const takes = isRelaxed(takingCause(own))
    ? 0
    : ticksOf(slotOf(Places.takes(row), incident, hi, lo, purpose.accessTakes));
  const hesitates = decisionFree
    ? 0
    : ticksOf(slotOf(Places.hesitates(row), incident, hi, lo, purpose.accessHesitates));
  const chance = amountAt(Places.given(row), incident);
  const given = decisionFree || drawOf(hi, lo, purpose.accessGiven) < chance;
  if (takes > 0) touch(takingCause(own));
  if (hesitates > 0 || !given) touch(decisionCause(own));
  Asker.setAccess(a, consent.pending);
  Asker.setAccessStarted(a, now());
  Asker.setAccessQueue(a, attended - now());
  Asker.setAccessTakes(a, takes);
  Asker.setAccessHesitates(a, hesitates);
  Asker.setAccessGiven(a, given ? 1 : 0);
  Asker.setAccessNode(a, node);
  const end = tickAfter(tickAfter(attended, takes), hesitates);
  if (end <= now()) {
    endConsent(a, place);
    return;
  }
  nameInto(0, hi, lo, purpose.access);
  const nameHi = lane(0);
  Asker.setAccessEvent(a, schedule(eventType.access, a, end, nameHi, lane(1)));
}

function ownOf(a: i32, node: i32, incident: i32): boolean {
  const party = organisationParty(Asker.organisation(a));
  return nodeParty(node, incident) === party;
}

function endConsent(a: i32, place: i32): void {
  const task = Asker.task(a);
  const incident = Task.incident(task);
  const node = Asker.accessNode(a);
  const own = ownOf(a, node, incident);
  const given = Asker.accessGiven(a) === 1;
  const which = given ? -1 : decisionCause(own);
  const wait = now() - Asker.accessStarted(a);
  trace(traced.access, incident, task, Asker.organisation(a), place, which, given ? 1 : 0, wait);
  chargeWait(task, cause.coordination, Asker.accessQueue(a));
  chargeWait(task, takingCause(own), Asker.accessTakes(a));
  chargeWait(task, decisionCause(own), Asker.accessHesitates(a));
  countAnswer(node, !given);
  if (given) Asker.setAccess(a, consent.given);
  else refuse(a, decisionCause(own));
}

/** `answer` of who consents: the shares that wait for it go on. */
export function answerConsent(a: i32): void {
  const task = Asker.task(a);
  endConsent(a, Task.place(task));
  if (Asker.access(a) !== consent.given) return;
  for (let h = Task.firstShare(task); h >= 0; h = Share.next(h))
    if (Share.asker(h) === a && Share.state(h) === shareState.unadmitted) scheduleGo(h);
}
