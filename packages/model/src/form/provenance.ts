import { suggest } from "@shikumi/core/diagnostic";
import type { Credibility, Provenance, Reliability } from "../study/element.ts";
import { fieldOf, type Raw, type RawMap } from "../tree/raw.ts";
import { wordOf, wrongForm } from "./form.ts";
import type { Reading } from "./reading.ts";
import { isKnown, reportUnknown } from "./reference.ts";
import { date, flag, text } from "./scalar.ts";

/** Fields that say where something comes from; every record accepts them. */
export const provenanceFields: readonly string[] = ["source", "as-of", "grade", "assumption", "flag", "note"];

/** What each of {@link provenanceFields} means. */
export const provenanceAbout: Readonly<Record<string, string>> = {
  source: "Id of the source of every number in here that has no nearer one",
  "as-of": "Date of the fact, where the source is later or what is dated here begins later",
  grade: "Credibility 1–6 of the item, or reliability and credibility such as `B2`",
  assumption: "`true` where the numbers in here are assumptions",
  flag: "`check` where the citation must still be checked",
  note: "A remark",
};

/** The reading inside a record: its own provenance where it states one, else what it inherits. */
export function readingInside(raw: Raw, reading: Reading): Reading {
  const outer = readingLent(raw, reading);
  return raw.kind === "map" ? withProvenanceOf(raw, outer) : outer;
}

/** The reading of a value that a lever puts here: the lever's provenance. Any other value inherits as it is. */
export function readingLent(raw: Raw, reading: Reading): Reading {
  return (raw.enclosing ?? []).reduce((inside, lender) => withProvenanceOf(lender, inside), reading);
}

function withProvenanceOf(raw: RawMap, reading: Reading): Reading {
  if (!provenanceFields.some((field) => raw.entries.has(field))) return reading;
  const source = readSource(raw, reading);
  const assumption = flagOf(raw, "assumption", reading);
  const asOf = fieldOf(raw, "as-of");
  if (asOf !== undefined) date.read(asOf, reading.at("as-of"));
  const own = source !== undefined || assumption === true;
  const inherited = reading.provenance;
  const grade = readGrade(raw, source ?? inherited.source, reading);
  return reading.under({
    source: own ? source : inherited.source,
    credibility: grade ?? (own ? undefined : inherited.credibility),
    assumption: own ? assumption === true : (assumption ?? inherited.assumption),
    unchecked: readCheckFlag(raw, reading) || (!own && inherited.unchecked),
    note: undefined,
  });
}

/** The remark written on a slot itself. */
export function withNote(raw: RawMap, provenance: Provenance, reading: Reading): Provenance {
  const note = fieldOf(raw, "note");
  return note === undefined ? provenance : { ...provenance, note: text.read(note, reading.at("note")) };
}

function readSource(raw: RawMap, reading: Reading): string | undefined {
  const written = fieldOf(raw, "source");
  if (written === undefined) return undefined;
  const id = wordOf(written);
  if (id === undefined) {
    wrongForm(written, reading, "id");
    return "";
  }
  if (!isKnown(id, ["sources"], reading)) reportUnknown(id, written, ["sources"], reading);
  return id;
}

function flagOf(raw: RawMap, field: string, reading: Reading): boolean | undefined {
  const written = fieldOf(raw, field);
  return written === undefined ? undefined : flag.read(written, reading.at(field));
}

function readCheckFlag(raw: RawMap, reading: Reading): boolean {
  const written = fieldOf(raw, "flag");
  if (written === undefined) return false;
  const found = wordOf(written);
  if (found === undefined) wrongForm(written, reading, "word");
  else if (found !== "check") {
    reading.error("unknown-word", written.span, {
      found,
      known: "check",
      suggestions: suggest(found, ["check"]).join(),
    });
  }
  return true;
}

function readGrade(raw: RawMap, source: string | undefined, reading: Reading): Credibility | undefined {
  const written = fieldOf(raw, "grade");
  if (written === undefined) return undefined;
  const found = wordOf(written) ?? "";
  const parts = /^([A-F])?([1-6])$/.exec(found);
  if (parts === null) {
    reading.error("bad-grade", written.span, { found });
    return undefined;
  }
  const letter = parts[1];
  const reliability = source === undefined ? undefined : reliabilityOf(source, reading);
  if (
    letter !== undefined &&
    (source === undefined || reading.world.names.has("sources", source)) &&
    letter !== reliability
  ) {
    reading.error("grade-mismatch", written.span, {
      found,
      source: source ?? "",
      reliability: reliability ?? "",
    });
  }
  return Number(parts[2]) as Credibility;
}

/** Reliability of a source as written; F where it is not stated or not a letter from A to F. */
export function reliabilityOf(source: string, reading: Reading): Reliability {
  const [letter] = reading.world.names.words("sources", source, "reliability");
  return letter !== undefined && /^[A-F]$/.test(letter) ? (letter as Reliability) : "F";
}
