import type { Column, ColumnSpec } from "./column.ts";
import type { Exploration, SchemaComparison } from "./exploration.ts";
import type { PartAddress } from "./part-address.ts";
import type { StoreProblem } from "./store-error.ts";

/** One condition on the rows; a `NaN` meets none. Several conditions must all hold. */
export type Condition =
  | { readonly column: string; readonly is: "=" | "<" | "<=" | ">" | ">="; readonly value: number | string }
  | { readonly column: string; readonly among: readonly (number | string)[] };

/** Which rows to read. */
export interface ReadOptions {
  /** Parts, in the order in which their rows come; every part, by address, unless given. A part named twice is read once. */
  readonly parts?: readonly PartAddress[];
  /** Conditions that rows must meet; all rows unless given. On plain columns only, not on series. */
  readonly where?: readonly Condition[];
  /** `refuse` throws `column-missing` if a part lacks a column; `fill` gives `NaN` or `""` there and names the parts in `problems`. `refuse` unless given. */
  readonly missing?: "refuse" | "fill";
}

/** Columns that were read, all of one length. */
export interface ResultColumns {
  /** In the order in which names were asked for. */
  readonly columns: readonly Column[];
  readonly rows: number;
  /** Which rows each part gave, in order. */
  readonly parts: readonly { readonly address: PartAddress; readonly first: number; readonly rows: number }[];
  /** `column-missing` only, and only where `missing` is `fill`. */
  readonly problems: readonly StoreProblem[];
}

/** What a part holds. */
export interface PartSummary {
  readonly address: PartAddress;
  readonly rows: number;
  readonly bytes: number;
  readonly columns: readonly ColumnSpec[];
}

/**
 * Results of runs in a folder: immutable Parquet parts named by what determines them, and a catalogue of explorations that says which parts belong together. Several
 * processes may read and write one folder at once; a part is there whole or not at all.
 */
export interface Results {
  readonly folder: string;

  /** Whether a part is there. Its bytes are checked when it is first read, and by `problems`. */
  hasPart(address: PartAddress): Promise<boolean>;

  /** Addresses of all parts, ascending. */
  partAddresses(): Promise<readonly PartAddress[]>;

  /**
   * Stores a part: written beside, flushed to the disk, then renamed into place. `present` if the same rows are there already. At least one column; all of one length; zero rows are allowed.
   * The arrays may change as soon as the promise settles. Throws `StoreError` `bad-address`, `bad-column`, `part-conflict` (other rows are there under this address; they stay),
   * `results-unwritable`. A damaged part is replaced.
   */
  writePart(address: PartAddress, columns: readonly Column[]): Promise<"written" | "present">;

  /** What a part holds. Throws `part-missing` and `part-damaged`. */
  describePart(address: PartAddress): Promise<PartSummary>;

  /**
   * Columns of parts, bit for bit as written, rows in the order of the parts. The bytes of each part are checked once before anything of it is used. Throws `StoreError` with all
   * `problems`: `part-missing`, `part-damaged`, `column-missing`, `column-differs`, `bad-condition`.
   */
  readColumns(names: readonly string[], options?: ReadOptions): Promise<ResultColumns>;

  /** The same columns one after the other, so that only one is in memory. Rows agree with those of `readColumns`. */
  streamColumns(names: readonly string[], options?: ReadOptions): AsyncIterable<Column>;

  /** Everything wrong with the parts (all unless given): bytes that are not those written, two contents of one address, columns described differently. Empty if all is well. */
  problems(parts?: readonly PartAddress[]): Promise<readonly StoreProblem[]>;

  /** Removes parts; how many were there. The catalogue is not asked: `unusedParts` tells which parts no exploration needs. */
  forgetParts(addresses: readonly PartAddress[]): Promise<number>;

  /** Parts that no exploration of the catalogue names, ascending. */
  unusedParts(): Promise<readonly PartAddress[]>;

  /** Removes files that killed processes left half written; how many. Call it only while nobody writes. */
  sweep(): Promise<number>;

  /** Puts an exploration in the catalogue. The same entry again changes nothing; with `replace`, another entry of the same id takes its place, otherwise `exploration-exists`. */
  saveExploration(exploration: Exploration, options?: { readonly replace?: boolean }): Promise<void>;

  /** All explorations, by id. Throws `exploration-damaged`. */
  explorations(): Promise<readonly Exploration[]>;

  /** Throws `exploration-missing` and `exploration-damaged`. */
  exploration(id: string): Promise<Exploration>;

  /** Takes an exploration out of the catalogue; its parts stay until they are forgotten. Whether it was there. */
  removeExploration(id: string): Promise<boolean>;

  /** Columns that two explorations share, those only one has, and those described differently. */
  compareExplorations(first: string, second: string): Promise<SchemaComparison>;

  /**
   * Writes columns of parts as one CSV file (RFC 4180: CRLF, UTF-8 without byte order mark, a header; a series becomes one column a point, `name[0]` …), atomically. Doubles in their
   * shortest form that reads back to the same bits (`-0`, `Infinity`, `-Infinity`); missing numbers are empty. Rows written.
   */
  exportCsv(path: string, names: readonly string[], options?: ReadOptions): Promise<number>;

  /** Writes columns of parts as one Parquet file, atomically, with descriptions in its key-value metadata. Rows written. */
  exportParquet(path: string, names: readonly string[], options?: ReadOptions): Promise<number>;

  /** Lets go of files and memory. Nothing may be asked afterwards. */
  close(): Promise<void>;
}
