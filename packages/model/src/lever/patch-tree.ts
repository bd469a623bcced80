import type { Args } from "@shikumi/core/diagnostic";
import { suggest } from "@shikumi/core/diagnostic";
import { canonicalJson } from "@shikumi/core/hash";
import type { ModelCode } from "../messages/model-code.ts";
import { collectionNames } from "../study/collection-name.ts";
import { emptyMap, fieldOf, plainOf, type Raw, type RawEntry, type RawMap } from "../tree/raw.ts";

/** One change as written in a lever. */
export interface WrittenPatch {
  readonly op: "set" | "add" | "remove";
  readonly path: readonly string[];
  /** The new value, or the item to remove; carries the lever's provenance. */
  readonly to: Raw | undefined;
  readonly raw: RawMap;
}

export type Patched =
  | { readonly root: RawMap }
  | { readonly problem: { readonly code: ModelCode; readonly args: Args } };

/** Collections that a lever must leave alone: they say how the study is run and compared, not what the world is. */
const fixedCollections: readonly string[] = [
  "study",
  "levers",
  "packages",
  "sources",
  "measures",
  "hypotheses",
  "validation",
];

/** A path as its parts. The id of a role is two of them, joined. */
export function pathParts(path: string): readonly string[] {
  const parts = path.split(".");
  if (parts[0] !== "roles" || parts.length < 3) return parts;
  return ["roles", `${parts[1]}.${parts[2]}`, ...parts.slice(3)];
}

/** The tree with one change. The tree given is not touched; untouched parts are shared. */
export function patchTree(root: RawMap, patch: WrittenPatch): Patched {
  const { path, op } = patch;
  const [collection = "", id] = path;
  const shown = path.join(".");
  if (!(collectionNames as readonly string[]).includes(collection) && collection !== "study") {
    return refused("patch-path-missing", {
      path: shown,
      part: collection,
      suggestions: suggest(collection, collectionNames).join(", "),
    });
  }
  if (fixedCollections.includes(collection)) return refused("patch-forbidden", { path: shown, collection });
  if (id === undefined || path.includes("")) return refused("patch-path-short", { path: shown });
  const elements = fieldOf(root, collection);
  const known = elements?.kind === "map" ? [...elements.entries.keys()] : [];
  const createsElement = op === "add" && path.length === 2;
  if (!createsElement && !known.includes(id)) {
    return refused("patch-path-missing", {
      path: shown,
      part: id,
      suggestions: suggest(id, known).join(", "),
    });
  }
  const changed = change(root, path, patch);
  return "problem" in changed ? changed : { root: changed.raw as RawMap };
}

type Changed =
  | { readonly raw: Raw }
  | { readonly problem: { readonly code: ModelCode; readonly args: Args } };

function change(at: Raw, path: readonly string[], patch: WrittenPatch): Changed {
  const [part = "", ...rest] = path;
  if (at.kind === "list") return changeInList(at.items, at, part, rest, patch);
  if (at.kind !== "map")
    return refused("patch-path-missing", { path: patch.path.join("."), part, suggestions: "" });
  const entry = at.entries.get(part);
  if (rest.length === 0) return changeHere(at, part, entry, patch);
  if (entry === undefined && patch.op !== "add") {
    const suggestions = suggest(part, [...at.entries.keys()]).join(", ");
    return refused("patch-path-missing", { path: patch.path.join("."), part, suggestions });
  }
  const child = change(entry?.value ?? emptyMap(patch.raw.span), rest, patch);
  return "problem" in child ? child : { raw: withEntry(at, part, child.raw, entry?.key ?? patch.raw.span) };
}

function changeInList(
  items: readonly Raw[],
  at: Raw & { kind: "list" },
  part: string,
  rest: readonly string[],
  patch: WrittenPatch,
): Changed {
  const index = /^(?:0|[1-9]\d{0,5})$/.test(part) ? Number(part) : -1;
  const item = items[index];
  const shown = patch.path.join(".");
  if (item === undefined) return refused("patch-path-missing", { path: shown, part, suggestions: "" });
  if (rest.length > 0) {
    const child = change(item, rest, patch);
    return "problem" in child ? child : { raw: { ...at, items: items.with(index, child.raw) } };
  }
  if (patch.op === "remove" && patch.to === undefined)
    return { raw: { ...at, items: items.toSpliced(index, 1) } };
  if (patch.op === "set" && patch.to !== undefined)
    return { raw: { ...at, items: items.with(index, patch.to) } };
  const nested = changeValue(item, patch);
  return "problem" in nested ? nested : { raw: { ...at, items: items.with(index, nested.raw) } };
}

function changeHere(at: RawMap, part: string, entry: RawEntry | undefined, patch: WrittenPatch): Changed {
  const shown = patch.path.join(".");
  if (patch.op === "set" || (patch.op === "add" && entry === undefined)) {
    return { raw: patch.to === undefined ? at : withEntry(at, part, patch.to, entry?.key ?? patch.raw.span) };
  }
  if (entry === undefined) {
    const suggestions = suggest(part, [...at.entries.keys()]).join(", ");
    return refused("patch-path-missing", { path: shown, part, suggestions });
  }
  if (patch.op === "remove" && patch.to === undefined) {
    return { raw: { ...at, entries: new Map([...at.entries].filter(([name]) => name !== part)) } };
  }
  const changed = changeValue(entry.value, patch);
  return "problem" in changed ? changed : { raw: withEntry(at, part, changed.raw, entry.key) };
}

/** `add` to a list, or `remove` of an item of a list. */
function changeValue(value: Raw, patch: WrittenPatch): Changed {
  const { to } = patch;
  const shown = patch.path.join(".");
  if (value.kind !== "list" || to === undefined)
    return refused("patch-not-list", { path: shown, op: patch.op });
  if (patch.op === "add") return { raw: { ...value, items: [...value.items, ...itemsOf(to)] } };
  let items = value.items;
  for (const gone of itemsOf(to)) {
    const wanted = canonicalJson(plainOf(gone));
    const index = items.findIndex((item) => canonicalJson(plainOf(item)) === wanted);
    if (index < 0) return refused("patch-item-missing", { path: shown, item: wanted });
    items = items.toSpliced(index, 1);
  }
  return { raw: { ...value, items } };
}

function itemsOf(to: Raw): readonly Raw[] {
  if (to.kind !== "list") return [to];
  const { enclosing } = to;
  return enclosing === undefined ? to.items : to.items.map((item) => ({ ...item, enclosing }));
}

function withEntry(at: RawMap, name: string, value: Raw, key: RawEntry["key"]): RawMap {
  return { ...at, entries: new Map([...at.entries, [name, { key, value }]]) };
}

function refused(
  code: ModelCode,
  args: Args,
): { readonly problem: { readonly code: ModelCode; readonly args: Args } } {
  return { problem: { code, args } };
}
