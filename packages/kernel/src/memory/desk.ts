// Made from `engine/layout.ts` by `npm run fix`; edit that table, not this file.
import { takeBytes } from "../engine/arena.ts";
import { getInt, type i32, setInt } from "../engine/primitive.ts";

/** What handles the tasks of a mechanism's cells over all incidents, or of one ad hoc cell, with the tasks that wait for it. */

/** Bytes of a row. */
export const width: i32 = 16;

/** A row that nothing holds. Its columns hold what the last owner left; those of a new one are 0. */
export function take(): i32 {
  const row = getInt(2508);
  if (row < 0) return takeBytes(width);
  setInt(2508, getInt(row + 12));
  return row;
}

export function release(row: i32): void {
  setInt(row + 12, getInt(2508));
  setInt(2508, row);
}

export function head(row: i32): i32 {
  return getInt(row + 0);
}

export function setHead(row: i32, value: i32): void {
  setInt(row + 0, value);
}

export function tail(row: i32): i32 {
  return getInt(row + 4);
}

export function setTail(row: i32, value: i32): void {
  setInt(row + 4, value);
}

export function held(row: i32): i32 {
  return getInt(row + 8);
}

export function setHeld(row: i32, value: i32): void {
  setInt(row + 8, value);
}

export function link(row: i32): i32 {
  return getInt(row + 12);
}

export function setLink(row: i32, value: i32): void {
  setInt(row + 12, value);
}
