import { suggest } from "@shikumi/core/diagnostic";
import type { Id } from "../study/element.ts";
import type { Raw } from "../tree/raw.ts";
import { type Form, wordOf, wrongForm } from "./form.ts";
import type { Referable } from "./name-index.ts";
import type { Reading } from "./reading.ts";

/** The id of an element of one of these collections. */
export function reference(...collections: readonly Referable[]): Form<Id> {
  return {
    blank: "",
    words: `id of ${collections.join(" or ")}`,
    schema: () => ({ type: ["string", "number"] }),
    read(raw, reading) {
      const id = wordOf(raw);
      if (id === undefined) wrongForm(raw, reading, "id");
      else if (!isKnown(id, collections, reading)) reportUnknown(id, raw, collections, reading);
      return id ?? "";
    },
  };
}

export function isKnown(id: Id, collections: readonly Referable[], reading: Reading): boolean {
  return collections.some((collection) => reading.world.names.has(collection, id));
}

export function reportUnknown(id: Id, raw: Raw, collections: readonly Referable[], reading: Reading): void {
  const { whole } = reading.world.names;
  if (collections.some((collection) => whole.has(collection, id))) {
    reading.error("context-used", raw.span, { found: id });
    return;
  }
  const known = collections.flatMap((collection) => [...reading.world.names.entries(collection).keys()]);
  const suggestions = suggest(id, known).join(", ");
  reading.error("unknown-reference", raw.span, {
    found: id,
    collection: collections.join(", "),
    suggestions,
  });
}
