import type { Span } from "@shikumi/core/diagnostic";
import { type CollectionName, describeElement, type Study, type StudyFile } from "@shikumi/model";
import type { Remarks } from "../remark.ts";
import { editCsvRows } from "./edit-csv.ts";
import { fieldEditor, type Splice } from "./edit-yaml.ts";
import type { PlannedElement, WantedElement } from "./plan-import.ts";
import { elementYaml, flowYaml, wordYaml } from "./write-yaml.ts";

export interface EditedFiles {
  /** Only those that change. */
  readonly files: readonly StudyFile[];
  readonly elements: readonly PlannedElement[];
}

/** First line of a file that an import wrote, which later imports may add to. */
const heading = "# Written by `shikumi import`.";

/** Writes wanted elements where the study has them, and the new ones into `target` or, where that is taken, beside it. */
export function editFiles(
  files: readonly StudyFile[],
  study: Study,
  wanted: readonly WantedElement[],
  target: string,
  remarks: Remarks,
): EditedFiles {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const edits = new Map<string, Edit[]>();
  const elements: PlannedElement[] = [];
  const added: WantedElement[] = [];
  for (const one of wanted) {
    const { collection, id, before, changed } = one;
    const place = before === undefined ? undefined : placeOf(study, collection, id);
    if (before === undefined || place === undefined) added.push(one);
    else {
      const action = changed.length === 0 ? "keep" : "change";
      elements.push({ collection, id, action, file: place.file, fields: changed });
      if (action === "change") {
        const list = edits.get(place.file) ?? [];
        edits.set(place.file, [...list, { wanted: one, place }]);
      }
    }
  }
  const changedFiles = [...edits].map(([path, list]) => editFile(path, texts.get(path) ?? "", list, remarks));
  const current = new Map([...texts, ...changedFiles.map(({ path, text }) => [path, text] as const)]);
  const into = added.length === 0 ? undefined : addTo(current, target, added);
  for (const { collection, id, fields } of added)
    elements.push({ collection, id, action: "add", file: into?.path ?? target, fields: Object.keys(fields) });
  const others = changedFiles.filter(({ path }) => path !== into?.path);
  return { files: into === undefined ? others : [...others, into], elements };
}

interface Edit {
  readonly wanted: WantedElement;
  readonly place: WrittenPlace;
}

interface WrittenPlace extends Span {
  /** Only what follows the id. */
  readonly isValue: boolean;
}

/** Where an element is written. What is told for context only is no part of a study, but it is in its files. */
function placeOf(study: Study, collection: CollectionName, id: string): WrittenPlace | undefined {
  const span = study[collection].get(id)?.span;
  if (span !== undefined) return { ...span, isValue: false };
  const path = `${collection}.${id}`;
  const told = describeElement(study, path).find((one) => one.path === path);
  return told === undefined ? undefined : { ...told.span, isValue: true };
}

/** Edits from the end of the file to its start, so that places before stay right. */
function editFile(path: string, text: string, edits: readonly Edit[], remarks: Remarks): StudyFile {
  if (path.endsWith(".csv"))
    return {
      path,
      text: editCsvRows(
        text,
        edits.map(({ wanted }) => wanted),
      ),
    };
  const isJson = path.endsWith(".json");
  const fieldsOf = fieldEditor(text, isJson);
  const splices = edits.flatMap(({ wanted, place }) => {
    const found = fieldsOf(wanted) ?? [wholeElement(text, wanted, place, isJson)];
    const lost = found.some(({ start, end }) => /(?:^|\s)#/m.test(withoutQuoted(text.slice(start, end))));
    if (lost) remarks.add("comment-lost", { file: path }, { element: `${wanted.collection}.${wanted.id}` });
    return found;
  });
  let result = text;
  for (const { start, end, text: now } of splices.sort((a, b) => b.start - a.start))
    result = result.slice(0, start) + now + result.slice(end);
  return { path, text: result };
}

/** The element written anew on one line, where it cannot be changed field by field. */
function wholeElement(
  text: string,
  wanted: WantedElement,
  { start, end, isValue }: WrittenPlace,
  isJson: boolean,
): Splice {
  const value = flowYaml(wanted.after, isJson);
  const trailing = /\s*$/.exec(text.slice(start, end))?.[0] ?? "";
  const now = isValue ? value : `${wordYaml(wanted.id, isJson)}: ${value}`;
  return { start, end, text: now + trailing };
}

function withoutQuoted(text: string): string {
  return text.replaceAll(/"(?:[^"\\]|\\.)*"|'[^']*'/g, "");
}

/** New elements at the end of a file that an import wrote for the same collection, else in a new file. */
function addTo(
  texts: ReadonlyMap<string, string>,
  target: string,
  added: readonly WantedElement[],
): StudyFile {
  const collections = [...new Set(added.map(({ collection }) => collection))];
  const dot = target.lastIndexOf(".");
  for (let number = 1; ; number++) {
    const path = number === 1 ? target : `${target.slice(0, dot)}-${number}${target.slice(dot)}`;
    const text = texts.get(path);
    if (text === undefined) return { path, text: newFile(path, collections, added) };
    const [collection] = collections;
    const top = [...text.matchAll(/^[\p{L}][^\n:]*:/gmu)].map(([key]) => key);
    if (
      !text.includes(heading) ||
      collections.length !== 1 ||
      top.length !== 1 ||
      top[0] !== `${collection}:`
    )
      continue;
    const lines = added.map(({ id, fields }) => elementYaml(id, fields));
    return { path, text: `${text.replace(/\n*$/, "\n")}${lines.join("")}` };
  }
}

function newFile(path: string, collections: readonly string[], added: readonly WantedElement[]): string {
  const parts = collections.map((collection) => {
    const own = added.filter((one) => one.collection === collection);
    return `${collection}:\n${own.map(({ id, fields }) => elementYaml(id, fields)).join("")}`;
  });
  return `${heading}\n# ${path}\n${parts.join("\n")}`;
}
