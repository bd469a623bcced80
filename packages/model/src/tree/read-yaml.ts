import type { Span } from "@shikumi/core/diagnostic";
import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, parseDocument, type YAMLMap } from "yaml";
import type { ProblemList } from "./problem-list.ts";
import type { Raw, RawEntry } from "./raw.ts";

/** Deepest nesting of lists and maps a file may have. */
export const deepestNesting = 64;

/** Most values that all aliases of one file may stand for. */
export const aliasBudget = 10_000;

/** Half of a surrogate pair on its own: a JSON escape can write it, UTF-8 cannot. */
const loneSurrogate = /[\u{d800}-\u{dfff}]/u;

/**
 * One YAML 1.2 file as raw values. Reports every problem it can see; a file whose structure is in doubt gives `undefined`.
 * Tags, merge keys, several documents, keys that are not words and repeated keys are refused. O(length of the text).
 */
export function readYaml(file: string, text: string, problems: ProblemList): Raw | undefined {
  const document = parseDocument(text, {
    version: "1.2",
    schema: "core",
    merge: false,
    strict: true,
    // Its own check compares all pairs of keys; Conversion.map finds repeated keys in linear time.
    uniqueKeys: false,
    prettyErrors: false,
    keepSourceTokens: false,
    logLevel: "error",
  });
  for (const error of [...document.errors, ...document.warnings]) {
    const [start, end] = error.pos;
    const length = text.length;
    const from = Math.min(Math.max(start, 0), length);
    const span = { file, start: from, end: Math.min(Math.max(end, from), length) };
    problems.error("yaml-syntax", span, { problem: error.code });
  }
  if (document.errors.length > 0) return undefined;
  if (document.contents === null)
    return { kind: "map", entries: new Map(), span: { file, start: 0, end: 0 } };
  return new Conversion(file, problems).node(document.contents, 0).raw;
}

interface Converted {
  readonly raw: Raw;
  /** Number of values in it, aliases written out. */
  readonly size: number;
}

class Conversion {
  readonly #file: string;
  readonly #problems: ProblemList;
  readonly #anchors = new Map<string, Converted>();
  #aliased = 0;

  constructor(file: string, problems: ProblemList) {
    this.#file = file;
    this.#problems = problems;
  }

  node(node: Node, depth: number): Converted {
    const span = this.#span(node);
    if (depth > deepestNesting) {
      this.#problems.error("too-deep", span, { limit: deepestNesting });
      return this.#nothing(span);
    }
    if (isAlias(node)) return this.#alias(node.source, span);
    if ("tag" in node && node.tag !== undefined)
      this.#problems.error("tag-not-allowed", span, { tag: String(node.tag) });
    const converted = this.#value(node, span, depth);
    if ("anchor" in node && typeof node.anchor === "string") this.#anchors.set(node.anchor, converted);
    return converted;
  }

  #value(node: Node, span: Span, depth: number): Converted {
    if (isScalar(node)) {
      if (this.#isBroken(node.value, span)) return this.#nothing(span);
      return { raw: scalarOf(node.value, node.source, span), size: 1 };
    }
    if (isMap(node)) return this.#map(node, span, depth);
    if (!isSeq(node)) return this.#nothing(span);
    let size = 1;
    const items: Raw[] = [];
    for (const item of node.items) {
      const converted = this.node(item as Node, depth + 1);
      items.push(converted.raw);
      size += converted.size;
    }
    return { raw: { kind: "list", items, span }, size };
  }

  #map(node: YAMLMap, span: Span, depth: number): Converted {
    const entries = new Map<string, RawEntry>();
    let size = 1;
    for (const pair of node.items) {
      const key = this.#key(pair);
      if (key === undefined) continue;
      const value = pair.value === null ? this.#nothing(key.span) : this.node(pair.value as Node, depth + 1);
      size += value.size;
      const first = entries.get(key.text);
      if (first === undefined) entries.set(key.text, { key: key.span, value: value.raw });
      else
        this.#problems.error("repeated-field", key.span, { field: key.text }, [
          { span: first.key, role: "first" },
        ]);
    }
    return { raw: { kind: "map", entries, span }, size };
  }

  #key(pair: Pair): { readonly text: string; readonly span: Span } | undefined {
    const key = pair.key as Node;
    const span = this.#span(key);
    if (!isScalar(key) || key.value === null) {
      this.#problems.error("key-not-text", span);
      return undefined;
    }
    if (key.tag !== undefined) this.#problems.error("tag-not-allowed", span, { tag: String(key.tag) });
    const text = typeof key.value === "string" ? key.value : (key.source ?? String(key.value));
    if (this.#isBroken(text, span)) return undefined;
    const code = text === "<<" ? "merge-key" : text === "__proto__" ? "reserved-name" : undefined;
    if (code === undefined) return { text, span };
    this.#problems.error(code, span, { field: text });
    return undefined;
  }

  /** Reports a text that no file could hold; such texts have no canonical form. */
  #isBroken(value: unknown, span: Span): boolean {
    if (typeof value !== "string" || !loneSurrogate.test(value)) return false;
    this.#problems.error("lone-surrogate", span);
    return true;
  }

  #alias(name: string, span: Span): Converted {
    const target = this.#anchors.get(name);
    if (target === undefined) {
      this.#problems.error("alias-unknown", span, { alias: name });
      return this.#nothing(span);
    }
    if (this.#aliased > aliasBudget) return this.#nothing(span);
    this.#aliased += target.size;
    if (this.#aliased <= aliasBudget) return target;
    this.#problems.error("alias-budget", span, { limit: aliasBudget });
    return this.#nothing(span);
  }

  #nothing(span: Span): Converted {
    return { raw: { kind: "scalar", value: null, text: "", span }, size: 1 };
  }

  #span(node: Node): Span {
    const [start, end] = node.range ?? [0, 0];
    return { file: this.#file, start, end };
  }
}

/** A number that is not finite stays the text it was written as. */
function scalarOf(value: unknown, source: string | undefined, span: Span): Raw {
  if (typeof value === "string") return { kind: "scalar", value, text: value, span };
  if (typeof value === "boolean") return { kind: "scalar", value, text: source ?? String(value), span };
  if (typeof value === "number") {
    const text = source ?? String(value);
    return { kind: "scalar", value: Number.isFinite(value) ? value : text, text, span };
  }
  return { kind: "scalar", value: null, text: "", span };
}
