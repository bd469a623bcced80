import type { Language } from "@shikumi/core/diagnostic";
import type { Study } from "@shikumi/model";
import type { Exported } from "../exported.ts";
import { flatten, isRecord, type Plain, type PlainRecord, wordOf } from "../plain.ts";
import { Remarks } from "../remark.ts";
import { csvText, escapeFormula } from "../sheet/csv.ts";
import { workbookOf } from "../sheet/write-workbook.ts";
import { cellOf } from "../study/edit-csv.ts";
import { writtenElements } from "../study/written.ts";
import { headings } from "./holding-columns.ts";

const first = ["name.ja", "name.en", "of", "what", "quantity", "at"];
const last = ["source", "grade", "flag", "assumption", "note", "note.ja", "note.en"];

/**
 * Every holding as a row, in the words of the language: a CSV is a file of a study as it stands. A workbook shows headings in words, with the words of
 * the language in a hidden row, ids in a hidden column, and beside organisation, capability and place their names.
 */
export function exportHoldings(
  study: Study,
  { format, language }: { readonly format: "xlsx" | "csv"; readonly language: Language },
): Exported {
  const remarks = new Remarks();
  const rows = [...writtenElements(study, "holdings")].map(([id, fields]) => ({
    id,
    cells: cellsOf(id, fields, remarks),
  }));
  const found = new Set(rows.flatMap(({ cells }) => [...cells.keys()]));
  const middle = [...found].filter((name) => !first.includes(name) && !last.includes(name)).sort();
  const columns = [
    ...first.filter((name) => found.has(name)),
    ...middle,
    ...last.filter((name) => found.has(name)),
  ];
  if (format === "csv") {
    const lines = rows.map(({ id, cells }) => [
      id,
      ...columns.map((name) => escapeFormula(textOf(cells.get(name)))),
    ]);
    return { content: csvText([["id", ...columns], ...lines]), written: rows.length, remarks: remarks.all };
  }
  const names = namesOf(study, language);
  const shown = headings[language];
  const sheet = {
    name: shown["what"] === undefined ? "holdings" : language === "ja" ? "保有" : "Holdings",
    rows: [
      ["id", ...columns.map((name) => shown[name] ?? name)],
      ["id", ...columns],
      ...rows.map(({ id, cells }) => [id, ...columns.map((name) => named(cells.get(name), name, names))]),
    ],
    hiddenColumns: [0],
    hiddenRows: [1],
    headRows: 2,
  };
  return { content: workbookOf([sheet]), written: rows.length, remarks: remarks.all };
}

function cellsOf(id: string, fields: PlainRecord, remarks: Remarks): ReadonlyMap<string, Plain> {
  const cells = new Map<string, Plain>();
  const { title, ...others } = fields;
  const written = title === undefined ? others : { ...others, name: title };
  for (const [path, value] of flatten(written)) {
    const isNested =
      Array.isArray(value) &&
      (value as readonly Plain[]).some((item) => isRecord(item) || Array.isArray(item));
    if (isNested) remarks.add("value-not-carried", { file: "holdings" }, { field: path, element: id });
    else cells.set(path, value);
  }
  return cells;
}

function textOf(value: Plain | undefined): string {
  return value === undefined ? "" : cellOf(value);
}

type NamesById = Readonly<Record<string, ReadonlyMap<string, string>>>;

function namesOf(study: Study, language: Language): NamesById {
  const of = (collection: "organisations" | "capabilities" | "places"): ReadonlyMap<string, string> =>
    new Map([...study[collection]].map(([id, { name }]) => [id, name[language]]));
  return { of: of("organisations"), what: of("capabilities"), at: of("places") };
}

/** A number as a number, an id as `Name [id]`, anything else as text. */
function named(value: Plain | undefined, column: string, names: NamesById): string | number | undefined {
  if (typeof value === "number") return value;
  const id = wordOf(value);
  const name = id === undefined ? undefined : names[column]?.get(id);
  if (name !== undefined && name !== id) return `${name} [${id}]`;
  return value === undefined ? undefined : textOf(value);
}
