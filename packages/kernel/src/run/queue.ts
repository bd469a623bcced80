import * as cause from "../codes/cause.ts";
import { type i32, maxInt } from "../engine/primitive.ts";
import { countDeciders, now } from "../memory/cells.ts";
import { deciderFree, setDeciderFree } from "../memory/elements.ts";
import { deciderIn } from "../memory/program.ts";
import * as Deciders from "../memory/table-deciders.ts";
import { tickAfter, ticksOf } from "../number/ticks.ts";
import { slotOf } from "./amount.ts";
import { rowNow } from "./in-force.ts";
import { isRelaxed, touch } from "./relaxation.ts";

/**
 * The tick at which a node has attended to what comes to it now (K40): after those before it at a decider
 * with attention, at once elsewhere. The draw is draw(N, part), or draw(N, part, index) for an index above
 * -1.
 */
export function attendedAt(node: i32, incident: i32, hi: i32, lo: i32, part: i32): i32 {
  if (node < 0 || node >= countDeciders() || isRelaxed(cause.coordination)) return now();
  const row = rowNow(deciderIn, node, incident);
  const slot = row < 0 ? -1 : Deciders.attention(row);
  if (slot < 0) return now();
  touch(cause.coordination);
  const value = slotOf(slot, incident, hi, lo, part);
  const service = ticksOf(Deciders.rate(row) === 1 ? 1 / value : value);
  const end = tickAfter(maxInt(now(), deciderFree(node)), service);
  setDeciderFree(node, end);
  return end;
}
