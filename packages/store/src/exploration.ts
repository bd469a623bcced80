import type { ColumnSpec } from "./column.ts";
import type { PartAddress } from "./part-address.ts";

/** An entry of the catalogue: a set of parts that were computed for one purpose. Plain JSON. */
export interface Exploration {
  /** 1 to 100 of `a–z 0–9 - _ .`, beginning with a letter or digit. */
  readonly id: string;
  /** Digest of the study whose runs these are. */
  readonly study: string;
  /** When it was made, as the caller tells it (the store has no clock); `""` if that is not told. */
  readonly made: string;
  /** Id of the design of the futures, so that an analysis can refuse results of another; `""` for none. */
  readonly design: string;
  /** Columns that every part has. */
  readonly columns: readonly ColumnSpec[];
  /** Parts in the order of their rows. Those not yet computed are named too: `hasPart` tells what is left to do. */
  readonly parts: readonly PartAddress[];
  /** Whatever the caller needs to go on with it: seed, packages, futures, replications. Plain JSON. */
  readonly settings: unknown;
}

/** How the columns of two explorations relate. */
export interface SchemaComparison {
  /** Names of columns that both have, described alike. */
  readonly shared: readonly string[];
  readonly onlyFirst: readonly string[];
  readonly onlySecond: readonly string[];
  /** Columns of one name whose unit, kind, length or description differ. */
  readonly different: readonly {
    readonly name: string;
    readonly first: ColumnSpec;
    readonly second: ColumnSpec;
  }[];
}
