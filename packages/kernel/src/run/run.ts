import { runName } from "@shikumi/core/random";
import { int, real } from "../memory.ts";
import { never, ticksOf } from "../number/ticks.ts";
import { allocateOutputs, type Outputs } from "../outputs.ts";
import { type PreparedFuture, prepare } from "../prepare/prepare.ts";
import type { Program } from "../program.ts";
import type { Imposed, RunSpec, RunStatus } from "../run-spec.ts";
import { eventType, nextEvent, schedule } from "../state/calendar-queue.ts";
import { State } from "../state/state.ts";
import { answerConsent } from "./access.ts";
import { scheduleServe, serve } from "./allocate.ts";
import { amountAt } from "./amount.ts";
import { arrive, renewed } from "./arrive.ts";
import { standUp } from "./cell.ts";
import { caused, dated, potential, startStreams } from "./demand.ts";
import { go } from "./go.ts";
import { endInstance } from "./incident.ts";
import { dropIncident } from "./incident-slot.ts";
import { nameInto } from "./name.ts";
import { answerRequest, ask, informed } from "./permit.ts";
import { advanceFinding } from "./situation.ts";
import { closeTask, closing } from "./task-end.ts";
import { done, free, openTask } from "./work.ts";

/** Events after which a run stops unless its spec says otherwise (K81). */
const defaultBudget = 2_000_000;

/** A state for runs of a program. */
export function createState(program: Program): State {
  const prepared = prepare(program, {
    index: 0,
    values: new Float64Array(program.ids.uncertainties.length),
  });
  return new State(program, prepared, allocateOutputs(program.layout));
}

/**
 * One run: overwrites `out`, and depends on nothing but program, future and spec, whatever the state was
 * used for before (K82). Allocates only where the state has to grow.
 */
export function run(
  program: Program,
  prepared: PreparedFuture,
  state: State,
  spec: RunSpec,
  out: Outputs,
): RunStatus {
  if (state.program !== program) throw new RangeError("the state was made for another program");
  start(state, prepared, spec, out);
  return loop(state, spec.budget ?? defaultBudget);
}

/** A run that also returns the demand and the stocks to impose on its relaxations (K71). */
export function runRecorded(
  program: Program,
  prepared: PreparedFuture,
  state: State,
  spec: RunSpec,
  out: Outputs,
): { readonly status: RunStatus; readonly imposed: Imposed } {
  state.recording = true;
  try {
    const status = run(program, prepared, state, spec, out);
    return { status, imposed: spec.imposed ?? imposedOf(state) };
  } finally {
    state.recording = false;
  }
}

function imposedOf(s: State): Imposed {
  const { counts } = s.program;
  const happened: number[][] = Array.from({ length: counts.streams }, () => []);
  for (let at = 0; at < s.happened.used; at++)
    happened[int(s.happened.stream, at)]?.push(int(s.happened.hi, at), int(s.happened.lo, at));
  const ticks: number[][] = Array.from({ length: counts.trust }, () => []);
  const values: number[][] = Array.from({ length: counts.trust }, () => []);
  for (let at = 0; at < s.moved.used; at++) {
    ticks[int(s.moved.stock, at)]?.push(int(s.moved.tick, at));
    values[int(s.moved.stock, at)]?.push(real(s.moved.value, at));
  }
  return {
    happened: happened.map((lanes) => Int32Array.from(lanes)),
    trust: ticks.map((path, stock) => ({
      ticks: Int32Array.from(path),
      values: Float64Array.from(values[stock] ?? []),
    })),
  };
}

function start(s: State, prepared: PreparedFuture, spec: RunSpec, out: Outputs): void {
  s.reset();
  s.prepared = prepared;
  s.out = out;
  s.relax = spec.relax ?? 0;
  s.granted = spec.undetermined === "granted";
  s.imposed = spec.imposed;
  s.withdrawn = spec.without === undefined ? -1 : s.program.layout.parties.indexOf(spec.without);
  for (const column of Object.values(out))
    if (column instanceof Float64Array || column instanceof Int32Array) column.fill(0);
  const [hi, lo] = runName(s.program.seed, prepared.index, spec.replication);
  s.runHi = hi;
  s.runLo = lo;
  startStreams(s);
  planSupplies(s);
}

/**
 * A `supply` event at every arrival of units and at the start of every lever that touches a holding (K25), one where several fall
 * on one tick (K2).
 */
function planSupplies(s: State): void {
  const { counts, lists, holdingSupplies, holdingLevers } = s.program;
  for (let holding = 0; holding < counts.holdings; holding++) {
    const count = int(lists, int(holdingSupplies, holding)) + int(lists, int(holdingLevers, holding));
    for (let at = 0; at < count; at++) {
      const tick = supplyTick(s, holding, at);
      let isPlanned = false;
      for (let before = 0; before < at; before++) {
        if (supplyTick(s, holding, before) === tick) isPlanned = true;
      }
      if (!isPlanned) planSupply(s, holding, tick);
    }
  }
}

/** Tick of a reason for supply: the arrivals of a holding first, then the levers that touch it. */
function supplyTick(s: State, holding: number, at: number): number {
  const { lists, holdingSupplies, holdingLevers } = s.program;
  const supplies = int(holdingSupplies, holding);
  const arrivals = int(lists, supplies);
  if (at < arrivals) return ticksOf(amountAt(s, int(lists, supplies + 1 + at), -1));
  return int(s.prepared.starts, int(lists, int(holdingLevers, holding) + 1 + at - arrivals));
}

function planSupply(s: State, holding: number, tick: number): void {
  if (tick >= never) return;
  nameInto(s, 0, s.runHi, s.runLo, int(s.program.holdingName, holding));
  schedule(s, eventType.supply, holding, tick, int(s.lanes, 0), int(s.lanes, 1));
}

/** Units of a holding arrive: shares that wait for any capability it has had may be served. */
function supply(s: State, holding: number): void {
  const { holdingIn, holdings } = s.program;
  const next =
    holding + 1 < s.program.counts.holdings ? int(holdingIn.first, holding + 1) : holdingIn.rows.length;
  for (let at = int(holdingIn.first, holding); at < next; at++) {
    const row = int(holdingIn.rows, at);
    if (row >= 0) scheduleServe(s, int(holdings.what, row));
  }
}

function loop(s: State, budget: number): RunStatus {
  for (;;) {
    if (s.events >= budget && s.heapSize > 0) return { ended: "budget", events: s.events, lastTick: s.now };
    const id = nextEvent(s);
    if (id < 0) return { ended: "complete", events: s.events, lastTick: s.now };
    s.events += 1;
    s.now = Math.floor(real(s.event.key, id) / 16);
    dispatch(s, int(s.event.type, id), int(s.event.slot, id), int(s.event.hi, id), int(s.event.lo, id));
    while (s.endedInstance >= 0) {
      const instance = s.endedInstance;
      s.endedInstance = int(s.instance.ended, instance);
      endInstance(s, instance);
    }
  }
}

/** Runs one event. What it belonged to forgets it first, so that it is not withdrawn later. */
function dispatch(s: State, type: number, slot: number, hi: number, lo: number): void {
  switch (type) {
    case eventType.supply:
      supply(s, slot);
      break;
    case eventType.close:
      s.task.closeEvent[slot] = -1;
      closeTask(s, slot, closing.ended);
      break;
    case eventType.free:
      s.share.event[slot] = -1;
      free(s, slot);
      break;
    case eventType.done:
      s.share.event[slot] = -1;
      done(s, slot);
      break;
    case eventType.informed:
      s.asker.event[slot] = -1;
      informed(s, slot);
      break;
    case eventType.access:
      s.asker.accessEvent[slot] = -1;
      answerConsent(s, slot);
      break;
    case eventType.renewed:
      s.asker.staleEvent[slot] = -1;
      renewed(s, slot);
      break;
    case eventType.request:
      s.request.event[slot] = -1;
      answerRequest(s, slot);
      break;
    case eventType.finding:
      s.finding.event[slot] = -1;
      advanceFinding(s, slot);
      break;
    case eventType.stood: {
      const incident = int(s.cell.incident, slot);
      standUp(s, slot);
      dropIncident(s, incident);
      break;
    }
    case eventType.potential:
      potential(s, slot, hi, lo);
      break;
    case eventType.dated:
      dated(s, slot, hi, lo);
      break;
    case eventType.caused:
      caused(s, slot);
      break;
    case eventType.open:
      s.task.openEvent[slot] = -1;
      openTask(s, slot);
      break;
    case eventType.serve:
      serve(s, slot);
      break;
    case eventType.ask:
      s.asker.event[slot] = -1;
      ask(s, slot);
      break;
    case eventType.go:
      s.share.event[slot] = -1;
      go(s, slot);
      break;
    default:
      s.share.event[slot] = -1;
      arrive(s, slot);
  }
}
