import { accruesCode } from "../compile/codes.ts";
import { int, real } from "../memory.ts";
import { askerPhase, shareState } from "../state/columns.ts";
import type { State } from "../state/state.ts";
import { allocate } from "./allocate.ts";
import { accrualOf, accrueEvenly, accruePresence } from "./effect.ts";
import { addTo, countRefusal, pairOf, trace, traced } from "./record.ts";
import { cutShare, endAsker, testEnd } from "./task-end.ts";
import { isLive } from "./task-share.ts";

/** An asker is refused for good in its task: each of its live shares ends and is allocated again (K37). */
export function refuse(s: State, a: number, which: number): void {
  const { asker, share } = s;
  const task = int(asker.task, a);
  const organisation = int(asker.organisation, a);
  asker.phase[a] = askerPhase.refused;
  endAsker(s, a);
  s.task.lastCause[task] = which;
  trace(s, traced.refused, int(s.task.incident, task), task, organisation, -1, which, 0, 0);
  countRefusal(s, task, which);
  addTo(s.out.refusedBy, pairOf(s, task, organisation), 1);
  const last = int(s.task.lastShare, task);
  for (let h = int(s.task.firstShare, task); h >= 0; h = h === last ? -1 : int(share.next, h)) {
    if (int(share.asker, h) !== a || !isLive(s, h)) continue;
    if (int(share.state, h) === shareState.working) {
      if (accrualOf(s, task) === accruesCode.evenly) accrueEvenly(s, h);
      else accruePresence(s, task);
    }
    const amount = real(share.amount, h);
    cutShare(s, h);
    allocate(s, task, int(share.need, h), amount);
  }
  testEnd(s, task);
}
