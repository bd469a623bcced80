import { AnalysisError } from "../frame/index.ts";
import { criterionOf } from "./criterion.ts";
import { futureTable, type Reduction } from "./future-table.ts";
import type { OutcomeCube } from "./outcome-cube.ts";

/** A range of floors with the same best alternatives. */
export interface FloorSegment {
  /** Floors from `from` to `to`, in the measure's unit, in the order of sweeping: from easy to hard. The hard end belongs to the segment, the easy one does not. */
  readonly from: number;
  readonly to: number;
  /** Alternatives that meet the floor in most futures. */
  readonly best: readonly number[];
  /** `always`: all of them in every future, so that the floor tells nothing apart; `never`: none in any. */
  readonly met: "always" | "sometimes" | "never";
  /** Share of futures in which the best meet the floor, at the easy and at the hard end. */
  readonly share: readonly [easy: number, hard: number];
}

/**
 * Which alternative meets a floor in most futures, for every floor: exact, by sweeping over all values seen. Floors easier than `easiest` or harder than `hardest` are
 * cut off; unless stated the sweep has no ends (±Infinity). Neighbouring floors with the same best and `met` are one segment; no futures: no segments.
 * Throws as `futureTable`. O(N log N + N · alternatives) for N values.
 */
export function floorFlips(
  cube: OutcomeCube,
  options: Reduction & { readonly easiest?: number; readonly hardest?: number } = {},
): readonly FloorSegment[] {
  const table = futureTable(cube, options);
  const sign = cube.direction === "more" ? 1 : -1;
  const easiest = options.easiest === undefined ? Number.NEGATIVE_INFINITY : sign * options.easiest;
  const hardest = options.hardest === undefined ? Number.POSITIVE_INFINITY : sign * options.hardest;
  if (!(easiest < hardest)) {
    throw new AnalysisError(
      "bad-argument",
      `the easiest floor ${options.easiest} is not easier than ${options.hardest}`,
    );
  }
  if (table.futures === 0) return [];
  const { sorted } = criterionOf(table, { id: "maximin" }).view;
  const levels = Float64Array.from(new Set(sorted.flatMap((row) => [...row]))).sort();
  const below = new Int32Array(sorted.length);
  const segments: FloorSegment[] = [];
  let from = Number.NEGATIVE_INFINITY;
  for (let at = 0; at <= levels.length; at++) {
    const to = levels[at] ?? Number.POSITIVE_INFINITY;
    for (const [alternative, row] of sorted.entries()) {
      while (
        (below[alternative] as number) < row.length &&
        (row[below[alternative] as number] as number) < to
      ) {
        below[alternative] = (below[alternative] as number) + 1;
      }
    }
    if (to > easiest && from < hardest) {
      addSegment(segments, Math.max(from, easiest), Math.min(to, hardest), below, table.futures);
    }
    from = to;
  }
  return segments.map((segment) => ({ ...segment, from: sign * segment.from, to: sign * segment.to }));
}

function addSegment(
  segments: FloorSegment[],
  from: number,
  to: number,
  below: Int32Array,
  futures: number,
): void {
  const least = below.reduce((a, b) => Math.min(a, b));
  const most = below.reduce((a, b) => Math.max(a, b));
  const best = [...below.keys()].filter((alternative) => below[alternative] === least);
  const met = most === 0 ? "always" : least === futures ? "never" : "sometimes";
  const share = (futures - least) / futures;
  const last = segments.at(-1);
  if (last !== undefined && last.met === met && last.best.join() === best.join()) {
    segments[segments.length - 1] = { ...last, to, share: [last.share[0], share] };
  } else segments.push({ from, to, best, met, share: [share, share] });
}
