// Made from `engine/layout.ts` by `npm run fix`; edit that table, not this file.
import { takeBytes } from "../engine/arena.ts";
import { type f64, getInt, getReal, type i32, setInt, setReal, times } from "../engine/primitive.ts";

/** A task. `value` is V, `share` F, `shareByStandard` F at the standard, `delivered` the value so far, `halfLife` in ticks. */

/** Bytes of a row. */
export const width: i32 = 168;

/** A row that nothing holds. Its columns hold what the last owner left; those of a new one are 0. */
export function take(): i32 {
  const row = getInt(2472);
  if (row < 0) return takeBytes(width);
  setInt(2472, getInt(row + 164));
  return row;
}

export function release(row: i32): void {
  setInt(row + 164, getInt(2472));
  setInt(2472, row);
}

/** The first of `count` new rows next to each other. */
export function takeBlock(count: i32): i32 {
  return takeBytes(times(count, width));
}

export function value(row: i32): f64 {
  return getReal(row + 0);
}

export function setValue(row: i32, value: f64): void {
  setReal(row + 0, value);
}

export function share(row: i32): f64 {
  return getReal(row + 8);
}

export function setShare(row: i32, value: f64): void {
  setReal(row + 8, value);
}

export function shareByStandard(row: i32): f64 {
  return getReal(row + 16);
}

export function setShareByStandard(row: i32, value: f64): void {
  setReal(row + 16, value);
}

export function delivered(row: i32): f64 {
  return getReal(row + 24);
}

export function setDelivered(row: i32, value: f64): void {
  setReal(row + 24, value);
}

export function halfLife(row: i32): f64 {
  return getReal(row + 32);
}

export function setHalfLife(row: i32, value: f64): void {
  setReal(row + 32, value);
}

export function instance(row: i32): i32 {
  return getInt(row + 40);
}

export function setInstance(row: i32, value: i32): void {
  setInt(row + 40, value);
}

export function row(row: i32): i32 {
  return getInt(row + 44);
}

export function setRow(row: i32, value: i32): void {
  setInt(row + 44, value);
}

export function incident(row: i32): i32 {
  return getInt(row + 48);
}

export function setIncident(row: i32, value: i32): void {
  setInt(row + 48, value);
}

export function hi(row: i32): i32 {
  return getInt(row + 52);
}

export function setHi(row: i32, value: i32): void {
  setInt(row + 52, value);
}

export function lo(row: i32): i32 {
  return getInt(row + 56);
}

export function setLo(row: i32, value: i32): void {
  setInt(row + 56, value);
}

export function state(row: i32): i32 {
  return getInt(row + 60);
}

export function setState(row: i32, value: i32): void {
  setInt(row + 60, value);
}

export function skipped(row: i32): i32 {
  return getInt(row + 64);
}

export function setSkipped(row: i32, value: i32): void {
  setInt(row + 64, value);
}

export function opened(row: i32): i32 {
  return getInt(row + 68);
}

export function setOpened(row: i32, value: i32): void {
  setInt(row + 68, value);
}

export function live(row: i32): i32 {
  return getInt(row + 72);
}

export function setLive(row: i32, value: i32): void {
  setInt(row + 72, value);
}

export function firstShare(row: i32): i32 {
  return getInt(row + 76);
}

export function setFirstShare(row: i32, value: i32): void {
  setInt(row + 76, value);
}

export function lastShare(row: i32): i32 {
  return getInt(row + 80);
}

export function setLastShare(row: i32, value: i32): void {
  setInt(row + 80, value);
}

export function firstAsker(row: i32): i32 {
  return getInt(row + 84);
}

export function setFirstAsker(row: i32, value: i32): void {
  setInt(row + 84, value);
}

export function lastAsker(row: i32): i32 {
  return getInt(row + 88);
}

export function setLastAsker(row: i32, value: i32): void {
  setInt(row + 88, value);
}

export function openEvent(row: i32): i32 {
  return getInt(row + 92);
}

export function setOpenEvent(row: i32, value: i32): void {
  setInt(row + 92, value);
}

export function closeEvent(row: i32): i32 {
  return getInt(row + 96);
}

export function setCloseEvent(row: i32, value: i32): void {
  setInt(row + 96, value);
}

export function needs(row: i32): i32 {
  return getInt(row + 100);
}

export function setNeeds(row: i32, value: i32): void {
  setInt(row + 100, value);
}

export function cell(row: i32): i32 {
  return getInt(row + 104);
}

export function setCell(row: i32, value: i32): void {
  setInt(row + 104, value);
}

export function admitted(row: i32): i32 {
  return getInt(row + 108);
}

export function setAdmitted(row: i32, value: i32): void {
  setInt(row + 108, value);
}

export function asked(row: i32): i32 {
  return getInt(row + 112);
}

export function setAsked(row: i32, value: i32): void {
  setInt(row + 112, value);
}

export function queueNext(row: i32): i32 {
  return getInt(row + 116);
}

export function setQueueNext(row: i32, value: i32): void {
  setInt(row + 116, value);
}

export function queued(row: i32): i32 {
  return getInt(row + 120);
}

export function setQueued(row: i32, value: i32): void {
  setInt(row + 120, value);
}

export function since(row: i32): i32 {
  return getInt(row + 124);
}

export function setSince(row: i32, value: i32): void {
  setInt(row + 124, value);
}

export function duration(row: i32): i32 {
  return getInt(row + 128);
}

export function setDuration(row: i32, value: i32): void {
  setInt(row + 128, value);
}

export function place(row: i32): i32 {
  return getInt(row + 132);
}

export function setPlace(row: i32, value: i32): void {
  setInt(row + 132, value);
}

export function beneficiary(row: i32): i32 {
  return getInt(row + 136);
}

export function setBeneficiary(row: i32, value: i32): void {
  setInt(row + 136, value);
}

export function lastCause(row: i32): i32 {
  return getInt(row + 140);
}

export function setLastCause(row: i32, value: i32): void {
  setInt(row + 140, value);
}

export function first(row: i32): i32 {
  return getInt(row + 144);
}

export function setFirst(row: i32, value: i32): void {
  setInt(row + 144, value);
}

export function reference(row: i32): i32 {
  return getInt(row + 148);
}

export function setReference(row: i32, value: i32): void {
  setInt(row + 148, value);
}

export function standard(row: i32): i32 {
  return getInt(row + 152);
}

export function setStandard(row: i32, value: i32): void {
  setInt(row + 152, value);
}

export function expires(row: i32): i32 {
  return getInt(row + 156);
}

export function setExpires(row: i32, value: i32): void {
  setInt(row + 156, value);
}

export function fulfilled(row: i32): i32 {
  return getInt(row + 160);
}

export function setFulfilled(row: i32, value: i32): void {
  setInt(row + 160, value);
}

export function link(row: i32): i32 {
  return getInt(row + 164);
}

export function setLink(row: i32, value: i32): void {
  setInt(row + 164, value);
}
