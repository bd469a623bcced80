import type { Id, Place, Study } from "@shikumi/model";
import { geoDistance, geoInterpolate } from "d3-geo";
import type { Story } from "./story.ts";

/** Degrees east and north, as the map takes them. */
export type Point = readonly [longitude: number, latitude: number];

/** Units of one holding on their way from where they lie to where the task is done. Times in hours since the onset. */
export interface UnitPath {
  readonly id: string;
  readonly holding: Id;
  readonly organisation: Id;
  readonly task: Id;
  readonly units: number;
  readonly leaves: number;
  readonly arrives: number;
  readonly ends: number;
  readonly from: Id;
  readonly to: Id;
  /** Through the places it passes; empty where one end has no place on the map. */
  readonly points: readonly Point[];
}

/** Where a place lies; `undefined` for one without a position. */
export function pointOf(place: Place | undefined): Point | undefined {
  return place?.at === undefined ? undefined : [place.at.longitude, place.at.latitude];
}

/** The ways of all units of an incident. Ships follow the study's sea legs where those join both ends; others go straight. */
export function unitPaths({ study, incident, tasks }: Story): readonly UnitPath[] {
  const placed = new Map<Id, Id>();
  for (const mission of study.missions.values())
    for (const { ref, at } of mission.tasks.values()) if (at !== undefined) placed.set(ref, at);
  const paths: UnitPath[] = [];
  for (const task of tasks)
    for (const lane of task.lanes)
      for (const [at, move] of lane.moves.entries()) {
        const holding = study.holdings.get(move.holding);
        const to = placed.get(task.ref) ?? incident.place ?? "";
        const from = holding?.at ?? to;
        const moves = study.capabilities.get(holding?.what ?? "")?.moves ?? "none";
        paths.push({
          id: `${task.ref} ${lane.organisation} ${move.holding} ${at}`,
          holding: move.holding,
          organisation: lane.organisation,
          task: task.ref,
          units: move.units,
          leaves: move.leaves,
          arrives: move.arrives,
          ends: move.ends,
          from,
          to,
          points: pathBetween(study, from, to, moves === "sea" || moves === "road" ? moves : undefined),
        });
      }
  return paths;
}

/** The points of the shortest way between two places over the legs of one mode, else the two ends. */
export function pathBetween(
  study: Study,
  from: Id,
  to: Id,
  mode: "sea" | "road" | undefined,
): readonly Point[] {
  const way = mode === undefined ? undefined : shortestWay(study, from, to, mode);
  const points = (way ?? [from, to]).map((id) => pointOf(study.places.get(id)));
  return points.every((point) => point !== undefined) ? points : [];
}

function shortestWay(study: Study, from: Id, to: Id, mode: "sea" | "road"): readonly Id[] | undefined {
  const legs = new Map<Id, { readonly to: Id; readonly length: number }[]>();
  for (const route of study.routes.values()) {
    if (route.mode !== mode) continue;
    const [a, b] = route.joins;
    const ends = [pointOf(study.places.get(a)), pointOf(study.places.get(b))] as const;
    if (ends[0] === undefined || ends[1] === undefined) continue;
    const length = geoDistance([...ends[0]], [...ends[1]]);
    legs.set(a, [...(legs.get(a) ?? []), { to: b, length }]);
    legs.set(b, [...(legs.get(b) ?? []), { to: a, length }]);
  }
  const known = new Map<Id, { length: number; before: Id | undefined }>([
    [from, { length: 0, before: undefined }],
  ]);
  const open = new Set<Id>([from]);
  while (open.size > 0) {
    const here = [...open].reduce((a, b) => (lengthTo(known, b) < lengthTo(known, a) ? b : a));
    open.delete(here);
    if (here === to) break;
    for (const leg of legs.get(here) ?? []) {
      const length = lengthTo(known, here) + leg.length;
      if (length >= lengthTo(known, leg.to)) continue;
      known.set(leg.to, { length, before: here });
      open.add(leg.to);
    }
  }
  if (!known.has(to)) return undefined;
  const way: Id[] = [];
  for (let at: Id | undefined = to; at !== undefined; at = known.get(at)?.before) way.unshift(at);
  return way;
}

function lengthTo(known: ReadonlyMap<Id, { readonly length: number }>, id: Id): number {
  return known.get(id)?.length ?? Number.POSITIVE_INFINITY;
}

export type UnitState = "waits" | "travels" | "works" | "left";

/** What units of a path do at a time. */
export function unitState({ leaves, arrives, ends }: UnitPath, at: number): UnitState {
  if (at < leaves) return "waits";
  if (at < arrives) return "travels";
  return at <= ends ? "works" : "left";
}

/** Where units of a path are at a time, along great circles; `undefined` where they are not on the map. */
export function unitPoint(path: UnitPath, at: number): Point | undefined {
  const { points, leaves, arrives } = path;
  const share =
    arrives <= leaves ? (at < arrives ? 0 : 1) : Math.min(1, Math.max(0, (at - leaves) / (arrives - leaves)));
  const lengths = points
    .slice(1)
    .map((point, index) => geoDistance([...(points[index] ?? point)], [...point]));
  const total = lengths.reduce((sum, length) => sum + length, 0);
  let rest = share * total;
  for (const [index, length] of lengths.entries()) {
    const [a, b] = [points[index], points[index + 1]];
    if (a === undefined || b === undefined) return undefined;
    if (rest <= length) {
      const [longitude, latitude] = geoInterpolate([...a], [...b])(length === 0 ? 0 : rest / length);
      return [longitude, latitude];
    }
    rest -= length;
  }
  return points.at(-1);
}
