import { pad, textWidth } from "./width.ts";

/** How a column is set. */
export interface Column {
  readonly head: string;
  readonly align?: "left" | "right";
}

/** A table as text, columns two spaces apart, heads underlined; empty tables give `""`. */
export function textTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return "";
  const widths = columns.map((column, index) =>
    Math.max(textWidth(column.head), ...rows.map((row) => textWidth(row[index] ?? ""))),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, index) =>
        pad(cell, widths[index] ?? 0, columns[index]?.align === "right" ? "right" : "left"),
      )
      .join("  ")
      .trimEnd();
  const rule = widths.map((width) => "─".repeat(width)).join("  ");
  return [line(columns.map(({ head }) => head)), rule, ...rows.map(line)].map((text) => `${text}\n`).join("");
}
