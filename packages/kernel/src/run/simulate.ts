import * as eventType from "../codes/event-type.ts";
import * as howClosed from "../codes/how-closed.ts";
import { fillInts, growMemory, type i32 } from "../engine/primitive.ts";
import { leverStart, listAt, versionEntry } from "../engine/program.ts";
import * as Asker from "../memory/asker.ts";
import * as Cell from "../memory/cell.ts";
import {
  arenaFirst,
  budget,
  countHoldings,
  endedInstance,
  events,
  freeEnd,
  freeFirst,
  lane,
  minusEnd,
  minusFirst,
  runHi,
  runLo,
  setArenaTop,
  setCandidateCount,
  setEndedInstance,
  setEvents,
  setFirstEntry,
  setFirstHappened,
  setFirstMoved,
  setFirstRecall,
  setLastEntry,
  setLastHappened,
  setLastMoved,
  setNow,
  setStamp,
  setTouched,
  setUsableCount,
  zeroEnd,
  zeroFirst,
} from "../memory/cells.ts";
import * as Event from "../memory/event.ts";
import * as Finding from "../memory/finding.ts";
import * as Instance from "../memory/instance.ts";
import { holdingIn, holdingLevers, holdingName, holdingSupplies } from "../memory/program.ts";
import * as Request from "../memory/request.ts";
import * as Share from "../memory/share.ts";
import * as Holdings from "../memory/table-holdings.ts";
import * as Task from "../memory/task.ts";
import { never, ticksOf } from "../number/ticks.ts";
import { answerConsent } from "./access.ts";
import { scheduleServe, serve } from "./allocate.ts";
import { amountAt } from "./amount.ts";
import { arrive, renewed } from "./arrive.ts";
import { clearCalendar, nextEvent, plannedEvents, schedule, tickOf } from "./calendar.ts";
import { standUp } from "./cell.ts";
import { caused, dated, potential, startStreams } from "./demand.ts";
import { go } from "./go.ts";
import { endInstance } from "./incident.ts";
import { dropIncident } from "./incident-slot.ts";
import { nameInto } from "./name.ts";
import { answerRequest, ask, informed } from "./permit.ts";
import { advanceFinding } from "./situation.ts";
import { closeTask } from "./task-end.ts";
import { allocateRecalled, done, free, openTask } from "./work.ts";

/** Makes the memory at least so many bytes long; for the host, before it writes. */
export function reserve(bytes: i32): void {
  growMemory(bytes);
}

/**
 * One run of what lies in the memory: 0 if it is complete, 1 if its budget of events is spent (K81). Depends on nothing but the program, the future and the cells that the
 * host writes, whatever ran before (K82).
 */
export function simulate(): i32 {
  reset();
  startStreams();
  planSupplies();
  while (true) {
    if (events() >= budget() && plannedEvents() > 0) return 1;
    const event = nextEvent();
    if (event < 0) return 0;
    setEvents(events() + 1);
    setNow(tickOf(event));
    dispatch(Event.what(event), Event.slot(event), Event.hi(event), Event.lo(event));
    allocateRecalled();
    let instance = endedInstance();
    while (instance >= 0) {
      setEndedInstance(Instance.ended(instance));
      endInstance(instance);
      instance = endedInstance();
    }
  }
}

/** Back to tick 0. */
function reset(): void {
  fillInts(zeroFirst(), zeroEnd(), 0);
  fillInts(minusFirst(), minusEnd(), -1);
  fillInts(freeFirst(), freeEnd(), -1);
  setArenaTop(arenaFirst());
  setNow(0);
  clearCalendar();
  setTouched(0);
  setEvents(0);
  setEndedInstance(-1);
  setStamp(0);
  setCandidateCount(0);
  setUsableCount(0);
  setFirstRecall(-1);
  setFirstEntry(-1);
  setLastEntry(-1);
  setFirstHappened(-1);
  setLastHappened(-1);
  setFirstMoved(-1);
  setLastMoved(-1);
}

/**
 * A `supply` event at every arrival of units and at the start of every lever that touches a holding (K25), one where several fall
 * on one tick (K2).
 */
function planSupplies(): void {
  for (let holding: i32 = 0; holding < countHoldings(); holding++) {
    const count = listAt(holdingSupplies(holding)) + listAt(holdingLevers(holding));
    for (let at: i32 = 0; at < count; at++) {
      const tick = supplyTick(holding, at);
      let isPlanned = false;
      for (let before: i32 = 0; before < at; before++) {
        if (supplyTick(holding, before) === tick) isPlanned = true;
      }
      if (!isPlanned) planSupply(holding, tick);
    }
  }
}

/** Tick of a reason for supply: the arrivals of a holding first, then the levers that touch it. */
function supplyTick(holding: i32, at: i32): i32 {
  const supplies = holdingSupplies(holding);
  const arrivals = listAt(supplies);
  if (at < arrivals) return ticksOf(amountAt(listAt(supplies + 1 + at), -1));
  return leverStart(listAt(holdingLevers(holding) + 1 + at - arrivals));
}

function planSupply(holding: i32, tick: i32): void {
  if (tick >= never) return;
  nameInto(0, runHi(), runLo(), holdingName(holding));
  schedule(eventType.supply, holding, tick, lane(0), lane(1));
}

/** Units of a holding arrive: shares that wait for any capability it has had may be served. */
function supply(holding: i32): void {
  const first = versionEntry(holdingIn, 1, holding);
  const end = first + (1 << listAt(versionEntry(holdingIn, 0, holding)));
  for (let at: i32 = first; at < end; at++) {
    const row = versionEntry(holdingIn, 2, at);
    if (row >= 0) scheduleServe(Holdings.capability(row));
  }
}

/** Runs one event. What it belonged to forgets it first, so that it is not withdrawn later. */
function dispatch(type: i32, slot: i32, hi: i32, lo: i32): void {
  switch (type) {
    case eventType.supply:
      supply(slot);
      break;
    case eventType.close:
      Task.setCloseEvent(slot, -1);
      closeTask(slot, howClosed.ended);
      break;
    case eventType.free:
      Share.setEvent(slot, -1);
      free(slot);
      break;
    case eventType.done:
      Share.setEvent(slot, -1);
      done(slot);
      break;
    case eventType.informed:
      Asker.setEvent(slot, -1);
      informed(slot);
      break;
    case eventType.access:
      Asker.setAccessEvent(slot, -1);
      answerConsent(slot);
      break;
    case eventType.renewed:
      Asker.setStaleEvent(slot, -1);
      renewed(slot);
      break;
    case eventType.request:
      Request.setEvent(slot, -1);
      answerRequest(slot);
      break;
    case eventType.finding:
      Finding.setEvent(slot, -1);
      advanceFinding(slot);
      break;
    case eventType.stood: {
      const incident = Cell.incident(slot);
      standUp(slot);
      dropIncident(incident);
      break;
    }
    case eventType.potential:
      potential(slot, hi, lo);
      break;
    case eventType.dated:
      dated(slot, hi, lo);
      break;
    case eventType.caused:
      caused(slot);
      break;
    case eventType.open:
      Task.setOpenEvent(slot, -1);
      openTask(slot);
      break;
    case eventType.serve:
      serve(slot);
      break;
    case eventType.ask:
      Asker.setEvent(slot, -1);
      ask(slot);
      break;
    case eventType.go:
      Share.setEvent(slot, -1);
      go(slot);
      break;
    default:
      Share.setEvent(slot, -1);
      arrive(slot);
  }
}
