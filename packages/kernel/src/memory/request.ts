// Made from `engine/layout.ts` by `npm run fix`; edit that table, not this file.
import { takeBytes } from "../engine/arena.ts";
import { getInt, type i32, setInt } from "../engine/primitive.ts";

/** A request for one authority. */

/** Bytes of a row. */
export const width: i32 = 104;

/** A row that nothing holds. Its columns hold what the last owner left; those of a new one are 0. */
export function take(): i32 {
  const row = getInt(2492);
  if (row < 0) return takeBytes(width);
  setInt(2492, getInt(row + 96));
  return row;
}

export function release(row: i32): void {
  setInt(row + 96, getInt(2492));
  setInt(2492, row);
}

export function firstJoin(row: i32): i32 {
  return getInt(row + 0);
}

export function setFirstJoin(row: i32, value: i32): void {
  setInt(row + 0, value);
}

export function lastJoin(row: i32): i32 {
  return getInt(row + 4);
}

export function setLastJoin(row: i32, value: i32): void {
  setInt(row + 4, value);
}

export function generation(row: i32): i32 {
  return getInt(row + 8);
}

export function setGeneration(row: i32, value: i32): void {
  setInt(row + 8, value);
}

export function hi(row: i32): i32 {
  return getInt(row + 12);
}

export function setHi(row: i32, value: i32): void {
  setInt(row + 12, value);
}

export function lo(row: i32): i32 {
  return getInt(row + 16);
}

export function setLo(row: i32, value: i32): void {
  setInt(row + 16, value);
}

export function authority(row: i32): i32 {
  return getInt(row + 20);
}

export function setAuthority(row: i32, value: i32): void {
  setInt(row + 20, value);
}

export function incident(row: i32): i32 {
  return getInt(row + 24);
}

export function setIncident(row: i32, value: i32): void {
  setInt(row + 24, value);
}

export function asker(row: i32): i32 {
  return getInt(row + 28);
}

export function setAsker(row: i32, value: i32): void {
  setInt(row + 28, value);
}

export function actor(row: i32): i32 {
  return getInt(row + 32);
}

export function setActor(row: i32, value: i32): void {
  setInt(row + 32, value);
}

export function phase(row: i32): i32 {
  return getInt(row + 36);
}

export function setPhase(row: i32, value: i32): void {
  setInt(row + 36, value);
}

export function situation(row: i32): i32 {
  return getInt(row + 40);
}

export function setSituation(row: i32, value: i32): void {
  setInt(row + 40, value);
}

export function stage(row: i32): i32 {
  return getInt(row + 44);
}

export function setStage(row: i32, value: i32): void {
  setInt(row + 44, value);
}

export function row(row: i32): i32 {
  return getInt(row + 48);
}

export function setRow(row: i32, value: i32): void {
  setInt(row + 48, value);
}

export function event(row: i32): i32 {
  return getInt(row + 52);
}

export function setEvent(row: i32, value: i32): void {
  setInt(row + 52, value);
}

export function started(row: i32): i32 {
  return getInt(row + 56);
}

export function setStarted(row: i32, value: i32): void {
  setInt(row + 56, value);
}

export function queue(row: i32): i32 {
  return getInt(row + 60);
}

export function setQueue(row: i32, value: i32): void {
  setInt(row + 60, value);
}

export function takes(row: i32): i32 {
  return getInt(row + 64);
}

export function setTakes(row: i32, value: i32): void {
  setInt(row + 64, value);
}

export function hesitates(row: i32): i32 {
  return getInt(row + 68);
}

export function setHesitates(row: i32, value: i32): void {
  setInt(row + 68, value);
}

export function takesCause(row: i32): i32 {
  return getInt(row + 72);
}

export function setTakesCause(row: i32, value: i32): void {
  setInt(row + 72, value);
}

export function hesitatesCause(row: i32): i32 {
  return getInt(row + 76);
}

export function setHesitatesCause(row: i32, value: i32): void {
  setInt(row + 76, value);
}

export function steps(row: i32): i32 {
  return getInt(row + 80);
}

export function setSteps(row: i32, value: i32): void {
  setInt(row + 80, value);
}

export function refusedSteps(row: i32): i32 {
  return getInt(row + 84);
}

export function setRefusedSteps(row: i32, value: i32): void {
  setInt(row + 84, value);
}

export function cause(row: i32): i32 {
  return getInt(row + 88);
}

export function setCause(row: i32, value: i32): void {
  setInt(row + 88, value);
}

export function found(row: i32): i32 {
  return getInt(row + 92);
}

export function setFound(row: i32, value: i32): void {
  setInt(row + 92, value);
}

export function link(row: i32): i32 {
  return getInt(row + 96);
}

export function setLink(row: i32, value: i32): void {
  setInt(row + 96, value);
}
