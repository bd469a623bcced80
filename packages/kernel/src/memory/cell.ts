// Made from `engine/layout.ts` by `npm run fix`; edit that table, not this file.
import { takeBytes } from "../engine/arena.ts";
import { getInt, type i32, setInt } from "../engine/primitive.ts";

/** A cell in an incident, with the tasks that wait until it stands. */

/** Bytes of a row. */
export const width: i32 = 48;

/** A row that nothing holds. Its columns hold what the last owner left; those of a new one are 0. */
export function take(): i32 {
  const row = getInt(2504);
  if (row < 0) return takeBytes(width);
  setInt(2504, getInt(row + 40));
  return row;
}

export function release(row: i32): void {
  setInt(row + 40, getInt(2504));
  setInt(2504, row);
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

export function incident(row: i32): i32 {
  return getInt(row + 8);
}

export function setIncident(row: i32, value: i32): void {
  setInt(row + 8, value);
}

export function mechanism(row: i32): i32 {
  return getInt(row + 12);
}

export function setMechanism(row: i32, value: i32): void {
  setInt(row + 12, value);
}

export function standing(row: i32): i32 {
  return getInt(row + 16);
}

export function setStanding(row: i32, value: i32): void {
  setInt(row + 16, value);
}

export function event(row: i32): i32 {
  return getInt(row + 20);
}

export function setEvent(row: i32, value: i32): void {
  setInt(row + 20, value);
}

export function hi(row: i32): i32 {
  return getInt(row + 24);
}

export function setHi(row: i32, value: i32): void {
  setInt(row + 24, value);
}

export function lo(row: i32): i32 {
  return getInt(row + 28);
}

export function setLo(row: i32, value: i32): void {
  setInt(row + 28, value);
}

export function next(row: i32): i32 {
  return getInt(row + 32);
}

export function setNext(row: i32, value: i32): void {
  setInt(row + 32, value);
}

export function desk(row: i32): i32 {
  return getInt(row + 36);
}

export function setDesk(row: i32, value: i32): void {
  setInt(row + 36, value);
}

export function link(row: i32): i32 {
  return getInt(row + 40);
}

export function setLink(row: i32, value: i32): void {
  setInt(row + 40, value);
}
