import { int } from "../memory.ts";
import type { State } from "../state/state.ts";
import { rowNow } from "./in-force.ts";

/** Causes by their place in K70; the bit of cause c is 1 << c. */
export const cause = {
  basis: 0,
  decision: 1,
  mechanism: 2,
  capability: 3,
  coordination: 4,
  consent: 5,
} as const;

export function isRelaxed(s: State, which: number): boolean {
  return ((s.relax >> which) & 1) === 1;
}

/** What the decision of a step, judge or finder is charged to: the actor's own party or another. */
export function decisionCause(own: boolean): number {
  return own ? cause.decision : cause.consent;
}

/** What the time a step takes is charged to. */
export function takingCause(own: boolean): number {
  return own ? cause.basis : cause.consent;
}

/** Party of a decider or organisation; -2 for no node, which is nobody's own. */
export function nodeParty(s: State, node: number, incident: number): number {
  const { program } = s;
  if (node < 0) return -2;
  if (node >= program.counts.deciders) return int(program.organisationParty, node - program.counts.deciders);
  const row = rowNow(s, program.deciderIn, node, incident);
  return row < 0 ? -2 : int(program.deciders.party, row);
}
