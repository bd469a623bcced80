import { type Span, suggest } from "@shikumi/core/diagnostic";
import { collectionNames } from "../study/collection-name.ts";
import type { ProblemList } from "./problem-list.ts";
import type { Raw, RawEntry, RawMap } from "./raw.ts";
import { readCsv } from "./read-csv.ts";
import { readYaml } from "./read-yaml.ts";

/** NUL and the replacement character, which a binary file has and a text has not, and lone halves of surrogate pairs. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: NUL is what a binary file has and a text has not
const notText = /[\u{0}\u{fffd}]|[\u{d800}-\u{dfff}]/u;

/** One file of a study. */
export interface StudyFile {
  /** Relative to the study's folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** Longest text of one file, in UTF-16 code units. */
export const longestFile = 5_000_000;

/** Most files of one study. */
export const mostFiles = 2_000;

const ignoredFolders = new Set(["expected", "calibration", "recommendations", "scripts", "node_modules"]);

/**
 * The union of all files as one map from collection to elements. The result depends neither on the order of the files nor on
 * how the elements are split over them. Files that are no part of the language are passed over.
 */
export function mergeFiles(files: readonly StudyFile[], problems: ProblemList): RawMap {
  const kept = files.filter((file) => formatOf(file.path) !== undefined);
  kept.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const whole = { file: kept[0]?.path ?? "study.yaml", start: 0, end: 0 };
  if (kept.length > mostFiles) {
    const over = kept[mostFiles]?.path ?? "";
    problems.error(
      "too-many-files",
      { file: over, start: 0, end: 0 },
      { found: kept.length, limit: mostFiles },
    );
    kept.length = mostFiles;
  }
  const collections = new Map<string, { readonly key: Span; readonly entries: Map<string, RawEntry> }>();
  for (const file of kept) {
    const root = readFile(file, problems);
    if (root === undefined) continue;
    for (const [name, { key, value }] of root.entries) addCollection(collections, name, key, value, problems);
  }
  const entries = new Map<string, RawEntry>();
  for (const name of ["study", ...collectionNames]) {
    const found = collections.get(name);
    if (found === undefined) continue;
    entries.set(name, { key: found.key, value: { kind: "map", entries: found.entries, span: found.key } });
  }
  return { kind: "map", entries, span: whole };
}

/** How a file is read; `undefined` for files that are no part of a study's language. */
export function formatOf(path: string): "yaml" | "csv" | undefined {
  const parts = path.split("/");
  const name = parts.pop() ?? "";
  if (parts.some((part) => ignoredFolders.has(part) || part.startsWith(".")) || name.startsWith("."))
    return undefined;
  if (name.endsWith(".schema.json")) return undefined;
  if (/\.(?:ya?ml|json)$/.test(name)) return "yaml";
  return name.endsWith(".csv") ? "csv" : undefined;
}

function readFile(file: StudyFile, problems: ProblemList): RawMap | undefined {
  const { path, text } = file;
  if (text.length > longestFile) {
    problems.error(
      "file-too-large",
      { file: path, start: 0, end: 0 },
      { found: text.length, limit: longestFile },
    );
    return undefined;
  }
  const binary = text.search(notText);
  if (binary >= 0) {
    problems.error("not-utf8", { file: path, start: binary, end: binary + 1 });
    return undefined;
  }
  if (formatOf(path) === "csv") {
    const collection = (path.split("/").pop() ?? "").split(".")[0] ?? "";
    const table = readCsv(path, text, problems);
    const key = { file: path, start: 0, end: 0 };
    return { kind: "map", entries: new Map([[collection, { key, value: table }]]), span: table.span };
  }
  const raw = readYaml(path, text, problems);
  if (raw === undefined || raw.kind === "map") return raw;
  if (raw.kind === "scalar" && raw.value === null) return undefined;
  problems.error("wrong-form", raw.span, { expected: "map-of-collections", found: raw.kind });
  return undefined;
}

function addCollection(
  collections: Map<string, { readonly key: Span; readonly entries: Map<string, RawEntry> }>,
  name: string,
  key: Span,
  value: Raw,
  problems: ProblemList,
): void {
  if (name === "$schema") return;
  const known: readonly string[] = ["study", ...collectionNames];
  if (!known.includes(name)) {
    problems.error("unknown-collection", key, { found: name, suggestions: suggest(name, known).join(", ") });
    return;
  }
  if (value.kind === "scalar" && value.value === null) return;
  if (value.kind !== "map") {
    problems.error("wrong-form", value.span, { expected: "map-of-elements", found: value.kind });
    return;
  }
  const collection = collections.get(name) ?? { key, entries: new Map<string, RawEntry>() };
  collections.set(name, collection);
  for (const [id, entry] of value.entries) {
    const first = collection.entries.get(id);
    if (first === undefined) collection.entries.set(id, entry);
    else if (name === "study") {
      problems.error("repeated-field", entry.key, { field: id }, [{ span: first.key, role: "first" }]);
    } else
      problems.error("duplicate-id", entry.key, { id, collection: name }, [
        { span: first.key, role: "first" },
      ]);
  }
}
