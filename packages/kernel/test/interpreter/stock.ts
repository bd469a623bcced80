import { exp } from "@shikumi/core/math";
import type { Id, IncidentStream } from "@shikumi/model";
import { hoursOf, ticksOf } from "../../src/number/ticks.ts";
import { level } from "./version.ts";
import type { Incident, World } from "./world.ts";

/** K60: the factor s by which success of a mission lowers the rate of a stream in force. */
export function suppression(world: World, stream: IncidentStream): number {
  const by = stream.suppressedBy;
  if (by === undefined) return 1;
  const lag = ticksOf(level(world, by.lag));
  let demanded = 0;
  let delivered = 0;
  for (const closed of world.closedMissions) {
    const counts =
      closed.mission === by.mission && closed.tick >= world.now - 2 * lag && closed.tick < world.now - lag;
    if (!counts) continue;
    demanded += closed.demanded;
    delivered += closed.delivered;
  }
  if (!(demanded > 0)) return 1;
  return 1 - Math.min(level(world, by.atMost), delivered / demanded);
}

/** K61: trust of the first stock stated for a pair of parties, 1 if none is. */
export function trustOf(world: World, of: Id | undefined, toward: Id | undefined): number {
  const stock = [...world.whole.trust.values()].find((trust) => trust.of === of && trust.in === toward);
  return stock === undefined ? 1 : trustNow(world, stock.id);
}

/** K61: a stock now: it returns from its last move to where it started. */
export function trustNow(world: World, id: Id): number {
  const stock = world.whole.trust.get(id);
  if (stock === undefined) return 1;
  const start = level(world, stock.starts);
  const last = lastMove(world, id);
  if (last === undefined) return start;
  const returns = stock.returns === undefined ? 0 : level(world, stock.returns);
  return start + (last.value - start) * exp(-returns * hoursOf(world.now - last.tick));
}

/** K61: moves a stock. K71: a relaxed run takes the path of the unrelaxed one. */
export function moveTrust(world: World, id: Id, by: "kept" | "leak" | "broken", incident: Incident): void {
  const stock = world.whole.trust.get(id);
  if (stock === undefined || world.spec.imposed !== undefined) return;
  const size = level(world, stock[by], incident.facts);
  const value = trustNow(world, id) + (by === "kept" ? size : -size);
  const moves = world.trustMoves.get(id) ?? [];
  moves.push({ tick: world.now, value: Math.min(1, Math.max(0, value)) });
  world.trustMoves.set(id, moves);
}

function lastMove(world: World, id: Id): { tick: number; value: number } | undefined {
  const { imposed } = world.spec;
  if (imposed === undefined) return world.trustMoves.get(id)?.at(-1);
  const path = imposed.trust[[...world.whole.trust.keys()].indexOf(id)];
  if (path === undefined) return undefined;
  const at = path.ticks.findLastIndex((tick) => tick <= world.now);
  return at < 0 ? undefined : { tick: path.ticks[at] as number, value: path.values[at] as number };
}
