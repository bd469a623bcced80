import type { Id, Study } from "@shikumi/model";
import { KernelError } from "../kernel-error.ts";
import type { Table, Versions } from "../program.ts";
import { type Builder, RowSet } from "./builder.ts";
import type { LeverSet } from "./lever-set.ts";
import type { RowOf } from "./rows.ts";

/** More levers than this on one element would need too many rows. */
const mostLevers = 12;

/** What one element is in one version of the study; `undefined` where it is not in it. */
export type RowMaker<Columns extends readonly string[]> = (
  study: Study,
  id: Id,
) => RowOf<Columns> | undefined;

/** Rows of one collection and which of them is in force. */
export interface VersionedTable<Columns extends readonly string[]> {
  readonly table: Table<Columns>;
  readonly versions: Versions;
}

/**
 * Pairs of lever sets, the second of which has one lever more: where an element differs, that lever touches
 * it.
 */
export interface Probe {
  readonly lever: number;
  readonly without: Study;
  readonly with: Study;
}

/**
 * Probes of each lever alone, on top of those decided before it, and on top of all others: what one lever
 * changes may show only next to another.
 */
export function probesOf(levers: LeverSet): readonly Probe[] {
  return levers.ids.flatMap((_, lever) => {
    const needed = levers.needs[lever] ?? [];
    const before = levers.ids.flatMap((_one, other) => (other < lever ? [other] : []));
    const unrelated = levers.ids.flatMap((_one, other) =>
      other !== lever && !levers.dependants(lever).includes(other) ? [other] : [],
    );
    return [needed, before, unrelated].map((base) => ({
      lever,
      without: levers.study(base),
      with: levers.study([...base, lever]),
    }));
  });
}

/** Compiles one collection: a row for each element and each combination of the levers that touch it (K5). */
export function compileVersions<Columns extends readonly string[]>(
  builder: Builder,
  columns: Columns,
  ids: readonly Id[],
  make: RowMaker<Columns>,
  levers: Pick<LeverSet, "study">,
  probes: readonly Probe[],
): VersionedTable<Columns> {
  const rows = new RowSet(columns);
  const touching: number[] = [];
  const first: number[] = [];
  const inForce: number[] = [];
  const rowIn = (study: Study, id: Id): number => {
    const values = make(study, id);
    return values === undefined ? -1 : rows.row(values);
  };
  for (const id of ids) {
    const touched = touchingLevers(probes, (study) => rowIn(study, id));
    if (touched.length > mostLevers)
      throw new KernelError("levers", `more than ${mostLevers} levers of the package touch "${id}"`);
    touching.push(builder.list(touched));
    first.push(inForce.length);
    for (let mask = 0; mask < 1 << touched.length; mask++) {
      const chosen = touched.filter((_, bit) => (mask >> bit) & 1);
      inForce.push(rowIn(levers.study(chosen), id));
    }
  }
  return {
    table: rows.table(),
    versions: {
      levers: Int32Array.from(touching),
      first: Int32Array.from(first),
      rows: Int32Array.from(inForce),
    },
  };
}

function touchingLevers(probes: readonly Probe[], rowIn: (study: Study) => number): readonly number[] {
  const touched = new Set<number>();
  for (const probe of probes)
    if (!touched.has(probe.lever) && rowIn(probe.without) !== rowIn(probe.with)) touched.add(probe.lever);
  return [...touched].sort((a, b) => a - b);
}
