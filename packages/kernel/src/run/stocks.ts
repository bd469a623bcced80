import { exp } from "@shikumi/core/math";
import * as trustMove from "../codes/trust-move.ts";
import { type f64, getInt, getReal, type i32 } from "../engine/primitive.ts";
import {
  imposedTrustAt,
  isImposed,
  isRecording,
  lastMoved,
  now,
  setFirstMoved,
  setLastMoved,
} from "../memory/cells.ts";
import * as Closing from "../memory/closing.ts";
import {
  closingHead,
  closingTail,
  setClosingHead,
  setClosingTail,
  setTrustLast,
  setTrustTick,
  trustLast,
  trustTick,
} from "../memory/elements.ts";
import * as Moved from "../memory/moved.ts";
import { isLogged } from "../memory/program.ts";
import * as Streams from "../memory/table-streams.ts";
import * as Trust from "../memory/table-trust.ts";
import { hoursOf, ticksOf } from "../number/ticks.ts";
import { amountAt } from "./amount.ts";

/** Trust now: back from the last move towards its start (K61), or as imposed (K71). */
export function trustNow(stock: i32): f64 {
  const starts = amountAt(Trust.starts(stock), -1);
  let tick = trustTick(stock);
  let last = trustLast(stock);
  if (isImposed() === 1) {
    const path = imposedTrustAt() + stock * 12;
    const count = movesUpTo(path, now());
    tick = count === 0 ? -1 : getInt(getInt(path) + ((count - 1) << 2));
    last = count === 0 ? 0 : getReal(getInt(path + 8) + ((count - 1) << 3));
  }
  if (tick < 0) return starts;
  const returns = amountAt(Trust.returns(stock), -1);
  return starts + (last - starts) * exp(-returns * hoursOf(now() - tick));
}

/** How many moves of an imposed path are at or before a tick. */
function movesUpTo(path: i32, tick: i32): i32 {
  let low = 0;
  let high = getInt(path + 4);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (getInt(getInt(path) + (middle << 2)) <= tick) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Moves a stock as kept, leaked or broken; not in a run whose stocks are imposed. */
export function moveTrust(stock: i32, by: i32): void {
  if (stock < 0 || isImposed() === 1) return;
  const before = trustNow(stock);
  let moved: f64 = 0;
  if (by === trustMove.kept) moved = before + amountAt(Trust.kept(stock), -1);
  else moved = before - amountAt(by === trustMove.leak ? Trust.leak(stock) : Trust.broken(stock), -1);
  const value = Math.min(1, Math.max(0, moved));
  setTrustTick(stock, now());
  setTrustLast(stock, value);
  if (isRecording() === 0) return;
  const row = Moved.take();
  Moved.setStock(row, stock);
  Moved.setTick(row, now());
  Moved.setValue(row, value);
  Moved.setNext(row, -1);
  if (lastMoved() < 0) setFirstMoved(row);
  else Moved.setNext(lastMoved(), row);
  setLastMoved(row);
}

/** Keeps what a closed mission delivered and demanded, if some stream asks for it. */
export function logClosing(mission: i32, delivered: f64, demanded: f64): void {
  if (isLogged(mission) === 0) return;
  const row = Closing.take();
  Closing.setTick(row, now());
  Closing.setDelivered(row, delivered);
  Closing.setDemanded(row, demanded);
  Closing.setNext(row, -1);
  const tail = closingTail(mission);
  if (tail < 0) setClosingHead(mission, row);
  else Closing.setNext(tail, row);
  setClosingTail(mission, row);
}

/** The factor by which the success of a mission lowers a stream's rate now (K60). `row` is of `streams`. */
export function suppression(row: i32): f64 {
  const mission = Streams.suppressedBy(row);
  if (mission < 0) return 1;
  const lag = ticksOf(amountAt(Streams.lag(row), -1));
  let delivered: f64 = 0;
  let demanded: f64 = 0;
  for (let at = closingHead(mission); at >= 0; at = Closing.next(at)) {
    const tick = Closing.tick(at);
    if (tick >= now() - lag) break;
    if (tick < now() - 2 * lag) continue;
    delivered += Closing.delivered(at);
    demanded += Closing.demanded(at);
  }
  if (!(demanded > 0)) return 1;
  return 1 - Math.min(amountAt(Streams.atMost(row), -1), delivered / demanded);
}
