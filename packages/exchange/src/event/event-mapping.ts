import type { InputFile } from "../imported.ts";
import { isRecord, type Plain, type PlainRecord, wordOf } from "../plain.ts";
import type { Remarks } from "../remark.ts";
import { readMapping } from "../table/mapping.ts";

const words = [
  "as",
  "id",
  "date",
  "order",
  "where",
  "from",
  "until",
  "key",
  "source",
  "places",
  "fields",
  "sheet",
];

/** Which rows a column lets through: one of some values, or numbers in a half-open range. */
export type Filter =
  | { readonly kind: "values"; readonly column: string; readonly values: readonly string[] }
  | { readonly kind: "range"; readonly column: string; readonly from: number; readonly until: number };

/** What the columns of a list of events mean. */
export interface EventMapping {
  /** A dated list of incidents, or an uncertainty made of counts per year. */
  readonly as: "dates" | "counts";
  readonly id: string;
  readonly date: string;
  /** How a date of three numbers without the year first is read. */
  readonly order: "month-first" | "day-first" | undefined;
  readonly filters: readonly Filter[];
  /** First and last day that count, as `YYYY-MM-DD`; the last is not included. */
  readonly from: string | undefined;
  readonly until: string | undefined;
  /** Column that names an event; a second row of the same name is left out. */
  readonly key: string | undefined;
  readonly source: string | undefined;
  /** The column of the area, and the place for each of its values. */
  readonly places: { readonly column: string; readonly of: ReadonlyMap<string, string> } | undefined;
  readonly sheet: string | undefined;
  /** What else the element says. */
  readonly fields: PlainRecord;
}

/** Reads the mapping of a list of events. `undefined`, with a remark that refuses, where it does not say enough. */
export function readEventMapping(file: InputFile, remarks: Remarks): EventMapping | undefined {
  const data = readMapping(file, words, remarks);
  if (data === undefined) return undefined;
  const [as, id, date] = [data["as"] ?? "dates", wordOf(data["id"]), wordOf(data["date"])];
  const missing = [
    ...(as === "dates" || as === "counts" ? [] : ["as: dates | counts"]),
    ...(id === undefined ? ["id"] : []),
    ...(date === undefined ? ["date"] : []),
  ];
  if (missing.length > 0 || id === undefined || date === undefined) {
    remarks.add("mapping-needed", { file: file.name }, { fields: missing.join(", ") });
    return undefined;
  }
  const { places, where, fields } = data;
  const column = isRecord(places) ? wordOf(places["column"]) : undefined;
  const of = isRecord(places) && isRecord(places["of"]) ? Object.entries(places["of"]) : [];
  return {
    as: as === "counts" ? "counts" : "dates",
    id,
    date,
    order: data["order"] === "day-first" || data["order"] === "month-first" ? data["order"] : undefined,
    filters: isRecord(where) ? Object.entries(where).map(([name, value]) => filterOf(name, value)) : [],
    from: wordOf(data["from"]),
    until: wordOf(data["until"]),
    key: wordOf(data["key"]),
    source: wordOf(data["source"]),
    places:
      column === undefined ? undefined : { column, of: new Map(of.map(([name, to]) => [name, String(to)])) },
    sheet: wordOf(data["sheet"]),
    fields: isRecord(fields) ? fields : {},
  };
}

function filterOf(column: string, value: Plain): Filter {
  if (isRecord(value)) {
    const bound = (name: string, otherwise: number): number => {
      const number = value[name];
      return typeof number === "number" ? number : otherwise;
    };
    return { kind: "range", column, from: bound("from", -Infinity), until: bound("until", Infinity) };
  }
  const values = Array.isArray(value) ? (value as readonly Plain[]) : [value];
  return { kind: "values", column, values: values.map(String) };
}

/** The columns that a mapping names. */
export function columnsNamed({ date, filters, key, places }: EventMapping): readonly string[] {
  return [date, ...filters.map(({ column }) => column), key, places?.column].filter(
    (one) => one !== undefined,
  );
}
