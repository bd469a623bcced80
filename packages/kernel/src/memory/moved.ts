// Made from `engine/layout.ts` by `npm run fix`; edit that table, not this file.
import { takeBytes } from "../engine/arena.ts";
import { type f64, getInt, getReal, type i32, setInt, setReal } from "../engine/primitive.ts";

/** A move of a stock of trust, for relaxations. */

/** Bytes of a row. */
export const width: i32 = 24;

/** A row that nothing holds. Its columns hold what the last owner left; those of a new one are 0. */
export function take(): i32 {
  const row = getInt(2524);
  if (row < 0) return takeBytes(width);
  setInt(2524, getInt(row + 20));
  return row;
}

export function release(row: i32): void {
  setInt(row + 20, getInt(2524));
  setInt(2524, row);
}

export function value(row: i32): f64 {
  return getReal(row + 0);
}

export function setValue(row: i32, value: f64): void {
  setReal(row + 0, value);
}

export function next(row: i32): i32 {
  return getInt(row + 8);
}

export function setNext(row: i32, value: i32): void {
  setInt(row + 8, value);
}

export function stock(row: i32): i32 {
  return getInt(row + 12);
}

export function setStock(row: i32, value: i32): void {
  setInt(row + 12, value);
}

export function tick(row: i32): i32 {
  return getInt(row + 16);
}

export function setTick(row: i32, value: i32): void {
  setInt(row + 16, value);
}

export function link(row: i32): i32 {
  return getInt(row + 20);
}

export function setLink(row: i32, value: i32): void {
  setInt(row + 20, value);
}
