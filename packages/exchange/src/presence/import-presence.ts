import type { Study } from "@shikumi/model";
import { comparedName, freeId, idFromName, isId } from "../identifier.ts";
import type { Imported, ImportedElement, InputFile } from "../imported.ts";
import { saysNothing } from "../not-available.ts";
import { compact, isRecord, type PlainRecord, plainScalar, wordOf } from "../plain.ts";
import { type Place, Remarks } from "../remark.ts";
import { readSheets } from "../sheet/read-sheets.ts";
import type { Sheet, SheetRow } from "../sheet/sheet.ts";
import { writtenElements } from "../study/written.ts";
import { type NamedCollection, Names } from "../table/find-names.ts";
import { cellPlace, cleanRow } from "../table/header.ts";
import { readMapping } from "../table/mapping.ts";
import { columnsOf, type TaggedColumn, type TaggedRow, taggedRow } from "./hashtag.ts";
import { jsonSheets } from "./json-sheet.ts";

const words = ["sheet", "party", "kind", "organisations", "capabilities", "places", "quantity", "source"];

/** Tags of what is done, the narrowest first, and of where, the nearest first. */
const what = ["service", "item", "activity", "subsector", "sector"];
const where = ["loc", "adm5", "adm4", "adm3", "adm2", "adm1", "country"];

/**
 * A sheet that says who does what where, tagged with HXL, as holdings of the organisations. The mapping says which capability a sector stands for, which place an area, and
 * the party and kind of organisations the study does not have yet, which are added.
 */
export function importPresence(file: InputFile, study: Study, mappingFile?: InputFile): Imported {
  const remarks = new Remarks();
  const nothing = (): Imported => ({ elements: [], read: 0, remarks: remarks.all });
  const mapping = mappingFile === undefined ? {} : readMapping(mappingFile, words, remarks);
  const sheets = mapping === undefined ? undefined : (jsonSheets(file) ?? readSheets(file, remarks));
  if (mapping === undefined || sheets === undefined) return nothing();
  const wanted = wordOf(mapping["sheet"]);
  const tagged = sheets.map((sheet) => ({ sheet, head: taggedRow(sheet) }));
  const chosen = tagged.find(
    ({ sheet, head }) => head !== undefined && (wanted === undefined || sheet.name === wanted),
  );
  if (chosen?.head === undefined) {
    remarks.add("no-hashtags", { file: file.name });
    return nothing();
  }
  for (const { sheet } of tagged)
    if (sheet !== chosen.sheet)
      remarks.add("sheet-not-carried", { file: file.name }, { sheet: sheet.name ?? "" });
  const table = new PresenceTable({
    file: file.name,
    sheet: chosen.sheet,
    head: chosen.head,
    study,
    mapping,
    remarks,
  });
  const elements = table.elements();
  if (table.read === 0) remarks.add("no-entries", { file: file.name });
  return { elements, read: table.read, remarks: remarks.all };
}

interface Presence {
  readonly file: string;
  readonly sheet: Sheet;
  readonly head: TaggedRow;
  readonly study: Study;
  readonly mapping: PlainRecord;
  readonly remarks: Remarks;
}

class PresenceTable {
  readonly #presence: Presence;
  readonly #names: Readonly<Record<"organisations" | "capabilities" | "places", Names>>;
  readonly #added = new Map<string, ImportedElement>();
  readonly #holdings = new Map<string, ImportedElement>();
  readonly #contents = new Map<string, string>();
  readonly #written: ReadonlyMap<string, PlainRecord>;
  read = 0;

  constructor(presence: Presence) {
    this.#presence = presence;
    this.#written = writtenElements(presence.study, "holdings");
    const names = (collection: NamedCollection): Names => new Names(presence.study, collection);
    this.#names = {
      organisations: names("organisations"),
      capabilities: names("capabilities"),
      places: names("places"),
    };
    for (const { of, what: capability, at, id } of presence.study.holdings.values())
      this.#contents.set(JSON.stringify([of, capability, at]), id);
  }

  elements(): readonly ImportedElement[] {
    const { file, sheet, head, remarks } = this.#presence;
    for (const range of sheet.merged)
      remarks.add("merged-cells", { file, sheet: sheet.name ?? "" }, { range });
    const rows = sheet.rows.slice(head.index + 1);
    this.#reportUnused(rows);
    for (const row of rows) {
      const cells = cleanRow(row, sheet, file, remarks);
      const textAt = (column: TaggedColumn): string | undefined => {
        const text = cells[column.index]?.text;
        return text === undefined || saysNothing(text) ? undefined : text;
      };
      this.read++;
      this.#readRow(row, textAt);
    }
    return [...this.#added.values(), ...this.#holdings.values()];
  }

  #used(): readonly TaggedColumn[] {
    const { head } = this.#presence;
    const tags = new Set(["org", "capacity", "meta", ...what, ...where]);
    return head.columns.filter(
      ({ tag, attributes }) => tags.has(tag) && !(tag === "org" && attributes.has("type")),
    );
  }

  #reportUnused(rows: readonly SheetRow[]): void {
    const { file, sheet, head, remarks } = this.#presence;
    const used = new Set(this.#used().map(({ index }) => index));
    const widest = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
    const label = sheet.rows[head.index - 1];
    for (let index = 0; index < widest; index++) {
      const values = rows.filter((row) => row.cells[index] !== undefined).length;
      if (used.has(index) || values === 0) continue;
      const column = head.row.cells[index]?.text ?? label?.cells[index]?.text ?? String(index + 1);
      remarks.add("column-not-carried", cellPlace(file, sheet, head.row, index), { column, values });
    }
  }

  #readRow(row: SheetRow, textAt: (column: TaggedColumn) => string | undefined): void {
    const { file, sheet, head, mapping, remarks } = this.#presence;
    const at = cellPlace(file, sheet, row);
    const texts = (
      tag: string,
      order: readonly string[],
      excluded: readonly string[] = [],
    ): readonly string[] => columnsOf(head, tag, order, excluded).flatMap((column) => textAt(column) ?? []);
    const organisation = this.#organisation(texts("org", ["code", "name", "acronym"], ["type"]), at);
    const capability = this.#one(
      "capabilities",
      what.flatMap((tag) => texts(tag, ["code", "name"])),
      at,
    );
    const place = this.#one(
      "places",
      where.flatMap((tag) => texts(tag, ["code", "name"])),
      at,
    );
    if (organisation === undefined || capability === undefined || place === undefined) return;
    const capacity = texts("capacity", ["num"])[0];
    const quantity = capacity === undefined ? (mapping["quantity"] ?? 1) : plainScalar(capacity);
    const source = wordOf(mapping["source"]);
    const content = JSON.stringify([organisation, capability, place]);
    const told = texts("meta", ["id"])[0];
    const known = told !== undefined && isId(told) ? told : this.#contents.get(content);
    const id = known ?? freeId(idFromName(`${organisation} ${capability} ${place}`), this.#written);
    this.#contents.set(content, id);
    if (this.#holdings.has(id)) {
      remarks.add("repeated-entry", at, { id });
      return;
    }
    const isNew = !this.#written.has(id);
    const provenance = isNew ? (source === undefined ? { assumption: true } : { source }) : {};
    const said = isNew || capacity !== undefined ? { quantity } : {};
    const fields = compact({ of: organisation, what: capability, at: place, ...said, ...provenance });
    if (isNew && source === undefined) remarks.add("taken-as-assumption", at, { id });
    this.#holdings.set(id, { collection: "holdings", id, fields, at });
  }

  /** The element of the first text that names one, by the mapping or by itself. */
  #one(collection: "capabilities" | "places", texts: readonly string[], at: Place): string | undefined {
    const { remarks } = this.#presence;
    for (const text of texts) {
      const mapped = this.#mapped(collection, text);
      if (mapped !== undefined) return mapped;
      const found = this.#names[collection].find(text);
      if (found !== undefined) return found.id;
    }
    const [first] = texts;
    if (first === undefined) remarks.add("row-without-value", at, { column: collection });
    else this.#names[collection].need(first, at, remarks);
    return undefined;
  }

  #mapped(collection: string, text: string): string | undefined {
    const table = this.#presence.mapping[collection];
    if (!isRecord(table)) return undefined;
    const exact = wordOf(table[text]);
    if (exact !== undefined) return exact;
    const loose = comparedName(text);
    return wordOf(Object.entries(table).find(([name]) => comparedName(name) === loose)?.[1]);
  }

  #organisation(texts: readonly string[], at: Place): string | undefined {
    const { mapping, remarks, study } = this.#presence;
    for (const text of texts) {
      const found = this.#mapped("organisations", text) ?? this.#names.organisations.find(text)?.id;
      if (found !== undefined) return found;
    }
    const [name] = texts;
    if (name === undefined) {
      remarks.add("row-without-value", at, { column: "organisations" });
      return undefined;
    }
    const key = comparedName(name);
    const before = this.#added.get(key);
    if (before !== undefined) {
      if (before.fields["name"] !== name)
        remarks.add("spelled-differently", at, { found: name, name: before.id });
      return before.id;
    }
    const [party, kind] = [wordOf(mapping["party"]), wordOf(mapping["kind"])];
    if (party === undefined || kind === undefined) return this.#names.organisations.need(name, at, remarks);
    const taken = new Set([...study.organisations.keys(), ...[...this.#added.values()].map((one) => one.id)]);
    const id = freeId(idFromName(name), taken);
    const fields = compact({ name, party, kind, source: mapping["source"] });
    this.#added.set(key, { collection: "organisations", id, fields, at });
    return id;
  }
}
