import type { Remark } from "./remark.ts";

/** What an exporter made: a text (UTF-8) or the bytes of a workbook. */
export interface Exported {
  readonly content: string | Uint8Array;
  /** Elements, rows or objects in it. */
  readonly written: number;
  readonly remarks: readonly Remark[];
}
