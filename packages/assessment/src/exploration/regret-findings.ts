import type { FutureTable } from "@shikumi/analysis/robustness";
import type { Id } from "@shikumi/model";
import type { RegretFinding } from "./exploration.ts";
import type { ExploredFutures } from "./future-design.ts";

/** Parts an assumption is cut into, and how many assumptions. */
const parts = 3;
const mostAssumptions = 4;

/**
 * Mean regret of every package against the best one of each future, over all futures and where an assumption is low, middling or high (EX13). An assumption of no more than three values is cut by
 * value, any other into thirds of the futures.
 */
export function regretFindings(
  means: FutureTable,
  futures: ExploredFutures,
  assumptions: readonly Id[],
): RegretFinding {
  const count = means.alternatives.length;
  if (count < 2 || means.futures === 0) return { columns: [], packages: [] };
  const rows = Array.from({ length: means.futures }, (_, future) => future);
  const classes = [
    { uncertainty: undefined, low: 0, high: 0, members: rows },
    ...assumptions.slice(0, mostAssumptions).flatMap((id) => classesOf(means, futures, id)),
  ];
  const scoreAt = (at: number, future: number): number => means.values[at * means.futures + future] as number;
  const best = rows.map((future) => Math.max(...means.alternatives.map((_, at) => scoreAt(at, future))));
  return {
    columns: classes.map(({ members, ...column }) => ({ ...column, futures: members.length })),
    packages: means.alternatives.map((id, at) => ({
      package: id,
      cells: classes.map(
        ({ members }) =>
          members.reduce((sum, future) => sum + (best[future] as number) - scoreAt(at, future), 0) /
          members.length,
      ),
    })),
  };
}

interface FutureClass {
  readonly uncertainty: Id;
  readonly low: number;
  readonly high: number;
  readonly members: readonly number[];
}

function classesOf(means: FutureTable, futures: ExploredFutures, id: Id): readonly FutureClass[] {
  const place = futures.uncertainties.findIndex((one) => one.id === id);
  const values = Array.from(means.use.futures, (row) => futures.futures[row]?.values[place] as number);
  const sorted = [...values].sort((a, b) => a - b);
  const levels = [...new Set(sorted)];
  const starts =
    levels.length <= parts
      ? levels
      : [
          ...new Set(
            Array.from(
              { length: parts },
              (_, at) => sorted[Math.floor((at * sorted.length) / parts)] as number,
            ),
          ),
        ];
  return starts.flatMap((start, at): readonly FutureClass[] => {
    const end = starts[at + 1] ?? Number.POSITIVE_INFINITY;
    const members = values.flatMap((value, future) => (value >= start && value < end ? [future] : []));
    const inside = sorted.filter((value) => value >= start && value < end);
    const [low, high] = [inside[0], inside.at(-1)];
    return low === undefined || high === undefined ? [] : [{ uncertainty: id, low, high, members }];
  });
}
