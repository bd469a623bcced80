import type { i32 } from "../engine/primitive.ts";
import * as Cell from "../memory/cell.ts";
import * as Desk from "../memory/desk.ts";
import * as Incident from "../memory/incident.ts";

/** Keeps an incident's slot while something may still read it. */
export function holdIncident(incident: i32): void {
  Incident.setRefs(incident, Incident.refs(incident) + 1);
}

/** Gives an incident's slot and its cells back when nothing holds it any more. */
export function dropIncident(incident: i32): void {
  Incident.setRefs(incident, Incident.refs(incident) - 1);
  if (Incident.refs(incident) > 0) return;
  let cell = Incident.cells(incident);
  while (cell >= 0) {
    const next = Cell.next(cell);
    if (Cell.mechanism(cell) < 0) Desk.release(Cell.desk(cell));
    Cell.release(cell);
    cell = next;
  }
  Incident.release(incident);
}
