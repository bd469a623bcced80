import { amountsAt, highestRateAt, kmAt, realsAt, startsAt } from "../memory/cells.ts";
import { addressOfLists } from "./lists-address.ts";
import { type f64, getInt, getReal, type i32 } from "./primitive.ts";

/** Entry of `Program.lists`. */
export function listAt(at: i32): i32 {
  return getInt((at << 2) + addressOfLists);
}

/** Whether bit `index` of the set that begins at an entry of `Program.lists` is set. */
export function isInSet(set: i32, index: i32): boolean {
  return ((listAt(set + (index >> 5)) >> (index & 31)) & 1) === 1;
}

/** Entry of `Program.reals`. */
export function realOf(at: i32): f64 {
  return getReal(realsAt() + (at << 3));
}

/** Value of an amount in the future, without facts. */
export function amountOf(at: i32): f64 {
  return getReal(amountsAt() + (at << 3));
}

/** Tick from which a lever is in effect in the future. */
export function leverStart(lever: i32): i32 {
  return getInt(startsAt() + (lever << 2));
}

/** Entry of the tables of distances in the future, km. */
export function distanceOf(at: i32): f64 {
  return getReal(kmAt() + (at << 3));
}

/** Highest rate of a stream in the future, per hour. */
export function highestRateOf(stream: i32): f64 {
  return getReal(highestRateAt() + (stream << 3));
}

/** Entry of one of the three columns of versions: levers, first, rows. */
export function versionEntry(versions: i32, column: i32, at: i32): i32 {
  return getInt(getInt(versions + (column << 2)) + (at << 2));
}
