import { quantile } from "@shikumi/analysis";
import type { Design, Outcome } from "@shikumi/analysis/frame";
import type { OutcomeCube } from "@shikumi/analysis/robustness";
import { boxesBelow } from "./box-findings.ts";
import type { Exploration, PackageSearch } from "./exploration.ts";
import { meansByFuture, type RunTable } from "./run-table.ts";

/** Least share of futures that a floor must leave on either side to be what is searched for. */
const leastShare = 0.05;

/** What one package is searched for: futures in which the values lie below the threshold. */
interface Question {
  readonly package: string;
  readonly threshold: PackageSearch["threshold"];
  readonly outcome: Outcome;
  readonly below: number;
}

/** The search of one package, with the futures in which what it is searched for happens. */
export interface WorstFutures {
  readonly search: PackageSearch;
  /** By future. */
  readonly isHit: readonly boolean[];
}

/**
 * Where each package misses its floor (EX7). Where there is no floor, or where it is missed in fewer than a twentieth of the futures or met in fewer than that, the package's own worst quarter is
 * searched for instead, so that there is something to tell apart.
 */
export function worstFutures(
  table: RunTable,
  deciding: OutcomeCube,
  margin: OutcomeCube | undefined,
): readonly WorstFutures[] {
  const { design } = table.futures;
  const margins = margin === undefined ? [] : meansByFuture(table, margin).outcomes;
  return meansByFuture(table, deciding).outcomes.flatMap((outcome) => {
    const own = margins.find(({ name }) => name === outcome.name);
    const question = questionOf(outcome, own);
    return question === undefined ? [] : [searched(design, question)];
  });
}

/** `no-futures` where no package has a value in any future. */
export function discoveryFindings(found: readonly WorstFutures[]): Exploration["discovery"] {
  return {
    reason: found.length === 0 ? "no-futures" : undefined,
    packages: found.map(({ search }) => search),
  };
}

function questionOf(outcome: Outcome, margin: Outcome | undefined): Question | undefined {
  const values = known(outcome);
  if (values.length === 0) return undefined;
  const margins = margin === undefined ? new Float64Array() : known(margin);
  const missed = margins.reduce((sum, value) => sum + (value < 0 ? 1 : 0), 0);
  const share = missed / margins.length;
  if (margin !== undefined && share >= leastShare && share <= 1 - leastShare)
    return { package: outcome.name, threshold: { kind: "floor" }, outcome: margin, below: 0 };
  const quartile = quantile(values, 0.25);
  const floor = margins.length === 0 ? undefined : { missed, of: margins.length };
  return {
    package: outcome.name,
    threshold: { kind: "worst-quarter", value: quartile, floor },
    outcome,
    below: quartile,
  };
}

function searched(design: Design, { package: id, threshold, outcome, below }: Question): WorstFutures {
  return {
    search: { package: id, threshold, ...boxesBelow(design, outcome, below) },
    isHit: Array.from(outcome.values, (value) => value < below),
  };
}

function known({ values }: Outcome): Float64Array {
  return values.filter((value) => !Number.isNaN(value));
}
