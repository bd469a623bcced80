// Made from `engine/layout.ts` by `npm run fix`; edit that table, not this file.
import { takeBytes } from "../engine/arena.ts";
import { type f64, getInt, getReal, type i32, setInt, setReal } from "../engine/primitive.ts";

/** A closed mission, for suppression. */

/** Bytes of a row. */
export const width: i32 = 32;

/** A row that nothing holds. Its columns hold what the last owner left; those of a new one are 0. */
export function take(): i32 {
  const row = getInt(2512);
  if (row < 0) return takeBytes(width);
  setInt(2512, getInt(row + 24));
  return row;
}

export function release(row: i32): void {
  setInt(row + 24, getInt(2512));
  setInt(2512, row);
}

export function delivered(row: i32): f64 {
  return getReal(row + 0);
}

export function setDelivered(row: i32, value: f64): void {
  setReal(row + 0, value);
}

export function demanded(row: i32): f64 {
  return getReal(row + 8);
}

export function setDemanded(row: i32, value: f64): void {
  setReal(row + 8, value);
}

export function tick(row: i32): i32 {
  return getInt(row + 16);
}

export function setTick(row: i32, value: i32): void {
  setInt(row + 16, value);
}

export function next(row: i32): i32 {
  return getInt(row + 20);
}

export function setNext(row: i32, value: i32): void {
  setInt(row + 20, value);
}

export function link(row: i32): i32 {
  return getInt(row + 24);
}

export function setLink(row: i32, value: i32): void {
  setInt(row + 24, value);
}
