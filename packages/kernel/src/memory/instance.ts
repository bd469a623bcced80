// Made from `engine/layout.ts` by `npm run fix`; edit that table, not this file.
import { takeBytes } from "../engine/arena.ts";
import { type f64, getInt, getReal, type i32, setInt, setReal } from "../engine/primitive.ts";

/** A mission of an incident: its tasks and needs lie next to each other. `busy` counts open tasks and shares that are not free; `ended` chains those that end in one event. */

/** Bytes of a row. */
export const width: i32 = 48;

/** A row that nothing holds. Its columns hold what the last owner left; those of a new one are 0. */
export function take(): i32 {
  const row = getInt(2468);
  if (row < 0) return takeBytes(width);
  setInt(2468, getInt(row + 44));
  return row;
}

export function release(row: i32): void {
  setInt(row + 44, getInt(2468));
  setInt(2468, row);
}

export function demanded(row: i32): f64 {
  return getReal(row + 0);
}

export function setDemanded(row: i32, value: f64): void {
  setReal(row + 0, value);
}

export function mission(row: i32): i32 {
  return getInt(row + 8);
}

export function setMission(row: i32, value: i32): void {
  setInt(row + 8, value);
}

export function row(row: i32): i32 {
  return getInt(row + 12);
}

export function setRow(row: i32, value: i32): void {
  setInt(row + 12, value);
}

export function incident(row: i32): i32 {
  return getInt(row + 16);
}

export function setIncident(row: i32, value: i32): void {
  setInt(row + 16, value);
}

export function tasks(row: i32): i32 {
  return getInt(row + 20);
}

export function setTasks(row: i32, value: i32): void {
  setInt(row + 20, value);
}

export function needs(row: i32): i32 {
  return getInt(row + 24);
}

export function setNeeds(row: i32, value: i32): void {
  setInt(row + 24, value);
}

export function count(row: i32): i32 {
  return getInt(row + 28);
}

export function setCount(row: i32, value: i32): void {
  setInt(row + 28, value);
}

export function busy(row: i32): i32 {
  return getInt(row + 32);
}

export function setBusy(row: i32, value: i32): void {
  setInt(row + 32, value);
}

export function open(row: i32): i32 {
  return getInt(row + 36);
}

export function setOpen(row: i32, value: i32): void {
  setInt(row + 36, value);
}

export function ended(row: i32): i32 {
  return getInt(row + 40);
}

export function setEnded(row: i32, value: i32): void {
  setInt(row + 40, value);
}

export function link(row: i32): i32 {
  return getInt(row + 44);
}

export function setLink(row: i32, value: i32): void {
  setInt(row + 44, value);
}
