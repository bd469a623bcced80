import { int, real } from "../memory.ts";
import { never, ticksOf } from "../number/ticks.ts";
import type { State } from "../state/state.ts";
import { amountAt, countOf } from "./amount.ts";
import { listHas, rowNow } from "./in-force.ts";

/**
 * Ticks of travel from where a row of `holdings` is to a place, by its capability's way of moving; `never`
 * where it cannot be reached (K45).
 */
export function travelTicks(s: State, row: number, place: number): number {
  const { program } = s;
  const capability = rowNow(s, program.capabilityIn, int(program.holdings.what, row), -1);
  if (capability < 0) return never;
  const moves = int(program.capabilities.moves, capability);
  if (moves === 0) return 0;
  const from = int(program.holdings.at, row);
  if (from < 0 || place < 0) return never;
  const { places } = program.counts;
  const network = rowNow(s, program.networkIn, 0, -1);
  const km = real(s.prepared.km, ((network * 3 + moves - 1) * places + from) * places + place);
  if (Number.isNaN(km)) return never;
  const range = int(program.capabilities.range, capability);
  if (range >= 0 && km > amountAt(s, range, -1)) return never;
  const speed = int(program.capabilities.speed, capability);
  if (speed < 0) return 0;
  return ticksOf(km / amountAt(s, speed, -1));
}

/** Units of a holding's row that are not bound now (K23). */
export function freeUnits(s: State, holding: number, row: number): number {
  const { holdings, lists } = s.program;
  let total = countOf(amountAt(s, int(holdings.quantity, row), -1));
  const arrives = int(holdings.arrives, row);
  for (let at = arrives + 1; at < arrives + 1 + int(lists, arrives); at += 2)
    if (ticksOf(amountAt(s, int(lists, at + 1), -1)) <= s.now)
      total += countOf(amountAt(s, int(lists, at), -1));
  return Math.max(0, total - real(s.bound, holding));
}

/**
 * Fills `usable` with the holdings of a capability that are the organisation's own or shared with it and
 * reach the place, by (travel, key).
 */
export function findUsable(s: State, capability: number, organisation: number, place: number): void {
  const { program } = s;
  const { lists, holdings } = program;
  const list = int(program.capabilityHoldings, capability);
  s.usableCount = 0;
  for (let at = 1; at <= int(lists, list); at++) {
    const holding = int(lists, list + at);
    const row = rowNow(s, program.holdingIn, holding, -1);
    if (row < 0 || int(holdings.what, row) !== capability) continue;
    if (!listHas(s, int(holdings.users, row), organisation)) continue;
    const travel = travelTicks(s, row, place);
    if (travel >= never) continue;
    let to = s.usableCount;
    while (to > 0 && int(s.usableTravel, to - 1) > travel) {
      s.usable[to] = int(s.usable, to - 1);
      s.usableTravel[to] = int(s.usableTravel, to - 1);
      to -= 1;
    }
    s.usable[to] = holding;
    s.usableTravel[to] = travel;
    s.usableCount += 1;
  }
}
