import type { Information } from "@shikumi/model";
import { tickAfter, ticksOf } from "../../src/number/ticks.ts";
import { accrueDone, accrueEvenly, accruePresence } from "./accrual.ts";
import { allocate } from "./allocation.ts";
import { mechanismsInForce, needsCell } from "./cell.ts";
import { goHome, isLive, leaveScene, testEnd } from "./closing.ts";
import { itemsOf, seekInformation } from "./inform.ts";
import { add, chargeWait, noteAsker, pairIndex } from "./record.ts";
import { refuse } from "./refusal.ts";
import { covers, drawnTicks, inForce, isRelaxed, level, named } from "./version.ts";
import type { Asker, Share, World } from "./world.ts";

/** K47: arrives; what it knows may have to be renewed first. */
export function arrive(world: World, share: Share, left: number): void {
  const { asker } = share;
  const { task } = asker;
  share.state = "on-scene";
  share.arrived = world.now;
  chargeWait(world, task, "capability", world.now - left);
  const hazard = level(world, task.task.hazard, task.incident.facts) * share.x;
  add(world.outputs.hazardBy, pairIndex(world, task, asker.organisation), hazard);
  if (asker.renewing) return;
  const stale = staleItems(world, asker);
  if (stale.length > 0) renew(world, asker, stale);
  else beginWork(world, share);
}

function staleItems(world: World, asker: Asker): readonly Information[] {
  if (isRelaxed(world, "mechanism")) return [];
  return itemsOf(world, asker).filter((item) => {
    const known = asker.informed.get(item.id);
    if (item.staleAfter === undefined || known === undefined) return false;
    return world.now - known.tick > ticksOf(level(world, item.staleAfter, asker.task.incident.facts));
  });
}

/** K47: stale items are sought again; shares of the asker wait on scene. */
function renew(world: World, asker: Asker, stale: readonly Information[]): void {
  const items = stale.map((item) => ({ item, attempt: (asker.informed.get(item.id)?.attempts ?? 0) + 1 }));
  const way = seekInformation(world, asker, items);
  asker.renewing = true;
  const happen = (): void => {
    asker.renewing = false;
    chargeWait(world, asker.task, "mechanism", way.ticks);
    if (!way.granted) {
      refuse(world, asker, "mechanism");
      return;
    }
    noteAsker(world, "informed", asker, { cause: way.ticks > 0 ? "mechanism" : "", ticks: way.ticks });
    for (const { item, attempt } of items)
      asker.informed.set(item.id, { tick: world.now, attempts: attempt });
    for (const share of asker.task.shares) {
      if (share.asker === asker && share.state === "on-scene") beginWork(world, share);
    }
  };
  const name = named(asker.name, "stale");
  if (way.ticks === 0) happen();
  else world.events.schedule({ tick: world.now + way.ticks, kind: "answer", name, owner: asker, happen });
}

/** K47, K48: works with its effect, until it is done, or as long as it endures. */
function beginWork(world: World, share: Share): void {
  const { asker } = share;
  const { task } = asker;
  const { facts } = task.incident;
  if (task.task.accrues === "presence") accruePresence(world, task);
  share.effect = effectOf(world, share);
  share.state = "acting";
  share.workFrom = world.now;
  noteAsker(world, "arrived", asker, {
    subject: share.holding ?? "",
    amount: share.effect,
    ticks: share.travel,
  });
  if (task.task.accrues !== "presence") {
    share.workTicks = drawnTicks(world, task.task.takes, share.name, "takes", facts);
    scheduleDone(world, share, share.workTicks);
    return;
  }
  const endures = inForce(world).holdings.get(share.holding ?? "")?.endures;
  if (endures !== undefined) scheduleDone(world, share, ticksOf(level(world, endures, facts)));
}

function scheduleDone(world: World, share: Share, ticks: number): void {
  world.events.schedule({
    tick: tickAfter(world.now, ticks),
    kind: "done",
    name: share.name,
    owner: share,
    happen: () => finish(world, share),
  });
}

/** K48: done, or at the end of its endurance; then home. */
function finish(world: World, share: Share): void {
  const { asker, need } = share;
  const { task } = asker;
  const { accrues } = task.task;
  noteAsker(world, "done", asker, { subject: share.holding ?? "", amount: share.x });
  if (accrues === "at-end") accrueDone(world, share);
  else if (accrues === "evenly") accrueEvenly(world, share);
  else accruePresence(world, task);
  share.state = "ended";
  share.done = true;
  leaveScene(world, share, share.units);
  goHome(world, share, share.home);
  if (accrues === "presence") allocate(world, task, need, share.x);
  testEnd(world, task);
}

/** K47: the effect of a share: weapons standard, logistics, planning, a missing cell. */
function effectOf(world: World, share: Share): number {
  const { task, organisation, weapons: standard } = share.asker;
  const { facts } = task.incident;
  const mechanisms = mechanismsInForce(world, task.incident);
  const stated = task.task.weapons.find((entry) => entry.standard === standard);
  const weapons =
    stated === undefined || isRelaxed(world, "law.basis") ? 1 : level(world, stated.effect, facts);
  const alone = isRelaxed(world, "mechanism");

  const supported = mechanisms
    .filter((mechanism) => covers(world, mechanism.between, organisation))
    .flatMap((mechanism) => mechanism.logistics)
    .some(
      (logistics) =>
        (logistics.to === undefined || covers(world, logistics.to, organisation)) &&
        (logistics.for === undefined || logistics.for.includes(task.task.activity)),
    );
  const { withoutLogistics, withoutPlanning } = task.task;
  const logistics =
    withoutLogistics === undefined || alone || supported ? 1 : level(world, withoutLogistics, facts);

  const party = (id: string): string | undefined => world.whole.organisations.get(id)?.party;
  const unplanned = task.shares
    .filter((other) => isLive(other) && party(other.asker.organisation) !== party(organisation))
    .some(
      (other) =>
        !mechanisms.some(
          (mechanism) =>
            mechanism.planning &&
            [organisation, other.asker.organisation].every((id) => covers(world, mechanism.between, id)),
        ),
    );
  const planning =
    withoutPlanning === undefined || alone || !unplanned ? 1 : level(world, withoutPlanning, facts);

  const apart = !isRelaxed(world, "coordination") && needsCell(world, task) && !task.cell?.admitted;
  const combined = apart ? level(world, task.task.uncombined, facts) : 1;
  return Math.min(1, weapons * logistics * planning * combined);
}
