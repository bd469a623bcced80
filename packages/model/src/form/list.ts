import type { Raw } from "../tree/raw.ts";
import { type Form, wrongForm } from "./form.ts";
import { readingLent } from "./provenance.ts";

/** A list, or one item that stands for a list of one. */
export function listOf<T>(item: Form<T>, options: { readonly atLeast?: number } = {}): Form<readonly T[]> {
  const { atLeast = 0 } = options;
  return {
    blank: [],
    ...(item.fields === undefined ? {} : { fields: item.fields }),
    words: `${item.words}, or a list`,
    schema(definitions) {
      const one = item.schema(definitions);
      const list = { type: "array", items: one, ...(atLeast > 0 ? { minItems: atLeast } : {}) };
      return atLeast > 1 ? list : { anyOf: [one, list] };
    },
    read(raw, outer) {
      const reading = readingLent(raw, outer);
      const items = itemsOf(raw);
      if (items.length < atLeast) {
        if (raw.kind === "list") reading.error("too-few", raw.span, { found: items.length, least: atLeast });
        else wrongForm(raw, reading, "list");
      }
      return items.map((one, i) => item.read(one, raw.kind === "list" ? reading.at(String(i)) : reading));
    },
  };
}

function itemsOf(raw: Raw): readonly Raw[] {
  return raw.kind === "list" ? raw.items : [raw];
}

/** A map from the author's words to values, in the order written. */
export function mapOf<T>(
  value: Form<T>,
  what = "name",
): Form<readonly { readonly name: string; readonly value: T }[]> {
  return {
    blank: [],
    ...(value.fields === undefined ? {} : { fields: value.fields }),
    words: `map from ${what} to ${value.words}`,
    schema: (definitions) => ({ type: "object", additionalProperties: value.schema(definitions) }),
    read(raw, outer) {
      const reading = readingLent(raw, outer);
      if (raw.kind !== "map") {
        wrongForm(raw, reading, "map");
        return [];
      }
      return [...raw.entries].map(([name, entry]) => ({
        name,
        value: value.read(entry.value, reading.at(name)),
      }));
    },
  };
}
