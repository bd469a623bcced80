import * as conditionCode from "../codes/condition-code.ts";
import * as truth from "../codes/truth.ts";
import { type i32, maxInt, minInt } from "../engine/primitive.ts";
import { listAt } from "../engine/program.ts";
import { granted, now } from "../memory/cells.ts";
import * as Incident from "../memory/incident.ts";
import * as Conditions from "../memory/table-conditions.ts";
import { ticksOf } from "../number/ticks.ts";
import { amountAt, factOf } from "./amount.ts";
import { listHas } from "./in-force.ts";
import { drawOf } from "./name.ts";
import { decisionCause, isRelaxed, nodeParty, touch } from "./relaxation.ts";

/**
 * A condition before any request is made: judgements count for it if it is `wanted`, against it if not (K16).
 * -1 is no condition.
 */
export function truthOf(condition: i32, incident: i32, wanted: boolean): i32 {
  return condition < 0 ? truth.yes : evaluate(condition, incident, wanted, false, 0, 0, -1);
}

/**
 * A condition with the judgements of a request drawn; those that are relaxed for its actor's party count as
 * in `truthOf`.
 */
export function judgedTruthOf(
  condition: i32,
  incident: i32,
  wanted: boolean,
  hi: i32,
  lo: i32,
  party: i32,
): i32 {
  return condition < 0 ? truth.yes : evaluate(condition, incident, wanted, true, hi, lo, party);
}

/** Whether a condition holds; an unknown one as the run's switch says (K16). */
export function holds(condition: i32, incident: i32): boolean {
  const value = truthOf(condition, incident, true);
  return value === truth.yes || (value === truth.unknown && granted() === 1);
}

function evaluate(
  row: i32,
  incident: i32,
  wanted: boolean,
  judged: boolean,
  hi: i32,
  lo: i32,
  party: i32,
): i32 {
  const a = Conditions.a(row);
  switch (Conditions.kind(row)) {
    case conditionCode.fact: {
      const word = incident < 0 ? -1 : factOf(incident, a);
      if (word < 0) return truth.unknown;
      return listHas(Conditions.b(row), word) ? truth.yes : truth.no;
    }
    case conditionCode.judgement:
      return (judged ? isJudgedTrue(row, incident, wanted, hi, lo, party) : wanted) ? truth.yes : truth.no;
    case conditionCode.within:
      return now() - Incident.tick(incident) <= ticksOf(amountAt(a, incident)) ? truth.yes : truth.no;
    case conditionCode.not:
      return truth.yes - evaluate(a, incident, !wanted, judged, hi, lo, party);
    case conditionCode.all: {
      let least: i32 = truth.yes;
      for (let at = 1; at <= listAt(a); at++)
        least = minInt(least, evaluate(listAt(a + at), incident, wanted, judged, hi, lo, party));
      return least;
    }
    default: {
      let most: i32 = truth.no;
      for (let at = 1; at <= listAt(a); at++)
        most = maxInt(most, evaluate(listAt(a + at), incident, wanted, judged, hi, lo, party));
      return most;
    }
  }
}

function isJudgedTrue(row: i32, incident: i32, wanted: boolean, hi: i32, lo: i32, party: i32): boolean {
  const own = nodeParty(Conditions.node(row), incident) === party;
  if (isRelaxed(decisionCause(own))) return wanted;
  const isTrue = drawOf(hi, lo, Conditions.a(row)) < amountAt(Conditions.b(row), incident);
  if (isTrue !== wanted) touch(decisionCause(own));
  return isTrue;
}

/**
 * Node of the judgement that decided a list of conditions against what is `wanted` of it: the first in the
 * order written that was drawn so (K33, K40). -2 if none did.
 */
export function failedJudgement(
  list: i32,
  incident: i32,
  wanted: boolean,
  hi: i32,
  lo: i32,
  party: i32,
): i32 {
  for (let at = 1; at <= listAt(list); at++) {
    const node = findFailed(listAt(list + at), wanted, incident, hi, lo, party);
    if (node > -2) return node;
  }
  return -2;
}

function findFailed(row: i32, wanted: boolean, incident: i32, hi: i32, lo: i32, party: i32): i32 {
  const kind = Conditions.kind(row);
  const a = Conditions.a(row);
  if (kind === conditionCode.judgement)
    return isJudgedTrue(row, incident, wanted, hi, lo, party) === wanted ? -2 : Conditions.node(row);
  if (kind === conditionCode.not) return findFailed(a, !wanted, incident, hi, lo, party);
  if (kind !== conditionCode.all && kind !== conditionCode.any) return -2;
  for (let at = 1; at <= listAt(a); at++) {
    const node = findFailed(listAt(a + at), wanted, incident, hi, lo, party);
    if (node > -2) return node;
  }
  return -2;
}
