import { exp } from "@shikumi/core/math";
import { moveCode } from "../compile/codes.ts";
import { int, real } from "../memory.ts";
import { hoursOf, ticksOf } from "../number/ticks.ts";
import { take } from "../state/arena.ts";
import type { State } from "../state/state.ts";
import { amountAt } from "./amount.ts";

/** Trust now: back from the last move towards its start (K61), or as imposed (K71). */
export function trustNow(s: State, stock: number): number {
  const starts = amountAt(s, int(s.program.trust.starts, stock), -1);
  let tick = int(s.trustTick, stock);
  let last = real(s.trustLast, stock);
  if (s.imposed !== undefined) {
    const path = s.imposed.trust[stock];
    const count = path === undefined ? 0 : movesUpTo(path.ticks, s.now);
    tick = count === 0 ? -1 : (path?.ticks[count - 1] as number);
    last = count === 0 ? 0 : (path?.values[count - 1] as number);
  }
  if (tick < 0) return starts;
  const returns = amountAt(s, int(s.program.trust.returns, stock), -1);
  return starts + (last - starts) * exp(-returns * hoursOf(s.now - tick));
}

function movesUpTo(ticks: Int32Array, tick: number): number {
  let low = 0;
  let high = ticks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (int(ticks, middle) <= tick) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Moves a stock as kept, leaked or broken; not in a run whose stocks are imposed. */
export function moveTrust(s: State, stock: number, by: number): void {
  if (stock < 0 || s.imposed !== undefined) return;
  const { trust } = s.program;
  const before = trustNow(s, stock);
  let moved = 0;
  if (by === moveCode.kept) moved = before + amountAt(s, int(trust.kept, stock), -1);
  else moved = before - amountAt(s, int(by === moveCode.leak ? trust.leak : trust.broken, stock), -1);
  const value = Math.min(1, Math.max(0, moved));
  s.trustTick[stock] = s.now;
  s.trustLast[stock] = value;
  if (!s.recording) return;
  const row = take(s.moved);
  s.moved.stock[row] = stock;
  s.moved.tick[row] = s.now;
  s.moved.value[row] = value;
}

/** Keeps what a closed mission delivered and demanded, if some stream asks for it. */
export function logClosing(s: State, mission: number, delivered: number, demanded: number): void {
  if (int(s.isLogged, mission) === 0) return;
  const row = take(s.closing);
  s.closing.tick[row] = s.now;
  s.closing.delivered[row] = delivered;
  s.closing.demanded[row] = demanded;
  s.closing.next[row] = -1;
  const tail = int(s.closingTail, mission);
  if (tail < 0) s.closingHead[mission] = row;
  else s.closing.next[tail] = row;
  s.closingTail[mission] = row;
}

/** The factor by which the success of a mission lowers a stream's rate now (K60). `row` is of `streams`. */
export function suppression(s: State, row: number): number {
  const { streams } = s.program;
  const mission = int(streams.suppressedBy, row);
  if (mission < 0) return 1;
  const lag = ticksOf(amountAt(s, int(streams.lag, row), -1));
  let delivered = 0;
  let demanded = 0;
  for (let at = int(s.closingHead, mission); at >= 0; at = int(s.closing.next, at)) {
    const tick = int(s.closing.tick, at);
    if (tick >= s.now - lag) break;
    if (tick < s.now - 2 * lag) continue;
    delivered += real(s.closing.delivered, at);
    demanded += real(s.closing.demanded, at);
  }
  if (!(demanded > 0)) return 1;
  return 1 - Math.min(amountAt(s, int(streams.atMost, row), -1), delivered / demanded);
}
