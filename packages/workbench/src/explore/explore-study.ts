import { setImmediate } from "node:timers/promises";
import {
  assembleExploration,
  columnsNeeded,
  createExploration,
  type Exploration,
  type ExplorationPlan,
  type ExplorationSetup,
  type ExploredFutures,
  engineVersion,
  explorationLead,
  exploredFutures,
  plannedExploration,
  type RunTable,
  type RunValues,
  runColumns,
  runTable,
  type SwitchingFinding,
  switchingFinding,
} from "@shikumi/assessment";
import { canonicalJson, sha256Hex } from "@shikumi/core/hash";
import { parseStudy, type Study, type StudyFile } from "@shikumi/model";
import { openResults, type Results } from "@shikumi/store";
import { throwIfInterrupted } from "../workbench-error.ts";
import { type PlannedBlock, plannedBlocks } from "./block-plan.ts";
import { runBlocks } from "./run-blocks.ts";

/** How an exploration is made. */
export interface ExploreOptions {
  /** Folder of the results. Parts that are there are not computed again. */
  readonly folder: string;
  /** Any number gives the same bits. */
  readonly threads?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Runs that were computed, of those that had to be. */
  readonly progress?: ((done: number, total: number) => void) | undefined;
  /** Adds futures until the interval of the difference between the best two packages is narrower than this, or all futures are used. */
  readonly untilWidth?: number | undefined;
  /** Searches the value of each assumption that matters most at which the best package changes. Not stored: searched anew each time. */
  readonly switching?: boolean | undefined;
  /** When it is made, as the caller tells it. */
  readonly made?: string | undefined;
}

/** An exploration as it was made. */
export interface MadeExploration {
  /** Its id in the catalogue of the results. */
  readonly id: string;
  readonly exploration: Exploration;
  /** Runs that were computed now, and those that were there. */
  readonly computed: number;
  readonly reused: number;
  /** Why no more futures were added: all were asked for; the interval is narrow enough; or it is not, with all of them. */
  readonly stopped: "all" | "narrow" | "still-wide";
}

/**
 * Explores a study (B7–B10): packages × futures × replications into content-addressed parts, then findings from what is stored. After an interruption the same call computes only
 * what is missing, and gives the same bits as if nothing had happened. Throws `WorkbenchError`, `StoreError`, `KernelError`, and `RangeError` for a plan or files that make no study.
 */
export async function exploreStudy(
  files: readonly StudyFile[],
  plan: ExplorationPlan,
  options: ExploreOptions,
): Promise<MadeExploration> {
  const { threads, untilWidth } = options;
  if (threads !== undefined && !(Number.isSafeInteger(threads) && threads > 0))
    throw new RangeError(`threads must be a positive integer, got ${threads}`);
  if (untilWidth !== undefined && !(untilWidth > 0))
    throw new RangeError(`the width must be above 0, got ${untilWidth}`);
  const { study } = parseStudy(files);
  if (study === undefined) throw new RangeError("the files are not a study: they have errors");
  const most = plannedExploration(study, plan).futures;
  const results = await openResults(options.folder, { create: true });
  try {
    let computed = 0;
    let reused = 0;
    for (const futures of untilWidth === undefined ? [most] : growingSizes(most)) {
      const round = await exploreRound(study, files, { ...plan, futures }, results, options);
      computed += round.computed;
      reused = Math.max(reused, round.all - computed);
      const width = untilWidth === undefined ? undefined : widthOf(round.table);
      const isNarrow = width !== undefined && untilWidth !== undefined && width <= untilWidth;
      if (futures < most && !isNarrow) continue;
      return {
        id: round.id,
        exploration: await withSwitching(study, round.table, options),
        computed,
        reused,
        stopped: untilWidth === undefined ? "all" : isNarrow ? "narrow" : "still-wide",
      };
    }
    throw new RangeError("there are no futures");
  } finally {
    await results.close();
  }
}

/** The findings, with switching values where they are asked for and two packages can be compared. */
async function withSwitching(
  study: Study,
  table: RunTable,
  { switching = false, signal }: ExploreOptions,
): Promise<Exploration> {
  const exploration = assembleExploration(study, table);
  if (!switching) return exploration;
  const { lead } = exploration.robustness;
  if (lead.kind === "none") return { ...exploration, switching: [] };
  const context = createExploration(study);
  const found: SwitchingFinding[] = [];
  for (const { uncertainty } of exploration.sensitivity.assumptions) {
    await setImmediate();
    throwIfInterrupted(signal);
    found.push(switchingFinding(context, table, [lead.first, lead.second], uncertainty));
  }
  return { ...exploration, switching: found };
}

interface Round {
  readonly id: string;
  readonly table: RunTable;
  readonly computed: number;
  readonly all: number;
}

async function exploreRound(
  study: Study,
  files: readonly StudyFile[],
  plan: ExplorationPlan,
  results: Results,
  options: ExploreOptions,
): Promise<Round> {
  const setup = plannedExploration(study, plan);
  const explored = exploredFutures(study, setup.design, setup.futures);
  const columns = runColumns(study);
  const blocks = plannedBlocks(study, setup, explored, columns);
  const id = explorationId(study, setup, blocks);
  const entry = {
    id,
    study: study.digest,
    made: options.made ?? "",
    design: explored.design.id,
    columns,
    parts: blocks.map(({ address }) => address),
    settings: settingsOf(study, setup),
  };
  await results.saveExploration(entry, { replace: true });
  const missing: PlannedBlock[] = [];
  for (const block of blocks) if (!(await results.hasPart(block.address))) missing.push(block);
  const rowsOf = ({ block }: PlannedBlock): number => block.futures.length * block.replications;
  const total = missing.reduce((sum, block) => sum + rowsOf(block), 0);
  let done = 0;
  await runBlocks(study, files, missing, {
    threads: options.threads,
    signal: options.signal,
    keep: async (planned, values) => {
      await results.writePart(
        planned.address,
        columns.map((spec, at) => ({ spec, values: values[at] as RunValues })),
      );
      done += rowsOf(planned);
      options.progress?.(done, total);
    },
  });
  return {
    id,
    table: await storedTable(study, setup, explored, blocks, results),
    computed: total,
    all: blocks.reduce((sum, block) => sum + rowsOf(block), 0),
  };
}

async function storedTable(
  study: Study,
  setup: ExplorationSetup,
  explored: ExploredFutures,
  blocks: readonly PlannedBlock[],
  results: Results,
): Promise<RunTable> {
  const names = columnsNeeded(setup, explored, [...study.parties.keys()]);
  const read = await results.readColumns(names, { parts: blocks.map(({ address }) => address) });
  return runTable(setup, explored, new Map(read.columns.map(({ spec, values }) => [spec.name, values])));
}

/** Numbers of futures that end at the most and double: each begins with the futures of the one before. */
function growingSizes(most: number): readonly number[] {
  const sizes = [most];
  for (let size = most / 2; Number.isInteger(size) && size >= 16; size /= 2) sizes.unshift(size);
  return sizes;
}

/** Width of the interval of the difference between the best two packages; `undefined` where there is none. */
function widthOf(table: RunTable): number | undefined {
  const lead = explorationLead(table);
  return lead.kind === "pair" && lead.low !== undefined && lead.high !== undefined
    ? lead.high - lead.low
    : undefined;
}

function settingsOf(study: Study, setup: ExplorationSetup): unknown {
  return {
    title: study.charter.title,
    seed: study.charter.seed,
    engine: engineVersion,
    design: setup.design,
    mode: setup.mode,
    futures: setup.futures,
    replications: setup.replications,
    packages: setup.packages.map(({ id }) => id),
  };
}

/** The study's id and a digest of the parts: the same runs have the same id. */
function explorationId(study: Study, setup: ExplorationSetup, blocks: readonly PlannedBlock[]): string {
  const name = study.charter.id
    .toLowerCase()
    .replace(/[^a-z0-9._-]/g, "-")
    .replace(/^[^a-z0-9]+/, "");
  const digest = sha256Hex(canonicalJson(blocks.map(({ address }) => address))).slice(0, 12);
  return `${name.slice(0, 60) || "study"}-${setup.futures}x${setup.replications}-${digest}`;
}
