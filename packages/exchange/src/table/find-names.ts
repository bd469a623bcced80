import { suggest } from "@shikumi/core/diagnostic";
import type { Element, Study } from "@shikumi/model";
import { comparedName } from "../identifier.ts";
import type { Place, Remarks } from "../remark.ts";
import type { SheetMapping } from "./sheet-mapping.ts";

/** A name that was recognised. */
export interface FoundName {
  readonly id: string;
  /** The text is the id itself or one of its names to the letter. */
  readonly isExact: boolean;
}

/** Collections whose elements sheets name. */
export type NamedCollection = "organisations" | "capabilities" | "places" | "sources" | "tasks";

/** Recognises elements of a collection by what a mapping says, by id or by name in either language; width, case, spaces and punctuation may differ. */
export class Names {
  readonly #collection: NamedCollection;
  readonly #mapping: SheetMapping | undefined;
  readonly #exact = new Map<string, string>();
  readonly #loose = new Map<string, string | undefined>();
  readonly #ids = new Set<string>();

  constructor(study: Study, collection: NamedCollection, mapping?: SheetMapping) {
    this.#collection = collection;
    this.#mapping = mapping;
    const elements: readonly (readonly [string, Element])[] =
      collection === "tasks"
        ? [...study.missions.values()].flatMap((mission) =>
            [...mission.tasks.values()].map((task) => [task.ref, task] as const),
          )
        : [...study[collection]];
    for (const [id, element] of elements) {
      this.#ids.add(id);
      for (const text of [id, element.name.ja, element.name.en]) this.#learn(text, id);
    }
    for (const id of this.#ids) this.#exact.set(id, id);
  }

  /** A text that two elements share names neither. */
  #learn(text: string, id: string): void {
    const before = this.#exact.get(text);
    this.#exact.set(text, before === undefined || before === id ? id : "");
    const loose = comparedName(text);
    if (loose === "") return;
    const known = this.#loose.get(loose);
    this.#loose.set(loose, this.#loose.has(loose) && known !== id ? undefined : id);
  }

  /** What the mapping says counts first. Also takes `Name (id)` and `Name [id]`. */
  find(text: string): FoundName | undefined {
    const mapped = this.#mapping?.meaning(this.#collection, text);
    if (mapped !== undefined && this.#ids.has(mapped)) return { id: mapped, isExact: true };
    const exact = this.#exact.get(text);
    if (exact !== undefined && exact !== "") return { id: exact, isExact: true };
    const within = /[([（［]([\p{L}\p{N}.-]+)[)\]）］]$/u.exec(text)?.[1];
    if (within !== undefined && this.#ids.has(within)) return { id: within, isExact: true };
    const loose = this.#loose.get(comparedName(text));
    return loose === undefined ? undefined : { id: loose, isExact: false };
  }

  /** As {@link find}, with a remark where the name is unknown or spelled in another way. */
  need(text: string, at: Place, remarks: Remarks): string | undefined {
    const found = this.find(text);
    if (found === undefined) {
      const near = suggest(text, [...this.#exact.keys()]).join(", ");
      remarks.add("unknown-name", at, { found: text, collection: this.#collection, near });
    } else if (!found.isExact) remarks.add("spelled-differently", at, { found: text, name: found.id });
    return found?.id;
  }
}
