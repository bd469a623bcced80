import type { RoleCell, RoleRow } from "@shikumi/assessment";
import type { Id } from "@shikumi/model";

/** A cell of the matrix that stands differently. `undefined`: nothing linked the two, or nothing does any more. */
export interface MovedCell {
  readonly task: Id;
  readonly organisation: Id;
  readonly before: RoleCell | undefined;
  readonly after: RoleCell | undefined;
}

/** What differs between two matrices. */
export interface Moved {
  readonly cells: readonly MovedCell[];
  /** Holes that close and open. */
  readonly closed: readonly Id[];
  readonly opened: readonly Id[];
}

/** The cells whose role, verdict, ability or accountability differs; what is delivered is not compared. Cells without any link are as good as none. */
export function movedCells(before: readonly RoleRow[], after: readonly RoleRow[]): Moved {
  const old = new Map(before.map((row) => [row.task, row]));
  const now = new Map(after.map((row) => [row.task, row]));
  const cells: MovedCell[] = [];
  for (const task of new Set([...old.keys(), ...now.keys()])) {
    const first = linked(old.get(task));
    const second = linked(now.get(task));
    for (const organisation of new Set([...first.keys(), ...second.keys()])) {
      const one = first.get(organisation);
      const other = second.get(organisation);
      if (mark(one) !== mark(other)) cells.push({ task, organisation, before: one, after: other });
    }
  }
  const holes = (rows: readonly RoleRow[]): ReadonlySet<Id> =>
    new Set(rows.filter(({ hole }) => hole).map(({ task }) => task));
  const holesBefore = holes(before);
  const holesAfter = holes(after);
  return {
    cells,
    closed: [...holesBefore].filter((task) => !holesAfter.has(task)),
    opened: [...holesAfter].filter((task) => !holesBefore.has(task)),
  };
}

function linked(row: RoleRow | undefined): ReadonlyMap<Id, RoleCell> {
  const cells = (row?.cells ?? []).filter(
    ({ role, verdict, able, accountable }) =>
      role !== "none" || verdict !== "no-basis" || able || accountable,
  );
  return new Map(cells.map((cell) => [cell.organisation, cell]));
}

function mark(cell: RoleCell | undefined): string {
  return cell === undefined ? "" : [cell.role, cell.verdict, cell.able, cell.accountable].join(" ");
}
