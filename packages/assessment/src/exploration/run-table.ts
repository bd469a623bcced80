import type { Design, Outcome } from "@shikumi/analysis/frame";
import { outcomeOf } from "@shikumi/analysis/frame";
import { cubeOf, type FutureTable, futureTable, type OutcomeCube } from "@shikumi/analysis/robustness";
import type { Id } from "@shikumi/model";
import type { DecidingMeasure, RowsUsed } from "./exploration.ts";
import type { ExplorationSetup } from "./exploration-plan.ts";
import type { ExploredFutures } from "./future-design.ts";
import { columnName, type RunValues } from "./run-columns.ts";

/** The runs of an exploration, in the order package, future, replication. */
export interface RunTable {
  readonly setup: ExplorationSetup;
  readonly futures: ExploredFutures;
  readonly rows: number;
  readonly status: readonly string[];
  readonly cause: readonly string[];
  /** A column of numbers. Throws `RangeError` for one that is missing or of another length. */
  column(name: string): Float64Array;
}

/**
 * The runs as a table, checked against the futures (EX4): every row must be of the package, future and replication that its place says, and hold the values of that future
 * bit for bit. Throws `RangeError` otherwise: results of another design, or in another order, are never read as these.
 */
export function runTable(
  setup: ExplorationSetup,
  futures: ExploredFutures,
  columns: ReadonlyMap<string, RunValues>,
): RunTable {
  const rows = setup.packages.length * setup.futures * setup.replications;
  const texts = (name: string): readonly string[] => {
    const values = columns.get(name);
    if (values === undefined || values instanceof Float64Array || values.length !== rows)
      throw new RangeError(`the runs have no text column "${name}" of ${rows} rows`);
    return values;
  };
  const table: RunTable = {
    setup,
    futures,
    rows,
    status: texts("status"),
    cause: texts("cause"),
    column(name) {
      const values = columns.get(name);
      if (!(values instanceof Float64Array) || values.length !== rows)
        throw new RangeError(`the runs have no column "${name}" of ${rows} rows`);
      return values;
    },
  };
  checkRows(table, texts("package"));
  return table;
}

function checkRows(table: RunTable, packages: readonly string[]): void {
  const { setup, futures } = table;
  const future = table.column("future");
  const replication = table.column("replication");
  const values = futures.uncertainties.map(({ id }) => table.column(columnName("uncertainty", id)));
  for (let row = 0; row < table.rows; row++) {
    const index = Math.floor(row / setup.replications) % setup.futures;
    const isRight =
      packages[row] === setup.packages[Math.floor(row / (setup.futures * setup.replications))]?.id &&
      future[row] === index &&
      replication[row] === row % setup.replications &&
      values.every((column, at) => Object.is(column[row], futures.futures[index]?.values[at]));
    if (!isRight)
      throw new RangeError(`row ${row} of the runs is not that of future ${index} of this design`);
  }
}

/** Names of the columns that the findings are made from. */
export function columnsNeeded(
  setup: ExplorationSetup,
  futures: ExploredFutures,
  parties: readonly Id[],
): readonly string[] {
  return [
    ...["package", "future", "replication", "status", "cause"],
    ...futures.uncertainties.map(({ id }) => columnName("uncertainty", id)),
    ...setup.measure.domains.flatMap(({ domain }) =>
      [
        "value-demanded",
        "value-delivered",
        "value-averted",
        "floor-asked",
        "floor-reached",
        "floor-demanded",
      ].map((measure) => columnName(measure, domain)),
    ),
    ...parties.map((party) => columnName("benefit", party)),
  ];
}

/** Effectiveness of one domain by run. */
export function domainCube(table: RunTable, domain: string): OutcomeCube {
  return cubeFrom(table, decidingValues(table, [{ domain, weight: 1 }], false));
}

/** The deciding measure by run. */
export function decidingCube(table: RunTable): OutcomeCube {
  const { domains, isWeighed } = table.setup.measure;
  return cubeFrom(table, decidingValues(table, domains, isWeighed));
}

/** By how much the deciding measure lies above its floor, by run; `undefined` without a floor. */
export function marginCube(table: RunTable): OutcomeCube | undefined {
  const { measure } = table.setup;
  if (measure.floor.kind === "none") return undefined;
  if (measure.floor.kind === "stated") {
    const { value } = measure.floor;
    return cubeFrom(
      table,
      decidingValues(table, measure.domains, measure.isWeighed).map((own) => own - value),
    );
  }
  const sums = (name: string): Float64Array => summed(table, measure.domains, name);
  const [asked, reached, demanded] = [sums("floor-asked"), sums("floor-reached"), sums("floor-demanded")];
  return cubeFrom(
    table,
    reached.map((value, row) =>
      (demanded[row] as number) > 0
        ? (value - (asked[row] as number)) / (demanded[row] as number)
        : Number.NaN,
    ),
  );
}

/** Value delivered to the beneficiaries of a party, by run. */
export function benefitCube(table: RunTable, party: Id): OutcomeCube {
  return cubeFrom(table, table.column(columnName("benefit", party)));
}

/** One outcome a package: means over replications by future, of futures in which every package has a value; `NaN` elsewhere. */
export function meansByFuture(
  table: RunTable,
  cube: OutcomeCube,
): { readonly means: FutureTable; readonly outcomes: readonly Outcome[] } {
  const means = futureTable(cube);
  const { design } = table.futures;
  const outcomes = means.alternatives.map((id, at) => {
    const values = new Float64Array(design.rows).fill(Number.NaN);
    means.use.futures.forEach((row, future) => {
      values[row] = means.values[at * means.futures + future] as number;
    });
    return outcomeOf(design as Design, id, values);
  });
  return { means, outcomes };
}

/** How many futures a table used. */
export function rowsUsed({ use }: Pick<FutureTable, "use">): RowsUsed {
  return { used: use.used, leftOut: use.leftOut };
}

function decidingValues(
  table: RunTable,
  domains: DecidingMeasure["domains"],
  isWeighed: boolean,
): Float64Array {
  const share = (chosen: DecidingMeasure["domains"]): Float64Array => {
    const [demanded, delivered, averted] = [
      summed(table, chosen, "value-demanded"),
      summed(table, chosen, "value-delivered"),
      summed(table, chosen, "value-averted"),
    ];
    return delivered.map((value, row) => {
      const whole = (demanded[row] as number) + (averted[row] as number);
      return whole > 0 ? (value + (averted[row] as number)) / whole : Number.NaN;
    });
  };
  if (!isWeighed) return share(domains);
  const shares = domains.map((domain) => share([domain]));
  return Float64Array.from({ length: table.rows }, (_, row) => {
    let sum = 0;
    let weights = 0;
    domains.forEach(({ weight }, at) => {
      const value = shares[at]?.[row] as number;
      if (Number.isNaN(value)) return;
      sum += weight * value;
      weights += weight;
    });
    return weights > 0 ? sum / weights : Number.NaN;
  });
}

function summed(table: RunTable, domains: DecidingMeasure["domains"], measure: string): Float64Array {
  const sums = new Float64Array(table.rows);
  for (const { domain } of domains) {
    const column = table.column(columnName(measure, domain));
    for (let row = 0; row < sums.length; row++) sums[row] = (sums[row] as number) + (column[row] as number);
  }
  return sums;
}

/** A run that failed or was cut off has no value: what it had reached by then is not what it would have reached. */
function cubeFrom({ setup, futures, status }: RunTable, values: Float64Array): OutcomeCube {
  return cubeOf(
    futures.design,
    setup.packages.map(({ id }) => id),
    setup.replications,
    values.map((value, row) => (status[row] === "complete" ? value : Number.NaN)),
    "more",
  );
}
