import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  columnsNeeded,
  createExploration,
  type ExplorationPlan,
  exploredFutures,
  plannedExploration,
  type RunTable,
  type RunValues,
  runBlock,
  runTable,
} from "@shikumi/assessment";
import { parseStudy, type Study } from "@shikumi/model";

const folder = join(import.meta.dirname, "../../../../studies/harbour-aid");

/** The small study of this repository, with something changed in its text where asked for. */
export function harbourStudy(change: (text: string) => string = (text) => text): Study {
  const files = readdirSync(folder)
    .filter((name) => /\.(yaml|csv)$/.test(name))
    .sort()
    .map((path) => ({ path, text: change(readFileSync(join(folder, path), "utf8")) }));
  const { study, diagnostics } = parseStudy(files);
  if (study === undefined) throw new TypeError(JSON.stringify(diagnostics.slice(0, 3)));
  return study;
}

/** All runs of a plan, made on this thread; a change may spoil the columns. */
export function exploredTable(
  study: Study,
  plan: ExplorationPlan,
  change: (columns: Map<string, RunValues>) => void = () => undefined,
): RunTable {
  const setup = plannedExploration(study, plan);
  const explored = exploredFutures(study, setup.design, setup.futures);
  const context = createExploration(study);
  const blocks = setup.packages.map(({ id, levers }) =>
    runBlock(context, {
      package: id,
      levers,
      mode: setup.mode,
      replications: setup.replications,
      budget: setup.budget,
      futures: explored.futures,
    }),
  );
  const names = columnsNeeded(setup, explored, [...study.parties.keys()]);
  const columns = new Map(
    names.map((name): [string, RunValues] => {
      const at = context.columns.findIndex((one) => one.name === name);
      const parts = blocks.map((block) => block[at] as RunValues);
      return [
        name,
        parts[0] instanceof Float64Array
          ? Float64Array.from(parts.flatMap((part) => [...(part as Float64Array)]))
          : parts.flatMap((part) => [...(part as readonly string[])]),
      ];
    }),
  );
  change(columns);
  return runTable(setup, explored, columns);
}
