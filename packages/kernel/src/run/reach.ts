import { type f64, type i32, isMissing } from "../engine/primitive.ts";
import { distanceOf, listAt } from "../engine/program.ts";
import { countPlaces, now, setUsableCount, usableCount } from "../memory/cells.ts";
import { bound, setUsable, setUsableTravel, usable, usableTravel } from "../memory/elements.ts";
import { capabilityHoldings, capabilityIn, holdingIn, networkIn } from "../memory/program.ts";
import * as Capabilities from "../memory/table-capabilities.ts";
import * as Holdings from "../memory/table-holdings.ts";
import * as Task from "../memory/task.ts";
import { never, ticksOf } from "../number/ticks.ts";
import { amountAt, countOf } from "./amount.ts";
import { listHas, rowNow } from "./in-force.ts";

/** Ticks of travel of units of a row of `holdings` that are somewhere; `never` where they cannot go (K45). */
export function travelBetween(row: i32, from: i32, place: i32): i32 {
  return travelBy(rowNow(capabilityIn, Holdings.capability(row), -1), from, place);
}

/** Ticks of travel by the way of moving of a row of `capabilities`; `never` without such a row, and where it does not lead (K45). */
export function travelBy(capability: i32, from: i32, place: i32): i32 {
  if (capability < 0) return never;
  const moves = Capabilities.moves(capability);
  if (moves === 0) return 0;
  if (from < 0 || place < 0) return never;
  const network = rowNow(networkIn, 0, -1);
  const km = distanceOf(((network * 3 + moves - 1) * countPlaces() + from) * countPlaces() + place);
  if (isMissing(km)) return never;
  const range = Capabilities.range(capability);
  if (range >= 0 && km > amountAt(range, -1)) return never;
  const speed = Capabilities.speed(capability);
  if (speed < 0) return 0;
  return ticksOf(km / amountAt(speed, -1));
}

/** Units per unit of need; 1 where that is not above 0. */
export function unitsPer(task: i32, alternative: i32): f64 {
  const per = amountAt(listAt(alternative + 1), Task.incident(task));
  return per > 0 ? per : 1;
}

/** Units of a holding's row that are not bound now (K23). */
export function freeUnits(holding: i32, row: i32): f64 {
  let total = countOf(amountAt(Holdings.quantity(row), -1));
  const arrives = Holdings.arrives(row);
  for (let at = arrives + 1; at < arrives + 1 + listAt(arrives); at += 2)
    if (ticksOf(amountAt(listAt(at + 1), -1)) <= now()) total += countOf(amountAt(listAt(at), -1));
  return Math.max(0, total - bound(holding));
}

/**
 * Fills `usable` with the holdings of a capability that are the organisation's own or shared with it and
 * reach the place, by (travel, key).
 */
export function findUsable(capability: i32, organisation: i32, place: i32): void {
  const list = capabilityHoldings(capability);
  const moving = rowNow(capabilityIn, capability, -1);
  setUsableCount(0);
  for (let at = 1; at <= listAt(list); at++) {
    const holding = listAt(list + at);
    const row = rowNow(holdingIn, holding, -1);
    if (row < 0 || Holdings.capability(row) !== capability) continue;
    if (!listHas(Holdings.users(row), organisation)) continue;
    const travel = travelBy(moving, Holdings.at(row), place);
    if (travel >= never) continue;
    let to = usableCount();
    while (to > 0 && usableTravel(to - 1) > travel) {
      setUsable(to, usable(to - 1));
      setUsableTravel(to, usableTravel(to - 1));
      to -= 1;
    }
    setUsable(to, holding);
    setUsableTravel(to, travel);
    setUsableCount(usableCount() + 1);
  }
}
