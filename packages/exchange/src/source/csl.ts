import { compact, isRecord, type Plain, type PlainRecord, wordOf } from "../plain.ts";
import type { Place, Remarks } from "../remark.ts";
import { dateOf, readDate } from "./issued.ts";
import { type Name, originals, type SourceRecord, sharedVariables } from "./source-record.ts";

const known = new Set<string>([
  "id",
  "type",
  "author",
  "issued",
  "custom",
  "citation-key",
  ...sharedVariables,
  ...Object.values(originals),
]);

/** Reads CSL-JSON: a list of items, one item, or `{items: […]}`. */
export function recordsOfCsl(
  file: string,
  text: string,
  remarks: Remarks,
): readonly (SourceRecord & { readonly at: Place })[] {
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (error) {
    remarks.add("not-json", { file }, { problem: error instanceof Error ? error.message : "" });
    return [];
  }
  const inner = isRecord(data) ? data["items"] : undefined;
  const items: readonly unknown[] = Array.isArray(data) ? data : Array.isArray(inner) ? inner : [data];
  return items.flatMap((item, index) => {
    const at: Place = { file, row: index + 1 };
    if (isRecord(item) && (item["id"] !== undefined || item["title"] !== undefined))
      return [recordOf(item, at, remarks)];
    remarks.add("entry-unreadable", at, { entry: index + 1 });
    return [];
  });
}

function recordOf(item: PlainRecord, at: Place, remarks: Remarks): SourceRecord & { readonly at: Place } {
  const id = wordOf(item["id"]) ?? "";
  const plain = new Map<string, string>();
  for (const variable of [...sharedVariables, ...Object.values(originals)]) {
    const value = item[variable];
    const text = variable === "accessed" && isRecord(value) ? cslDate(value, at, remarks, id) : wordOf(value);
    if (text !== undefined) plain.set(variable, text.replaceAll(/<\/?(?:i|b|sub|sup|span)[^>]*>/g, ""));
  }
  for (const [field, value] of Object.entries(item))
    if (!known.has(field) && value !== null && value !== "")
      remarks.add("field-not-carried", at, { field, entry: id });
  const custom = item["custom"];
  const own = isRecord(custom) ? custom["shikumi"] : undefined;
  return {
    id,
    type: wordOf(item["type"]) ?? "document",
    authors: namesOf(item["author"]),
    issued: cslDate(item["issued"], at, remarks, id),
    plain,
    extra: isRecord(own) ? own : {},
    at,
  };
}

function namesOf(value: Plain | undefined): readonly Name[] {
  if (!Array.isArray(value)) return [];
  return (value as readonly Plain[]).flatMap((one) => {
    if (!isRecord(one)) return wordOf(one) === undefined ? [] : [{ literal: wordOf(one) ?? "" }];
    const particle = wordOf(one["non-dropping-particle"]);
    const family = [particle, wordOf(one["family"])].filter((part) => part !== undefined).join(" ");
    return [compact({ literal: wordOf(one["literal"]), family, given: wordOf(one["given"]) }) as Name];
  });
}

function cslDate(value: Plain | undefined, at: Place, remarks: Remarks, entry: string): string | undefined {
  if (value === undefined || value === null) return undefined;
  const parts = isRecord(value) ? value["date-parts"] : undefined;
  const ends: readonly Plain[] = Array.isArray(parts) ? (parts as readonly Plain[]) : [];
  const first = ends[0];
  if (Array.isArray(first)) {
    const [year, month, day] = (first as readonly Plain[]).map((part) =>
      part === null ? undefined : Number(part),
    );
    const date =
      year === undefined ? undefined : (dateOf(year, month, day) ?? dateOf(year, month) ?? dateOf(year));
    if (date === undefined) remarks.add("date-unreadable", at, { found: JSON.stringify(parts), entry });
    else if (ends.length > 1) remarks.add("date-shortened", at, { found: JSON.stringify(parts), kept: date });
    return date;
  }
  const text = isRecord(value) ? (wordOf(value["raw"]) ?? wordOf(value["literal"])) : wordOf(value);
  const read = text === undefined ? undefined : readDate(text);
  if (text !== undefined && read === undefined) remarks.add("date-unreadable", at, { found: text, entry });
  else if (text !== undefined && read?.isShortened === true)
    remarks.add("date-shortened", at, { found: text, kept: read.date });
  return read?.date;
}

/**
 * Sources as CSL-JSON, one item per source in the order given, with a line break at its end. What CSL has no variable for is under `custom.shikumi` as the study
 * writes it.
 */
export function cslOfRecords(records: readonly SourceRecord[]): string {
  return `${JSON.stringify(records.map(itemOf), undefined, 2)}\n`;
}

function itemOf({ id, type, authors, issued, plain, extra }: SourceRecord): PlainRecord {
  const { accessed, ...texts } = Object.fromEntries(plain);
  return compact({
    id,
    type,
    ...texts,
    author: authors.map((name) => compact({ ...name })),
    issued: dateParts(issued),
    accessed:
      accessed === undefined ? undefined : (dateParts(readDate(accessed)?.date) ?? { literal: accessed }),
    custom: compact({ shikumi: extra }),
  });
}

function dateParts(date: string | undefined): PlainRecord | undefined {
  if (date === undefined) return undefined;
  return { "date-parts": [date.split("-").map(Number)] };
}
