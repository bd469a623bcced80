import * as family from "../codes/family.ts";
import { type f64, type i32, minInt, toInt, toReal } from "../engine/primitive.ts";
import { amountOf, listAt } from "../engine/program.ts";
import { setWeight, weight } from "../memory/elements.ts";
import * as Incident from "../memory/incident.ts";
import * as Amounts from "../memory/table-amounts.ts";
import * as Slots from "../memory/table-slots.ts";
import { meanOfFamily, quantileOf } from "../number/quantile.ts";
import { drawAt, drawOf } from "./name.ts";

/** Value of an amount for an incident (-1: no facts). A case takes the branch of the incident's fact (K4). */
export function amountAt(amount: i32, incident: i32): f64 {
  let at = amount;
  while (at >= 0) {
    const fact = Amounts.fact(at);
    if (fact < 0 || incident < 0) return amountOf(at);
    at = branchOf(Amounts.cases(at), factOf(incident, fact), Amounts.otherwise(at));
  }
  return 0;
}

/** Word of a fact of an incident; -1 if it is unknown. */
export function factOf(incident: i32, fact: i32): i32 {
  return Incident.facts(incident, fact);
}

/** The slot a slot stands for in this incident; -1 for a case without a branch. */
function resolved(slot: i32, incident: i32): i32 {
  let at = slot;
  while (at >= 0 && Slots.family(at) === family.byCase) {
    const word = incident < 0 ? -1 : factOf(incident, Slots.fact(at));
    at = branchOf(Slots.cases(at), word, Slots.otherwise(at));
  }
  return at;
}

function branchOf(cases: i32, word: i32, otherwise: i32): i32 {
  if (word >= 0) {
    const end = cases + 1 + listAt(cases);
    for (let at = cases + 1; at < end; at += 2) if (listAt(at) === word) return listAt(at + 1);
  }
  return otherwise;
}

/** Value of a slot by draw(N, part). An absent slot is 0. */
export function slotOf(slot: i32, incident: i32, hi: i32, lo: i32, part: i32): f64 {
  const row = resolved(slot, incident);
  if (row < 0) return 0;
  if (Slots.family(row) === family.fixed) return amountAt(Slots.p0(row), incident);
  return quantileAt(row, incident, drawOf(hi, lo, part));
}

/** Value of a slot by draw(N, part, index). */
export function slotAt(slot: i32, incident: i32, hi: i32, lo: i32, part: i32, index: i32): f64 {
  const row = resolved(slot, incident);
  if (row < 0) return 0;
  if (Slots.family(row) === family.fixed) return amountAt(Slots.p0(row), incident);
  return quantileAt(row, incident, drawAt(hi, lo, part, index));
}

function quantileAt(row: i32, incident: i32, u: f64): f64 {
  const code = Slots.family(row);
  if (code === family.observed || code === family.discrete) {
    const values = Slots.values(row);
    const count = listAt(values);
    if (count === 0) return 0;
    let index = 0;
    if (code === family.observed) index = observedIndex(count, u);
    else {
      loadAmounts(Slots.weights(row), incident);
      index = weightedIndex(count, u);
    }
    return amountAt(listAt(values + 1 + index), incident);
  }
  return quantileOf(
    code,
    amountAt(Slots.p0(row), incident),
    amountAt(Slots.p1(row), incident),
    amountAt(Slots.p2(row), incident),
    u,
  );
}

/** Mean of a slot for an incident; 0 for an absent one. */
export function meanAt(slot: i32, incident: i32): f64 {
  const row = resolved(slot, incident);
  if (row < 0) return 0;
  const code = Slots.family(row);
  if (code === family.observed) {
    loadAmounts(Slots.values(row), incident);
    const count = listAt(Slots.values(row));
    return count === 0 ? 0 : observedMean(count);
  }
  if (code === family.discrete) {
    const count = listAt(Slots.values(row));
    loadAmounts(Slots.weights(row), incident);
    for (let at = 0; at < count; at++) setWeight(count + at, weight(at));
    loadAmounts(Slots.values(row), incident);
    return weightedMeanOf(count);
  }
  return meanOfFamily(
    code,
    amountAt(Slots.p0(row), incident),
    amountAt(Slots.p1(row), incident),
    amountAt(Slots.p2(row), incident),
  );
}

/** Values lie at 0, weights at `count` of the scratch column. */
function weightedMeanOf(count: i32): f64 {
  let total: f64 = 0;
  let sum: f64 = 0;
  for (let at: i32 = 0; at < count; at++) {
    total += weight(count + at);
    sum += weight(count + at) * weight(at);
  }
  return total > 0 ? sum / total : 0;
}

/** Mean of the first `count` entries of the scratch column. */
function observedMean(count: i32): f64 {
  let sum: f64 = 0;
  for (let at: i32 = 0; at < count; at++) sum += weight(at);
  return sum / toReal(count);
}

/** Index, from 0, of the first of `count` weights of the scratch column whose cumulated share of the total exceeds u; the last otherwise (K12). */
function weightedIndex(count: i32, u: f64): i32 {
  let total: f64 = 0;
  for (let at: i32 = 0; at < count; at++) total += weight(at);
  let sum: f64 = 0;
  for (let at: i32 = 0; at < count; at++) {
    sum += weight(at);
    if (sum / total > u) return at;
  }
  return count - 1;
}

/** Index of the observed value at u: each of `count` is equally likely (N2). */
function observedIndex(count: i32, u: f64): i32 {
  return minInt(count - 1, toInt(Math.floor(u * toReal(count))));
}

/** Loads a list of amounts into the scratch column, which gets room for twice as many. */
function loadAmounts(list: i32, incident: i32): void {
  const count = listAt(list);
  for (let at = 0; at < count; at++) setWeight(at, amountAt(listAt(list + 1 + at), incident));
}

/**
 * Index of the entry of a list of (value, weight) chosen by u, with weights read without facts; -1 for an
 * empty list (K12).
 */
export function chosenOf(list: i32, u: f64): i32 {
  const count = listAt(list) >> 1;
  if (count === 0) return -1;
  for (let at = 0; at < count; at++) setWeight(at, amountAt(listAt(list + 2 + 2 * at), -1));
  return listAt(list + 1 + 2 * weightedIndex(count, u));
}

/** A count: rounded half up, at least 0 (K4). */
export function countOf(value: f64): f64 {
  return Math.max(0, Math.floor(value + 0.5));
}
