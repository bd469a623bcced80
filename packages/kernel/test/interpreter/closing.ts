import { hoursOf, tickAfter } from "../../src/number/ticks.ts";
import { accrueEvenly, accruePresence } from "./accrual.ts";
import { releaseCell } from "./cell.ts";
import { add, noteTask, pairIndex, recordClosed } from "./record.ts";
import { moveTrust } from "./stock.ts";
import { drawnTicks, inForce, named } from "./version.ts";
import type { MissionCase, Share, TaskCase, World } from "./world.ts";

/** Whether a share still waits, asks, goes or acts (K27). */
export function isLive(share: Share): boolean {
  return share.state !== "ended";
}

/** K27: a task closes at F = 1 or when no share of it is live. */
export function testEnd(world: World, task: TaskCase): void {
  if (task.state === "open" && (task.met >= 1 || !task.shares.some(isLive))) closeTask(world, task);
}

/** K27: the end of a share that has not done its work, by closing or refusal. */
export function endShare(world: World, share: Share): void {
  const { task } = share.asker;
  world.events.withdraw(share);
  if (share.state === "acting" && task.task.accrues === "evenly") accrueEvenly(world, share);
  if (share.state === "acting" && task.task.accrues === "presence") accruePresence(world, task);
  const wasWaiting = share.state === "waiting";
  share.state = "ended";
  world.pool.delete(share);
  const { back } = share;
  if (!wasWaiting && share.arrived !== undefined) {
    leaveScene(world, share, share.units);
    goHome(world, share, share.home);
  } else if (share.departs !== undefined && share.departs <= world.now) {
    goHome(world, share, tickAfter(world.now - share.departs, back ?? 0));
  } else if (back !== undefined) {
    goHome(world, share, tickAfter(Math.max(0, (share.ready ?? 0) - world.now), back));
  } else {
    free(world, share, world.now);
  }
}

/** K48, K27: home takes so long; then the units recover and are free. */
export function goHome(world: World, share: Share, travel: number): void {
  if (share.holding === undefined) return;
  const recovers = inForce(world).holdings.get(share.holding)?.recovers;
  const recovery =
    recovers === undefined
      ? 0
      : drawnTicks(world, recovers, share.name, "recovers", share.asker.task.incident.facts);
  free(world, share, tickAfter(tickAfter(world.now, travel), recovery));
}

/** Units × hours since the arrival. */
export function leaveScene(world: World, share: Share, units: number): void {
  const hours = hoursOf(world.now - (share.arrived ?? world.now));
  add(world.outputs.unitHoursBy, pairIndex(world, share.asker.task, share.asker.organisation), units * hours);
}

/** K25: the units are unbound, and who waits for the capability is served. */
function free(world: World, share: Share, tick: number): void {
  const { holding } = share;
  if (holding === undefined) return;
  const happen = (): void => {
    world.bound.set(holding, (world.bound.get(holding) ?? 0) - share.units);
    noteTask(world, "freed", share.asker.task, {
      organisation: share.asker.organisation,
      subject: holding,
      amount: share.units,
    });
    callServe(world, share.capability);
  };
  world.events.schedule({ tick, kind: "free", name: share.name, owner: {}, happen });
}

/** K25: a `serve` event now, if shares wait for the capability. */
export function callServe(world: World, capability: string): void {
  if (![...world.pool].some((share) => share.capability === capability)) return;
  const key = inForce(world).capabilities.get(capability)?.key ?? capability;
  world.events.schedule({
    tick: world.now,
    kind: "serve",
    name: named(world.run, `serve/${key}`),
    owner: {},
    happen: () => world.react.serve(capability),
  });
}

/** K27: closes a task. */
export function closeTask(world: World, task: TaskCase): void {
  if (task.state === "closed") return;
  const live = task.shares.filter(isLive);
  for (const share of live) {
    if (share.state === "acting" && task.task.accrues === "evenly") accrueEvenly(world, share);
  }
  if (task.task.accrues === "presence" && task.state === "open") accruePresence(world, task);
  task.state = "closed";
  task.fulfilled = task.met >= task.enough;
  noteTask(world, "closed", task, { amount: task.met });
  for (const share of live) {
    if (share.state === "acting") share.state = "on-scene";
    endShare(world, share);
  }
  withdrawTask(world, task);
  releaseCell(world, task);
  recordClosed(world, task);
  if (task.task.commits !== undefined && !task.cancelled) {
    moveTrust(world, task.task.commits, task.fulfilled ? "kept" : "broken", task.incident);
  }
  recordMission(world, task.mission);
  followUp(world, task);
}

/** What a closed task had pending ends: its own events and those of its askers and their own requests. */
function withdrawTask(world: World, task: TaskCase): void {
  world.events.withdraw(task);
  for (const asker of task.askers.values()) {
    world.events.withdraw(asker);
    if (asker.request !== undefined) {
      asker.request.ended = true;
      world.events.withdraw(asker.request);
      asker.request = undefined;
    }
  }
}

/** K60: a mission instance whose tasks have all closed. */
export function recordMission(world: World, mission: MissionCase): void {
  if (mission.tasks.some((task) => task.state !== "closed")) return;
  const delivered = mission.tasks.reduce((sum, task) => sum + task.delivered, 0);
  world.closedMissions.push({ mission: mission.id, tick: world.now, demanded: mission.demanded, delivered });
  const { floor } = mission;
  if (floor !== undefined && mission.demanded > 0 && delivered < floor * mission.demanded) {
    add(world.outputs.belowFloor, mission.index, 1);
  }
}

/** K20: cancels what a fulfilled task of an `any-of` makes needless, then opens or fails what came after it. */
function followUp(world: World, closed: TaskCase): void {
  const { mission } = closed;
  for (const task of mission.tasks) {
    if (task.skipped || (!names(task.task.anyOf, closed) && !names(task.task.after, closed))) continue;
    if (closed.fulfilled && names(task.task.anyOf, closed)) {
      for (const id of task.task.anyOf) {
        const other = mission.tasks.find((candidate) => names([id], candidate));
        if (other === undefined || other.state === "closed") continue;
        other.cancelled = true;
        closeTask(world, other);
      }
    }
    settle(world, task);
  }
}

/** K20: a waiting task opens as soon as it may, and fails as soon as it no longer can. */
export function settle(world: World, task: TaskCase): void {
  if (task.state !== "waiting") return;
  const find = (ids: readonly string[]): readonly TaskCase[] =>
    task.mission.tasks.filter((other) => names(ids, other));
  const after = find(task.task.after);
  const anyOf = find(task.task.anyOf).filter((other) => !other.skipped);
  const failed = (other: TaskCase): boolean => other.state === "closed" && !other.fulfilled;
  const afterFails = !task.task.evenIfFailed && after.some(failed);
  const anyFails = anyOf.length > 0 && anyOf.every(failed);
  if (afterFails || anyFails) {
    scheduleClose(world, task, world.now);
  } else if (
    after.every((other) => other.state === "closed") &&
    (anyOf.length === 0 || anyOf.some((other) => other.fulfilled))
  ) {
    world.events.schedule({
      tick: world.now,
      kind: "open",
      name: task.name,
      owner: task,
      happen: () => world.react.open(task),
    });
  }
}

/** The one `close` event of a task: the earliest holds. */
export function scheduleClose(world: World, task: TaskCase, tick: number): void {
  world.events.scheduleEarliest({
    tick,
    kind: "close",
    name: task.name,
    owner: task,
    happen: () => closeTask(world, task),
  });
}

/** Whether a list of tasks names one, by id or by `mission.task`. */
function names(list: readonly string[], task: TaskCase): boolean {
  return list.includes(task.task.id) || list.includes(task.task.ref);
}
