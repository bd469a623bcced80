import { compareNames } from "@shikumi/core/random";
import type { Holding, Id } from "@shikumi/model";
import { amountValue } from "../../src/number/amount.ts";
import { never, tickAfter } from "../../src/number/ticks.ts";
import { accrueEvenly, accruePresence } from "./accrual.ts";
import { endShare, isLive, leaveScene } from "./closing.ts";
import { add, noteAsker } from "./record.ts";
import { travelTicks } from "./travel.ts";
import { drawnTicks } from "./version.ts";
import type { Share, TaskCase, World } from "./world.ts";

/** How recalled units that are not at home come to a task, and home if it ends before they leave (K93, K94). */
export interface Way {
  readonly origin: Id | undefined;
  readonly ready: number;
  readonly travel: number;
  readonly back: number;
}

/** K91: shares that hold units of some holdings for missions of lower priority and can come, in the order of recall. */
export function recallable(world: World, task: TaskCase, holdings: readonly Holding[]): readonly Share[] {
  const found = holdings.flatMap((holding) =>
    world.granted.filter((share) => {
      if (!isLive(share) || share.holding !== holding.id) return false;
      if (share.asker.task.mission.priority >= task.mission.priority) return false;
      const way = wayFrom(world, share, holding, task.place);
      return way === undefined || way.travel < never;
    }),
  );
  const priority = (share: Share): number => share.asker.task.mission.priority;
  return found.sort((a, b) => priority(a) - priority(b) || b.since - a.since || compareNames(a.name, b.name));
}

/** K93: from where and when the units of a share set off for a place; `undefined` from home, like any others. */
export function wayFrom(
  world: World,
  share: Share,
  holding: Holding,
  place: Id | undefined,
): Way | undefined {
  const { task } = share.asker;
  const way = (origin: Id | undefined, wait: number, back: number): Way => ({
    ...{ origin, back, ready: tickAfter(world.now, wait) },
    travel: travelTicks(world, holding, origin, place),
  });
  if (share.arrived !== undefined) {
    const handing = drawnTicks(world, task.task.handsOver, share.name, "hands-over", task.incident.facts);
    return way(task.place, handing, share.home);
  }
  if (share.departs !== undefined && share.departs <= world.now)
    return way(share.origin, world.now - share.departs, share.back ?? 0);
  if (share.back === undefined) return undefined;
  return way(share.origin, Math.max(0, (share.ready ?? 0) - world.now), share.back);
}

/** K92: a share gives up units, and what it cannot do without them, which is allocated again after the event. */
export function giveUp(world: World, share: Share, units: number): void {
  const { asker, need } = share;
  const { task } = asker;
  if (share.state === "acting" && task.task.accrues === "evenly") {
    accrueEvenly(world, share);
    share.workFrom = world.now;
  }
  if (share.state === "acting" && task.task.accrues === "presence") accruePresence(world, task);
  if (share.arrived !== undefined) leaveScene(world, share, units);
  const stated = need.need?.alternatives[share.alternative]?.per;
  const per = stated === undefined ? 1 : amountValue(stated, world.values, task.incident.facts);
  const before = share.x;
  share.units -= units;
  share.x = Math.min(before, Math.floor(share.units / (per > 0 ? per : 1)));
  const holding = share.holding ?? "";
  world.bound.set(holding, (world.bound.get(holding) ?? 0) - units);
  noteAsker(world, "recalled", asker, {
    ...{ subject: holding, cause: "capability", amount: before - share.x, ticks: units },
  });
  add(world.outputs.recalled, task.index, 1);
  if (share.x < before) world.recalled.push({ share, x: before - share.x });
  if (share.x > 0) return;
  if (share.state === "acting") share.state = "on-scene";
  if (share.units > 0) endShare(world, share);
  else {
    world.events.withdraw(share);
    share.state = "ended";
  }
}
