import type { FutureTable } from "@shikumi/analysis/robustness";
import type { Id } from "@shikumi/model";
import type { SampledFutures } from "./exploration.ts";
import type { ExploredFutures } from "./future-design.ts";
import type { WorstFutures } from "./worst-futures.ts";

/** Most futures that pictures are made from. */
const most = 256;

/** The first futures in which every package has a value, with what pictures need of them (EX14). */
export function sampledFutures(
  means: FutureTable,
  futures: ExploredFutures,
  found: readonly WorstFutures[],
  assumptions: readonly Id[],
): SampledFutures {
  const rows = [...means.use.futures.slice(0, most)];
  const limited = found.flatMap(({ search }) =>
    search.boxes.flatMap(({ limits }) => limits.map(({ uncertainty }) => uncertainty)),
  );
  const shown = new Set<Id>([...limited, ...assumptions]);
  return {
    futures: rows,
    uncertainties: futures.uncertainties.flatMap(({ id }, place) =>
      shown.has(id)
        ? [{ uncertainty: id, values: rows.map((row) => futures.futures[row]?.values[place] as number) }]
        : [],
    ),
    packages: means.alternatives.map((id, at) => ({
      package: id,
      values: rows.map((_, future) => means.values[at * means.futures + future] as number),
      isHit: rows.map((row) => found.find(({ search }) => search.package === id)?.isHit[row] ?? false),
    })),
  };
}
