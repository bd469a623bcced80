import * as accrual from "../codes/accrual.ts";
import * as askerPhase from "../codes/asker-phase.ts";
import * as shareState from "../codes/share-state.ts";
import * as traced from "../codes/traced.ts";
import type { i32 } from "../engine/primitive.ts";
import * as Asker from "../memory/asker.ts";
import * as Out from "../memory/outputs.ts";
import * as Share from "../memory/share.ts";
import * as Task from "../memory/task.ts";
import { allocate } from "./allocate.ts";
import { accrualOf, accrueEvenly, accruePresence } from "./effect.ts";
import { addTo, countRefusal, pairOf, trace } from "./record.ts";
import { cutShare, endAsker, testEnd } from "./task-end.ts";
import { isLive } from "./task-share.ts";

/** An asker is refused for good in its task: each of its live shares ends and is allocated again (K37). */
export function refuse(a: i32, which: i32): void {
  const task = Asker.task(a);
  const organisation = Asker.organisation(a);
  Asker.setPhase(a, askerPhase.refused);
  endAsker(a);
  Task.setLastCause(task, which);
  trace(traced.refused, Task.incident(task), task, organisation, -1, which, 0, 0);
  countRefusal(task, which);
  addTo(Out.refusedBy(), pairOf(task, organisation), 1);
  const last = Task.lastShare(task);
  for (let h = Task.firstShare(task); h >= 0; h = h === last ? -1 : Share.next(h)) {
    if (Share.asker(h) !== a || !isLive(h)) continue;
    if (Share.state(h) === shareState.working) {
      if (accrualOf(task) === accrual.evenly) accrueEvenly(h);
      else accruePresence(task);
    }
    const amount = Share.amount(h);
    cutShare(h);
    allocate(task, Share.need(h), amount);
  }
  testEnd(task);
}
