import type { Holding, Id } from "@shikumi/model";
import { type TravelTable, travelTable } from "../../src/number/network.ts";
import { ticksOf } from "../../src/number/ticks.ts";
import { inForce, level } from "./version.ts";
import type { World } from "./world.ts";

/** K45: ticks that units of a holding travel from one place to another, `NaN` where they cannot. */
export function travelTicks(
  world: World,
  holding: Holding,
  from: Id | undefined,
  to: Id | undefined,
): number {
  const study = inForce(world);
  const capability = study.capabilities.get(holding.what);
  if (capability === undefined) return Number.NaN;
  if (capability.moves === "none") return 0;
  if (from === undefined || to === undefined) return Number.NaN;
  const table = distances(world);
  const { places } = table;
  const km = table[capability.moves][places.indexOf(from) * places.length + places.indexOf(to)];
  if (km === undefined || Number.isNaN(km)) return Number.NaN;
  if (capability.range !== undefined && km > level(world, capability.range)) return Number.NaN;
  return capability.speed === undefined ? 0 : ticksOf(km / level(world, capability.speed));
}

const tables = new WeakMap<World, Map<unknown, TravelTable>>();

function distances(world: World): TravelTable {
  const study = inForce(world);
  const known = tables.get(world) ?? new Map<unknown, TravelTable>();
  tables.set(world, known);
  const table = known.get(study) ?? travelTable(study, world.values);
  known.set(study, table);
  return table;
}
