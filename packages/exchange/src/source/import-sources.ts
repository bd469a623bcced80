import type { Source, Study } from "@shikumi/model";
import { comparedName, freeId, idFromName, slugOf } from "../identifier.ts";
import type { Imported, ImportedElement, InputFile } from "../imported.ts";
import { type Place, Remarks } from "../remark.ts";
import { readText } from "../sheet/read-text.ts";
import { recordsOfBibtex } from "./bibtex.ts";
import { recordsOfCsl } from "./csl.ts";
import { recordsOfRis } from "./ris.ts";
import { type SourceRecord, sourceOfRecord } from "./source-record.ts";

type PlacedRecord = SourceRecord & { readonly at: Place };

const readers = { bib: recordsOfBibtex, ris: recordsOfRis, json: recordsOfCsl } as const;

/**
 * Sources of a bibliography. An entry that was not exported by this program and whose id the study has for a work of another title gets an id of its own. The format is told from the name (`.bib`, `.ris`, `.json`), else from the first
 * characters.
 */
export function importSources(file: InputFile, study: Study): Imported {
  const remarks = new Remarks();
  const text = readText(file, remarks);
  if (text === undefined) return { elements: [], read: 0, remarks: remarks.all };
  const format = formatOf(file.name, text);
  if (format === undefined) {
    remarks.add("unknown-format", { file: file.name }, { formats: "BibTeX, RIS, CSL-JSON" });
    return { elements: [], read: 0, remarks: remarks.all };
  }
  const records = readers[format](file.name, text, remarks);
  if (records.length === 0 && !remarks.isRefused) remarks.add("no-entries", { file: file.name });
  const elements = withIds(records, study, remarks);
  return { elements, read: records.length, remarks: remarks.all };
}

function formatOf(name: string, text: string): keyof typeof readers | undefined {
  const ending = /\.(bib|bibtex|ris|json)$/i.exec(name)?.[1]?.toLowerCase();
  if (ending === "bibtex") return "bib";
  if (ending === "bib" || ending === "ris" || ending === "json") return ending;
  const start = text.trimStart();
  if (/^[[{]/.test(start)) return "json";
  if (/^TY {1,2}-/.test(start)) return "ris";
  return /^(?:%.*\s*)*@\s*[A-Za-z]+\s*[{(]/.test(start) ? "bib" : undefined;
}

/** One element per record; the same entry twice is one, and two that share an id get one each. */
function withIds(
  records: readonly PlacedRecord[],
  study: Study,
  remarks: Remarks,
): readonly ImportedElement[] {
  const taken = new Map<string, string>();
  const works = new Map<string, string>();
  const elements: ImportedElement[] = [];
  for (const record of records) {
    const { at } = record;
    const fields = sourceOfRecord(record);
    const wanted =
      slugOf(record.id) || idFromName(`${record.plain.get("title") ?? "source"} ${record.issued ?? ""}`);
    if (wanted !== record.id) remarks.add("id-made", at, { found: record.id, id: wanted });
    const content = JSON.stringify(fields);
    if (taken.get(wanted) === content) {
      remarks.add("repeated-entry", at, { id: wanted });
      continue;
    }
    const others = isOfAnotherWork(record, study.sources.get(wanted)) ? study.sources : new Map();
    const id = freeId(wanted, { has: (one) => taken.has(one) || others.has(one) });
    if (id !== wanted) remarks.add("repeated-id", at, { id: wanted, now: id });
    taken.set(id, content);
    const work = workOf(record);
    const same = work === undefined ? undefined : works.get(work);
    if (same !== undefined) remarks.add("same-work", at, { id, other: same });
    else if (work !== undefined) works.set(work, id);
    if (fields["reliability"] === undefined) remarks.add("without-reliability", at, { id });
    elements.push({ collection: "sources", id, fields, at });
  }
  return elements;
}

/** Whether a source of the study has another title than an entry that knows nothing of studies. */
function isOfAnotherWork({ plain, extra }: SourceRecord, source: Source | undefined): boolean {
  if (source === undefined || Object.keys(extra).length > 0) return false;
  const known = [source.title.ja, source.title.en].map(comparedName);
  const told = [plain.get("title"), plain.get("original-title")].filter((title) => title !== undefined);
  return told.length > 0 && !told.some((title) => known.includes(comparedName(title)));
}

/** What makes two entries one work: the DOI, else title, date and first author. */
function workOf({ plain, issued, authors }: SourceRecord): string | undefined {
  const doi = plain
    .get("DOI")
    ?.toLowerCase()
    .replace(/^https?:\/\/(?:dx\.)?doi\.org\//, "");
  if (doi !== undefined) return doi;
  const title = plain.get("title");
  if (title === undefined || issued === undefined) return undefined;
  const [first] = authors;
  const author = first?.family ?? first?.literal ?? "";
  return JSON.stringify([slugOf(title).toLowerCase(), issued.slice(0, 4), slugOf(author).toLowerCase()]);
}
