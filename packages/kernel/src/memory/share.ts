// Made from `engine/layout.ts` by `npm run fix`; edit that table, not this file.
import { takeBytes } from "../engine/arena.ts";
import { type f64, getInt, getReal, type i32, setInt, setReal } from "../engine/primitive.ts";

/** A share. `amount` is x (r of one that waits in a pool); `travel` the ticks from `origin`, `home` those home from the task's place, `back` those home from `origin`, -1 unless its units were recalled. */

/** Bytes of a row. */
export const width: i32 = 144;

/** A row that nothing holds. Its columns hold what the last owner left; those of a new one are 0. */
export function take(): i32 {
  const row = getInt(2480);
  if (row < 0) return takeBytes(width);
  setInt(2480, getInt(row + 140));
  return row;
}

export function release(row: i32): void {
  setInt(row + 140, getInt(2480));
  setInt(2480, row);
}

export function amount(row: i32): f64 {
  return getReal(row + 0);
}

export function setAmount(row: i32, value: f64): void {
  setReal(row + 0, value);
}

export function units(row: i32): f64 {
  return getReal(row + 8);
}

export function setUnits(row: i32, value: f64): void {
  setReal(row + 8, value);
}

export function effect(row: i32): f64 {
  return getReal(row + 16);
}

export function setEffect(row: i32, value: f64): void {
  setReal(row + 16, value);
}

export function task(row: i32): i32 {
  return getInt(row + 24);
}

export function setTask(row: i32, value: i32): void {
  setInt(row + 24, value);
}

export function asker(row: i32): i32 {
  return getInt(row + 28);
}

export function setAsker(row: i32, value: i32): void {
  setInt(row + 28, value);
}

export function organisation(row: i32): i32 {
  return getInt(row + 32);
}

export function setOrganisation(row: i32, value: i32): void {
  setInt(row + 32, value);
}

export function need(row: i32): i32 {
  return getInt(row + 36);
}

export function setNeed(row: i32, value: i32): void {
  setInt(row + 36, value);
}

export function alternative(row: i32): i32 {
  return getInt(row + 40);
}

export function setAlternative(row: i32, value: i32): void {
  setInt(row + 40, value);
}

export function capability(row: i32): i32 {
  return getInt(row + 44);
}

export function setCapability(row: i32, value: i32): void {
  setInt(row + 44, value);
}

export function holding(row: i32): i32 {
  return getInt(row + 48);
}

export function setHolding(row: i32, value: i32): void {
  setInt(row + 48, value);
}

export function state(row: i32): i32 {
  return getInt(row + 52);
}

export function setState(row: i32, value: i32): void {
  setInt(row + 52, value);
}

export function worked(row: i32): i32 {
  return getInt(row + 56);
}

export function setWorked(row: i32, value: i32): void {
  setInt(row + 56, value);
}

export function hi(row: i32): i32 {
  return getInt(row + 60);
}

export function setHi(row: i32, value: i32): void {
  setInt(row + 60, value);
}

export function lo(row: i32): i32 {
  return getInt(row + 64);
}

export function setLo(row: i32, value: i32): void {
  setInt(row + 64, value);
}

export function travel(row: i32): i32 {
  return getInt(row + 68);
}

export function setTravel(row: i32, value: i32): void {
  setInt(row + 68, value);
}

export function ready(row: i32): i32 {
  return getInt(row + 72);
}

export function setReady(row: i32, value: i32): void {
  setInt(row + 72, value);
}

export function gone(row: i32): i32 {
  return getInt(row + 76);
}

export function setGone(row: i32, value: i32): void {
  setInt(row + 76, value);
}

export function depart(row: i32): i32 {
  return getInt(row + 80);
}

export function setDepart(row: i32, value: i32): void {
  setInt(row + 80, value);
}

export function arrive(row: i32): i32 {
  return getInt(row + 84);
}

export function setArrive(row: i32, value: i32): void {
  setInt(row + 84, value);
}

export function start(row: i32): i32 {
  return getInt(row + 88);
}

export function setStart(row: i32, value: i32): void {
  setInt(row + 88, value);
}

export function work(row: i32): i32 {
  return getInt(row + 92);
}

export function setWork(row: i32, value: i32): void {
  setInt(row + 92, value);
}

export function event(row: i32): i32 {
  return getInt(row + 96);
}

export function setEvent(row: i32, value: i32): void {
  setInt(row + 96, value);
}

export function next(row: i32): i32 {
  return getInt(row + 100);
}

export function setNext(row: i32, value: i32): void {
  setInt(row + 100, value);
}

export function poolBefore(row: i32): i32 {
  return getInt(row + 104);
}

export function setPoolBefore(row: i32, value: i32): void {
  setInt(row + 104, value);
}

export function poolNext(row: i32): i32 {
  return getInt(row + 108);
}

export function setPoolNext(row: i32, value: i32): void {
  setInt(row + 108, value);
}

export function since(row: i32): i32 {
  return getInt(row + 112);
}

export function setSince(row: i32, value: i32): void {
  setInt(row + 112, value);
}

export function order(row: i32): i32 {
  return getInt(row + 116);
}

export function setOrder(row: i32, value: i32): void {
  setInt(row + 116, value);
}

export function origin(row: i32): i32 {
  return getInt(row + 120);
}

export function setOrigin(row: i32, value: i32): void {
  setInt(row + 120, value);
}

export function back(row: i32): i32 {
  return getInt(row + 124);
}

export function setBack(row: i32, value: i32): void {
  setInt(row + 124, value);
}

export function home(row: i32): i32 {
  return getInt(row + 128);
}

export function setHome(row: i32, value: i32): void {
  setInt(row + 128, value);
}

export function boundBefore(row: i32): i32 {
  return getInt(row + 132);
}

export function setBoundBefore(row: i32, value: i32): void {
  setInt(row + 132, value);
}

export function boundNext(row: i32): i32 {
  return getInt(row + 136);
}

export function setBoundNext(row: i32, value: i32): void {
  setInt(row + 136, value);
}

export function link(row: i32): i32 {
  return getInt(row + 140);
}

export function setLink(row: i32, value: i32): void {
  setInt(row + 140, value);
}
