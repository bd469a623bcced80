import { AnalysisError } from "../frame/index.ts";
import { gathered, type NonDominated, nonDominatedItems } from "./non-dominated.ts";
import { type Objective, oriented } from "./objective.ts";

/**
 * One row of each non-dominated box, where the objectives are cut into boxes of the widths `epsilons` (each positive, in the units of its objective; box k holds
 * k·ε ≤ value < (k + 1)·ε where less is better, and mirrored where more is). Of a box the row nearest its best corner is kept, distance in box widths; of equally near
 * ones the first. Every row of the answer is non-dominated, and every row left away is at most ε worse than one of them in every objective.
 * Source: M. Laumanns, L. Thiele, K. Deb and E. Zitzler, "Combining convergence and diversity in evolutionary multiobjective optimization", Evol. Comput. 10 (2002).
 * Throws as `oriented`, and `AnalysisError` `bad-argument` where a width is missing, not positive, or so small that a box has no exact number.
 */
export function epsilonNonDominated(
  objectives: readonly Objective[],
  epsilons: readonly number[],
): NonDominated {
  const { use, columns } = oriented(objectives);
  if (
    epsilons.length !== objectives.length ||
    !epsilons.every((width) => width > 0 && width < Number.POSITIVE_INFINITY)
  ) {
    throw new AnalysisError(
      "bad-argument",
      `each of ${objectives.length} objectives needs a positive width, got ${epsilons.join(", ")}`,
    );
  }
  const boxes = columns.map((column, at) => boxNumbers(column, epsilons[at] as number));
  const items = nonDominatedItems(boxes, "all");
  const distances = cornerDistances(columns, boxes, epsilons, items);
  const best = new Map<string, number>();
  for (let at = 0; at < items.length; at++) {
    const box = boxes.map((column) => column[items[at] as number]).join(" ");
    const other = best.get(box);
    if (other === undefined || (distances[at] as number) < (distances[other] as number)) best.set(box, at);
  }
  const rows = Int32Array.from(best.values(), (at) => use.rows[items[at] as number] as number).sort();
  return { rows, use };
}

function boxNumbers(column: Float64Array, width: number): Float64Array {
  return column.map((value) => {
    const box = Math.floor(value / width) + 0;
    if (!Number.isSafeInteger(box))
      throw new AnalysisError("bad-argument", `a box of width ${width} has no number at ${value}`);
    return box;
  });
}

function cornerDistances(
  columns: readonly Float64Array[],
  boxes: readonly Float64Array[],
  epsilons: readonly number[],
  items: Int32Array,
): Float64Array {
  const distances = new Float64Array(items.length);
  columns.forEach((column, objective) => {
    const values = gathered(column, items);
    const corners = gathered(boxes[objective] as Float64Array, items);
    for (let at = 0; at < items.length; at++) {
      const away = (values[at] as number) / (epsilons[objective] as number) - (corners[at] as number);
      distances[at] = (distances[at] as number) + away * away;
    }
  });
  return distances;
}
