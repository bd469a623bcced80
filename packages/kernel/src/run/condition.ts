import { conditionCode } from "../compile/codes.ts";
import { int } from "../memory.ts";
import { ticksOf } from "../number/ticks.ts";
import type { State } from "../state/state.ts";
import { amountAt, factOf } from "./amount.ts";
import { listHas } from "./in-force.ts";
import { drawOf } from "./name.ts";
import { decisionCause, isRelaxed, nodeParty } from "./relaxation.ts";

/** Truth values of Kleene, ordered. */
export const truth = { no: 0, unknown: 1, yes: 2 } as const;

/**
 * A condition before any request is made: judgements count for it if it is `wanted`, against it if not (K16).
 * -1 is no condition.
 */
export function truthOf(s: State, condition: number, incident: number, wanted: boolean): number {
  return condition < 0 ? truth.yes : evaluate(s, condition, incident, wanted, false, 0, 0, -1);
}

/**
 * A condition with the judgements of a request drawn; those that are relaxed for its actor's party count as
 * in `truthOf`.
 */
export function judgedTruthOf(
  s: State,
  condition: number,
  incident: number,
  wanted: boolean,
  hi: number,
  lo: number,
  party: number,
): number {
  return condition < 0 ? truth.yes : evaluate(s, condition, incident, wanted, true, hi, lo, party);
}

/** Whether a condition holds; an unknown one as the run's switch says (K16). */
export function holds(s: State, condition: number, incident: number): boolean {
  const value = truthOf(s, condition, incident, true);
  return value === truth.yes || (value === truth.unknown && s.granted);
}

function evaluate(
  s: State,
  row: number,
  incident: number,
  wanted: boolean,
  judged: boolean,
  hi: number,
  lo: number,
  party: number,
): number {
  const { conditions, lists } = s.program;
  const a = int(conditions.a, row);
  switch (int(conditions.kind, row)) {
    case conditionCode.fact: {
      const word = incident < 0 ? -1 : factOf(s, incident, a);
      if (word < 0) return truth.unknown;
      return listHas(s, int(conditions.b, row), word) ? truth.yes : truth.no;
    }
    case conditionCode.judgement:
      return (judged ? isJudgedTrue(s, row, incident, wanted, hi, lo, party) : wanted) ? truth.yes : truth.no;
    case conditionCode.within:
      return s.now - int(s.incident.tick, incident) <= ticksOf(amountAt(s, a, incident))
        ? truth.yes
        : truth.no;
    case conditionCode.not:
      return truth.yes - evaluate(s, a, incident, !wanted, judged, hi, lo, party);
    case conditionCode.all: {
      let least: number = truth.yes;
      for (let at = 1; at <= int(lists, a); at++)
        least = Math.min(least, evaluate(s, int(lists, a + at), incident, wanted, judged, hi, lo, party));
      return least;
    }
    default: {
      let most: number = truth.no;
      for (let at = 1; at <= int(lists, a); at++)
        most = Math.max(most, evaluate(s, int(lists, a + at), incident, wanted, judged, hi, lo, party));
      return most;
    }
  }
}

function isJudgedTrue(
  s: State,
  row: number,
  incident: number,
  wanted: boolean,
  hi: number,
  lo: number,
  party: number,
): boolean {
  const { conditions } = s.program;
  const own = nodeParty(s, int(conditions.node, row), incident) === party;
  if (isRelaxed(s, decisionCause(own))) return wanted;
  return drawOf(s, hi, lo, int(conditions.a, row)) < amountAt(s, int(conditions.b, row), incident);
}

/**
 * Node of the judgement that decided a list of conditions against what is `wanted` of it: the first in the
 * order written that was drawn so (K33, K40). -2 if none did.
 */
export function failedJudgement(
  s: State,
  list: number,
  incident: number,
  wanted: boolean,
  hi: number,
  lo: number,
  party: number,
): number {
  const { lists } = s.program;
  for (let at = 1; at <= int(lists, list); at++) {
    const node = findFailed(s, int(lists, list + at), wanted, incident, hi, lo, party);
    if (node > -2) return node;
  }
  return -2;
}

function findFailed(
  s: State,
  row: number,
  wanted: boolean,
  incident: number,
  hi: number,
  lo: number,
  party: number,
): number {
  const { conditions, lists } = s.program;
  const kind = int(conditions.kind, row);
  const a = int(conditions.a, row);
  if (kind === conditionCode.judgement)
    return isJudgedTrue(s, row, incident, wanted, hi, lo, party) === wanted ? -2 : int(conditions.node, row);
  if (kind === conditionCode.not) return findFailed(s, a, !wanted, incident, hi, lo, party);
  if (kind !== conditionCode.all && kind !== conditionCode.any) return -2;
  for (let at = 1; at <= int(lists, a); at++) {
    const node = findFailed(s, int(lists, a + at), wanted, incident, hi, lo, party);
    if (node > -2) return node;
  }
  return -2;
}
