import type { Id, Place, Route, Study } from "@shikumi/model";
import { amountValue, type FutureValues, noFacts } from "./amount.ts";
import { greatCircleKm } from "./great-circle.ts";

/** A usable leg between two nodes, numbered from 0, with its length in km (≥ 0). */
export interface Leg {
  readonly a: number;
  readonly b: number;
  readonly km: number;
}

/** Km between every two places, row by row (from × to), `NaN` where they are not connected. Places by key. */
export interface TravelTable {
  readonly places: readonly Id[];
  readonly air: Float64Array;
  readonly sea: Float64Array;
  readonly road: Float64Array;
}

/**
 * Km of the shortest way from one node to each of `count` nodes over legs open in both directions, `NaN` where there is none
 * (E. W. Dijkstra, 1959). Lengths are added from the start on; ties cannot show, since only the sums are kept. O(n² + nm).
 */
export function shortestKmFrom(legs: readonly Leg[], count: number, from: number): Float64Array {
  const km = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  const done = new Uint8Array(count);
  km[from] = 0;
  for (;;) {
    let nearest = -1;
    for (let i = 0; i < count; i++) {
      if (done[i] === 0 && (nearest < 0 || (km[i] as number) < (km[nearest] as number))) nearest = i;
    }
    if (nearest < 0 || km[nearest] === Number.POSITIVE_INFINITY) break;
    done[nearest] = 1;
    for (const leg of legs) {
      if (leg.a === nearest) km[leg.b] = Math.min(km[leg.b] as number, (km[nearest] as number) + leg.km);
      if (leg.b === nearest) km[leg.a] = Math.min(km[leg.a] as number, (km[nearest] as number) + leg.km);
    }
  }
  return km.map((value) => (value === Number.POSITIVE_INFINITY ? Number.NaN : value));
}

/** Km of the shortest way between two nodes, `NaN` where there is none. */
export function shortestKm(legs: readonly Leg[], from: number, to: number): number {
  const count = legs.reduce((most, leg) => Math.max(most, leg.a + 1, leg.b + 1), Math.max(from, to) + 1);
  return shortestKmFrom(legs, count, from)[to] as number;
}

/** The position of a place: its own, else that of the nearest region around it (K45). */
export function positionOf(study: Study, id: Id): Place["at"] {
  return regionsAround(study, id).find((place) => place.at !== undefined)?.at;
}

/** A place and the regions around it, from the inside out. */
export function regionsAround(study: Study, id: Id): readonly Place[] {
  const found: Place[] = [];
  let place = study.places.get(id);
  while (place !== undefined && !found.includes(place)) {
    found.push(place);
    place = place.inside === undefined ? undefined : study.places.get(place.inside);
  }
  return found;
}

/** Distances between all places of a study in one future (K45), for each mode. O(places² × legs) at most. */
export function travelTable(study: Study, values: FutureValues): TravelTable {
  const places = [...study.places.keys()];
  const hasRoads = [...study.routes.values()].some((route) => route.mode === "road");
  const direct = directTable(study, places);
  return {
    places,
    air: direct,
    sea: networkTable(study, values, places, "sea", direct),
    road: hasRoads ? networkTable(study, values, places, "road", direct) : direct,
  };
}

function directKm(study: Study, from: Id, to: Id): number {
  const a = positionOf(study, from);
  const b = positionOf(study, to);
  if (a === undefined || b === undefined) return Number.NaN;
  return greatCircleKm(a.latitude, a.longitude, b.latitude, b.longitude);
}

function directTable(study: Study, places: readonly Id[]): Float64Array {
  return Float64Array.from(
    places.flatMap((from) => places.map((to) => (from === to ? 0 : directKm(study, from, to)))),
  );
}

function networkTable(
  study: Study,
  values: FutureValues,
  places: readonly Id[],
  mode: Route["mode"],
  direct: Float64Array,
): Float64Array {
  const count = places.length;
  const legs = openLegs(study, values, places, mode);
  const ends = new Set(legs.flatMap((leg) => [leg.a, leg.b]));
  const nodes = places.map((id) =>
    Math.max(
      -1,
      places.indexOf(regionsAround(study, id).find((place) => ends.has(places.indexOf(place.id)))?.id ?? ""),
    ),
  );
  const fromNode = new Map([...ends].map((node) => [node, shortestKmFrom(legs, count, node)]));
  return direct.map((straight, at) => {
    const from = Math.floor(at / count);
    const to = at - from * count;
    if (from === to) return 0;
    const node = nodes[from] as number;
    if (node < 0 || (nodes[to] as number) < 0) return Number.NaN;
    if (node === nodes[to]) return Number.isNaN(straight) ? 0 : straight;
    return fromNode.get(node)?.[nodes[to] as number] ?? Number.NaN;
  });
}

/** A leg is open unless it is closed by half or more, or has neither a stated length nor positions at both ends. */
function openLegs(
  study: Study,
  values: FutureValues,
  places: readonly Id[],
  mode: Route["mode"],
): readonly Leg[] {
  return [...study.routes.values()]
    .filter((route) => route.mode === mode)
    .filter((route) => route.closed === undefined || amountValue(route.closed.amount, values, noFacts) < 0.5)
    .map((route) => ({
      a: places.indexOf(route.joins[0]),
      b: places.indexOf(route.joins[1]),
      km:
        route.length === undefined
          ? directKm(study, route.joins[0], route.joins[1])
          : amountValue(route.length.amount, values, noFacts),
    }))
    .filter((leg) => leg.a >= 0 && leg.b >= 0 && leg.km >= 0);
}
