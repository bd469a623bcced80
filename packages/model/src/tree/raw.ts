import type { Span } from "@shikumi/core/diagnostic";

/** One written value: what the author put in a file, with its place. Immutable; shared between a study and its variants. */
export type Raw = RawScalar | RawList | RawMap;

export interface RawScalar {
  readonly kind: "scalar";
  /** A number is always finite. */
  readonly value: string | number | boolean | null;
  /** The characters as written, without quotes; keeps `0.10` exact. */
  readonly text: string;
  readonly span: Span;
  readonly enclosing?: readonly RawMap[];
}

export interface RawList {
  readonly kind: "list";
  readonly items: readonly Raw[];
  readonly span: Span;
  readonly enclosing?: readonly RawMap[];
}

export interface RawMap {
  readonly kind: "map";
  /** In the order written. */
  readonly entries: ReadonlyMap<string, RawEntry>;
  readonly span: Span;
  /** For a value that a lever puts elsewhere: the maps it was written in, outermost first. They lend it their provenance. */
  readonly enclosing?: readonly RawMap[];
}

export interface RawEntry {
  readonly key: Span;
  readonly value: Raw;
}

export function emptyMap(span: Span): RawMap {
  return { kind: "map", entries: new Map(), span };
}

/** A word as if it had been written at `span`. */
export function scalarAt(text: string, span: Span): RawScalar {
  return { kind: "scalar", value: text, text, span };
}

/** The value of a field of a map; `undefined` when it was not written. */
export function fieldOf(raw: Raw | undefined, name: string): Raw | undefined {
  return raw?.kind === "map" ? raw.entries.get(name)?.value : undefined;
}

/** The words of a scalar or of a list of scalars; anything else is left out. */
export function wordsOf(raw: Raw | undefined): string[] {
  if (raw === undefined) return [];
  if (raw.kind === "scalar") return raw.value === null ? [] : [raw.text];
  return raw.kind === "list" ? raw.items.flatMap((item) => wordsOf(item)) : [];
}

/** Plain data without places, for the canonical form. Order of keys carries no meaning. */
export function plainOf(raw: Raw): unknown {
  switch (raw.kind) {
    case "scalar":
      return raw.value;
    case "list":
      return raw.items.map(plainOf);
    case "map":
      return Object.fromEntries([...raw.entries].map(([name, entry]) => [name, plainOf(entry.value)]));
  }
}

/** One line that shows a value to a person, in the flow style of YAML, at most `limit` characters. */
export function writtenForm(raw: Raw, limit = 120): string {
  const full = flowForm(raw);
  return full.length > limit ? `${full.slice(0, limit - 1)}…` : full;
}

function flowForm(raw: Raw): string {
  switch (raw.kind) {
    case "scalar":
      return raw.value === null ? "" : raw.text;
    case "list":
      return `[${raw.items.map(flowForm).join(", ")}]`;
    case "map":
      return `{${[...raw.entries].map(([name, entry]) => `${name}: ${flowForm(entry.value)}`).join(", ")}}`;
  }
}
