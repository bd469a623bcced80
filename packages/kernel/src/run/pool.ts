import { type f64, type i32, isBelow } from "../engine/primitive.ts";
import { realOf } from "../engine/program.ts";
import { poolHead, poolTail, setPoolHead, setPoolTail } from "../memory/elements.ts";
import * as Instance from "../memory/instance.ts";
import * as Share from "../memory/share.ts";
import * as Missions from "../memory/table-missions.ts";
import * as Task from "../memory/task.ts";

/** Puts a waiting share in its place in its capability's pool (K26). */
export function joinPool(h: i32): void {
  const capability = Share.capability(h);
  let before = poolTail(capability);
  while (before >= 0 && isServedBefore(h, before)) before = Share.poolBefore(before);
  const after = before < 0 ? poolHead(capability) : Share.poolNext(before);
  Share.setPoolBefore(h, before);
  Share.setPoolNext(h, after);
  if (before < 0) setPoolHead(capability, h);
  else Share.setPoolNext(before, h);
  if (after < 0) setPoolTail(capability, h);
  else Share.setPoolBefore(after, h);
}

/** Order of service: priority of the mission, tick of opening, name of the task, order of creation. */
function isServedBefore(a: i32, b: i32): boolean {
  const taskA = Share.task(a);
  const taskB = Share.task(b);
  if (taskA !== taskB) {
    const byPriority = priorityOf(taskB) - priorityOf(taskA);
    if (byPriority !== 0) return byPriority < 0;
    const byTick = Task.opened(taskA) - Task.opened(taskB);
    if (byTick !== 0) return byTick < 0;
    const highA = Task.hi(taskA);
    const highB = Task.hi(taskB);
    if (highA !== highB) return isBelow(highA, highB);
    const lowA = Task.lo(taskA);
    const lowB = Task.lo(taskB);
    if (lowA !== lowB) return isBelow(lowA, lowB);
  }
  return Share.order(a) < Share.order(b);
}

/** Priority of a task's mission: higher is served first. */
export function priorityOf(task: i32): f64 {
  const row = Instance.row(Task.instance(task));
  return realOf(Missions.priority(row));
}

/** Takes a waiting share out of its pool. */
export function leavePool(h: i32): void {
  const capability = Share.capability(h);
  const before = Share.poolBefore(h);
  const after = Share.poolNext(h);
  if (before < 0) setPoolHead(capability, after);
  else Share.setPoolNext(before, after);
  if (after < 0) setPoolTail(capability, before);
  else Share.setPoolBefore(after, before);
}
