import { type DuckDBDataChunk, DuckDBListVector, type DuckDBVector } from "@duckdb/node-api";
import type { ColumnSpec } from "./column.ts";
import { quotedName } from "./query-engine.ts";

/** What to select so that a column arrives as doubles, lists of doubles or texts. Doubles hold every integer of the store exactly. */
export function selected({ name, kind }: ColumnSpec): string {
  const column = quotedName(name);
  return kind === "integer" ? `coalesce(cast(${column} AS DOUBLE), 'nan'::DOUBLE)` : column;
}

/** Copies one column of a chunk to `values`, from row `first` on. */
export function copyColumn(
  chunk: DuckDBDataChunk,
  at: number,
  { name, length }: ColumnSpec,
  values: Float64Array | string[],
  first: number,
): void {
  const vector = chunk.getColumnVector(at);
  const rows = chunk.rowCount;
  if (!(values instanceof Float64Array)) {
    for (let row = 0; row < rows; row++) values[first + row] = String(vector.getItem(row));
  } else if (length === undefined) {
    values.set(doublesOf(vector, name).subarray(0, rows), first);
  } else if (vector instanceof DuckDBListVector) {
    const points = doublesOf(vector.childVector, name);
    for (let row = 0; row < rows; row++) {
      const from = vector.getEntryOffset(row);
      values.set(points.subarray(from, from + length), (first + row) * length);
    }
  } else throw new TypeError(`column "${name}" did not arrive as lists`);
}

/** The doubles of a vector as they lie in DuckDB's memory. Its type keeps them to itself; taking them one by one costs twenty times as much. */
function doublesOf(vector: DuckDBVector, name: string): Float64Array {
  const { items } = vector as unknown as { readonly items?: unknown };
  if (items instanceof Float64Array) return items;
  throw new TypeError(`column "${name}" did not arrive as doubles`);
}
