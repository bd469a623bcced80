// Made from `engine/layout.ts` by `npm run fix`; edit that table, not this file.
import { takeBytes } from "../engine/arena.ts";
import { getInt, type i32, setInt } from "../engine/primitive.ts";

/** An incident. Times are ticks; -1 stands for none; `event` is a row of the calendar. */

/** A row that nothing holds. Its columns hold what the last owner left; those of a new one are 0. */
export function take(): i32 {
  const row = getInt(2464);
  if (row < 0) return takeBytes(getInt(2532));
  setInt(2464, getInt(row + 36));
  return row;
}

export function release(row: i32): void {
  setInt(row + 36, getInt(2464));
  setInt(2464, row);
}

export function hi(row: i32): i32 {
  return getInt(row + 0);
}

export function setHi(row: i32, value: i32): void {
  setInt(row + 0, value);
}

export function lo(row: i32): i32 {
  return getInt(row + 4);
}

export function setLo(row: i32, value: i32): void {
  setInt(row + 4, value);
}

export function tick(row: i32): i32 {
  return getInt(row + 8);
}

export function setTick(row: i32, value: i32): void {
  setInt(row + 8, value);
}

export function stream(row: i32): i32 {
  return getInt(row + 12);
}

export function setStream(row: i32, value: i32): void {
  setInt(row + 12, value);
}

export function place(row: i32): i32 {
  return getInt(row + 16);
}

export function setPlace(row: i32, value: i32): void {
  setInt(row + 16, value);
}

export function beneficiary(row: i32): i32 {
  return getInt(row + 20);
}

export function setBeneficiary(row: i32, value: i32): void {
  setInt(row + 20, value);
}

export function refs(row: i32): i32 {
  return getInt(row + 24);
}

export function setRefs(row: i32, value: i32): void {
  setInt(row + 24, value);
}

export function cells(row: i32): i32 {
  return getInt(row + 28);
}

export function setCells(row: i32, value: i32): void {
  setInt(row + 28, value);
}

export function event(row: i32): i32 {
  return getInt(row + 32);
}

export function setEvent(row: i32, value: i32): void {
  setInt(row + 32, value);
}

export function link(row: i32): i32 {
  return getInt(row + 36);
}

export function setLink(row: i32, value: i32): void {
  setInt(row + 36, value);
}

export function facts(row: i32, index: i32): i32 {
  return getInt(row + 40 + (index << 2));
}

export function setFacts(row: i32, index: i32, value: i32): void {
  setInt(row + 40 + (index << 2), value);
}

export function useful(row: i32, index: i32): i32 {
  return getInt(row + 40 + (getInt(1368) << 2) + (index << 2));
}

export function setUseful(row: i32, index: i32, value: i32): void {
  setInt(row + 40 + (getInt(1368) << 2) + (index << 2), value);
}
