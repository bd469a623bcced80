// Made from `engine/layout.ts` by `npm run fix`; edit that table, not this file.
import { takeBytes } from "../engine/arena.ts";
import { getInt, type i32, setInt } from "../engine/primitive.ts";

/** An incident of rate or date that happened, for relaxations. */

/** Bytes of a row. */
export const width: i32 = 24;

/** A row that nothing holds. Its columns hold what the last owner left; those of a new one are 0. */
export function take(): i32 {
  const row = getInt(2520);
  if (row < 0) return takeBytes(width);
  setInt(2520, getInt(row + 16));
  return row;
}

export function release(row: i32): void {
  setInt(row + 16, getInt(2520));
  setInt(2520, row);
}

export function next(row: i32): i32 {
  return getInt(row + 0);
}

export function setNext(row: i32, value: i32): void {
  setInt(row + 0, value);
}

export function stream(row: i32): i32 {
  return getInt(row + 4);
}

export function setStream(row: i32, value: i32): void {
  setInt(row + 4, value);
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

export function link(row: i32): i32 {
  return getInt(row + 16);
}

export function setLink(row: i32, value: i32): void {
  setInt(row + 16, value);
}
