import type { RoleCell, RoleRow } from "@shikumi/assessment";
import type { Id, Study } from "@shikumi/model";

/** What of the matrix is shown; an empty text: everything. */
export interface RoleFilter {
  readonly domain: string;
  readonly party: string;
  readonly holesOnly: boolean;
}

/** The part of the matrix that is shown: rows in the order of the findings, organisations party by party. */
export interface RolePart {
  readonly rows: readonly RoleRow[];
  readonly organisations: readonly Id[];
}

/** Nothing links the organisation to the task: no role, no law, nothing it could do it with. */
export function isIdle({ role, verdict, able, accountable, delivered }: RoleCell): boolean {
  return role === "none" && verdict === "no-basis" && !able && !accountable && !(delivered.value > 0);
}

/** Whether the verdict lets the organisation act. */
export function isLawful({ verdict }: RoleCell): boolean {
  return verdict === "obliged" || verdict === "permitted";
}

/**
 * How a cell stands: `ready` may and can; `lawful` may but cannot; `gap` can but may not; `open` the law does not say; `neither`.
 */
export function standing(cell: RoleCell): "ready" | "lawful" | "gap" | "open" | "neither" {
  if (cell.verdict === "undetermined" || cell.verdict === "not-encoded") return "open";
  if (isLawful(cell)) return cell.able ? "ready" : "lawful";
  return cell.able ? "gap" : "neither";
}

/** The cell of an organisation in a row, where something links the two. */
export function cellOf(row: RoleRow, organisation: Id): RoleCell | undefined {
  const cell = row.cells.find((one) => one.organisation === organisation);
  return cell === undefined || isIdle(cell) ? undefined : cell;
}

/** The rows and organisations a filter leaves. */
export function rolePart(study: Study, roles: readonly RoleRow[], filter: RoleFilter): RolePart {
  const partyOf = (id: Id): Id => study.organisations.get(id)?.party ?? "";
  const rows = roles.filter(
    (row) => (filter.domain === "" || row.domain === filter.domain) && (!filter.holesOnly || row.hole),
  );
  const acting = new Set(
    rows.flatMap(({ cells }) =>
      cells
        .filter(
          (cell) => !isIdle(cell) && (filter.party === "" || partyOf(cell.organisation) === filter.party),
        )
        .map(({ organisation }) => organisation),
    ),
  );
  const weight = new Map<Id, number>();
  for (const id of acting) weight.set(partyOf(id), (weight.get(partyOf(id)) ?? 0) + 1);
  const parties = [...weight]
    .toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([party]) => party);
  return {
    rows,
    organisations: parties.flatMap((party) => [...acting].filter((id) => partyOf(id) === party).toSorted()),
  };
}

/** Holes that a reader accepts, with the reason, by task. */
export type AcceptedHoles = ReadonlyMap<Id, string>;

/** Reads accepted holes from a link; what is damaged is left out. */
export function readAccepted(text: string | undefined): AcceptedHoles {
  if (text === undefined || text === "") return new Map();
  try {
    const list: unknown = JSON.parse(text);
    if (!Array.isArray(list)) return new Map();
    return new Map(
      list.flatMap((entry: unknown): [Id, string][] =>
        Array.isArray(entry) && typeof entry[0] === "string" && typeof entry[1] === "string"
          ? [[entry[0], entry[1]]]
          : [],
      ),
    );
  } catch {
    return new Map();
  }
}

/** Writes accepted holes for a link: ascending by task; nothing for none. */
export function acceptedText(accepted: AcceptedHoles): string {
  if (accepted.size === 0) return "";
  return JSON.stringify([...accepted].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** Accepted holes with one more, or with another reason; an empty reason takes it away. */
export function withAccepted(accepted: AcceptedHoles, task: Id, reason: string): AcceptedHoles {
  const next = new Map(accepted);
  if (reason.trim() === "") next.delete(task);
  else next.set(task, reason.trim());
  return next;
}
