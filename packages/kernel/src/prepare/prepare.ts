import { studyOfSchedule } from "../compile/schedule-of.ts";
import { KernelError } from "../kernel-error.ts";
import { leverStarts } from "../number/schedule.ts";
import type { Program } from "../program.ts";
import type { Future } from "../run-spec.ts";
import { int, real } from "../typed-array.ts";
import { networkTable } from "./network-table.ts";

/** What a program means in one future: flat tables, to be shared by all its replications. */
export interface PreparedFuture {
  readonly index: number;
  /** Value of every amount; for one that depends on a fact, what holds where no fact is known. */
  readonly amount: Float64Array;
  /** Tick from which each lever is in effect, `never` where it is not adopted. */
  readonly starts: Int32Array;
  /** By row of `networks`: km as in `networkTable`. */
  readonly km: Float64Array;
  /** Highest rate of each stream per hour, 0 for none (K10). */
  readonly highestRate: Float64Array;
}

/** Tables of distances by what they depend on, so that futures which close the same legs share the work. */
const knownTables = new WeakMap<Program, Map<string, Float64Array>>();

/** Resolves everything that depends on the future alone. Throws `KernelError` `future` for one that is none of the program's (K85). */
export function prepare(program: Program, future: Future): PreparedFuture {
  checkFuture(program, future);
  const amount = amountsIn(program, future.values);
  return {
    index: future.index,
    amount,
    starts: startsIn(program, future),
    km: distances(program, amount),
    highestRate: highestRates(program, amount),
  };
}

/** Rounding may carry a quantile this far beyond its range, relative to it. */
const tolerance = 1e-9;

function checkFuture(program: Program, { index, values }: Future): void {
  const { ids, uncertaintyLow, uncertaintyHigh } = program;
  const refuse = (found: string, expected: string): never => {
    throw new KernelError("future", `future ${index}: ${found}; expected ${expected}`);
  };
  if (values.length !== ids.uncertainties.length)
    refuse(`${values.length} values`, `${ids.uncertainties.length}, one for each uncertainty`);
  values.forEach((value, at) => {
    const low = real(uncertaintyLow, at);
    const high = real(uncertaintyHigh, at);
    const slack = tolerance * Math.max(Math.abs(low), high === Number.POSITIVE_INFINITY ? 0 : Math.abs(high));
    if (!(value >= low - slack && value <= high + slack))
      refuse(`"${ids.uncertainties[at] ?? ""}" is ${value}`, `a value from ${low} to ${high}`);
  });
}

function amountsIn(program: Program, values: Float64Array): Float64Array {
  const { amounts, amountValue } = program;
  const amount = new Float64Array(amountValue.length);
  // Branches of a case have smaller numbers than the case, so one pass upwards resolves all.
  for (let row = 0; row < amount.length; row++) {
    const uncertainty = int(amounts.uncertainty, row);
    const otherwise = int(amounts.otherwise, row);
    if (int(amounts.fact, row) >= 0) amount[row] = otherwise < 0 ? 0 : real(amount, otherwise);
    else if (uncertainty >= 0) amount[row] = values[uncertainty] ?? 0;
    else amount[row] = Number.isNaN(amountValue[row]) ? 0 : real(amountValue, row);
  }
  return amount;
}

function startsIn(program: Program, future: Future): Int32Array {
  if (program.ids.levers.length === 0) return new Int32Array(0);
  const values = new Map(program.ids.uncertainties.map((id, at) => [id, future.values[at] ?? 0]));
  const study = studyOfSchedule(program.schedule);
  return Int32Array.from(leverStarts(study, program.schedule.packageId, program.mode, values, future.index));
}

function distances(program: Program, amount: Float64Array): Float64Array {
  const rows = program.networks.legs.length;
  const size = 3 * program.counts.places * program.counts.places;
  const all = new Float64Array(rows * size);
  const known = knownTables.get(program) ?? new Map<string, Float64Array>();
  knownTables.set(program, known);
  for (let row = 0; row < rows; row++) {
    const text = `${row} ${legsText(program, row, amount)}`;
    const table = known.get(text) ?? networkTable(program, row, amount);
    known.set(text, table);
    all.set(table, row * size);
  }
  return all;
}

/** What a network's distances depend on in a future: the lengths stated and which legs are closed. */
function legsText(program: Program, row: number, amount: Float64Array): string {
  const at = int(program.networks.legs, row);
  const parts: string[] = [];
  for (let leg = at + 1; leg < at + 1 + int(program.lists, at); leg += 5) {
    const length = int(program.lists, leg + 3);
    const closed = int(program.lists, leg + 4);
    const isOpen = closed < 0 || real(amount, closed) < 0.5;
    parts.push(isOpen ? String(length < 0 ? "" : real(amount, length)) : "x");
  }
  return parts.join();
}

function highestRates(program: Program, amount: Float64Array): Float64Array {
  const { lists, reals } = program;
  const most = (list: number, value: (entry: number) => number, least: number): number => {
    let highest = least;
    for (let at = list + 1; at <= list + int(lists, list); at++)
      highest = Math.max(highest, value(int(lists, at)));
    return highest;
  };
  const seasonPeak = (january: number): number => {
    let peak = real(reals, january);
    for (let month = 1; month < 12; month++) peak = Math.max(peak, real(reals, january + month));
    return peak;
  };
  return Float64Array.from(program.streamRates, (rates, stream) => {
    const rate = most(rates, (entry) => real(amount, entry), 0);
    const season = most(int(program.streamSeasons, stream), seasonPeak, 0);
    const times = most(int(program.streamTimes, stream), (entry) => real(amount, entry), 1);
    return rate * season * times;
  });
}
