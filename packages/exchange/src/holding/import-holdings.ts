import type { Study } from "@shikumi/model";
import { freeId, idFromName, isId } from "../identifier.ts";
import type { Imported, ImportedElement, InputFile } from "../imported.ts";
import { saysNothing } from "../not-available.ts";
import { compact, type Plain, type PlainRecord, plainScalar, unflatten, wordOf } from "../plain.ts";
import { type Place, Remarks } from "../remark.ts";
import { readSheets } from "../sheet/read-sheets.ts";
import type { Cell, Sheet, SheetRow } from "../sheet/sheet.ts";
import { writtenElements } from "../study/written.ts";
import { type NamedCollection, Names } from "../table/find-names.ts";
import { cellPlace, cleanRow, headerRow } from "../table/header.ts";
import { readSheetMapping, type SheetMapping } from "../table/sheet-mapping.ts";
import { holdingColumn } from "./holding-columns.ts";

/** Columns whose cells name elements. */
const naming: Readonly<Record<string, NamedCollection>> = {
  of: "organisations",
  what: "capabilities",
  at: "places",
  "shared-with": "organisations",
};

/** Columns whose cells are texts, in which a semicolon separates nothing. */
const texts = /^(?:name|title|note)(?:\.|$)|\.note(?:\.|$)/;

/**
 * Holdings of a table with a row each. Columns are headed by the words of the language or by common words of either language; organisations, capabilities and places are
 * named by id or name. A row without an id is the holding of the study with the same organisation, capability and place, the first that no row before has taken, else a new one.
 */
export function importHoldings(file: InputFile, study: Study, mappingFile?: InputFile): Imported {
  const remarks = new Remarks();
  const mapping = readSheetMapping(mappingFile, remarks);
  const sheets = mapping === undefined ? undefined : readSheets(file, remarks);
  const nothing = (): Imported => ({ elements: [], read: 0, remarks: remarks.all });
  if (mapping === undefined || sheets === undefined) return nothing();
  const headScore = (cells: readonly string[]): number => scoreOf(cells, mapping);
  const heads = sheets.map((sheet) => ({ sheet, header: headerRow(sheet, headScore, 3) }));
  const chosen = heads.find(({ sheet, header }) => header !== undefined && mapping.fits(sheet.name));
  if (chosen?.header === undefined) {
    remarks.add("no-header", { file: file.name }, { expected: "organisation, capability, quantity" });
    return nothing();
  }
  for (const sheet of sheets)
    if (sheet !== chosen.sheet)
      remarks.add("sheet-not-carried", { file: file.name }, { sheet: sheet.name ?? "" });
  const table = new HoldingTable({
    file: file.name,
    sheet: chosen.sheet,
    header: chosen.header,
    study,
    mapping,
    remarks,
  });
  const elements = table.elements();
  if (table.read === 0) remarks.add("no-entries", { file: file.name });
  return { elements, read: table.read, remarks: remarks.all };
}

/** How many columns a row heads; 0 without the three a holding needs. Words of the language count more than others. */
function scoreOf(cells: readonly string[], mapping: SheetMapping): number {
  const columns = cells.map((text) => mapping.meaning("columns", text) ?? holdingColumn(text));
  const needed = ["of", "what", "quantity"].every((name) =>
    columns.some((column) => column === name || column?.startsWith(`${name}.`) === true),
  );
  if (!needed) return 0;
  return cells.reduce((sum, text, index) => {
    const column = columns[index];
    return sum + (column === undefined ? 0 : column === text ? 1.5 : 1);
  }, 0);
}

interface HoldingSheet {
  readonly file: string;
  readonly sheet: Sheet;
  readonly header: { readonly row: SheetRow; readonly index: number };
  readonly study: Study;
  readonly mapping: SheetMapping;
  readonly remarks: Remarks;
}

class HoldingTable {
  readonly #file: string;
  readonly #sheet: Sheet;
  readonly #study: Study;
  readonly #mapping: SheetMapping;
  readonly #remarks: Remarks;
  readonly #columns: ReadonlyMap<number, string>;
  readonly #rows: readonly SheetRow[];
  readonly #names = new Map<NamedCollection, Names>();
  read = 0;

  constructor({ file, sheet, header, study, mapping, remarks }: HoldingSheet) {
    this.#file = file;
    this.#sheet = sheet;
    this.#study = study;
    this.#mapping = mapping;
    this.#remarks = remarks;
    this.#rows = sheet.rows.slice(header.index + 1);
    for (const range of sheet.merged)
      remarks.add("merged-cells", { file, sheet: sheet.name ?? "" }, { range });
    const above = sheet.rows
      .slice(0, header.index)
      .filter(({ cells }) => scoreOf(textsOf(cells), mapping) === 0);
    if (above.length > 0)
      remarks.add("rows-before-header", cellPlace(file, sheet, header.row), { rows: above.length });
    this.#columns = this.#readColumns(header.row);
  }

  #readColumns(header: SheetRow): ReadonlyMap<number, string> {
    const columns = new Map<number, string>();
    const taken = new Set<string>();
    header.cells.forEach((cell, index) => {
      if (cell === undefined) return;
      const column = this.#mapping.meaning("columns", cell.text) ?? holdingColumn(cell.text);
      const values = this.#rows.filter((row) => row.cells[index] !== undefined).length;
      if (column !== undefined && !taken.has(column)) {
        columns.set(index, column);
        taken.add(column);
      } else if (values > 0) {
        const at = cellPlace(this.#file, this.#sheet, header, index);
        this.#remarks.add("column-not-carried", at, { column: cell.text, values });
      }
    });
    return columns;
  }

  elements(): readonly ImportedElement[] {
    const written = writtenElements(this.#study, "holdings");
    const byContent = new Map<string, readonly string[]>();
    for (const [id, fields] of written) {
      const content = contentOf(fields);
      byContent.set(content, [...(byContent.get(content) ?? []), id]);
    }
    const taken = new Map<string, ImportedElement>();
    for (const row of this.#rows) {
      const at = cellPlace(this.#file, this.#sheet, row);
      if (scoreOf(textsOf(row.cells), this.#mapping) > 0) {
        this.#remarks.add("header-repeated", at);
        continue;
      }
      this.read++;
      const flat = this.#readRow(row);
      if (flat === undefined) continue;
      const asked = flat.get("id");
      flat.delete("id");
      const fields = unflatten(flat);
      const found = this.#idOf(asked, fields, { taken, byContent, at });
      if (found === undefined) continue;
      taken.set(found, {
        collection: "holdings",
        id: found,
        fields: this.#complete(found, fields, written, at),
        at,
      });
    }
    return [...taken.values()];
  }

  /** The cells of a row by column; `undefined` where one that is needed says nothing or names nothing. */
  #readRow(row: SheetRow): Map<string, Plain> | undefined {
    const cells = cleanRow(row, this.#sheet, this.#file, this.#remarks);
    const flat = new Map<string, Plain>();
    let isWhole = true;
    for (const [index, column] of this.#columns) {
      const cell = cells[index];
      if (cell === undefined) continue;
      const at = cellPlace(this.#file, this.#sheet, row, index);
      if (cell.kind !== "number" && saysNothing(cell.text)) {
        this.#remarks.add("not-available", at, { field: column, found: cell.text });
        continue;
      }
      const value = this.#value(cell, column, at);
      if (value === undefined) isWhole = false;
      else flat.set(column, value);
    }
    for (const column of ["of", "what", "quantity"]) {
      if (!isWhole || [...flat.keys()].some((name) => name === column || name.startsWith(`${column}.`)))
        continue;
      this.#remarks.add("row-without-value", cellPlace(this.#file, this.#sheet, row), { column });
      isWhole = false;
    }
    return isWhole ? flat : undefined;
  }

  #value(cell: Cell, column: string, at: Place): Plain | undefined {
    const collection = naming[column];
    if (collection !== undefined) {
      const parts = column === "shared-with" ? itemsOf(cell.text) : [cell.text];
      const ids = parts.map((part) => this.#named(collection).need(part, at, this.#remarks));
      if (ids.includes(undefined)) return undefined;
      return column === "shared-with" ? (ids as string[]) : ids[0];
    }
    if (column === "id" || texts.test(column)) return cell.text;
    if (cell.text.includes(";")) return itemsOf(cell.text).map(plainScalar);
    return column === "quantity"
      ? plainScalar(cell.text.replaceAll(/(?<=\d),(?=\d{3}\b)/g, ""))
      : plainScalar(cell.text);
  }

  #named(collection: NamedCollection): Names {
    const known = this.#names.get(collection) ?? new Names(this.#study, collection, this.#mapping);
    this.#names.set(collection, known);
    return known;
  }

  #idOf(
    asked: Plain | undefined,
    fields: PlainRecord,
    {
      taken,
      byContent,
      at,
    }: {
      readonly taken: ReadonlyMap<string, ImportedElement>;
      readonly byContent: ReadonlyMap<string, readonly string[]>;
      readonly at: Place;
    },
  ): string | undefined {
    const told = wordOf(asked);
    if (told !== undefined && isId(told)) {
      const before = taken.get(told);
      if (before === undefined) return told;
      if (contentOf(before.fields) === contentOf(fields)) {
        this.#remarks.add("repeated-entry", at, { id: told });
        return undefined;
      }
    }
    const known = byContent.get(contentOf(fields))?.find((one) => !taken.has(one));
    if (told === undefined && known !== undefined) return known;
    const wanted =
      told === undefined
        ? idFromName([fields["of"], fields["what"], fields["at"]].map((one) => wordOf(one) ?? "").join(" "))
        : idFromName(told);
    const id = freeId(wanted, {
      has: (one) => taken.has(one) || (told === undefined && this.#study.holdings.has(one)),
    });
    this.#remarks.add(told !== undefined && id !== told ? "repeated-id" : "id-made", at, {
      id: told ?? id,
      now: id,
    });
    return id;
  }

  /** A new holding is put where its organisation is if the table does not say where, and is an assumption if it names no source. */
  #complete(
    id: string,
    fields: PlainRecord,
    written: ReadonlyMap<string, PlainRecord>,
    at: Place,
  ): PlainRecord {
    if (written.has(id)) return fields;
    const added: Record<string, Plain> = {};
    const place = this.#study.organisations.get(wordOf(fields["of"]) ?? "")?.at;
    if (fields["at"] === undefined && place !== undefined) {
      added["at"] = place;
      this.#remarks.add("place-of-organisation", at, { id, place });
    }
    if (fields["source"] === undefined && fields["assumption"] === undefined) {
      added["assumption"] = true;
      this.#remarks.add("taken-as-assumption", at, { id });
    }
    return compact({ ...fields, ...added });
  }
}

function textsOf(cells: readonly (Cell | undefined)[]): readonly string[] {
  return Array.from(cells, (cell) => cell?.text ?? "");
}

function itemsOf(text: string): readonly string[] {
  return text
    .split(/[;；]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** What makes two rows one holding. */
function contentOf(fields: PlainRecord): string {
  return JSON.stringify([fields["of"], fields["what"], fields["at"]].map((one) => wordOf(one) ?? ""));
}
