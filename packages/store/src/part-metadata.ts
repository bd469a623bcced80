import { canonicalJson } from "@shikumi/core/hash";
import { plainSpec } from "./check-columns.ts";
import type { ColumnSpec } from "./column.ts";
import type { PartAddress } from "./part-address.ts";

/** The key under which a Parquet file of the store says what it holds. */
export const metadataKey = "shikumi";

/** What a file says about itself. */
export interface PartMetadata {
  /** Address of the part; `""` for an export. */
  readonly address: PartAddress;
  readonly rows: number;
  readonly columns: readonly ColumnSpec[];
}

/** The text kept in the file. */
export function metadataText({ address, rows, columns }: PartMetadata): string {
  return canonicalJson({ format: "shikumi-part-1", address, rows, columns: columns.map(plainSpec) });
}

/** Reads what `metadataText` wrote; the bytes of the file have been checked before. */
export function metadataOf(text: string): PartMetadata {
  const { address, rows, columns } = JSON.parse(text) as PartMetadata;
  return { address, rows, columns };
}

/** Whether two descriptions agree in every field. */
export function isSameSpec(a: ColumnSpec, b: ColumnSpec): boolean {
  return canonicalJson(plainSpec(a)) === canonicalJson(plainSpec(b));
}
