import { int } from "../memory.ts";
import { release } from "../state/arena.ts";
import type { State } from "../state/state.ts";

/** Keeps an incident's slot while something may still read it. */
export function holdIncident(s: State, incident: number): void {
  s.incident.refs[incident] = int(s.incident.refs, incident) + 1;
}

/** Gives an incident's slot and its cells back when nothing holds it any more. */
export function dropIncident(s: State, incident: number): void {
  s.incident.refs[incident] = int(s.incident.refs, incident) - 1;
  if (int(s.incident.refs, incident) > 0) return;
  let cell = int(s.incident.cells, incident);
  while (cell >= 0) {
    const next = int(s.cell.next, cell);
    release(s.cell, cell);
    cell = next;
  }
  release(s.incident, incident);
}
