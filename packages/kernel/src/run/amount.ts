import { caseFamily } from "../compile/codes.ts";
import { grownReals, int, real } from "../memory.ts";
import {
  distributionCodes,
  inverse,
  meanOf,
  observedIndex,
  observedMean,
  weightedIndex,
  weightedMean,
} from "../number/inverse.ts";
import type { State } from "../state/state.ts";
import { drawAt, drawOf } from "./name.ts";

/** Value of an amount for an incident (-1: no facts). A case takes the branch of the incident's fact (K4). */
export function amountAt(s: State, amount: number, incident: number): number {
  const { amounts, lists } = s.program;
  let at = amount;
  while (at >= 0) {
    const fact = int(amounts.fact, at);
    if (fact < 0 || incident < 0) return real(s.prepared.amount, at);
    at = branchOf(lists, int(amounts.cases, at), factOf(s, incident, fact), int(amounts.otherwise, at));
  }
  return 0;
}

/** Word of a fact of an incident; -1 if it is unknown. */
export function factOf(s: State, incident: number, fact: number): number {
  return int(s.incident.facts, incident * s.program.counts.facts + fact);
}

/** The slot a slot stands for in this incident; -1 for a case without a branch. */
function resolved(s: State, slot: number, incident: number): number {
  const { slots, lists } = s.program;
  let at = slot;
  while (at >= 0 && int(slots.family, at) === caseFamily) {
    const word = incident < 0 ? -1 : factOf(s, incident, int(slots.fact, at));
    at = branchOf(lists, int(slots.cases, at), word, int(slots.otherwise, at));
  }
  return at;
}

function branchOf(lists: Int32Array, cases: number, word: number, otherwise: number): number {
  if (word >= 0) {
    const end = cases + 1 + int(lists, cases);
    for (let at = cases + 1; at < end; at += 2) if (int(lists, at) === word) return int(lists, at + 1);
  }
  return otherwise;
}

/** Value of a slot by draw(N, part). An absent slot is 0. */
export function slotOf(
  s: State,
  slot: number,
  incident: number,
  hi: number,
  lo: number,
  part: number,
): number {
  const row = resolved(s, slot, incident);
  if (row < 0) return 0;
  if (int(s.program.slots.family, row) === distributionCodes.fixed)
    return amountAt(s, int(s.program.slots.p0, row), incident);
  return quantileAt(s, row, incident, drawOf(s, hi, lo, part));
}

/** Value of a slot by draw(N, part, index). */
export function slotAt(
  s: State,
  slot: number,
  incident: number,
  hi: number,
  lo: number,
  part: number,
  index: number,
): number {
  const row = resolved(s, slot, incident);
  if (row < 0) return 0;
  if (int(s.program.slots.family, row) === distributionCodes.fixed)
    return amountAt(s, int(s.program.slots.p0, row), incident);
  return quantileAt(s, row, incident, drawAt(s, hi, lo, part, index));
}

function quantileAt(s: State, row: number, incident: number, u: number): number {
  const { slots, lists } = s.program;
  const family = int(slots.family, row);
  if (family === distributionCodes.observed || family === distributionCodes.discrete) {
    const values = int(slots.values, row);
    const count = int(lists, values);
    if (count === 0) return 0;
    let index = 0;
    if (family === distributionCodes.observed) index = observedIndex(count, u);
    else {
      loadAmounts(s, int(slots.weights, row), incident);
      index = weightedIndex(s.weights, 0, count, u);
    }
    return amountAt(s, int(lists, values + 1 + index), incident);
  }
  return inverse(
    family,
    amountAt(s, int(slots.p0, row), incident),
    amountAt(s, int(slots.p1, row), incident),
    amountAt(s, int(slots.p2, row), incident),
    u,
  );
}

/** Mean of a slot for an incident; 0 for an absent one. */
export function meanAt(s: State, slot: number, incident: number): number {
  const row = resolved(s, slot, incident);
  if (row < 0) return 0;
  const { slots, lists } = s.program;
  const family = int(slots.family, row);
  if (family === distributionCodes.observed) {
    loadAmounts(s, int(slots.values, row), incident);
    const count = int(lists, int(slots.values, row));
    return count === 0 ? 0 : observedMean(s.weights, 0, count);
  }
  if (family === distributionCodes.discrete) {
    const count = int(lists, int(slots.values, row));
    loadAmounts(s, int(slots.weights, row), incident);
    for (let at = 0; at < count; at++) s.weights[count + at] = real(s.weights, at);
    loadAmounts(s, int(slots.values, row), incident);
    return weightedMeanOf(s, count);
  }
  return meanOf(
    family,
    amountAt(s, int(slots.p0, row), incident),
    amountAt(s, int(slots.p1, row), incident),
    amountAt(s, int(slots.p2, row), incident),
  );
}

/** Values lie at 0, weights at `count` of the scratch column. */
function weightedMeanOf(s: State, count: number): number {
  return weightedMean(s.weights.subarray(0, count), s.weights.subarray(count, 2 * count), 0, count);
}

/** Loads a list of amounts into the scratch column, which gets room for twice as many. */
function loadAmounts(s: State, list: number, incident: number): void {
  const { lists } = s.program;
  const count = int(lists, list);
  if (s.weights.length < 2 * count + 2) s.weights = grownReals(s.weights, 4 * count + 2);
  for (let at = 0; at < count; at++) s.weights[at] = amountAt(s, int(lists, list + 1 + at), incident);
}

/**
 * Index of the entry of a list of (value, weight) chosen by u, with weights read without facts; -1 for an
 * empty list (K12).
 */
export function chosenOf(s: State, list: number, u: number): number {
  const { lists } = s.program;
  const count = int(lists, list) / 2;
  if (count === 0) return -1;
  if (s.weights.length < count) s.weights = grownReals(s.weights, 2 * count);
  for (let at = 0; at < count; at++) s.weights[at] = amountAt(s, int(lists, list + 2 + 2 * at), -1);
  return int(lists, list + 1 + 2 * weightedIndex(s.weights, 0, count, u));
}

/** A count: rounded half up, at least 0 (K4). */
export function countOf(value: number): number {
  return Math.max(0, Math.floor(value + 0.5));
}
