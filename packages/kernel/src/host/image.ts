import {
  addressOf,
  columns,
  counts,
  listsAt,
  outputColumns,
  rowKinds,
  stateColumns,
  tables,
  versions,
  widthOf,
} from "../engine/layout.ts";
import { allocateOutputs } from "../outputs.ts";
import { independentParts } from "../parts/independent-parts.ts";
import type { Program, Table, Versions } from "../program.ts";
import { checkProgram } from "./check-program.ts";

/** Where the parts of a program lie in the memory of an engine, and the bytes that never change while it runs. */
export interface ProgramImage {
  /** The head and the tables: the first bytes of the memory. */
  readonly ints: Int32Array;
  readonly reals: Float64Array;
  readonly realsAt: number;
  readonly amountsAt: number;
  readonly startsAt: number;
  readonly kmAt: number;
  readonly highestRateAt: number;
  /** Columns of the outputs by name: address and entries. */
  readonly outputs: ReadonlyMap<
    string,
    { readonly at: number; readonly length: number; readonly isReal: boolean }
  >;
  /** Where what a run imposes may begin; the arena follows it. */
  readonly freeAt: number;
}

const images = new WeakMap<Program, ProgramImage>();

/** The image of a program, made once. */
export function imageOf(program: Program): ProgramImage {
  const known = images.get(program);
  if (known !== undefined) return known;
  checkProgram(program);
  const made = makeImage(program);
  images.set(program, made);
  return made;
}

function makeImage(program: Program): ProgramImage {
  const parts: { readonly at: number; readonly column: Int32Array }[] = [];
  const head = new Map<number, number>();
  let top = listsAt;
  const place = (column: Int32Array): number => {
    const at = top;
    parts.push({ at, column });
    top += 4 * column.length;
    return at;
  };
  const room = (bytes: number): number => {
    const at = (top + 7) & ~7;
    top = at + bytes;
    return at;
  };
  place(program.lists);
  const fields = program as unknown as Record<string, unknown>;
  for (const [name, names] of Object.entries(tables)) {
    const table = fields[name] as Table<readonly string[]>;
    for (const column of names) head.set(addressOf(`${name}.${column}`), place(table[column] as Int32Array));
  }
  const made: Readonly<Record<string, Int32Array>> = {
    isLogged: loggedMissions(program),
    streamPart: independentParts(program).ofStream,
  };
  for (const name of columns) head.set(addressOf(name), place(made[name] ?? (fields[name] as Int32Array)));
  for (const name of versions) {
    const { levers, first, rows } = fields[name] as Versions;
    [levers, first, rows].forEach((column, at) => {
      head.set(addressOf(name) + 4 * at, place(column));
    });
  }
  const set = (cell: string, value: number): void => {
    head.set(addressOf(cell), value);
  };
  set("monthStartsAt", place(program.calendar.monthStarts));
  set("monthCount", program.calendar.monthStarts.length);
  set("firstMonth", program.calendar.firstMonth);
  set("horizon", program.horizon);
  set("adHocStandsUp", program.adHocStandsUp);
  set("adHocHandles", program.adHocHandles);
  set("isRecalling", program.missions.recalls.includes(1) ? 1 : 0);
  for (const count of counts) set(`count.${count}`, countOf(program, count));
  for (const kind of Object.keys(rowKinds))
    set(
      `width.${kind}`,
      widthOf(kind, (count) => countOf(program, count)),
    );
  const kinds = Object.keys(rowKinds);
  set("freeFirst", addressOf(`free.${kinds[0] ?? ""}`));
  set("freeEnd", addressOf(`free.${kinds.at(-1) ?? ""}`) + 4);

  const realsAt = room(8 * program.reals.length);
  const amountsAt = room(8 * program.amountValue.length);
  const kmAt = room(8 * 3 * program.networks.legs.length * program.counts.places * program.counts.places);
  const highestRateAt = room(8 * program.counts.streams);
  const startsAt = room(4 * program.counts.levers);
  set("realsAt", realsAt);
  set("amountsAt", amountsAt);
  set("kmAt", kmAt);
  set("highestRateAt", highestRateAt);
  set("startsAt", startsAt);

  set("minusFirst", room(0));
  for (const [name, { by, from }] of Object.entries(stateColumns))
    if (from === -1) set(`state.${name}`, room(4 * countOf(program, by)));
  set("minusEnd", (top + 3) & ~3);
  set("zeroFirst", room(0));
  for (const [name, { by, from, real }] of Object.entries(stateColumns))
    if (from === 0) set(`state.${name}`, room((real === true ? 8 : 4) * countOf(program, by)));
  const outputs = new Map<string, { at: number; length: number; isReal: boolean }>();
  const empty = allocateOutputs(program.layout) as unknown as Record<string, Float64Array | Int32Array>;
  for (const name of outputColumns) {
    const column = empty[name] as Float64Array | Int32Array;
    const at = room(column.byteLength);
    outputs.set(name, { at, length: column.length, isReal: column instanceof Float64Array });
    set(`out.${name}`, at);
  }
  set("zeroEnd", room(0));

  const ints = new Int32Array(realsAt >> 2);
  for (const [address, value] of head) ints[address >> 2] = value;
  for (const { at, column } of parts) ints.set(column, at >> 2);
  return {
    ints,
    reals: program.reals,
    realsAt,
    amountsAt,
    startsAt,
    kmAt,
    highestRateAt,
    outputs,
    freeAt: room(0),
  };
}

function loggedMissions(program: Program): Int32Array {
  const isLogged = new Int32Array(program.counts.missions);
  for (const mission of program.streams.suppressedBy) if (mission >= 0) isLogged[mission] = 1;
  return isLogged;
}

/** A count of the program, or the size of something that follows from its tables. */
function countOf(program: Program, name: string): number {
  switch (name) {
    case "missionRows":
      return program.missions.tasks.length;
    case "candidates":
      return mostCandidates(program);
    case "weights":
      return mostWeights(program);
    case "organisationWords":
      return Math.max(1, program.counts.organisationWords);
    default:
      return (program.counts as unknown as Record<string, number>)[name] ?? 0;
  }
}

function longest(program: Program, ...lists: readonly Int32Array[]): number {
  let most = 0;
  for (const column of lists)
    for (const list of column) if (list >= 0) most = Math.max(most, program.lists[list] as number);
  return most;
}

/** Pairs of organisation and alternative that a need can have, or organisations that a need without units may name. */
function mostCandidates(program: Program): number {
  const alternatives = longest(program, program.needs.alternatives);
  const named = longest(program, program.roles.supports) + longest(program, program.tasks.accountable) + 1;
  return Math.max(alternatives * program.counts.organisations, named);
}

/** Entries that a slot or a choice loads, twice for values and weights. */
function mostWeights(program: Program): number {
  const facts = new Set<number>();
  for (const list of program.streams.facts)
    for (let at = list + 1; at < list + 1 + (program.lists[list] as number); at += 4)
      facts.add(program.lists[at + 2] as number);
  return (
    2 *
      longest(
        program,
        program.slots.values,
        program.slots.weights,
        program.streams.at,
        program.streams.for,
        Int32Array.from(facts),
      ) +
    2
  );
}
