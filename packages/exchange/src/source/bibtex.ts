import { isJapanese, saysNothing } from "../not-available.ts";
import type { Place, Remarks } from "../remark.ts";
import { type BibtexEntry, readBibtexEntries } from "./bibtex-entries.ts";
import { dateOf, monthNumber, readDate } from "./issued.ts";
import { latexOfText, textOfLatex } from "./latex-text.ts";
import { flatExtra, type Name, readFlatExtra, type SourceRecord } from "./source-record.ts";

/** Prefix of fields that only this program reads. */
const own = "shikumi-";

/** CSL types by entry type; the first with a CSL type is the one it is written with. */
const types: readonly (readonly [string, string])[] = [
  ["article", "article-journal"],
  ["book", "book"],
  ["incollection", "chapter"],
  ["inbook", "chapter"],
  ["inproceedings", "paper-conference"],
  ["conference", "paper-conference"],
  ["report", "report"],
  ["techreport", "report"],
  ["thesis", "thesis"],
  ["phdthesis", "thesis"],
  ["mastersthesis", "thesis"],
  ["online", "webpage"],
  ["electronic", "webpage"],
  ["www", "webpage"],
  ["dataset", "dataset"],
  ["legislation", "legislation"],
  ["jurisdiction", "legal_case"],
  ["booklet", "pamphlet"],
  ["manual", "book"],
  ["collection", "book"],
  ["proceedings", "book"],
  ["software", "software"],
  ["unpublished", "manuscript"],
  ["patent", "patent"],
  ["misc", "document"],
];

/** Field names by CSL variable, the one that is written first. */
const fieldNames: Readonly<Record<string, readonly string[]>> = {
  title: ["title"],
  "original-title": ["origtitle", "title-ja", "title_ja", "jtitle", "title-en", "title_en", "etitle"],
  publisher: ["publisher", "institution", "school", "organization"],
  "original-publisher": ["origpublisher"],
  "container-title": ["journaltitle", "journal", "booktitle"],
  volume: ["volume"],
  issue: ["issue"],
  number: ["number"],
  page: ["pages"],
  "publisher-place": ["location", "address"],
  URL: ["url", "howpublished"],
  DOI: ["doi"],
  ISBN: ["isbn"],
  archive: ["eprinttype", "archiveprefix", "archive"],
  accessed: ["urldate"],
  language: ["langid", "language"],
  genre: ["entrysubtype", "type"],
  note: ["note", "annotation", "annote"],
};

/** Fields whose text is taken as it is: TeX signs belong to it. */
const verbatim = new Set(["url", "doi", "isbn", "urldate", "eprinttype"]);

/** Reads a BibTeX or BibLaTeX file. */
export function recordsOfBibtex(
  file: string,
  text: string,
  remarks: Remarks,
): readonly (SourceRecord & { readonly at: Place })[] {
  return readBibtexEntries(file, text, remarks).map((entry) => recordOf(entry, file, remarks));
}

function recordOf(entry: BibtexEntry, file: string, remarks: Remarks): SourceRecord & { readonly at: Place } {
  const at: Place = { file, line: entry.line };
  const used = new Set<string>();
  const take = (name: string): string | undefined => {
    const written = entry.fields.get(name);
    if (written === undefined) return undefined;
    used.add(name);
    const text = verbatim.has(name)
      ? written.replaceAll(/\\([%&$#_{}~])/g, "$1").trim()
      : textOfLatex(written);
    if (text === "") return undefined;
    if (!saysNothing(text)) return text;
    remarks.add("not-available", at, { field: name, found: text });
    return undefined;
  };
  const plain = new Map<string, string>();
  for (const [variable, names] of Object.entries(fieldNames)) {
    for (const name of names) {
      const isIssue = name === "number" && entry.type === "article" && !entry.fields.has("issue");
      const to = isIssue ? "issue" : variable;
      if (plain.has(to)) continue;
      const text = take(name);
      if (text === undefined) continue;
      if (to === "URL" && !/^[a-z]+:/i.test(text)) {
        used.delete(name);
        continue;
      }
      plain.set(to, to === "page" ? text.replaceAll("–", "-") : text);
    }
  }
  const extra: [string, string][] = [];
  for (const [name, written] of entry.fields) {
    if (!name.startsWith(own)) continue;
    used.add(name);
    extra.push([name.slice(own.length), textOfLatex(written)]);
  }
  const asked = new Map(extra);
  const authors = namesOf(entry.fields.get("author") ?? entry.fields.get("editor") ?? "");
  if (entry.fields.has("author")) used.add("author");
  else if (authors.length > 0) used.add("editor");
  const issued = issuedOf(entry, used, at, remarks);
  for (const [name, written] of entry.fields)
    if (!used.has(name) && written.trim() !== "")
      remarks.add("field-not-carried", at, { field: name, entry: entry.key });
  const type = asked.get("type") ?? types.find(([name]) => name === entry.type)?.[1] ?? "document";
  const rest = extra.filter(([name]) => name !== "type");
  return { id: entry.key, type, authors, issued, plain, extra: readFlatExtra(rest), at };
}

function issuedOf(entry: BibtexEntry, used: Set<string>, at: Place, remarks: Remarks): string | undefined {
  for (const name of ["date", "year", "month", "day"]) used.add(name);
  const whole = textOfLatex(entry.fields.get("date") ?? entry.fields.get("year") ?? "");
  if (whole === "") return undefined;
  if (saysNothing(whole)) {
    remarks.add("not-available", at, { field: "date", found: whole });
    return undefined;
  }
  const read = readDate(whole);
  if (read === undefined) {
    remarks.add("date-unreadable", at, { found: whole, entry: entry.key });
    return undefined;
  }
  if (read.isShortened) remarks.add("date-shortened", at, { found: whole, kept: read.date });
  const written = textOfLatex(entry.fields.get("month") ?? "");
  if (written === "" || read.date.length > 4) return read.date;
  const month = monthNumber(written);
  const day = Number(textOfLatex(entry.fields.get("day") ?? "").trim() || Number.NaN);
  const withMonth = dateOf(Number(read.date), month, Number.isNaN(day) ? undefined : day);
  if (month === undefined || withMonth === undefined) {
    remarks.add("date-shortened", at, { found: `${written} ${whole}`, kept: read.date });
    return read.date;
  }
  return withMonth;
}

/** Names joined by `and`; braces keep one together, a comma puts the family name first. */
function namesOf(written: string): readonly Name[] {
  return splitOutsideBraces(written, /^\s+and\s+/i)
    .map((one) => one.trim())
    .filter((one) => one !== "" && one.toLowerCase() !== "others")
    .map(nameOf);
}

function nameOf(written: string): Name {
  if (/^\{.*\}$/s.test(written) && isOneGroup(written)) return { literal: textOfLatex(written) };
  const [family = "", ...given] = splitOutsideBraces(written, /^,\s*/).map(textOfLatex);
  if (given.length > 0)
    return given.join(", ") === ""
      ? { literal: family }
      : { family, given: [...given].reverse().join(" ").trim() };
  const words = family.split(" ");
  if (words.length === 1 || isJapanese(family)) return { literal: family };
  const particle = words.findIndex((word, index) => index > 0 && /^\p{Ll}/u.test(word));
  const from = particle > 0 ? particle : words.length - 1;
  return { family: words.slice(from).join(" "), given: words.slice(0, from).join(" ") };
}

function isOneGroup(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "{") depth++;
    else if (text[at] === "}" && --depth === 0) return at === text.length - 1;
  }
  return false;
}

function splitOutsideBraces(text: string, separator: RegExp): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "{") depth++;
    else if (text[at] === "}") depth--;
    if (depth !== 0) continue;
    const found = separator.exec(text.slice(at, at + 80));
    if (found === null) continue;
    parts.push(text.slice(start, at));
    start = at + found[0].length;
    at = start - 1;
  }
  return [...parts, text.slice(start)];
}

/** Sources as a BibLaTeX file. What its fields cannot say is in fields that begin with `shikumi-`. */
export function bibtexOfRecords(records: readonly SourceRecord[], remarks: Remarks, file: string): string {
  return records.map((record) => `${entryOf(record, remarks, file)}\n`).join("\n");
}

function entryOf(
  { id, type, authors, issued, plain, extra }: SourceRecord,
  remarks: Remarks,
  file: string,
): string {
  const entryType = types.find(([, csl]) => csl === type)?.[0] ?? "misc";
  const fields: (readonly [string, string])[] = [];
  if (authors.length > 0) fields.push(["author", authors.map(latexOfName).join(" and ")]);
  if (issued !== undefined) fields.push(["date", issued]);
  for (const [variable, names] of Object.entries(fieldNames)) {
    const text = plain.get(variable);
    const [name = variable] = names;
    if (text !== undefined) fields.push([name, verbatim.has(name) ? text : latexOfText(text)]);
  }
  const flat = flatExtra(extra);
  for (const path of flat.lost) remarks.add("value-not-carried", { file }, { field: path, element: id });
  const readBack = types.find(([name]) => name === entryType)?.[1];
  const rest = readBack === type ? flat.fields : [["type", type] as const, ...flat.fields];
  for (const [path, text] of rest) fields.push([`${own}${path}`, latexOfText(text)]);
  return `@${entryType}{${id},\n${fields.map(([name, text]) => `  ${name} = {${text}},\n`).join("")}}`;
}

function latexOfName({ literal, family = "", given }: Name): string {
  if (literal !== undefined) return `{${latexOfText(literal)}}`;
  const shown = latexOfText(family);
  return given === undefined ? `{${shown}}` : `{${shown}}, {${latexOfText(given)}}`;
}
