import { canonicalJson, sha256Hex } from "@shikumi/core/hash";
import type { ColumnSpec } from "./column.ts";

/** Names what determines a part: SHA-256 in 64 lower-case hexadecimal digits. Equal addresses hold equal rows, whoever computed them and when. */
export type PartAddress = string;

/** All that the rows of a part depend on. */
export interface PartOrigin {
  /** Digest of the compiled program (study and package). */
  readonly program: string;
  /** Package by id. */
  readonly package: string;
  /** Indices of the futures, in the order of the rows. */
  readonly futures: readonly number[];
  /** Replications of each future. */
  readonly replications: number;
  /** Version of the engine; another version may give other bits. */
  readonly engine: string;
  /** Whatever else the rows depend on, such as the seed; plain JSON, `null` for nothing. */
  readonly settings: unknown;
  readonly columns: readonly ColumnSpec[];
}

/** The address of a part: SHA-256 of the canonical JSON of its origin. The order of keys does not matter, that of futures and columns does. Throws `TypeError` for what JSON cannot hold. */
export function partAddress(origin: PartOrigin): PartAddress {
  return sha256Hex(canonicalJson({ format: "shikumi-part-1", origin }));
}

/** Whether a text is an address. */
export function isPartAddress(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}
