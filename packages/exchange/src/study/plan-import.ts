import type { Diagnostic } from "@shikumi/core/diagnostic";
import { type CollectionName, checkStudy, parseStudy, type Study, type StudyFile } from "@shikumi/model";
import type { Imported, ImportedElement } from "../imported.ts";
import { compact, isRecord, type Plain, type PlainRecord } from "../plain.ts";
import { type Remark, Remarks } from "../remark.ts";
import { editFiles } from "./edit-files.ts";
import { elementsOf, writtenStudy } from "./written.ts";

/** What an import does to one element of the study. */
export interface PlannedElement {
  readonly collection: CollectionName;
  readonly id: string;
  readonly action: "add" | "change" | "keep";
  /** The study's file that holds it afterwards. */
  readonly file: string;
  /** Names of the fields that change. */
  readonly fields: readonly string[];
}

/** What an import would do to a study. */
export interface ImportPlan {
  /** Only files that change, whole. Empty where the import is refused. */
  readonly files: readonly StudyFile[];
  readonly elements: readonly PlannedElement[];
  readonly remarks: readonly Remark[];
  /** Errors the study would have; then the import is refused. */
  readonly diagnostics: readonly Diagnostic[];
  /** The files those errors are about, as they would be. */
  readonly broken: readonly StudyFile[];
  readonly isRefused: boolean;
}

/** A study as it lies in its folder. */
export interface StudyInFiles {
  readonly files: readonly StudyFile[];
  /** Made of those files by `parseStudy`. */
  readonly study: Study;
}

/**
 * Puts imported elements into a study. An element the study has keeps what the import does not say, is changed where it is written, and is left alone where nothing
 * differs; a new one goes to `target`, a file of its own. The result is read and checked again: unless it has no errors and says of every element exactly
 * what was meant, nothing is planned. Throws `TypeError` for a study not made by `parseStudy`.
 */
export function planImport({ files, study }: StudyInFiles, imported: Imported, target: string): ImportPlan {
  const remarks = new Remarks();
  const written = writtenStudy(study);
  const wanted = imported.elements.map((element) => wantedElement(element, written));
  const refused = imported.remarks.some(({ kind }) => kind === "refused");
  const nothing = { files: [], elements: [], diagnostics: [], broken: [] } as const;
  if (refused) return { ...nothing, remarks: imported.remarks, isRefused: true };
  const edit = editFiles(files, study, wanted, target, remarks);
  const all = (): readonly Remark[] => [...imported.remarks, ...remarks.all];
  if (remarks.isRefused) return { ...nothing, remarks: all(), isRefused: true };
  if (edit.files.length === 0)
    return { ...nothing, elements: edit.elements, remarks: all(), isRefused: false };
  const edited = new Map(edit.files.map((file) => [file.path, file]));
  const whole = [...files.filter(({ path }) => !edited.has(path)), ...edit.files];
  const parsed = parseStudy(whole);
  const found = parsed.study === undefined ? parsed.diagnostics : checkStudy(parsed.study);
  const diagnostics = found.filter(({ severity }) => severity === "error");
  if (parsed.study === undefined || diagnostics.length > 0) {
    remarks.add("study-would-break", { file: target }, { errors: diagnostics.length });
    return { ...nothing, remarks: all(), diagnostics, broken: whole, isRefused: true };
  }
  const slip = firstDifference(writtenStudy(parsed.study), expected(written, wanted));
  if (slip !== undefined) {
    remarks.add("edit-not-possible", { file: slip.file ?? target }, { element: slip.element });
    return { ...nothing, remarks: all(), isRefused: true };
  }
  return { ...nothing, files: edit.files, elements: edit.elements, remarks: all(), isRefused: false };
}

/** An element with what the study says of it and what it is to say. */
export interface WantedElement extends ImportedElement {
  readonly before: PlainRecord | undefined;
  readonly after: PlainRecord;
  readonly changed: readonly string[];
}

function wantedElement(element: ImportedElement, written: PlainRecord): WantedElement {
  const before = elementsOf(written, element.collection).get(element.id);
  if (before === undefined) {
    const fields = compact(element.fields);
    return { ...element, fields, before, after: fields, changed: Object.keys(fields) };
  }
  const fields = { ...element.fields };
  const isTitled = before["name"] !== undefined && before["title"] === undefined;
  if (isTitled && fields["title"] !== undefined) {
    const { title, ...others } = fields;
    return merged(element, before, { ...others, name: title as Plain });
  }
  return merged(element, before, fields);
}

function merged(element: ImportedElement, before: PlainRecord, fields: PlainRecord): WantedElement {
  const changed = Object.keys(fields).filter((name) => !saysTheSame(before[name], fields[name]));
  const now = Object.fromEntries(changed.map((name) => [name, fields[name] ?? null]));
  const after = Object.fromEntries(
    Object.entries({ ...before, ...now }).filter(([name, value]) => !(value === null && name in now)),
  );
  return { ...element, before, after, changed };
}

/** Whether two values say the same: white space, and a number as a text, make no difference; nor does one item and a list of it. */
export function saysTheSame(a: Plain | undefined, b: Plain | undefined): boolean {
  return JSON.stringify(compared(a)) === JSON.stringify(compared(b));
}

function compared(value: Plain | undefined): unknown {
  if (value === undefined || value === null) return null;
  if (Array.isArray(value)) {
    const items = (value as readonly Plain[]).map(compared);
    return items.length > 1 ? items : (items[0] ?? null);
  }
  if (isRecord(value)) {
    const names = Object.keys(value).sort();
    const literal = value["literal"];
    if (names.length === 1 && typeof literal === "string") return compared(literal);
    return Object.fromEntries(names.map((name) => [name, compared(value[name])]));
  }
  return String(value).replaceAll(/\s+/g, " ").trim();
}

function expected(written: PlainRecord, wanted: readonly WantedElement[]): PlainRecord {
  const result: Record<string, Plain> = { ...written };
  for (const { collection, id, after } of wanted) {
    const elements = result[collection];
    result[collection] = { ...(isRecord(elements) ? elements : {}), [id]: after };
  }
  return result;
}

function firstDifference(
  found: PlainRecord,
  meant: PlainRecord,
): { readonly element: string; readonly file: string | undefined } | undefined {
  const collections = [...new Set([...Object.keys(found), ...Object.keys(meant)])];
  for (const collection of collections) {
    const [a, b] = [elementsAndFields(found[collection]), elementsAndFields(meant[collection])];
    for (const id of new Set([...Object.keys(a), ...Object.keys(b)]))
      if (!saysTheSame(a[id], b[id])) return { element: `${collection}.${id}`, file: undefined };
  }
  return undefined;
}

function elementsAndFields(value: Plain | undefined): PlainRecord {
  return isRecord(value) ? value : {};
}
