import { movesCode } from "../compile/codes.ts";
import { greatCircleKm } from "../number/great-circle.ts";
import { type Leg, shortestKmFrom } from "../number/network.ts";
import type { Program } from "../program.ts";
import { int, real } from "../typed-array.ts";

/** Modes of travel that have distances, in the order of their tables. */
const modes = [movesCode.air, movesCode.sea, movesCode.road] as const;

/**
 * Km between every two places for one row of `networks`, in one future: for air, sea and road in turn a
 * table from × to, `NaN` where they are not connected (K45).
 */
export function networkTable(program: Program, row: number, amount: Float64Array): Float64Array {
  const count = program.counts.places;
  const tables = new Float64Array(modes.length * count * count);
  const direct = directTable(program, row);
  modes.forEach((mode, index) => {
    const legs = legsOf(program, row, amount, mode, direct);
    const roadless = mode === movesCode.road && !hasLegs(program, row, mode);
    const table = mode === movesCode.air || roadless ? direct : overLegs(program, row, legs, direct);
    tables.set(table, index * count * count);
  });
  return tables;
}

/** Legs of a network are five entries: ends, mode, length, closed. */
const legWidth = 5;

function directTable(program: Program, row: number): Float64Array {
  const count = program.counts.places;
  const { lists, reals, networks } = program;
  const places = int(networks.places, row) + 1;
  const table = new Float64Array(count * count);
  const coordinate = (place: number, which: number): number => {
    const at = int(lists, places + place * 3 + which);
    return at < 0 ? Number.NaN : real(reals, at);
  };
  for (let from = 0; from < count; from++)
    for (let to = 0; to < count; to++)
      table[from * count + to] =
        from === to
          ? 0
          : greatCircleKm(coordinate(from, 0), coordinate(from, 1), coordinate(to, 0), coordinate(to, 1));
  return table;
}

function hasLegs(program: Program, row: number, mode: number): boolean {
  const at = int(program.networks.legs, row);
  const end = at + 1 + int(program.lists, at);
  for (let leg = at + 1; leg < end; leg += legWidth) if (int(program.lists, leg + 2) === mode) return true;
  return false;
}

function legsOf(
  program: Program,
  row: number,
  amount: Float64Array,
  mode: number,
  direct: Float64Array,
): readonly Leg[] {
  const { lists } = program;
  const at = int(program.networks.legs, row);
  const legs: Leg[] = [];
  for (let leg = at + 1; leg < at + 1 + int(lists, at); leg += legWidth) {
    const a = int(lists, leg);
    const b = int(lists, leg + 1);
    const length = int(lists, leg + 3);
    const closed = int(lists, leg + 4);
    if (int(lists, leg + 2) !== mode || a < 0 || b < 0) continue;
    if (closed >= 0 && !(real(amount, closed) < 0.5)) continue;
    const km = length >= 0 ? real(amount, length) : real(direct, a * program.counts.places + b);
    if (km >= 0) legs.push({ a, b, km });
  }
  return legs;
}

function overLegs(program: Program, row: number, legs: readonly Leg[], direct: Float64Array): Float64Array {
  const count = program.counts.places;
  const table = new Float64Array(count * count);
  const isEnd = new Uint8Array(count);
  for (const { a, b } of legs) {
    isEnd[a] = 1;
    isEnd[b] = 1;
  }
  const nodes = Int32Array.from({ length: count }, (_, place) => nodeOf(program, row, isEnd, place));
  const fromNode = new Map<number, Float64Array>();
  for (let from = 0; from < count; from++) {
    const node = int(nodes, from);
    if (node >= 0 && !fromNode.has(node)) fromNode.set(node, shortestKmFrom(legs, count, node));
    for (let to = 0; to < count; to++) {
      const other = int(nodes, to);
      const straight = real(direct, from * count + to);
      table[from * count + to] =
        from === to
          ? 0
          : node < 0 || other < 0
            ? Number.NaN
            : node === other
              ? Number.isNaN(straight)
                ? 0
                : straight
              : (fromNode.get(node)?.[other] ?? Number.NaN);
    }
  }
  return table;
}

/** The place itself or else the nearest region around it that is an end of an open leg; -1 for none. */
function nodeOf(program: Program, row: number, isEnd: Uint8Array, place: number): number {
  const places = int(program.networks.places, row) + 1;
  let at = place;
  for (let depth = 0; at >= 0 && depth <= program.counts.places; depth++) {
    if (isEnd[at] === 1) return at;
    at = int(program.lists, places + at * 3 + 2);
  }
  return -1;
}
