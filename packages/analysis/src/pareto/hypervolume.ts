import { AnalysisError, type RowUse } from "../frame/index.ts";
import { gathered, nonDominatedItems } from "./non-dominated.ts";
import { type Objective, oriented } from "./objective.ts";
import { Staircase } from "./staircase.ts";

/** Volume dominated by some rows. */
export interface Hypervolume {
  /** In the product of the objectives' units; 0 where no row is better than the reference in every objective. */
  readonly volume: number;
  /** Rows compared that are not better than the reference in every objective: they add nothing. */
  readonly outside: number;
  readonly use: RowUse;
}

/**
 * Exact volume between the rows and a reference point that is worse than they are. One and two objectives O(n log n); three O(n log n) unless the staircase is long
 * (C. M. Fonseca, L. Paquete and M. López-Ibáñez, "An improved dimension-sweep algorithm for the hypervolume indicator", CEC 2006); each further one by slices
 * of the one before, O(n² log n) for four (J. Knowles, "Local-search and hybrid evolutionary algorithms for Pareto optimization", 2002). Throws as `oriented`, and
 * `AnalysisError` `bad-argument` for a reference that is not finite or has another number of objectives.
 */
export function hypervolume(objectives: readonly Objective[], reference: readonly number[]): Hypervolume {
  const { use, columns } = oriented(objectives);
  if (reference.length !== objectives.length || !reference.every(Number.isFinite)) {
    throw new AnalysisError(
      "bad-argument",
      `${objectives.length} objectives need as many finite reference values, got ${reference.join(", ")}`,
    );
  }
  const corner = Float64Array.from(reference, (value, at) =>
    objectives[at]?.direction === "less" ? value : 0 - value,
  );
  const inside = Int32Array.from({ length: use.used }, (_, item) => item).filter((item) =>
    columns.every((column, at) => (column[item] as number) < (corner[at] as number)),
  );
  const within = columns.map((column) => gathered(column, inside));
  const front = nonDominatedItems(within, "first");
  const points = Array.from(front, (item) => Float64Array.from(within, (column) => column[item] as number));
  return { volume: volumeOf(points, corner, corner.length), outside: use.used - inside.length, use };
}

/** Volume of the first `width` coordinates of mutually non-dominated points. Sorts the points. */
function volumeOf(points: Float64Array[], corner: Float64Array, width: number): number {
  points.sort((a, b) => (a[width - 1] as number) - (b[width - 1] as number));
  return volumeOfSorted(points, corner, width);
}

/** As `volumeOf`, for points sorted by their last coordinate. */
function volumeOfSorted(points: readonly Float64Array[], corner: Float64Array, width: number): number {
  if (points.length === 0) return 0;
  if (width === 1) return (corner[0] as number) - (points[0]?.[0] as number);
  if (width <= 3) return sweptVolume(points, corner, width);
  let volume = 0;
  let slice: Float64Array[] = [];
  for (const [at, point] of points.entries()) {
    slice = withPoint(slice, point, width - 1);
    const next = points[at + 1]?.[width - 1] ?? (corner[width - 1] as number);
    const height = next - (point[width - 1] as number);
    if (height > 0) volume += height * volumeOfSorted(slice, corner, width - 1);
  }
  return volume;
}

/** The non-dominated of some points, sorted by coordinate `width − 1`, and one more. */
function withPoint(points: Float64Array[], point: Float64Array, width: number): Float64Array[] {
  if (points.some((other) => isAtMost(other, point, width))) return points;
  const kept = points.filter((other) => !isAtMost(point, other, width));
  let at = kept.length;
  while (at > 0 && (kept[at - 1]?.[width - 1] as number) > (point[width - 1] as number)) at--;
  kept.splice(at, 0, point);
  return kept;
}

function isAtMost(a: Float64Array, b: Float64Array, width: number): boolean {
  for (let at = 0; at < width; at++) if ((a[at] as number) > (b[at] as number)) return false;
  return true;
}

/** Two or three coordinates: a sweep along the last of them over the staircase of the others. */
function sweptVolume(points: readonly Float64Array[], corner: Float64Array, width: number): number {
  const staircase = new Staircase(
    points.length,
    corner[0] as number,
    width === 3 ? (corner[1] as number) : 1,
  );
  let volume = 0;
  for (const [at, point] of points.entries()) {
    staircase.add(point[0] as number, width === 3 ? (point[1] as number) : 0);
    const next = points[at + 1]?.[width - 1] ?? (corner[width - 1] as number);
    volume += (next - (point[width - 1] as number)) * staircase.area;
  }
  return volume;
}
