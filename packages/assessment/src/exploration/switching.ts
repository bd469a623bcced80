import { estimateMean } from "@shikumi/analysis";
import { designOf } from "@shikumi/analysis/frame";
import { type NoisyDifference, switchingLevels, switchingValue } from "@shikumi/analysis/sensitivity";
import { futureOf, uncertaintiesOf } from "@shikumi/kernel";
import type { Id } from "@shikumi/model";
import type { ExploredPackage } from "./exploration.ts";
import { type ExplorationContext, runBlock } from "./run-block.ts";
import { decidingCube, type RunTable } from "./run-table.ts";

/** The nearest value of an assumption at which the better of two packages stops being so, all others at their medians. */
export interface SwitchingFinding {
  readonly uncertainty: Id;
  /** The better of the two at the medians, and the other. */
  readonly best: Id;
  readonly rival: Id;
  /** Its median, in base units. */
  readonly at: number;
  readonly answer:
    | { readonly kind: "switches"; readonly value: number }
    | { readonly kind: "does-not-switch"; readonly low: number; readonly high: number }
    | { readonly kind: "undecided"; readonly reason: "noise-at-base" | "tie-at-base" | "noise" | "no-value" };
  /** Runs it took. */
  readonly runs: number;
}

/** Parts of the range that are searched one after the other, and fewest replications of each package at a point. */
const resolution = 8;
const replicationsAtLeast = 8;

/**
 * Searches one assumption within the range the futures have (EX12): the two packages meet the same luck at every point. Of a discrete assumption only its own values are tried. Throws
 * `RangeError` for an assumption or package that is not there.
 */
export function switchingFinding(
  context: ExplorationContext,
  table: RunTable,
  [first, second]: readonly [Id, Id],
  uncertainty: Id,
): SwitchingFinding {
  const place = table.futures.uncertainties.findIndex(({ id }) => id === uncertainty);
  const about = table.futures.uncertainties[place];
  const [one, other] = [first, second].map((id) => table.setup.packages.find((known) => known.id === id));
  if (about === undefined || one === undefined || other === undefined)
    throw new RangeError(`there is no assumption "${uncertainty}" or no package "${first}" or "${second}"`);
  const all = uncertaintiesOf(context.study);
  const medians = futureOf(
    context.study,
    0,
    all.map(() => 0.5),
  ).values;
  const replications = Math.max(table.setup.replications, replicationsAtLeast);
  let runs = 0;
  const f = (x: number): NoisyDifference => {
    const values = medians.slice();
    values[place] = x;
    const [mine, theirs] = [one, other].map((which) =>
      outcomesAt(context, table, which, values, replications),
    );
    runs += 2 * replications;
    const gains = Float64Array.from(mine ?? [], (value, at) => value - (theirs?.[at] as number));
    const { mean, high } = estimateMean(gains);
    return { mean, halfWidth: high - mean };
  };
  const at = Math.min(about.high, Math.max(about.low, medians[place] as number));
  const isFirst = !(f(at).mean < 0);
  const answer = isDiscrete(all[place]?.values.kind)
    ? levelAnswer(f, levelsOf(table, place), at)
    : rangeAnswer(f, about.low, about.high, at);
  return {
    uncertainty,
    best: isFirst ? first : second,
    rival: isFirst ? second : first,
    at,
    answer,
    runs,
  };
}

function rangeAnswer(
  f: (x: number) => NoisyDifference,
  low: number,
  high: number,
  at: number,
): SwitchingFinding["answer"] {
  if (!(high > low)) return { kind: "does-not-switch", low, high };
  const found = switchingValue({ f, low, high, at, tolerance: (high - low) / 64, resolution });
  if (found.kind === "switches") return { kind: "switches", value: found.value };
  if (found.kind === "undecided") return { kind: "undecided", reason: found.reason };
  return { kind: "does-not-switch", low, high };
}

/** The nearest other level at which it switches. */
function levelAnswer(
  f: (x: number) => NoisyDifference,
  levels: readonly number[],
  at: number,
): SwitchingFinding["answer"] {
  const known = [...new Set([...levels, at])].sort((a, b) => a - b);
  const answers = switchingLevels((level) => f(known[level] as number), known.length, known.indexOf(at));
  const distance = (level: number): number => Math.abs((known[level] as number) - at);
  const [nearest] = answers
    .filter(({ kind }) => kind !== "stays")
    .sort((a, b) => distance(a.level) - distance(b.level));
  if (nearest === undefined)
    return { kind: "does-not-switch", low: known[0] as number, high: known[known.length - 1] as number };
  return nearest.kind === "switches"
    ? { kind: "switches", value: known[nearest.level] as number }
    : { kind: "undecided", reason: "noise" };
}

function isDiscrete(kind: string | undefined): boolean {
  return kind === "observed" || kind === "discrete";
}

function levelsOf({ futures }: RunTable, place: number): readonly number[] {
  return [...new Set(futures.futures.map(({ values }) => values[place] as number))];
}

/** The deciding measure of one package at one setting, by replication. */
function outcomesAt(
  context: ExplorationContext,
  table: RunTable,
  which: ExploredPackage,
  values: Float64Array,
  replications: number,
): Float64Array {
  const { mode, budget } = table.setup;
  const futures = [{ index: 0, values }];
  const block = { package: which.id, levers: which.levers, mode, budget, replications, futures };
  const found = runBlock(context, block);
  const valuesOf = (name: string) => found[context.columns.findIndex((column) => column.name === name)];
  const point = designOf([{ kind: "real", name: "point", low: 0, high: 0 }], [new Float64Array(1)]);
  return decidingCube({
    ...table,
    setup: { ...table.setup, packages: [which], futures: 1, replications },
    futures: { ...table.futures, design: point },
    rows: replications,
    status: valuesOf("status") as readonly string[],
    column: (name) => valuesOf(name) as Float64Array,
  }).values;
}
