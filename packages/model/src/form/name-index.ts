import { type CollectionName, collectionNames } from "../study/collection-name.ts";
import type { Id } from "../study/element.ts";
import { fieldOf, type Raw, type RawEntry, type RawMap, wordsOf } from "../tree/raw.ts";

/** Collections whose elements can be referred to. `tasks` are named `mission.task`. */
export type Referable = CollectionName | "tasks";

/**
 * Every id of a study with what was written under it, before anything is elaborated. So an element with a mistake can still be
 * referred to, and selectors see what was written, whatever the order of reading.
 */
export class NameIndex {
  readonly #collections = new Map<Referable, ReadonlyMap<Id, RawEntry>>();
  readonly #children = new Map<string, ReadonlyMap<Id, readonly Id[]>>();
  readonly #whole: NameIndex | undefined;

  /** With `withContext`, elements marked `context: true` have names too: only such elements may refer to them. */
  constructor(root: RawMap, { withContext = false }: { readonly withContext?: boolean } = {}) {
    this.#whole = withContext ? undefined : new NameIndex(root, { withContext: true });
    for (const collection of collectionNames) {
      const raw = fieldOf(root, collection);
      const entries = raw?.kind === "map" ? raw.entries : new Map<Id, RawEntry>();
      this.#collections.set(collection, withContext ? entries : withoutContext(entries));
    }
    const tasks = new Map<Id, RawEntry>();
    for (const [mission, { value }] of this.entries("missions")) {
      const written = fieldOf(value, "tasks");
      if (written?.kind !== "map") continue;
      const entries = withContext ? written.entries : withoutContext(written.entries);
      for (const [task, entry] of entries) tasks.set(`${mission}.${task}`, entry);
    }
    this.#collections.set("tasks", tasks);
  }

  /** The same with the names of elements that are context. */
  get whole(): NameIndex {
    return this.#whole ?? this;
  }

  entries(collection: Referable): ReadonlyMap<Id, RawEntry> {
    return this.#collections.get(collection) ?? new Map();
  }

  has(collection: Referable, id: Id): boolean {
    return this.entries(collection).has(id);
  }

  raw(collection: Referable, id: Id): Raw | undefined {
    return this.entries(collection).get(id)?.value;
  }

  /** The key of an element: as written, else its id. */
  key(collection: Referable, id: Id): string {
    const key = fieldOf(this.raw(collection, id), "key");
    return key?.kind === "scalar" && key.value !== null ? key.text : id;
  }

  /** Ids ascending by key, in UTF-16 code units; equal keys by id. */
  sorted(collection: Referable, ids: Iterable<Id>): Id[] {
    const keyed = [...new Set(ids)].map((id) => ({ id, key: this.key(collection, id) }));
    keyed.sort((a, b) => compareText(a.key, b.key) || compareText(a.id, b.id));
    return keyed.map(({ id }) => id);
  }

  /** The words written in a field of an element. */
  words(collection: Referable, id: Id, field: string): string[] {
    return wordsOf(fieldOf(this.raw(collection, id), field));
  }

  /** The element and everything below it along a field that names the one above, such as `inside` or `under`. */
  withDescendants(collection: Referable, field: string, id: Id): Id[] {
    const children = this.#childrenBy(collection, field);
    const found = new Set<Id>([id]);
    for (const above of found) {
      for (const below of children.get(above) ?? []) found.add(below);
    }
    return [...found];
  }

  #childrenBy(collection: Referable, field: string): ReadonlyMap<Id, readonly Id[]> {
    const name = `${collection}.${field}`;
    const known = this.#children.get(name);
    if (known) return known;
    const children = new Map<Id, Id[]>();
    for (const id of this.entries(collection).keys()) {
      for (const above of this.words(collection, id, field)) {
        const below = children.get(above);
        if (below) below.push(id);
        else children.set(above, [id]);
      }
    }
    this.#children.set(name, children);
    return children;
  }
}

/** Whether an element is told for context only: it is read, and is no part of the study. */
export function isContext({ value }: RawEntry): boolean {
  return wordsOf(fieldOf(value, "context")).some((word) => word === "true" || word === "yes");
}

function withoutContext(entries: ReadonlyMap<Id, RawEntry>): ReadonlyMap<Id, RawEntry> {
  const kept = [...entries].filter(([, entry]) => !isContext(entry));
  return kept.length === entries.size ? entries : new Map(kept);
}

/** Order of UTF-16 code units. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
