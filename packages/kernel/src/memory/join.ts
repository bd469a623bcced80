// Made from `engine/layout.ts` by `npm run fix`; edit that table, not this file.
import { takeBytes } from "../engine/arena.ts";
import { getInt, type i32, setInt } from "../engine/primitive.ts";

/** Who waits for a request or finding: `kind` 0 an asker, 1 a request, 2 a finding. */

/** Bytes of a row. */
export const width: i32 = 24;

/** A row that nothing holds. Its columns hold what the last owner left; those of a new one are 0. */
export function take(): i32 {
  const row = getInt(2500);
  if (row < 0) return takeBytes(width);
  setInt(2500, getInt(row + 20));
  return row;
}

export function release(row: i32): void {
  setInt(row + 20, getInt(2500));
  setInt(2500, row);
}

export function kind(row: i32): i32 {
  return getInt(row + 0);
}

export function setKind(row: i32, value: i32): void {
  setInt(row + 0, value);
}

export function slot(row: i32): i32 {
  return getInt(row + 4);
}

export function setSlot(row: i32, value: i32): void {
  setInt(row + 4, value);
}

export function generation(row: i32): i32 {
  return getInt(row + 8);
}

export function setGeneration(row: i32, value: i32): void {
  setInt(row + 8, value);
}

export function tick(row: i32): i32 {
  return getInt(row + 12);
}

export function setTick(row: i32, value: i32): void {
  setInt(row + 12, value);
}

export function next(row: i32): i32 {
  return getInt(row + 16);
}

export function setNext(row: i32, value: i32): void {
  setInt(row + 16, value);
}

export function link(row: i32): i32 {
  return getInt(row + 20);
}

export function setLink(row: i32, value: i32): void {
  setInt(row + 20, value);
}
