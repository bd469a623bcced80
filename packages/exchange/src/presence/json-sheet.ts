import type { InputFile } from "../imported.ts";
import type { Cell, Sheet } from "../sheet/sheet.ts";

/** A table in JSON as HXL has it: a list of rows, or a list of records whose keys are hashtags. `undefined` for anything else. */
export function jsonSheets({ name, bytes }: InputFile): readonly Sheet[] | undefined {
  if (!/\.json$/i.test(name)) return undefined;
  let data: unknown;
  try {
    data = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
  if (!Array.isArray(data)) return undefined;
  const items: readonly unknown[] = data;
  const keys = [...new Set(items.flatMap((item) => (isObject(item) ? Object.keys(item) : [])))];
  const rows = items.map((item) =>
    Array.isArray(item) ? (item as readonly unknown[]) : isObject(item) ? keys.map((key) => item[key]) : [],
  );
  const table = keys.length > 0 && !items.some(Array.isArray) ? [keys, ...rows] : rows;
  return [
    {
      name: undefined,
      rows: table.map((row, index) => ({ number: index + 1, cells: row.map(cellOf) })),
      merged: [],
    },
  ];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function cellOf(value: unknown): Cell | undefined {
  if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") return undefined;
  const text = String(value).trim();
  return text === ""
    ? undefined
    : { text, kind: typeof value === "number" ? "number" : "text", isFormula: false };
}
