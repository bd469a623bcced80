/** One cell of a sheet as text: dates as `YYYY-MM-DD`, numbers with a point. `undefined` parts of a row are empty cells. */
export interface Cell {
  readonly text: string;
  readonly kind: "text" | "number" | "boolean" | "date" | "error";
  /** Computed by a formula; the text is the value it last had. */
  readonly isFormula: boolean;
}

/** A row with its number in the file, counted from 1: the line of a text, the row of a workbook. */
export interface SheetRow {
  readonly number: number;
  readonly cells: readonly (Cell | undefined)[];
}

/** A table as it was read. Rows without any cell are left out. */
export interface Sheet {
  /** `undefined` for a text, which has one sheet without a name. */
  readonly name: string | undefined;
  readonly rows: readonly SheetRow[];
  /** Merged ranges such as `A1:C1`, whose cells were all given the value of the first. */
  readonly merged: readonly string[];
}
