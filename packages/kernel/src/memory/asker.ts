// Made from `engine/layout.ts` by `npm run fix`; edit that table, not this file.
import { takeBytes } from "../engine/arena.ts";
import { getInt, type i32, setInt } from "../engine/primitive.ts";

/** An organisation that seeks information, permission and access for one task. */

/** A row that nothing holds. Its columns hold what the last owner left; those of a new one are 0. */
export function take(): i32 {
  const row = getInt(2488);
  if (row < 0) return takeBytes(getInt(2556));
  setInt(2488, getInt(row + 116));
  return row;
}

export function release(row: i32): void {
  setInt(row + 116, getInt(2488));
  setInt(2488, row);
}

export function task(row: i32): i32 {
  return getInt(row + 0);
}

export function setTask(row: i32, value: i32): void {
  setInt(row + 0, value);
}

export function organisation(row: i32): i32 {
  return getInt(row + 4);
}

export function setOrganisation(row: i32, value: i32): void {
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

export function phase(row: i32): i32 {
  return getInt(row + 16);
}

export function setPhase(row: i32, value: i32): void {
  setInt(row + 16, value);
}

export function walk(row: i32): i32 {
  return getInt(row + 20);
}

export function setWalk(row: i32, value: i32): void {
  setInt(row + 20, value);
}

export function authority(row: i32): i32 {
  return getInt(row + 24);
}

export function setAuthority(row: i32, value: i32): void {
  setInt(row + 24, value);
}

export function standard(row: i32): i32 {
  return getInt(row + 28);
}

export function setStandard(row: i32, value: i32): void {
  setInt(row + 28, value);
}

export function request(row: i32): i32 {
  return getInt(row + 32);
}

export function setRequest(row: i32, value: i32): void {
  setInt(row + 32, value);
}

export function generation(row: i32): i32 {
  return getInt(row + 36);
}

export function setGeneration(row: i32, value: i32): void {
  setInt(row + 36, value);
}

export function next(row: i32): i32 {
  return getInt(row + 40);
}

export function setNext(row: i32, value: i32): void {
  setInt(row + 40, value);
}

export function event(row: i32): i32 {
  return getInt(row + 44);
}

export function setEvent(row: i32, value: i32): void {
  setInt(row + 44, value);
}

export function started(row: i32): i32 {
  return getInt(row + 48);
}

export function setStarted(row: i32, value: i32): void {
  setInt(row + 48, value);
}

export function fate(row: i32): i32 {
  return getInt(row + 52);
}

export function setFate(row: i32, value: i32): void {
  setInt(row + 52, value);
}

export function fitted(row: i32): i32 {
  return getInt(row + 56);
}

export function setFitted(row: i32, value: i32): void {
  setInt(row + 56, value);
}

export function denied(row: i32): i32 {
  return getInt(row + 60);
}

export function setDenied(row: i32, value: i32): void {
  setInt(row + 60, value);
}

export function joined(row: i32): i32 {
  return getInt(row + 64);
}

export function setJoined(row: i32, value: i32): void {
  setInt(row + 64, value);
}

export function joinedCause(row: i32): i32 {
  return getInt(row + 68);
}

export function setJoinedCause(row: i32, value: i32): void {
  setInt(row + 68, value);
}

export function access(row: i32): i32 {
  return getInt(row + 72);
}

export function setAccess(row: i32, value: i32): void {
  setInt(row + 72, value);
}

export function accessEvent(row: i32): i32 {
  return getInt(row + 76);
}

export function setAccessEvent(row: i32, value: i32): void {
  setInt(row + 76, value);
}

export function accessStarted(row: i32): i32 {
  return getInt(row + 80);
}

export function setAccessStarted(row: i32, value: i32): void {
  setInt(row + 80, value);
}

export function accessQueue(row: i32): i32 {
  return getInt(row + 84);
}

export function setAccessQueue(row: i32, value: i32): void {
  setInt(row + 84, value);
}

export function accessTakes(row: i32): i32 {
  return getInt(row + 88);
}

export function setAccessTakes(row: i32, value: i32): void {
  setInt(row + 88, value);
}

export function accessHesitates(row: i32): i32 {
  return getInt(row + 92);
}

export function setAccessHesitates(row: i32, value: i32): void {
  setInt(row + 92, value);
}

export function accessGiven(row: i32): i32 {
  return getInt(row + 96);
}

export function setAccessGiven(row: i32, value: i32): void {
  setInt(row + 96, value);
}

export function accessNode(row: i32): i32 {
  return getInt(row + 100);
}

export function setAccessNode(row: i32, value: i32): void {
  setInt(row + 100, value);
}

export function staleEvent(row: i32): i32 {
  return getInt(row + 104);
}

export function setStaleEvent(row: i32, value: i32): void {
  setInt(row + 104, value);
}

export function staleStarted(row: i32): i32 {
  return getInt(row + 108);
}

export function setStaleStarted(row: i32, value: i32): void {
  setInt(row + 108, value);
}

export function staleFate(row: i32): i32 {
  return getInt(row + 112);
}

export function setStaleFate(row: i32, value: i32): void {
  setInt(row + 112, value);
}

export function link(row: i32): i32 {
  return getInt(row + 116);
}

export function setLink(row: i32, value: i32): void {
  setInt(row + 116, value);
}

export function informed(row: i32, index: i32): i32 {
  return getInt(row + 120 + (index << 2));
}

export function setInformed(row: i32, index: i32, value: i32): void {
  setInt(row + 120 + (index << 2), value);
}

export function tries(row: i32, index: i32): i32 {
  return getInt(row + 120 + (getInt(1372) << 2) + (index << 2));
}

export function setTries(row: i32, index: i32, value: i32): void {
  setInt(row + 120 + (getInt(1372) << 2) + (index << 2), value);
}

export function sought(row: i32, index: i32): i32 {
  return getInt(row + 120 + (getInt(1372) << 2) + (getInt(1372) << 2) + (index << 2));
}

export function setSought(row: i32, index: i32, value: i32): void {
  setInt(row + 120 + (getInt(1372) << 2) + (getInt(1372) << 2) + (index << 2), value);
}
