import type { Id } from "../study/element.ts";
import { fieldOf, type Raw, wordsOf } from "../tree/raw.ts";
import { type Form, wrongForm } from "./form.ts";
import type { NameIndex } from "./name-index.ts";
import type { Reading } from "./reading.ts";
import { reportUnknownFields } from "./record.ts";
import { isKnown, reportUnknown } from "./reference.ts";

type Selectable = "places" | "organisations" | "beneficiaries" | "levers";

/** What a selector may ask of each collection: the words an element answers with. */
const attributes: Readonly<
  Record<Selectable, Readonly<Record<string, (names: NameIndex, id: Id) => readonly string[]>>>
> = {
  places: {
    state: (names, id) => names.words("places", id, "state"),
    inside: (names, id) => ancestors(names, "places", "inside", id),
    access: (names, id) => [accessOf(names, id)],
  },
  organisations: {
    party: (names, id) => names.words("organisations", id, "party"),
    kind: (names, id) => names.words("organisations", id, "kind"),
    under: (names, id) => ancestors(names, "organisations", "under", id),
  },
  beneficiaries: { party: (names, id) => names.words("beneficiaries", id, "party") },
  levers: {
    class: (names, id) => {
      const written = fieldOf(names.raw("levers", id), "class");
      return wordsOf(fieldOf(written, "disputed") ?? written);
    },
    kind: (names, id) => names.words("levers", id, "kind"),
    side: (names, id) => names.words("levers", id, "side"),
  },
};

/** The element itself and everything above it; a circle ends where it closes. */
function ancestors(names: NameIndex, collection: Selectable, field: string, id: Id): string[] {
  const found = new Set<Id>([id]);
  for (const one of found) {
    for (const above of names.words(collection, one, field)) found.add(above);
  }
  return [...found];
}

function accessOf(names: NameIndex, id: Id): string {
  const written = fieldOf(names.raw("places", id), "access");
  if (written?.kind === "map") return "consent";
  return wordsOf(written)[0] ?? (names.words("places", id, "state").length > 0 ? "closed" : "open");
}

export interface SelectorOptions {
  /** A place stands for every place inside it. */
  readonly withInside?: boolean;
  /** A party stands for every organisation of it. */
  readonly partiesToo?: boolean;
}

/**
 * A choice of elements: an id, a list (any of) or a map (all of). The result is ids ascending by key. A map's values are a word or
 * a list (any of). What selects nothing is an error.
 */
export function selector(collection: Selectable, options: SelectorOptions = {}): Form<readonly Id[]> {
  const asked = Object.keys(attributes[collection]);
  return {
    blank: [],
    words: `selector of ${collection} (id, list, or map of ${asked.join(", ")})`,
    schema: () => ({
      anyOf: [
        { type: ["string", "number"] },
        { type: "array" },
        {
          type: "object",
          properties: Object.fromEntries(asked.map((name) => [name, { type: ["string", "array"] }])),
          additionalProperties: false,
        },
      ],
    }),
    read(raw, reading) {
      const { names } = reading.world;
      const selected = select(raw, collection, options, reading);
      const whole = options.withInside
        ? selected.flatMap((id) => names.withDescendants(collection, "inside", id))
        : selected;
      return names.sorted(collection, whole);
    },
  };
}

function select(raw: Raw, collection: Selectable, options: SelectorOptions, reading: Reading): readonly Id[] {
  if (raw.kind === "list") {
    if (raw.items.length === 0) reading.error("selects-nothing", raw.span, { collection });
    return raw.items.flatMap((item) => select(item, collection, options, reading));
  }
  if (raw.kind === "map") return selectByAttributes(raw, collection, reading);
  if (raw.value === null) {
    wrongForm(raw, reading, "selector");
    return [];
  }
  const id = raw.text.trim();
  const { names } = reading.world;
  if (names.has(collection, id)) return [id];
  if (options.partiesToo && names.has("parties", id)) {
    const all = [...names.entries("organisations").keys()];
    const found = all.filter((one) => names.words("organisations", one, "party").includes(id));
    if (found.length === 0) reading.error("selects-nothing", raw.span, { collection });
    return found;
  }
  reportUnknown(id, raw, options.partiesToo ? [collection, "parties"] : [collection], reading);
  return [];
}

const attributeCollections = {
  state: "parties",
  inside: "places",
  party: "parties",
  kind: "kinds",
  under: "organisations",
  side: "parties",
} as const;

function selectByAttributes(
  raw: Raw & { kind: "map" },
  collection: Selectable,
  reading: Reading,
): readonly Id[] {
  const { names } = reading.world;
  const asked = attributes[collection];
  reportUnknownFields(raw, Object.keys(asked), reading);
  let found = [...names.entries(collection).keys()];
  let sound = raw.entries.size > 0;
  for (const [name, { value }] of raw.entries) {
    const answer = asked[name];
    const wanted = value.kind === "list" ? value.items : [value];
    if (answer === undefined) {
      sound = false;
      continue;
    }
    const target = collection === "levers" && name === "kind" ? undefined : attributeCollection(name);
    for (const one of wanted) {
      const [id] = wordsOf(one);
      if (one.kind !== "scalar" || id === undefined) wrongForm(one, reading, "word");
      else if (target !== undefined && !isKnown(id, [target], reading))
        reportUnknown(id, one, [target], reading);
      else continue;
      sound = false;
    }
    const accepted = new Set(wanted.flatMap((one) => wordsOf(one)));
    found = found.filter((id) => answer(names, id).some((word) => accepted.has(word)));
  }
  if (raw.entries.size === 0 || (sound && found.length === 0))
    reading.error("selects-nothing", raw.span, { collection });
  return found;
}

function attributeCollection(name: string): "parties" | "places" | "kinds" | "organisations" | undefined {
  return name in attributeCollections
    ? attributeCollections[name as keyof typeof attributeCollections]
    : undefined;
}
