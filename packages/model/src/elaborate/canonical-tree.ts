import { canonicalJson } from "@shikumi/core/hash";
import { compareText } from "../form/name-index.ts";
import { plainOf, type Raw, type RawMap } from "../tree/raw.ts";

/** Canonical forms of elements: variants of a study share most of them. A value never changes, so neither does its form. */
const known = new WeakMap<Raw, string>();

/**
 * The canonical form of a study (RFC 8785): its merged content without places, comments, order of keys or file split. The same text
 * as `canonicalJson(plainOf(root))`.
 */
export function canonicalTree(root: RawMap): string {
  return canonicalMap(root, (collection) =>
    collection.kind === "map" ? canonicalMap(collection, canonicalElement) : canonicalElement(collection),
  );
}

function canonicalMap(map: RawMap, inside: (value: Raw) => string): string {
  const entries = [...map.entries].sort(([a], [b]) => compareText(a, b));
  return `{${entries.map(([name, { value }]) => `${canonicalJson(name)}:${inside(value)}`).join(",")}}`;
}

function canonicalElement(raw: Raw): string {
  const before = known.get(raw);
  if (before !== undefined) return before;
  const form = canonicalJson(plainOf(raw));
  known.set(raw, form);
  return form;
}
