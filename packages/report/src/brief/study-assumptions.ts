import {
  type CollectionName,
  collectionNames,
  type Element,
  type Id,
  type Provenance,
  type Study,
  type Text,
} from "@shikumi/model";

/** What one element takes for granted, or cites without the citation having been checked. */
export interface ElementProvenance {
  readonly collection: CollectionName | "study";
  /** Id of the element, of the task for tasks. */
  readonly element: Element | undefined;
  /** Fields whose numbers are assumptions. */
  readonly assumptions: number;
  /** Remarks on these numbers, without repetition. */
  readonly notes: readonly Text[];
  /** Sources whose citation must still be checked. */
  readonly unchecked: readonly Id[];
  readonly hasUnchecked: boolean;
}

/**
 * Elements that rest on assumptions or on unchecked citations, in the order of the collections and of the keys. Tasks stand apart from
 * their missions. Numbers left out of the study (defaults) inherit what their element says of itself and are not told from written ones.
 */
export function studyProvenance(study: Study): readonly ElementProvenance[] {
  const found: ElementProvenance[] = [];
  const add = (
    collection: ElementProvenance["collection"],
    element: Element | undefined,
    value: unknown,
  ): void => {
    const one = gather(value, element);
    if (one.assumptions > 0 || one.hasUnchecked) found.push({ collection, element, ...one });
  };
  add("study", undefined, study.charter);
  for (const collection of collectionNames) {
    for (const element of study[collection].values()) {
      if (!("tasks" in element)) {
        add(collection, element, element);
        continue;
      }
      const { tasks, ...mission } = element;
      add(collection, element, mission);
      for (const task of tasks.values()) add(collection, task, task);
    }
  }
  return found;
}

type Gathered = Pick<ElementProvenance, "assumptions" | "notes" | "unchecked" | "hasUnchecked">;

function gather(root: unknown, element: Element | undefined): Gathered {
  const notes = new Map<string, Text>();
  const unchecked = new Set<Id>();
  let assumptions = 0;
  let hasUnchecked = false;
  const note = (text: Text | undefined): void => {
    if (text !== undefined) notes.set(text.en + text.ja, text);
  };
  const look = (provenance: Provenance, isElement: boolean): void => {
    if (provenance.assumption && !isElement) assumptions++;
    if (provenance.assumption) note(provenance.note);
    if (provenance.unchecked) {
      hasUnchecked = true;
      if (provenance.source !== undefined) unchecked.add(provenance.source);
    }
  };
  const visit = (value: unknown): void => {
    if (value instanceof Map) for (const item of value.values()) visit(item);
    else if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === "object" && value !== null) {
      if (isProvenance(value)) return;
      if ("provenance" in value && isProvenance(value.provenance)) look(value.provenance, value === root);
      Object.values(value).forEach(visit);
    }
  };
  visit(root);
  if (assumptions > 0) note(element?.note);
  return { assumptions, notes: [...notes.values()], unchecked: [...unchecked], hasUnchecked };
}

function isProvenance(value: unknown): value is Provenance {
  return typeof value === "object" && value !== null && "assumption" in value && "unchecked" in value;
}
