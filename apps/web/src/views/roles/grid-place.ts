/** A place in the grid: column 0 is the task. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

/** Where a key leads in a grid of this size; `undefined` where it means nothing. */
export function placeAfter(
  { row, column }: GridPlace,
  key: string,
  isControl: boolean,
  size: { readonly rows: number; readonly columns: number },
): GridPlace | undefined {
  const lastRow = size.rows - 1;
  const lastColumn = size.columns - 1;
  switch (key) {
    case "ArrowRight":
      return { row, column: Math.min(column + 1, lastColumn) };
    case "ArrowLeft":
      return { row, column: Math.max(column - 1, 0) };
    case "ArrowDown":
      return { row: Math.min(row + 1, lastRow), column };
    case "ArrowUp":
      return { row: Math.max(row - 1, 0), column };
    case "PageDown":
      return { row: Math.min(row + 10, lastRow), column };
    case "PageUp":
      return { row: Math.max(row - 10, 0), column };
    case "Home":
      return { row: isControl ? 0 : row, column: 0 };
    case "End":
      return { row: isControl ? lastRow : row, column: lastColumn };
    default:
      return undefined;
  }
}
