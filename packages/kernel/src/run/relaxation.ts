import * as cause from "../codes/cause.ts";
import type { i32 } from "../engine/primitive.ts";
import { countDeciders, relax, setTouched, touched } from "../memory/cells.ts";
import { deciderIn, organisationParty } from "../memory/program.ts";
import * as Deciders from "../memory/table-deciders.ts";
import { rowNow } from "./in-force.ts";

/**
 * Says that something which belongs to a cause has happened or may have: a run with that cause relaxed may differ from here on (K84). To be called wherever the two would not
 * do the same; a call too many costs time, one too few gives wrong results.
 */
export function touch(which: i32): void {
  setTouched(touched() | (1 << which));
}

export function isRelaxed(which: i32): boolean {
  return ((relax() >> which) & 1) === 1;
}

/** What the decision of a step, judge or finder is charged to: the actor's own party or another. */
export function decisionCause(own: boolean): i32 {
  return own ? cause.decision : cause.consent;
}

/** What the time a step takes is charged to. */
export function takingCause(own: boolean): i32 {
  return own ? cause.basis : cause.consent;
}

/** Party of a decider or organisation; -2 for no node, which is nobody's own. */
export function nodeParty(node: i32, incident: i32): i32 {
  if (node < 0) return -2;
  if (node >= countDeciders()) return organisationParty(node - countDeciders());
  const row = rowNow(deciderIn, node, incident);
  return row < 0 ? -2 : Deciders.party(row);
}
