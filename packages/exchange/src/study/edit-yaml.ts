import { isMap, isScalar, type Pair, parseDocument, type Scalar, type YAMLMap } from "yaml";
import type { Plain } from "../plain.ts";
import type { WantedElement } from "./plan-import.ts";
import { flowYaml, wordYaml } from "./write-yaml.ts";

/** A stretch of a text, half open, and what is to stand there. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The changes of one element field by field, so that order, comments and style of everything else stay; `undefined` where the element is not
 * written as a plain map. Values are written in the flow style.
 */
export type FieldEditor = (wanted: WantedElement) => readonly Splice[] | undefined;

/** Reads a file of YAML or JSON for changes to its elements. */
export function fieldEditor(text: string, isJson: boolean): FieldEditor {
  const document = parseDocument(text, { version: "1.2", schema: "core", merge: false, logLevel: "silent" });
  return (wanted) => {
    const collection = valueIn(document.contents, wanted.collection);
    const element = valueIn(collection, wanted.id);
    return isMap(element) ? fieldSplices(text, element as YAMLMap, wanted, isJson) : undefined;
  };
}

interface Field {
  readonly name: string;
  readonly start: number;
  readonly valueStart: number;
  readonly end: number;
}

function fieldSplices(
  text: string,
  map: YAMLMap,
  { after, changed }: WantedElement,
  isJson: boolean,
): readonly Splice[] | undefined {
  const fields: Field[] = [];
  for (const item of map.items) {
    const field = fieldOf(text, item);
    if (field === undefined) return undefined;
    fields.push(field);
  }
  const [first] = fields;
  if (first === undefined) return undefined;
  const removed = changed.filter((name) => !(name in after));
  if (removed.length > 0 && (!map.flow || removed.length > 1)) return undefined;
  const splices: Splice[] = [];
  const added: string[] = [];
  for (const name of changed) {
    const index = fields.findIndex((one) => one.name === name);
    const field = fields[index];
    const value = flowYaml((after[name] ?? null) as Plain, isJson);
    if (field === undefined) {
      if (name in after) added.push(`${wordYaml(name, isJson)}: ${value}`);
    } else if (name in after) splices.push({ start: field.valueStart, end: field.end, text: value });
    else {
      const next = fields[index + 1];
      const before = fields[index - 1];
      if (next !== undefined) splices.push({ start: field.start, end: next.start, text: "" });
      else if (before !== undefined) splices.push({ start: before.end, end: field.end, text: "" });
      else return undefined;
    }
  }
  const last = fields.at(-1) ?? first;
  if (added.length === 0) return splices;
  const at = map.flow ? last.end : endOfLine(text, last.end);
  const lineStart = text.lastIndexOf("\n", first.start - 1) + 1;
  const joint = map.flow ? ", " : `\n${" ".repeat(first.start - lineStart)}`;
  return [...splices, { start: at, end: at, text: added.map((one) => joint + one).join("") }];
}

function fieldOf(text: string, item: Pair<unknown, unknown>): Field | undefined {
  const { key, value } = item;
  if (!isScalar(key) || !isNode(key) || !isNode(value)) return undefined;
  const [start] = key.range;
  const [valueStart, valueEnd] = value.range;
  const trailing = /\s*$/.exec(text.slice(valueStart, valueEnd))?.[0].length ?? 0;
  return { name: String(key.value), start, valueStart, end: valueEnd - trailing };
}

/** Anything with a place that is no alias and has no anchor, which another place could use. */
function isNode(node: unknown): node is Scalar & { readonly range: readonly [number, number, number] } {
  if (typeof node !== "object" || node === null || !("range" in node)) return false;
  const isAliased = "anchor" in node && node.anchor !== undefined;
  return Array.isArray(node.range) && !isAliased;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  const stop = end < 0 ? text.length : end;
  return text[stop - 1] === "\r" ? stop - 1 : stop;
}

function valueIn(map: unknown, name: string): unknown {
  if (!isMap(map)) return undefined;
  return map.items.find(({ key }) => isScalar(key) && String(key.value) === name)?.value;
}
