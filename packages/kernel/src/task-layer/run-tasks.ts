import {
  type f64,
  getInt,
  getKey,
  getReal,
  growMemory,
  type i32,
  keyOf,
  lastKey,
  payloadOfKey,
  setInt,
  setKey,
  setReal,
  shiftRight,
  tickOfKey,
  toInt,
  toReal,
} from "../engine/primitive.ts";
import * as address from "./address.ts";
import { exponential, lognormal, wordOf } from "./variate.ts";
import { place } from "./winner-tree.ts";

// Kinds of events of a unit; those of the leaves after the units are arrivals.
const arrival: i32 = 0;
const mobilised: i32 = 1;
const approved: i32 = 2;
const onScene: i32 = 3;
const workDone: i32 = 4;

// Purposes of draws.
const gapPurpose: i32 = 1;
const regionPurpose: i32 = 2;
const cellPurpose: i32 = 3;
const approvalPurpose: i32 = 4;
const workPurpose: i32 = 5;

const tasksPerMission: i32 = 3;
/** Bytes of a unit: mission, next in its cell's queue, tick it joined the queue, ticks of travel, pool. */
const unitBytes: i32 = 32;
/** Bytes of a mission: tick of arrival, tick it joined a queue, next in the queue, type, region, cell, task, number. */
const missionBytes: i32 = 32;
/** Bytes of a row of the tape: tick, type × 2²⁴ + region × 2¹⁶ + cell, three approvals, three works. */
const rowBytes: i32 = 32;
/** Bytes of a pool: free units, first and last in its queue, ticks of mobilisation. */
const poolBytes: i32 = 16;
/** Bytes of a cell: first and last in its queue, tick at which its server is free. */
const cellBytes: i32 = 16;

/** Makes the memory at least so many bytes long; for the host, before it writes. */
export function reserve(bytes: i32): void {
  growMemory(bytes);
}

function approvalOf(number: i32, type: i32, task: i32): i32 {
  const word = wordOf(
    getInt(address.runHigh),
    getInt(address.runLow),
    (type << 8) + (approvalPurpose << 2) + task,
    number,
  );
  return toInt(exponential(getInt(address.exponentialAt), word) * getReal(address.approvalTicks));
}

function workOf(number: i32, type: i32, task: i32): i32 {
  const word = wordOf(
    getInt(address.runHigh),
    getInt(address.runLow),
    (type << 8) + (workPurpose << 2) + task,
    number,
  );
  const median = getReal(getInt(address.mediansAt) + (type << 3));
  return toInt(lognormal(getInt(address.lognormalAt), word, getReal(address.sigma)) * median);
}

/** Ticks between the arrivals `number` − 1 and `number` of a type. */
function gapOf(number: i32, type: i32): f64 {
  const word = wordOf(
    getInt(address.runHigh),
    getInt(address.runLow),
    (type << 8) + (gapPurpose << 2),
    number,
  );
  return exponential(getInt(address.exponentialAt), word) * getReal(getInt(address.gapsAt) + (type << 3));
}

/** One of `count`, by a word. */
function oneOf(number: i32, type: i32, purpose: i32, count: i32): i32 {
  const word = wordOf(getInt(address.runHigh), getInt(address.runLow), (type << 8) + (purpose << 2), number);
  return toInt(Math.floor((toReal(shiftRight(word, 1)) * toReal(count)) / 2147483648));
}

function regionOf(number: i32, type: i32): i32 {
  return oneOf(number, type, regionPurpose, getInt(address.regionCount));
}

function cellOf(number: i32, type: i32, region: i32): i32 {
  const own = region % getInt(address.regionsPerCell);
  const each = getInt(address.cellsPerRegion);
  return each === 1 ? own : own + getInt(address.regionsPerCell) * oneOf(number, type, cellPurpose, each);
}

/** Draws everything of a run into the tape: one row a mission in the order of arrival, and one that never comes. */
export function makeTape(): void {
  const types = getInt(address.typeCount);
  const tape = getInt(address.tapeAt);
  const horizon = toReal(getInt(address.horizonTicks));
  const next = getInt(address.resultsAt) + 256;
  const numbers = next + 128;
  for (let type: i32 = 0; type < types; type++) {
    setReal(next + (type << 3), gapOf(0, type));
    setInt(numbers + (type << 2), 0);
  }
  let row: i32 = tape;
  while (true) {
    let first: i32 = 0;
    for (let type: i32 = 1; type < types; type++)
      if (getReal(next + (type << 3)) < getReal(next + (first << 3))) first = type;
    const tick = getReal(next + (first << 3));
    if (tick >= horizon) break;
    const number = getInt(numbers + (first << 2));
    const region = regionOf(number, first);
    setInt(row, toInt(tick));
    setInt(row + 4, (first << 24) + (region << 16) + cellOf(number, first, region));
    for (let task: i32 = 0; task < tasksPerMission; task++) {
      setInt(row + 8 + (task << 2), approvalOf(number, first, task));
      setInt(row + 20 + (task << 2), workOf(number, first, task));
    }
    setInt(numbers + (first << 2), number + 1);
    setReal(next + (first << 3), tick + gapOf(number + 1, first));
    row += rowBytes;
  }
  setInt(row, -1);
}

/** One run of the task layer. Results: missions, events, shares queued, wait for a unit, approval time, then count and time to completion by type; times in ticks. */
export function runTasks(): void {
  const mode = getInt(address.tapeMode);
  if (mode === 2) makeTape();
  const hasTape = mode !== 0;
  const fused = getInt(address.isFused) === 1;
  const tree = getInt(address.treeAt);
  const leaves = getInt(address.leafCount);
  const units = getInt(address.unitsAt);
  const unitTotal = getInt(address.unitCount);
  const missions = getInt(address.missionsAt);
  const pools = getInt(address.poolsAt);
  const cells = getInt(address.cellsAt);
  const stacks = getInt(address.stacksAt);
  const needs = getInt(address.needsAt);
  const walks = getInt(address.walksAt);
  const travels = getInt(address.travelAt);
  const tape = getInt(address.tapeAt);
  const results = getInt(address.resultsAt);
  const perPool = getInt(address.unitsPerPool);
  const walk = getInt(address.walkLength);
  const regions = getInt(address.regionCount);
  const types = getInt(address.typeCount);
  const horizon = toReal(getInt(address.horizonTicks));
  const room = getInt(address.missionRoom);
  const poolTotal = getInt(address.poolCount);
  const cellTotal = getInt(address.cellCount);
  const idle = lastKey();

  for (let node: i32 = 1; node < 2 * leaves; node++) setKey(tree + (node << 3), idle);
  for (let pool: i32 = 0; pool < poolTotal; pool++) {
    setInt(pools + pool * poolBytes, perPool);
    setInt(pools + pool * poolBytes + 4, -1);
    for (let unit: i32 = 0; unit < perPool; unit++) {
      setInt(stacks + ((pool * perPool + unit) << 2), pool * perPool + unit);
      setInt(units + (pool * perPool + unit) * unitBytes + 16, pool);
    }
  }
  for (let cell: i32 = 0; cell < cellTotal; cell++) {
    setInt(cells + cell * cellBytes, -1);
    setInt(cells + cell * cellBytes + 8, 0);
  }
  for (let at: i32 = 0; at < 32; at++) setReal(results + (at << 3), 0);

  let arrived: i32 = 0;
  let events: i32 = 0;
  let queuedShares: i32 = 0;
  let waited: f64 = 0;
  let approvals: f64 = 0;
  if (hasTape) {
    const tick = getInt(tape);
    if (tick >= 0) place(tree, leaves + unitTotal, keyOf(tick, unitTotal << 3));
  } else {
    for (let type: i32 = 0; type < types; type++) {
      const tick = gapOf(0, type);
      setReal(results + 256 + (type << 3), tick);
      setInt(results + 384 + (type << 2), 0);
      if (tick < horizon) place(tree, leaves + unitTotal + type, keyOf(toInt(tick), (unitTotal + type) << 3));
    }
  }
  while (true) {
    const key = getKey(tree + 8);
    if (key >= idle) break;
    const now = tickOfKey(key);
    const payload = payloadOfKey(key);
    const unit = payload >> 3;
    const kind = payload & 7;
    events += 1;
    // What the event leaves to be placed: the unit's own next event, and at most one more leaf.
    let ownTick: i32 = -1;
    let ownKind: i32 = 0;
    let otherUnit: i32 = -1;
    let otherTick: i32 = 0;
    let otherKind: i32 = 0;
    // A mission whose next task starts now; -1 for none.
    let starting: i32 = -1;
    if (kind === arrival) {
      const mission = missions + (arrived % room) * missionBytes;
      let type: i32 = 0;
      if (hasTape) {
        const row = tape + arrived * rowBytes;
        const packed = getInt(row + 4);
        type = packed >> 24;
        setInt(mission + 16, (packed >> 16) & 255);
        setInt(mission + 20, packed & 65535);
        setInt(mission + 28, arrived);
        ownTick = getInt(row + rowBytes);
      } else {
        type = unit - unitTotal;
        const number = getInt(results + 384 + (type << 2));
        const region = regionOf(number, type);
        setInt(mission + 16, region);
        setInt(mission + 20, cellOf(number, type, region));
        setInt(mission + 28, number);
        setInt(results + 384 + (type << 2), number + 1);
        const tick = getReal(results + 256 + (type << 3)) + gapOf(number + 1, type);
        setReal(results + 256 + (type << 3), tick);
        ownTick = tick < horizon ? toInt(tick) : -1;
      }
      setInt(mission, now);
      setInt(mission + 12, type);
      setInt(mission + 24, 0);
      arrived += 1;
      starting = mission;
    } else {
      const row = units + unit * unitBytes;
      const mission = getInt(row);
      if (kind === mobilised) {
        const cell = cells + getInt(mission + 20) * cellBytes;
        const number = getInt(mission + 28);
        const type = getInt(mission + 12);
        const task = getInt(mission + 24);
        if (fused) {
          const service = hasTape
            ? getInt(tape + number * rowBytes + 8 + (task << 2))
            : approvalOf(number, type, task);
          const work = hasTape
            ? getInt(tape + number * rowBytes + 20 + (task << 2))
            : workOf(number, type, task);
          const free = getInt(cell + 8);
          const end = (now > free ? now : free) + service;
          setInt(cell + 8, end);
          approvals += toReal(end - now);
          ownTick = end + getInt(row + 12) + work;
          ownKind = workDone;
        } else {
          setInt(row + 8, now);
          setInt(row + 4, -1);
          if (getInt(cell) < 0) {
            setInt(cell, unit);
            const service = hasTape
              ? getInt(tape + number * rowBytes + 8 + (task << 2))
              : approvalOf(number, type, task);
            ownTick = now + service;
            ownKind = approved;
          } else setInt(units + getInt(cell + 4) * unitBytes + 4, unit);
          setInt(cell + 4, unit);
        }
      } else if (kind === approved) {
        const next = getInt(row + 4);
        setInt(cells + getInt(mission + 20) * cellBytes, next);
        approvals += toReal(now - getInt(row + 8));
        ownTick = now + getInt(row + 12);
        ownKind = onScene;
        if (next >= 0) {
          const other = getInt(units + next * unitBytes);
          const number = getInt(other + 28);
          const task = getInt(other + 24);
          const service = hasTape
            ? getInt(tape + number * rowBytes + 8 + (task << 2))
            : approvalOf(number, getInt(other + 12), task);
          otherUnit = next;
          otherTick = now + service;
          otherKind = approved;
        }
      } else if (kind === onScene) {
        const number = getInt(mission + 28);
        const task = getInt(mission + 24);
        const work = hasTape
          ? getInt(tape + number * rowBytes + 20 + (task << 2))
          : workOf(number, getInt(mission + 12), task);
        ownTick = now + work;
        ownKind = workDone;
      } else if (kind === workDone) {
        ownTick = now + getInt(row + 12);
        ownKind = 5;
        const task = getInt(mission + 24) + 1;
        setInt(mission + 24, task);
        if (task === tasksPerMission) {
          const result = results + 40 + (getInt(mission + 12) << 4);
          setReal(result, getReal(result) + 1);
          setReal(result + 8, getReal(result + 8) + toReal(now - getInt(mission)));
        } else starting = mission;
      } else {
        const pool = getInt(row + 16);
        const entry = pools + pool * poolBytes;
        const waiting = getInt(entry + 4);
        if (waiting < 0) {
          const free = getInt(entry);
          setInt(stacks + ((pool * perPool + free) << 2), unit);
          setInt(entry, free + 1);
        } else {
          setInt(entry + 4, getInt(waiting + 8));
          waited += toReal(now - getInt(waiting + 4));
          setInt(row, waiting);
          setInt(row + 12, getInt(travels + ((pool * regions + getInt(waiting + 16)) << 2)));
          ownTick = now + getInt(entry + 12);
          ownKind = mobilised;
        }
      }
    }
    if (ownTick < 0) place(tree, leaves + unit, idle);
    else place(tree, leaves + unit, keyOf(ownTick, (unit << 3) + ownKind));
    if (starting >= 0) {
      const region = getInt(starting + 16);
      const first =
        walks +
        (((getInt(needs + ((getInt(starting + 12) * tasksPerMission + getInt(starting + 24)) << 2)) +
          region) *
          walk) <<
          2);
      let at: i32 = 0;
      let pool: i32 = 0;
      let entry: i32 = 0;
      while (at < walk) {
        pool = getInt(first + (at << 2));
        entry = pools + pool * poolBytes;
        if (getInt(entry) > 0) break;
        at += 1;
      }
      if (at < walk) {
        const free = getInt(entry) - 1;
        setInt(entry, free);
        otherUnit = getInt(stacks + ((pool * perPool + free) << 2));
        const row = units + otherUnit * unitBytes;
        setInt(row, starting);
        setInt(row + 12, getInt(travels + ((pool * regions + region) << 2)));
        otherTick = now + getInt(entry + 12);
        otherKind = mobilised;
      } else {
        entry = pools + getInt(first) * poolBytes;
        setInt(starting + 4, now);
        setInt(starting + 8, -1);
        queuedShares += 1;
        if (getInt(entry + 4) < 0) setInt(entry + 4, starting);
        else setInt(getInt(entry + 8) + 8, starting);
        setInt(entry + 8, starting);
      }
    }
    if (otherUnit >= 0) place(tree, leaves + otherUnit, keyOf(otherTick, (otherUnit << 3) + otherKind));
  }
  setReal(results, toReal(arrived));
  setReal(results + 8, toReal(events));
  setReal(results + 16, toReal(queuedShares));
  setReal(results + 24, waited);
  setReal(results + 32, approvals);
}
