// Made from `engine/layout.ts` by `npm run fix`; edit that table, not this file.
import { takeBytes } from "../engine/arena.ts";
import { type f64, getInt, getReal, type i32, setInt, setReal } from "../engine/primitive.ts";

/** An entry of the trace. */

/** Bytes of a row. */
export const width: i32 = 56;

/** A row that nothing holds. Its columns hold what the last owner left; those of a new one are 0. */
export function take(): i32 {
  const row = getInt(2516);
  if (row < 0) return takeBytes(width);
  setInt(2516, getInt(row + 52));
  return row;
}

export function release(row: i32): void {
  setInt(row + 52, getInt(2516));
  setInt(2516, row);
}

export function amount(row: i32): f64 {
  return getReal(row + 0);
}

export function setAmount(row: i32, value: f64): void {
  setReal(row + 0, value);
}

export function next(row: i32): i32 {
  return getInt(row + 8);
}

export function setNext(row: i32, value: i32): void {
  setInt(row + 8, value);
}

export function tick(row: i32): i32 {
  return getInt(row + 12);
}

export function setTick(row: i32, value: i32): void {
  setInt(row + 12, value);
}

export function what(row: i32): i32 {
  return getInt(row + 16);
}

export function setWhat(row: i32, value: i32): void {
  setInt(row + 16, value);
}

export function named(row: i32): i32 {
  return getInt(row + 20);
}

export function setNamed(row: i32, value: i32): void {
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

export function task(row: i32): i32 {
  return getInt(row + 32);
}

export function setTask(row: i32, value: i32): void {
  setInt(row + 32, value);
}

export function organisation(row: i32): i32 {
  return getInt(row + 36);
}

export function setOrganisation(row: i32, value: i32): void {
  setInt(row + 36, value);
}

export function subject(row: i32): i32 {
  return getInt(row + 40);
}

export function setSubject(row: i32, value: i32): void {
  setInt(row + 40, value);
}

export function cause(row: i32): i32 {
  return getInt(row + 44);
}

export function setCause(row: i32, value: i32): void {
  setInt(row + 44, value);
}

export function ticks(row: i32): i32 {
  return getInt(row + 48);
}

export function setTicks(row: i32, value: i32): void {
  setInt(row + 48, value);
}

export function link(row: i32): i32 {
  return getInt(row + 52);
}

export function setLink(row: i32, value: i32): void {
  setInt(row + 52, value);
}
