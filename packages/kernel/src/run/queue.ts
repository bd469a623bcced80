import { int } from "../memory.ts";
import { tickAfter, ticksOf } from "../number/ticks.ts";
import type { State } from "../state/state.ts";
import { slotOf } from "./amount.ts";
import { rowNow } from "./in-force.ts";
import { cause, isRelaxed } from "./relaxation.ts";

/**
 * The tick at which a node has attended to what comes to it now (K40): after those before it at a decider
 * with attention, at once elsewhere. The draw is draw(N, part), or draw(N, part, index) for an index above
 * -1.
 */
export function attendedAt(
  s: State,
  node: number,
  incident: number,
  hi: number,
  lo: number,
  part: number,
): number {
  const { program } = s;
  if (node < 0 || node >= program.counts.deciders || isRelaxed(s, cause.coordination)) return s.now;
  const row = rowNow(s, program.deciderIn, node, incident);
  const slot = row < 0 ? -1 : int(program.deciders.attention, row);
  if (slot < 0) return s.now;
  const value = slotOf(s, slot, incident, hi, lo, part);
  const service = ticksOf(int(program.deciders.rate, row) === 1 ? 1 / value : value);
  const end = tickAfter(Math.max(s.now, int(s.deciderFree, node)), service);
  s.deciderFree[node] = end;
  return end;
}
