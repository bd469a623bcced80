import type { CollectionName } from "../study/collection-name.ts";
import type { Collection, Element, Id, Marking, Text } from "../study/element.ts";
import type { Raw, RawEntry } from "../tree/raw.ts";
import { type Field, type Fields, optional } from "./field.ts";
import { type Form, wrongForm } from "./form.ts";
import { reportWrongId } from "./identifier.ts";
import { compareText, isContext } from "./name-index.ts";
import { readingInside, readingLent } from "./provenance.ts";
import type { Reading } from "./reading.ts";
import { asRecord, type RecordForm, record, type Values } from "./record.ts";
import { choice, flag, text, translatedText, word } from "./scalar.ts";

/** How one collection is written: the only place that knows its fields. */
export interface Table<T extends Element> {
  readonly collection: CollectionName | "tasks";
  /** What its elements are, in English. */
  readonly about: string;
  readonly fields: Fields;
  readonly form: RecordForm<unknown>;
  read(id: Id, entry: RawEntry, reading: Reading): T;
}

const markings = ["clear", "green", "amber", "amber-strict", "red"] as const;

/** Fields of every element. */
type CommonFields = {
  readonly name: Field<Text | undefined>;
  readonly title: Field<Text | undefined>;
  readonly note: Field<Text | undefined>;
  readonly key: Field<string | undefined>;
  readonly marking: Field<Marking | undefined>;
  readonly context: Field<boolean | undefined>;
};

function commonFields(isShown: boolean): CommonFields {
  const label = isShown ? translatedText : text;
  return {
    name: optional(label, "What it is called"),
    title: optional(label, "What it is called; the same as `name`"),
    note: optional(text, "A remark"),
    key: optional(word, "Names its random draws and its place among equals; the id when absent"),
    marking: optional(choice(markings), "Traffic light protocol"),
    context: optional(flag, "Told for context: read, but no part of the study; nothing else may use it"),
  };
}

export interface TableOptions {
  /** Readers of a brief meet its name: a name in one language only, or none, is a warning. */
  readonly shown?: boolean;
  /** The id is a path, such as `mission.task`. */
  readonly dottedId?: boolean;
}

/** What an element is made from besides its own fields. */
export interface Making {
  readonly base: Element;
  readonly raw: Raw;
  /** The reading inside the element: its path and its provenance. */
  readonly reading: Reading;
}

export function table<F extends Fields, T extends Element>(
  collection: CollectionName | "tasks",
  about: string,
  fields: F,
  make: (values: Values<F>, making: Making) => T,
  options: TableOptions = {},
): Table<T> {
  const { shown = false, dottedId = false } = options;
  const all = { ...commonFields(shown), ...fields };
  const form = record(all);
  return {
    collection,
    about,
    fields: all,
    form,
    read(id, entry, parent) {
      const { key, value: raw } = entry;
      const drawKey = keyOf(raw, id);
      const reading = parent.element(id, drawKey);
      reportWrongId(id, key, reading, { dotted: dottedId });
      const values = form.read(raw, reading);
      const inside = readingInside(raw, reading);
      const common = values as Values<CommonFields>;
      const name = common.name ?? common.title;
      if (name === undefined && shown && asRecord(raw) !== undefined)
        reading.warning("no-name", key, { element: reading.path.join(".") });
      const base: Element = {
        id,
        key: drawKey,
        name: name ?? { ja: id, en: id },
        note: common.note,
        provenance: inside.provenance,
        marking: common.marking,
        span: {
          file: key.file,
          start: key.start,
          end: Math.max(key.end, key.file === raw.span.file ? raw.span.end : 0),
        },
      };
      const element = make(values as Values<F>, { base, raw, reading: inside });
      inside.closeElement();
      return element;
    },
  };
}

function keyOf(raw: Raw, id: Id): string {
  const written = raw.kind === "map" ? raw.entries.get("key")?.value : undefined;
  return written?.kind === "scalar" && written.value !== null ? written.text.trim() : id;
}

/** All elements of a table, ascending by key, without those that are context. Two elements with one key are an error. */
export function readElements<T extends Element>(
  elements: Table<T>,
  entries: ReadonlyMap<Id, RawEntry>,
  reading: Reading,
): Collection<T> {
  const read = [...entries].map(([id, entry]) => ({
    entry,
    element: elements.read(id, entry, isContext(entry) ? reading.inContext() : reading),
  }));
  const found = read.filter(({ entry }) => !isContext(entry));
  found.sort((a, b) => compareText(a.element.key, b.element.key) || compareText(a.element.id, b.element.id));
  found.forEach(({ element, entry }, i) => {
    const before = found[i - 1];
    if (before === undefined || before.element.key !== element.key) return;
    const [first, second] = inReadingOrder(before, { element, entry });
    const args = { key: element.key, id: second.element.id, other: first.element.id };
    reading.error("duplicate-key", second.entry.key, args, [{ span: first.entry.key, role: "first" }]);
  });
  return new Map(found.map(({ element }) => [element.id, element]));
}

function inReadingOrder<A extends { readonly entry: RawEntry }>(a: A, b: A): readonly [A, A] {
  const order = compareText(a.entry.key.file, b.entry.key.file) || a.entry.key.start - b.entry.key.start;
  return order <= 0 ? [a, b] : [b, a];
}

/** A map from ids to elements inside another element, such as the tasks of a mission. */
export function elementsForm<T extends Element>(elements: Table<T>): Form<Collection<T>> {
  return {
    blank: new Map(),
    words: `map from id to ${elements.collection}`,
    schema: (definitions) => ({ type: "object", additionalProperties: elements.form.schema(definitions) }),
    read(raw, reading) {
      if (raw.kind === "map") return readElements(elements, raw.entries, readingLent(raw, reading));
      wrongForm(raw, reading, "map-of-elements");
      return new Map();
    },
  };
}
