import type { Name } from "@shikumi/core/random";
import type { Bounds } from "./box.ts";
import type { Question } from "./interest.ts";
import { boundsAt, type PeelPath, type PeelSettings, peelRows } from "./peel.ts";
import { dealParts } from "./random-parts.ts";
import { partOfRows, type SortedRows } from "./sorted-rows.ts";
import type { Score } from "./target.ts";
import { followPath } from "./trajectory.ts";

/** One fold: a peeling of all rows but its own, and its own rows, on which that peeling is judged. */
export interface Fold {
  readonly path: PeelPath;
  /** Weight of the rows that were peeled. */
  readonly total: number;
  readonly rows: Int32Array;
  /** The rows that were peeled, with the orders of some factors or of all. Made anew each time: those of all folds at once would be several times the data. */
  sortedBy(only?: ReadonlySet<number>): SortedRows;
}

/** Peels `count` times, each time without the rows of one fold. The least weight of a box shrinks with the rows. */
export function peelFolds(
  question: Question,
  sorted: SortedRows,
  settings: PeelSettings,
  count: number,
  name: Name,
): Fold[] {
  const fold = dealParts(question, sorted.rows, new Array<number>(count).fill(1 / count), name);
  return Array.from({ length: count }, (_, index) => {
    const others = partOfRows(sorted, fold, index, false);
    const least = (settings.least * others.total) / sorted.total;
    return {
      path: peelRows(others, { ...settings, least }),
      total: others.total,
      rows: sorted.rows.filter((row) => fold[row] === index),
      sortedBy: (only) => partOfRows(sorted, fold, index, false, only),
    };
  });
}

/** A point of a trajectory chosen on evidence. */
export interface ChosenPoint {
  readonly point: number;
  /** Score of each point by cross-validation. */
  readonly scores: Float64Array;
  /** The boxes of the folds that stand for the chosen point, one a fold. */
  readonly boxes: readonly Bounds[];
}

/**
 * The point of a peeling whose boxes do best on rows they were not made from. Each point is stood for by the box of nearest mass in each fold's own peeling; what these
 * hold of their
 * folds' rows is added up, and the score is taken of the sums. Equal scores: the larger box.
 */
export function choosePoint(
  sorted: SortedRows,
  path: PeelPath,
  folds: readonly Fold[],
  score: Score,
): ChosenPoint {
  const weight = new Float64Array(path.points);
  const hits = new Float64Array(path.points);
  let interest = 0;
  const stands = folds.map((fold) => {
    const steps = nearestByMass(path, sorted.total, fold.path, fold.total);
    const found = followPath(fold.path, sorted, fold.rows);
    interest += found.hits[0] as number;
    for (let point = 0; point < path.points; point++) {
      weight[point] = (weight[point] as number) + (found.weight[steps[point] as number] as number);
      hits[point] = (hits[point] as number) + (found.hits[steps[point] as number] as number);
    }
    return steps;
  });
  const scores = weight.map((own, point) => score(hits[point] as number, own, interest));
  let best = 0;
  for (let point = 1; point < scores.length; point++) {
    if ((scores[point] as number) > (scores[best] as number)) best = point;
  }
  const boxes = folds.map((fold, index) => boundsAt(fold.path, sorted, stands[index]?.[best] as number));
  return { point: best, scores, boxes };
}

function nearestByMass(path: PeelPath, total: number, other: PeelPath, otherTotal: number): Int32Array {
  const nearest = new Int32Array(path.points);
  let step = 0;
  for (let point = 0; point < path.points; point++) {
    const mass = (path.weight[point] as number) / total;
    const distance = (at: number): number => Math.abs((other.weight[at] as number) / otherTotal - mass);
    while (step + 1 < other.points && distance(step + 1) <= distance(step)) step += 1;
    nearest[point] = step;
  }
  return nearest;
}
