import type { ReactNode } from "react";

/** One cell of a table: text, a number, or text with the number it prints (for CSV) or with what is shown in its place. */
export type TableCell =
  | string
  | number
  | {
      readonly text: string;
      /** The number behind the text, in full. */
      readonly value?: number;
      /** What is shown instead of the text; the text must say the same. */
      readonly shown?: ReactNode;
    };

export interface TableColumn {
  readonly id: string;
  readonly title: string;
  /** `number`: aligned at the end, tabular figures. */
  readonly kind?: "text" | "number";
}

export interface TableRow {
  readonly id: string;
  /** In the order of the columns; the first is the row's heading. */
  readonly cells: readonly TableCell[];
  /** Steps in: 1 for a row under a heading row. */
  readonly level?: number;
}
