import { type Id, type Study, touchedElements } from "@shikumi/model";
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

/** Which levers may touch an element of one collection: those that change it, and those whose change elsewhere may show in it. */
export interface Touchable {
  readonly directly: (id: Id) => readonly number[];
  readonly probes: readonly Probe[];
}

/** Nothing is touched: a program of one version. */
export const untouchable: Touchable = { directly: () => [], probes: [] };

/**
 * Collections whose elements are read by rows of others: places lie inside one another, and routes join them. A lever that changes
 * one of these is probed on everything; any other touches only what it changes.
 */
const readByOthers: readonly string[] = [
  "places",
  "routes",
  "organisations",
  "kinds",
  "parties",
  "beneficiaries",
  "capabilities",
];

/** What the levers of a timed program touch, by collection. */
export function touchesOf(study: Study, levers: LeverSet): (collection: string) => Touchable {
  const changed = levers.ids.map((id) => {
    const voids = study.levers.get(id)?.voids ?? [];
    return new Set([id, ...voids].flatMap((one) => [...touchedElements(study, one)]));
  });
  const byElement = new Map<string, number[]>();
  changed.forEach((elements, lever) => {
    for (const element of elements) {
      const before = byElement.get(element);
      if (before === undefined) byElement.set(element, [lever]);
      else before.push(lever);
    }
  });
  const wide = changed.flatMap((elements, lever) =>
    [...elements].some((element) => readByOthers.includes(element.slice(0, element.indexOf("."))))
      ? [lever]
      : [],
  );
  const probes = probesOf(levers, wide);
  return (collection) => ({ directly: (id) => byElement.get(`${collection}.${id}`) ?? [], probes });
}

/**
 * Probes of each of some levers alone, on top of those decided before it, and on top of all others: what one lever
 * changes may show only next to another.
 */
function probesOf(levers: LeverSet, some: readonly number[]): readonly Probe[] {
  return some.flatMap((lever) => {
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
  touchable: Touchable,
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
    const candidates = new Set(touchable.directly(id));
    for (const probe of touchable.probes)
      if (!candidates.has(probe.lever) && rowIn(probe.without, id) !== rowIn(probe.with, id))
        candidates.add(probe.lever);
    const maybe = [...candidates].sort((a, b) => a - b);
    if (maybe.length > mostLevers)
      throw new KernelError("levers", `more than ${mostLevers} levers of the package touch "${id}"`);
    const all = Array.from({ length: 1 << maybe.length }, (_, mask) =>
      rowIn(levers.study(maybe.filter((_one, bit) => (mask >> bit) & 1)), id),
    );
    const bits = maybe.flatMap((_, bit) =>
      all.some((row, mask) => row !== all[mask ^ (1 << bit)]) ? [bit] : [],
    );
    touching.push(builder.list(bits.map((bit) => maybe[bit] as number)));
    first.push(inForce.length);
    for (let chosen = 0; chosen < 1 << bits.length; chosen++)
      inForce.push(all[bits.reduce((mask, bit, at) => mask | (((chosen >> at) & 1) << bit), 0)] as number);
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
