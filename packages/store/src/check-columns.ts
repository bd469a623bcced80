import type { Column, ColumnSpec } from "./column.ts";
import { StoreError } from "./store-error.ts";

const longestName = 200;
const longestSeries = 100_000;
const CONTROL = /\p{Cc}/u;
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * The number of rows of some columns. Throws `StoreError` `bad-column` for none, two of one name (capitals count as small letters: readers of Parquet do not tell them apart), a description
 * that says nothing, columns of different length and values that could not be kept.
 */
export function checkedRows(columns: readonly Column[]): number {
  checkSpecs(columns.map(({ spec }) => spec));
  const counts = columns.map(rowsOf);
  const [rows = 0] = counts;
  for (const [at, column] of columns.entries()) {
    if (counts[at] !== rows) refuse(column.spec.name, `has ${counts[at]} rows, the first column ${rows}`);
    checkValues(column);
  }
  return rows;
}

/** Throws `StoreError` `bad-column` for descriptions that no part can have. */
export function checkSpecs(specs: readonly ColumnSpec[]): void {
  if (specs.length === 0) throw new StoreError("bad-column", "there are no columns");
  const seen = new Set<string>();
  for (const { name, unit, about, kind, length } of specs) {
    if (name.length === 0 || name.length > longestName || CONTROL.test(name) || LONE_SURROGATE.test(name)) {
      refuse(name, `has no usable name: 1 to ${longestName} characters, none of them a control character`);
    }
    const folded = name.toLowerCase();
    if (seen.has(folded)) refuse(name, "is there twice");
    seen.add(folded);
    for (const text of [unit, about.ja, about.en]) {
      if (LONE_SURROGATE.test(text)) refuse(name, "is described by a text that is not well formed");
    }
    if (length === undefined) continue;
    if (kind !== "real") refuse(name, `is a series of kind ${kind}; only doubles make series`);
    if (!(Number.isSafeInteger(length) && length >= 1 && length <= longestSeries)) {
      refuse(name, `has ${length} points a row; 1 to ${longestSeries} are possible`);
    }
  }
}

/** The description alone, with its fields in one order, whatever else the object holds. */
export function plainSpec({ name, unit, about, kind, length }: ColumnSpec): ColumnSpec {
  const { ja, en } = about;
  return { name, unit, about: { ja, en }, kind, ...(length === undefined ? {} : { length }) };
}

function rowsOf({ spec, values }: Column): number {
  if (spec.kind === "text") {
    if (values instanceof Float64Array) refuse(spec.name, "is a text, but holds numbers");
    return values.length;
  }
  if (!(values instanceof Float64Array)) refuse(spec.name, "is a number, but does not hold doubles");
  const rows = values.length / (spec.length ?? 1);
  if (!Number.isInteger(rows)) {
    refuse(spec.name, `has ${values.length} values, which are not rows of ${spec.length}`);
  }
  return rows;
}

function checkValues({ spec, values }: Column): void {
  if (spec.kind === "real") return;
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    if (typeof value === "string") {
      if (LONE_SURROGATE.test(value)) refuse(spec.name, `is not well-formed text in row ${row}`);
    } else if (!(Number.isSafeInteger(value) || Number.isNaN(value))) {
      refuse(spec.name, `is ${value} in row ${row}: not a whole number that a double holds exactly`);
    }
  }
}

function refuse(name: string, found: string): never {
  throw new StoreError("bad-column", `column "${name}" ${found}`, {
    problems: [{ code: "bad-column", column: name, parts: [] }],
  });
}
