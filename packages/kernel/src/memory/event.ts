// Made from `engine/layout.ts` by `npm run fix`; edit that table, not this file.
import { takeBytes } from "../engine/arena.ts";
import { type f64, getInt, getReal, type i32, setInt, setReal } from "../engine/primitive.ts";

/** A pending event. `what` is a type of `event-type.ts`; `position` its entry in the heap, `isNear` which heap that is. */

/** Bytes of a row. */
export const width: i32 = 40;

/** A row that nothing holds. Its columns hold what the last owner left; those of a new one are 0. */
export function take(): i32 {
  const row = getInt(2460);
  if (row < 0) return takeBytes(width);
  setInt(2460, getInt(row + 32));
  return row;
}

export function release(row: i32): void {
  setInt(row + 32, getInt(2460));
  setInt(2460, row);
}

export function key(row: i32): f64 {
  return getReal(row + 0);
}

export function setKey(row: i32, value: f64): void {
  setReal(row + 0, value);
}

export function hi(row: i32): i32 {
  return getInt(row + 8);
}

export function setHi(row: i32, value: i32): void {
  setInt(row + 8, value);
}

export function lo(row: i32): i32 {
  return getInt(row + 12);
}

export function setLo(row: i32, value: i32): void {
  setInt(row + 12, value);
}

export function what(row: i32): i32 {
  return getInt(row + 16);
}

export function setWhat(row: i32, value: i32): void {
  setInt(row + 16, value);
}

export function slot(row: i32): i32 {
  return getInt(row + 20);
}

export function setSlot(row: i32, value: i32): void {
  setInt(row + 20, value);
}

export function position(row: i32): i32 {
  return getInt(row + 24);
}

export function setPosition(row: i32, value: i32): void {
  setInt(row + 24, value);
}

export function isNear(row: i32): i32 {
  return getInt(row + 28);
}

export function setIsNear(row: i32, value: i32): void {
  setInt(row + 28, value);
}

export function link(row: i32): i32 {
  return getInt(row + 32);
}

export function setLink(row: i32, value: i32): void {
  setInt(row + 32, value);
}
