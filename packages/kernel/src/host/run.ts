import { runName } from "@shikumi/core/random";
import { addressOf, offsetOf } from "../engine/layout.ts";
import type { Outputs } from "../outputs.ts";
import type { PreparedFuture } from "../prepare/prepare.ts";
import type { Program } from "../program.ts";
import type { Imposed, RunSpec, RunStatus } from "../run-spec.ts";
import { type EngineTarget, javascriptEngine, loadedIn } from "./engine.ts";
import { imageOf } from "./image.ts";

/** Events after which a run stops unless its spec says otherwise (K81). */
const defaultBudget = 2_000_000;

/** A program and the engine that runs it. Makes nothing and holds no memory of its own: an engine holds the program that ran last. */
export interface State {
  readonly program: Program;
  readonly engine: EngineTarget;
}

/** What lies in the memory of each engine now. */
interface Loaded {
  program?: Program;
  prepared?: PreparedFuture | undefined;
}

/** A state for runs of a program, by JavaScript unless another engine is given. */
export function createState(program: Program, engine: EngineTarget = javascriptEngine): State {
  return { program, engine };
}

/**
 * One run: overwrites `out`, and depends on nothing but program, future and spec, whatever ran before on the same engine (K82).
 */
export function run(
  program: Program,
  prepared: PreparedFuture,
  state: State,
  spec: RunSpec,
  out: Outputs,
): RunStatus {
  return runWith(program, prepared, state, spec, out, false, false);
}

/** A run that also returns the demand and the stocks to impose on its relaxations (K71). */
export function runRecorded(
  program: Program,
  prepared: PreparedFuture,
  state: State,
  spec: RunSpec,
  out: Outputs,
): { readonly status: RunStatus; readonly imposed: Imposed } {
  const status = runWith(program, prepared, state, spec, out, true, false);
  return { status, imposed: spec.imposed ?? imposedOf(state) };
}

/** A run whose trace is left in the engine's memory. */
export function runWith(
  program: Program,
  prepared: PreparedFuture,
  state: State,
  spec: RunSpec,
  out: Outputs,
  isRecording: boolean,
  isTracing: boolean,
): RunStatus {
  if (state.program !== program) throw new RangeError("the state was made for another program");
  const { engine } = state;
  load(engine, program, prepared);
  const arenaFirst = loadImposed(engine, program, spec.imposed);
  const [runHi, runLo] = runName(program.seed, prepared.index, spec.replication);
  const cells = new Int32Array(engine.buffer());
  const set = (cell: string, value: number): void => {
    cells[addressOf(cell) >> 2] = value;
  };
  set("arenaFirst", arenaFirst);
  set("relax", spec.relax ?? 0);
  set("withdrawn", spec.without === undefined ? -1 : program.layout.parties.indexOf(spec.without));
  set("granted", spec.undetermined === "granted" ? 1 : 0);
  set("isImposed", spec.imposed === undefined ? 0 : 1);
  set("isTracing", isTracing ? 1 : 0);
  set("isRecording", isRecording ? 1 : 0);
  set("budget", budgetOf(spec));
  set("parts", spec.parts ?? -1);
  set("runHi", runHi);
  set("runLo", runLo);
  const ended = engine.simulate() === 0 ? "complete" : "budget";
  readOutputs(engine, program, out);
  return { ended, events: cell(engine, "events"), lastTick: cell(engine, "now") };
}

/**
 * Mask of the causes, of those not relaxed, that something in the last run of the state's engine belonged to or may have. Relaxing any other of them changes nothing (K84).
 */
export function touchedCauses({ engine }: State): number {
  return cell(engine, "touched") & ~cell(engine, "relax");
}

/** Events a run may have: the engine counts them in 32 bits. */
function budgetOf({ budget = defaultBudget }: RunSpec): number {
  if (!(Number.isSafeInteger(budget) && budget >= 0 && budget <= 2147483647))
    throw new RangeError(`the budget must be a whole number of events up to 2147483647, got ${budget}`);
  return budget;
}

/** Value of a cell after a run. */
export function cell(engine: EngineTarget, name: string): number {
  return new Int32Array(engine.buffer(), addressOf(name), 1)[0] as number;
}

function load(engine: EngineTarget, program: Program, prepared: PreparedFuture): void {
  const state = loadedIn<Loaded>(engine, () => ({}));
  const image = imageOf(program);
  if (state.program !== program) {
    engine.reserve(image.freeAt + 65536);
    new Int32Array(engine.buffer(), 0, image.ints.length).set(image.ints);
    new Float64Array(engine.buffer(), image.realsAt, image.reals.length).set(image.reals);
    state.program = program;
    state.prepared = undefined;
  }
  if (state.prepared === prepared) return;
  const buffer = engine.buffer();
  new Float64Array(buffer, image.amountsAt, prepared.amount.length).set(prepared.amount);
  new Float64Array(buffer, image.kmAt, prepared.km.length).set(prepared.km);
  new Float64Array(buffer, image.highestRateAt, prepared.highestRate.length).set(prepared.highestRate);
  new Int32Array(buffer, image.startsAt, prepared.starts.length).set(prepared.starts);
  state.prepared = prepared;
}

/** Writes what is imposed after the image and returns where the arena may begin. */
function loadImposed(engine: EngineTarget, program: Program, imposed: Imposed | undefined): number {
  const { freeAt } = imageOf(program);
  if (imposed === undefined) return freeAt;
  const { happened, trust } = imposed;
  const streams = freeAt;
  const stocks = streams + 8 * happened.length;
  let top = (stocks + 12 * trust.length + 7) & ~7;
  const values = trust.map((path) => {
    const at = top;
    top += 8 * path.values.length;
    return at;
  });
  const ticks = trust.map((path) => {
    const at = top;
    top += 4 * path.ticks.length;
    return at;
  });
  const lanes = happened.map((list) => {
    const at = top;
    top += 4 * list.length;
    return at;
  });
  const end = (top + 7) & ~7;
  engine.reserve(end + 65536);
  const ints = new Int32Array(engine.buffer());
  const reals = new Float64Array(engine.buffer());
  ints[addressOf("imposedHappenedAt") >> 2] = streams;
  ints[addressOf("imposedTrustAt") >> 2] = stocks;
  happened.forEach((list, stream) => {
    const at = lanes[stream] as number;
    ints.set([at, list.length], (streams + 8 * stream) >> 2);
    ints.set(list, at >> 2);
  });
  trust.forEach((path, stock) => {
    const valuesAt = values[stock] as number;
    const ticksAt = ticks[stock] as number;
    ints.set([ticksAt, path.ticks.length, valuesAt], (stocks + 12 * stock) >> 2);
    reals.set(path.values, valuesAt >> 3);
    ints.set(path.ticks, ticksAt >> 2);
  });
  return end;
}

function readOutputs(engine: EngineTarget, program: Program, out: Outputs): void {
  const columns = out as unknown as Record<string, Float64Array | Int32Array>;
  const buffer = engine.buffer();
  for (const [name, { at, length, isReal }] of imageOf(program).outputs)
    columns[name]?.set(isReal ? new Float64Array(buffer, at, length) : new Int32Array(buffer, at, length));
}

/** Rows of a list that a run left in the memory, in order. */
export function* rowsFrom(engine: EngineTarget, kind: string, first: string): Generator<RowReader> {
  const buffer = engine.buffer();
  const ints = new Int32Array(buffer);
  const reals = new Float64Array(buffer);
  const next = offsetOf(kind, "next");
  for (let row = cell(engine, first); row >= 0; row = ints[(row + next) >> 2] as number) {
    const at = row;
    yield {
      int: (column) => ints[(at + offsetOf(kind, column)) >> 2] as number,
      real: (column) => reals[(at + offsetOf(kind, column)) >> 3] as number,
    };
  }
}

/** Reads the columns of one row by name. */
export interface RowReader {
  readonly int: (column: string) => number;
  readonly real: (column: string) => number;
}

/** What the last run of a state, which was recorded, leaves to impose on its relaxations. */
export function imposedOf({ engine, program: { counts } }: State): Imposed {
  const happened: number[][] = Array.from({ length: counts.streams }, () => []);
  for (const row of rowsFrom(engine, "happened", "firstHappened"))
    happened[row.int("stream")]?.push(row.int("hi"), row.int("lo"));
  const ticks: number[][] = Array.from({ length: counts.trust }, () => []);
  const values: number[][] = Array.from({ length: counts.trust }, () => []);
  for (const row of rowsFrom(engine, "moved", "firstMoved")) {
    ticks[row.int("stock")]?.push(row.int("tick"));
    values[row.int("stock")]?.push(row.real("value"));
  }
  return {
    happened: happened.map((lanes) => Int32Array.from(lanes)),
    trust: ticks.map((path, stock) => ({
      ticks: Int32Array.from(path),
      values: Float64Array.from(values[stock] ?? []),
    })),
  };
}
