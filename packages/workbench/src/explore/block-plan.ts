import {
  type ExplorationBlock,
  type ExplorationSetup,
  type ExploredFutures,
  engineVersion,
  type RunColumn,
} from "@shikumi/assessment";
import type { Study } from "@shikumi/model";
import { type PartAddress, partAddress } from "@shikumi/store";

/** Futures in one part. More futures later begin with the same parts. */
export const blockFutures = 16;

/** A block with the address its rows are stored under. */
export interface PlannedBlock {
  readonly address: PartAddress;
  readonly block: ExplorationBlock;
}

/** The blocks of an exploration by package, then future: the order of the rows (B7). Equal addresses hold equal rows, whichever exploration asked for them. */
export function plannedBlocks(
  study: Study,
  setup: ExplorationSetup,
  explored: ExploredFutures,
  columns: readonly RunColumn[],
): readonly PlannedBlock[] {
  const starts = Array.from(
    { length: Math.ceil(setup.futures / blockFutures) },
    (_, at) => at * blockFutures,
  );
  return setup.packages.flatMap(({ id, levers }) =>
    starts.map((start): PlannedBlock => {
      const futures = explored.futures.slice(start, start + blockFutures);
      const { mode, replications, budget } = setup;
      const address = partAddress({
        program: study.digest,
        package: id,
        futures: futures.map(({ index }) => index),
        replications,
        engine: engineVersion,
        settings: {
          seed: study.charter.seed,
          design: explored.stem,
          mode,
          budget: budget ?? null,
          levers: [...levers],
        },
        columns,
      });
      return { address, block: { package: id, levers, mode, replications, budget, futures } };
    }),
  );
}
