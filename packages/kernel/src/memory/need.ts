// Made from `engine/layout.ts` by `npm run fix`; edit that table, not this file.
import { takeBytes } from "../engine/arena.ts";
import { type f64, getInt, getReal, type i32, setInt, setReal, times } from "../engine/primitive.ts";

/** A need of a task. */

/** Bytes of a row. */
export const width: i32 = 24;

/** A row that nothing holds. Its columns hold what the last owner left; those of a new one are 0. */
export function take(): i32 {
  const row = getInt(2476);
  if (row < 0) return takeBytes(width);
  setInt(2476, getInt(row + 16));
  return row;
}

export function release(row: i32): void {
  setInt(row + 16, getInt(2476));
  setInt(2476, row);
}

/** The first of `count` new rows next to each other. */
export function takeBlock(count: i32): i32 {
  return takeBytes(times(count, width));
}

export function wanted(row: i32): f64 {
  return getReal(row + 0);
}

export function setWanted(row: i32, value: f64): void {
  setReal(row + 0, value);
}

export function got(row: i32): f64 {
  return getReal(row + 8);
}

export function setGot(row: i32, value: f64): void {
  setReal(row + 8, value);
}

export function link(row: i32): i32 {
  return getInt(row + 16);
}

export function setLink(row: i32, value: i32): void {
  setInt(row + 16, value);
}
