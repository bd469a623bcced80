import type { Name } from "@shikumi/core/random";
import { quantile } from "../estimate/quantile.ts";
import type { Classes } from "./conditioning.ts";
import { shuffle, WordStream } from "./resampling.ts";

/**
 * What statistics of a dummy exceed with probability 1 − level: an input that does not enter the model, in classes of the same sizes, got by putting the rows' classes into a random
 * order. Computed once for all inputs with classes of the same sizes. One entry a statistic; empty without draws.
 */
export function dummyThresholds(
  name: Name,
  draws: number,
  level: number,
  statisticsOf: (classes: Classes) => readonly number[],
): (classes: Classes) => readonly number[] {
  const known = new Map<string, readonly number[]>();
  return (classes) => {
    const key = Array.from(classes.sizes)
      .sort((one, other) => one - other)
      .join();
    const found = known.get(key);
    if (found !== undefined) return found;
    const shuffled: Classes = { ...classes, of: classes.of.slice() };
    const rows = Array.from({ length: draws }, (_, draw) => {
      shuffle(shuffled.of, new WordStream(name, draw));
      return statisticsOf(shuffled);
    });
    const thresholds = (rows[0] ?? []).map((_, at) =>
      quantile(
        Float64Array.from(rows, (row) => row[at] as number),
        level,
      ),
    );
    known.set(key, thresholds);
    return thresholds;
  };
}
