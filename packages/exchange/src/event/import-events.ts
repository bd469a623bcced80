import { comparedName } from "../identifier.ts";
import type { Imported, ImportedElement, InputFile } from "../imported.ts";
import { saysNothing } from "../not-available.ts";
import { compact, type PlainRecord } from "../plain.ts";
import { Remarks } from "../remark.ts";
import { readSheets } from "../sheet/read-sheets.ts";
import type { Sheet, SheetRow } from "../sheet/sheet.ts";
import { dateOf, readDate } from "../source/issued.ts";
import { cellPlace, cleanRow, headerRow } from "../table/header.ts";
import { columnsNamed, type EventMapping, type Filter, readEventMapping } from "./event-mapping.ts";

/** A list of events with a row each, as a stream of dated incidents, or as an uncertainty that takes the counts of whole years as equally likely. The mapping says which column is what. */
export function importEvents(file: InputFile, mappingFile: InputFile | undefined): Imported {
  const remarks = new Remarks();
  const nothing = (): Imported => ({ elements: [], read: 0, remarks: remarks.all });
  if (mappingFile === undefined) {
    remarks.add("mapping-needed", { file: file.name }, { fields: "as, id, date" });
    return nothing();
  }
  const mapping = readEventMapping(mappingFile, remarks);
  const sheets = mapping === undefined ? undefined : readSheets(file, remarks);
  if (mapping === undefined || sheets === undefined) return nothing();
  const named = columnsNamed(mapping);
  const score = (texts: readonly string[]): number => named.filter((name) => texts.includes(name)).length;
  const wanted = sheets.filter(({ name }) => mapping.sheet === undefined || name === mapping.sheet);
  const heads = wanted.map((sheet) => ({ sheet, header: headerRow(sheet, score, 1) }));
  const chosen = heads.sort((a, b) => (b.header?.score ?? 0) - (a.header?.score ?? 0))[0];
  if (chosen?.header === undefined) {
    remarks.add("no-header", { file: file.name }, { expected: named.join(", ") });
    return nothing();
  }
  const { sheet, header } = chosen;
  const columns = new Map(
    header.row.cells.flatMap((cell, index) => (cell === undefined ? [] : [[cell.text, index] as const])),
  );
  const missing = named.filter((name) => !columns.has(name));
  for (const found of missing)
    remarks.add(
      "mapping-unknown-column",
      { file: mappingFile.name },
      { found, columns: [...columns.keys()].join(", ") },
    );
  if (missing.length > 0) return nothing();
  const rows = sheet.rows.slice(header.index + 1);
  const events = new EventRows({ file: file.name, sheet, columns, mapping, remarks }).read(rows);
  if (events.length === 0) remarks.add("no-entries", { file: file.name });
  const at = cellPlace(file.name, sheet, header.row);
  const element = elementOf(events, mapping);
  return { elements: [{ ...element, at }], read: rows.length, remarks: remarks.all };
}

interface EventRow {
  readonly date: string;
  readonly place: string | undefined;
}

interface EventTable {
  readonly file: string;
  readonly sheet: Sheet;
  readonly columns: ReadonlyMap<string, number>;
  readonly mapping: EventMapping;
  readonly remarks: Remarks;
}

class EventRows {
  readonly #table: EventTable;
  readonly #keys = new Set<string>();
  #out = 0;

  constructor(table: EventTable) {
    this.#table = table;
  }

  read(rows: readonly SheetRow[]): readonly EventRow[] {
    const { file, sheet, remarks } = this.#table;
    const events = rows.flatMap((row) => this.#row(row) ?? []);
    if (this.#out > 0)
      remarks.add(
        "filtered-out",
        { file, ...(sheet.name === undefined ? {} : { sheet: sheet.name }) },
        { rows: this.#out },
      );
    return events.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  }

  #row(row: SheetRow): readonly EventRow[] | undefined {
    const { file, sheet, columns, mapping, remarks } = this.#table;
    const texts = new Map<string, string>();
    const cells = cleanRow(row, sheet, file, remarks);
    for (const name of columnsNamed(mapping)) {
      const text = cells[columns.get(name) ?? -1]?.text;
      if (text !== undefined && !saysNothing(text)) texts.set(name, text);
    }
    const at = cellPlace(file, sheet, row);
    if (!mapping.filters.every((filter) => this.#passes(filter, texts.get(filter.column)))) {
      this.#out++;
      return undefined;
    }
    const written = texts.get(mapping.date);
    if (written === undefined) {
      remarks.add("row-without-value", at, { column: mapping.date });
      return undefined;
    }
    const date = dayOf(written, mapping);
    const isEnough = mapping.as === "counts" ? date !== undefined : date?.length === 10;
    if (date === undefined || !isEnough) {
      remarks.add("date-unreadable", at, { found: written, entry: "" });
      return undefined;
    }
    if (
      (mapping.from !== undefined && date < mapping.from.slice(0, date.length)) ||
      (mapping.until !== undefined && date >= mapping.until)
    ) {
      this.#out++;
      return undefined;
    }
    const key = mapping.key === undefined ? undefined : texts.get(mapping.key);
    if (key !== undefined && this.#keys.has(key)) {
      remarks.add("repeated-entry", at, { id: key });
      return undefined;
    }
    if (key !== undefined) this.#keys.add(key);
    const { places } = mapping;
    if (places === undefined) return [{ date, place: undefined }];
    const area = texts.get(places.column) ?? "";
    const place = places.of.get(area);
    if (place === undefined) remarks.add("unknown-name", at, { found: area, collection: "places", near: "" });
    return place === undefined ? undefined : [{ date, place }];
  }

  #passes(filter: Filter, text: string | undefined): boolean {
    if (text === undefined) return false;
    if (filter.kind === "range") {
      const number = Number(text);
      return Number.isFinite(number) && number >= filter.from && number < filter.until;
    }
    return filter.values.some((value) => value === text || comparedName(value) === comparedName(text));
  }
}

/** A day, month or year; a time of day after it does not count. */
function dayOf(text: string, { order }: EventMapping): string | undefined {
  const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:\D|$)/.exec(text);
  if (parts !== null) {
    if (order === undefined) return undefined;
    const [first, second, year] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
    return order === "day-first" ? dateOf(year, second, first) : dateOf(year, first, second);
  }
  return readDate(text)?.date;
}

function elementOf(events: readonly EventRow[], mapping: EventMapping): Omit<ImportedElement, "at"> {
  const { id, as, source, fields } = mapping;
  const said: PlainRecord = source === undefined ? fields : { ...fields, source };
  if (as === "counts") {
    const observed = countsByYear(events, mapping).map((count) => `${count} /yr`);
    return { collection: "uncertainties", id, fields: compact({ ...said, values: { observed } }) };
  }
  const places = new Map<string, number>();
  for (const { place } of events) if (place !== undefined) places.set(place, (places.get(place) ?? 0) + 1);
  const at =
    places.size === 0 ? fields["at"] : Object.fromEntries([...places].sort(([a], [b]) => (a < b ? -1 : 1)));
  return {
    collection: "incidents",
    id,
    fields: compact({ ...said, at, dates: events.map(({ date }) => date) }),
  };
}

/** Counts of whole years in order, years without any event too. */
function countsByYear(events: readonly EventRow[], { from, until }: EventMapping): readonly number[] {
  const first =
    Number((from ?? events[0]?.date ?? "").slice(0, 4)) +
    (from !== undefined && from.slice(4) > "-01-01" ? 1 : 0);
  const end =
    until === undefined ? Number((events.at(-1)?.date ?? "").slice(0, 4)) + 1 : Number(until.slice(0, 4));
  const counts: number[] = [];
  for (let year = first; year < end; year++)
    counts.push(events.filter(({ date }) => Number(date.slice(0, 4)) === year).length);
  return counts;
}
