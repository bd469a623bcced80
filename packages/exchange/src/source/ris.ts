import { saysNothing } from "../not-available.ts";
import { compact, type PlainRecord } from "../plain.ts";
import type { Place, Remarks } from "../remark.ts";
import { readDate } from "./issued.ts";
import { flatExtra, type Name, readFlatExtra, type SourceRecord } from "./source-record.ts";

const types: readonly (readonly [string, string])[] = [
  ["JOUR", "article-journal"],
  ["JFULL", "article-journal"],
  ["BOOK", "book"],
  ["EBOOK", "book"],
  ["CHAP", "chapter"],
  ["ECHAP", "chapter"],
  ["RPRT", "report"],
  ["GOVDOC", "report"],
  ["THES", "thesis"],
  ["CPAPER", "paper-conference"],
  ["CONF", "paper-conference"],
  ["ELEC", "webpage"],
  ["BLOG", "post-weblog"],
  ["DATA", "dataset"],
  ["STAT", "legislation"],
  ["BILL", "bill"],
  ["CASE", "legal_case"],
  ["HEAR", "hearing"],
  ["NEWS", "article-newspaper"],
  ["MGZN", "article-magazine"],
  ["PAMP", "pamphlet"],
  ["MAP", "map"],
  ["COMP", "software"],
  ["UNPB", "manuscript"],
  ["GEN", "document"],
];

/** Tags by CSL variable, the one that is written first. */
const tags: Readonly<Record<string, readonly string[]>> = {
  title: ["TI", "T1", "CT"],
  "original-title": ["OP", "TT"],
  publisher: ["PB"],
  "container-title": ["T2", "JO", "JF", "JA", "J2", "BT"],
  volume: ["VL"],
  issue: ["IS"],
  number: ["M1"],
  "publisher-place": ["CY", "PP"],
  URL: ["UR", "LK"],
  DOI: ["DO"],
  ISBN: ["SN"],
  archive: ["DB"],
  accessed: ["Y2"],
  language: ["LA"],
  genre: ["M3"],
  note: ["N1", "AB", "N2"],
};

/** Start of a keyword that only this program reads. */
const own = "shikumi:";

/** Start of keywords with authors whose names do not read back from their lines, such as a body with a comma in its name. */
const exactAuthor = "author-";

/** Variables without a tag, written as keywords. */
const untagged: readonly string[] = ["original-publisher"];

interface RisLine {
  readonly tag: string;
  readonly text: string;
  readonly line: number;
}

/** Reads a RIS file. A line without a tag continues the one before. */
export function recordsOfRis(
  file: string,
  text: string,
  remarks: Remarks,
): readonly (SourceRecord & { readonly at: Place })[] {
  const records: (SourceRecord & { readonly at: Place })[] = [];
  let lines: RisLine[] = [];
  const close = (): void => {
    if (lines.length > 0) records.push(recordOf(lines, file, remarks));
    lines = [];
  };
  text.split(/\r\n|\r|\n/).forEach((written, index) => {
    const found = /^([A-Z][A-Z0-9]) {1,2}-(?: (.*))?$/.exec(written.trimEnd());
    const line = index + 1;
    const before = lines.at(-1);
    if (found === null) {
      if (written.trim() === "") return;
      if (before !== undefined)
        lines[lines.length - 1] = { ...before, text: `${before.text} ${written.trim()}` };
      else remarks.add("entry-unreadable", { file, line }, { entry: written.trim().slice(0, 40) });
      return;
    }
    const [, tag = "", value = ""] = found;
    if (tag === "TY") close();
    if (tag === "ER") close();
    else if (tag === "TY" || lines.length > 0) lines.push({ tag, text: value.trim(), line });
    else remarks.add("entry-unreadable", { file, line }, { entry: tag });
  });
  close();
  return records;
}

function recordOf(
  lines: readonly RisLine[],
  file: string,
  remarks: Remarks,
): SourceRecord & { readonly at: Place } {
  const first = lines[0];
  const at: Place = { file, line: first?.line ?? 1 };
  const used = new Set<string>(["TY", "ID", "SP", "EP"]);
  const valued = lines.filter(({ tag, text, line }) => {
    if (text === "" || !saysNothing(text)) return text !== "";
    used.add(tag);
    remarks.add("not-available", { file, line }, { field: tag, found: text });
    return false;
  });
  const firstOf = (tag: string): string | undefined => valued.find((one) => one.tag === tag)?.text;
  const plain = new Map<string, string>();
  for (const [variable, names] of Object.entries(tags)) {
    for (const tag of names) {
      const text = firstOf(tag);
      if (text === undefined || plain.has(variable)) continue;
      plain.set(variable, text);
      used.add(tag);
    }
  }
  const [start, end] = [firstOf("SP"), firstOf("EP")];
  if (start !== undefined) plain.set("page", end === undefined ? start : `${start}-${end}`);
  const authorTags = ["AU", "A1"].some((tag) => firstOf(tag) !== undefined) ? ["AU", "A1"] : ["A2", "ED"];
  const written = valued.filter(({ tag }) => authorTags.includes(tag)).map(({ text }) => text);
  for (const tag of authorTags) used.add(tag);
  const extra: [string, string][] = [];
  const keywords = valued.filter(({ tag }) => tag === "KW");
  for (const { text } of keywords) {
    const split = text.indexOf("=");
    if (text.startsWith(own) && split > 0) extra.push([text.slice(own.length, split), text.slice(split + 1)]);
  }
  if (keywords.length === extra.length) used.add("KW");
  const exact = new Map(extra.filter(([name]) => name.startsWith(exactAuthor)));
  const authors = written.map(
    (text, index) => exactName(exact.get(`${exactAuthor}${index + 1}`)) ?? nameOf(text),
  );
  for (const [name, text] of extra) if (untagged.includes(name)) plain.set(name, text);
  const issued = issuedOf(firstOf("DA") ?? firstOf("PY") ?? firstOf("Y1"), at, remarks);
  for (const tag of ["DA", "PY", "Y1"]) used.add(tag);
  const id = firstOf("ID") ?? "";
  for (const tag of new Set(valued.map((one) => one.tag)))
    if (!used.has(tag))
      remarks.add("field-not-carried", at, { field: tag, entry: id || (plain.get("title") ?? "") });
  const asked = extra.find(([name]) => name === "type")?.[1];
  return {
    id,
    type: asked ?? types.find(([name]) => name === first?.text)?.[1] ?? "document",
    authors,
    issued,
    plain,
    extra: readFlatExtra(extra.filter(([name]) => !["type", ...untagged].includes(name) && !exact.has(name))),
    at,
  };
}

function nameOf(text: string): Name {
  const [family = "", ...given] = text.split(",").map((part) => part.trim());
  return given.length === 0 || given.join("") === ""
    ? { literal: family }
    : { family, given: given.join(", ") };
}

function issuedOf(text: string | undefined, at: Place, remarks: Remarks): string | undefined {
  if (text === undefined) return undefined;
  const read = readDate(text.replace(/\/+$/, ""));
  if (read === undefined) remarks.add("date-unreadable", at, { found: text, entry: "" });
  else if (read.isShortened) remarks.add("date-shortened", at, { found: text, kept: read.date });
  return read?.date;
}

/** Sources as a RIS file. What its tags cannot say is in keywords that begin with `shikumi:`. */
export function risOfRecords(records: readonly SourceRecord[], remarks: Remarks, file: string): string {
  return records.map((record) => entryOf(record, remarks, file)).join("\r\n");
}

function entryOf(
  { id, type, authors, issued, plain, extra }: SourceRecord,
  remarks: Remarks,
  file: string,
): string {
  const risType = types.find(([, csl]) => csl === type)?.[0] ?? "GEN";
  const readBack = types.find(([name]) => name === risType)?.[1];
  const flat = flatExtra(extra);
  for (const path of flat.lost) remarks.add("value-not-carried", { file }, { field: path, element: id });
  const extras = readBack === type ? flat.fields : [["type", type] as const, ...flat.fields];
  const [start, end] = (plain.get("page") ?? "").split("-");
  const isRange = end !== undefined && (plain.get("page") ?? "").split("-").length === 2;
  const rows: (readonly [string, string | undefined])[] = [
    ["TY", risType],
    ["ID", id],
    ...authors.map((name) => ["AU", risName(name)] as const),
    ["DA", issued?.replaceAll("-", "/")],
    ...Object.entries(tags).map(([variable, [tag = ""]]) => [tag, plain.get(variable)] as const),
    ["SP", isRange ? start : plain.get("page")],
    ["EP", isRange ? end : undefined],
    ...authors.map((name, index) => ["KW", exactKeyword(name, index + 1)] as const),
    ...untagged.map(
      (name) => ["KW", plain.has(name) ? `${own}${name}=${plain.get(name)}` : undefined] as const,
    ),
    ...extras.map(([path, text]) => ["KW", `${own}${path}=${text}`] as const),
    ["ER", ""],
  ];
  return rows
    .filter(([tag, text]) => tag === "ER" || (text !== undefined && text !== ""))
    .map(([tag, text = ""]) => `${tag}  - ${text.replaceAll(/\s+/g, " ")}\r\n`)
    .join("");
}

/** The keyword of an author whose line would read as another name. */
function exactKeyword(name: Name, number: number): string | undefined {
  const { family, given, literal } = nameOf(risName(name).replaceAll(/\s+/g, " ").trim());
  const isSame = family === name.family && given === name.given && literal === name.literal;
  return isSame ? undefined : `${own}${exactAuthor}${number}=${JSON.stringify(name)}`;
}

function exactName(written: string | undefined): Name | undefined {
  if (written === undefined) return undefined;
  try {
    const { family, given, literal } = JSON.parse(written) as PlainRecord;
    return compact({ family, given, literal }) as Name;
  } catch {
    return undefined;
  }
}

function risName({ literal, family = "", given }: Name): string {
  if (literal !== undefined) return literal;
  return given === undefined ? family : `${family}, ${given}`;
}
